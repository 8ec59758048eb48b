//! The money of one deal, kept by a second book: what came in, where it lies, what went out.

use crate::desk::{OF_DEPOSITS, SUPERVISED};
use kaipan::Text;
use kaipan::deal::{FinanceTodo, ReceivedMoney, TodoKind};
use kaipan::money::{LedgerAccount, LedgerEntry, MoneyCategory, category};
use kaipan::number::Money;
use serde::Serialize;
use std::collections::BTreeMap;

/// Where the money of a deal lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(crate) enum Pool {
    PreSale,
    Prepayment,
    Collected,
    RefundDue,
    Income,
}

/// The money of one deal, in fen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Purse {
    pub(crate) came_in: i64,
    pub(crate) paid_out: i64,
    /// Which of [`crate::desk::PAID`] has been paid.
    pub(crate) paid: [bool; 4],
    /// The deposit lies in the account of deposit contracts.
    pub(crate) apart: bool,
    /// The bank has paid the loan.
    pub(crate) lent: bool,
    lies: Vec<((Pool, Text), i64)>,
}

impl Purse {
    /// The cashier receives an amount.
    pub(crate) fn receive(&mut self, item: &str, fen: i64) {
        self.came_in += fen;
        self.put(pool(item), item, fen);
    }

    /// Takes in an entry of a decision; it moves money and makes none.
    pub(crate) fn enter(&mut self, entry: &LedgerEntry) {
        assert!(entry.is_balanced(), "an entry comes to zero: {entry:?}");
        for leg in &entry.legs {
            let pool = match leg.account {
                // It goes to another deal, or comes from one.
                LedgerAccount::Transfer {} => {
                    self.came_in -= leg.amount.fen();
                    continue;
                }
                LedgerAccount::PreSale {} => Pool::PreSale,
                LedgerAccount::Prepayment {} => Pool::Prepayment,
                LedgerAccount::Collected {} => Pool::Collected,
                LedgerAccount::RefundDue {} => Pool::RefundDue,
                LedgerAccount::ChargeIncome {} => Pool::Income,
                ref other => panic!("no decision moves money of {other:?}"),
            };
            self.put(pool, &leg.item, leg.amount.fen());
        }
    }

    /// A loan comes from the bank, or an entry of one is mirrored. What comes into the bank account is
    /// house money of the deal.
    pub(crate) fn bank_pays(&mut self, entry: &LedgerEntry) {
        for leg in &entry.legs {
            match leg.account {
                LedgerAccount::Bank { .. } => {
                    self.came_in -= leg.amount.fen();
                    self.put(Pool::Prepayment, &leg.item, -leg.amount.fen());
                }
                LedgerAccount::Receivable {} => {}
                ref other => panic!("no bank pays to {other:?}"),
            }
        }
    }

    /// The cashier has paid out what he had to.
    pub(crate) fn pay_out(&mut self, todo: &FinanceTodo) {
        assert_ne!(todo.kind, TodoKind::RefundOrForfeit, "it is decided what is done: {todo:?}");
        // A fee that is collected and receipts that are matched again move nothing here.
        if matches!(todo.kind, TodoKind::Collect | TodoKind::Reallocate) {
            return;
        }
        self.put(Pool::RefundDue, &todo.item, -todo.amount.fen());
        self.paid_out += todo.amount.fen();
    }

    /// Money that was paid for nothing yet goes back.
    pub(crate) fn give_back(&mut self) {
        for one in self.received() {
            self.put(pool(&one.item), &one.item, -one.amount.fen());
            self.paid_out += one.amount.fen();
        }
        (self.paid, self.apart, self.lent) = ([false; 4], false, false);
    }

    /// Money received for the deal, by item, as a host tells it.
    pub(crate) fn received(&self) -> Vec<ReceivedMoney> {
        let mut items: BTreeMap<&Text, i64> = BTreeMap::new();
        for ((pool, item), fen) in &self.lies {
            if matches!(pool, Pool::PreSale | Pool::Prepayment | Pool::Collected) {
                *items.entry(item).or_default() += fen;
            }
        }
        let items = items.into_iter().filter(|(_, fen)| *fen != 0);
        let one = |(item, fen): (&Text, i64)| {
            let apart = self.apart && *item == *kaipan::money::DEPOSIT;
            let account = if apart { OF_DEPOSITS } else { SUPERVISED };
            ReceivedMoney::new(item.clone(), Money::from_fen(fen)).with_account(account)
        };
        items.map(one).collect()
    }

    /// Money that the deal holds.
    pub(crate) fn is_empty(&self) -> bool {
        self.lies.iter().all(|((pool, _), _)| *pool == Pool::Income)
    }

    /// No money is lost or made, and none is taken from where it is not.
    pub(crate) fn check(&self) {
        let lies: i64 = self.lies.iter().map(|(_, fen)| fen).sum();
        assert_eq!(lies, self.came_in - self.paid_out, "money is lost or made: {self:?}");
        // The seller pays from his own where he is late.
        let there = |((pool, _), fen): &((Pool, Text), i64)| *fen > 0 || *pool == Pool::Income;
        assert!(self.lies.iter().all(there), "money that is not there: {self:?}");
    }

    fn put(&mut self, pool: Pool, item: &str, fen: i64) {
        let key = (pool, Text::from(item));
        match self.lies.binary_search_by(|(one, _)| one.cmp(&key)) {
            Ok(at) => {
                self.lies[at].1 += fen;
                if self.lies[at].1 == 0 {
                    self.lies.remove(at);
                }
            }
            Err(at) => self.lies.insert(at, (key, fen)),
        }
    }
}

/// Where money of an item lies before the contract.
fn pool(item: &str) -> Pool {
    match category(item) {
        _ if item == kaipan::money::DEPOSIT => Pool::PreSale,
        MoneyCategory::PreSale => Pool::PreSale,
        MoneyCategory::Collected => Pool::Collected,
        _ => Pool::Prepayment,
    }
}
