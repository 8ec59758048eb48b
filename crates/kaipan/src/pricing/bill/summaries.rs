//! Before and after of a bill: per building, per layout, overall.

use super::model::{BillLine, PriceBill};
use crate::error::{Error, Input, Result};
use crate::pricing::compare::{ChangeSummary, Moved, summarise};
use crate::project::{self, Project, Unit};
use std::collections::HashMap;

impl PriceBill {
    /// Before and after of the bill: per building, per layout, overall. Buildings and layouts are
    /// those of the project.
    ///
    /// # Errors
    /// [`Code::PricingUnknownUnit`](crate::error::Code::PricingUnknownUnit) for lines of units that
    /// the project does not have; numbers out of range.
    pub fn summaries(&self, project: &Project) -> Result<Vec<ChangeSummary>> {
        summaries(&self.lines, project)
    }

    /// Whether this bill sets the price of every unit of an earlier one.
    pub fn replaces(&self, earlier: &PriceBill) -> bool {
        let own: std::collections::HashSet<&str> =
            self.lines.iter().map(|line| line.unit_no.as_str()).collect();
        earlier.lines.iter().all(|line| own.contains(line.unit_no.as_str()))
    }
}

pub(super) fn summaries(lines: &[BillLine], project: &Project) -> Result<Vec<ChangeSummary>> {
    let units: HashMap<&str, &Unit> =
        project.units.iter().map(|unit| (unit.unit_no.as_str(), unit)).collect();
    let mut errors: Vec<Error> = Vec::new();
    let mut moved = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        let Some(unit) = units.get(line.unit_no.as_str()) else {
            let error = project::unknown_unit(&project.units, &line.unit_no, errors.len());
            errors.push(error.at("unit_no").at(at).at("lines").within(Input::Bill));
            continue;
        };
        moved.push(Moved {
            building: &unit.building,
            layout: unit.layout.as_deref(),
            old: line.old_list_total.map(|total| (line.building_area, total)),
            new: (line.building_area, line.new_list_total),
        });
    }
    Error::collect(errors)?;
    summarise(&moved)
}
