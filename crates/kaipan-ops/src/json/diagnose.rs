//! Finding out what is wrong with a request that did not fit its type.
//!
//! The reader stops at the first mismatch and, inside tagged enums, no longer knows where it is.
//! So when it fails, the request is walked along its schema, and everything that does not fit is
//! reported with its place. Requests that fit never come here.

use super::tree::Node;
use super::writer;
use kaipan::Date;
use kaipan::error::{Code, Error, Result};
use kaipan::number::{Area, Figure, Money, Place, Rate, UnitPrice};
use kaipan::project::Dimension;
use std::borrow::Cow;

/// More errors than this are not collected.
const MOST: usize = 50;

/// Everything that does not fit; `None` if nothing is found wrong. References in `schema` point
/// into `root`.
pub(super) fn diagnose(value: &Node<'_>, root: &Node<'_>, schema: &Node<'_>) -> Option<Error> {
    let mut walk = Walk { root, errors: Vec::new() };
    walk.visit(value, schema, &mut Vec::new());
    Error::collect(walk.errors).err()
}

/// A schema, or a part of one.
type Schema<'a> = &'a Node<'a>;

struct Walk<'a> {
    root: Schema<'a>,
    errors: Vec<Error>,
}

/// Where the walk is: field names and indexes from the root.
type Trail = Vec<String>;

impl<'a> Walk<'a> {
    fn refuse(&mut self, error: Error, trail: &Trail) {
        if self.errors.len() < MOST {
            let placed = trail.iter().rev().fold(error, |error, token| error.at(token));
            self.errors.push(placed);
        }
    }

    /// The schema behind a reference.
    fn resolved(&self, schema: Schema<'a>) -> Schema<'a> {
        let target = schema.get("$ref").and_then(Node::as_str);
        let name = target.and_then(|target| target.strip_prefix("#/$defs/"));
        name.and_then(|name| self.root.get("$defs")?.get(name)).unwrap_or(schema)
    }

    fn visit(&mut self, value: &Node<'_>, schema: Schema<'a>, trail: &mut Trail) {
        let schema = self.resolved(schema);
        if let Some(options) = choices(schema) {
            return self.one_of(value, options, trail);
        }
        if let Some(format) = schema.get("format").and_then(Node::as_str)
            && let Some(parse) = scalar(format)
        {
            return self.scalar(value, parse, schema, trail);
        }
        if schema.get("enum").is_some() || schema.get("const").is_some() {
            return self.word(value, &[schema], trail);
        }
        let fits = match schema_type(schema) {
            Some("object") => match value.as_object() {
                Some(object) => return self.object(object, schema, trail),
                None => false,
            },
            Some("array") => match value.as_list() {
                Some(items) => {
                    let Some(inner) = schema.get("items") else { return };
                    for (at, item) in items.iter().enumerate() {
                        trail.push(at.to_string());
                        self.visit(item, inner, trail);
                        trail.pop();
                    }
                    return;
                }
                None => false,
            },
            Some("string") => value.as_str().is_some(),
            Some("boolean") => matches!(value, Node::Bool(_)),
            Some("integer") => return self.integer(value, schema, trail),
            _ => true,
        };
        let fits = fits || (allows_null(schema) && *value == Node::Null);
        if !fits {
            self.refuse(wrong_type(value, schema_type(schema).unwrap_or("value")), trail);
        }
    }

    fn integer(&mut self, value: &Node<'_>, schema: &Node<'_>, trail: &mut Trail) {
        if allows_null(schema) && *value == Node::Null {
            return;
        }
        let bounds = match schema.get("format").and_then(Node::as_str) {
            Some("uint32") => (0, i64::from(u32::MAX)),
            _ => (i64::from(i32::MIN), i64::from(i32::MAX)),
        };
        match value {
            Node::Signed(number) if (bounds.0..=bounds.1).contains(number) => {}
            Node::Signed(number) => {
                self.refuse(Error::new(Code::NumberRange).with("text", number), trail);
            }
            _ => self.refuse(wrong_type(value, "integer"), trail),
        }
    }

    fn scalar(
        &mut self,
        value: &Node<'_>,
        parse: fn(&str) -> Result<()>,
        schema: &Node<'_>,
        trail: &Trail,
    ) {
        if *value == Node::Null && allows_null(schema) {
            return;
        }
        let Some(text) = value.scalar() else {
            return self.refuse(wrong_type(value, "string"), trail);
        };
        if let Err(error) = parse(&text) {
            self.refuse(error, trail);
        }
    }

    fn object(
        &mut self,
        object: &[(Cow<'_, str>, Node<'_>)],
        schema: Schema<'a>,
        trail: &mut Trail,
    ) {
        let properties = schema.get("properties").and_then(Node::as_object).unwrap_or_default();
        for (at, (name, value)) in object.iter().enumerate() {
            // A field given twice stands where it is given first and has the value given last.
            if object.iter().take(at).any(|(known, _)| known == name) {
                continue;
            }
            let twice = object.iter().rev().find(|(known, _)| known == name);
            let value = twice.map_or(value, |(_, value)| value);
            match properties.iter().find(|(known, _)| known == name) {
                Some((_, inner)) => {
                    trail.push(name.to_string());
                    self.visit(value, inner, trail);
                    trail.pop();
                }
                None => {
                    let known: Vec<&str> =
                        properties.iter().map(|(known, _)| known.as_ref()).collect();
                    let error = Error::new(Code::JsonUnknownField)
                        .with("field", name)
                        .with_long("known", known.join(", "));
                    trail.push(name.to_string());
                    self.refuse(error, trail);
                    trail.pop();
                }
            }
        }
        let required = schema.get("required").and_then(Node::as_list);
        for name in required.into_iter().flatten().filter_map(Node::as_str) {
            if !object.iter().any(|(known, _)| known == name) {
                self.refuse(Error::new(Code::JsonMissingField).with("field", name), trail);
            }
        }
    }

    /// An enum: words, or objects told apart by `kind`; or something that may be null.
    fn one_of(&mut self, value: &Node<'_>, options: &'a [Node<'a>], trail: &mut Trail) {
        let options: Vec<Schema<'a>> = options.iter().map(|option| self.resolved(option)).collect();
        let nullable = options.iter().any(|option| schema_type(option) == Some("null"));
        if nullable && *value == Node::Null {
            return;
        }
        let real: Vec<Schema<'a>> =
            options.into_iter().filter(|option| schema_type(option) != Some("null")).collect();
        if let [only] = real.as_slice() {
            return self.visit(value, only, trail);
        }
        let kinds: Vec<(&str, Schema<'a>)> =
            real.iter().filter_map(|option| Some((kind_of(option)?, *option))).collect();
        if kinds.is_empty() {
            return self.word(value, &real, trail);
        }
        let known: Vec<&str> = kinds.iter().map(|(kind, _)| *kind).collect();
        let Some(object) = value.as_object() else {
            return self.refuse(wrong_type(value, "object"), trail);
        };
        let Some(kind) = value.get("kind") else {
            return self.refuse(Error::new(Code::JsonMissingField).with("field", "kind"), trail);
        };
        match kinds.iter().find(|(known, _)| kind.as_str() == Some(known)) {
            Some((_, schema)) => self.object(object, schema, trail),
            None => {
                let text = kind.as_str().map_or_else(|| json_of(kind), str::to_owned);
                trail.push("kind".to_owned());
                self.refuse(not_a_choice(&text, &known), trail);
                trail.pop();
            }
        }
    }

    fn word(&mut self, value: &Node<'_>, options: &[&Node<'_>], trail: &Trail) {
        let mut known: Vec<&str> = Vec::new();
        for option in options {
            known.extend(option.get("const").and_then(Node::as_str));
            let list = option.get("enum").and_then(Node::as_list);
            known.extend(list.into_iter().flatten().filter_map(Node::as_str));
        }
        match value.as_str() {
            Some(text) if known.contains(&text) => {}
            Some(text) => self.refuse(not_a_choice(text, &known), trail),
            None => self.refuse(wrong_type(value, "string"), trail),
        }
    }
}

/// A value as it is written.
fn json_of(value: &Node<'_>) -> String {
    let mut out = String::new();
    let _ = writer::write(value, &mut out);
    out
}

fn not_a_choice(text: &str, known: &[&str]) -> Error {
    Error::new(Code::JsonChoice).with("text", text).with_long("known", known.join(", "))
}

fn wrong_type(value: &Node<'_>, expected: &str) -> Error {
    let zh = match expected {
        "object" => "对象",
        "array" => "数组",
        "string" => "文本",
        "boolean" => "true 或 false",
        "integer" => "整数",
        _ => "值",
    };
    let found = match value {
        Node::Bool(_) => "true/false",
        Node::Signed(_) | Node::Unsigned(_) => "number",
        // Decimals have been put in quotes before reading.
        Node::Text(text) if text.parse::<kaipan::number::Exact>().is_ok() => "decimal number",
        Node::Text(_) => "string",
        Node::List(_) => "array",
        Node::Object(_) => "object",
        _ => "null",
    };
    Error::new(Code::JsonType)
        .with("expected", expected)
        .with("expected_zh", zh)
        .with("found", found)
}

fn choices<'a>(schema: Schema<'a>) -> Option<&'a [Node<'a>]> {
    let list = schema.get("oneOf").or_else(|| schema.get("anyOf"))?;
    list.as_list()
}

fn kind_of<'a>(schema: Schema<'a>) -> Option<&'a str> {
    schema.get("properties")?.get("kind")?.get("const")?.as_str()
}

/// The type of a schema, the one besides `null` if there are two.
fn schema_type<'a>(schema: Schema<'a>) -> Option<&'a str> {
    match schema.get("type")? {
        Node::Text(one) => Some(one),
        Node::List(several) => several.iter().filter_map(Node::as_str).find(|name| *name != "null"),
        _ => None,
    }
}

fn allows_null(schema: &Node<'_>) -> bool {
    let types = schema.get("type").and_then(Node::as_list);
    types.is_some_and(|types| types.iter().any(|name| name.as_str() == Some("null")))
}

/// How a scalar is read, by the format that its schema names.
fn scalar(format: &str) -> Option<fn(&str) -> Result<()>> {
    Some(match format {
        "money" => |text| text.parse::<Money>().map(|_| ()),
        "unit_price" => |text| text.parse::<UnitPrice>().map(|_| ()),
        "area" => |text| text.parse::<Area>().map(|_| ()),
        "rate" => |text| text.parse::<Rate>().map(|_| ()),
        "figure" => |text| text.parse::<Figure>().map(|_| ()),
        "place" => |text| text.parse::<Place>().map(|_| ()),
        "dimension" => |text| text.parse::<Dimension>().map(|_| ()),
        "date" => |text| text.parse::<Date>().map(|_| ()),
        _ => return None,
    })
}
