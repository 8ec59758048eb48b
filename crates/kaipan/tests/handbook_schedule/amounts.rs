//! Loans, cut-off, remainder, deposit, fees, least down payment (handbook §4.3).

use super::*;

#[test]
fn loans_are_rounded_down_without_a_guard() {
    let mut case = case(mortgage(), "14284.28");
    case.deposit = Some(Money::ZERO);
    // 70 % of 14,284.28 is 9,998.996: less than one place.
    let found = schedule(&case).unwrap();
    assert_eq!(amounts(&found), ["14284.28", "0.00"]);
    assert_eq!(found.findings[0].code, Code::PaymentLoanNothing);
    case.total = money("14290");
    assert_eq!(of(&case), ["4290.00", "10000.00"]);
}

#[test]
fn what_bounds_a_loan_is_in_its_steps() {
    let mut case = case(mortgage(), "1455206");
    case.deposit = Some(Money::ZERO);
    let last = |case: &Case| steps(schedule(case).unwrap().lines.last().unwrap());
    case.commercial_loan = Some(money("905000"));
    assert_eq!(
        last(&case),
        ["Ratio 0.7 = 1018644.2", "AppliedFor 905000 = 905000", "Rounding 10000 = 900000"]
    );
    assert_eq!(of(&case), ["555206.00", "900000.00"]);
    let rule = case.plan.commercial.as_mut().unwrap();
    rule.cap = Some(money("800000"));
    assert_eq!(
        last(&case),
        [
            "Ratio 0.7 = 1018644.2",
            "AppliedFor 905000 = 905000",
            "Cap 800000 = 800000",
            "Rounding 10000 = 800000",
        ]
    );
    case.commercial_loan = None;
    case.plan.loan_base = LoanBase::LowestValuation;
    case.appraisal = Some(money("1000000"));
    case.filed_total = Some(money("1500000"));
    assert_eq!(last(&case), ["ValuationRatio 0.7 = 700000", "Rounding 10000 = 700000"]);
    // What the valuation leaves unlent is paid by the buyer too.
    assert_eq!(of(&case), ["755206.00", "700000.00"]);
    case.filed_total = Some(money("900000"));
    assert_eq!(of(&case), ["825206.00", "630000.00"]);
}

#[test]
fn a_fixed_loan_needs_a_line_for_the_rest() {
    let mut plan = plan(PaymentMethod::ProvidentFund, vec![share("首期款", "0.3"), fund()]);
    plan.fund = Some(LoanRule { fixed: Some(money("505000")), ..loan(None) });
    let mut case = case(plan, "1000000");
    assert_eq!(errors(&case), [(Code::PaymentRemainderMissing, "/plan/lines".into())]);
    case.plan.lines.push(remainder("尾款"));
    // 5,000 of the fixed amount are cut off, to the line before.
    assert_eq!(of(&case), ["305000.00", "500000.00", "195000.00"]);
    case.total = money("700000");
    assert_eq!(errors(&case), [(Code::PaymentAboveTotal, "/plan/lines".into())]);
    case.plan.max_loan_ratio = Some(rate("0.7"));
    let found = schedule(&case).unwrap();
    assert_eq!(amounts(&found), ["210000.00", "490000.00", "0.00"]);
    assert_eq!(
        steps(&found.lines[1]),
        ["Fixed 505000 = 505000", "LoanLimit 0.7 = 490000", "Rounding 10000 = 490000"]
    );
}

#[test]
fn the_cut_off_goes_to_the_own_line_before_the_loan() {
    let mut plan = mortgage();
    plan.deposit = None;
    plan.commercial = Some(loan(Some("0.5")));
    plan.lines =
        vec![share("首期款", "0.2"), share("第二期", "0.2"), commercial(), share("尾款", "0.1")];
    let mut case = case(plan, "1455206");
    // 727,603 lent as 720,000; shares 291,041.20 and 145,520.60.
    assert_eq!(of(&case), ["291041.00", "298644.00", "720000.00", "145521.00"]);
    // No own line before the loan: the next after it.
    case.plan.lines.swap(0, 2);
    let found = schedule(&case).unwrap();
    assert_eq!(found.lines[0].item, MoneyItem::CommercialLoan);
    assert_eq!(amounts(&found), ["720000.00", "298644.00", "291041.00", "145521.00"]);
}

#[test]
fn loans_and_cut_off_stay_within_the_limit() {
    // The fund loan's share is 40 %, its cap below; the commercial loan takes what is left.
    let plan = PaymentPlan {
        fund: Some(LoanRule { cap: Some(money("500000")), ..loan(Some("0.4")) }),
        commercial: Some(loan(None)),
        max_loan_ratio: Some(rate("0.7")),
        ..plan(
            PaymentMethod::Combination,
            vec![share("首期款", "0.3"), fund(), commercial(), remainder("尾款")],
        )
    };
    let mut case = case(plan, "1455206");
    assert_eq!(of(&case), ["445206.00", "500000.00", "510000.00", "0.00"]);
    // With a share of its own, the commercial loan leaves the fund loan's cut-off to the buyer.
    case.plan.commercial = Some(loan(Some("0.3")));
    assert_eq!(of(&case), ["525206.00", "500000.00", "430000.00", "0.00"]);
}

#[test]
fn lines_above_the_total_give_back_what_rounding_added() {
    let up = |name: &str| rounded(share(name, "0.3"), Mode::Up, Place::HundredThousand);
    let lines = vec![up("首期款"), up("第二期"), up("第三期"), remainder("尾款")];
    let found = schedule(&case(plan(PaymentMethod::Instalment, lines), "1010000")).unwrap();
    // 303,000 become 400,000 three times: 190,000 too much.
    assert_eq!(amounts(&found), ["400000.00", "307000.00", "303000.00", "0.00"]);
    assert_eq!(
        steps(&found.lines[1]),
        ["Ratio 0.3 = 303000", "Rounding 100000 = 400000", "GivenBack 93000 = 307000"]
    );
}

#[test]
fn the_deposit_is_taken_off_and_carried() {
    let lines = vec![fixed("首期款", "30000"), share("第二期", "0.1"), remainder("尾款")];
    let plan = PaymentPlan { deposit: deposit("50000"), ..plan(PaymentMethod::Instalment, lines) };
    let mut case = case(plan, "300000");
    let found = schedule(&case).unwrap();
    assert_eq!(amounts(&found), ["50000.00", "0.00", "10000.00", "240000.00"]);
    assert_eq!(steps(&found.lines[1])[1], "Deposit 30000 = 0");
    assert_eq!(steps(&found.lines[2])[2], "CarriedDeposit 20000 = 10000");
    assert_eq!(found.own_funds, money("300000"));
    // Marked on the second line: from there on, then the nearest before.
    case.plan.lines[1].deduct_deposit = true;
    assert_eq!(of(&case), ["50000.00", "30000.00", "0.00", "220000.00"]);
    case.deposit = Some(money("280000"));
    assert_eq!(of(&case), ["280000.00", "20000.00", "0.00", "0.00"]);
    case.deposit = Some(money("300000.01"));
    assert_eq!(errors(&case), [(Code::PaymentDepositAbove, "/deposit".into())]);
    case.deposit = Some(Money::ZERO);
    assert_eq!(of(&case), ["30000.00", "30000.00", "240000.00"]);
    // Outside the price, nothing is taken off.
    case.deposit = None;
    case.plan.deposit.as_mut().unwrap().in_price = false;
    let found = schedule(&case).unwrap();
    assert_eq!(amounts(&found), ["50000.00", "30000.00", "30000.00", "240000.00"]);
    assert!(!found.lines[0].in_price);
    assert_eq!(found.own_funds, money("300000"));
}

#[test]
fn a_deposit_above_a_fifth_is_a_warning() {
    // §5.4: price 1,000,000, "deposit" 300,000: 200,000 are a deposit in law.
    let plan = plan(PaymentMethod::LumpSum, vec![remainder("房款")]);
    let mut case = case(plan, "1000000");
    case.deposit = Some(money("200000"));
    assert_eq!(schedule(&case).unwrap().findings, []);
    case.deposit = Some(money("300000"));
    let found = schedule(&case).unwrap();
    assert_eq!(amounts(&found), ["300000.00", "700000.00"]);
    assert_eq!(found.findings[0].code, Code::PaymentDepositHigh);
    assert_eq!(found.findings[0].severity, Severity::Warning);
    assert_eq!(found.findings[0].params[2].value, "200000.00");
    assert_eq!(found.findings[0].path.as_ref().unwrap(), &"/deposit");
}

#[test]
fn the_limit_of_deposits_is_a_policy() {
    let row = |from: &str, ratio: &str| DepositLimitRow {
        from: date(from),
        ratio: Some(rate(ratio)),
        amount: None,
        source: Some("市住建局".into()),
    };
    let rows = vec![row("2026-12-01", "0.05"), row("2026-06-01", "0.1")];
    let mut case = case(mortgage(), "499999.99");
    case.deposit_limit = Some(DepositLimit::Table { rows });
    let params = |case: &Case| {
        let found = schedule(case).unwrap().findings;
        let text = |one: &kaipan::error::Param| one.value.to_string();
        found.iter().map(|one| (one.code, one.params.iter().map(text).collect())).collect()
    };
    let found: Vec<(Code, Vec<String>)> = params(&case);
    let high = ["50000.00", "0.1", "49999.99", "市住建局", "市住建局"].map(str::to_owned);
    assert_eq!(found, [(Code::PaymentDepositHigh, high.to_vec())]);
    case.total = money("500000");
    assert_eq!(params(&case), []);
    case.as_of = Some(date("2026-05-31"));
    let day = vec!["2026-05-31".to_owned()];
    assert_eq!(params(&case), [(Code::PaymentNoDepositLimit, day)]);
    case.as_of = None;
    case.dates.subscription = None;
    assert_eq!(errors(&case), [(Code::PaymentDayMissing, "/as_of".to_owned())]);
}

#[test]
fn the_least_down_payment_of_the_day() {
    let mut plan = mortgage();
    plan.commercial = Some(loan(Some("0.85")));
    plan.lines[0] = share("首期款", "0.15");
    let mut case = case(plan, "1000000");
    case.min_down_payment = Some(DownPaymentPolicy::National {});
    let found = schedule(&case).unwrap();
    assert_eq!(found.own_funds, money("150000"));
    assert_eq!(found.min_down_payment, Some(rate("0.15")));
    assert!(found.min_down_payment_source.unwrap().contains("2024-09-24"));
    assert_eq!(found.findings, []);
    // The day before the notice a second home needed 25 %.
    case.as_of = Some(date("2024-09-23"));
    case.home_count = Some(2);
    let found = schedule(&case).unwrap();
    assert_eq!(found.findings[0].code, Code::PaymentDownPaymentLow);
    assert_eq!(found.findings[0].severity, Severity::Violation);
    let values: Vec<_> = found.findings[0].params.iter().map(|p| p.value.as_str()).collect();
    assert_eq!(values, ["150000.00", "0.15", "250000.00", "0.25"]);
    case.as_of = Some(date("2023-08-30"));
    let found = schedule(&case).unwrap();
    assert_eq!((found.min_down_payment, found.findings[0].code), (None, Code::PaymentNoPolicy));
    // One fen decides.
    case.as_of = None;
    case.total = money("1000000.01");
    case.plan.commercial.as_mut().unwrap().place = Place::Fen;
    for (ratio, low) in [("0.15", false), ("0.150001", true)] {
        let row = DownPaymentRow {
            from: date("2026-01-01"),
            home_count: None,
            ratio: rate(ratio),
            source: None,
        };
        case.min_down_payment = Some(DownPaymentPolicy::Table { rows: vec![row] });
        let found = schedule(&case).unwrap();
        // 850,000.0085 lent as 850,000.00.
        assert_eq!(found.own_funds, money("150000.01"));
        assert_eq!(!found.findings.is_empty(), low, "{ratio}");
    }
    // Without a loan there is nothing to check.
    case.plan = self::plan(PaymentMethod::LumpSum, vec![remainder("房款")]);
    assert_eq!(schedule(&case).unwrap().min_down_payment, None);
}

#[test]
fn fees_stand_outside_the_total() {
    let tax = line("契税", LineAmount::Fee { item: "deed_tax".into() });
    let plan = plan(PaymentMethod::LumpSum, vec![tax, remainder("房款")]);
    let mut case = case(plan, "1000000");
    let amount = |item: &str, amount: &str| FeeAmount { item: item.into(), amount: money(amount) };
    case.fees = vec![amount("deed_tax", "9174.31"), amount("stamp_duty", "500")];
    let found = schedule(&case).unwrap();
    assert_eq!(amounts(&found), ["9174.31", "1000000.00"]);
    assert_eq!(found.lines[0].fee.as_deref(), Some("deed_tax"));
    assert_eq!(found.lines[1].item, MoneyItem::DownPayment);
    assert!(!found.lines[0].in_price && found.own_funds == money("1000000"));
    assert_eq!(found.findings[0].code, Code::PaymentFeeUnused);
    assert_eq!(found.findings[0].path.as_ref().unwrap(), &"/fees/1");
    case.fees = vec![];
    let place = "/plan/lines/0/amount/item";
    assert_eq!(errors(&case), [(Code::PaymentFeeMissing, place.into())]);
}
