//! Writes down what follows from a decision, and takes it into the states.

use crate::failure::{Failure, Outcome};
use crate::record::{About, Body, MoneyMoved, StreamAt};
use crate::site::SUPERVISED_ACCOUNT;
use crate::world::World;
use kaipan::approval::ApprovalEvent;
use kaipan::area_settlement::{AreaSettlement, AreaSettlementEvent};
use kaipan::deal::{
    Deal, DealDecision, DealEvent, Quota, QuotaEvent, ReceivedMoney, StockEvent, UnitStock,
};
use kaipan::money::LedgerEntry;
use kaipan::service::{Service, ServiceEvent};
use kaipan::{StreamKind, Text, Time};

impl World<'_, '_, '_> {
    /// Everything that follows from a decision about a deal.
    pub(super) fn write_decision(&mut self, now: Time, decision: &DealDecision) -> Outcome {
        let number = self.journal.decision();
        for event in &decision.stock {
            self.write_stock(number, event)?;
        }
        for event in &decision.deal {
            self.write_deal(number, event)?;
        }
        for event in &decision.quotas {
            self.write_quota(Some(number), event)?;
        }
        for entry in &decision.entries {
            let sale = self.sale_of(entry.deal.as_ref())?;
            self.write_entry(now, number, sale, entry.clone())?;
        }
        Ok(())
    }

    fn write_stock(&mut self, number: u64, event: &StockEvent) -> Outcome {
        let unit = self.by_unit.get(&event.unit_no).copied();
        let unit = unit.ok_or_else(|| Failure::missing("unit"))?;
        let stock = self.stock.get_mut(unit).ok_or_else(|| Failure::missing("stock"))?;
        UnitStock::apply(stock, event)?;
        let mut about = self.about_unit(unit);
        let deal = self.stock.get(unit).and_then(|stock| stock.deal.as_ref());
        if let Some(sale) = deal.and_then(|deal| self.by_deal.get(deal)) {
            about = About { unit: about.unit, ..self.about(*sale)? };
        }
        let stream = at(StreamKind::Unit, &event.unit_no, event.version);
        let body = Body::Stock(Box::new(event.clone()));
        self.journal.line(event.at.date(), event.at, Some(number), stream, &about, body)
    }

    pub(super) fn write_deal(&mut self, number: u64, event: &DealEvent) -> Outcome {
        let sale = self.sale_of(Some(&event.deal))?;
        let deal = self.sale_mut(sale)?.deal.as_mut().ok_or_else(|| Failure::missing("deal"))?;
        Deal::apply(deal, event)?;
        let about = self.about(sale)?;
        let stream = at(StreamKind::Deal, &event.deal, event.version);
        let body = Body::Deal(Box::new(event.clone()));
        self.journal.line(event.at.date(), event.at, Some(number), stream, &about, body)
    }

    /// An event of a quota; one that is opened has no decision.
    pub(crate) fn write_quota(&mut self, number: Option<u64>, event: &QuotaEvent) -> Outcome {
        if self.quotas.iter().all(|quota| quota.id != event.quota) {
            self.quotas.push(Quota::new(event.quota.clone(), 0));
        }
        let mut quotas = self.quotas.iter_mut();
        let quota = quotas.find(|quota| quota.id == event.quota);
        Quota::apply(quota.ok_or_else(|| Failure::missing("quota"))?, event)?;
        let about = About { node: Some(self.site.node.clone()), ..About::default() };
        let stream = at(StreamKind::Quota, &event.quota, event.version);
        self.journal.line(
            event.at.date(),
            event.at,
            number,
            stream,
            &about,
            Body::Quota(event.clone()),
        )
    }

    pub(super) fn write_approvals(&mut self, events: &[ApprovalEvent], about: &About) -> Outcome {
        let number = self.journal.decision();
        for event in events {
            let stream = at(StreamKind::Approval, &event.request, event.version);
            let body = Body::Approval(Box::new(event.clone()));
            self.journal.line(event.at.date(), event.at, Some(number), stream, about, body)?;
        }
        Ok(())
    }

    pub(super) fn write_service(
        &mut self,
        number: u64,
        sale: usize,
        service: &mut Service,
        event: &ServiceEvent,
    ) -> Outcome {
        service.apply(event)?;
        let about = self.about(sale)?;
        let stream = at(StreamKind::Service, &event.service, event.version);
        let body = Body::Service(Box::new(event.clone()));
        self.journal.line(event.at.date(), event.at, Some(number), stream, &about, body)
    }

    pub(super) fn write_area(
        &mut self,
        number: u64,
        sale: usize,
        event: &AreaSettlementEvent,
    ) -> Outcome {
        let before = self.sale(sale)?.area.as_ref();
        let after = AreaSettlement::evolve(before, event)?;
        self.sale_mut(sale)?.area = Some(after);
        let about = self.about(sale)?;
        let stream = at(StreamKind::AreaSettlement, &event.deal, event.version);
        let body = Body::AreaSettlement(Box::new(event.clone()));
        self.journal.line(event.at.date(), event.at, Some(number), stream, &about, body)
    }

    /// An entry of a decision, and what there is of the money after it.
    pub(super) fn write_entry(
        &mut self,
        now: Time,
        number: u64,
        sale: usize,
        entry: LedgerEntry,
    ) -> Outcome {
        let purse = &mut self.sale_mut(sale)?.purse;
        purse.received = ReceivedMoney::after(&purse.received, &entry)?;
        // What comes from another deal lies where it lay.
        for one in purse.received.iter_mut().filter(|one| one.account.is_none()) {
            one.account = Some(SUPERVISED_ACCOUNT.into());
        }
        purse.enter(&entry)?;
        let stream = self.ledger_at(sale)?;
        let about = self.about(sale)?;
        self.journal.line(entry.date, now, Some(number), stream, &about, Body::Entry(entry))
    }

    /// Money that came in or went out, by a cashier or a bank.
    pub(super) fn write_money(
        &mut self,
        now: Time,
        number: u64,
        sale: usize,
        (is_receipt, moved): (bool, MoneyMoved),
    ) -> Outcome {
        self.sale_mut(sale)?.purse.enter(&moved.entry)?;
        let (date, about, stream) = (moved.entry.date, self.about(sale)?, self.ledger_at(sale)?);
        let body = if is_receipt { Body::Receipt(moved) } else { Body::Payment(moved) };
        self.journal.line(date, now, Some(number), stream, &about, body)
    }

    fn ledger_at(&self, sale: usize) -> Outcome<Option<StreamAt>> {
        let (deal, version) = (&self.deal(sale)?.id, self.sale(sale)?.purse.entries);
        Ok(at(StreamKind::LedgerAccount, deal, version))
    }

    /// The sale of a deal.
    fn sale_of(&self, deal: Option<&Text>) -> Outcome<usize> {
        let found = deal.and_then(|deal| self.by_deal.get(deal)).copied();
        found.ok_or_else(|| Failure::missing("deal"))
    }
}

fn at(kind: StreamKind, id: &Text, version: u32) -> Option<StreamAt> {
    Some(StreamAt { kind, id: id.clone(), version })
}
