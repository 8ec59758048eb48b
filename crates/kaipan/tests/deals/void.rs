//! One deal, one unit: no way to hold two.

use super::desk::{Desk, because, buyer, read, registration, subscription};
use kaipan::deal::{
    BuyerFacts, DealAction, DealBuyer, DealCommand, DealDraft, DealGuard, DealRejection,
    DealRuling, Deciding, LotterySeen, Quota, UnitStock,
};
use kaipan::money::BOOKING;
use kaipan::project::UnitState;

#[test]
fn a_deal_whose_document_has_a_unit_takes_no_other() {
    let mut desk = Desk::presale();
    desk.does(DealAction::Release, DealDraft::default());
    desk.receives(BOOKING, "50000");
    let draft = DealDraft { buyers: buyer(), amount: Some(read("50000")), ..DealDraft::default() };
    desk.does(DealAction::Book, draft);
    let mut other = UnitStock::new("3-1-1803");
    other.state = UnitState::OnSale;
    let mut context = desk.context.clone();
    context.unit.as_mut().unwrap().unit_no = "3-1-1803".into();
    let command = DealCommand { action: DealAction::Subscribe, draft: subscription() };
    let ruling = Deciding::new(&context).stock(&other).deal(&desk.deal).decide(&command);
    let DealRuling::Rejected { rejection: DealRejection::NotInTable { .. } } = ruling.unwrap()
    else {
        panic!("it would hold two")
    };
}

#[test]
fn nothing_lapses_before_its_time() {
    let mut desk = Desk::presale();
    desk.does(DealAction::Release, DealDraft::default());
    desk.does(
        DealAction::ConfirmRoom,
        DealDraft { buyers: buyer(), minutes: Some(30), ..DealDraft::default() },
    );
    let lapse = |desk: &Desk| {
        let command = DealCommand { action: DealAction::Lapse, draft: DealDraft::default() };
        Deciding::new(&desk.context).stock(&desk.stock).decide(&command).unwrap()
    };
    assert!(matches!(lapse(&desk), DealRuling::Rejected { .. }));
    desk.context.now = read("2026-09-01T10:30:00");
    let DealRuling::Accepted { decision } = lapse(&desk) else { panic!("it has run out") };
    assert_eq!(decision.stock.len(), 1);
}

#[test]
fn a_void_document_leaves_what_was_agreed_before_it() {
    let mut desk = Desk::presale();
    desk.does(DealAction::Release, DealDraft::default());
    desk.receives(kaipan::money::DEPOSIT, "50000");
    desk.context.quotas = Some(vec![Quota::new("DZ", 2), Quota::new("TG", 2)]);
    desk.does(DealAction::Subscribe, DealDraft { quotas: vec!["DZ".into()], ..subscription() });
    desk.does(DealAction::Lock, DealDraft::default());
    let subscribed = desk.deal.clone();
    desk.receives(kaipan::money::HOUSE_PAYMENT, "250000");
    let mut signed = DealDraft { buyers: Vec::new(), quotas: vec!["TG".into()], ..subscription() };
    let price = signed.price.as_mut().unwrap();
    (price.deal_total, price.deal_price) = (read("970000"), read("9700"));
    price.contract_total = read("970000");
    signed.schedule = super::desk::schedule("970000");
    assert_eq!(desk.lacks(DealAction::Sign, signed.clone()), [DealGuard::TermsKept]);
    let change = desk.approve("waiver", &[("senior_sales_manager", "王五")]);
    change.asked.waives = ["terms_kept".into()].into();
    desk.does(DealAction::Sign, signed);
    assert_eq!(desk.deal.quotas, ["DZ", "TG"]);
    desk.context.received = Some(Vec::new());
    desk.approve("void", &[("sales_manager", "王五")]);
    desk.does(DealAction::Void, because("录错"));
    assert_eq!(desk.stock.state, UnitState::Subscribed);
    assert_eq!(desk.deal.price, subscribed.price);
    assert_eq!(desk.deal.schedule, subscribed.schedule);
    assert_eq!(desk.deal.quotas, ["DZ"]);
    let left: Vec<u32> = desk.context.quotas.iter().flatten().map(Quota::left).collect();
    assert_eq!(left, [1, 2]);
}

#[test]
fn a_contract_has_the_buyers_of_its_subscription() {
    let mut desk = Desk::presale();
    desk.does(DealAction::Release, DealDraft::default());
    desk.receives(kaipan::money::DEPOSIT, "50000");
    desk.context.buyers.as_mut().unwrap().push(BuyerFacts::new("C2", true));
    desk.does(DealAction::Subscribe, subscription());
    desk.does(DealAction::Lock, DealDraft::default());
    desk.receives(kaipan::money::HOUSE_PAYMENT, "250000");
    let other = DealDraft { buyers: vec![DealBuyer::new("C2")], ..subscription() };
    assert_eq!(desk.lacks(DealAction::Sign, other), [DealGuard::BuyersKept]);
    let half = |customer: &str| DealBuyer::new(customer).with_share(read("1/2"));
    let both = DealDraft { buyers: vec![half("C1"), half("C2")], ..subscription() };
    assert_eq!(desk.lacks(DealAction::Sign, both), [DealGuard::BuyersKept]);
    assert_eq!(desk.lacks(DealAction::Sign, subscription()), []);
}

#[test]
fn a_lottery_takes_entries_until_its_list_is_closed() {
    let mut desk = Desk::presale();
    desk.does(DealAction::Release, DealDraft::default());
    desk.does(DealAction::Register, registration());
    let action = DealAction::EnterLottery;
    let lacking = [DealGuard::LotteryNumberGiven, DealGuard::ListOpen];
    assert_eq!(desk.lacks(action, DealDraft::default()), lacking);
    let entered = || DealDraft { lottery_number: Some(12), ..DealDraft::default() };
    let closed = LotterySeen::new("Q1", 3).with_closed_at(read("2026-09-01T10:00:00"));
    desk.context.lottery = Some(closed);
    assert_eq!(desk.lacks(action, entered()), [DealGuard::ListOpen]);
    desk.context.lottery = Some(LotterySeen::new("Q1", 3));
    let decision = desk.does(action, entered());
    assert!(decision.reads.iter().any(|read| read.id == "Q1" && read.version == 3));
    assert_eq!(desk.deal.lottery_number, Some(12));
}
