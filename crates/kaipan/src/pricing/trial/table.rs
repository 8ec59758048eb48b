//! The price trial table (价格试算表, handbook §2.10).

use super::filed::FiledComparison;
use super::summary::Summary;
use super::table_row::TableRow;
use super::target_results::TargetResult;
use crate::error::Finding;
use kaipan_derive::boundary;

/// A price table.
#[boundary(answer)]
pub struct PriceTable {
    /// One row a unit, in the order of the project.
    #[boundary(required)]
    pub rows: Vec<TableRow>,
    /// Summary rows: per building, per layout, overall.
    #[boundary(required)]
    pub summaries: Vec<Summary>,
    /// How each target was met.
    pub targets: Vec<TargetResult>,
    /// Comparison with filed prices, if any unit has one.
    pub filed: Option<FiledComparison>,
    /// What a person should read.
    #[boundary(required)]
    pub findings: Vec<Finding>,
}

impl PriceTable {
    /// The row of a unit; none if the table does not show it.
    #[must_use]
    pub fn row(&self, unit_no: &str) -> Option<&TableRow> {
        self.rows.iter().find(|row| row.unit_no == unit_no)
    }
}
