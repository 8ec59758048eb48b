//! A chain of steps, as it is built.

use super::step::{Step, StepRule};
use crate::Label;
use crate::error::Result;
use crate::number::{Area, Exact, Money, Rounding, UnitPrice, Unrounded};

/// Steps, each from where the last one ended.
pub(super) struct Trail {
    steps: Vec<Step>,
    last: Option<Exact>,
}

impl Trail {
    /// A chain without steps, with room for so many.
    pub(super) fn with_capacity(steps: usize) -> Trail {
        Trail { steps: Vec::with_capacity(steps), last: None }
    }

    /// The steps.
    pub(super) fn into_steps(self) -> Vec<Step> {
        self.steps
    }

    /// Adds a step.
    pub(super) fn push(
        &mut self,
        rule: StepRule,
        name: impl Into<Label>,
        value: Option<Exact>,
        after: Exact,
    ) {
        let before = self.last.replace(after.clone());
        let name = name.into();
        self.steps.push(Step { rule, name, value, of: None, mode: None, before, after });
    }

    /// Says what the number of the last step is taken of.
    pub(super) fn of(&mut self, of: Exact) {
        if let Some(step) = self.steps.last_mut() {
            step.of = Some(of);
        }
    }

    /// A unit price derived from a total, rounded to the fen.
    pub(super) fn derive(&mut self, area: Area, unit_price: UnitPrice) {
        self.push(StepRule::Derived, "", Some(area.into()), unit_price.into());
        if let Some(step) = self.steps.last_mut() {
            step.mode = Some(Rounding::FEN.mode);
        }
    }

    /// Rounds an exact amount; amounts that are smaller than the place go to the fen.
    pub(super) fn round(
        &mut self,
        rule: StepRule,
        rounding: &Rounding,
        exact: &Unrounded,
        after: Exact,
    ) -> Result<()> {
        let place = Unrounded::from(Money::from_fen(rounding.place.fen()));
        let guarded = rounding.guard && exact.magnitude()?.compare(&place)?.is_lt();
        let used = if guarded { Rounding::FEN } else { *rounding };
        self.push(rule, "", Some(used.place.into()), after);
        if let Some(step) = self.steps.last_mut() {
            step.mode = Some(used.mode);
        }
        Ok(())
    }
}
