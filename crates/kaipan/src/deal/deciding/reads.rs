//! The streams that a decision read, each with the version it saw, and none that it did not
//! (handbook §5.3).

use super::WaivedGuard;
use crate::check::Index;
use crate::deal::guard::{Situation, look};
use crate::deal::table::{Effect, Transition};
use crate::deal::{DealAction, DealGuard};
use crate::{StreamKind, StreamRead};
use std::collections::HashSet;

/// Streams, each once, in the order in which they were read.
#[derive(Default)]
struct Reads {
    list: Vec<StreamRead>,
    /// All of the list, once it is long: a short one is looked through, which is quicker.
    many: HashSet<StreamRead>,
}

/// Up to so many streams are looked through.
const FEW: usize = 8;

impl Reads {
    fn add(&mut self, one: StreamRead) {
        if self.list.len() < FEW {
            if !self.list.contains(&one) {
                self.list.push(one);
            }
            return;
        }
        if self.many.is_empty() {
            self.many.extend(self.list.iter().cloned());
        }
        if self.many.insert(one.clone()) {
            self.list.push(one);
        }
    }
}

/// What a row looks at beside unit and deal.
#[derive(Default)]
struct Looked {
    buyers: bool,
    money: bool,
    quotas: bool,
    turn: bool,
    list: bool,
}

impl Looked {
    /// What guards and effects of a row look at.
    fn at(row: &Transition) -> Looked {
        let mut looked = Looked::default();
        for guard in row.guards {
            match guard {
                DealGuard::Identified
                | DealGuard::IdentityRecorded
                | DealGuard::RequiredFields
                | DealGuard::CreditLimit => looked.buyers = true,
                DealGuard::NoMoneyReceived
                | DealGuard::BookingMoney
                | DealGuard::DepositReceived
                | DealGuard::MoneyBeforeSubscribing
                | DealGuard::MoneyBeforeSigning
                | DealGuard::DownPayment
                | DealGuard::SupervisedAccount
                | DealGuard::Settled
                | DealGuard::LoanReleased => looked.money = true,
                DealGuard::QuotaOpen
                | DealGuard::QuotaLeft
                | DealGuard::OfferKept
                | DealGuard::QuotasGiven
                | DealGuard::OfferExpired => looked.quotas = true,
                DealGuard::InTurn => looked.turn = true,
                DealGuard::ListOpen => looked.list = true,
                _ => {}
            }
        }
        for effect in row.effects {
            match effect {
                Effect::Snapshot(_) | Effect::SnapshotAgain => looked.buyers = true,
                Effect::BecomeDeposit
                | Effect::Todo(_)
                | Effect::SettleDepositContract
                | Effect::SettleChange => looked.money = true,
                _ => {}
            }
        }
        looked
    }
}

/// Every stream that a decision read.
pub(super) fn reads(at: &Situation<'_>, waived: &[WaivedGuard]) -> Vec<StreamRead> {
    let mut reads = Reads::default();
    let mut read = |one: StreamRead| reads.add(one);
    if let Some(stock) = at.stock {
        read(StreamRead::new(StreamKind::Unit, stock.unit_no.clone(), stock.version));
    }
    if let Some(deal) = at.deal {
        read(StreamRead::new(StreamKind::Deal, deal.id.clone(), deal.version));
    }
    if let Some(from) = at.changed_from() {
        read(StreamRead::new(StreamKind::Unit, from.stock.unit_no.clone(), from.stock.version));
        read(StreamRead::new(StreamKind::Deal, from.deal.id.clone(), from.deal.version));
    }
    let looked = Looked::at(at.row);
    if looked.buyers {
        let buyers = Index::new(at.buyers(), |buyer| &buyer.customer);
        for facts in at.context.buyers.iter().flatten() {
            let buys = buyers.has(&&facts.customer);
            if let Some(version) = facts.version.filter(|_| buys) {
                read(StreamRead::new(StreamKind::Customer, facts.customer.clone(), version));
            }
        }
    }
    if looked.turn
        && let Some(turn) = &at.context.turn
    {
        read(StreamRead::new(StreamKind::Queue, turn.queue.clone(), turn.version));
    }
    if looked.list
        && let Some(list) = &at.context.lottery
    {
        read(StreamRead::new(StreamKind::Queue, list.queue.clone(), list.version));
    }
    if looked.quotas {
        let of_deal = at.deal.iter().flat_map(|deal| &deal.quotas);
        let named = at.draft.quotas.iter().chain(of_deal);
        let known = at.known_quotas();
        named.filter_map(|id| known.get(&id)).for_each(|quota| read(quota.read()));
    }
    if let Some(offer) = at.draft.offer.as_ref().filter(|_| at.row.action == DealAction::OpenOffer)
    {
        read(StreamRead::new(StreamKind::Quota, offer.code.clone(), 0));
    }
    if looked.money {
        at.context.ledger.iter().cloned().for_each(&mut read);
    }
    for by in waived {
        read(StreamRead::new(StreamKind::Approval, by.approval.clone(), by.version));
    }
    requests(at).into_iter().for_each(&mut read);
    at.context.reads.iter().cloned().for_each(&mut read);
    reads.list
}

/// The requests for approval by which guards are met.
fn requests(at: &Situation<'_>) -> Vec<StreamRead> {
    let mut reads = Vec::new();
    for guard in at.row.guards {
        let request = match guard {
            DealGuard::Approved => at.row_approval().ok().flatten(),
            DealGuard::EntryApproved => at.entry_approval().ok().flatten(),
            DealGuard::Authority => at.price_request(),
            DealGuard::PriceApproved if look(DealGuard::PriceInForce, at).is_err() => {
                at.price().and_then(|price| at.bill_approved(price))
            }
            _ => continue,
        };
        reads.extend(request.map(|request| request.read()));
    }
    reads
}
