//! `pricing.compare`: two price tables side by side.

use kaipan::error::Result;
use kaipan::pricing::{ComparedPrices, Comparing, TableRow};
use kaipan_derive::boundary;

/// A request to compare two price tables.
#[boundary]
pub struct ComparePricesRequest {
    /// The rows of the earlier table.
    #[boundary(required)]
    pub before: Vec<TableRow>,
    /// The rows of the later table.
    #[boundary(required)]
    pub after: Vec<TableRow>,
}

/// `pricing.compare`: sets two price tables side by side.
///
/// # Errors
/// As [`Comparing::compare`].
pub fn compare(request: &ComparePricesRequest) -> Result<ComparedPrices> {
    Comparing::new(&request.before, &request.after).compare()
}
