//! The rate of a loan: given, published, or from rows of the host (handbook §4.4).

use super::preset::RatePreset;
use crate::Date;
use crate::number::Rate;
use kaipan_derive::boundary;

/// Where the annual rate of a loan comes from.
#[boundary]
pub enum LoanRate {
    /// Given.
    Annual {
        /// Share: 0.035 is 3.5 % a year. 0.1 % to 24 % is usual.
        annual: Rate,
    },
    /// A published rate on a day; [`published_rates`](crate::payment::loan::published_rates) are those known. A day
    /// before the first row is an error; newer rates go into a [`LoanRate::Table`].
    Preset {
        /// Which one.
        preset: RatePreset,
        /// The day it is looked up for. Quotes take their own day if absent.
        date: Option<Date>,
        /// Added to it, share: −0.003 is 0.3 percentage points (30 basis points) less. 0.01 % to
        /// 5 % either way is usual.
        #[boundary(default)]
        spread: Rate,
    },
    /// Rows of your own on a day.
    ///
    /// Of the rows that hold for the loan's months, those of the newest day on or before the date
    /// count, and of these the one with the shortest `max_months`: rows of one day belong together.
    Table {
        /// Rows in any order.
        #[boundary(required)]
        rows: Vec<RateRow>,
        /// The day they are looked up for. Quotes take their own day if absent.
        date: Option<Date>,
        /// Added to the rate found, share: −0.003 is 0.3 percentage points less. 0.01 % to 5 %
        /// either way is usual.
        #[boundary(default)]
        spread: Rate,
    },
}

impl LoanRate {
    /// The day it is looked up for, if it says.
    pub(crate) fn day(&self) -> Option<Date> {
        match self {
            LoanRate::Annual { .. } => None,
            LoanRate::Preset { date, .. } | LoanRate::Table { date, .. } => *date,
        }
    }

    /// The same rate, looked up for this day unless it says another.
    pub(crate) fn on(&self, day: Date) -> LoanRate {
        let mut rate = self.clone();
        if let LoanRate::Preset { date, .. } | LoanRate::Table { date, .. } = &mut rate {
            *date = date.or(Some(day));
        }
        rate
    }

    /// Where it comes from, in a word.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            LoanRate::Preset { preset, .. } => preset.word(),
            _ => self.word(),
        }
    }

    /// The published rate, if it is one.
    pub(crate) fn published_as(&self) -> Option<RatePreset> {
        match self {
            LoanRate::Preset { preset, .. } => Some(*preset),
            _ => None,
        }
    }

    /// The same rate, for this home of the household.
    pub(crate) fn for_home(mut self, home_count: Option<u32>) -> LoanRate {
        if let LoanRate::Preset { preset: preset @ RatePreset::Fund, .. } = &mut self {
            *preset = match home_count {
                Some(2..) => RatePreset::FundSecondHome,
                _ => RatePreset::FundFirstHome,
            };
        }
        self
    }
}

/// A rate from a day on.
#[boundary]
pub struct RateRow {
    /// First day it is in force.
    pub from: Date,
    /// For loans of at most this many months; for longer ones if absent.
    pub max_months: Option<u32>,
    /// Annual rate, share: 0.035 is 3.5 %. 0.1 % to 24 % is usual.
    pub annual: Rate,
}
