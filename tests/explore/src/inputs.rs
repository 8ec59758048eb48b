//! A guard whose input is missing needs input, and is never met.

use crate::agree::Failures;
use crate::case::Case;
use crate::exclude::never;
use crate::spoil::spoil;
use kaipan::deal::{
    DealAction, DealGuard, DealRejection, DealRuling, Lacking, UnitStock, UnmetDealGuard,
};

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
    ("lottery", |case| case.context.lottery = None),
    ("queue_number", |case| case.command.draft.queue_number = None),
    ("lottery_number", |case| case.command.draft.lottery_number = None),
    ("corrections", |case| case.command.draft.corrections.clear()),
    ("turn", |case| case.context.turn = None),
    ("buyers", |case| case.command.draft.buyers.clear()),
    ("amount", |case| case.command.draft.amount = None),
    ("price", |case| case.command.draft.price = None),
    ("plan", |case| case.command.draft.plan = None),
    ("schedule", |case| case.command.draft.schedule.clear()),
    ("until", |case| case.command.draft.until = None),
    ("minutes", |case| case.command.draft.minutes = None),
    ("reason", |case| case.command.draft.reason = None),
    ("paper", |case| case.command.draft.paper = None),
    ("todo", |case| case.command.draft.todo = None),
    ("buyer_edit", |case| case.command.draft.buyer_edit = None),
    ("offer", |case| case.command.draft.offer = None),
    ("old_home_sold", |case| case.command.draft.old_home_sold = None),
    ("old_home", |case| case.command.draft.old_home = None),
    ("ended_by", |case| case.command.draft.ended_by = None),
    ("handover", |case| case.command.draft.handover = None),
    ("liabilities", |case| case.command.draft.liabilities = None),
    ("agreed_signing", |case| case.command.draft.agreed_signing = None),
    ("pending", |case| case.command.draft.pending = None),
    ("reminded_on", |case| {
        if let Some(terms) = &mut case.command.draft.settlement {
            terms.reminded_on = None;
        }
    }),
    ("changed_from", |case| case.context.changed_from = None),
    ("after_sale", |case| case.context.after_sale = None),
];

/// The inputs that a guard needs, where it is asked at all.
fn needed(guard: DealGuard) -> &'static [&'static str] {
    match guard {
        DealGuard::MayAct => &["roles"],
        DealGuard::BuyersNamed | DealGuard::SameCustomer => &["buyers"],
        DealGuard::Identified
        | DealGuard::IdentityRecorded
        | DealGuard::CreditLimit
        | DealGuard::RequiredFields => &["buyers", "buyers of the context"],
        DealGuard::Questionnaire => &["unanswered"],
        DealGuard::WithinReservation => &["until"],
        DealGuard::WithinHold => &["minutes"],
        DealGuard::InTurn => &["turn"],
        DealGuard::ListOpen => &["lottery"],
        DealGuard::QueueNumberGiven => &["queue_number"],
        DealGuard::LotteryNumberGiven => &["lottery_number"],
        DealGuard::CorrectionsGiven => &["corrections"],
        DealGuard::AreasKnown
        | DealGuard::PriceInForce
        | DealGuard::FloorInForce
        | DealGuard::PriceApproved => &["unit"],
        DealGuard::PresalePermit => &["unit", "status", "permits"],
        DealGuard::FreeOfEncumbrance => &["unit", "status", "encumbrance"],
        DealGuard::ToppedOut
        | DealGuard::SaleFiled
        | DealGuard::FirstRegistration
        | DealGuard::ConstructionPermit
        | DealGuard::DepositContractAllowed
        | DealGuard::DepositAccount => &["unit", "status"],
        DealGuard::SupervisedAccount => &["unit", "status", "received"],
        DealGuard::PriceAgrees | DealGuard::LockedPrice => &["price"],
        DealGuard::AboveFloor | DealGuard::WithinFiled | DealGuard::ListPriceKept => {
            &["unit", "price"]
        }
        DealGuard::Authority => &["price", "price_approval"],
        DealGuard::OfferExpired => &["quotas"],
        DealGuard::NoMoneyReceived | DealGuard::MoneyKnown => &["received"],
        DealGuard::BookingMoney | DealGuard::DepositReceived => &["amount", "received"],
        DealGuard::DepositAgreed => &["amount"],
        DealGuard::DepositCap => &["amount", "price"],
        DealGuard::DownPayment => &["schedule", "received"],
        DealGuard::ScheduleComplete => &["schedule", "price"],
        DealGuard::PlanOffered => &["plan"],
        DealGuard::ReasonGiven => &["reason"],
        DealGuard::SigningAgreed => &["agreed_signing"],
        DealGuard::HandoverPromised => &["handover"],
        DealGuard::LiabilitiesFixed => &["liabilities"],
        DealGuard::EndReasonGiven => &["ended_by"],
        DealGuard::OldHomeNamed => &["old_home"],
        DealGuard::OldHomeSold => &["old_home_sold"],
        DealGuard::PaperGiven => &["paper"],
        DealGuard::TodoNamed | DealGuard::TodoDecided | DealGuard::TodoUndecided => &["todo"],
        DealGuard::BuyerEditGiven => &["buyer_edit"],
        DealGuard::OfferGiven => &["offer"],
        DealGuard::ChangeNamed | DealGuard::ChangePending => &["pending"],
        DealGuard::ReminderPassed => &["reminded_on"],
        DealGuard::LoanReleased => &["received"],
        DealGuard::FilingCancelled | DealGuard::NotFiled => &["after_sale"],
        DealGuard::OldDealThere | DealGuard::OldDealFree => &["changed_from"],
        DealGuard::BuyersCarried => &["changed_from", "buyers"],
        DealGuard::Settled => {
            &["received", "price", "plan", "schedule", "buyers", "agreed_signing"]
        }
        _ => &[],
    }
}

/// What the draft does not say is known from elsewhere: the deal has it, or it is not asked here.
fn is_known(guard: DealGuard, input: &str, case: &Case) -> bool {
    let deal = case.deal.as_ref();
    match input {
        // Another guard says that it is lacking, or the deal has it.
        _ if guard == DealGuard::Settled => input != "received",
        "buyers" if guard == DealGuard::SameCustomer => {
            // Whom it is kept for is asked of a unit that is kept for somebody.
            let kept = |stock: &UnitStock| stock.reservation.is_some();
            !case.stock.as_ref().is_some_and(kept)
                || deal.is_some_and(|deal| !deal.buyers.is_empty())
        }
        "buyers" => deal.is_some_and(|deal| !deal.buyers.is_empty()),
        "price" => deal.is_some_and(|deal| deal.price.is_some()),
        "plan" => deal.is_some_and(|deal| deal.plan.is_some()),
        "schedule" => deal.is_some_and(|deal| !deal.schedule.is_empty()),
        "unit" => case.stock.is_none(),
        // A contract may be signed without a deposit.
        "amount" => guard == DealGuard::DepositCap && case.row.action == DealAction::Sign,
        // What a completed home is registered for with money does not ask for the permit.
        "status" => case.row.action == DealAction::Register && is_of_site(guard),
        // The price that was promised was judged before.
        "price_approval" => case.is_promised(),
        _ => false,
    }
}

fn is_of_site(guard: DealGuard) -> bool {
    guard == DealGuard::ConstructionPermit
}

/// What is no input of a guard and still unmakes it or makes it: the buyer's word that he gives it up;
/// a day or an amount that may be left open; an approval
/// of an offer that is not there.
const OTHERWISE: &[(DealGuard, &str)] = &[
    (DealGuard::ExpiredOrGivenUp, "reason"),
    (DealGuard::Approved, "offer"),
    (DealGuard::WithinTradeIn, "until"),
    (DealGuard::UntilAhead, "until"),
    (DealGuard::LiabilityWithin, "amount"),
    (DealGuard::LiabilityWithin, "ended_by"),
    (DealGuard::Settled, "changed_from"),
    (DealGuard::FilingCancelled, "changed_from"),
    (DealGuard::QuotasGiven, "changed_from"),
];

fn lacking(case: &Case) -> Vec<UnmetDealGuard> {
    match case.ask() {
        DealRuling::Accepted { .. } => Vec::new(),
        DealRuling::Rejected { rejection: DealRejection::GuardsNotMet { guards, .. } } => guards,
        other => panic!("{}: {other:?}", case.name()),
    }
}

/// Takes every input away from every question: the guards that need it say so, and no other is unmet.
pub(crate) fn a_guard_without_its_input_needs_it() -> usize {
    let (mut seen, mut failed) = (0, Failures::default());
    for case in Case::all() {
        for (input, take) in INPUTS {
            let mut without = case.clone();
            take(&mut without);
            let lacking = lacking(&without);
            for one in &lacking {
                if OTHERWISE.contains(&(one.guard, input)) {
                    continue;
                }
                let fits = needed(one.guard).contains(input) && one.needs_input();
                failed.check(fits, || format!("without {input}: {one:?} at {}", case.name()));
            }
            let needs = |guard: &&DealGuard| needed(**guard).contains(input);
            for guard in case.row.guards.iter().filter(needs) {
                let told = lacking.iter().find(|one| one.guard == *guard);
                let told =
                    told.is_some_and(|one| matches!(one.lacking, Lacking::NeedsInput { .. }));
                let asked = never(*guard, &case).is_none() && !is_known(*guard, input, &case);
                failed.check(told || !asked, || {
                    format!("{guard:?} does not need {input} at {}", case.name())
                });
                seen += usize::from(told);
            }
        }
    }
    failed.tell();
    seen
}

/// What is unmet is not met because somebody says less.
pub(crate) fn saying_less_meets_no_guard() {
    let mut failed = Failures::default();
    for case in Case::all() {
        for guard in case.row.guards.iter().filter(|guard| never(**guard, &case).is_none()) {
            let mut spoilt = case.clone();
            spoil(*guard, &mut spoilt);
            for (input, take) in INPUTS {
                if OTHERWISE.contains(&(*guard, input)) || is_known(*guard, input, &case) {
                    continue;
                }
                let mut without = spoilt.clone();
                take(&mut without);
                let still = lacking(&without).iter().any(|one| one.guard == *guard);
                failed.check(still, || {
                    format!("{guard:?} is met without {input} at {}", case.name())
                });
            }
        }
    }
    failed.tell();
}
