//! Every rate of every request and answer says in its documentation how it is written.

#![allow(missing_docs)]
#![cfg(feature = "schema")]

use kaipan_ops::OPERATIONS;
use serde_json::Value;

/// Words one of which says the scale: of shares and percents an example, of factors their kind.
const SAYS: [&str; 3] = ["%", "point", "factor"];

#[test]
fn every_rate_says_its_scale() {
    let mut silent = Vec::new();
    for operation in OPERATIONS {
        for schema in [(operation.request_schema)(), (operation.response_schema)()] {
            walk(&schema.to_value(), "", &mut silent);
        }
    }
    silent.sort();
    silent.dedup();
    assert!(silent.is_empty(), "no scale in the documentation of {silent:#?}");
}

fn walk(node: &Value, place: &str, silent: &mut Vec<String>) {
    match node {
        Value::Object(fields) => {
            if let Some(Value::Object(properties)) = fields.get("properties") {
                for (name, property) in properties {
                    if is_rate(property) && !says(property) {
                        silent.push(format!("{place}/{name}"));
                    }
                }
            }
            for (name, value) in fields {
                let place = if place.ends_with("$defs") { name } else { place };
                let place = if name == "$defs" { "$defs" } else { place };
                walk(value, place, silent);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| walk(item, place, silent)),
        _ => {}
    }
}

/// The property is a rate, one that may be absent, or a list of rates.
fn is_rate(property: &Value) -> bool {
    let refers = |node: &Value| node.get("$ref").is_some_and(|to| to == "#/$defs/Rate");
    let any = property.get("anyOf").and_then(Value::as_array);
    refers(property)
        || any.is_some_and(|all| all.iter().any(refers))
        || property.get("items").is_some_and(refers)
}

fn says(property: &Value) -> bool {
    let text = property.get("description").and_then(Value::as_str).unwrap_or_default();
    SAYS.iter().any(|word| text.contains(word))
}
