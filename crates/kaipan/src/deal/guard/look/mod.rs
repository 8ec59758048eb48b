//! Whether a guard is met, and what is lacking where it is not.

mod law;
mod money;
mod paper;
mod people;
mod price;
mod stock;

use super::{Guard, Lacking, Situation};

/// Whether a guard is met.
pub(in crate::deal) type Look = Result<(), Lacking>;

/// Looks at one guard.
pub(in crate::deal) fn look(guard: Guard, at: &Situation<'_>, action_roles: &[&str]) -> Look {
    match guard {
        Guard::MayAct => people::may_act(at, action_roles),
        Guard::BuyersNamed => people::buyers_named(at),
        Guard::Identified => people::identified(at),
        Guard::RequiredFields => people::required_fields(at),
        Guard::Questionnaire => people::questionnaire(at),
        Guard::NotLockedByChange => stock::not_locked_by_change(at),
        Guard::SameCustomer => stock::same_customer(at),
        Guard::NotHeldByAnother => stock::not_held_by_another(at),
        Guard::NotAllottedElsewhere => stock::not_allotted_elsewhere(at),
        Guard::WithinReservation => stock::within_reservation(at),
        Guard::WithinHold => stock::within_hold(at),
        Guard::AreasKnown => stock::areas_known(at),
        Guard::PresalePermit => law::presale_permit(at),
        Guard::ToppedOut => law::topped_out(at),
        Guard::SaleFiled => law::sale_filed(at),
        Guard::FreeOfEncumbrance => law::free_of_encumbrance(at),
        Guard::FirstRegistration => law::first_registration(at),
        Guard::ConstructionPermit => law::construction_permit(at),
        Guard::DepositContractAllowed => law::deposit_contract_allowed(at),
        Guard::DepositAccount => law::deposit_account(at),
        Guard::SupervisedAccount => law::supervised_account(at),
        Guard::PriceInForce => price::in_force(at),
        Guard::PriceConfirmed => price::confirmed(at),
        Guard::PriceAgrees => price::agrees(at),
        Guard::AboveFloor => price::above_floor(at),
        Guard::WithinFiled => price::within_filed(at),
        Guard::Authority => price::authority(at),
        Guard::QuotaLeft => price::quota_left(at),
        Guard::PromiseKept => price::promise_kept(at),
        Guard::UnusualConfirmed => price::unusual_confirmed(at),
        Guard::NoMoneyReceived => money::none_received(at),
        Guard::SincerityAmount => money::sincerity_amount(at),
        Guard::BookingMoney => money::booking_money(at),
        Guard::DepositAgreed => money::deposit_agreed(at),
        Guard::DepositReceived => money::deposit_received(at),
        Guard::DepositCap => money::deposit_cap(at),
        Guard::DownPayment => money::down_payment(at),
        Guard::ScheduleComplete => money::schedule_complete(at),
        Guard::PlanOffered => money::plan_offered(at),
        Guard::DocumentUnlocked => paper::document_unlocked(at),
        Guard::NoOpenTodo => paper::no_open_todo(at),
        Guard::ReasonGiven => paper::reason_given(at),
        Guard::Expired => paper::expired(at),
        Guard::NotExpired => paper::not_expired(at),
        Guard::Approved => paper::approved(at),
        Guard::SigningAgreed => paper::signing_agreed(at),
        Guard::SubscriptionLocked => paper::subscription_locked(at),
        Guard::FinanceReviewed => paper::finance_reviewed(at),
        Guard::HandoverPromised => paper::handover_promised(at),
        Guard::EndReasonGiven => paper::end_reason_given(at),
        Guard::OldHomeNamed => paper::old_home_named(at),
        Guard::PaperGiven => paper::paper_given(at),
        Guard::EnteredToday => paper::entered_today(at),
    }
}

/// The question cannot be answered without this input.
fn needs<T>(input: &'static str) -> Result<T, Lacking> {
    Err(Lacking::NeedsInput { input: crate::Text::constant(input) })
}

/// There is none.
fn fact(there: bool) -> Look {
    if there { Ok(()) } else { Err(Lacking::Fact {}) }
}

/// Nothing is missing of these.
fn all_there(missing: &[crate::Text]) -> Look {
    match missing.first() {
        None => Ok(()),
        Some(first) => Err(named(first, missing.len())),
    }
}

fn named(first: &crate::Text, count: usize) -> Lacking {
    Lacking::Named { name: first.clone(), count: u32::try_from(count).unwrap_or(u32::MAX) }
}
