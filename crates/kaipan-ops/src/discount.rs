//! `discount.apply`, `discount.best`, `discount.reevaluate` and `discount.authority`.

use kaipan::Text;
pub use kaipan::discount::{ApprovalNeeded, BestDiscounts, DiscountOutcome, Reevaluation};
use kaipan::discount::{
    AskedPrice, AuthorityTable, ChosenDiscount, DealFacts, DiscountScheme, Discounting, Ineligible,
    ListPrice, ReasonAmount,
};
use kaipan::error::{Input, InputPlace, PlaceStep, Result, Told};
use kaipan::number::Money;
use kaipan::pricing::PriceRules;
use kaipan::project::Unit;
use kaipan_derive::boundary;

/// A request to apply discounts to a list price.
#[boundary]
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

/// What a deal price is checked against.
#[boundary]
#[derive(Default)]
pub struct DealChecks {
    /// The unit, with floor price and filed price; conditions on units look at it too.
    pub unit: Option<Unit>,
    /// Rules between price levels.
    #[boundary(empty)]
    pub rules: PriceRules,
}

/// `discount.apply`: from the list price to the deal price, with everything that explains it.
///
/// # Errors
/// As [`Discounting::apply`].
pub fn apply(request: &ApplyRequest) -> Result<DiscountOutcome> {
    let engine = Discounting::new(&request.scheme, &request.list, &request.facts)
        .ineligible(request.ineligible)
        .confirmed(request.confirmed);
    let engine = with_policies(engine, &request.checks, request.authority.as_ref());
    engine.apply(&request.chosen).moved(&in_checks)
}

/// A request for the best combination of discounts.
#[boundary]
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

/// `discount.best`: the cheapest admissible combination, and why nothing else is cheaper.
///
/// # Errors
/// As [`Discounting::best`].
pub fn best(request: &BestRequest) -> Result<BestDiscounts> {
    let engine = Discounting::new(&request.scheme, &request.list, &request.facts)
        .confirmed(request.confirmed);
    let engine = with_policies(engine, &request.checks, request.authority.as_ref());
    engine.best(&request.chosen).moved(&in_checks)
}

/// A request to look at a deal's discounts again after its plan, unit, date or buyer has changed.
#[boundary]
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

/// `discount.reevaluate`: what a change of plan, unit, date or buyer does to a deal's discounts.
///
/// # Errors
/// As [`Discounting::reevaluate`].
pub fn reevaluate(request: &ReevaluateRequest) -> Result<Reevaluation> {
    let ReevaluateRequest { before, after, scheme, authority } = request;
    let engine = |deal| of_deal(scheme, deal, authority.as_ref());
    let changed = engine(before).reevaluate(&before.chosen, &engine(after), &after.chosen);
    match changed {
        Ok(mut changed) => {
            changed.each_finding(&mut |finding| {
                finding.path.iter_mut().for_each(in_checks_of_deal);
            });
            Ok(changed)
        }
        Err(error) => Err(error.each_place(&in_checks_of_deal)),
    }
}

/// A request for the role that has to approve a price.
#[boundary]
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

/// `discount.authority`: the lowest role that may approve a price.
///
/// # Errors
/// As [`AuthorityTable::approval`].
pub fn authority(request: &AuthorityRequest) -> Result<ApprovalNeeded> {
    request.authority.approval(&asked_price(request))
}

/// The price that somebody has to approve.
pub(crate) fn asked_price(request: &AuthorityRequest) -> AskedPrice<'_> {
    AskedPrice::new(request.list_total, request.deal_total)
        .by_reason(&request.by_reason)
        .standard_total(request.standard_total)
        .floor_total(request.floor_total)
        .project(request.project.as_deref())
        .product_type(request.product_type.as_deref())
}

fn of_deal<'a>(
    scheme: &'a DiscountScheme,
    deal: &'a DiscountedDeal,
    authority: Option<&'a AuthorityTable>,
) -> Discounting<'a> {
    let engine = Discounting::new(scheme, &deal.list, &deal.facts).confirmed(deal.confirmed);
    with_policies(engine, &deal.checks, authority)
}

fn with_policies<'a>(
    engine: Discounting<'a>,
    checks: &'a DealChecks,
    authority: Option<&'a AuthorityTable>,
) -> Discounting<'a> {
    engine.rules(&checks.rules).unit(checks.unit.as_ref()).authority(authority)
}

/// Requests hold the unit and the rules in their checks.
fn in_checks(input: Input) -> Option<InputPlace> {
    let checks = || InputPlace::default().then("checks").then(input.name());
    matches!(input, Input::Unit | Input::Rules).then(checks)
}

/// As [`in_checks`], for a place in one of two deals.
fn in_checks_of_deal(place: &mut InputPlace) {
    let Some(deal @ (Input::Before | Input::After)) = place.input() else { return };
    let is_in_checks = matches!(place.steps().next(), Some(PlaceStep::Field("unit" | "rules")));
    if is_in_checks {
        let checks = InputPlace::of(deal).then("checks");
        *place = place.steps().fold(checks, |checks, step| checks.then(step.clone()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_the_requests() {
        let (scheme, area) = (DiscountScheme::new("S", vec![]), "100".parse().unwrap());
        let list = ListPrice::new(area).with_total("1000000".parse().unwrap());
        let facts = DealFacts::new("2026-05-01".parse().unwrap());
        let checks = DealChecks::default().with_unit(Unit::default());
        let chosen = vec![ChosenDiscount::new("NONE")];
        let deal = DiscountedDeal::new(list.clone(), chosen.clone(), facts.clone());
        let paths = |error: kaipan::Error| {
            let all = std::iter::once(&error).chain(error.others());
            all.map(kaipan::Error::path).collect::<Vec<_>>()
        };
        let request = ApplyRequest::new(list, scheme.clone(), chosen, facts);
        let found = paths(apply(&request.with_checks(checks.clone())).unwrap_err());
        assert!(found.contains(&"/checks/unit/building_area".to_owned()), "{found:?}");
        assert_eq!(found.last().unwrap(), "/chosen/0");
        let request = ReevaluateRequest::new(deal.clone(), deal.with_checks(checks), scheme);
        let found = paths(reevaluate(&request).unwrap_err());
        assert_eq!(found.first().unwrap(), "/before/chosen/0");
        assert!(found.contains(&"/after/checks/unit/building_area".to_owned()), "{found:?}");
        assert_eq!(found.last().unwrap(), "/after/chosen/0");
    }
}
