//! Red reversal and deletion (红冲、删除; handbook §6.4).

use super::entering::Entering;
use crate::Text;
use crate::error::{Code, Error, Result};
use crate::ledger::book::Effect;
use crate::ledger::{LedgerAct, LedgerActKind, LedgerCommand};
use crate::number::negative;

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

    /// Takes back what was posted, fact by fact, the last first. What is built on it since then is freed
    /// as it is allocated anew; what has been spent since then is not there to take back, and refuses it.
    pub(super) fn mirror(&mut self, key: &Text, deleted: bool) -> Result<()> {
        let posting = self.posted(key)?;
        let row = self.ledger.postings.get(posting)?;
        let refused = |code| Err(Error::new(code).with("key", key).at("posting"));
        if row.mirror_of().is_some() {
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
        let facts: Vec<Effect> = self.ledger.effects_of(posting)?.to_vec();
        for effect in facts.iter().rev() {
            self.take_back(posting, *effect)?;
        }
        self.tell_left(&facts)?;
        self.ledger.apply(Effect::Mirrored { posting, deleted })
    }

    /// A line owes more by what is taken back; those of an ended deal do not.
    fn owes_again(&self, receivable: u32) -> Result<()> {
        let row = self.ledger.receivables.get(receivable)?;
        self.alive(row.owner, row.category).map_err(|error| error.at("posting"))
    }

    /// The opposite of a fact. What was allocated comes after.
    fn take_back(&mut self, posting: u32, effect: Effect) -> Result<()> {
        match effect {
            Effect::Raised { receivable, amount } => {
                if amount.is_negative() {
                    self.owes_again(receivable)?;
                }
                let id = self.ledger.receivable_names.name(receivable)?.clone();
                self.change(receivable, &id, negative(amount)?).map_err(|error| error.at("posting"))
            }
            Effect::Waived { receivable, amount } => {
                self.owes_again(receivable)?;
                self.ledger.apply(Effect::Waived { receivable, amount: negative(amount)? })
            }
            Effect::Dated { receivable, .. } => {
                let redated = self.ledger.redated_back(receivable, posting, self.underway())?;
                self.ledger.apply(redated)
            }
            Effect::Received { receipt, amount } => {
                self.ledger.apply(Effect::Received { receipt, amount: negative(amount)? })
            }
            Effect::Leg { owner, account, item, amount } => {
                self.leg(owner, account, item, negative(amount)?)
            }
            Effect::Used { approval, amount } => {
                self.ledger.apply(Effect::Used { approval, amount: negative(amount)? })
            }
            Effect::Allocated { .. }
            | Effect::Opened { .. }
            | Effect::Signed { .. }
            | Effect::Reached { .. }
            | Effect::Ended { .. }
            | Effect::Mirrored { .. }
            | Effect::Verified { .. }
            | Effect::Closed { .. } => Ok(()),
        }
    }
}
