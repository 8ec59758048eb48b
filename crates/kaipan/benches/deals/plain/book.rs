//! The events of a booking, and the streams that it read.

use super::{Decided, Desk};
use kaipan::deal::{
    AgreedBefore, CloseReason, DealChange, DealDocument, DealEvent, DocumentKind, DocumentState,
    StockChange, StockEvent,
};
use kaipan::project::UnitState;
use kaipan::{StreamKind, StreamRead};

impl Desk<'_> {
    pub(super) fn book(&self) -> Decided {
        let (now, by) = (self.context.now, &self.context.person);
        let (mut stock, mut deal) = (Vec::new(), Vec::new());
        let of_stock = |all: &mut Vec<StockEvent>, change| {
            let version = self.stock.version + all.len() as u32 + 1;
            let unit_no = self.stock.unit_no.clone();
            all.push(StockEvent::new(unit_no, version, now, by.clone(), change));
        };
        let of_deal = |all: &mut Vec<DealEvent>, change| {
            let version = self.deal.version + all.len() as u32 + 1;
            all.push(DealEvent::new(self.deal.id.clone(), version, now, by.clone(), change));
        };
        if self.stock.hold.is_some() {
            of_stock(&mut stock, StockChange::HoldEnded {});
        }
        if self.stock.reservation.is_some() {
            of_stock(&mut stock, StockChange::ReservationEnded {});
        }
        if !self.draft.buyers.is_empty() {
            let agent = self.draft.agent.as_ref().or(self.deal.agent.as_ref()).cloned();
            let channel = self.draft.channel.as_ref().or(self.deal.channel.as_ref()).cloned();
            let buyers = self.draft.buyers.clone();
            of_deal(&mut deal, DealChange::BuyersNamed { buyers, agent, channel });
        }
        if self.deal.unit_no.as_ref() != Some(&self.stock.unit_no) {
            let unit_no = self.stock.unit_no.clone();
            of_deal(&mut deal, DealChange::UnitChosen { unit_no });
        }
        if let Some(before) = self.active {
            let (document, why) = (before.kind, CloseReason::Converted);
            of_deal(&mut deal, DealChange::DocumentClosed { document, why });
        }
        let mut document = DealDocument::new(DocumentKind::Booking);
        document.number.clone_from(&self.draft.number);
        document.state = DocumentState::Active;
        document.active_at = Some(now);
        document.unit_before = Some(self.stock.state);
        document.valid_until = self.draft.until;
        document.before = self.active.map(|_| {
            Box::new(AgreedBefore {
                unit_no: self.deal.unit_no.clone(),
                agent: self.deal.agent.clone(),
                channel: self.deal.channel.clone(),
                buyers: self.deal.buyers.clone(),
                price: self.deal.price.clone(),
                plan: self.deal.plan.clone(),
                schedule: self.deal.schedule.clone(),
                quotas: self.deal.quotas.clone(),
            })
        });
        of_deal(&mut deal, DealChange::DocumentOpened { document });
        let (id, state) = (self.deal.id.clone(), UnitState::Booked);
        of_stock(&mut stock, StockChange::Taken { deal: id, state });
        Decided { stock, deal, reads: self.reads(), told: self.told() }
    }

    /// Every stream that was read, each once.
    fn reads(&self) -> Vec<StreamRead> {
        let mut reads = vec![
            StreamRead::new(StreamKind::Unit, self.stock.unit_no.clone(), self.stock.version),
            StreamRead::new(StreamKind::Deal, self.deal.id.clone(), self.deal.version),
        ];
        for one in self.context.ledger.iter().chain(&self.context.reads) {
            if !reads.contains(one) {
                reads.push(one.clone());
            }
        }
        reads
    }
}
