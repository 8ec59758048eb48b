//! A plan that is agreed, beside what the ledger has of the one before.

use crate::Text;
use crate::error::Result;
use crate::ledger::book::{Ledger, OwnerRow, ReceivableRow};
use crate::ledger::policy::AllocationPool;
use crate::ledger::{LedgerAct, ReceivableLine};
use crate::number::{Money, less, negative};

/// What changes about the receivables of a plan.
pub(super) struct PlanChange<'a> {
    ledger: &'a Ledger,
    owner: Option<&'a OwnerRow>,
    deal: &'a Text,
}

impl<'a> PlanChange<'a> {
    pub(super) fn new(
        ledger: &'a Ledger,
        owner: Option<&'a OwnerRow>,
        deal: &'a Text,
    ) -> PlanChange<'a> {
        PlanChange { ledger, owner, deal }
    }

    /// The receivables of the plan that is agreed now, each with its id and what is not waived of it.
    fn standing(&self) -> Result<Vec<(&'a Text, &'a ReceivableRow, Money)>> {
        let prefix = format!("{}/plan/", self.deal);
        let mut standing = Vec::new();
        for at in self.owner.iter().flat_map(|owner| &owner.receivables) {
            let id = self.ledger.receivable_names.name(*at)?;
            let row = self.ledger.receivables.get(*at)?;
            let stands = less(row.amount, row.waived)?;
            if id.starts_with(&prefix) && stands.is_positive() {
                standing.push((id, row, stands));
            }
        }
        Ok(standing)
    }

    /// What makes the plan before into this one. A line of the same item and number is the same line:
    /// its amount and its date change. What is less comes before what is more.
    pub(super) fn acts(&self, lines: Vec<ReceivableLine>) -> Result<Vec<LedgerAct>> {
        let standing = self.standing()?;
        let (mut less_of, mut dated, mut more, mut raised) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut kept: Vec<&Text> = Vec::new();
        for line in lines {
            let is_same = |row: &ReceivableRow| {
                let item = self.ledger.items.name(row.item).ok();
                row.seq == line.seq && item == Some(&line.item)
            };
            let Some((id, row, _)) = standing.iter().find(|(_, row, _)| is_same(row)) else {
                raised.push(line);
                continue;
            };
            kept.push(id);
            let by = less(line.amount, row.amount)?;
            let receivable = (*id).clone();
            if line.due != row.due {
                dated.push(LedgerAct::Redate { receivable: receivable.clone(), due: line.due });
            }
            let change = LedgerAct::Adjust { receivable, by, approval: None, reason: None };
            match by.is_negative() {
                true => less_of.push(change),
                false if by.is_positive() => more.push(change),
                false => {}
            }
        }
        for (id, _, stands) in standing.iter().filter(|(id, ..)| !kept.contains(id)) {
            let (receivable, by) = ((*id).clone(), negative(*stands)?);
            less_of.push(LedgerAct::Adjust { receivable, by, approval: None, reason: None });
        }
        let mut acts = less_of;
        acts.append(&mut dated);
        acts.append(&mut more);
        if !raised.is_empty() {
            let deal = self.deal.clone();
            acts.push(LedgerAct::Raise { deal, lines: raised, replaces: false, approval: None });
        }
        Ok(acts)
    }

    /// An amount taken off the lines of the plan, those that are due last first; loans last of all.
    pub(super) fn taken_off(&self, amount: Money) -> Result<Vec<LedgerAct>> {
        let mut standing = self.standing()?;
        standing.retain(|(_, row, _)| row.category.is_house());
        standing.sort_by_key(|(_, row, _)| {
            let is_own = row.category.pool() == AllocationPool::House;
            (is_own, row.due.is_none(), row.due, row.seq)
        });
        let (mut acts, mut left) = (Vec::new(), amount);
        for (id, _, stands) in standing.into_iter().rev() {
            let part = stands.min(left);
            if part.is_positive() {
                let (receivable, by) = (id.clone(), negative(part)?);
                acts.push(LedgerAct::Adjust { receivable, by, approval: None, reason: None });
                left = less(left, part)?;
            }
        }
        Ok(acts)
    }
}
