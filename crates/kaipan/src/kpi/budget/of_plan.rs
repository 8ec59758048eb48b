//! Budgets beside what the plan of a stage has for marketing.

use super::line::{BudgetKind, BudgetLine, BudgetOwner};
use super::sheet::PlanBudgetCheck;
use crate::Text;
use crate::error::Result;
use crate::kpi::plan::SalesPlan;
use crate::number::{Money, less};

/// Each medium and campaign of the plan, and the whole, with the budgets in its days.
pub(super) fn of_plan(plan: &SalesPlan, lines: &[BudgetLine]) -> Result<Vec<PlanBudgetCheck>> {
    let is_whole =
        |one: &&crate::kpi::plan::SalesPlanBudget| one.media.is_none() && one.campaign.is_none();
    let parts = plan.budget.iter().filter(|one| !is_whole(one));
    let whole = match plan.budget.iter().find(is_whole) {
        Some(whole) => whole.amount,
        None => Money::sum(plan.budget.iter().map(|one| one.amount))?,
    };
    let mut checks = Vec::new();
    for part in parts {
        let owner = match (&part.campaign, &part.media) {
            (Some(campaign), _) => BudgetOwner::Campaign { campaign: campaign.clone() },
            (None, media) => BudgetOwner::Media { media: media.clone().unwrap_or_default() },
        };
        let budgeted = budgeted(plan, lines, &owner)?;
        checks.push(check(part.media.clone(), part.campaign.clone(), part.amount, budgeted)?);
    }
    let owner = BudgetOwner::Node { node: plan.node.clone() };
    checks.push(check(None, None, whole, budgeted(plan, lines, &owner)?)?);
    Ok(checks)
}

fn budgeted(plan: &SalesPlan, lines: &[BudgetLine], owner: &BudgetOwner) -> Result<Money> {
    let own = lines.iter().filter(|line| {
        line.owner == *owner
            && line.limits == BudgetKind::Spend
            && line.within.as_ref().is_none_or(|node| *node == plan.node)
            && plan.days().covers(line.days())
    });
    Money::sum(own.map(|line| line.amount))
}

fn check(
    media: Option<Text>,
    campaign: Option<Text>,
    planned: Money,
    budgeted: Money,
) -> Result<PlanBudgetCheck> {
    let difference = less(budgeted, planned)?;
    Ok(PlanBudgetCheck { media, campaign, planned, budgeted, difference })
}
