//! What facts come to in every group, for each node whose stages are asked for.

use super::cell::DayAmounts;
use super::contribution::Contribution;
use super::definition::MeasureReading;
use super::group::Grouping;
use crate::error::Result;
use crate::kpi::fact::Fact;
use crate::kpi::period::{KpiPeriod, PeriodSeries};
use crate::{Date, Text};

/// What facts come to, by the node whose stage a period is: a stage of a node counts what is below it only.
pub(super) struct Tally {
    scopes: Vec<Scope>,
}

struct Scope {
    /// The node; every one without it.
    node: Option<Text>,
    /// Whether each fact is below the node; all are without one.
    holds: Vec<bool>,
    /// By group, then by measure.
    amounts: Vec<Vec<DayAmounts>>,
}

impl Tally {
    /// An empty one, for so many groups and measures.
    pub(super) fn new(
        facts: &[Fact],
        grouping: &Grouping<'_>,
        periods: &[KpiPeriod],
        (groups, measures): (usize, usize),
    ) -> Tally {
        let mut scopes: Vec<Scope> = Vec::new();
        for node in periods.iter().map(|period| &period.node) {
            if scopes.iter().any(|scope| scope.node == *node) {
                continue;
            }
            let holds = node.as_ref().map_or_else(Vec::new, |node| {
                facts.iter().map(|fact| grouping.is_below(fact, node)).collect()
            });
            let amounts = vec![vec![DayAmounts::default(); measures]; groups];
            scopes.push(Scope { node: node.clone(), holds, amounts });
        }
        Tally { scopes }
    }

    /// The facts of a period are those of its node.
    pub(super) fn holds(&self, period: &KpiPeriod, fact: usize) -> bool {
        self.scope(period).is_some_and(|scope| scope.has(fact))
    }

    /// Adds what a fact contributes to a measure, in a group.
    pub(super) fn add(&mut self, group: usize, measure: usize, one: Contribution) {
        for scope in self.scopes.iter_mut().filter(|scope| scope.has(one.fact)) {
            let of_group = scope.amounts.get_mut(group);
            if let Some(slot) = of_group.and_then(|of_group| of_group.get_mut(measure)) {
                slot.add(one.date, one.amount, one.units);
            }
        }
    }

    /// Sorts what was added.
    pub(super) fn sort(&mut self) -> Result<()> {
        let groups = self.scopes.iter_mut().flat_map(|scope| &mut scope.amounts);
        groups.flatten().try_for_each(DayAmounts::sort)
    }

    /// What a group has, as a period counts it.
    pub(super) fn of(&self, group: usize, period: &KpiPeriod) -> &[DayAmounts] {
        let own = self.scope(period).and_then(|scope| scope.amounts.get(group));
        own.map(Vec::as_slice).unwrap_or_default()
    }

    fn scope(&self, period: &KpiPeriod) -> Option<&Scope> {
        self.scopes.iter().find(|scope| scope.node == period.node)
    }

    /// What all periods of a series count in a group: of what is in a period each one's, of figures of a day the
    /// last one's of each node. It stands on the last day of the series, and what was there before the first
    /// period on the day before it.
    pub(super) fn together<'r>(
        &self,
        group: usize,
        (series, periods): (&PeriodSeries, &[KpiPeriod]),
        readings: impl Iterator<Item = &'r MeasureReading>,
    ) -> Result<Vec<DayAmounts>> {
        let before = series.from.shift_days(-1).unwrap_or(Date::FIRST);
        let mut all = Vec::new();
        for (at, reading) in readings.enumerate() {
            let mut sum = DayAmounts::default();
            for (number, period) in periods.iter().enumerate() {
                let mut own = periods.iter().enumerate();
                let mut own = own.by_ref().filter(|(_, one)| one.node == period.node);
                let first = own.next().map_or(period.from, |(_, first)| first.from);
                let is_last = own.all(|(later, _)| later <= number);
                if !is_last && (reading.stock || reading.last_months.is_some()) {
                    continue;
                }
                let entries = self.of(group, period).get(at);
                for (date, amount, units) in
                    entries.map(|own| own.entries(reading, period)).unwrap_or_default()
                {
                    let is_before = reading.stock && *date < first;
                    sum.add(if is_before { before } else { series.to }, *amount, *units);
                }
            }
            sum.sort()?;
            all.push(sum);
        }
        Ok(all)
    }
}

impl Scope {
    fn has(&self, fact: usize) -> bool {
        self.node.is_none() || self.holds.get(fact).copied().unwrap_or(false)
    }
}
