//! The price trial: from a project and its schemes to a price table.

mod bases;
mod coarse_totals;
mod explain;
mod far_goal;
mod filed;
mod floor_steps;
mod inputs;
mod list_prices;
mod priced;
mod rows;
mod step;
mod step_text;
mod summary;
mod table;
mod table_row;
mod target_results;
mod trail;

pub use bases::{SolvedBases, SolvedTargetBase};
pub use filed::{FiledComparison, FiledDeviation};
pub use inputs::{Explain, Trial};
pub use list_prices::ListPrices;
pub(super) use priced::TrialPrices;
pub use step::{Step, StepRule};
pub use summary::{Extreme, ExtremeTotal, Summary, SummaryGroup};
pub use table::PriceTable;
pub use table_row::{PriceSource, RowFactor, TableRow};
pub use target_results::TargetResult;

use crate::error::{Code, Result, finding};
use crate::pricing::book::of_unit;
use crate::project::{FEW, few};
use rows::RowMaker;
use summary::summarise;

impl Trial<'_> {
    /// Prices the project and draws up its price trial table (handbook §2.10).
    ///
    /// # Errors
    /// Everything wrong with the inputs at once (see [`crate::project::validate`] and the pricing
    /// codes), an unsolvable target, a price that is not greater than zero, or a number out of
    /// range.
    pub fn table(&self) -> Result<PriceTable> {
        self.priced(|priced, mut findings| {
            let unpriced = |at: &usize| priced.settled.outcome(*at).is_none();
            let unit_no = |at: usize| priced.book.unit(at).map_or("", |unit| &unit.unit_no);
            let without: Vec<&str> = priced.wanted().filter(unpriced).map(unit_no).collect();
            let many = without.len() > FEW;
            if many {
                findings.push(finding!(
                    Code::PricingNoSchemeMany,
                    count = without.len(),
                    units = few(without.iter().copied())
                ));
            }
            let mut rows = RowMaker::new(priced);
            let mut made = Vec::with_capacity(priced.book.units.len());
            let mut places = Vec::with_capacity(priced.book.units.len());
            for at in priced.wanted() {
                match (priced.book.entry(at), priced.settled.outcome(at)) {
                    (Some(entry), Some(outcome)) => {
                        let row = rows.row(at, entry, outcome);
                        made.push(row.map_err(|error| of_unit(error, at))?);
                        places.push(at);
                    }
                    _ if many => {}
                    _ => {
                        let finding = finding!(Code::PricingNoScheme);
                        rows.findings.push(finding.unit(unit_no(at)));
                    }
                }
            }
            findings.extend(rows.unused_floor_price(&made));
            findings.append(&mut rows.findings);
            let solved = &priced.solution.targets;
            let mut targets = Vec::with_capacity(solved.len());
            for (at, one) in solved.iter().enumerate() {
                targets.push(priced.target_result(one)?);
                findings.extend(priced.kept_in_target(at, one)?);
                findings.extend(priced.far_goal(at, one)?);
                findings.extend(priced.residual(at, one)?);
            }
            findings.extend(priced.coarse_totals());
            let placed: Vec<(usize, &TableRow)> = places.into_iter().zip(&made).collect();
            let summaries = summarise(&placed, priced.trial.average_basis, |kind, key, units| {
                let building = (kind == SummaryGroup::Building).then_some(key);
                solved.iter().find_map(|target| target.asked_of(building, units)).cloned()
            })?;
            let filed = filed::compared(&placed)?;
            Ok(PriceTable { rows: made, summaries, targets, filed, findings })
        })
    }
}
