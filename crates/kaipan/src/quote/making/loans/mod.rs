//! The loans of a quote: terms from policies, plan and choice, and what they cost.

mod wish;
mod years;

use super::payment::Purchase;
use crate::error::{Code, Error, Finding, Result};
use crate::number::Money;
use crate::payment::loan::{self, LoanSchedule, LoanTerms, RepaymentMethod};
use crate::payment::{LineAmount, MoneyItem, Schedule, ScheduleLine};
use crate::quote::{LoanYear, QuoteChoice, Quoting};
use wish::{Sought, Wish};

/// What the loans of a quote cost.
#[derive(Default)]
pub(super) struct LoanCosts {
    pub(super) loans: Vec<LoanSchedule>,
    pub(super) monthly_payment: Option<Money>,
    pub(super) total_interest: Option<Money>,
    pub(super) years: Vec<LoanYear>,
    /// Every loan has its terms. Sums over all loans are given only then.
    pub(super) is_known: bool,
    pub(super) findings: Vec<Finding>,
}

/// Computes the loans of a schedule.
pub(super) fn lend(
    quoting: &Quoting<'_>,
    choice: &QuoteChoice,
    schedule: &Schedule,
) -> Result<LoanCosts> {
    let mut lent = LoanCosts { is_known: true, ..LoanCosts::default() };
    let mut told_of_costs = Vec::new();
    let mut errors = Vec::new();
    let mut wrong_costs = Vec::new();
    for line in loan_lines(schedule) {
        let wish = match Wish::of(quoting, choice, line.item) {
            Sought::NoLoan => continue,
            Sought::NoOffer => {
                lent.is_known = false;
                lent.findings.push(about(line, Code::QuoteLoanTerms, None));
                continue;
            }
            Sought::Wish(wish) => wish,
        };
        if wish.given_months().is_none() {
            let assumed = about(line, Code::QuoteTermAssumed, Some(wish.months()));
            lent.findings.push(assumed.placed(wish.months_at()));
        }
        let (told, refused) = wish.judged();
        lent.findings.extend(told);
        errors.extend(refused);
        let terms = wish.terms(&line.name, line.amount, line.due);
        match cost(&terms) {
            Ok((loan, years)) => {
                let told = loan::unusual(&terms, &loan).into_iter();
                let offer = wish.offer_at();
                told_of_costs.extend(told.map(|finding| finding.inside(&offer)));
                lent.loans.push(loan);
                if years::add_all(&mut lent.years, years).is_none() {
                    wrong_costs.push(Error::new(Code::NumberOverflow));
                }
            }
            Err(error) => wrong_costs.push(error.moved_by(&|place| wish.held(place))),
        }
    }
    errors.extend(wrong_costs);
    Error::collect(errors)?;
    lent.findings.extend(told_of_costs);
    if !lent.is_known {
        lent.years.clear();
    } else if !lent.loans.is_empty() {
        // What is paid once at the end is no monthly payment.
        let monthly = lent.loans.iter().filter(|one| one.repayment != RepaymentMethod::Bullet);
        if monthly.clone().next().is_some() {
            lent.monthly_payment = Some(Money::sum(monthly.map(|one| one.first_payment))?);
        }
        lent.total_interest = Some(Money::sum(lent.loans.iter().map(|one| one.total_interest))?);
    }
    Ok(lent)
}

/// A loan and its years. The months themselves are not kept: `payment.loan` gives them.
fn cost(terms: &LoanTerms) -> Result<(LoanSchedule, Vec<LoanYear>)> {
    let mut years = Vec::with_capacity(years::of(terms.months));
    let mut fits = true;
    let loan = loan::each_undated_month(terms, |month| {
        fits = fits && years::add_month(&mut years, &month).is_some();
    })?;
    fits = fits && years::settle(&mut years, &loan).is_some();
    match fits {
        true => Ok((loan, years)),
        false => Err(Error::new(Code::NumberOverflow)),
    }
}

/// The terms of every loan of a schedule for which there is an offer.
pub(crate) fn terms_of(
    quoting: &Quoting<'_>,
    choice: &QuoteChoice,
    schedule: &Schedule,
) -> Vec<LoanTerms> {
    let terms =
        loan_lines(schedule).filter_map(|line| match Wish::of(quoting, choice, line.item) {
            Sought::Wish(wish) => Some(wish.terms(&line.name, line.amount, line.due)),
            _ => None,
        });
    terms.collect()
}

/// What is wrong with the terms of a plan's loans, where no schedule says how much they are.
pub(super) fn reasons(purchase: &Purchase<'_>) -> Vec<Error> {
    let mut errors = Vec::new();
    let mut wrong_terms = Vec::new();
    for line in &purchase.plan.lines {
        let item = match line.amount {
            LineAmount::CommercialLoan {} => MoneyItem::CommercialLoan,
            LineAmount::FundLoan {} => MoneyItem::FundLoan,
            _ => continue,
        };
        let Sought::Wish(wish) = Wish::of(purchase.quoting, purchase.choice, item) else {
            continue;
        };
        errors.extend(wish.judged().1);
        // The months of a plan are checked with the plan.
        let known = |error: &Error| wish.runs_by_plan() && error.code() == Code::LoanMonths;
        wrong_terms.extend(wish.wrong_terms().into_iter().filter(|error| !known(error)));
    }
    errors.extend(wrong_terms);
    errors
}

fn loan_lines(schedule: &Schedule) -> impl Iterator<Item = &ScheduleLine> {
    let is_loan = |item| matches!(item, MoneyItem::CommercialLoan | MoneyItem::FundLoan);
    let lines = schedule.lines.iter();
    lines.filter(move |line| is_loan(line.item) && line.amount.is_positive())
}

/// A finding about a loan, with its months where they are said.
fn about(line: &ScheduleLine, code: Code, months: Option<u32>) -> Finding {
    let error = Error::new(code).with_long("loan", &line.name).with_long("loan_en", &line.name_en);
    match months {
        Some(months) => error.with("months", months).finding(),
        None => error.finding(),
    }
}
