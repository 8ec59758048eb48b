//! Properties of targets, measures, bridges and derived facts (handbook §8, §11).

#![allow(missing_docs)]
#![cfg(feature = "kpi")]

mod bridge;
mod columns;
mod derived;
mod history;
mod partition;
mod plan_approval;
mod plans;
#[cfg(feature = "report")]
mod reports;
mod target;
#[cfg(feature = "ledger")]
mod year;
