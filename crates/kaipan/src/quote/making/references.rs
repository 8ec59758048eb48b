//! Names in a request for a quote that point nowhere (ADR 14).

use super::held;
use crate::error::{Finding, Input, InputPlace, Told};
use crate::nearest::spelling;
use crate::payment::uplifts;
use crate::project::{Names, Unit};
use crate::quote::{QuoteCase, QuoteChoice, SalesPolicies};
use crate::refer::{Kind, nowhere};

const PLAN: Kind = ("payment plan", "付款方式");
const DISCOUNT: Kind = ("discount", "折扣");

/// What there is to say about plans that discounts ask for, discounts that come with plans, and
/// uplifts of the borrowers. What concerns the plan of the choice itself is told elsewhere.
pub(super) fn findings(
    policies: &SalesPolicies,
    case: &QuoteCase,
    choice: &QuoteChoice,
) -> Vec<Finding> {
    let mut told = Vec::new();
    let plans = || policies.plans.iter().map(|plan| plan.code.as_str());
    let discounts = || policies.discounts.discounts.iter();
    for (at, discount) in discounts().enumerate() {
        for (row, plan) in discount.conditions.plans.iter().enumerate() {
            let Some(finding) = nowhere(PLAN, plan, plans()) else { continue };
            // A discount that almost asks for this plan says so by itself.
            if spelling(plan) != spelling(&choice.plan) {
                told.push(finding.placed(conditions(at).then("plans").then(row)));
            }
        }
    }
    for (at, plan) in policies.plans.iter().enumerate() {
        // Without a discount of the plan of the choice there is no quote.
        for (row, code) in plan.discounts.iter().enumerate().filter(|_| plan.code != choice.plan) {
            let known = discounts().map(|discount| discount.code.as_str());
            let place = || held::plan(at).then("discounts").then(row);
            told.extend(nowhere(DISCOUNT, code, known).map(|finding| finding.placed(place())));
        }
    }
    let borrower =
        |input| (input == Input::Borrower).then(|| InputPlace::of(Input::Case).then("borrower"));
    told.extend(uplifts(policies.plans.iter(), &case.borrower).moved(&borrower));
    told
}

/// The conditions of a discount.
fn conditions(at: usize) -> InputPlace {
    let discounts = InputPlace::of(Input::Policies).then("discounts").then("discounts");
    discounts.then(at).then("conditions")
}

/// Names in the discounts' choices of units that no unit of a project has.
///
/// A request for a quote holds one unit, so that it cannot say what the others are called. Whoever
/// has the project asks here. Places are those of `quote.make`.
pub fn unit_references(policies: &SalesPolicies, units: &[Unit]) -> Vec<Finding> {
    let mut names = Names::new(units);
    let mut told = Vec::new();
    for (at, discount) in policies.discounts.discounts.iter().enumerate() {
        let place = conditions(at).then("units");
        told.extend(names.of_selection(&discount.conditions.units, place));
    }
    told
}
