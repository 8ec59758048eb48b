//! Bands of stock ages, and what makes stock slow, as data.

use crate::Text;
use crate::check::{Must, blank};
use crate::error::{Code, Error};
use crate::number::{Figure, UnitPrice};
use kaipan_derive::boundary;

/// A band of stock ages: from a number of days since the release up to the next band (handbook §8.16).
#[boundary]
pub struct StockAgeBand {
    /// Its name.
    pub name: Text,
    /// The first day since the release; the day of the release is 0.
    pub from_days: u32,
}

/// What makes stock slow (滞销); what is absent makes none.
#[boundary]
#[derive(Default)]
pub struct SlowStock {
    /// A unit is slow from this number of days since the release on.
    pub after_days: Option<u32>,
    /// A group is slow whose stock would last longer, in months at the rate of the months before.
    pub above_months: Option<Figure>,
    /// Over how many months sales are counted; 3 if absent.
    pub months: Option<u32>,
}

impl SlowStock {
    /// Over how many months sales are counted.
    pub(super) fn counted_months(&self) -> u32 {
        self.months.unwrap_or(3)
    }

    pub(super) fn errors(&self) -> Vec<Error> {
        let above = self
            .above_months
            .and_then(|bound| Must::NotBeNegative.refused(Code::KpiNumber, "above_months", bound));
        let months = self.months.filter(|months| *months == 0 || *months > 1_200);
        let months =
            months.map(|months| Error::new(Code::KpiMonths).with("months", months).at("months"));
        above.into_iter().chain(months).collect()
    }
}

/// Up to 90 days, up to 180, up to 365, and longer.
pub(super) fn standard_bands() -> Vec<StockAgeBand> {
    let bands = [("0-90", 0), ("91-180", 91), ("181-365", 181), ("366+", 366)];
    let band = |(name, from_days)| StockAgeBand { name: Text::constant(name), from_days };
    bands.into_iter().map(band).collect()
}

/// Bands that leave days out or do not rise.
pub(super) fn wrong_bands(bands: &[StockAgeBand]) -> Vec<Error> {
    let mut errors = Vec::new();
    let mut before: Option<u32> = None;
    for (at, band) in bands.iter().enumerate() {
        let mut own: Vec<Error> = blank(Code::KpiBlank, "name", &band.name).into_iter().collect();
        match before {
            None if band.from_days != 0 => {
                own.push(
                    Error::new(Code::KpiFirstBand).with("days", band.from_days).at("from_days"),
                );
            }
            Some(before) if band.from_days <= before => {
                let error = Error::new(Code::KpiTierOrder).with("bound", band.from_days);
                own.push(error.with("before", before).at("from_days"));
            }
            _ => {}
        }
        before = Some(band.from_days);
        errors.extend(own.into_iter().map(|error| error.at(at)));
    }
    errors
}

/// Bounds of prices that do not rise, or are not above zero.
pub(super) fn wrong_prices(bounds: &[UnitPrice]) -> Vec<Error> {
    let mut errors = Vec::new();
    let mut before: Option<UnitPrice> = None;
    for (at, bound) in bounds.iter().enumerate() {
        let wrong = Must::BePositive.refused(Code::KpiNumber, "price_bounds", *bound);
        errors.extend(wrong.map(|error| error.placed(crate::error::InputPlace::default()).at(at)));
        if let Some(before) = before.filter(|before| bound <= before) {
            let error = Error::new(Code::KpiTierOrder).with("bound", bound);
            errors.push(error.with("before", before).at(at));
        }
        before = Some(*bound);
    }
    errors
}
