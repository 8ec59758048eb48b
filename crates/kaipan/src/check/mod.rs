//! Checks that every area makes, each once: what a number must be, what lies from one to another, the
//! row in force, what is given twice, names that point nowhere, values that are almost surely mistaken.

mod firsts;
mod must;
pub(crate) mod refer;
mod rows;
pub(crate) mod scale;
mod span;
pub(crate) mod unusual;

pub(crate) use firsts::{firsts, with_repeats};
pub(crate) use must::{Counted, Must};
pub(crate) use rows::in_force;
pub(crate) use span::Span;
