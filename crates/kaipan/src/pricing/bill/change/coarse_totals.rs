//! Tells of totals that are not unit price × area because they are rounded coarsely.

use super::mode::AdjustMode;
use super::new_prices::NewPrice;
use crate::error::{Finding, Input};
use crate::pricing::bill::adjusting::Adjusting;
use crate::pricing::price::CoarseTotals;
use crate::pricing::scheme::PriceBasis;
use std::collections::{BTreeMap, HashSet};

impl Adjusting<'_> {
    /// The totals that the bill rounds coarsely, and those of each scheme. A total that is given or
    /// moved is authoritative, and so is one that is rounded first; repricing tells of the totals
    /// of its schemes.
    pub(in crate::pricing::bill) fn coarse_totals(
        &self,
        prices: &BTreeMap<usize, NewPrice>,
    ) -> Vec<Finding> {
        let totals_given: HashSet<&str> = match self.mode {
            AdjustMode::TotalAmount { .. } | AdjustMode::Reprice { .. } => return Vec::new(),
            AdjustMode::Explicit { prices } => {
                let given = prices.iter().filter(|price| price.total.is_some());
                given.map(|price| price.unit_no.as_str()).collect()
            }
            _ => HashSet::new(),
        };
        let explicit = matches!(self.mode, AdjustMode::Explicit { .. });
        let mut totals: BTreeMap<Option<usize>, CoarseTotals<'_>> = BTreeMap::new();
        for (at, NewPrice { price, .. }) in prices {
            let Some(unit) = self.project.units.get(*at) else { continue };
            let Ok(rounding) = self.rounding_of(unit) else { continue };
            let unit_first = rounding.order.basis == PriceBasis::UnitFirst && !rounding.inside;
            if (!unit_first && !explicit) || totals_given.contains(unit.unit_no.as_str()) {
                continue;
            }
            let of_scheme = totals.entry(self.scheme_of(unit));
            let of_scheme = of_scheme.or_insert_with(|| CoarseTotals::new(rounding.order.total));
            of_scheme.look_at(&unit.unit_no, price.unit, unit.building_area, price.total);
        }
        let told = totals.into_iter().filter_map(|(scheme, totals)| {
            let found = totals.finding()?;
            Some(match scheme {
                Some(at) => found.at("total_rounding").at(at).within(Input::Schemes),
                None => found.within(Input::TotalRounding),
            })
        });
        told.collect()
    }
}
