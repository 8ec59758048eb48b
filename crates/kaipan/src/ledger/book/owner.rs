//! Whose money it is.

use super::effect::Effect;
use super::ledger::Ledger;
use super::rows::{ItemClass, OwnerRow, ReceivableRow};
use crate::error::{Code, Error, Result};
use crate::money::MoneyCategory;
use crate::number::Money;
use crate::{Date, Text};

/// What an owner is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ledger) enum OwnerKind {
    Deal,
    Customer,
    Payee,
    House,
}

/// Among so many deals the nearest name is looked for.
const MOST_LOOKED_AT: usize = 500;

/// The house itself: money between its own accounts.
pub(in crate::ledger) const HOUSE: u32 = 0;

impl OwnerRow {
    pub(in crate::ledger) fn new(kind: OwnerKind, name: u32) -> OwnerRow {
        OwnerRow {
            kind,
            name,
            opened: false,
            opened_on: None,
            customer: None,
            unit: None,
            project: None,
            signed: false,
            signed_on: None,
            contract: None,
            ended_on: None,
            milestones: Vec::new(),
            owed: Money::ZERO,
            receivables: Vec::new(),
            open: Vec::new(),
            free: Vec::new(),
            postings: Vec::new(),
            instructions: Vec::new(),
            latest: None,
            balances: Vec::new(),
        }
    }
}

impl Ledger {
    /// A deal that is kept.
    ///
    /// # Errors
    /// [`Code::LedgerDealUnknown`], with the nearest of those that are where these are few.
    pub(in crate::ledger) fn deal(&self, deal: &Text) -> Result<u32> {
        let owner =
            self.deals.find(deal).and_then(|at| self.deal_owners.get(usize::try_from(at).ok()?));
        owner.copied().ok_or_else(|| {
            let error = Error::new(Code::LedgerDealUnknown).with("deal", deal);
            // What is refused costs no look at everything that there is.
            match self.deals.count() <= MOST_LOOKED_AT {
                true => error.with_nearest(self.deals.names(), deal),
                false => error,
            }
        })
    }

    /// The customer as an owner, new or not.
    pub(in crate::ledger) fn customer(&mut self, customer: &Text) -> Result<u32> {
        if let Some(at) = self.customers.find(customer) {
            return owner_at(&self.customer_owners, at);
        }
        let name = self.customers.add(customer)?;
        let owner = self.owners.add(OwnerRow::new(OwnerKind::Customer, name))?;
        self.customer_owners.push(owner);
        Ok(owner)
    }

    /// The customer, if anything is known of him.
    pub(in crate::ledger) fn known_customer(&self, customer: &str) -> Option<u32> {
        let at = self.customers.find(customer)?;
        owner_at(&self.customer_owners, at).ok()
    }

    /// Somebody who is owed commissions, if anything is known of him.
    pub(in crate::ledger) fn known_payee(&self, payee: &str) -> Option<u32> {
        let at = self.payees.find(payee)?;
        owner_at(&self.payee_owners, at).ok()
    }

    /// Somebody who is owed commissions, new or not.
    pub(in crate::ledger) fn payee(&mut self, payee: &Text) -> Result<u32> {
        if let Some(at) = self.payees.find(payee) {
            return owner_at(&self.payee_owners, at);
        }
        let name = self.payees.add(payee)?;
        let owner = self.owners.add(OwnerRow::new(OwnerKind::Payee, name))?;
        self.payee_owners.push(owner);
        Ok(owner)
    }

    /// A deal that begins to be kept.
    pub(in crate::ledger) fn new_deal(&mut self, deal: &Text) -> Result<u32> {
        let name = self.deals.add(deal)?;
        let owner = self.owners.add(OwnerRow::new(OwnerKind::Deal, name))?;
        self.deal_owners.push(owner);
        Ok(owner)
    }

    /// A receivable without an amount yet: its owner, item and id, its number, due date and the day
    /// that it is raised on.
    pub(in crate::ledger) fn new_receivable(
        &mut self,
        owner: u32,
        (item, class): (u32, ItemClass),
        id: &Text,
        (seq, due, raised_on): (u32, Option<Date>, Date),
    ) -> Result<u32> {
        let category = *self.item_categories.get(item)?;
        self.receivable_names.add(id)?;
        let receivable = self.receivables.add(ReceivableRow {
            owner,
            item,
            category,
            class,
            seq,
            due,
            first_due: due,
            raised_on,
            // The number that the posting will have.
            posting: self.postings.len()?,
            amount: Money::ZERO,
            allocated: Money::ZERO,
            waived: Money::ZERO,
            allocations: None,
        })?;
        self.owners.get_mut(owner)?.receivables.push(receivable);
        Ok(receivable)
    }

    /// A money item that is not known yet.
    pub(in crate::ledger) fn new_item(
        &mut self,
        item: &Text,
        category: MoneyCategory,
    ) -> Result<u32> {
        let at = self.items.add(item)?;
        self.item_categories.add(category)?;
        Ok(at)
    }

    /// Whom an effect is about.
    pub(in crate::ledger) fn owner_of(&self, effect: Effect) -> Result<Option<u32>> {
        Ok(match effect {
            Effect::Opened { owner }
            | Effect::Signed { owner, .. }
            | Effect::Reached { owner, .. }
            | Effect::Ended { owner }
            | Effect::Leg { owner, .. } => Some(owner),
            Effect::Raised { receivable, .. }
            | Effect::Waived { receivable, .. }
            | Effect::Dated { receivable, .. } => Some(self.receivables.get(receivable)?.owner),
            Effect::Received { receipt, .. } => Some(self.receipts.get(receipt)?.owner),
            Effect::Allocated { allocation, .. } => {
                let receipt = self.allocations.get(allocation)?.receipt;
                Some(self.receipts.get(receipt)?.owner)
            }
            Effect::Used { .. }
            | Effect::Mirrored { .. }
            | Effect::Verified { .. }
            | Effect::Closed { .. } => None,
        })
    }

    /// The name of an owner; none of the house.
    pub(in crate::ledger) fn owner_name(&self, owner: u32) -> Result<Option<&Text>> {
        let row = self.owners.get(owner)?;
        Ok(Some(match row.kind {
            OwnerKind::Deal => self.deals.name(row.name)?,
            OwnerKind::Customer => self.customers.name(row.name)?,
            OwnerKind::Payee => self.payees.name(row.name)?,
            OwnerKind::House => return Ok(None),
        }))
    }
}

fn owner_at(owners: &[u32], at: u32) -> Result<u32> {
    let owner = usize::try_from(at).ok().and_then(|at| owners.get(at));
    owner.copied().ok_or_else(super::table::broken)
}
