//! What a command itself does in the second ledger, or why it is refused.

use super::auditor::{Auditor, Dated, Deal, Did, Line, Outcome, Step, pool};
use super::days::Watched;
use super::walking::Walk;
use kaipan::ledger::{AllocationLine, LedgerAct, LedgerActKind, LedgerReceipt, ReceivableLine};
use kaipan::{Date, Text};

/// What a posting does so far; thrown away where it is refused.
pub(super) struct Doing<'a> {
    pub(super) of: &'a mut Auditor,
    pub(super) date: Date,
    pub(super) step: Step,
    /// The deals that it touches.
    pub(super) deals: Vec<usize>,
    /// What a person says of its money.
    pub(super) said: Vec<AllocationLine>,
    pub(super) did: Vec<Dated>,
    pub(super) bank: i64,
}

impl<'a> Doing<'a> {
    pub(super) fn new(of: &'a mut Auditor, date: Date) -> Doing<'a> {
        let (deals, said, did) = (Vec::new(), Vec::new(), Vec::new());
        Doing { of, date, step: Step::Nothing, deals, said, did, bank: 0 }
    }

    fn alive(&self, deal: usize, item: &str) -> Outcome {
        let refused = self.of.deals[deal].ended_on.is_some() && pool(item) != "charge";
        if refused { Err("ledger.deal_ended") } else { Ok(()) }
    }

    /// Money of a day before the end came in.
    fn takes_money(&self, deal: usize, item: &str) -> Outcome {
        match self.of.deals[deal].ended_on {
            Some(on) if self.date < on => Ok(()),
            _ => self.alive(deal, item),
        }
    }

    /// A line is not changed before it was raised.
    fn early(&self, deal: usize, line: usize) -> Outcome {
        let is_early = self.date < self.of.deals[deal].lines[line].raised_on;
        if is_early { Err("ledger.before_original") } else { Ok(()) }
    }

    pub(super) fn touch(&mut self, deal: usize, step: Step) {
        if !self.deals.contains(&deal) {
            self.deals.push(deal);
        }
        self.step = step;
    }

    pub(super) fn act(&mut self, today: Date, act: &LedgerAct) -> Outcome {
        match act {
            LedgerAct::OpenDeal { deal, .. } => {
                if self.of.by_name.contains_key(deal) {
                    return Err("ledger.deal_twice");
                }
                let at = self.of.deals.len();
                self.of.by_name.insert(deal.clone(), at);
                self.of.deals.push(Deal { name: deal.clone(), ..Deal::default() });
                self.touch(at, Step::Nothing);
                Ok(())
            }
            LedgerAct::Sign { deal, .. } => {
                let at = self.of.deal(deal)?;
                let deal = &mut self.of.deals[at];
                if deal.ended_on.is_some() {
                    return Err("ledger.deal_ended");
                }
                if deal.signed {
                    return Err("ledger.happened_already");
                }
                deal.signed = true;
                self.touch(at, Step::Nothing);
                Ok(())
            }
            LedgerAct::EndDeal { deal, .. } => {
                let deal = self.of.deal(deal)?;
                if self.of.deals[deal].ended_on.is_some() {
                    return Err("ledger.deal_ended");
                }
                self.touch(deal, Step::Ended);
                self.drop_house(deal);
                self.nothing_charged_later(deal)
            }
            LedgerAct::Raise { deal, lines, replaces, .. } => {
                let deal = self.of.deal(deal)?;
                if lines.is_empty() && !replaces {
                    return Err("ledger.no_lines");
                }
                self.touch(deal, Step::Raised);
                if *replaces {
                    self.drop_house(deal);
                }
                lines.iter().try_for_each(|line| self.raise(deal, line))
            }
            LedgerAct::Adjust { receivable, by, .. } => {
                let (deal, line) = self.of.line(receivable)?;
                if by.is_zero() {
                    return Err("ledger.amount");
                }
                self.early(deal, line)?;
                if by.is_positive() {
                    let item = self.of.deals[deal].lines[line].item.clone();
                    self.alive(deal, &item)?;
                }
                self.touch(deal, Step::Adjusted);
                self.adjust(deal, line, by.fen())
            }
            LedgerAct::Waive { receivable, amount, approval, .. } => {
                positive(*amount)?;
                let (deal, line) = self.of.line(receivable)?;
                self.early(deal, line)?;
                if amount > &approval.amount {
                    return Err("ledger.above_approval");
                }
                self.touch(deal, Step::Waived { line });
                self.dated(self.date, Did::Waived { deal, line, by: amount.fen() });
                Ok(())
            }
            LedgerAct::Redate { receivable, due } => {
                let (deal, line) = self.of.line(receivable)?;
                self.early(deal, line)?;
                self.touch(deal, Step::Redated);
                self.redate(deal, line, *due);
                Ok(())
            }
            LedgerAct::Receive { receipt } => self.receive(receipt),
            LedgerAct::Allocate { receipt, allocations } => {
                let at = self.of.posted(receipt)?;
                let (deal, money) = match self.of.postings[at].step {
                    Step::Received { deal, money } => (deal, money),
                    Step::Transferred { to, money, .. } => (to, money),
                    _ => return Err("ledger.nothing_free"),
                };
                if self.date < self.of.deals[deal].money[money].date {
                    return Err("ledger.allocation_early");
                }
                let by_hand = !allocations.is_empty();
                if !by_hand && self.of.deals[deal].now(Watched::Free(money)) <= 0 {
                    return Err("ledger.nothing_free");
                }
                self.touch(deal, Step::Allocated { deal, money, by_hand });
                self.said = allocations.clone();
                Ok(())
            }
            LedgerAct::Transfer { transfer } => {
                positive(transfer.amount)?;
                let from = self.of.deal(transfer.from_deal.as_ref().unwrap())?;
                let to = self.of.deal(transfer.to_deal.as_ref().unwrap())?;
                let (item, becomes) = (&transfer.from_item, &transfer.to_item);
                if (from, item) == (to, becomes) {
                    return Err("ledger.same_place");
                }
                if (pool(item) == "loan") != (pool(becomes) == "loan") {
                    return Err("ledger.loan_money");
                }
                self.takes_money(to, becomes)?;
                let amount = transfer.amount.fen();
                self.unused(from, item, amount)?;
                if self.take(from, item, amount) > 0 {
                    return Err("ledger.short");
                }
                let money = self.bring(to, becomes, amount, transfer.keep_rest);
                let step = Step::Transferred { from, to, money };
                self.said = transfer.allocations.clone();
                self.touch(from, step);
                self.touch(to, step);
                Ok(())
            }
            LedgerAct::Refund { refund } => {
                positive(refund.amount)?;
                let deal = self.of.deal(refund.deal.as_ref().unwrap())?;
                let amount = refund.amount.fen();
                let of = &self.of.deals[deal];
                let fits = |one: &usize| {
                    of.money[*one].item == refund.item && of.money[*one].date <= self.date
                };
                let free = (0..of.money.len()).filter(fits).map(|one| of.now(Watched::Free(one)));
                if amount > free.map(|free| free.max(0)).sum() {
                    return Err("ledger.above_refundable");
                }
                self.unused(deal, &refund.item, amount)?;
                if amount > refund.approval.amount.fen() {
                    return Err("ledger.above_approval");
                }
                self.touch(deal, Step::Refunded);
                self.take(deal, &refund.item, amount);
                self.bank -= amount;
                Ok(())
            }
            LedgerAct::Reverse { posting, .. } => self.mirror(posting),
            LedgerAct::Delete { posting, handed_over, .. } => {
                let one = &self.of.postings[self.of.posted(posting)?];
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
                let at = self.of.posted(posting)?;
                let one = &mut self.of.postings[at];
                if one.mirrored_by.is_some() {
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

    fn raise(&mut self, deal: usize, raised: &ReceivableLine) -> Outcome {
        positive(raised.amount)?;
        self.alive(deal, &raised.item)?;
        let line = self.of.deals[deal].lines.len();
        self.of.receivables.insert(raised.id.clone(), (deal, line));
        self.of.deals[deal].lines.push(Line {
            id: raised.id.clone(),
            item: raised.item.clone(),
            due: raised.due,
            seq: raised.seq,
            raised_on: self.date,
            posting: self.of.postings.len(),
        });
        self.listed(Did::MadeLine { deal });
        self.dated(self.date, Did::Raised { deal, line, by: raised.amount.fen() });
        Ok(())
    }

    fn receive(&mut self, receipt: &LedgerReceipt) -> Outcome {
        positive(receipt.amount)?;
        let deal = self.of.deal(receipt.deal.as_ref().unwrap())?;
        self.takes_money(deal, &receipt.item)?;
        let amount = receipt.amount.fen();
        let money = self.bring(deal, &receipt.item, amount, receipt.keep_rest);
        self.touch(deal, Step::Received { deal, money });
        self.said = receipt.allocations.clone();
        self.bank += amount;
        Ok(())
    }

    /// What follows for the money of the deals that are touched.
    pub(super) fn allocate(&mut self) -> Outcome {
        if matches!(self.step, Step::Nothing | Step::Refunded) {
            return Ok(());
        }
        for deal in self.deals.clone() {
            let (paid, said) = Walk::of(self, deal).go()?;
            for one in said {
                self.of.deals[deal].instructions.push(one);
                self.listed(Did::Instructed { deal });
            }
            for (day, money, line, by) in paid {
                self.dated(day, Did::Paid { deal, money, line, by });
            }
        }
        Ok(())
    }
}

pub(super) fn positive(amount: kaipan::number::Money) -> Outcome {
    if amount.is_positive() { Ok(()) } else { Err("ledger.amount") }
}

impl Auditor {
    fn deal(&self, deal: &Text) -> Result<usize, &'static str> {
        self.by_name.get(deal).copied().ok_or("ledger.deal_unknown")
    }

    pub(super) fn line(&self, id: &Text) -> Result<(usize, usize), &'static str> {
        self.receivables.get(id).copied().ok_or("ledger.receivable_unknown")
    }

    pub(super) fn posted(&self, key: &Text) -> Result<usize, &'static str> {
        self.keys.get(key).copied().ok_or("ledger.posting_unknown")
    }
}
