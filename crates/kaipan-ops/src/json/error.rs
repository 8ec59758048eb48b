use kaipan::error::{Error, Lang, Param};
use kaipan_derive::boundary;

#[boundary(write)]
struct Envelope<'a> {
    error: Body<'a>,
}

#[boundary(write)]
struct Body<'a> {
    code: &'static str,
    number: u32,
    path: String,
    params: Vec<&'a Param>,
    zh: String,
    en: String,
    hint_zh: String,
    hint_en: String,
    others: Vec<Body<'a>>,
}

impl<'a> Body<'a> {
    fn new(error: &'a Error) -> Body<'a> {
        Body {
            code: error.code().as_str(),
            number: error.code().number(),
            path: error.path(),
            params: error.params().iter().collect(),
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
    super::write(&Envelope { error: Body::new(error) }, 1_024)
}
