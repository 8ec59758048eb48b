//! Refusing what cannot be a project.

mod defined;
mod unit;

pub(crate) use unit::{FLOORS, check_unit, not_positive};

use super::{Project, Unit};
use crate::Text;
use crate::check::with_repeats;
use crate::error::{At, Code, Error, Result};

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
    let double = &mut errors;
    duplicate_codes(double, "phases", "phase", &project.phases, |phase| &phase.code);
    duplicate_codes(double, "precincts", "precinct", &project.precincts, |one| &one.code);
    duplicate_codes(double, "buildings", "building", &project.buildings, |one| &one.code);
    duplicate_codes(double, "permits", "permit", &project.permits, |permit| &permit.number);
    defined::references(project, &mut errors);
    for (at, permit) in project.permits.iter().enumerate() {
        if let Some((from, to)) = permit.days().turned() {
            let error = Error::new(Code::ProjectRange).with("from", from).with("to", to);
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
    for (at, unit, again) in with_repeats(units, |unit| unit.unit_no.as_str()) {
        errors.extend(check_unit(unit).map_err(|error| error.at(at)).err());
        if let Some(first) = again {
            let error = Error::new(Code::ProjectDuplicateUnit).with("unit_no", &unit.unit_no);
            errors.push(error.with("first", first).at("unit_no").at(at));
        }
    }
    Error::collect(errors)
}

fn duplicate_codes<T>(
    errors: &mut Vec<Error>,
    list: &'static str,
    kind: &str,
    given: &[T],
    code: impl Fn(&T) -> &Text,
) {
    for (at, one, _) in with_repeats(given, &code).filter(|(_, _, again)| again.is_some()) {
        let error = Error::new(Code::ProjectDuplicateCode)
            .with("kind", kind)
            .with("kind_zh", kind_zh(kind))
            .with("name", code(one));
        errors.push(error.at(at).at(list));
    }
}

/// A kind of thing that has a code, in Chinese.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Area;

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
        let mut found = vec![(error.code(), error.path())];
        found.extend(error.others().iter().map(|e| (e.code(), e.path())));
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
