//! probe
use wasm_bindgen::prelude::*;
/// Calls.
/// # Errors
/// error text
#[wasm_bindgen]
pub fn call(operation: &str, request: &[u8]) -> Result<String, JsValue> {
    match kaipan_ops::call_json(operation, request) { (t, true) => Ok(t), (t, false) => Err(JsValue::from(t)) }
}
