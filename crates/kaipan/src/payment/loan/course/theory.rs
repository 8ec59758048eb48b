//! Loans with nothing rounded inside: the convention `Theoretical`.

use super::fixed::{Fixed, instalment};
use super::way::{Course, Start};
use crate::number::Money;
use crate::payment::loan::schedule::LoanMonth;
use crate::payment::loan::terms::RepaymentMethod;

/// A loan in fen with binary places; see [`super::fixed`] for the error bound.
#[derive(Clone, Copy)]
pub(in crate::payment::loan) struct Theory {
    balance: Fixed,
    /// Annual, in millionths.
    rate: u32,
    left: u32,
    equal_principal: bool,
    /// The payment, or the monthly principal.
    fixed: Fixed,
    /// Whether the payment was kept after an early repayment.
    kept: bool,
    interest: Fixed,
}

impl Course for Theory {
    fn begin(start: &Start) -> Option<Theory> {
        let mut theory = Theory {
            balance: Fixed::of(start.principal.fen()),
            rate: start.rate,
            left: start.months,
            equal_principal: start.repayment == RepaymentMethod::EqualPrincipal,
            fixed: Fixed::ZERO,
            kept: false,
            interest: Fixed::ZERO,
        };
        theory.reset(None)?;
        Some(theory)
    }

    fn pay(&mut self, month: u32) -> Option<LoanMonth> {
        let interest = self.balance.interest(self.rate)?;
        let all = self.balance.plus(interest)?;
        let covered = || match self.equal_principal {
            true => self.balance.within(self.fixed),
            false => all.within(self.fixed),
        };
        let end = self.left <= 1 || (self.kept && covered());
        let (payment, principal) = match (end, self.equal_principal) {
            (true, _) => (all, self.balance),
            (false, true) => (self.fixed.plus(interest)?, self.fixed),
            (false, false) => (self.fixed, self.fixed.less(interest)),
        };
        self.balance = self.balance.less(principal);
        self.interest = self.interest.plus(interest)?;
        self.left = if end { 0 } else { self.left.checked_sub(1)? };
        Some(LoanMonth {
            month,
            due: None,
            payment: money(payment)?,
            principal: money(principal)?,
            interest: money(interest)?,
            prepaid: None,
            balance: money(self.balance)?,
        })
    }

    fn left(&self) -> u32 {
        self.left
    }

    fn balance(&self) -> Option<Money> {
        money(self.balance)
    }

    fn take(&mut self, amount: Money) -> Option<()> {
        self.balance = self.balance.less(Fixed::of(amount.fen()));
        Some(())
    }

    fn reset(&mut self, rate: Option<u32>) -> Option<()> {
        self.rate = rate.unwrap_or(self.rate);
        self.kept = false;
        self.fixed = match self.equal_principal {
            true => self.balance.over(self.left)?,
            false => instalment(self.balance, self.rate, self.left)?,
        };
        Some(())
    }

    fn keep(&mut self, left: u32) {
        self.kept = true;
        self.left = left;
    }

    fn close(&mut self) {
        self.balance = Fixed::ZERO;
        self.left = 0;
    }

    fn interest(&self) -> Option<Money> {
        money(self.interest)
    }

    fn saved_against(&self, other: &Theory) -> Option<Money> {
        // Never below zero: less is owed from the first early repayment on.
        money(other.interest.less(self.interest))
    }
}

/// An amount as it is shown.
fn money(amount: Fixed) -> Option<Money> {
    amount.rounded().map(Money::from_fen)
}
