//! The table of the list prices in force (现行价格表): nothing is priced anew.

use super::filed;
use super::rows::without_permit;
use super::summary::summarise;
use super::table::PriceTable;
use super::table_row::{PriceSource, TableRow};
use crate::Text;
use crate::builder::inputs;
use crate::error::{At, Code, Error, Finding, Input, InputPlace, Result, finding};
use crate::pricing::book::deals_without_price;
use crate::pricing::check::{Level, PriceRules, USUAL_RULES};
use crate::pricing::price::{Price, unit_prices};
use crate::pricing::scheme::AreaBasis;
use crate::pricing::targets::AverageBasis;
use crate::project::{self, FEW, Names, Project, Selection, Unit, few, figures};

/// The list prices in force (现行表价), as a price table.
///
/// Every row has the list price that the unit stores, per m² of building area; where one number of
/// it is missing, it follows from the other to the fen. No scheme and no target is looked at. Units
/// without a list price have no row and are told.
///
/// Errors and findings are placed in [`Input::Project`], `Rules` and `Select`.
///
/// ```
/// use kaipan::pricing::ListPrices;
/// use kaipan::project::{Project, Unit};
/// let unit = Unit {
///     unit_no: "101".into(), building: "1".into(), floor: 1, line: "01".into(),
///     building_area: "89.50".parse()?, list_price: Some("10000".parse()?), ..Unit::default()
/// };
/// let project = Project { units: vec![unit], ..Project::default() };
/// let table = ListPrices::new(&project).table()?;
/// assert_eq!(table.rows[0].total.to_string(), "895000.00"); // 10,000 × 89.50
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct ListPrices<'a> {
    project: &'a Project,
    rules: &'a PriceRules,
    select: &'a Selection,
    average_basis: AverageBasis,
}

static EVERY_UNIT: Selection = Selection::all();

impl<'a> ListPrices<'a> {
    /// The list prices in force of a project.
    pub fn new(project: &'a Project) -> ListPrices<'a> {
        ListPrices {
            project,
            rules: &USUAL_RULES,
            select: &EVERY_UNIT,
            average_basis: AverageBasis::default(),
        }
    }

    inputs! {
        /// Rules that prices are checked against; those of [`PriceRules::usual`] otherwise.
        rules: &'a PriceRules;
        /// The units to show, otherwise all.
        select: &'a Selection;
        /// Which area averages in summaries are per, otherwise the building area.
        average_basis: AverageBasis;
    }

    /// Draws up the table; its rows have the source [`PriceSource::InForce`].
    ///
    /// # Errors
    /// Everything wrong with the inputs at once; [`Code::ProjectNoUnits`] when no unit is chosen,
    /// [`Code::PricingNoListPrices`] when none of those chosen has a list price.
    pub fn table(&self) -> Result<PriceTable> {
        let project = self.project.inherited();
        let asked = ListPrices { project: &project, ..*self };
        asked.refuse()?;
        let mut names = Names::new(&project.units);
        let mut findings = asked.rules.unusual();
        findings.extend(figures::of_units(&project.units));
        findings.extend(names.of_selection(asked.select, Input::Select));
        findings.extend(project::references(&project, &mut names));
        findings.extend(names.take_alike());
        let mut rows = Vec::new();
        let mut places = Vec::new();
        let mut without: Vec<&Unit> = Vec::new();
        for (at, unit) in project.units.iter().enumerate() {
            if !asked.select.matches(unit) {
                continue;
            }
            let row = asked.row(unit, &mut findings);
            match row.at(at).at("units").within(Input::Project)? {
                Some(row) => {
                    rows.push(row);
                    places.push(at);
                }
                None => without.push(unit),
            }
        }
        if rows.is_empty() {
            let numbers = few(without.iter().map(|unit| unit.unit_no.as_str()));
            let error = Error::new(Code::PricingNoListPrices).with("count", without.len());
            let place = if self.select.is_all() { Input::Project } else { Input::Select };
            return Err(error.with("units", numbers).within(place));
        }
        // Units in a deal keep its price: no bill will price them.
        let (deals, without): (Vec<&Unit>, Vec<&Unit>) =
            without.into_iter().partition(|unit| unit.state.in_active_deal());
        let deals: Vec<&str> = deals.iter().map(|unit| unit.unit_no.as_str()).collect();
        findings.extend(deals_without_price(&deals));
        if without.len() > FEW {
            let numbers = few(without.iter().map(|unit| unit.unit_no.as_str()));
            findings.push(finding!(
                Code::PricingNoListPrices,
                count = without.len(),
                units = numbers
            ));
        } else {
            let told = |unit: &&Unit| finding!(Code::PricingNoListPrice).unit(&unit.unit_no);
            findings.extend(without.iter().map(told));
        }
        let placed: Vec<(usize, &TableRow)> = places.into_iter().zip(&rows).collect();
        let summaries = summarise(&placed, asked.average_basis, |_, _, _| None)?;
        let filed = filed::compared(&placed)?;
        Ok(PriceTable { rows, summaries, targets: Vec::new(), filed, findings })
    }

    /// Refuses what cannot be, every reason at once.
    fn refuse(&self) -> Result<()> {
        let mut errors = Vec::new();
        errors.extend(project::validate(self.project).within(Input::Project).err());
        errors.extend(self.select.validate().within(Input::Select).err());
        errors.extend(self.rules.validate().within(Input::Rules).err());
        if errors.is_empty() && !self.project.units.iter().any(|unit| self.select.matches(unit)) {
            errors.push(Error::new(Code::ProjectNoUnits).within(Input::Select));
        }
        Error::collect(errors)
    }

    /// The row of a unit; none if it has no list price. What is told of its price joins `told`.
    fn row(&self, unit: &Unit, told: &mut Vec<Finding>) -> Result<Option<TableRow>> {
        if self.average_basis == AverageBasis::Inside && unit.inside_area.is_none() {
            return Err(Error::new(Code::PricingInsideAreaMissing).at("inside_area"));
        }
        let Some(price) = Price::listed(unit)? else { return Ok(None) };
        let both = unit_prices(&price, AreaBasis::Building, unit)?;
        let mut row = TableRow::priced(unit, Text::default(), PriceSource::InForce, &price, both);
        row.filed_deviation = filed::deviation(&row);
        for figure in figures::of_unit(unit, InputPlace::default()) {
            row.flag(figure.code);
        }
        let mut findings =
            self.rules.findings(unit, price.unit, price.total, Level::List, Level::ListTotal)?;
        findings.extend(without_permit(self.project, unit));
        findings.extend(self.rules.differs_from_filed(unit, price.unit));
        findings.iter().for_each(|finding| row.flag(finding.code));
        told.append(&mut findings);
        Ok(Some(row))
    }
}
