//! kaipan (开盘, "opening day"): the calculation and rules kernel for selling new homes in China.
//!
//! The crate is a pure core. It has no clock, no I/O, no randomness, no global state and no
//! floating point; every input gives a value or an [`Error`], and every computed price
//! can show its steps. Areas of the business follow each other like the sale itself:
//!
//! | module | holds |
//! |---|---|
//! | [`number`] | money, areas, unit prices, rates, named rounding points, exact intermediates |
//! | [`project`] | project, building, unit, presale permit, selections, import |
//! | [`pricing`] | schemes, price tables, solving for a target, adjustments, checks, columns |
//! | [`discount`] | discounts, stacking, conditions, authority, the best combination |
//! | [`payment`] | payment plans, due dates, schedules, loans |
//! | [`fee`] | fees and taxes, rules in force, VAT |
//! | [`quote`] | the quote sheet, comparison of choices, validity |
//! | [`customer`] | customers: identity, matching, merging, changes, sharing, hand-over |
//! | [`opportunity`] | follow-ups, opportunities, stages, quotations given, tasks |
//! | [`ownership`] | whose customer it is, what is due, audits of records |
//! | [`organisation`] | the organisation and its history, roles and rights, process variants |
//! | [`approval`] | who must approve what, and the life of a request for approval |
//! | [`numbering`] | numbers of documents: patterns, counters, gaps |
//! | [`channel`] | brokers: registrations and their protection, allotted units, terms of commissions |
//! | [`questionnaire`] | questionnaires: definition, completeness, statistics |
//! | [`deal`] | stock control and documents from registration to contract, as decisions over a table |
//! | [`area_settlement`] | what buyer and seller owe each other once the area is registered |
//! | [`ledger`] | receivables, receipts, allocation, corrections, statements, journal |
//! | [`service`] | services after signing: filing, loans, handover, title, as step machines |
//! | [`voucher`] | books of vouchers: numbers drawn, void, recovered, verified, exchanged |
//! | [`supervision`] | where money lies: supervised accounts, what may be released |
//! | [`fund_plan`] | outgoing payments and the plan they need |
//! | [`kpi`] | targets, facts, measures in two calibers, the bridge between figures, commission |
//! | [`overdue`] | late fees, aging, dunning, tasks and forecast of what deals owe |
//! | [`report`] | named reports over what was recorded, with rights, totals and a calendar |
//! | [`money`] | what money is called, and entries that move it |
//! | [`error`] | one error type with stable codes and bilingual messages; findings |
//!
//! "Handbook §3.2" and its like mean `docs/handbook` of the repository, where every rule stands with
//! its formula, rounding points and a worked example.
//!
//! ```
//! use kaipan::number::{Money, Rounding};
//! let total: Money = "1425747.00".parse()?;
//! let rounding = Rounding::half_up("1000".parse()?);
//! assert_eq!(rounding.money(total)?.to_string(), "1426000.00");
//! # Ok::<(), kaipan::Error>(())
//! ```

// The policy of the core: every input gives a value or an `Error`. What could panic, wrap,
// truncate or round in silence is denied here; tests may be blunter.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(
    not(test),
    deny(
        clippy::arithmetic_side_effects,
        clippy::as_conversions,
        clippy::cast_possible_truncation,
        clippy::cast_possible_wrap,
        clippy::cast_sign_loss,
        clippy::expect_used,
        clippy::float_arithmetic,
        clippy::indexing_slicing,
        clippy::integer_division,
        clippy::panic,
        clippy::panic_in_result_fn,
        clippy::string_slice,
        clippy::unreachable,
        clippy::unwrap_used,
    )
)]

pub mod approval;
#[cfg(feature = "area_settlement")]
pub mod area_settlement;
mod builder;
#[cfg(feature = "channel")]
pub mod channel;
mod check;
mod city;
#[cfg(feature = "customer")]
pub mod customer;
mod date;
#[cfg(feature = "deal")]
pub mod deal;
pub mod discount;
pub mod error;
pub mod fee;
mod fold;
#[cfg(feature = "uniffi")]
mod foreign;
#[cfg(feature = "fund_plan")]
pub mod fund_plan;
#[cfg(feature = "json")]
pub mod json;
#[cfg(feature = "kpi")]
pub mod kpi;
#[cfg(feature = "ledger")]
pub mod ledger;
#[cfg(feature = "deal")]
pub mod money;
mod nearest;
pub mod number;
#[cfg(feature = "numbering")]
pub mod numbering;
#[cfg(feature = "opportunity")]
pub mod opportunity;
pub mod organisation;
#[cfg(feature = "overdue")]
pub mod overdue;
#[cfg(feature = "ownership")]
pub mod ownership;
pub mod payment;
pub mod pricing;
pub mod project;
#[cfg(feature = "questionnaire")]
pub mod questionnaire;
pub mod quote;
mod rejection;
#[cfg(feature = "report")]
pub mod report;
#[cfg(feature = "service")]
pub mod service;
mod step_line;
mod stream;
#[cfg(feature = "supervision")]
pub mod supervision;
mod text;
mod time;
#[cfg(feature = "voucher")]
pub mod voucher;
mod working_days;

use check::{refer, scale, unusual};
pub use date::Date;
pub use error::{Error, Result};
pub use nearest::nearest;
pub use rejection::RejectionClass;
pub use stream::{StreamKind, StreamRead};
pub use text::{Label, Text};
pub use time::Time;
pub use working_days::WorkingDays;

// Derives name this crate.
#[cfg(any(feature = "json", feature = "serde"))]
extern crate self as kaipan;

/// What `#[boundary(default = true)]` gives to serde, which takes a function alone.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[must_use]
pub const fn true_if_absent() -> bool {
    true
}

#[cfg(feature = "uniffi")]
uniffi::setup_scaffolding!("kaipan_types");

#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;

#[cfg(doctest)]
#[doc = include_str!("../../../docs/rust.md")]
struct RustGuide;
