//! The text of a place in JSON and in other languages: a JSON Pointer.

#[cfg(any(feature = "serde", feature = "json", feature = "schema"))]
use super::InputPlace;

#[cfg(feature = "json")]
impl crate::json::Write for InputPlace {
    fn write(&self, out: &mut String) {
        crate::json::text(&self.to_string(), out);
    }
}

#[cfg(feature = "json")]
impl crate::json::Read for InputPlace {
    fn read(node: &crate::json::Node<'_>, misfit: &crate::json::Misfit) -> InputPlace {
        String::read(node, misfit).parse().unwrap_or_default()
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for InputPlace {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for InputPlace {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<InputPlace, D::Error> {
        let pointer = String::deserialize(deserializer)?;
        Ok(pointer.parse().unwrap_or_default())
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for InputPlace {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "InputPlace".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(generator)
    }
}
