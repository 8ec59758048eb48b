//! What a command does in the second ledger, or why it is refused.

use super::auditor::{Deal, Did, Doing, Money, Outcome, Receivable, pool};
use kaipan::ledger::{AllocationLine, LedgerAct, LedgerActKind, LedgerReceipt};
use kaipan::{Date, Text};

impl Doing<'_> {
    pub(super) fn deal(&self, deal: &Text) -> Result<usize, &'static str> {
        self.of.by_name.get(deal).copied().ok_or("ledger.deal_unknown")
    }

    pub(super) fn receivable(&self, id: &Text) -> Result<(usize, usize), &'static str> {
        self.of.receivables.get(id).copied().ok_or("ledger.receivable_unknown")
    }

    pub(super) fn posted(&self, key: &Text) -> Result<usize, &'static str> {
        self.of.keys.get(key).copied().ok_or("ledger.posting_unknown")
    }

    fn positive(amount: kaipan::number::Money) -> Outcome {
        if amount.is_positive() { Ok(()) } else { Err("ledger.amount") }
    }

    fn alive(&self, deal: usize, item: &str) -> Outcome {
        let refused = self.of.deals[deal].ended && pool(item) != "charge";
        if refused { Err("ledger.deal_ended") } else { Ok(()) }
    }

    pub(super) fn hold(&mut self, deal: usize, money: usize, by: i64) {
        self.of.deals[deal].money[money].held += by;
        self.dated(self.date, Did::Held { deal, money, by });
    }

    /// From a day on.
    pub(super) fn pay(
        &mut self,
        deal: usize,
        (money, receivable): (usize, usize),
        by: i64,
        day: Date,
    ) {
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
        let on = self.counts_from(deal, (money, receivable), day);
        self.dated(on, Did::Paid { deal, pair, by });
    }

    pub(super) fn change(&mut self, deal: usize, receivable: usize, by: i64) {
        self.of.deals[deal].receivables[receivable].amount += by;
        self.dated(self.date, Did::Raised { deal, receivable, by });
    }

    pub(super) fn act(&mut self, today: Date, act: &LedgerAct) -> Outcome {
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
                self.guard()?;
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
                if self.date < self.of.deals[deal].receivables[receivable].raised_on {
                    return Err("ledger.before_original");
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
                self.dated(self.date, Did::Waived { deal, receivable, by });
                Ok(())
            }
            LedgerAct::Redate { receivable, due } => {
                let (deal, receivable) = self.receivable(receivable)?;
                let one = &mut self.of.deals[deal].receivables[receivable];
                if self.date < one.raised_on {
                    return Err("ledger.before_original");
                }
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
                self.unused(from, item, transfer.amount.fen())?;
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
                self.unused(deal, &refund.item, amount)?;
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
                if self.date < one.date {
                    return Err("ledger.before_original");
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

    pub(super) fn bring(&mut self, deal: usize, item: &Text, amount: i64) -> usize {
        let (money, posting) = (self.of.deals[deal].money.len(), self.of.postings.len());
        self.of.deals[deal].money.push(Money {
            item: item.clone(),
            date: self.date,
            held: 0,
            posting,
        });
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
            let amount = line.amount.fen();
            if amount > self.reach(deal, (money, receivable), self.date) {
                return Err(if amount > of.open(receivable) {
                    "ledger.over_allocated"
                } else if amount > of.free(money) {
                    "ledger.short"
                } else {
                    "ledger.used_later"
                });
            }
            self.take_place(deal, (money, receivable), self.date, amount);
            self.pay(deal, (money, receivable), amount, self.date);
            self.of.deals[deal].by_hand.push((money, receivable));
            self.did.push(Did::ByHand { deal });
        }
        self.spread_displaced(deal);
        Ok(())
    }

    fn allocate(&mut self, receipt: &Text, lines: &[AllocationLine]) -> Outcome {
        let at = self.posted(receipt)?;
        let brought = self.of.postings[at].did.iter().find_map(|one| match one {
            Did::Held { deal, money, by } if *by > 0 => Some((*deal, *money)),
            _ => None,
        });
        let is_new =
            matches!(self.of.postings[at].kind, LedgerActKind::Receive | LedgerActKind::Transfer);
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
}
