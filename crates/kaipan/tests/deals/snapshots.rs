//! Snapshots and what is changed in a contract afterwards.

use super::desk::{Desk, because, subscription};
use kaipan::deal::{
    AgreedTerms, BuyerDetails, BuyerEdit, BuyerFacts, BuyerField, DealAction, DealChange,
    DealDraft, DealGuard, DealSnapshot, DocumentKind,
};
use kaipan::error::Code;
use kaipan::money::{DEPOSIT, HOUSE_PAYMENT};

fn taken(decision: &kaipan::deal::DealDecision) -> (&DealSnapshot, &str) {
    let mut changes = decision.deal.iter().map(|event| &event.change);
    let found = changes.find_map(|change| match change {
        DealChange::SnapshotTaken { snapshot, hash } => Some((&**snapshot, hash.as_str())),
        _ => None,
    });
    found.unwrap()
}

fn known() -> Desk {
    let mut desk = Desk::presale();
    let details = BuyerDetails::new("C1")
        .with_name("陈一")
        .with_paper_kind("居民身份证")
        .with_paper_number("110101199003070011")
        .with_phone("13800000000")
        .with_address("北京路 1 号");
    let facts = BuyerFacts::new("C1", true).with_details(details);
    desk.context.buyers = Some(vec![facts]);
    desk.context.terms =
        Some(AgreedTerms { bank: Some("建设银行".into()), ..AgreedTerms::default() });
    desk.does(DealAction::Release, DealDraft::default());
    desk.receives(DEPOSIT, "50000");
    desk
}

fn signed() -> Desk {
    let mut desk = known();
    desk.does(DealAction::Subscribe, DealDraft { agent: Some("李四".into()), ..subscription() });
    desk.does(DealAction::Lock, DealDraft::default());
    desk.receives(HOUSE_PAYMENT, "250000");
    let draft = DealDraft {
        buyers: Vec::new(),
        number: Some("HT-1".into()),
        filing_number: Some("网签 77".into()),
        ..subscription()
    };
    let decision = desk.does(DealAction::Sign, draft);
    let (snapshot, hash) = taken(&decision);
    assert_eq!(snapshot.document, DocumentKind::Contract);
    let writing = snapshot.writing.as_ref().unwrap();
    assert_eq!(writing.contract_number.as_deref(), Some("HT-1"));
    assert_eq!(writing.filing_number.as_deref(), Some("网签 77"));
    assert_eq!(snapshot.people.agents[0].agent, "李四", "the agent of the deal");
    assert_eq!(snapshot.hash(), hash);
    desk
}

#[test]
fn a_subscription_keeps_what_was_agreed() {
    let mut desk = known();
    let decision = desk.does(DealAction::Subscribe, subscription());
    assert!(decision.findings.is_empty());
    let (snapshot, hash) = taken(&decision);
    assert_eq!(snapshot.price.deal_total.to_string(), "980000.00");
    assert_eq!(snapshot.payment.deposit.unwrap().to_string(), "50000.00");
    assert_eq!(snapshot.payment.bank.as_deref(), Some("建设银行"));
    assert_eq!(snapshot.people.buyers[0].name.as_deref(), Some("陈一"));
    assert!(snapshot.writing.is_none());
    // The text is JSON as everywhere, and gives the snapshot back.
    let text = snapshot.canonical_text();
    assert_eq!(&serde_json::from_str::<DealSnapshot>(&text).unwrap(), snapshot);
    assert_eq!(hash.len(), 64);
    assert_eq!(desk.deal.snapshots[0].hash, hash);
    let mut other = snapshot.clone();
    other.price.deal_total = other.price.list_total;
    assert_ne!(other.hash(), hash);
}

#[test]
fn a_snapshot_without_the_names_of_buyers_is_told() {
    let mut desk = known();
    desk.context.buyers = Some(vec![BuyerFacts::new("C1", true)]);
    let decision = desk.does(DealAction::Subscribe, subscription());
    assert_eq!(decision.findings[0].code, Code::DealBuyerDetails);
}

#[test]
fn buyers_are_changed_in_the_contract_alone_and_every_change_is_kept() {
    let mut desk = signed();
    let edit = |customer: &str, value: &str| DealDraft {
        buyer_edit: Some(BuyerEdit::new(customer, BuyerField::Phone, value)),
        ..because("换号")
    };
    let action = DealAction::EditContractBuyer;
    let lacking = [DealGuard::BuyerEditGiven, DealGuard::Approved];
    assert_eq!(desk.lacks(action, edit("C9", "139")), lacking);
    assert_eq!(desk.lacks(action, edit("C1", "13800000000")), lacking, "nothing is new");
    desk.approve("customer_edit", &[("sales_manager", "王五")]);
    desk.does(action, edit("C1", "13911112222"));
    assert_eq!(desk.deal.contract_buyers[0].phone.as_deref(), Some("13911112222"));
    let kept = &desk.deal.buyer_edits[0];
    assert_eq!(kept.old.as_deref(), Some("13800000000"));
    assert_eq!((kept.by.as_str(), kept.approval.as_deref()), ("李四", Some("A1")));
    assert_eq!(kept.reason.as_deref(), Some("换号"));
    // What was signed stays as it was.
    assert_eq!(desk.deal.snapshots.len(), 2);
    // A request counts for one change.
    assert_eq!(desk.lacks(action, edit("C1", "13700000000")), [DealGuard::Approved]);
}
