//! What can go wrong, in both languages.

use crate::store::{What, what_failed};
use kaipan::error::Lang;
use std::error::Error;
use std::fmt;
use std::io;

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The database, or the way to it.
    #[error("{}", told(.0))]
    Database(#[from] postgres::Error),
    /// The library.
    #[error("{0}")]
    Kaipan(#[from] kaipan::Error),
    /// What is stored does not read.
    #[error("{0}")]
    Json(#[from] serde_json::Error),
    /// The system: what was being done, and why it failed.
    #[error("{0}: {1}")]
    System(String, io::Error),
    /// Anything else, in Chinese and English.
    #[error("{en}")]
    Told { zh: String, en: String },
}

/// What something comes to.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// In words of our own.
    pub(crate) fn told(zh: impl Into<String>, en: impl Into<String>) -> Failure {
        Failure::Told { zh: zh.into(), en: en.into() }
    }

    /// The server was not there.
    pub(crate) fn is_lost(&self) -> bool {
        matches!(self, Failure::Database(error) if what_failed(error) == What::Lost)
    }

    /// Why, in a language.
    pub(crate) fn message(&self, lang: Lang) -> String {
        match self {
            Failure::Database(error) => {
                say(lang, "数据库：", "database: ").to_owned() + &told(error)
            }
            Failure::Kaipan(error) => error.message(lang),
            Failure::Json(error) => {
                format!("{}{error}", say(lang, "数据格式不对：", "what is stored does not read: "))
            }
            Failure::Told { zh, en } => say(lang, zh, en).to_owned(),
            Failure::System(..) => self.to_string(),
        }
    }
}

/// Says what was being done when the system failed.
pub(crate) fn doing(what: impl fmt::Display) -> impl FnOnce(io::Error) -> Failure {
    move |error| Failure::System(what.to_string(), error)
}

/// The text of a language.
pub(crate) fn say<'a>(lang: Lang, zh: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// An error of the database with what lies behind it.
fn told(error: &postgres::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(one) = cause {
        text = format!("{text}: {one}");
        cause = one.source();
    }
    text
}
