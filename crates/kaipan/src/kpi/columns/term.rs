//! What of a measure is looked at for each fact.

use super::facts::{FactColumns, NO_DAY};
use crate::Text;
use crate::kpi::measure::{FactAmount, FactDate, MeasureReading, MeasureTerm};

/// A measure's term for a kind of fact.
#[derive(Debug, Clone)]
pub(super) struct Term {
    pub(super) measure: usize,
    details: Vec<u16>,
    /// The bit of the kind that it goes back to; 0 for any.
    origin: u32,
    minus: bool,
    date: FactDate,
    amount: FactAmount,
}

/// A measure can be counted in columns: it needs nothing but the fact itself.
pub(super) fn is_columnar(reading: &MeasureReading) -> bool {
    let is_plain = !matches!(reading.amount, FactAmount::Days | FactAmount::Value);
    is_plain
        && reading.last_months.is_none()
        && !reading.terms.iter().any(|term| term.dated_as_origin)
}

impl Term {
    /// A term of a measure that stands at this place among those asked for.
    pub(super) fn new(
        measure: usize,
        reading: &MeasureReading,
        term: &MeasureTerm,
        details: &[Text],
    ) -> Term {
        let place = |detail: &Text| {
            let place = details.iter().position(|one| one == detail);
            // What no column names is in no column.
            place.and_then(|place| u16::try_from(place).ok()).unwrap_or(u16::MAX)
        };
        Term {
            measure,
            details: term.details.iter().map(place).collect(),
            origin: term
                .of_kind
                .map_or(0, |kind| 1_u32.checked_shl(u32::from(kind.code())).unwrap_or(0)),
            minus: term.minus,
            date: reading.date,
            amount: reading.amount,
        }
    }

    /// It counts the fact of this row.
    #[inline]
    pub(super) fn holds(&self, columns: &FactColumns<'_>, at: usize) -> bool {
        let origin = || columns.origins.get(at).is_some_and(|origins| origins & self.origin != 0);
        let detail = || {
            let own = columns.details.get(at);
            own.is_some_and(|own| *own != u16::MAX && self.details.contains(own))
        };
        (self.origin == 0 || origin()) && (self.details.is_empty() || detail())
    }

    /// The day by which it counts.
    #[inline]
    pub(super) fn day(&self, columns: &FactColumns<'_>, at: usize) -> i32 {
        let days = match self.date {
            FactDate::Event => columns.days,
            FactDate::Performance => columns.performance_days,
            FactDate::Finance => columns.finance_days,
        };
        days.get(at).copied().unwrap_or(NO_DAY)
    }

    /// How much it counts, in the smallest steps.
    #[inline]
    pub(super) fn amount(&self, columns: &FactColumns<'_>, at: usize) -> i128 {
        let of = |column: &[i64]| column.get(at).copied().unwrap_or(0).into();
        let amount: i128 = match self.amount {
            FactAmount::Count | FactAmount::Days => {
                columns.counts.get(at).copied().unwrap_or(0).into()
            }
            FactAmount::Area => of(columns.areas),
            FactAmount::Amount | FactAmount::Value => of(columns.amounts),
            FactAmount::FinanceAmount => of(columns.finance_amounts),
            FactAmount::ListAmount => of(columns.list_amounts),
        };
        if self.minus { amount.saturating_neg() } else { amount }
    }
}
