//! What JavaScript calls: operations with JSON in and out, and pricing in columns.
//!
//! `ts/` makes typed functions of it. What refuses says so by giving nothing, and [`refusal`] has the
//! error; nothing that JavaScript holds has to be freed.

#[cfg(target_family = "wasm")]
mod arena;
pub mod call;
#[cfg(feature = "whole")]
pub mod columns;
#[cfg(not(target_family = "wasm"))]
mod heap;
#[cfg(feature = "whole")]
pub mod schemes;

#[cfg(not(target_family = "wasm"))]
use heap as arena;
use kaipan::error::Result;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

thread_local! {
    static REFUSAL: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// What was done, or that there is a refusal.
fn done<T>(result: Result<T>) -> Option<T> {
    result.map_err(|error| refuse(kaipan_ops::json::error_text(&error))).ok()
}

fn refuse(error: String) {
    REFUSAL.set(Some(error));
}

/// Why the last call was refused, if it was: the error as JSON.
#[wasm_bindgen]
#[must_use]
pub fn refusal() -> Option<String> {
    REFUSAL.take()
}

/// Gives all memory back but that of compiled schemes: to be called when what the last calls gave
/// has been copied.
#[wasm_bindgen]
pub fn release() {
    std::mem::forget(REFUSAL.take());
    #[cfg(feature = "whole")]
    {
        schemes::leave();
        columns::leave();
    }
    // SAFETY: no static holds memory of a call any more, and JavaScript has copied what it was given.
    unsafe { arena::release() };
}
