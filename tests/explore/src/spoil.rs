//! Makes exactly one guard of a question unmet, and leaves the others as they are.

use crate::case::{Case, received};
use crate::desk;
use kaipan::deal::{
    BuyerFacts, Deal, DealBuyer, DealDocument, DealGuard, DealPolicy, DocumentKind, FinanceTodo,
    GateStrength, PriceApproval, ReceivedMoney, Reservation, RoomHold, SaleFacts, SaleMode,
    SaleRules, StockLock, TodoKind, UnitStock,
};
use kaipan::money::{BOOKING, DEPOSIT, HOUSE_PAYMENT, SINCERITY};
use kaipan::number::{Area, Money};
use kaipan::payment::{DepositLimit, DepositLimitRow};
use kaipan::project::Unit;

/// Somebody else.
const ANOTHER: &str = "C9";

/// Why a guard cannot be unmet at a question, whatever is known or drafted; none if it can.
pub(crate) fn never(guard: DealGuard, case: &Case) -> Option<&'static str> {
    let active = case.deal.as_ref().and_then(Deal::active).map(|one| one.kind);
    let presale = case.mode == SaleMode::Presale;
    match guard {
        DealGuard::DocumentUnlocked | DealGuard::NotExpired | DealGuard::FinanceReviewed
            if active.is_none() =>
        {
            Some("it is about the active document, and there is none")
        }
        DealGuard::PromiseKept if active != Some(DocumentKind::DepositContract) => {
            Some("it is about the deposit contract, and there is none")
        }
        DealGuard::PresalePermit | DealGuard::ToppedOut if !presale => {
            Some("it is asked of presales")
        }
        DealGuard::SaleFiled | DealGuard::FreeOfEncumbrance | DealGuard::FirstRegistration
            if presale =>
        {
            Some("it is asked of completed homes")
        }
        _ => None,
    }
}

/// Makes a guard unmet.
pub(crate) fn spoil(guard: DealGuard, case: &mut Case) {
    match guard {
        DealGuard::MayAct => case.context.roles = vec!["nobody".into()],
        DealGuard::NotLockedByChange => on_stock(case, |stock| {
            stock.locks.push(StockLock::QuitPending);
        }),
        DealGuard::DocumentUnlocked => on_document(case, |document| document.locked = true),
        DealGuard::SubscriptionLocked => on_document(case, |document| document.locked = false),
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
        DealGuard::SameCustomer => on_stock(case, |stock| {
            stock.reservation = Some(Reservation::new(ANOTHER, desk::today()));
        }),
        DealGuard::NotHeldByAnother => on_stock(case, |stock| {
            let until = desk::now().add_seconds(60).expect("a minute later");
            stock.hold = Some(RoomHold::new(ANOTHER, "张三", until));
        }),
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
        DealGuard::DownPayment => money(case, |all| all.retain(|one| one.item != *HOUSE_PAYMENT)),
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
        DealGuard::ConstructionPermit => facts(case, |facts| facts.construction_permit = None),
        DealGuard::DepositAccount => facts(case, |facts| facts.deposit_account = None),
        DealGuard::DepositContractAllowed => {
            let rules = case.context.rules.get_or_insert_with(SaleRules::national);
            rules.deposit_contract.iter_mut().for_each(|row| row.allowed = false);
        }
        DealGuard::AreasKnown => unit(case).inside_area = Some(Area::ZERO),
        DealGuard::PriceInForce => {
            (unit(case).list_price, unit(case).list_total) = (None, None);
        }
        DealGuard::PriceConfirmed => {
            on_stock(case, |stock| stock.needs_price_confirmation = true);
        }
        DealGuard::AboveFloor => unit(case).floor_total = Some(desk::read("980000.01")),
        DealGuard::WithinFiled => unit(case).filed_total = Some(desk::read("979999.99")),
        DealGuard::PriceAgrees => {
            if let Some(price) = &mut case.command.draft.price {
                price.deal_price = desk::read("9000");
            }
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
        }
        DealGuard::SincerityAmount => policy(case).sincerity_amount = Some(desk::read("1")),
        DealGuard::DepositAgreed => policy(case).least_deposit = Some(desk::read("50000.01")),
        DealGuard::DepositCap => {
            let row =
                DepositLimitRow::new(desk::read("2000-01-01")).with_amount(Money::from_fen(1));
            policy(case).deposit_limit = Some(DepositLimit::Table { rows: vec![row] });
        }
        DealGuard::PlanOffered => policy(case).plans = Some(vec!["其他".into()]),
        DealGuard::FinanceReviewed => policy(case).finance_review = true,
        DealGuard::Identified => on_buyer(case, |buyer| buyer.identified = false),
        DealGuard::RequiredFields => on_buyer(case, |buyer| buyer.missing.push("phone".into())),
        DealGuard::Questionnaire => case.context.unanswered = Some(vec!["用途".into()]),
        DealGuard::Authority => {
            case.context.price_approval = Some(PriceApproval { role: Some("经理".into()) });
        }
        DealGuard::QuotaLeft => {
            case.context.quotas = Some(vec![kaipan::deal::QuotaLeft::new("老带新", 0, 3)]);
        }
        DealGuard::Approved => {
            case.context.approvals.retain(|one| one.guard != DealGuard::Approved);
        }
        DealGuard::UnusualConfirmed => case.context.unusual = vec!["discount.unusual".into()],
        DealGuard::SigningAgreed => {
            case.command.draft.agreed_signing = desk::today().shift_days(-1);
        }
        DealGuard::HandoverPromised => case.command.draft.handover = None,
        DealGuard::EndReasonGiven => case.command.draft.ended_by = None,
        DealGuard::OldHomeNamed => case.command.draft.old_home = None,
        DealGuard::PaperGiven => case.command.draft.paper = None,
        DealGuard::Expired => {
            case.command.draft.reason = None;
            on_document(case, |document| document.valid_until = desk::today().add_days(9));
        }
        DealGuard::NotExpired => on_document(case, |document| {
            document.valid_until = desk::today().shift_days(-1);
        }),
        DealGuard::EnteredToday => on_document(case, |document| {
            document.active_at = Some(desk::read("2026-10-31T23:59:59"));
        }),
        other => panic!("say here how {other:?} is made unmet"),
    }
}

fn on_stock(case: &mut Case, change: impl FnOnce(&mut UnitStock)) {
    if let Some(stock) = &mut case.stock {
        change(stock);
    }
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
