//! What is expected to come in, as data.

use super::kind::CollectionKind;
use crate::Date;
use crate::check::Must;
use crate::error::{Code, Error, Finding, finding};
use crate::number::{Money, Rate};
use crate::overdue::day_counts::never;
use kaipan_derive::boundary;

/// How likely and how late money comes in. Without rates everything is expected in full on its day.
///
/// ```
/// use kaipan::overdue::{CollectionKind, CollectionRate, ForecastPolicy};
/// let due = CollectionRate::new(CollectionKind::NonLoan, "0.95".parse()?);
/// let policy = ForecastPolicy { rates: vec![due], ..ForecastPolicy::default() };
/// assert!(policy.loan_cycle_days.is_none());
/// # Ok::<(), kaipan::Error>(())
/// ```
#[boundary]
#[derive(Default)]
pub struct ForecastPolicy {
    /// Probability and lag by kind and days overdue.
    pub rates: Vec<CollectionRate>,
    /// 平均放款周期: days from signing to a loan's pay-out, for loans without a promised day.
    pub loan_cycle_days: Option<u32>,
}

/// How likely money of a kind comes in, and how late.
#[boundary]
pub struct CollectionRate {
    /// The kind.
    pub kind: CollectionKind,
    /// The first day overdue that it is for; what is not overdue if absent.
    pub from_days: Option<u32>,
    /// The last day overdue that it is for; no end if absent.
    pub to_days: Option<u32>,
    /// Probability, a share: 0.95 is 95 %.
    pub probability: Rate,
    /// Average days by which it comes in after its day; for arrears after the first day of the forecast.
    #[boundary(default)]
    pub lag_days: u32,
}

/// Sales that are planned: what they bring first.
#[boundary]
pub struct PlannedSales {
    /// A day of the period in which they bring it.
    pub on: Date,
    /// 套数.
    pub units: u32,
    /// 套均总价, yuan.
    pub average_total: Money,
    /// 首付比例, a share: 0.3 is 30 %.
    pub first_payment_share: Rate,
}

impl CollectionRate {
    fn is_of(&self, kind: CollectionKind, overdue_days: u32) -> bool {
        let (from, to) = self.days();
        self.kind == kind && from <= overdue_days && overdue_days <= to
    }

    /// The days overdue that it is for; 0 is not overdue.
    fn days(&self) -> (u32, u32) {
        match self.from_days {
            None => (0, 0),
            Some(from) => (from, self.to_days.unwrap_or(u32::MAX)),
        }
    }
}

impl ForecastPolicy {
    /// The place, probability and lag of the rate for money of a kind, so many days overdue.
    ///
    /// # Errors
    /// [`Code::OverdueRateMissing`] where there are rates and none is for it.
    pub(super) fn rate(
        &self,
        kind: CollectionKind,
        overdue_days: u32,
    ) -> Result<(usize, Rate, u32), Error> {
        if self.rates.is_empty() {
            return Ok((0, Rate::ONE, 0));
        }
        let mut rates = self.rates.iter().enumerate();
        let found = rates.find(|(_, rate)| rate.is_of(kind, overdue_days));
        let missing = || {
            let error = Error::new(Code::OverdueRateMissing).with("days", overdue_days);
            error.with("kind_zh", kind.chinese()).with("kind", kind.english())
        };
        found.map(|(at, rate)| (at, rate.probability, rate.lag_days)).ok_or_else(missing)
    }

    /// What cannot be, at its field.
    pub(super) fn wrong(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        for (at, rate) in self.rates.iter().enumerate() {
            let (from, to) = rate.days();
            let mut own = Vec::new();
            own.extend(Must::BeShare.refused(Code::OverdueNumber, "probability", rate.probability));
            if rate.from_days == Some(0) || rate.from_days.is_none() && rate.to_days.is_some() {
                own.push(Error::new(Code::OverdueRateFrom).at("from_days"));
            } else if from > to {
                let error = Error::new(Code::OverdueBucketEmpty).with("low", from).with("high", to);
                own.push(error.at("to_days"));
            }
            let earlier = self.rates.iter().take(at);
            let meets = |one: &&CollectionRate| {
                let (low, high) = one.days();
                one.kind == rate.kind && low <= to && from <= high
            };
            if earlier.filter(meets).count() > 0 {
                let error = Error::new(Code::OverdueRatesOverlap);
                own.push(error.with("number", at.saturating_add(1)).at("from_days"));
            }
            errors.extend(own.into_iter().map(|error| error.at(at).at("rates")));
        }
        errors
    }

    /// What is hardly meant: an older debt that is likelier to be paid than a younger one, days that are
    /// never reached.
    pub(super) fn odd(&self) -> Vec<Finding> {
        let mut told = Vec::new();
        told.extend(never("loan_cycle_days", self.loan_cycle_days));
        for (at, rate) in self.rates.iter().enumerate() {
            let lag = never("lag_days", Some(rate.lag_days));
            told.extend(lag.map(|found| found.at(at).at("rates")));
            let younger = self
                .rates
                .iter()
                .filter(|one| one.kind == rate.kind && one.days().0 < rate.days().0);
            let least = younger.map(|one| one.probability).min();
            if let Some(least) = least.filter(|least| rate.probability > *least) {
                let probability = rate.probability;
                let found = finding!(Code::OverdueRateRises, probability, least);
                told.push(found.at("probability").at(at).at("rates"));
            }
        }
        told
    }
}

impl PlannedSales {
    /// Sales that bring nothing.
    pub(super) fn nothing(&self) -> Option<Finding> {
        let (day, units, share) = (self.on, self.units, self.first_payment_share);
        let field = if units == 0 { "units" } else { "first_payment_share" };
        let told = || finding!(Code::OverdueSalesNothing, day, units, share).at(field);
        (units == 0 || share == Rate::ZERO).then(told)
    }

    /// What cannot be, at its field.
    pub(super) fn wrong(&self) -> Vec<Error> {
        let total =
            Must::NotBeNegative.refused(Code::OverdueNumber, "average_total", self.average_total);
        let share = Must::BeShare.refused(
            Code::OverdueNumber,
            "first_payment_share",
            self.first_payment_share,
        );
        total.into_iter().chain(share).collect()
    }
}
