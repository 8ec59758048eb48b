//! Two price tables side by side.

use super::summary::{ChangeSummary, Moved, summarise};
use crate::Text;
use crate::check::with_repeats;
use crate::error::{At, Code, Error, Finding, Input, Result, finding};
use crate::number::{Area, Money, Rate, UnitPrice};
use crate::pricing::check::percent_rate;
use crate::pricing::trial::TableRow;
use crate::project::{FEW, few};
use kaipan_derive::boundary;
use std::collections::{HashMap, HashSet};

/// A comparison of two price tables of the same project, unit by unit.
///
/// Units are matched by their number; those that only one table has are listed and count in no
/// total. Errors and findings are placed in [`Input::Before`] and [`Input::After`].
///
/// ```
/// use kaipan::pricing::{Comparing, ListPrices};
/// use kaipan::project::{Project, Unit};
/// let mut unit = Unit {
///     unit_no: "101".into(), building: "1".into(), floor: 1, line: "01".into(),
///     building_area: "89.50".parse()?, list_price: Some("10000".parse()?), ..Unit::default()
/// };
/// let before = Project { units: vec![unit.clone()], ..Project::default() };
/// unit.list_price = Some("10200".parse()?);
/// let after = Project { units: vec![unit], ..Project::default() };
/// let (before, after) = (ListPrices::new(&before).table()?, ListPrices::new(&after).table()?);
///
/// let compared = Comparing::new(&before.rows, &after.rows).compare()?;
/// assert_eq!(compared.rows[0].change.to_string(), "17900.00"); // 200 × 89.50
/// assert_eq!(compared.rows[0].change_rate.map(|rate| rate.to_string()), Some("0.02".into()));
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Comparing<'a> {
    before: &'a [TableRow],
    after: &'a [TableRow],
}

/// Two price tables side by side.
#[boundary(answer)]
pub struct ComparedPrices {
    /// The units that both tables have, in the order of the later one.
    #[boundary(required)]
    pub rows: Vec<ComparedRow>,
    /// Summary rows of these units: per building, per layout, overall.
    #[boundary(required)]
    pub summaries: Vec<ChangeSummary>,
    /// Units whose unit price or total differs.
    pub differing: u32,
    /// Numbers of the units that only the earlier table has.
    pub only_before: Vec<Text>,
    /// Numbers of the units that only the later table has.
    pub only_after: Vec<Text>,
    /// What a person should read.
    #[boundary(required)]
    pub findings: Vec<Finding>,
}

/// One unit in both tables. Unit prices are per m² of building area.
#[boundary(answer)]
pub struct ComparedRow {
    /// 房号.
    pub unit_no: Text,
    /// 楼栋.
    pub building: Text,
    /// 楼层.
    pub floor: i32,
    /// 户位.
    pub line: Text,
    /// 户型.
    pub layout: Option<Text>,
    /// 建筑面积 of the later table, m².
    pub building_area: Area,
    /// 建筑面积 of the earlier table, if it is another one.
    pub old_building_area: Option<Area>,
    /// Unit price of the earlier table.
    pub old_unit_price: UnitPrice,
    /// Unit price of the later table.
    pub new_unit_price: UnitPrice,
    /// Total of the earlier table, yuan.
    pub old_total: Money,
    /// Total of the later table, yuan.
    pub new_total: Money,
    /// Change of the unit price, yuan per m².
    pub unit_price_change: UnitPrice,
    /// Change of the total, yuan.
    pub change: Money,
    /// Change of the total, share: 0.0123 is 1.23 %; half up to 4 decimals.
    pub change_rate: Option<Rate>,
}

impl<'a> Comparing<'a> {
    /// A comparison of an earlier table with a later one, such as two answers of
    /// [`Trial::table`](crate::pricing::Trial::table).
    pub fn new(before: &'a [TableRow], after: &'a [TableRow]) -> Comparing<'a> {
        Comparing { before, after }
    }

    /// Sets the tables side by side.
    ///
    /// # Errors
    /// [`Code::ProjectUnitTwice`] for a unit that a table has twice,
    /// [`Code::PricingNothingInCommon`] when no unit is in both.
    pub fn compare(&self) -> Result<ComparedPrices> {
        let mut errors = repeated(self.before, Input::Before);
        errors.extend(repeated(self.after, Input::After));
        Error::collect(errors)?;
        let before: HashMap<&str, &TableRow> =
            self.before.iter().map(|row| (row.unit_no.as_str(), row)).collect();
        let (mut rows, mut only_after) = (Vec::new(), Vec::new());
        for (at, after) in self.after.iter().enumerate() {
            match before.get(after.unit_no.as_str()) {
                Some(before) => rows.push(compared(before, after).at(at).within(Input::After)?),
                None => only_after.push(after.unit_no.clone()),
            }
        }
        if rows.is_empty() {
            return Err(Error::new(Code::PricingNothingInCommon).within(Input::After));
        }
        let known: HashSet<&str> = self.after.iter().map(|row| row.unit_no.as_str()).collect();
        let only_before = self.before.iter().map(|row| &row.unit_no);
        let only_before = only_before.filter(|unit_no| !known.contains(unit_no.as_str()));
        let differs = |row: &&ComparedRow| {
            row.old_unit_price != row.new_unit_price || row.old_total != row.new_total
        };
        let differing = u32::try_from(rows.iter().filter(differs).count());
        let moved: Vec<Moved<'_>> = rows.iter().map(ComparedRow::moved).collect();
        let summaries = summarise(&moved)?;
        Ok(ComparedPrices {
            summaries,
            differing: differing.map_err(|_| Error::new(Code::NumberOverflow))?,
            only_before: only_before.cloned().collect(),
            only_after,
            findings: other_areas(&rows),
            rows,
        })
    }
}

impl ComparedRow {
    fn moved(&self) -> Moved<'_> {
        let old_area = self.old_building_area.unwrap_or(self.building_area);
        Moved {
            building: &self.building,
            layout: self.layout.as_deref(),
            old: Some((old_area, self.old_total)),
            new: (self.building_area, self.new_total),
        }
    }
}

/// Units that a table has twice.
fn repeated(rows: &[TableRow], table: Input) -> Vec<Error> {
    let rows = with_repeats(rows, |row| row.unit_no.as_str());
    let twice = rows.filter_map(|(at, row, again)| {
        let error = Error::new(Code::ProjectUnitTwice).with("unit_no", &row.unit_no);
        Some(error.with("first", again?).at("unit_no").at(at).within(table))
    });
    twice.collect()
}

fn compared(before: &TableRow, after: &TableRow) -> Result<ComparedRow> {
    let overflow = || Error::new(Code::NumberOverflow);
    let change = after.total.checked_sub(before.total).ok_or_else(overflow)?;
    let other_area = before.building_area != after.building_area;
    Ok(ComparedRow {
        unit_no: after.unit_no.clone(),
        building: after.building.clone(),
        floor: after.floor,
        line: after.line.clone(),
        layout: after.layout.clone(),
        building_area: after.building_area,
        old_building_area: other_area.then_some(before.building_area),
        old_unit_price: before.building_unit_price,
        new_unit_price: after.building_unit_price,
        old_total: before.total,
        new_total: after.total,
        unit_price_change: after
            .building_unit_price
            .checked_sub(before.building_unit_price)
            .ok_or_else(overflow)?,
        change,
        // A ratio that no rate can hold says nothing that the change does not.
        change_rate: percent_rate(&change.into(), &before.total.into()).ok(),
    })
}

/// Tells of units whose area is another one: part of their change is not one of price.
fn other_areas(rows: &[ComparedRow]) -> Vec<Finding> {
    let other = rows.iter().filter_map(|row| Some((row, row.old_building_area?)));
    let other: Vec<(&ComparedRow, Area)> = other.collect();
    if other.len() > FEW {
        let units = few(other.iter().map(|(row, _)| row.unit_no.as_str()));
        return vec![finding!(Code::PricingOtherAreas, count = other.len(), units)];
    }
    let told = other.into_iter().map(|(row, before)| {
        finding!(Code::PricingOtherArea, before, after = row.building_area).unit(&row.unit_no)
    });
    told.collect()
}
