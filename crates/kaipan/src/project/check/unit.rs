//! Refusing what cannot be a unit.

use super::kind_zh;
use crate::error::{Code, Error, Result};
use crate::number::Area;
use crate::project::Unit;

/// Floors that a unit may be on.
pub(crate) const FLOORS: std::ops::RangeInclusive<i32> = -99..=999;

/// Checks one unit by itself.
pub(crate) fn check_unit(unit: &Unit) -> Result<()> {
    let mut errors = Vec::new();
    if let Err(error) = areas(unit) {
        errors.push(error);
    }
    prices(unit, &mut errors);
    if !FLOORS.contains(&unit.floor) {
        errors.push(Error::new(Code::ProjectFloor).with("value", unit.floor).at("floor"));
    }
    if let Some(top) = unit.top_floor {
        let refuse = |code: Code| Error::new(code).with("value", top).at("top_floor");
        if !FLOORS.contains(&top) {
            errors.push(refuse(Code::ProjectFloor));
        } else if top <= unit.floor {
            errors.push(refuse(Code::ProjectTopFloor).with("floor", unit.floor));
        }
    }
    for (field, value) in
        [("unit_no", &unit.unit_no), ("building", &unit.building), ("line", &unit.line)]
    {
        if value.is_empty() {
            errors.push(Error::new(Code::ProjectMissingValue).with("field", field).at(field));
        }
    }
    for (position, attribute) in unit.attributes.iter().enumerate() {
        let earlier = unit.attributes.iter().take(position);
        if earlier.clone().any(|other| other.name == attribute.name) {
            let error = Error::new(Code::ProjectDuplicateCode)
                .with("kind", "attribute")
                .with("kind_zh", kind_zh("attribute"))
                .with("name", &attribute.name);
            errors.push(error.at(position).at("attributes"));
        }
    }
    if unit.attached_to.as_deref() == Some(&unit.unit_no) {
        let error = Error::new(Code::ProjectAttachedToItself).with("unit_no", &unit.unit_no);
        errors.push(error.at("attached_to"));
    }
    Error::collect(errors)
}

/// A number that is given and must be greater than zero.
pub(crate) fn not_positive(field: &'static str, value: impl std::fmt::Display) -> Error {
    Error::new(Code::NumberNotPositive).with("field", field).with("value", value).at(field)
}

/// Prices that stand with a unit must be prices.
fn prices(unit: &Unit, errors: &mut Vec<Error>) {
    let per_m2 = [
        ("list_price", unit.list_price),
        ("floor_price", unit.floor_price),
        ("filed_price", unit.filed_price),
    ];
    let totals = [
        ("list_total", unit.list_total),
        ("floor_total", unit.floor_total),
        ("filed_total", unit.filed_total),
        ("entered_total", unit.entered_total),
    ];
    let per_m2 = per_m2.map(|(field, price)| {
        (field, price.filter(|price| !price.is_positive()).map(|price| price.to_string()))
    });
    let totals = totals.map(|(field, total)| {
        (field, total.filter(|total| !total.is_positive()).map(|total| total.to_string()))
    });
    for (field, refused) in per_m2.into_iter().chain(totals) {
        if let Some(price) = refused {
            errors.push(not_positive(field, price));
        }
    }
}

fn areas(unit: &Unit) -> Result<()> {
    let mut errors = Vec::new();
    let mut refuse = |field: &'static str, value: Area| {
        let error = Error::new(Code::ProjectArea).with("field", field).with("value", value);
        errors.push(error.at(field));
    };
    if !unit.building_area.is_positive() {
        refuse("building_area", unit.building_area);
    }
    if let Some(inside) = unit.inside_area.filter(|area| !area.is_positive()) {
        refuse("inside_area", inside);
    }
    for (field, area) in [
        ("surveyed_area", unit.surveyed_area),
        ("surveyed_inside_area", unit.surveyed_inside_area),
        ("registered_area", unit.registered_area),
    ] {
        if let Some(area) = area.filter(|area| !area.is_positive()) {
            refuse(field, area);
        }
    }
    for (field, area) in [("shared_area", unit.shared_area), ("gift_area", unit.gift_area)] {
        if let Some(area) = area.filter(|area| area.is_negative()) {
            let error = Error::new(Code::ProjectNegativeArea);
            errors.push(error.with("field", field).with("value", area).at(field));
        }
    }
    if let (Some(inside), Some(building)) = (unit.surveyed_inside_area, unit.surveyed_area)
        && inside > building
    {
        let error = Error::new(Code::ProjectInsideArea).with("inside", inside);
        errors.push(error.with("building", building).at("surveyed_inside_area"));
    }
    if let Some(inside) = unit.inside_area {
        if inside > unit.building_area {
            let error = Error::new(Code::ProjectInsideArea)
                .with("inside", inside)
                .with("building", unit.building_area);
            errors.push(error.at("inside_area"));
        } else if let Some(shared) = unit.shared_area
            && inside.checked_add(shared) != Some(unit.building_area)
        {
            let error = Error::new(Code::ProjectSharedArea)
                .with("building", unit.building_area)
                .with("inside", inside)
                .with("shared", shared);
            errors.push(error.at("shared_area"));
        }
    }
    Error::collect(errors)
}
