//! The parts of a difference that its bands pay for.

use super::band::{AreaBand, AreaRule, BandWay};
use crate::error::{Code, Error, Result};
use crate::number::{Area, Rate, Unrounded};
use std::cmp::Ordering;

/// What a band pays for.
pub(in crate::area_settlement) struct BandPart {
    /// m²; below zero where the home is smaller.
    pub(in crate::area_settlement) area: Unrounded,
    /// How often the price is paid.
    pub(in crate::area_settlement) factor: Rate,
    /// What is refunded of it bears interest.
    pub(in crate::area_settlement) interest: bool,
}

/// What bands make of a difference.
pub(in crate::area_settlement) struct Parts {
    /// The parts, from the contract's area outwards; none for no difference.
    pub(in crate::area_settlement) parts: Vec<BandPart>,
    /// The band of the ratio lets the buyer quit.
    pub(in crate::area_settlement) may_quit: bool,
}

/// The parts of a difference from an area of a contract.
///
/// # Errors
/// [`Code::AreaNoBand`] for a ratio that no band holds.
pub(in crate::area_settlement) fn parts(
    rule: &AreaRule,
    difference: &Unrounded,
    contract: Area,
) -> Result<Parts> {
    if difference.is_zero() {
        return Ok(Parts { parts: Vec::new(), may_quit: false });
    }
    let bands = rule.in_bands();
    let mut own = None;
    for band in bands.iter() {
        if band.holds(difference, contract)? {
            own = Some(band);
        }
    }
    let Some(own) = own else {
        let ratio = difference.div(&Unrounded::from(contract))?.to_exact()?;
        return Err(Error::new(Code::AreaNoBand).with("ratio", ratio));
    };
    let mut parts = Vec::new();
    match rule.way() {
        BandWay::WholeAtBand => parts.push(own.part(difference.clone())),
        BandWay::Segmented => {
            for band in bands.iter() {
                let area = band.share_of(difference, contract)?;
                if !area.is_zero() {
                    parts.push(band.part(area));
                }
            }
            // A smaller area goes down from the contract's, through the higher bands first.
            if difference.is_negative() {
                parts.reverse();
            }
        }
    }
    Ok(Parts { parts, may_quit: own.may_quit })
}

impl AreaBand {
    fn part(&self, area: Unrounded) -> BandPart {
        BandPart { area, factor: self.factor, interest: self.interest }
    }

    /// So much of what lies between the contract's area and the registered one lies in the band; below
    /// zero for a smaller area.
    fn share_of(&self, difference: &Unrounded, contract: Area) -> Result<Unrounded> {
        let zero = Unrounded::ZERO;
        let (low, high) = match difference.is_negative() {
            true => (difference, &zero),
            false => (&zero, difference),
        };
        let from = self.from.map(|from| AreaBand::end(from, contract)).transpose()?;
        let to = self.to.map(|to| AreaBand::end(to, contract)).transpose()?;
        let begin = match &from {
            Some(from) if from.compare(low)? == Ordering::Greater => from,
            _ => low,
        };
        let end = match &to {
            Some(to) if to.compare(high)? == Ordering::Less => to,
            _ => high,
        };
        if end.compare(begin)? != Ordering::Greater {
            return Ok(zero);
        }
        let size = end.sub(begin)?;
        if difference.is_negative() { zero.sub(&size) } else { Ok(size) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Area and factor of each part, of 100 m².
    fn of(rule: &AreaRule, registered: &str) -> Vec<String> {
        let contract: Area = "100".parse().unwrap();
        let registered: Area = registered.parse().unwrap();
        let difference = Unrounded::from(registered).sub(&Unrounded::from(contract)).unwrap();
        let parts = parts(rule, &difference, contract).unwrap().parts;
        let text = |part: &BandPart| format!("{} at {}", part.area.to_text().unwrap(), part.factor);
        parts.iter().map(text).collect()
    }

    #[test]
    fn a_difference_is_cut_at_the_ends_of_bands() {
        let law = AreaRule::STATUTORY;
        assert_eq!(of(&law, "100"), [""; 0]);
        assert_eq!(of(&law, "102.5"), ["2.5 at 1"]);
        assert_eq!(of(&law, "103"), ["3 at 1"]);
        assert_eq!(of(&law, "103.01"), ["3 at 1", "0.01 at 0"]);
        assert_eq!(of(&law, "97"), ["-3 at 1"]);
        assert_eq!(of(&law, "96.99"), ["-3 at 1", "-0.01 at 2"]);
        let whole =
            AreaRule::Bands { way: BandWay::WholeAtBand, bands: law.in_bands().into_owned() };
        assert_eq!(of(&whole, "97"), ["-3 at 1"]);
        assert_eq!(of(&whole, "96.99"), ["-3.01 at 2"]);
        assert_eq!(of(&whole, "103.01"), ["3.01 at 0"]);
    }

    #[test]
    fn one_band_over_both_sides_counts_what_lies_on_the_side() {
        let tolerance = AreaBand::new("0".parse().unwrap())
            .with_from("-0.01".parse().unwrap())
            .with_from_included(true)
            .with_to("0.01".parse().unwrap())
            .with_to_included(true);
        let one = AreaBand::new(Rate::ONE);
        let below = one.clone().with_to("-0.01".parse().unwrap());
        let above = one.with_from("0.01".parse().unwrap());
        let rule = AreaRule::bands(vec![below, tolerance, above]);
        assert_eq!(of(&rule, "100.5"), ["0.5 at 0"]);
        assert_eq!(of(&rule, "102"), ["1 at 0", "1 at 1"]);
        assert_eq!(of(&rule, "98"), ["-1 at 0", "-1 at 1"]);
    }
}
