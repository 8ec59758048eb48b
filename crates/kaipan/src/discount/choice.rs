//! From the discounts chosen to those that are given.

use super::conditions::Deal;
use super::exclusion::{conflicts, excludes};
use super::facts::ChosenDiscount;
use super::kind::DiscountKind;
use super::list::List;
use super::outcome::RemovedDiscount;
use super::request::Ineligible;
use super::scheme::{Discount, DiscountLimits, DiscountScheme, Exclusivity};
use super::search::Search;
use super::stack::Item;
use crate::error::{Code, Error, Finding, Result};

/// The discounts that are given, in the order of the choice, and those that are not.
pub(crate) struct Given<'a> {
    pub(crate) items: Vec<Item<'a>>,
    pub(crate) removed: Vec<RemovedDiscount>,
}

/// Puts an error at the place of a chosen discount.
pub(crate) type Place<'a> = &'a dyn Fn(usize, Error) -> Error;

/// The discounts that somebody wants.
#[derive(Clone, Copy)]
pub(crate) struct Wanted<'a> {
    pub(crate) chosen: &'a [ChosenDiscount],
    pub(crate) place: Place<'a>,
    /// So many at the beginning came by themselves (with the payment plan): those whose conditions
    /// do not hold are left out, never refused.
    pub(crate) by_itself: usize,
    /// The best combination is looked for: where the cheapest for the buyer is kept, the search
    /// settles what excludes each other, and the limits.
    pub(crate) best: bool,
}

impl Wanted<'_> {
    pub(super) fn finding(&self, at: usize, error: &Error) -> Finding {
        Finding::from(&(self.place)(at, error.clone()))
    }

    /// What these of them take too much of.
    pub(super) fn exceeded(&self, limits: &DiscountLimits, items: &[Item<'_>]) -> Vec<Error> {
        let last = self.chosen.len().saturating_sub(1);
        let exceeded = limits.exceeded(items);
        exceeded.into_iter().map(|error| (self.place)(last, error)).collect()
    }
}

/// What a choice is made from.
#[derive(Clone, Copy)]
pub(super) struct Choice<'a> {
    pub(super) scheme: &'a DiscountScheme,
    pub(super) list: &'a List,
    pub(super) deal: Deal<'a>,
    pub(super) wanted: Wanted<'a>,
}

impl<'a> Choice<'a> {
    /// Applies conditions, exclusivity and limits; without a list price (`priced` is false), what
    /// depends on prices is left open.
    ///
    /// # Errors
    /// Every reason at once, at the place of the discount concerned.
    pub(super) fn given(&self, ineligible: Ineligible, priced: bool) -> Result<Given<'a>> {
        let mut errors = Vec::new();
        let room = self.wanted.chosen.len();
        let mut given = Given { items: Vec::with_capacity(room), removed: Vec::new() };
        // The place of each item in the choice.
        let mut places = Vec::with_capacity(room);
        for (at, chosen) in self.wanted.chosen.iter().enumerate() {
            let known = self.scheme.discount(&chosen.code);
            let Some(discount) = known else {
                errors.push((self.wanted.place)(at, self.unknown(&chosen.code)));
                continue;
            };
            if self.wanted.chosen.iter().take(at).any(|other| other.code == chosen.code) {
                let error = discount.error(Code::DiscountChosenTwice);
                errors.push((self.wanted.place)(at, error));
                continue;
            }
            let value = match value_of(discount, chosen, self.deal) {
                Ok(value) => value,
                Err(error) => {
                    errors.push((self.wanted.place)(at, error));
                    discount.value_for(self.deal.facts)
                }
            };
            let lost = discount.lost(self.deal.facts);
            let unmet = discount.unmet(self.deal, value);
            let refuse = ineligible == Ineligible::Reject && at >= self.wanted.by_itself;
            if unmet.is_empty() && lost.is_none() {
                given.items.push(Item { discount, value });
                places.push(at);
            } else if !unmet.is_empty() && refuse {
                for error in unmet {
                    errors.push((self.wanted.place)(at, error));
                }
                // It is refused; what else stands against the choice as it is comes out too.
                given.items.push(Item { discount, value });
                places.push(at);
            } else {
                let why =
                    unmet.iter().chain(&lost).map(|error| self.wanted.finding(at, error)).collect();
                given.removed.push(RemovedDiscount { code: discount.code.clone(), why });
            }
        }
        let by_price = self.scheme.limits.exclusivity == Exclusivity::KeepBestForBuyer;
        let settled = match by_price {
            true => priced && errors.is_empty() && !self.wanted.best,
            false => true,
        };
        if settled {
            errors.extend(self.exclude(&mut given, &places));
            errors.extend(self.wanted.exceeded(&self.scheme.limits, &given.items));
        }
        Error::collect(errors)?;
        Ok(given)
    }

    fn unknown(&self, code: &str) -> Error {
        let known: Vec<&str> = self.scheme.discounts.iter().map(|d| d.code.as_str()).collect();
        let error = Error::new(Code::DiscountUnknown).with("code", code);
        error.with_long("known", known.join(", ")).with_nearest(known, code)
    }

    /// Settles discounts that exclude each other; what cannot be settled comes back as errors.
    fn exclude(&self, given: &mut Given<'a>, places: &[usize]) -> Vec<Error> {
        let items = std::mem::take(&mut given.items);
        let policy = self.scheme.limits.exclusivity;
        let kept: Vec<bool> = match policy {
            Exclusivity::Reject => vec![true; items.len()],
            Exclusivity::KeepFirst => keep_first(&items),
            Exclusivity::KeepBestForBuyer => match self.keep_best(&items) {
                Ok(kept) => kept,
                Err(error) => return vec![(self.wanted.place)(0, error)],
            },
        };
        let rows = || items.iter().zip(&kept).zip(places);
        given.items = rows().filter(|((_, kept), _)| **kept).map(|((item, _), _)| *item).collect();
        let mut errors = Vec::new();
        for (at, ((item, kept), place)) in rows().enumerate() {
            if policy == Exclusivity::Reject {
                let before = items.get(..at).unwrap_or_default();
                for error in conflicts(item, before) {
                    errors.push((self.wanted.place)(*place, error));
                }
            } else if !kept {
                let why = conflicts(item, &given.items);
                let why = why.iter().map(|error| self.wanted.finding(*place, error)).collect();
                given.removed.push(RemovedDiscount { code: item.discount.code.clone(), why });
            }
        }
        errors
    }

    /// Which items the cheapest combination for the buyer keeps. What excludes nobody stays, even
    /// if it gains nothing.
    fn keep_best(&self, items: &[Item<'a>]) -> Result<Vec<bool>> {
        let mut search = Search::new(self.list, items, &self.scheme.stacking, None);
        let free = search.free();
        let found = search.cheapest(&[free])?;
        let mut set = found.map(|found| found.set).unwrap_or_default();
        for at in 0..items.len() {
            if !set.contains(&at) && !search.is_excluded(at, &set) {
                set.push(at);
            }
        }
        Ok((0..items.len()).map(|at| set.contains(&at)).collect())
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
pub(super) fn value_of<'a>(
    discount: &'a Discount,
    chosen: &'a ChosenDiscount,
    deal: Deal<'_>,
) -> Result<&'a DiscountKind> {
    let Some(value) = &chosen.value else { return Ok(discount.value_for(deal.facts)) };
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
