//! Receipts (收款).

use crate::error::{Code, Error, Result};
use crate::ledger::LedgerReceipt;
use crate::ledger::book::{Account, OwnerKind};
use crate::ledger::posting::entering::Entering;
use crate::money::MoneyCategory;
use crate::number::negative;

impl Entering<'_> {
    pub(in crate::ledger::posting) fn receive(&mut self, receipt: &LedgerReceipt) -> Result<()> {
        self.positive(receipt.amount, "amount")?;
        let owner = (receipt.deal.as_ref(), receipt.customer.as_ref());
        let owner = self.owner(owner, ("deal", "customer"))?;
        let item = self.item(&receipt.item, receipt.category, "item")?;
        let category = *self.ledger.item_categories.get(item)?;
        self.takes_money(owner, category).map_err(|error| error.at("deal"))?;
        let bank = self.bank(&receipt.account, "account")?;
        let brought = self.bring(owner, item, self.home(item)?, receipt.amount)?;
        self.leg(owner, Account::Bank(bank), item, negative(receipt.amount)?)?;
        self.say(brought, owner, &receipt.allocations)?;
        self.tell_receipt(receipt, owner, category)
    }

    /// Money of a day before the end of its deal came in, whenever it is keyed; at the end it is free.
    pub(in crate::ledger::posting) fn takes_money(
        &self,
        owner: u32,
        category: MoneyCategory,
    ) -> Result<()> {
        match self.ledger.owners.get(owner)?.ended_on {
            Some(ended_on) if self.date < ended_on => Ok(()),
            _ => self.alive(owner, category),
        }
    }

    /// A deal that has ended takes charges and nothing else.
    pub(in crate::ledger::posting) fn alive(
        &self,
        owner: u32,
        category: MoneyCategory,
    ) -> Result<()> {
        let row = self.ledger.owners.get(owner)?;
        if row.kind != OwnerKind::Deal
            || row.ended_on.is_none()
            || category == MoneyCategory::Charge
        {
            return Ok(());
        }
        Err(Error::new(Code::LedgerDealEnded).with("deal", self.ledger.deals.name(row.name)?))
    }
}
