//! What a person should read about facts: what can hardly have been.

use super::fact_kind::FactKind;
use super::record::Fact;
use crate::error::{Code, Finding, finding};
use crate::{Date, Text};
use std::collections::HashMap;

/// Facts with the place of what each goes back to; no fact goes back to itself.
#[derive(Clone, Copy)]
pub(super) struct Told<'a> {
    pub(super) facts: &'a [Fact],
    pub(super) origins: &'a [Option<usize>],
}

impl<'a> Told<'a> {
    /// What is odd about them, each at its place.
    pub(super) fn findings(self) -> Vec<Finding> {
        let each = self.facts.iter().zip(self.origins).enumerate();
        let own = each.flat_map(|(at, (fact, origin))| {
            let origin = origin.and_then(|origin| self.facts.get(origin));
            let found = [
                lost(fact, origin),
                early(fact, origin),
                no_sale(fact, origin),
                recorded_early(fact),
                finance_early(fact),
            ];
            found.into_iter().flatten().map(move |told| told.at(at))
        });
        own.chain(self.too_often()).collect()
    }

    /// Sales that are cancelled or signed more often than they count: at the fact that goes beyond.
    fn too_often(self) -> Vec<Finding> {
        let mut cancelled: HashMap<usize, u64> = HashMap::new();
        let mut signed: HashMap<usize, u64> = HashMap::new();
        let mut findings = Vec::new();
        let cancellations = self.of_kind(FactKind::Cancellation);
        for (at, fact) in cancellations {
            let sales: Vec<usize> = self.back(at).filter(|sale| self.is_sale(*sale)).collect();
            let mut beyond = None;
            for sale in sales {
                let sum = added(&mut cancelled, sale, fact);
                beyond = beyond.or_else(|| self.beyond(sale, sum));
            }
            findings.extend(beyond.map(|(sale, units)| {
                let (key, of, count) = (&fact.key, &sale.key, units);
                finding!(Code::KpiCancelledOften, key, of, count).at("of").at(at)
            }));
        }
        for (at, fact) in self.of_kind(FactKind::Signing) {
            let sale = self.back(at).find(|sale| {
                self.facts.get(*sale).is_some_and(|sale| sale.kind == FactKind::Subscription)
            });
            let Some(place) = sale else { continue };
            let back = cancelled.get(&at).copied().unwrap_or(0);
            let own = u64::from(fact.count.unwrap_or(1)).saturating_sub(back);
            let sum = signed.entry(place).or_default();
            *sum = sum.saturating_add(own);
            let beyond = self.beyond(place, *sum).filter(|_| own > 0);
            findings.extend(beyond.map(|(sale, units)| {
                let (key, of, count) = (&fact.key, &sale.key, units);
                finding!(Code::KpiSignedOften, key, of, count).at("of").at(at)
            }));
        }
        findings
    }

    fn of_kind(self, kind: FactKind) -> impl Iterator<Item = (usize, &'a Fact)> {
        self.facts.iter().enumerate().filter(move |(_, fact)| fact.kind == kind)
    }

    /// The places of everything that a fact goes back to, the nearest first.
    fn back(self, at: usize) -> impl Iterator<Item = usize> {
        let before = move |at: &usize| self.origins.get(*at).copied().flatten();
        std::iter::successors(before(&at), before)
    }

    fn is_sale(self, at: usize) -> bool {
        self.facts.get(at).is_some_and(is_sale)
    }

    /// A sale with its units, if a number is more.
    fn beyond(self, sale: usize, number: u64) -> Option<(&'a Fact, u32)> {
        let sale = self.facts.get(sale)?;
        let units = sale.count.unwrap_or(1);
        (number > u64::from(units)).then_some((sale, units))
    }
}

fn added(sums: &mut HashMap<usize, u64>, sale: usize, fact: &Fact) -> u64 {
    let sum = sums.entry(sale).or_default();
    *sum = sum.saturating_add(u64::from(fact.count.unwrap_or(1)));
    *sum
}

fn is_sale(fact: &Fact) -> bool {
    matches!(fact.kind, FactKind::Subscription | FactKind::Signing)
}

/// It goes back to a fact that is not given. What is cancelled may rightly be kept elsewhere.
fn lost(fact: &Fact, origin: Option<&Fact>) -> Option<Finding> {
    let of = fact.of.as_ref().filter(|_| origin.is_none())?;
    let key = &fact.key;
    Some(if fact.kind == FactKind::Cancellation {
        finding!(Code::KpiCancelledElsewhere, key, of).at("of")
    } else {
        finding!(Code::KpiOriginUnknown, key, of).at("of")
    })
}

/// A cancellation before what it cancels.
fn early(fact: &Fact, origin: Option<&Fact>) -> Option<Finding> {
    let origin = origin.filter(|_| fact.kind.is_cancellation())?;
    let (key, of) = (&fact.key, &origin.key);
    let (day, before) = (fact.date, origin.date);
    let told = || finding!(Code::KpiCancellationEarly, key, day, of, before).at("date");
    (day < before).then(told)
}

/// A cancellation of what is no sale.
fn no_sale(fact: &Fact, origin: Option<&Fact>) -> Option<Finding> {
    let origin = origin.filter(|_| fact.kind == FactKind::Cancellation)?;
    let (key, of) = (&fact.key, &origin.key);
    (!is_sale(origin)).then(|| finding!(Code::KpiCancelledNoSale, key, of).at("of"))
}

/// Recorded before it happened; an instalment is known before it is due.
fn recorded_early(fact: &Fact) -> Option<Finding> {
    let recorded = fact.recorded_on.filter(|_| fact.kind != FactKind::Due)?;
    recorded_ahead(&fact.key, fact.date, recorded).map(|told| told.at("recorded_on"))
}

/// That something is of a day after it was recorded.
pub(in crate::kpi) fn recorded_ahead(key: &Text, day: Date, recorded: Date) -> Option<Finding> {
    (day > recorded).then(|| finding!(Code::KpiRecordAhead, key, day, recorded))
}

/// Recognised by finance before it happened.
fn finance_early(fact: &Fact) -> Option<Finding> {
    let before = fact.finance_date?;
    let (key, day) = (&fact.key, fact.date);
    let told = || finding!(Code::KpiFinanceEarly, key, day, before).at("finance_date");
    (before < day).then(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_signed_anew_after_a_cancellation_is_not_told() {
        let fact = |key: &str, kind, of: Option<&str>| {
            let mut fact = Fact::new(key, kind, "2026-03-01".parse().unwrap());
            fact.of = of.map(Into::into);
            fact
        };
        let facts = [
            fact("s", FactKind::Subscription, None),
            fact("g1", FactKind::Signing, Some("s")),
            fact("g2", FactKind::Signing, Some("s")),
            fact("q", FactKind::Cancellation, Some("g1")),
        ];
        let codes = |facts: &[Fact], origins: &[Option<usize>]| {
            let told = Told { facts, origins }.findings();
            told.iter().map(|one| one.code).collect::<Vec<Code>>()
        };
        assert_eq!(codes(&facts[..3], &[None, Some(0), Some(0)]), [Code::KpiSignedOften]);
        assert!(codes(&facts, &[None, Some(0), Some(0), Some(1)]).is_empty());
    }
}
