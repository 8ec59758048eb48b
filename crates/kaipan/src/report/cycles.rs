//! 购买周期: how long sales took since the first contact.

use super::cell::ReportCell;
use super::persons::FirstContacts;
use crate::error::Result;
use crate::kpi::{Fact, FactKind, number};
use crate::number::{Exact, Unrounded, overflow};

/// What is shown of the days from the first contact to sales.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CycleFigure {
    /// Their mean.
    Mean,
    /// How many units have no contact before them.
    Untraced,
}

/// Days from the first contact to sales, each for its units.
#[derive(Debug, Clone, Default)]
pub(super) struct Cycles {
    days: Vec<(i64, u32)>,
    untraced: u64,
}

impl Cycles {
    /// Of the sales of a kind among facts.
    pub(super) fn of<'f>(
        contacts: &FirstContacts<'_>,
        facts: impl Iterator<Item = &'f Fact>,
        kind: FactKind,
    ) -> Cycles {
        let mut cycles = Cycles::default();
        for fact in facts.filter(|fact| fact.kind == kind) {
            cycles.add(contacts.days_to(fact), fact);
        }
        cycles
    }

    /// Adds a sale.
    pub(super) fn add(&mut self, days: Option<i64>, sale: &Fact) {
        let units = sale.count.unwrap_or(1);
        match days {
            Some(days) => self.days.push((days, units)),
            None => self.untraced = self.untraced.saturating_add(u64::from(units)),
        }
    }

    /// Units with a contact before them.
    pub(super) fn traced(&self) -> u64 {
        self.days.iter().fold(0, |sum, (_, units)| sum.saturating_add(u64::from(*units)))
    }

    /// Units without one.
    pub(super) const fn untraced(&self) -> u64 {
        self.untraced
    }

    /// What is shown.
    pub(super) fn cell(&self, figure: CycleFigure) -> Result<ReportCell> {
        match figure {
            CycleFigure::Mean => self.mean(),
            CycleFigure::Untraced => Ok(units_cell(self.untraced)),
        }
    }

    /// Mean days, 2 decimals, half up; undefined of none.
    pub(super) fn mean(&self) -> Result<ReportCell> {
        let mut sum = 0_i64;
        for (days, units) in &self.days {
            let own = days.checked_mul(i64::from(*units));
            sum = own.and_then(|own| sum.checked_add(own)).ok_or_else(overflow)?;
        }
        let units = i64::try_from(self.traced()).map_err(|_| overflow())?;
        quotient(sum, units)
    }

    /// The days of the unit in the middle, or the mean of the two in the middle; undefined of none.
    pub(super) fn median(&self) -> Result<ReportCell> {
        let mut days = self.days.clone();
        days.sort_unstable();
        let middle = self.traced().checked_div(2).unwrap_or(0);
        let is_even = self.traced().is_multiple_of(2);
        let lower = if is_even { middle.saturating_sub(1) } else { middle };
        let unit = |number: u64| {
            let mut before = 0_u64;
            let holds = |(_, units): &&(i64, u32)| {
                before = before.saturating_add(u64::from(*units));
                number < before
            };
            days.iter().find(holds).map(|(days, _)| *days)
        };
        let Some((lower, upper)) = unit(lower).zip(unit(middle)) else {
            return Ok(ReportCell::Undefined {});
        };
        quotient(lower.checked_add(upper).ok_or_else(overflow)?, 2)
    }
}

/// A count of units.
pub(super) fn units_cell(units: u64) -> ReportCell {
    ReportCell::counted(usize::try_from(units).unwrap_or(usize::MAX))
}

fn quotient(of: i64, by: i64) -> Result<ReportCell> {
    if by == 0 {
        return Ok(ReportCell::Undefined {});
    }
    let exact = Unrounded::decimal(of, 0).div(&Unrounded::decimal(by, 0))?;
    let number: Exact = number(&exact, 2)?;
    Ok(ReportCell::Number { number })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kpi::Fact;

    #[test]
    fn means_and_medians_are_of_units() {
        let sale = |count: u32| {
            let mut fact = Fact::new("s", FactKind::Subscription, "2026-03-01".parse().unwrap());
            fact.count = Some(count);
            fact
        };
        let mut cycles = Cycles::default();
        assert_eq!(cycles.mean().unwrap(), ReportCell::Undefined {});
        assert_eq!(cycles.median().unwrap(), ReportCell::Undefined {});
        cycles.add(Some(10), &sale(3));
        cycles.add(Some(2), &sale(1));
        cycles.add(None, &sale(2));
        let shown = |cell| match cell {
            ReportCell::Number { number } => number.to_string(),
            other => panic!("{other:?}"),
        };
        // (3 × 10 + 2) ÷ 4 = 8; the units are 2, 10, 10, 10.
        assert_eq!(shown(cycles.mean().unwrap()), "8");
        assert_eq!(shown(cycles.median().unwrap()), "10");
        assert_eq!((cycles.traced(), cycles.untraced()), (4, 2));
        cycles.add(Some(1), &sale(2));
        // 1, 1, 2, 10, 10, 10: (2 + 10) ÷ 2.
        assert_eq!(shown(cycles.median().unwrap()), "6");
    }
}
