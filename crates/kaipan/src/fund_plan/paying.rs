//! Deciding a payment.

use super::payment::FundPayment;
use super::plan::{FundPlanLine, FundPurpose};
use super::planning::{FundPlanning, month_of, not_positive};
use crate::Text;
use crate::check::is_named;
use crate::error::{Code, Error, Input, Result};
use crate::number::{Money, overflow};
use kaipan_derive::boundary;
use std::collections::BTreeMap;

/// A payment that may be made.
#[boundary(answer)]
pub struct FundPaymentAnswer {
    /// Id of the line.
    pub line: Text,
    /// What could be paid by the line before it, yuan: what the line had left, and no more than the
    /// month had.
    pub left_before: Money,
    /// What can be paid by it after it, yuan.
    pub left_after: Money,
    /// It was made before, with this key: this is the first result, and nothing more is to be paid.
    pub repeated: bool,
}

/// Payments one after the other, with what each came to.
#[derive(Default)]
pub(super) struct Paid<'a> {
    /// What was paid by each line, by its place.
    pub(super) by_line: BTreeMap<usize, Money>,
    /// What was paid without what it needs.
    pub(super) unplanned: Money,
    /// What of that was paid in the month, by purpose.
    pub(super) beside: BTreeMap<FundPurpose, Money>,
    /// Every payment with what it came to, by its key.
    known: BTreeMap<&'a Text, (&'a FundPayment, Result<FundPaymentAnswer>)>,
}

impl<'a> FundPlanning<'a> {
    /// Decides a payment.
    ///
    /// # Errors
    /// [`Code::FundPlanFigure`], [`Code::FundPlanRepeated`], [`Code::FundPlanMonthSum`] and
    /// [`Code::FundPlanOtherMonth`] for a plan that cannot be. In [`Input::Payment`], all that is lacking:
    /// [`Code::FundPlanNoLine`], [`Code::FundPlanUnknownLine`], [`Code::FundPlanNotApproved`],
    /// [`Code::FundPlanReportedLate`], [`Code::FundPlanOverMonth`], [`Code::FundPlanOtherDay`],
    /// [`Code::FundPlanDiffers`], [`Code::FundPlanExceeds`], [`Code::FundPlanMonthSpent`];
    /// [`Code::FundPlanKeyReused`] for another payment of the same key.
    pub fn pay(&self, payment: &'a FundPayment) -> Result<FundPaymentAnswer> {
        self.checked()?;
        let figure = not_positive(payment.amount).map(|error| error.within(Input::Payment));
        Error::collect(figure.into_iter().collect())?;
        let mut paid = Paid::default();
        for made in self.payments {
            // What an earlier payment lacked is told by the check; here it counts for the month alone.
            let _ = self.take(&mut paid, made)?;
        }
        let answer = self.take(&mut paid, payment)?;
        answer.map_err(|error| error.within(Input::Payment))
    }

    /// What a payment comes to after those before it. The outer error is for sums that no money holds.
    pub(super) fn take(
        &self,
        paid: &mut Paid<'a>,
        payment: &'a FundPayment,
    ) -> Result<Result<FundPaymentAnswer>> {
        if let Some((first, answer)) = paid.known.get(&payment.key) {
            if *first == payment {
                let repeated = |answer| FundPaymentAnswer { repeated: true, ..answer };
                return Ok(answer.clone().map(repeated));
            }
            self.beside(paid, payment)?;
            let error = Error::new(Code::FundPlanKeyReused).with("payment", &payment.key);
            return Ok(Err(error.at("key")));
        }
        let answer = match self.found(payment) {
            Err(error) => Err(error),
            Ok((at, line)) => self.by_line(paid, payment, at, line)?,
        };
        if answer.is_err() {
            self.beside(paid, payment)?;
        }
        paid.known.insert(&payment.key, (payment, answer.clone()));
        Ok(answer)
    }

    /// A payment without what it needs. It was made all the same: in its month the money is gone.
    fn beside(&self, paid: &mut Paid<'a>, payment: &FundPayment) -> Result<()> {
        let add = |sum: Money| sum.checked_add(payment.amount).ok_or_else(overflow);
        paid.unplanned = add(paid.unplanned)?;
        if month_of(payment.date) == month_of(self.plan.month) {
            let sum = paid.beside.entry(payment.purpose).or_default();
            *sum = add(*sum)?;
        }
        Ok(())
    }

    /// The line of a payment.
    fn found(&self, payment: &FundPayment) -> Result<(usize, &'a FundPlanLine)> {
        let Some(id) = &payment.plan_line else {
            let error = Error::new(Code::FundPlanNoLine).with("payment", &payment.key);
            return Err(error.at("plan_line"));
        };
        let unknown = || {
            let names = self.plan.lines.iter().map(|line| line.id.as_str());
            let error = Error::new(Code::FundPlanUnknownLine).with("line", id);
            error.with_nearest(names, id).at("plan_line")
        };
        self.line(id).ok_or_else(unknown)
    }

    fn by_line(
        &self,
        paid: &mut Paid<'a>,
        payment: &FundPayment,
        at: usize,
        line: &FundPlanLine,
    ) -> Result<Result<FundPaymentAnswer>> {
        let before = paid.by_line.get(&at).copied().unwrap_or(Money::ZERO);
        let left = line.amount.checked_sub(before).ok_or_else(overflow)?;
        let mut lacking = self.lacking(payment, line);
        let above = self.within_month(payment.date, &paid.by_line)?.above.remove(&at);
        lacking.extend(above.map(|error| error.at("plan_line")));
        if payment.amount > left {
            let error = Error::new(Code::FundPlanExceeds).with("line", &line.id);
            lacking.push(error.with("left", left).with("amount", payment.amount).at("amount"));
        }
        let month = self.left_of_month(paid, line.purpose)?;
        lacking.extend(month.spent(payment.amount).map(|error| error.at("amount")));
        if let Err(error) = Error::collect(lacking) {
            return Ok(Err(error));
        }
        let left = left.min(month.left);
        let after = left.checked_sub(payment.amount).ok_or_else(overflow)?;
        let sum = before.checked_add(payment.amount).ok_or_else(overflow)?;
        paid.by_line.insert(at, sum);
        let line = line.id.clone();
        Ok(Ok(FundPaymentAnswer { line, left_before: left, left_after: after, repeated: false }))
    }

    /// What a payment lacks of its line.
    fn lacking(&self, payment: &FundPayment, line: &FundPlanLine) -> Vec<Error> {
        let mut lacking = self.not_approved(line);
        lacking.extend(self.late(line));
        let of_line = |error: Error| error.at("plan_line");
        let mut lacking: Vec<Error> = lacking.drain(..).map(of_line).collect();
        if payment.date != line.date {
            let error = Error::new(Code::FundPlanOtherDay).with("line", &line.id);
            lacking.push(error.with("day", line.date).with("date", payment.date).at("date"));
        }
        let deal = line.deal.is_some() && payment.deal != line.deal;
        let payee = line.payee.is_some() && payment.payee != line.payee;
        let fields =
            [("purpose", payment.purpose != line.purpose), ("deal", deal), ("payee", payee)];
        for (field, _) in fields.into_iter().filter(|(_, differs)| *differs) {
            let error = Error::new(Code::FundPlanDiffers).with("field", field);
            lacking.push(error.with("line", &line.id).at(field));
        }
        lacking
    }

    /// The month or the line is not approved. A blank id of a request is none.
    pub(super) fn not_approved(&self, line: &FundPlanLine) -> Vec<Error> {
        let error = |what_zh: &str, what: &str, name: &str| {
            let error = Error::new(Code::FundPlanNotApproved).with("what", what);
            error.with("what_zh", what_zh).with("name", name)
        };
        let month = month_of(self.plan.month);
        let of_month = || error("月计划", "the plan of month", &month);
        let of_line = || error("日计划", "line", &line.id);
        let month = (!is_named(self.plan.approval.as_ref())).then(of_month);
        let line = (!is_named(line.approval.as_ref())).then(of_line);
        month.into_iter().chain(line).collect()
    }

    /// A line that was reported later than it had to be.
    pub(super) fn late(&self, line: &FundPlanLine) -> Option<Error> {
        let on = line.reported_on?;
        let days = self.days_ahead();
        let in_time = on.add_days(days).is_some_and(|first| first <= line.date);
        let error = || {
            let error = Error::new(Code::FundPlanReportedLate).with("line", &line.id);
            error.with("day", line.date).with("on", on).with("days", days)
        };
        (!in_time).then(error)
    }
}
