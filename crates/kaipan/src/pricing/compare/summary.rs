//! What a change of prices comes to: per building, per layout and overall.

use crate::Text;
use crate::error::{Code, Error, Result};
use crate::number::{Area, Money, Rate, UnitPrice};
use crate::pricing::check::percent_rate;
use crate::pricing::price::per_area;
use crate::pricing::trial::SummaryGroup;
use kaipan_derive::boundary;

/// What a change of prices comes to for some units.
///
/// Units that had no price before count in `units`, `building_area`, `new_total` and `new_average`
/// alone; the change is that of the others.
#[boundary(answer)]
pub struct ChangeSummary {
    /// What it is about.
    pub group: SummaryGroup,
    /// The building or layout; empty for the overall row and for units without a layout.
    pub key: Text,
    /// Number of units (套).
    pub units: u32,
    /// Units whose total rises.
    pub raised: u32,
    /// Units whose total falls.
    pub lowered: u32,
    /// Units that had no price before.
    pub first: u32,
    /// Σ building area, m².
    pub building_area: Area,
    /// Σ old total of the units that have one, yuan.
    pub old_total: Option<Money>,
    /// Σ new total, yuan.
    pub new_total: Money,
    /// Average of the old prices, per m² of building area, half up to 0.01.
    pub old_average: Option<UnitPrice>,
    /// Average of the new prices, per m² of building area, half up to 0.01.
    pub new_average: UnitPrice,
    /// Σ change of the totals, yuan.
    pub change: Option<Money>,
    /// Change ÷ old total, share: 0.0123 is 1.23 %; half up to 4 decimals.
    pub change_rate: Option<Rate>,
}

/// A unit whose price moved: what it is grouped by, and area and total before and after.
pub(in crate::pricing) struct Moved<'a> {
    pub(in crate::pricing) building: &'a str,
    pub(in crate::pricing) layout: Option<&'a str>,
    pub(in crate::pricing) old: Option<(Area, Money)>,
    pub(in crate::pricing) new: (Area, Money),
}

/// Summarises per building and per layout, in the order of their first unit, and overall.
pub(in crate::pricing) fn summarise(units: &[Moved<'_>]) -> Result<Vec<ChangeSummary>> {
    let mut summaries = Vec::new();
    for (key, members) in grouped(units, |unit| Some(unit.building)) {
        summaries.push(summary(SummaryGroup::Building, key, &members)?);
    }
    for (key, members) in grouped(units, |unit| unit.layout) {
        summaries.push(summary(SummaryGroup::Layout, key, &members)?);
    }
    if !units.is_empty() {
        let all: Vec<&Moved<'_>> = units.iter().collect();
        summaries.push(summary(SummaryGroup::Overall, "", &all)?);
    }
    Ok(summaries)
}

type Group<'g, 'a> = (&'a str, Vec<&'g Moved<'a>>);

fn grouped<'g, 'a>(
    units: &'g [Moved<'a>],
    key: impl Fn(&Moved<'a>) -> Option<&'a str>,
) -> Vec<Group<'g, 'a>> {
    let mut groups: Vec<Group<'g, 'a>> = Vec::new();
    let mut places = std::collections::HashMap::new();
    for unit in units {
        let Some(key) = key(unit) else { continue };
        let place = *places.entry(key).or_insert(groups.len());
        match groups.get_mut(place) {
            Some((_, members)) => members.push(unit),
            None => groups.push((key, vec![unit])),
        }
    }
    groups
}

fn summary(group: SummaryGroup, key: &str, units: &[&Moved<'_>]) -> Result<ChangeSummary> {
    let overflow = || Error::new(Code::NumberOverflow);
    let count = |holds: &dyn Fn(&Moved<'_>) -> bool| {
        let found = units.iter().filter(|unit| holds(unit)).count();
        u32::try_from(found).map_err(|_| overflow())
    };
    let of_areas = |mut areas: Box<dyn Iterator<Item = Area> + '_>| {
        areas.try_fold(Area::ZERO, Area::checked_add).ok_or_else(overflow)
    };
    let moved = || units.iter().filter_map(|unit| Some((unit.old?, unit.new)));
    let building_area = of_areas(Box::new(units.iter().map(|unit| unit.new.0)))?;
    let new_total = Money::sum(units.iter().map(|unit| unit.new.1))?;
    let mut summary = ChangeSummary {
        group,
        key: key.into(),
        units: count(&|_| true)?,
        raised: count(&|unit| unit.old.is_some_and(|(_, old)| unit.new.1 > old))?,
        lowered: count(&|unit| unit.old.is_some_and(|(_, old)| unit.new.1 < old))?,
        first: count(&|unit| unit.old.is_none())?,
        building_area,
        old_total: None,
        new_total,
        old_average: None,
        new_average: per_area(new_total, building_area)?,
        change: None,
        change_rate: None,
    };
    if moved().next().is_some() {
        let old_total = Money::sum(moved().map(|((_, old), _)| old))?;
        let old_area = of_areas(Box::new(moved().map(|((area, _), _)| area)))?;
        let new = Money::sum(moved().map(|(_, (_, new))| new))?;
        let change = new.checked_sub(old_total).ok_or_else(overflow)?;
        summary.old_total = Some(old_total);
        summary.old_average = Some(per_area(old_total, old_area)?);
        summary.change = Some(change);
        // A ratio that no rate can hold says nothing that the change does not.
        summary.change_rate = percent_rate(&change.into(), &old_total.into()).ok();
    }
    Ok(summary)
}
