//! The entries that bring what is posted of late fees to what is charged.

use super::OverdueAssessing;
use super::answer::AssessedClaim;
use super::beside::OverduePosting;
use crate::Text;
use crate::error::Result;
use crate::money::{LATE_FEE, LedgerAccount, LedgerEntry, LedgerLeg};
use crate::number::{Money, overflow};

impl OverdueAssessing<'_> {
    /// An entry for every claim of which more or less is charged than was posted. Its key names the
    /// claim and how many entries of its late fee there will be: asked again before it is posted, it
    /// is the same entry.
    pub(super) fn entries(
        &self,
        posting: &OverduePosting,
        claims: &[AssessedClaim],
        posted: &[u32],
    ) -> Result<Vec<LedgerEntry>> {
        let open = claims.iter().zip(posted).filter(|(one, _)| !one.to_post.is_zero());
        let each = open.enumerate().map(|(at, (one, posted))| {
            let number = posted.checked_add(1).ok_or_else(overflow)?;
            let sequence = u32::try_from(at).ok();
            let sequence = sequence.and_then(|at| posting.sequence.checked_add(at));
            let debit = Money::ZERO.checked_sub(one.to_post).ok_or_else(overflow)?;
            let leg =
                |account, amount| LedgerLeg { account, item: Text::constant(LATE_FEE), amount };
            Ok(LedgerEntry {
                key: Text::of(format_args!("late_fee/{}/{number}", one.claim)),
                deal: Some(one.deal.clone()),
                customer: None,
                payee: None,
                date: self.as_of,
                recorded_at: posting.recorded_at,
                sequence: sequence.ok_or_else(overflow)?,
                legs: vec![
                    leg(LedgerAccount::Receivable {}, debit),
                    leg(LedgerAccount::ChargeIncome {}, one.to_post),
                ],
            })
        });
        each.collect()
    }
}
