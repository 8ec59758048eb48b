//! Every rate of every request and answer says in its documentation how it is written.

#![allow(missing_docs)]
#![cfg(feature = "schema")]

use kaipan_ops::OPERATIONS;
use serde_json::Value;

/// Words one of which says the scale: of shares and percents an example, of factors their kind.
const SAYS: [&str; 2] = ["%", "factor"];

#[test]
fn every_rate_says_its_scale() {
    let silent = found(|_, property| is_rate(property) && !says(property));
    assert!(silent.is_empty(), "no scale in the documentation of {silent:#?}");
}

#[test]
fn what_is_named_percent_or_points_is_a_percent_and_nothing_else() {
    let wrong = found(|name, property| {
        let named = ["percent", "points"].iter().any(|word| name.contains(word));
        named && (is_rate(property) || !describes(property, "percent"))
    });
    assert!(wrong.is_empty(), "named as percents without being them: {wrong:#?}");
}

/// Properties of all requests and answers that this holds of.
fn found(is: impl Fn(&str, &Value) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for operation in OPERATIONS {
        for schema in [(operation.request_schema)(), (operation.response_schema)()] {
            walk(&schema.to_value(), "", &is, &mut found);
        }
    }
    found.sort();
    found.dedup();
    found
}

fn walk(node: &Value, place: &str, is: &dyn Fn(&str, &Value) -> bool, found: &mut Vec<String>) {
    match node {
        Value::Object(fields) => {
            if let Some(Value::Object(properties)) = fields.get("properties") {
                let those = properties.iter().filter(|(name, one)| is(name, one));
                found.extend(those.map(|(name, _)| format!("{place}/{name}")));
            }
            for (name, value) in fields {
                let place = if place.ends_with("$defs") { name } else { place };
                let place = if name == "$defs" { "$defs" } else { place };
                walk(value, place, is, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| walk(item, place, is, found)),
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
    SAYS.iter().any(|word| describes(property, word))
}

fn describes(property: &Value, word: &str) -> bool {
    let text = property.get("description").and_then(Value::as_str).unwrap_or_default();
    text.contains(word)
}
