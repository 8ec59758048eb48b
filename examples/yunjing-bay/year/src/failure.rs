//! What can go wrong, in both languages. A refusal that was not expected is one: the year is to be
//! made so that the library refuses nothing but what it is asked to refuse.

use kaipan::error::Lang;
use std::fmt::Debug;

/// Why the year was not made, or does not hold.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The library.
    #[error("{0}")]
    Kaipan(#[from] kaipan::Error),
    /// A line or a file of the example does not read.
    #[error("{0}")]
    Json(#[from] serde_json::Error),
    /// The system.
    #[error("{0}")]
    System(#[from] std::io::Error),
    /// Anything else, in Chinese and English.
    #[error("{en}")]
    Told {
        /// In Chinese.
        zh: String,
        /// In English.
        en: String,
    },
}

/// What something comes to.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// In words of our own.
    pub(crate) fn told(zh: impl Into<String>, en: impl Into<String>) -> Failure {
        Failure::Told { zh: zh.into(), en: en.into() }
    }

    /// The library refused what had to be possible.
    pub(crate) fn refused(what: &str, why: &impl Debug) -> Failure {
        Failure::told(
            format!("“{what}”不应被拒绝，却被拒绝：“{why:?}”"),
            format!("{what} was refused and should not be: {why:?}"),
        )
    }

    /// Something that the year counts on is not there.
    pub(crate) fn missing(what: &str) -> Failure {
        Failure::told(format!("缺少“{what}”"), format!("there is no {what}"))
    }

    /// Why, in a language.
    pub(crate) fn message(&self, lang: Lang) -> String {
        match self {
            Failure::Kaipan(error) => error.message(lang),
            Failure::Told { zh, en } => say(lang, zh, en).to_owned(),
            Failure::Json(error) => {
                format!("{}{error}", say(lang, "数据格式不对：", "a line does not read: "))
            }
            Failure::System(error) => error.to_string(),
        }
    }
}

/// The text of a language.
pub(crate) fn say<'a>(lang: Lang, zh: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
