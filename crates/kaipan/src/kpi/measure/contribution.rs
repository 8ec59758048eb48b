//! What every fact contributes to a measure: one amount on one day.

use super::definition::{
    Caliber, CancellationTreatment, FactAmount, FactDate, MeasureReading, MeasureTerm,
};
use crate::Date;
use crate::kpi::fact::{Fact, FactBook, FactKind};

/// What a fact contributes to a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::kpi) struct Contribution {
    /// Place of the fact.
    pub(in crate::kpi) fact: usize,
    /// The day that decides its period.
    pub(in crate::kpi) date: Date,
    /// How much, in the smallest steps, below zero where it is taken off.
    pub(in crate::kpi) amount: i128,
    /// For how many units: those of days.
    pub(in crate::kpi) units: u32,
}

/// How facts are counted, whatever is measured.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::kpi) struct Counting {
    pub(in crate::kpi) caliber: Caliber,
    pub(in crate::kpi) treatment: CancellationTreatment,
    /// Only what had happened by this day.
    pub(in crate::kpi) as_of: Option<Date>,
    /// Only what was recorded by this day.
    pub(in crate::kpi) recorded_to: Option<Date>,
}

/// What facts contribute to a measure, and how many of them lack the amount that is counted.
pub(in crate::kpi) fn contributions(
    book: &FactBook<'_>,
    reading: &MeasureReading,
    counting: Counting,
) -> (Vec<Contribution>, u32) {
    let (mut all, mut lacking) = (Vec::new(), 0_u32);
    for (at, fact) in book.facts().iter().enumerate() {
        let is_known = has_happened(fact, reading, counting.as_of)
            && counting.recorded_to.is_none_or(|day| fact.recorded() <= day);
        // A fact counts once, by the first term that is for it.
        let term = reading.terms.iter().find(|term| {
            let goes_back = |kind| book.origin(at, |one| one == kind).is_some();
            term.is_for(fact) && term.of_kind.is_none_or(goes_back)
        });
        let Some(term) = term.filter(|_| is_known) else { continue };
        let date = day(book, reading, term, at, counting)
            .filter(|date| counting.as_of.is_none_or(|day| *date <= day));
        let Some(date) = date else { continue };
        let Some((amount, units)) = amount(book, reading.amount, term, at) else {
            lacking = lacking.saturating_add(1);
            continue;
        };
        let amount = if term.minus { amount.saturating_neg() } else { amount };
        all.push(Contribution { fact: at, date, amount, units });
    }
    (all, lacking)
}

/// A fact has happened by a day, and what decides its period too: finance may recognise a sale later.
pub(in crate::kpi) fn has_happened(
    fact: &Fact,
    reading: &MeasureReading,
    as_of: Option<Date>,
) -> bool {
    let has_come = |date: Date| as_of.is_none_or(|day| date <= day);
    has_come(fact.date) && reading.date.of(fact).is_none_or(has_come)
}

/// The day that decides the period of a fact.
fn day(
    book: &FactBook<'_>,
    reading: &MeasureReading,
    term: &MeasureTerm,
    at: usize,
    counting: Counting,
) -> Option<Date> {
    let fact = book.facts().get(at)?;
    let own = reading.date.of(fact)?;
    let restated = counting.treatment == CancellationTreatment::RestateOriginalPeriod
        && fact.kind.is_cancellation();
    if !term.dated_as_origin && !restated {
        return Some(own);
    }
    match term.of_kind {
        Some(kind) => reading.date.of(book.facts().get(book.origin(at, |one| one == kind)?)?),
        None => day_of_sale(book, at, counting.caliber, own),
    }
}

/// The day of the sale that a cancellation takes back, as a caliber counts sales: the subscription by its
/// performance, the signing by its recognition. What takes back no sale of the caliber goes by the first fact
/// of its chain, or by its own day where that has none.
fn day_of_sale(book: &FactBook<'_>, at: usize, caliber: Caliber, own: Date) -> Option<Date> {
    let (kind, date) = match caliber {
        Caliber::Marketing => (FactKind::Subscription, FactDate::Performance),
        Caliber::Finance => (FactKind::Signing, FactDate::Finance),
    };
    match book.origin(at, |one| one == kind) {
        Some(sale) => date.of(book.facts().get(sale)?),
        None => date.of(book.facts().get(book.root(at))?).or(Some(own)),
    }
}

/// How much of a fact is counted, and for how many units.
fn amount(
    book: &FactBook<'_>,
    amount: FactAmount,
    term: &MeasureTerm,
    at: usize,
) -> Option<(i128, u32)> {
    let fact = book.facts().get(at)?;
    if amount != FactAmount::Days {
        return Some((amount.of(fact)?, 1));
    }
    let kind = term.of_kind?;
    let origin = book.facts().get(book.origin(at, |one| one == kind)?)?;
    let units = fact.count.unwrap_or(1);
    let days = i128::from(fact.date.days_since(origin.date));
    Some((days.checked_mul(i128::from(units))?, units))
}
