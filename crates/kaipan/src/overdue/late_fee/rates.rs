//! Rates by day, summed up over a time overdue.

use super::policy::{GraceMode, LateFeePolicy, LateFeeTier, TierMode, TierStart};
use crate::error::Result;
use crate::number::overflow;
use crate::overdue::claim::day_number;

/// The rates of a policy, ready to be summed over days.
#[derive(Debug, Clone)]
pub(in crate::overdue) struct DailyRates {
    /// Rates with the first day that they are for, in order; the first is for all days before.
    periods: Vec<Period>,
    grace: i64,
    grace_mode: GraceMode,
    tier_mode: TierMode,
    tier_start: TierStart,
}

#[derive(Debug, Clone)]
struct Period {
    from: i64,
    /// The last day of each tier and its rate in millionths, in rising order.
    tiers: Vec<(i64, i64)>,
}

/// What an amount that stayed unpaid from one day to another is charged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::overdue) struct Charged {
    /// Days that are charged, even at a rate of zero.
    pub(in crate::overdue) days: i64,
    /// Σ of the rates of these days, in millionths.
    pub(in crate::overdue) millionths: i64,
}

impl DailyRates {
    pub(in crate::overdue) fn new(policy: &LateFeePolicy) -> DailyRates {
        let tiers = |tiers: &[LateFeeTier]| {
            let each = tiers
                .iter()
                .map(|tier| (tier.up_to_days.map_or(i64::MAX, i64::from), tier.rate.millionths()));
            each.collect()
        };
        let first = Period { from: i64::MIN, tiers: tiers(&policy.tiers) };
        let changes = policy.changes.iter().map(|change| Period {
            from: i64::from(day_number(change.from)),
            tiers: tiers(&change.tiers),
        });
        DailyRates {
            periods: std::iter::once(first).chain(changes).collect(),
            grace: i64::from(policy.grace_days),
            grace_mode: policy.grace_mode,
            tier_mode: policy.tier_mode,
            tier_start: policy.tier_start,
        }
    }

    /// What is charged for the days after day `after` up to day `until`, both counted from the due
    /// day (the day after it is day 1).
    pub(in crate::overdue) fn charged(&self, due: i32, after: i32, until: i32) -> Result<Charged> {
        let (after, until) = (i64::from(after.max(0)), i64::from(until));
        let grace = match self.grace_mode {
            GraceMode::Excluded => self.grace,
            GraceMode::Cliff if until <= self.grace => return Ok(Charged::default()),
            GraceMode::Cliff => 0,
        };
        let first = grace.max(after).checked_add(1).ok_or_else(overflow)?;
        if until < first {
            return Ok(Charged::default());
        }
        // Day `first_of_tiers + 1` is day 1 of the tiers.
        let before_tiers = match self.tier_start {
            TierStart::DueDate => 0,
            TierStart::FirstChargedDay => grace,
        };
        let mut sum = Charged {
            days: until
                .checked_sub(first)
                .and_then(|days| days.checked_add(1))
                .ok_or_else(overflow)?,
            millionths: 0,
        };
        for (at, period) in self.periods.iter().enumerate() {
            let next = self.periods.get(at.saturating_add(1));
            let begin = first.max(period.from.saturating_sub(i64::from(due)));
            let end = next.map_or(until, |next| {
                until.min(next.from.saturating_sub(i64::from(due)).saturating_sub(1))
            });
            if begin <= end {
                let own = self.of_period(period, begin, end, until, before_tiers);
                let own = own.ok_or_else(overflow)?;
                sum.millionths = sum.millionths.checked_add(own).ok_or_else(overflow)?;
            }
        }
        Ok(sum)
    }

    /// Σ of the rates of one period over some of its days.
    fn of_period(
        &self,
        period: &Period,
        begin: i64,
        end: i64,
        until: i64,
        before_tiers: i64,
    ) -> Option<i64> {
        let days = |from: i64, to: i64| to.checked_sub(from)?.checked_add(1);
        match self.tier_mode {
            TierMode::Cliff => {
                let day = until.checked_sub(before_tiers)?;
                let tier = period.tiers.iter().find(|(last, _)| day <= *last);
                days(begin, end)?.checked_mul(tier.map_or(0, |(_, rate)| *rate))
            }
            TierMode::Marginal => {
                let (mut sum, mut from) = (0_i64, begin);
                for (last, rate) in &period.tiers {
                    let to = end.min(last.saturating_add(before_tiers));
                    if from <= to {
                        sum = sum.checked_add(days(from, to)?.checked_mul(*rate)?)?;
                        from = to.checked_add(1)?;
                    }
                }
                Some(sum)
            }
        }
    }
}
