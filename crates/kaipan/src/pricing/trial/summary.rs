//! Summary rows: per building, per layout and overall (handbook §2.10).

use super::table_row::TableRow;
use crate::Text;
use crate::error::Result;
use crate::number::{Area, Money, Rate, UnitPrice, Unrounded, overflow};
use crate::pricing::price::per_area;
use crate::pricing::targets::{AverageBasis, ratio};
use kaipan_derive::boundary;
use std::collections::BTreeMap;

/// What a summary row is about.
#[boundary]
pub enum SummaryGroup {
    /// One building.
    Building,
    /// One layout.
    Layout,
    /// All rows of the table.
    Overall,
}

/// A summary row.
#[boundary(answer)]
pub struct Summary {
    /// What it is about.
    pub group: SummaryGroup,
    /// The building or layout; empty for the overall row and for units without a layout.
    pub key: Text,
    /// Number of units (套).
    pub units: u32,
    /// Σ building area, m².
    pub building_area: Area,
    /// Σ inside area, m², if every unit has one.
    pub inside_area: Option<Area>,
    /// Σ total, yuan.
    pub total: Money,
    /// 均价: Σ total ÷ Σ area of the average basis, half up to 0.01.
    pub average: UnitPrice,
    /// Highest unit price of the average basis.
    pub highest_unit_price: Extreme,
    /// Lowest unit price of the average basis.
    pub lowest_unit_price: Extreme,
    /// Highest − lowest unit price.
    pub unit_price_spread: UnitPrice,
    /// Highest total.
    pub highest_total: ExtremeTotal,
    /// Lowest total.
    pub lowest_total: ExtremeTotal,
    /// Highest − lowest total.
    pub total_spread: Money,
    /// Target average, if a target (or its split) covers exactly these units.
    pub target_average: Option<UnitPrice>,
    /// Average − target average, both unrounded, half up to 6 decimals.
    pub deviation: Option<UnitPrice>,
    /// Deviation ÷ target average, share: 0.01 is 1 %; half up to 6 decimals.
    pub deviation_rate: Option<Rate>,
}

/// A highest or lowest unit price and the first unit that has it.
#[boundary(answer)]
pub struct Extreme {
    /// Yuan per m².
    pub unit_price: UnitPrice,
    /// The unit.
    pub unit_no: Text,
}

/// A highest or lowest total and the first unit that has it.
#[boundary(answer)]
pub struct ExtremeTotal {
    /// Yuan.
    pub total: Money,
    /// The unit.
    pub unit_no: Text,
}

struct Group<'a> {
    kind: SummaryGroup,
    key: &'a str,
    rows: Vec<(usize, &'a TableRow)>,
}

/// Summarises rows; `expected` says what a group of units, by their indexes, should come to: the
/// exact list total that a target asks for.
pub(crate) fn summarise(
    rows: &[(usize, &TableRow)],
    basis: AverageBasis,
    expected: impl Fn(SummaryGroup, &str, &[usize]) -> Option<Unrounded>,
) -> Result<Vec<Summary>> {
    let mut groups = grouped(rows, SummaryGroup::Building, |row| Some(&row.building));
    groups.extend(grouped(rows, SummaryGroup::Layout, |row| row.layout.as_deref()));
    groups.push(Group { kind: SummaryGroup::Overall, key: "", rows: rows.to_vec() });
    let mut summaries = Vec::with_capacity(groups.len());
    for group in groups {
        let units: Vec<usize> = group.rows.iter().map(|(at, _)| *at).collect();
        let expectation = expected(group.kind, group.key, &units);
        if let Some(summary) = summary(&group, basis, expectation.as_ref())? {
            summaries.push(summary);
        }
    }
    Ok(summaries)
}

/// Groups in the order of their first row.
fn grouped<'a>(
    rows: &[(usize, &'a TableRow)],
    kind: SummaryGroup,
    key: impl Fn(&'a TableRow) -> Option<&'a str>,
) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    // Rows of a group mostly follow each other.
    let mut last = 0;
    for (at, row) in rows {
        let Some(key) = key(row) else { continue };
        if let Some(group) = groups.get_mut(last).filter(|group| group.key == key) {
            group.rows.push((*at, row));
            continue;
        }
        let place = *places.entry(key).or_insert_with(|| {
            groups.push(Group { kind, key, rows: Vec::new() });
            groups.len().saturating_sub(1)
        });
        last = place;
        if let Some(group) = groups.get_mut(place) {
            group.rows.push((*at, row));
        }
    }
    groups
}

fn summary(
    group: &Group<'_>,
    basis: AverageBasis,
    expectation: Option<&Unrounded>,
) -> Result<Option<Summary>> {
    let mut building_area = Area::ZERO;
    let mut inside_area = Some(Area::ZERO);
    let mut total = Money::ZERO;
    let mut units: Option<(Extreme, Extreme)> = None;
    let mut totals: Option<(ExtremeTotal, ExtremeTotal)> = None;
    for (_, row) in &group.rows {
        building_area = building_area.checked_add(row.building_area).ok_or_else(overflow)?;
        inside_area = match (inside_area, row.inside_area) {
            (Some(sum), Some(area)) => Some(sum.checked_add(area).ok_or_else(overflow)?),
            _ => None,
        };
        total = total.checked_add(row.total).ok_or_else(overflow)?;
        let unit_price = match basis {
            AverageBasis::Building => row.building_unit_price,
            AverageBasis::Inside => row.inside_unit_price.unwrap_or(row.building_unit_price),
        };
        let unit = || Extreme { unit_price, unit_no: row.unit_no.clone() };
        match &mut units {
            None => units = Some((unit(), unit())),
            Some((highest, lowest)) => {
                if unit_price > highest.unit_price {
                    *highest = unit();
                } else if unit_price < lowest.unit_price {
                    *lowest = unit();
                }
            }
        }
        let of_total = || ExtremeTotal { total: row.total, unit_no: row.unit_no.clone() };
        match &mut totals {
            None => totals = Some((of_total(), of_total())),
            Some((highest, lowest)) => {
                if row.total > highest.total {
                    *highest = of_total();
                } else if row.total < lowest.total {
                    *lowest = of_total();
                }
            }
        }
    }
    let (Some((highest_unit_price, lowest_unit_price)), Some((highest_total, lowest_total))) =
        (units, totals)
    else {
        return Ok(None);
    };
    let area = match (basis, inside_area) {
        (AverageBasis::Inside, Some(area)) => area,
        _ => building_area,
    };
    let spread = highest_unit_price.unit_price.checked_sub(lowest_unit_price.unit_price);
    let total_spread = highest_total.total.checked_sub(lowest_total.total);
    let mut summary = Summary {
        group: group.kind,
        key: group.key.into(),
        units: u32::try_from(group.rows.len()).map_err(|_| overflow())?,
        building_area,
        inside_area,
        total,
        average: per_area(total, area)?,
        unit_price_spread: spread.ok_or_else(overflow)?,
        total_spread: total_spread.ok_or_else(overflow)?,
        highest_unit_price,
        lowest_unit_price,
        highest_total,
        lowest_total,
        target_average: None,
        deviation: None,
        deviation_rate: None,
    };
    if let Some(expected) = expectation {
        let area = Unrounded::from(area);
        let target = expected.div(&area)?;
        let deviation = Unrounded::from(total).div(&area)?.sub(&target)?;
        summary.target_average = Some(target.to_unit_price()?);
        summary.deviation = Some(deviation.to_unit_price()?);
        summary.deviation_rate = Some(ratio(&deviation, &target)?);
    }
    Ok(Some(summary))
}
