//! Due dates and what was received (handbook §4.2, §4.3, §6.6).

use super::*;

#[test]
fn construction_nodes_date_their_lines() {
    let node = |name: &str, line: PlanLine| PlanLine {
        anchor: Anchor::ConstructionNode { node: name.into() },
        days: 10,
        ..line
    };
    let lines = vec![
        share("首期款", "0.3"),
        node("封顶", share("第二期", "0.3")),
        node("竣工", remainder("尾款")),
    ];
    let plan = PaymentPlan { node_grace_days: 15, ..plan(PaymentMethod::Instalment, lines) };
    let mut case = case(plan, "1000000");
    let topped_out = |planned: Option<&str>, real: Option<&str>, notice: Option<&str>| NodeDate {
        node: "封顶".into(),
        planned: planned.map(date),
        real: real.map(date),
        notice: notice.map(date),
    };
    let second = |case: &Case| {
        let line = schedule(case).unwrap().lines.swap_remove(1);
        (line.due.unwrap().to_string(), line.provisional)
    };
    case.dates.nodes = vec![topped_out(Some("2027-06-30"), None, None)];
    assert_eq!(second(&case), ("2027-07-10".into(), true));
    case.dates.nodes = vec![topped_out(Some("2027-06-30"), Some("2027-06-20"), Some("2027-06-22"))];
    assert_eq!(second(&case), ("2027-07-07".into(), false));
    let last = schedule(&case).unwrap().lines.swap_remove(2);
    assert_eq!((last.due, last.provisional), (None, false));
    // 2027-07-07 a day off: the next working day.
    case.working_days = Some(WorkingDays { holidays: vec![date("2027-07-07")], workdays: vec![] });
    assert_eq!(second(&case).0, "2027-07-08");
}

/// The schedule as it was, with this much received on each line.
fn paid(schedule: &Schedule, received: &[&str]) -> Vec<ExistingLine> {
    let line = |(line, received): (&ScheduleLine, &&str)| ExistingLine {
        item: line.item,
        name: line.name.clone(),
        fee: line.fee.clone(),
        amount: line.amount,
        due: line.due,
        received: money(received),
    };
    assert_eq!(schedule.lines.len(), received.len());
    schedule.lines.iter().zip(received).map(line).collect()
}

fn received(schedule: &Schedule) -> Vec<String> {
    schedule.lines.iter().map(|line| line.received.unwrap().to_string()).collect()
}

#[test]
fn signing_dates_again_what_is_not_paid() {
    let mut case = case(mortgage(), "1455206");
    case.plan.lines[0].days = 3;
    let old = schedule(&case).unwrap();
    case.existing = paid(&old, &["50000", "395206", "0"]);
    case.dates.subscription = Some(date("2026-11-22"));
    case.dates.signing = Some(date("2026-12-01"));
    let new = schedule(&case).unwrap();
    let dates: Vec<_> = new.lines.iter().map(|line| line.due.unwrap().to_string()).collect();
    assert_eq!(dates, ["2026-11-21", "2026-12-01", "2026-12-01"]);
    assert!(new.lines.iter().all(|line| !line.provisional));
    assert_eq!(new.lines[2].outstanding, Some(money("1010000")));
    assert_eq!((new.surplus, new.findings.len()), (None, 0));
    // A fen short is not paid in full.
    case.existing[1].received = money("395205.99");
    let new = schedule(&case).unwrap();
    assert_eq!(new.lines[1].due, Some(date("2026-12-04")));
    assert_eq!(new.lines[1].outstanding, Some(money("0.01")));
}

#[test]
fn a_change_of_plan_keeps_what_was_received() {
    // Mortgage, all but 100,000 of the loan received, becomes a lump sum at a lower price.
    let old = schedule(&case(mortgage(), "1455206")).unwrap();
    let lines = vec![remainder("首期款")];
    let plan = PaymentPlan { deposit: deposit("50000"), ..plan(PaymentMethod::LumpSum, lines) };
    let mut case = case(plan, "1400000");
    case.existing = paid(&old, &["50000", "395206", "910000"]);
    let new = schedule(&case).unwrap();
    assert_eq!(amounts(&new), ["50000.00", "1350000.00"]);
    assert_eq!(received(&new), ["50000.00", "395206.00"]);
    assert_eq!(new.lines[1].outstanding, Some(money("954794")));
    assert_eq!((new.surplus, new.loan_surplus), (Some(money("910000")), Some(money("910000"))));
    assert_eq!(new.findings[0].code, Code::PaymentSurplus);
}

#[test]
fn receipts_flow_on_to_open_own_lines() {
    let lines = vec![share("首期款", "0.5"), share("第二期", "0.3"), share("第三期", "0.2")];
    let mut case = case(plan(PaymentMethod::Instalment, lines), "1000000");
    let old = schedule(&case).unwrap();
    // The second line shrinks from 300,000 to 40,000 and is paid: the rest goes on to the third,
    // then back to the first.
    case.plan.lines[1] = share("第二期", "0.1");
    case.plan.lines[2] = remainder("第三期");
    case.total = money("400000");
    case.existing = paid(&old, &["0", "300000", "0"]);
    let new = schedule(&case).unwrap();
    assert_eq!(amounts(&new), ["200000.00", "40000.00", "160000.00"]);
    assert_eq!(received(&new), ["100000.00", "40000.00", "160000.00"]);
    // Lines keep their own money first.
    case.existing = paid(&old, &["150000", "300000", "50000"]);
    let new = schedule(&case).unwrap();
    assert_eq!(received(&new), ["200000.00", "40000.00", "160000.00"]);
    assert_eq!((new.surplus, new.loan_surplus), (Some(money("100000")), None));
    // A line that is gone pays from the first on.
    case.existing = paid(&old, &["0", "0", "90000"]);
    case.existing[2].name = "第四期".into();
    assert_eq!(received(&schedule(&case).unwrap()), ["90000.00", "0.00", "0.00"]);
}

#[test]
fn lines_of_one_name_are_matched_in_order() {
    let month = |ratio: &str| PlanLine { anchor: Anchor::BookingDate {}, ..share("月供", ratio) };
    let lines = vec![share("首期款", "0.4"), month("0.3"), month("0.3")];
    let mut case = case(plan(PaymentMethod::Instalment, lines), "1000000");
    case.dates.booking = Some(date("2026-11-01"));
    let old = schedule(&case).unwrap();
    case.existing = paid(&old, &["0", "300000", "100000"]);
    case.dates.booking = Some(date("2026-11-05"));
    let new = schedule(&case).unwrap();
    assert_eq!(received(&new), ["0.00", "300000.00", "100000.00"]);
    assert_eq!(new.lines[1].due, Some(date("2026-11-01")));
    assert_eq!(new.lines[2].due, Some(date("2026-11-05")));
    // A third of that name has no line of its own any more: its money goes on as a surplus would.
    case.existing.push(ExistingLine { received: money("250000"), ..case.existing[2].clone() });
    assert_eq!(received(&schedule(&case).unwrap()), ["50000.00", "300000.00", "300000.00"]);
}

#[test]
fn fees_and_deposits_outside_the_price_keep_to_themselves() {
    let tax = |name: &str| line(name, LineAmount::Fee { item: "deed_tax".into() });
    let mut plan = plan(PaymentMethod::LumpSum, vec![remainder("房款"), tax("契税")]);
    plan.deposit =
        Some(DepositRule { amount: money("20000"), in_price: false, anchor: None, days: 0 });
    let mut case = case(plan, "100000");
    case.fees = vec![FeeAmount { item: "deed_tax".into(), amount: money("1000") }];
    let old = schedule(&case).unwrap();
    case.existing = paid(&old, &["20000", "110000", "1500"]);
    case.plan.lines[1] = tax("契税（代收）");
    let new = schedule(&case).unwrap();
    assert_eq!(received(&new), ["20000.00", "100000.00", "1000.00"]);
    assert_eq!((new.surplus, new.loan_surplus), (Some(money("10500")), None));
    // A smaller deposit frees money for the price.
    case.deposit = Some(money("5000"));
    case.existing = paid(&old, &["20000", "0", "0"]);
    let new = schedule(&case).unwrap();
    assert_eq!(received(&new), ["5000.00", "15000.00", "0.00"]);
    // The code of a fee stands before its name.
    case.existing[2].received = money("7");
    assert_eq!(received(&schedule(&case).unwrap())[2], "7.00");
    case.existing[2].fee = None;
    assert_eq!(schedule(&case).unwrap().surplus, Some(money("7")));
}
