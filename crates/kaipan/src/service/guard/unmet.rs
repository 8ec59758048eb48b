use super::ServiceGuard;
use crate::Text;
use crate::deal::Lacking;
use crate::error::Lang;
use kaipan_derive::boundary;

/// A guard of a service that is not met.
#[boundary]
pub struct UnmetServiceGuard {
    /// The guard.
    pub guard: ServiceGuard,
    /// What is lacking.
    pub lacking: Lacking,
    /// All that is lacking, of documents by their codes, of fields by their names.
    pub missing: Vec<Text>,
}

impl UnmetServiceGuard {
    /// It is not met because something was not given.
    pub fn needs_input(&self) -> bool {
        matches!(self.lacking, Lacking::NeedsInput { .. })
    }

    /// What has to hold and what is lacking, as a sentence.
    pub fn message(&self, lang: Lang) -> String {
        let lacking = self.lacking.message(lang);
        match lang {
            Lang::Zh => format!("须{}：{lacking}", self.guard.chinese()),
            Lang::En => format!("it is required that {}: {lacking}", self.guard.english()),
        }
    }
}
