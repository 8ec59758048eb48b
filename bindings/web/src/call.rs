//! Operations: JSON in, JSON out.

use kaipan::json::Write;
use kaipan_derive::boundary;
use wasm_bindgen::prelude::*;

/// Calls an operation; nothing if it is refused.
#[wasm_bindgen]
#[must_use]
pub fn call(operation: &str, request: &str) -> Option<String> {
    call_bytes(operation, request.as_bytes())
}

/// As [`call`], from bytes that may not be UTF-8.
#[wasm_bindgen]
#[must_use]
pub fn call_bytes(operation: &str, request: &[u8]) -> Option<String> {
    crate::done(kaipan_ops::call_bytes(operation, request))
}

#[boundary(write)]
struct Listed {
    name: &'static str,
    zh: &'static str,
    en: &'static str,
}

/// The catalogue: names and what they do, as JSON.
#[wasm_bindgen]
#[must_use]
pub fn operations() -> String {
    let all = kaipan_ops::OPERATIONS.iter();
    let all: Vec<Listed> = all.map(|op| Listed { name: op.name, zh: op.zh, en: op.en }).collect();
    let mut out = String::new();
    all.write(&mut out);
    out
}

/// What a failure inside the library is told as: the error as JSON.
#[wasm_bindgen]
#[must_use]
pub fn failure(detail: &str) -> String {
    let error = kaipan::Error::new(kaipan::error::Code::CallPanic).with("detail", detail);
    kaipan_ops::json::error_text(&error)
}

/// What a wrong argument is told as: the error as JSON.
#[wasm_bindgen]
#[must_use]
pub fn misuse(name: &str, zh: &str, en: &str) -> String {
    let error = kaipan::Error::new(kaipan::error::Code::CallArgument).with("name", name);
    kaipan_ops::json::error_text(&error.with("detail_zh", zh).with("detail_en", en))
}

/// Version of the library.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
