//! `ledger.follow` and its like: what follows for the ledger from what happens elsewhere.

use kaipan::Text;
use kaipan::area_settlement::AreaSettlementSheet;
use kaipan::deal::{Deal, DealEvent};
use kaipan::error::{Code, Error, Result};
use kaipan::ledger::{
    DealFollowing, LedgerAct, LedgerCommand, LedgerFollowed, LedgerReceipt, ReceiptMethod,
};
use kaipan::money::LedgerEntry;
use kaipan::service::{Service, ServiceChange, ServiceEvent};
use kaipan_derive::boundary;

use super::GivenLedger;

/// A decision about a deal.
#[boundary]
pub struct LedgerFollowRequest {
    /// What was posted so far: all of it, or all about the deal.
    #[boundary(empty)]
    pub ledger: GivenLedger,
    /// The deal before these events; none where they are all that it has.
    pub state: Option<Deal>,
    /// The events of the decision, or all of the deal.
    #[boundary(required)]
    pub events: Vec<DealEvent>,
    /// The last version of which the ledger was told: what follows from later events is answered.
    pub after: Option<u32>,
    /// The project, for a deal that is opened.
    pub project: Option<Text>,
    /// The settlement of the area, which says when a supplement is due.
    pub settlement: Option<AreaSettlementSheet>,
}

/// What is to be posted.
#[boundary(answer)]
pub struct LedgerFollowResponse {
    /// The commands in their order, each with the version of the event that it follows from. They are
    /// posted before the entries of the decision.
    #[boundary(required)]
    pub commands: Vec<LedgerFollowed>,
}

/// `ledger.follow`: what becomes receivable, changes and ends by a decision about a deal.
///
/// # Errors
/// As [`Deal::apply`], [`DealFollowing::commands`] and [`Ledger::replay`](kaipan::ledger::Ledger::replay).
pub fn follow(request: &LedgerFollowRequest) -> Result<LedgerFollowResponse> {
    let ledger = request.ledger.ledger()?;
    let Some(first) = request.events.first() else {
        return Ok(LedgerFollowResponse { commands: Vec::new() });
    };
    let state = request.state.clone();
    let mut deal = state.unwrap_or_else(|| Deal::new(first.deal.clone()));
    for (at, event) in request.events.iter().enumerate() {
        deal.apply(event).map_err(|error| error.at(at).at("events"))?;
    }
    let told = request.after.unwrap_or(0);
    let known = request.events.iter().take_while(|event| event.version <= told).count();
    let events = request.events.get(known..).unwrap_or_default();
    let commands = DealFollowing::new(&ledger, &deal)
        .project(request.project.as_ref())
        .settlement(request.settlement.as_ref())
        .commands(events)?;
    Ok(LedgerFollowResponse { commands })
}

/// An event of a service.
#[boundary]
pub struct LedgerFollowServiceRequest {
    /// What was posted so far: all of it, or all about the deal.
    #[boundary(empty)]
    pub ledger: GivenLedger,
    /// The service before the event; none where it is the one that starts it.
    pub state: Option<Service>,
    /// Or all that happened to the service before the event.
    pub before: Vec<ServiceEvent>,
    /// The event. Of several events of one decision, each is asked for after what followed from the one
    /// before was posted.
    pub event: ServiceEvent,
}

/// What is to be posted.
#[boundary(answer)]
pub struct LedgerCommandsResponse {
    /// The commands, in their order.
    #[boundary(required)]
    pub commands: Vec<LedgerCommand>,
}

/// `ledger.follow_service`: the milestone of revenue that an event of a service reaches, and what the
/// buyer owes of what a bank does not lend.
///
/// # Errors
/// As [`Service::apply`], [`LedgerCommand::of_service`] and
/// [`Ledger::replay`](kaipan::ledger::Ledger::replay); [`Code::JsonMissingField`] for a service that was
/// not started.
pub fn follow_service(request: &LedgerFollowServiceRequest) -> Result<LedgerCommandsResponse> {
    let ledger = request.ledger.ledger()?;
    let event = &request.event;
    if request.state.is_some() && !request.before.is_empty() {
        let error = Error::new(Code::JsonTogether).with("field", "before");
        return Err(error.with("other", "state").at("before"));
    }
    let begun = request.before.first().unwrap_or(event);
    let mut service = match (&request.state, &begun.change) {
        (Some(state), _) => state.clone(),
        (None, ServiceChange::Started { deal, service_kind, .. }) => {
            Service::new(event.service.clone(), deal.clone(), *service_kind)
        }
        (None, _) => {
            return Err(Error::new(Code::JsonMissingField).with("field", "state").at("state"));
        }
    };
    for (at, one) in request.before.iter().enumerate() {
        service.apply(one).map_err(|error| error.at(at).at("before"))?;
    }
    service.apply(event).map_err(|error| error.at("event"))?;
    let placed = |error: Error| match request.state {
        Some(_) => error.at("deal").at("state"),
        None => error.at("event"),
    };
    let commands = LedgerCommand::of_service(&ledger, &service, event).map_err(placed)?;
    Ok(LedgerCommandsResponse { commands })
}

/// An entry that a cashier has written.
#[boundary]
pub struct LedgerFollowEntryRequest {
    /// What was posted so far: all of it, or all about the deal.
    #[boundary(empty)]
    pub ledger: GivenLedger,
    /// The entry.
    pub entry: LedgerEntry,
    /// How it was paid.
    pub method: ReceiptMethod,
    /// The line of the plan that the cashier has named.
    pub plan_line: Option<u32>,
    /// Who has paid.
    pub payer: Option<Text>,
    /// 票据编号.
    pub voucher: Option<Text>,
    /// The number that the bank gave the payment.
    pub reference: Option<Text>,
    /// It is no repetition of a payment that looks the same.
    pub confirmed: bool,
}

/// What is to be posted.
#[boundary(answer)]
pub struct LedgerFollowEntryResponse {
    /// A receipt where the entry is money of one item that comes to one bank account; else the entry as
    /// it is.
    pub command: LedgerCommand,
}

/// `ledger.follow_entry`: the receipt that a cashier's entry records, or the entry as it is.
///
/// # Errors
/// As [`LedgerReceipt::of_entry`] and [`Ledger::replay`](kaipan::ledger::Ledger::replay).
pub fn follow_entry(request: &LedgerFollowEntryRequest) -> Result<LedgerFollowEntryResponse> {
    let ledger = request.ledger.ledger()?;
    let (entry, method) = (&request.entry, request.method);
    let receipt = LedgerReceipt::of_entry(&ledger, entry, method, request.plan_line);
    let receipt = receipt.map_err(|error| error.at("deal").at("entry"))?;
    let key = entry.key.clone();
    let command = match receipt {
        Some(mut receipt) => {
            receipt.payer.clone_from(&request.payer);
            receipt.voucher.clone_from(&request.voucher);
            receipt.reference.clone_from(&request.reference);
            receipt.confirmed = request.confirmed;
            LedgerCommand::new(key, LedgerAct::Receive { receipt }).with_date(entry.date)
        }
        None => LedgerCommand::new(key, LedgerAct::Enter { entry: entry.clone() }),
    };
    Ok(LedgerFollowEntryResponse { command })
}
