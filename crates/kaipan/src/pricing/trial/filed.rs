//! Comparison with filed prices (备案核对).

use super::summary::Extreme;
use super::table_row::TableRow;
use crate::Text;
use crate::error::{Code, Result};
use crate::number::{Rate, UnitPrice, Unrounded, overflow};
use crate::pricing::book::of_unit;
use crate::pricing::price::per_area;
use crate::pricing::targets::ratio;
use kaipan_derive::boundary;

/// Comparison of list prices with filed prices (备案核对, handbook §2.8).
///
/// Unit prices per m² of building area are compared; totals, where a unit has only a filed total.
#[boundary(answer)]
#[derive(Default)]
pub struct FiledComparison {
    /// Units with a filed price or a filed total.
    pub compared: u32,
    /// Units whose price equals the filed one to the fen.
    pub equal: u32,
    /// Units inside the band around the filed price that the rules allow, its ends included; all,
    /// where no rule sets a band.
    #[boundary(default)]
    pub within: u32,
    /// Units above that band.
    #[boundary(default)]
    pub above: u32,
    /// Units below that band.
    #[boundary(default)]
    pub below: u32,
    /// Unit with the greatest difference, if any differs.
    pub worst: Option<Extreme>,
    /// The unit that is farthest above its filed price, as a share of it, if any is above.
    pub farthest_above: Option<FiledDeviation>,
    /// The unit that is farthest below its filed price, as a share of it, if any is below.
    pub farthest_below: Option<FiledDeviation>,
}

/// How far a list price is from the filed price.
#[boundary(answer)]
pub struct FiledDeviation {
    /// 房号.
    pub unit_no: Text,
    /// List price − filed price, yuan per m² of building area.
    pub unit_price: UnitPrice,
    /// That ÷ filed price, share: 0.05 is 5 % above; half up to 6 decimals.
    pub rate: Rate,
}

/// How far a row is from what was filed for it; nothing for a unit without a filed price, and for
/// one that is so far from it that no rate can hold it.
pub(super) fn deviation(row: &TableRow) -> Option<Rate> {
    let (price, filed) = match (row.filed_price, row.filed_total) {
        (Some(filed), _) => (Unrounded::from(row.building_unit_price), Unrounded::from(filed)),
        (None, Some(filed)) => (Unrounded::from(row.total), Unrounded::from(filed)),
        (None, None) => return None,
    };
    ratio(&price.sub(&filed).ok()?, &filed).ok()
}

/// List price − filed price, per m² of building area.
fn difference(row: &TableRow) -> Result<Option<UnitPrice>> {
    let difference = match (row.filed_price, row.filed_total) {
        (Some(filed), _) => row.building_unit_price.checked_sub(filed),
        (None, Some(filed)) => {
            let difference = row.total.checked_sub(filed).ok_or_else(overflow)?;
            Some(per_area(difference, row.building_area)?)
        }
        (None, None) => return Ok(None),
    };
    difference.ok_or_else(overflow).map(Some)
}

/// Counts the rows that have a filed price, and finds those that are farthest from it. Each row
/// stands beside the place of its unit in the project.
///
/// # Errors
/// A filed price or total that is so far from the list price that no unit price can hold the
/// difference.
pub(super) fn compared(rows: &[(usize, &TableRow)]) -> Result<Option<FiledComparison>> {
    let mut so_far: Option<FiledComparison> = None;
    for (at, row) in rows {
        let field = if row.filed_price.is_some() { "filed_price" } else { "filed_total" };
        let off = difference(row).map_err(|error| of_unit(error.at(field), *at))?;
        let Some(off) = off else { continue };
        let so_far = so_far.get_or_insert_default();
        let add = |count: &mut u32, holds: bool| *count = count.saturating_add(holds.into());
        let broken = |code: Code| row.flags.iter().any(|flag| flag == code.as_str());
        let (above, below) = (broken(Code::PricingAboveFiled), broken(Code::PricingBelowFiled));
        let equal = match row.filed_price {
            Some(filed) => row.building_unit_price == filed,
            None => row.filed_total == Some(row.total),
        };
        add(&mut so_far.compared, true);
        add(&mut so_far.equal, equal);
        add(&mut so_far.within, !above && !below);
        add(&mut so_far.above, above);
        add(&mut so_far.below, below);
        let size = UnitPrice::from_micros(off.micros().checked_abs().ok_or_else(overflow)?);
        let worst = so_far.worst.as_ref().map_or(UnitPrice::ZERO, |worst| worst.unit_price);
        if size > worst {
            so_far.worst = Some(Extreme { unit_price: size, unit_no: row.unit_no.clone() });
        }
        // A fen of a total may be no millionth of it.
        let Some(rate) = row.filed_deviation.filter(|rate| !rate.is_zero()) else { continue };
        let farther = match rate.is_negative() {
            true => so_far.farthest_below.as_ref().is_none_or(|known| rate < known.rate),
            false => so_far.farthest_above.as_ref().is_none_or(|known| rate > known.rate),
        };
        if farther {
            let unit_no = row.unit_no.clone();
            let found = Some(FiledDeviation { unit_no, unit_price: off, rate });
            match rate.is_negative() {
                true => so_far.farthest_below = found,
                false => so_far.farthest_above = found,
            }
        }
    }
    Ok(so_far)
}

#[cfg(test)]
mod tests {
    use crate::error::{Code, Input, InputPlace};
    use crate::pricing::{ListPrices, PricingScheme, Trial};
    use crate::project::{Project, Unit};

    #[test]
    fn an_absurd_filed_total_is_placed() {
        let mut project = Project::new("手册");
        for (at, filed) in ["895000", "1000000000000000"].into_iter().enumerate() {
            project.units.push(Unit {
                unit_no: format!("10{at}").into(),
                building: "1".into(),
                line: format!("0{at}").into(),
                floor: 1,
                building_area: "89.50".parse().unwrap(),
                list_total: Some("895000".parse().unwrap()),
                filed_total: Some(filed.parse().unwrap()),
                ..Unit::default()
            });
        }
        let schemes = [PricingScheme {
            code: "P".into(),
            base_price: Some("10000".parse().unwrap()),
            ..PricingScheme::default()
        }];
        let place = InputPlace::of(Input::Project).then("units").then(1).then("filed_total");
        for refused in [Trial::new(&project, &schemes).table(), ListPrices::new(&project).table()] {
            let error = refused.unwrap_err();
            assert_eq!((error.code(), error.place()), (Code::NumberOverflow, &place));
        }
    }
}
