//! Red reversal and deletion (红冲、删除; handbook §6.4).

use super::entering::Entering;
use crate::Text;
use crate::error::{Code, Error, Result};
use crate::ledger::book::{Effect, ReceiptRow};
use crate::ledger::{LedgerAct, LedgerActKind, LedgerCommand};
use crate::number::{Money, less, negative, plus};
use std::collections::BTreeSet;

impl Entering<'_> {
    /// What was posted under a key.
    fn posted(&self, key: &Text) -> Result<u32> {
        let known = self.ledger.keys.find(key);
        known.ok_or_else(|| Error::new(Code::LedgerPostingUnknown).with("key", key).at("posting"))
    }

    /// What was entered by mistake on the same day disappears, on its own date.
    pub(super) fn delete(&mut self, key: &Text, handed_over: bool) -> Result<()> {
        let row = self.ledger.postings.get(self.posted(key)?)?;
        let today = self.context.now.date();
        let refused = |code| Err(Error::new(code).with("key", key).at("posting"));
        if !matches!(row.kind, LedgerActKind::Receive | LedgerActKind::Allocate) {
            return refused(Code::LedgerNotDeleted);
        }
        if row.recorded_at.date() != today {
            return refused(Code::LedgerDeletedLate);
        }
        if row.verified {
            return refused(Code::LedgerVerified);
        }
        if handed_over {
            return refused(Code::LedgerHandedOver);
        }
        self.mirror(key, true)
    }

    /// A deletion has the day of the original. Where another is given, it is not what was meant.
    pub(super) fn own_day(&self, command: &LedgerCommand) -> Result<()> {
        let is_deletion = matches!(command.act, LedgerAct::Delete { .. });
        match command.date.filter(|given| is_deletion && *given != self.date) {
            Some(given) => {
                let error = Error::new(Code::LedgerDeletionDay).with("date", given);
                Err(error.with("first", self.date).at("date"))
            }
            None => Ok(()),
        }
    }

    pub(super) fn verify(&mut self, key: &Text) -> Result<()> {
        let posting = self.posted(key)?;
        let row = self.ledger.postings.get(posting)?;
        let refused = |code| Err(Error::new(code).with("key", key).at("posting"));
        if row.mirrored_by.is_some() {
            return refused(Code::LedgerReversedTwice);
        }
        if row.verified || row.kind != LedgerActKind::Receive {
            return refused(Code::LedgerNotVerified);
        }
        let date = row.date;
        self.early(date, "posting")?;
        self.ledger.apply(Effect::Verified { posting })
    }

    /// Takes back what was posted, effect by effect, the last first. What is built on it since then
    /// is freed; what has been spent since then is not there to take back, and refuses it.
    pub(super) fn mirror(&mut self, key: &Text, deleted: bool) -> Result<()> {
        let posting = self.posted(key)?;
        let row = self.ledger.postings.get(posting)?;
        let refused = |code| Err(Error::new(code).with("key", key).at("posting"));
        if row.mirror_of.is_some() {
            return refused(Code::LedgerReversalOfReversal);
        }
        if row.mirrored_by.is_some() {
            return refused(Code::LedgerReversedTwice);
        }
        if matches!(
            row.kind,
            LedgerActKind::OpenDeal
                | LedgerActKind::Sign
                | LedgerActKind::Reach
                | LedgerActKind::EndDeal
                | LedgerActKind::Verify
                | LedgerActKind::Close
        ) {
            return refused(Code::LedgerNotReversed);
        }
        self.early(row.date, "posting")?;
        let is_allocation = row.kind == LedgerActKind::Allocate;
        let effects = netted(self.ledger.effects_of(posting)?)?;
        for effect in effects.iter().rev() {
            self.take_back(*effect, key)?;
        }
        if !is_allocation {
            self.pay_again(posting)?;
        }
        self.tell_left(&effects)?;
        self.ledger.apply(Effect::Mirrored { posting, deleted })
    }

    /// What is open again is paid by free money that came in after the original, as if that had never
    /// been posted. What was free before it was so for a reason, and waits.
    fn pay_again(&mut self, original: u32) -> Result<()> {
        let mut owners = BTreeSet::new();
        let posted = self.ledger.effects.part(self.effects, self.ledger.effects.len()?);
        for effect in netted(posted)? {
            let opens = match effect {
                Effect::Raised { amount, .. } => amount.is_positive(),
                Effect::Waived { amount, .. } | Effect::Allocated { amount, .. } => {
                    amount.is_negative()
                }
                _ => false,
            };
            owners.extend(self.ledger.owner_of(effect)?.filter(|_| opens));
        }
        let came_after = |row: &ReceiptRow| row.posting > original;
        owners.into_iter().try_for_each(|owner| self.apply_free(owner, came_after))
    }

    fn take_back(&mut self, effect: Effect, key: &Text) -> Result<()> {
        match effect {
            Effect::Raised { receivable, amount } => {
                let id = self.ledger.receivable_names.name(receivable)?.clone();
                self.change(receivable, &id, negative(amount)?).map_err(|error| error.at("posting"))
            }
            Effect::Waived { receivable, amount } => {
                self.ledger.apply(Effect::Waived { receivable, amount: negative(amount)? })
            }
            Effect::Dated { receivable, before: due, .. } => {
                let before = self.ledger.receivables.get(receivable)?.due;
                self.ledger.apply(Effect::Dated { receivable, due, before })
            }
            Effect::Received { receipt, amount } => {
                let free = self.ledger.receipts.get(receipt)?.free;
                let lacking = less(amount, free)?;
                if lacking.is_positive() {
                    self.free_of_receipt(receipt, lacking)?;
                }
                let row = self.ledger.receipts.get(receipt)?;
                let lacking = less(amount, row.free)?;
                if amount.is_positive() && lacking.is_positive() {
                    let error = Error::new(Code::LedgerMoneyUsed).with("amount", lacking);
                    let error = error.with("item", self.ledger.items.name(row.item)?);
                    return Err(error.with("owner", key).at("posting"));
                }
                self.ledger.apply(Effect::Received { receipt, amount: negative(amount)? })
            }
            Effect::Allocated { allocation, amount, .. } => {
                let row = *self.ledger.allocations.get(allocation)?;
                // What was applied is freed as far as it still is; what was freed is applied as far
                // as there is money and something to pay.
                if amount.is_positive() {
                    return self.free_pair(row.receipt, row.receivable, row.amount.min(amount));
                }
                let room = self.room(row.receipt, row.receivable, self.date)?;
                let back = negative(amount)?.min(room);
                match back.is_zero() {
                    true => Ok(()),
                    false => self.ledger.allocate(row.receipt, row.receivable, back, self.date),
                }
            }
            Effect::Leg { owner, account, item, amount } => {
                self.leg(owner, account, item, negative(amount)?)
            }
            Effect::Used { approval, amount } => {
                self.ledger.apply(Effect::Used { approval, amount: negative(amount)? })
            }
            Effect::Opened { .. }
            | Effect::Signed { .. }
            | Effect::Reached { .. }
            | Effect::Ended { .. }
            | Effect::Mirrored { .. }
            | Effect::Verified { .. }
            | Effect::Closed { .. } => Ok(()),
        }
    }
}

/// Effects with those of each allocation as one, where the last of them stands.
fn netted(effects: &[Effect]) -> Result<Vec<Effect>> {
    let mut netted: Vec<Effect> = Vec::with_capacity(effects.len());
    for (at, effect) in effects.iter().enumerate() {
        let Effect::Allocated { allocation, on, signed, .. } = *effect else {
            netted.push(*effect);
            continue;
        };
        let is_own = |other: &Effect| matches!(other, Effect::Allocated { allocation: own, .. } if *own == allocation);
        if effects.iter().skip(at).skip(1).any(is_own) {
            continue;
        }
        let mut amount = Money::ZERO;
        for other in effects {
            if let Effect::Allocated { allocation: own, amount: part, .. } = other
                && *own == allocation
            {
                amount = plus(amount, *part)?;
            }
        }
        netted.push(Effect::Allocated { allocation, amount, on, signed });
    }
    netted.retain(|one| !matches!(one, Effect::Allocated { amount, .. } if amount.is_zero()));
    Ok(netted)
}
