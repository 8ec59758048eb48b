//! A second ledger, as plain as can be: lists that are summed anew whenever something is asked.

use kaipan::ledger::{LedgerAct, LedgerActKind, LedgerCommand};
use kaipan::{Date, Text, Time};
use std::collections::HashMap;

/// One in so many commands can be sent again.
const AGAIN: u64 = 50;

/// So many deals are alive; what was posted to older ones is not taken back any more.
const ALIVE: usize = 400;

pub(super) type Outcome = Result<(), &'static str>;

#[derive(Default)]
pub(super) struct Auditor {
    pub(super) deals: Vec<Deal>,
    pub(super) by_name: HashMap<Text, usize>,
    /// Where a receivable is: its deal, its place there.
    pub(super) receivables: HashMap<Text, (usize, usize)>,
    pub(super) keys: HashMap<Text, usize>,
    pub(super) postings: Vec<Posting>,
    /// Commands by the number in their key, as they were first sent.
    pub(super) sent: HashMap<u64, LedgerCommand>,
    pub(super) references: HashMap<Text, usize>,
    pub(super) closed: Option<Date>,
    pub(super) bank: i64,
}

#[derive(Default)]
pub(super) struct Deal {
    pub(super) name: Text,
    pub(super) ended: bool,
    pub(super) signed: bool,
    pub(super) receivables: Vec<Receivable>,
    pub(super) money: Vec<Money>,
    /// What of which money pays which receivable, in the order in which the pair first came up.
    pub(super) pairs: Vec<(usize, usize, i64)>,
    /// Money and receivable of which a person said that the one pays the other.
    pub(super) by_hand: Vec<(usize, usize)>,
    pub(super) postings: Vec<Text>,
    /// What changed on which day, in the order in which it was recorded.
    pub(super) dated: Vec<(Date, Did)>,
}

pub(super) struct Receivable {
    pub(super) id: Text,
    pub(super) item: Text,
    pub(super) due: Option<Date>,
    pub(super) seq: u32,
    pub(super) amount: i64,
    pub(super) waived: i64,
    pub(super) raised_on: Date,
}

pub(super) struct Money {
    pub(super) item: Text,
    pub(super) date: Date,
    /// What came in less what has left.
    pub(super) held: i64,
    /// The posting that brought it.
    pub(super) posting: usize,
}

pub(super) struct Posting {
    pub(super) kind: LedgerActKind,
    pub(super) date: Date,
    pub(super) recorded: Date,
    pub(super) is_mirror: bool,
    pub(super) is_mirrored: bool,
    pub(super) verified: bool,
    /// Of those that are sent again.
    pub(super) command: Option<LedgerCommand>,
    pub(super) did: Vec<Did>,
    pub(super) bank: i64,
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Did {
    MadeReceivable { deal: usize },
    MadeMoney { deal: usize },
    MadePair { deal: usize },
    ByHand { deal: usize },
    Raised { deal: usize, receivable: usize, by: i64 },
    Waived { deal: usize, receivable: usize, by: i64 },
    Dated { deal: usize, receivable: usize, before: Option<Date> },
    Held { deal: usize, money: usize, by: i64 },
    Paid { deal: usize, pair: usize, by: i64 },
}

/// The pool of an item; sincerity money is a pool of its own.
pub(super) fn pool(item: &str) -> &'static str {
    match item {
        "commercial_loan" => "loan",
        "late_fee" => "charge",
        "sincerity_money" => "sincerity",
        _ => "house",
    }
}

impl Deal {
    pub(super) fn paid(&self, receivable: usize) -> i64 {
        self.pairs.iter().filter(|(_, to, _)| *to == receivable).map(|(.., paid)| paid).sum()
    }

    pub(super) fn open(&self, receivable: usize) -> i64 {
        let one = &self.receivables[receivable];
        one.amount - one.waived - self.paid(receivable)
    }

    pub(super) fn free(&self, money: usize) -> i64 {
        let used: i64 =
            self.pairs.iter().filter(|(from, ..)| *from == money).map(|(.., paid)| paid).sum();
        self.money[money].held - used
    }
}

/// What a posting does so far; thrown away where it is refused.
pub(super) struct Doing<'a> {
    pub(super) of: &'a mut Auditor,
    pub(super) date: Date,
    pub(super) did: Vec<Did>,
    pub(super) bank: i64,
    /// Money whose place was taken, by the day from which it is free.
    pub(super) displaced: Vec<(Date, usize)>,
}

impl Auditor {
    pub(super) fn deals(&self) -> impl Iterator<Item = &str> {
        self.deals.iter().map(|deal| deal.name.as_str())
    }

    pub(super) fn some_deal(&self, at: u64) -> Option<&str> {
        let count = self.deals.len();
        let place = usize::try_from(at).unwrap().checked_rem(count)?;
        Some(self.deals[place].name.as_str())
    }

    pub(super) fn bank(&self) -> i64 {
        self.bank
    }

    pub(super) fn receivable(&self, deal: &Text, pick: usize) -> Option<Text> {
        let deal = &self.deals[*self.by_name.get(deal)?];
        Some(deal.receivables[pick.checked_rem(deal.receivables.len())?].id.clone())
    }

    pub(super) fn posting(&self, deal: &Text, pick: usize) -> Option<Text> {
        let deal = &self.deals[*self.by_name.get(deal)?];
        Some(deal.postings[pick.checked_rem(deal.postings.len())?].clone())
    }

    /// A command that was sent before, with another act under its key if one is given.
    pub(super) fn earlier(
        &self,
        number: u64,
        act: Option<LedgerAct>,
        instead: LedgerCommand,
    ) -> LedgerCommand {
        match self.sent.get(&(number - number % AGAIN)) {
            None => instead,
            Some(sent) => {
                let mut again = sent.clone();
                again.act = act.unwrap_or(again.act);
                again
            }
        }
    }

    /// Outstanding, prepaid, refund due.
    pub(super) fn balances(&self, deal: &str) -> [i64; 3] {
        let deal = &self.deals[self.by_name[&Text::from(deal)]];
        let open = (0..deal.receivables.len()).map(|one| deal.open(one)).sum();
        let free = (0..deal.money.len()).map(|one| deal.free(one)).sum();
        [open, free, 0]
    }

    /// What comes of a command. What is accepted is in the second ledger from then on.
    pub(super) fn predict(&mut self, now: Time, command: &LedgerCommand) -> Outcome {
        let (today, key) = (now.date(), &command.key);
        if let Some(known) = self.keys.get(key) {
            let same = self.postings[*known].command.as_ref() == Some(command);
            return if same { Ok(()) } else { Err("ledger.key_reused") };
        }
        if command.currency.is_some() {
            return Err("ledger.currency");
        }
        let posted = |key: &Text| self.keys.get(key).map(|at| self.postings[*at].date);
        let date = match &command.act {
            LedgerAct::Delete { posting, .. } => {
                posted(posting).unwrap_or(command.date.unwrap_or(today))
            }
            LedgerAct::Allocate { receipt, .. } if command.date.is_none() => {
                posted(receipt).unwrap_or(today)
            }
            _ => command.date.unwrap_or(today),
        };
        if date > today {
            return Err("ledger.date_ahead");
        }
        let is_close = matches!(command.act, LedgerAct::Close { .. });
        if self.closed.is_some_and(|closed| date <= closed) && !is_close {
            return Err("ledger.period_closed");
        }
        let reference = match &command.act {
            LedgerAct::Receive { receipt } => receipt.reference.clone(),
            LedgerAct::Refund { refund } => refund.reference.clone(),
            _ => None,
        };
        let first = reference.as_ref().and_then(|one| self.references.get(one));
        if first.is_some_and(|at| !self.postings[*at].is_mirrored) {
            return Err("ledger.reference_used");
        }
        let mut doing = Doing { of: self, date, did: Vec::new(), bank: 0, displaced: Vec::new() };
        let is_deletion = matches!(command.act, LedgerAct::Delete { .. });
        let elsewhere = is_deletion && command.date.is_some_and(|given| given != date);
        let own_day = if elsewhere { Err("ledger.deletion_day") } else { Ok(()) };
        let outcome = doing.act(today, &command.act).and(own_day).and_then(|()| doing.guard());
        let (did, bank) = (std::mem::take(&mut doing.did), doing.bank);
        if outcome.is_err() {
            for one in did.into_iter().rev() {
                self.undo(one);
            }
            return outcome;
        }
        self.enter(today, date, command, did, bank);
        if let Some(reference) = reference {
            self.references.insert(reference, self.postings.len() - 1);
        }
        Ok(())
    }

    fn enter(
        &mut self,
        today: Date,
        date: Date,
        command: &LedgerCommand,
        did: Vec<Did>,
        bank: i64,
    ) {
        let mirrored = match &command.act {
            LedgerAct::Reverse { posting, .. } | LedgerAct::Delete { posting, .. } => Some(posting),
            _ => None,
        };
        if let Some(of) = mirrored {
            let at = self.keys[of];
            self.postings[at].is_mirrored = true;
        }
        let mut deals: Vec<usize> = did.iter().map(|one| one.deal()).collect();
        if let LedgerAct::OpenDeal { deal, .. } = &command.act {
            let at = self.by_name[deal];
            deals.push(at);
            if let Some(old) = at.checked_sub(ALIVE) {
                for key in std::mem::take(&mut self.deals[old].postings) {
                    let posting = &mut self.postings[self.keys[&key]];
                    if posting.did.iter().all(|one| one.deal() <= old) {
                        posting.did = Vec::new();
                    }
                }
            }
        }
        deals.sort_unstable();
        deals.dedup();
        for deal in deals {
            self.deals[deal].postings.push(command.key.clone());
        }
        self.keys.insert(command.key.clone(), self.postings.len());
        let number: u64 = command.key[1..].parse().unwrap();
        let is_sent_again = number.is_multiple_of(AGAIN);
        if is_sent_again {
            self.sent.insert(number, command.clone());
        }
        self.bank += bank;
        self.postings.push(Posting {
            kind: command.act.kind(),
            date,
            recorded: today,
            is_mirror: mirrored.is_some(),
            is_mirrored: false,
            verified: false,
            command: is_sent_again.then(|| command.clone()),
            did,
            bank,
        });
    }

    fn undo(&mut self, did: Did) {
        match did {
            Did::MadeReceivable { deal } => {
                let gone = self.deals[deal].receivables.pop().unwrap();
                self.receivables.remove(&gone.id);
            }
            Did::MadeMoney { deal } => drop(self.deals[deal].money.pop()),
            Did::MadePair { deal } => drop(self.deals[deal].pairs.pop()),
            Did::ByHand { deal } => drop(self.deals[deal].by_hand.pop()),
            Did::Raised { deal, receivable, by } => {
                self.deals[deal].receivables[receivable].amount -= by;
                self.deals[deal].dated.pop();
            }
            Did::Waived { deal, receivable, by } => {
                self.deals[deal].receivables[receivable].waived -= by;
                self.deals[deal].dated.pop();
            }
            Did::Dated { deal, receivable, before } => {
                self.deals[deal].receivables[receivable].due = before;
            }
            Did::Held { deal, money, by } => {
                self.deals[deal].money[money].held -= by;
                self.deals[deal].dated.pop();
            }
            Did::Paid { deal, pair, by } => {
                let deal = &mut self.deals[deal];
                deal.pairs[pair].2 -= by;
                deal.dated.pop();
            }
        }
    }
}

impl Did {
    pub(super) fn deal(&self) -> usize {
        match self {
            Did::MadeReceivable { deal }
            | Did::MadeMoney { deal }
            | Did::MadePair { deal }
            | Did::ByHand { deal }
            | Did::Raised { deal, .. }
            | Did::Waived { deal, .. }
            | Did::Dated { deal, .. }
            | Did::Held { deal, .. }
            | Did::Paid { deal, .. } => *deal,
        }
    }
}
