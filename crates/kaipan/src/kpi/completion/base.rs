//! What a target is compared with: the figure that was reached in an earlier period.

use super::actual::{ActualFigure, CompletionPeriod};
use super::row::reached;
use super::sheet::CompletionRow;
use crate::Date;
use crate::error::{Code, Finding, Input, Result, finding};
use crate::kpi::measure::ratio_of_name;
use crate::kpi::period::PeriodKind;
use crate::kpi::rounded::{divided, figure, rate};
use crate::number::{Figure, Unrounded};
use kaipan_derive::boundary;

/// 比较基准: which earlier period a target is compared with.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum TargetBase {
    /// 上年同期: the same days of the year before, of the 29th of February the 28th; of weeks those of 52 weeks before.
    #[default]
    LastYear,
    /// 上期: the period of this kind before it; of a stage or of a part of a period as many days before it.
    PeriodBefore,
}

/// Which days the base has.
#[boundary(answer)]
pub struct TargetBaseDays {
    /// Which period it is.
    pub base: TargetBase,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

impl TargetBase {
    /// The days of the base of a period; `None` before the calendar begins.
    pub(super) fn days(self, asked: &CompletionPeriod) -> Option<TargetBaseDays> {
        let (from, to) = (asked.from, asked.to);
        let is_whole = asked.kind.first(from) == Some(from) && asked.kind.last(from) == to;
        let is_whole =
            is_whole && !matches!(asked.kind, PeriodKind::Stage | PeriodKind::Cumulative);
        let (first, last) = match (self, asked.kind) {
            (TargetBase::LastYear, kind) => {
                let first = kind.year_before(from)?;
                let last = if is_whole { kind.last(first) } else { kind.year_before(to)? };
                (first, last)
            }
            (TargetBase::PeriodBefore, kind) => {
                let last = from.shift_days(-1)?;
                let length = i32::try_from(asked.length()).ok()?;
                let first = match is_whole {
                    true => kind.first(last)?,
                    false => from.shift_days(length.checked_neg()?)?,
                };
                (first, last)
            }
        };
        Some(TargetBaseDays { base: self, from: first, to: last })
    }
}

/// Puts the base beside the target of a row, and what growth the target asks for where the base is above
/// zero. Tells a target below what was reached before; of a ratio nothing is told, since lower may be better.
pub(super) fn add_base(
    row: &mut CompletionRow,
    base: Option<&ActualFigure>,
) -> Result<Option<Finding>> {
    let (owner, metric) = (row.owner.id(), &row.metric);
    let Some(base) = base else {
        let is_target = row.target.is_some();
        return Ok(is_target.then(|| finding!(Code::KpiBaseMissing, owner, metric)));
    };
    let (is_divided, Some(exact)) = reached(Some(base))? else { return Ok(None) };
    let value = figure(&exact, if is_divided { 2 } else { 6 })?;
    row.base = Some(value);
    let Some(target) = row.target else { return Ok(None) };
    if exact.is_positive() {
        let growth = divided(&Unrounded::from(target).sub(&exact)?, &exact)?;
        row.growth = growth.as_ref().map(rate).transpose()?;
    }
    let is_ratio = is_divided || ratio_of_name(metric).is_some();
    let is_below = !is_ratio && Unrounded::from(target).sub(&exact)?.is_negative();
    let told = || finding!(Code::KpiTargetBelowBase, owner, metric, target, base = value);
    Ok(is_below.then(told).filter(|_| value > Figure::ZERO))
}

/// What is given of a base that has no place: a figure without a target.
pub(super) fn without_target(at: usize, base: &ActualFigure) -> Finding {
    let (owner, metric) = (base.owner.id(), &base.metric);
    finding!(Code::KpiActualWithoutTarget, owner, metric).at(at).within(Input::Bases)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bases_have_the_days_that_the_calendar_says() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        for (base, kind, from, to, first, last) in [
            (
                TargetBase::LastYear,
                PeriodKind::Month,
                "2025-02-01",
                "2025-02-28",
                "2024-02-01",
                "2024-02-29",
            ),
            (
                TargetBase::LastYear,
                PeriodKind::Year,
                "2026-01-01",
                "2026-12-31",
                "2025-01-01",
                "2025-12-31",
            ),
            (
                TargetBase::LastYear,
                PeriodKind::Week,
                "2026-03-02",
                "2026-03-08",
                "2025-03-03",
                "2025-03-09",
            ),
            (
                TargetBase::LastYear,
                PeriodKind::Day,
                "2026-03-04",
                "2026-03-04",
                "2025-03-04",
                "2025-03-04",
            ),
            (
                TargetBase::LastYear,
                PeriodKind::Stage,
                "2028-02-29",
                "2028-03-10",
                "2027-02-28",
                "2027-03-10",
            ),
            (
                TargetBase::PeriodBefore,
                PeriodKind::Quarter,
                "2026-01-01",
                "2026-03-31",
                "2025-10-01",
                "2025-12-31",
            ),
            (
                TargetBase::PeriodBefore,
                PeriodKind::Week,
                "2026-03-01",
                "2026-03-01",
                "2026-02-28",
                "2026-02-28",
            ),
            (
                TargetBase::PeriodBefore,
                PeriodKind::Stage,
                "2026-05-11",
                "2026-05-20",
                "2026-05-01",
                "2026-05-10",
            ),
        ] {
            let asked = CompletionPeriod::new(kind, day(from), day(to), day(to));
            let found = base.days(&asked).unwrap();
            assert_eq!((found.from, found.to), (day(first), day(last)), "{base:?} {kind:?} {from}");
        }
    }
}
