//! Which facts are behind a figure.

use crate::kpi::fact::DimensionValue;

/// A fact that is counted in a group and period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CountedFact {
    /// The values of its group.
    pub(crate) values: Vec<DimensionValue>,
    /// The place of the period.
    pub(crate) period: usize,
    /// The place of the fact.
    pub(crate) fact: usize,
}
