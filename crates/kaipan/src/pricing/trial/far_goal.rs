//! Targets that are far from the prices in force: a digit too many, 10,000 yuan for yuan.

use super::priced::Priced;
use crate::check::unusual;
use crate::error::{Finding, Input, Result};
use crate::number::UnitPrice;
use crate::pricing::price::per_area;
use crate::pricing::targets::{SolvedTarget, to_fen};
use crate::project::Unit;

impl Priced<'_> {
    /// Tells of a target whose average is far from the average of the list prices in force of its
    /// units; where none has one, of an average that is hardly a unit price.
    pub(super) fn far_goal(&self, at: usize, solved: &SolvedTarget) -> Result<Option<Finding>> {
        let asked = per_area(to_fen(&solved.total)?, solved.area)?;
        let units = solved.members.iter().filter_map(|member| self.book.units.get(*member));
        let told = match in_force(units) {
            Some(present) => unusual::average(asked, present),
            None => unusual::unit_price(["目标均价", "average of the target"], asked),
        };
        Ok(told.map(|told| told.at("goal").at(at).within(Input::Targets)))
    }
}

/// The average of the list prices that units have, per m² of building area.
fn in_force<'u>(units: impl Iterator<Item = &'u Unit>) -> Option<UnitPrice> {
    let (mut sum, mut areas) = (0_i128, 0_i128);
    for unit in units {
        let area = i128::from(unit.building_area.ten_thousandths());
        // Millionths of a yuan per m² × 0.0001 m²: a fen is 10^4 × 10^4 of them.
        let total = match (unit.list_total, unit.list_price) {
            (Some(total), _) => i128::from(total.fen()).checked_mul(100_000_000)?,
            (None, Some(price)) => i128::from(price.micros()).checked_mul(area)?,
            (None, None) => continue,
        };
        sum = sum.checked_add(total)?;
        areas = areas.checked_add(area)?;
    }
    // To the fen, half up, as every average is shown: prices and areas are never negative.
    const FEN: i128 = 10_000;
    let step = areas.checked_mul(FEN)?;
    let halves = sum.checked_mul(2)?.checked_add(step)?;
    let fen = halves.checked_div(step.checked_mul(2)?)?.checked_mul(FEN)?;
    i64::try_from(fen).ok().map(UnitPrice::from_micros)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_average_in_force_is_rounded_half_up() {
        let unit = |area: &str, total: &str| Unit {
            building_area: area.parse().unwrap(),
            list_total: Some(total.parse().unwrap()),
            ..Unit::default()
        };
        // 1,000,000 ÷ 30 is 33,333.333…, 2,000,000 ÷ 30 is 66,666.666…, 1,000,000.25 ÷ 50 is 20,000.005.
        for (area, total, shown) in [
            ("30", "1000000", "33333.33"),
            ("30", "2000000", "66666.67"),
            ("50", "1000000.25", "20000.01"),
        ] {
            let found = in_force([unit(area, total)].iter()).unwrap();
            assert_eq!(found, shown.parse().unwrap(), "{total} / {area}");
        }
        assert_eq!(in_force([Unit::default()].iter()), None);
    }
}
