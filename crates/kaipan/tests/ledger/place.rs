//! Money is allocated in the order of days, whenever it is entered.

use crate::desk::{Desk, day, receipt, yuan};
use kaipan::Text;
use kaipan::ledger::{AllocationLine, Bookkeeping, Ledger, LedgerAct, LedgerContext};
use kaipan::number::Money;
use kaipan::overdue::{LateFeePolicy, LateFeeTier, LedgerClaiming, OverdueAssessing};
use proptest::prelude::*;

const TODAY: &str = "2026-06-30";

fn take(amount: &str, by_hand: Option<&str>) -> LedgerAct {
    let receipt = receipt("D", "house_payment", amount).with_confirmed(true);
    let lines = by_hand.map(|id| vec![AllocationLine::new(id, yuan(amount))]);
    LedgerAct::receive(receipt.with_allocations(lines.unwrap_or_default()))
}

/// Paid, owed and the late fee of each claim on a day.
pub(crate) fn assessed(ledger: &Ledger, as_of: &str) -> Vec<(Text, Money, Money, Money)> {
    let tier = LateFeeTier { up_to_days: None, rate: "0.0002".parse().unwrap() };
    let policy = LateFeePolicy { tiers: vec![tier], ..LateFeePolicy::default() };
    let claims = LedgerClaiming::new(ledger, day(as_of)).claims().unwrap().claims;
    let found = OverdueAssessing::new(&policy, &claims, day(as_of)).assess().unwrap();
    let each = found.claims.into_iter();
    each.map(|one| (one.claim, one.paid, one.outstanding, one.late_fee)).collect()
}

fn desk(lines: &[(&str, &str, &str, &str)]) -> Desk {
    let mut desk = Desk::new();
    desk.deal("D", "2026-01-01", lines);
    desk
}

#[test]
fn the_late_fee_does_not_hang_on_the_order_of_entry() {
    let receipts = [("2026-01-10", "60000"), ("2026-03-01", "100000")];
    for order in [[0, 1], [1, 0]] {
        let mut desk = desk(&[("v", "house_payment", "2026-01-10", "100000")]);
        for at in order {
            let (date, amount) = receipts[at];
            desk.under(&format!("r{at}"), TODAY, date, take(amount, None)).unwrap();
        }
        // 40,000 × 50 days × 0.02 %
        let paid = (Text::from("v"), yuan("100000"), yuan("0"), yuan("400"));
        assert_eq!(assessed(&desk.ledger, "2026-03-01"), [paid], "{order:?}");
        let statement = desk.at("D", "2026-03-01");
        assert_eq!([statement.outstanding, statement.prepaid], ["0", "60000"].map(yuan));
    }
}

#[test]
fn what_a_person_said_stays() {
    let mut desk = desk(&[("v", "house_payment", "2026-01-10", "100000")]);
    desk.under("r1", TODAY, "2026-03-01", take("100000", Some("v"))).unwrap();
    desk.under("r0", TODAY, "2026-01-10", take("60000", None)).unwrap();
    // What came earlier pays until then: 40,000 × 50 days × 0.02 %.
    let paid = (Text::from("v"), yuan("100000"), yuan("0"), yuan("400"));
    assert_eq!(assessed(&desk.ledger, "2026-03-01"), [paid]);
    assert_eq!(desk.at("D", "2026-03-01").prepaid, yuan("60000"));
    let by_hand = desk.under("r2", TODAY, "2026-01-11", take("1", Some("v")));
    assert_eq!(by_hand, Err("ledger.used_later".to_owned()));
}

#[test]
fn a_person_can_take_the_place_too_and_what_gave_way_goes_on() {
    let mut desk = desk(&[
        ("v", "house_payment", "2026-01-10", "100"),
        ("w", "house_payment", "2026-02-10", "50"),
    ]);
    desk.under("r1", TODAY, "2026-03-01", take("100", None)).unwrap();
    desk.under("r0", TODAY, "2026-01-20", take("70", Some("v"))).unwrap();
    let owed = |as_of| -> Vec<Money> {
        assessed(&desk.ledger, as_of).into_iter().map(|(.., owed, _)| owed).collect()
    };
    assert_eq!(owed("2026-01-19"), ["100", "50"].map(yuan));
    assert_eq!(owed("2026-02-28"), ["30", "50"].map(yuan));
    assert_eq!(owed("2026-03-01"), ["0", "0"].map(yuan));
    assert_eq!(desk.at("D", "2026-03-01").prepaid, yuan("20"));
    // Taken back, what is free pays; what pays something else stays there.
    desk.under("x", TODAY, "2026-04-01", LedgerAct::reverse(Text::from("r0"))).unwrap();
    let after: Vec<Money> =
        assessed(&desk.ledger, "2026-04-01").into_iter().map(|one| one.2).collect();
    assert_eq!(after, ["50", "0"].map(yuan));
}

/// The ledger that is made of what a host kept takes places as the first one did.
#[test]
fn what_a_person_said_is_known_after_a_replay() {
    let mut desk = desk(&[
        ("v", "house_payment", "2026-01-10", "100"),
        ("w", "house_payment", "2026-02-10", "100"),
    ]);
    desk.under("r1", TODAY, "2026-03-01", take("100", Some("v"))).unwrap();
    desk.under("r2", TODAY, "2026-03-02", take("100", None)).unwrap();
    let mut again = desk.replayed().unwrap();
    desk.under("r0", TODAY, "2026-01-15", take("150", None)).unwrap();
    let context = LedgerContext::new("2026-06-30T10:00:00".parse().unwrap(), "出纳");
    let last = desk.postings.last().unwrap();
    let recorded = Bookkeeping::new(&mut again, &context).record(&last.command).unwrap();
    assert_eq!(recorded.posting, *last);
    let told: Vec<&str> = recorded.findings.iter().map(|one| one.code.as_str()).collect();
    assert_eq!(told, ["ledger.place_taken", "ledger.no_voucher"]);
    let owed: Vec<Money> = assessed(&again, "2026-02-28").into_iter().map(|one| one.2).collect();
    assert_eq!(owed, ["0", "50"].map(yuan));
}

proptest! {
    /// Whatever the order in which receipts are entered, on every day each claim is paid as far.
    #[test]
    fn claims_are_paid_as_if_entered_by_date(
        lines in prop::collection::vec((0_u8..50, 1_i64..200), 1..4),
        receipts in prop::collection::vec((0_u8..60, 1_i64..200), 2..6),
        order in any::<prop::sample::Index>(),
    ) {
        let on = |days: u8| {
            let first = day("2026-01-01");
            first.add_days(u32::from(days)).unwrap()
        };
        let make = |receipts: &[(u8, i64)]| {
            let lines: Vec<(String, String, String)> = lines
                .iter()
                .enumerate()
                .map(|(at, (due, amount))| (format!("v{at}"), on(*due).to_string(), amount.to_string()))
                .collect();
            let lines: Vec<(&str, &str, &str, &str)> = lines
                .iter()
                .map(|(id, due, amount)| (&**id, "house_payment", &**due, &**amount))
                .collect();
            let mut desk = desk(&lines);
            for (at, (date, amount)) in receipts.iter().enumerate() {
                let date = on(*date).to_string();
                desk.under(&format!("r{at}"), TODAY, &date, take(&amount.to_string(), None)).unwrap();
            }
            desk
        };
        let mut by_date = receipts.clone();
        by_date.sort_by_key(|(date, _)| *date);
        let mut turned = receipts.clone();
        let by = order.index(turned.len());
        turned.rotate_left(by);
        turned.reverse();
        let (one, other) = (make(&by_date), make(&turned));
        for days in [0, 5, 10, 20, 30, 40, 50, 60] {
            let as_of = on(days).to_string();
            prop_assert_eq!(assessed(&one.ledger, &as_of), assessed(&other.ledger, &as_of), "{}", as_of);
        }
    }
}
