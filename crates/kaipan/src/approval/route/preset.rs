//! The routes of the handbook (§22.6).

use super::table::{ApprovalRoute, ApprovalStep, RouteTable, SigningRule};
use crate::Text;
use crate::approval::kind::ApprovalKind::{self, *};

/// A route of the preset: code, kinds, roles of each step, and whether it needs a paper.
type PresetRoute =
    (&'static str, &'static [ApprovalKind], &'static [&'static [&'static str]], bool);

const ROUTES: &[PresetRoute] = &[
    // Two signatures at once, on paper, and at last the general manager of the project: handbook §22.5.
    (
        "stock_entry",
        &[StockEntry],
        &[&["regional_gm", "senior_sales_manager"], &["project_gm"]],
        true,
    ),
    // Two signatures at once, on paper: handbook §22.5.
    ("stock_data", &[StockData], &[&["regional_gm", "senior_sales_manager"]], true),
    // The senior manager or above.
    (
        "price_and_area",
        &[PriceBill, StockChange, AreaChange],
        &[&["senior_sales_manager", "regional_gm"]],
        true,
    ),
    (
        "policies",
        &[PaymentPlan, DiscountScheme, Targets],
        &[&["city_marketing_head"], &["city_gm"]],
        false,
    ),
    // Reviewed by both sides, the marketing department and the project, before it is approved.
    ("sales_plan", &[SalesPlan], &[&["city_marketing_head", "project_gm"], &["city_gm"]], false),
    ("discounts", &[SpecialDiscount, PriceChange], &[&["sales_manager"], &["project_gm"]], false),
    ("below_floor", &[BelowFloor], &[&["project_gm"], &["city_gm"]], false),
    (
        "changes",
        &[Quit, ChangeUnit, ChangeName, ChangePlan, ChangeDiscount],
        &[&["sales_manager"], &["project_gm"]],
        false,
    ),
    (
        "sales_manager",
        &[Extension, CustomerEdit, CustomerMerge, OpportunityStep, Void],
        &[&["sales_manager"]],
        false,
    ),
    (
        "money",
        &[Refund, LateFeeWaiver, Waiver],
        &[&["sales_manager"], &["project_gm", "finance_officer"]],
        false,
    ),
    ("contract", &[Contract], &[&["finance_officer"]], false),
];

/// Routes of which any one role signs a step.
const ANY_OF: &[&str] = &["price_and_area"];

impl RouteTable {
    /// The routes of the handbook (§22.6) for the roles of
    /// [`RoleTable::preset`](crate::organisation::RoleTable::preset): data to begin with, which a
    /// company changes as it likes. Every route asks for a reason.
    #[must_use]
    pub fn preset() -> RouteTable {
        let routes = ROUTES.iter().map(|(code, kinds, steps, needs_paper)| {
            let rule = if ANY_OF.contains(code) { SigningRule::Any } else { SigningRule::All };
            let steps = steps.iter().map(|roles| ApprovalStep {
                roles: roles.iter().copied().map(Text::constant).collect(),
                rule,
            });
            ApprovalRoute::new(Text::constant(code), kinds.to_vec(), steps.collect())
                .with_needs_paper(*needs_paper)
                .with_needs_reason(true)
        });
        RouteTable::new(routes.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::RoleTable;

    #[test]
    fn every_kind_has_one_route_of_known_roles() {
        let (table, roles) = (RouteTable::preset(), RoleTable::preset().roles);
        for kind in ApprovalKind::ALL {
            let routes = table.routes.iter().filter(|route| route.kinds.contains(kind));
            assert_eq!(routes.count(), 1, "{kind:?}");
        }
        let named = table.routes.iter().flat_map(|route| &route.steps).flat_map(|step| &step.roles);
        let mut unknown = named.filter(|role| !roles.iter().any(|one| one.code == **role));
        assert_eq!(unknown.next(), None);
    }
}
