//! Booking and subscribing as somebody would write them who has no table: a `match`, and the same
//! checks one after the other, with the same answers.
//!
//! What it leaves out makes it quicker: unit, status and roles of the national law are at hand, its
//! dates are constants, and a subscription that may be done has no events.

mod book;
mod inputs;
mod law;
mod money;
mod offers;
mod people;
mod price;
mod told;
mod unit;
mod waivers;

use super::history::{self, Home};
pub(crate) use inputs::Wrong;
use kaipan::deal::{
    Deal, DealAction, DealCommand, DealContext, DealDocument, DealDraft, DealEvent, DealGuard,
    DealRejection, DealRuling, Deciding, DocumentKind, DocumentState, Lacking, StockEvent,
    UnitStock, UnmetDealGuard, WaivedGuard,
};
use kaipan::error::Code;
use kaipan::project::{Unit, UnitState};
use kaipan::{Date, StreamRead, Text};
use law::Facts;

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

/// Both come to the same, or nothing is measured. How many guards are unmet.
pub(crate) fn check_same(home: &Home, command: &DealCommand) -> usize {
    let deciding = Deciding::new(&home.context).stock(&home.stock).deal(&home.deal);
    let ours = deciding.decide(command);
    match (ours, decide(&home.stock, &home.deal, command, &home.context, reform())) {
        (Ok(DealRuling::Accepted { decision }), Ok(decided)) => {
            let Decided { stock, deal, reads, waived, told } = decided;
            assert_eq!((decision.stock, decision.deal, decision.reads), (stock, deal, reads));
            assert_eq!(sorted(decision.waived, |one| one.guard), sorted(waived, |one| one.guard));
            let codes = decision.findings.iter().map(|one| one.code).collect();
            let by_name = |code: &Code| code.as_str();
            assert_eq!(sorted(codes, by_name), sorted(told, by_name));
            0
        }
        (Ok(DealRuling::Accepted { .. }), Err(Refused::Unmet(unmet))) => {
            assert!(command.action == DealAction::Subscribe && unmet.is_empty(), "{unmet:?}");
            0
        }
        (
            Ok(DealRuling::Rejected { rejection: DealRejection::GuardsNotMet { guards, .. } }),
            Err(Refused::Unmet(unmet)),
        ) => {
            let count = unmet.len();
            assert_eq!(sorted(guards, |one| one.guard), sorted(unmet, |one| one.guard));
            count
        }
        (
            Ok(DealRuling::Rejected { rejection: DealRejection::NotInTable { .. } }),
            Err(Refused::NotHere),
        )
        | (Err(_), Err(Refused::Wrong(_))) => 0,
        other => panic!("{other:#?}"),
    }
}

fn sorted<T, K: Ord>(mut list: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    list.sort_by_key(key);
    list
}

/// What follows from a booking.
#[derive(Debug)]
pub(crate) struct Decided {
    stock: Vec<StockEvent>,
    deal: Vec<DealEvent>,
    reads: Vec<StreamRead>,
    waived: Vec<WaivedGuard>,
    told: Vec<Code>,
}

/// Why nothing follows.
#[derive(Debug)]
pub(crate) enum Refused {
    Wrong(#[allow(dead_code)] Wrong),
    NotHere,
    Unmet(Vec<UnmetDealGuard>),
}

/// A subscription has so many guards.
const GUARDS: usize = 39;

/// Everything that is looked at.
struct Desk<'a> {
    stock: &'a UnitStock,
    deal: &'a Deal,
    draft: &'a DealDraft,
    context: &'a DealContext,
    facts: Facts<'a>,
    unit: &'a Unit,
    active: Option<&'a DealDocument>,
    today: Date,
    books: bool,
    unmet: Vec<UnmetDealGuard>,
    waived: Vec<WaivedGuard>,
}

impl Desk<'_> {
    /// A guard is not met; a recorded approval may waive it.
    fn lacks(&mut self, guard: DealGuard, lacking: Lacking) {
        match self.waiver(guard) {
            Some(waived) => self.waived.push(waived),
            None => self.unmet(guard, lacking),
        }
    }

    /// A guard cannot be looked at without an input, and nobody can waive that.
    fn needs(&mut self, guard: DealGuard, input: &'static str) {
        self.unmet(guard, Lacking::NeedsInput { input: Text::from(input) });
    }

    fn unmet(&mut self, guard: DealGuard, lacking: Lacking) {
        if self.unmet.capacity() == 0 {
            self.unmet.reserve_exact(GUARDS);
        }
        self.unmet.push(UnmetDealGuard { guard, lacking });
    }
}

/// One thing by its name, or the first of several.
fn named(name: &Text, count: usize) -> Lacking {
    Lacking::Named { name: name.clone(), count: u32::try_from(count).unwrap_or(u32::MAX) }
}

/// Books; or tells what is lacking, also for a subscription.
pub(crate) fn decide(
    stock: &UnitStock,
    deal: &Deal,
    command: &DealCommand,
    context: &DealContext,
    reform: Date,
) -> Result<Decided, Refused> {
    let (Some(status), Some(unit)) = (&context.status, &context.unit) else {
        return Err(Refused::NotHere);
    };
    let active = deal.documents.iter().find(|one| one.state == DocumentState::Active);
    let mut desk = Desk {
        stock,
        deal,
        draft: &command.draft,
        context,
        facts: Facts::of(status, unit, reform),
        unit,
        active,
        today: context.now.date(),
        books: command.action == DealAction::Book,
        unmet: Vec::new(),
        waived: Vec::new(),
    };
    if let Some(wrong) = desk.wrong() {
        return Err(Refused::Wrong(wrong));
    }
    let ended = active.is_none() && !deal.documents.is_empty();
    let of_another = match &stock.deal {
        Some(has) => *has != deal.id,
        None => active.is_some_and(|one| one.kind.unit_state().is_some()),
    };
    if ended || of_another {
        return Err(Refused::NotHere);
    }
    match (command.action, stock.state, active.map(|one| one.kind)) {
        (
            DealAction::Book,
            UnitState::OnSale | UnitState::Reserved,
            None | Some(DocumentKind::Registration),
        ) => {
            desk.check_draft()?;
            desk.unit();
            desk.law();
            desk.booking();
            desk.supervised();
            if desk.unmet.is_empty() { Ok(desk.book()) } else { Err(Refused::Unmet(desk.unmet)) }
        }
        (
            DealAction::Subscribe,
            UnitState::OnSale | UnitState::Reserved | UnitState::Booked,
            None | Some(DocumentKind::Registration | DocumentKind::Booking),
        ) => {
            desk.check_draft()?;
            desk.unit();
            desk.law();
            desk.people();
            desk.price();
            desk.quotas();
            desk.payment();
            desk.supervised();
            desk.signing();
            Err(Refused::Unmet(desk.unmet))
        }
        _ => Err(Refused::NotHere),
    }
}
