//! The rows of the table: one unit with its price, where it comes from, and what is told of it.

use super::explain::Explained;
use super::filed;
use super::inputs::Explain;
use super::priced::Priced;
use super::table_row::{PriceSource, RowFactor, TableRow};
use crate::Text;
use crate::error::{Code, Error, Finding, Input, InputPlace, Result, finding};
use crate::number::{Figure, Rounding, UnitPrice, overflow};
use crate::pricing::book::{
    BookScheme, Fixing, MISSING, OUT_OF_SCOPE, Slot, attribute_text, kept, of_unit,
};
use crate::pricing::check::{Level, percent_rate};
use crate::pricing::price::{Price, Pricer, UnitPrices, total_of, unit_prices};
use crate::pricing::scheme::PriceBasis;
use crate::pricing::targets::{AverageBasis, Outcome};
use crate::project::{Project, Unit, UnitState, figures, saleable};
use std::borrow::Cow;
use std::collections::HashSet;

/// Makes rows, and keeps what is told of their units.
pub(super) struct RowMaker<'a> {
    priced: &'a Priced<'a>,
    pub(super) findings: Vec<Finding>,
    /// The units named for explanation.
    explained: HashSet<&'a str>,
    /// Whether some row has its floor price by rate.
    has_floor_by_rate: bool,
}

impl TableRow {
    /// The row of a unit with its price; nothing is compared or checked yet.
    pub(super) fn priced(
        unit: &Unit,
        scheme: Text,
        source: PriceSource,
        price: &Price,
        both: UnitPrices,
    ) -> TableRow {
        TableRow {
            unit_no: unit.unit_no.clone(),
            building: unit.building.clone(),
            stair: unit.stair.clone(),
            floor: unit.floor,
            top_floor: unit.top_floor,
            line: unit.line.clone(),
            layout: unit.layout.clone(),
            orientation: unit.orientation.clone(),
            view: unit.view.clone(),
            building_area: unit.building_area,
            inside_area: unit.inside_area,
            scheme,
            source,
            base_price: None,
            factors: Vec::new(),
            total_coefficient: None,
            total_difference: None,
            raw_price: None,
            unit_price: price.unit,
            building_unit_price: both.building,
            inside_unit_price: both.inside,
            total: price.total,
            levelled_steps: 0,
            floor_price: unit.floor_price,
            floor_total: unit.floor_total,
            filed_price: unit.filed_price,
            filed_total: unit.filed_total,
            filed_deviation: None,
            old_list_price: unit.list_price,
            old_list_total: unit.list_total,
            change: None,
            change_rate: None,
            flags: Vec::new(),
            steps: Vec::new(),
            floor_steps: Vec::new(),
        }
    }

    /// Marks the row with a finding that concerns its unit.
    pub(super) fn flag(&mut self, code: Code) {
        if !self.flags.iter().any(|known| known == code.as_str()) {
            self.flags.push(code.as_str().into());
        }
    }
}

impl<'a> RowMaker<'a> {
    pub(super) fn new(priced: &'a Priced<'a>) -> RowMaker<'a> {
        let explained = match priced.trial.explain {
            Explain::Units { unit_nos } => {
                unit_nos.iter().map(|unit_no| unit_no.as_str()).collect()
            }
            Explain::None {} | Explain::All {} => HashSet::new(),
        };
        RowMaker { priced, findings: Vec::new(), explained, has_floor_by_rate: false }
    }

    /// The row of a priced unit.
    pub(super) fn row(
        &mut self,
        at: usize,
        (slot, entry, unit): (Slot, &BookScheme<'_>, &Unit),
        outcome: &Outcome,
    ) -> Result<TableRow> {
        let trial = &self.priced.trial;
        let price = &outcome.price;
        let both = unit_prices(price, entry.basis(slot), unit)?;
        if trial.average_basis == AverageBasis::Inside && unit.inside_area.is_none() {
            return Err(of_unit(Error::new(Code::PricingInsideAreaMissing).at("inside_area"), at));
        }
        let source = match slot.fixing {
            Fixing::Free => PriceSource::Scheme,
            Fixing::Override(_) => PriceSource::Override,
            Fixing::Entered => PriceSource::Entered,
            Fixing::Kept => PriceSource::Kept,
        };
        let row = TableRow::priced(unit, entry.scheme.code.clone(), source, price, both);
        self.complete(row, at, (slot, entry, unit), outcome)
    }

    /// What its scheme, its old price and the rules say of a row.
    fn complete(
        &mut self,
        mut row: TableRow,
        at: usize,
        (slot, entry, unit): (Slot, &BookScheme<'_>, &Unit),
        outcome: &Outcome,
    ) -> Result<TableRow> {
        row.levelled_steps = outcome.steps;
        let base = self.priced.solution.base_of.get(at).copied().flatten();
        let pricer = base.and_then(|base| self.priced.pricers.get(&(slot.scheme, base)));
        let pricer = pricer.filter(|_| outcome.computed);
        if let Some(pricer) = pricer {
            add_calculation(&mut row, slot, entry, unit, pricer)?;
        }
        compare_with_old(&mut row)?;
        row.filed_deviation = filed::deviation(&row);
        self.set_floor_price(&mut row, entry.price_basis(slot, unit))?;
        self.check(&mut row, slot, unit)?;
        if self.explains(&unit.unit_no) {
            let bases = &self.priced.solution.bases;
            let solved = base.and_then(|base| bases.get(base)).is_some_and(|base| base.solved);
            let explained = Explained { entry, slot, unit, outcome, solved };
            row.steps = explained.steps(pricer)?;
        }
        Ok(row)
    }

    /// The floor price by rate of a unit that has none of its own, and where it comes from.
    fn set_floor_price(&mut self, row: &mut TableRow, basis: PriceBasis) -> Result<()> {
        let own = row.floor_price.is_some() || row.floor_total.is_some();
        let Some(rule) = self.priced.trial.floor_price.filter(|_| !own) else { return Ok(()) };
        let list = Price { unit: row.building_unit_price, total: row.total };
        let floor = rule.floor_of(&list, basis, row.building_area)?;
        row.floor_price = Some(floor.unit);
        row.floor_total = Some(floor.total);
        if self.explains(&row.unit_no) {
            row.floor_steps = rule.steps(&list, &floor, basis, row.building_area)?;
        }
        self.has_floor_by_rate = true;
        Ok(())
    }

    /// Tells that there is a rule of floor prices and every unit has one of its own. Of a table
    /// without rows there is nothing to say.
    pub(super) fn unused_floor_price(&self, rows: &[TableRow]) -> Option<Finding> {
        let given = self.priced.trial.floor_price.is_some() && !rows.is_empty();
        let unused = given && !self.has_floor_by_rate;
        unused.then(|| finding!(Code::PricingFloorRuleUnused).within(Input::FloorPrice))
    }

    fn explains(&self, unit_no: &str) -> bool {
        match self.priced.trial.explain {
            Explain::None {} => false,
            Explain::All {} => true,
            Explain::Units { .. } => self.explained.contains(unit_no),
        }
    }

    fn check(&mut self, row: &mut TableRow, slot: Slot, unit: &Unit) -> Result<()> {
        for told in figures::of_unit(unit, InputPlace::default()) {
            row.flag(told.code);
        }
        let trial = &self.priced.trial;
        let price = row.building_unit_price;
        // A floor price by rate belongs to the row: the unit knows nothing of it.
        let by_rate = row.floor_price != unit.floor_price;
        let limited = match by_rate {
            true => Cow::Owned(Unit {
                floor_price: row.floor_price,
                floor_total: row.floor_total,
                ..unit.clone()
            }),
            false => Cow::Borrowed(unit),
        };
        let mut told =
            trial.rules.findings(&limited, price, row.total, Level::List, Level::ListTotal)?;
        told.extend(self.priced.unpriced_deal(slot, unit));
        told.extend((slot.fixing == Fixing::Kept).then(|| kept(unit)));
        told.extend(without_permit(trial.project, unit));
        told.extend(trial.rules.differs_from_filed(unit, price));
        told.iter().for_each(|finding| row.flag(finding.code));
        self.findings.append(&mut told);
        Ok(())
    }
}

/// Base price, factors and raw price of a unit whose price its factors decide.
fn add_calculation(
    row: &mut TableRow,
    slot: Slot,
    entry: &BookScheme<'_>,
    unit: &Unit,
    pricer: &Pricer<'_>,
) -> Result<()> {
    let size = entry.arithmetic.size(unit, entry.lump_sum(slot.row))?;
    let terms = entry.terms(slot.row)?;
    let exact = pricer.raw(&terms, size)?;
    let coefficient = entry.arithmetic.total_coefficient(&terms)?;
    let difference = terms.difference.to_i64().map(UnitPrice::from_micros);
    row.base_price = Some(pricer.base.to_unit_price()?);
    row.total_coefficient = Some(coefficient.to_exact()?);
    row.total_difference = Some(difference.ok_or_else(overflow)?);
    row.raw_price = Some(exact.unit.to_exact()?);
    add_factors(row, slot, entry, unit);
    Ok(())
}

fn compare_with_old(row: &mut TableRow) -> Result<()> {
    let old = match (row.old_list_total, row.old_list_price) {
        (Some(total), _) => total,
        (None, Some(price)) => total_of(price, row.building_area, &Rounding::FEN)?,
        (None, None) => return Ok(()),
    };
    let change = row.total.checked_sub(old).ok_or_else(overflow)?;
    row.change = Some(change);
    // A ratio that no rate can hold says nothing that the change does not.
    row.change_rate = percent_rate(&change.into(), &old.into()).ok();
    Ok(())
}

fn add_factors(row: &mut TableRow, slot: Slot, entry: &BookScheme<'_>, unit: &Unit) {
    row.factors.reserve_exact(entry.resolved.factors.len());
    for (factor, definition) in entry.resolved.factors.iter().zip(&entry.scheme.factors) {
        let code = factor.codes.get(slot.row).copied().unwrap_or(OUT_OF_SCOPE);
        if code == OUT_OF_SCOPE {
            continue;
        }
        if code == MISSING {
            row.flag(Code::PricingFactorMissing);
        }
        row.factors.push(RowFactor {
            name: factor.label.clone(),
            key: attribute_text(definition, unit).unwrap_or_default(),
            value: value_of(&factor.values, code),
        });
    }
}

fn value_of(values: &[Figure], code: u32) -> Figure {
    usize::try_from(code).ok().and_then(|at| values.get(at)).copied().unwrap_or_default()
}

/// Tells of a unit that is on sale without a permit, where the project has permits.
pub(super) fn without_permit(project: &Project, unit: &Unit) -> Option<Finding> {
    let without = !project.permits.is_empty()
        && unit.state == UnitState::OnSale
        && !saleable(project, unit, None);
    without.then(|| finding!(Code::ProjectNoPermit).unit(&unit.unit_no))
}
