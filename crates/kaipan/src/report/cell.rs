//! One value of a report.

use crate::error::Result;
use crate::kpi::{MeasureCell, ValueState};
use crate::number::{Area, Exact, Money, Rate, UnitPrice, overflow};
use crate::report::definition::ReportColumnKind;
use crate::{Date, Label};
use kaipan_derive::boundary;

/// A value of a report. What is absent, what is zero and what is undefined are three.
///
/// ```
/// use kaipan::report::ReportCell;
/// let zero = ReportCell::money(kaipan::number::Money::ZERO);
/// assert_ne!(zero, ReportCell::ABSENT);
/// assert_ne!(ReportCell::ABSENT, ReportCell::UNDEFINED);
/// ```
#[boundary]
pub enum ReportCell {
    /// There is none, and there could be none, or it is not known.
    Absent {},
    /// A ratio by zero.
    Undefined {},
    /// There is one, and the reader may not see it.
    Hidden {},
    /// Text as it was entered.
    Text {
        /// The text.
        text: Label,
    },
    /// Words of the library.
    Words {
        /// In Chinese.
        zh: Label,
        /// In English.
        en: Label,
    },
    /// A day.
    Date {
        /// The day.
        date: Date,
    },
    /// Units, batches, persons.
    Count {
        /// How many.
        count: i32,
    },
    /// An area.
    Area {
        /// m².
        area: Area,
    },
    /// An amount.
    Money {
        /// Yuan.
        money: Money,
    },
    /// A price of a square metre.
    UnitPrice {
        /// Yuan per m².
        price: UnitPrice,
    },
    /// A share or rate.
    Share {
        /// 0.25 is 25 %.
        share: Rate,
    },
    /// Days.
    Days {
        /// How many.
        days: i32,
    },
    /// A number of another kind.
    Number {
        /// The number.
        number: Exact,
    },
}

impl ReportCell {
    /// Text, if there is some.
    pub(super) fn shown(text: Option<impl Into<Label>>) -> ReportCell {
        text.map_or(ReportCell::Absent {}, |text| ReportCell::Text { text: text.into() })
    }

    /// Words in both languages.
    pub(super) fn said(zh: impl Into<Label>, en: impl Into<Label>) -> ReportCell {
        ReportCell::Words { zh: zh.into(), en: en.into() }
    }

    pub(super) fn day(date: Option<Date>) -> ReportCell {
        date.map_or(ReportCell::Absent {}, |date| ReportCell::Date { date })
    }

    pub(super) fn yuan(money: Option<Money>) -> ReportCell {
        money.map_or(ReportCell::Absent {}, |money| ReportCell::Money { money })
    }

    pub(super) fn square(area: Option<Area>) -> ReportCell {
        area.map_or(ReportCell::Absent {}, |area| ReportCell::Area { area })
    }

    pub(super) fn priced(price: Option<UnitPrice>) -> ReportCell {
        price.map_or(ReportCell::Absent {}, |price| ReportCell::UnitPrice { price })
    }

    pub(super) fn part(share: Option<Rate>) -> ReportCell {
        share.map_or(ReportCell::Absent {}, |share| ReportCell::Share { share })
    }

    /// A count of things.
    pub(super) fn counted(count: usize) -> ReportCell {
        ReportCell::Count { count: i32::try_from(count).unwrap_or(i32::MAX) }
    }

    /// Days from one day to another.
    pub(super) fn days_from(from: Option<Date>, to: Date) -> ReportCell {
        let days = from.and_then(|from| i32::try_from(to.days_since(from)).ok());
        days.map_or(ReportCell::Absent {}, |days| ReportCell::Days { days })
    }

    /// It says nothing, or zero.
    pub(super) fn is_nothing(&self) -> bool {
        match self {
            ReportCell::Absent {} | ReportCell::Undefined {} => true,
            ReportCell::Count { count } => *count == 0,
            ReportCell::Money { money } => money.is_zero(),
            _ => false,
        }
    }

    /// A number of a kind.
    pub(super) fn exact(number: Option<&Exact>, kind: ReportColumnKind) -> Result<ReportCell> {
        let Some(number) = number else { return Ok(ReportCell::Absent {}) };
        let text = number.to_string();
        let small = || text.parse::<i32>().map_err(|_| overflow());
        Ok(match kind {
            ReportColumnKind::Count => ReportCell::Count { count: small()? },
            ReportColumnKind::Days => match text.parse::<i32>() {
                Ok(days) => ReportCell::Days { days },
                Err(_) => ReportCell::Number { number: number.clone() },
            },
            ReportColumnKind::Area => ReportCell::Area { area: text.parse()? },
            ReportColumnKind::Money => ReportCell::Money { money: text.parse()? },
            ReportColumnKind::UnitPrice => ReportCell::UnitPrice { price: text.parse()? },
            ReportColumnKind::Share => ReportCell::Share { share: text.parse()? },
            ReportColumnKind::Number | ReportColumnKind::Text | ReportColumnKind::Date => {
                ReportCell::Number { number: number.clone() }
            }
        })
    }

    /// The value of a measure.
    pub(super) fn measured(cell: &MeasureCell, kind: ReportColumnKind) -> Result<ReportCell> {
        match cell.state {
            ValueState::Absent => Ok(ReportCell::Absent {}),
            ValueState::Undefined => Ok(ReportCell::Undefined {}),
            ValueState::Number => ReportCell::exact(cell.value.as_ref(), kind),
        }
    }
}

/// Σ of a column; hidden if one of them is, absent if there is none.
pub(super) fn sum<'c>(cells: impl Iterator<Item = &'c ReportCell>) -> Result<ReportCell> {
    let mut total = ReportCell::Absent {};
    for cell in cells {
        total = match (total, cell) {
            (ReportCell::Hidden {}, _) | (_, ReportCell::Hidden {}) => ReportCell::Hidden {},
            (ReportCell::Absent {}, cell) => match cell {
                ReportCell::Count { .. }
                | ReportCell::Days { .. }
                | ReportCell::Area { .. }
                | ReportCell::Money { .. } => cell.clone(),
                _ => ReportCell::Absent {},
            },
            (ReportCell::Count { count }, ReportCell::Count { count: more }) => {
                ReportCell::Count { count: count.checked_add(*more).ok_or_else(overflow)? }
            }
            (ReportCell::Days { days }, ReportCell::Days { days: more }) => {
                ReportCell::Days { days: days.checked_add(*more).ok_or_else(overflow)? }
            }
            (ReportCell::Area { area }, ReportCell::Area { area: more }) => {
                ReportCell::Area { area: area.checked_add(*more).ok_or_else(overflow)? }
            }
            (ReportCell::Money { money }, ReportCell::Money { money: more }) => {
                ReportCell::Money { money: money.checked_add(*more).ok_or_else(overflow)? }
            }
            (total, _) => total,
        };
    }
    Ok(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_keep_what_is_hidden_and_leave_out_what_is_absent() {
        let yuan = |text: &str| ReportCell::Money { money: text.parse().unwrap() };
        let all = [yuan("1.50"), ReportCell::Absent {}, yuan("2.25")];
        assert_eq!(sum(all.iter()).unwrap(), yuan("3.75"));
        assert_eq!(sum([yuan("1"), ReportCell::Hidden {}].iter()).unwrap(), ReportCell::Hidden {});
        assert_eq!(sum([].iter()).unwrap(), ReportCell::Absent {});
    }
}
