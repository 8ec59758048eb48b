//! The files of the example, read once.

use super::{put_right, status};
use crate::failure::{Failure, Outcome};
use kaipan::Date;
use kaipan::deal::SaleStatus;
use kaipan::number::{Rate, UnitPrice};
use kaipan::pricing::{FloorPriceRule, PriceRules, PriceTarget, PricingScheme, Trial};
use kaipan::project::{PresalePermit, Project, PropertyUse, Unit, UnitState, import_csv};
use kaipan::quote::SalesPolicies;
use serde::Deserialize;

const PROJECT: &str = include_str!("../../../project.json");
const UNITS: &str = include_str!("../../../units.csv");
const SALES: &str = include_str!("../../../sales.json");
const CASE: &str = include_str!("../../../case.json");

/// What every project of a year begins with.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) name: String,
    pub(crate) city: Option<kaipan::Text>,
    /// Every home, with the price at which it is offered first.
    pub(crate) units: Vec<Unit>,
    pub(crate) permits: Vec<PresalePermit>,
    pub(crate) status: SaleStatus,
    pub(crate) policies: SalesPolicies,
    pub(crate) case: CaseFile,
}

#[derive(Deserialize)]
struct ProjectFile {
    project: Project,
    schemes: Vec<PricingScheme>,
    targets: Vec<PriceTarget>,
    rules: PriceRules,
}

/// What quotes need besides: days, dates, buildings.
#[derive(Debug, Deserialize)]
pub(crate) struct CaseFile {
    pub(crate) signing_days: u32,
    pub(crate) vat_rate: Rate,
    dates: CaseDates,
    buildings: Vec<CaseBuilding>,
}

#[derive(Debug, Deserialize)]
struct CaseDates {
    nodes: Vec<CaseNode>,
}

#[derive(Debug, Deserialize)]
struct CaseNode {
    node: kaipan::Text,
    planned: Date,
}

#[derive(Debug, Deserialize)]
struct CaseBuilding {
    buildings: Vec<kaipan::Text>,
    property_use: Option<PropertyUse>,
    elevator: Option<bool>,
    storeys: Option<u32>,
}

impl CaseFile {
    /// The construction nodes with their planned days.
    pub(crate) fn nodes(&self) -> impl Iterator<Item = (&kaipan::Text, Date)> {
        self.dates.nodes.iter().map(|node| (&node.node, node.planned))
    }

    /// Use, lift and storeys of a building.
    pub(crate) fn building(&self, code: &str) -> (PropertyUse, Option<bool>, Option<u32>) {
        let found = self.buildings.iter().find(|one| one.buildings.iter().any(|is| *is == *code));
        let usual = PropertyUse::Residential;
        match found {
            None => (usual, None, None),
            Some(one) => (one.property_use.unwrap_or(usual), one.elevator, one.storeys),
        }
    }
}

impl Source {
    /// Reads the files, and prices the homes that have no list price yet by the schemes of the
    /// example.
    pub(crate) fn read() -> Outcome<Source> {
        let file: ProjectFile = serde_json::from_str(PROJECT)?;
        // Nobody has a home yet, whatever the table of the example says.
        let mut read = import_csv(UNITS, None)?.units;
        read.iter_mut().for_each(|unit| unit.state = UnitState::NotReleased);
        let project = Project { units: read, ..file.project };
        let floor = FloorPriceRule::new("0.92".parse()?);
        let table = Trial::new(&project, &file.schemes)
            .targets(&file.targets)
            .rules(&file.rules)
            .floor_price(&floor)
            .table()?;
        let mut units = Vec::with_capacity(project.units.len());
        for (unit, row) in project.units.iter().zip(&table.rows) {
            let mut unit = unit.clone();
            if unit.list_price.is_none() && unit.list_total.is_none() {
                unit.list_price = Some(row.building_unit_price);
                unit.list_total = Some(row.total);
            }
            if unit.floor_price.is_none() && unit.floor_total.is_none() {
                (unit.floor_price, unit.floor_total) = (row.floor_price, row.floor_total);
            }
            let list = unit.list_price.ok_or_else(|| Failure::missing("list price"))?;
            if unit.filed_price.is_none() {
                unit.filed_price = Some(five_in_a_hundred_above(list));
            }
            units.push(put_right(unit));
        }
        Ok(Source {
            name: project.name.to_string(),
            city: project.city.clone(),
            units,
            permits: status::permits(&project.permits)?,
            status: status::status()?,
            policies: serde_json::from_str(SALES)?,
            case: serde_json::from_str(CASE)?,
        })
    }
}

/// The price that is filed for a home that has none: in whole yuan, 5 % above the first list price.
fn five_in_a_hundred_above(list: UnitPrice) -> UnitPrice {
    const YUAN: i64 = 1_000_000;
    UnitPrice::from_micros((list.micros() / 100 * 105) / YUAN * YUAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_home_has_a_list_price_between_floor_and_filed_price() {
        let source = Source::read().unwrap();
        assert_eq!(source.units.len(), 2002);
        for unit in &source.units {
            let [list, floor, filed] =
                [unit.list_price, unit.floor_price, unit.filed_price].map(Option::unwrap);
            let least = floor.micros() / 1000 * 1026;
            assert!(least <= list.micros() && list <= filed, "{}", unit.unit_no);
        }
        assert_eq!(source.permits.len(), 5);
    }
}
