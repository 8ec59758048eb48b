//! Money that comes in, moves or goes out in a way that is odd.

use crate::error::{Code, Finding, Result, finding};
use crate::ledger::book::{Account, Effect, OwnerKind};
use crate::ledger::posting::entering::Entering;
use crate::ledger::{LedgerAct, LedgerReceipt, LedgerRefund, ReceiptMethod};
use crate::money::MoneyCategory;
use crate::number::{Money, less, plus};

/// A loan is paid out by a bank and goes back to it, and nothing else does.
const fn is_odd(method: ReceiptMethod, is_loan: bool) -> bool {
    match method {
        ReceiptMethod::BankLoan => !is_loan,
        ReceiptMethod::Cash | ReceiptMethod::Pos => is_loan,
        ReceiptMethod::BankTransfer | ReceiptMethod::Cheque | ReceiptMethod::Internal => false,
    }
}

impl Entering<'_> {
    /// A receipt is of a day on which the deal was there, its way is that of its item, and house money
    /// comes to the accounts that it has to come to.
    pub(in crate::ledger::posting) fn tell_receipt(
        &mut self,
        receipt: &LedgerReceipt,
        owner: u32,
        category: MoneyCategory,
    ) -> Result<()> {
        let row = self.ledger.owners.get(owner)?;
        let is_deal = row.kind == OwnerKind::Deal;
        let opened = row.opened_on.filter(|opened| is_deal && self.date < *opened);
        let mut told: Vec<(Finding, &'static str)> = Vec::new();
        if let Some(opened) = opened {
            told.push((finding!(Code::LedgerBeforeOpened, date = self.date, day = opened), "deal"));
        }
        let is_loan = category == MoneyCategory::HouseLoan;
        if is_odd(receipt.method, is_loan) {
            let (method, method_zh) = (receipt.method.english(), receipt.method.chinese());
            let item = &receipt.item;
            told.push((finding!(Code::LedgerMethodOdd, item, method, method_zh), "method"));
        }
        let accounts = &self.policy.house_accounts;
        let is_elsewhere = !accounts.is_empty() && !accounts.contains(&receipt.account);
        if category.is_house() && is_elsewhere {
            told.push((finding!(Code::LedgerHouseElsewhere, account = receipt.account), "account"));
        }
        for (told, field) in told {
            self.tell(told.at(field).at("receipt").at("act"));
        }
        Ok(())
    }

    /// Loan money that is more than all open loan lines of its deal pays nothing else.
    pub(in crate::ledger::posting) fn tell_loan_left(&mut self, act: &LedgerAct) -> Result<()> {
        let LedgerAct::Receive { .. } = act else { return Ok(()) };
        let money = *self.ledger.receipts.get(self.receipts)?;
        if money.category != MoneyCategory::HouseLoan || !money.free.is_positive() {
            return Ok(());
        }
        let row = self.ledger.owners.get(money.owner)?;
        if row.kind != OwnerKind::Deal {
            return Ok(());
        }
        let mut left = Money::ZERO;
        for at in &row.free {
            let one = self.ledger.receipts.get(*at)?;
            if one.category == MoneyCategory::HouseLoan {
                left = plus(left, one.free)?;
            }
        }
        for at in &row.receivables {
            let one = self.ledger.receivables.get(*at)?;
            if one.category == MoneyCategory::HouseLoan {
                left = less(left, less(less(one.amount, one.waived)?, one.allocated)?)?;
            }
        }
        let left = left.min(money.free);
        if left.is_positive() {
            let deal = self.ledger.deals.name(row.name)?;
            let told = finding!(Code::LedgerLoanLeft, deal, left);
            self.tell(told.at("amount").at("receipt").at("act"));
        }
        Ok(())
    }

    /// Loan money goes back to the bank, and not to the buyer at a desk.
    pub(in crate::ledger::posting) fn tell_refund(
        &mut self,
        refund: &LedgerRefund,
        category: MoneyCategory,
    ) {
        let LedgerRefund { method, item, .. } = refund;
        if is_odd(*method, category == MoneyCategory::HouseLoan) {
            let (method, method_zh) = (method.english(), method.chinese());
            let told = finding!(Code::LedgerRefundMethodOdd, item, method, method_zh);
            self.tell(told.at("method").at("refund").at("act"));
        }
    }

    /// Money becomes house money and did not come to an account that house money has to come to.
    pub(in crate::ledger::posting) fn tell_house_elsewhere(&mut self) -> Result<()> {
        if self.policy.house_accounts.is_empty() {
            return Ok(());
        }
        let taken = self.ledger.effects.part(self.effects, self.ledger.effects.len()?);
        let mut banks = Vec::new();
        self.came_to(taken, &mut banks)?;
        banks.sort_unstable();
        banks.dedup();
        for bank in banks {
            let account = self.ledger.banks.name(bank)?.clone();
            if !self.policy.house_accounts.contains(&account) {
                let told = finding!(Code::LedgerHouseElsewhere, account);
                self.tell(told.at("to_item").at("transfer").at("act"));
            }
        }
        Ok(())
    }

    /// The accounts to which the money came that is taken here. What another transfer brought came
    /// where that was taken from.
    fn came_to(&self, taken: &[Effect], banks: &mut Vec<u32>) -> Result<()> {
        let mut from = self.brought_by(taken)?;
        while let Some(posting) = from.pop() {
            let effects = self.ledger.effects_of(posting)?;
            let came = effects.iter().filter_map(|effect| match *effect {
                Effect::Leg { account: Account::Bank(bank), amount, .. }
                    if amount.is_negative() =>
                {
                    Some(bank)
                }
                _ => None,
            });
            let before = banks.len();
            banks.extend(came);
            if banks.len() == before {
                // What brings money was posted after what it was taken from.
                from.extend(self.brought_by(effects)?.into_iter().filter(|one| *one < posting));
            }
        }
        Ok(())
    }

    /// The postings that brought what is taken.
    fn brought_by(&self, effects: &[Effect]) -> Result<Vec<u32>> {
        let mut brought = Vec::new();
        for effect in effects {
            if let Effect::Received { receipt, amount } = *effect
                && amount.is_negative()
            {
                brought.push(self.ledger.receipts.get(receipt)?.posting);
            }
        }
        Ok(brought)
    }

    /// What has come in for the house in all is no more than the contract total, or than what is
    /// receivable where that is more.
    pub(in crate::ledger::posting) fn tell_above_total(&mut self, act: &LedgerAct) -> Result<()> {
        let LedgerAct::Receive { .. } = act else { return Ok(()) };
        let money = *self.ledger.receipts.get(self.receipts)?;
        let row = self.ledger.owners.get(money.owner)?;
        let (Some(total), true) = (row.contract, is_price(money.category)) else { return Ok(()) };
        let (mut amount, mut owed) = (Money::ZERO, Money::ZERO);
        let there = row.balances.iter().copied();
        let comes = self.ledger.pending.iter().filter(|leg| leg.owner == money.owner);
        for (account, item, sum) in
            there.chain(comes.map(|leg| (leg.account, leg.item, leg.amount)))
        {
            let is_held =
                matches!(account, Account::PreSale | Account::Prepayment | Account::HouseMoney);
            if is_held && is_price(*self.ledger.item_categories.get(item)?) {
                amount = plus(amount, sum)?;
            }
        }
        for at in &row.receivables {
            let one = self.ledger.receivables.get(*at)?;
            if is_price(one.category) {
                owed = plus(owed, one.amount)?;
            }
        }
        if amount > total.max(owed) {
            let deal = self.ledger.deals.name(row.name)?;
            let above = less(amount, total)?;
            let told = finding!(Code::LedgerReceivedAboveContract, deal, amount, total, above);
            self.tell(told.at("amount").at("receipt").at("act"));
        }
        Ok(())
    }
}

/// It is part of the price of the contract. A difference of the area comes on top of it.
pub(super) const fn is_price(category: MoneyCategory) -> bool {
    matches!(category, MoneyCategory::HouseNonLoan | MoneyCategory::HouseLoan)
}
