//! The events of a booking, and the streams that it read.

use super::{Decided, Desk};
use kaipan::deal::{
    AgreedBefore, CloseReason, DealChange, DealDocument, DealEvent, DocumentKind, DocumentState,
    StockChange, StockEvent,
};
use kaipan::project::UnitState;
use kaipan::{StreamKind, StreamRead};

impl Desk<'_> {
    pub(super) fn book(self) -> Decided {
        let (now, by) = (self.context.now, &self.context.person);
        let (mut stock, mut deal) = (Vec::new(), Vec::new());
        let of_stock = |all: &mut Vec<StockEvent>, change| {
            let version = self.stock.version + all.len() as u32 + 1;
            let unit_no = self.stock.unit_no.clone();
            let event = StockEvent::new(unit_no, version, now, by.clone(), change);
            all.push(StockEvent { reason: self.draft.reason.clone(), ..event });
        };
        let of_deal = |all: &mut Vec<DealEvent>, change| {
            let version = self.deal.version + all.len() as u32 + 1;
            let event = DealEvent::new(self.deal.id.clone(), version, now, by.clone(), change);
            all.push(DealEvent { reason: self.draft.reason.clone(), ..event });
        };
        if self.stock.hold.is_some() {
            of_stock(&mut stock, StockChange::HoldEnded {});
        }
        if self.stock.reservation.is_some() {
            of_stock(&mut stock, StockChange::ReservationEnded {});
        }
        let draft = self.draft;
        if !draft.buyers.is_empty() || draft.agent.is_some() || draft.channel.is_some() {
            let agent = draft.agent.as_ref().or(self.deal.agent.as_ref()).cloned();
            let channel = draft.channel.as_ref().or(self.deal.channel.as_ref()).cloned();
            let buyers = self.buyers().to_vec();
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
        document.reservation_before.clone_from(&self.stock.reservation);
        document.handover = self.active.and_then(|one| one.handover);
        document.agreed_signing = draft.agreed_signing;
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
        Decided { stock, deal, reads: self.reads(), told: self.told(), waived: self.waived }
    }

    /// Every stream that was read, each once.
    fn reads(&self) -> Vec<StreamRead> {
        let mut reads = vec![
            StreamRead::new(StreamKind::Unit, self.stock.unit_no.clone(), self.stock.version),
            StreamRead::new(StreamKind::Deal, self.deal.id.clone(), self.deal.version),
        ];
        let waived = self.waived.iter();
        let waived = waived
            .map(|one| StreamRead::new(StreamKind::Approval, one.approval.clone(), one.version));
        let ledger = self.context.ledger.iter().cloned();
        for one in ledger.chain(waived).chain(self.context.reads.iter().cloned()) {
            if !reads.contains(&one) {
                reads.push(one);
            }
        }
        reads
    }
}
