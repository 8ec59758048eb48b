//! Where an offending input stands.

use super::Input;
use crate::{Label, Text};
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

/// The place of an offending input: which input of an engine, and the way into it.
///
/// Its text is a JSON Pointer (RFC 6901) that begins with the name of the input, such as
/// `/plan/lines/2/months`. Requests that hold the same input elsewhere move the place there.
///
/// ```
/// use kaipan::error::{Input, InputPlace};
/// let place = InputPlace::of(Input::Plan).then("lines").then(2).then("months");
/// assert_eq!(place.to_string(), "/plan/lines/2/months");
/// assert_eq!(place.input(), Some(Input::Plan));
/// ```
#[derive(Debug, Clone, Default)]
pub struct InputPlace {
    input: Option<Input>,
    /// The way into the input, the innermost step first: places are built from the inside out.
    steps: Vec<PlaceStep>,
}

/// One step into an input.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum PlaceStep {
    /// A field of a record.
    Field(&'static str),
    /// An item of a list, counted from 0.
    Item(usize),
    /// A name that the host gave, such as that of an attribute of its own, as it is written there.
    Name(Label),
}

impl InputPlace {
    /// The input as a whole.
    pub fn of(input: Input) -> InputPlace {
        InputPlace { input: Some(input), steps: Vec::new() }
    }

    /// The input it is in; none while that is not known, and for an input as a whole request.
    pub fn input(&self) -> Option<Input> {
        self.input
    }

    /// The way into the input, from the outside in.
    pub fn steps(&self) -> impl Iterator<Item = &PlaceStep> {
        self.steps.iter().rev()
    }

    /// Nothing is said about the place.
    pub fn is_empty(&self) -> bool {
        self.input.is_none() && self.steps.is_empty()
    }

    /// One step further in.
    #[must_use]
    pub fn then(mut self, step: impl Into<PlaceStep>) -> InputPlace {
        self.steps.insert(0, step.into());
        self
    }

    /// Several steps further in.
    #[must_use]
    pub fn then_all<'s>(self, steps: impl IntoIterator<Item = &'s PlaceStep>) -> InputPlace {
        steps.into_iter().fold(self, |place, step| place.then(step.clone()))
    }

    /// The same place, seen from one step further out.
    pub(crate) fn below(&mut self, step: PlaceStep) {
        // An input that becomes part of another one is a field of it.
        if let Some(input) = self.input.take() {
            self.steps.push(PlaceStep::Field(input.name()));
        }
        self.steps.push(step);
    }

    /// Says which input it is in.
    pub(crate) fn within(&mut self, input: Input) {
        if let Some(input) = self.input.replace(input) {
            self.steps.push(PlaceStep::Field(input.name()));
        }
    }

    /// Moves it from an input to where a caller holds that input; `None` leaves it where it is.
    pub fn move_to(&mut self, held: &dyn Fn(Input) -> Option<InputPlace>) {
        if let Some(place) = self.input.and_then(held) {
            self.steps.extend(place.steps);
            self.input = place.input;
        }
    }

    fn tokens(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let input = self.input.map(|input| Cow::Borrowed(input.name()));
        input.into_iter().chain(self.steps().map(PlaceStep::token))
    }
}

impl PlaceStep {
    fn token(&self) -> Cow<'_, str> {
        match self {
            PlaceStep::Field(name) => Cow::Borrowed(name),
            PlaceStep::Item(at) => Cow::Owned(at.to_string()),
            PlaceStep::Name(name) => Cow::Borrowed(name),
        }
    }
}

impl From<&'static str> for PlaceStep {
    fn from(field: &'static str) -> PlaceStep {
        PlaceStep::Field(field)
    }
}

impl From<usize> for PlaceStep {
    fn from(at: usize) -> PlaceStep {
        PlaceStep::Item(at)
    }
}

impl From<Text> for PlaceStep {
    fn from(name: Text) -> PlaceStep {
        PlaceStep::Name(name.into())
    }
}

impl From<Label> for PlaceStep {
    fn from(name: Label) -> PlaceStep {
        PlaceStep::Name(name)
    }
}

impl From<Input> for InputPlace {
    fn from(input: Input) -> InputPlace {
        InputPlace::of(input)
    }
}

/// Places are the same if their pointers are.
impl PartialEq for InputPlace {
    fn eq(&self, other: &InputPlace) -> bool {
        self.tokens().eq(other.tokens())
    }
}

impl Eq for InputPlace {}

impl std::hash::Hash for InputPlace {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.tokens().for_each(|token| token.hash(state));
    }
}

impl PartialEq<str> for InputPlace {
    fn eq(&self, pointer: &str) -> bool {
        self.to_string().as_str() == pointer
    }
}

impl PartialEq<&str> for InputPlace {
    fn eq(&self, pointer: &&str) -> bool {
        *self == **pointer
    }
}

/// The JSON Pointer.
impl fmt::Display for InputPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for token in self.tokens() {
            match token.contains(['~', '/']) {
                true => write!(f, "/{}", token.replace('~', "~0").replace('/', "~1"))?,
                false => write!(f, "/{token}")?,
            }
        }
        Ok(())
    }
}

impl PartialOrd for InputPlace {
    fn partial_cmp(&self, other: &InputPlace) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for InputPlace {
    fn cmp(&self, other: &InputPlace) -> std::cmp::Ordering {
        self.tokens().cmp(other.tokens())
    }
}

/// Reads a JSON Pointer, such as that of a finding which a host has stored.
impl FromStr for InputPlace {
    type Err = std::convert::Infallible;

    fn from_str(pointer: &str) -> Result<InputPlace, Self::Err> {
        let name =
            |token: &str| PlaceStep::Name(token.replace("~1", "/").replace("~0", "~").into());
        let steps = pointer.split('/').skip(1).map(name);
        let mut steps: Vec<PlaceStep> = steps.collect();
        steps.reverse();
        Ok(InputPlace { input: None, steps })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_a_pointer_and_back() {
        let name = PlaceStep::Name("a/b~c".into());
        let place = InputPlace::of(Input::Units).then(3).then("attributes").then(name);
        assert_eq!(place, "/units/3/attributes/a~1b~0c");
        assert_eq!(place.to_string().parse(), Ok(place));
        assert!(InputPlace::default().is_empty());
    }

    #[test]
    fn a_name_stands_as_it_was_written() {
        let place = InputPlace::of(Input::Unit).then(Label::from(" ａ\0b "));
        assert_eq!(place, "/unit/ ａ\0b ");
        assert_eq!(place.to_string().parse(), Ok(place));
    }

    #[test]
    fn a_place_moves_to_where_its_input_is_held() {
        let mut place = InputPlace::of(Input::Unit).then("floor");
        place.move_to(&|input| (input == Input::Facts).then(InputPlace::default));
        assert_eq!(place, "/unit/floor");
        place.move_to(&|_| Some(InputPlace::of(Input::Case).then("unit")));
        assert_eq!(place, "/case/unit/floor");
        place.below(PlaceStep::from("request"));
        assert_eq!(place, "/request/case/unit/floor");
    }
}
