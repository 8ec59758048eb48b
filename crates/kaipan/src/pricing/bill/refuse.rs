//! Refusing inputs from which no bill can be made: every reason at once.

use super::adjusting::Adjusting;
use super::change::mode::{AdjustMode, ExplicitPrice};
use crate::check::with_repeats;
use crate::error::{At, Code, Error, Input, Result};
use crate::number::Rate;
use crate::pricing::FloorPriceRule;
use crate::pricing::check::LastChanges;
use crate::pricing::scheme;
use crate::project::{self, not_positive};
use std::collections::HashSet;

impl Adjusting<'_> {
    /// Refuses what can be refused before any arithmetic, every reason at once.
    pub(super) fn refuse(&self) -> Result<()> {
        let mut errors = Vec::new();
        errors.extend(project::validate(self.project).within(Input::Project).err());
        errors.extend(self.select.validate().within(Input::Select).err());
        errors.extend(self.rules.validate().within(Input::Rules).err());
        if !self.schemes.is_empty() {
            errors.extend(scheme::check(self.schemes).within(Input::Schemes).err());
        }
        let out_of_range = |rate: &Rate| !rate.is_positive() || *rate > Rate::ONE;
        if let Some(rate) = self.floor_rate.filter(out_of_range) {
            let error = Error::new(Code::NumberPart).with("field", "floor_rate");
            errors.push(error.with("value", rate).within(Input::FloorRate));
        }
        let rule = self.floor_price.map_or(Ok(()), FloorPriceRule::validate);
        errors.extend(rule.within(Input::FloorPrice).err());
        errors.extend(self.errors_of_mode());
        errors.extend(self.errors_of_parts());
        errors.extend(LastChanges::errors(self.last_changes, &self.project.units));
        Error::collect(errors)
    }

    /// What is wrong with the mode.
    pub(super) fn errors_of_mode(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        if let AdjustMode::ToAverage { average, .. } = self.mode
            && !average.is_positive()
        {
            errors.push(not_positive("average", average).within(Input::Mode));
        }
        if let AdjustMode::Explicit { prices } = self.mode {
            self.check_explicit(prices, &mut errors);
        }
        errors
    }

    fn check_explicit(&self, prices: &[ExplicitPrice], errors: &mut Vec<Error>) {
        let units = &self.project.units;
        let known: HashSet<&str> = units.iter().map(|unit| unit.unit_no.as_str()).collect();
        for (at, price, again) in with_repeats(prices, |price| price.unit_no.as_str()) {
            let unknown = (!known.contains(price.unit_no.as_str()))
                .then(|| project::unknown_unit(units, &price.unit_no, errors.len()));
            let mut refuse =
                |error: Error| errors.push(error.at(at).at("prices").within(Input::Mode));
            if let Some(given) = price.unit_price.filter(|given| !given.is_published()) {
                let error = Error::new(Code::NumberTooPrecise).with("text", given);
                refuse(error.with("decimals", 2).at("unit_price"));
            }
            if let Some(unknown) = unknown {
                refuse(unknown.at("unit_no"));
            }
            let named = |code| Error::new(code).with("unit_no", &price.unit_no);
            if price.unit_price.is_none() && price.total.is_none() {
                refuse(named(Code::PricingMissingPrice).at("unit_price"));
            }
            let given = [("unit_price", price.unit_price), ("floor_price", price.floor_price)];
            for (field, given) in given {
                if let Some(given) = given.filter(|given| !given.is_positive()) {
                    refuse(not_positive(field, given));
                }
            }
            if let Some(total) = price.total.filter(|total| !total.is_positive()) {
                refuse(not_positive("total", total));
            }
            if let Some(first) = again {
                let error = named(Code::ProjectUnitTwice).with("first", first);
                refuse(error.at("unit_no"));
            }
        }
    }
}
