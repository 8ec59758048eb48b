//! Rows of a period.

use super::answer::CashForecastRow;
use super::kind::CollectionKind;
use crate::Label;
use crate::error::Result;
use crate::number::{Exact, Money, Unrounded, overflow};

/// The figures of a kind in a period.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Figures {
    pub(super) opening: Money,
    pub(super) due: Money,
    pub(super) expected: Money,
    pub(super) actual: Option<Money>,
    /// What of it came in for claims that there were on the day.
    pub(super) known: Option<Money>,
}

impl Figures {
    pub(super) fn closing(&self) -> Result<Money> {
        let sum = self.opening.checked_add(self.due);
        sum.and_then(|sum| sum.checked_sub(self.expected)).ok_or_else(overflow)
    }

    /// Expected less actual, where that is known.
    pub(super) fn deviation(&self) -> Result<Option<Money>> {
        let deviation = |actual| self.expected.checked_sub(actual).ok_or_else(overflow);
        self.actual.map(deviation).transpose()
    }

    /// All of these together.
    pub(super) fn sum(all: &[Figures]) -> Result<Figures> {
        let sum = |of: fn(&Figures) -> Money| Money::sum(all.iter().map(of));
        let told = |of: fn(&Figures) -> Option<Money>| {
            let all = all.iter().map(of).collect::<Option<Vec<Money>>>();
            all.map(Money::sum).transpose()
        };
        Ok(Figures {
            opening: sum(|one| one.opening)?,
            due: sum(|one| one.due)?,
            expected: sum(|one| one.expected)?,
            actual: told(|one| one.actual)?,
            known: told(|one| one.known)?,
        })
    }

    pub(super) fn row(&self, kind: Option<CollectionKind>) -> Result<CashForecastRow> {
        let names = kind.map_or(("合计", "total"), |kind| (kind.chinese(), kind.english()));
        let deviation = self.deviation()?;
        let share = |(deviation, actual): (Money, Money)| -> Result<Exact> {
            Unrounded::from(deviation).div(&Unrounded::from(actual))?.reduced()?.to_exact()
        };
        let actual = self.actual.filter(|actual| !actual.is_zero());
        Ok(CashForecastRow {
            kind,
            zh: Label::constant(names.0),
            en: Label::constant(names.1),
            opening: self.opening,
            due: self.due,
            expected: self.expected,
            closing: self.closing()?,
            actual: self.actual,
            actual_known: self.known,
            deviation,
            deviation_share: deviation.zip(actual).map(share).transpose()?,
        })
    }
}
