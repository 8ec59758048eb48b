//! Numbers of documents (编号, handbook §22.8): patterns, counters, gaps.
//!
//! A number is drawn when a document becomes real: a draft has none. [`Drawing`] gives the next
//! number and the counter to store with it; [`Gaps`] says which numbers are missing.

mod counter;
mod draw;
mod gaps;
mod pattern;
mod rule;

pub use counter::NumberCounter;
pub use draw::{Drawing, DrawnNumber};
pub use gaps::{GapReport, Gaps, IssuedNumber, MissingNumbers, NumberGroup};
pub use rule::{NumberReset, NumberScope, NumberedDocument, NumberedFor, NumberingRule};
