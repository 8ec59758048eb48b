//! One error type for the whole library, and the findings that a result carries beside its values.
//!
//! An [`Error`] says what is wrong ([`Code`]), where (a JSON Pointer into the request), with what
//! values (parameters), and how to mend it, in Chinese and English. Code and number are stable:
//! hosts may store and compare them. A [`Finding`] uses the same catalogue for what does not stop
//! a calculation but should be read by a person.

mod catalogue;
mod codes;
mod finding;
mod shown;

pub use catalogue::{Area, Entry};
pub use codes::Code;
pub use finding::{Finding, Severity};
pub(crate) use shown::shown;
pub use shown::without_shapes;

use crate::{Label, Text};
use std::fmt;

/// The result of a fallible function of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A language of the messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// Simplified Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

/// A named value inside a message, such as the offending text or a limit.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Param {
    /// Name as used in the message template.
    pub name: Text,
    /// Value, already as text.
    pub value: Label,
}

/// Why an input was refused: code, place, parameters and a message in two languages.
///
/// Cheap to move (one pointer). When several things are wrong at once, the first is the error and
/// the rest are its [`Error::others`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error(Box<Inner>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Inner {
    code: Code,
    path: String,
    params: Vec<Param>,
    others: Vec<Error>,
}

impl Error {
    /// An error with this code, at the root of the request, without parameters.
    #[must_use]
    pub fn new(code: Code) -> Error {
        Error(Box::new(Inner { code, path: String::new(), params: Vec::new(), others: Vec::new() }))
    }

    /// Adds a parameter of the message. Long values are cut to a length a person can read.
    #[must_use]
    pub fn with(self, name: &str, value: impl fmt::Display) -> Error {
        self.with_param(name, &value, clip)
    }

    /// Adds a parameter that must not be cut, such as the list of names that exist.
    #[must_use]
    pub fn with_long(self, name: &str, value: impl fmt::Display) -> Error {
        self.with_param(name, &value, |text| text)
    }

    /// Adds the nearest of the names that exist, if one is near the one that was asked for. What is
    /// said about mending then asks whether it was meant.
    #[must_use]
    pub fn with_nearest<'a>(self, names: impl IntoIterator<Item = &'a str>, asked: &str) -> Error {
        match crate::nearest(names, asked) {
            Some(nearest) => self.with(catalogue::NEAREST, nearest),
            None => self,
        }
    }

    fn with_param(
        mut self,
        name: &str,
        value: &dyn fmt::Display,
        cut: fn(Label) -> Label,
    ) -> Error {
        self.0.params.push(Param { name: name.into(), value: cut(Label::of(value)) });
        self
    }

    /// Puts a JSON Pointer token (a field name or an index) in front of the place.
    #[must_use]
    pub fn at(self, token: impl fmt::Display) -> Error {
        self.below(&token)
    }

    fn below(mut self, token: &dyn fmt::Display) -> Error {
        let token = token.to_string().replace('~', "~0").replace('/', "~1");
        for other in &mut self.0.others {
            other.0.path = format!("/{token}{}", other.0.path);
        }
        self.0.path = format!("/{token}{}", self.0.path);
        self
    }

    /// Joins all errors into one: the first, with the rest as [`Error::others`], up to a number
    /// that a person can read.
    ///
    /// Returns `Ok(())` when there are none.
    pub fn collect(errors: Vec<Error>) -> Result<()> {
        if errors.is_empty() {
            return Ok(());
        }
        let mut all: Vec<Error> = Vec::with_capacity(errors.len());
        let mut more = 0_usize;
        let mut place = String::new();
        let mut keep = |error: Error| {
            if error.code() == Code::ProjectTooManyErrors {
                let counted = error.params().first().and_then(|param| param.value.parse().ok());
                more = more.saturating_add(counted.unwrap_or(0));
                place = error.0.path;
            } else if all.len() < MOST {
                all.push(error);
            } else {
                more = more.saturating_add(1);
            }
        };
        for mut error in errors {
            let rest = std::mem::take(&mut error.0.others);
            keep(error);
            rest.into_iter().for_each(&mut keep);
        }
        if more > 0 {
            let counted = Error::new(Code::ProjectTooManyErrors).with("more", more);
            all.push(counted.placed(&place));
        }
        let mut all = all.into_iter();
        match all.next() {
            None => Ok(()),
            Some(mut first) => {
                first.0.others = all.collect();
                Err(first)
            }
        }
    }

    /// Moves places: an error at or below the first of a pair goes to the second. For requests that
    /// hold the request of another operation in other places.
    pub(crate) fn moved(mut self, places: &[(&str, &str)]) -> Error {
        for path in std::iter::once(&mut self.0.path)
            .chain(self.0.others.iter_mut().map(|other| &mut other.0.path))
        {
            move_place(path, places);
        }
        self
    }

    /// The single errors in it, but those with one of these codes.
    pub(crate) fn without(self, codes: &[Code]) -> Vec<Error> {
        let mut first = self;
        let others = std::mem::take(&mut first.0.others);
        let mut all = vec![first];
        all.extend(others);
        all.retain(|error| !codes.contains(&error.code()));
        all
    }

    /// All that is wrong, for a result that carries it beside its values.
    pub(crate) fn findings(&self) -> Vec<Finding> {
        let mut all = vec![Finding::from(self)];
        all.extend(self.others().iter().map(Finding::from));
        all
    }

    /// Puts tokens of a place, the innermost first, in front of the place of each.
    pub(crate) fn all_at(errors: Vec<Error>, tokens: &[&dyn fmt::Display]) -> Vec<Error> {
        let below = |error: Error, token: &&dyn fmt::Display| error.below(*token);
        errors.into_iter().map(|error| tokens.iter().fold(error, below)).collect()
    }

    /// Puts the error and all its others at one place.
    pub(crate) fn placed(mut self, path: &str) -> Error {
        path.clone_into(&mut self.0.path);
        for other in &mut self.0.others {
            path.clone_into(&mut other.0.path);
        }
        self
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> Code {
        self.0.code
    }

    /// JSON Pointer (RFC 6901) of the offending input; empty for the whole request.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The values named in the message.
    #[must_use]
    pub fn params(&self) -> &[Param] {
        &self.0.params
    }

    /// Everything else that was wrong with the same request.
    #[must_use]
    pub fn others(&self) -> &[Error] {
        &self.0.others
    }

    /// What is wrong, in one sentence.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        self.0.code.message(lang, &self.0.params)
    }

    /// How to mend it, in one sentence.
    #[must_use]
    pub fn hint(&self, lang: Lang) -> String {
        self.0.code.hint(lang, &self.0.params)
    }
}

impl From<Code> for Error {
    fn from(code: Code) -> Error {
        Error::new(code)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{}]", self.0.code)?;
        if !self.0.path.is_empty() {
            write!(f, " {}:", self.0.path)?;
        }
        write!(f, " {}", self.message(Lang::En))
    }
}

impl std::error::Error for Error {}

/// Moves a place that is at or below the first of a pair to the second.
fn move_place(path: &mut String, places: &[(&str, &str)]) {
    let to = places.iter().find_map(|(from, to)| {
        let rest = path.strip_prefix(from)?;
        (rest.is_empty() || rest.starts_with('/')).then(|| format!("{to}{rest}"))
    });
    if let Some(to) = to {
        *path = to;
    }
}

/// Adds the place to the error of a result.
pub(crate) trait At<T> {
    /// Puts a JSON Pointer token in front of the error's place.
    fn at(self, token: impl fmt::Display) -> Result<T>;
}

impl<T> At<T> for Result<T> {
    fn at(self, token: impl fmt::Display) -> Result<T> {
        self.map_err(|e| e.at(token))
    }
}

/// More errors than this are only counted.
pub(crate) const MOST: usize = 50;

fn clip(text: Label) -> Label {
    const LONGEST: usize = 80;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => Label::of(format_args!("{}…", text.get(..end).unwrap_or_default())),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn place_is_built_from_the_inside_out_and_escaped() {
        let error = Error::new(Code::NumberSyntax).with("text", "abc").at("a/b").at(3).at("units");
        assert_eq!(error.path(), "/units/3/a~1b");
        assert_eq!(
            error.to_string(),
            "[number.syntax] /units/3/a~1b: \"abc\" is not a decimal number"
        );
        assert_eq!(error.message(Lang::Zh), "“abc”不是十进制数");
    }

    #[test]
    fn many_errors_become_one_with_others() {
        assert!(Error::collect(vec![]).is_ok());
        let pair = Error::collect(vec![Code::NumberSyntax.into(), Code::NumberRange.into()]);
        let error = Error::collect(vec![pair.unwrap_err(), Code::JsonSyntax.into()]).unwrap_err();
        assert_eq!(error.others().len(), 2);
        let moved = error.at("x").at("list").moved(&[("/li", "/no"), ("/list", "/case/list")]);
        assert_eq!(moved.others()[1].path(), "/case/list/x");
    }
}
