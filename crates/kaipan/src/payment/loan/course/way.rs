//! What every way of counting a loan has in common.

use crate::payment::loan::terms::{LoanConvention, PrepayEffect, RepaymentMethod};

/// A loan at the beginning of its course.
#[derive(Clone, Copy)]
pub(in crate::payment::loan) struct Start {
    /// Fen.
    pub(in crate::payment::loan) principal: i64,
    pub(in crate::payment::loan) months: u32,
    /// Annual, in millionths.
    pub(in crate::payment::loan) rate: u32,
    /// Not [`RepaymentMethod::Bullet`].
    pub(in crate::payment::loan) repayment: RepaymentMethod,
    pub(in crate::payment::loan) convention: LoanConvention,
}

/// What is shown of a month, in fen.
#[derive(Clone, Copy)]
pub(in crate::payment::loan) struct MonthInFen {
    pub(in crate::payment::loan) month: u32,
    pub(in crate::payment::loan) payment: i64,
    pub(in crate::payment::loan) principal: i64,
    pub(in crate::payment::loan) interest: i64,
    pub(in crate::payment::loan) prepaid: Option<i64>,
    pub(in crate::payment::loan) balance: i64,
}

/// A way of counting a loan. `None` is an amount past the range of a [`Money`].
pub(in crate::payment::loan) trait Course: Copy {
    fn begin(start: &Start) -> Option<Self>;
    /// Pays a month; asked for only while months are left.
    fn pay(&mut self, month: u32) -> Option<MonthInFen>;
    /// Pays the months after `month` and before `until` that are like any other, if it knows a
    /// quick way; gives the last month paid. At least one month is left.
    fn steady(&mut self, month: u32, _until: u32, _each: &mut impl FnMut(MonthInFen)) -> u32 {
        month
    }
    /// Months left.
    fn left(&self) -> u32;
    /// Balance, fen, as shown.
    fn balance(&self) -> Option<i64>;
    /// Takes this off the balance; it is less than the balance shown.
    fn take(&mut self, fen: i64) -> Option<()>;
    /// Counts the payment anew, at this rate, from balance and months left.
    fn reset(&mut self, rate: Option<u32>) -> Option<()>;
    /// Keeps the payment (the monthly principal, for equal principal) and ends when it is enough.
    fn keep(&mut self, left: u32);
    /// Ends here.
    fn close(&mut self);
    /// Σ interest so far, fen, as shown.
    fn interest(&self) -> Option<i64>;
    /// How much more interest `other` has had, fen, as shown.
    fn saved_against(&self, other: &Self) -> Option<i64>;

    /// Pays part of the balance early.
    fn prepay(&mut self, fen: i64, effect: PrepayEffect) -> Option<()> {
        self.take(fen)?;
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
    fn next_payment(&self) -> Option<i64> {
        let mut trial = *self;
        if trial.left() == 0 { Some(0) } else { trial.pay(0).map(|row| row.payment) }
    }
}
