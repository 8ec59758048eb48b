//! What a person should read about targets.

use super::model::PriceTarget;
use crate::error::{Finding, Input, InputPlace};
use crate::project::Names;
use crate::scale;

/// Tells which names in the scopes of targets no unit has.
pub(crate) fn references(targets: &[PriceTarget], names: &mut Names<'_>) -> Vec<Finding> {
    let mut told = Vec::new();
    for (at, target) in targets.iter().enumerate() {
        let place = InputPlace::of(Input::Targets).then(at).then("scope");
        told.extend(names.of_selection(&target.scope, place));
    }
    told
}

/// Coefficients of buildings that are unusual where they are taken as they are.
pub(crate) fn unusual(targets: &[PriceTarget]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, target) in targets.iter().enumerate() {
        let Some(split) = target.split.as_ref().filter(|split| !split.normalise) else { continue };
        for (row, share) in split.buildings.iter().enumerate() {
            let found = scale::rate(scale::BUILDING, share.coefficient);
            let place = |found: Finding| found.at("coefficient").at(row).at("buildings");
            findings
                .extend(found.map(|found| place(found).at("split").at(at).within(Input::Targets)));
        }
    }
    findings
}
