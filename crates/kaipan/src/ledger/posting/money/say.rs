//! What a person says that money pays (指定核销), and money that is allocated later.

use crate::Text;
use crate::error::{Code, Error, Result};
use crate::ledger::book::{Account, Instruction, Ledger};
use crate::ledger::posting::allocating::{allocated, can_pay};
use crate::ledger::posting::entering::Entering;
use crate::ledger::{AllocationLine, LedgerAct};
use crate::number::{Money, plus};

impl Entering<'_> {
    /// Money paid in advance is to be applied, as the cashier says or else by the policy.
    pub(in crate::ledger::posting) fn allocate(
        &mut self,
        receipt: &Text,
        lines: &[AllocationLine],
    ) -> Result<()> {
        let posting = self.ledger.keys.find(receipt).ok_or_else(|| {
            Error::new(Code::LedgerPostingUnknown).with("key", receipt).at("receipt")
        })?;
        let (first, count) = self.ledger.postings.get(posting)?.receipts;
        let (mut free, mut is_there) = (Money::ZERO, false);
        for at in first..first.saturating_add(count) {
            let row = self.ledger.receipts.get(at)?;
            if self.date < row.date {
                let error = Error::new(Code::LedgerAllocationEarly).with("date", self.date);
                return Err(error.with("day", row.date).at("receipt"));
            }
            if row.home != Account::RefundDue {
                free = plus(free, row.free)?;
                is_there = true;
            }
        }
        // What a person says is held to what is free on its day, and the policy gives way after it.
        if !is_there || (lines.is_empty() && !free.is_positive()) {
            return Err(Error::new(Code::LedgerNothingFree).with("key", receipt).at("receipt"));
        }
        let owner = self.ledger.receipts.get(first)?.owner;
        self.say(first, owner, lines)
    }

    /// Notes what the cashier says that money pays, up to the first line that cannot be.
    pub(in crate::ledger::posting) fn say(
        &mut self,
        receipt: u32,
        owner: u32,
        lines: &[AllocationLine],
    ) -> Result<()> {
        for (at, line) in lines.iter().enumerate() {
            match self.line_said((receipt, owner), line) {
                Ok(one) => self.said.push(one),
                Err(error) => {
                    self.said_wrong = Some(error.at(at).at("allocations"));
                    break;
                }
            }
        }
        Ok(())
    }

    fn line_said(
        &self,
        (receipt, owner): (u32, u32),
        line: &AllocationLine,
    ) -> Result<Instruction> {
        self.positive(line.amount, "amount")?;
        let receivable = self.receivable(&line.receivable)?;
        let (from, to) =
            (self.ledger.receipts.get(receipt)?, self.ledger.receivables.get(receivable)?);
        if owner != to.owner {
            let error = Error::new(Code::LedgerOtherOwner).with("receivable", &line.receivable);
            return Err(error.at("receivable"));
        }
        if !can_pay(from, to, &self.policy.allocation) {
            let error = Error::new(Code::LedgerWrongPool).with("receivable", &line.receivable);
            let error = error.with("item", self.ledger.items.name(from.item)?);
            return Err(error.at("receivable"));
        }
        let posting = self.ledger.postings.len()?;
        Ok(Instruction { posting, receipt, receivable, amount: line.amount })
    }

    /// A receivable by its id.
    pub(in crate::ledger::posting) fn receivable(&self, id: &Text) -> Result<u32> {
        self.ledger.receivable_names.find(id).ok_or_else(|| {
            let error = Error::new(Code::LedgerReceivableUnknown).with("receivable", id);
            error.at("receivable")
        })
    }

    /// What the act says has happened; now money is allocated.
    pub(in crate::ledger::posting) fn allocate_days(&mut self, act: &LedgerAct) -> Result<()> {
        allocated(self, act).map_err(|error| {
            let error = match act {
                LedgerAct::Receive { .. } => error.at("receipt"),
                LedgerAct::Transfer { .. } => error.at("transfer"),
                LedgerAct::Enter { .. } => error.at("entry"),
                _ => error,
            };
            error.at("act")
        })
    }
}

impl Ledger {
    /// Notes what was said in a posting that money pays.
    pub(in crate::ledger::posting) fn note_said(
        &mut self,
        act: &LedgerAct,
        posting: u32,
        brought: (u32, u32),
    ) -> Result<()> {
        let receipt = match act.about().and_then(|key| self.keys.find(key)) {
            Some(about) => self.postings.get(about)?.receipts.0,
            None => brought.0,
        };
        for line in act.said() {
            let Some(receivable) = self.receivable_names.find(&line.receivable) else { continue };
            let said = Instruction { posting, receipt, receivable, amount: line.amount };
            let owner = self.receivables.get(receivable)?.owner;
            self.owners.get_mut(owner)?.instructions.push(said);
        }
        Ok(())
    }
}
