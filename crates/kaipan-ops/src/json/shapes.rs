//! The shapes of all requests: their JSON Schemas without what only people read.
//!
//! Schemas made in the library would cost hosts that load it over a network more than all rules
//! together, so the shapes are written to a file (`cargo xtask docs`) and read from it.

use super::tree::Node;
use std::sync::LazyLock;

/// `{"operations": {name: schema of the request}, "$defs": {…}}`; `columns` is among the operations.
static SHAPES: LazyLock<Node<'static>> =
    LazyLock::new(|| serde_json::from_str(include_str!("shapes.json")).unwrap_or(Node::Null));

/// All shapes, into which references point, and that of the request of an operation.
pub(super) fn of(operation: &str) -> Option<(&'static Node<'static>, &'static Node<'static>)> {
    let root: &'static Node<'static> = &SHAPES;
    Some((root, root.get("operations")?.get(operation)?))
}

#[cfg(feature = "schema")]
pub use write::shapes_text;

#[cfg(feature = "schema")]
mod write {
    use crate::OPERATIONS;
    use crate::json::schema_of;
    use kaipan::pricing::ColumnsRequest;
    use serde_json::{Map, Value, json};

    /// What diagnosis looks at.
    const KEPT: [&str; 9] =
        ["$ref", "type", "format", "properties", "required", "items", "oneOf", "anyOf", "enum"];

    /// `shapes.json` as the types say.
    ///
    /// # Errors
    /// The name that two types have.
    pub fn shapes_text() -> Result<String, String> {
        let (mut operations, mut definitions) = (Map::new(), Map::new());
        let columns = ("columns", schema_of::<ColumnsRequest>());
        let requests = OPERATIONS.iter().map(|known| (known.name, (known.request_schema)()));
        for (operation, schema) in requests.chain([columns]) {
            operations.insert(operation.to_owned(), stripped(schema.as_value()));
            let found = schema.as_value().get("$defs").and_then(Value::as_object);
            for (name, definition) in found.into_iter().flatten() {
                let shape = stripped(definition);
                if definitions.get(name).is_some_and(|known| *known != shape) {
                    return Err(format!("two types are called {name}"));
                }
                definitions.insert(name.clone(), shape);
            }
        }
        definitions.sort_keys();
        // One line a type, for differences that can be read.
        let lines = |map: Map<String, Value>| {
            let lines: Vec<String> =
                map.iter().map(|(name, shape)| format!("{}:{shape}", json!(name))).collect();
            lines.join(",\n")
        };
        Ok(format!(
            "{{\"operations\":{{\n{}\n}},\"$defs\":{{\n{}\n}}}}\n",
            lines(operations),
            lines(definitions)
        ))
    }

    fn stripped(schema: &Value) -> Value {
        match schema {
            Value::Object(fields) => {
                let mut kept = Map::new();
                for (name, value) in fields {
                    if name == "const" {
                        kept.insert(name.clone(), value.clone());
                    } else if name == "properties" {
                        let all = value.as_object().into_iter().flatten();
                        let all = all.map(|(name, value)| (name.clone(), stripped(value)));
                        kept.insert(name.clone(), Value::Object(all.collect()));
                    } else if KEPT.contains(&name.as_str()) {
                        kept.insert(name.clone(), stripped(value));
                    }
                }
                Value::Object(kept)
            }
            Value::Array(items) => Value::Array(items.iter().map(stripped).collect()),
            other => other.clone(),
        }
    }

    #[cfg(test)]
    #[test]
    fn the_file_is_fresh() {
        let fresh = Ok(include_str!("shapes.json")) == shapes_text().as_deref();
        assert!(fresh, "crates/kaipan-ops/src/json/shapes.json is stale: cargo xtask docs");
    }
}
