//! Loans counted in whole fen: the conventions `CentSchedule` and `CentPayment`.

use super::fixed::YEAR;
use super::instalment::instalment;
use super::way::{Course, Start};
use crate::number::{Mode, Money, divide};
use crate::payment::loan::schedule::LoanMonth;
use crate::payment::loan::terms::{LoanConvention, RepaymentMethod};

/// Half of [`YEAR`].
const HALF_YEAR: u64 = 6_000_000;

/// A loan in whole fen.
#[derive(Clone, Copy)]
pub(in crate::payment::loan) struct Cents {
    balance: i64,
    /// Annual, in millionths.
    rate: u32,
    left: u32,
    kind: Counting,
    /// The payment, or the monthly principal.
    fixed: i64,
    /// The balance and months that equal principal under `CentPayment` was last counted from.
    base: (i64, u32),
    /// Whether the payment was kept after an early repayment.
    kept: bool,
    interest: i128,
}

#[derive(Clone, Copy)]
enum Counting {
    /// `CentSchedule`, equal instalments.
    Schedule,
    /// `CentSchedule`, equal principal.
    SchedulePrincipal,
    /// `CentPayment`, equal instalments.
    Payment,
    /// `CentPayment`, equal principal.
    PaymentPrincipal,
}

/// Half up of a month's interest on a balance.
#[inline]
fn interest_of(balance: i64, rate: u32) -> Option<i64> {
    let balance = u64::try_from(balance).ok()?;
    // 64 bits do up to 184 billion yuan at 100 %, and divide by a constant several times faster.
    if let Some(product) = balance.checked_mul(rate.into())
        && let Some(sum) = product.checked_add(HALF_YEAR)
    {
        return i64::try_from(sum.checked_div(YEAR)?).ok();
    }
    let product = u128::from(balance).checked_mul(rate.into())?;
    i64::try_from(product.checked_add(HALF_YEAR.into())?.checked_div(YEAR.into())?).ok()
}

/// Half up of a quotient of fen.
fn quotient(fen: i128, by: i128) -> Option<i64> {
    divide(fen, by, Mode::HalfUp).ok().and_then(|fen| i64::try_from(fen).ok())
}

impl Cents {
    /// The exact payment of an equal-principal month, rounded half up:
    /// `B ÷ n + (months left of n) × B ÷ n × annual ÷ 12`.
    fn principal_payment(&self) -> Option<i64> {
        let (balance, months) = (i128::from(self.base.0), i128::from(self.base.1));
        let year = i128::from(YEAR);
        let share = year.checked_add(i128::from(self.left).checked_mul(self.rate.into())?)?;
        quotient(balance.checked_mul(share)?, months.checked_mul(year)?)
    }
}

impl Course for Cents {
    fn begin(start: &Start) -> Option<Cents> {
        let kind = match (start.convention, start.repayment) {
            (LoanConvention::CentPayment, RepaymentMethod::EqualPrincipal) => {
                Counting::PaymentPrincipal
            }
            (LoanConvention::CentPayment, _) => Counting::Payment,
            (_, RepaymentMethod::EqualPrincipal) => Counting::SchedulePrincipal,
            _ => Counting::Schedule,
        };
        let mut cents = Cents {
            balance: start.principal.fen(),
            rate: start.rate,
            left: start.months,
            kind,
            fixed: 0,
            base: (0, 1),
            kept: false,
            interest: 0,
        };
        cents.reset(None)?;
        Some(cents)
    }

    #[inline]
    fn pay(&mut self, month: u32) -> Option<LoanMonth> {
        let interest = interest_of(self.balance, self.rate)?;
        let all = self.balance.checked_add(interest)?;
        let end = self.left <= 1;
        let (payment, principal) = match self.kind {
            // The payment covers the rest early only after a part repayment, or when rounding a
            // payment of a few fen up has paid the loan off.
            Counting::Schedule if end || all <= self.fixed => (all, self.balance),
            Counting::Schedule => (self.fixed, self.fixed.checked_sub(interest)?),
            Counting::SchedulePrincipal if end || self.balance <= self.fixed => (all, self.balance),
            Counting::SchedulePrincipal => (self.fixed.checked_add(interest)?, self.fixed),
            Counting::Payment if self.kept && all <= self.fixed => (all, self.balance),
            Counting::Payment if end => (self.fixed, self.balance),
            Counting::Payment => (self.fixed, self.fixed.checked_sub(interest)?.min(self.balance)),
            Counting::PaymentPrincipal if self.kept => {
                let principal = if end { self.balance } else { self.fixed.min(self.balance) };
                (principal.checked_add(interest)?, principal)
            }
            Counting::PaymentPrincipal => {
                let principal = if end { self.balance } else { self.fixed.min(self.balance) };
                (self.principal_payment()?, principal)
            }
        };
        let interest = payment.checked_sub(principal)?;
        self.balance = self.balance.checked_sub(principal)?;
        self.interest = self.interest.checked_add(interest.into())?;
        let over = self.balance == 0 && (self.kept || self.is_schedule());
        self.left = if end || over { 0 } else { self.left.checked_sub(1)? };
        Some(LoanMonth {
            month,
            due: None,
            payment: Money::from_fen(payment),
            principal: Money::from_fen(principal),
            interest: Money::from_fen(interest),
            prepaid: None,
            balance: Money::from_fen(self.balance),
        })
    }

    /// Equal instalments in 64 bits; the same as [`Cents::pay`] over and over, several times
    /// faster.
    #[inline]
    fn steady(&mut self, month: u32, until: u32, each: &mut impl FnMut(LoanMonth)) -> Option<u32> {
        let parts = (u64::try_from(self.balance), u64::try_from(self.fixed));
        let (Counting::Schedule | Counting::Payment, (Ok(mut balance), Ok(payment))) =
            (self.kind, parts)
        else {
            return Some(month);
        };
        let (rate, mut paid, mut sum) = (u64::from(self.rate), month, 0_i128);
        // The balance only falls: if its interest fits 64 bits now, it always does.
        if balance.checked_mul(rate).and_then(|product| product.checked_add(HALF_YEAR)).is_none() {
            return Some(month);
        }
        // The last month is not like the others.
        let last = month.saturating_add(self.left).min(until).saturating_sub(1);
        while paid < last {
            let product = balance.wrapping_mul(rate).wrapping_add(HALF_YEAR);
            let interest = product.checked_div(YEAR)?;
            let Some(principal) = payment.checked_sub(interest) else { break };
            // Covered: the end, or a tiny loan paid off by rounding.
            if balance <= principal {
                break;
            }
            // Nothing waits for the principal but its row.
            balance = balance.wrapping_sub(payment).wrapping_add(interest);
            sum = sum.wrapping_add(interest.into());
            paid = paid.wrapping_add(1);
            each(LoanMonth {
                month: paid,
                due: None,
                payment: Money::from_fen(self.fixed),
                principal: Money::from_fen(principal.cast_signed()),
                interest: Money::from_fen(interest.cast_signed()),
                prepaid: None,
                balance: Money::from_fen(balance.cast_signed()),
            });
        }
        self.balance = balance.cast_signed();
        self.left = self.left.saturating_sub(paid.saturating_sub(month));
        self.interest = self.interest.checked_add(sum)?;
        Some(paid)
    }

    fn left(&self) -> u32 {
        self.left
    }

    fn balance(&self) -> Option<Money> {
        Some(Money::from_fen(self.balance))
    }

    fn take(&mut self, amount: Money) -> Option<()> {
        self.balance = self.balance.checked_sub(amount.fen())?;
        Some(())
    }

    fn reset(&mut self, rate: Option<u32>) -> Option<()> {
        self.rate = rate.unwrap_or(self.rate);
        self.kept = false;
        self.base = (self.balance, self.left);
        self.fixed = match self.kind {
            Counting::Schedule | Counting::Payment => {
                instalment(self.balance, self.rate, self.left)?
            }
            Counting::SchedulePrincipal | Counting::PaymentPrincipal => {
                quotient(self.balance.into(), self.left.into())?
            }
        };
        Some(())
    }

    fn keep(&mut self, left: u32) {
        self.kept = true;
        self.left = left;
    }

    fn close(&mut self) {
        self.balance = 0;
        self.left = 0;
    }

    fn interest(&self) -> Option<Money> {
        i64::try_from(self.interest).ok().map(Money::from_fen)
    }

    fn saved_against(&self, other: &Cents) -> Option<Money> {
        i64::try_from(other.interest.checked_sub(self.interest)?).ok().map(Money::from_fen)
    }
}

impl Cents {
    /// Ends as soon as nothing is owed; `CentPayment` goes on to pay what its tables say.
    #[inline]
    fn is_schedule(&self) -> bool {
        matches!(self.kind, Counting::Schedule | Counting::SchedulePrincipal)
    }
}
