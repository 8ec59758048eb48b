//! A second ledger, as plain as can be: lists that are summed anew whenever something is asked.

use super::doing::Doing;
use kaipan::ledger::{LedgerAct, LedgerActKind, LedgerCommand};
use kaipan::{Date, Text, Time};
use std::collections::HashMap;

/// One in so many commands can be sent again.
const AGAIN: u64 = 50;

/// So many deals are remembered; nothing is posted to older ones any more.
const REMEMBERED: usize = 800;

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
    pub(super) ended_on: Option<Date>,
    pub(super) signed: bool,
    pub(super) lines: Vec<Line>,
    pub(super) money: Vec<Money>,
    /// The postings that touch the deal, as they were recorded.
    pub(super) postings: Vec<usize>,
    /// What changed on which day, as it was recorded.
    pub(super) dated: Vec<Dated>,
    pub(super) instructions: Vec<Instruction>,
    /// Outstanding and prepaid of a deal whose lists are forgotten.
    pub(super) forgotten: Option<[i64; 2]>,
}

pub(super) struct Line {
    pub(super) id: Text,
    pub(super) item: Text,
    /// As the line was raised.
    pub(super) due: Option<Date>,
    pub(super) seq: u32,
    pub(super) raised_on: Date,
    /// The posting that raised it.
    pub(super) posting: usize,
}

pub(super) struct Money {
    pub(super) item: Text,
    pub(super) date: Date,
    /// The posting that brought it.
    pub(super) posting: usize,
    /// A person said that it is kept.
    pub(super) kept: bool,
}

/// A person said that money pays a line.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Instruction {
    pub(super) posting: usize,
    pub(super) said_on: Date,
    pub(super) money: usize,
    pub(super) line: usize,
    pub(super) amount: i64,
    /// The day on which it is done.
    pub(super) on: Date,
}

pub(super) struct Posting {
    pub(super) key: Text,
    pub(super) date: Date,
    pub(super) recorded: Date,
    pub(super) kind: LedgerActKind,
    pub(super) step: Step,
    pub(super) deals: Vec<usize>,
    /// The posting that takes it back.
    pub(super) mirrored_by: Option<usize>,
    pub(super) verified: bool,
    pub(super) did: Vec<Dated>,
    pub(super) bank: i64,
}

/// What a posting does to the money of a deal on its day.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Step {
    Nothing,
    Raised,
    Adjusted,
    Waived { line: usize },
    Redated,
    Ended,
    Refunded,
    Received { deal: usize, money: usize },
    Transferred { from: usize, to: usize, money: usize },
    Allocated { deal: usize, money: usize, by_hand: bool },
    Mirrored { of: usize },
}

#[derive(Clone, Copy)]
pub(super) struct Dated {
    pub(super) day: Date,
    pub(super) posting: usize,
    pub(super) did: Did,
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Did {
    MadeLine {
        deal: usize,
    },
    MadeMoney {
        deal: usize,
    },
    Instructed {
        deal: usize,
    },
    Raised {
        deal: usize,
        line: usize,
        by: i64,
    },
    Waived {
        deal: usize,
        line: usize,
        by: i64,
    },
    Redated {
        deal: usize,
        line: usize,
        due: Option<Date>,
    },
    /// The due date that a posting gave is taken back.
    Undated {
        deal: usize,
        of: usize,
    },
    Held {
        deal: usize,
        money: usize,
        by: i64,
    },
    Paid {
        deal: usize,
        money: usize,
        line: usize,
        by: i64,
    },
}

impl Did {
    pub(super) fn deal(&self) -> usize {
        match self {
            Did::MadeLine { deal }
            | Did::MadeMoney { deal }
            | Did::Instructed { deal }
            | Did::Raised { deal, .. }
            | Did::Waived { deal, .. }
            | Did::Redated { deal, .. }
            | Did::Undated { deal, .. }
            | Did::Held { deal, .. }
            | Did::Paid { deal, .. } => *deal,
        }
    }
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

impl Auditor {
    pub(super) fn deals(&self) -> impl Iterator<Item = &str> {
        self.deals.iter().map(|deal| deal.name.as_str())
    }

    pub(super) fn some_deal(&self, at: u64) -> Option<&str> {
        let count = self.deals.len();
        let place = usize::try_from(at).unwrap().checked_rem(count)?;
        Some(self.deals[place].name.as_str())
    }

    /// One of the deals to which something is posted.
    pub(super) fn recent_deal(&self, at: u64) -> Option<&str> {
        let recent = &self.deals[self.deals.len().saturating_sub(300)..];
        let place = usize::try_from(at).unwrap().checked_rem(recent.len())?;
        Some(recent[place].name.as_str())
    }

    pub(super) fn bank(&self) -> i64 {
        self.bank
    }

    pub(super) fn receivable(&self, deal: &Text, pick: usize) -> Option<Text> {
        let deal = &self.deals[*self.by_name.get(deal)?];
        Some(deal.lines[pick.checked_rem(deal.lines.len())?].id.clone())
    }

    pub(super) fn posting(&self, deal: &Text, pick: usize) -> Option<Text> {
        let deal = &self.deals[*self.by_name.get(deal)?];
        let at = deal.postings[pick.checked_rem(deal.postings.len())?];
        Some(self.postings[at].key.clone())
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

    fn of(&self, deal: &str) -> &Deal {
        &self.deals[self.by_name[&Text::from(deal)]]
    }

    /// Outstanding and prepaid, on a day or of all days.
    pub(super) fn balances(&self, deal: &str, on: Option<Date>) -> [i64; 2] {
        let of = self.of(deal);
        of.forgotten.unwrap_or_else(|| of.balances(on))
    }

    /// The days on which something of a deal changes; none where they are forgotten.
    pub(super) fn days(&self, deal: &str) -> Vec<Date> {
        let mut days: Vec<Date> = self.of(deal).dated.iter().map(|one| one.day).collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    /// What comes of a command. What is accepted is in the second ledger from then on.
    pub(super) fn predict(&mut self, now: Time, command: &LedgerCommand) -> Outcome {
        let (today, key) = (now.date(), &command.key);
        if self.keys.contains_key(key) {
            let same = self.sent.get(&number(key)) == Some(command);
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
        if first.is_some_and(|at| self.postings[*at].mirrored_by.is_none()) {
            return Err("ledger.reference_used");
        }
        let mut doing = Doing::new(self, date);
        let is_deletion = matches!(command.act, LedgerAct::Delete { .. });
        let elsewhere = is_deletion && command.date.is_some_and(|given| given != date);
        let own_day = if elsewhere { Err("ledger.deletion_day") } else { Ok(()) };
        let outcome = doing.act(today, &command.act).and(own_day);
        let outcome = outcome.and_then(|()| doing.allocate()).and_then(|()| doing.guard());
        let (step, deals) = (doing.step, std::mem::take(&mut doing.deals));
        let (did, bank) = (std::mem::take(&mut doing.did), doing.bank);
        if outcome.is_err() {
            did.into_iter().rev().for_each(|one| self.undo(one.did));
            return outcome;
        }
        let kind = command.act.kind();
        let key = command.key.clone();
        let (mirrored_by, verified) = (None, false);
        let recorded = today;
        let posting =
            Posting { key, date, recorded, kind, step, deals, mirrored_by, verified, did, bank };
        if let Some(reference) = reference {
            self.references.insert(reference, self.postings.len());
        }
        self.enter(posting, command);
        Ok(())
    }

    fn enter(&mut self, posting: Posting, command: &LedgerCommand) {
        match &command.act {
            LedgerAct::OpenDeal { deal, .. } => self.forget(self.by_name[deal]),
            LedgerAct::EndDeal { deal, .. } => {
                self.deals[self.by_name[deal]].ended_on = Some(posting.date);
            }
            LedgerAct::Reverse { posting, .. } | LedgerAct::Delete { posting, .. } => {
                self.postings[self.keys[posting]].mirrored_by = Some(self.postings.len());
            }
            _ => {}
        }
        for deal in &posting.deals {
            self.deals[*deal].postings.push(self.postings.len());
        }
        self.keys.insert(posting.key.clone(), self.postings.len());
        if number(&posting.key).is_multiple_of(AGAIN) {
            self.sent.insert(number(&posting.key), command.clone());
        }
        self.bank += posting.bank;
        self.postings.push(posting);
    }

    /// Of a deal that is old when another is opened only the balances are remembered.
    fn forget(&mut self, newest: usize) {
        let Some(old) = newest.checked_sub(REMEMBERED) else { return };
        let deal = &mut self.deals[old];
        deal.forgotten = Some(deal.balances(None));
        (deal.money, deal.dated, deal.instructions) = Default::default();
        for line in std::mem::take(&mut deal.lines) {
            self.receivables.remove(&line.id);
        }
        for at in std::mem::take(&mut deal.postings) {
            let posting = &mut self.postings[at];
            if posting.deals.iter().all(|deal| *deal <= old) {
                (posting.did, posting.deals) = Default::default();
            }
        }
    }

    fn undo(&mut self, did: Did) {
        let deal = &mut self.deals[did.deal()];
        match did {
            Did::MadeLine { .. } => {
                let gone = deal.lines.pop().unwrap();
                self.receivables.remove(&gone.id);
            }
            Did::MadeMoney { .. } => drop(deal.money.pop()),
            Did::Instructed { .. } => drop(deal.instructions.pop()),
            _ => drop(deal.dated.pop()),
        }
    }
}

/// The number in a key.
fn number(key: &Text) -> u64 {
    key[1..].parse().unwrap()
}
