//! The catalogue of operations: every rule of the core under a name, JSON in and JSON out.
//!
//! A host calls [`call`] with the name of an operation and a request; it gets the response, or an
//! error with a stable code, the place in the request and messages in Chinese and English. The
//! same request gives the same bytes on every host. Adding an operation is one line in
//! `catalogue.rs`.
//!
//! ```
//! let request = r#"{"composite_discount":{"modes":[{"share":"0.3","rate":"0.97"},
//!     {"share":"0.7","rate":"0.98"}]},"source":{"kind":"average","average":"10000"}}"#;
//! let response = kaipan_ops::call("pricing.net_to_list", request)?;
//! assert_eq!(response, r#"{"composite_discount":"0.977","list_average":"10235.41"}"#);
//! # Ok::<(), kaipan::Error>(())
//! ```

#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(
    not(test),
    deny(
        clippy::arithmetic_side_effects,
        clippy::as_conversions,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::string_slice,
        clippy::unreachable,
        clippy::unwrap_used,
    )
)]

#[cfg(feature = "approval")]
pub mod approval;
mod catalogue;
#[cfg(feature = "channel")]
pub mod channel;
#[cfg(feature = "customer")]
pub mod customer;
#[cfg(feature = "deal")]
pub mod deal;
#[cfg(feature = "discount")]
pub mod discount;
pub mod docs;
#[cfg(feature = "fee")]
pub mod fee;
#[cfg(feature = "fund_plan")]
pub mod fund_plan;
pub mod json;
#[cfg(feature = "kpi")]
pub mod kpi;
#[cfg(feature = "ledger")]
pub mod ledger;
#[cfg(feature = "number")]
pub mod number;
#[cfg(feature = "numbering")]
pub mod numbering;
#[cfg(feature = "opportunity")]
pub mod opportunity;
#[cfg(feature = "organisation")]
pub mod organisation;
#[cfg(feature = "overdue")]
pub mod overdue;
#[cfg(feature = "ownership")]
pub mod ownership;
#[cfg(feature = "payment")]
pub mod payment;
#[cfg(feature = "pricing")]
pub mod pricing;
#[cfg(feature = "project")]
pub mod project;
#[cfg(feature = "questionnaire")]
pub mod questionnaire;
#[cfg(feature = "quote")]
pub mod quote;
#[cfg(feature = "report")]
pub mod report;
#[cfg(feature = "service")]
pub mod service;
#[cfg(feature = "supervision")]
pub mod supervision;
#[cfg(feature = "voucher")]
pub mod voucher;

#[cfg(feature = "uniffi")]
uniffi::setup_scaffolding!("kaipan_requests");

pub use catalogue::{OPERATIONS, Operation};

#[cfg(feature = "pricing")]
use crate::pricing::ColumnsRequest;
use kaipan::error::{Code, Error, Result};
#[cfg(feature = "pricing")]
use kaipan::pricing::{Columns, CompiledScheme};

/// The longest request accepted, in bytes: 64 MiB.
pub const LONGEST_REQUEST: usize = 64 * 1024 * 1024;

/// The operation with this name.
///
/// # Errors
/// [`Code::OperationUnknown`], with the nearest name if one is near.
pub fn operation(name: &str) -> Result<&'static Operation> {
    OPERATIONS.iter().find(|operation| operation.name == name).ok_or_else(|| {
        let names = OPERATIONS.iter().map(|operation| operation.name);
        Error::new(Code::OperationUnknown).with("name", name).with_nearest(names, name)
    })
}

/// Calls an operation: JSON request in, JSON response out.
///
/// # Errors
/// Whatever the operation refuses; requests that are too long, not JSON or not of its shape.
pub fn call(name: &str, request: &str) -> Result<String> {
    let operation = operation(name)?;
    check_length(request.as_bytes())?;
    (operation.run)(request)
}

/// As [`call`], from bytes that may not be UTF-8.
///
/// # Errors
/// As [`call`], and [`Code::InputUtf8`].
pub fn call_bytes(name: &str, request: &[u8]) -> Result<String> {
    check_length(request)?;
    call(name, json::utf8(request)?)
}

/// As [`call`], with the error as JSON too: `{"error":{…}}`.
///
/// Returns the text and whether it is a response.
pub fn call_json(name: &str, request: &[u8]) -> (String, bool) {
    match call_bytes(name, request) {
        Ok(response) => (response, true),
        Err(error) => (json::error_text(&error), false),
    }
}

/// Compiles a [`ColumnsRequest`] given as JSON, for bindings that price in columns.
///
/// # Errors
/// Requests that are too long, not JSON or not of this shape; as [`CompiledScheme::compile`].
#[cfg(feature = "pricing")]
pub fn compile_columns(request: &[u8]) -> Result<(CompiledScheme, Columns)> {
    read_request::<ColumnsRequest>(request)?.compile()
}

/// Reads what stands beside columns, given as JSON, for bindings that take columns.
///
/// # Errors
/// Requests that are too long, not JSON or not of this shape.
pub fn read_request<T: kaipan::json::Read>(request: &[u8]) -> Result<T> {
    check_length(request)?;
    json::read(json::utf8(request)?)
}

fn check_length(request: &[u8]) -> Result<()> {
    if request.len() > LONGEST_REQUEST {
        return Err(Error::new(Code::InputTooLarge)
            .with("bytes", request.len())
            .with("limit", LONGEST_REQUEST));
    }
    Ok(())
}
