//! The loans of a quote: terms from policies, plan and choice, and what they cost.

use super::make::{Draft, joined, policy_day};
use super::outcome::LoanYear;
use super::policies::LoanOffer;
use super::request::{QuoteCase, QuoteChoice};
use crate::error::{Code, Error, Finding, Result};
use crate::number::Money;
use crate::payment::loan::{self, LoanMonth, LoanSchedule, LoanTerms, RepaymentMethod};
use crate::payment::{MoneyItem, Schedule, ScheduleLine};

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
    for asked in &terms {
        match loan::schedule(&asked.terms, true) {
            Ok(loan) => lent.loans.push(loan),
            Err(error) => {
                let offer = format!("/policies/{}", asked.offer);
                errors.push(error.moved(&[("/months", &asked.months_at)]).moved(&[
                    ("/rate", &format!("{offer}/rate")),
                    ("/repayment", &format!("{offer}/repayment")),
                    ("/principal", &offer),
                    ("/first_payment", &offer),
                ]));
            }
        }
    }
    if !errors.is_empty() {
        return Err(joined(errors));
    }
    if !lent.loans.is_empty() {
        // What is paid once at the end is no monthly payment.
        let monthly = lent.loans.iter().filter(|one| one.repayment != RepaymentMethod::Bullet);
        if monthly.clone().next().is_some() {
            lent.monthly_payment = Some(Money::sum(monthly.map(|one| one.first_payment))?);
        }
        lent.total_interest = Some(Money::sum(lent.loans.iter().map(|one| one.total_interest))?);
        lent.years = years(&lent.loans)?;
    }
    // The month tables were needed for the years only; `payment.loan` gives them.
    for one in &mut lent.loans {
        one.table = Vec::new();
    }
    Ok(lent)
}

/// A loan of a quote.
pub(super) struct AskedLoan {
    pub(super) terms: LoanTerms,
    /// Field of its offer in the policies.
    offer: &'static str,
    /// The place that its months come from.
    months_at: String,
}

/// The terms of each loan of a schedule; loans without an offer are found missing.
pub(super) fn terms_of(
    draft: &Draft<'_>,
    choice: &QuoteChoice,
    schedule: &Schedule,
) -> (Vec<AskedLoan>, Vec<Finding>) {
    let (policies, case) = (draft.policies, draft.case);
    let found = policies.plans.iter().enumerate().find(|(_, plan)| plan.code == choice.plan);
    let (plan_at, plan) = found.map_or((0, None), |(at, plan)| (at, Some(plan)));
    let (mut all, mut findings) = (Vec::new(), Vec::new());
    for line in schedule.lines.iter().filter(|line| line.amount.is_positive()) {
        let (offer, rule, wanted, [field, wanted_at, rule_at]) = match line.item {
            MoneyItem::CommercialLoan => (
                &policies.commercial_loan,
                plan.and_then(|plan| plan.commercial.as_ref()),
                choice.commercial_months,
                ["commercial_loan", "commercial_months", "commercial"],
            ),
            MoneyItem::FundLoan => (
                &policies.fund_loan,
                plan.and_then(|plan| plan.fund.as_ref()),
                choice.fund_months,
                ["fund_loan", "fund_months", "fund"],
            ),
            _ => continue,
        };
        let Some(offer) = offer else {
            findings.push(Finding::new(Code::QuoteLoanTerms, &[("loan", &line.name)]));
            continue;
        };
        let by_plan = rule.and_then(|rule| rule.months);
        let months = wanted.or(by_plan).or(offer.months).unwrap_or(MONTHS);
        let months_at = match (wanted, by_plan) {
            (Some(_), _) => format!("/choice/{wanted_at}"),
            (None, Some(_)) => format!("/policies/plans/{plan_at}/{rule_at}/months"),
            (None, None) => format!("/policies/{field}/months"),
        };
        if wanted.or(by_plan).or(offer.months).is_none() {
            let params: [(&str, &dyn std::fmt::Display); 2] =
                [("loan", &line.name), ("months", &MONTHS)];
            findings.push(Finding::new(Code::QuoteTermAssumed, &params).path(months_at.clone()));
        }
        let terms = terms(case, choice, line, offer, months);
        all.push(AskedLoan { terms, offer: field, months_at });
    }
    (all, findings)
}

fn terms(
    case: &QuoteCase,
    choice: &QuoteChoice,
    line: &ScheduleLine,
    offer: &LoanOffer,
    months: u32,
) -> LoanTerms {
    let repayment = choice.repayment.unwrap_or(offer.repayment);
    // What is repaid once is repaid at the end.
    let first = if repayment == RepaymentMethod::Bullet { months } else { 1 };
    let first = i32::try_from(first).unwrap_or(i32::MAX);
    LoanTerms {
        name: Some(line.name.clone()),
        principal: line.amount,
        months,
        rate: offer.rate.on(policy_day(case)),
        repayment,
        convention: offer.convention,
        first_payment: line.due.and_then(|due| due.add_months(first)),
        changes: Vec::new(),
    }
}

/// All loans year by year. What months shown to the fen leave of a loan's totals (where nothing is
/// rounded inside) falls into its last year, so that the years add up.
fn years(loans: &[LoanSchedule]) -> Result<Vec<LoanYear>> {
    let overflow = || Error::new(Code::NumberOverflow);
    let mut years: Vec<LoanYear> = Vec::new();
    for loan in loans {
        let (mut principal_left, mut interest_left) = (loan.principal, loan.total_interest);
        let last = loan.table.chunks(12).len().saturating_sub(1);
        for (number, months) in loan.table.chunks(12).enumerate() {
            let year = u32::try_from(number).ok().and_then(|number| number.checked_add(1));
            let sum = |amount: fn(&LoanMonth) -> Money| Money::sum(months.iter().map(amount));
            let (principal, interest) = match number == last {
                true => (principal_left, interest_left),
                false => (sum(|month| month.principal)?, sum(|month| month.interest)?),
            };
            principal_left = principal_left.checked_sub(principal).ok_or_else(overflow)?;
            interest_left = interest_left.checked_sub(interest).ok_or_else(overflow)?;
            if years.len() <= number {
                years.push(LoanYear { year: year.ok_or_else(overflow)?, ..LoanYear::default() });
            }
            let Some(all) = years.get_mut(number) else { continue };
            all.payment = Money::sum([all.payment, principal, interest])?;
            all.principal = Money::sum([all.principal, principal])?;
            all.interest = Money::sum([all.interest, interest])?;
            all.balance = Money::sum([all.balance, principal_left])?;
        }
    }
    Ok(years)
}
