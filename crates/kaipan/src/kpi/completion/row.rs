//! The figures of one row.

use super::actual::{ActualFigure, CompletionPeriod};
use super::sheet::CompletionRow;
use crate::error::Result;
use crate::kpi::measure::ratio_of_name;
use crate::kpi::rounded::{divided, figure, quotient, rate, whole};
use crate::kpi::targets::SalesTarget;
use crate::number::{Figure, Rate, Unrounded, overflow};

/// A row without its parts.
pub(super) fn row(
    of: &SalesTarget,
    target: Option<Figure>,
    actual: Option<&ActualFigure>,
    asked: &CompletionPeriod,
    alert_below: Option<Rate>,
) -> Result<CompletionRow> {
    let (is_ratio, reached) = reached(actual)?;
    let mut row = CompletionRow {
        owner: of.owner.clone(),
        metric: of.metric.clone(),
        target,
        actual: reached
            .as_ref()
            .map(|exact| figure(exact, if is_ratio { 2 } else { 6 }))
            .transpose()?,
        completion_rate: None,
        pace: None,
        gap: None,
        required_daily: None,
        deviation: None,
        alert: false,
        base: None,
        growth: None,
        parts: None,
    };
    let Some((target, reached)) = target.map(Unrounded::from).zip(reached) else { return Ok(row) };
    let gap = target.sub(&reached)?;
    if is_ratio {
        row.gap = Some(figure(&gap, 2)?);
        let over = divided(&reached.sub(&target)?, &target)?;
        row.deviation = over.as_ref().map(rate).transpose()?;
        return Ok(row);
    }
    row.gap = Some(figure(&gap, 6)?);
    let left = asked.length().saturating_sub(asked.elapsed());
    if gap.is_positive()
        && let Some(daily) = divided(&gap, &whole(i128::from(left))?)?
    {
        row.required_daily = Some(figure(&daily, 2)?);
    }
    if let Some(completion) = divided(&reached, &target)? {
        let pace = completion.sub(&progress(asked)?)?.reduced()?;
        row.completion_rate = Some(rate(&completion)?);
        row.pace = Some(rate(&pace)?);
        if let Some(borne) = alert_below {
            row.alert = pace.add(&borne.into())?.is_negative();
        }
    }
    Ok(row)
}

/// What was reached, and whether it is a ratio; `None` if that is not known, or is nothing by nothing.
pub(super) fn reached(actual: Option<&ActualFigure>) -> Result<(bool, Option<Unrounded>)> {
    let Some(actual) = actual else { return Ok((false, None)) };
    match (actual.value, actual.numerator, actual.denominator) {
        // Of a ratio that is given as it is, no share is reached day by day.
        (Some(value), _, _) => Ok((ratio_of_name(&actual.metric).is_some(), Some(value.into()))),
        (_, Some(of), Some(by)) => Ok((true, divided(&of.into(), &by.into())?)),
        _ => Ok((false, None)),
    }
}

/// Days that are over as a share of all.
pub(super) fn progress(asked: &CompletionPeriod) -> Result<Unrounded> {
    let share = quotient(asked.elapsed().into(), asked.length().into())?;
    Ok(share.unwrap_or(Unrounded::ZERO))
}

/// Σ; `None` if one is not known.
pub(super) fn sum(figures: impl Iterator<Item = Option<Figure>>) -> Result<Option<Figure>> {
    let mut sum = Figure::ZERO;
    for figure in figures {
        let Some(figure) = figure else { return Ok(None) };
        sum = sum.checked_add(figure).ok_or_else(overflow)?;
    }
    Ok(Some(sum))
}
