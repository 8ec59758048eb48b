//! The lines of a year: what each says, and how they are written.

mod figure;
mod journal;
mod line;
mod totals;

pub(crate) use figure::{Metric, Period, Spend, Target};
pub(crate) use journal::{About, Journal};
pub(crate) use line::{Body, Line, MoneyMoved, NewPrice, Offered, Refused, StreamAt, Year};
pub(crate) use totals::{Totals, YearEnd};
