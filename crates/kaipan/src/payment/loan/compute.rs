//! One loan from its terms to its schedule.

use super::cents::Cents;
use super::check::{Act, Loan, MOST_MONTHS, check};
use super::course::{Course, Row, Start, millionths, overflow, run};
use super::fixed::YEAR;
use super::instalment::instalment;
use super::schedule::{LoanMonth, LoanSchedule};
use super::terms::{LoanConvention, LoanTerms, RepaymentMethod};
use super::theory::Theory;
use crate::error::Result;
use crate::number::{Exact, FAST, Mode, Money, Rate, Saturating, divide};

/// One loan, with its month table if asked for; places of errors are those in the terms.
pub(crate) fn schedule(terms: &LoanTerms, table: bool) -> Result<LoanSchedule> {
    if !table {
        return compute(terms, |_| {});
    }
    let mut months = room_for(terms);
    let mut schedule = compute(terms, |row| months.push(month(terms, row)))?;
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
    compute(terms, |row| each(month(terms, row)))
}

/// As [`each_month`], without due dates: these cost more than the rest of a month.
pub(crate) fn each_undated_month(
    terms: &LoanTerms,
    mut each: impl FnMut(LoanMonth),
) -> Result<LoanSchedule> {
    compute(terms, |row| each(undated(row)))
}

/// Room for every month, so that the table is allocated once.
pub(super) fn room_for(terms: &LoanTerms) -> Vec<LoanMonth> {
    // Terms are not checked yet.
    Vec::with_capacity(usize::try_from(terms.months.min(MOST_MONTHS)).unwrap_or(0))
}

#[inline(always)]
fn month(terms: &LoanTerms, row: Row) -> LoanMonth {
    // A bullet loan has one payment: the first.
    let paid = if terms.repayment == RepaymentMethod::Bullet { 1 } else { row.month };
    LoanMonth { due: terms.due(paid), ..undated(row) }
}

#[inline(always)]
fn undated(row: Row) -> LoanMonth {
    LoanMonth {
        month: row.month,
        due: None,
        payment: Money::from_fen(row.payment),
        principal: Money::from_fen(row.principal),
        interest: Money::from_fen(row.interest),
        prepaid: row.prepaid.map(Money::from_fen),
        balance: Money::from_fen(row.balance),
    }
}

fn compute(terms: &LoanTerms, mut each: impl FnMut(Row)) -> Result<LoanSchedule> {
    if FAST {
        return computed(terms, each);
    }
    // Compiled once, for whatever is done with a month.
    let each: &mut dyn FnMut(Row) = &mut each;
    computed(terms, each)
}

fn computed(terms: &LoanTerms, each: impl FnMut(Row)) -> Result<LoanSchedule> {
    let loan = check(terms)?;
    let start = Start {
        principal: terms.principal.fen(),
        months: terms.months,
        rate: millionths(loan.annual),
        repayment: terms.repayment,
        convention: terms.convention,
    };
    match (terms.repayment, terms.convention) {
        (RepaymentMethod::Bullet, _) => bullet(&loan, each),
        (_, LoanConvention::Theoretical) => amortised::<Theory>(&loan, &start, each),
        _ => amortised::<Cents>(&loan, &start, each),
    }
}

fn amortised<C: Course>(
    loan: &Loan<'_>,
    start: &Start,
    each: impl FnMut(Row),
) -> Result<LoanSchedule> {
    let end = run::<C>(loan, start, each)?;
    let interest = end.course.interest().ok_or_else(overflow)?;
    let mut schedule = summary(loan, end.months, (end.first, end.last), interest)?;
    match start.repayment {
        RepaymentMethod::EqualPrincipal => {
            schedule.monthly_decrease = Some(monthly_decrease(start)?);
        }
        _ => schedule.per_ten_thousand = Some(per_ten_thousand(start).ok_or_else(overflow)?),
    }
    if loan.events.iter().any(|event| !event.act.is_rate()) {
        let events = loan.events.iter().filter(|event| matches!(event.act, Act::Rate(_)));
        let plain = Loan { events: events.copied().collect(), ..*loan };
        let unseen: &mut dyn FnMut(Row) = &mut |_| {};
        let plain = run::<C>(&plain, start, unseen)?;
        let saved = end.course.saved_against(&plain.course).ok_or_else(overflow)?;
        schedule.interest_saved = Some(Money::from_fen(saved));
    }
    schedule.changes = end.changes;
    Ok(schedule)
}

/// A schedule without what only some loans have; the first and last payment and Σ interest in fen.
fn summary(
    loan: &Loan<'_>,
    months: u32,
    (first, last): (i64, i64),
    interest: i64,
) -> Result<LoanSchedule> {
    let terms = loan.terms;
    let interest = Money::from_fen(interest);
    Ok(LoanSchedule {
        name: terms.name.clone(),
        principal: terms.principal,
        months,
        annual_rate: loan.annual,
        repayment: terms.repayment,
        convention: terms.convention,
        first_payment: Money::from_fen(first),
        last_payment: Money::from_fen(last),
        monthly_decrease: None,
        per_ten_thousand: None,
        total_payment: terms.principal.checked_add(interest).ok_or_else(overflow)?,
        total_interest: interest,
        interest_saved: None,
        changes: Vec::new(),
        table: Vec::new(),
    })
}

/// `P ÷ n × i`, half up to 6 decimals of a yuan.
fn monthly_decrease(start: &Start) -> Result<Exact> {
    let product = i128::from(start.principal).by(start.rate.into());
    // Of fen and twelfths.
    let micros = divide(product, i128::from(start.months).by(1_200), Mode::HalfUp)?;
    Ok(Exact::counted(micros, 6))
}

/// The payment of 10,000 yuan, which is 10^10 millionths.
fn per_ten_thousand(start: &Start) -> Option<Exact> {
    let payment = instalment(10_000_000_000, start.rate, start.months)?;
    Some(Exact::from(Rate::from_millionths(payment)))
}

/// One payment at maturity: `P × (1 + annual × months ÷ 12)`, the same in every convention.
fn bullet(loan: &Loan<'_>, mut each: impl FnMut(Row)) -> Result<LoanSchedule> {
    let terms = loan.terms;
    let principal = terms.principal.fen();
    let product = i128::from(principal).by(loan.annual.millionths().into());
    let interest = divide(product.by(terms.months.into()), YEAR.into(), Mode::HalfUp)?;
    let interest = i64::try_from(interest).map_err(|_| overflow())?;
    let payment = principal.checked_add(interest).ok_or_else(overflow)?;
    each(Row { month: terms.months, payment, principal, interest, prepaid: None, balance: 0 });
    summary(loan, terms.months, (payment, payment), interest)
}
