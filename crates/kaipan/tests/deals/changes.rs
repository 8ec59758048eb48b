//! Changes of subscriptions and contracts: what they need, what they come to (T14, T15, T17 to T21).

use super::desk::{Desk, because, price, read, schedule, subscription};
use kaipan::deal::{
    AfterSale, BuyerFacts, ChangeFault, CloseReason, DealAction, DealBuyer, DealChange,
    DealChangePolicy, DealDraft, DealEvent, DealGuard, DocumentKind, FaultRemedy, Quota,
    SettlementTerms, StockLock, TodoKind,
};
use kaipan::money::{COMMERCIAL_LOAN, DEPOSIT, HOUSE_PAYMENT, LedgerAccount};
use kaipan::project::UnitState;

pub(super) fn subscribed() -> Desk {
    let mut desk = Desk::presale();
    desk.does(DealAction::Release, DealDraft::default());
    desk.receives(DEPOSIT, "50000");
    desk.context.quotas = Some(vec![Quota::new("DZ", 2)]);
    desk.does(DealAction::Subscribe, DealDraft { quotas: vec!["DZ".into()], ..subscription() });
    desk
}

fn signed() -> Desk {
    let mut desk = subscribed();
    desk.does(DealAction::Lock, DealDraft::default());
    desk.receives(HOUSE_PAYMENT, "250000");
    desk.does(DealAction::Sign, subscription());
    desk.context.after_sale = Some(AfterSale::default());
    desk
}

fn terms(reason: &str, settlement: SettlementTerms) -> DealDraft {
    DealDraft { settlement: Some(settlement), ..because(reason) }
}

fn todos(desk: &Desk) -> Vec<(TodoKind, i64)> {
    desk.deal.todos.iter().map(|todo| (todo.kind, todo.amount.fen() / 100)).collect()
}

#[test]
fn a_subscription_is_refunded_by_approval_and_never_twice() {
    let mut desk = subscribed();
    let action = DealAction::RefundSubscription;
    let lacking = [DealGuard::ReasonGiven, DealGuard::Approved];
    assert_eq!(desk.lacks(action, DealDraft::default()), lacking);
    desk.approve("refund", &[("project_gm", "王五")]).asked.amount = Some(read("49999.99"));
    assert_eq!(desk.lacks(action, because("政策变化")), [DealGuard::Approved]);
    desk.approve("refund", &[("project_gm", "王五")]).asked.amount = Some(read("50000"));
    let decision = desk.does(action, because("政策变化"));
    assert_eq!(decision.entries[0].legs.len(), 2);
    assert_eq!(desk.stock.state, UnitState::OnSale);
    assert!(desk.stock.needs_price_confirmation);
    assert_eq!(desk.deal.documents[0].closed, Some(CloseReason::Refunded));
    assert_eq!(todos(&desk), [(TodoKind::Refund, 50_000)]);
    assert_eq!(desk.context.quotas.as_ref().unwrap()[0].left(), 2);
    assert_eq!(desk.deal.changes[0].refund, read("50000"));
    for action in [action, DealAction::Quit, DealAction::ChangeNames, DealAction::ExtendSigning] {
        assert!(desk.has_no_row(action, because("再来一次")));
    }
}

/// Not signed, for a reason that is stated not to be the buyer's, or by approval: T14 (§5.3).
#[test]
fn a_refund_without_the_buyers_fault_asks_no_approval_unless_the_house_does() {
    let fault = |fault| SettlementTerms::default().with_fault(fault);
    let action = DealAction::RefundSubscription;
    let neither = || terms("政策变化", fault(ChangeFault::Neither));
    let mut desk = subscribed();
    let buyer = terms("不买了", fault(ChangeFault::Buyer));
    assert_eq!(desk.lacks(action, buyer), [DealGuard::Approved]);
    let twice = fault(ChangeFault::Seller).with_remedy(FaultRemedy::DEPOSIT);
    assert_eq!(desk.lacks(action, terms("一房二卖", twice)), [DealGuard::Approved]);
    let every = DealChangePolicy::default().with_approve_every_refund(true);
    desk.context.policy.change = Some(every);
    assert_eq!(desk.lacks(action, neither()), [DealGuard::Approved]);
    desk.context.policy.change = None;
    desk.does(action, neither());
    assert!(desk.deal.approvals.is_empty());
    assert_eq!(todos(&desk), [(TodoKind::Refund, 50_000)]);
    // Nothing else ends without a request, whoever is at fault.
    assert_eq!(signed().lacks(DealAction::Quit, neither()), [DealGuard::Approved]);
}

/// A difference of area that is settled is part of the contract total from then on (§5.7).
#[test]
fn a_settled_area_shows_in_later_changes() {
    let mut desk = signed();
    let total = desk.deal.contract_total().unwrap().unwrap();
    let version = desk.deal.version + 1;
    let settled = DealChange::AreaSettled { amount: read("-24000") };
    let event = DealEvent::new("D1", version, desk.context.now, "李四", settled);
    desk.deal.apply(&event).unwrap();
    let after = total.checked_sub(read("24000")).unwrap();
    assert_eq!(desk.deal.contract_total().unwrap(), Some(after));
    // The price per area, and with it the guards of prices, is as agreed.
    assert_eq!(desk.deal.price.as_ref().unwrap().contract_total, total);
    let penalty = SettlementTerms::default()
        .with_fault(ChangeFault::Buyer)
        .with_remedy(FaultRemedy::PenaltyRate { rate: Some(read("0.1")) });
    desk.approve("quit", &[("project_gm", "王五")]);
    let decision = desk.does(DealAction::Quit, terms("断供", penalty));
    let kept = decision.entries[0].legs.iter();
    let kept = kept.filter(|leg| leg.account == LedgerAccount::ChargeIncome {});
    assert_eq!(kept.map(|leg| leg.amount.fen()).sum::<i64>(), after.fen() / 10);
    assert_eq!(desk.deal.changes[0].old_total, Some(after));
}

#[test]
fn a_subscription_is_forfeited_after_its_day_a_reminder_and_the_grace() {
    let mut desk = subscribed();
    desk.receives(DEPOSIT, "250000");
    desk.approve("quit", &[("project_gm", "王五")]);
    desk.context.policy.change = Some(DealChangePolicy::default().with_grace_days(3));
    let action = DealAction::ForfeitSubscription;
    let reminded = |day: &str| {
        terms("逾期未签约", SettlementTerms::default().with_reminded_on(read::<kaipan::Date>(day)))
    };
    let lacking = [DealGuard::SigningPassed, DealGuard::ReminderPassed];
    assert_eq!(desk.lacks(action, because("逾期未签约")), lacking);
    desk.context.now = read("2026-09-11T00:00:00");
    assert_eq!(desk.lacks(action, because("逾期未签约")), [DealGuard::ReminderPassed]);
    desk.context.now = read("2026-09-13T23:59:59");
    assert_eq!(desk.lacks(action, reminded("2026-09-11")), [DealGuard::ReminderPassed]);
    assert_eq!(desk.lacks(action, reminded("2026-09-10")), []);
    desk.context.now = read("2026-09-14T00:00:00");
    let seller = SettlementTerms::default().with_fault(ChangeFault::Seller);
    let seller = terms("卖方违约", seller.with_reminded_on(read::<kaipan::Date>("2026-09-11")));
    assert_eq!(desk.lacks(action, seller), [DealGuard::Settled]);
    desk.does(action, reminded("2026-09-11"));
    // 20 % of 980,000; the rest is no deposit in law.
    assert_eq!(desk.deal.changes[0].forfeited, read("196000"));
    assert_eq!(todos(&desk), [(TodoKind::Refund, 104_000)]);
    assert_eq!(desk.deal.documents[0].closed, Some(CloseReason::Forfeited));
}

#[test]
fn a_contract_is_quit_once_loan_and_filing_are_out_of_the_way() {
    let mut desk = signed();
    desk.receives(COMMERCIAL_LOAN, "680000");
    desk.approve("quit", &[("project_gm", "王五")]);
    let action = DealAction::Quit;
    let known = desk.context.after_sale.take();
    let lacking = [DealGuard::LoanReleased, DealGuard::FilingCancelled];
    assert_eq!(desk.lacks(action, because("客户退房")), lacking);
    desk.context.after_sale = known.clone().map(|known| known.with_filed(true));
    assert_eq!(desk.lacks(action, because("客户退房")), lacking);
    desk.context.after_sale = known.map(|known| known.with_loan_released(true));
    let above = SettlementTerms::default().with_refund(read::<kaipan::number::Money>("300000.01"));
    assert_eq!(desk.lacks(action, terms("客户退房", above)), [DealGuard::Settled]);
    let fault = SettlementTerms::default().with_fault(ChangeFault::Buyer);
    let fault = fault.with_remedy(FaultRemedy::penalty_amount(read("30000")));
    let decision = desk.does(action, terms("客户退房", fault));
    assert_eq!(desk.deal.changes[0].refund, read("270000"));
    let loan = (TodoKind::Transfer, 680_000);
    assert_eq!(todos(&desk).last(), Some(&loan));
    // What the subscription had used comes back too.
    assert_eq!(decision.quotas.len(), 1);
    assert!(desk.deal.quotas.is_empty());
    assert_eq!(desk.deal.active(), None);
}

#[test]
fn a_change_that_is_applied_for_keeps_others_away() {
    let mut desk = subscribed();
    let pending = |lock| DealDraft { pending: Some(lock), ..because("客户申请") };
    let apply = DealAction::ApplyForChange;
    assert_eq!(desk.lacks(apply, because("客户申请")), [DealGuard::ChangeNamed]);
    let price = pending(StockLock::PriceChangePending);
    assert_eq!(desk.lacks(apply, price), [DealGuard::ChangeNamed]);
    desk.does(apply, pending(StockLock::QuitPending));
    assert_eq!(desk.lacks(apply, pending(StockLock::QuitPending)), [DealGuard::NotLockedByChange]);
    desk.approve("change_name", &[("project_gm", "王五")]);
    let names = DealDraft { buyers: vec![DealBuyer::new("C1")], ..because("更名") };
    let lacking = [DealGuard::NoOtherChange, DealGuard::Settled];
    assert_eq!(desk.lacks(DealAction::ChangeNames, names), lacking);
    let other = pending(StockLock::ChangeNamePending);
    let withdraw = DealAction::WithdrawChange;
    assert_eq!(desk.lacks(withdraw, other), [DealGuard::ChangePending]);
    let mut kept = desk.clone();
    kept.does(withdraw, pending(StockLock::QuitPending));
    assert!(kept.stock.locks.is_empty());
    desk.approve("refund", &[("project_gm", "王五")]);
    desk.does(DealAction::RefundSubscription, because("客户申请"));
    assert!(desk.stock.locks.is_empty());
}

#[test]
fn names_change_with_whole_shares_by_relation_and_before_filing() {
    let mut desk = signed();
    desk.approve("change_name", &[("project_gm", "王五")]);
    desk.context.buyers.as_mut().unwrap().push(BuyerFacts::new("C2", true));
    let relations = vec!["配偶".into()];
    desk.context.policy.change = Some(DealChangePolicy::default().with_relations(relations));
    let both = |share: &str, relation: &str| DealDraft {
        buyers: vec![
            DealBuyer::new("C1").with_share(read("1/2")),
            DealBuyer::new("C2").with_share(read(share)).with_relation(relation),
        ],
        ..because("加名")
    };
    let action = DealAction::ChangeNames;
    assert_eq!(desk.lacks(action, both("1/3", "配偶")), [DealGuard::BuyersNamed]);
    assert_eq!(desk.lacks(action, both("1/2", "朋友")), [DealGuard::RelationAllowed]);
    desk.context.after_sale = Some(AfterSale::default().with_filed(true));
    assert_eq!(desk.lacks(action, both("1/2", "配偶")), [DealGuard::NotFiled]);
    desk.context.after_sale = Some(AfterSale::default());
    desk.does(action, both("1/2", "配偶"));
    assert_eq!(desk.deal.buyers.len(), 2);
    assert_eq!(desk.deal.contract_buyers.len(), 2);
    let contracts = desk.deal.snapshots.iter().filter(|one| one.document == DocumentKind::Contract);
    assert_eq!(contracts.count(), 2, "the earlier snapshot stays");
    assert_eq!(desk.lacks(action, both("1/2", "配偶")), [DealGuard::Settled, DealGuard::Approved]);
}

#[test]
fn another_price_is_looked_at_as_the_first_was() {
    let mut desk = signed();
    desk.approve("price_change", &[("project_gm", "王五")]).asked.amount = Some(read("960000"));
    let to = |total: &str, unit: &str| {
        let mut price = price();
        (price.deal_total, price.deal_price) = (read(total), read(unit));
        (price.contract_total, price.discounts) = (read(total), "补差".into());
        DealDraft { price: Some(price), schedule: schedule(total), ..because("价格变更") }
    };
    let action = DealAction::ChangePrice;
    let same =
        DealDraft { price: Some(price()), schedule: schedule("980000"), ..because("不变") };
    assert_eq!(desk.lacks(action, same), [DealGuard::Settled]);
    let below = [DealGuard::AboveFloor, DealGuard::Approved];
    assert_eq!(desk.lacks(action, to("890000", "8900")), below);
    let short = DealDraft { schedule: schedule("980000"), ..to("960000", "9600") };
    assert_eq!(desk.lacks(action, short), [DealGuard::ScheduleComplete]);
    desk.does(action, to("960000", "9600"));
    assert_eq!(desk.deal.price.as_ref().unwrap().deal_total, read("960000"));
    assert_eq!(todos(&desk), [(TodoKind::Reallocate, 300_000)]);
    // The cashier comes first.
    desk.approve("extension", &[("project_gm", "王五")]);
    let mut later = schedule("960000");
    later[1].due = Some(read("2027-12-31"));
    let extended = DealDraft { schedule: later, ..because("延期") };
    let action = DealAction::ExtendPayment;
    // A day where there was none is another, and no earlier one.
    assert_eq!(desk.lacks(action, extended.clone()), [DealGuard::NoOpenTodo]);
    desk.context.roles.push("cashier".into());
    let todo = desk.deal.todos[0].id;
    desk.does(DealAction::FinishTodo, DealDraft { todo: Some(todo), ..DealDraft::default() });
    desk.does(action, extended);
    assert_eq!(desk.deal.schedule[1].due, Some(read("2027-12-31")));
}

#[test]
fn a_plan_and_a_signing_date_change_by_approval() {
    let mut desk = subscribed();
    desk.approve("change_plan", &[("project_gm", "王五")]);
    desk.approve("extension", &[("project_gm", "王五")]);
    let plan = DealDraft {
        plan: Some("YCX".into()),
        schedule: schedule("980000"),
        ..because("改一次性付款")
    };
    desk.context.policy.plans = Some(vec!["FQ".into()]);
    let action = DealAction::ChangePlan;
    assert_eq!(desk.lacks(action, plan.clone()), [DealGuard::PlanOffered]);
    desk.context.policy.plans = None;
    let day = |day: &str| DealDraft { agreed_signing: Some(read(day)), ..because("延期") };
    let extend = DealAction::ExtendSigning;
    assert_eq!(desk.lacks(extend, day("2026-09-10")), [DealGuard::Settled]);
    desk.does(extend, day("2026-10-10"));
    assert_eq!(desk.deal.active().unwrap().agreed_signing, Some(read("2026-10-10")));
    assert_eq!(desk.deal.changes[0].old_signing, Some(read("2026-09-10")));
    let decision = desk.does(action, plan);
    assert_eq!(desk.deal.plan.as_deref(), Some("YCX"));
    assert!(decision.entries.is_empty(), "no money moves");
    let settled =
        |event: &kaipan::deal::DealEvent| matches!(event.change, DealChange::ChangeSettled { .. });
    assert_eq!(decision.deal.iter().filter(|event| settled(event)).count(), 1);
}

#[test]
fn a_seller_at_fault_returns_the_deposit_twice_out_of_his_own() {
    let mut desk = subscribed();
    desk.approve("quit", &[("project_gm", "王五")]);
    let fault = SettlementTerms::default().with_fault(ChangeFault::Seller);
    let fault = fault.with_remedy(FaultRemedy::DEPOSIT);
    let decision = desk.does(DealAction::Quit, terms("卖方违约", fault));
    let due = decision.entries.iter().flat_map(|entry| &entry.legs);
    let due = due.filter(|leg| leg.account == LedgerAccount::RefundDue {});
    assert_eq!(due.map(|leg| leg.amount.fen()).sum::<i64>(), 10_000_000);
    assert_eq!(todos(&desk), [(TodoKind::Refund, 50_000), (TodoKind::Refund, 50_000)]);
}
