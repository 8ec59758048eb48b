//! Booking and subscribing as somebody would write them who has no table: a `match`, and the same
//! checks one after the other.

mod book;
mod guards;
mod inputs;

use super::history::{self, Home};
pub(crate) use inputs::Wrong;
use kaipan::deal::{
    Deal, DealAction, DealCommand, DealContext, DealDocument, DealDraft, DealEvent, DealGuard,
    DealRejection, DealRuling, Deciding, DocumentKind, DocumentState, SaleFacts, StockEvent,
    UnitStock,
};
use kaipan::project::{Unit, UnitState};
use kaipan::{Date, StreamRead};

/// The day of the reform, as somebody would keep it at hand.
pub(crate) fn reform() -> Date {
    Date::from_ymd(2026, 8, 28).unwrap_or_else(|| panic!("a day"))
}

/// What both are asked: a booking that may be done, and a subscription with eight unmet guards.
pub(crate) fn questions() -> [(&'static str, Home, DealCommand); 2] {
    let book = DealCommand { action: DealAction::Book, draft: history::booked() };
    let mut lacking = Home::before_subscribing();
    lacking.context.roles = vec!["planner".into()];
    lacking.context.allotted_to = Some("中介乙".into());
    lacking.context.unanswered = Some(vec!["用途".into()]);
    lacking.context.unusual = vec!["discount.unusual".into()];
    if let Some(unit) = &mut lacking.context.unit {
        unit.filed_total = unit.floor_total;
    }
    lacking.context.received.iter_mut().flatten().for_each(|one| one.account = None);
    let mut draft = history::agreed(true);
    draft.agreed_signing = Date::from_ymd(2026, 11, 9);
    draft.schedule.truncate(1);
    let subscribe = DealCommand { action: DealAction::Subscribe, draft };
    [
        ("a booking", Home::before_booking(), book),
        ("a subscription with eight unmet guards", lacking, subscribe),
    ]
}

/// Both come to the same, or nothing is measured.
pub(crate) fn check_same(home: &Home, command: &DealCommand) {
    let deciding = Deciding::new(&home.context).stock(&home.stock).deal(&home.deal);
    let ours = deciding.decide(command).unwrap_or_else(|error| panic!("{error}"));
    match (ours, decide(&home.stock, &home.deal, command, &home.context, reform())) {
        (DealRuling::Accepted { decision }, Ok(decided)) => {
            let Decided { stock, deal, reads, told } = decided;
            assert_eq!((decision.stock, decision.deal, decision.reads), (stock, deal, reads));
            assert_eq!(decision.findings.len(), told);
        }
        (
            DealRuling::Rejected { rejection: DealRejection::GuardsNotMet { guards, .. } },
            Err(Refused::Unmet(unmet)),
        ) => {
            let mut ours: Vec<DealGuard> = guards.iter().map(|one| one.guard).collect();
            let mut theirs: Vec<DealGuard> = unmet.iter().map(|(guard, _)| *guard).collect();
            ours.sort();
            theirs.sort();
            assert_eq!((ours.len(), ours), (8, theirs));
        }
        other => panic!("{other:#?}"),
    }
}

/// What is lacking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(dead_code)]
pub(crate) enum Lack<'a> {
    Nothing,
    Input(&'static str),
    Amount(i64, i64),
    Day(Date),
    Name(&'a str),
}

type Unmet<'a> = Vec<(DealGuard, Lack<'a>)>;

/// What follows from a booking.
#[derive(Debug)]
pub(crate) struct Decided {
    stock: Vec<StockEvent>,
    deal: Vec<DealEvent>,
    reads: Vec<StreamRead>,
    told: usize,
}

/// Why nothing follows.
#[derive(Debug)]
pub(crate) enum Refused<'a> {
    Wrong(#[allow(dead_code)] Wrong),
    NotHere,
    Unmet(Unmet<'a>),
}

/// Everything that is looked at.
struct Desk<'a> {
    stock: &'a UnitStock,
    deal: &'a Deal,
    draft: &'a DealDraft,
    context: &'a DealContext,
    facts: &'a SaleFacts,
    unit: &'a Unit,
    active: Option<&'a DealDocument>,
    today: Date,
    reform: Date,
    unmet: Unmet<'a>,
}

/// Books; or tells what is lacking, also for a subscription.
pub(crate) fn decide<'a>(
    stock: &'a UnitStock,
    deal: &'a Deal,
    command: &'a DealCommand,
    context: &'a DealContext,
    reform: Date,
) -> Result<Decided, Refused<'a>> {
    let (Some(status), Some(unit)) = (&context.status, &context.unit) else {
        let unmet = vec![(DealGuard::PresalePermit, Lack::Input("unit"))];
        return Err(Refused::Unmet(unmet));
    };
    let active = deal.documents.iter().find(|one| one.state == DocumentState::Active);
    let mut desk = Desk {
        stock,
        deal,
        draft: &command.draft,
        context,
        facts: &status.project,
        unit,
        active,
        today: context.now.date(),
        reform,
        unmet: Vec::new(),
    };
    if let Some(wrong) = desk.wrong(command.action) {
        return Err(Refused::Wrong(wrong));
    }
    match (command.action, stock.state, active.map(|one| one.kind)) {
        (
            DealAction::Book,
            UnitState::OnSale | UnitState::Reserved,
            None | Some(DocumentKind::Registration),
        ) => {
            desk.of_unit(&["sales_agent", "stock_controller", "sales_manager"]);
            desk.may_be_sold();
            desk.booking_money();
            desk.supervised();
            if desk.unmet.is_empty() { Ok(desk.book()) } else { Err(Refused::Unmet(desk.unmet)) }
        }
        (
            DealAction::Subscribe,
            UnitState::OnSale | UnitState::Reserved | UnitState::Booked,
            None | Some(DocumentKind::Registration | DocumentKind::Booking),
        ) => {
            desk.of_unit(&["sales_agent", "stock_controller", "sales_manager"]);
            desk.may_be_sold();
            desk.people();
            desk.price();
            desk.payment();
            desk.supervised();
            desk.rest();
            Err(Refused::Unmet(desk.unmet))
        }
        _ => Err(Refused::NotHere),
    }
}
