//! The steps of dunning, as data.

use crate::check::{Must, blank, with_repeats};
use crate::error::{Code, Error, Finding};
use crate::number::Money;
use crate::overdue::day_counts::never;
use crate::{Label, Text};
use kaipan_derive::boundary;

/// 催款计划: the steps by which buyers are reminded.
///
/// The default is what most houses do: a message three days before, a call on the day after, letters
/// after 7 and 15 days, a lawyer's letter after 30.
///
/// ```
/// use kaipan::overdue::DunningPlan;
/// let codes: Vec<_> = DunningPlan::default().steps.iter().map(|step| step.days).collect();
/// assert_eq!(codes, [-3, 1, 7, 15, 30]);
/// ```
#[boundary]
pub struct DunningPlan {
    /// The steps, by their days.
    #[boundary(required)]
    pub steps: Vec<DunningStep>,
    /// A buyer who has promised to pay is not reminded until the promised day has passed.
    #[boundary(default = true)]
    pub hold_while_promised: bool,
}

/// A step of dunning.
#[boundary]
pub struct DunningStep {
    /// Its code.
    pub code: Text,
    /// Its name in Chinese, the title of letters.
    pub zh: Label,
    /// Its name in English.
    pub en: Label,
    /// Days after the due day on which it is taken; before it if below 0.
    pub days: i32,
    /// How the buyer is reached.
    pub channel: DunningChannel,
    /// 催缴费, yuan: a fee that is charged for it.
    pub fee: Option<Money>,
    /// Days within which the notice asks to be paid; no day is named if absent.
    pub pay_within_days: Option<u32>,
}

/// How a buyer is reached.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum DunningChannel {
    /// 短信.
    Sms,
    /// 电话.
    Call,
    /// 函件.
    Letter,
    /// 律师函.
    LawyersLetter,
    /// 解除通知.
    TerminationNotice,
}

impl Default for DunningPlan {
    fn default() -> DunningPlan {
        use DunningChannel::{Call, LawyersLetter, Letter, Sms};
        let rows: [(&'static str, &'static str, &'static str, i32, DunningChannel); 5] = [
            ("reminder", "付款提醒", "payment reminder", -3, Sms),
            ("call", "电话催款", "call", 1, Call),
            ("letter", "催款函", "reminder letter", 7, Letter),
            ("second_letter", "第二次催款函", "second reminder letter", 15, Letter),
            ("lawyers_letter", "律师函", "lawyer's letter", 30, LawyersLetter),
        ];
        let steps = rows.into_iter().map(|(code, zh, en, days, channel)| DunningStep {
            code: Text::constant(code),
            zh: Label::constant(zh),
            en: Label::constant(en),
            days,
            channel,
            fee: None,
            pay_within_days: (days > 1).then_some(7),
        });
        DunningPlan { steps: steps.collect(), hold_while_promised: true }
    }
}

impl DunningPlan {
    /// What cannot be, at its field.
    pub(super) fn wrong(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        if self.steps.is_empty() {
            errors.push(Error::new(Code::OverdueBlank).with("field", "steps").at("steps"));
        }
        let mut before: Option<i32> = None;
        for (at, step, first) in with_repeats(&self.steps, |one| &one.code) {
            let mut own: Vec<Error> =
                blank(Code::OverdueBlank, "code", &step.code).into_iter().collect();
            own.extend(first.map(|first| {
                let error = Error::new(Code::OverdueTwice).with("name", &step.code);
                error.with("first", first).at("code")
            }));
            if before.is_some_and(|before| before >= step.days) {
                let error = Error::new(Code::OverdueStepsOrder).with("step", &step.code);
                own.push(error.with("days", step.days).at("days"));
            }
            own.extend(
                step.fee
                    .and_then(|fee| Must::NotBeNegative.refused(Code::OverdueNumber, "fee", fee)),
            );
            before = Some(step.days);
            errors.extend(own.into_iter().map(|error| error.at(at).at("steps")));
        }
        errors
    }

    /// Days that are never reached, at their field.
    pub(super) fn odd(&self) -> Vec<Finding> {
        let each = self.steps.iter().enumerate().flat_map(|(at, step)| {
            let days = never("days", Some(step.days.unsigned_abs()));
            let within = never("pay_within_days", step.pay_within_days);
            days.into_iter().chain(within).map(move |told| told.at(at).at("steps"))
        });
        each.collect()
    }

    /// Days before a due day from which on the first step is taken.
    pub(super) fn lead_days(&self) -> u32 {
        let first = self.steps.iter().map(|step| step.days).min().unwrap_or(0);
        if first < 0 { first.unsigned_abs() } else { 0 }
    }
}
