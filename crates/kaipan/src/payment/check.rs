//! Whether a schedule can be made of plan and request: every reason why not, with its place.

use super::deposit_limit::DepositLimit;
use super::lend::{field, names};
use super::loan_cap;
use super::plan::{LineAmount, LoanRule, PaymentMethod, PaymentPlan};
use super::schedule::MoneyItem;
use super::scheduling::Scheduling;
use crate::Text;
use crate::error::{Code, Error};
use crate::firsts::firsts;
use crate::number::{Exact, Money, Rate};

/// Months that a loan can run.
const MOST_MONTHS: u32 = 1200;

/// Adds everything that is wrong with plan and request; tells whether amounts can be sought: what
/// they hang on is well formed.
pub(super) fn check(request: &Scheduling<'_>, errors: &mut Vec<Error>) -> bool {
    let plan = &request.plan;
    let mut wrong = Vec::new();
    check_offer(request, &mut wrong);
    let other = wrong.len();
    check_loans(plan, &mut wrong);
    if let Some(deposit) = &plan.deposit {
        wrong.extend(not_negative("amount", deposit.amount).map(|error| error.at("deposit")));
    }
    Shape::of(plan, &mut wrong).check(plan, &mut wrong);
    check_deposit_marks(plan, &mut wrong);
    let mut sound = wrong.len() == other;
    errors.extend(wrong.into_iter().map(|error| error.at("plan")));
    check_fees(request, errors);
    let before = errors.len();
    check_amounts(request, errors);
    sound &= errors.len() == before;
    check_rest(request, errors);
    sound
}

/// What the lines of a plan are made of.
#[derive(Default)]
struct Shape {
    /// Σ of the line ratios, millionths.
    ratios: i128,
    fixed: bool,
    own: bool,
    remainder: Option<usize>,
    commercial: Option<usize>,
    fund: Option<usize>,
}

impl Shape {
    /// Looks through the lines; adds an error for each that cannot be.
    fn of(plan: &PaymentPlan, errors: &mut Vec<Error>) -> Shape {
        let mut shape = Shape::default();
        for (at, line) in plan.lines.iter().enumerate() {
            let mut wrong = |error: Error| {
                errors.push(error.at("amount").at(at).at("lines"));
            };
            match &line.amount {
                LineAmount::Ratio { ratio } => {
                    shape.own = true;
                    shape.ratios = shape.ratios.saturating_add(millionths(*ratio));
                    share("ratio", *ratio).map(&mut wrong);
                }
                LineAmount::Fixed { amount } => {
                    (shape.own, shape.fixed) = (true, true);
                    positive("amount", *amount).map(&mut wrong);
                }
                LineAmount::Remainder {} => {
                    shape.own = true;
                    if let Some(first) = shape.remainder {
                        let error = Error::new(Code::PaymentRemainderTwice);
                        wrong(error.with("first", seq(first)));
                    }
                    shape.remainder = shape.remainder.or(Some(at));
                }
                LineAmount::CommercialLoan {} => {
                    let item = MoneyItem::CommercialLoan;
                    loan_line(&mut shape.commercial, at, item, plan).map(&mut wrong);
                }
                LineAmount::FundLoan {} => {
                    loan_line(&mut shape.fund, at, MoneyItem::FundLoan, plan).map(&mut wrong);
                }
                LineAmount::Fee { .. } => {}
            }
        }
        shape
    }

    /// Whether lines and loans together make the whole price.
    fn check(&self, plan: &PaymentPlan, errors: &mut Vec<Error>) {
        for (item, line) in
            [(MoneyItem::CommercialLoan, self.commercial), (MoneyItem::FundLoan, self.fund)]
        {
            if rule(plan, item).is_some() && line.is_none() {
                let (zh, en) = names(item);
                let error = Error::new(Code::PaymentLoanLine).with("field", rule_field(item));
                errors.push(error.with("loan_zh", zh).with("loan_en", en).at(rule_field(item)));
            }
        }
        let mut loans = [&plan.commercial, &plan.fund].into_iter().flatten();
        let to_limit = loans.clone().any(is_open);
        // What one of them leaves of the limit is the other's, or cut off: together they are all
        // of it.
        let filled = to_limit && plan.max_loan_ratio.is_some();
        let no_share = !filled && loans.any(|rule| rule.ratio.is_none());
        let asked = loan_ratios(plan);
        let lent = match plan.max_loan_ratio {
            // Such a loan takes what the limit leaves, or less, and a remainder more.
            Some(limit) if to_limit && self.remainder.is_none() => millionths(limit).max(asked),
            _ => asked,
        };
        let sum = self.ratios.saturating_add(lent);
        let one = millionths(Rate::ONE);
        if sum > one {
            let error = Error::new(Code::PaymentRatioSum).with("sum", Exact::counted(sum, 6));
            errors.push(error.at("lines"));
        }
        let reason = if !self.own {
            Some(("各期都是贷款或费用", "every line is a loan or a fee"))
        } else if self.fixed {
            Some(("有固定金额的一期", "there is a line of a fixed amount"))
        } else if no_share {
            Some(("有贷款没有比例", "a loan has no share"))
        } else if sum < one {
            Some((
                "各期与贷款的比例合计不足 1",
                "the shares of lines and loans add up to less than 1",
            ))
        } else {
            None
        };
        if let (Some((zh, en)), None) = (reason, self.remainder) {
            let error = Error::new(Code::PaymentRemainderMissing);
            errors.push(error.with("reason_zh", zh).with("reason_en", en).at("lines"));
        }
    }
}

/// Notes a loan's line; an error if there is one already, or no rule for it.
fn loan_line(
    line: &mut Option<usize>,
    at: usize,
    item: MoneyItem,
    plan: &PaymentPlan,
) -> Option<Error> {
    let (zh, en) = names(item);
    let named = |error: Error| error.with("loan_zh", zh).with("loan_en", en);
    if let Some(first) = *line {
        return Some(named(Error::new(Code::PaymentLoanTwice).with("first", seq(first))));
    }
    *line = Some(at);
    rule(plan, item)
        .is_none()
        .then(|| named(Error::new(Code::PaymentLoanRule).with("field", rule_field(item))))
}

fn check_deposit_marks(plan: &PaymentPlan, errors: &mut Vec<Error>) {
    let mut first = None;
    for (at, line) in plan.lines.iter().enumerate().filter(|(_, line)| line.deduct_deposit) {
        let reason = match (&line.amount, first) {
            (LineAmount::CommercialLoan {} | LineAmount::FundLoan {}, _) => {
                ("这一期是贷款".to_owned(), "this line is a loan".to_owned())
            }
            (LineAmount::Fee { .. }, _) => (
                "这一期是费用，不在房价内".to_owned(),
                "this line is a fee outside the price".into(),
            ),
            (_, Some(first)) => (
                format!("第 {} 期已标记", seq(first)),
                format!("line {} is marked already", seq(first)),
            ),
            _ => {
                first = Some(at);
                continue;
            }
        };
        let error = Error::new(Code::PaymentDeductDeposit).with("reason_zh", reason.0);
        errors.push(error.with("reason_en", reason.1).at("deduct_deposit").at(at).at("lines"));
    }
}

/// The loan rules by themselves, together, and against the method.
fn check_loans(plan: &PaymentPlan, errors: &mut Vec<Error>) {
    for item in [MoneyItem::CommercialLoan, MoneyItem::FundLoan] {
        let Some(rule) = rule(plan, item) else { continue };
        let mut wrong = |error: Error| errors.push(error.at(rule_field(item)));
        rule.ratio.and_then(|ratio| share("ratio", ratio)).map(&mut wrong);
        rule.fixed.and_then(|fixed| positive("fixed", fixed)).map(&mut wrong);
        rule.cap.and_then(|cap| positive("cap", cap)).map(&mut wrong);
        for error in loan_cap::check(&rule.caps) {
            wrong(error.at("caps"));
        }
        if let (Some(ratio), Some(fixed)) = (rule.ratio, rule.fixed) {
            let error = Error::new(Code::PaymentLoanBoth).with("ratio", ratio);
            wrong(error.with("fixed", fixed).at("fixed"));
        }
        if let Some(months) = rule.months.filter(|months| !(1..=MOST_MONTHS).contains(months)) {
            let error = Error::new(Code::PaymentMonths).with("value", months);
            wrong(error.with("most", MOST_MONTHS).at("months"));
        }
    }
    if let Some(limit) = plan.max_loan_ratio {
        errors.extend(share("max_loan_ratio", limit));
        let sum = loan_ratios(plan);
        if sum > millionths(limit) {
            let error = Error::new(Code::PaymentLoanLimit).with("sum", Exact::counted(sum, 6));
            errors.push(error.with("limit", limit).at("max_loan_ratio"));
        }
    }
    let (commercial, fund) = (plan.commercial.is_some(), plan.fund.is_some());
    let (fits, zh, en) = match plan.method {
        PaymentMethod::LumpSum | PaymentMethod::Instalment => {
            (!commercial && !fund, "不能有贷款", "there can be no loan")
        }
        PaymentMethod::Mortgage => (
            commercial && !fund,
            "应有商业贷款“commercial”，不能有公积金贷款“fund”",
            "it needs commercial, and no fund",
        ),
        PaymentMethod::ProvidentFund => (
            fund && !commercial,
            "应有公积金贷款“fund”，不能有商业贷款“commercial”",
            "it needs fund, and no commercial",
        ),
        PaymentMethod::Combination => (
            commercial && fund,
            "商业贷款“commercial”与公积金贷款“fund”都应有",
            "it needs both commercial and fund",
        ),
    };
    if !fits {
        let error = Error::new(Code::PaymentMethod).with("method", plan.method.as_str());
        let error = error.with("method_zh", plan.method.chinese());
        errors.push(error.with("rule_zh", zh).with("rule_en", en).at("method"));
    }
}

/// Whether the plan is offered: switched on, on that day, in that project.
fn check_offer(request: &Scheduling<'_>, errors: &mut Vec<Error>) {
    let plan = &request.plan;
    if !plan.enabled {
        errors.push(plan.error(Code::PaymentPlanDisabled).at("enabled"));
    }
    if let Some(day) = request.day() {
        let early = plan.valid_from.filter(|from| day < *from).map(|_| "valid_from");
        let late = plan.valid_to.filter(|to| *to < day).map(|_| "valid_to");
        if let Some(place) = early.or(late) {
            let (zh, en) = window(plan);
            let error = plan.error(Code::PaymentPlanNotValid);
            let error = error.with("day", day).with("window_zh", zh).with("window_en", en);
            errors.push(error.at(place));
        }
    }
}

/// The days a plan is offered on, in words.
fn window(plan: &PaymentPlan) -> (String, String) {
    match (plan.valid_from, plan.valid_to) {
        (Some(from), Some(to)) => (format!(" {from} 至 {to}"), format!("from {from} to {to}")),
        (Some(from), None) => (format!("自 {from} 起"), format!("from {from} on")),
        (None, Some(to)) => (format!("至 {to} 止"), format!("until {to}")),
        (None, None) => (String::new(), String::new()),
    }
}

fn check_fees(request: &Scheduling<'_>, errors: &mut Vec<Error>) {
    let again = firsts(request.fees, |fee| fee.item.as_str());
    for ((at, fee), first) in request.fees.iter().enumerate().zip(again) {
        let mut wrong = |error: Error| errors.push(error.at(at).at("fees"));
        if first != at {
            wrong(Error::new(Code::PaymentFeeTwice).with("item", &fee.item).at("item"));
        }
        not_negative("amount", fee.amount).map(&mut wrong);
    }
    let mut given: Vec<&str> = request.fees.iter().map(|fee| fee.item.as_str()).collect();
    given.sort_unstable();
    let lines = &request.plan.lines;
    let again = firsts(lines, |line| match &line.amount {
        LineAmount::Fee { item } => Some(item.as_str()),
        _ => None,
    });
    for ((at, line), first) in lines.iter().enumerate().zip(again) {
        let LineAmount::Fee { item } = &line.amount else { continue };
        let mut wrong =
            |error: Error| errors.push(error.at("item").at("amount").at(at).at("lines").at("plan"));
        if first != at {
            wrong(Error::new(Code::PaymentFeeTwice).with("item", item));
        } else if given.binary_search(&item.as_str()).is_err() {
            wrong(line.fee_missing(item).with_nearest(given.iter().copied(), item));
        }
    }
}

/// The amounts that the request gives.
fn check_amounts(request: &Scheduling<'_>, errors: &mut Vec<Error>) {
    let plan = &request.plan;
    errors.extend(positive("total", request.total));
    errors.extend(request.deposit.and_then(|deposit| not_negative("deposit", deposit)));
    errors.extend(request.appraisal.and_then(|value| positive("appraisal", value)));
    errors.extend(request.filed_total.and_then(|value| positive("filed_total", value)));
    for (item, applied) in [
        (MoneyItem::CommercialLoan, request.commercial_loan),
        (MoneyItem::FundLoan, request.fund_loan),
    ] {
        let (zh, en) = names(item);
        let named = |code: Code| {
            let error = Error::new(code).with("loan_zh", zh).with("loan_en", en);
            error.with("field", field(item))
        };
        errors.extend(applied.and_then(|applied| positive(field(item), applied)));
        match (rule(plan, item), applied) {
            (None, Some(_)) => {
                let error = plan.error(Code::PaymentLoanAbsent).with("loan_zh", zh);
                let error = error.with("loan_en", en).with("field", field(item));
                errors.push(error.at(field(item)));
            }
            (Some(rule), None) if is_open(rule) && plan.max_loan_ratio.is_none() => {
                let error = named(Code::PaymentLoanUnknown);
                errors.push(error.at(rule_field(item)).at("plan"));
            }
            _ => {}
        }
    }
}

/// What else the request says besides the plan.
fn check_rest(request: &Scheduling<'_>, errors: &mut Vec<Error>) {
    let plan = &request.plan;
    check_project(request, errors);
    let caps = [&plan.commercial, &plan.fund].into_iter().flatten().flat_map(|rule| &rule.caps);
    let dated_caps = caps.into_iter().any(|cap| cap.from.is_some());
    let dated = plan.valid_from.is_some() || plan.valid_to.is_some();
    for (needed, zh, en) in [
        (dated, "付款方式的有效期", "the dates that the plan is offered on"),
        (request.min_down_payment.is_some(), "最低首付比例", "the least down payment"),
        (dated_caps, "贷款上限", "the caps of loans"),
        (
            request.deposit_limit.is_some_and(DepositLimit::needs_day),
            "定金上限",
            "the limit of deposits",
        ),
    ] {
        if needed && request.day().is_none() {
            let error = Error::new(Code::PaymentDayMissing).with("field_zh", zh);
            errors.push(error.with("field_en", en).at("as_of"));
        }
    }
    if request.home_count == Some(0) {
        errors.push(Error::new(Code::PaymentHomeCount).at("home_count"));
    }
    errors.extend(
        request
            .borrower
            .fund_balance
            .and_then(|balance| not_negative("fund_balance", balance))
            .map(|error| error.at("borrower")),
    );
    if let Some(policy) = &request.min_down_payment {
        policy.check(errors);
    }
    if let Some(limit) = &request.deposit_limit {
        limit.check(errors);
    }
    if let Some(policy) = request.loan_terms {
        errors.extend(policy.check().into_iter().map(|error| error.at("loan_terms")));
    }
    let mut wrong = Vec::new();
    request.dates.check(&mut wrong);
    errors.extend(wrong.into_iter().map(|error| error.at("dates")));
    for (at, line) in request.existing.iter().enumerate() {
        let mut wrong = |error: Error| errors.push(error.at(at).at("existing"));
        not_negative("amount", line.amount).map(&mut wrong);
        not_negative("received", line.received).map(&mut wrong);
    }
}

fn check_project(request: &Scheduling<'_>, errors: &mut Vec<Error>) {
    let plan = &request.plan;
    let project = request.project;
    if plan.projects.is_empty() || plan.projects.iter().any(|code| Some(code.as_str()) == project) {
        return;
    }
    let error = plan.error(Code::PaymentProject);
    let error = error.with("project", project.unwrap_or("?"));
    let error = error.with_long("known", plan.projects.join(", "));
    let error = error.with_nearest(plan.projects.iter().map(Text::as_str), project.unwrap_or(""));
    errors.push(error.at("project"));
}

fn rule(plan: &PaymentPlan, item: MoneyItem) -> Option<&LoanRule> {
    if item == MoneyItem::FundLoan { plan.fund.as_ref() } else { plan.commercial.as_ref() }
}

/// Only a limit or an amount applied for can say how much it is.
fn is_open(rule: &LoanRule) -> bool {
    rule.ratio.is_none() && rule.fixed.is_none()
}

/// The field of the plan with a loan's rule.
fn rule_field(item: MoneyItem) -> &'static str {
    if item == MoneyItem::FundLoan { "fund" } else { "commercial" }
}

/// Σ of the loan ratios, millionths.
fn loan_ratios(plan: &PaymentPlan) -> i128 {
    let rules = [&plan.commercial, &plan.fund].into_iter().flatten();
    rules.filter_map(|rule| rule.ratio).map(millionths).sum()
}

fn millionths(rate: Rate) -> i128 {
    i128::from(rate.millionths())
}

/// The number of a line, as people count.
fn seq(at: usize) -> usize {
    at.saturating_add(1)
}

pub(super) fn share(field: &'static str, ratio: Rate) -> Option<Error> {
    let fits = ratio.is_positive() && ratio <= Rate::ONE;
    (!fits).then(|| {
        let error = Error::new(Code::PaymentRatio).with("field", field).with("value", ratio);
        error
            .with("rule_zh", "大于 0 且不大于 1")
            .with("rule_en", "above 0 and at most 1")
            .at(field)
    })
}

/// What is wrong with the share in a row of a table that is looked up by date.
pub(super) fn share_of_row(ratio: Rate) -> Option<Error> {
    let fits = !ratio.is_negative() && ratio <= Rate::ONE;
    (!fits).then(|| {
        let error = Error::new(Code::PaymentRatio).with("field", "ratio").with("value", ratio);
        error.with("rule_zh", "在 0 到 1 之间").with("rule_en", "between 0 and 1")
    })
}

/// What is wrong with the amount in a row of a table that is looked up by date.
pub(super) fn amount_of_row(amount: Money) -> Option<Error> {
    let error = || {
        let error = Error::new(Code::PaymentAmount).with("field", "amount").with("value", amount);
        error.with("rule_zh", "不小于零").with("rule_en", "zero or more")
    };
    amount.is_negative().then(error)
}

fn positive(field: &'static str, amount: Money) -> Option<Error> {
    (!amount.is_positive()).then(|| wrong_amount(field, amount, "大于零", "greater than zero"))
}

fn not_negative(field: &'static str, amount: Money) -> Option<Error> {
    amount.is_negative().then(|| wrong_amount(field, amount, "不小于零", "zero or more"))
}

fn wrong_amount(field: &'static str, amount: Money, zh: &str, en: &str) -> Error {
    let error = Error::new(Code::PaymentAmount).with("field", field).with("value", amount);
    error.with("rule_zh", zh).with("rule_en", en).at(field)
}
