//! Refusing what cannot be a project.

use super::{Project, Unit};
use crate::Text;
use crate::error::{At, Code, Error, Result};
use crate::number::Area;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

/// Floors that a unit may be on.
pub(crate) const FLOORS: std::ops::RangeInclusive<i32> = -99..=999;

/// As many of one kind are told one by one, each with its nearest name; of more, only the count.
pub(crate) const FEW: usize = 5;

/// Checks a whole project: units, references between its parts, permits.
///
/// # Errors
/// Everything that is wrong at once, up to a length a person can read, each with its place:
/// [`Code::ProjectNoUnits`], [`Code::ProjectDuplicateUnit`], [`Code::ProjectArea`],
/// [`Code::ProjectInsideArea`], [`Code::ProjectSharedArea`], [`Code::ProjectMissingValue`],
/// [`Code::ProjectFloor`], [`Code::NumberNotPositive`], [`Code::ProjectAttachedToItself`],
/// [`Code::ProjectUnknownReference`], [`Code::ProjectDuplicateCode`], [`Code::ProjectRange`].
pub fn validate(project: &Project) -> Result<()> {
    let mut errors = Vec::new();
    errors.extend(validate_units(&project.units).at("units").err());
    duplicate_codes(&mut errors, "phases", "phase", project.phases.iter().map(|p| &p.code));
    duplicate_codes(
        &mut errors,
        "precincts",
        "precinct",
        project.precincts.iter().map(|p| &p.code),
    );
    duplicate_codes(
        &mut errors,
        "buildings",
        "building",
        project.buildings.iter().map(|b| &b.code),
    );
    duplicate_codes(&mut errors, "permits", "permit", project.permits.iter().map(|p| &p.number));
    references(project, &mut errors);
    for (at, permit) in project.permits.iter().enumerate() {
        if let Some(last) = permit.valid_until.filter(|last| *last < permit.issued_on) {
            let error = Error::new(Code::ProjectRange);
            let error = error.with("from", permit.issued_on).with("to", last);
            errors.push(error.at("valid_until").at(at).at("permits"));
        }
        if let Some(Err(error)) = permit.covers.as_ref().map(|covers| covers.validate()) {
            errors.push(error.at("covers").at(at).at("permits"));
        }
    }
    Error::collect(errors)
}

/// Checks units by themselves: unique numbers and possible areas.
pub(super) fn validate_units(units: &[Unit]) -> Result<()> {
    if units.is_empty() {
        return Err(Error::new(Code::ProjectNoUnits));
    }
    let mut errors = Vec::new();
    let mut first: HashMap<&str, usize> = HashMap::with_capacity(units.len());
    for (at, unit) in units.iter().enumerate() {
        errors.extend(check_unit(unit).map_err(|error| error.at(at)).err());
        match first.entry(&unit.unit_no) {
            Entry::Vacant(free) => {
                free.insert(at);
            }
            Entry::Occupied(taken) => {
                let error = Error::new(Code::ProjectDuplicateUnit)
                    .with("unit_no", &unit.unit_no)
                    .with("first", taken.get().saturating_add(1));
                errors.push(error.at("unit_no").at(at));
            }
        }
    }
    Error::collect(errors)
}

/// Checks one unit by itself.
pub(crate) fn check_unit(unit: &Unit) -> Result<()> {
    let mut errors = Vec::new();
    if let Err(error) = areas(unit) {
        errors.push(error);
    }
    prices(unit, &mut errors);
    if !FLOORS.contains(&unit.floor) {
        let error = Error::new(Code::ProjectFloor).with("value", unit.floor);
        errors.push(error.at("floor"));
    }
    for (field, value) in
        [("unit_no", &unit.unit_no), ("building", &unit.building), ("line", &unit.line)]
    {
        if value.is_empty() {
            let error = Error::new(Code::ProjectMissingValue).with("field", field);
            errors.push(error.at(field));
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

fn duplicate_codes<'a>(
    errors: &mut Vec<Error>,
    list: &'static str,
    kind: &str,
    codes: impl Iterator<Item = &'a Text>,
) {
    let mut seen = HashMap::new();
    for (at, code) in codes.enumerate() {
        if seen.insert(code, at).is_some() {
            let error = Error::new(Code::ProjectDuplicateCode)
                .with("kind", kind)
                .with("kind_zh", kind_zh(kind))
                .with("name", code);
            errors.push(error.at(at).at(list));
        }
    }
}

fn kind_zh(kind: &str) -> &'static str {
    match kind {
        "phase" => "分期",
        "precinct" => "组团",
        "building" => "楼栋",
        "stair" => "单元",
        "permit" => "预售许可证",
        "unit" => "房号",
        "attribute" => "属性",
        _ => "名称",
    }
}

/// A unit that the project does not have, with the nearest one that it has; `told` is the number
/// of errors before it, since nobody reads the nearest of a hundredth.
pub(crate) fn unknown_unit(units: &[Unit], unit_no: &str, told: usize) -> Error {
    let error = Error::new(Code::PricingUnknownUnit).with("unit_no", unit_no);
    if told >= FEW {
        return error;
    }
    error.with_nearest(units.iter().map(|unit| unit.unit_no.as_str()), unit_no)
}

/// Where a list of definitions is given, only its names may be used.
fn references(project: &Project, errors: &mut Vec<Error>) {
    let buildings: HashMap<&str, _> =
        project.buildings.iter().map(|building| (building.code.as_str(), building)).collect();
    let phase = |name: &str| {
        project.phases.is_empty() || project.phases.iter().any(|phase| phase.code == name)
    };
    let precinct = |name: &str| {
        project.precincts.is_empty() || project.precincts.iter().any(|p| p.code == name)
    };
    let phases = || project.phases.iter().map(|phase| phase.code.as_str());
    let precincts = || project.precincts.iter().map(|precinct| precinct.code.as_str());
    let unknown = |kind: &str, name: &str| {
        let error = Error::new(Code::ProjectUnknownReference)
            .with("kind", kind)
            .with("kind_zh", kind_zh(kind))
            .with("name", name);
        match kind {
            "phase" => error.with_nearest(phases(), name),
            "precinct" => error.with_nearest(precincts(), name),
            "building" => {
                error.with_nearest(project.buildings.iter().map(|b| b.code.as_str()), name)
            }
            "permit" => error.with_nearest(project.permits.iter().map(|p| p.number.as_str()), name),
            _ => error,
        }
    };
    for (at, building) in project.buildings.iter().enumerate() {
        let mut refuse =
            |kind, name| errors.push(unknown(kind, name).at(kind).at(at).at("buildings"));
        if let Some(name) = building.phase.as_deref().filter(|name| !phase(name)) {
            refuse("phase", name);
        }
        if let Some(name) = building.precinct.as_deref().filter(|name| !precinct(name)) {
            refuse("precinct", name);
        }
    }
    let numbers: HashSet<&str> = project.units.iter().map(|unit| unit.unit_no.as_str()).collect();
    for (at, unit) in project.units.iter().enumerate() {
        if let Some(main) = unit.attached_to.as_deref().filter(|main| !numbers.contains(main)) {
            let mut error = unknown("unit", main);
            if errors.len() < FEW {
                error = error.with_nearest(project.units.iter().map(|u| u.unit_no.as_str()), main);
            }
            let error = error.at("attached_to");
            errors.push(error.at(at).at("units"));
        }
        let mut refuse = |kind, name| errors.push(unknown(kind, name).at(kind).at(at).at("units"));
        if let Some(name) = unit.phase.as_deref().filter(|name| !phase(name)) {
            refuse("phase", name);
        }
        if let Some(name) = unit.precinct.as_deref().filter(|name| !precinct(name)) {
            refuse("precinct", name);
        }
        if let Some(number) = unit.permit.as_deref()
            && !project.permits.is_empty()
            && !project.permits.iter().any(|permit| permit.number == number)
        {
            refuse("permit", number);
        }
        if buildings.is_empty() {
            continue;
        }
        match buildings.get(unit.building.as_str()) {
            None => refuse("building", &unit.building),
            Some(building) if !building.stairs.is_empty() => {
                let stair = unit.stair.as_deref().unwrap_or("");
                if !building.stairs.iter().any(|known| known.code == stair) {
                    let stairs = building.stairs.iter().map(|known| known.code.as_str());
                    let error = unknown("stair", stair).with_nearest(stairs, stair);
                    errors.push(error.at("stair").at(at).at("units"));
                }
            }
            Some(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(no: &str, building_area: &str, inside: Option<&str>, shared: Option<&str>) -> Unit {
        let area = |text: &str| text.parse::<Area>().unwrap();
        Unit {
            unit_no: no.into(),
            building: "1".into(),
            line: "01".into(),
            building_area: area(building_area),
            inside_area: inside.map(area),
            shared_area: shared.map(area),
            ..Unit::default()
        }
    }

    #[test]
    fn every_bad_unit_is_named_with_its_place() {
        let units = [
            unit("101", "89.50", Some("70.00"), Some("19.50")),
            unit("101", "89.50", None, None),
            unit("103", "-1", None, None),
            unit("104", "50", Some("60"), None),
            unit("105", "50", Some("40"), Some("9")),
            unit("106", "0", Some("0"), None),
        ];
        let error = validate_units(&units).unwrap_err();
        let mut found = vec![(error.code(), error.path().to_owned())];
        found.extend(error.others().iter().map(|e| (e.code(), e.path().to_owned())));
        let expected = [
            (Code::ProjectDuplicateUnit, "/1/unit_no"),
            (Code::ProjectArea, "/2/building_area"),
            (Code::ProjectInsideArea, "/3/inside_area"),
            (Code::ProjectSharedArea, "/4/shared_area"),
            (Code::ProjectArea, "/5/building_area"),
            (Code::ProjectArea, "/5/inside_area"),
        ];
        assert_eq!(found, expected.map(|(code, path)| (code, path.to_owned())));
        assert_eq!(validate_units(&[]).unwrap_err().code(), Code::ProjectNoUnits);
    }

    #[test]
    fn a_long_list_of_errors_is_cut_and_counted() {
        let units: Vec<Unit> = (0..200).map(|_| unit("1", "10", None, None)).collect();
        let error = validate_units(&units).unwrap_err();
        assert_eq!(error.others().len(), 50);
        let last = error.others().last().unwrap();
        assert_eq!(
            (last.code(), last.params()[0].value.as_str()),
            (Code::ProjectTooManyErrors, "149")
        );
    }

    #[test]
    fn names_must_be_defined_where_definitions_are_given() {
        let mut project =
            Project { units: vec![unit("101", "10", None, None)], ..Project::default() };
        project.units[0].permit = Some("P1".into());
        assert!(validate(&project).is_ok(), "without definitions any name goes");
        let building = |code: &str| crate::project::Building {
            code: code.into(),
            name: None,
            phase: Some("一期".into()),
            precinct: None,
            product_type: Some("高层".into()),
            stairs: Vec::new(),
        };
        project.buildings = vec![building("2"), building("2")];
        project.phases =
            vec![crate::project::Phase { code: "二期".into(), name: None, opening_date: None }];
        let error = validate(&project).unwrap_err();
        let paths: Vec<String> =
            std::iter::once(&error).chain(error.others()).map(|e| e.path()).collect();
        assert_eq!(
            paths,
            ["/buildings/1", "/buildings/0/phase", "/buildings/1/phase", "/units/0/building"]
        );
        project.buildings = vec![building("1")];
        project.phases.clear();
        project.inherit();
        assert_eq!(project.units[0].product_type.as_deref(), Some("高层"));
        assert_eq!(project.units[0].phase.as_deref(), Some("一期"));
    }
}
