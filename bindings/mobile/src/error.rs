//! The one error of all functions.

use kaipan::error::{Error, Lang, Param};
use serde::Serialize;
use std::fmt;

/// Why an input was refused.
#[derive(Debug, Clone, uniffi::Error)]
#[uniffi::export(Display)]
pub enum KaipanError {
    /// What is wrong, where, and how to mend it.
    Refused {
        /// Stable code, such as `pricing.factor_missing`.
        code: String,
        /// Stable number of the code.
        number: u32,
        /// JSON Pointer of the offending part of the request; empty for the whole.
        path: String,
        /// The values named in the messages.
        params: Vec<Param>,
        /// What is wrong, in Chinese.
        zh: String,
        /// What is wrong, in English.
        en: String,
        /// How to mend it, in Chinese.
        hint_zh: String,
        /// How to mend it, in English.
        hint_en: String,
        /// Everything else that was wrong with the same request.
        others: Vec<ErrorDetail>,
    },
}

/// One more thing that was wrong with a request.
#[derive(Debug, Clone, Serialize, uniffi::Record)]
pub struct ErrorDetail {
    /// Stable code.
    pub code: String,
    /// Stable number of the code.
    pub number: u32,
    /// JSON Pointer of the offending part of the request; empty for the whole.
    pub path: String,
    /// The values named in the messages.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub params: Vec<Param>,
    /// What is wrong, in Chinese.
    pub zh: String,
    /// What is wrong, in English.
    pub en: String,
    /// How to mend it, in Chinese.
    pub hint_zh: String,
    /// How to mend it, in English.
    pub hint_en: String,
}

impl From<&Error> for ErrorDetail {
    fn from(error: &Error) -> ErrorDetail {
        ErrorDetail {
            code: error.code().as_str().to_owned(),
            number: error.code().number(),
            path: error.path().to_owned(),
            params: error.params().to_vec(),
            zh: error.message(Lang::Zh),
            en: error.message(Lang::En),
            hint_zh: error.hint(Lang::Zh),
            hint_en: error.hint(Lang::En),
        }
    }
}

impl From<Error> for KaipanError {
    fn from(error: Error) -> KaipanError {
        let ErrorDetail { code, number, path, params, zh, en, hint_zh, hint_en } = (&error).into();
        let others = error.others().iter().map(ErrorDetail::from).collect();
        KaipanError::Refused { code, number, path, params, zh, en, hint_zh, hint_en, others }
    }
}

/// As the catalogue answers: the first error, with the others inside.
#[derive(Serialize)]
struct Envelope {
    error: Body,
}

#[derive(Serialize)]
struct Body {
    #[serde(flatten)]
    first: ErrorDetail,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    others: Vec<ErrorDetail>,
}

#[uniffi::export]
impl KaipanError {
    /// The error as JSON, `{"error":{…}}`, the same bytes as on every host.
    pub fn json(&self) -> String {
        let KaipanError::Refused { code, number, path, params, zh, en, hint_zh, hint_en, others } =
            self.clone();
        let first = ErrorDetail { code, number, path, params, zh, en, hint_zh, hint_en };
        let envelope = Envelope { error: Body { first, others } };
        serde_json::to_string(&envelope).unwrap_or_default()
    }
}

impl fmt::Display for KaipanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let KaipanError::Refused { code, path, zh, en, .. } = self;
        let place = if path.is_empty() { String::new() } else { format!(" {path}") };
        write!(f, "[{code}]{place}: {zh} / {en}")
    }
}

impl std::error::Error for KaipanError {}
