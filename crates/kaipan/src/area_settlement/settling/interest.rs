//! Simple interest by days.

use super::AreaSettling;
use crate::Date;
use crate::area_settlement::sheet::AreaInterest;
use crate::error::{Code, Error, Input, Result};
use crate::number::{Rate, Rounding, Unrounded, Wide, overflow};

impl AreaSettling<'_> {
    /// Interest on what is refunded of bands with interest, from the last payment of the house to the
    /// settlement; none without a rate.
    pub(super) fn refund_interest(&self, principal: &Unrounded) -> Result<Option<AreaInterest>> {
        let rate = self.policy.refund_interest_rate.filter(|_| !principal.is_zero());
        let Some(rate) = rate else { return Ok(None) };
        let missing = |field| Error::new(Code::AreaInterestDates).with("field", field);
        let to = self.settled_on.ok_or_else(|| missing("settled_on").within(Input::SettledOn))?;
        let from = self.contract.payments.iter().map(|one| one.on).max();
        let from =
            from.ok_or_else(|| missing("payments").at("payments").within(Input::Contract))?;
        let days = self.days(from, to, Input::SettledOn)?;
        let exact = self.simple(principal, rate, days)?;
        Ok(Some(AreaInterest {
            principal: principal.to_exact()?,
            rate,
            from,
            to,
            days,
            amount: Rounding::FEN.round(&exact)?,
        }))
    }

    /// Days from one day to another.
    pub(super) fn days(&self, from: Date, to: Date, input: Input) -> Result<u32> {
        u32::try_from(to.days_since(from)).map_err(|_| {
            let error = Error::new(Code::AreaDatesTurned).with("from", from).with("to", to);
            error.within(input)
        })
    }

    /// Principal × rate × days ÷ days of the year.
    pub(super) fn simple(&self, principal: &Unrounded, rate: Rate, days: u32) -> Result<Unrounded> {
        let year = Unrounded::new(
            Wide::from(i64::from(days)),
            Wide::from(self.policy.interest_year.days()),
        )?;
        let exact = principal.mul(&Unrounded::from(rate))?.mul(&year)?;
        exact.reduced().map_err(|_| overflow())
    }
}
