//! What JavaScript calls: operations with JSON in and out, and columns of homes, claims and facts.
//!
//! `ts/` makes typed functions of it. What refuses says so by giving nothing, and [`refusal`] has the
//! error; nothing that JavaScript holds has to be freed.

pub mod call;
#[cfg(feature = "pricing")]
pub mod columns;
#[cfg(feature = "kpi")]
pub mod fact_columns;
#[cfg(any(feature = "pricing", feature = "overdue", feature = "kpi"))]
mod numbers;
#[cfg(feature = "overdue")]
pub mod overdue_columns;
#[cfg(feature = "pricing")]
pub mod schemes;

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
