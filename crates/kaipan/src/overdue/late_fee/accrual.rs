//! One claim, payment by payment: what is unpaid, and the late fee that has accrued.

use super::policy::{LateFeeCap, LateFeeOrder, LateFeePolicy};
use super::rates::{Charged, DailyRates};
use crate::error::{Code, Error, Result};
use crate::number::{Money, overflow};

/// Millionths of one.
const ONE: i64 = 1_000_000;

/// A part of a claim that was unpaid for a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::overdue) struct AccruedPart {
    /// Fen.
    pub(in crate::overdue) amount: i64,
    /// The day after which it was unpaid and the day on which it was paid, or to which it is counted;
    /// from the due day.
    pub(in crate::overdue) after: i32,
    pub(in crate::overdue) until: i32,
    pub(in crate::overdue) charged: Charged,
    pub(in crate::overdue) is_paid: bool,
    /// It is no part that was unpaid, but an amount that was given back on the day.
    pub(in crate::overdue) is_given_back: bool,
}

/// What money for a claim went to, in fen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::overdue) struct Paid {
    pub(in crate::overdue) principal: i64,
    pub(in crate::overdue) late_fee: i64,
}

/// A claim on its way through its payments. Amounts are fen, days are counted from the due day.
#[derive(Debug, Clone)]
pub(in crate::overdue) struct Accrual<'a> {
    policy: &'a LateFeePolicy,
    rates: &'a DailyRates,
    /// The due day; without one nothing accrues.
    due: Option<i32>,
    amount: i64,
    contract_total: Option<i64>,
    /// What is unpaid of the claim as it was due.
    unpaid: i64,
    /// What was given back and is unpaid again, with the day after which it is.
    given_back: Vec<(i32, i64)>,
    /// Σ amount × rate × days of what was paid, in millionths of a fen.
    settled: i128,
    /// A day was charged of something that was unpaid.
    is_charged: bool,
    /// Waivers of its late fee by their days, and how many of them have been taken.
    waivers: &'a [(i32, i64)],
    taken: usize,
    /// What was waived of the late fee: of each waiver at most what was unpaid on its day.
    pub(in crate::overdue) waived: i64,
    pub(in crate::overdue) paid: Paid,
}

impl<'a> Accrual<'a> {
    /// A claim of such an amount. Waivers of its late fee have their day, counted from the due day.
    pub(in crate::overdue) fn new(
        policy: &'a LateFeePolicy,
        rates: &'a DailyRates,
        due: Option<i32>,
        amount: i64,
    ) -> Accrual<'a> {
        Accrual {
            policy,
            rates,
            due,
            amount,
            contract_total: None,
            unpaid: amount,
            given_back: Vec::new(),
            settled: 0,
            is_charged: false,
            waivers: &[],
            taken: 0,
            waived: 0,
            paid: Paid::default(),
        }
    }

    /// The contract total that caps may be a part of, and waivers of the late fee, by day.
    pub(in crate::overdue) fn with(
        self,
        contract_total: Option<i64>,
        waivers: &'a [(i32, i64)],
    ) -> Accrual<'a> {
        Accrual { contract_total, waivers, ..self }
    }

    /// Takes the waivers up to a day, each off what is unpaid of the late fee on its own day. It is
    /// called before the payments of the day.
    pub(in crate::overdue) fn waive(&mut self, until: i32) -> Result<()> {
        while let Some((day, fen)) = self.waivers.get(self.taken).filter(|(day, _)| *day <= until) {
            let open = self.owed_late_fee(*day)?.max(0);
            self.waived = self.waived.checked_add(open.min(*fen)).ok_or_else(overflow)?;
            self.taken = self.taken.saturating_add(1);
        }
        Ok(())
    }

    /// Takes a payment of a day; below zero it is given back. Days rise from one call to the next.
    pub(in crate::overdue) fn pay(
        &mut self,
        day: i32,
        fen: i64,
        part: &mut impl FnMut(AccruedPart),
    ) -> Result<()> {
        if fen < 0 {
            return self.give_back(day, fen.checked_neg().ok_or_else(overflow)?, part);
        }
        let mut left = fen;
        if self.policy.order == LateFeeOrder::PenaltyFirst {
            left = self.pay_late_fee(day, left)?;
        }
        left = self.pay_principal(day, left, part)?;
        if left > 0 && self.policy.order == LateFeeOrder::PrincipalFirst {
            left = self.pay_late_fee(day, left)?;
        }
        match left {
            0 => Ok(()),
            left => Err(Error::new(Code::OverduePaidAbove).with("above", Money::from_fen(left))),
        }
    }

    fn give_back(&mut self, day: i32, fen: i64, part: &mut impl FnMut(AccruedPart)) -> Result<()> {
        if fen > self.paid.principal {
            let error =
                Error::new(Code::OverdueGivenBackAbove).with("amount", Money::from_fen(fen));
            return Err(error.with("paid", Money::from_fen(self.paid.principal)));
        }
        self.paid.principal = self.paid.principal.saturating_sub(fen);
        // Given back before it was due, it is unpaid as it was.
        match day > 0 {
            true => self.given_back.push((day, fen)),
            false => self.unpaid = self.unpaid.checked_add(fen).ok_or_else(overflow)?,
        }
        let charged = Charged::default();
        let (after, until, is_paid, is_given_back) = (day, day, false, true);
        part(AccruedPart { amount: fen, after, until, charged, is_paid, is_given_back });
        Ok(())
    }

    /// Pays the late fee that has accrued by the day. Gives what is left.
    fn pay_late_fee(&mut self, day: i32, fen: i64) -> Result<i64> {
        let owed = self.owed_late_fee(day)?;
        let paid = fen.min(owed.max(0));
        self.paid.late_fee = self.paid.late_fee.checked_add(paid).ok_or_else(overflow)?;
        Ok(fen.saturating_sub(paid))
    }

    /// Pays what has been unpaid longest first. Gives what is left.
    fn pay_principal(
        &mut self,
        day: i32,
        fen: i64,
        part: &mut impl FnMut(AccruedPart),
    ) -> Result<i64> {
        let own = fen.min(self.unpaid);
        self.unpaid = self.unpaid.saturating_sub(own);
        self.settle(day, 0, own, part)?;
        let mut left = fen.saturating_sub(own);
        while left > 0 {
            let Some((after, amount)) = self.given_back.first_mut() else { break };
            let (after, paid) = (*after, left.min(*amount));
            *amount = amount.saturating_sub(paid);
            if *amount == 0 {
                self.given_back.remove(0);
            }
            self.settle(day, after, paid, part)?;
            left = left.saturating_sub(paid);
        }
        let paid = fen.saturating_sub(left);
        self.paid.principal = self.paid.principal.checked_add(paid).ok_or_else(overflow)?;
        Ok(left)
    }

    /// An amount was paid on a day and unpaid after another.
    fn settle(
        &mut self,
        day: i32,
        after: i32,
        amount: i64,
        part: &mut impl FnMut(AccruedPart),
    ) -> Result<()> {
        if amount == 0 {
            return Ok(());
        }
        let charged = self.charged(after, day)?;
        let fee = i128::from(amount).checked_mul(i128::from(charged.millionths));
        let settled = fee.and_then(|fee| self.settled.checked_add(fee));
        self.settled = settled.ok_or_else(overflow)?;
        self.is_charged |= charged.days > 0;
        let (until, is_paid, is_given_back) = (day, true, false);
        part(AccruedPart { amount, after, until, charged, is_paid, is_given_back });
        Ok(())
    }

    fn charged(&self, after: i32, until: i32) -> Result<Charged> {
        match self.due {
            Some(due) => self.rates.charged(due, after, until),
            None => Ok(Charged::default()),
        }
    }

    /// What is unpaid of the claim.
    pub(in crate::overdue) fn outstanding(&self) -> Result<i64> {
        let given_back =
            self.given_back.iter().try_fold(0_i64, |sum, (_, one)| sum.checked_add(*one));
        given_back.and_then(|sum| sum.checked_add(self.unpaid)).ok_or_else(overflow)
    }

    /// The parts that are unpaid on a day.
    pub(in crate::overdue) fn unpaid_parts(
        &self,
        day: i32,
        part: &mut impl FnMut(AccruedPart),
    ) -> Result<()> {
        let lots = std::iter::once((0, self.unpaid)).chain(self.given_back.iter().copied());
        for (after, amount) in lots.filter(|(_, amount)| *amount > 0) {
            let charged = self.charged(after, day)?;
            let (until, is_paid, is_given_back) = (day, false, false);
            part(AccruedPart { amount, after, until, charged, is_paid, is_given_back });
        }
        Ok(())
    }

    /// The late fee up to a day without caps and rounding: millionths of a fen, times the days of the
    /// rates' unit; and whether any day was charged.
    fn exact(&self, day: i32) -> Result<(i128, bool)> {
        let (mut sum, mut is_charged) = (self.settled, self.is_charged);
        let lots = std::iter::once((0, self.unpaid)).chain(self.given_back.iter().copied());
        for (after, amount) in lots.filter(|(_, amount)| *amount > 0) {
            let charged = self.charged(after, day)?;
            let fee = i128::from(amount).checked_mul(i128::from(charged.millionths));
            sum = fee.and_then(|fee| sum.checked_add(fee)).ok_or_else(overflow)?;
            is_charged |= charged.days > 0;
        }
        Ok((sum, is_charged))
    }

    /// 参考违约金 up to a day: with the fixed fee, within the caps, rounded once; and whether a cap
    /// bound it.
    pub(in crate::overdue) fn late_fee(&self, day: i32) -> Result<(i64, bool)> {
        let (rated, is_charged) = self.exact(day)?;
        if !is_charged {
            return Ok((0, false));
        }
        let unit = i128::from(self.policy.rate_unit.days()).saturating_mul(i128::from(ONE));
        let scaled = |fen: i64| i128::from(fen).checked_mul(unit).ok_or_else(overflow);
        let fixed = scaled(self.policy.fixed_fee.map_or(0, Money::fen))?;
        let whole = rated.checked_add(fixed).ok_or_else(overflow)?;
        let mut least = whole;
        for cap in &self.policy.caps {
            let of = |fen: i64, share: i64| {
                let days = i128::from(self.policy.rate_unit.days());
                let part = i128::from(fen).checked_mul(i128::from(share));
                part.and_then(|part| part.checked_mul(days)).ok_or_else(overflow)
            };
            least = least.min(match cap {
                LateFeeCap::Amount { amount } => scaled(amount.fen())?,
                LateFeeCap::OfClaim { share } => of(self.amount, share.millionths())?,
                LateFeeCap::OfTotal { share } => match self.contract_total {
                    Some(total) => of(total, share.millionths())?,
                    None => return Err(Error::new(Code::OverdueTotalMissing)),
                },
            });
        }
        let rounded = self.policy.rounding.quotient(least, unit)?;
        Ok((rounded.fen(), least < whole))
    }

    /// The late fee that has accrued by a day and is neither waived nor paid.
    fn owed_late_fee(&self, day: i32) -> Result<i64> {
        let (late_fee, _) = self.late_fee(day)?;
        let owed = late_fee.checked_sub(self.waived);
        let owed = owed.and_then(|fee| fee.checked_sub(self.paid.late_fee));
        owed.ok_or_else(overflow)
    }
}
