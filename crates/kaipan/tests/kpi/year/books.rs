//! The ledger of the year: what follows from deals, services and settlements, and what cashiers wrote.

use super::{body, lines, text};
use kaipan::Time;
use kaipan::area_settlement::{AreaSettlement, AreaSettlementEvent};
use kaipan::deal::{Deal, DealEvent};
use kaipan::ledger::{
    Bookkeeping, DealFollowing, Ledger, LedgerAct, LedgerCommand, LedgerContext, LedgerPosting,
    LedgerReceipt, ReceiptMethod,
};
use kaipan::money::LedgerEntry;
use kaipan::service::{Service, ServiceChange, ServiceEvent};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// What a record comes to while it is posted.
#[derive(Default)]
struct Books {
    ledger: Ledger,
    postings: Vec<LedgerPosting>,
    deals: BTreeMap<String, Deal>,
    services: BTreeMap<String, Service>,
    settlements: BTreeMap<String, AreaSettlement>,
    /// Events of one decision.
    pending: Vec<DealEvent>,
    decision: Value,
}

impl Books {
    fn post(&mut self, at: Time, command: &LedgerCommand) {
        let context = LedgerContext::new(at, "账务");
        let recorded = Bookkeeping::new(&mut self.ledger, &context).record(command);
        self.postings.push(recorded.unwrap_or_else(|error| panic!("{error:?}")).posting);
    }

    fn decided(&mut self) {
        let events = std::mem::take(&mut self.pending);
        let Some(first) = events.first() else { return };
        let deal = &self.deals[first.deal.as_str()];
        let sheet = self.settlements.get(first.deal.as_str()).map(|one| &one.sheet);
        let following = DealFollowing::new(&self.ledger, deal).settlement(sheet);
        for one in following.commands(&events).unwrap() {
            let at = events.iter().find(|event| event.version == one.version).unwrap().at;
            self.post(at, &one.command);
        }
    }

    /// Money may come before the first document of a deal.
    fn opened(&mut self, at: Time, entry: &LedgerEntry) {
        let Some(deal) = entry.deal.clone().filter(|deal| !self.ledger.keeps_deal(deal)) else {
            return;
        };
        let key = format!("event/{deal}/0/1");
        self.post(at, &LedgerCommand::new(key, LedgerAct::open_deal(deal)));
    }

    fn line(&mut self, line: &Value) {
        let at: Time = text(line, "/at").parse().unwrap();
        if text(line, "/kind") == "deal" {
            let event: DealEvent = body(line);
            let is_next = self.pending.last().is_some_and(|last| last.deal == event.deal);
            if !is_next || self.decision != line["decision"] {
                self.decided();
            }
            let deal = self.deals.entry(event.deal.to_string());
            let deal = deal.or_insert_with(|| Deal::new(event.deal.clone()));
            deal.apply(&event).unwrap();
            self.decision = line["decision"].clone();
            self.pending.push(event);
            return;
        }
        self.decided();
        match text(line, "/kind") {
            "service" => {
                let event: ServiceEvent = body(line);
                if let ServiceChange::Started { deal, service_kind, .. } = &event.change {
                    let new = Service::new(event.service.clone(), deal.clone(), *service_kind);
                    self.services.insert(event.service.to_string(), new);
                }
                let service = self.services.get_mut(event.service.as_str()).unwrap();
                service.apply(&event).unwrap();
                let commands = LedgerCommand::of_service(&self.ledger, service, &event).unwrap();
                commands.iter().for_each(|command| self.post(at, command));
            }
            "area_settlement" => {
                let event: AreaSettlementEvent = body(line);
                let deal = event.deal.to_string();
                let after = AreaSettlement::evolve(self.settlements.get(&deal), &event).unwrap();
                self.settlements.insert(deal, after);
            }
            "entry" => {
                let entry: LedgerEntry = body(line);
                self.opened(at, &entry);
                self.enter(at, entry);
            }
            "payment" => self.enter(at, moved(line)),
            "receipt" => {
                let entry = moved(line);
                self.opened(at, &entry);
                let plan_line = line["body"]["schedule_line"].as_u64();
                let plan_line = plan_line.map(|line| u32::try_from(line).unwrap());
                let method = ReceiptMethod::BankTransfer;
                let receipt =
                    LedgerReceipt::of_entry(&self.ledger, &entry, method, plan_line).unwrap();
                match receipt {
                    None => self.enter(at, entry),
                    Some(mut receipt) => {
                        receipt.payer = Some(text(line, "/body/party").into());
                        receipt.voucher = Some(text(line, "/body/number").into());
                        let command =
                            LedgerCommand::new(entry.key.clone(), LedgerAct::receive(receipt));
                        self.post(at, &command.with_date(entry.date));
                    }
                }
            }
            _ => {}
        }
    }

    fn enter(&mut self, at: Time, entry: LedgerEntry) {
        let key = entry.key.clone();
        self.post(at, &LedgerCommand::new(key, LedgerAct::Enter { entry }));
    }
}

fn moved(line: &Value) -> LedgerEntry {
    serde_json::from_value(line["body"]["entry"].clone()).unwrap()
}

/// The ledger of the year, and its postings.
pub(crate) fn posted() -> (&'static Ledger, &'static [LedgerPosting]) {
    static BOOKS: OnceLock<(Ledger, Vec<LedgerPosting>)> = OnceLock::new();
    let (ledger, postings) = BOOKS.get_or_init(|| {
        let mut books = Books::default();
        lines().iter().for_each(|line| books.line(line));
        books.decided();
        (books.ledger, books.postings)
    });
    (ledger, postings)
}
