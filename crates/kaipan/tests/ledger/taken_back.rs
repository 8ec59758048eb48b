//! What is taken back leaves things as if it had never been: due dates, what entries of other areas
//! freed, what was paid by others on the day.

use crate::desk::{Desk, day, receipt, yuan};
use crate::place::assessed;
use kaipan::Text;
use kaipan::ledger::{LedgerAct, LedgerApproval};
use kaipan::money::{LedgerAccount, LedgerEntry, LedgerLeg};
use kaipan::number::Money;

const TODAY: &str = "2026-12-31";

/// A line of 100,000 that is due on February 1st.
fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.deal("D", "2026-01-01", &[("L", "house_payment", "2026-02-01", "100000")]);
    desk
}

fn redate(due: &str) -> LedgerAct {
    LedgerAct::Redate { receivable: "L".into(), due: Some(day(due)) }
}

/// An entry of another area gives money back, from what lies paid in advance or pays lines.
fn given_back(date: &str, amount: &str) -> LedgerAct {
    let leg = |account, amount: &str| LedgerLeg {
        account,
        item: "house_payment".into(),
        amount: yuan(amount),
    };
    let bank = LedgerAccount::Bank { account: "监管户".into() };
    LedgerAct::Enter {
        entry: LedgerEntry {
            key: "E".into(),
            deal: Some("D".into()),
            customer: None,
            payee: None,
            date: day(date),
            recorded_at: "2026-12-31T10:00:00".parse().unwrap(),
            sequence: 0,
            legs: vec![leg(LedgerAccount::Prepayment {}, &format!("-{amount}")), leg(bank, amount)],
        },
    }
}

fn due(desk: &Desk, as_of: &str) -> String {
    desk.at("D", as_of).receivables[0].due.unwrap().to_string()
}

fn open_and_prepaid(desk: &Desk, as_of: &str) -> [Money; 2] {
    let of = desk.at("D", as_of);
    [of.outstanding, of.prepaid]
}

#[test]
fn a_due_date_that_is_taken_back_leaves_those_that_stand() {
    let mut desk = desk();
    desk.under("wrong", TODAY, "2026-01-05", redate("2026-03-01")).unwrap();
    desk.under("right", TODAY, "2026-01-20", redate("2026-05-01")).unwrap();
    desk.under("back", TODAY, "2026-02-01", LedgerAct::reverse("wrong")).unwrap();
    let dues = ["2026-01-04", "2026-01-10", "2026-01-31", "2026-02-01", "2026-12-31"];
    let dues = dues.map(|as_of| due(&desk, as_of));
    assert_eq!(dues, ["2026-02-01", "2026-03-01", "2026-05-01", "2026-05-01", "2026-05-01"]);
    // The other one too, and then none stands.
    desk.under("both", TODAY, "2026-02-05", LedgerAct::reverse("right")).unwrap();
    assert_eq!(due(&desk, "2026-02-04"), "2026-05-01");
    assert_eq!(due(&desk, "2026-02-05"), "2026-02-01");
    assert_eq!(format!("{:?}", desk.replayed().unwrap()), format!("{:?}", desk.ledger));
}

#[test]
fn a_due_date_that_is_keyed_late_holds_after_an_earlier_one_is_taken_back() {
    let mut desk = desk();
    desk.under("a", TODAY, "2026-01-10", redate("2026-03-01")).unwrap();
    desk.under("b", TODAY, "2026-01-05", redate("2026-06-01")).unwrap();
    desk.under("c", TODAY, "2026-01-20", LedgerAct::reverse("a")).unwrap();
    assert_eq!(due(&desk, "2026-01-15"), "2026-03-01");
    assert_eq!(due(&desk, "2026-01-20"), "2026-06-01");
    // A date that is given on an earlier day than the reversal, and keyed after it.
    desk.under("d", TODAY, "2026-01-15", redate("2026-07-01")).unwrap();
    assert_eq!(due(&desk, "2026-01-25"), "2026-07-01");
}

#[test]
fn an_entry_of_another_area_that_is_taken_back_pays_again_what_it_freed() {
    let mut desk = desk();
    desk.under(
        "r",
        TODAY,
        "2026-01-10",
        LedgerAct::receive(receipt("D", "house_payment", "100000")),
    )
    .unwrap();
    desk.under("e", TODAY, "2026-01-20", given_back("2026-01-20", "40000")).unwrap();
    assert_eq!(open_and_prepaid(&desk, "2026-01-20"), [yuan("40000"), yuan("0")]);
    desk.under("back", TODAY, "2026-01-25", LedgerAct::reverse("e")).unwrap();
    assert_eq!(open_and_prepaid(&desk, "2026-01-24"), [yuan("40000"), yuan("0")]);
    assert_eq!(open_and_prepaid(&desk, "2026-01-25"), [yuan("0"), yuan("0")]);
}

#[test]
fn an_entry_of_another_area_takes_free_money_that_is_keyed_late_before_what_pays_lines() {
    let mut desk = Desk::new();
    let lines = [
        ("1", "house_payment", "2026-02-01", "60000"),
        ("2", "house_payment", "2026-03-01", "40000"),
    ];
    desk.deal("D", "2026-01-01", &lines);
    let take = |amount| LedgerAct::receive(receipt("D", "house_payment", amount));
    desk.under("r", TODAY, "2026-01-10", take("100000")).unwrap();
    desk.under("e", TODAY, "2026-01-20", given_back("2026-01-20", "40000")).unwrap();
    desk.under("late", TODAY, "2026-01-05", take("40000")).unwrap();
    assert_eq!(open_and_prepaid(&desk, "2026-01-19"), [yuan("0"), yuan("40000")]);
    assert_eq!(open_and_prepaid(&desk, "2026-01-20"), [yuan("0"), yuan("0")]);
}

#[test]
fn money_given_back_was_there_until_then_whatever_else_is_taken_back_on_that_day() {
    let mut desk = desk();
    desk.under(
        "r",
        TODAY,
        "2026-02-06",
        LedgerAct::receive(receipt("D", "house_payment", "100000")),
    )
    .unwrap();
    desk.under("f", TODAY, "2026-02-08", LedgerAct::receive(receipt("D", "handling_fee", "100")))
        .unwrap();
    desk.under("e", TODAY, "2026-02-11", given_back("2026-02-11", "100000")).unwrap();
    let before = assessed(&desk.ledger, "2026-02-21");
    desk.under("back", TODAY, "2026-02-11", LedgerAct::reverse("f")).unwrap();
    assert_eq!(assessed(&desk.ledger, "2026-02-21"), before);
}

#[test]
fn nothing_is_owed_again_of_a_deal_that_has_ended() {
    let mut desk = desk();
    let approval = LedgerApproval::new("A", yuan("10000"));
    let (receivable, reason) = (Text::from("L"), None);
    let waive = LedgerAct::Waive { receivable, amount: yuan("10000"), approval, reason };
    desk.under("w", TODAY, "2026-01-05", waive).unwrap();
    let (receivable, by) = (Text::from("L"), yuan("-20000"));
    let adjust = LedgerAct::Adjust { receivable, by, approval: None, reason: None };
    desk.under("a", TODAY, "2026-01-06", adjust).unwrap();
    desk.under("end", TODAY, "2026-01-10", LedgerAct::end_deal("D")).unwrap();
    for key in ["w", "a"] {
        let back = desk.under("back", TODAY, "2026-01-15", LedgerAct::reverse(key));
        assert_eq!(back, Err("ledger.deal_ended".to_owned()));
    }
}

#[test]
fn money_that_is_kept_pays_what_is_raised_after_it_only() {
    let mut desk = desk();
    let mut kept = receipt("D", "house_payment", "60000");
    kept.keep_rest = true;
    desk.under("r", TODAY, "2026-01-10", LedgerAct::receive(kept)).unwrap();
    // A fee is no reason to use it for what was there.
    desk.raise("D", "2026-01-20", &[("fee", "handling_fee", "", "7")]).unwrap();
    assert_eq!(open_and_prepaid(&desk, "2026-01-20"), [yuan("100007"), yuan("60000")]);
    // What is keyed after it, though of an earlier day, was not there when that was said.
    desk.raise("D", "2026-01-05", &[("2", "house_payment", "2026-03-01", "50000")]).unwrap();
    assert_eq!(open_and_prepaid(&desk, "2026-01-20"), [yuan("100007"), yuan("10000")]);
}

#[test]
fn what_a_person_says_of_an_earlier_day_is_held_to_what_was_free_on_it() {
    let mut desk = Desk::new();
    desk.deal("D", "2026-01-01", &[("1", "house_payment", "2026-06-01", "100000")]);
    let mut kept = receipt("D", "house_payment", "100000");
    kept.keep_rest = true;
    desk.under("r", TODAY, "2026-01-03", LedgerAct::receive(kept)).unwrap();
    desk.raise("D", "2026-01-10", &[("2", "house_payment", "2026-01-15", "100000")]).unwrap();
    assert_eq!(open_and_prepaid(&desk, "2026-01-10"), [yuan("100000"), yuan("0")]);
    let line = kaipan::ledger::AllocationLine::new("1", yuan("60000"));
    let said = LedgerAct::Allocate { receipt: "r".into(), allocations: vec![line] };
    desk.under("said", TODAY, "2026-01-05", said).unwrap();
    let open =
        desk.at("D", TODAY).receivables.iter().map(|one| one.outstanding).collect::<Vec<_>>();
    assert_eq!(open, [yuan("40000"), yuan("60000")]);
}

#[test]
fn money_of_a_day_before_the_end_comes_in_though_it_is_keyed_after_it() {
    let keyed = |order: [usize; 2]| {
        let mut desk = desk();
        let acts = [
            ("r", "2026-01-10", LedgerAct::receive(receipt("D", "house_payment", "40000"))),
            ("end", "2026-02-01", LedgerAct::end_deal("D")),
        ];
        for at in order {
            let (key, date, act) = acts[at].clone();
            desk.under(key, TODAY, date, act).unwrap();
        }
        desk
    };
    let (one, other) = (keyed([0, 1]), keyed([1, 0]));
    for (as_of, figures) in [("2026-01-31", ["60000", "0"]), ("2026-02-01", ["0", "40000"])] {
        assert_eq!(open_and_prepaid(&one, as_of), figures.map(yuan));
        assert_eq!(open_and_prepaid(&other, as_of), figures.map(yuan));
    }
    let mut late = other;
    let take = LedgerAct::receive(receipt("D", "house_payment", "500"));
    assert_eq!(late.under("late", TODAY, "2026-02-01", take), Err("ledger.deal_ended".to_owned()));
}
