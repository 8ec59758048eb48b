//! Properties of fund plans: no line pays more than it has, days stay within the month, and a payment that
//! was allowed is one that the check finds nothing wrong with.

use kaipan::Date;
use kaipan::fund_plan::{
    FundLineState, FundPayment, FundPlan, FundPlanLine, FundPlanning, FundPurpose,
};
use kaipan::number::Money;
use proptest::prelude::*;

fn day(number: u32) -> Date {
    Date::from_ymd(2026, 9, 1).unwrap().add_days(number).unwrap()
}

fn plan() -> impl Strategy<Value = FundPlan> {
    let line = (0..6_u32, 1..5_000_i64, prop::bool::weighted(0.9));
    (prop::collection::vec(line, 1..8), 0..15_000_i64).prop_map(|(lines, amount)| {
        let of = |(at, (on, fen, approved)): (usize, (u32, i64, bool))| {
            let id = format!("L{at}");
            let line =
                FundPlanLine::new(id.as_str(), day(on), FundPurpose::Refund, Money::from_fen(fen));
            if approved { line.with_approval("A") } else { line }
        };
        let lines = lines.into_iter().enumerate().map(of).collect();
        FundPlan::new(day(0), Money::from_fen(amount)).with_approval("M").with_lines(lines)
    })
}

fn payments() -> impl Strategy<Value = Vec<(u32, usize, i64)>> {
    prop::collection::vec((0..6_u32, 0..8_usize, 1..3_000_i64), 0..20)
}

proptest! {
    #[test]
    fn allowed_payments_break_nothing(plan in plan(), wanted in payments()) {
        let mut made: Vec<FundPayment> = Vec::new();
        let mut wanted = wanted;
        wanted.sort_by_key(|one| one.0);
        for (at, (on, line, fen)) in wanted.into_iter().enumerate() {
            let line = plan.lines[line % plan.lines.len()].id.clone();
            let key = format!("P{at}");
            let payment = FundPayment::new(key.as_str(), day(on), FundPurpose::Refund, Money::from_fen(fen))
                .with_plan_line(line);
            let planning = FundPlanning::new(&plan).payments(&made);
            if let Ok(answer) = planning.pay(&payment) {
                prop_assert_eq!(answer.left_before.fen() - answer.left_after.fen(), fen);
                prop_assert!(!answer.left_after.is_negative());
                made.push(payment);
                // The same again gives the first result.
                let planning = FundPlanning::new(&plan).payments(&made);
                let again = planning.pay(made.last().unwrap()).unwrap();
                prop_assert!(again.repeated && again.left_after == answer.left_after);
            }
        }
        for as_of in 0..8 {
            let sheet = FundPlanning::new(&plan).payments(&made).check(day(as_of)).unwrap();
            prop_assert!(sheet.planned <= plan.amount && sheet.unplanned.is_zero());
            prop_assert!(sheet.findings.iter().all(|one| one.code.as_str() == "fund_plan.over_month"));
            let sum = |of: fn(&kaipan::fund_plan::FundLinePosition) -> Money| -> i64 {
                sheet.lines.iter().map(|line| of(line).fen()).sum()
            };
            prop_assert_eq!(sheet.paid.fen(), sum(|line| line.paid));
            prop_assert_eq!(sheet.lapsed.fen(), sum(|line| line.lapsed));
            prop_assert_eq!(sheet.room.fen() + sheet.planned.fen(), plan.amount.fen());
            // Every line is paid, open, lapsed or nothing: to the fen.
            for line in &sheet.lines {
                let parts = line.paid.fen() + line.left.fen() + line.lapsed.fen();
                let dead = matches!(line.state, FundLineState::NotApproved | FundLineState::Refused);
                prop_assert!(dead || parts == line.amount.fen(), "{line:?}");
            }
            let earlier: Vec<FundPayment> =
                made.iter().filter(|one| one.date <= day(as_of)).cloned().collect();
            let same = FundPlanning::new(&plan).payments(&earlier).check(day(as_of)).unwrap();
            prop_assert_eq!(same, sheet, "what came later changes nothing");
        }
    }
}
