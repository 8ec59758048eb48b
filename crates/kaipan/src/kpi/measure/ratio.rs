//! 比率: two measures, of which one is divided by the other.

use crate::check::blank;
use crate::error::{Code, Error};
use crate::{Label, Text};
use kaipan_derive::boundary;

/// A ratio of two measures, which keeps both (handbook §8.3): a total of ratios is made of the sums of
/// their parts, and never of the ratios.
#[boundary]
pub struct MeasureRatio {
    /// Its name, unique among measures and ratios.
    pub name: Text,
    /// What it is called in Chinese.
    pub zh: Option<Label>,
    /// What it is called in English.
    pub en: Option<Label>,
    /// Name of the measure that is divided.
    pub numerator: Text,
    /// Name of the measure by which it is divided.
    pub denominator: Text,
    /// The quotient is taken so many times: 12 of a sum over twelve months is by the mean of a month. 1
    /// if absent.
    pub times: Option<u32>,
    /// 按期初期末平均: the measure by which it is divided is a figure of a day, and is taken as the mean of what
    /// it was before the first day of the period and on the last.
    pub mean_of_ends: bool,
    /// Decimals of the quotient, half up: 4 of a share, 2 of yuan; at most 6.
    #[boundary(default = four)]
    pub decimals: u32,
}

const fn four() -> u32 {
    4
}

impl MeasureRatio {
    /// What is wrong with it, each at its field.
    pub(in crate::kpi) fn errors(&self) -> Vec<Error> {
        let times = self.times == Some(0);
        let times = times.then(|| Error::new(Code::KpiTimes).at("times"));
        let many = (self.decimals > 6)
            .then(|| Error::new(Code::KpiDecimals).with("decimals", self.decimals).at("decimals"));
        blank(Code::KpiBlank, "name", &self.name).into_iter().chain(times).chain(many).collect()
    }
}
