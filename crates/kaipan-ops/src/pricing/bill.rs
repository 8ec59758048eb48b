//! `pricing.adjust` and `pricing.advance_bill`: price bills.

use kaipan::approval::ApprovalRequest;
use kaipan::error::Result;
use kaipan::number::{Rate, Rounding};
use kaipan::pricing::{
    AdjustMode, AdjustedPrices, Adjusting, AdvancedBill, BillCommand, BillKind, BillPart, BillStep,
    FloorPriceRule, LastChange, PriceBasis, PriceBill, PriceRules, PricingScheme,
};
use kaipan::project::{Project, Selection};
use kaipan::{Date, Label, Text};
use kaipan_derive::boundary;

/// A request for a price bill.
#[boundary]
pub struct AdjustRequest {
    /// The project with its units and their present list prices.
    pub project: Project,
    /// The units to change; those in an active deal are left out.
    #[boundary(empty = Selection::is_all)]
    pub select: Selection,
    /// How prices change.
    pub mode: AdjustMode,
    /// Code of the bill.
    pub code: Text,
    /// What the bill does.
    #[boundary(default)]
    pub kind: BillKind,
    /// Reason, for the work log.
    pub reason: Option<Label>,
    /// First day of the new prices.
    pub effective_date: Date,
    /// Lock the units against new deals while the bill waits.
    #[boundary(written)]
    pub locks_units: bool,
    /// Which of unit price and total is rounded first.
    #[boundary(default)]
    pub price_basis: PriceBasis,
    /// Rounding point of unit prices.
    #[boundary(default)]
    pub unit_rounding: Rounding,
    /// Rounding point of totals.
    #[boundary(default)]
    pub total_rounding: Rounding,
    /// New floor prices as a share of the new list prices: 0.95 is 95 %; half up to the yuan;
    /// unchanged if absent. 50 % to 100 % is usual.
    pub floor_rate: Option<Rate>,
    /// The rule by which new floor prices follow from the new list prices, as in `pricing.table`;
    /// `floor_rate` takes its place.
    pub floor_price: Option<FloorPriceRule>,
    /// Rules that the new prices are checked against.
    #[boundary(empty)]
    pub rules: PriceRules,
    /// When prices were last changed, for rules on the time between changes.
    pub last_changes: Vec<LastChange>,
    /// Schemes that say how prices of their units are rounded: in the order and at the rounding
    /// points of the scheme, on its area basis; what is priced per unit keeps the rounding of its
    /// total. Units of no scheme are rounded as `price_basis` and the roundings beside it say.
    pub schemes: Vec<PricingScheme>,
    /// Other bills of the project: those that wait for execution are told if they hold units of
    /// this one.
    pub other_bills: Vec<PriceBill>,
    /// Further parts of the bill: other units, and how their prices change. A unit belongs to the
    /// first part that chooses it, the one of `select` and `mode` before all others; a table of
    /// prices chooses the units that it lists.
    pub parts: Vec<BillPart>,
}

/// `pricing.adjust`: makes a price bill.
///
/// # Errors
/// As [`Adjusting::bill`].
pub fn adjust(mut request: AdjustRequest) -> Result<AdjustedPrices> {
    request.project.inherit();
    Adjusting::new(&request.project, &request.mode, request.code, request.effective_date)
        .select(&request.select)
        .kind(request.kind)
        .reason(request.reason)
        .locks_units(request.locks_units)
        .price_basis(request.price_basis)
        .unit_rounding(request.unit_rounding)
        .total_rounding(request.total_rounding)
        .floor_rate(request.floor_rate)
        .floor_price(request.floor_price.as_ref())
        .rules(&request.rules)
        .last_changes(&request.last_changes)
        .schemes(&request.schemes)
        .other_bills(&request.other_bills)
        .parts(&request.parts)
        .bill()
}

/// A request to move a bill on.
#[boundary]
pub struct AdvanceBillRequest {
    /// The bill.
    pub bill: PriceBill,
    /// What to do.
    pub command: BillCommand,
    /// Today.
    pub today: Date,
    /// The project as it is now; needed to execute. Given on submission or approval, the bill is
    /// held against it too: a bill that could not be executed is refused then.
    pub project: Option<Project>,
    /// Submit although prices break rules; the violations stay on the lines.
    #[boundary(written)]
    pub allow_violations: bool,
    /// The day of the step before, such as the submission: no step is taken on an earlier day.
    pub last_step: Option<Date>,
    /// The request for approval of the bill, as it was decided: to approve or reject it.
    pub approval: Option<ApprovalRequest>,
    /// Approve and reject only by such a request.
    pub needs_approval: bool,
}

/// `pricing.advance_bill`: moves a price bill to its next state.
///
/// # Errors
/// As [`PriceBill::advance`].
pub fn advance_bill(request: AdvanceBillRequest) -> Result<AdvancedBill> {
    let step = BillStep::new(request.command, request.today)
        .allow_violations(request.allow_violations)
        .project(request.project.as_ref())
        .last_step(request.last_step)
        .approval(request.approval.as_ref())
        .needs_approval(request.needs_approval);
    request.bill.advance(&step)
}
