//! `kpi.budget`, `kpi.stock_age`.

pub use kaipan::kpi::{BudgetSheet, StockAgeSheet};

use kaipan::Date;
use kaipan::error::Result;
use kaipan::kpi::{
    BudgetLimit, BudgetLine, Budgeting, Fact, FactDimension, SalesPlan, SlowStock, StockAgeBand,
    StockAging,
};
use kaipan::number::UnitPrice;
use kaipan::organisation::Organisation;
use kaipan_derive::boundary;

/// A request to count what is left of budgets.
#[boundary]
pub struct KpiBudgetRequest {
    /// The budgets.
    #[boundary(required)]
    pub budgets: Vec<BudgetLine>,
    /// What was spent: facts of the kinds `spend` and `cost`; others are not looked at.
    #[boundary(required)]
    pub facts: Vec<Fact>,
    /// The organisation: a budget of a node holds what is spent below it, and by its people.
    pub organisation: Option<Organisation>,
    /// The plan whose budget the budgets are held against.
    pub plan: Option<SalesPlan>,
    /// An expense that is asked for.
    pub expense: Option<Fact>,
    /// Only what was spent by this day.
    pub as_of: Option<Date>,
    /// What happens to an expense above a budget.
    #[boundary(default)]
    pub limit: BudgetLimit,
    /// An expense that no budget is for is refused.
    pub needs_budget: bool,
}

/// `kpi.budget`: what was spent of budgets and is left, and whether an expense is within them.
///
/// # Errors
/// As [`Budgeting::sheet`].
pub fn budget(request: &KpiBudgetRequest) -> Result<BudgetSheet> {
    Budgeting::new(&request.budgets, &request.facts)
        .organisation(request.organisation.as_ref())
        .plan(request.plan.as_ref())
        .expense(request.expense.as_ref())
        .as_of(request.as_of)
        .limit(request.limit)
        .needs_budget(request.needs_budget)
        .sheet()
}

/// A request to look at the age of the stock.
#[boundary]
pub struct KpiStockAgeRequest {
    /// Facts: what was released and withdrawn, subscribed, signed, cancelled, and changes of unit.
    #[boundary(required)]
    pub facts: Vec<Fact>,
    /// The day.
    pub day: Date,
    /// Bands of ages, the youngest first; up to 90, 180 and 365 days and longer if none are given.
    pub bands: Vec<StockAgeBand>,
    /// What makes stock slow.
    pub slow: Option<SlowStock>,
    /// What units are grouped by, together.
    pub by: Vec<FactDimension>,
    /// List prices from which a further group begins, yuan per m², the lowest first.
    pub price_bounds: Vec<UnitPrice>,
}

/// `kpi.stock_age`: the age of units that were released and are not sold, by band and group, and what
/// of them is slow.
///
/// # Errors
/// As [`StockAging::sheet`].
pub fn stock_age(request: &KpiStockAgeRequest) -> Result<StockAgeSheet> {
    let slow = SlowStock::default();
    StockAging::new(&request.facts, request.day)
        .bands(&request.bands)
        .slow(request.slow.as_ref().unwrap_or(&slow))
        .by(&request.by)
        .price_bounds(&request.price_bounds)
        .sheet()
}
