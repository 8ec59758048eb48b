//! The desks of the project: each asks the library, writes down what follows, and keeps the states.

mod approve;
mod cashier;
mod context;
mod decide;
mod serve;
mod settle_area;
mod write;

pub(crate) use approve::Pending;
pub(crate) use cashier::{Payment, Purse};
pub(crate) use context::{Besides, policy};
pub(crate) use decide::Place;
