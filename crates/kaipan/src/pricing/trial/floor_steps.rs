//! Answering "why this floor price?": from the list price and the rate to floor price and total.

use super::step::{Step, StepRule};
use super::trail::Trail;
use crate::error::Result;
use crate::number::{Area, Rounding, Unrounded};
use crate::pricing::price::{FloorPriceRule, Price};
use crate::pricing::scheme::PriceBasis;

impl FloorPriceRule {
    /// How the floor price came about.
    pub(super) fn steps(
        &self,
        list: &Price,
        floor: &Price,
        basis: PriceBasis,
        area: Area,
    ) -> Result<Vec<Step>> {
        let mut trail = Trail::with_capacity(5);
        let rate = Unrounded::from(self.rate);
        match basis {
            PriceBasis::UnitFirst => {
                let raw = Unrounded::from(list.unit).mul(&rate)?;
                let total = Unrounded::from(floor.unit).mul(&Unrounded::from(area))?;
                trail.push(StepRule::List, "", None, list.unit.into());
                trail.push(StepRule::FloorRate, "", Some(self.rate.into()), raw.to_exact()?);
                trail.round(StepRule::UnitRounding, &self.rounding, &raw, floor.unit.into())?;
                trail.push(StepRule::Area, "", Some(area.into()), total.to_exact()?);
                let fen = &Rounding::FEN;
                trail.round(StepRule::TotalRounding, fen, &total, floor.total.into())?;
            }
            PriceBasis::TotalFirst => {
                let raw = Unrounded::from(list.total).mul(&rate)?;
                trail.push(StepRule::List, "", None, list.total.into());
                trail.push(StepRule::FloorRate, "", Some(self.rate.into()), raw.to_exact()?);
                trail.round(StepRule::TotalRounding, &self.rounding, &raw, floor.total.into())?;
                trail.derive(area, floor.unit);
            }
        }
        Ok(trail.into_steps())
    }
}
