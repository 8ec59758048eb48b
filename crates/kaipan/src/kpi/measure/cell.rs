//! The value of a measure in a period.

use super::definition::MeasureReading;
use crate::Date;
use crate::error::Result;
use crate::kpi::period::KpiPeriod;
use crate::kpi::rounded::steps;
use crate::number::{Unrounded, overflow};

/// What the facts of one group contribute to one measure, by day.
#[derive(Debug, Clone, Default)]
pub(super) struct DayAmounts {
    amounts: Vec<(Date, i128, u32)>,
    /// Σ of the amounts before each.
    sums: Vec<i128>,
}

impl DayAmounts {
    pub(super) fn add(&mut self, date: Date, amount: i128, units: u32) {
        self.amounts.push((date, amount, units));
    }

    /// Sorts what was added; after it, sums of any days can be asked for.
    pub(super) fn sort(&mut self) -> Result<()> {
        self.amounts.sort_unstable();
        let mut sum = 0_i128;
        self.sums = vec![0];
        for (_, amount, _) in &self.amounts {
            sum = sum.checked_add(*amount).ok_or_else(overflow)?;
            self.sums.push(sum);
        }
        Ok(())
    }

    /// The amounts that count in a period.
    fn range(&self, reading: &MeasureReading, period: &KpiPeriod) -> std::ops::Range<usize> {
        let first = match reading.last_months {
            _ if reading.stock => None,
            None => Some(period.from),
            Some(months) => {
                let months = i32::try_from(months).unwrap_or(i32::MAX).saturating_neg();
                let next = period.to.add_days(1).unwrap_or(Date::LAST);
                next.add_months(months)
            }
        };
        let before = |day: Date| self.amounts.partition_point(|(date, ..)| *date < day);
        let start = first.map_or(0, before);
        let end = self.amounts.partition_point(|(date, ..)| *date <= period.to);
        start..end.max(start)
    }

    /// What counts in a period, by day.
    pub(super) fn entries(
        &self,
        reading: &MeasureReading,
        period: &KpiPeriod,
    ) -> &[(Date, i128, u32)] {
        self.amounts.get(self.range(reading, period)).unwrap_or_default()
    }

    /// Something counts in a period.
    pub(super) fn counts(&self, reading: &MeasureReading, period: &KpiPeriod) -> bool {
        !self.range(reading, period).is_empty()
    }

    /// Σ in a period, in the smallest steps.
    pub(super) fn sum(&self, reading: &MeasureReading, period: &KpiPeriod) -> i128 {
        let range = self.range(reading, period);
        let sum = |at: usize| self.sums.get(at).copied().unwrap_or(0);
        sum(range.end).saturating_sub(sum(range.start))
    }

    /// Σ of everything before a period, in the smallest steps: a figure of a day as the period found it.
    pub(super) fn opening(&self, period: &KpiPeriod) -> i128 {
        let end = self.amounts.partition_point(|(date, ..)| *date < period.from);
        self.sums.get(end).copied().unwrap_or(0)
    }

    /// The median of a unit in a period: the middle one, or the mean of the two in the middle.
    pub(super) fn median(
        &self,
        reading: &MeasureReading,
        period: &KpiPeriod,
    ) -> Result<Option<Unrounded>> {
        let range = self.range(reading, period);
        let own = self.amounts.get(range).unwrap_or_default().iter();
        let own = own.filter_map(|(_, amount, units)| {
            Some((amount.checked_div(i128::from(*units))?, u64::from(*units)))
        });
        let mut each: Vec<(i128, u64)> = own.collect();
        each.sort_unstable();
        let all = each.iter().fold(0_u64, |sum, (_, units)| sum.saturating_add(*units));
        // The unit with this number, counted from 0.
        let unit = |number: u64| {
            let mut before = 0_u64;
            let holds = |(_, units): &&(i128, u64)| {
                before = before.saturating_add(*units);
                number < before
            };
            each.iter().find(holds).map(|(amount, _)| *amount)
        };
        let middle = all.checked_div(2).unwrap_or(0);
        let lower = if all.is_multiple_of(2) { middle.saturating_sub(1) } else { middle };
        let Some((lower, upper)) = unit(lower).zip(unit(middle)) else { return Ok(None) };
        let both = lower.checked_add(upper).ok_or_else(overflow)?;
        steps(both, reading.amount.decimals())?.div(&steps(2, 0)?).map(Some)
    }
}
