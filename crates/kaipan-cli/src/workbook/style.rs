//! How cells look: one set of formats for all sheets.

use crate::paint::CLASSES;
use kaipan::error::{Lang, Severity};
use kaipan::project::UnitState;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatPattern};

/// Letters of sheets, and of what is less important on them.
const INK: u32 = 0x001C_2326;
const SOFT: u32 = 0x005C_686C;
const LINE: u32 = 0x00C3_CCCE;
const ACCENT: u32 = 0x0017_494D;
const WASH: u32 = 0x00EA_F0F0;
const RED: u32 = 0x00C0_1F1F;
const AMBER: u32 = 0x009A_5B00;

/// Fills of the price classes from cool to warm, as on the terminal.
const SCALE: [u32; CLASSES] =
    [0x0091_BFDB, 0x00B0_D9E9, 0x00D0_ECE0, 0x00FF_FAC8, 0x00FE_E090, 0x00FD_B46C, 0x00F6_8460];

/// Thousands, with fen or without; shares as percentages; a sign where it says something.
pub(super) const FEN: &str = "#,##0.00";
pub(super) const WHOLE: &str = "#,##0";
pub(super) const SIGNED_PERCENT: &str = "+0.00%;-0.00%;0.00%";
pub(super) const CHANGE_SHARE: &str = "+0.0000%;-0.0000%;0.00%";
pub(super) const SIGNED_FEN: &str = "+#,##0.00;-#,##0.00;0.00";
/// As many decimals as there are, up to six.
pub(super) const FINE: &str = "#,##0.00####";
/// As typed: no thousands, no fixed decimals.
pub(super) const GENERAL: &str = "General";
pub(super) const TEXT: &str = "@";

/// The formats that several sheets share.
pub(super) struct Styles {
    /// Letters of the language, for every cell.
    pub(super) base: Format,
    /// The name of a sheet.
    pub(super) title: Format,
    /// A line under it.
    pub(super) remark: Format,
    /// Over a group of rows.
    pub(super) heading: Format,
    /// Titles of columns.
    pub(super) head: Format,
    /// A text in a table.
    pub(super) text: Format,
    /// A text in a table that may take several lines.
    pub(super) wrapped: Format,
    /// What a fact is about, and the fact.
    pub(super) label: Format,
    pub(super) paragraph: Format,
}

impl Styles {
    pub(super) fn new(lang: Lang) -> Styles {
        let font = match lang {
            Lang::Zh => "Microsoft YaHei",
            Lang::En => "Arial",
        };
        let base = Format::new()
            .set_font_name(font)
            .set_font_size(10)
            .set_font_color(INK)
            .set_align(FormatAlign::VerticalCenter);
        let bordered = base.clone().set_border(FormatBorder::Thin).set_border_color(LINE);
        Styles {
            title: base.clone().set_bold().set_font_size(16).set_font_color(ACCENT),
            remark: base.clone().set_font_color(SOFT).set_font_size(9),
            heading: base.clone().set_bold().set_font_size(11).set_font_color(ACCENT),
            head: bordered
                .clone()
                .set_bold()
                .set_font_color(Color::White)
                .set_background_color(ACCENT)
                .set_border_color(ACCENT)
                .set_align(FormatAlign::Center)
                .set_text_wrap(),
            text: bordered.clone().set_num_format(TEXT).set_indent(1),
            wrapped: bordered.set_num_format(TEXT).set_indent(1).set_text_wrap(),
            label: base.clone().set_font_color(SOFT).set_align(FormatAlign::Top),
            paragraph: base
                .clone()
                .set_text_wrap()
                .set_align(FormatAlign::Left)
                .set_align(FormatAlign::Top),
            base,
        }
    }

    /// A number in a table.
    pub(super) fn number(&self, format: &str) -> Format {
        self.text.clone().set_num_format(format).set_align(FormatAlign::Right)
    }

    /// A text in the middle of its cell.
    pub(super) fn centred(&self) -> Format {
        self.text.clone().set_indent(0).set_align(FormatAlign::Center)
    }

    /// A name over several lines of a plan.
    pub(super) fn band(&self) -> Format {
        self.centred().set_bold().set_background_color(WASH)
    }

    /// A figure that stands out.
    pub(super) fn figure(&self, format: &str) -> Format {
        self.base
            .clone()
            .set_bold()
            .set_font_size(14)
            .set_font_color(ACCENT)
            .set_num_format(format)
            .set_align(FormatAlign::Left)
    }

    /// The colour of a price class.
    pub(super) fn fill(class: usize) -> u32 {
        SCALE.get(class).copied().unwrap_or(0x00FF_FFFF)
    }

    /// A number on the colour of its price class.
    pub(super) fn class(&self, class: usize, format: &str) -> Format {
        self.number(format).set_background_color(Styles::fill(class))
    }
}

/// The last row of a table, and its other rows.
pub(super) fn bold(format: Format) -> Format {
    format.set_bold().set_background_color(WASH)
}

/// The letters of a finding's severity.
pub(super) fn severe(format: Format, severity: Severity) -> Format {
    match severity {
        Severity::Violation => format.set_bold().set_font_color(RED),
        Severity::Warning => format.set_font_color(AMBER),
        _ => format.set_font_color(SOFT),
    }
}

/// The fill of a state: what is sold is hatched or grey, so that black and white printing tells too.
pub(super) fn of_state(format: Format, state: UnitState) -> Format {
    match state {
        UnitState::Reserved | UnitState::Controlled => format.set_background_color(0x00E3_E6E8),
        UnitState::Booked => format.set_background_color(0x00FF_F0C2),
        UnitState::Subscribed => format.set_background_color(0x00FF_D98A),
        UnitState::Signed => format
            .set_pattern(FormatPattern::LightUp)
            .set_background_color(0x00F4_F5F6)
            .set_foreground_color(0x009A_A4A8),
        _ => format,
    }
}
