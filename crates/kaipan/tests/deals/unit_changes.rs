//! 换房: two deals and two units in one decision (T18).

use super::changes::subscribed;
use super::desk::{Desk, because, buyer, price, read, schedule};
use kaipan::Text;
use kaipan::deal::{ChangeFee, ChangeSettling};
use kaipan::deal::{
    ChangedFrom, CloseReason, Deal, DealAction, DealBuyer, DealChangePolicy, DealCommand,
    DealDecision, DealDraft, DealGuard, DealRejection, DealRuling, Deciding, TodoKind, UnitStock,
};
use kaipan::error::Lang;
use kaipan::money::{DEPOSIT, HOUSE_PAYMENT, LedgerAccount};
use kaipan::number::Money;
use kaipan::project::UnitState;

/// The desk of a subscribed home, asked about 3-1-1901 and deal D2.
fn moving() -> (Desk, Desk) {
    let old = subscribed();
    let mut new = old.clone();
    new.stock = UnitStock::new("3-1-1901");
    new.stock.state = UnitState::OnSale;
    new.deal = Deal::new("D2");
    new.context.unit.as_mut().unwrap().unit_no = "3-1-1901".into();
    let from = ChangedFrom { deal: old.deal.clone(), stock: old.stock.clone() };
    new.context.changed_from = Some(Box::new(from));
    new.receives(HOUSE_PAYMENT, "250000");
    new.approve("change_unit", &[("project_gm", "王五")]);
    (old, new)
}

fn terms() -> DealDraft {
    DealDraft {
        buyers: buyer(),
        amount: Some(read("40000")),
        price: Some(price()),
        plan: Some("FQ".into()),
        schedule: schedule("980000"),
        agreed_signing: Some(read("2026-09-20")),
        ..because("换大户型")
    }
}

fn ask(desk: &Desk, draft: DealDraft) -> DealRuling {
    let command = DealCommand { action: DealAction::ChangeUnit, draft };
    let deciding = Deciding::new(&desk.context).stock(&desk.stock).deal(&desk.deal);
    deciding.decide(&command).unwrap()
}

fn lacks(desk: &Desk, draft: DealDraft) -> Vec<DealGuard> {
    match ask(desk, draft) {
        DealRuling::Accepted { .. } => Vec::new(),
        DealRuling::Rejected { rejection: DealRejection::GuardsNotMet { guards, .. } } => {
            guards.iter().map(|one| one.guard).collect()
        }
        other => panic!("{other:?}"),
    }
}

fn decided(desk: &Desk, draft: DealDraft) -> DealDecision {
    match ask(desk, draft) {
        DealRuling::Accepted { decision } => decision,
        refused => panic!("{refused:#?}"),
    }
}

#[test]
fn both_deals_and_both_units_change_in_one_decision() {
    let (mut old, mut new) = moving();
    let decision = decided(&new, terms());
    for event in &decision.stock {
        let stock = if event.unit_no == "3-1-1901" { &mut new.stock } else { &mut old.stock };
        stock.apply(event).unwrap();
    }
    for event in &decision.deal {
        let deal = if event.deal == "D2" { &mut new.deal } else { &mut old.deal };
        deal.apply(event).unwrap();
    }
    assert_eq!((new.stock.state, old.stock.state), (UnitState::Subscribed, UnitState::OnSale));
    assert!(old.stock.needs_price_confirmation && old.stock.deal.is_none());
    assert_eq!(old.deal.documents[0].closed, Some(CloseReason::ChangedUnit));
    assert_eq!(old.deal.changes[0].to_deal.as_deref(), Some("D2"));
    assert_eq!(new.deal.changes[0].from_deal.as_deref(), Some("D1"));
    assert_eq!(new.deal.todos[0].kind, TodoKind::Reallocate);
    assert_eq!(new.deal.todos[0].amount, read("300000"));
    let reads: Vec<&str> = decision.reads.iter().map(|read| read.id.as_str()).collect();
    for id in ["3-1-1901", "D2", "3-1-1802", "D1"] {
        assert!(reads.contains(&id), "{id}");
    }
    // The request serves once.
    let from = ChangedFrom { deal: old.deal.clone(), stock: old.stock.clone() };
    new.context.changed_from = Some(Box::new(from));
    (new.deal, new.stock) = (Deal::new("D3"), UnitStock::new("3-1-1901"));
    new.stock.state = UnitState::OnSale;
    assert_eq!(lacks(&new, terms()), [DealGuard::OldDealThere, DealGuard::Approved]);
}

#[test]
fn what_leaves_one_deal_comes_to_the_other_to_the_fen() {
    let (_, new) = moving();
    let decision = decided(&new, terms());
    let [out, into] = decision.entries.as_slice() else { panic!("{:?}", decision.entries) };
    assert_eq!((out.deal.as_deref(), into.deal.as_deref()), (Some("D1"), Some("D2")));
    assert_ne!(out.key, into.key);
    let through = |entry: &kaipan::money::LedgerEntry| {
        let legs = entry.legs.iter().filter(|leg| leg.account == LedgerAccount::Transfer {});
        legs.map(|leg| leg.amount.fen()).sum::<i64>()
    };
    assert!(out.is_balanced() && into.is_balanced());
    assert_eq!(through(out) + through(into), 0);
    // Of the old deposit 40,000 are one again, and the rest is house money.
    let brought = |account: LedgerAccount, item: &str| {
        let legs = into.legs.iter().filter(|leg| leg.account == account && leg.item == *item);
        legs.map(|leg| leg.amount.fen()).sum::<i64>()
    };
    assert_eq!(brought(LedgerAccount::PRE_SALE, DEPOSIT), 4_000_000);
    assert_eq!(brought(LedgerAccount::PREPAYMENT, HOUSE_PAYMENT), 26_000_000);
}

#[test]
fn the_decision_moves_what_was_shown_before() {
    let (old, mut new) = moving();
    let fee = ChangeFee::new(DealAction::ChangeUnit).with_amount(read::<Money>("2000"));
    new.context.policy.change = Some(DealChangePolicy::default().with_fees(vec![fee]));
    let (draft, received) = (terms(), new.context.received.clone().unwrap());
    let (to_deal, to_unit): (Text, Text) = ("D2".into(), "3-1-1901".into());
    let now = new.context.now;
    let shown = ChangeSettling::new(&old.deal, DealAction::ChangeUnit, &draft, now)
        .received(&received)
        .policy(&new.context.policy)
        .to_deal(&to_deal)
        .to_unit(&to_unit)
        .settle()
        .unwrap();
    let decision = decided(&new, draft.clone());
    assert_eq!(decision.entries, shown.entries);
    assert_eq!(shown.handling_fee, read("2000"));
    assert_eq!(shown.transferred, read("298000"));
}

#[test]
fn the_deal_to_be_left_is_there_free_and_of_the_same_buyers() {
    let (_, new) = moving();
    let mut without = new.clone();
    without.context.changed_from = None;
    let lacking = [
        DealGuard::OldDealThere,
        DealGuard::OldDealFree,
        DealGuard::BuyersCarried,
        DealGuard::Approved,
    ];
    assert_eq!(lacks(&without, terms()), lacking);
    let mut locked = new.clone();
    locked.context.changed_from.as_mut().unwrap().deal.documents[0].locked = true;
    assert_eq!(lacks(&locked, terms()), [DealGuard::OldDealFree]);
    let mut other = new.clone();
    other.context.changed_from.as_mut().unwrap().deal.buyers = vec![DealBuyer::new("C9")];
    assert_eq!(lacks(&other, terms()), [DealGuard::BuyersCarried]);
    let mut same = new.clone();
    same.stock.unit_no = "3-1-1802".into();
    same.context.unit.as_mut().unwrap().unit_no = "3-1-1802".into();
    let DealRuling::Rejected { rejection: DealRejection::GuardsNotMet { guards, .. } } =
        ask(&same, terms())
    else {
        panic!("the same unit")
    };
    assert_eq!(guards.len(), 1);
    let told = guards[0].message(Lang::En);
    assert!(told.contains("the new unit is the old one"), "{told}");
}
