//! Names of a project that have to be defined in it.

use super::{FEW, kind_zh};
use crate::error::{Code, Error};
use crate::project::Project;
use std::collections::{HashMap, HashSet};

/// Where a list of definitions is given, only its names may be used.
pub(super) fn references(project: &Project, errors: &mut Vec<Error>) {
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
