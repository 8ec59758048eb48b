//! Finding out what is wrong with a request that did not fit its type.
//!
//! The reader stops at the first mismatch and, inside tagged enums, no longer knows where it is.
//! So when it fails, the request is walked along its schema, and everything that does not fit is
//! reported with its place. Requests that fit never come here.

use kaipan::Date;
use kaipan::error::{Code, Error, Result};
use kaipan::number::{Area, Figure, Money, Place, Rate, UnitPrice};
use kaipan::project::Dimension;
use serde_json::{Map, Value};

/// More errors than this are not collected.
const MOST: usize = 50;

/// Everything that does not fit; `None` if nothing is found wrong. References in `schema` point
/// into `root`.
pub(super) fn diagnose(value: &Value, root: &Value, schema: &Value) -> Option<Error> {
    let mut walk = Walk { root, errors: Vec::new() };
    walk.visit(value, schema, &mut Vec::new());
    Error::collect(walk.errors).err()
}

struct Walk<'a> {
    root: &'a Value,
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
    fn resolved(&self, schema: &'a Value) -> &'a Value {
        let target = schema.get("$ref").and_then(Value::as_str);
        let found = target.and_then(|t| t.strip_prefix('#')).and_then(|t| self.root.pointer(t));
        found.unwrap_or(schema)
    }

    fn visit(&mut self, value: &Value, schema: &'a Value, trail: &mut Trail) {
        let schema = self.resolved(schema);
        if let Some(options) = choices(schema) {
            return self.one_of(value, options, trail);
        }
        if let Some(format) = schema.get("format").and_then(Value::as_str)
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
            Some("array") => match value.as_array() {
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
            Some("string") => value.is_string(),
            Some("boolean") => value.is_boolean(),
            Some("integer") => return self.integer(value, schema, trail),
            _ => true,
        };
        let fits = fits || (allows_null(schema) && value.is_null());
        if !fits {
            self.refuse(wrong_type(value, schema_type(schema).unwrap_or("value")), trail);
        }
    }

    fn integer(&mut self, value: &Value, schema: &Value, trail: &mut Trail) {
        if allows_null(schema) && value.is_null() {
            return;
        }
        let bounds = match schema.get("format").and_then(Value::as_str) {
            Some("uint32") => (0, i64::from(u32::MAX)),
            _ => (i64::from(i32::MIN), i64::from(i32::MAX)),
        };
        match value.as_i64() {
            Some(number) if (bounds.0..=bounds.1).contains(&number) => {}
            Some(number) => {
                self.refuse(Error::new(Code::NumberRange).with("text", number), trail);
            }
            None => self.refuse(wrong_type(value, "integer"), trail),
        }
    }

    fn scalar(
        &mut self,
        value: &Value,
        parse: fn(&str) -> Result<()>,
        schema: &Value,
        trail: &Trail,
    ) {
        let text = match value {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            Value::Null if allows_null(schema) => return,
            _ => return self.refuse(wrong_type(value, "string"), trail),
        };
        if let Err(error) = parse(&text) {
            self.refuse(error, trail);
        }
    }

    fn object(&mut self, object: &Map<String, Value>, schema: &'a Value, trail: &mut Trail) {
        let properties = schema
            .get("properties")
            .and_then(Value::as_object)
            .map_or_else(Vec::new, |map| map.iter().collect::<Vec<_>>());
        for (name, value) in object {
            match properties.iter().find(|(known, _)| *known == name) {
                Some((_, inner)) => {
                    trail.push(name.clone());
                    self.visit(value, inner, trail);
                    trail.pop();
                }
                None => {
                    let known: Vec<&str> =
                        properties.iter().map(|(known, _)| known.as_str()).collect();
                    let error = Error::new(Code::JsonUnknownField)
                        .with("field", name)
                        .with_long("known", known.join(", "));
                    trail.push(name.clone());
                    self.refuse(error, trail);
                    trail.pop();
                }
            }
        }
        let required = schema.get("required").and_then(Value::as_array);
        for name in required.into_iter().flatten().filter_map(Value::as_str) {
            if !object.contains_key(name) {
                self.refuse(Error::new(Code::JsonMissingField).with("field", name), trail);
            }
        }
    }

    /// An enum: words, or objects told apart by `kind`; or something that may be null.
    fn one_of(&mut self, value: &Value, options: &'a [Value], trail: &mut Trail) {
        let options: Vec<&'a Value> = options.iter().map(|option| self.resolved(option)).collect();
        let nullable = options.iter().any(|option| schema_type(option) == Some("null"));
        if nullable && value.is_null() {
            return;
        }
        let real: Vec<&'a Value> =
            options.into_iter().filter(|option| schema_type(option) != Some("null")).collect();
        if let [only] = real.as_slice() {
            return self.visit(value, only, trail);
        }
        let kinds: Vec<(&str, &'a Value)> =
            real.iter().filter_map(|option| Some((kind_of(option)?, *option))).collect();
        if kinds.is_empty() {
            return self.word(value, &real, trail);
        }
        let known: Vec<&str> = kinds.iter().map(|(kind, _)| *kind).collect();
        let Some(object) = value.as_object() else {
            return self.refuse(wrong_type(value, "object"), trail);
        };
        let Some(kind) = object.get("kind") else {
            return self.refuse(Error::new(Code::JsonMissingField).with("field", "kind"), trail);
        };
        match kinds.iter().find(|(known, _)| kind.as_str() == Some(known)) {
            Some((_, schema)) => self.object(object, schema, trail),
            None => {
                let text = kind.as_str().map_or_else(|| kind.to_string(), str::to_owned);
                trail.push("kind".to_owned());
                self.refuse(not_a_choice(&text, &known), trail);
                trail.pop();
            }
        }
    }

    fn word(&mut self, value: &Value, options: &[&Value], trail: &Trail) {
        let mut known: Vec<&str> = Vec::new();
        for option in options {
            known.extend(option.get("const").and_then(Value::as_str));
            let list = option.get("enum").and_then(Value::as_array);
            known.extend(list.into_iter().flatten().filter_map(Value::as_str));
        }
        match value.as_str() {
            Some(text) if known.contains(&text) => {}
            Some(text) => self.refuse(not_a_choice(text, &known), trail),
            None => self.refuse(wrong_type(value, "string"), trail),
        }
    }
}

fn not_a_choice(text: &str, known: &[&str]) -> Error {
    Error::new(Code::JsonChoice).with("text", text).with_long("known", known.join(", "))
}

fn wrong_type(value: &Value, expected: &str) -> Error {
    let zh = match expected {
        "object" => "对象",
        "array" => "数组",
        "string" => "文本",
        "boolean" => "true 或 false",
        "integer" => "整数",
        _ => "值",
    };
    let found = match value {
        Value::Null => "null",
        Value::Bool(_) => "true/false",
        Value::Number(_) => "number",
        // Decimals have been put in quotes before reading.
        Value::String(text) if text.parse::<kaipan::number::Exact>().is_ok() => "decimal number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    Error::new(Code::JsonType)
        .with("expected", expected)
        .with("expected_zh", zh)
        .with("found", found)
}

fn choices(schema: &Value) -> Option<&[Value]> {
    let list = schema.get("oneOf").or_else(|| schema.get("anyOf"))?;
    list.as_array().map(Vec::as_slice)
}

fn kind_of(schema: &Value) -> Option<&str> {
    schema.pointer("/properties/kind/const").and_then(Value::as_str)
}

/// The type of a schema, the one besides `null` if there are two.
fn schema_type(schema: &Value) -> Option<&str> {
    match schema.get("type")? {
        Value::String(one) => Some(one),
        Value::Array(several) => {
            several.iter().filter_map(Value::as_str).find(|name| *name != "null")
        }
        _ => None,
    }
}

fn allows_null(schema: &Value) -> bool {
    let types = schema.get("type").and_then(Value::as_array);
    types.is_some_and(|types| types.iter().any(|name| name == "null"))
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
