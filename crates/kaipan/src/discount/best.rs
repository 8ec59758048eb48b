//! The cheapest admissible combination of discounts, and why nothing else is cheaper.

use crate::Text;
use crate::discount::choice::{Admission, Given, wanted_as};
use crate::discount::combination::{Found, Search, conflicts};
use crate::discount::deal::{ChosenDiscount, Deal, Ineligible};
use crate::discount::discounting::Discounting;
use crate::discount::outcome::{DiscountOutcome, RemovedDiscount};
use crate::discount::scheme::Discount;
use crate::discount::stack::Item;
use crate::error::{Code, Error, Finding, Input, Result, told};
use crate::number::Money;
use kaipan_derive::boundary;

/// The best combination, and why nothing else is better.
#[boundary(answer)]
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
#[boundary(answer)]
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

told!(ExcludedDiscount: why);
told!(BestDiscounts: best, excluded);

impl Discounting<'_> {
    /// Finds the cheapest admissible combination of discounts that holds the chosen ones, exactly.
    /// Negotiable discounts take part only where the choice gives their value. Chosen discounts
    /// whose conditions do not hold are refused, whatever [`Discounting::ineligible`] says.
    ///
    /// ```
    /// use kaipan::discount::{
    ///     DealFacts, Discount, DiscountKind, DiscountScheme, Discounting, ListPrice,
    /// };
    ///
    /// let rate = |rate: &str| rate.parse().map(|rate| DiscountKind::Rate { rate });
    /// let lump_sum = Discount::new("LUMP", "一次性付款", rate("0.97")?);
    /// let loan = Discount::new("LOAN", "按揭", rate("0.98")?);
    /// let scheme = DiscountScheme::new(
    ///     "2026",
    ///     vec![lump_sum.with_exclusive_group("PLAN"), loan.with_exclusive_group("PLAN")],
    /// );
    /// let list = ListPrice::new("100".parse()?).with_total("1000000".parse()?);
    /// let facts = DealFacts::new("2026-05-01".parse()?);
    ///
    /// let found = Discounting::new(&scheme, &list, &facts).best(&[])?;
    /// assert_eq!(found.best.text_zh, "一次性付款97折");
    /// // With the other one it would cost more.
    /// let loan = &found.excluded[0];
    /// assert_eq!(loan.deal_total_with, Some("980000".parse()?));
    /// # Ok::<(), kaipan::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Discounting::apply`]; [`Code::DiscountTooManyCombinations`] when the best cannot be
    /// proved.
    pub fn best(&self, chosen: &[ChosenDiscount]) -> Result<BestDiscounts> {
        self.cheapest(chosen, true)
    }

    /// The price of the best combination, without the proof.
    pub(crate) fn best_price(&self, chosen: &[ChosenDiscount]) -> Result<DiscountOutcome> {
        Ok(self.cheapest(chosen, false)?.best)
    }

    fn cheapest(&self, chosen: &[ChosenDiscount], proofs: bool) -> Result<BestDiscounts> {
        let wanted = self.wanted(chosen);
        let admission = Admission {
            ineligible: Ineligible::Reject,
            is_for_best: true,
            ..self.admission(&wanted)
        };
        let (list, required) = admission.given_of(self.check())?;
        let candidates = Candidates::of(self, &required);
        let limits = Some(&self.scheme.limits);
        let mut search = Search::new(&list, &candidates.items, &self.scheme.stacking, limits);
        let too_many = |error: Error| error.at("discounts").within(Input::Scheme);
        let ways = search.ways(&candidates.required).map_err(too_many)?;
        let Some(found) = search.cheapest(&ways).map_err(too_many)? else {
            // Those required agree, so only the limits can stand against them.
            let first = ways.first().map(|way| search.pick(way)).unwrap_or_default();
            Error::collect(admission.exceeded(&first))?;
            return Err(Error::new(Code::DiscountTooManyItems).within(Input::Chosen));
        };
        let given = search.pick(&found.set);
        let mut removed = required.removed;
        for item in &required.items {
            let code = &item.discount.code;
            if !given.iter().any(|given| given.discount.code == *code) {
                let placed = |error: &Error| match wanted_as(&wanted, code) {
                    Some(wanted) => wanted.finding(error),
                    None => Finding::from(error),
                };
                let why = conflicts(item, &given).iter().map(placed).collect();
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
        let position = |code: &str| self.scheme.discounts.iter().position(|d| d.code == code);
        excluded.sort_by_key(|one| position(&one.code));
        let combinations = search.calculated;
        let best = self.outcome(&list, Given { items: given, removed }, &wanted)?;
        Ok(BestDiscounts { best, excluded, combinations })
    }
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
    fn of(engine: &Discounting<'a>, required: &Given<'a>) -> Candidates<'a> {
        let mut found =
            Candidates { items: Vec::new(), required: Vec::new(), excluded: Vec::new() };
        for discount in &engine.scheme.discounts {
            if let Some(item) = required.items.iter().find(|i| i.discount.code == discount.code) {
                found.required.push(found.items.len());
                found.items.push(*item);
            } else if !required.removed.iter().any(|removed| removed.code == discount.code) {
                found.consider(engine.deal(), discount);
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
