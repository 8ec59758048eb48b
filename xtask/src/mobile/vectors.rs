//! `tests/vectors` in one file, for languages whose JSON library loses the order of keys: a list of
//! name, operation, request and expected answer, all of them texts.

use crate::shell::{Outcome, Shell, doing};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

pub(super) fn write(shell: &Shell, file: &Path) -> Outcome {
    let root = shell.root("tests/vectors");
    let mut cases: Vec<[String; 4]> = Vec::new();
    for folder in fs::read_dir(&root).map_err(doing("tests/vectors"))?.flatten() {
        for path in super::files(&folder.path(), "json").into_iter().flatten() {
            let shown = path.display();
            let text = fs::read_to_string(&path).map_err(doing(&shown))?;
            let case: Value = serde_json::from_str(&text).map_err(doing(&shown))?;
            let request = match (&case["request_text"], &case["request"]) {
                (Value::String(text), _) => text.clone(),
                (_, request) => request.to_string(),
            };
            let expected = match (&case["response"], &case["error"]) {
                (Value::Null, error) => json!({ "error": error }),
                (response, _) => response.clone(),
            };
            let operation = case["operation"].as_str().unwrap_or_default().to_owned();
            let name = path.strip_prefix(&root).unwrap_or(&path).display().to_string();
            cases.push([name, operation, request, expected.to_string()]);
        }
    }
    cases.sort();
    let text = serde_json::to_string(&cases).map_err(doing("vectors"))?;
    fs::write(file, text).map_err(doing(file.display()))
}
