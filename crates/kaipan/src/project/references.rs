//! References of a project that point nowhere without making it wrong.

use super::names::Names;
use super::{Dimension, Project};
use crate::error::{Code, Finding, Input, InputPlace, finding};

/// Tells what a person should read about the names in a project: permits whose units do not exist,
/// permits that cover no unit, and units or buildings that differ in spelling only.
pub(crate) fn references(project: &Project, names: &mut Names<'_>) -> Vec<Finding> {
    let mut told = Vec::new();
    for (at, permit) in project.permits.iter().enumerate() {
        let place = InputPlace::of(Input::Project).then("permits").then(at);
        if let Some(covers) = &permit.covers {
            told.extend(names.of_selection(covers, place.clone().then("covers")));
        }
        if !project.units.iter().any(|unit| permit.covers(unit)) {
            told.push(finding!(Code::ProjectPermitUnused, number = permit.number).placed(place));
        }
    }
    names.look_at(Dimension::Building);
    names.look_at(Dimension::Unit);
    told
}
