//! Whether a guard is met, and what is lacking where it is not.

mod change;
mod law;
mod money;
mod paper;
mod people;
mod price;
mod quota;
mod stock;
mod terms;
mod todo;
mod trade_in;

pub(in crate::deal) use law::{lacks_first_registration, money_elsewhere};
pub(in crate::deal) use people::named_and_whole;

use super::{DealGuard, Lacking, Situation};

/// Whether a guard is met.
pub(in crate::deal) type Look = Result<(), Lacking>;

/// Looks at one guard.
pub(in crate::deal) fn look(guard: DealGuard, at: &Situation<'_>) -> Look {
    match guard {
        DealGuard::MayAct => people::may_act(at),
        DealGuard::BuyersNamed => people::buyers_named(at),
        DealGuard::BuyersKept => people::buyers_kept(at),
        DealGuard::Identified | DealGuard::IdentityRecorded => people::identified(at),
        DealGuard::CreditLimit => people::credit_limit(at),
        DealGuard::BuyerEditGiven => people::buyer_edit_given(at),
        DealGuard::RequiredFields => people::required_fields(at),
        DealGuard::Questionnaire => people::questionnaire(at),
        DealGuard::NotLockedByChange => stock::not_locked_by_change(at),
        DealGuard::SameCustomer => stock::same_customer(at),
        DealGuard::QueueNumberGiven => paper::queue_number_given(at),
        DealGuard::LotteryNumberGiven => paper::lottery_number_given(at),
        DealGuard::NotInLottery => paper::not_in_lottery(at),
        DealGuard::ListOpen => stock::list_open(at),
        DealGuard::InTurn => stock::in_turn(at),
        DealGuard::NotHeldByAnother => stock::not_held_by_another(at),
        DealGuard::HoldThere => stock::hold_there(at),
        DealGuard::NotAllottedElsewhere => stock::not_allotted_elsewhere(at),
        DealGuard::PreparationDone => stock::preparation_done(at),
        DealGuard::EntryApproved => stock::entry_approved(at),
        DealGuard::WithinReservation => stock::within_reservation(at),
        DealGuard::WithinTradeIn => trade_in::within(at),
        DealGuard::WithinHold => stock::within_hold(at),
        DealGuard::AreasKnown => stock::areas_known(at),
        DealGuard::PresalePermit => law::presale_permit(at),
        DealGuard::ToppedOut => law::topped_out(at),
        DealGuard::SaleFiled => law::sale_filed(at),
        DealGuard::FreeOfEncumbrance => law::free_of_encumbrance(at),
        DealGuard::FirstRegistration => law::first_registration(at),
        DealGuard::ConstructionPermit => law::construction_permit(at),
        DealGuard::DepositContractAllowed => law::deposit_contract_allowed(at),
        DealGuard::DepositAccount => law::deposit_account(at),
        DealGuard::SupervisedAccount => law::supervised_account(at),
        DealGuard::PriceInForce => price::in_force(at),
        DealGuard::FloorInForce => price::floor_in_force(at),
        DealGuard::TermsKept => terms::kept(at),
        DealGuard::PriceApproved => price::approved(at),
        DealGuard::PriceConfirmed => price::confirmed(at),
        DealGuard::ListPriceKept => price::list_price_kept(at),
        DealGuard::PriceAgrees => price::agrees(at),
        DealGuard::AboveFloor => price::above_floor(at),
        DealGuard::WithinFiled => price::within_filed(at),
        DealGuard::FiledPriceKept => price::filed_price_kept(at),
        DealGuard::Authority => price::authority(at),
        DealGuard::QuotaOpen => quota::open(at),
        DealGuard::QuotaLeft => quota::left(at),
        DealGuard::QuotasGiven => quota::given(at),
        DealGuard::OfferKept => quota::offer_kept(at),
        DealGuard::OfferGiven => quota::offer_given(at),
        DealGuard::OfferExpired => quota::offer_expired(at),
        DealGuard::PromiseKept => price::promise_kept(at),
        DealGuard::UnusualConfirmed => price::unusual_confirmed(at),
        DealGuard::NoMoneyReceived => money::none_received(at),
        DealGuard::MoneyKnown => money::known(at),
        DealGuard::SincerityAmount => money::sincerity_amount(at),
        DealGuard::BookingMoney => money::booking_money(at),
        DealGuard::DepositAgreed => money::deposit_agreed(at),
        DealGuard::DepositReceived => money::deposit_received(at),
        DealGuard::MoneyBeforeSubscribing => money::before_subscribing(at),
        DealGuard::MoneyBeforeSigning => money::before_signing(at),
        DealGuard::LiabilityWithin => money::liability_within(at),
        DealGuard::DepositCap => money::deposit_cap(at),
        DealGuard::DownPayment => money::down_payment(at),
        DealGuard::ScheduleComplete => money::schedule_complete(at),
        DealGuard::PlanOffered => money::plan_offered(at),
        DealGuard::DocumentUnlocked => paper::document_unlocked(at),
        DealGuard::DocumentLocked => paper::document_locked(at),
        DealGuard::NoOpenTodo => todo::none_open(at),
        DealGuard::TodoNamed => todo::named(at),
        DealGuard::TodoDecided => todo::decided(at),
        DealGuard::TodoUndecided => todo::undecided(at),
        DealGuard::ReasonGiven => paper::reason_given(at),
        DealGuard::Expired => paper::expired(at),
        DealGuard::ExpiredOrGivenUp => paper::expired_or_given_up(at),
        DealGuard::UntilAhead => paper::until_ahead(at),
        DealGuard::NotExpired => paper::not_expired(at),
        DealGuard::Approved => paper::approved(at),
        DealGuard::SigningAgreed => paper::signing_agreed(at),
        DealGuard::SubscriptionLocked => paper::subscription_locked(at),
        DealGuard::FinanceReviewed => paper::finance_reviewed(at),
        DealGuard::ContractPrinted => paper::contract_printed(at),
        DealGuard::HandoverPromised => paper::handover_promised(at),
        DealGuard::LiabilitiesFixed => paper::liabilities_fixed(at),
        DealGuard::EndReasonGiven => paper::end_reason_given(at),
        DealGuard::OldHomeNamed => trade_in::old_home_named(at),
        DealGuard::OldHomeSold => trade_in::old_home_sold(at),
        DealGuard::LockedPrice => trade_in::locked_price(at),
        DealGuard::NoTradeInPending => trade_in::none_pending(at),
        DealGuard::CorrectionsGiven => stock::corrections_given(at),
        DealGuard::PaperGiven => paper::paper_given(at),
        DealGuard::EnteredThisPeriod => paper::entered_this_period(at),
        DealGuard::NoOtherChange => change::no_other(at),
        DealGuard::ChangeNamed => change::named(at),
        DealGuard::ChangePending => change::pending(at),
        DealGuard::Settled => change::settled(at),
        DealGuard::SigningPassed => change::signing_passed(at),
        DealGuard::ReminderPassed => change::reminder_passed(at),
        DealGuard::LoanReleased => change::loan_released(at),
        DealGuard::FilingCancelled | DealGuard::NotFiled => change::not_filed(at),
        DealGuard::RelationAllowed => change::relation_allowed(at),
        DealGuard::OldDealThere => change::old_deal_there(at),
        DealGuard::OldDealFree => change::old_deal_free(at),
        DealGuard::BuyersCarried => change::buyers_carried(at),
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
