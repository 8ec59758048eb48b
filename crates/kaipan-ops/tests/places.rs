//! Every place that an answer or an error of a vector names stands in its request.

use serde_json::Value;
use std::fs;
use std::path::Path;

#[test]
fn places_stand_in_the_request() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors");
    let mut wrong = Vec::new();
    let mut seen = 0;
    for operation in fs::read_dir(folder).unwrap() {
        let operation = operation.unwrap().path();
        if !operation.is_dir() {
            continue;
        }
        for file in fs::read_dir(operation).unwrap() {
            let file = file.unwrap().path();
            let vector: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
            // Texts that are no JSON have no places.
            let Some(request) = vector.get("request").filter(|request| request.is_object()) else {
                continue;
            };
            let mut places = Vec::new();
            collect(vector.get("error").or(vector.get("response")).unwrap(), &mut places);
            seen += places.len();
            for place in places {
                // The last token may be what is missing.
                let parent = place.rsplit_once('/').map_or("", |(parent, _)| parent);
                if request.pointer(parent).is_none_or(|at| !at.is_object() && !at.is_array())
                    && !is_in_lines(request, &place)
                {
                    wrong.push(format!("{}: {place}", file.display()));
                }
            }
        }
    }
    assert!(seen > 500, "{seen} places");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A place goes on into a text that has one event a line.
fn is_in_lines(request: &Value, place: &str) -> bool {
    let mut ends = place.match_indices('/').map(|(at, _)| &place[..at]);
    ends.any(|at| at.ends_with("_lines") && request.pointer(at).is_some_and(Value::is_string))
}

/// Every `path` in it. Those of a quote that the request holds are not its own.
fn collect(value: &Value, places: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(path) if name == "path" => places.push(path.clone()),
                    value => collect(value, places),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, places)),
        _ => {}
    }
}
