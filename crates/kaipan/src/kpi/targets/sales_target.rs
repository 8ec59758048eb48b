use super::owner::FigureOwner;
use crate::check::{Span, blank};
use crate::error::{Code, Error};
use crate::kpi::period::PeriodKind;
use crate::number::Figure;
use crate::{Date, Text};
use kaipan_derive::boundary;

/// 销售计划指标: what a figure of somebody is to be in a period (handbook §8.1).
///
/// ```
/// use kaipan::kpi::{FigureOwner, PeriodKind, SalesTarget, TargetState};
/// let target = SalesTarget::new(
///     FigureOwner::node("P1"),
///     "signed_amount",
///     PeriodKind::Month,
///     "2026-03-01".parse()?,
///     "2026-03-31".parse()?,
///     "52700000".parse()?,
/// );
/// assert_eq!(target.with_state(TargetState::Approved).version, 0);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[boundary]
pub struct SalesTarget {
    /// Whose.
    pub owner: FigureOwner,
    /// What is to be reached: the name of a measure or ratio, such as `signed_amount`.
    pub metric: Text,
    /// What the period is.
    pub period: PeriodKind,
    /// First day.
    pub from: Date,
    /// Last day. It ends the period that `from` begins, or a part of a week or month that straddles a
    /// longer one.
    pub to: Date,
    /// How much: yuan, units, m², or what the metric counts.
    pub value: Figure,
    /// Whose target it is a part of.
    pub part_of: Option<FigureOwner>,
    /// Of several versions of one target in the same state, the highest counts.
    #[boundary(default)]
    pub version: u32,
    /// How far it has come.
    #[boundary(default)]
    pub state: TargetState,
}

/// How far a target or plan has come: the project reports, the city reviews, headquarters approve.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum TargetState {
    /// 草稿.
    #[default]
    Draft,
    /// 已上报.
    Reported,
    /// 已审核.
    Reviewed,
    /// 已批准.
    Approved,
}

impl TargetState {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            TargetState::Draft => "草稿",
            TargetState::Reported => "已上报",
            TargetState::Reviewed => "已审核",
            TargetState::Approved => "已批准",
        }
    }
}

impl SalesTarget {
    /// Its days.
    pub(in crate::kpi) fn days(&self) -> Span<Date> {
        Span::new(Some(self.from), Some(self.to))
    }

    /// Whose figure of what.
    pub(in crate::kpi) fn figure(&self) -> (&FigureOwner, &Text) {
        (&self.owner, &self.metric)
    }

    /// What is wrong with it, each at its field.
    pub(in crate::kpi) fn errors(&self) -> Vec<Error> {
        let mut errors: Vec<Error> = self.owner.wrong().into_iter().collect();
        errors.extend(blank(Code::KpiBlank, "metric", &self.metric));
        if self.days().turned().is_some() {
            errors.push(self.days().named_in(Error::new(Code::KpiDatesTurned)).at("to"));
        } else if self.crosses() {
            let error = self.days().named_in(Error::new(Code::KpiPeriodDays));
            let error =
                error.with("kind", self.period.word()).with("kind_zh", self.period.chinese());
            errors.push(error.at("to"));
        }
        if self.value.is_negative() {
            let error = Error::new(Code::KpiTargetNegative).with("value", self.value);
            errors.push(error.at("value"));
        }
        errors
    }

    /// It lies in more than one period of its kind.
    fn crosses(&self) -> bool {
        match self.period {
            PeriodKind::Stage | PeriodKind::Cumulative => false,
            kind => self.to > kind.last(self.from),
        }
    }
}
