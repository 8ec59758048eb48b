//! Executing a bill: from its lines to the prices to store.

use crate::error::{At, Code, Error, Input, Result};
use crate::number::{Money, Rounding, UnitPrice};
use crate::pricing::bill::model::{BillLine, PriceBill, PriceChange, SkippedUnit};
use crate::pricing::book::kept;
use crate::pricing::price::total_of;
use crate::project::{self, Project, Unit};
use std::collections::HashMap;

/// What executing a bill comes to.
pub(in crate::pricing::bill) struct Executed {
    pub(in crate::pricing::bill) changes: Vec<PriceChange>,
    /// Units that are in a deal and keep their price.
    pub(in crate::pricing::bill) skipped: Vec<SkippedUnit>,
}

/// The prices that the bill sets in the project as it is now.
pub(in crate::pricing::bill) fn execute(bill: &PriceBill, project: &Project) -> Result<Executed> {
    project::validate(project).within(Input::Project)?;
    let units: HashMap<&str, &Unit> =
        project.units.iter().map(|unit| (unit.unit_no.as_str(), unit)).collect();
    let mut executed =
        Executed { changes: Vec::with_capacity(bill.lines.len()), skipped: Vec::new() };
    let mut errors = Vec::new();
    for (at, line) in bill.lines.iter().enumerate() {
        let mut refuse = |error: Error| errors.push(error.at(at).at("lines").within(Input::Bill));
        let Some(unit) = units.get(line.unit_no.as_str()) else {
            let before = errors.len();
            let error = project::unknown_unit(&project.units, &line.unit_no, before);
            errors.push(error.at("unit_no").at(at).at("lines").within(Input::Bill));
            continue;
        };
        if unit.building_area != line.building_area {
            let error = Error::new(Code::PricingBillArea)
                .with("unit_no", &line.unit_no)
                .with("found", unit.building_area)
                .with("expected", line.building_area);
            refuse(error.at("building_area"));
        } else if unit.state.in_active_deal() {
            let skipped = SkippedUnit { unit_no: line.unit_no.clone(), reason: kept(unit) };
            executed.skipped.push(skipped);
        } else if let Some(error) = stale(line, unit) {
            refuse(error.at("unit_no"));
        } else {
            executed.changes.push(bill.change_of(line)?);
        }
    }
    Error::collect(errors)?;
    Ok(executed)
}

impl PriceBill {
    /// The entry of price history that a line of the bill makes when the bill is executed.
    ///
    /// # Errors
    /// [`Code::NumberOverflow`] for a floor total out of range.
    pub fn change_of(&self, line: &BillLine) -> Result<PriceChange> {
        let floor = line.new_floor_price;
        let floor_total = match (line.new_floor_total, floor) {
            (None, Some(floor)) => Some(total_of(floor, line.building_area, &Rounding::FEN)?),
            (total, _) => total,
        };
        Ok(PriceChange {
            unit_no: line.unit_no.clone(),
            bill: self.code.clone(),
            effective_date: self.effective_date,
            list_price: line.new_list_price,
            list_total: line.new_list_total,
            floor_price: floor,
            floor_total,
        })
    }
}

/// Whether the unit has other prices than the line says it had.
fn stale(line: &BillLine, unit: &Unit) -> Option<Error> {
    const NONE: &str = "—";
    let refuse = |found: String, expected: String| {
        let error = Error::new(Code::PricingBillStale).with("unit_no", &line.unit_no);
        Some(error.with("found", found).with("expected", expected))
    };
    if line.new_floor_price.is_some() && unit.floor_price != line.old_floor_price {
        let shown = |floor: Option<UnitPrice>| {
            floor.map_or_else(|| NONE.to_owned(), |floor| floor.to_string())
        };
        return refuse(shown(unit.floor_price), shown(line.old_floor_price));
    }
    // A price given in one form only must not look changed; one that is gone must.
    let gone = unit.list_price.is_none() && unit.list_total.is_none();
    let same_price = (unit.list_price.is_none() && !(gone && line.old_list_price.is_some()))
        || unit.list_price == line.old_list_price;
    let same_total = unit.list_total.is_none() || unit.list_total == line.old_list_total;
    if same_price && same_total {
        return None;
    }
    let shown = |price: Option<UnitPrice>, total: Option<Money>| match (price, total) {
        (Some(price), _) if !same_price => price.to_string(),
        (_, Some(total)) if same_price => total.to_string(),
        _ => NONE.to_owned(),
    };
    refuse(shown(unit.list_price, unit.list_total), shown(line.old_list_price, line.old_list_total))
}
