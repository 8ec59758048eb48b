//! The engine over columns. It runs each claim as the engine of one deal does.

use super::grouped::Grouped;
use super::rows::{AgedGroup, AssessedColumns, AssessedSums, ClaimColumns, NO_DAY, ReceiptColumns};
use crate::Date;
use crate::error::{Code, Error, Input, Result};
use crate::number::{Money, overflow};
use crate::overdue::aging::{AgingBucket, AgingMode, standard_buckets, wrong_buckets};
use crate::overdue::claim::day_number;
use crate::overdue::late_fee::{Accrual, AccruedPart, DailyRates, LateFeePolicy, PaidParts};
use crate::overdue::sums::of_sums;

/// Assesses and ages claims by the million: the same as [`OverdueAssessing`](super::super::OverdueAssessing)
/// and [`Aging`](super::super::Aging) claim by claim, without texts. Cost is linear in claims and receipts.
///
/// Waivers and what is only told have no place in columns. What is refused names the row.
///
/// ```
/// use kaipan::overdue::{
///     AssessedColumns, ClaimColumns, LateFeePolicy, LateFeeTier, OverdueColumns, ReceiptColumns,
/// };
/// let policy = LateFeePolicy {
///     tiers: vec![LateFeeTier::new("0.0002".parse()?)],
///     ..LateFeePolicy::default()
/// };
/// let columns = OverdueColumns::new(&policy)?;
/// // Due on 2025-03-10; paid 15 and 51 days later.
/// let claims = ClaimColumns { due: &[20_157], amounts: &[39_520_600], ..ClaimColumns::default() };
/// let receipts = ReceiptColumns {
///     claims: &[0, 0],
///     days: &[20_172, 20_208],
///     amounts: &[10_000_000, 29_520_600],
/// };
/// let (mut outstanding, mut overdue_days, mut late_fees) = ([0], [0], [0]);
/// let out = AssessedColumns {
///     outstanding: &mut outstanding,
///     overdue_days: &mut overdue_days,
///     late_fees: &mut late_fees,
/// };
/// let sums = columns.assess(claims, receipts, "2025-05-01".parse()?, out)?;
/// assert_eq!((outstanding[0], late_fees[0]), (0, 331_110)); // fen
/// assert_eq!(sums.late_fee.to_string(), "3311.10");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct OverdueColumns<'a> {
    policy: &'a LateFeePolicy,
    rates: DailyRates,
}

/// A claim of a row after its receipts.
struct RowBalance<'a> {
    accrual: Accrual<'a>,
    outstanding: i64,
    /// Days from the due day; none without one.
    today: Option<i32>,
}

impl<'a> OverdueColumns<'a> {
    /// Columns under a policy of late fees.
    ///
    /// # Errors
    /// What cannot be about the policy, in [`Input::Policy`].
    pub fn new(policy: &'a LateFeePolicy) -> Result<OverdueColumns<'a>> {
        let errors = policy.wrong().into_iter().map(|error| error.within(Input::Policy));
        Error::collect(errors.collect())?;
        Ok(OverdueColumns { policy, rates: DailyRates::new(policy) })
    }

    /// What each claim owes on a day, days overdue and late fees, with their sums. A claim that has
    /// not arisen owes nothing. On an error what was written is to be thrown away.
    ///
    /// # Errors
    /// [`Code::OverdueColumns`] for columns of different lengths; [`Code::NumberBetween`] for a day outside
    /// the calendar; [`Code::NumberNegative`] for a negative amount or contract total,
    /// [`Code::OverdueTotalMissing`] where a cap needs one; [`Code::OverdueClaimUnknown`],
    /// [`Code::OverduePaymentEarly`], [`Code::OverduePaidAbove`], [`Code::OverdueGivenBackAbove`] at the row of
    /// a receipt.
    pub fn assess(
        &self,
        claims: ClaimColumns<'_>,
        receipts: ReceiptColumns<'_>,
        as_of: Date,
        out: AssessedColumns<'_>,
    ) -> Result<AssessedSums> {
        claims.check()?;
        receipts.check()?;
        out.check(claims.amounts.len())?;
        let grouped = Grouped::new(receipts, claims.amounts.len())?;
        let mut sums = RunningSums::default();
        let mut scratch = Vec::new();
        let AssessedColumns { outstanding, overdue_days, late_fees } = out;
        let rows = outstanding.iter_mut().zip(overdue_days).zip(late_fees).enumerate();
        for (row, ((outstanding, overdue_days), late_fee)) in rows {
            (*outstanding, *overdue_days, *late_fee) = (0, 0, 0);
            let balance =
                self.row(row, &claims, &grouped, as_of, &mut scratch, &mut |_: AccruedPart| {})?;
            let Some(balance) = balance else { continue };
            let fee = balance.accrual.late_fee(balance.today.unwrap_or(0));
            let (fee, _) = fee.map_err(|error| match error.code() {
                Code::OverdueTotalMissing => of_claim(error, "contract_totals", row),
                _ => of_claim(error, "amounts", row),
            })?;
            let days = balance.today.and_then(|days| u32::try_from(days).ok());
            (*outstanding, *late_fee) = (balance.outstanding, fee);
            *overdue_days = if balance.outstanding > 0 { days.unwrap_or(0) } else { 0 };
            sums.add(balance.outstanding, *overdue_days > 0, fee)?;
        }
        sums.sums().map_err(of_sums)
    }

    /// What the claims of each group owe on a day by how long they are overdue; the standard buckets if
    /// none are given. There are as many groups as the highest number says.
    ///
    /// # Errors
    /// As [`OverdueColumns::assess`], and buckets that overlap or leave days without one.
    pub fn age(
        &self,
        claims: ClaimColumns<'_>,
        receipts: ReceiptColumns<'_>,
        as_of: Date,
        buckets: Option<&[AgingBucket]>,
        mode: AgingMode,
    ) -> Result<Vec<AgedGroup>> {
        claims.check()?;
        receipts.check()?;
        let standard = standard_buckets();
        let buckets = buckets.unwrap_or(&standard);
        let wrong = wrong_buckets(buckets).into_iter().map(|one| one.within(Input::Buckets));
        Error::collect(wrong.collect())?;
        let grouped = Grouped::new(receipts, claims.amounts.len())?;
        let most = claims.groups.iter().copied().max().map_or(0, usize::from);
        let empty = AgedGroup { buckets: vec![Money::ZERO; buckets.len()], ..AgedGroup::default() };
        let mut groups = vec![empty; most.saturating_add(1)];
        let (mut scratch, mut paid) = (Vec::new(), PaidParts::default());
        for row in 0..claims.amounts.len() {
            paid.clear();
            let mut take = |part: AccruedPart| paid.take(&part);
            let balance = self.row(row, &claims, &grouped, as_of, &mut scratch, &mut take)?;
            let Some(balance) = balance else { continue };
            let at = claims.groups.get(row).copied().map_or(0, usize::from);
            let Some(group) = groups.get_mut(at) else { continue };
            let mut is_there = false;
            let owed = balance.outstanding;
            if mode != AgingMode::SincePaid && owed > 0 {
                is_there = true;
                match balance.today {
                    None => add(&mut group.undated, owed)?,
                    Some(days) if days > 0 => {
                        overdue(group, buckets, days.unsigned_abs(), owed)?;
                    }
                    Some(_) => add(&mut group.not_due, owed)?,
                }
            }
            if mode != AgingMode::StillOwed && balance.today.is_some() {
                for (days, fen) in paid.late() {
                    is_there = true;
                    overdue(group, buckets, days, fen)?;
                }
            }
            group.claims = group.claims.saturating_add(u32::from(is_there));
        }
        Ok(groups)
    }

    /// A claim after its receipts up to the day; none that has not arisen.
    fn row<'b>(
        &'b self,
        row: usize,
        claims: &ClaimColumns<'_>,
        grouped: &Grouped<'_>,
        as_of: Date,
        scratch: &mut Vec<(usize, i32, i64)>,
        part: &mut impl FnMut(AccruedPart),
    ) -> Result<Option<RowBalance<'b>>> {
        let today = day_number(as_of);
        let dated = |column: &[i32]| column.get(row).copied().filter(|day| *day != NO_DAY);
        let since = dated(claims.since);
        let amount = not_negative("amounts", claims.amounts, row)?;
        let total = not_negative("contract_totals", claims.contract_totals, row)?;
        let total = Some(total).filter(|total| *total > 0);
        let due = dated(claims.due);
        let bears = claims.bearing.get(row).copied().unwrap_or(true);
        let mut accrual =
            Accrual::new(self.policy, &self.rates, due.filter(|_| bears), amount).with(total, &[]);
        grouped.fill(row, today, scratch);
        let from_due = |day: i32| due.map_or(0, |due| day.saturating_sub(due));
        for (receipt, day, fen) in scratch.iter() {
            let place = |error: Error| {
                error.with("claim", row).at(*receipt).at("amounts").within(Input::Received)
            };
            if let Some(since) = since.filter(|since| day < since) {
                let error = Error::new(Code::OverduePaymentEarly).with("day", day_shown(*day));
                return Err(place(error.with("from", day_shown(since))));
            }
            accrual.pay(from_due(*day), *fen, part).map_err(place)?;
        }
        if since.is_some_and(|since| since > today) {
            return Ok(None);
        }
        let outstanding = accrual.outstanding();
        let outstanding = outstanding.map_err(|error| of_claim(error, "amounts", row))?;
        Ok(Some(RowBalance { accrual, outstanding, today: due.map(|_| from_due(today)) }))
    }
}

fn overdue(group: &mut AgedGroup, buckets: &[AgingBucket], days: u32, fen: i64) -> Result<()> {
    let bucket = buckets.iter().position(|bucket| bucket.has(days));
    match bucket.and_then(|at| group.buckets.get_mut(at)) {
        Some(sum) => add(sum, fen),
        None => Ok(()),
    }
}

/// The fen of a row; 0 in a column that is left out.
fn not_negative(field: &'static str, column: &[i64], row: usize) -> Result<i64> {
    match column.get(row).copied().unwrap_or(0) {
        fen if fen < 0 => {
            let error = Error::new(Code::NumberNegative).with("field", field);
            Err(of_claim(error.with("value", Money::from_fen(fen)), field, row))
        }
        fen => Ok(fen),
    }
}

/// What is wrong at the row of a claim.
fn of_claim(error: Error, field: &'static str, row: usize) -> Error {
    error.at(row).at(field).within(Input::Claims)
}

/// A numbered day as people write it; its number outside the calendar.
fn day_shown(number: i32) -> String {
    let day = Date::from_ymd(1970, 1, 1).and_then(|first| first.shift_days(number));
    day.map_or_else(|| number.to_string(), |day| day.to_string())
}

fn add(sum: &mut Money, fen: i64) -> Result<()> {
    *sum = sum.checked_add(Money::from_fen(fen)).ok_or_else(overflow)?;
    Ok(())
}

/// Sums of millions of rows, wide enough for any.
#[derive(Default)]
struct RunningSums {
    claims: u32,
    outstanding: i128,
    overdue: i128,
    late_fee: i128,
}

impl RunningSums {
    fn add(&mut self, outstanding: i64, is_overdue: bool, late_fee: i64) -> Result<()> {
        let sum = |sum: i128, fen: i64| sum.checked_add(i128::from(fen)).ok_or_else(overflow);
        self.claims = self.claims.saturating_add(1);
        self.outstanding = sum(self.outstanding, outstanding)?;
        self.overdue = sum(self.overdue, if is_overdue { outstanding } else { 0 })?;
        self.late_fee = sum(self.late_fee, late_fee)?;
        Ok(())
    }

    fn sums(&self) -> Result<AssessedSums> {
        let money = |fen: i128| i64::try_from(fen).map(Money::from_fen).map_err(|_| overflow());
        Ok(AssessedSums {
            claims: self.claims,
            outstanding: money(self.outstanding)?,
            overdue: money(self.overdue)?,
            late_fee: money(self.late_fee)?,
        })
    }
}
