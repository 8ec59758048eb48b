//! What a buyer who quits gets back.

use super::AreaSettling;
use crate::area_settlement::sheet::{AreaChoice, AreaMoney, AreaMoneyWay, AreaQuit};
use crate::error::{Code, Error, Finding, Input, Result, finding};
use crate::money;
use crate::number::{Money, Rounding, Unrounded, overflow};
use crate::{Date, Text};

impl AreaSettling<'_> {
    /// Everything that was paid, with interest; none where no payments are given and the buyer has not
    /// quit.
    pub(super) fn quit(&self, findings: &mut Vec<Finding>) -> Result<Option<AreaQuit>> {
        let quits = self.choice == Some(AreaChoice::Quit);
        let payments = &self.contract.payments;
        if payments.is_empty() {
            if !quits {
                return Ok(None);
            }
            let error = Error::new(Code::AreaPaymentsMissing).at("payments");
            return Err(error.within(Input::Contract));
        }
        let sum = |from_loan: bool| {
            let own = payments.iter().filter(|one| one.from_loan == from_loan);
            Money::sum(own.map(|one| one.amount))
        };
        let requested = self.quit_requested_on;
        let due = requested.and_then(|day| day.add_days(self.policy.quit_days));
        if quits && requested.is_none() {
            findings.push(finding!(Code::AreaQuitUndated).within(Input::QuitRequestedOn));
        }
        if quits && self.policy.quit_interest_rate.is_none() {
            let told = finding!(Code::AreaQuitInterestRate).at("quit_interest_rate");
            findings.push(told.within(Input::Policy));
        }
        Ok(Some(AreaQuit {
            to_buyer: sum(false)?,
            to_lender: sum(true)?,
            interest: self.quit_interest(self.refunded_on.or(due))?,
            due,
        }))
    }

    /// Interest on every payment from its day on, rounded once.
    fn quit_interest(&self, to: Option<Date>) -> Result<Option<Money>> {
        let Some((rate, to)) = self.policy.quit_interest_rate.zip(to) else { return Ok(None) };
        let mut interest = Unrounded::ZERO;
        for (at, payment) in self.contract.payments.iter().enumerate() {
            let days = u32::try_from(to.days_since(payment.on)).map_err(|_| {
                let error = Error::new(Code::AreaDatesTurned).with("from", payment.on);
                let error = error.with("to", to).at("on").at(at).at("payments");
                error.within(Input::Contract)
            })?;
            let own = self.simple(&Unrounded::from(payment.amount), rate, days)?;
            interest = interest.add(&own)?.reduced()?;
        }
        Rounding::FEN.round(&interest).map(Some)
    }
}

/// What is paid out to a buyer who quits.
pub(super) fn money(quit: &AreaQuit) -> Result<Vec<AreaMoney>> {
    let interest = quit.interest.unwrap_or_default();
    let own = quit.to_buyer.checked_add(interest).ok_or_else(overflow)?;
    let line = |way, amount| AreaMoney {
        way,
        item: Text::constant(money::HOUSE_PAYMENT),
        amount,
        due: quit.due,
    };
    let lines =
        [line(AreaMoneyWay::Refund, own), line(AreaMoneyWay::RefundToLender, quit.to_lender)];
    Ok(lines.into_iter().filter(|one| one.amount.is_positive()).collect())
}
