//! What does not fit, and where it is.

use super::{Fields, Node, Read, Write};
use crate::error::{Code, Error, MOST, PlaceStep};
use std::cell::{Cell, RefCell};
use std::fmt;
use std::str::FromStr;

/// FieldNames of fields, or words of a choice.
pub type FieldNames = &'static [&'static str];

/// Everything that did not fit while a type was read.
#[derive(Debug, Default)]
pub struct Misfit {
    pub(super) found: Cell<bool>,
    /// Where reading is: steps from the root, with their places in the text.
    pub(super) trail: RefCell<Vec<(PlaceStep, usize)>>,
    /// The first errors, with the places of the steps to them, which say their order.
    errors: RefCell<Vec<(Vec<usize>, Error)>>,
}

impl Misfit {
    /// Whether everything fitted.
    #[must_use]
    pub fn is_none(&self) -> bool {
        !self.found.get()
    }

    /// What is wrong, in the order of the request; `None` if there is no more to say than that it
    /// does not fit.
    #[must_use]
    pub fn error(&self) -> Option<Error> {
        let errors = self.errors.take().into_iter().map(|(_, error)| error);
        Error::collect(errors.collect()).err()
    }

    /// The fields of an object in the order of `names`.
    #[must_use]
    pub fn fields<'n, 't>(&'n self, node: &'n Node<'t>, names: FieldNames) -> Fields<'n, 't> {
        let mut fields = Fields::new(names, self);
        match node.as_object() {
            None => self.wrong(node, "object"),
            given => fields.given = given,
        }
        fields.check_end();
        fields
    }

    /// Which of several words it is.
    #[must_use]
    pub fn word(&self, node: &Node<'_>, words: FieldNames) -> usize {
        let Some(word) = node.as_str() else {
            self.wrong(node, "string");
            return 0;
        };
        place_of(word, words).unwrap_or_else(|| {
            self.refuse(not_a_choice(word, words), None);
            0
        })
    }

    /// Which of several kinds of objects it is, and its fields in the order of the names of that
    /// kind, `kind` among them.
    #[must_use]
    pub fn kind<'n, 't>(
        &'n self,
        node: &'n Node<'t>,
        kinds: FieldNames,
        names: &[FieldNames],
    ) -> (usize, Fields<'n, 't>) {
        let kind = node.get("kind");
        let word = kind.and_then(Node::as_str);
        if let Some(at) = word.and_then(|word| place_of(word, kinds)) {
            let mut fields = self.fields(node, names.get(at).copied().unwrap_or_default());
            let _ = fields.take();
            return (at, fields);
        }
        match kind {
            _ if node.as_object().is_none() => self.wrong(node, "object"),
            None => self.refuse(Error::new(Code::JsonMissingField).with("field", "kind"), None),
            Some(kind) => {
                let mut text = String::new();
                match word {
                    Some(word) => text.push_str(word),
                    None => kind.write(&mut text),
                }
                self.refuse(not_a_choice(&text, kinds).at("kind"), None);
            }
        }
        (0, Fields::new(&[], self))
    }

    /// Every item of a list.
    pub fn items<T: Read>(&self, node: &Node<'_>) -> Vec<T> {
        let (items, depth) = self.list(node);
        let mut read = Vec::with_capacity(items.len());
        for (at, item) in items.iter().enumerate() {
            self.go(depth, PlaceStep::Item(at), at);
            read.push(T::read(item, self));
        }
        read
    }

    /// The items of a list, and how deep it stands; none if it is missing.
    #[inline(never)]
    fn list<'n, 't>(&self, node: &'n Node<'t>) -> (&'n [Node<'t>], usize) {
        let items = node.as_list();
        if items.is_none() && !matches!(node, Node::Absent) {
            self.wrong(node, "array");
        }
        (items.unwrap_or_default(), self.trail.borrow().len())
    }

    /// A scalar from its text, or from the digits of a number; `otherwise` if it does not fit.
    pub fn scalar<T: FromStr<Err = Error>>(&self, node: &Node<'_>, otherwise: T) -> T {
        let Some(text) = node.scalar() else {
            self.wrong(node, "string");
            return otherwise;
        };
        text.parse().unwrap_or_else(|error| {
            self.refuse(error, None);
            otherwise
        })
    }

    /// A number that is none of the integers a type has.
    #[cold]
    #[inline(never)]
    pub(super) fn no_integer(&self, node: &Node<'_>, digits: &str) {
        if is_whole(digits) {
            self.refuse(Error::new(Code::NumberRange).with("text", digits), None);
        } else {
            self.wrong(node, "integer");
        }
    }

    /// A value of another type than expected.
    #[cold]
    #[inline(never)]
    pub fn wrong(&self, node: &Node<'_>, expected: &'static str) {
        let (found, found_zh) = match node {
            // Told already as a missing field, or as part of something that does not fit.
            Node::Absent => return self.found.set(true),
            Node::Null => ("null", "空值"),
            Node::Bool(_) => ("true/false", "真假值"),
            Node::Number(digits) if is_whole(digits) => ("number", "整数"),
            Node::Number(_) => ("decimal number", "小数"),
            Node::Text(_) => ("string", "文本"),
            Node::List(_) => ("array", "数组"),
            Node::Object(_) => ("object", "对象"),
        };
        let expected_zh = match expected {
            "object" => "对象",
            "array" => "数组",
            "string" => "文本",
            "boolean" => "“true”或“false”",
            _ => "整数",
        };
        let error = Error::new(Code::JsonType).with("expected", expected);
        let error = error.with("expected_zh", expected_zh).with("found", found);
        self.refuse(error.with("found_zh", found_zh), None);
    }

    /// An error of the value that is read, or of its field at a place in the text.
    #[cold]
    #[inline(never)]
    pub fn refuse(&self, error: Error, field: Option<usize>) {
        self.found.set(true);
        let trail = self.trail.borrow();
        let order: Vec<usize> = trail.iter().map(|(_, place)| *place).chain(field).collect();
        let mut errors = self.errors.borrow_mut();
        let at = errors.partition_point(|(earlier, _)| *earlier <= order);
        if at >= MOST {
            return;
        }
        let placed = trail.iter().rev().fold(error, |error, (step, _)| error.at(step.clone()));
        errors.truncate(MOST.saturating_sub(1));
        errors.insert(at, (order, placed));
    }

    pub(super) fn go(&self, depth: usize, step: PlaceStep, place: usize) {
        let mut trail = self.trail.borrow_mut();
        trail.truncate(depth);
        trail.push((step, place));
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("does not fit")
    }
}

/// Whether a number of JSON has neither a point nor an exponent.
fn is_whole(digits: &str) -> bool {
    digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

/// Where a word stands among several.
pub(super) fn place_of(word: &str, words: FieldNames) -> Option<usize> {
    words.iter().position(|one| *one == word)
}

fn not_a_choice(text: &str, known: FieldNames) -> Error {
    let error = Error::new(Code::JsonChoice).with("text", text);
    error.with_long("known", known.join(", ")).with_nearest(known.iter().copied(), text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{Read, Write};
    use kaipan_derive::boundary;

    #[boundary(read, write)]
    #[derive(Debug, PartialEq)]
    struct Row {
        name: String,
        steps: Vec<PlaceStep>,
        #[boundary(written)]
        floor: Option<i32>,
    }

    #[boundary(read, write)]
    #[derive(Debug, PartialEq)]
    enum PlaceStep {
        UpTo { floor: u32, sort: Sort },
        Rest {},
    }

    #[boundary(read, write)]
    #[derive(Debug, PartialEq)]
    enum Sort {
        Plain,
        PerFloor,
    }

    fn read(text: &str) -> (Row, Misfit) {
        let (node, misfit) = (Node::parse(text).unwrap(), Misfit::default());
        (Row::read(&node, &misfit), misfit)
    }

    #[test]
    fn what_fits_is_written_as_it_was_read() {
        for text in [
            r#"{"name":"1号楼","floor":-1}"#,
            r#"{"name":"","steps":[{"kind":"up_to","floor":3,"sort":"per_floor"},{"kind":"rest"}],"floor":null}"#,
        ] {
            let (row, misfit) = read(text);
            assert!(misfit.is_none());
            let mut out = String::new();
            row.write(&mut out);
            assert_eq!(out, text);
        }
    }

    #[test]
    fn everything_wrong_is_told_in_the_order_of_the_text() {
        let (_, misfit) = read(
            r#"{"floor":4294967296,"x":0,"steps":[{"kind":"up_to","sort":"plain"},
            {"kind":"no"},{},3,{"kind":"up_to","floor":-1,"sort":true,"y":0},{"kind":7}]}"#,
        );
        let error = misfit.error().unwrap();
        let all: Vec<String> = std::iter::once(&error)
            .chain(error.others())
            .map(|error| format!("{} {}", error.code(), error.path()))
            .collect();
        assert_eq!(
            all,
            [
                "number.range /floor",
                "json.unknown_field /x",
                "json.missing_field /steps/0",
                "json.choice /steps/1/kind",
                "json.missing_field /steps/2",
                "json.type /steps/3",
                "number.range /steps/4/floor",
                "json.type /steps/4/sort",
                "json.unknown_field /steps/4/y",
                "json.choice /steps/5/kind",
                "json.missing_field "
            ]
        );
    }

    #[test]
    fn numbers_and_texts_are_told_apart() {
        let (_, misfit) = read(
            r#"{"name":101.0,"floor":"3","steps":[{"kind":"up_to","floor":1.5,"sort":1},
            {"kind":"up_to","floor":1e2,"sort":"plain"},{"kind":"up_to","floor":"x","sort":"plain"},
            {"kind":"up_to","floor":99999999999999999999,"sort":"plain"},{"kind":1.5}]}"#,
        );
        let error = misfit.error().unwrap();
        // Every reason is a line.
        let told = error.to_string().replace(" expected ", " ");
        let all: Vec<&str> = told.lines().collect();
        assert_eq!(
            all,
            [
                "[json.type] /name: string here, not decimal number",
                "[json.type] /floor: integer here, not string",
                "[json.type] /steps/0/floor: integer here, not decimal number",
                "[json.type] /steps/0/sort: string here, not number",
                "[json.type] /steps/1/floor: integer here, not decimal number",
                "[json.type] /steps/2/floor: integer here, not string",
                "[number.range] /steps/3/floor: \"99999999999999999999\" is outside the range of its type",
                "[json.choice] /steps/4/kind: \"1.5\" is not one of the choices",
            ]
        );
        assert_eq!(read(r#"{"name":"","floor":-0}"#).0.floor, Some(0));
    }

    #[test]
    fn a_field_given_twice_does_not_fit_though_nothing_is_wrong_with_it() {
        let (row, misfit) = read(r#"{"name":"a","name":"b"}"#);
        assert_eq!((row.name.as_str(), misfit.is_none(), misfit.error()), ("a", false, None));
    }
}
