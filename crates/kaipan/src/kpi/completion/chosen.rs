//! Which of the targets of a figure count for the period that is asked for.

use super::actual::CompletionPeriod;
use crate::error::{Code, Error, Input, Result};
use crate::kpi::measure::{ratio_of_name, stock_of_name};
use crate::kpi::period::PeriodKind;
use crate::kpi::targets::{SalesTarget, TargetState};
use crate::number::{Figure, overflow};

/// A target with its place.
pub(super) type Placed<'a> = (usize, &'a SalesTarget);

/// The targets of one figure, of each period the highest version in a state that counts.
pub(super) fn counting<'a>(own: &[Placed<'a>], least: TargetState) -> Vec<Placed<'a>> {
    let mut counting: Vec<Placed<'a>> =
        own.iter().copied().filter(|(_, target)| target.state >= least).collect();
    let period = |target: &SalesTarget| (target.period, target.from, target.to);
    counting.sort_by(|(_, a), (_, b)| (period(a), b.version).cmp(&(period(b), a.version)));
    counting.dedup_by(|(_, later), (_, first)| period(later) == period(first));
    counting
}

/// Targets of one kind of period that share days, each at the later one.
pub(super) fn overlaps(counting: &[Placed<'_>]) -> Vec<Error> {
    let pairs = counting.iter().zip(counting.iter().skip(1));
    let wrong = pairs
        .filter(|((_, one), (_, two))| one.period == two.period && one.days().meets(two.days()));
    wrong
        .map(|((first, one), (at, two))| {
            let error = Error::new(Code::KpiTargetsOverlap).with("owner", two.owner.id());
            let error = error.with("metric", &two.metric).with("first", first.saturating_add(1));
            one.days().inside(two.days()).named_in(error).at("from").at(*at).within(Input::Targets)
        })
        .collect()
}

/// The target of the period: its own, or Σ of shorter ones that come to it; `None` without any.
pub(super) fn chosen(counting: &[Placed<'_>], asked: &CompletionPeriod) -> Result<Option<Figure>> {
    let own = counting.iter().find(|(_, target)| {
        target.period == asked.kind && (target.from, target.to) == (asked.from, asked.to)
    });
    if let Some((_, own)) = own {
        return Ok(Some(own.value));
    }
    let Some((at, met)) = counting.iter().find(|(_, target)| target.days().meets(asked.days()))
    else {
        return Ok(None);
    };
    let mut kinds: Vec<PeriodKind> = counting.iter().map(|(_, target)| target.period).collect();
    kinds.dedup();
    if ratio_of_name(&met.metric).is_none() {
        for kind in kinds.into_iter().rev().filter(|kind| *kind != PeriodKind::Cumulative) {
            if let Some(sum) = tiled(counting, kind, asked)? {
                return Ok(Some(sum));
            }
        }
    }
    let error = Error::new(Code::KpiTargetNotSplit).with("owner", met.owner.id());
    let error = error.with("metric", &met.metric).with("kind", met.period.word());
    let error = met.days().named_in(error.with("kind_zh", met.period.chinese()));
    let error = error.with("asked_from", asked.from).with("asked_to", asked.to);
    Err(error.at("from").at(*at).within(Input::Targets))
}

/// Σ of the targets of one kind of period, if they fill the period that is asked for; of a figure that is as
/// of a day (时点数) the target of the last of them.
fn tiled(
    counting: &[Placed<'_>],
    kind: PeriodKind,
    asked: &CompletionPeriod,
) -> Result<Option<Figure>> {
    let inside = counting.iter().map(|(_, target)| *target);
    let inside =
        inside.filter(|target| target.period == kind && asked.days().covers(target.days()));
    let (mut next, mut sum) = (Some(asked.from), Figure::ZERO);
    for target in inside {
        if next != Some(target.from) {
            return Ok(None);
        }
        sum = match stock_of_name(&target.metric) {
            true => target.value,
            false => sum.checked_add(target.value).ok_or_else(overflow)?,
        };
        next = target.to.add_days(1);
    }
    Ok((next == asked.to.add_days(1)).then_some(sum))
}
