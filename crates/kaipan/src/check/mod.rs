//! Checks that every area makes, each once: what a number must be, what lies from one to another, the
//! row in force, what is given twice, names that point nowhere, values that are almost surely mistaken.

mod blank;
#[cfg(any(feature = "overdue", feature = "kpi"))]
mod day_column;
#[cfg(any(feature = "customer", feature = "opportunity", feature = "numbering"))]
#[cfg_attr(not(feature = "opportunity"), allow(dead_code, reason = "other areas use a part"))]
pub(crate) mod days;
mod firsts;
#[cfg(any(feature = "deal", feature = "opportunity"))]
mod index;
#[cfg(any(feature = "customer", feature = "opportunity"))]
#[cfg_attr(not(feature = "opportunity"), allow(dead_code, reason = "other areas use a part"))]
mod known_names;
mod must;
pub(crate) mod refer;
mod rows;
pub(crate) mod scale;
mod span;
pub(crate) mod unusual;

pub(crate) use blank::blank;
#[cfg(any(feature = "fund_plan", feature = "opportunity"))]
pub(crate) use blank::is_named;
#[cfg(any(feature = "overdue", feature = "kpi"))]
pub(crate) use day_column::outside_calendar;
pub(crate) use firsts::{firsts, with_repeats};
#[cfg(any(feature = "deal", feature = "opportunity"))]
pub(crate) use index::Index;
#[cfg(any(feature = "customer", feature = "opportunity"))]
pub(crate) use known_names::KnownNames;
pub(crate) use must::{Counted, Must};
pub(crate) use rows::in_force;
pub(crate) use span::Span;
