//! What hosts give as JSON beside columns of facts, and what is answered.

use kaipan::Text;
use kaipan::error::Result;
use kaipan::kpi::{Caliber, CompiledMeasures, FactColumns, PeriodSeries};
use kaipan::number::Exact;
use kaipan_derive::boundary;

/// The measures that columns of facts are counted by.
#[boundary]
pub struct KpiMeasureColumnsRequest {
    /// Names of measures. Ratios are not counted in columns.
    #[boundary(required)]
    pub metrics: Vec<Text>,
    /// The periods.
    pub periods: PeriodSeries,
    /// 统计口径; marketing if absent.
    pub caliber: Option<Caliber>,
    /// The group of each node, from 0: the first is that of node 0.
    #[boundary(required)]
    pub groups: Vec<u32>,
    /// Details that columns name by their place.
    pub details: Vec<Text>,
}

/// What facts come to, by group and period.
#[boundary(answer)]
pub struct MeasuredColumns {
    /// Every group in every period, by group, then by period.
    #[boundary(required)]
    pub rows: Vec<MeasuredRow>,
}

/// What the facts of a group come to in a period.
#[boundary(answer)]
pub struct MeasuredRow {
    /// The group.
    pub group: u32,
    /// The name of the period.
    pub period: Text,
    /// A value for each measure, in the order in which they were asked for: yuan, m² or units.
    #[boundary(required)]
    pub values: Vec<Exact>,
}

impl KpiMeasureColumnsRequest {
    /// Counts facts.
    ///
    /// # Errors
    /// As [`CompiledMeasures::compile`] and [`CompiledMeasures::count`].
    pub fn measure(&self, facts: &FactColumns<'_>) -> Result<MeasuredColumns> {
        let caliber = self.caliber.unwrap_or_default();
        let (periods, groups) = (&self.periods, &self.groups);
        let compiled =
            CompiledMeasures::compile(&self.metrics, caliber, periods, groups, &self.details)?;
        let sums = compiled.count(facts)?;
        let mut rows = Vec::new();
        for (group, number) in (0..sums.groups()).zip(0_u32..) {
            for (at, period) in compiled.periods().iter().enumerate() {
                let values = (0..self.metrics.len()).filter_map(|one| sums.value(group, at, one));
                let values = values.collect();
                rows.push(MeasuredRow { group: number, period: period.name.clone(), values });
            }
        }
        Ok(MeasuredColumns { rows })
    }
}
