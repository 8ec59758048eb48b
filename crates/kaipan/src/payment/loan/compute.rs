//! One loan from its terms to its schedule.

use super::check::{Act, CheckedLoan, check};
use super::course::{
    Cents, Course, Run, Start, Theory, YEAR, instalment, loan_overflow, millionths,
};
use super::schedule::{LoanMonth, LoanSchedule};
use super::terms::{LoanConvention, LoanTerms, MOST_MONTHS, RepaymentMethod};
use crate::error::Result;
use crate::number::{Exact, Mode, Money, Rate, divide};

/// One loan, with its month table if asked for; places of errors are those in the terms.
pub(super) fn one_loan(terms: &LoanTerms, table: bool) -> Result<LoanSchedule> {
    if !table {
        return compute(terms, |_| {});
    }
    let mut months = room_for(terms);
    let mut schedule = each_month(terms, |month| months.push(month))?;
    schedule.table = months;
    Ok(schedule)
}

/// One loan without a table, giving every month that has a payment to `each`.
///
/// After an error the months that were given mean nothing.
pub(crate) fn each_month(
    terms: &LoanTerms,
    mut each: impl FnMut(LoanMonth),
) -> Result<LoanSchedule> {
    let is_bullet = terms.repayment == RepaymentMethod::Bullet;
    compute(terms, |month| {
        // A bullet loan has one payment: the first.
        let due = terms.due(if is_bullet { 1 } else { month.month });
        each(LoanMonth { due, ..month });
    })
}

/// As [`each_month`], without due dates: these cost more than the rest of a month.
pub(crate) fn each_undated_month(
    terms: &LoanTerms,
    each: impl FnMut(LoanMonth),
) -> Result<LoanSchedule> {
    compute(terms, each)
}

/// Room for every month, so that the table is allocated once.
pub(super) fn room_for(terms: &LoanTerms) -> Vec<LoanMonth> {
    // Terms are not checked yet.
    Vec::with_capacity(usize::try_from(terms.months.min(MOST_MONTHS)).unwrap_or(0))
}

fn compute(terms: &LoanTerms, mut each: impl FnMut(LoanMonth)) -> Result<LoanSchedule> {
    let loan = check(terms)?;
    let start = Start {
        principal: terms.principal,
        months: terms.months,
        rate: millionths(loan.annual),
        repayment: terms.repayment,
        convention: terms.convention,
    };
    match (terms.repayment, terms.convention) {
        (RepaymentMethod::Bullet, _) => bullet(&loan, &mut each),
        (_, LoanConvention::Theoretical) => {
            let mut run = Run::<Theory>::begin(&loan, &start)?;
            run.go(each)?;
            amortised(&loan, &start, run)
        }
        _ => {
            let mut run = Run::<Cents>::begin(&loan, &start)?;
            run.go(each)?;
            amortised(&loan, &start, run)
        }
    }
}

/// The schedule of a loan that has come to its end.
fn amortised<C: Course>(
    loan: &CheckedLoan<'_>,
    start: &Start,
    end: Run<'_, C>,
) -> Result<LoanSchedule> {
    let interest = end.course.interest().ok_or_else(loan_overflow)?;
    let mut schedule =
        summary(loan, end.months, (end.first.unwrap_or_default(), end.last), interest)?;
    match start.repayment {
        RepaymentMethod::EqualPrincipal => {
            schedule.monthly_decrease = Some(monthly_decrease(start)?);
        }
        _ => schedule.per_ten_thousand = Some(per_ten_thousand(start).ok_or_else(loan_overflow)?),
    }
    if loan.events.iter().any(|event| !event.act.is_rate()) {
        let events = loan.events.iter().filter(|event| matches!(event.act, Act::Rate(_)));
        let plain = CheckedLoan { events: events.copied().collect(), ..*loan };
        let mut plain = Run::<C>::begin(&plain, start)?;
        plain.go(|_| {})?;
        let saved = end.course.saved_against(&plain.course).ok_or_else(loan_overflow)?;
        schedule.interest_saved = Some(saved);
    }
    schedule.changes = end.changes;
    Ok(schedule)
}

/// A schedule without what only some loans have.
fn summary(
    loan: &CheckedLoan<'_>,
    months: u32,
    (first, last): (Money, Money),
    interest: Money,
) -> Result<LoanSchedule> {
    let terms = loan.terms;
    Ok(LoanSchedule {
        name: terms.name.clone(),
        principal: terms.principal,
        months,
        annual_rate: loan.annual,
        repayment: terms.repayment,
        convention: terms.convention,
        first_payment: first,
        last_payment: last,
        monthly_decrease: None,
        per_ten_thousand: None,
        total_payment: terms.principal.checked_add(interest).ok_or_else(loan_overflow)?,
        total_interest: interest,
        interest_saved: None,
        changes: Vec::new(),
        table: Vec::new(),
    })
}

/// `P ÷ n × i`, half up to 6 decimals of a yuan.
fn monthly_decrease(start: &Start) -> Result<Exact> {
    let product = i128::from(start.principal.fen()).checked_mul(start.rate.into());
    // Of fen and twelfths.
    let by = i128::from(start.months).checked_mul(1_200);
    let (product, by) = product.zip(by).ok_or_else(loan_overflow)?;
    Ok(Exact::counted(divide(product, by, Mode::HalfUp)?, 6))
}

/// The payment of 10,000 yuan, which is 10^10 millionths.
fn per_ten_thousand(start: &Start) -> Option<Exact> {
    let payment = instalment(10_000_000_000, start.rate, start.months)?;
    Some(Exact::from(Rate::from_millionths(payment)))
}

/// One payment at maturity: `P × (1 + annual × months ÷ 12)`, the same in every convention.
fn bullet(loan: &CheckedLoan<'_>, each: &mut dyn FnMut(LoanMonth)) -> Result<LoanSchedule> {
    let terms = loan.terms;
    let principal = terms.principal;
    let product = i128::from(principal.fen()).checked_mul(loan.annual.millionths().into());
    let product = product.and_then(|product| product.checked_mul(terms.months.into()));
    let interest = divide(product.ok_or_else(loan_overflow)?, YEAR.into(), Mode::HalfUp)?;
    let interest = i64::try_from(interest).map(Money::from_fen).map_err(|_| loan_overflow())?;
    let payment = principal.checked_add(interest).ok_or_else(loan_overflow)?;
    let (month, balance) = (terms.months, Money::ZERO);
    each(LoanMonth { month, due: None, payment, principal, interest, prepaid: None, balance });
    summary(loan, month, (payment, payment), interest)
}
