//! 渠道佣金: what a channel is promised. What is earned is computed elsewhere, from deals.

use super::named::wrong_ids;
use crate::check::{Must, Span, blank, with_repeats};
use crate::error::{Code, Error, Finding, Input, Result, finding};
use crate::number::{Fraction, Money, Rate, Unrounded};
use crate::{Date, Text};
use kaipan_derive::boundary;

/// 佣金条款: what a channel gets for a deal, when it has earned it, and what goes back if the buyer
/// quits (handbook §37.6).
///
/// ```
/// use kaipan::channel::*;
/// let half = |condition| CommissionPart::new("0.5".parse().unwrap(), condition);
/// let amount = CommissionAmount::Percent {
///     rate: "0.02".parse()?,
///     basis: CommissionBasis::DealAmount,
/// };
/// let earned = vec![half(EarningCondition::Signing), half(EarningCondition::LoanPaid)];
/// let terms = CommissionTerms::new("T-1", "channel-a", amount, earned);
/// assert_eq!(terms.claw_back, ClawBack::All {});
/// # Ok::<(), kaipan::Error>(())
/// ```
#[boundary]
pub struct CommissionTerms {
    /// Code, unique among the terms.
    pub code: Text,
    /// The channel.
    pub channel: Text,
    /// The project; every one if absent.
    pub project: Option<Text>,
    /// First day: terms hold for deals subscribed from then on.
    pub valid_from: Option<Date>,
    /// Last day.
    pub valid_to: Option<Date>,
    /// How much.
    pub amount: CommissionAmount,
    /// At most, yuan a deal.
    pub cap: Option<Money>,
    /// When it is earned; the shares come to 1.
    #[boundary(required)]
    pub earned: Vec<CommissionPart>,
    /// What goes back if the buyer quits.
    #[boundary(default)]
    pub claw_back: ClawBack,
}

/// How much a channel gets for a deal.
#[boundary]
pub enum CommissionAmount {
    /// 定额: the same for every deal.
    Fixed {
        /// Yuan a deal.
        amount: Money,
    },
    /// 按比例.
    Percent {
        /// The share: 0.02 is 2 %.
        rate: Rate,
        /// Of what.
        basis: CommissionBasis,
    },
}

/// What a percentage is taken of.
#[boundary]
pub enum CommissionBasis {
    /// 成交额: the deal total.
    DealAmount,
    /// 回款额: what was collected of it.
    CollectedAmount,
}

/// A part of a commission.
#[boundary]
pub struct CommissionPart {
    /// Its share of the commission.
    pub share: Fraction,
    /// What earns it.
    pub on: EarningCondition,
}

/// 结佣条件: what earns a commission.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum EarningCondition {
    /// 签约.
    Signing,
    /// 首付款到账.
    DownPayment,
    /// 按揭放款.
    LoanPaid,
}

/// 退佣: what a channel gives back if the buyer quits.
#[boundary]
pub enum ClawBack {
    /// Nothing.
    None {},
    /// Everything.
    All {},
    /// A share, by whole months from signing to quitting; nothing after the last step.
    ByMonths {
        /// The steps, with rising months.
        steps: Vec<ClawBackStep>,
    },
}

impl Default for ClawBack {
    fn default() -> ClawBack {
        ClawBack::All {}
    }
}

/// A step of a claw-back.
#[boundary]
pub struct ClawBackStep {
    /// Quitting within so many months.
    pub within_months: u32,
    /// The share that goes back.
    pub share: Fraction,
}

impl CommissionTerms {
    fn valid(&self) -> Span<Date> {
        Span::new(self.valid_from, self.valid_to)
    }

    /// What is wrong with the terms, each at its field.
    fn errors(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        let must = |field, value| Must::BePositive.refused(Code::ChannelAmount, field, value);
        let amount = match self.amount {
            CommissionAmount::Fixed { amount } => must("amount", amount),
            CommissionAmount::Percent { rate, .. } => {
                Must::BePart.refused(Code::ChannelAmount, "rate", rate)
            }
        };
        errors.extend(amount.map(|error| error.at("amount")));
        errors.extend(self.cap.and_then(|cap| must("cap", cap)));
        let valid = self.valid();
        let turned = valid.turned().map(|_| Error::new(Code::ChannelDatesTurned));
        errors.extend(turned.map(|error| valid.named_in(error).at("valid_to")));
        errors.extend(self.wrong_parts());
        errors.extend(self.claw_back.errors().into_iter().map(|error| error.at("claw_back")));
        errors
    }

    fn wrong_parts(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        for (at, part, first) in with_repeats(&self.earned, |part| part.on) {
            let share = Must::BePart.refused(Code::ChannelAmount, "share", part.share);
            let twice = first
                .map(|first| Error::new(Code::ChannelConditionTwice).with("first", first).at("on"));
            errors.extend(share.into_iter().chain(twice).map(|error| error.at(at).at("earned")));
        }
        if errors.is_empty() {
            errors.extend(self.sum_of_parts().err());
        }
        errors
    }

    fn sum_of_parts(&self) -> Result<()> {
        let placed = |error: Error| error.at("earned");
        let (sum, text) =
            Fraction::sum(self.earned.iter().map(|part| part.share)).map_err(placed)?;
        let is_whole = sum.compare(&Unrounded::ONE).map_err(placed)?.is_eq();
        let error = || Error::new(Code::ChannelParts).with("sum", text);
        if is_whole { Ok(()) } else { Err(placed(error())) }
    }
}

impl ClawBack {
    fn errors(&self) -> Vec<Error> {
        let ClawBack::ByMonths { steps } = self else { return Vec::new() };
        let mut errors = Vec::new();
        errors.extend(steps.is_empty().then(|| Error::new(Code::ChannelClawBackEmpty).at("steps")));
        let mut before = None;
        for (at, step) in steps.iter().enumerate() {
            let months = step.within_months;
            let none = Must::BePositive.refused(Code::ChannelAmount, "within_months", months);
            let order = before.filter(|before| *before >= months).map(|before| {
                let error = Error::new(Code::ChannelClawBackOrder).with("months", months);
                error.with("before", before).at("within_months")
            });
            let share = Must::BePart.refused(Code::ChannelAmount, "share", step.share);
            let wrong = none.into_iter().chain(order).chain(share);
            errors.extend(wrong.map(|error| error.at(at).at("steps")));
            before = Some(months);
        }
        errors
    }
}

/// A percentage above this is told: 10 %.
const USUAL: Rate = Rate::from_millionths(100_000);

/// What is wrong with terms.
pub(super) fn errors(terms: &[CommissionTerms]) -> Vec<Error> {
    let mut errors = wrong_ids(terms, "code", |one| &one.code, Input::Terms);
    for (at, one) in terms.iter().enumerate() {
        let nobody = blank(Code::ChannelBlank, "channel", &one.channel);
        let overlap = terms.iter().take(at).position(|other| {
            (&other.channel, &other.project) == (&one.channel, &one.project)
                && other.valid().meets(one.valid())
        });
        let overlap = overlap.map(|other| {
            let error = Error::new(Code::ChannelTermsOverlap);
            error.with("number", at.saturating_add(1)).with("first", other.saturating_add(1))
        });
        let own = one.errors().into_iter().chain(nobody).chain(overlap);
        errors.extend(own.map(|error| error.at(at).within(Input::Terms)));
    }
    errors
}

/// Percentages that are almost surely mistaken.
pub(super) fn findings(terms: &[CommissionTerms]) -> Vec<Finding> {
    let high = terms.iter().enumerate().filter_map(|(at, one)| match one.amount {
        CommissionAmount::Percent { rate, .. } if rate > USUAL => {
            let told = finding!(Code::ChannelHighRate, code = one.code, rate, usual = USUAL);
            Some(told.at("rate").at("amount").at(at).within(Input::Terms))
        }
        _ => None,
    });
    high.collect()
}
