//! The gap report: which numbers are missing.

use super::counter::{CountedIn, NumberCounter, counted_in};
use super::pattern::Pattern;
use super::rule::{NumberedFor, NumberingRule};
use crate::builder::inputs;
use crate::error::{Code, Error, Finding, Input, Result, finding, told};
use crate::{Date, Text};
use kaipan_derive::boundary;
use std::collections::BTreeMap;

/// The report which numbers of a rule are missing, void or given twice (断号检查, handbook §22.8).
///
/// Errors and findings are placed in [`Input::Rule`], `Numbers` and `Counters`.
///
/// ```
/// use kaipan::numbering::{Gaps, IssuedNumber, NumberedDocument, NumberingRule};
/// let rule = NumberingRule::new("HT", NumberedDocument::Contract, "HT{seq:3}");
/// let day = "2026-05-01".parse()?;
/// let issued = |number: &str| IssuedNumber::new(number, day);
/// let numbers = vec![issued("HT005"), issued("HT001"), issued("HT002").with_void(true)];
/// let report = Gaps::new(&rule, &numbers).report()?;
/// assert_eq!((report.groups[0].missing[0].from, report.groups[0].missing[0].to), (3, 4));
/// assert_eq!(report.groups[0].void, ["HT002"]);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Gaps<'a> {
    rule: &'a NumberingRule,
    numbers: &'a [IssuedNumber],
    counters: &'a [NumberCounter],
}

/// A number that a document has.
#[boundary]
pub struct IssuedNumber {
    /// The number.
    pub number: Text,
    /// The day on which it was drawn.
    pub on: Date,
    /// What the document is of.
    #[boundary(empty)]
    pub numbered_for: NumberedFor,
    /// The document is void; its number stays used.
    pub void: bool,
}

/// Which numbers are missing.
#[boundary(answer)]
pub struct GapReport {
    /// One for each scope and period, in their order.
    #[boundary(required)]
    pub groups: Vec<NumberGroup>,
    /// Numbers given twice, numbers that are not of the rule, numbers out of order.
    pub findings: Vec<Finding>,
}

/// The numbers of one scope in one period.
#[boundary(answer)]
pub struct NumberGroup {
    /// Code of what has the counter; absent for the group of companies.
    pub scope: Option<Text>,
    /// The period; absent without a reset.
    pub period: Option<Text>,
    /// The first sequence that is to be there.
    pub first: u32,
    /// The last: the highest given, or where the counter stands.
    pub last: u32,
    /// How many numbers are used, the void ones with them.
    pub used: u32,
    /// The void ones.
    pub void: Vec<Text>,
    /// Sequences that no document has.
    pub missing: Vec<MissingNumbers>,
}

/// Sequences one after the other that are missing.
#[boundary(answer)]
pub struct MissingNumbers {
    /// The first.
    pub from: u32,
    /// The last.
    pub to: u32,
    /// How many.
    pub count: u32,
}

told!(GapReport: findings);

/// What a group holds: sequences with the places of their numbers.
#[derive(Default)]
struct Counted {
    places: BTreeMap<u32, usize>,
    /// Where its counter stands.
    counter: Option<u32>,
}

impl<'a> Gaps<'a> {
    /// The report about the numbers of a rule, in any order.
    pub fn new(rule: &'a NumberingRule, numbers: &'a [IssuedNumber]) -> Gaps<'a> {
        Gaps { rule, numbers, counters: &[] }
    }

    inputs! {
        /// Counters as they stand: numbers drawn after the last one given are then missing too.
        counters: &'a [NumberCounter];
    }

    /// The report.
    ///
    /// # Errors
    /// Patterns that cannot be read or would repeat numbers; numbers without what their pattern
    /// names; counters of another rule.
    pub fn report(&self) -> Result<GapReport> {
        let pattern = Pattern::of(self.rule)?;
        let mut findings = pattern.told(self.rule);
        let mut groups: BTreeMap<CountedIn, Counted> = BTreeMap::new();
        let mut errors = Vec::new();
        for (at, counter) in self.counters.iter().enumerate() {
            let wrong = counter.check(self.rule).err();
            errors.extend(wrong.map(|error| error.at(at).within(Input::Counters)));
            let group = groups.entry((counter.scope.clone(), counter.period.clone())).or_default();
            group.counter = group.counter.max(Some(counter.last));
            let newest = self.numbers.iter().map(|one| one.on).max();
            let far = newest.and_then(|day| counter.far_off(day));
            findings.extend(far.map(|found| found.at(at).within(Input::Counters)));
        }
        for (at, issued) in self.numbers.iter().enumerate() {
            let place = |found: Finding| found.at("number").at(at).within(Input::Numbers);
            let of = &issued.numbered_for;
            let known = counted_in(self.rule, issued.on, of)
                .and_then(|counted| Ok((counted, pattern.around(issued.on, of)?)));
            let (counted, around) = match known {
                Ok(known) => known,
                Err(error) => {
                    errors.push(error.at("numbered_for").at(at).within(Input::Numbers));
                    continue;
                }
            };
            let sequence = pattern.sequence(&issued.number, &around);
            let Some(sequence) = sequence.filter(|one| *one >= self.first()) else {
                let (number, pattern) = (&issued.number, &self.rule.pattern);
                findings.push(place(finding!(Code::NumberingMismatch, number, pattern)));
                continue;
            };
            let group = groups.entry(counted).or_default();
            if let Some(first) = group.places.get(&sequence) {
                let (number, first) = (&issued.number, first.saturating_add(1));
                findings.push(place(finding!(Code::NumberingRepeated, number, first)));
            } else {
                group.places.insert(sequence, at);
            }
        }
        Error::collect(errors)?;
        let mut listed = Vec::new();
        for (counted, group) in groups {
            findings.extend(self.out_of_order(&group));
            listed.extend(self.listed(counted, &group));
        }
        Ok(GapReport { groups: listed, findings })
    }

    fn first(&self) -> u32 {
        self.rule.first.unwrap_or(1)
    }

    fn listed(&self, (scope, period): CountedIn, group: &Counted) -> Option<NumberGroup> {
        let highest = group.places.keys().next_back().copied();
        let last = highest.max(group.counter)?;
        let mut missing = Vec::new();
        let mut next = self.first();
        for sequence in group.places.keys() {
            missing.extend(between(next, *sequence));
            next = sequence.saturating_add(1);
        }
        missing.extend(between(next, last.saturating_add(1)));
        let numbers = group.places.values().filter_map(|at| self.numbers.get(*at));
        let void = numbers.filter(|one| one.void).map(|one| one.number.clone());
        Some(NumberGroup {
            scope,
            period,
            first: self.first(),
            last,
            used: u32::try_from(group.places.len()).unwrap_or(u32::MAX),
            void: void.collect(),
            missing,
        })
    }

    /// Numbers drawn on an earlier day than the number before them.
    fn out_of_order(&self, group: &Counted) -> Vec<Finding> {
        let numbers = || group.places.values().filter_map(|at| Some((*at, self.numbers.get(*at)?)));
        let pairs = numbers().zip(numbers().skip(1)).filter(|((_, one), (_, two))| two.on < one.on);
        let told = pairs.map(|((_, before), (at, number))| {
            let found = finding!(
                Code::NumberingOutOfOrder,
                number = number.number,
                on = number.on,
                before = before.number,
                before_on = before.on
            );
            found.at("on").at(at).within(Input::Numbers)
        });
        told.collect()
    }
}

/// The sequences from one up to another, without that one.
fn between(from: u32, next: u32) -> Option<MissingNumbers> {
    let count = next.checked_sub(from).filter(|count| *count > 0)?;
    Some(MissingNumbers { from, to: next.checked_sub(1)?, count })
}
