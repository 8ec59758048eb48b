//! How targets were met: solved bases, totals reached, deviations.

use super::priced::Priced;
use crate::error::Result;
use crate::number::{Area, Money, Rate, UnitPrice, Unrounded, Wide, overflow};
use crate::pricing::targets::{SolvedBase, SolvedTarget, average, ratio, to_fen};
use kaipan_derive::boundary;

/// How a target was met.
#[boundary(answer)]
pub struct TargetResult {
    /// The solved base prices: one, or one a building.
    #[boundary(required)]
    pub bases: Vec<SolvedBase>,
    /// Units in scope.
    pub units: u32,
    /// Σ area of the average basis, m².
    pub area: Area,
    /// The list total asked for, half up to the fen (the exact one was used).
    pub target_total: Money,
    /// The list average asked for, half up to 6 decimals.
    pub target_average: UnitPrice,
    /// Σ list total reached.
    pub total: Money,
    /// Average reached, half up to 6 decimals.
    pub average: UnitPrice,
    /// Total reached − total asked for, half up to the fen.
    pub deviation: Money,
    /// Deviation ÷ total asked for, share: 0.01 is 1 %; half up to 6 decimals.
    pub deviation_rate: Rate,
    /// Σ list total × composite discount, half up to the fen: what is expected to be received.
    pub net_total: Option<Money>,
    /// Units moved by levelling.
    pub levelled_units: u32,
}

impl Priced<'_> {
    /// How a target was met.
    pub(super) fn target_result(&self, solved: &SolvedTarget) -> Result<TargetResult> {
        let total = self.settled.total(&solved.members)?;
        let reached = Unrounded::from(total);
        let deviation = reached.sub(&solved.total)?;
        let levelled = solved.members.iter().filter(|member| {
            self.settled.outcome(**member).is_some_and(|outcome| outcome.steps != 0)
        });
        Ok(TargetResult {
            bases: self.solution.shown_bases(solved)?,
            units: u32::try_from(solved.members.len()).map_err(|_| overflow())?,
            area: solved.area,
            target_total: to_fen(&solved.total)?,
            target_average: average(&solved.total, solved.area)?,
            total,
            average: average(&reached, solved.area)?,
            deviation: to_fen(&deviation)?,
            deviation_rate: ratio(&deviation, &solved.total)?,
            net_total: self.net_total(solved)?,
            levelled_units: u32::try_from(levelled.count()).map_err(|_| overflow())?,
        })
    }

    /// Σ list total × δ, when some scheme of the target has a composite discount.
    fn net_total(&self, solved: &SolvedTarget) -> Result<Option<Money>> {
        let mut totals: Vec<Wide> = self.book.schemes.iter().map(|_| Wide::ZERO).collect();
        for member in &solved.members {
            let outcome = self.settled.outcome(*member);
            let (Some(slot), Some(outcome)) = (self.book.slot(*member), outcome) else { continue };
            if let Some(sum) = totals.get_mut(slot.scheme) {
                *sum = sum.add(Wide::from(outcome.price.total.fen()))?;
            }
        }
        let mut net = Unrounded::ZERO;
        let mut discounted = false;
        for (entry, fen) in self.book.schemes.iter().zip(totals) {
            discounted |= entry.scheme.composite_discount.is_some() && !fen.is_zero();
            let yuan = Unrounded::new(fen, Wide::from(100_i64))?;
            net = net.add(&yuan.mul(entry.delta())?)?.reduced()?;
        }
        if discounted { to_fen(&net).map(Some) } else { Ok(None) }
    }
}
