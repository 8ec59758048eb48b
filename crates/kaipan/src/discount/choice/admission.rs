//! Which of the discounts wanted are given: conditions, exclusivity and limits.

use super::wanted::Wanted;
use crate::discount::combination::exclusion::{conflicts, excludes};
use crate::discount::combination::search::Search;
use crate::discount::deal::conditions::Deal;
use crate::discount::deal::facts::Ineligible;
use crate::discount::deal::list::List;
use crate::discount::outcome::RemovedDiscount;
use crate::discount::scheme::{Discount, DiscountKind, DiscountScheme, Exclusivity};
use crate::discount::stack::Item;
use crate::error::{Code, Error, Input, Result, both};

/// The discounts that are given, in the order of the choice, and those that are not.
pub(crate) struct Given<'a> {
    pub(crate) items: Vec<Item<'a>>,
    pub(crate) removed: Vec<RemovedDiscount>,
}

/// What decides which of the discounts wanted are given.
#[derive(Clone, Copy)]
pub(crate) struct Admission<'a> {
    pub(crate) scheme: &'a DiscountScheme,
    pub(crate) deal: Deal<'a>,
    pub(crate) wanted: &'a [Wanted<'a>],
    /// What happens to discounts whose conditions do not hold.
    pub(crate) ineligible: Ineligible,
    /// The best combination is looked for: where the cheapest for the buyer is kept, the search
    /// settles what excludes each other, and the limits.
    pub(crate) is_for_best: bool,
}

impl<'a> Admission<'a> {
    /// Applies conditions, exclusivity and limits. What depends on prices is left open while the
    /// list price is not known.
    ///
    /// # Errors
    /// Every reason at once, at the place of the discount concerned.
    pub(crate) fn given(&self, list: Option<&List>) -> Result<Given<'a>> {
        let mut errors = Vec::new();
        let room = self.wanted.len();
        let mut given = Given { items: Vec::with_capacity(room), removed: Vec::new() };
        // What each item was wanted as.
        let mut sources = Vec::with_capacity(room);
        for (at, wanted) in self.wanted.iter().enumerate() {
            let Some(discount) = self.scheme.discount(wanted.code) else {
                errors.push(wanted.error(self.unknown(wanted.code)));
                continue;
            };
            if self.wanted.iter().take(at).any(|other| other.code == wanted.code) {
                errors.push(wanted.error(discount.error(Code::DiscountChosenTwice)));
                continue;
            }
            let value = match value_of(discount, wanted, self.deal) {
                Ok(value) => value,
                Err(error) => {
                    errors.push(wanted.error(error));
                    discount.value_for(self.deal.facts)
                }
            };
            let lost = discount.lost(self.deal.facts);
            let unmet = discount.unmet(self.deal, value);
            let refuse = self.ineligible == Ineligible::Reject && !wanted.comes_by_itself();
            if unmet.is_empty() && lost.is_none() {
                given.items.push(Item { discount, value });
                sources.push(wanted);
            } else if !unmet.is_empty() && refuse {
                errors.extend(unmet.into_iter().map(|error| wanted.error(error)));
                // It is refused; what else stands against the choice as it is comes out too.
                given.items.push(Item { discount, value });
                sources.push(wanted);
            } else {
                let why = unmet.iter().chain(&lost).map(|error| wanted.finding(error)).collect();
                given.removed.push(RemovedDiscount { code: discount.code.clone(), why });
            }
        }
        let kept = match self.scheme.limits.exclusivity {
            Exclusivity::Reject => Some(vec![true; given.items.len()]),
            Exclusivity::KeepFirst => Some(keep_first(&given.items)),
            Exclusivity::KeepBestForBuyer => {
                let list = list.filter(|_| errors.is_empty() && !self.is_for_best);
                list.map(|list| self.keep_best(list, &given.items)).transpose()?
            }
        };
        if let Some(kept) = kept {
            errors.extend(self.exclude(&mut given, &sources, &kept));
            errors.extend(self.exceeded(&given.items));
        }
        Error::collect(errors)?;
        Ok(given)
    }

    /// As [`Admission::given`], together with the list price.
    ///
    /// # Errors
    /// Everything that stands against both.
    pub(crate) fn given_of(&self, list: Result<List>) -> Result<(List, Given<'a>)> {
        let given = self.given(list.as_ref().ok());
        both(list, given)
    }

    /// What these items take too much of, at the last of the discounts wanted.
    pub(crate) fn exceeded(&self, items: &[Item<'_>]) -> Vec<Error> {
        let exceeded = self.scheme.limits.exceeded(items).into_iter();
        exceeded.map(|error| at_one(self.wanted.last(), error)).collect()
    }

    fn unknown(&self, code: &str) -> Error {
        let known: Vec<&str> = self.scheme.discounts.iter().map(|d| d.code.as_str()).collect();
        let error = Error::new(Code::DiscountUnknown).with("code", code);
        error.with_long("known", known.join(", ")).with_nearest(known, code)
    }

    /// Leaves out the items that are not kept; where none may be left out, those that exclude
    /// each other come back as errors.
    fn exclude(&self, given: &mut Given<'a>, sources: &[&Wanted<'_>], kept: &[bool]) -> Vec<Error> {
        let items = std::mem::take(&mut given.items);
        let rows = || items.iter().zip(kept).zip(sources);
        given.items = rows().filter(|((_, kept), _)| **kept).map(|((item, _), _)| *item).collect();
        let mut errors = Vec::new();
        for (at, ((item, kept), wanted)) in rows().enumerate() {
            if self.scheme.limits.exclusivity == Exclusivity::Reject {
                let before = items.get(..at).unwrap_or_default();
                errors.extend(conflicts(item, before).into_iter().map(|error| wanted.error(error)));
            } else if !kept {
                let why = conflicts(item, &given.items);
                let why = why.iter().map(|error| wanted.finding(error)).collect();
                given.removed.push(RemovedDiscount { code: item.discount.code.clone(), why });
            }
        }
        errors
    }

    /// Which items the cheapest combination for the buyer keeps. What excludes nobody stays, even
    /// if it gains nothing.
    fn keep_best(&self, list: &List, items: &[Item<'a>]) -> Result<Vec<bool>> {
        let mut search = Search::new(list, items, &self.scheme.stacking, None);
        let free = search.free();
        let found = search.cheapest(&[free]);
        let found = found.map_err(|error| at_one(self.wanted.first(), error))?;
        let mut set = found.map(|found| found.set).unwrap_or_default();
        for at in 0..items.len() {
            if !set.contains(&at) && !search.is_excluded(at, &set) {
                set.push(at);
            }
        }
        Ok((0..items.len()).map(|at| set.contains(&at)).collect())
    }
}

/// An error about all discounts wanted, at one of them.
fn at_one(wanted: Option<&Wanted<'_>>, error: Error) -> Error {
    match wanted {
        Some(wanted) => wanted.error(error),
        None => error.within(Input::Chosen),
    }
}

fn keep_first(items: &[Item<'_>]) -> Vec<bool> {
    let mut kept: Vec<bool> = Vec::with_capacity(items.len());
    for item in items {
        let mut before = items.iter().zip(&kept).filter(|(_, kept)| **kept);
        let free = before.all(|(other, _)| !excludes(other, item));
        kept.push(free);
    }
    kept
}

/// The value of a chosen discount: the one agreed on, or that of the scheme for this buyer.
pub(crate) fn value_of<'a>(
    discount: &'a Discount,
    wanted: &Wanted<'a>,
    deal: Deal<'_>,
) -> Result<&'a DiscountKind> {
    let Some(value) = wanted.value else { return Ok(discount.value_for(deal.facts)) };
    let mut errors = Vec::new();
    if !discount.negotiable {
        errors.push(discount.error(Code::DiscountNotNegotiable));
    }
    if std::mem::discriminant(value) != std::mem::discriminant(&discount.value) {
        errors.push(discount.error(Code::DiscountValueKind));
    }
    errors.extend(value.validate().err());
    Error::collect(errors).map_err(|error| error.at("value"))?;
    Ok(value)
}
