//! Receipts that were recorded as entries.

use crate::Text;
use crate::error::Result;
use crate::ledger::book::{Ledger, ReceivableRow};
use crate::ledger::{AllocationLine, LedgerReceipt, ReceiptMethod};
use crate::money::{LedgerAccount, LedgerEntry, MoneyCategory, item_name};
use crate::number::Money;

impl LedgerReceipt {
    /// The receipt that an entry records: money of one item that comes to one bank account. None of
    /// any other entry, which is posted as it is; so is a charge that nothing was raised for.
    ///
    /// A line of the plan that is named is paid first, as far as it is open.
    ///
    /// # Errors
    /// A ledger that does not know the deal.
    pub fn of_entry(
        ledger: &Ledger,
        entry: &LedgerEntry,
        method: ReceiptMethod,
        plan_line: Option<u32>,
    ) -> Result<Option<LedgerReceipt>> {
        let [debit, credit] = entry.legs.as_slice() else { return Ok(None) };
        let (LedgerAccount::Bank { account }, Some(deal)) = (&debit.account, &entry.deal) else {
            return Ok(None);
        };
        let is_plain = entry.is_balanced() && credit.amount.is_positive();
        if !is_plain || debit.item != credit.item {
            return Ok(None);
        }
        let category = match &credit.account {
            LedgerAccount::Collected {} => Some(MoneyCategory::Collected),
            LedgerAccount::ChargeIncome {} => Some(MoneyCategory::Charge),
            LedgerAccount::PreSale {}
            | LedgerAccount::Prepayment {}
            | LedgerAccount::HouseMoney {}
            | LedgerAccount::Receivable {} => None,
            _ => return Ok(None),
        };
        let open = ledger.open_receivables(deal)?;
        let of_item = |(_, row): &(&Text, &ReceivableRow)| {
            ledger.items.name(row.item).is_ok_and(|item| *item == credit.item)
        };
        let is_charge = credit.account == LedgerAccount::ChargeIncome {};
        if is_charge && !open.iter().any(of_item) {
            return Ok(None);
        }
        let known = ledger.items.find(&credit.item).is_some() || item_name(&credit.item).is_some();
        let (item, account) = (credit.item.clone(), account.clone());
        let mut receipt = LedgerReceipt::new(item, credit.amount, method, account);
        receipt.deal = Some(deal.clone());
        receipt.category = category.filter(|_| !known);
        let allocations = plan_line.map(|line| {
            let prefix = format!("{deal}/plan/");
            let lines = open.iter().filter(|(id, row)| id.starts_with(&prefix) && row.seq == line);
            let pool = crate::money::category(&credit.item).pool();
            let lines = lines.filter(|(_, row)| row.category.pool() == pool).map(|(id, row)| {
                let open = row.open().unwrap_or(Money::ZERO);
                AllocationLine::new((*id).clone(), open.min(credit.amount))
            });
            lines.take(1).collect()
        });
        receipt.allocations = allocations.unwrap_or_default();
        Ok(Some(receipt))
    }
}

impl Ledger {
    /// What is open of a deal.
    fn open_receivables(&self, deal: &Text) -> Result<Vec<(&Text, &ReceivableRow)>> {
        let owner = self.owners.get(self.deal(deal)?)?;
        let row = |at: &u32| Ok((self.receivable_names.name(*at)?, self.receivables.get(*at)?));
        owner.open.iter().map(row).collect()
    }
}
