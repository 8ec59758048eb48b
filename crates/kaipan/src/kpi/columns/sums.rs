use crate::number::Exact;

/// Sums of measures by group and period, from columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureSums {
    pub(super) periods: usize,
    pub(super) measures: usize,
    /// Decimals of each measure.
    pub(super) decimals: Vec<u32>,
    /// By group, then by period, then by measure, in the smallest steps.
    pub(super) cells: Vec<i128>,
}

impl MeasureSums {
    /// A sum in the smallest steps: fen, 0.0001 m², units; `None` where there is no such cell.
    #[must_use]
    pub fn count(&self, group: usize, period: usize, measure: usize) -> Option<i128> {
        if period >= self.periods || measure >= self.measures {
            return None;
        }
        let row = group.checked_mul(self.periods)?.checked_add(period)?;
        self.cells.get(row.checked_mul(self.measures)?.checked_add(measure)?).copied()
    }

    /// How many groups there are.
    #[must_use]
    pub fn groups(&self) -> usize {
        let of_group = self.periods.checked_mul(self.measures);
        of_group.and_then(|cells| self.cells.len().checked_div(cells)).unwrap_or(0)
    }

    /// A sum in yuan, m² or units.
    #[must_use]
    pub fn value(&self, group: usize, period: usize, measure: usize) -> Option<Exact> {
        let decimals = self.decimals.get(measure)?;
        Some(Exact::counted(self.count(group, period, measure)?, *decimals))
    }
}
