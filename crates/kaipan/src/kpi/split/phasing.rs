//! 按期分解: the target of a part over periods.

use super::sheet::SplitPeriod;
use crate::error::{Code, Error, Input, Result};
use crate::kpi::period::{KpiPeriod, PeriodSeries};
use crate::kpi::rounded::whole;
use crate::number::{Figure, Unrounded, split};
use kaipan_derive::boundary;

/// Over which periods targets are split, and how much falls to each.
#[boundary]
pub struct TargetPhasing {
    /// The periods.
    pub periods: PeriodSeries,
    /// How much falls to each.
    #[boundary(default)]
    pub weighing: PhaseWeighing,
    /// 季节性: a weight for each period, in order, where the weighing is by weights.
    pub weights: Vec<Figure>,
}

/// How much of a target falls to each period.
#[boundary]
pub enum PhaseWeighing {
    /// The same to each.
    #[default]
    Equal,
    /// By its days: a part-week is less than a week.
    ByDays,
    /// By the weights given.
    ByWeights,
}

/// The periods with their weights.
pub(super) struct Phases {
    periods: Vec<KpiPeriod>,
    weights: Vec<(Unrounded, usize)>,
}

impl TargetPhasing {
    /// The periods with their weights.
    pub(super) fn phases(&self) -> Result<Phases> {
        let periods = self.periods.periods().map_err(|error| error.within(Input::Phasing))?;
        let weights = self.weights(&periods)?;
        Ok(Phases { periods, weights })
    }

    fn weights(&self, periods: &[KpiPeriod]) -> Result<Vec<(Unrounded, usize)>> {
        let refused = |error: Error| error.at("weights").within(Input::Phasing);
        let by_weights = self.weighing == PhaseWeighing::ByWeights;
        let expected = if by_weights { periods.len() } else { 0 };
        if self.weights.len() != expected {
            let error = Error::new(Code::KpiWeightCount).with("count", self.weights.len());
            return Err(refused(error.with("expected", expected)));
        }
        let negative = self.weights.iter().position(|weight| weight.is_negative());
        if let Some(at) = negative {
            let error = Error::new(Code::KpiWeightNegative).with("number", at.saturating_add(1));
            return Err(refused(error.at(at)));
        }
        if by_weights && self.weights.iter().all(|weight| weight.is_zero()) {
            return Err(refused(Error::new(Code::KpiWeightsZero)));
        }
        let weight = |(at, period): (usize, &KpiPeriod)| {
            let weight = match self.weighing {
                PhaseWeighing::Equal => Unrounded::ONE,
                PhaseWeighing::ByDays => whole(i128::from(period.days()))?,
                PhaseWeighing::ByWeights => {
                    self.weights.get(at).map_or(Unrounded::ZERO, |weight| Unrounded::from(*weight))
                }
            };
            Ok((weight, at))
        };
        periods.iter().enumerate().map(weight).collect()
    }
}

impl Phases {
    /// So many quanta over the periods.
    pub(super) fn of(&self, quanta: i64, quantum: i64) -> Result<Vec<SplitPeriod>> {
        let parts = split(quanta, &self.weights)?;
        let lines = self.periods.iter().zip(parts).map(|(period, quanta)| SplitPeriod {
            name: period.name.clone(),
            from: period.from,
            to: period.to,
            // A part of the whole, which fits.
            value: Figure::from_millionths(quanta.saturating_mul(quantum)),
        });
        Ok(lines.collect())
    }
}
