//! Payment schedules: the worked examples of the handbook (§4.3) and its rules one by one.

mod amounts;
mod receipts;
mod refusals;

use kaipan::error::{Code, Error, Input, InputPlace, Result, Severity};
use kaipan::number::{Mode, Money, Place, Rate, Rounding};
use kaipan::payment::*;

fn money(text: &str) -> Money {
    text.parse().unwrap()
}

fn rate(text: &str) -> Rate {
    text.parse().unwrap()
}

fn date(text: &str) -> kaipan::Date {
    text.parse().unwrap()
}

fn line(name: &str, amount: LineAmount) -> PlanLine {
    PlanLine::new(name, amount, Anchor::SigningDate {})
}

fn share(name: &str, ratio: &str) -> PlanLine {
    line(name, LineAmount::Ratio { ratio: rate(ratio) })
}

fn fixed(name: &str, amount: &str) -> PlanLine {
    line(name, LineAmount::Fixed { amount: money(amount) })
}

fn remainder(name: &str) -> PlanLine {
    line(name, LineAmount::Remainder {})
}

fn commercial() -> PlanLine {
    line("按揭款", LineAmount::CommercialLoan {})
}

fn fund() -> PlanLine {
    line("公积金款", LineAmount::FundLoan {})
}

fn rounded(line: PlanLine, mode: Mode, place: Place) -> PlanLine {
    PlanLine { rounding: Some(Rounding::new(mode, place)), ..line }
}

fn loan(ratio: Option<&str>) -> LoanRule {
    LoanRule { ratio: ratio.map(rate), months: Some(360), ..LoanRule::default() }
}

fn deposit(amount: &str) -> Option<DepositRule> {
    Some(DepositRule::new(money(amount)))
}

fn plan(method: PaymentMethod, lines: Vec<PlanLine>) -> PaymentPlan {
    PaymentPlan::new("P", "付款方式", method, lines)
}

/// What schedules are made of here.
struct Case {
    plan: PaymentPlan,
    total: Money,
    dates: AnchorDates,
    as_of: Option<kaipan::Date>,
    project: Option<&'static str>,
    deposit: Option<Money>,
    commercial_loan: Option<Money>,
    fund_loan: Option<Money>,
    appraisal: Option<Money>,
    filed_total: Option<Money>,
    home_count: Option<u32>,
    min_down_payment: Option<DownPaymentPolicy>,
    deposit_limit: Option<DepositLimit>,
    fees: Vec<FeeAmount>,
    working_days: Option<WorkingDays>,
    existing: Vec<ExistingLine>,
}

fn case(plan: PaymentPlan, total: &str) -> Case {
    let dates = AnchorDates::default()
        .with_subscription(date("2026-11-21"))
        .with_agreed_signing(date("2026-11-28"));
    Case {
        plan,
        total: money(total),
        dates,
        as_of: None,
        project: None,
        deposit: None,
        commercial_loan: None,
        fund_loan: None,
        appraisal: None,
        filed_total: None,
        home_count: None,
        min_down_payment: None,
        deposit_limit: None,
        fees: vec![],
        working_days: None,
        existing: vec![],
    }
}

fn schedule(case: &Case) -> Result<Schedule> {
    Scheduling::new(&case.plan)
        .dates(&case.dates)
        .as_of(case.as_of)
        .project(case.project)
        .deposit(case.deposit)
        .commercial_loan(case.commercial_loan)
        .fund_loan(case.fund_loan)
        .appraisal(case.appraisal)
        .filed_total(case.filed_total)
        .home_count(case.home_count)
        .min_down_payment(case.min_down_payment.as_ref())
        .deposit_limit(case.deposit_limit.as_ref())
        .fees(&case.fees)
        .working_days(case.working_days.as_ref())
        .existing(&case.existing)
        .schedule(case.total)
}

/// 首期三成，按揭七成，定金五万.
fn mortgage() -> PaymentPlan {
    PaymentPlan {
        deposit: deposit("50000"),
        commercial: Some(loan(Some("0.7"))),
        ..plan(PaymentMethod::Mortgage, vec![share("首期款", "0.3"), commercial()])
    }
}

fn amounts(schedule: &Schedule) -> Vec<String> {
    schedule.lines.iter().map(|line| line.amount.to_string()).collect()
}

fn of(case: &Case) -> Vec<String> {
    amounts(&schedule(case).unwrap())
}

fn steps(line: &ScheduleLine) -> Vec<String> {
    let step = |step: &AmountStep| {
        let value = step.value.as_ref().map(|value| value.to_string()).unwrap_or_default();
        format!("{:?} {value} = {}", step.rule, step.after)
    };
    line.parts.iter().map(step).collect()
}

fn errors(case: &Case) -> Vec<(Code, String)> {
    let error = schedule(case).unwrap_err();
    let one = |error: &Error| (error.code(), error.path());
    std::iter::once(one(&error)).chain(error.others().iter().map(one)).collect()
}

#[test]
fn handbook_4_a_mortgage() {
    let schedule = schedule(&case(mortgage(), "1455206")).unwrap();
    assert_eq!(amounts(&schedule), ["50000.00", "395206.00", "1010000.00"]);
    assert_eq!(schedule.own_funds, money("445206"));
    assert_eq!(schedule.loan_total, money("1010000"));
    // 1,010,000 ÷ 1,455,206 = 0.694059…
    assert_eq!(schedule.loan_ratio, rate("0.694060"));
    assert_eq!(schedule.own_ratio, rate("0.305940"));
    assert_eq!(steps(&schedule.lines[0]), ["Fixed 50000 = 50000"]);
    assert_eq!(
        steps(&schedule.lines[1]),
        [
            "Ratio 0.3 = 436561.8",
            "Rounding 1 = 436562",
            "LoanCutOff 8644.2 = 445206.2",
            "Remainder -0.2 = 445206",
            "Deposit 50000 = 395206",
        ]
    );
    assert_eq!(steps(&schedule.lines[2]), ["Ratio 0.7 = 1018644.2", "Rounding 10000 = 1010000"]);
    let dates: Vec<_> = schedule.lines.iter().map(|line| line.due.unwrap().to_string()).collect();
    assert_eq!(dates, ["2026-11-21", "2026-11-28", "2026-11-28"]);
    assert!(!schedule.lines[0].provisional && schedule.lines[1].provisional);
    assert_eq!(schedule.findings, []);
}

#[test]
fn handbook_4_b_combination() {
    let plan = PaymentPlan {
        deposit: deposit("50000"),
        fund: Some(LoanRule { cap: Some(money("600000")), ..loan(None) }),
        commercial: Some(loan(None)),
        max_loan_ratio: Some(rate("0.7")),
        ..plan(PaymentMethod::Combination, vec![remainder("首期款"), fund(), commercial()])
    };
    let mut case = case(plan, "1455206");
    let found = schedule(&case).unwrap();
    assert_eq!(amounts(&found), ["50000.00", "395206.00", "600000.00", "410000.00"]);
    assert_eq!(found.own_funds, money("445206"));
    assert_eq!(steps(&found.lines[3]), ["LoanLimit 0.7 = 418644.2", "Rounding 10000 = 410000"]);
    // The same with a share for the down payment: the loans and their cut-off make up 70 %.
    case.plan.lines = vec![share("首期款", "0.3"), fund(), commercial(), remainder("尾款")];
    assert_eq!(of(&case), ["50000.00", "395206.00", "600000.00", "410000.00", "0.00"]);
    case.plan.lines.truncate(3);
    assert_eq!(of(&case), ["50000.00", "395206.00", "600000.00", "410000.00"]);
}

#[test]
fn handbook_4_c_instalments() {
    let down = |name: &str| rounded(share(name, "0.3"), Mode::Down, Place::Thousand);
    let lines = vec![down("首期款"), down("第二期"), down("第三期"), share("第四期", "0.1")];
    let found = schedule(&case(plan(PaymentMethod::Instalment, lines), "1455206")).unwrap();
    assert_eq!(amounts(&found), ["436000.00", "436000.00", "436000.00", "147206.00"]);
    assert_eq!(found.lines[0].item, MoneyItem::DownPayment);
    assert_eq!(found.lines[3].item, MoneyItem::Instalment);
    assert_eq!(found.lines[3].name_en, "Instalment 4");
}

#[test]
fn handbook_4_d_lump_sum() {
    let last = PlanLine { days: 7, ..remainder("房款") };
    let plan =
        PaymentPlan { deposit: deposit("50000"), ..plan(PaymentMethod::LumpSum, vec![last]) };
    let mut case = case(plan, "1455206");
    case.dates.signing = Some(date("2026-11-30"));
    let found = schedule(&case).unwrap();
    assert_eq!(amounts(&found), ["50000.00", "1405206.00"]);
    assert_eq!(found.lines[1].due, Some(date("2026-12-07")));
    assert!(!found.lines[1].provisional);
}
