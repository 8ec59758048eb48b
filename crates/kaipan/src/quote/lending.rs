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
        match loan::schedule(terms, true) {
            Ok(loan) => lent.loans.push(loan),
            Err(error) => errors.push(error.at(field).at("policies")),
        }
    }
    if !errors.is_empty() {
        return Err(joined(errors));
    }
    if !lent.loans.is_empty() {
        lent.monthly_payment = Some(Money::sum(lent.loans.iter().map(|one| one.first_payment))?);
        lent.total_interest = Some(Money::sum(lent.loans.iter().map(|one| one.total_interest))?);
        lent.years = years(&lent.loans)?;
    }
    // The month tables were needed for the years only; `payment.loan` gives them.
    for one in &mut lent.loans {
        one.table = Vec::new();
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

/// All loans year by year.
fn years(loans: &[LoanSchedule]) -> Result<Vec<LoanYear>> {
    let overflow = || Error::new(Code::NumberOverflow);
    let mut years: Vec<LoanYear> = Vec::new();
    for (number, months) in loans.iter().flat_map(|loan| loan.table.chunks(12).enumerate()) {
        let year = u32::try_from(number).ok().and_then(|number| number.checked_add(1));
        let year = year.ok_or_else(overflow)?;
        let sum = |amount: fn(&LoanMonth) -> Money| Money::sum(months.iter().map(amount));
        let balance = months.last().map(|month| month.balance).unwrap_or_default();
        let own = LoanYear {
            year,
            payment: sum(|month| month.payment)?,
            principal: sum(|month| month.principal)?,
            interest: sum(|month| month.interest)?,
            balance,
        };
        match years.get_mut(number) {
            None => years.push(own),
            Some(all) => {
                all.payment = Money::sum([all.payment, own.payment])?;
                all.principal = Money::sum([all.principal, own.principal])?;
                all.interest = Money::sum([all.interest, own.interest])?;
                all.balance = Money::sum([all.balance, own.balance])?;
            }
        }
    }
    Ok(years)
}
