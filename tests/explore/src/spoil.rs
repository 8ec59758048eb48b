//! Makes exactly one guard of a question unmet, and leaves the others as they are.

use crate::case::{Case, received, trade_in};
use crate::desk;
use kaipan::deal::{
    BuyerFacts, ChangedFrom, Deal, DealAction, DealBuyer, DealDocument, DealGuard, DealPolicy,
    FinanceTodo, FixedPriceOffer, GateStrength, LeastReceived, OfferedUnit, PriceApproval, Quota,
    ReceivedMoney, Reservation, RoomConfirmation, SaleFacts, SaleRules, SettlementTerms, StockLock,
    TodoKind, UnitStock,
};
use kaipan::money::{BOOKING, COMMERCIAL_LOAN, DEPOSIT, HOUSE_PAYMENT, SINCERITY};
use kaipan::number::{Area, Money};
use kaipan::payment::{DepositLimit, DepositLimitRow};
use kaipan::project::Unit;

/// Somebody else.
const ANOTHER: &str = "C9";

/// Makes a guard unmet.
pub(crate) fn spoil(guard: DealGuard, case: &mut Case) {
    match guard {
        DealGuard::MayAct => case.context.roles = vec!["nobody".into()],
        DealGuard::NotLockedByChange => on_stock(case, |stock| {
            stock.locks.push(StockLock::QuitPending);
        }),
        DealGuard::DocumentUnlocked => on_document(case, |document| document.locked = true),
        DealGuard::SubscriptionLocked | DealGuard::DocumentLocked => {
            on_document(case, |document| document.locked = false)
        }
        DealGuard::NoOpenTodo => on_deal(case, |deal| {
            let amount = Money::from_fen(1);
            let (kind, item) = (TodoKind::Refund, BOOKING.into());
            deal.todos.push(FinanceTodo { id: 1, kind, amount, item, account: None });
        }),
        DealGuard::ReasonGiven => case.command.draft.reason = None,
        DealGuard::BuyersNamed => {
            let twice = vec![DealBuyer::new(desk::customer(0)), DealBuyer::new(desk::customer(0))];
            if case.command.draft.buyers.is_empty() {
                on_deal(case, |deal| deal.buyers = twice);
            } else {
                case.command.draft.buyers = twice;
            }
        }
        DealGuard::BuyersKept => on_deal(case, |deal| deal.buyers = vec![DealBuyer::new(ANOTHER)]),
        DealGuard::QueueNumberGiven => case.command.draft.queue_number = None,
        DealGuard::LotteryNumberGiven => case.command.draft.lottery_number = None,
        DealGuard::NotInLottery => on_deal(case, |deal| deal.lottery_number = Some(3)),
        DealGuard::ListOpen => {
            if let Some(list) = &mut case.context.lottery {
                list.closed_at = Some(desk::now());
            }
        }
        DealGuard::SameCustomer => on_reservation(case, |reservation| {
            reservation.customer = ANOTHER.into();
        }),
        DealGuard::NoTradeInPending => on_reservation(case, |reservation| {
            reservation.trade_in = Some(trade_in());
        }),
        DealGuard::InTurn => {
            case.context.turn = Some(desk::turn(&"D9".into(), desk::now()));
        }
        DealGuard::WithinTradeIn => case.command.draft.until = desk::today().add_days(91),
        DealGuard::OldHomeSold => case.command.draft.old_home_sold = None,
        DealGuard::LockedPrice => on_reservation(case, |reservation| {
            if let Some(waits) = &mut reservation.trade_in {
                waits.list_total = desk::read("1000000.01");
            }
        }),
        DealGuard::TodoNamed => case.command.draft.todo = Some(9),
        DealGuard::TodoDecided => on_todo(case, TodoKind::RefundOrForfeit),
        DealGuard::TodoUndecided => on_todo(case, TodoKind::Refund),
        DealGuard::BuyerEditGiven => {
            if let Some(edit) = &mut case.command.draft.buyer_edit {
                edit.value = " ".into();
            }
        }
        DealGuard::CreditLimit => on_buyer(case, |buyer| {
            (buyer.credit_limit, buyer.owes) = (Some(Money::ZERO), Some(Money::from_fen(1)));
        }),
        DealGuard::OfferGiven => {
            if let Some(offer) = &mut case.command.draft.offer {
                offer.limit = 2;
            }
        }
        DealGuard::OfferExpired => quotas(case).iter_mut().for_each(|quota| quota.ended = true),
        DealGuard::OfferKept => {
            let units = vec![OfferedUnit::new(desk::unit_no(0), desk::read("970000"))];
            let offer = FixedPriceOffer::new("O2", 1, desk::today(), units);
            add_quota(case, Quota::new("O2", 5).with_offer(offer));
            case.command.draft.quotas.push("O2".into());
        }
        DealGuard::QuotaOpen => {
            add_quota(case, Quota::new("已结束", 5).with_ended(true));
            case.command.draft.quotas.push("已结束".into());
        }
        DealGuard::QuotaLeft => {
            add_quota(case, Quota::new("用完", 0));
            case.command.draft.quotas.push("用完".into());
        }
        DealGuard::QuotasGiven if case.row.action == DealAction::ChangeUnit => {
            on_left(case, |left| left.deal.quotas.push("未给".into()));
        }
        DealGuard::QuotasGiven => on_deal(case, |deal| deal.quotas.push("未给".into())),
        DealGuard::MoneyBeforeSubscribing => {
            policy(case).before_subscribing = Some(much());
        }
        DealGuard::MoneyBeforeSigning => policy(case).before_signing = Some(much()),
        DealGuard::LiabilityWithin => case.command.draft.amount = Some(desk::read("50000000")),
        DealGuard::ContractPrinted => {
            policy(case).print_control = true;
            on_document(case, |document| document.printed_at = None);
        }
        DealGuard::MoneyKnown => case.context.received = None,

        DealGuard::NotHeldByAnother => on_stock(case, |stock| {
            let until = desk::now().add_seconds(60).expect("a minute later");
            stock.hold = Some(RoomConfirmation::new(ANOTHER, "张三", until));
        }),
        DealGuard::HoldThere => on_stock(case, |stock| stock.hold = None),
        DealGuard::EntryApproved => policy(case).entry_approval = true,
        DealGuard::PreparationDone => case.context.unprepared = Some(vec!["样板房".into()]),
        DealGuard::NotAllottedElsewhere => case.context.allotted_to = Some("中介乙".into()),
        DealGuard::WithinReservation => {
            case.command.draft.until = desk::today().add_days(8);
        }
        DealGuard::WithinHold => case.command.draft.minutes = Some(31),
        DealGuard::NoMoneyReceived => money(case, |all| all.push(received("other", 1))),
        DealGuard::SupervisedAccount => {
            let astray = received(HOUSE_PAYMENT, 1).with_account("别处");
            money(case, |all| all.push(astray));
        }
        DealGuard::BookingMoney => money(case, |all| all.retain(|one| one.item != *BOOKING)),
        DealGuard::DepositReceived => money(case, |all| {
            all.retain(|one| ![SINCERITY, BOOKING, DEPOSIT].contains(&one.item.as_str()));
        }),
        DealGuard::DownPayment => money(case, |all| {
            all.retain(|one| one.item != *HOUSE_PAYMENT);
            all.iter_mut().for_each(|one| one.amount = one.amount.min(desk::read("50000")));
        }),
        DealGuard::PresalePermit => case.context.permits = Some(Vec::new()),
        DealGuard::ToppedOut => facts(case, |facts| facts.topped_out = None),
        DealGuard::SaleFiled => facts(case, |facts| {
            facts.sale_filing = desk::today().add_days(1);
        }),
        DealGuard::FreeOfEncumbrance => facts(case, |facts| {
            facts.encumbrance = Some(kaipan::deal::Encumbrance::Encumbered);
        }),
        DealGuard::FirstRegistration => {
            facts(case, |facts| facts.first_registration = None);
            let gate = |rules: &mut SaleRules| {
                for row in &mut rules.gates {
                    row.gates.first_registration = GateStrength::Gate;
                }
            };
            gate(case.context.rules.get_or_insert_with(SaleRules::national));
        }
        DealGuard::ConstructionPermit => {
            facts(case, |facts| facts.construction_permit = None);
            if case.row.action == DealAction::Register {
                case.command.draft.amount = Some(Money::ZERO);
            }
        }
        DealGuard::DepositAccount => facts(case, |facts| facts.deposit_account = None),
        DealGuard::DepositContractAllowed => {
            let rules = case.context.rules.get_or_insert_with(SaleRules::national);
            rules.deposit_contract.iter_mut().for_each(|row| row.allowed = false);
        }
        DealGuard::AreasKnown => unit(case).inside_area = Some(Area::ZERO),
        DealGuard::PriceInForce | DealGuard::PriceApproved => {
            (unit(case).list_price, unit(case).list_total) = (None, None);
        }
        DealGuard::FloorInForce => {
            (unit(case).floor_price, unit(case).floor_total) = (None, None);
        }
        // Half the area at twice the price: the totals are the same.
        DealGuard::ListPriceKept => {
            if let Some(price) = &mut case.command.draft.price {
                (price.area, price.deal_price) = (desk::read("50"), desk::read("19600"));
            }
        }
        DealGuard::TermsKept => on_deal(case, |deal| deal.plan = Some("其他方案".into())),
        DealGuard::PriceConfirmed => {
            on_stock(case, |stock| stock.needs_price_confirmation = true);
        }
        DealGuard::AboveFloor => {
            unit(case).floor_total = Some(desk::read("980000.01"));
            promise_more(case);
        }
        DealGuard::WithinFiled => {
            let less = a_fen_less(case);
            unit(case).filed_total = Some(less);
        }
        DealGuard::FiledPriceKept => {
            let less = a_fen_less(case);
            unit(case).filed_total = Some(less);
            policy(case).above_filed_by_approval = true;
        }
        DealGuard::PriceAgrees => {
            if let Some(price) = &mut case.command.draft.price {
                price.deal_price = desk::read("9000");
            }
            subscribe_the_same(case);
        }
        DealGuard::PromiseKept => on_deal(case, |deal| {
            if let Some(price) = &mut deal.price {
                price.deal_total = desk::read("979999.99");
            }
        }),
        DealGuard::ScheduleComplete => {
            if let Some(last) = case.command.draft.schedule.last_mut() {
                last.amount = desk::read("0.01");
            }
            subscribe_the_same(case);
        }
        DealGuard::SincerityAmount => policy(case).sincerity_amount = Some(desk::read("1")),
        DealGuard::DepositAgreed => policy(case).least_deposit = Some(desk::read("50000.01")),
        DealGuard::DepositCap => {
            let row =
                DepositLimitRow::new(desk::read("2000-01-01")).with_amount(Money::from_fen(1));
            policy(case).deposit_limit = Some(DepositLimit::Table { rows: vec![row] });
            case.command.draft.amount.get_or_insert(desk::read("50000"));
        }
        DealGuard::PlanOffered => policy(case).plans = Some(vec!["其他".into()]),
        DealGuard::FinanceReviewed => {
            policy(case).finance_review = true;
            on_document(case, |document| document.finance_reviewed = false);
        }
        DealGuard::Identified | DealGuard::IdentityRecorded => {
            on_buyer(case, |buyer| buyer.identified = false)
        }
        DealGuard::RequiredFields => on_buyer(case, |buyer| buyer.missing.push("phone".into())),
        DealGuard::Questionnaire => case.context.unanswered = Some(vec!["用途".into()]),
        DealGuard::Authority => {
            case.context.price_approval = Some(PriceApproval { role: Some("经理".into()) });
            promise_more(case);
        }
        DealGuard::Approved => case.context.approvals.clear(),
        DealGuard::UnusualConfirmed => case.context.unusual = vec!["discount.unusual".into()],
        DealGuard::SigningAgreed => {
            case.command.draft.agreed_signing = desk::today().shift_days(-1);
        }
        DealGuard::HandoverPromised => case.command.draft.handover = None,
        DealGuard::LiabilitiesFixed => case.command.draft.liabilities = None,
        DealGuard::EndReasonGiven => case.command.draft.ended_by = None,
        DealGuard::OldHomeNamed => case.command.draft.old_home = None,
        DealGuard::PaperGiven => case.command.draft.paper = None,
        DealGuard::Expired if case.deal.is_none() => on_stock(case, |stock| {
            if let Some(reservation) = &mut stock.reservation {
                reservation.until = desk::today();
            }
            if let Some(hold) = &mut stock.hold {
                hold.until = desk::now().add_seconds(60).expect("a minute later");
            }
        }),
        DealGuard::Expired | DealGuard::ExpiredOrGivenUp => {
            case.command.draft.reason = None;
            on_document(case, |document| document.valid_until = desk::today().add_days(9));
        }
        DealGuard::UntilAhead => case.command.draft.until = desk::today().shift_days(-1),
        DealGuard::CorrectionsGiven => case.command.draft.corrections.clear(),
        DealGuard::NotExpired => on_document(case, |document| {
            document.valid_until = desk::today().shift_days(-1);
        }),
        DealGuard::EnteredThisPeriod => on_document(case, |document| {
            document.active_at = Some(desk::read("2026-10-31T23:59:59"));
        }),
        DealGuard::NoOtherChange => on_stock(case, |stock| {
            stock.locks.push(StockLock::PriceChangePending);
        }),
        DealGuard::ChangeNamed => case.command.draft.pending = None,
        DealGuard::ChangePending => on_stock(case, |stock| stock.locks.clear()),
        DealGuard::Settled => {
            terms(case).refund = Some(desk::read("50000000"));
        }
        DealGuard::SigningPassed => on_document(case, |document| {
            document.agreed_signing = Some(desk::today());
        }),
        DealGuard::ReminderPassed => terms(case).reminded_on = desk::today().add_days(1),
        DealGuard::LoanReleased => money(case, |all| all.push(received(COMMERCIAL_LOAN, 1))),
        DealGuard::FilingCancelled | DealGuard::NotFiled => {
            case.context.after_sale.get_or_insert_default().filed = true;
        }
        DealGuard::RelationAllowed => {
            let change = policy(case).change.get_or_insert_default();
            change.relations = Some(Vec::new());
        }
        DealGuard::OldDealThere => on_left(case, |left| left.stock.deal = None),
        DealGuard::OldDealFree => on_left(case, |left| {
            left.deal.documents.iter_mut().for_each(|document| document.locked = true);
        }),
        DealGuard::BuyersCarried => on_left(case, |left| {
            left.deal.buyers = vec![DealBuyer::new(ANOTHER)];
        }),
        other => panic!("say here how {other:?} is made unmet"),
    }
}

fn terms(case: &mut Case) -> &mut SettlementTerms {
    case.command.draft.settlement.get_or_insert_default()
}

fn on_left(case: &mut Case, change: impl FnOnce(&mut ChangedFrom)) {
    if let Some(left) = &mut case.context.changed_from {
        change(left);
    }
}

fn on_stock(case: &mut Case, change: impl FnOnce(&mut UnitStock)) {
    if let Some(stock) = &mut case.stock {
        change(stock);
    }
}

fn on_reservation(case: &mut Case, change: impl FnOnce(&mut Reservation)) {
    on_stock(case, |stock| {
        let free = || Reservation::new(desk::customer(0), desk::today());
        change(stock.reservation.get_or_insert_with(free));
    });
}

fn on_todo(case: &mut Case, kind: TodoKind) {
    on_deal(case, |deal| deal.todos.iter_mut().for_each(|todo| todo.kind = kind));
}

/// What the deposit contract promised is more than what is agreed now.
fn promise_more(case: &mut Case) {
    if case.is_promised() {
        on_deal(case, |deal| {
            if let Some(price) = &mut deal.price {
                price.deal_total = desk::read("990000");
            }
        });
    }
}

/// What the contract is to keep was subscribed with the same mistake.
fn subscribe_the_same(case: &mut Case) {
    if !case.row.guards.contains(&DealGuard::TermsKept) {
        return;
    }
    let (price, schedule) = (case.command.draft.price.clone(), case.command.draft.schedule.clone());
    on_deal(case, |deal| (deal.price, deal.schedule) = (price, schedule));
}

fn quotas(case: &mut Case) -> &mut Vec<Quota> {
    case.context.quotas.get_or_insert_default()
}

fn add_quota(case: &mut Case, quota: Quota) {
    let quotas = quotas(case);
    if quotas.iter().all(|one| one.id != quota.id) {
        quotas.push(quota);
    }
}

/// A fen less than what is agreed.
fn a_fen_less(case: &Case) -> Money {
    let agreed = case.command.draft.price.as_ref().map(|price| price.deal_total);
    let agreed = agreed.unwrap_or(desk::price().deal_total);
    agreed.checked_sub(Money::from_fen(1)).expect("more than a fen")
}

/// More money than anybody pays.
fn much() -> LeastReceived {
    LeastReceived { amount: Some(desk::read("50000000")), share: None }
}

fn on_deal(case: &mut Case, change: impl FnOnce(&mut Deal)) {
    if let Some(deal) = &mut case.deal {
        change(deal);
    }
}

fn on_document(case: &mut Case, change: impl FnOnce(&mut DealDocument)) {
    on_deal(case, |deal| {
        if let Some(document) = deal.documents.iter_mut().find(|one| one.is_active()) {
            change(document);
        }
    });
}

fn on_buyer(case: &mut Case, change: impl FnOnce(&mut BuyerFacts)) {
    if let Some(buyer) = case.context.buyers.iter_mut().flatten().next() {
        change(buyer);
    }
}

fn money(case: &mut Case, change: impl FnOnce(&mut Vec<ReceivedMoney>)) {
    change(case.context.received.get_or_insert_default());
}

fn facts(case: &mut Case, change: impl FnOnce(&mut SaleFacts)) {
    if let Some(status) = &mut case.context.status {
        change(&mut status.project);
    }
}

fn unit(case: &mut Case) -> &mut Unit {
    case.context.unit.get_or_insert_default()
}

fn policy(case: &mut Case) -> &mut DealPolicy {
    &mut case.context.policy
}
