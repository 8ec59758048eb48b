//! The loans of a quote: terms from policies, plan and choice, and what they cost.

use super::make::{Draft, joined, policy_day};
use super::outcome::LoanYear;
use super::policies::LoanOffer;
use super::request::{QuoteCase, QuoteChoice};
use crate::error::{Code, Error, Finding, Result};
use crate::number::Money;
use crate::payment::loan::{self, LoanMonth, LoanSchedule, LoanTerms};
use crate::payment::{LoanRule, MoneyItem, Schedule, ScheduleLine};

/// Months that a loan runs if nobody says otherwise.
const MONTHS: u32 = 360;

/// What the loans of a quote cost.
#[derive(Default)]
pub(super) struct Lent {
    pub(super) loans: Vec<LoanSchedule>,
    pub(super) monthly_payment: Option<Money>,
    pub(super) total_interest: Option<Money>,
    pub(super) years: Vec<LoanYear>,
    pub(super) findings: Vec<Finding>,
}

/// Computes the loans of a schedule.
pub(super) fn lend(draft: &Draft<'_>, choice: &QuoteChoice, schedule: &Schedule) -> Result<Lent> {
    let (terms, findings) = terms_of(draft, choice, schedule);
    let mut lent = Lent { findings, ..Lent::default() };
    let mut errors = Vec::new();
    for (field, terms) in &terms {
        // The months themselves are not kept; `payment.loan` gives them.
        let mut years = Vec::with_capacity(years_of(terms.months));
        let mut fits = true;
        let loan = loan::each_undated_month(terms, |month| {
            fits = fits && add_month(&mut years, &month).is_some();
        });
        match loan {
            Ok(loan) => lent.loans.push(loan),
            Err(error) => {
                errors.push(error.at(field).at("policies"));
                continue;
            }
        }
        if !fits || add_years(&mut lent.years, years).is_none() {
            errors.push(Error::new(Code::NumberOverflow));
        }
    }
    if !errors.is_empty() {
        return Err(joined(errors));
    }
    if !lent.loans.is_empty() {
        lent.monthly_payment = Some(Money::sum(lent.loans.iter().map(|one| one.first_payment))?);
        lent.total_interest = Some(Money::sum(lent.loans.iter().map(|one| one.total_interest))?);
    }
    Ok(lent)
}

/// The terms of each loan of a schedule, by the name of their policy; loans without a policy are
/// found missing.
pub(super) fn terms_of(
    draft: &Draft<'_>,
    choice: &QuoteChoice,
    schedule: &Schedule,
) -> (Vec<(&'static str, LoanTerms)>, Vec<Finding>) {
    let (policies, case) = (draft.policies, draft.case);
    let plan = policies.plans.iter().find(|plan| plan.code == choice.plan);
    let (mut all, mut findings) = (Vec::new(), Vec::new());
    for line in schedule.lines.iter().filter(|line| line.amount.is_positive()) {
        let (offer, rule, months, field) = match line.item {
            MoneyItem::CommercialLoan => (
                &policies.commercial_loan,
                plan.and_then(|plan| plan.commercial.as_ref()),
                choice.commercial_months,
                "commercial_loan",
            ),
            MoneyItem::FundLoan => (
                &policies.fund_loan,
                plan.and_then(|plan| plan.fund.as_ref()),
                choice.fund_months,
                "fund_loan",
            ),
            _ => continue,
        };
        match offer {
            Some(offer) => all.push((field, terms(case, choice, line, offer, rule, months))),
            None => findings.push(Finding::new(Code::QuoteLoanTerms, &[("loan", &line.name)])),
        }
    }
    (all, findings)
}

fn terms(
    case: &QuoteCase,
    choice: &QuoteChoice,
    line: &ScheduleLine,
    offer: &LoanOffer,
    rule: Option<&LoanRule>,
    months: Option<u32>,
) -> LoanTerms {
    let months = months.or(rule.and_then(|rule| rule.months)).or(offer.months).unwrap_or(MONTHS);
    LoanTerms {
        name: Some(line.name.clone()),
        principal: line.amount,
        months,
        rate: offer.rate.on(policy_day(case)),
        repayment: choice.repayment.unwrap_or(offer.repayment),
        convention: offer.convention,
        first_payment: line.due.and_then(|due| due.add_months(1)),
        changes: Vec::new(),
    }
}

/// Years that so many months reach into, as far as room is made for them.
fn years_of(months: u32) -> usize {
    usize::try_from(months.div_ceil(12).min(100)).unwrap_or(0)
}

/// Adds a month to the years of its loan.
fn add_month(years: &mut Vec<LoanYear>, month: &LoanMonth) -> Option<()> {
    let year = month.month.saturating_sub(1).checked_div(12)?.checked_add(1)?;
    match years.last_mut().filter(|last| last.year == year) {
        Some(last) => {
            last.payment = last.payment.checked_add(month.payment)?;
            last.principal = last.principal.checked_add(month.principal)?;
            last.interest = last.interest.checked_add(month.interest)?;
            last.balance = month.balance;
        }
        None => years.push(LoanYear {
            year,
            payment: month.payment,
            principal: month.principal,
            interest: month.interest,
            balance: month.balance,
        }),
    }
    Some(())
}

/// Adds the years of a loan to those of all.
fn add_years(all: &mut Vec<LoanYear>, years: Vec<LoanYear>) -> Option<()> {
    if all.is_empty() {
        *all = years;
        return Some(());
    }
    for (at, own) in years.into_iter().enumerate() {
        match all.get_mut(at) {
            None => all.push(own),
            Some(year) => {
                year.payment = year.payment.checked_add(own.payment)?;
                year.principal = year.principal.checked_add(own.principal)?;
                year.interest = year.interest.checked_add(own.interest)?;
                year.balance = year.balance.checked_add(own.balance)?;
            }
        }
    }
    Some(())
}
