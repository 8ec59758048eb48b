//! A walk through the days of a deal in the second ledger: what is dated after a posting is done anew,
//! each on its day.

use super::auditor::{Auditor, Dated, Deal, Did, Instruction, Outcome, Step, pool};
use super::days::{Watched, due, sum};
use super::doing::Doing;
use kaipan::Date;
use kaipan::ledger::AllocationLine;
use std::collections::BTreeMap;

/// Lines of any posting are paid.
pub(super) const ANY: usize = usize::MAX;

/// The day from which money pays a line more, or less, by so much.
pub(super) type Payment = (Date, usize, usize, i64);

pub(super) struct Walk<'a> {
    pub(super) of: &'a Auditor,
    pub(super) at: usize,
    /// The posting for which the walk is, and what it does on its date.
    pub(super) own: usize,
    date: Date,
    step: Step,
    pub(super) lines: &'a [AllocationLine],
    pub(super) day: Date,
    /// What was done up to the day.
    pub(super) there: Vec<Dated>,
    /// What instructions have paid.
    pub(super) by_hand: BTreeMap<(usize, usize), i64>,
    /// Instructions that wait for their day.
    pub(super) waiting: Vec<Instruction>,
    /// Postings that are taken back.
    pub(super) mirrored: Vec<usize>,
    /// Instructions of the own posting.
    pub(super) said: Vec<Instruction>,
    /// The step has freed something.
    pub(super) freed: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    Posted,
    /// Instructions that have waited are done.
    Waited,
    /// Money is allocated by the policy again.
    Again,
}

impl<'a> Walk<'a> {
    pub(super) fn of(doing: &'a Doing<'_>, at: usize) -> Walk<'a> {
        let deal = &doing.of.deals[at];
        let date = doing.date;
        let there: Vec<Dated> = deal.dated.iter().filter(|one| one.day <= date).copied().collect();
        let postings = &doing.of.postings;
        let is_mirrored = |posting: &usize| {
            postings[*posting].mirrored_by.is_some_and(|by| postings[by].date <= date)
        };
        let said = deal.instructions.iter().filter(|one| !is_mirrored(&one.posting));
        let waiting = said.clone().filter(|one| one.said_on <= date && one.on > date);
        let mut by_hand = BTreeMap::new();
        for one in said.clone().filter(|one| one.on <= date) {
            *by_hand.entry((one.money, one.line)).or_default() += one.amount;
        }
        for ((money, line), amount) in &mut by_hand {
            *amount = sum(&there, Watched::Pair(*money, *line)).min(*amount);
        }
        Walk {
            of: doing.of,
            at,
            own: doing.of.postings.len(),
            date,
            step: doing.step,
            lines: &doing.said,
            day: date,
            there,
            by_hand,
            waiting: waiting.copied().collect(),
            mirrored: deal.postings.iter().copied().filter(is_mirrored).collect(),
            said: Vec::new(),
            freed: false,
        }
    }

    pub(super) fn deal(&self) -> &'a Deal {
        &self.of.deals[self.at]
    }

    pub(super) fn date_of(&self, posting: usize) -> Date {
        if posting == self.own { self.date } else { self.of.postings[posting].date }
    }

    pub(super) fn step_of(&self, posting: usize) -> Step {
        if posting == self.own { self.step } else { self.of.postings[posting].step }
    }

    /// What is paid otherwise than was recorded, and what a person said with the posting.
    pub(super) fn go(mut self) -> Result<(Vec<Payment>, Vec<Instruction>), &'static str> {
        self.posted(self.own)?;
        for (day, posting, event) in self.later() {
            self.day = day;
            self.freed = false;
            match event {
                Event::Posted => {
                    let dated = self.deal().dated.iter();
                    let facts = dated.filter(|one| {
                        one.posting == posting && !matches!(one.did, Did::Paid { .. })
                    });
                    self.there.extend(facts);
                    self.posted(posting)?;
                }
                // What is taken back by then is no longer done.
                Event::Waited | Event::Again if self.mirrored.contains(&posting) => {}
                Event::Waited => {
                    let said = self.deal().instructions.iter().chain(&self.said);
                    let due = said.filter(|one| one.posting == posting && one.on == day);
                    let due: Vec<Instruction> = due.copied().collect();
                    self.instructed(&due, posting)?;
                }
                Event::Again => {
                    if let Step::Allocated { money, .. } = self.step_of(posting) {
                        self.spread(money, posting);
                    }
                }
            }
        }
        self.words()?;
        Ok((self.differences(), self.said))
    }

    /// What is done after the date, in the order of days and of what was recorded.
    fn later(&self) -> Vec<(Date, usize, Event)> {
        let deal = self.deal();
        let posted = deal.postings.iter().map(|posting| (self.date_of(*posting), *posting));
        let posted: Vec<(Date, usize)> = posted.collect();
        let later = posted.iter().filter(|(day, _)| *day > self.date);
        let mut events: Vec<(Date, usize, Event)> =
            later.map(|(day, posting)| (*day, *posting, Event::Posted)).collect();
        for one in deal.instructions.iter().chain(&self.said) {
            if one.on > self.date && one.on > one.said_on {
                events.push((one.on, one.posting, Event::Waited));
            }
        }
        for posting in deal.postings.iter().copied().chain([self.own]) {
            if let Step::Allocated { by_hand: false, .. } = self.step_of(posting) {
                let from = self.date_of(posting).max(self.date);
                let days = posted.iter().filter(|(day, one)| *day > from && *one < posting);
                events.extend(days.map(|(day, _)| (*day, posting, Event::Again)));
            }
        }
        events.sort_unstable();
        events.dedup();
        events
    }

    fn differences(&self) -> Vec<Payment> {
        let mut paid = BTreeMap::new();
        let recorded = self.deal().dated.iter().map(|one| (one, -1));
        for (one, sign) in self.there.iter().map(|one| (one, 1)).chain(recorded) {
            if let Did::Paid { money, line, by, .. } = one.did {
                *paid.entry((one.day, money, line)).or_default() += sign * by;
            }
        }
        let paid = paid.into_iter().map(|((day, money, line), by)| (day, money, line, by));
        paid.filter(|(.., by)| *by != 0).collect()
    }

    /// What a person said is not undone.
    fn words(&self) -> Outcome {
        let refused = match self.step {
            Step::Adjusted => "ledger.paid_later",
            Step::Received { .. }
            | Step::Transferred { .. }
            | Step::Allocated { .. }
            | Step::Waived { .. }
            | Step::Redated => "ledger.used_later",
            _ => return Ok(()),
        };
        let stands = |one: &&Instruction| self.of.postings[one.posting].mirrored_by.is_none();
        let said = self.deal().instructions.iter().filter(stands);
        for one in said.clone().filter(|one| one.on > self.date) {
            let pair = Watched::Pair(one.money, one.line);
            let until = said.clone().filter(|other| {
                (other.money, other.line) == (one.money, one.line) && other.on <= one.on
            });
            let said: i64 = until.map(|other| other.amount).sum();
            let by_then = |of: &[Dated]| sum(of.iter().filter(|did| did.day <= one.on), pair);
            if by_then(&self.there).min(said) < by_then(&self.deal().dated).min(said) {
                return Err(refused);
            }
        }
        Ok(())
    }

    pub(super) fn there(&self, what: Watched) -> i64 {
        sum(&self.there, what)
    }

    pub(super) fn pay(&mut self, money: usize, line: usize, by: i64) {
        let did = Did::Paid { deal: self.at, money, line, by };
        self.there.push(Dated { day: self.day, posting: self.own, did });
        if by < 0 {
            self.freed = true;
            let left = self.there(Watched::Pair(money, line));
            // What the policy has paid goes first.
            self.by_hand.entry((money, line)).and_modify(|said| *said = left.min(*said));
        }
    }

    /// What money can still pay by the policy.
    pub(super) fn unspent(&self, money: usize) -> i64 {
        let waiting = self.waiting.iter().filter(|one| one.money == money);
        self.there(Watched::Free(money)) - waiting.map(|one| one.amount).sum::<i64>()
    }

    /// What the policy has paid of a pair.
    pub(super) fn by_policy(&self, money: usize, line: usize) -> i64 {
        let by_hand = self.by_hand.get(&(money, line)).copied().unwrap_or(0);
        (self.there(Watched::Pair(money, line)) - by_hand).max(0)
    }

    pub(super) fn due(&self, line: usize) -> Option<Date> {
        due(&self.there, line, self.deal().lines[line].due)
    }

    /// Money pays open lines of its pool that were raised by earlier postings.
    pub(super) fn spread(&mut self, money: usize, before: usize) {
        let deal = self.deal();
        let from = &deal.money[money];
        // Money that a person kept goes only to lines that were entered after it, unless he allocates it.
        let after = if from.kept && before == ANY { Some(from.posting) } else { None };
        let fits = |line: &usize| {
            let line = &deal.lines[*line];
            let was_there = line.posting < before && after.is_none_or(|after| line.posting > after);
            pool(&line.item) == pool(&from.item) && was_there
        };
        let mut lines: Vec<usize> = (0..deal.lines.len()).filter(fits).collect();
        lines.sort_by_key(|line| {
            let (due, of) = (self.due(*line), &deal.lines[*line]);
            (due.is_none(), due, of.seq, of.id.clone())
        });
        for line in lines {
            let part = self.unspent(money).min(self.there(Watched::Open(line)));
            if part > 0 {
                self.pay(money, line, part);
            }
        }
    }

    /// Lines from the one that is paid last.
    pub(super) fn lines_last_first(&self) -> Vec<usize> {
        let mut lines: Vec<usize> = (0..self.deal().lines.len()).collect();
        lines.sort_by_key(|line| {
            let due = self.due(*line);
            (due.is_none(), due, self.deal().lines[*line].seq, *line)
        });
        lines.reverse();
        lines
    }
}
