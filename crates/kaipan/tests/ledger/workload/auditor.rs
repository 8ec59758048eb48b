//! A second ledger, as plain as can be: lists that are summed anew whenever something is asked.

use kaipan::ledger::{AllocationLine, LedgerAct, LedgerActKind, LedgerCommand, LedgerReceipt};
use kaipan::{Date, Text, Time};
use std::collections::HashMap;

/// One in so many commands can be sent again.
const AGAIN: u64 = 50;

/// So many deals are alive; what was posted to older ones is not taken back any more.
const ALIVE: usize = 400;

type Outcome = Result<(), &'static str>;

#[derive(Default)]
pub(super) struct Auditor {
    deals: Vec<Deal>,
    by_name: HashMap<Text, usize>,
    /// Where a receivable is: its deal, its place there.
    receivables: HashMap<Text, (usize, usize)>,
    keys: HashMap<Text, usize>,
    postings: Vec<Posting>,
    /// Commands by the number in their key, as they were first sent.
    sent: HashMap<u64, LedgerCommand>,
    references: HashMap<Text, usize>,
    closed: Option<Date>,
    bank: i64,
}

#[derive(Default)]
struct Deal {
    name: Text,
    ended: bool,
    signed: bool,
    receivables: Vec<Receivable>,
    money: Vec<Money>,
    /// What of which money pays which receivable, in the order in which the pair first came up.
    pairs: Vec<(usize, usize, i64)>,
    postings: Vec<Text>,
}

struct Receivable {
    id: Text,
    item: Text,
    due: Option<Date>,
    seq: u32,
    amount: i64,
    waived: i64,
    raised_on: Date,
}

struct Money {
    item: Text,
    date: Date,
    /// What came in less what has left.
    held: i64,
}

struct Posting {
    kind: LedgerActKind,
    date: Date,
    recorded: Date,
    is_mirror: bool,
    is_mirrored: bool,
    verified: bool,
    /// Of those that are sent again.
    command: Option<LedgerCommand>,
    did: Vec<Did>,
    bank: i64,
}

#[derive(Clone, Copy)]
enum Did {
    MadeReceivable { deal: usize },
    MadeMoney { deal: usize },
    MadePair { deal: usize },
    Raised { deal: usize, receivable: usize, by: i64 },
    Waived { deal: usize, receivable: usize, by: i64 },
    Dated { deal: usize, receivable: usize, before: Option<Date> },
    Held { deal: usize, money: usize, by: i64 },
    Paid { deal: usize, pair: usize, by: i64 },
}

/// The pool of an item; sincerity money is a pool of its own.
fn pool(item: &str) -> &'static str {
    match item {
        "commercial_loan" => "loan",
        "late_fee" => "charge",
        "sincerity_money" => "sincerity",
        _ => "house",
    }
}

impl Deal {
    fn paid(&self, receivable: usize) -> i64 {
        self.pairs.iter().filter(|(_, to, _)| *to == receivable).map(|(.., paid)| paid).sum()
    }

    fn open(&self, receivable: usize) -> i64 {
        let one = &self.receivables[receivable];
        one.amount - one.waived - self.paid(receivable)
    }

    fn free(&self, money: usize) -> i64 {
        let used: i64 =
            self.pairs.iter().filter(|(from, ..)| *from == money).map(|(.., paid)| paid).sum();
        self.money[money].held - used
    }
}

/// What a posting does so far; thrown away where it is refused.
struct Doing<'a> {
    of: &'a mut Auditor,
    date: Date,
    did: Vec<Did>,
    bank: i64,
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
        let mut doing = Doing { of: self, date, did: Vec::new(), bank: 0 };
        let outcome = doing.act(today, &command.act);
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

    fn enter(&mut self, today: Date, date: Date, command: &LedgerCommand, did: Vec<Did>, bank: i64) {
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
                    self.postings[self.keys[&key]].did = Vec::new();
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
            Did::Raised { deal, receivable, by } => {
                self.deals[deal].receivables[receivable].amount -= by;
            }
            Did::Waived { deal, receivable, by } => {
                self.deals[deal].receivables[receivable].waived -= by;
            }
            Did::Dated { deal, receivable, before } => {
                self.deals[deal].receivables[receivable].due = before;
            }
            Did::Held { deal, money, by } => self.deals[deal].money[money].held -= by,
            Did::Paid { deal, pair, by } => {
                let deal = &mut self.deals[deal];
                deal.pairs[pair].2 -= by;
            }
        }
    }
}

impl Did {
    fn deal(&self) -> usize {
        match self {
            Did::MadeReceivable { deal }
            | Did::MadeMoney { deal }
            | Did::MadePair { deal }
            | Did::Raised { deal, .. }
            | Did::Waived { deal, .. }
            | Did::Dated { deal, .. }
            | Did::Held { deal, .. }
            | Did::Paid { deal, .. } => *deal,
        }
    }
}

impl Doing<'_> {
    fn deal(&self, deal: &Text) -> Result<usize, &'static str> {
        self.of.by_name.get(deal).copied().ok_or("ledger.deal_unknown")
    }

    fn receivable(&self, id: &Text) -> Result<(usize, usize), &'static str> {
        self.of.receivables.get(id).copied().ok_or("ledger.receivable_unknown")
    }

    fn posted(&self, key: &Text) -> Result<usize, &'static str> {
        self.of.keys.get(key).copied().ok_or("ledger.posting_unknown")
    }

    fn positive(amount: kaipan::number::Money) -> Outcome {
        if amount.is_positive() { Ok(()) } else { Err("ledger.amount") }
    }

    fn alive(&self, deal: usize, item: &str) -> Outcome {
        let refused = self.of.deals[deal].ended && pool(item) != "charge";
        if refused { Err("ledger.deal_ended") } else { Ok(()) }
    }

    fn hold(&mut self, deal: usize, money: usize, by: i64) {
        self.of.deals[deal].money[money].held += by;
        self.did.push(Did::Held { deal, money, by });
    }

    fn pay(&mut self, deal: usize, money: usize, receivable: usize, by: i64) {
        if by == 0 {
            return;
        }
        let pairs = &mut self.of.deals[deal].pairs;
        let place = pairs.iter().position(|(from, to, _)| (*from, *to) == (money, receivable));
        if place.is_none() {
            pairs.push((money, receivable, 0));
            self.did.push(Did::MadePair { deal });
        }
        let pair = place.unwrap_or(pairs.len() - 1);
        pairs[pair].2 += by;
        self.did.push(Did::Paid { deal, pair, by });
    }

    fn change(&mut self, deal: usize, receivable: usize, by: i64) {
        self.of.deals[deal].receivables[receivable].amount += by;
        self.did.push(Did::Raised { deal, receivable, by });
    }

    fn act(&mut self, today: Date, act: &LedgerAct) -> Outcome {
        match act {
            LedgerAct::OpenDeal { deal, .. } => {
                if self.of.by_name.contains_key(deal) {
                    return Err("ledger.deal_twice");
                }
                self.of.by_name.insert(deal.clone(), self.of.deals.len());
                self.of.deals.push(Deal { name: deal.clone(), ..Deal::default() });
                Ok(())
            }
            LedgerAct::Sign { deal, .. } => {
                let deal = self.deal(deal)?;
                let deal = &mut self.of.deals[deal];
                if deal.ended {
                    return Err("ledger.deal_ended");
                }
                if deal.signed {
                    return Err("ledger.happened_already");
                }
                deal.signed = true;
                Ok(())
            }
            LedgerAct::EndDeal { deal, .. } => {
                let deal = self.deal(deal)?;
                if self.of.deals[deal].ended {
                    return Err("ledger.deal_ended");
                }
                self.drop_house(deal);
                self.of.deals[deal].ended = true;
                Ok(())
            }
            LedgerAct::Raise { deal, lines, replaces, .. } => {
                let deal = self.deal(deal)?;
                if lines.is_empty() && !replaces {
                    return Err("ledger.no_lines");
                }
                if *replaces {
                    self.drop_house(deal);
                }
                for line in lines {
                    Doing::positive(line.amount)?;
                    self.alive(deal, &line.item)?;
                    let receivable = self.of.deals[deal].receivables.len();
                    self.of.receivables.insert(line.id.clone(), (deal, receivable));
                    self.of.deals[deal].receivables.push(Receivable {
                        id: line.id.clone(),
                        item: line.item.clone(),
                        due: line.due,
                        seq: line.seq,
                        amount: 0,
                        waived: 0,
                        raised_on: self.date,
                    });
                    self.did.push(Did::MadeReceivable { deal });
                    self.change(deal, receivable, line.amount.fen());
                }
                self.spread_all(deal);
                Ok(())
            }
            LedgerAct::Adjust { receivable, by, .. } => {
                let (deal, receivable) = self.receivable(receivable)?;
                if by.is_zero() {
                    return Err("ledger.amount");
                }
                if by.is_positive() {
                    let item = self.of.deals[deal].receivables[receivable].item.clone();
                    self.alive(deal, &item)?;
                }
                self.adjust(deal, receivable, by.fen())?;
                self.spread_all(deal);
                Ok(())
            }
            LedgerAct::Waive { receivable, amount, approval, .. } => {
                Doing::positive(*amount)?;
                let (deal, receivable) = self.receivable(receivable)?;
                if amount.fen() > self.of.deals[deal].open(receivable) {
                    return Err("ledger.waived_too_much");
                }
                if self.date < self.of.deals[deal].receivables[receivable].raised_on {
                    return Err("ledger.before_original");
                }
                if amount > &approval.amount {
                    return Err("ledger.above_approval");
                }
                let by = amount.fen();
                self.of.deals[deal].receivables[receivable].waived += by;
                self.did.push(Did::Waived { deal, receivable, by });
                Ok(())
            }
            LedgerAct::Redate { receivable, due } => {
                let (deal, receivable) = self.receivable(receivable)?;
                let one = &mut self.of.deals[deal].receivables[receivable];
                let before = std::mem::replace(&mut one.due, *due);
                self.did.push(Did::Dated { deal, receivable, before });
                Ok(())
            }
            LedgerAct::Receive { receipt } => self.receive(receipt),
            LedgerAct::Allocate { receipt, allocations } => self.allocate(receipt, allocations),
            LedgerAct::Transfer { transfer } => {
                Doing::positive(transfer.amount)?;
                let from = self.deal(transfer.from_deal.as_ref().unwrap())?;
                let to = self.deal(transfer.to_deal.as_ref().unwrap())?;
                let (item, becomes) = (&transfer.from_item, &transfer.to_item);
                if (from, item) == (to, becomes) {
                    return Err("ledger.same_place");
                }
                if (pool(item) == "loan") != (pool(becomes) == "loan") {
                    return Err("ledger.loan_money");
                }
                self.alive(to, becomes)?;
                if self.take(from, item, transfer.amount.fen()) > 0 {
                    return Err("ledger.short");
                }
                let money = self.bring(to, becomes, transfer.amount.fen());
                if !transfer.keep_rest {
                    self.spread(to, money);
                }
                Ok(())
            }
            LedgerAct::Refund { refund } => {
                Doing::positive(refund.amount)?;
                let deal = self.deal(refund.deal.as_ref().unwrap())?;
                let amount = refund.amount.fen();
                let of = &self.of.deals[deal];
                let fits = |one: &usize| {
                    of.money[*one].item == refund.item && of.money[*one].date <= self.date
                };
                let free = (0..of.money.len()).filter(fits).map(|one| of.free(one).max(0));
                if amount > free.sum() {
                    return Err("ledger.above_refundable");
                }
                if amount > refund.approval.amount.fen() {
                    return Err("ledger.above_approval");
                }
                self.take(deal, &refund.item, amount);
                self.bank -= amount;
                Ok(())
            }
            LedgerAct::Reverse { posting, .. } => self.mirror(posting),
            LedgerAct::Delete { posting, handed_over, .. } => {
                let one = &self.of.postings[self.posted(posting)?];
                if !matches!(one.kind, LedgerActKind::Receive | LedgerActKind::Allocate) {
                    return Err("ledger.not_deleted");
                }
                if one.recorded != today {
                    return Err("ledger.deleted_late");
                }
                if one.verified {
                    return Err("ledger.verified");
                }
                if *handed_over {
                    return Err("ledger.handed_over");
                }
                self.mirror(posting)
            }
            LedgerAct::Verify { posting } => {
                let at = self.posted(posting)?;
                let one = &mut self.of.postings[at];
                if one.is_mirrored {
                    return Err("ledger.reversed_twice");
                }
                if one.verified || one.kind != LedgerActKind::Receive {
                    return Err("ledger.not_verified");
                }
                one.verified = true;
                Ok(())
            }
            LedgerAct::Close { through } => {
                if self.of.closed.is_some_and(|closed| *through <= closed) {
                    return Err("ledger.closed_already");
                }
                self.of.closed = Some(*through);
                Ok(())
            }
            other => panic!("the generator asks for no {:?}", other.kind()),
        }
    }

    fn receive(&mut self, receipt: &LedgerReceipt) -> Outcome {
        Doing::positive(receipt.amount)?;
        let deal = self.deal(receipt.deal.as_ref().unwrap())?;
        self.alive(deal, &receipt.item)?;
        let money = self.bring(deal, &receipt.item, receipt.amount.fen());
        self.explicit(deal, money, &receipt.allocations)?;
        if !receipt.keep_rest {
            self.spread(deal, money);
        }
        self.bank += receipt.amount.fen();
        Ok(())
    }

    fn bring(&mut self, deal: usize, item: &Text, amount: i64) -> usize {
        let money = self.of.deals[deal].money.len();
        self.of.deals[deal].money.push(Money { item: item.clone(), date: self.date, held: 0 });
        self.did.push(Did::MadeMoney { deal });
        self.hold(deal, money, amount);
        money
    }

    fn explicit(&mut self, deal: usize, money: usize, lines: &[AllocationLine]) -> Outcome {
        for line in lines {
            Doing::positive(line.amount)?;
            let (owner, receivable) = self.receivable(&line.receivable)?;
            if owner != deal {
                return Err("ledger.other_owner");
            }
            let of = &self.of.deals[deal];
            if pool(&of.money[money].item) != pool(&of.receivables[receivable].item) {
                return Err("ledger.wrong_pool");
            }
            if line.amount.fen() > of.open(receivable) {
                return Err("ledger.over_allocated");
            }
            if line.amount.fen() > of.free(money) {
                return Err("ledger.short");
            }
            self.pay(deal, money, receivable, line.amount.fen());
        }
        Ok(())
    }

    fn allocate(&mut self, receipt: &Text, lines: &[AllocationLine]) -> Outcome {
        let at = self.posted(receipt)?;
        let brought = self.of.postings[at].did.iter().find_map(|one| match one {
            Did::Held { deal, money, by } if *by > 0 => Some((*deal, *money)),
            _ => None,
        });
        let is_new = matches!(
            self.of.postings[at].kind,
            LedgerActKind::Receive | LedgerActKind::Transfer
        );
        // A transfer brings last what it has taken first.
        let brought = match self.of.postings[at].kind {
            LedgerActKind::Transfer => self.of.postings[at].did.iter().find_map(|one| match one {
                Did::Held { deal, money, by } if *by > 0 => Some((*deal, *money)),
                _ => None,
            }),
            _ => brought,
        };
        let Some((deal, money)) = brought.filter(|_| is_new) else {
            return Err("ledger.nothing_free");
        };
        if self.date < self.of.deals[deal].money[money].date {
            return Err("ledger.allocation_early");
        }
        if self.of.deals[deal].free(money) <= 0 {
            return Err("ledger.nothing_free");
        }
        if lines.is_empty() {
            self.spread(deal, money);
            return Ok(());
        }
        self.explicit(deal, money, lines)
    }

    fn spread(&mut self, deal: usize, money: usize) {
        let of = &self.of.deals[deal];
        let own = pool(&of.money[money].item);
        let fits = |one: &usize| pool(&of.receivables[*one].item) == own && of.open(*one) > 0;
        let mut open: Vec<usize> = (0..of.receivables.len()).filter(fits).collect();
        open.sort_by_key(|one| {
            let one = &of.receivables[*one];
            let ahead = one.due.is_some_and(|due| due > self.date);
            (one.due.is_none(), ahead, one.due, one.seq, one.id.clone())
        });
        for receivable in open {
            let of = &self.of.deals[deal];
            let part = of.open(receivable).min(of.free(money));
            if part > 0 {
                self.pay(deal, money, receivable, part);
            }
        }
    }

    fn spread_all(&mut self, deal: usize) {
        for money in 0..self.of.deals[deal].money.len() {
            if self.of.deals[deal].free(money) > 0 {
                self.spread(deal, money);
            }
        }
    }

    /// Takes free money of an item that was there on the date; what is lacking.
    fn take(&mut self, deal: usize, item: &Text, mut amount: i64) -> i64 {
        for money in 0..self.of.deals[deal].money.len() {
            let of = &self.of.deals[deal];
            let one = &of.money[money];
            let part = of.free(money).min(amount);
            if one.item == *item && one.date <= self.date && part > 0 {
                self.hold(deal, money, -part);
                amount -= part;
            }
        }
        amount
    }

    /// Frees what a receivable was paid with, the last pair first, of what was there on the date.
    fn free_receivable(&mut self, deal: usize, receivable: usize, mut amount: i64) {
        for pair in (0..self.of.deals[deal].pairs.len()).rev() {
            let of = &self.of.deals[deal];
            let (money, to, paid) = of.pairs[pair];
            let part = paid.min(amount);
            if to == receivable && part > 0 && of.money[money].date <= self.date {
                self.pay(deal, money, receivable, -part);
                amount -= part;
            }
        }
    }

    fn drop_house(&mut self, deal: usize) {
        for receivable in 0..self.of.deals[deal].receivables.len() {
            let one = &self.of.deals[deal].receivables[receivable];
            if !matches!(pool(&one.item), "house" | "loan") {
                continue;
            }
            let paid = self.of.deals[deal].paid(receivable);
            self.free_receivable(deal, receivable, paid);
            let gone = self.of.deals[deal].open(receivable);
            if gone > 0 {
                self.change(deal, receivable, -gone);
            }
        }
    }

    fn adjust(&mut self, deal: usize, receivable: usize, by: i64) -> Outcome {
        let one = &self.of.deals[deal].receivables[receivable];
        let most = one.amount + by - one.waived;
        if most < 0 {
            return Err("ledger.below_zero");
        }
        let excess = self.of.deals[deal].paid(receivable) - most;
        if excess > 0 {
            self.free_receivable(deal, receivable, excess);
            if self.of.deals[deal].paid(receivable) > most {
                return Err("ledger.paid_later");
            }
        }
        self.change(deal, receivable, by);
        Ok(())
    }

    fn mirror(&mut self, key: &Text) -> Outcome {
        let at = self.posted(key)?;
        let one = &self.of.postings[at];
        if one.is_mirror {
            return Err("ledger.reversal_of_reversal");
        }
        if one.is_mirrored {
            return Err("ledger.reversed_twice");
        }
        let lasts = matches!(
            one.kind,
            LedgerActKind::OpenDeal
                | LedgerActKind::Sign
                | LedgerActKind::EndDeal
                | LedgerActKind::Verify
                | LedgerActKind::Close
        );
        if lasts {
            return Err("ledger.not_reversed");
        }
        if self.date < one.date {
            return Err("ledger.before_original");
        }
        let bank = one.bank;
        for did in one.did.clone().into_iter().rev() {
            self.back(did)?;
        }
        self.bank -= bank;
        Ok(())
    }

    fn back(&mut self, did: Did) -> Outcome {
        match did {
            Did::MadeReceivable { .. } | Did::MadeMoney { .. } | Did::MadePair { .. } => {}
            Did::Raised { deal, receivable, by } => return self.adjust(deal, receivable, -by),
            Did::Waived { deal, receivable, by } => {
                self.of.deals[deal].receivables[receivable].waived -= by;
                self.did.push(Did::Waived { deal, receivable, by: -by });
            }
            Did::Dated { deal, receivable, before } => {
                let one = &mut self.of.deals[deal].receivables[receivable];
                let now = std::mem::replace(&mut one.due, before);
                self.did.push(Did::Dated { deal, receivable, before: now });
            }
            Did::Held { deal, money, by } => {
                let mut lacking = by - self.of.deals[deal].free(money);
                for pair in (0..self.of.deals[deal].pairs.len()).rev() {
                    let (from, receivable, paid) = self.of.deals[deal].pairs[pair];
                    let part = paid.min(lacking);
                    if from == money && part > 0 {
                        self.pay(deal, money, receivable, -part);
                        lacking -= part;
                    }
                }
                if by > 0 && self.of.deals[deal].free(money) < by {
                    return Err("ledger.money_used");
                }
                self.hold(deal, money, -by);
            }
            Did::Paid { deal, pair, by } => {
                let of = &self.of.deals[deal];
                let (money, receivable, paid) = of.pairs[pair];
                let back = match by > 0 {
                    true => -paid.min(by),
                    false => (-by).min(of.free(money).min(of.open(receivable)).max(0)),
                };
                self.pay(deal, money, receivable, back);
            }
        }
        Ok(())
    }
}
