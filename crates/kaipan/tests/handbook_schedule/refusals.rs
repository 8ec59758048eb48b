//! What no schedule can be made of: every reason at once, each with its place.

use super::*;

#[test]
fn every_reason_is_given_at_once() {
    let mut plan = mortgage();
    plan.enabled = false;
    plan.valid_to = Some(date("2026-10-31"));
    plan.projects = vec!["songfeng".into()];
    plan.method = PaymentMethod::LumpSum;
    plan.max_loan_ratio = Some(rate("0.6"));
    plan.deposit.as_mut().unwrap().amount = money("-1");
    let rule = plan.commercial.as_mut().unwrap();
    rule.fixed = Some(money("0"));
    rule.cap = Some(money("-1"));
    rule.months = Some(0);
    let marked = |line: PlanLine| PlanLine { deduct_deposit: true, ..line };
    let fee = || line("费", LineAmount::Fee { item: "x".into() });
    plan.lines = vec![
        share("一", "1.2"),
        fixed("二", "0"),
        marked(remainder("三")),
        marked(remainder("四")),
        marked(fund()),
        commercial(),
        commercial(),
        fee(),
        fee(),
    ];
    let mut case = case(plan, "0");
    case.project = Some("yunjing");
    case.deposit = Some(money("-5"));
    case.commercial_loan = Some(money("0"));
    case.fund_loan = Some(money("100"));
    case.appraisal = Some(money("-1"));
    case.filed_total = Some(money("0"));
    case.home_count = Some(0);
    let node = NodeDate { node: "封顶".into(), planned: None, real: None, notice: None };
    case.dates.nodes = vec![node.clone(), node];
    case.fees = vec![FeeAmount { item: "y".into(), amount: money("-1") }; 2];
    let day = date("2026-10-01");
    case.working_days = Some(WorkingDays { holidays: vec![day], workdays: vec![day] });
    case.existing = vec![ExistingLine {
        item: MoneyItem::Fee,
        name: "费".into(),
        fee: None,
        amount: money("-1"),
        due: None,
        received: money("-2"),
    }];
    let expected = [
        (Code::PaymentPlanDisabled, "/plan/enabled"),
        (Code::PaymentPlanNotValid, "/plan/valid_to"),
        (Code::PaymentAmount, "/plan/commercial/fixed"),
        (Code::PaymentAmount, "/plan/commercial/cap"),
        (Code::PaymentLoanBoth, "/plan/commercial/fixed"),
        (Code::PaymentMonths, "/plan/commercial/months"),
        (Code::PaymentLoanLimit, "/plan/max_loan_ratio"),
        (Code::PaymentMethod, "/plan/method"),
        (Code::PaymentAmount, "/plan/deposit/amount"),
        (Code::PaymentRatio, "/plan/lines/0/amount/ratio"),
        (Code::PaymentAmount, "/plan/lines/1/amount/amount"),
        (Code::PaymentRemainderTwice, "/plan/lines/3/amount"),
        (Code::PaymentLoanRule, "/plan/lines/4/amount"),
        (Code::PaymentLoanTwice, "/plan/lines/6/amount"),
        (Code::PaymentRatioSum, "/plan/lines"),
        (Code::PaymentDeductDeposit, "/plan/lines/3/deduct_deposit"),
        (Code::PaymentDeductDeposit, "/plan/lines/4/deduct_deposit"),
        (Code::PaymentAmount, "/fees/0/amount"),
        (Code::PaymentFeeTwice, "/fees/1/item"),
        (Code::PaymentAmount, "/fees/1/amount"),
        (Code::PaymentFeeMissing, "/plan/lines/7/amount/item"),
        (Code::PaymentFeeTwice, "/plan/lines/8/amount/item"),
        (Code::PaymentAmount, "/total"),
        (Code::PaymentAmount, "/deposit"),
        (Code::PaymentAmount, "/appraisal"),
        (Code::PaymentAmount, "/filed_total"),
        (Code::PaymentAmount, "/commercial_loan"),
        (Code::PaymentLoanAbsent, "/fund_loan"),
        (Code::PaymentProject, "/project"),
        (Code::PaymentHomeCount, "/home_count"),
        (Code::PaymentNodeTwice, "/dates/nodes/1/node"),
        (Code::PaymentAmount, "/existing/0/amount"),
        (Code::PaymentAmount, "/existing/0/received"),
        (Code::PaymentWorkingDay, "/working_days/workdays/0"),
    ];
    let found = errors(&case);
    let found: Vec<_> = found.iter().map(|(code, path)| (*code, path.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_plan_must_make_the_whole_price() {
    let reasons = |plan: PaymentPlan| errors(&case(plan, "1000000"));
    let missing = [(Code::PaymentRemainderMissing, "/plan/lines".to_owned())];
    // Less than the whole, a fixed amount, no own line.
    let parts = |ratio: &str| vec![share("首期款", "0.3"), share("尾款", ratio)];
    assert_eq!(reasons(plan(PaymentMethod::Instalment, parts("0.6"))), missing);
    let lines = vec![share("首期款", "0.3"), fixed("尾款", "700000")];
    assert_eq!(reasons(plan(PaymentMethod::Instalment, lines)), missing);
    assert_eq!(reasons(plan(PaymentMethod::LumpSum, vec![])), missing);
    let all = PaymentPlan {
        commercial: Some(loan(Some("1"))),
        ..plan(PaymentMethod::Mortgage, vec![commercial()])
    };
    assert_eq!(reasons(all), missing);
    let above = [(Code::PaymentRatioSum, "/plan/lines".to_owned())];
    assert_eq!(reasons(plan(PaymentMethod::Instalment, parts("0.700001"))), above);
    // A loan without a share takes what the limit leaves: 40 % + 70 %.
    let limit = |lines: Vec<PlanLine>| PaymentPlan {
        commercial: Some(loan(None)),
        max_loan_ratio: Some(rate("0.7")),
        ..plan(PaymentMethod::Mortgage, lines)
    };
    let lines = vec![share("首期款", "0.4"), commercial()];
    assert_eq!(reasons(limit(lines)), above);
    // With a remainder, less can be lent, and the remainder takes that.
    let lines = vec![share("首期款", "0.4"), remainder("尾款"), commercial()];
    let too_much = [(Code::PaymentAboveTotal, "/plan/lines".to_owned())];
    assert_eq!(reasons(limit(lines.clone())), too_much);
    let mut less = case(limit(lines), "1000000");
    less.commercial_loan = Some(money("500000"));
    assert_eq!(of(&less), ["400000.00", "100000.00", "500000.00"]);
    let unknown = PaymentPlan {
        commercial: Some(loan(None)),
        ..plan(PaymentMethod::Mortgage, vec![remainder("首期款"), commercial()])
    };
    assert_eq!(reasons(unknown.clone()), [(Code::PaymentLoanUnknown, "/plan/commercial".into())]);
    let mut case = case(unknown, "1000000");
    case.commercial_loan = Some(money("655000"));
    assert_eq!(of(&case), ["350000.00", "650000.00"]);
    let no_line = PaymentPlan {
        commercial: Some(loan(Some("0.7"))),
        ..plan(PaymentMethod::Mortgage, vec![remainder("首期款")])
    };
    assert_eq!(reasons(no_line), [(Code::PaymentLoanLine, "/plan/commercial".into())]);
}

#[test]
fn loans_must_agree_with_the_method() {
    use PaymentMethod::{Combination, Instalment, LumpSum, Mortgage, ProvidentFund};
    for (method, has_commercial, has_fund) in [
        (LumpSum, false, false),
        (Instalment, false, false),
        (Mortgage, true, false),
        (ProvidentFund, false, true),
        (Combination, true, true),
    ] {
        for (with_commercial, with_fund) in
            [(false, false), (true, false), (false, true), (true, true)]
        {
            let mut lines = vec![remainder("首期款")];
            lines.extend(with_commercial.then(commercial));
            lines.extend(with_fund.then(fund));
            let plan = PaymentPlan {
                commercial: with_commercial.then(|| loan(Some("0.3"))),
                fund: with_fund.then(|| loan(Some("0.3"))),
                ..plan(method, lines)
            };
            let case = case(plan, "1000000");
            if (with_commercial, with_fund) == (has_commercial, has_fund) {
                assert!(schedule(&case).is_ok(), "{method:?}");
            } else {
                let wrong = [(Code::PaymentMethod, "/plan/method".to_owned())];
                assert_eq!(errors(&case), wrong, "{method:?}");
            }
        }
    }
}

#[test]
fn applied_for_beyond_the_share_names_the_most() {
    let lines = vec![share("首期款", "0.3"), fund(), commercial()];
    let plan = PaymentPlan {
        fund: Some(LoanRule { cap: Some(money("605000")), ..loan(Some("0.5")) }),
        commercial: Some(loan(Some("0.2"))),
        loan_above: LoanAbove::Refuse,
        ..plan(PaymentMethod::Combination, lines)
    };
    let mut case = case(plan, "1455206");
    case.fund_loan = Some(money("605000.01"));
    case.commercial_loan = Some(money("300000"));
    let error = schedule(&case).unwrap_err();
    assert_eq!(error.code(), Code::PaymentLoanAbove);
    let texts = [&error, &error.others()[0]]
        .map(|error| (error.path(), error.params()[1].value.to_string()));
    // Cap and share count alike.
    let most = |field: &str, most: &str| (field.to_owned(), most.to_owned());
    assert_eq!(texts, [most("/fund_loan", "600000.00"), most("/commercial_loan", "290000.00")]);
    case.fund_loan = Some(money("605000"));
    case.commercial_loan = Some(money("291041.20"));
    let found = schedule(&case).unwrap();
    assert_eq!(amounts(&found), ["565206.00", "600000.00", "290000.00"]);
    assert!(found.findings.is_empty());
    // Unless the plan says so, it is cut to what can be lent.
    case.plan.loan_above = LoanAbove::Cut;
    case.fund_loan = Some(money("605000.01"));
    case.commercial_loan = Some(money("300000"));
    let cut = schedule(&case).unwrap();
    assert_eq!(amounts(&cut), amounts(&found));
    let findings = cut.findings.iter().map(|one| (one.code, one.path.clone().unwrap()));
    let code = Code::PaymentLoanCut;
    let places = [Input::FundLoan, Input::CommercialLoan].map(InputPlace::of);
    assert!(findings.eq(places.map(|place| (code, place))));
}

#[test]
fn reasons_by_amount_come_with_all_others() {
    let lines = vec![fixed("首期款", "900000"), remainder("尾款"), commercial()];
    let plan = PaymentPlan {
        enabled: false,
        commercial: Some(loan(Some("0.7"))),
        loan_above: LoanAbove::Refuse,
        deposit: deposit("5000000"),
        ..plan(PaymentMethod::Mortgage, lines)
    };
    let mut case = case(plan, "1455206");
    case.commercial_loan = Some(money("1200000"));
    case.home_count = Some(0);
    case.working_days = Some(WorkingDays {
        holidays: vec![date("2026-10-01")],
        workdays: vec![date("2026-10-01")],
    });
    assert_eq!(
        errors(&case),
        [
            (Code::PaymentPlanDisabled, "/plan/enabled".to_owned()),
            (Code::PaymentHomeCount, "/home_count".to_owned()),
            (Code::PaymentWorkingDay, "/working_days/workdays/0".to_owned()),
            (Code::PaymentLoanAbove, "/commercial_loan".to_owned()),
            (Code::PaymentAboveTotal, "/plan/lines".to_owned()),
            (Code::PaymentDepositAbove, "/plan/deposit/amount".to_owned()),
        ]
    );
}

#[test]
fn a_day_is_needed_for_what_depends_on_it() {
    let mut plan = mortgage();
    plan.valid_from = Some(date("2026-11-21"));
    let mut case = case(plan, "1455206");
    case.min_down_payment = Some(DownPaymentPolicy::National {});
    assert!(schedule(&case).is_ok());
    case.as_of = Some(date("2026-11-20"));
    assert_eq!(errors(&case), [(Code::PaymentPlanNotValid, "/plan/valid_from".into())]);
    case.as_of = None;
    case.dates.subscription = None;
    let missing = (Code::PaymentDayMissing, "/as_of".to_owned());
    assert_eq!(errors(&case), [missing.clone(), missing]);
}
