//! The C interface of kaipan: `include/kaipan.h` is generated from this crate, and its conventions
//! stand at the top of that file.
//!
//! A binding converts and never computes: every function here reads C arguments, calls the
//! catalogue or the columnar path, and hands the result over.
//!
//! # Policy
//! - Unsafe code is what a C interface consists of, and only this crate of the workspace may have
//!   it. Every unsafe block says why it is sound; the promises it relies on are the caller's, as
//!   written in the header.
//! - Every exported function that does more than give a constant runs inside `guard`: no panic
//!   crosses into C.
//! - Arguments are checked as far as they can be (NULL, lengths, UTF-8) before they are used; a
//!   bad argument is an error like any other.
//! - Nothing global but tables of constant texts, so that every function is re-entrant.
//! - The lints below keep panics out of this crate as they do in the core.

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
// What a caller has to hold is said once, in the header's conventions.
#![allow(clippy::missing_safety_doc)]

#[cfg(panic = "abort")]
compile_error!("panics could not be caught: build kaipan-c with panic = \"unwind\"");

mod arrays;
mod call;
mod catalogue;
mod columns;
mod compiled_scheme;
mod error;
mod fact_columns;
mod guard;
mod overdue_columns;
mod text;
mod version;

pub use call::kp_call;
pub use catalogue::{
    KP_REQUEST, KP_RESPONSE, KpSide, kp_operation_about, kp_operation_count, kp_operation_name,
    kp_operation_schema,
};
pub use columns::{KpColumnTotals, KpColumns};
pub use compiled_scheme::{
    KpCompiledScheme, kp_compiled_scheme_axis_codes, kp_compiled_scheme_axis_count,
    kp_compiled_scheme_axis_name, kp_compiled_scheme_code, kp_compiled_scheme_columns,
    kp_compiled_scheme_free, kp_compiled_scheme_key, kp_compiled_scheme_key_count,
    kp_compiled_scheme_new, kp_compiled_scheme_price, kp_compiled_scheme_set_base,
    kp_compiled_scheme_set_exact_base,
};
pub use error::{
    KP_EN, KP_OK, KP_ZH, KpError, KpLang, KpStatus, kp_error_at, kp_error_code, kp_error_count,
    kp_error_free, kp_error_hint, kp_error_json, kp_error_message, kp_error_number, kp_error_path,
    kp_error_row,
};
pub use fact_columns::{KpFactColumns, kp_fact_kind_code, kp_kpi_measure_columns};
pub use overdue_columns::{
    KP_NO_DAY, KpAssessedSums, KpClaimColumns, KpReceiptColumns, kp_overdue_aging_columns,
    kp_overdue_assess_columns,
};
pub use text::{KP_NUL, kp_string_free};
pub use version::{kp_version, kp_version_number};
