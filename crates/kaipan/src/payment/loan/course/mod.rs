//! How a loan is counted month by month.

mod cents;
mod fixed;
mod instalment;
mod run;
mod theory;
mod way;

pub(super) use cents::Cents;
pub(crate) use fixed::{Fixed, YEAR};
pub(super) use instalment::instalment;
pub(super) use run::{Run, loan_overflow, millionths};
pub(super) use theory::Theory;
pub(super) use way::{Course, Start};
