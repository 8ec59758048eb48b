//! What is answered about overdue claims.

use crate::error::{Finding, told};
use crate::money::{LedgerEntry, MoneyCategory};
use crate::number::{Exact, Money};
use crate::overdue::termination::{TerminationFlag, TerminationMoney};
use crate::{Date, Text};
use kaipan_derive::boundary;

/// What is owed and overdue on a day.
#[boundary(answer)]
pub struct OverdueAssessment {
    /// The day.
    pub as_of: Date,
    /// The last recorded number that was looked at; all if absent.
    pub horizon: Option<u32>,
    /// The claims that there are on the day, in the order given.
    #[boundary(required)]
    pub claims: Vec<AssessedClaim>,
    /// Their deals, in the order of their first claims.
    #[boundary(required)]
    pub deals: Vec<AssessedDeal>,
    /// Sums over all claims.
    pub totals: OverdueTotals,
    /// The entries that bring what is posted of late fees to what is charged, where they are asked for.
    pub entries: Vec<LedgerEntry>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(OverdueAssessment: findings);

/// A claim on a day.
#[boundary(answer)]
pub struct AssessedClaim {
    /// The claim.
    pub claim: Text,
    /// Its deal.
    pub deal: Text,
    /// 款项.
    pub item: Text,
    /// What kind of money it is.
    pub category: MoneyCategory,
    /// 应付日期.
    pub due: Option<Date>,
    /// 应收金额, yuan.
    pub amount: Money,
    /// What was paid or credited, less what was given back, yuan.
    pub paid: Money,
    /// 欠款, yuan.
    pub outstanding: Money,
    /// Days since the due day, if something is outstanding; 0 if it is not overdue.
    pub overdue_days: u32,
    /// Days by which the last payment of the claim itself was late, if it is paid in full; 0 if it was in time.
    pub paid_late_days: u32,
    /// 参考违约金: what the policy comes to, yuan.
    pub reference_fee: Money,
    /// A cap binds it.
    pub capped: bool,
    /// 减免, yuan: of each waiver at most what was unpaid of the fee on its day.
    pub waived: Money,
    /// 结转违约金: what is charged, yuan.
    pub late_fee: Money,
    /// What was paid of it with the claim's payments, yuan.
    pub late_fee_paid: Money,
    /// Charged and not paid, yuan.
    pub late_fee_outstanding: Money,
    /// What was posted of it, yuan.
    pub posted: Money,
    /// Charged less posted, yuan; below zero what was posted is too much.
    pub to_post: Money,
    /// The parts of the claim that were unpaid for a time, which the reference fee is the sum of.
    pub parts: Vec<LateFeePart>,
}

/// A part of a claim that was unpaid after its due day.
#[boundary(answer)]
pub struct LateFeePart {
    /// Yuan.
    pub amount: Money,
    /// The day after which it was unpaid: the due day, or that on which it was given back.
    pub from: Date,
    /// The day on which it was paid, or the day that is looked at.
    pub to: Date,
    /// It was paid on that day.
    pub paid: bool,
    /// Days between them.
    pub days: u32,
    /// How many of them are charged.
    pub charged_days: u32,
    /// Σ of the rates of the charged days, a share: 0.01 is 1 %; by the policy's unit.
    pub rate: Exact,
    /// What it comes to, yuan, before rounding: exact, or 12 decimals of it.
    pub fee: Exact,
}

/// What a deal owes on a day.
#[boundary(answer)]
pub struct AssessedDeal {
    /// The deal.
    pub deal: Text,
    /// 欠款, yuan.
    pub outstanding: Money,
    /// 逾期欠款: what of it is overdue, yuan.
    pub overdue: Money,
    /// The most days that something is overdue.
    pub overdue_days: u32,
    /// The next day on which something is due, today or later.
    pub nearest_due: Option<Date>,
    /// 结转违约金, yuan.
    pub late_fee: Money,
    /// Charged and not paid, yuan.
    pub late_fee_outstanding: Money,
    /// 解除权: why the seller may end the contract. It is a right, and nothing ends by itself.
    pub termination: Vec<TerminationFlag>,
    /// What follows in money if it is ended.
    pub termination_money: Option<TerminationMoney>,
}

/// Sums over claims, yuan.
#[boundary(answer)]
#[derive(Default)]
pub struct OverdueTotals {
    /// 应收金额.
    pub amount: Money,
    /// Paid or credited.
    pub paid: Money,
    /// 欠款.
    pub outstanding: Money,
    /// 逾期欠款.
    pub overdue: Money,
    /// 参考违约金.
    pub reference_fee: Money,
    /// 减免.
    pub waived: Money,
    /// 结转违约金.
    pub late_fee: Money,
    /// What was paid of it.
    pub late_fee_paid: Money,
    /// Charged and not paid.
    pub late_fee_outstanding: Money,
    /// Charged less posted.
    pub to_post: Money,
}
