//! `pricing.check`: prices against floor prices, filed prices and local rules.

use kaipan::Date;
use kaipan::error::Result;
use kaipan::pricing::{CheckedPrice, Checking, LastChange, PriceCheck, PriceRules};
use kaipan::project::Project;
use kaipan_derive::boundary;

/// A request to check prices (handbook §2.8).
#[boundary]
pub struct CheckRequest {
    /// The project with its units; floor and filed prices stand with the units.
    pub project: Project,
    /// The prices to check; when empty, the units' own list prices.
    pub prices: Vec<CheckedPrice>,
    /// The rules.
    #[boundary(empty)]
    pub rules: PriceRules,
    /// When prices were last changed, for rules on the time between changes.
    pub last_changes: Vec<LastChange>,
    /// The day on which the prices are to apply; needed for rules on time and for permits.
    pub on: Option<Date>,
}

/// `pricing.check`: checks prices.
///
/// # Errors
/// As [`Checking::check`].
pub fn check(mut request: CheckRequest) -> Result<PriceCheck> {
    request.project.inherit();
    Checking::new(&request.project)
        .prices(&request.prices)
        .rules(&request.rules)
        .last_changes(&request.last_changes)
        .on(request.on)
        .check()
}
