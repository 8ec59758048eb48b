//! What a line changes: states of deals, services and settlements, and the ledger.

use super::body::{DealFees, EventAt, Year};
use super::line::Line;
use super::money::MoneyMoved;
use super::posting::Posting;
use super::{Record, RecordedDeal};
use kaipan::Text;
use kaipan::area_settlement::{AreaSettlement, AreaSettlementEvent};
use kaipan::deal::{Deal, DealEvent, SaleStatus};
use kaipan::error::{Code, Error, Result};
use kaipan::ledger::{
    DealFollowing, LedgerAct, LedgerActKind, LedgerCommand, LedgerPolicy, LedgerReceipt,
    ReceivableLine,
};
use kaipan::money::LedgerEntry;
use kaipan::service::{Service, ServiceChange, ServiceEvent};

/// Kinds that are known and say nothing about money or deals.
const BESIDE: [&str; 16] = [
    "answer_sheet",
    "approval",
    "assignment",
    "channel_registration",
    "end",
    "follow_up",
    "permit",
    "policy",
    "price",
    "questionnaire",
    "quota",
    "refused",
    "spend",
    "stock",
    "survey",
    "target",
];

/// A record on its way.
pub(super) struct Taking<'a> {
    pub(super) record: Record,
    policy: &'a LedgerPolicy,
    /// Events of a decision about a deal that is not over yet.
    pending: Option<Pending>,
}

/// Events of one decision about one deal.
struct Pending {
    deal: Text,
    decision: Option<u64>,
    events: Vec<EventAt>,
}

impl<'a> Taking<'a> {
    pub(super) fn new(policy: &'a LedgerPolicy, with_sources: bool) -> Taking<'a> {
        let mut record = Record::default();
        record.sources.are_kept = with_sources;
        Taking { record, policy, pending: None }
    }

    /// Takes a line in.
    ///
    /// # Errors
    /// What does not fit, or does not follow what was there before; the record is then of no use.
    pub(super) fn line(&mut self, number: u64, line: &Line<'_, '_>) -> Result<()> {
        self.record.lines = self.record.lines.saturating_add(1);
        let first = self.record.first_day.unwrap_or(line.date);
        self.record.first_day = Some(first.min(line.date));
        self.record.last_day = self.record.last_day.max(Some(line.date));
        self.record.last_at = self.record.last_at.max(Some(line.at));
        self.record.projects.entry(line.project.clone()).or_default();
        self.record.sources.take(line)?;
        if line.kind == "deal" {
            return self.deal_event(number, line);
        }
        self.decided();
        let posting = Posting { line: number, at: line.at, by: line.agent.as_ref(), deal: None };
        match line.kind.as_str() {
            "year" => {
                let name = line.body::<Year>()?.name;
                self.record.projects.insert(line.project.clone(), name);
            }
            "status" => {
                let status: SaleStatus = line.body()?;
                self.record.statuses.insert(line.project.clone(), status);
            }
            "node" => self.record.nodes.push(line.body()?),
            "unit" => {
                let unit: kaipan::project::Unit = line.body()?;
                self.record.units.insert(unit.unit_no.clone(), unit);
            }
            "customer" => {
                let customer: kaipan::customer::Customer = line.body()?;
                self.record.customers.insert(customer.id.clone(), customer);
            }
            "service" => self.service(posting, &line.body()?)?,
            "area_settlement" => self.settlement(&line.body()?)?,
            "entry" => {
                let entry: LedgerEntry = line.body()?;
                self.opened(posting, line, entry.deal.as_ref());
                self.entry(posting, entry);
            }
            "receipt" => {
                let moved: MoneyMoved = line.body()?;
                self.opened(posting, line, moved.entry.deal.as_ref());
                self.receipt(posting, moved)?;
            }
            "payment" => self.payment(posting, line.body()?)?,
            "fees" => self.fees(posting, &line.body()?),
            "ledger" => {
                let command: LedgerCommand = line.body()?;
                self.record.post(posting, self.policy, &command);
            }
            kind if BESIDE.contains(&kind) => {}
            other => {
                let count = self.record.unknown.entry(other.to_owned()).or_default();
                *count = count.saturating_add(1);
            }
        }
        Ok(())
    }

    /// What the lines come to.
    pub(super) fn end(mut self) -> Record {
        self.decided();
        self.record
    }

    fn deal_event(&mut self, number: u64, line: &Line<'_, '_>) -> Result<()> {
        let event: DealEvent = line.body()?;
        let is_next = self.pending.as_ref().is_some_and(|pending| {
            pending.deal == event.deal
                && pending.decision.is_some()
                && pending.decision == line.decision
        });
        if !is_next {
            self.decided();
        }
        let known = self.record.deals.entry(event.deal.clone()).or_insert_with(|| RecordedDeal {
            deal: Deal::new(event.deal.clone()),
            project: line.project.clone(),
            node: None,
            events: Vec::new(),
        });
        known.deal.apply(&event).map_err(|error| error.at("body"))?;
        known.events.push(event.clone());
        known.node = line.node.clone().or(known.node.take());
        let (deal, decision) = (event.deal.clone(), line.decision);
        let pending = self.pending.get_or_insert(Pending { deal, decision, events: Vec::new() });
        pending.events.push(EventAt { line: number, event });
        Ok(())
    }

    /// A decision about a deal is over: what follows from its events is posted.
    fn decided(&mut self) {
        let Some(Pending { deal: id, events, .. }) = self.pending.take() else { return };
        let Some(known) = self.record.deals.get(&id) else { return };
        let (lines, events): (Vec<u64>, Vec<DealEvent>) =
            events.into_iter().map(|one| (one.line, one.event)).unzip();
        let sheet = self.record.settlements.get(&id).map(|settlement| &settlement.sheet);
        let following = DealFollowing::new(&self.record.ledger, &known.deal);
        let following = following.project(&known.project).settlement(sheet);
        let posting = |at: usize| {
            let (event, line) = (events.get(at)?, lines.get(at)?);
            Some(Posting { line: *line, at: event.at, by: Some(&event.by), deal: Some(&id) })
        };
        match following.commands(&events) {
            Ok(followed) => {
                for one in followed {
                    let at = events.iter().position(|event| event.version == one.version);
                    if let Some(posting) = at.and_then(posting) {
                        self.record.post(posting, self.policy, &one.command);
                    }
                }
            }
            Err(error) => {
                if let Some(posting) = posting(0) {
                    self.record.refuse(posting, id.clone(), LedgerActKind::Raise, error);
                }
            }
        }
    }

    fn service(&mut self, posting: Posting<'_>, event: &ServiceEvent) -> Result<()> {
        let services = &mut self.record.services;
        if let ServiceChange::Started { deal, service_kind, .. } = &event.change {
            let service = Service::new(event.service.clone(), deal.clone(), *service_kind);
            services.entry(event.service.clone()).or_insert(service);
        }
        let Some(service) = services.get_mut(&event.service) else {
            let id = &event.service;
            let zh = format!("事务“{id}”没有开始就有了事件");
            let en = format!("service \"{id}\" has an event before it was started");
            let mend = ["补上开始办理的一行", "add the line that starts it"];
            return Err(unfit([&zh, &en], mend));
        };
        service.apply(event).map_err(|error| error.at("body"))?;
        let deal = service.deal.clone();
        let posting = Posting { by: Some(&event.by), deal: Some(&deal), ..posting };
        match LedgerCommand::of_service(&self.record.ledger, service, event) {
            Ok(commands) => {
                for command in commands {
                    self.record.post(posting, self.policy, &command);
                }
            }
            Err(error) => {
                self.record.refuse(posting, event.service.clone(), LedgerActKind::Reach, error);
            }
        }
        Ok(())
    }

    fn settlement(&mut self, event: &AreaSettlementEvent) -> Result<()> {
        let settlements = &mut self.record.settlements;
        let after = AreaSettlement::evolve(settlements.get(&event.deal), event);
        settlements.insert(event.deal.clone(), after.map_err(|error| error.at("body"))?);
        Ok(())
    }

    /// Money may come before the first document of a deal: the deal is then kept from there on.
    fn opened(&mut self, posting: Posting<'_>, line: &Line<'_, '_>, deal: Option<&Text>) {
        let Some(deal) = deal.filter(|deal| !self.record.ledger.keeps_deal(deal)) else { return };
        let posting = Posting { deal: Some(deal), ..posting };
        let act = LedgerAct::OpenDeal {
            deal: deal.clone(),
            customer: line.customer.clone(),
            unit_no: line.unit.clone(),
            project: Some(line.project.clone()),
        };
        let key = Text::of(format_args!("event/{deal}/0/1"));
        let command = LedgerCommand::new(key, act).with_date(line.date);
        self.record.post(posting, self.policy, &command);
    }

    /// An entry of a decision, posted as it is.
    fn entry(&mut self, posting: Posting<'_>, entry: LedgerEntry) {
        let deal = entry.deal.clone();
        let posting = Posting { deal: deal.as_ref(), ..posting };
        let command = LedgerCommand::new(entry.key.clone(), LedgerAct::Enter { entry });
        self.record.post(posting, self.policy, &command);
    }

    fn receipt(&mut self, posting: Posting<'_>, moved: MoneyMoved) -> Result<()> {
        let moved = checked(moved)?;
        let (entry, method) = (&moved.entry, moved.method.of_ledger());
        let deal = entry.deal.clone();
        let posting = Posting { deal: deal.as_ref(), ..posting };
        let receipt =
            LedgerReceipt::of_entry(&self.record.ledger, entry, method, moved.schedule_line);
        match receipt {
            Ok(None) => self.entry(posting, entry.clone()),
            Ok(Some(mut receipt)) => {
                receipt.payer = Some(moved.party.clone());
                receipt.voucher = Some(moved.number.clone());
                receipt.reference.clone_from(&moved.reference);
                receipt.confirmed = moved.confirmed;
                let command = LedgerCommand::new(entry.key.clone(), LedgerAct::Receive { receipt });
                self.record.post(posting, self.policy, &command.with_date(entry.date));
            }
            Err(error) => {
                self.record.refuse(posting, entry.key.clone(), LedgerActKind::Receive, error);
            }
        }
        self.record.moved.insert(moved.entry.key.clone(), moved);
        Ok(())
    }

    fn payment(&mut self, posting: Posting<'_>, moved: MoneyMoved) -> Result<()> {
        let moved = checked(moved)?;
        self.entry(posting, moved.entry.clone());
        self.record.moved.insert(moved.entry.key.clone(), moved);
        Ok(())
    }

    fn fees(&mut self, posting: Posting<'_>, fees: &DealFees) {
        let deal = &fees.deal;
        let posting = Posting { deal: Some(deal), ..posting };
        let key = Text::of(format_args!("{deal}/fees/{}", posting.line));
        match ReceivableLine::of_fees(&fees.sheet, &key) {
            Ok(lines) => {
                let act = LedgerAct::raise(deal.clone(), lines);
                self.record.post(posting, self.policy, &LedgerCommand::new(key, act));
            }
            Err(error) => self.record.refuse(posting, key, LedgerActKind::Raise, error),
        }
    }
}

/// What a cashier has written beside an entry is what the entry says.
fn checked(moved: MoneyMoved) -> Result<MoneyMoved> {
    if moved.is_its_entry() {
        return Ok(moved);
    }
    let (number, amount) = (&moved.number, moved.amount);
    let zh = format!("票据“{number}”写的款项、账户或金额 {amount} 元不是它的分录里的");
    let en = format!(
        "item, account or amount ({amount} yuan) of \"{number}\" are not those of its entry"
    );
    let mend = ["让票据与分录一致", "make them the same in both"];
    Err(unfit([&zh, &en], mend))
}

/// A line that contradicts itself or what stands before it.
fn unfit(detail: [&str; 2], mend: [&'static str; 2]) -> Error {
    let ([detail_zh, detail], [mend_zh, mend]) = (detail, mend);
    let error = Error::new(Code::InputRecord).with("detail_zh", detail_zh);
    let error = error.with("detail_en", detail).with("mend_zh", mend_zh);
    error.with("mend_en", mend).at("body")
}
