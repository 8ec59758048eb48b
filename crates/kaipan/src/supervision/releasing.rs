//! Deciding a release.

use super::supervising::Supervising;
use super::timeline::opening;
use crate::check::Must;
use crate::error::{Code, Error, Input, Result};
use crate::number::{Money, overflow};
use crate::{Date, Text};
use kaipan_derive::boundary;

/// Money that is to leave a supervised account (拨付).
#[boundary]
pub struct SupervisedRelease {
    /// Code of the account.
    pub account: Text,
    /// The day.
    pub on: Date,
    /// Yuan, above zero.
    pub amount: Money,
}

/// A release that may be done.
#[boundary(answer)]
pub struct SupervisedReleaseAnswer {
    /// Code of the account.
    pub account: Text,
    /// The number of the stage that holds, counted from 1; absent for ordinary accounts.
    pub stage: Option<u32>,
    /// What must be kept, yuan; absent for ordinary accounts and once supervision has ended.
    pub required: Option<Money>,
    /// The balance before it, yuan.
    pub balance_before: Money,
    /// The balance after it, yuan.
    pub balance_after: Money,
    /// What may be released after it, yuan.
    pub left: Money,
}

impl Supervising<'_> {
    /// Decides a release: it must leave what has to be kept, on its day and after every movement that
    /// was recorded for later.
    ///
    /// # Errors
    /// As [`Supervising::check`]; [`Code::SupervisionBelow`], in [`Input::Release`], for more than may
    /// be released.
    pub fn release(&self, release: &SupervisedRelease) -> Result<SupervisedReleaseAnswer> {
        let rule = self.checked()?;
        let figure = Must::BePositive.refused(Code::SupervisionFigure, "amount", release.amount);
        let account = self.account(&release.account).map_err(|error| error.at("account"));
        let wrong = figure.into_iter().chain(account.as_ref().err().cloned());
        Error::collect(wrong.map(|error| error.within(Input::Release)).collect())?;
        let account = account?;
        let steps = self.timeline(account, None)?;
        let mut earlier = steps.iter().rev();
        let last = earlier.find(|step| step.movement.date <= release.on);
        let balance = last.map_or_else(|| opening(account), |step| step.after);
        let position = self.position(rule, account, balance, release.on)?;
        let mut most = position.releasable;
        for step in steps.iter().filter(|step| step.movement.date > release.on) {
            let later = self.position(rule, account, step.after, step.movement.date)?;
            most = most.min(later.releasable);
        }
        let (amount, day) = (release.amount, release.on);
        if amount > most {
            let error = Error::new(Code::SupervisionBelow).with("account", &account.code);
            let error = error.with("day", day).with("most", most).with("amount", amount);
            return Err(error.at("amount").within(Input::Release));
        }
        let minus = |from: Money| from.checked_sub(amount).ok_or_else(overflow);
        Ok(SupervisedReleaseAnswer {
            account: account.code.clone(),
            stage: position.stage,
            required: position.required,
            balance_before: balance,
            balance_after: minus(balance)?,
            left: minus(most)?,
        })
    }
}
