//! Schedules (handbook §4.3).
//!
//! A schedule is made in this order: `check` says everything that is wrong with plan and inputs →
//! `lend` finds the loans → `amounts` gives every line its amount → `make` dates the lines →
//! `keep` carries over what was received → `limits`, `references` and `unusual` say what a person
//! should read.

mod amounts;
mod answer;
mod check;
mod keep;
mod lend;
mod limits;
mod make;
mod references;
mod scheduling;
mod step_text;
mod unusual;

pub use answer::{AmountRule, AmountStep, Schedule, ScheduleLine};
pub use keep::ExistingLine;
pub(crate) use references::{node, uplifts};
pub use scheduling::{FeeAmount, Scheduling};
