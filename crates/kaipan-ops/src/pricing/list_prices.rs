//! `pricing.list_prices`: the list prices in force.

use kaipan::error::Result;
use kaipan::pricing::{AverageBasis, ListPrices, PriceRules, PriceTable};
use kaipan::project::{Project, Selection};
use kaipan_derive::boundary;

/// A request for a table of the list prices in force.
#[boundary]
pub struct ListPricesRequest {
    /// The project with its units and their list prices.
    pub project: Project,
    /// Rules that prices are checked against.
    #[boundary(empty)]
    pub rules: PriceRules,
    /// The units to show.
    #[boundary(empty = Selection::is_all)]
    pub select: Selection,
    /// Which area averages in summaries are per.
    #[boundary(default)]
    pub average_basis: AverageBasis,
}

/// `pricing.list_prices`: a table of the list prices in force; nothing is priced anew.
///
/// # Errors
/// As [`ListPrices::table`].
pub fn list_prices(mut request: ListPricesRequest) -> Result<PriceTable> {
    request.project.inherit();
    ListPrices::new(&request.project)
        .rules(&request.rules)
        .select(&request.select)
        .average_basis(request.average_basis)
        .table()
}
