//! Totals that are not unit price × area, because they are rounded more coarsely than to the yuan.

use super::rounding::total_of;
use crate::error::{Code, Finding, finding};
use crate::number::{Area, Money, Place, Rounding, UnitPrice};

/// Collects them where the unit price is the authoritative number, to tell of all at once: a
/// contract names unit price and total, and a reader multiplies.
pub(crate) struct CoarseTotals<'a> {
    place: Place,
    count: usize,
    /// The farthest from unit price × area, and its unit.
    farthest: Option<(Money, &'a str)>,
}

impl<'a> CoarseTotals<'a> {
    /// Totals with this rounding point.
    pub(crate) fn new(rounding: Rounding) -> CoarseTotals<'a> {
        CoarseTotals { place: rounding.place, count: 0, farthest: None }
    }

    /// Looks at a price. A total a yuan away or less is rounded as totals are.
    pub(crate) fn look_at(&mut self, unit_no: &'a str, unit: UnitPrice, area: Area, total: Money) {
        const YUAN: Money = Money::from_fen(100);
        if self.place <= Place::Yuan {
            return;
        }
        // A product that is no money has no total to be compared with.
        let Ok(product) = total_of(unit, area, &Rounding::FEN) else { return };
        let apart = product.max(total).checked_sub(product.min(total));
        let Some(apart) = apart.filter(|apart| *apart > YUAN) else { return };
        self.count = self.count.saturating_add(1);
        if self.farthest.is_none_or(|(most, _)| apart > most) {
            self.farthest = Some((apart, unit_no));
        }
    }

    /// What there is to say about them.
    pub(crate) fn finding(&self) -> Option<Finding> {
        let (most, unit_no) = self.farthest?;
        let (place, count) = (self.place.as_str(), self.count);
        Some(finding!(Code::PricingCoarseTotals, place, count, most, unit_no))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_farthest_total_is_named_and_small_ones_are_not_counted() {
        let (unit, area) = ("12345".parse().unwrap(), "121.50".parse().unwrap());
        // 12,345 × 121.50 = 1,499,917.50
        let mut totals = CoarseTotals::new(Rounding::half_up(Place::Ten));
        assert_eq!(totals.finding(), None);
        totals.look_at("A", unit, area, "1499916.50".parse().unwrap());
        assert_eq!(totals.finding(), None);
        totals.look_at("B", unit, area, "1499920".parse().unwrap());
        totals.look_at("C", unit, area, "1499910".parse().unwrap());
        let told = totals.finding().unwrap();
        assert!(told.en.contains("area: 2;") && told.en.contains("unit C"), "{}", told.en);
        assert!(told.zh.contains("7.5"), "{}", told.zh);
    }

    #[test]
    fn totals_to_the_yuan_are_as_they_should_be() {
        let mut totals = CoarseTotals::new(Rounding::YUAN);
        totals.look_at("A", UnitPrice::ZERO, Area::ZERO, Money::MAX);
        assert_eq!(totals.finding(), None);
    }
}
