//! What measures answer.

use super::definition::{Caliber, CancellationTreatment};
use crate::Text;
use crate::error::{Finding, told};
use crate::kpi::fact::DimensionValue;
use crate::kpi::period::KpiPeriod;
use crate::number::Exact;
use kaipan_derive::boundary;

/// Measures of every group in every period. The table is dense: every group has every period and
/// every metric, also without facts.
#[boundary(answer)]
pub struct MeasureTable {
    /// Whose reading it is.
    pub caliber: Caliber,
    /// How cancellations are treated.
    pub treatment: CancellationTreatment,
    /// The periods, the first one first.
    #[boundary(required)]
    pub periods: Vec<KpiPeriod>,
    /// The total of all facts, then one entry for each group, in the order of its values; what has no
    /// value comes last.
    #[boundary(required)]
    pub groups: Vec<MeasureGroup>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(MeasureTable: findings);

/// The measures of facts that have the same values.
#[boundary(answer)]
pub struct MeasureGroup {
    /// The values, one for each dimension that is grouped by; none for the total.
    pub values: Vec<DimensionValue>,
    /// Every metric of every period: by period, then in the order in which metrics were asked for.
    #[boundary(required)]
    pub cells: Vec<MeasureCell>,
}

/// The value of a metric in a period.
#[boundary(answer)]
pub struct MeasureCell {
    /// The measure or ratio.
    pub metric: Text,
    /// The name of the period.
    pub period: Text,
    /// The node whose stage the period is; stages of several nodes may have one name.
    pub node: Option<Text>,
    /// Whether there is a value.
    pub state: ValueState,
    /// The value: yuan, m², units, days; of a ratio with its decimals, half up.
    pub value: Option<Exact>,
    /// What is divided, of a ratio.
    pub numerator: Option<Exact>,
    /// By what, of a ratio.
    pub denominator: Option<Exact>,
    /// 中位数, of days.
    pub median: Option<Exact>,
}

/// Whether there is a value.
#[boundary]
pub enum ValueState {
    /// There is one, which may be zero: there could be facts, and there was none.
    Number,
    /// There could be none: the node was not there, and no fact of it counts.
    Absent,
    /// A ratio by zero.
    Undefined,
}
