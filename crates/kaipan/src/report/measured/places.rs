//! Which node a row is about, and what lies there on the day looked at.

use crate::Text;
use crate::kpi::{DimensionValue, FactDimension};
use crate::report::scene::Scene;

/// The node of a group, if it is grouped by nodes; within that none, if it is not assigned.
pub(super) fn node_of(values: &[DimensionValue]) -> Option<Option<&Text>> {
    let value = values.iter().find(|one| one.dimension == FactDimension::Node)?;
    Some(value.value.as_ref())
}

/// A place lies at the node of a group, or below it.
pub(super) fn is_in(
    scene: &Scene<'_>,
    place: Option<&Text>,
    groups: &[Vec<DimensionValue>],
) -> bool {
    let mut nodes = groups.iter().filter_map(|values| node_of(values)?);
    nodes.any(|node| scene.is_under(place, Some(node), scene.as_of))
}
