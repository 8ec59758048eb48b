//! What the fuzz targets share: calling an operation and judging its answer.

pub mod table;

use serde_json::Value;

/// Calls the operation and checks that the answer is what a host may rely on: JSON either way,
/// and an error with a stable code, a JSON Pointer and messages in both languages.
///
/// # Panics
/// When it is not; that is what the fuzzer looks for.
pub fn check(operation: &str, request: &[u8]) -> Option<Value> {
    let (text, done) = kaipan_ops::call_json(operation, request);
    let answer: Value = serde_json::from_str(&text)
        .unwrap_or_else(|error| panic!("{operation}: the answer is not JSON: {error}: {text}"));
    if done {
        return Some(answer);
    }
    check_error(&answer["error"]);
    None
}

fn check_error(error: &Value) {
    let text = |field: &str| {
        error[field].as_str().unwrap_or_else(|| panic!("no {field} in the error {error}"))
    };
    for field in ["code", "zh", "en", "hint_zh", "hint_en"] {
        assert!(!text(field).is_empty(), "{field} is empty in the error {error}");
    }
    let path = text("path");
    assert!(path.is_empty() || path.starts_with('/'), "not a JSON Pointer: {path}");
    assert!(error["number"].is_u64(), "no number in the error {error}");
    for other in error["others"].as_array().into_iter().flatten() {
        check_error(other);
    }
}
