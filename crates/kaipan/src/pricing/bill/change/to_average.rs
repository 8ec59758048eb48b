//! New prices that meet an average, solved by the engine of a price trial.

use super::mode::AverageMove;
use super::new_prices::NewPrices;
use super::unit_rounding::UnitRounding;
use crate::Text;
use crate::error::{At, Input, Result};
use crate::number::{Figure, UnitPrice, Unrounded};
use crate::pricing::bill::adjusting::Adjusting;
use crate::pricing::price::{Price, RoundingOrder};
use crate::pricing::scheme::{
    AreaBasis, Factor, FactorRow, FactorValues, Method, PriceBasis, PricingScheme,
};
use crate::pricing::targets::{Goal, Levelling, PriceTarget};
use crate::pricing::trial::Trial;
use crate::project::{Clause, Dimension, Selection, Unit};

/// Units that are rounded alike, with their old prices.
struct Alike {
    order: RoundingOrder,
    area_basis: AreaBasis,
    old_prices: Vec<FactorRow>,
}

impl Adjusting<'_> {
    /// The old unit price of each unit is its coefficient (scale) or its difference (shift) in a
    /// price trial, and the base price is what is solved for: one for all units, whatever their
    /// rounding.
    pub(in crate::pricing::bill) fn meet_average(
        &self,
        average: UnitPrice,
        by: AverageMove,
        levelling: &Levelling,
    ) -> Result<NewPrices> {
        let mut new = NewPrices::default();
        let units = self.changeable(&mut NewPrices::default());
        let priced = Self::priced(units, &mut new)?;
        if priced.is_empty() {
            self.changeable(&mut new);
            return Ok(new);
        }
        let mut groups: Vec<Alike> = Vec::new();
        for (at, unit, old) in &priced {
            let row = self.old_price(unit, old, by).at(*at).at("units").within(Input::Project)?;
            let (order, area_basis, row) = row;
            let alike = |group: &&mut Alike| group.order == order && group.area_basis == area_basis;
            match groups.iter_mut().find(alike) {
                Some(group) => group.old_prices.push(row),
                None => groups.push(Alike { order, area_basis, old_prices: vec![row] }),
            }
        }
        let scope = self.with_prices();
        let targets = [PriceTarget {
            scope: scope.clone(),
            levelling: levelling.clone(),
            ..PriceTarget::new(Goal::Average { average })
        }];
        let last = groups.len().saturating_sub(1);
        let schemes: Vec<PricingScheme> = groups
            .into_iter()
            .enumerate()
            .map(|(at, group)| self.scheme_behind(group, by, (at < last).then_some(at), &scope))
            .collect();
        let trial = Trial::new(self.project, &schemes).targets(&targets).select(&scope);
        self.tried(&trial, new)
    }

    /// How a unit is rounded, and the old unit price that moves. Where the total is rounded first
    /// it is authoritative, so its exact unit price is what moves; and so it is where an amount per
    /// m² of building area is added to a price that is set on the inside area.
    fn old_price(
        &self,
        unit: &Unit,
        old: &Price,
        by: AverageMove,
    ) -> Result<(RoundingOrder, AreaBasis, FactorRow)> {
        let rounding = self.rounding_of(unit)?;
        let UnitRounding { mut order, inside, .. } = rounding;
        let mut area_basis = AreaBasis::Building;
        let moves = match (order.basis, inside, by) {
            (PriceBasis::UnitFirst, false, _) => old.unit,
            (PriceBasis::UnitFirst, true, AverageMove::Scale) => {
                area_basis = AreaBasis::Inside;
                rounding.start(old)?.unit
            }
            _ => {
                order.basis = PriceBasis::TotalFirst;
                let area = Unrounded::from(unit.building_area);
                Unrounded::from(old.total).div(&area)?.to_unit_price()?
            }
        };
        let value = Figure::from_millionths(moves.micros());
        Ok((order, area_basis, FactorRow { key: unit.unit_no.clone(), value }))
    }

    /// The units chosen that have a list price: the others cannot count in an average, in a deal or
    /// not.
    fn with_prices(&self) -> Selection {
        let unpriced = |unit: &&Unit| unit.list_price.is_none() && unit.list_total.is_none();
        let without = self.project.units.iter().filter(unpriced);
        let without: Vec<Text> = without.map(|unit| unit.unit_no.clone()).collect();
        let mut scope = self.select.clone();
        if !without.is_empty() {
            scope.except.push(Clause { unit_no: without, ..Clause::default() });
        }
        scope
    }

    /// The scheme behind units that are rounded alike. The last one, which has no number, takes the
    /// whole scope: with the units in a deal, which are in no group.
    fn scheme_behind(
        &self,
        group: Alike,
        by: AverageMove,
        number: Option<usize>,
        scope: &Selection,
    ) -> PricingScheme {
        let method = match by {
            AverageMove::Scale => Method::Coefficient,
            AverageMove::Shift => Method::Difference,
        };
        let rows = group.old_prices;
        let (code, scope) = match number {
            None => (self.code.clone(), scope.clone()),
            Some(number) => {
                let unit_no = rows.iter().map(|row| row.key.clone()).collect();
                let own = Selection::of(Clause { unit_no, ..Clause::default() });
                (Text::of(format_args!("{} {number}", self.code)), own)
            }
        };
        PricingScheme {
            code,
            scope,
            area_basis: group.area_basis,
            price_basis: group.order.basis,
            unit_rounding: group.order.unit,
            total_rounding: group.order.total,
            factors: vec![Factor::new(Dimension::Unit, method, FactorValues::Table { rows })],
            ..PricingScheme::default()
        }
    }
}
