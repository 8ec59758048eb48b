//! Where schemes and targets name units that do not exist.

use super::scheme::PricingScheme;
use super::target::PriceTarget;
use crate::error::{Code, Finding};
use crate::project::Names;

/// Tells which names in the selections of a scheme no unit has, except in its scope. Places are
/// those in the scheme.
pub(super) fn of_parts(scheme: &PricingScheme, names: &mut Names<'_>) -> Vec<Finding> {
    let mut told = Vec::new();
    for (at, factor) in scheme.factors.iter().enumerate() {
        told.extend(names.of_selection(&factor.scope, &format!("/factors/{at}/scope")));
    }
    let spots = scheme.spots.iter().map(|spot| &spot.select);
    let lump_sums = scheme.lump_sums.iter().map(|lump| &lump.select);
    let overrides = scheme.overrides.iter().map(|change| &change.select);
    for (at, select) in spots.enumerate() {
        told.extend(names.of_selection(select, &format!("/spots/{at}/select")));
    }
    for (at, select) in lump_sums.enumerate() {
        told.extend(names.of_selection(select, &format!("/lump_sums/{at}/select")));
    }
    for (at, select) in overrides.enumerate() {
        told.extend(names.of_selection(select, &format!("/overrides/{at}/select")));
    }
    told
}

/// As [`of_parts`], with the scope, and whether the scope holds any unit.
pub(super) fn of_scheme(scheme: &PricingScheme, names: &mut Names<'_>) -> Vec<Finding> {
    let mut told = names.of_selection(&scheme.scope, "/scope");
    if !names.units().iter().any(|unit| scheme.scope.matches(unit)) {
        told.push(Finding::new(Code::ProjectSelectionEmpty, &[]).path("/scope"));
    }
    told.extend(of_parts(scheme, names));
    told
}

/// Tells which names in the scopes of targets no unit has.
pub(super) fn of_targets(targets: &[PriceTarget], names: &mut Names<'_>) -> Vec<Finding> {
    let mut told = Vec::new();
    for (at, target) in targets.iter().enumerate() {
        told.extend(names.of_selection(&target.scope, &format!("/targets/{at}/scope")));
    }
    told
}
