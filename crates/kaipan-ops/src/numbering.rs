//! `numbering.draw` and `numbering.gaps`: numbers of documents.

pub use kaipan::numbering::{DrawnNumber, GapReport};

use kaipan::Date;
use kaipan::error::Result;
use kaipan::numbering::{Drawing, Gaps, IssuedNumber, NumberCounter, NumberedFor, NumberingRule};
use kaipan_derive::boundary;

/// A request for the next number of a rule.
#[boundary]
pub struct NumberDrawRequest {
    /// The rule.
    pub rule: NumberingRule,
    /// The day on which the document becomes real.
    pub day: Date,
    /// What the document is of.
    #[boundary(empty)]
    pub numbered_for: NumberedFor,
    /// The counter of the scope as it stands; absent before the first number.
    pub last: Option<NumberCounter>,
}

/// `numbering.draw`: the next number, and the counter afterwards.
///
/// # Errors
/// As [`Drawing::draw`].
pub fn draw(request: &NumberDrawRequest) -> Result<DrawnNumber> {
    let drawing = Drawing::new(&request.rule, request.day).numbered_for(&request.numbered_for);
    drawing.last(request.last.as_ref()).draw()
}

/// A request for a gap report.
#[boundary]
pub struct NumberGapsRequest {
    /// The rule.
    pub rule: NumberingRule,
    /// The numbers that documents have, in any order.
    #[boundary(required)]
    pub numbers: Vec<IssuedNumber>,
    /// Counters as they stand: numbers drawn after the last one given are then missing too.
    pub counters: Vec<NumberCounter>,
}

/// `numbering.gaps`: which numbers are missing, void or given twice.
///
/// # Errors
/// As [`Gaps::report`].
pub fn gaps(request: &NumberGapsRequest) -> Result<GapReport> {
    Gaps::new(&request.rule, &request.numbers).counters(&request.counters).report()
}
