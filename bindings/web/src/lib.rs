//! What JavaScript calls: operations with JSON in and out, and pricing in columns.
//!
//! `ts/` makes typed functions of it. Errors leave as their JSON text; nothing that JavaScript
//! holds has to be freed.

pub mod call;
#[cfg(feature = "pricing")]
pub mod columns;
#[cfg(feature = "pricing")]
pub mod schemes;

use kaipan::Error;
use wasm_bindgen::JsValue;

/// An error on its way to JavaScript.
fn thrown(error: &Error) -> JsValue {
    JsValue::from_str(&kaipan_ops::json::error_text(error))
}
