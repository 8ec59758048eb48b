//! One error type for the whole library, and the findings that a result carries beside its values.
//!
//! An [`Error`] says what is wrong ([`Code`]), where (a JSON Pointer into the request), with what
//! values (parameters), and how to mend it, in Chinese and English. Code and number are stable:
//! hosts may store and compare them. A [`Finding`] uses the same catalogue for what does not stop
//! a calculation but should be read by a person.

mod catalogue;
mod codes;
mod finding;
mod input;
mod place;
mod place_text;
mod shown;
mod told;

pub use catalogue::{Area, Entry};
pub use codes::Code;
pub(crate) use finding::finding;
pub use finding::{Finding, Severity};
pub use input::Input;
use kaipan_derive::boundary;
pub use place::{InputPlace, PlaceStep};
pub(crate) use shown::shown;
pub use shown::without_shapes;
pub use told::Told;
pub(crate) use told::told;

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
#[boundary(answer)]
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
#[derive(Clone, PartialEq, Eq)]
#[must_use]
pub struct Error(Box<Inner>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Inner {
    code: Code,
    place: InputPlace,
    params: Vec<Param>,
    others: Vec<Error>,
    /// How many more errors it stands for.
    unlisted: Option<usize>,
}

/// Errors that are only counted.
#[derive(Default)]
struct Unlisted {
    count: usize,
    place: InputPlace,
}

impl Error {
    /// An error with this code, at the root of the request, without parameters.
    pub fn new(code: Code) -> Error {
        Error(Box::new(Inner {
            code,
            place: InputPlace::default(),
            params: Vec::new(),
            others: Vec::new(),
            unlisted: None,
        }))
    }

    /// Adds a parameter of the message. Long values are cut to a length a person can read.
    pub fn with(self, name: &'static str, value: impl fmt::Display) -> Error {
        self.with_param(name, &value, clip)
    }

    /// Adds a parameter that must not be cut, such as the list of names that exist.
    pub fn with_long(self, name: &'static str, value: impl fmt::Display) -> Error {
        self.with_param(name, &value, |text| text)
    }

    /// Adds the nearest of the names that exist, if one is near the one that was asked for. What is
    /// said about mending then asks whether it was meant.
    pub fn with_nearest<'a>(self, names: impl IntoIterator<Item = &'a str>, asked: &str) -> Error {
        match crate::nearest(names, asked) {
            Some(nearest) => self.with(catalogue::NEAREST, nearest),
            None => self,
        }
    }

    /// Adds the parameters of another error, but those that this one has.
    pub(crate) fn with_those_of(mut self, other: &Error) -> Error {
        let own = |param: &&Param| !self.0.params.iter().any(|one| one.name == param.name);
        let more: Vec<Param> = other.0.params.iter().filter(own).cloned().collect();
        self.0.params.extend(more);
        self
    }

    fn with_param(
        mut self,
        name: &'static str,
        value: &dyn fmt::Display,
        cut: fn(Label) -> Label,
    ) -> Error {
        self.0.params.push(Param { name: Text::constant(name), value: cut(Label::of(value)) });
        self
    }

    /// Puts a step (a field, or the index of an item) in front of the place.
    pub fn at(self, step: impl Into<PlaceStep>) -> Error {
        let step = step.into();
        self.each_place(&|place| place.below(step.clone()))
    }

    /// Says which input the place is in.
    pub fn within(self, input: Input) -> Error {
        self.each_place(&|place| place.within(input))
    }

    /// Moves places to where a caller holds the inputs of the engine that it asked; `None` leaves
    /// them where they are.
    pub fn moved(self, held: &dyn Fn(Input) -> Option<InputPlace>) -> Error {
        self.each_place(&|place| place.move_to(held))
    }

    /// Places it with this, unless it is known which input it is in.
    pub(crate) fn unless_placed(self, place: impl FnOnce(Error) -> Error) -> Error {
        if self.0.place.input().is_some() { self } else { place(self) }
    }

    /// As [`Error::moved`], where it depends on the way into the input where that is held.
    pub fn moved_by(self, held: &dyn Fn(&InputPlace) -> Option<InputPlace>) -> Error {
        self.each_place(&|place| {
            if let Some(moved) = held(place) {
                *place = moved;
            }
        })
    }

    /// Changes the place of this error and of its [`Error::others`].
    pub fn each_place(mut self, change: &dyn Fn(&mut InputPlace)) -> Error {
        change(&mut self.0.place);
        self.0.others.iter_mut().for_each(|other| change(&mut other.0.place));
        self
    }

    /// Joins all errors into one: the first, with the rest as [`Error::others`], up to a number
    /// that a person can read.
    ///
    /// Returns `Ok(())` when there are none.
    pub fn collect(errors: Vec<Error>) -> Result<()> {
        let mut errors = errors.into_iter();
        match errors.next() {
            None => Ok(()),
            Some(first) => Err(first.and(errors)),
        }
    }

    /// The error with more of them behind it, up to a number that a person can read.
    pub fn and(mut self, more: impl IntoIterator<Item = Error>) -> Error {
        let own = std::mem::take(&mut self.0.others);
        let mut others: Vec<Error> = Vec::new();
        let mut unlisted = Unlisted::default();
        let each = |mut error: Error| {
            let rest = std::mem::take(&mut error.0.others);
            std::iter::once(error).chain(rest)
        };
        for error in own.into_iter().chain(more.into_iter().flat_map(each)) {
            if let Some(more) = error.0.unlisted {
                let count = unlisted.count.saturating_add(more);
                unlisted = Unlisted { count, place: error.0.place };
            } else if others.len() < MOST.saturating_sub(1) {
                others.push(error);
            } else {
                unlisted.count = unlisted.count.saturating_add(1);
            }
        }
        if unlisted.count > 0 {
            others.push(Error::unlisted(unlisted.count).placed(unlisted.place));
        }
        self.0.others = others;
        self
    }

    /// The last error behind those that came before it.
    pub(crate) fn after(self, errors: Vec<Error>) -> Error {
        let mut errors = errors.into_iter();
        match errors.next() {
            None => self,
            Some(first) => first.and(errors.chain([self])),
        }
    }

    /// So many more errors than are listed.
    pub(crate) fn unlisted(count: usize) -> Error {
        let mut error = Error::new(Code::ProjectTooManyErrors).with("more", count);
        error.0.unlisted = Some(count);
        error
    }

    /// All that is wrong, for a result that carries it beside its values.
    pub(crate) fn findings(&self) -> Vec<Finding> {
        self.reasons().map(Finding::from).collect()
    }

    /// Puts the error and all its others at one place.
    pub(crate) fn placed(self, place: impl Into<InputPlace>) -> Error {
        let to = place.into();
        self.each_place(&|place| place.clone_from(&to))
    }

    /// The stable code.
    pub fn code(&self) -> Code {
        self.0.code
    }

    /// The place of the offending input; its text is a JSON Pointer (RFC 6901).
    pub fn place(&self) -> &InputPlace {
        &self.0.place
    }

    /// The place as a JSON Pointer; empty for the whole request.
    pub fn path(&self) -> String {
        self.0.place.to_string()
    }

    /// The values named in the message.
    pub fn params(&self) -> &[Param] {
        &self.0.params
    }

    /// Everything else that was wrong with the same request.
    pub fn others(&self) -> &[Error] {
        &self.0.others
    }

    /// Everything that is wrong: the error itself, then its [`Error::others`].
    pub fn reasons(&self) -> impl Iterator<Item = &Error> {
        std::iter::once(self).chain(self.others())
    }

    /// What is wrong, in one sentence.
    pub fn message(&self, lang: Lang) -> String {
        self.0.code.message(lang, &self.0.params)
    }

    /// How to mend it, in one sentence.
    pub fn hint(&self, lang: Lang) -> String {
        self.0.code.hint(lang, &self.0.params)
    }
}

impl From<Code> for Error {
    fn from(code: Code) -> Error {
        Error::new(code)
    }
}

/// As it is shown: a program that ends with an error shows this.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// English, every reason on a line of its own: code, place and message.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{}]", self.0.code)?;
        if !self.0.place.is_empty() {
            write!(f, " {}:", self.0.place)?;
        }
        write!(f, " {}", self.message(Lang::En))?;
        self.0.others.iter().try_for_each(|other| write!(f, "\n{other}"))
    }
}

impl std::error::Error for Error {}

/// Adds the place to the error of a result.
pub(crate) trait At<T> {
    /// Puts a step in front of the error's place.
    fn at(self, step: impl Into<PlaceStep>) -> Result<T>;

    /// Says which input the error's place is in.
    fn within(self, input: Input) -> Result<T>;
}

impl<T> At<T> for Result<T> {
    fn at(self, step: impl Into<PlaceStep>) -> Result<T> {
        self.map_err(|error| error.at(step))
    }

    fn within(self, input: Input) -> Result<T> {
        self.map_err(|error| error.within(input))
    }
}

/// Both values, or every reason why there is none of them.
pub(crate) fn both<A, B>(one: Result<A>, two: Result<B>) -> Result<(A, B)> {
    match (one, two) {
        (Ok(one), Ok(two)) => Ok((one, two)),
        (Err(one), Err(two)) => Err(one.and([two])),
        (Err(error), Ok(_)) | (Ok(_), Err(error)) => Err(error),
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
        let error = Error::new(Code::NumberSyntax)
            .with("text", "abc")
            .at(Text::from("a/b"))
            .at(3)
            .at("units");
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
        let held = |input| (input == Input::List).then(|| InputPlace::of(Input::Case).then("list"));
        let moved = error.at("x").within(Input::List).moved(&held);
        assert_eq!(moved.others()[1].path(), "/case/list/x");
        assert_eq!(moved.to_string().lines().count(), 3);
    }
}
