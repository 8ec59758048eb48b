//! Tells which schemes round totals so coarsely that unit price × area does not give them.

use super::priced::Priced;
use crate::error::{Finding, Input};
use crate::pricing::price::CoarseTotals;
use crate::pricing::scheme::PriceBasis;

impl Priced<'_> {
    /// One finding a scheme, about the units that are shown and that its factors price.
    pub(super) fn coarse_totals(&self) -> Vec<Finding> {
        let schemes = self.book.schemes.iter().map(|entry| entry.scheme);
        let mut totals: Vec<(PriceBasis, CoarseTotals<'_>)> = schemes
            .map(|scheme| (scheme.price_basis, CoarseTotals::new(scheme.total_rounding)))
            .collect();
        for at in self.wanted() {
            let Some((slot, entry, unit)) = self.book.entry(at) else { continue };
            let outcome = self.settled.outcome(at).filter(|outcome| outcome.computed);
            let area = entry.arithmetic.area(unit).ok();
            let totals = totals.get_mut(slot.scheme);
            let (Some(outcome), Some(area), Some((PriceBasis::UnitFirst, totals))) =
                (outcome, area, totals)
            else {
                continue;
            };
            let price = &outcome.price;
            totals.look_at(&unit.unit_no, price.unit, area, price.total);
        }
        let told = totals.iter().enumerate().filter_map(|(at, (_, totals))| {
            Some(totals.finding()?.at("total_rounding").at(at).within(Input::Schemes))
        });
        told.collect()
    }
}
