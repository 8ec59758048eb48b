//! The steps of a walk in the second ledger: what a posting does to the money of a deal on its day.

use super::auditor::{Dated, Did, Instruction, Outcome, Step, pool};
use super::days::Watched;
use super::doing::positive;
use super::walking::{ANY, Walk};
use std::collections::BTreeMap;

impl Walk<'_> {
    pub(super) fn posted(&mut self, posting: usize) -> Outcome {
        match self.step_of(posting) {
            Step::Nothing | Step::Redated => {}
            Step::Raised | Step::Adjusted => {
                self.settle_lines();
                self.prepayments();
            }
            Step::Waived { line } => {
                if posting != self.own {
                    self.settle_lines();
                    self.prepayments_if_freed();
                } else if self.there(Watched::Open(line)) < 0 {
                    return Err("ledger.waived_too_much");
                }
            }
            Step::Ended => self.settle_lines(),
            Step::Refunded => {
                self.settle_money(true, posting)?;
                self.prepayments_if_freed();
            }
            Step::Received { money, .. } => self.brought(money, posting)?,
            Step::Transferred { from, to, money } => {
                if from == self.at {
                    self.settle_money(true, posting)?;
                    self.prepayments_if_freed();
                    self.freed = false;
                }
                if to == self.at {
                    self.brought(money, posting)?;
                }
            }
            Step::Allocated { money, by_hand, .. } => {
                if posting == self.own && self.there(Watched::Free(money)) <= 0 {
                    return Err("ledger.nothing_free");
                }
                if by_hand {
                    self.instructions(money, posting)?;
                } else {
                    self.spread(money, posting);
                }
            }
            Step::Mirrored { of } => self.mirrored(of, posting)?,
        }
        Ok(())
    }

    fn brought(&mut self, money: usize, posting: usize) -> Outcome {
        self.instructions(money, posting)?;
        self.spread(money, ANY);
        Ok(())
    }

    fn prepayments(&mut self) {
        for money in self.deal().money_by_day() {
            if self.there(Watched::Free(money)) > 0 {
                self.spread(money, ANY);
            }
        }
    }

    fn prepayments_if_freed(&mut self) {
        if self.freed {
            self.prepayments();
        }
    }

    fn money_last_first(&self) -> Vec<usize> {
        let mut money = self.deal().money_by_day();
        money.reverse();
        money
    }

    /// Of lines that are paid too much the last money is freed.
    fn settle_lines(&mut self) {
        for line in 0..self.deal().lines.len() {
            for money in self.money_last_first() {
                let excess = -self.there(Watched::Open(line));
                let part = self.there(Watched::Pair(money, line)).min(excess);
                if part > 0 {
                    self.pay(money, line, -part);
                }
            }
        }
    }

    /// Money that pays more than there is pays less, the last line first.
    fn settle_money(&mut self, policy_only: bool, posting: usize) -> Outcome {
        for money in 0..self.deal().money.len() {
            for line in self.lines_last_first() {
                let lack = -self.there(Watched::Free(money));
                let part = if policy_only {
                    self.by_policy(money, line)
                } else {
                    self.there(Watched::Pair(money, line))
                };
                if part.min(lack) > 0 {
                    self.pay(money, line, -part.min(lack));
                }
            }
            if self.there(Watched::Free(money)) < 0 {
                let is_mirror = matches!(self.step_of(posting), Step::Mirrored { .. });
                let is_own = posting == self.own && is_mirror;
                return Err(if is_own { "ledger.money_used" } else { "ledger.used_later" });
            }
        }
        Ok(())
    }

    /// What a person said with a posting of its money.
    fn instructions(&mut self, money: usize, posting: usize) -> Outcome {
        if posting == self.own {
            return self.own_instructions(money);
        }
        let own = self.deal().instructions.iter().filter(|one| one.posting == posting);
        let (now, waiting): (Vec<Instruction>, Vec<Instruction>) =
            own.partition(|one| one.on == one.said_on);
        self.waiting.extend(waiting);
        self.instructed(&now, posting)
    }

    fn own_instructions(&mut self, money: usize) -> Outcome {
        for said in self.lines {
            positive(said.amount)?;
            let (owner, line) = self.of.line(&said.receivable)?;
            if owner != self.at {
                return Err("ledger.other_owner");
            }
            let (from, to) = (&self.deal().money[money], &self.deal().lines[line]);
            if pool(&from.item) != pool(&to.item) {
                return Err("ledger.wrong_pool");
            }
            let (posting, said_on, amount) = (self.own, self.day, said.amount.fen());
            let on = said_on.max(from.date).max(to.raised_on);
            let one = Instruction { posting, said_on, money, line, amount, on };
            self.said.push(one);
            if on > said_on {
                self.waiting.push(one);
            } else {
                self.fits(one)?;
                self.pay(money, line, amount);
                *self.by_hand.entry((money, line)).or_default() += amount;
            }
        }
        Ok(())
    }

    fn fits(&self, one: Instruction) -> Outcome {
        if one.amount > self.there(Watched::Open(one.line)) {
            return Err("ledger.over_allocated");
        }
        if one.amount > self.there(Watched::Free(one.money)) {
            return Err("ledger.short");
        }
        Ok(())
    }

    /// What was said of money is done; what the policy has paid makes room.
    pub(super) fn instructed(&mut self, said: &[Instruction], posting: usize) -> Outcome {
        let mut displaced = Vec::new();
        for one in said {
            if let Some(place) = self.waiting.iter().position(|other| other == one) {
                self.waiting.remove(place);
            }
            for money in self.money_last_first() {
                let lack = one.amount - self.there(Watched::Open(one.line));
                let part = self.by_policy(money, one.line).min(lack);
                if money != one.money && part > 0 {
                    self.pay(money, one.line, -part);
                    displaced.push(money);
                }
            }
            for line in self.lines_last_first() {
                let lack = one.amount - self.there(Watched::Free(one.money));
                let part = self.by_policy(one.money, line).min(lack);
                if line != one.line && part > 0 {
                    self.pay(one.money, line, -part);
                    displaced.push(one.money);
                }
            }
            if posting == self.own {
                self.fits(*one)?;
            }
            let (open, free) = (Watched::Open(one.line), Watched::Free(one.money));
            let amount = one.amount.min(self.there(open)).min(self.there(free)).max(0);
            self.pay(one.money, one.line, amount);
            *self.by_hand.entry((one.money, one.line)).or_default() += amount;
        }
        if self.freed {
            for money in self.deal().money_by_day() {
                if displaced.contains(&money) {
                    self.spread(money, ANY);
                }
            }
            self.prepayments();
        }
        Ok(())
    }

    /// What people said in a posting that is taken back no longer holds.
    fn unsay(&mut self, original: usize) {
        let said = self.deal().instructions.iter().filter(|one| one.posting == original);
        let done: Vec<Instruction> =
            said.filter(|one| !self.waiting.contains(one)).copied().collect();
        for one in done {
            let by_hand = self.by_hand.entry((one.money, one.line)).or_default();
            *by_hand = (*by_hand - one.amount).max(0);
        }
        self.waiting.retain(|one| one.posting != original);
    }

    /// What a posting did is taken back.
    fn mirrored(&mut self, original: usize, posting: usize) -> Outcome {
        self.mirrored.push(original);
        self.unsay(original);
        let (of, day) = (&self.of.postings[original], self.date_of(original));
        if let Step::Allocated { money: own, .. } = of.step {
            for ((money, line), sum) in paid_by_pair(&of.did, self.at) {
                if money == own {
                    self.free_up_to(money, line, sum);
                }
            }
            return Ok(());
        }
        let facts = self.deal().dated.iter().filter(|one| one.posting == posting);
        let opened = facts.filter_map(|one| match one.did {
            Did::Raised { line, by, .. } if by > 0 => Some(line),
            Did::Waived { line, by, .. } if by < 0 => Some(line),
            _ => None,
        });
        let opened: Vec<usize> = opened.collect();
        let moved = paid_by_pair(self.there.iter().filter(|one| one.day == day), self.at);
        let freed = moved.iter().filter(|((_, line), by)| opened.contains(line) && **by < 0);
        let money: Vec<usize> = freed.clone().map(|((money, _), _)| *money).collect();
        for ((from, line), by) in &moved {
            if !opened.contains(line) && money.contains(from) {
                self.free_up_to(*from, *line, *by);
            }
        }
        self.settle_lines();
        self.settle_money(false, posting)?;
        for ((money, line), by) in freed {
            let part = self.unspent(*money).min(self.there(Watched::Open(*line))).min(-by);
            if part > 0 {
                self.pay(*money, *line, part);
            }
        }
        if opened.is_empty() && !self.freed {
            return Ok(());
        }
        for money in self.deal().money_by_day() {
            let of = &self.deal().money[money];
            let came_since = (of.date, of.posting) > (day, original);
            if self.there(Watched::Free(money)) > 0 && came_since {
                self.spread(money, ANY);
            }
        }
        Ok(())
    }

    fn free_up_to(&mut self, money: usize, line: usize, amount: i64) {
        let part = self.there(Watched::Pair(money, line)).min(amount);
        if part > 0 {
            self.pay(money, line, -part);
        }
    }
}

/// What each pair of a deal pays more, or less.
fn paid_by_pair<'a>(
    of: impl IntoIterator<Item = &'a Dated>,
    own: usize,
) -> BTreeMap<(usize, usize), i64> {
    let mut pairs = BTreeMap::new();
    for one in of {
        if let Did::Paid { deal, money, line, by } = one.did
            && deal == own
        {
            *pairs.entry((money, line)).or_default() += by;
        }
    }
    pairs
}
