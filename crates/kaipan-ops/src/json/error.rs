use kaipan::error::{Error, Lang, Param};
use kaipan::json::Write;
use serde::Serialize;

#[derive(Serialize, Write)]
struct Envelope<'a> {
    error: Body<'a>,
}

#[derive(Serialize, Write)]
struct Body<'a> {
    code: &'static str,
    number: u32,
    path: &'a str,
    #[serde(skip_serializing_if = "<[Param]>::is_empty")]
    params: &'a [Param],
    zh: String,
    en: String,
    hint_zh: String,
    hint_en: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    others: Vec<Body<'a>>,
}

impl<'a> Body<'a> {
    fn new(error: &'a Error) -> Body<'a> {
        Body {
            code: error.code().as_str(),
            number: error.code().number(),
            path: error.path(),
            params: error.params(),
            zh: error.message(Lang::Zh),
            en: error.message(Lang::En),
            hint_zh: error.hint(Lang::Zh),
            hint_en: error.hint(Lang::En),
            others: error.others().iter().map(Body::new).collect(),
        }
    }
}

/// An error as JSON: `{"error":{"code","number","path","params","zh","en","hint_zh","hint_en",
/// "others"}}`.
#[must_use]
pub fn error_text(error: &Error) -> String {
    super::write(&Envelope { error: Body::new(error) }, 1_024).unwrap_or_default()
}
