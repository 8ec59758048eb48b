//! What every way of counting a loan has in common.

use crate::number::Money;
use crate::payment::loan::schedule::LoanMonth;
use crate::payment::loan::terms::{LoanConvention, PrepayEffect, RepaymentMethod};

/// A loan at the beginning of its course.
#[derive(Clone, Copy)]
pub(in crate::payment::loan) struct Start {
    pub(in crate::payment::loan) principal: Money,
    pub(in crate::payment::loan) months: u32,
    /// Annual, in millionths.
    pub(in crate::payment::loan) rate: u32,
    /// Not [`RepaymentMethod::Bullet`].
    pub(in crate::payment::loan) repayment: RepaymentMethod,
    pub(in crate::payment::loan) convention: LoanConvention,
}

/// A way of counting a loan. `None` is an amount past the range of a [`Money`].
pub(in crate::payment::loan) trait Course: Copy {
    fn begin(start: &Start) -> Option<Self>;
    /// Pays a month; it has no due date yet. Asked for only while months are left.
    fn pay(&mut self, month: u32) -> Option<LoanMonth>;
    /// Pays the months after `month` and before `until` that are like any other, if it knows a
    /// quick way; gives the last month paid. At least one month is left.
    fn steady(
        &mut self,
        month: u32,
        _until: u32,
        _each: &mut impl FnMut(LoanMonth),
    ) -> Option<u32> {
        Some(month)
    }
    /// Months left.
    fn left(&self) -> u32;
    /// Balance, as shown.
    fn balance(&self) -> Option<Money>;
    /// Takes this off the balance; it is less than the balance shown.
    fn take(&mut self, amount: Money) -> Option<()>;
    /// Counts the payment anew, at this rate, from balance and months left.
    fn reset(&mut self, rate: Option<u32>) -> Option<()>;
    /// Keeps the payment (the monthly principal, for equal principal) and ends when it is enough.
    fn keep(&mut self, left: u32);
    /// Ends here.
    fn close(&mut self);
    /// Σ interest so far, as shown.
    fn interest(&self) -> Option<Money>;
    /// How much more interest `other` has had, as shown.
    fn saved_against(&self, other: &Self) -> Option<Money>;

    /// Pays part of the balance early.
    fn prepay(&mut self, amount: Money, effect: PrepayEffect) -> Option<()> {
        self.take(amount)?;
        match effect {
            PrepayEffect::LowerPayment => self.reset(None),
            PrepayEffect::ShorterTerm => {
                self.keep(self.left());
                // How long that takes is seen by trying.
                let mut trial = *self;
                let mut months = 0_u32;
                while trial.left() > 0 {
                    months = months.saturating_add(1);
                    trial.pay(months)?;
                }
                self.keep(months);
                Some(())
            }
        }
    }

    /// The payment of the next month, as shown; 0 when none is left.
    fn next_payment(&self) -> Option<Money> {
        let mut trial = *self;
        if trial.left() == 0 { Some(Money::ZERO) } else { trial.pay(0).map(|month| month.payment) }
    }
}
