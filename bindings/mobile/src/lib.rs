//! kaipan for Kotlin, Swift and Python.
//!
//! Every operation of the catalogue is a function from a typed request to a typed response; the
//! types are those of the core. Beside them stand JSON codecs of the types, [`call`] for JSON on
//! both sides, and [`SchemeHandle`], [`overdue_assess_bytes`] and [`kpi_measure_bytes`] for many rows
//! at once. Whatever is refused comes back as a [`KaipanError`]; a request that does not fit its type,
//! such as an amount with three decimals, gives the very error that its JSON would give.
//!
//! A binding converts and never computes: nothing here knows a rule.

// An error is made once and crosses at once; a box would only be opened again.
#![allow(clippy::result_large_err)]

mod arrays;
mod bytes;
mod call;
mod checked;
mod columns;
mod error;
mod fact_columns;
// Not formatted: its generator would have to know how.
#[rustfmt::skip]
mod operations;
mod overdue_columns;
mod wire;

pub use arrays::{Array, kaipan_price_arrays};
pub use bytes::Bytes;
pub use call::{OperationInfo, call, operations, version};
pub use checked::Checked;
pub use columns::{Axis, AxisKey, ColumnBytes, SchemeHandle};
pub use error::{ErrorDetail, KaipanError};
pub use fact_columns::{FactBytes, fact_kind_code, kpi_measure_bytes};
pub use operations::*;
pub use overdue_columns::{
    AssessedBytes, ClaimBytes, ReceiptBytes, overdue_aging_bytes, overdue_assess_bytes,
};

uniffi::setup_scaffolding!("kaipan_operations");
