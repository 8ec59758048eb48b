//! What a posting allocates on its day, by what it is.

use super::{Allocating, Pair};
use crate::error::{Code, Error, Result};
use crate::ledger::LedgerActKind;
use crate::ledger::book::{Account, Effect, Instruction};
use crate::number::{Money, negative, plus};

/// A posting as it allocates.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step {
    pub(super) posting: u32,
    pub(super) kind: LedgerActKind,
    /// The money that it brought, or that it allocates: the first, and how many.
    pub(super) receipts: (u32, u32),
    /// The posting that it takes back.
    pub(super) mirror_of: Option<u32>,
    /// It is what is being posted.
    pub(super) is_own: bool,
}

impl Step {
    fn receipts(self) -> impl Iterator<Item = u32> {
        let (first, count) = self.receipts;
        first..first.saturating_add(count)
    }
}

impl Allocating<'_> {
    /// A posting allocates; its facts are in the rows.
    pub(super) fn do_step(&mut self, facts: &[Effect]) -> Result<()> {
        match self.step.kind {
            LedgerActKind::Receive => self.bring(),
            LedgerActKind::Transfer => {
                if self.settle_money(facts, true)? {
                    self.apply_prepayments()?;
                }
                self.bring()
            }
            LedgerActKind::Enter => {
                self.release()?;
                self.settle_money(facts, false)?;
                self.bring()
            }
            LedgerActKind::Refund => match self.settle_money(facts, true)? {
                true => self.apply_prepayments(),
                false => Ok(()),
            },
            LedgerActKind::Raise | LedgerActKind::Adjust => {
                self.settle_lines(facts)?;
                self.apply_prepayments()
            }
            LedgerActKind::Waive if self.step.is_own => self.waived_at_most(facts),
            LedgerActKind::Waive => match self.settle_lines(facts)? {
                true => self.apply_prepayments(),
                false => Ok(()),
            },
            LedgerActKind::EndDeal => self.settle_lines(facts).map(drop),
            LedgerActKind::Allocate => self.allocate(),
            LedgerActKind::Reverse | LedgerActKind::Delete => self.take_back(facts),
            LedgerActKind::OpenDeal
            | LedgerActKind::Sign
            | LedgerActKind::Reach
            | LedgerActKind::Redate
            | LedgerActKind::Verify
            | LedgerActKind::PayOn
            | LedgerActKind::MoveBank
            | LedgerActKind::Commission
            | LedgerActKind::Close => Ok(()),
        }
    }

    /// Money that came in goes where people say, and by the policy.
    fn bring(&mut self) -> Result<()> {
        self.instruct()?;
        for receipt in self.step.receipts() {
            if self.ledger.receipts.get(receipt)?.owner == self.owner {
                self.spread(receipt, None)?;
            }
        }
        Ok(())
    }

    /// Money that was there goes where people say, or by the policy to what was there when that was said.
    fn allocate(&mut self) -> Result<()> {
        if self.step.is_own {
            self.some_free()?;
        }
        match self.instruct()? {
            true => Ok(()),
            false => self.spread_again(),
        }
    }

    /// Money goes by the policy to what was there when its allocation was recorded.
    pub(super) fn spread_again(&mut self) -> Result<()> {
        for receipt in self.step.receipts() {
            if self.ledger.receipts.get(receipt)?.owner == self.owner {
                self.spread(receipt, Some(self.step.posting))?;
            }
        }
        Ok(())
    }

    fn some_free(&self) -> Result<()> {
        let mut free = Money::ZERO;
        for receipt in self.step.receipts() {
            let row = self.ledger.receipts.get(receipt)?;
            if row.home != Account::RefundDue {
                free = plus(free, row.free)?;
            }
        }
        if free.is_positive() {
            return Ok(());
        }
        let posting = self.ledger.receipts.get(self.step.receipts.0)?.posting;
        let error = Error::new(Code::LedgerNothingFree);
        Err(error.with("key", self.ledger.keys.name(posting)?).at("receipt"))
    }

    /// Frees what an entry of another area says that it takes from what is paid.
    fn release(&mut self) -> Result<()> {
        let released: Vec<(Pair, Money)> = match self.step.is_own {
            true => self.released.iter().map(|(one, other, sum)| ((*one, *other), *sum)).collect(),
            false => {
                let freed = self.recorded_by(self.step.posting)?.into_iter();
                freed.map(|(pair, amount)| Ok((pair, negative(amount)?))).collect::<Result<_>>()?
            }
        };
        for ((receipt, receivable), amount) in released {
            // What is free by now goes first.
            let lacking = negative(self.ledger.receipts.get(receipt)?.free)?;
            let part = self.paid_of(receipt, receivable)?.min(amount).min(lacking);
            if part.is_positive() {
                self.free(receipt, receivable, part)?;
            }
        }
        Ok(())
    }

    /// What a person says in the posting that is done: all of it, or what waits for a day.
    pub(super) fn said(&self) -> Result<Vec<Instruction>> {
        if self.step.is_own {
            return Ok(self.own.to_vec());
        }
        let said = self.ledger.owners.get(self.owner)?.instructions.iter();
        Ok(said.filter(|one| one.posting == self.step.posting).copied().collect())
    }
}
