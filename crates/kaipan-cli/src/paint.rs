//! Colours of the terminal.

use crate::args::Color;
use kaipan::error::Severity;
use std::io::IsTerminal;

/// Number of price classes that can be told apart.
pub(crate) const CLASSES: usize = 7;

/// Backgrounds from cool to warm, for black text: 24-bit and from the 256 colours.
const SCALE: [(&str, &str); CLASSES] = [
    ("145;191;219", "110"),
    ("176;217;233", "152"),
    ("208;236;224", "194"),
    ("255;250;200", "230"),
    ("254;224;144", "222"),
    ("253;180;108", "215"),
    ("246;132;96", "209"),
];

/// How a piece of text stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Style {
    /// Not at all.
    #[default]
    Plain,
    /// Heading.
    Bold,
    /// Less important.
    Dim,
    /// All is well.
    Good,
    /// A price that rises; red, as prices are shown in China.
    Up,
    /// A price that falls.
    Down,
    /// By severity.
    Of(Severity),
    /// Price class, 0 is the coolest; the flag is for bold.
    Class(usize, bool),
}

/// Puts colours on text, or does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Paint {
    /// No colours.
    Off,
    /// 256 colours.
    Indexed,
    /// 24-bit colours.
    True,
}

impl Paint {
    /// As asked for; `auto` looks at `NO_COLOR`, `TERM` and whether the output is a terminal.
    pub(crate) fn new(choice: Color) -> Paint {
        let variable = |name: &str| std::env::var(name).unwrap_or_default();
        let wanted = match choice {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => {
                let able = if cfg!(windows) {
                    !variable("WT_SESSION").is_empty() || !variable("TERM").is_empty()
                } else {
                    variable("TERM") != "dumb"
                };
                able && variable("NO_COLOR").is_empty() && std::io::stdout().is_terminal()
            }
        };
        match (wanted, variable("COLORTERM").as_str()) {
            (false, _) => Paint::Off,
            (true, "truecolor" | "24bit") => Paint::True,
            (true, _) => Paint::Indexed,
        }
    }

    /// Whether there are colours at all.
    pub(crate) fn is_on(self) -> bool {
        self != Paint::Off
    }

    /// The text in a style.
    pub(crate) fn on(self, style: Style, text: &str) -> String {
        let code = match style {
            Style::Plain => return text.to_owned(),
            Style::Bold => "1".to_owned(),
            Style::Dim => "2".to_owned(),
            Style::Good | Style::Down => "32".to_owned(),
            Style::Up => "31".to_owned(),
            Style::Of(Severity::Violation) => "1;31".to_owned(),
            Style::Of(Severity::Warning) => "33".to_owned(),
            Style::Of(_) => "36".to_owned(),
            Style::Class(class, bold) => self.class(class, bold),
        };
        if self == Paint::Off || text.is_empty() {
            return text.to_owned();
        }
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    }

    fn class(self, class: usize, bold: bool) -> String {
        let (direct, indexed) = SCALE.get(class).copied().unwrap_or(("255;255;255", "231"));
        let weight = if bold { "1;" } else { "" };
        match self {
            Paint::True => format!("{weight}38;2;0;0;0;48;2;{direct}"),
            _ => format!("{weight}38;5;16;48;5;{indexed}"),
        }
    }
}
