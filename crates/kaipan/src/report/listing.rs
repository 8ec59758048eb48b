//! Lists: rows with their days and places, cut to what is asked for and what the reader may see.

use super::cell::{ReportCell, sum};
use super::definition::{ReportColumn, ReportTotal};
use super::scene::Scene;
use super::spec::Fill;
use super::table::ReportRow;
use crate::Text;
use crate::error::{Finding, Result};

/// The rows of a report before anything is hidden.
#[derive(Debug, Default)]
pub(super) struct Listing {
    pub(super) drafts: Vec<Draft>,
    /// Columns that follow those of the definition.
    pub(super) columns: Vec<ReportColumn>,
    /// The totals, where they are not Σ of the rows.
    pub(super) totals: Option<Vec<ReportCell>>,
    pub(super) findings: Vec<Finding>,
}

/// A row with what decides who may see it.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) cells: Vec<ReportCell>,
    pub(super) node: Option<Text>,
    pub(super) agent: Option<Text>,
    pub(super) period: Option<Text>,
    pub(super) deals: Vec<Text>,
    pub(super) facts: Vec<Text>,
}

impl From<Vec<Draft>> for Listing {
    fn from(drafts: Vec<Draft>) -> Listing {
        Listing { drafts, ..Listing::default() }
    }
}

impl Draft {
    pub(super) fn new(cells: Vec<ReportCell>) -> Draft {
        Draft { cells, ..Draft::default() }
    }

    /// Where it belongs, and whose it is.
    pub(super) fn of(mut self, node: Option<&Text>, agent: Option<&Text>) -> Draft {
        (self.node, self.agent) = (node.cloned(), agent.cloned());
        self
    }

    pub(super) fn deal(mut self, deal: Option<&Text>) -> Draft {
        self.deals.extend(deal.cloned());
        self
    }

    pub(super) fn fact(mut self, key: &Text) -> Draft {
        self.facts.push(key.clone());
        self
    }
}

impl Listing {
    /// The rows that the reader may see, and the totals.
    pub(super) fn shown(
        self,
        scene: &Scene<'_>,
        columns: &[ReportColumn],
        fill: Fill,
    ) -> Result<(Vec<ReportRow>, Vec<ReportCell>)> {
        let mut rows = Vec::with_capacity(self.drafts.len());
        for draft in self.drafts {
            let sight = scene.sight(draft.node.as_ref(), draft.agent.as_ref());
            let is_shown = match fill {
                Fill::List(_) => sight.reports || sight.deals,
                // Only what the reader may see was counted.
                Fill::Measures(_) => true,
                Fill::Own(_) => draft.node.is_none() || sight.reports,
            };
            if !is_shown {
                continue;
            }
            let cells = draft.cells.into_iter().zip(columns);
            let cells = cells.map(|(cell, column)| {
                let is_hidden = column.personal && !sight.deals && cell != ReportCell::Absent {};
                if is_hidden { ReportCell::Hidden {} } else { cell }
            });
            let cells = cells.collect();
            let Draft { node, period, deals, facts, .. } = draft;
            rows.push(ReportRow { cells, node, period, deals, facts });
        }
        if let Some(totals) = self.totals {
            return Ok((rows, totals));
        }
        let mut totals = Vec::with_capacity(columns.len());
        for (at, column) in columns.iter().enumerate() {
            totals.push(match column.total {
                ReportTotal::Sum => {
                    sum(rows.iter().filter_map(|row: &ReportRow| row.cells.get(at)))?
                }
                ReportTotal::None | ReportTotal::Measure => ReportCell::Absent {},
            });
        }
        Ok((rows, totals))
    }
}
