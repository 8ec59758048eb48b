//! The loan: its months, summed by year.

use super::{Line, Loan, LoanOffer, Plan, Year, half_up};
use rust_decimal::{Decimal, MathematicalOps};

const TWELVE: Decimal = Decimal::from_parts(12, 0, 0, false, 0);

/// `i·(1+i)^n ÷ ((1+i)^n − 1)`: the payment of one yuan.
fn instalment(annual: Decimal, months: u32) -> Option<Decimal> {
    let monthly = annual / TWELVE;
    let grown = (Decimal::ONE + monthly).checked_powu(months.into())?;
    Some(monthly * grown / (grown - Decimal::ONE))
}

pub(super) fn loan(offer: &LoanOffer, plan: &Plan, line: &Line) -> Result<Loan, String> {
    let (principal, annual) = (line.amount, offer.annual);
    let months = plan.loan.as_ref().map_or(360, |rule| rule.months);
    let too_much = || format!("{principal} over {months} months cannot be computed");
    let share = instalment(annual, months).ok_or_else(too_much)?;
    let fixed = half_up(principal * share, 2);
    let mut years: Vec<Year> = Vec::with_capacity(months.div_ceil(12) as usize);
    let mut balance = principal;
    let (mut total_interest, mut last_payment) = (Decimal::ZERO, fixed);
    for month in 1..=months {
        // Divided last: with a monthly rate of 28 digits an exact half of a fen would be missed.
        let interest = half_up(balance * annual / TWELVE, 2);
        let payment = if month == months { balance + interest } else { fixed };
        let repaid = payment - interest;
        balance -= repaid;
        total_interest += interest;
        last_payment = payment;
        let year = month.div_ceil(12);
        match years.last_mut().filter(|last| last.year == year) {
            Some(last) => {
                last.payment += payment;
                last.principal += repaid;
                last.interest += interest;
                last.balance = balance;
            }
            None => years.push(Year { year, payment, principal: repaid, interest, balance }),
        }
    }
    Ok(Loan {
        name: line.name.clone(),
        principal,
        months,
        annual_rate: annual,
        first_payment: fixed,
        last_payment,
        per_ten_thousand: half_up(Decimal::from(10_000) * share, 6),
        total_payment: principal + total_interest,
        total_interest,
        years,
    })
}
