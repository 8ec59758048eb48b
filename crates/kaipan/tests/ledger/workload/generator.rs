//! What is asked: what a cashier does all day, and as often what cannot be.

use super::auditor::Auditor;
use kaipan::ledger::{
    AllocationLine, LedgerAct, LedgerApproval, LedgerCommand, LedgerReceipt, LedgerRefund,
    MoneyTransfer, ReceiptMethod, ReceivableLine,
};
use kaipan::number::Money;
use kaipan::{Date, Text, Time};

pub(super) const ITEMS: [&str; 6] =
    ["house_payment", "down_payment", "deposit", "commercial_loan", "late_fee", "sincerity_money"];

pub(super) struct Generator {
    random: fastrand::Rng,
    now: Time,
    deals: u64,
}

impl Generator {
    pub(super) fn new(seed: u64) -> Generator {
        let now = "2025-01-01T09:00:00".parse().unwrap();
        Generator { random: fastrand::Rng::with_seed(seed), now, deals: 0 }
    }

    pub(super) fn today(&self) -> Date {
        self.now.date()
    }

    pub(super) fn next(&mut self, at: u64, auditor: &Auditor) -> (Time, LedgerCommand) {
        // A day has some hundred operations, so that a deal lives for days; a history of any length ends
        // before the year 9999.
        if at % 500 == 499 {
            self.now = Time::at(self.today().add_days(1).unwrap(), 9, 0, 0).unwrap();
        }
        let key = format!("K{at}");
        let act = self.act(at, auditor);
        let mut command = LedgerCommand::new(key.as_str(), act);
        match self.random.u32(0..100) {
            0 => command.currency = Some(Text::from("USD")),
            1 => command.date = self.today().add_days(1),
            2..=6 => command.date = self.today().shift_days(-self.random.i32(1..8)),
            7..=9 => command.date = self.today().shift_days(-self.random.i32(1..40)),
            // Sent again as it was, and under its key with something else.
            10 => return (self.now, auditor.earlier(self.random.u64(0..at.max(1)), None, command)),
            11 => {
                let other = Some(LedgerAct::open_deal("other"));
                return (self.now, auditor.earlier(self.random.u64(0..at.max(1)), other, command));
            }
            _ => {}
        }
        (self.now, command)
    }

    fn act(&mut self, at: u64, auditor: &Auditor) -> LedgerAct {
        // Twenty operations a deal, the last few hundred deals alive.
        if self.deals == 0 || self.random.u32(0..20) == 0 {
            self.deals += 1;
            return LedgerAct::open_deal(format!("D{}", self.deals - 1).as_str());
        }
        let deal = self.deal();
        match self.random.u32(0..100) {
            0..=19 => self.raise(&deal, at),
            20..=54 => LedgerAct::receive(self.receipt(&deal, at, auditor)),
            55..=62 => LedgerAct::Allocate {
                receipt: self.posting(&deal, auditor),
                allocations: if self.random.bool() {
                    Vec::new()
                } else {
                    self.lines(&deal, auditor)
                },
            },
            63..=68 => self.transfer(&deal, auditor),
            69..=74 => self.refund(&deal, at),
            75..=82 => LedgerAct::reverse(self.posting(&deal, auditor)),
            83..=86 => LedgerAct::Delete {
                posting: self.posting(&deal, auditor),
                handed_over: self.random.u32(0..4) == 0,
                reason: None,
            },
            87..=91 => LedgerAct::Adjust {
                receivable: self.receivable(&deal, auditor),
                by: Money::from_fen(self.random.i64(-60_000..60_000)),
                approval: None,
                reason: None,
            },
            92..=95 => LedgerAct::Waive {
                receivable: self.receivable(&deal, auditor),
                amount: Money::from_fen(self.random.i64(-500..40_000)),
                approval: LedgerApproval::new(format!("W{at}").as_str(), Money::from_fen(35_000)),
                reason: None,
            },
            96 => LedgerAct::verify(self.posting(&deal, auditor)),
            97 => LedgerAct::EndDeal { deal, reason: None },
            98 => LedgerAct::Sign { deal, total: Money::from_fen(1_000_000), vat: None },
            _ => match self.random.u32(0..200) {
                0 => LedgerAct::close(self.today().shift_days(-10).unwrap()),
                _ => LedgerAct::Redate {
                    receivable: self.receivable(&deal, auditor),
                    due: self.today().shift_days(self.random.i32(-50..50)),
                },
            },
        }
    }

    fn deal(&mut self) -> Text {
        let first = self.deals.saturating_sub(300);
        let at = match self.random.u32(0..100) {
            0 => self.deals + 7,
            _ => self.random.u64(first..self.deals),
        };
        Text::of(format_args!("D{at}"))
    }

    fn amount(&mut self) -> Money {
        match self.random.u32(0..50) {
            0 => Money::from_fen(-self.random.i64(0..100)),
            _ => Money::from_fen(self.random.i64(1..100_000)),
        }
    }

    fn item(&mut self) -> &'static str {
        ITEMS[self.random.usize(0..ITEMS.len())]
    }

    fn raise(&mut self, deal: &Text, at: u64) -> LedgerAct {
        let count = self.random.u32(0..4);
        let line = |number: u32, this: &mut Generator| {
            let id = format!("{at}/{number}");
            let mut line = ReceivableLine::new(id.as_str(), this.item(), this.amount());
            line.seq = this.random.u32(0..3);
            let due = this.today().shift_days(this.random.i32(-30..60));
            line.due = due.filter(|_| this.random.u32(0..5) > 0);
            line
        };
        let lines = (0..count).map(|number| line(number, self)).collect();
        LedgerAct::Raise {
            deal: deal.clone(),
            lines,
            replaces: self.random.u32(0..15) == 0,
            approval: None,
        }
    }

    fn receipt(&mut self, deal: &Text, at: u64, auditor: &Auditor) -> LedgerReceipt {
        let item = self.item();
        let mut receipt =
            LedgerReceipt::new(item, self.amount(), ReceiptMethod::BankTransfer, "基本户");
        receipt.deal = Some(deal.clone());
        receipt.voucher = Some(Text::of(format_args!("R{at}")));
        let reference = if self.random.u32(0..40) == 0 { at / 2 } else { at };
        receipt.reference = Some(Text::of(format_args!("W{reference}")));
        if self.random.u32(0..4) == 0 {
            receipt.allocations = self.lines(deal, auditor);
        }
        receipt.keep_rest = self.random.u32(0..4) == 0;
        receipt
    }

    fn lines(&mut self, deal: &Text, auditor: &Auditor) -> Vec<AllocationLine> {
        let count = self.random.u32(1..3);
        let mut line = || {
            let amount = self.random.i64(1..30_000);
            AllocationLine::new(self.receivable(deal, auditor), Money::from_fen(amount))
        };
        (0..count).map(|_| line()).collect()
    }

    fn receivable(&mut self, deal: &Text, auditor: &Auditor) -> Text {
        let deal = if self.random.u32(0..30) == 0 { self.deal() } else { deal.clone() };
        let pick = self.random.usize(0..1_000);
        auditor.receivable(&deal, pick).unwrap_or_else(|| Text::from("none"))
    }

    fn posting(&mut self, deal: &Text, auditor: &Auditor) -> Text {
        let pick = self.random.usize(0..1_000);
        auditor.posting(deal, pick).unwrap_or_else(|| Text::from("none"))
    }

    fn transfer(&mut self, deal: &Text, auditor: &Auditor) -> LedgerAct {
        let to = if self.random.bool() { deal.clone() } else { self.deal() };
        let (from_item, to_item) = (self.item(), self.item());
        let mut moved = MoneyTransfer::new(from_item, to_item, self.amount());
        moved.from_deal = Some(deal.clone());
        if self.random.u32(0..4) == 0 {
            moved.allocations = self.lines(&to, auditor);
        }
        moved.to_deal = Some(to);
        moved.keep_rest = self.random.bool();
        LedgerAct::transfer(moved)
    }

    fn refund(&mut self, deal: &Text, at: u64) -> LedgerAct {
        let approval = LedgerApproval::new(format!("A{at}").as_str(), Money::from_fen(80_000));
        let amount = self.amount();
        let method = ReceiptMethod::BankTransfer;
        let mut refund = LedgerRefund::new(self.item(), amount, method, "基本户", approval);
        refund.deal = Some(deal.clone());
        refund.reference = Some(Text::of(format_args!("W{at}")));
        LedgerAct::refund(refund)
    }
}
