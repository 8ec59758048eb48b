//! `discount.best`: the cheapest admissible combination, and why nothing else is cheaper.

use super::apply::Terms;
use super::choice::{Given, Wanted};
use super::conditions::Deal;
use super::exclusion::conflicts;
use super::list::List;
use super::outcome::{DiscountOutcome, RemovedDiscount};
use super::request::{BestDiscounts, BestRequest, ExcludedDiscount, Ineligible};
use super::scheme::Discount;
use super::search::{Found, Search};
use super::stack::Item;
use crate::error::{Code, Error, Finding, Result};

/// Finds the best admissible combination of discounts for the buyer, exactly.
///
/// # Errors
/// As [`super::apply`]; [`Code::DiscountTooManyCombinations`] when the best cannot be proved.
pub fn best(request: &BestRequest) -> Result<BestDiscounts> {
    let place = |at: usize, error: Error| error.at(at).at("chosen");
    let terms = Terms {
        scheme: &request.scheme,
        facts: &request.facts,
        unit: request.checks.unit.as_ref(),
        rules: &request.checks.rules,
        authority: request.authority.as_ref(),
        confirmed: request.confirmed,
        plan_names: &[],
    };
    let wanted = Wanted { chosen: &request.chosen, place: &place, by_itself: 0, best: true };
    let list = terms.check(&request.list);
    terms.settle(list, wanted, Ineligible::Reject, |list, required| {
        among(&terms, list, wanted, required, true)
    })
}

/// The price of the best combination that holds the discounts wanted, without the proof; without
/// a list price every reason against both.
pub(crate) fn best_of(
    terms: &Terms<'_>,
    list: Result<List>,
    wanted: Wanted<'_>,
) -> Result<DiscountOutcome> {
    terms.settle(list, wanted, Ineligible::Reject, |list, required| {
        Ok(among(terms, list, wanted, required, false)?.best)
    })
}

fn among(
    terms: &Terms<'_>,
    list: &List,
    wanted: Wanted<'_>,
    required: Given<'_>,
    proofs: bool,
) -> Result<BestDiscounts> {
    let candidates = Candidates::of(terms, &required);
    let limits = Some(&terms.scheme.limits);
    let mut search = Search::new(list, &candidates.items, &terms.scheme.stacking, limits);
    let too_many = |error: Error| error.placed("/scheme/discounts");
    let ways = search.ways(&candidates.required).map_err(too_many)?;
    let Some(found) = search.cheapest(&ways).map_err(too_many)? else {
        // Those required agree, so only the limits can stand against them.
        let first = ways.first().map(|way| search.pick(way)).unwrap_or_default();
        Error::collect(wanted.exceeded(&terms.scheme.limits, &first))?;
        return Err(Error::new(Code::DiscountTooManyItems).at("chosen"));
    };
    let given = search.pick(&found.set);
    let mut removed = required.removed;
    for item in &required.items {
        let code = &item.discount.code;
        if !given.iter().any(|given| given.discount.code == *code) {
            let at = wanted.chosen.iter().position(|chosen| chosen.code == *code).unwrap_or(0);
            let why = conflicts(item, &given);
            let why = why.iter().map(|error| wanted.finding(at, error)).collect();
            removed.push(RemovedDiscount { code: code.clone(), why });
        }
    }
    let mut excluded = candidates.excluded;
    for (at, item) in candidates.items.iter().enumerate().filter(|_| proofs) {
        if !found.set.contains(&at) && !candidates.required.contains(&at) {
            let forced = |way: &Vec<usize>| {
                let mut forced = way.clone();
                forced.push(at);
                forced.sort_unstable();
                forced
            };
            let forced: Vec<Vec<usize>> = ways.iter().map(forced).collect();
            excluded.push(match search.cheapest(&forced) {
                Ok(with) => proof(item, &given, &found, with, &search),
                // The best stands; only what it would cost with this one is not known.
                Err(error) => ExcludedDiscount {
                    code: item.discount.code.clone(),
                    why: vec![Finding::from(&error)],
                    deal_total_with: None,
                    combination_with: Vec::new(),
                },
            });
        }
    }
    let position = |code: &str| terms.scheme.discounts.iter().position(|d| d.code == code);
    excluded.sort_by_key(|one| position(&one.code));
    let combinations = search.calculated;
    let best = terms.outcome(list, Given { items: given, removed }, wanted)?;
    Ok(BestDiscounts { best, excluded, combinations })
}

/// Why an admissible discount is not in the best combination.
fn proof(
    item: &Item<'_>,
    given: &[Item<'_>],
    best: &Found,
    with: Option<Found>,
    search: &Search<'_>,
) -> ExcludedDiscount {
    let (discount, code) = (item.discount, &item.discount.code);
    let mut why: Vec<Finding> = conflicts(item, given).iter().map(Finding::from).collect();
    let Some(with) = with else {
        why.push(Finding::from(&discount.error(Code::DiscountNeverTogether)));
        let combination_with = Vec::new();
        return ExcludedDiscount {
            code: code.clone(),
            why,
            deal_total_with: None,
            combination_with,
        };
    };
    let (total, lowest) = (with.price.total, best.price.total);
    if total > lowest {
        let error = discount.error(Code::DiscountCostsMore);
        why.push(Finding::from(&error.with("total", total).with("best", lowest)));
    } else {
        why.push(Finding::from(&discount.error(Code::DiscountNoGain)));
    }
    let names = search.pick(&with.set);
    ExcludedDiscount {
        code: code.clone(),
        why,
        deal_total_with: Some(total),
        combination_with: names.iter().map(|item| item.discount.code.clone()).collect(),
    }
}

/// The discounts that a combination may hold, in the order of the scheme.
struct Candidates<'a> {
    items: Vec<Item<'a>>,
    /// Positions of those that have to be in it, as far as they agree.
    required: Vec<usize>,
    /// Those that cannot be in it at all.
    excluded: Vec<ExcludedDiscount>,
}

impl<'a> Candidates<'a> {
    fn of(terms: &Terms<'a>, required: &Given<'a>) -> Candidates<'a> {
        let mut found =
            Candidates { items: Vec::new(), required: Vec::new(), excluded: Vec::new() };
        for discount in &terms.scheme.discounts {
            if let Some(item) = required.items.iter().find(|i| i.discount.code == discount.code) {
                found.required.push(found.items.len());
                found.items.push(*item);
            } else if !required.removed.iter().any(|removed| removed.code == discount.code) {
                found.consider(terms.deal(), discount);
            }
        }
        found
    }

    /// A discount that was not chosen.
    fn consider(&mut self, deal: Deal<'a>, discount: &'a Discount) {
        let value = discount.value_for(deal.facts);
        let mut why = discount.unmet(deal, value);
        why.extend(discount.lost(deal.facts));
        if discount.negotiable {
            why.push(discount.error(Code::DiscountNoAgreedValue));
        }
        if why.is_empty() {
            self.items.push(Item { discount, value });
        } else {
            self.excluded.push(ExcludedDiscount {
                code: discount.code.clone(),
                why: why.iter().map(Finding::from).collect(),
                deal_total_with: None,
                combination_with: Vec::new(),
            });
        }
    }
}
