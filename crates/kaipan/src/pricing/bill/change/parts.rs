//! Several adjustments in one bill: each part has its units and its mode.

use super::mode::AdjustMode;
use super::new_prices::NewPrices;
use crate::Text;
use crate::error::{At, Code, Error, Finding, Input, InputPlace, PlaceStep, Result, finding};
use crate::pricing::bill::adjusting::Adjusting;
use crate::project::{Clause, Names};
use std::collections::HashSet;

/// The new prices of a part, and the mode that made them.
pub(in crate::pricing::bill) struct PartPrices<'a> {
    pub(in crate::pricing::bill) mode: &'a AdjustMode,
    pub(in crate::pricing::bill) new: NewPrices,
}

impl<'a> Adjusting<'a> {
    /// The new prices of every part: the bill's own first. A unit belongs to the first part that
    /// chooses it, as it is priced by the first scheme whose scope holds it.
    pub(in crate::pricing::bill) fn parts_prices(&self) -> Result<Vec<PartPrices<'a>>> {
        let mut parts = vec![PartPrices { mode: self.mode, new: self.new_prices()? }];
        let mut taken = self.taken();
        for (at, part) in self.parts.iter().enumerate() {
            let mut select = part.select.clone();
            if !taken.is_empty() {
                let unit_no: Vec<Text> = taken.iter().cloned().collect();
                select.except.push(Clause { unit_no, ..Clause::default() });
            }
            let asked = Adjusting { select: &select, mode: &part.mode, ..self.alone() };
            let mut new = NewPrices::default();
            if self.project.units.iter().any(|unit| select.matches(unit)) {
                new = asked.new_prices().map_err(|error| error.each_place(&in_part(at)))?;
                replace(at, &mut new.findings);
            } else {
                let told = finding!(Code::PricingPartEmpty, number = at.saturating_add(1));
                new.findings.push(told.at(at).within(Input::Parts));
            }
            taken.extend(asked.taken());
            parts.push(PartPrices { mode: &part.mode, new });
        }
        Ok(parts)
    }

    /// The numbers of the units that the part chooses; of a table only those that it lists.
    fn taken(&self) -> HashSet<Text> {
        let listed: Option<HashSet<&str>> = match self.mode {
            AdjustMode::Explicit { prices } => {
                Some(prices.iter().map(|price| price.unit_no.as_str()).collect())
            }
            _ => None,
        };
        let units = self.project.units.iter().filter(|unit| self.select.matches(unit));
        let units = units.filter(|unit| {
            listed.as_ref().is_none_or(|listed| listed.contains(unit.unit_no.as_str()))
        });
        units.map(|unit| unit.unit_no.clone()).collect()
    }

    /// Without the further parts.
    fn alone(&self) -> Adjusting<'a> {
        Adjusting { parts: &[], ..self.clone() }
    }

    /// What is wrong with the further parts by themselves.
    pub(in crate::pricing::bill) fn errors_of_parts(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        for (at, part) in self.parts.iter().enumerate() {
            let asked = Adjusting { select: &part.select, mode: &part.mode, ..self.alone() };
            let of_selection = part.select.validate().within(Input::Select).err();
            let found = of_selection.into_iter().chain(asked.errors_of_mode());
            errors.extend(found.map(|error| error.each_place(&in_part(at))));
        }
        errors
    }

    /// What is unusual about the further parts, and names in them that lead nowhere.
    pub(in crate::pricing::bill) fn told_of_parts(&self, names: &mut Names<'_>) -> Vec<Finding> {
        let mut told = Vec::new();
        for (at, part) in self.parts.iter().enumerate() {
            let asked = Adjusting { select: &part.select, mode: &part.mode, ..self.alone() };
            let mut found: Vec<Finding> = asked.unusual_mode().into_iter().collect();
            found.extend(names.of_selection(&part.select, Input::Select));
            replace(at, &mut found);
            told.extend(found);
        }
        told
    }
}

/// Moves the places of a part's mode and selection to where the part stands.
fn in_part(at: usize) -> impl Fn(&mut InputPlace) {
    move |place| {
        if matches!(place.input(), Some(Input::Mode | Input::Select)) {
            place.below(PlaceStep::Item(at));
            place.within(Input::Parts);
        }
    }
}

fn replace(at: usize, findings: &mut [Finding]) {
    let place = in_part(at);
    findings.iter_mut().filter_map(|finding| finding.path.as_mut()).for_each(place);
}
