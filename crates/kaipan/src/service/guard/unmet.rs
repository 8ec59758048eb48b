use super::ServiceGuard;
use crate::deal::Lacking;
use crate::error::Lang;
use crate::{Label, Text};
use kaipan_derive::boundary;

/// A guard of a service that is not met.
#[boundary]
pub struct UnmetServiceGuard {
    /// The guard.
    pub guard: ServiceGuard,
    /// What is lacking.
    pub lacking: Lacking,
    /// All that is lacking, of documents and of fields.
    pub missing: Vec<MissingPiece>,
}

/// A document that is not there, or a field that is not given.
#[boundary]
pub struct MissingPiece {
    /// The code of the document, or the name of the field.
    pub code: Text,
    /// Its name in Chinese.
    pub zh: Label,
    /// Its name in English.
    pub en: Label,
}

impl UnmetServiceGuard {
    /// It is not met because something was not given.
    pub fn needs_input(&self) -> bool {
        matches!(self.lacking, Lacking::NeedsInput { .. })
    }

    /// What has to hold and what is lacking, as a sentence.
    pub fn message(&self, lang: Lang) -> String {
        let lacking = match (self.missing.is_empty(), lang) {
            (true, _) => self.against(lang).unwrap_or_else(|| self.lacking.message(lang)),
            (false, Lang::Zh) => format!("缺{}", self.named(|one| format!("“{}”", one.zh), "、")),
            (false, Lang::En) => {
                format!("lacking {}", self.named(|one| format!("\"{}\"", one.en), ", "))
            }
        };
        match lang {
            Lang::Zh => format!("须{}：{lacking}", self.guard.chinese()),
            Lang::En => format!("it is required that {}: {lacking}", self.guard.english()),
        }
    }

    /// What there is and must not be, of a guard that something has not happened.
    fn against(&self, lang: Lang) -> Option<String> {
        let [zh, en] = match self.guard {
            ServiceGuard::QuitNotAgreed => ["已批准", "it is"],
            ServiceGuard::LoanStays => ["已退回，或已批准退房", "it has, or it is"],
            _ => return None,
        };
        Some(if lang == Lang::Zh { zh } else { en }.to_owned())
    }

    fn named(&self, name: impl Fn(&MissingPiece) -> String, between: &str) -> String {
        self.missing.iter().map(name).collect::<Vec<_>>().join(between)
    }
}
