use super::pipeline::{ExpectedOrder, OpenOpportunity, PipelineSheet, pipeline, wrong_pipeline};
use crate::builder::inputs;
use crate::check::Must;
use crate::error::{Code, Error, Finding, Input, Result, finding, told};
use crate::kpi::rounded::{figure, steps, whole};
use crate::number::{Figure, Unrounded, overflow};
use kaipan_derive::boundary;

/// The most periods that are forecast.
const MOST: u32 = 1_200;

/// Forecasts a figure (handbook §8.6).
///
/// ```
/// use kaipan::kpi::{ForecastMethod, Forecasting};
/// let history = ["10".parse()?, "12".parse()?, "17".parse()?];
/// let sheet = Forecasting::new(&history, ForecastMethod::LEAST_SQUARES, 2).sheet()?;
/// let values: Vec<String> = sheet.periods.iter().map(|point| point.value.to_string()).collect();
/// assert_eq!(values, ["20", "23.5"]);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Forecasting<'a> {
    history: &'a [Figure],
    method: ForecastMethod,
    ahead: u32,
    opportunities: &'a [OpenOpportunity],
    orders: &'a [ExpectedOrder],
}

/// How a figure is forecast from what it was.
#[boundary]
pub enum ForecastMethod {
    /// 移动平均: the mean of the last so many periods; what is forecast goes on as history.
    MovingAverage {
        /// How many.
        periods: u32,
    },
    /// 最小二乘: the straight line that is nearest to all periods.
    LeastSquares {},
}

/// A forecast.
#[boundary(answer)]
pub struct ForecastSheet {
    /// One entry for each period ahead.
    pub periods: Vec<ForecastPoint>,
    /// What is on the way: open opportunities and orders.
    pub pipeline: PipelineSheet,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(ForecastSheet: findings);

/// What a figure will be.
#[boundary(answer)]
pub struct ForecastPoint {
    /// How many periods ahead, from 1.
    pub ahead: u32,
    /// The figure, 2 decimals, half up.
    pub value: Figure,
}

impl<'a> Forecasting<'a> {
    /// From what a figure was, the oldest first, so many periods ahead.
    pub const fn new(history: &'a [Figure], method: ForecastMethod, ahead: u32) -> Forecasting<'a> {
        Forecasting { history, method, ahead, opportunities: &[], orders: &[] }
    }

    inputs! {
        /// Opportunities that are open.
        opportunities: &'a [OpenOpportunity];
        /// Orders that are still to be paid.
        orders: &'a [ExpectedOrder];
    }

    /// The forecast.
    ///
    /// # Errors
    /// [`Code::KpiManyPeriods`]; [`Code::KpiNumber`] of a moving average over nothing, of amounts and
    /// probabilities; [`Code::KpiShortHistory`]; [`Code::KpiBlank`], [`Code::KpiIdTwice`].
    pub fn sheet(&self) -> Result<ForecastSheet> {
        self.refuse()?;
        let exact = match self.method {
            _ if self.ahead == 0 => Vec::new(),
            ForecastMethod::MovingAverage { periods } => self.moving(periods)?,
            ForecastMethod::LeastSquares {} => self.line()?,
        };
        let mut points = Vec::with_capacity(exact.len());
        for (ahead, value) in (1_u32..).zip(&exact) {
            points.push(ForecastPoint { ahead, value: figure(value, 2)? });
        }
        let negative = points.iter().find(|point| point.value.is_negative());
        let told = negative.map(|point| {
            finding!(Code::KpiForecastNegative, value = point.value, number = point.ahead)
        });
        let findings = told.into_iter().map(|told| told.within(Input::History)).collect();
        Ok(ForecastSheet {
            periods: points,
            pipeline: pipeline(self.opportunities, self.orders)?,
            findings,
        })
    }

    fn refuse(&self) -> Result<()> {
        let mut errors = wrong_pipeline(self.opportunities, self.orders);
        if self.ahead > MOST {
            errors.push(Error::new(Code::KpiManyPeriods).with("most", MOST).within(Input::Ahead));
        }
        let needed = match self.method {
            ForecastMethod::MovingAverage { periods } => {
                let none = Must::BePositive.refused(Code::KpiNumber, "periods", periods);
                errors.extend(none.map(|error| error.within(Input::Method)));
                periods
            }
            ForecastMethod::LeastSquares {} => 2,
        };
        let count = u32::try_from(self.history.len()).map_err(|_| overflow())?;
        if self.ahead > 0 && count < needed {
            let error = Error::new(Code::KpiShortHistory).with("count", count);
            errors.push(error.with("needed", needed).within(Input::History));
        }
        Error::collect(errors)
    }

    fn moving(&self, periods: u32) -> Result<Vec<Unrounded>> {
        let count = usize::try_from(periods).map_err(|_| overflow())?;
        let mut known: Vec<Unrounded> =
            self.history.iter().map(|value| Unrounded::from(*value)).collect();
        let divisor = whole(i128::from(periods))?;
        for _ in 0..self.ahead {
            let start = known.len().saturating_sub(count);
            let last = known.get(start..).unwrap_or_default();
            let sum =
                last.iter().try_fold(Unrounded::ZERO, |sum, value| sum.add(value)?.reduced())?;
            // Carried with 6 decimals, as figures have them: exact means of means grow without end.
            let mean = Unrounded::from(figure(&sum.div(&divisor)?, 6)?);
            known.push(mean);
        }
        Ok(known.split_off(self.history.len()))
    }

    /// The line y = a + b × x that is nearest to the points (1, y1), (2, y2), ….
    fn line(&self) -> Result<Vec<Unrounded>> {
        let count = i128::try_from(self.history.len()).map_err(|_| overflow())?;
        let (mut sum_x, mut sum_xx, mut sum_y, mut sum_xy) = (0_i128, 0_i128, 0_i128, 0_i128);
        for (x, value) in (1_i128..).zip(self.history) {
            let y = i128::from(value.millionths());
            let add = |sum: i128, part: Option<i128>| part.and_then(|part| sum.checked_add(part));
            sum_x = add(sum_x, Some(x)).ok_or_else(overflow)?;
            sum_xx = add(sum_xx, x.checked_mul(x)).ok_or_else(overflow)?;
            sum_y = add(sum_y, Some(y)).ok_or_else(overflow)?;
            sum_xy = add(sum_xy, x.checked_mul(y)).ok_or_else(overflow)?;
        }
        let product = |one: i128, two: i128| whole(one)?.mul(&whole(two)?);
        let rise = product(count, sum_xy)?.sub(&product(sum_x, sum_y)?)?;
        let run = product(count, sum_xx)?.sub(&product(sum_x, sum_x)?)?;
        let slope = rise.div(&run)?.reduced()?;
        let mean = |sum: i128| whole(sum)?.div(&whole(count)?);
        let start = mean(sum_y)?.sub(&slope.mul(&mean(sum_x)?)?)?.reduced()?;
        let yuan = steps(1, 6)?;
        let ahead = 1..=i128::from(self.ahead);
        let at = |ahead: i128| {
            let x = whole(count.saturating_add(ahead))?;
            start.add(&slope.mul(&x)?)?.mul(&yuan)?.reduced()
        };
        ahead.map(at).collect()
    }
}
