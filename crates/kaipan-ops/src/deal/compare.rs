//! `deal.compare`.

pub use kaipan::deal::DealComparison;

use kaipan::Time;
use kaipan::deal::{DealComparing, DealHistory};
use kaipan::error::Result;
use kaipan_derive::boundary;

/// Two moments of a history, or two histories.
#[boundary]
pub struct DealCompareRequest {
    /// The first history.
    pub before: DealHistory,
    /// The moment of the first: later events do not count. All count if absent.
    pub before_at: Option<Time>,
    /// The second history; the same if absent.
    pub after: Option<DealHistory>,
    /// The moment of the second.
    pub after_at: Option<Time>,
}

/// `deal.compare`: what differs, and the events between with who, when and why.
///
/// # Errors
/// As [`DealComparing::compare`].
pub fn compare(request: &DealCompareRequest) -> Result<DealComparison> {
    DealComparing::new(&request.before)
        .before_at(request.before_at)
        .after(request.after.as_ref())
        .after_at(request.after_at)
        .compare()
}
