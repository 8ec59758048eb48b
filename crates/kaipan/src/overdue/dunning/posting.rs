//! The entries of fees for steps.

use super::answer::DunningNotice;
use crate::error::Result;
use crate::money::{HANDLING_FEE, LedgerAccount, LedgerEntry, LedgerLeg};
use crate::number::{Money, overflow};
use crate::overdue::assessing::OverduePosting;
use crate::{Date, Text};

/// The entries of fees for notices that go out on the day. The key names the deal, the step and its
/// planned day: asked again, it is the same entry.
pub(super) fn entries(
    posting: &OverduePosting,
    today: Date,
    notices: &[DunningNotice],
) -> Result<Vec<LedgerEntry>> {
    let charged = notices.iter().filter(|one| !one.superseded && one.held_until.is_none());
    let charged = charged.filter_map(|one| Some((one, one.fee.filter(|fee| fee.is_positive())?)));
    let each = charged.enumerate().map(|(at, (notice, fee))| {
        let debit = Money::ZERO.checked_sub(fee).ok_or_else(overflow)?;
        let leg =
            |account, amount| LedgerLeg { account, item: Text::constant(HANDLING_FEE), amount };
        let sequence = u32::try_from(at).ok().and_then(|at| posting.sequence.checked_add(at));
        let (deal, step, planned) = (&notice.deal, &notice.step, notice.planned);
        Ok(LedgerEntry {
            key: Text::of(format_args!("dunning/{deal}/{step}/{planned}")),
            deal: Some(notice.deal.clone()),
            customer: None,
            payee: None,
            date: today,
            recorded_at: posting.recorded_at,
            sequence: sequence.ok_or_else(overflow)?,
            legs: vec![
                leg(LedgerAccount::Receivable {}, debit),
                leg(LedgerAccount::ChargeIncome {}, fee),
            ],
        })
    });
    each.collect()
}
