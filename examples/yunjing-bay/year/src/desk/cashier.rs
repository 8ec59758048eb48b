//! The cashier: money that comes in, and money that goes out.

use crate::failure::{Failure, Outcome};
use crate::record::MoneyMoved;
use crate::site::{COLLECTION_ACCOUNT, DEPOSIT_ACCOUNT, GENERAL_ACCOUNT, SUPERVISED_ACCOUNT};
use crate::team::Team;
use crate::world::World;
use kaipan::deal::{DealAction, DealDraft, FinanceTodo, ReceivedMoney, TodoKind};
use kaipan::money::{self, LedgerAccount, LedgerEntry, LedgerLeg, MoneyCategory};
use kaipan::number::Money;
use kaipan::{Date, Text, Time};
use std::collections::BTreeMap;

/// The money of one deal.
#[derive(Debug, Clone, Default)]
pub(crate) struct Purse {
    /// What was received, by item and account.
    pub(crate) received: Vec<ReceivedMoney>,
    /// How many entries there are.
    pub(crate) entries: u32,
    /// What lies in the accounts of the deal, fen.
    lies: BTreeMap<String, i64>,
}

/// What a buyer pays.
#[derive(Debug, Clone)]
pub(crate) struct Payment {
    pub(crate) item: &'static str,
    pub(crate) amount: Money,
    pub(crate) account: &'static str,
    /// The line of the schedule that it is for.
    pub(crate) line: Option<u32>,
    /// The day on which it was really paid, where it is entered later.
    pub(crate) on: Option<Date>,
}

impl Payment {
    /// An amount of an item, into the account where it belongs.
    pub(crate) fn new(item: &'static str, amount: Money) -> Payment {
        let account = match item {
            money::HANDLING_FEE => GENERAL_ACCOUNT,
            crate::offer::MAINTENANCE_FUND => COLLECTION_ACCOUNT,
            _ => SUPERVISED_ACCOUNT,
        };
        Payment { item, amount, account, line: None, on: None }
    }
}

impl Purse {
    /// What was received of items that fit.
    pub(crate) fn sum(&self, fits: impl Fn(&ReceivedMoney) -> bool) -> Money {
        let fitting = self.received.iter().filter(|one| fits(one));
        Money::from_fen(fitting.map(|one| one.amount.fen()).sum())
    }

    /// The buyer's own money for the house: sincerity and booking money become it.
    pub(crate) fn own_house(&self) -> Money {
        self.sum(|one| {
            let kind = one.kind_of_money();
            matches!(kind, MoneyCategory::PreSale | MoneyCategory::HouseNonLoan)
        })
    }

    /// An entry more. Money of the buyer never falls below nothing.
    pub(super) fn enter(&mut self, entry: &LedgerEntry) -> Outcome {
        self.entries += 1;
        for leg in &entry.legs {
            let holds = matches!(
                leg.account,
                LedgerAccount::PreSale {}
                    | LedgerAccount::Prepayment {}
                    | LedgerAccount::Collected {}
                    | LedgerAccount::RefundDue {}
            );
            if holds {
                *self.lies.entry(leg.account.word().to_owned()).or_default() += leg.amount.fen();
            }
        }
        match self.lies.iter().find(|(_, fen)| **fen < 0) {
            None => Ok(()),
            Some((account, fen)) => Err(Failure::told(
                format!("分录“{}”使“{account}”透支 {fen} 分", entry.key),
                format!("entry {} overdraws {account} by {fen} fen", entry.key),
            )),
        }
    }
}

impl World<'_, '_, '_> {
    /// A buyer pays.
    pub(crate) fn receive(&mut self, now: Time, sale: usize, paid: &Payment) -> Outcome {
        let method = match paid.amount.fen() {
            ..=5_000_000 => *self.dice.pick(&["card", "card", "cash"]).get_or_insert("card"),
            _ => *self.dice.pick(&["transfer", "card"]).get_or_insert("transfer"),
        };
        let party = Text::of(&self.household(sale)?.customer.name);
        let category = match paid.item {
            crate::offer::MAINTENANCE_FUND => Some(MoneyCategory::Collected),
            _ => None,
        };
        let to = match paid.item {
            money::SINCERITY | money::BOOKING | money::DEPOSIT => LedgerAccount::PreSale {},
            money::HANDLING_FEE => LedgerAccount::ChargeIncome {},
            _ if category.is_some() => LedgerAccount::Collected {},
            _ => LedgerAccount::Prepayment {},
        };
        // A fee that is income is no money of the buyer any more.
        if paid.item != money::HANDLING_FEE {
            let mut one = ReceivedMoney::new(paid.item, paid.amount).with_account(paid.account);
            one.category = category;
            let received = &mut self.sale_mut(sale)?.purse.received;
            let same =
                |known: &&mut ReceivedMoney| known.item == one.item && known.account == one.account;
            match received.iter_mut().find(same) {
                Some(known) => {
                    known.amount = Money::from_fen(known.amount.fen() + paid.amount.fen());
                }
                None => received.push(one),
            }
        }
        let number = self.number("R");
        let entry = self.bank_entry(now, sale, &number, (to, paid.account), paid)?;
        let decision = self.journal.decision();
        let moved = MoneyMoved {
            number,
            item: paid.item.into(),
            amount: paid.amount,
            method: method.into(),
            bank_account: paid.account.into(),
            party,
            schedule_line: paid.line,
            entry,
        };
        self.write_money(now, decision, sale, (true, moved))
    }

    /// Does everything that the cashier has to do about a deal.
    pub(crate) fn finish_todos(&mut self, now: Time, sale: usize) -> Outcome {
        let todos = self.deal(sale)?.todos.clone();
        for todo in todos.iter().filter(|todo| todo.kind != TodoKind::RefundOrForfeit) {
            match todo.kind {
                TodoKind::Refund => self.pay_back(now, sale, todo)?,
                TodoKind::Collect => {
                    self.receive(now, sale, &Payment::new(money::HANDLING_FEE, todo.amount))?;
                }
                _ => {}
            }
            let draft = DealDraft::default().with_todo(todo.id);
            self.must(now, &Team::worker("cashier")?, sale, DealAction::FinishTodo, draft)?;
        }
        Ok(())
    }

    /// Pays what is due back.
    fn pay_back(&mut self, now: Time, sale: usize, todo: &FinanceTodo) -> Outcome {
        let number = self.number("P");
        // Money goes back from where it lay; what the seller pays besides is his own.
        let account = match todo.account.as_ref().map(Text::as_str) {
            Some(DEPOSIT_ACCOUNT) => DEPOSIT_ACCOUNT,
            Some(_) => SUPERVISED_ACCOUNT,
            None if todo.item == *money::AREA_DIFFERENCE => SUPERVISED_ACCOUNT,
            None => GENERAL_ACCOUNT,
        };
        let out = Money::from_fen(-todo.amount.fen());
        let paid = Payment { item: "", amount: out, account, line: None, on: None };
        let mut entry =
            self.bank_entry(now, sale, &number, (LedgerAccount::RefundDue {}, account), &paid)?;
        entry.legs.iter_mut().for_each(|leg| leg.item = todo.item.clone());
        let party = Text::of(&self.household(sale)?.customer.name);
        let decision = self.journal.decision();
        let moved = MoneyMoved {
            number,
            item: todo.item.clone(),
            amount: todo.amount,
            method: "transfer".into(),
            bank_account: account.into(),
            party,
            schedule_line: None,
            entry,
        };
        self.write_money(now, decision, sale, (false, moved))
    }

    /// Money between the bank and an account of the deal: a debit of the one, a credit of the other.
    fn bank_entry(
        &self,
        now: Time,
        sale: usize,
        number: &Text,
        (to, bank): (LedgerAccount, &'static str),
        paid: &Payment,
    ) -> Outcome<LedgerEntry> {
        let legs = vec![
            LedgerLeg::new(
                LedgerAccount::bank(bank),
                paid.item,
                Money::from_fen(-paid.amount.fen()),
            ),
            LedgerLeg::new(to, paid.item, paid.amount),
        ];
        let deal = self.deal(sale)?.id.clone();
        let on = paid.on.unwrap_or(now.date());
        Ok(LedgerEntry::new(number.clone(), on, now, legs).with_deal(deal))
    }
}
