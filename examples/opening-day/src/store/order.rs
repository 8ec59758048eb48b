//! What is asked of the store: a command, and the streams that it is about.

use super::attempt::Decided;
use super::seen::Seen;
use crate::day::{ACCOUNT, Day, SPECIAL};
use crate::failure::{Failure, Outcome};
use kaipan::deal::{
    DealAction, DealCommand, DealDecision, DealDraft, DealRuling, Deciding, QuotaChange,
    QuotaEvent, QuotaKind, TodoKind,
};
use kaipan::money::{LedgerAccount, LedgerEntry, LedgerLeg};
use kaipan::number::Money;
use kaipan::project::Unit;
use kaipan::{StreamKind, StreamRead, Text, Time};

/// A command under its key.
#[derive(Debug)]
pub(crate) struct Order<'a> {
    /// Drawn by who asks. The same key is the same command, and is done once.
    pub(crate) key: String,
    /// The home that it is about.
    pub(crate) unit: Option<&'a Unit>,
    /// The deal.
    pub(crate) deal: Option<String>,
    /// The customer.
    pub(crate) customer: Option<String>,
    /// Quotas that it looks at.
    pub(crate) quotas: Vec<String>,
    pub(crate) act: Act,
}

/// What is to be done.
#[derive(Debug)]
pub(crate) enum Act {
    /// What the library decides.
    Decide { person: &'static str, role: &'static str, command: Box<DealCommand> },
    /// The cashier takes money for the deal.
    Receive { item: &'static str, amount: Money },
    /// The cashier returns what is due back, and says so.
    PayBack,
    /// The special discount may be given so many times.
    OpenQuota { limit: u32 },
}

impl Order<'_> {
    /// What follows from what was seen.
    pub(super) fn decide(&self, day: &Day, seen: &Seen, now: Time) -> Outcome<Decided> {
        match &self.act {
            Act::Decide { person, role, command } => {
                self.ruling(day, seen, now, person, role, command)
            }
            Act::Receive { item, amount } => {
                let entries = vec![self.entry(now, LedgerAccount::PreSale {}, item, *amount)?];
                let reads = vec![seen.ledger_read()?];
                Ok(Decided::Accepted(DealDecision { entries, reads, ..DealDecision::default() }))
            }
            Act::PayBack => self.pay_back(day, seen, now),
            Act::OpenQuota { limit } => {
                let opened = QuotaChange::opened(QuotaKind::Discount, *limit);
                let quotas = vec![QuotaEvent::new(SPECIAL, 1, now, "周涛", opened)];
                let reads = vec![StreamRead::new(StreamKind::Quota, SPECIAL, 0)];
                Ok(Decided::Accepted(DealDecision { quotas, reads, ..DealDecision::default() }))
            }
        }
    }

    /// What the library says.
    fn ruling(
        &self,
        day: &Day,
        seen: &Seen,
        now: Time,
        person: &str,
        role: &str,
        command: &DealCommand,
    ) -> Outcome<Decided> {
        let mut context = day.context(now, person, role)?;
        context.unit = self.unit.cloned();
        context.buyers = self.customer.as_deref().map(Day::known);
        context.quotas = Some(seen.quotas.clone());
        if self.deal.is_some() {
            context.received = Some(seen.received.clone());
            context.ledger = vec![seen.ledger_read()?];
        }
        let deciding = Deciding::new(&context).stock(seen.stock.as_ref()).deal(seen.deal.as_ref());
        match deciding.decide(command)? {
            DealRuling::Accepted { decision } => Ok(Decided::Accepted(decision)),
            DealRuling::Rejected { rejection } => Ok(Decided::Refused(rejection)),
            _ => Err(Failure::told("不认识的判断结果", "a ruling that is not known")),
        }
    }

    /// The cashier finishes what is open and pays it out: one decision and one entry of his own.
    fn pay_back(&self, day: &Day, seen: &Seen, now: Time) -> Outcome<Decided> {
        let todo = seen.deal.iter().flat_map(|deal| &deal.todos);
        let todo = todo.into_iter().find(|todo| todo.kind == TodoKind::Refund);
        let todo = todo.ok_or_else(|| Failure::told("没有待退的款", "nothing is due back"))?;
        let draft = DealDraft::default().with_todo(todo.id);
        let command = DealCommand::new(DealAction::FinishTodo).with_draft(draft);
        let decided = self.ruling(day, seen, now, "陈静", "cashier", &command)?;
        let Decided::Accepted(mut decision) = decided else { return Ok(decided) };
        let out = Money::from_fen(-todo.amount.fen());
        decision.entries.push(self.entry(now, LedgerAccount::RefundDue {}, &todo.item, out)?);
        decision.reads.push(seen.ledger_read()?);
        Ok(Decided::Accepted(decision))
    }

    /// Money between the bank and an account of the deal. The accounts of a deal say what the buyer
    /// has there, so the bank's side of a receipt is below zero.
    fn entry(
        &self,
        now: Time,
        to: LedgerAccount,
        item: &str,
        amount: Money,
    ) -> Outcome<LedgerEntry> {
        let bank = LedgerAccount::bank(ACCOUNT);
        let legs = vec![
            LedgerLeg::new(bank, item, Money::from_fen(-amount.fen())),
            LedgerLeg::new(to, item, amount),
        ];
        let deal = self.deal.as_deref().map(Text::from);
        let deal = deal.ok_or_else(|| Failure::told("没有写明交易", "no deal is named"))?;
        Ok(LedgerEntry::new(self.key.as_str(), now.date(), now, legs).with_deal(deal))
    }
}
