//! Where schemes name units that do not exist.

use crate::error::{Code, Finding, InputPlace, finding};
use crate::pricing::scheme::PricingScheme;
use crate::project::{Names, Selection};

/// Tells which names in the selections of a scheme no unit has, except in its scope. Places are
/// those in the scheme.
pub(crate) fn of_parts(scheme: &PricingScheme, names: &mut Names<'_>) -> Vec<Finding> {
    let mut told = Vec::new();
    let mut of_list = |list: &'static str, field: &'static str, selections: Vec<&Selection>| {
        for (at, select) in selections.into_iter().enumerate() {
            let place = InputPlace::default().then(list).then(at).then(field);
            told.extend(names.of_selection(select, place));
        }
    };
    of_list("factors", "scope", scheme.factors.iter().map(|factor| &factor.scope).collect());
    of_list("spots", "select", scheme.spots.iter().map(|spot| &spot.select).collect());
    of_list("lump_sums", "select", scheme.lump_sums.iter().map(|lump| &lump.select).collect());
    of_list("overrides", "select", scheme.overrides.iter().map(|one| &one.select).collect());
    told
}

/// As [`of_parts`], with the scope, and whether the scope holds any unit.
pub(crate) fn of_scheme(scheme: &PricingScheme, names: &mut Names<'_>) -> Vec<Finding> {
    let mut told = names.of_selection(&scheme.scope, InputPlace::default().then("scope"));
    if !names.units().iter().any(|unit| scheme.scope.matches(unit)) {
        told.push(finding!(Code::ProjectSelectionEmpty).at("scope"));
    }
    told.extend(of_parts(scheme, names));
    told
}
