//! A guard whose input is missing needs input, and is never met.

use crate::case::Case;
use crate::spoil::{never, spoil};
use kaipan::deal::{DealGuard, DealRejection, DealRuling, Lacking, UnmetDealGuard};

/// An input, by its name, and how it is taken away.
type Input = (&'static str, fn(&mut Case));

/// Every input that may be missing.
const INPUTS: &[Input] = &[
    ("roles", |case| case.context.roles.clear()),
    ("unit", |case| case.context.unit = None),
    ("permits", |case| case.context.permits = None),
    ("status", |case| case.context.status = None),
    ("buyers of the context", |case| case.context.buyers = None),
    ("unanswered", |case| case.context.unanswered = None),
    ("received", |case| case.context.received = None),
    ("quotas", |case| case.context.quotas = None),
    ("price_approval", |case| case.context.price_approval = None),
    ("encumbrance", |case| {
        if let Some(status) = &mut case.context.status {
            status.project.encumbrance = None;
        }
    }),
    ("buyers", |case| {
        case.command.draft.buyers.clear();
        if let Some(deal) = &mut case.deal {
            deal.buyers.clear();
        }
    }),
    ("amount", |case| case.command.draft.amount = None),
    ("price", |case| {
        case.command.draft.price = None;
        if let Some(deal) = &mut case.deal {
            deal.price = None;
        }
    }),
    ("plan", |case| case.command.draft.plan = None),
    ("schedule", |case| {
        case.command.draft.schedule.clear();
        if let Some(deal) = &mut case.deal {
            deal.schedule.clear();
        }
    }),
    ("until", |case| case.command.draft.until = None),
    ("minutes", |case| case.command.draft.minutes = None),
    ("reason", |case| case.command.draft.reason = None),
    ("paper", |case| case.command.draft.paper = None),
    ("old_home", |case| case.command.draft.old_home = None),
    ("ended_by", |case| case.command.draft.ended_by = None),
    ("handover", |case| case.command.draft.handover = None),
    ("agreed_signing", |case| case.command.draft.agreed_signing = None),
];

/// The inputs that a guard needs, where it is asked at all.
fn needed(guard: DealGuard) -> &'static [&'static str] {
    match guard {
        DealGuard::MayAct => &["roles"],
        DealGuard::BuyersNamed => &["buyers"],
        DealGuard::Identified | DealGuard::RequiredFields => &["buyers", "buyers of the context"],
        DealGuard::Questionnaire => &["unanswered"],
        DealGuard::WithinReservation => &["until"],
        DealGuard::WithinHold => &["minutes"],
        DealGuard::AreasKnown | DealGuard::PriceInForce => &["unit"],
        DealGuard::PresalePermit => &["unit", "status", "permits"],
        DealGuard::FreeOfEncumbrance => &["unit", "status", "encumbrance"],
        DealGuard::ToppedOut
        | DealGuard::SaleFiled
        | DealGuard::FirstRegistration
        | DealGuard::ConstructionPermit
        | DealGuard::DepositContractAllowed
        | DealGuard::DepositAccount => &["unit", "status"],
        DealGuard::SupervisedAccount => &["unit", "status", "received"],
        DealGuard::PriceAgrees => &["price"],
        DealGuard::AboveFloor | DealGuard::WithinFiled => &["unit", "price"],
        DealGuard::Authority => &["price", "price_approval"],
        DealGuard::QuotaLeft => &["quotas"],
        DealGuard::PromiseKept => &["price"],
        DealGuard::NoMoneyReceived => &["received"],
        DealGuard::BookingMoney | DealGuard::DepositReceived => &["amount", "received"],
        DealGuard::DepositAgreed => &["amount"],
        DealGuard::DepositCap => &["amount", "price"],
        DealGuard::DownPayment => &["schedule", "received"],
        DealGuard::ScheduleComplete => &["schedule", "price"],
        DealGuard::PlanOffered => &["plan"],
        DealGuard::ReasonGiven => &["reason"],
        DealGuard::SigningAgreed => &["agreed_signing"],
        DealGuard::HandoverPromised => &["handover"],
        DealGuard::EndReasonGiven => &["ended_by"],
        DealGuard::OldHomeNamed => &["old_home"],
        DealGuard::PaperGiven => &["paper"],
        _ => &[],
    }
}

/// What is not an input of a guard and still unmakes it: the buyer's word that he gives it up.
const OTHERWISE: &[(DealGuard, &str)] = &[(DealGuard::Expired, "reason")];

fn lacking(case: &Case) -> Vec<UnmetDealGuard> {
    match case.ask() {
        DealRuling::Accepted { .. } => Vec::new(),
        DealRuling::Rejected { rejection: DealRejection::GuardsNotMet { guards, .. } } => guards,
        other => panic!("{}: {other:?}", case.name()),
    }
}

#[test]
fn a_guard_without_its_input_needs_it() {
    let mut seen = 0;
    for case in Case::all() {
        for (input, take) in INPUTS {
            let mut without = case.clone();
            take(&mut without);
            let lacking = lacking(&without);
            for one in &lacking {
                if OTHERWISE.contains(&(one.guard, input)) {
                    continue;
                }
                assert!(needed(one.guard).contains(input), "{}: {input}: {one:?}", case.name());
                assert!(one.needs_input(), "{}: {input}: {one:?}", case.name());
            }
            let needs = |guard: &&DealGuard| needed(**guard).contains(input);
            for guard in case.row.guards.iter().filter(needs) {
                let told = lacking.iter().find(|one| one.guard == *guard);
                let told =
                    told.is_some_and(|one| matches!(one.lacking, Lacking::NeedsInput { .. }));
                let asked = never(*guard, &case).is_none();
                assert!(told || !asked, "{}: {guard:?} does not need {input}", case.name());
                seen += usize::from(told);
            }
        }
    }
    assert!(seen > 500, "{seen}");
}

/// What is unmet is not met because somebody says less.
#[test]
fn saying_less_meets_no_guard() {
    for case in Case::all() {
        for guard in case.row.guards.iter().filter(|guard| never(**guard, &case).is_none()) {
            let mut spoilt = case.clone();
            spoil(*guard, &mut spoilt);
            for (input, take) in INPUTS {
                let mut without = spoilt.clone();
                take(&mut without);
                let still = lacking(&without).iter().any(|one| one.guard == *guard);
                assert!(still, "{}: {guard:?} is met without {input}", case.name());
            }
        }
    }
}
