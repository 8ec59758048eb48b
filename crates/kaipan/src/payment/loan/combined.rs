//! Several loans together, added month by month.

use super::schedule::{CombinedLoans, CombinedMonth, LoanMonth, LoanSchedule};
use super::terms::LoanTerms;
use crate::error::{Code, Error, Result};
use crate::number::Money;

/// The months of several loans while one loan after the other is added.
#[derive(Default)]
pub(super) struct Sums {
    months: Vec<CombinedMonth>,
    /// Of the loan being added: its next month, counted from 0, and what it owes before that.
    next: usize,
    owed: Money,
    /// A sum is past the range of a [`Money`].
    overflowed: bool,
}

impl Sums {
    /// Begins a loan.
    pub(super) fn begin(&mut self, terms: &LoanTerms) {
        (self.next, self.owed) = (0, terms.principal);
    }

    /// Adds a month that has a payment. The months before it, of a bullet loan, only owe.
    pub(super) fn add(&mut self, row: &LoanMonth) {
        let at = usize::try_from(row.month.saturating_sub(1)).unwrap_or(usize::MAX);
        while self.next < at {
            let owed = self.owed;
            self.put(|sum| Some(CombinedMonth { balance: sum.balance.checked_add(owed)?, ..sum }));
        }
        self.put(|sum| {
            Some(CombinedMonth {
                month: sum.month,
                payment: sum.payment.checked_add(row.payment)?,
                principal: sum.principal.checked_add(row.principal)?,
                interest: sum.interest.checked_add(row.interest)?,
                prepaid: match (sum.prepaid, row.prepaid) {
                    (Some(sum), Some(more)) => Some(sum.checked_add(more)?),
                    (sum, more) => sum.or(more),
                },
                balance: sum.balance.checked_add(row.balance)?,
            })
        });
        self.owed = row.balance;
    }

    /// Changes the sums of the next month.
    fn put(&mut self, change: impl FnOnce(CombinedMonth) -> Option<CombinedMonth>) {
        let at = self.next;
        self.next = at.saturating_add(1);
        if self.months.len() <= at {
            self.months.push(CombinedMonth {
                month: u32::try_from(self.next).unwrap_or(u32::MAX),
                payment: Money::ZERO,
                principal: Money::ZERO,
                interest: Money::ZERO,
                prepaid: None,
                balance: Money::ZERO,
            });
        }
        if let Some(sums) = self.months.get_mut(at) {
            match change(sums.clone()) {
                Some(changed) => *sums = changed,
                None => self.overflowed = true,
            }
        }
    }

    /// All loans together.
    ///
    /// # Errors
    /// [`Code::NumberOverflow`] when a sum is past the range of a [`Money`].
    pub(super) fn combined(self, loans: &[LoanSchedule], table: bool) -> Result<CombinedLoans> {
        if self.overflowed {
            return Err(Error::new(Code::NumberOverflow));
        }
        let payments = || self.months.iter().map(|month| month.payment);
        let total = |of: fn(&LoanSchedule) -> Money| Money::sum(loans.iter().map(of));
        Ok(CombinedLoans {
            principal: total(|loan| loan.principal)?,
            first_payment: payments().next().unwrap_or_default(),
            highest_payment: payments().max().unwrap_or_default(),
            months: u32::try_from(self.months.len()).unwrap_or(u32::MAX),
            total_payment: total(|loan| loan.total_payment)?,
            total_interest: total(|loan| loan.total_interest)?,
            table: if table { self.months } else { Vec::new() },
        })
    }
}
