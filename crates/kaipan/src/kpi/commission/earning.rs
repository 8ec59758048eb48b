//! What deals earn, before it is known how much that is.

use super::deal::{CommissionShare, CommissionedDeal};
use super::scheme::{CommissionMeasure, CommissionScheme};
use crate::channel::{ClawBack, EarningCondition};
use crate::error::Result;
use crate::number::{Money, Unrounded};
use crate::{Date, Text};

/// A part of a deal that was earned on a day.
#[derive(Debug, Clone)]
pub(super) struct Earning<'a> {
    pub(super) deal: &'a CommissionedDeal,
    /// Its place among the parts of the deal.
    pub(super) part: usize,
    pub(super) date: Date,
    pub(super) condition: Option<EarningCondition>,
    /// What is counted of the deal: yuan, or units.
    pub(super) counted: Unrounded,
}

/// What one person earned.
#[derive(Debug, Clone)]
pub(super) struct OwnEarning<'a> {
    pub(super) of: &'a Earning<'a>,
    pub(super) share: &'a CommissionShare,
    /// What is counted for the person.
    pub(super) counted: Unrounded,
}

impl<'a> OwnEarning<'a> {
    pub(super) fn person(&self) -> &'a Text {
        &self.share.person
    }
}

/// Everything that a deal has earned by a day, if it was to be earned at all.
pub(super) fn earnings<'a>(
    scheme: &CommissionScheme,
    deal: &'a CommissionedDeal,
    as_of: Option<Date>,
) -> Result<Vec<Earning<'a>>> {
    let mut all = Vec::new();
    if scheme.measure == CommissionMeasure::CollectedAmount {
        for (part, receipt) in deal.receipts.iter().enumerate() {
            let counted = receipt.amount.into();
            all.push(Earning { deal, part, date: receipt.date, condition: None, counted });
        }
    } else {
        let whole = match scheme.measure {
            CommissionMeasure::Units => Unrounded::ONE,
            _ => Unrounded::from(deal.amount),
        };
        for (part, own) in scheme.earned.iter().enumerate() {
            let Some(date) = deal.met(own.on) else { continue };
            let counted = whole.mul(&own.share.exact())?.reduced()?;
            all.push(Earning { deal, part, date, condition: Some(own.on), counted });
        }
    }
    all.retain(|one| {
        let is_over = as_of.is_none_or(|day| one.date <= day);
        is_over && !is_undone(scheme, one, as_of)
    });
    Ok(all)
}

/// The buyer quit in the period in which it was earned, or before: it counts as never sold.
fn is_undone(scheme: &CommissionScheme, one: &Earning<'_>, as_of: Option<Date>) -> bool {
    let quit = one.deal.quit_on.filter(|quit| as_of.is_none_or(|day| *quit <= day));
    quit.is_some_and(|quit| {
        quit <= one.date || quit <= scheme.period.last(one.date) || {
            // Everything is one period where figures are cumulative.
            scheme.period == crate::kpi::period::PeriodKind::Cumulative
        }
    })
}

/// What goes back of an amount that a deal earned, if the buyer has quit since.
pub(super) fn clawed_back(
    scheme: &CommissionScheme,
    deal: &CommissionedDeal,
    amount: Money,
    as_of: Option<Date>,
) -> Result<Option<(Date, Money)>> {
    let quit = deal.quit_on.filter(|quit| as_of.is_none_or(|day| *quit <= day));
    let Some(quit) = quit else { return Ok(None) };
    let share = match &scheme.claw_back {
        ClawBack::None {} => return Ok(None),
        ClawBack::All {} => Unrounded::ONE,
        ClawBack::ByMonths { steps } => {
            // Without a day of signing nothing says how long ago that was: everything goes back.
            let within = |months: u32| {
                let last = deal.signed_on.map(|day| day.add_months(i32::try_from(months).ok()?));
                last.is_none_or(|last| last.is_none_or(|last| quit <= last))
            };
            match steps.iter().find(|step| within(step.within_months)) {
                Some(step) => step.share.exact(),
                None => return Ok(None),
            }
        }
    };
    let back = Unrounded::from(amount).mul(&share)?;
    let back = crate::number::Rounding::FEN.round(&back)?;
    let back = Money::ZERO.checked_sub(back).ok_or_else(crate::number::overflow)?;
    Ok((!back.is_zero()).then_some((quit, back)))
}
