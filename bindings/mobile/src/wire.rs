//! From uniffi's bytes back to JSON, by the JSON Schema of the type.
//!
//! Fields stand in the order of the schema. Lists and texts follow their length; what may be
//! absent follows a 0 or a 1; a choice is its number, from 1 on, before its fields. Numbers are
//! big-endian.

use kaipan::number::Place;
use schemars::Schema;
use serde_json::{Map, Value};

/// The value as JSON; `None` for bytes that are none of this schema.
pub(crate) fn to_json(bytes: &[u8], schema: &Schema) -> Option<String> {
    let root = schema.as_value();
    let mut reader = Reader { rest: bytes, root };
    match reader.value(root) {
        Some(value) if reader.rest.is_empty() => Some(value.to_string()),
        // A text on its own comes without its length.
        _ if root.get("type") == Some(&"string".into()) => {
            Some(Value::from(std::str::from_utf8(bytes).ok()?).to_string())
        }
        _ => None,
    }
}

struct Reader<'a> {
    rest: &'a [u8],
    root: &'a Value,
}

impl<'a> Reader<'a> {
    fn value(&mut self, schema: &'a Value) -> Option<Value> {
        if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
            return self.value(self.root.pointer(target.strip_prefix('#')?)?);
        }
        if let Some(list) = schema.get("oneOf").or_else(|| schema.get("anyOf")) {
            return self.one_of(list.as_array()?);
        }
        let (kind, optional) = match schema.get("type")? {
            Value::String(kind) => (kind.as_str(), false),
            Value::Array(kinds) => {
                let mut names = kinds.iter().filter_map(Value::as_str);
                (names.find(|name| *name != "null")?, kinds.iter().any(|name| name == "null"))
            }
            _ => return None,
        };
        if optional && !self.flag()? {
            return Some(Value::Null);
        }
        self.plain(kind, schema)
    }

    fn plain(&mut self, kind: &str, schema: &'a Value) -> Option<Value> {
        if schema.get("enum").is_some() {
            return self.choice(&[schema]);
        }
        match (kind, schema.get("format").and_then(Value::as_str)) {
            ("string", Some("place")) => {
                let place = Place::ALL.get(self.count()?.checked_sub(1)?)?;
                Some(Value::from(place.as_str()))
            }
            ("string", _) => {
                let length = self.count()?;
                Some(Value::from(std::str::from_utf8(self.take(length)?).ok()?))
            }
            ("boolean", _) => Some(Value::from(self.flag()?)),
            ("integer", Some("uint32")) => Some(Value::from(u32::from_be_bytes(self.four()?))),
            ("integer", Some("int32")) => Some(Value::from(i32::from_be_bytes(self.four()?))),
            ("array", _) => {
                let items = schema.get("items")?;
                let count = self.count()?;
                (0..count).map(|_| self.value(items)).collect::<Option<Vec<_>>>().map(Value::from)
            }
            ("object", _) => self.object(schema).map(Value::from),
            _ => None,
        }
    }

    fn object(&mut self, schema: &'a Value) -> Option<Map<String, Value>> {
        let mut object = Map::new();
        for (name, field) in
            schema.get("properties").and_then(Value::as_object).into_iter().flatten()
        {
            let value = match field.get("const") {
                Some(kind) => kind.clone(),
                None => self.value(field)?,
            };
            object.insert(name.clone(), value);
        }
        Some(object)
    }

    fn one_of(&mut self, options: &'a [Value]) -> Option<Value> {
        let real: Vec<&Value> =
            options.iter().filter(|option| option.get("type") != Some(&"null".into())).collect();
        if real.len() < options.len() && !self.flag()? {
            return Some(Value::Null);
        }
        match real.as_slice() {
            [only] if only.get("$ref").is_some() => self.value(only),
            several => self.choice(several),
        }
    }

    /// Words, or objects told apart by a constant.
    fn choice(&mut self, options: &[&'a Value]) -> Option<Value> {
        let mut at = self.count()?.checked_sub(1)?;
        for option in options {
            let words = option.get("enum").and_then(Value::as_array);
            let size = words.map_or(1, Vec::len);
            if at >= size {
                at -= size;
                continue;
            }
            return match (words, option.get("const")) {
                (Some(words), _) => words.get(at).cloned(),
                (_, Some(word)) => Some(word.clone()),
                _ => self.object(option).map(Value::from),
            };
        }
        None
    }

    fn flag(&mut self) -> Option<bool> {
        match self.take(1)? {
            [0] => Some(false),
            [1] => Some(true),
            _ => None,
        }
    }

    fn count(&mut self) -> Option<usize> {
        usize::try_from(i32::from_be_bytes(self.four()?)).ok()
    }

    fn four(&mut self) -> Option<[u8; 4]> {
        self.take(4)?.try_into().ok()
    }

    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::operations::REQUESTS;
    use crate::{Checked, UniFfiTag};
    use kaipan::error::Code;
    use kaipan::json::Write;
    use kaipan::number::UnitPrice;
    use kaipan_ops::json;
    use schemars::JsonSchema;
    use std::path::Path;
    use uniffi::{Lift, Lower, RustBuffer};

    fn lowered<T: Lower<UniFfiTag>>(value: T) -> Vec<u8> {
        let mut bytes = Vec::new();
        T::write(value, &mut bytes);
        bytes
    }

    /// Whether a request comes back as it was, from its bytes and from what is made of them; `None`
    /// for one that is refused.
    pub(crate) fn survives<T>(request: &str) -> Option<bool>
    where
        T: kaipan::json::Read + JsonSchema + Write,
        T: Lower<UniFfiTag> + Lift<UniFfiTag, FfiType = RustBuffer>,
    {
        let read = |text: &str| json::read::<T>(text);
        let value = read(request).ok()?;
        let plain = json::write(&value, 0);
        let bytes = lowered(value);
        let text = to_json(&bytes, &json::schema_of::<T>()).unwrap();
        let again = json::write(&read(&text).unwrap(), 0);
        let lifted = Checked::<T>::try_lift(RustBuffer::from_vec(bytes)).unwrap();
        let lifted = json::write(&lifted.value().unwrap(), 0);
        Some(again == plain && lifted == plain)
    }

    #[test]
    fn every_request_survives() {
        for (operation, survives) in REQUESTS {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors");
            let mut seen = 0;
            for file in std::fs::read_dir(folder.join(operation)).unwrap() {
                let path = file.unwrap().path();
                let case: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
                if let Some(request) = case.get("request") {
                    let Some(same) = survives(&request.to_string()) else { continue };
                    assert!(same, "{}", path.display());
                    seen += 1;
                }
            }
            assert!(seen > 0, "{operation} has no vector");
        }
    }

    #[test]
    fn a_bad_scalar_has_code_and_place() {
        use kaipan_ops::pricing::NetToListRequest;
        let text = r#"{"composite_discount":{"modes":[{"share":"0.3","rate":"0.97"},
            {"share":"0.7","rate":"0.98"}]},"source":{"kind":"average","average":"10000"}}"#;
        let bytes = lowered(json::read::<NetToListRequest>(text).unwrap());
        let at = bytes.windows(4).position(|four| four == b"0.97").unwrap();
        let mut bad = bytes.clone();
        bad[at..at + 4].copy_from_slice(b"1e99");
        let lifted = Checked::<NetToListRequest>::try_read_buffer(&bad);
        let error = lifted.unwrap().value().unwrap_err();
        assert_eq!(error.code(), Code::NumberExponent);
        assert_eq!(error.path(), "/composite_discount/modes/0/rate");
        assert!(Checked::<NetToListRequest>::try_read_buffer(&bytes[1..]).is_err());
        assert!(Checked::<NetToListRequest>::try_read_buffer(&[]).is_err());
        let alone = Checked::<UnitPrice>::try_read_buffer(b"12345.67").unwrap().value().unwrap();
        assert_eq!(alone.to_string(), "12345.67");
        let alone = Checked::<UnitPrice>::try_read_buffer(b"NaN").unwrap().value().unwrap_err();
        assert_eq!((alone.code(), alone.path().as_str()), (Code::NumberSyntax, ""));
    }

    impl<T> Checked<T>
    where
        T: Lift<UniFfiTag, FfiType = RustBuffer> + kaipan::json::Read + JsonSchema,
    {
        fn try_read_buffer(bytes: &[u8]) -> uniffi::Result<Checked<T>> {
            Checked::try_lift(RustBuffer::from_vec(bytes.to_vec()))
        }
    }
}
