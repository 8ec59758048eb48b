//! Receipts by the claims that they pay.

use super::rows::ReceiptColumns;
use crate::error::{Code, Error, Input, Result};
use crate::number::overflow;

/// The rows of receipts in the order of their claims.
pub(super) struct Grouped<'a> {
    receipts: ReceiptColumns<'a>,
    /// Where the receipts of each claim end.
    ends: Vec<usize>,
    /// Rows in the order of their claims; none if they are in that order as they come.
    order: Vec<u32>,
}

impl<'a> Grouped<'a> {
    /// # Errors
    /// [`Code::OverdueClaimUnknown`] for a receipt of a row that there is not.
    pub(super) fn new(receipts: ReceiptColumns<'a>, claims: usize) -> Result<Grouped<'a>> {
        let mut ends = vec![0_usize; claims];
        let (mut in_order, mut last) = (true, 0);
        for (row, claim) in receipts.claims.iter().enumerate() {
            let slot = usize::try_from(*claim).ok().and_then(|claim| ends.get_mut(claim));
            let slot = slot.ok_or_else(|| {
                let error = Error::new(Code::OverdueClaimUnknown).with("claim", claim);
                error.at(row).at("claims").within(Input::Received)
            })?;
            *slot = slot.saturating_add(1);
            in_order &= last <= *claim;
            last = *claim;
        }
        let mut sum = 0_usize;
        for end in &mut ends {
            sum = sum.saturating_add(*end);
            *end = sum;
        }
        if in_order {
            return Ok(Grouped { receipts, ends, order: Vec::new() });
        }
        // Each row goes to the next free place of its claim, from the last row to the first.
        let mut places = ends.clone();
        let mut order = vec![0_u32; receipts.claims.len()];
        for (row, claim) in receipts.claims.iter().enumerate().rev() {
            let place = usize::try_from(*claim).ok().and_then(|claim| places.get_mut(claim));
            let place = place.ok_or_else(overflow)?;
            *place = place.saturating_sub(1);
            let slot = order.get_mut(*place).ok_or_else(overflow)?;
            *slot = u32::try_from(row).map_err(|_| overflow())?;
        }
        Ok(Grouped { receipts, ends, order })
    }

    /// Fills in the receipts of a claim up to a day, by day; of one day what was given back comes
    /// last. Each has its row, its day and its fen.
    pub(super) fn fill(&self, claim: usize, until: i32, into: &mut Vec<(usize, i32, i64)>) {
        into.clear();
        let begin = claim.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        let begin = begin.unwrap_or(0);
        let end = self.ends.get(claim).copied().unwrap_or(begin);
        let mut is_sorted = true;
        for place in begin..end {
            let row = match self.order.get(place) {
                Some(row) => usize::try_from(*row).unwrap_or(usize::MAX),
                None => place,
            };
            let day = self.receipts.days.get(row).copied();
            let Some((day, fen)) = day.zip(self.receipts.amounts.get(row).copied()) else {
                continue;
            };
            if day > until {
                continue;
            }
            is_sorted &=
                into.last().is_none_or(|(_, last, amount)| (*last, *amount < 0) <= (day, fen < 0));
            into.push((row, day, fen));
        }
        if !is_sorted {
            into.sort_by_key(|(_, day, fen)| (*day, *fen < 0));
        }
    }
}
