//! Gates one by one: what they look at, and what they leave alone.

use super::desk::{Desk, because, buyer, price, read, registration, subscription};
use kaipan::deal::{BuyerFacts, DealAction, DealDraft, DealGuard, LeastReceived};
use kaipan::money::{DEPOSIT, HOUSE_PAYMENT};

/// A unit on sale, and the deposit of a subscription in the right account.
fn on_sale() -> Desk {
    let mut desk = Desk::presale();
    desk.does(DealAction::Release, DealDraft::default());
    desk.receives(DEPOSIT, "50000");
    desk
}

#[test]
fn the_same_month_of_another_year_is_another_period() {
    let mut desk = Desk::presale();
    desk.does(DealAction::Release, DealDraft::default());
    desk.does(DealAction::Register, registration());
    desk.approve("void", &[("sales_manager", "王五")]);
    let draft = || because("录错");
    desk.context.now = read("2027-09-01T10:00:00");
    assert_eq!(void_of_registration(&desk, draft()), [DealGuard::EnteredThisPeriod]);
    desk.context.now = read("2026-09-30T10:00:00");
    assert_eq!(void_of_registration(&desk, draft()), []);
}

/// A registration has no unit: it is void without one.
fn void_of_registration(desk: &Desk, draft: DealDraft) -> Vec<DealGuard> {
    let command = kaipan::deal::DealCommand { action: DealAction::Void, draft };
    let deciding = kaipan::deal::Deciding::new(&desk.context).deal(&desk.deal);
    match deciding.decide(&command).unwrap() {
        kaipan::deal::DealRuling::Accepted { .. } => Vec::new(),
        kaipan::deal::DealRuling::Rejected {
            rejection: kaipan::deal::DealRejection::GuardsNotMet { guards, .. },
        } => guards.iter().map(|one| one.guard).collect(),
        other => panic!("{other:#?}"),
    }
}

#[test]
fn only_the_buyers_need_their_fields() {
    let mut desk = on_sale();
    let stranger = BuyerFacts::new("C9", false).with_missing(vec!["phone".into()]);
    desk.context.buyers.as_mut().unwrap().push(stranger);
    assert_eq!(desk.lacks(DealAction::Subscribe, subscription()), []);
    desk.context.buyers =
        Some(vec![BuyerFacts::new("C1", true).with_missing(vec!["phone".into()])]);
    assert_eq!(desk.lacks(DealAction::Subscribe, subscription()), [DealGuard::RequiredFields]);
}

#[test]
fn identity_can_be_waived_at_subscription_and_never_at_signing() {
    let mut desk = on_sale();
    desk.context.buyers = Some(vec![BuyerFacts::new("C1", false)]);
    let waives = ["identity_recorded".into(), "identified".into()].into();
    desk.approve("waiver", &[("sales_manager", "王五")]).asked.waives = waives;
    let decision = desk.does(DealAction::Subscribe, subscription());
    assert_eq!(decision.waived[0].guard, DealGuard::IdentityRecorded);
    desk.does(DealAction::Lock, DealDraft::default());
    desk.receives(HOUSE_PAYMENT, "250000");
    let signed = DealDraft { buyers: Vec::new(), ..subscription() };
    assert_eq!(desk.lacks(DealAction::Sign, signed), [DealGuard::Identified]);
}

#[test]
fn a_filed_price_is_a_ceiling_unless_the_city_lets_an_approval_go_above() {
    let mut desk = on_sale();
    desk.context.unit.as_mut().unwrap().filed_total = Some(read("970000"));
    assert_eq!(desk.lacks(DealAction::Subscribe, subscription()), [DealGuard::WithinFiled]);
    desk.approve("waiver", &[("senior_sales_manager", "王五")]).asked.waives =
        ["within_filed".into(), "filed_price_kept".into()].into();
    assert_eq!(desk.lacks(DealAction::Subscribe, subscription()), [DealGuard::WithinFiled]);
    desk.context.policy.above_filed_by_approval = true;
    assert_eq!(desk.lacks(DealAction::Subscribe, subscription()), []);
    desk.context.approvals.clear();
    assert_eq!(desk.lacks(DealAction::Subscribe, subscription()), [DealGuard::FiledPriceKept]);
}

#[test]
fn money_before_subscribing_and_before_signing() {
    let mut desk = on_sale();
    let share = |share: &str| LeastReceived { amount: None, share: Some(read(share)) };
    desk.context.policy.before_subscribing = Some(share("0.1"));
    let lacking = [DealGuard::MoneyBeforeSubscribing];
    assert_eq!(desk.lacks(DealAction::Subscribe, subscription()), lacking);
    desk.receives(HOUSE_PAYMENT, "48000");
    desk.does(DealAction::Subscribe, subscription());
    desk.does(DealAction::Lock, DealDraft::default());
    desk.receives(HOUSE_PAYMENT, "196000");
    desk.context.policy.before_signing = Some(share("0.5"));
    let signed = DealDraft { buyers: Vec::new(), ..subscription() };
    assert_eq!(desk.lacks(DealAction::Sign, signed.clone()), [DealGuard::MoneyBeforeSigning]);
    desk.receives(HOUSE_PAYMENT, "196000");
    assert_eq!(desk.lacks(DealAction::Sign, signed), []);
}

#[test]
fn who_owes_more_than_his_credit_buys_nothing() {
    let mut desk = on_sale();
    let facts = BuyerFacts::new("C1", true).with_credit_limit(read("10000"));
    desk.context.buyers = Some(vec![facts.clone()]);
    assert_eq!(desk.lacks(DealAction::Subscribe, subscription()), [DealGuard::CreditLimit]);
    desk.context.buyers = Some(vec![facts.with_owes(read("10000"))]);
    assert_eq!(desk.lacks(DealAction::Subscribe, subscription()), []);
}

#[test]
fn printing_is_a_control_point() {
    let mut desk = on_sale();
    desk.context.policy.print_control = true;
    desk.context.policy.finance_review = true;
    desk.context.roles.push("finance_officer".into());
    desk.does(DealAction::Subscribe, subscription());
    desk.does(DealAction::Lock, DealDraft::default());
    let lacking = [DealGuard::DownPayment, DealGuard::FinanceReviewed];
    assert_eq!(desk.lacks(DealAction::PrintContract, DealDraft::default()), lacking);
    desk.receives(HOUSE_PAYMENT, "250000");
    desk.does(DealAction::ReviewFinance, DealDraft::default());
    let signed = DealDraft { buyers: Vec::new(), ..subscription() };
    assert_eq!(desk.lacks(DealAction::Sign, signed.clone()), [DealGuard::ContractPrinted]);
    desk.does(DealAction::PrintContract, DealDraft::default());
    assert_eq!(desk.lacks(DealAction::Sign, signed), []);
}

#[test]
fn unusual_values_and_allotted_channels() {
    let mut desk = on_sale();
    desk.context.unusual = vec!["discount.large".into()];
    desk.context.allotted_to = Some("链家".into());
    let lacking = [DealGuard::NotAllottedElsewhere, DealGuard::UnusualConfirmed];
    assert_eq!(desk.lacks(DealAction::Subscribe, subscription()), lacking);
    let draft = DealDraft {
        channel: Some("链家".into()),
        confirmed: vec!["discount.large".into()],
        ..subscription()
    };
    assert_eq!(desk.lacks(DealAction::Subscribe, draft), []);
}

#[test]
fn a_lower_price_needs_the_authority_of_another() {
    let mut desk = on_sale();
    desk.context.price_approval =
        Some(kaipan::deal::PriceApproval { role: Some("project_gm".into()) });
    let lacking = [DealGuard::Authority];
    assert_eq!(desk.lacks(DealAction::Subscribe, subscription()), lacking);
    // He who asks cannot approve it himself.
    let own = desk.approve("special_discount", &[("project_gm", "李四")]);
    own.asked.amount = Some(read("980000"));
    assert_eq!(desk.lacks(DealAction::Subscribe, subscription()), lacking);
    // A price that was approved covers no lower one.
    let higher = desk.approve("special_discount", &[("project_gm", "王五")]);
    higher.asked.amount = Some(read("985000"));
    assert_eq!(desk.lacks(DealAction::Subscribe, subscription()), lacking);
    let right = desk.approve("special_discount", &[("project_gm", "王五")]);
    right.asked.amount = Some(read("975000"));
    let decision = desk.does(DealAction::Subscribe, subscription());
    assert!(decision.reads.iter().any(|read| read.id == "A3" && read.version == 3));
    assert_eq!(price().deal_total, read("980000"));
}

#[test]
fn a_price_far_below_the_list_is_confirmed() {
    let mut desk = on_sale();
    let unit = desk.context.unit.as_mut().unwrap();
    (unit.floor_price, unit.floor_total) = (None, Some(read("500000")));
    let at = |yuan: &str, total: &str| {
        let mut draft = subscription();
        let price = draft.price.as_mut().unwrap();
        (price.deal_price, price.deal_total) = (read(yuan), read(total));
        price.contract_total = read(total);
        draft.schedule = super::desk::schedule(total);
        draft
    };
    assert_eq!(desk.lacks(DealAction::Subscribe, at("7000", "700000")), []);
    let deep = at("6999.99", "699999");
    assert_eq!(desk.lacks(DealAction::Subscribe, deep.clone()), [DealGuard::UnusualConfirmed]);
    let confirmed = DealDraft { confirmed: vec!["deal.price_deep".into()], ..deep };
    assert_eq!(desk.lacks(DealAction::Subscribe, confirmed.clone()), []);
    let findings = desk.does(DealAction::Subscribe, confirmed).findings;
    assert!(findings.iter().any(|one| one.code.as_str() == "deal.price_deep"), "{findings:?}");
}

#[test]
fn a_price_is_above_zero_and_follows_the_list() {
    let mut desk = on_sale();
    desk.context.unit.as_mut().unwrap().floor_total = None;
    desk.context.policy.without_floor_prices = true;
    let mut draft = subscription();
    let price = draft.price.as_mut().unwrap();
    (price.deal_total, price.deal_price) = (read("0"), read("0"));
    let lacking = [DealGuard::PriceAgrees, DealGuard::DepositCap, DealGuard::UnusualConfirmed];
    assert_eq!(desk.lacks(DealAction::Subscribe, draft), lacking);
    let mut draft = subscription();
    draft.price.as_mut().unwrap().list_total = read("990000");
    assert_eq!(desk.lacks(DealAction::Subscribe, draft), [DealGuard::ListPriceKept]);
}

#[test]
fn what_cannot_be_is_an_error_at_its_place() {
    let mut desk = on_sale();
    let policy = &mut desk.context.policy;
    policy.least_deposit = Some(read("-1"));
    policy.before_signing = Some(LeastReceived { amount: None, share: Some(read("30")) });
    desk.context.buyers.as_mut().unwrap().push(BuyerFacts::new("C1", true));
    let command = kaipan::deal::DealCommand {
        action: DealAction::Subscribe,
        draft: DealDraft { amount: Some(read("-5")), ..subscription() },
    };
    let decide = |desk: &Desk| {
        let deciding = kaipan::deal::Deciding::new(&desk.context).stock(&desk.stock);
        deciding.deal(&desk.deal).decide(&command).unwrap_err()
    };
    let error = decide(&desk);
    let mut places: Vec<String> = vec![error.path().to_string()];
    places.extend(error.others().iter().map(|one| one.path().to_string()));
    let expected = [
        "/context/buyers/1/customer",
        "/context/policy/least_deposit",
        "/context/policy/before_signing/share",
    ];
    assert_eq!(places, expected);
    desk.context.policy = Default::default();
    desk.context.buyers.as_mut().unwrap().pop();
    assert_eq!(decide(&desk).path(), "/command/draft/amount");
}

#[test]
fn a_new_agent_is_kept_without_naming_the_buyers_again() {
    let mut desk = on_sale();
    desk.does(DealAction::Register, registration());
    let draft = DealDraft { buyers: Vec::new(), agent: Some("赵六".into()), ..subscription() };
    desk.does(DealAction::Subscribe, draft);
    assert_eq!(desk.deal.agent.as_deref(), Some("赵六"));
    assert_eq!(desk.deal.buyers, buyer());
}
