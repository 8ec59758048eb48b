//! Targets that are parts of others.

use super::chosen::Placed;
use super::engine::Of;
use super::row::sum;
use super::sheet::{CompletionParts, CompletionRow};
use crate::error::{Code, Error, Finding, Input, Result};
use crate::kpi::measure::ratio_of_name;
use crate::kpi::rounded::{divided, rate};
use crate::number::overflow;
use std::collections::HashMap;

/// Of which figure a figure is a part, with the place where that is said.
fn whole<'a>(own: &[Placed<'a>]) -> Option<(usize, Of<'a>)> {
    let said = |(at, target): &Placed<'a>| Some((*at, (target.part_of.as_ref()?, &target.metric)));
    own.iter().find_map(said)
}

/// The figures that are parts, each with its whole and the place where that is said.
fn wholes<'a>(figures: &[Vec<Placed<'a>>]) -> HashMap<Of<'a>, (usize, Of<'a>)> {
    let part = |own: &Vec<Placed<'a>>| Some((own.first()?.1.figure(), whole(own)?));
    figures.iter().filter_map(part).collect()
}

/// The first figure that is a part of itself.
pub(super) fn circle(figures: &[Vec<Placed<'_>>]) -> Option<Error> {
    let wholes = wholes(figures);
    let own = figures.iter().filter_map(|own| Some(own.first()?.1.figure()));
    let mut own = own.filter(|own| {
        let mut above = wholes.get(own).map(|(_, whole)| *whole);
        // A way that goes on for longer than there are figures leads into another circle.
        for _ in 0..wholes.len() {
            match above {
                Some(whole) if whole == *own => return true,
                Some(whole) => above = wholes.get(&whole).map(|(_, whole)| *whole),
                None => return false,
            }
        }
        false
    });
    let first = own.next()?;
    let (at, _) = wholes.get(&first)?;
    let error = Error::new(Code::KpiCircle).with("id", first.0.id());
    Some(error.at("part_of").at(*at).within(Input::Targets))
}

/// Parts of figures that have no target: what they come to is beside nothing.
pub(super) fn without_whole(figures: &[Vec<Placed<'_>>]) -> Vec<Finding> {
    let known: Vec<Of<'_>> =
        figures.iter().filter_map(|own| Some(own.first()?.1.figure())).collect();
    let parts = figures.iter().filter_map(|own| whole(own));
    let lost = parts.filter(|(_, whole)| !known.contains(whole));
    let told = lost.map(|(at, (owner, metric))| {
        let own = known.iter().filter(|(_, own)| *own == metric);
        let error = Error::new(Code::KpiWholeMissing).with("owner", owner.id());
        let error = error.with("metric", metric);
        let error = error.with_nearest(own.map(|(owner, _)| owner.id().as_str()), owner.id());
        error.at("part_of").at(at).within(Input::Targets).finding()
    });
    told.collect()
}

/// What the parts of each target come to.
pub(super) fn add_parts(figures: &[Vec<Placed<'_>>], rows: &mut [CompletionRow]) -> Result<()> {
    let mut below: HashMap<Of<'_>, Vec<&CompletionRow>> = HashMap::new();
    for (own, row) in figures.iter().zip(rows.iter()).filter(|(_, row)| row.target.is_some()) {
        if let Some(whole) = own.iter().find_map(|(_, target)| target.part_of.as_ref()) {
            below.entry((whole, &row.metric)).or_default().push(row);
        }
    }
    let mut all = Vec::new();
    for row in rows.iter() {
        let of =
            below.get(&(&row.owner, &row.metric)).filter(|_| ratio_of_name(&row.metric).is_none());
        all.push(parts(row, of.map(Vec::as_slice).unwrap_or_default())?);
    }
    for (row, parts) in rows.iter_mut().zip(all) {
        row.parts = parts;
    }
    Ok(())
}

fn parts(row: &CompletionRow, of: &[&CompletionRow]) -> Result<Option<CompletionParts>> {
    if of.is_empty() {
        return Ok(None);
    }
    let target = sum(of.iter().map(|part| part.target))?.unwrap_or_default();
    let actual = sum(of.iter().map(|part| part.actual))?;
    let completion = match actual {
        Some(actual) => divided(&actual.into(), &target.into())?,
        None => None,
    };
    let less = |own: Option<crate::number::Figure>, sum| {
        own.zip(sum).map(|(own, sum)| own.checked_sub(sum).ok_or_else(overflow)).transpose()
    };
    Ok(Some(CompletionParts {
        count: u32::try_from(of.len()).map_err(|_| overflow())?,
        target,
        actual,
        completion_rate: completion.as_ref().map(rate).transpose()?,
        target_difference: less(row.target, Some(target))?,
        actual_difference: less(row.actual, actual)?,
    }))
}
