//! The least down payment, by date (handbook §4.3).

use crate::Date;
use crate::number::Rate;

/// The least share of the price that buyers with a loan pay out of their own funds.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields))]
pub enum DownPaymentPolicy {
    /// The national minimum for housing.
    National {},
    /// Rows of your own: a city's, a bank's.
    Table {
        /// Rows in any order; the latest that has begun counts.
        rows: Vec<DownPaymentRow>,
    },
}

/// A least down payment from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct DownPaymentRow {
    /// First day it is in force.
    pub from: Date,
    /// For this home of the household (1, 2, 3…); for all others if absent.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub home_count: Option<u32>,
    /// Share of the price.
    pub ratio: Rate,
}
