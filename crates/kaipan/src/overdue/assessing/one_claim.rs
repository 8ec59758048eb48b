//! One claim: its balance, its parts and its late fee.

use super::OverdueAssessing;
use super::answer::{AssessedClaim, LateFeePart};
use crate::Date;
use crate::error::{Code, Finding, Input, Result, finding};
use crate::number::{Money, Rate, Unrounded, Wide, less, overflow};
use crate::overdue::balance::{ClaimBalance, Running};
use crate::overdue::claim::{ClaimDeal, ClaimOfDay};
use crate::overdue::fees_beside::Beside;
use crate::overdue::late_fee::{AccruedPart, DailyRates};

/// A court may reduce a late fee above this part of the loss: 130 %.
const ABOVE_LOSS: i64 = 130;

impl OverdueAssessing<'_> {
    /// A claim on the day.
    pub(super) fn claim(
        &self,
        of_day: &ClaimOfDay<'_>,
        beside: &Beside,
        deal: Option<&ClaimDeal>,
        rates: &DailyRates,
        findings: &mut Vec<Finding>,
    ) -> Result<AssessedClaim> {
        let claim = of_day.claim;
        let category = claim.category();
        let waivers = beside.waived(claim.due);
        let running = Running {
            policy: self.policy,
            rates,
            as_of: self.as_of,
            contract_total: deal.and_then(|deal| deal.contract_total).map(Money::fen),
            waived: &waivers,
        };
        let ClaimBalance { accrual, parts, last_paid, today } = running.run(of_day)?;
        let outstanding = Money::from_fen(accrual.outstanding()?);
        let (fee, capped) = accrual.late_fee(today)?;
        let (reference_fee, waived) = (Money::from_fen(fee), Money::from_fen(accrual.waived));
        findings.extend(beside.above(of_day, waived)?);
        findings.extend(above_total(of_day, deal));
        let paid_fee = Money::from_fen(accrual.paid.late_fee);
        let lapses = self.policy.lapses_when_paid && outstanding.is_zero();
        let late_fee = if lapses { paid_fee } else { less(reference_fee, waived)? };
        findings.extend(above_claim(of_day, late_fee));
        self.tell_loss(of_day, &parts, reference_fee, findings)?;
        let overdue_days = if outstanding.is_zero() { 0 } else { today };
        let paid_late_days = if outstanding.is_zero() { last_paid.unwrap_or(0) } else { 0 };
        let late = |days: i32| u32::try_from(days).unwrap_or(0);
        let shown = parts.iter().filter(|part| part.until > part.after.max(0));
        let shown = claim.due.map(|due| shown.map(|part| self.part(due, part)).collect());
        Ok(AssessedClaim {
            claim: claim.id.clone(),
            deal: claim.deal.clone(),
            item: claim.item.clone(),
            category,
            due: claim.due,
            amount: claim.amount,
            paid: less(claim.amount, outstanding)?,
            outstanding,
            overdue_days: late(overdue_days),
            paid_late_days: late(paid_late_days),
            reference_fee,
            capped,
            waived,
            late_fee,
            late_fee_paid: paid_fee,
            late_fee_outstanding: less(late_fee, paid_fee)?,
            posted: beside.posted,
            to_post: less(late_fee, beside.posted)?,
            parts: shown.transpose()?.unwrap_or_default(),
        })
    }

    /// A part that was unpaid after the due day, for people.
    fn part(&self, due: Date, part: &AccruedPart) -> Result<LateFeePart> {
        let day = |days: i32| due.shift_days(days).ok_or_else(overflow);
        let rate = Unrounded::from(Rate::from_millionths(part.charged.millionths));
        let unit = Unrounded::new(Wide::ONE, Wide::from(self.policy.rate_unit.days()))?;
        let rate = rate.mul(&unit)?;
        let fee = rate.mul(&Unrounded::from(Money::from_fen(part.amount)))?;
        let after = part.after.max(0);
        let days = part.until.checked_sub(after).and_then(|days| u32::try_from(days).ok());
        Ok(LateFeePart {
            amount: Money::from_fen(part.amount),
            from: day(after)?,
            to: day(part.until)?,
            paid: part.is_paid,
            days: days.ok_or_else(overflow)?,
            charged_days: u32::try_from(part.charged.days).map_err(|_| overflow())?,
            rate: rate.reduced()?.to_exact()?,
            fee: fee.reduced()?.to_exact()?,
        })
    }

    /// A late fee far above the loss, which a court may reduce (司法解释 2020 Art. 12).
    fn tell_loss(
        &self,
        of_day: &ClaimOfDay<'_>,
        parts: &[AccruedPart],
        fee: Money,
        findings: &mut Vec<Finding>,
    ) -> Result<()> {
        let Some(rate) = self.policy.loss_rate.filter(|_| fee.is_positive()) else {
            return Ok(());
        };
        let mut sum = Unrounded::ZERO;
        for part in parts {
            let days = i64::from(part.until.saturating_sub(part.after.max(0)).max(0));
            let days = Unrounded::new(Wide::from(days), Wide::from(365_i64))?;
            sum = sum.add(&Unrounded::from(Money::from_fen(part.amount)).mul(&days)?)?.reduced()?;
        }
        let loss = sum.mul(&Unrounded::from(rate))?;
        let most = loss.mul(&Unrounded::new(Wide::from(ABOVE_LOSS), Wide::from(100_i64))?)?;
        if Unrounded::from(fee).compare(&most)?.is_gt() {
            let loss = crate::number::Rounding::FEN.round(&loss)?;
            let claim = &of_day.claim.id;
            let told = finding!(Code::OverdueAboveLoss, claim, fee, loss);
            findings.push(told.at(of_day.at).within(Input::Claims));
        }
        Ok(())
    }
}

/// A late fee above the claim itself.
fn above_claim(of_day: &ClaimOfDay<'_>, fee: Money) -> Option<Finding> {
    let (claim, amount) = (&of_day.claim.id, of_day.claim.amount);
    let told = || finding!(Code::OverdueFeeAboveClaim, claim, fee, amount);
    (fee > amount).then(|| told().at(of_day.at).within(Input::Claims))
}

/// A claim above the whole contract total.
fn above_total(of_day: &ClaimOfDay<'_>, deal: Option<&ClaimDeal>) -> Option<Finding> {
    let (deal, amount) = (deal?, of_day.claim.amount);
    let total = deal.contract_total.filter(|total| amount > *total)?;
    let told = finding!(Code::OverdueAboveTotal, deal = deal.id, amount, total);
    Some(told.at("amount").at(of_day.at).within(Input::Claims))
}
