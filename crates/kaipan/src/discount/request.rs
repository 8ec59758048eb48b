//! Requests and answers of the discount operations.

use super::authority::{Approval, AuthorityTable};
use super::facts::{ChosenDiscount, DealChecks, DealFacts, ListPrice};
use super::outcome::{DiscountOutcome, RemovedDiscount};
use super::scheme::DiscountScheme;
use crate::Text;
use crate::error::Finding;
use crate::number::Money;
use kaipan_derive::boundary;

/// A request to apply discounts to a list price.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApplyRequest {
    /// The list price.
    pub list: ListPrice,
    /// The scheme.
    pub scheme: DiscountScheme,
    /// The discounts chosen, in order.
    #[boundary(required)]
    pub chosen: Vec<ChosenDiscount>,
    /// The facts that conditions look at.
    pub facts: DealFacts,
    /// What the deal price is checked against.
    #[boundary(empty)]
    pub checks: DealChecks,
    /// Who may approve what.
    pub authority: Option<AuthorityTable>,
    /// What happens to chosen discounts whose conditions do not hold. On-time discounts are
    /// always removed, never refused.
    #[boundary(default)]
    pub ineligible: Ineligible,
    /// Somebody has looked at what takes more off than `limits.confirm_above` of the scheme, and it
    /// is meant.
    pub confirmed: bool,
}

/// What happens to chosen discounts whose conditions do not hold.
#[boundary]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Ineligible {
    /// The request is refused, with every reason.
    #[default]
    Reject,
    /// They are left out, with every reason.
    Remove,
}

/// A request for the best combination of discounts.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BestRequest {
    /// The list price.
    pub list: ListPrice,
    /// The scheme. Negotiable discounts take part only when `chosen` gives their value.
    pub scheme: DiscountScheme,
    /// Discounts that have to be in the combination, and the values agreed on. Items given in
    /// order stand in the order of the scheme.
    pub chosen: Vec<ChosenDiscount>,
    /// The facts that conditions look at.
    pub facts: DealFacts,
    /// What the deal price is checked against.
    #[boundary(empty)]
    pub checks: DealChecks,
    /// Who may approve what.
    pub authority: Option<AuthorityTable>,
    /// Somebody has looked at what takes more off than `limits.confirm_above` of the scheme, and it
    /// is meant.
    pub confirmed: bool,
}

/// The best combination, and why nothing else is better.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BestDiscounts {
    /// The cheapest admissible price, and among equals the one with the fewest discounts.
    pub best: DiscountOutcome,
    /// Every discount of the scheme that is neither in it nor among what was removed, and why.
    #[boundary(required)]
    pub excluded: Vec<ExcludedDiscount>,
    /// Combinations whose price was calculated.
    pub combinations: u32,
}

/// Why a discount is not in the best combination.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExcludedDiscount {
    /// Code in the scheme.
    pub code: Text,
    /// Every reason.
    #[boundary(required)]
    pub why: Vec<Finding>,
    /// The cheapest admissible price with it, if there is one: never below the best.
    pub deal_total_with: Option<Money>,
    /// The combination that gives this price.
    pub combination_with: Vec<Text>,
}

/// A request to look at a deal's discounts again after its plan, unit, date or buyer has changed.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReevaluateRequest {
    /// The deal as it was.
    pub before: DiscountedDeal,
    /// The deal as it becomes. Its subscription date is taken from `before`: conditions are
    /// looked at as of the original subscription (handbook §3.5).
    pub after: DiscountedDeal,
    /// The scheme in force for the deal.
    pub scheme: DiscountScheme,
    /// Who may approve what.
    pub authority: Option<AuthorityTable>,
}

/// A deal as discounts see it.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiscountedDeal {
    /// The list price.
    pub list: ListPrice,
    /// The discounts chosen, in order.
    #[boundary(required)]
    pub chosen: Vec<ChosenDiscount>,
    /// The facts that conditions look at.
    pub facts: DealFacts,
    /// What the deal price is checked against.
    #[boundary(empty)]
    pub checks: DealChecks,
    /// Somebody has looked at what takes more off than `limits.confirm_above` of the scheme, and it
    /// is meant.
    pub confirmed: bool,
}

/// What a change does to a deal's discounts.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reevaluation {
    /// The price before.
    pub before: DiscountOutcome,
    /// The price after; discounts whose conditions no longer hold are gone.
    pub after: DiscountOutcome,
    /// Discounts that were given before and are lost, with every reason.
    #[boundary(required)]
    pub lost: Vec<RemovedDiscount>,
    /// Codes of discounts that are new.
    #[boundary(required)]
    pub gained: Vec<Text>,
    /// Deal total after − before: what the buyer pays more (or, below zero, less).
    pub difference: Money,
}

/// A request for the role that has to approve a price.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorityRequest {
    /// The roles.
    pub authority: AuthorityTable,
    /// 表价总价, yuan.
    pub list_total: Money,
    /// 成交总价, yuan.
    pub deal_total: Money,
    /// Deal total with the approved scheme alone, for limits on special discounts only; the list
    /// total if absent.
    pub standard_total: Option<Money>,
    /// 底价 (总价), yuan.
    pub floor_total: Option<Money>,
    /// What the discounts of single reasons take off; of special discounts only, if limits apply
    /// to these.
    pub by_reason: Vec<ReasonAmount>,
    /// Code of the project.
    pub project: Option<Text>,
    /// Product type of the unit.
    pub product_type: Option<Text>,
}

/// What the discounts of one reason take off.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReasonAmount {
    /// The reason.
    pub reason: super::kind::DiscountReason,
    /// Yuan off.
    pub amount: Money,
}

/// The role that has to approve a price.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApprovalNeeded {
    /// Who, and why no lower role.
    pub approval: Approval,
    /// What a person should read about the table.
    pub findings: Vec<Finding>,
}
