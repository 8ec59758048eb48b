//! What holds for every settlement: no fen is lost, and law bounds what is kept.

use super::desk::{price, read, schedule};
use kaipan::Text;
use kaipan::deal::{
    ChangeFault, ChangeFee, ChangeSettlement, ChangeSettling, Deal, DealAction, DealBuyer,
    DealChangePolicy, DealDocument, DealDraft, DealPolicy, DocumentKind, DocumentState,
    FaultRemedy, FeeSide, ReceivedMoney, SettlementTerms, SurplusUse,
};
use kaipan::money::{
    AREA_DIFFERENCE, COMMERCIAL_LOAN, DEPOSIT, HANDLING_FEE, HOUSE_PAYMENT, LedgerAccount,
    MoneyCategory,
};
use kaipan::number::Money;
use proptest::prelude::*;

/// A deal at 980,000 whose home was to be handed over on 2026-12-31.
fn deal(kind: DocumentKind) -> Deal {
    let mut deal = Deal::new("D1").with_unit_no("3-1-1802");
    deal.buyers = vec![DealBuyer::new("C1")];
    (deal.price, deal.plan) = (Some(price()), Some("FQ".into()));
    deal.schedule = schedule("980000");
    let mut document = DealDocument::new(kind).with_state(DocumentState::Active);
    document.handover = Some(read("2026-12-31"));
    document.agreed_signing = Some(read("2026-09-10"));
    deal.documents = vec![document];
    deal
}

fn money(amounts: [i64; 6]) -> Vec<ReceivedMoney> {
    let items =
        [DEPOSIT, HOUSE_PAYMENT, COMMERCIAL_LOAN, AREA_DIFFERENCE, "维修资金", HANDLING_FEE];
    let of = |(item, fen): (&str, i64)| {
        let one = ReceivedMoney::new(item, Money::from_fen(fen));
        match item {
            "维修资金" => one.with_category(MoneyCategory::Collected),
            _ => one,
        }
    };
    items.into_iter().zip(amounts).map(of).collect()
}

fn sum(amounts: impl IntoIterator<Item = Money>) -> Money {
    Money::from_fen(amounts.into_iter().map(Money::fen).sum())
}

/// What every settlement keeps.
fn holds(settled: &ChangeSettlement, received: &[ReceivedMoney]) {
    let there = sum(received.iter().map(|one| one.amount));
    assert_eq!(settled.received, there);
    let parts = [settled.refund, settled.kept, settled.to_bank, settled.transferred, settled.stays];
    assert_eq!(sum(parts), there, "{settled:#?}");
    assert!(parts.iter().all(|part| !part.is_negative()), "{settled:#?}");
    assert!(settled.refund <= settled.refundable && settled.refundable <= there);
    let paid = sum(received.iter().filter(|one| one.item == *DEPOSIT).map(|one| one.amount));
    assert!(settled.forfeited <= paid.min(read("196000")));
    assert!(settled.entries.iter().all(kaipan::money::LedgerEntry::is_balanced));
    let legs = || settled.entries.iter().flat_map(|entry| &entry.legs);
    let at = |account: LedgerAccount| {
        sum(legs().filter(|leg| leg.account == account).map(|leg| leg.amount))
    };
    assert_eq!(at(LedgerAccount::Transfer {}), Money::ZERO);
    let due = sum([settled.refund, settled.to_bank, settled.compensation]);
    assert_eq!(at(LedgerAccount::RefundDue {}), due);
    // What leaves has an entry, and the cashier is told of all that he pays out.
    let paid_out = settled.todos.iter().filter(|todo| {
        matches!(todo.kind, kaipan::deal::TodoKind::Refund | kaipan::deal::TodoKind::Transfer)
    });
    assert_eq!(sum(paid_out.map(|todo| todo.amount)), due);
    let own = settled.entries.iter().find(|entry| entry.deal.as_deref() == Some("D1"));
    let charged =
        sum(received.iter().filter(|one| one.item == *HANDLING_FEE).map(|one| one.amount));
    if let Some(entry) = own {
        let left = ReceivedMoney::after(received, entry).unwrap();
        let left = sum(left.iter().map(|one| one.amount));
        let stays = match settled.new_total.is_some() && settled.action != DealAction::ChangeUnit {
            true => settled.stays,
            false => sum([settled.stays, charged]),
        };
        assert_eq!(left, stays, "{settled:#?}");
    }
    if let Some(entry) = settled.entries.iter().find(|entry| entry.deal.as_deref() == Some("D2")) {
        let arrived = ReceivedMoney::after(&[], entry).unwrap();
        assert_eq!(sum(arrived.iter().map(|one| one.amount)), settled.transferred);
    }
}

fn fen() -> impl Strategy<Value = i64> {
    prop_oneof![Just(0), 0..40_000_000_i64, 0..200_000_000_i64]
}

fn remedy() -> impl Strategy<Value = Option<FaultRemedy>> {
    prop_oneof![
        Just(None),
        Just(Some(FaultRemedy::DEPOSIT)),
        fen().prop_map(|fen| Some(FaultRemedy::penalty_amount(Money::from_fen(fen)))),
        Just(Some(FaultRemedy::PenaltyRate { rate: Some(read("0.05")) })),
        Just(Some(FaultRemedy::LateHandover { daily_rate: Some(read("0.0001")) })),
    ]
}

fn fault() -> impl Strategy<Value = ChangeFault> {
    prop_oneof![Just(ChangeFault::Neither), Just(ChangeFault::Buyer), Just(ChangeFault::Seller)]
}

proptest! {
    #[test]
    fn no_fen_of_a_deal_that_ends_is_lost(
        amounts in prop::array::uniform6(fen()),
        (fault, remedy) in (fault(), remedy()),
        (fee, late) in (fen(), fen()),
        below in prop::option::of(0_i64..100),
        action in prop_oneof![
            Just(DealAction::RefundSubscription),
            Just(DealAction::ForfeitSubscription),
            Just(DealAction::Quit),
        ],
    ) {
        let received = money(amounts);
        let deal = deal(DocumentKind::Subscription);
        let terms = SettlementTerms { remedy, ..SettlementTerms::default() };
        let mut terms = terms
            .with_fault(fault)
            .with_handling_fee(Money::from_fen(fee))
            .with_late_fee(Money::from_fen(late));
        let now = read("2027-03-01T10:00:00");
        let settle = |terms: &SettlementTerms| {
            let draft = DealDraft::default().with_settlement(terms.clone());
            let settling = ChangeSettling::new(&deal, action, &draft, now);
            settling.received(&received).settle()
        };
        let Ok(settled) = settle(&terms) else { return Ok(()) };
        holds(&settled, &received);
        prop_assert_eq!(settled.stays, Money::ZERO);
        if let Some(hundredths) = below {
            let refund = Money::from_fen(settled.refundable.fen() / 100 * hundredths);
            terms.refund = Some(refund);
            let agreed = settle(&terms).unwrap();
            holds(&agreed, &received);
            prop_assert_eq!(agreed.refund, refund);
        }
        terms.refund = Some(Money::from_fen(settled.refundable.fen() + 1));
        prop_assert!(settle(&terms).is_err());
    }

    #[test]
    fn no_fen_of_a_deal_that_moves_or_goes_on_is_lost(
        amounts in prop::array::uniform6(fen()),
        (fee, total) in (fen(), 1_i64..150_000_000),
        (side, surplus) in (any::<bool>(), any::<bool>()),
        action in prop_oneof![
            Just(DealAction::ChangeUnit),
            Just(DealAction::ChangePrice),
            Just(DealAction::ChangePlan),
        ],
    ) {
        let received = money(amounts);
        let deal = deal(DocumentKind::Contract);
        let total = Money::from_fen(total / 100 * 100 + 100);
        let mut new = price();
        (new.deal_total, new.contract_total) = (total, total);
        let fee = ChangeFee::new(action).with_amount(Money::from_fen(fee));
        let side = if side { FeeSide::OldUnit } else { FeeSide::NewUnit };
        let change = DealChangePolicy::default().with_fees(vec![fee]).with_fee_side(side);
        let policy = DealPolicy::default().with_change(change);
        let surplus = if surplus { SurplusUse::Refund } else { SurplusUse::Prepayment };
        let draft = DealDraft {
            price: Some(new),
            plan: Some("YCX".into()),
            schedule: schedule(&total.to_string()),
            amount: Some(read("50000")),
            settlement: Some(SettlementTerms::default().with_surplus(surplus)),
            ..DealDraft::default()
        };
        let (to_deal, to_unit): (Text, Text) = ("D2".into(), "3-1-1901".into());
        let settled = ChangeSettling::new(&deal, action, &draft, read("2026-10-01T10:00:00"))
            .received(&received)
            .policy(&policy)
            .to_deal(&to_deal)
            .to_unit(&to_unit)
            .settle()
            .unwrap();
        holds(&settled, &received);
        prop_assert_eq!(settled.new_total, Some(total));
        let units: i32 = settled
            .counts
            .iter()
            .filter(|one| one.measure == kaipan::deal::ChangeMeasure::Subscriptions)
            .map(|one| one.units)
            .sum();
        prop_assert_eq!(units, 0, "a change of unit leaves the number of units as it is");
    }
}
