use crate::Text;
use crate::channel::{ClawBack, CommissionPart, EarningCondition};
use crate::check::{Must, blank, with_repeats};
use crate::error::{Code, Error};
use crate::kpi::period::PeriodKind;
use crate::number::{Figure, Fraction, Money, Rate, Unrounded};
use kaipan_derive::boundary;

/// 提成方案: what a deal earns for those who brought it (handbook §8.9).
///
/// ```
/// use kaipan::channel::{CommissionPart, EarningCondition};
/// use kaipan::kpi::*;
/// let pay = CommissionPay::Rate { rate: "0.003".parse()? };
/// let earned = vec![CommissionPart::new("1".parse()?, EarningCondition::Signing)];
/// let scheme = CommissionScheme::new("S-1", CommissionMeasure::DealAmount, PeriodKind::Month, pay)
///     .with_earned(earned);
/// assert!(scheme.period_cap.is_none());
/// # Ok::<(), kaipan::Error>(())
/// ```
#[boundary]
pub struct CommissionScheme {
    /// Its code.
    pub code: Text,
    /// What is counted.
    pub measure: CommissionMeasure,
    /// The period over which tiers are counted and caps hold.
    pub period: PeriodKind,
    /// How much.
    pub pay: CommissionPay,
    /// When it is earned; the shares come to 1. Empty where receipts are counted: each earns on its day.
    pub earned: Vec<CommissionPart>,
    /// What goes back if the buyer quits in a later period.
    #[boundary(default)]
    pub claw_back: ClawBack,
    /// At most, yuan a deal; not with tiers.
    pub deal_cap: Option<Money>,
    /// At most, yuan for one person or channel in a period.
    pub period_cap: Option<Money>,
}

/// What commission is counted of.
#[boundary]
pub enum CommissionMeasure {
    /// 成交额: the deal total, yuan.
    DealAmount,
    /// 回款额: what is received, yuan, on the day on which it is received.
    CollectedAmount,
    /// 套数: units.
    Units,
}

/// How much commission is.
#[boundary]
pub enum CommissionPay {
    /// 比例: a share of the amount.
    Rate {
        /// 0.003 is 0.3 %.
        rate: Rate,
    },
    /// 定额: the same for each unit.
    Fixed {
        /// Yuan a unit.
        amount: Money,
    },
    /// 阶梯: by what the person or channel has reached in the period.
    Tiers {
        /// How they count.
        mode: CommissionTierMode,
        /// The tiers, with rising bounds; the first is above 0.
        #[boundary(required)]
        tiers: Vec<CommissionTier>,
    },
}

/// How tiers count.
#[boundary]
pub enum CommissionTierMode {
    /// 分段累进: each part at the rate of its tier.
    Marginal,
    /// 全额套档: all of the period at the rate of the tier that is reached.
    Cliff,
}

/// A tier. Its lower bound belongs to the tier below.
#[boundary]
pub struct CommissionTier {
    /// Above so much: yuan, or units.
    pub above: Figure,
    /// The share of the amount: 0.003 is 0.3 %; of amounts.
    pub rate: Option<Rate>,
    /// Yuan a unit; of units.
    pub per_unit: Option<Money>,
}

impl CommissionTier {
    /// What one of what is counted earns.
    pub(super) fn each(&self) -> Unrounded {
        let rate = self.rate.map(Unrounded::from);
        rate.or_else(|| self.per_unit.map(Unrounded::from)).unwrap_or(Unrounded::ZERO)
    }
}

/// A rate above this is told: 10 %.
pub(super) const USUAL_RATE: Rate = Rate::from_millionths(100_000);

impl CommissionScheme {
    /// What is wrong with it, each at its field.
    pub(super) fn errors(&self) -> Vec<Error> {
        let mut errors: Vec<Error> =
            blank(Code::KpiBlank, "code", &self.code).into_iter().collect();
        if matches!(self.period, PeriodKind::Stage) {
            errors.push(Error::new(Code::KpiCommissionPeriod).at("period"));
        }
        let caps = [("deal_cap", self.deal_cap), ("period_cap", self.period_cap)];
        for (field, cap) in caps {
            errors
                .extend(cap.and_then(|cap| Must::BePositive.refused(Code::KpiNumber, field, cap)));
        }
        errors.extend(self.wrong_pay().into_iter().map(|error| error.at("pay")));
        errors.extend(self.wrong_parts());
        errors.extend(self.wrong_claw_back().into_iter().map(|error| error.at("claw_back")));
        errors
    }

    fn is_of_units(&self) -> bool {
        self.measure == CommissionMeasure::Units
    }

    fn wrong_pay(&self) -> Vec<Error> {
        let positive = |field, value| Must::BePositive.refused(Code::KpiNumber, field, value);
        let part = |field, value| Must::BePart.refused(Code::KpiNumber, field, value);
        let other = |fits: bool, field: &'static str| {
            (!fits).then(|| Error::new(Code::KpiCommissionForm).at(field))
        };
        match &self.pay {
            CommissionPay::Rate { rate } => {
                part("rate", *rate).into_iter().chain(other(!self.is_of_units(), "rate")).collect()
            }
            CommissionPay::Fixed { amount } => {
                let fits = other(self.is_of_units(), "amount");
                positive("amount", *amount).into_iter().chain(fits).collect()
            }
            CommissionPay::Tiers { tiers, .. } => {
                let mut errors = Vec::new();
                if self.deal_cap.is_some() {
                    errors.push(Error::new(Code::KpiCapWithTiers).at("tiers"));
                }
                let first = tiers.first().map(|tier| tier.above);
                if first != Some(Figure::ZERO) {
                    errors.push(Error::new(Code::KpiFirstTier).at("tiers"));
                }
                let mut before = None;
                for (at, tier) in tiers.iter().enumerate() {
                    let order = before.filter(|before| *before >= tier.above).map(|before| {
                        let error = Error::new(Code::KpiTierOrder).with("bound", tier.above);
                        error.with("before", before).at("above")
                    });
                    let form = (tier.rate.is_some(), tier.per_unit.is_some());
                    let fits = form == (!self.is_of_units(), self.is_of_units());
                    let not_negative = |field, value: Option<Money>| {
                        Must::NotBeNegative.refused(Code::KpiNumber, field, value?)
                    };
                    let share = tier
                        .rate
                        .and_then(|rate| Must::BeShare.refused(Code::KpiNumber, "rate", rate));
                    let field = if self.is_of_units() { "per_unit" } else { "rate" };
                    let own = order.into_iter().chain(other(fits, field)).chain(share);
                    let own = own.chain(not_negative("per_unit", tier.per_unit));
                    errors.extend(own.map(|error| error.at(at).at("tiers")));
                    before = Some(tier.above);
                }
                errors
            }
        }
    }

    fn wrong_parts(&self) -> Vec<Error> {
        let by_receipt = self.measure == CommissionMeasure::CollectedAmount;
        if by_receipt || self.earned.is_empty() {
            let fits = by_receipt == self.earned.is_empty();
            let code = if by_receipt { Code::KpiEarnedUnused } else { Code::KpiNoCondition };
            return (!fits).then(|| Error::new(code).at("earned")).into_iter().collect();
        }
        let mut errors = Vec::new();
        let rank = |on: EarningCondition| on;
        for (at, part, first) in with_repeats(&self.earned, |part| rank(part.on)) {
            let share = Must::BePart.refused(Code::KpiNumber, "share", part.share);
            let twice = first.map(|first| {
                let error = Error::new(Code::KpiIdTwice).with("id", part.on.word());
                error.with("first", first).at("on")
            });
            errors.extend(share.into_iter().chain(twice).map(|error| error.at(at).at("earned")));
        }
        if errors.is_empty() {
            errors.extend(wrong_sum(self.earned.iter().map(|part| part.share), "earned"));
        }
        errors
    }

    fn wrong_claw_back(&self) -> Vec<Error> {
        let ClawBack::ByMonths { steps } = &self.claw_back else { return Vec::new() };
        let mut before = 0;
        let mut errors = Vec::new();
        if steps.is_empty() {
            errors.push(Error::new(Code::KpiNoSteps).at("steps"));
        }
        for (at, step) in steps.iter().enumerate() {
            let order = (step.within_months <= before).then(|| {
                let error = Error::new(Code::KpiTierOrder).with("bound", step.within_months);
                error.with("before", before).at("within_months")
            });
            let share = Must::BePart.refused(Code::KpiNumber, "share", step.share);
            errors.extend(order.into_iter().chain(share).map(|error| error.at(at).at("steps")));
            before = step.within_months;
        }
        errors
    }
}

/// Shares that do not come to 1, at a field.
pub(super) fn wrong_sum(
    shares: impl Iterator<Item = Fraction>,
    field: &'static str,
) -> Option<Error> {
    let sum = Fraction::sum(shares).and_then(|(sum, text)| {
        let is_whole = sum.compare(&Unrounded::ONE)?.is_eq();
        if is_whole { Ok(()) } else { Err(Error::new(Code::KpiWeightsSum).with("sum", text)) }
    });
    sum.err().map(|error| error.at(field))
}
