//! `pricing.table` and `pricing.solve_base`: price trials.

use kaipan::error::Result;
use kaipan::pricing::{
    ActiveDeals, AverageBasis, Explain, FloorPriceRule, PriceRules, PriceTable, PriceTarget,
    PricingScheme, SolvedBases, Trial,
};
use kaipan::project::{Project, Selection};
use kaipan_derive::boundary;

/// A request for a price table.
#[boundary]
pub struct TableRequest {
    /// The project with its units.
    pub project: Project,
    /// Pricing schemes; the first whose scope holds a unit prices it.
    #[boundary(required)]
    pub schemes: Vec<PricingScheme>,
    /// Targets from which base prices are solved; their scopes must not share units.
    pub targets: Vec<PriceTarget>,
    /// Rules that prices are checked against.
    #[boundary(empty)]
    pub rules: PriceRules,
    /// The floor price of units that have none of their own, as a share of their list price.
    pub floor_price: Option<FloorPriceRule>,
    /// The units to price and show; targets and floors still look at the whole project.
    #[boundary(empty = Selection::is_all)]
    pub select: Selection,
    /// Units in an active deal.
    #[boundary(default)]
    pub active_deals: ActiveDeals,
    /// Which rows carry their steps.
    #[boundary(default)]
    pub explain: Explain,
    /// Which area averages in summaries are per.
    #[boundary(default)]
    pub average_basis: AverageBasis,
}

/// `pricing.table`: prices a project and draws up its price trial table.
///
/// Takes the request by value: what units inherit is filled in without a copy of them.
///
/// # Errors
/// As [`Trial::table`].
pub fn table(mut request: TableRequest) -> Result<PriceTable> {
    request.project.inherit();
    Trial::new(&request.project, &request.schemes)
        .targets(&request.targets)
        .rules(&request.rules)
        .floor_price(request.floor_price.as_ref())
        .select(&request.select)
        .active_deals(request.active_deals)
        .explain(&request.explain)
        .average_basis(request.average_basis)
        .table()
}

/// A request for base prices.
#[boundary]
pub struct SolveBaseRequest {
    /// The project with its units.
    pub project: Project,
    /// Pricing schemes; their base prices are not looked at.
    #[boundary(required)]
    pub schemes: Vec<PricingScheme>,
    /// The targets; their scopes must not share units.
    #[boundary(required)]
    pub targets: Vec<PriceTarget>,
    /// Units in an active deal.
    #[boundary(default)]
    pub active_deals: ActiveDeals,
    /// Rules whose limits `nudge_base` keeps.
    #[boundary(empty)]
    pub rules: PriceRules,
}

/// `pricing.solve_base`: the base prices that meet targets, without a table.
///
/// # Errors
/// As [`Trial::bases`].
pub fn solve_base(mut request: SolveBaseRequest) -> Result<SolvedBases> {
    request.project.inherit();
    Trial::new(&request.project, &request.schemes)
        .targets(&request.targets)
        .active_deals(request.active_deals)
        .rules(&request.rules)
        .bases()
}
