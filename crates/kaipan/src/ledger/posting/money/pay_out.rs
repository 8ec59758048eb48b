//! Money that goes out or moves: refunds, fees paid on, transfers, moves between accounts.

use crate::Text;
use crate::error::{Code, Error, Result};
use crate::ledger::book::{Account, HOUSE};
use crate::ledger::posting::entering::Entering;
use crate::ledger::{BankMove, FeesPaidOn, LedgerRefund, MoneyTransfer};
use crate::money::MoneyCategory;
use crate::number::{Money, negative, plus};

/// Money between accounts of the house is no item of a deal.
const BANK_MOVE: &str = "bank_move";

impl Entering<'_> {
    pub(in crate::ledger::posting) fn refund(&mut self, refund: &LedgerRefund) -> Result<()> {
        self.positive(refund.amount, "amount")?;
        let owner = (refund.deal.as_ref(), refund.customer.as_ref());
        let owner = self.owner(owner, ("deal", "customer"))?;
        let item = self.item(&refund.item, None, "item")?;
        let bank = self.bank(&refund.account, "account")?;
        let due = self.free_money(owner, |row| row.item == item)?;
        if refund.amount > due.sum {
            let error = Error::new(Code::LedgerAboveRefundable).with("item", &refund.item);
            let error = error.with("amount", refund.amount).with("refundable", due.sum);
            return Err(error.at("amount"));
        }
        self.unused(&due, refund.amount)?;
        self.use_approval(&refund.approval, refund.amount)?;
        self.leaves(bank, refund.amount, ("refund", "account"))?;
        let is_due = |home: Account| home == Account::RefundDue;
        let left =
            self.take_free(owner, refund.amount, |row| row.item == item && is_due(row.home))?;
        self.take_free(owner, left, |row| row.item == item)?;
        let lacking = negative(self.held(owner, item)?)?;
        if lacking.is_positive() {
            let error = Error::new(Code::LedgerMoneyUsed).with("item", &refund.item);
            let name = self.ledger.owner_name(owner)?.map_or("", |name| name.as_str());
            return Err(error.with("owner", name).with("amount", lacking).at("amount"));
        }
        self.tell_refund(refund, *self.ledger.item_categories.get(item)?);
        self.leg(owner, Account::Bank(bank), item, refund.amount)
    }

    pub(in crate::ledger::posting) fn pay_on(&mut self, payment: &FeesPaidOn) -> Result<()> {
        let item = self.item(&payment.item, None, "item")?;
        if *self.ledger.item_categories.get(item)? != MoneyCategory::Collected {
            let error = Error::new(Code::LedgerNotCollected).with("item", &payment.item);
            return Err(error.at("item"));
        }
        if payment.lines.is_empty() {
            return Err(Error::new(Code::LedgerNoLines).at("lines"));
        }
        let bank = self.bank(&payment.account, "account")?;
        let total = Money::sum(payment.lines.iter().map(|line| line.amount))?;
        self.leaves(bank, total, ("payment", "account"))?;
        for (at, line) in payment.lines.iter().enumerate() {
            let place = |error: Error| error.at(at).at("lines");
            self.positive(line.amount, "amount").map_err(place)?;
            let owner = self.ledger.deal(&line.deal).map_err(|error| place(error.at("deal")))?;
            let held = self.held(owner, item)?;
            if line.amount > held {
                let error = Error::new(Code::LedgerAboveHeld).with("item", &payment.item);
                let error = error.with("amount", line.amount).with("held", held);
                return Err(place(error.at("amount")));
            }
            self.leg(owner, Account::Collected, item, negative(line.amount)?)?;
            self.leg(owner, Account::Bank(bank), item, line.amount)?;
        }
        Ok(())
    }

    /// What is held of collected fees: received less paid on less returned, with what is being
    /// posted.
    fn held(&self, owner: u32, item: u32) -> Result<Money> {
        let there = self.ledger.balance(owner, Account::Collected, item)?;
        let key = (owner, Account::Collected, item);
        let pending =
            self.ledger.pending.iter().find(|leg| (leg.owner, leg.account, leg.item) == key);
        plus(there, pending.map_or(Money::ZERO, |leg| leg.amount))
    }

    pub(in crate::ledger::posting) fn transfer(&mut self, moved: &MoneyTransfer) -> Result<()> {
        self.positive(moved.amount, "amount")?;
        let from = (moved.from_deal.as_ref(), moved.from_customer.as_ref());
        let from = self.owner(from, ("from_deal", "from_customer"))?;
        let to = (moved.to_deal.as_ref(), moved.to_customer.as_ref());
        let to = self.owner(to, ("to_deal", "to_customer"))?;
        let item = self.item(&moved.from_item, None, "from_item")?;
        let becomes = self.item(&moved.to_item, moved.category, "to_item")?;
        if (from, item) == (to, becomes) {
            return Err(Error::new(Code::LedgerSamePlace).at("to_item"));
        }
        let was = *self.ledger.item_categories.get(item)?;
        let is = *self.ledger.item_categories.get(becomes)?;
        if (was == MoneyCategory::HouseLoan) != (is == MoneyCategory::HouseLoan) {
            return Err(Error::new(Code::LedgerLoanMoney).at("to_item"));
        }
        if item != becomes && [was, is].contains(&MoneyCategory::Collected) {
            return Err(Error::new(Code::LedgerCollectedMoney).at("to_item"));
        }
        self.takes_money(to, is).map_err(|error| error.at("to_deal"))?;
        let fits = |row: &crate::ledger::book::ReceiptRow| {
            row.item == item && row.home != Account::RefundDue
        };
        self.unused(&self.free_money(from, fits)?, moved.amount)?;
        let left = self.take_free(from, moved.amount, fits)?;
        if left.is_positive() {
            let error = Error::new(Code::LedgerShort).with("item", &moved.from_item);
            let error = error.with("amount", moved.amount).with("lacking", left);
            return Err(error.at("amount"));
        }
        if is.is_house() && !was.is_house() {
            self.tell_house_elsewhere()?;
        }
        let brought = self.bring(to, becomes, self.home(becomes)?, moved.amount)?;
        if from != to {
            self.leg(from, Account::Transfer, item, moved.amount)?;
            self.leg(to, Account::Transfer, item, negative(moved.amount)?)?;
        }
        self.say(brought, to, &moved.allocations)
    }

    pub(in crate::ledger::posting) fn move_bank(&mut self, moved: &BankMove) -> Result<()> {
        self.positive(moved.amount, "amount")?;
        if moved.from == moved.to {
            return Err(Error::new(Code::LedgerSamePlace).at("to"));
        }
        let owner = match &moved.deal {
            Some(deal) => self.ledger.deal(deal).map_err(|error| error.at("deal"))?,
            None => HOUSE,
        };
        let (from, to) = (self.bank(&moved.from, "from")?, self.bank(&moved.to, "to")?);
        let item = self.item(&Text::constant(BANK_MOVE), Some(MoneyCategory::Other), "amount")?;
        let there = *self.ledger.bank_money.get(from)?;
        if moved.amount > there {
            let error = Error::new(Code::LedgerBankShort).with("account", &moved.from);
            let error = error.with("amount", moved.amount).with("balance", there);
            return Err(error.at("amount"));
        }
        self.leaves(from, moved.amount, ("moved", "from"))?;
        self.leg(owner, Account::Bank(from), item, moved.amount)?;
        self.leg(owner, Account::Bank(to), item, negative(moved.amount)?)
    }
}
