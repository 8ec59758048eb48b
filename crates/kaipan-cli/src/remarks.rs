//! What a command line says without effect. It is obeyed, and the user is told: an option that does
//! nothing is almost surely meant for something.

use crate::layout::clean;
use crate::text::Say;
use kaipan::Text;
use kaipan::error::Lang;
use std::io::{self, Write};

/// Remarks on the options of a run, in the language of the user.
pub(crate) struct Remarks {
    lang: Lang,
    said: Vec<String>,
}

impl Remarks {
    /// None yet.
    pub(crate) fn new(lang: Lang) -> Remarks {
        Remarks { lang, said: Vec::new() }
    }

    /// An option that was given has no effect, and why.
    pub(crate) fn without_effect(&mut self, option: &str, zh: &str, en: &str) {
        self.said.push(match self.lang {
            Lang::Zh => format!("“{option}”没有作用：{zh}"),
            Lang::En => format!("{option} has no effect: {en}"),
        });
    }

    /// Something that is unlikely to be meant.
    pub(crate) fn told(&mut self, text: String) {
        self.said.push(text);
    }

    /// What was found out elsewhere.
    pub(crate) fn extend(&mut self, said: impl IntoIterator<Item = String>) {
        self.said.extend(said);
    }

    /// A value that an option was given with more than once.
    pub(crate) fn repeated(&mut self, option: &str, values: &[Text]) {
        for (at, value) in values.iter().enumerate() {
            let before = values.iter().take(at).filter(|other| *other == value).count();
            if before == 1 {
                self.said.push(match self.lang {
                    Lang::Zh => format!("“{option} {value}”给了不止一次，按一次计"),
                    Lang::En => {
                        format!("{option} \"{value}\" is given more than once and counts once")
                    }
                });
            }
        }
    }

    /// Writes them to standard error, so that what is printed stays as it is.
    pub(crate) fn write(&self) {
        let word = self.lang.say("注意  ", "warning  ");
        for text in &self.said {
            let _ = writeln!(io::stderr(), "{word}{}", clean(text));
        }
    }
}
