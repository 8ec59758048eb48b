//! What all payments of a buyer are worth on the day of the quote.
//!
//! A payment m whole months and d days after that day counts `1 ÷ ((1 + i)^m × (1 + i·d/30))`
//! with `i = annual ÷ 12`: the monthly rate of the loans, so that a loan at the same rate is worth
//! what was lent. Carried in binary fixed point as in `payment::loan`; rounded half up to the fen
//! once, at the end.

use super::lending;
use super::make::Draft;
use super::outcome::Quote;
use super::request::QuoteChoice;
use crate::Date;
use crate::error::{Code, Error, Result};
use crate::number::{Money, Rate};
use crate::payment::loan::{self, Fixed, YEAR};

/// Months a payment may lie ahead: a century.
const MOST_MONTHS: u32 = 1_200;

/// Present cost of own funds, fees and monthly payments; what has no date counts in full.
pub(super) fn cost(
    draft: &Draft<'_>,
    choice: &QuoteChoice,
    quote: &Quote,
    annual_rate: Rate,
) -> Result<Money> {
    let mut flows = Flows { from: quote.as_of, rate: millionths(annual_rate), months: Vec::new() };
    for need in &quote.cash {
        flows.pay(need.due, need.amount)?;
    }
    let signing = draft.case.facts.signing_date.or(draft.case.facts.agreed_signing_date);
    let start = signing.unwrap_or(quote.as_of);
    for asked in lending::terms_of(draft, choice, &quote.schedule).loans {
        let mut done: Result<()> = Ok(());
        let mut pay = |due: Option<Date>, month: u32, amount: Money| -> Result<()> {
            // Without a date of its own a loan starts at signing.
            let later = i32::try_from(month).ok().and_then(|month| start.add_months(month));
            flows.pay(due.or(later), amount)
        };
        loan::each_month(&asked.terms, |row| {
            if done.is_ok() {
                done = pay(row.due, row.month, row.payment);
            }
        })?;
        done?;
    }
    flows.value()
}

/// Payments by whole months ahead, each already worth what it is at the start of its month.
struct Flows {
    from: Date,
    rate: u64,
    months: Vec<Fixed>,
}

impl Flows {
    fn pay(&mut self, due: Option<Date>, amount: Money) -> Result<()> {
        let (months, days) = due.map_or((0, 0), |due| ahead(self.from, due));
        // 1 ÷ (1 + i·d/30) in steps of a rate: a month has 30 days, a year 360.
        let (whole, more) = (YEAR.saturating_mul(30), self.rate.saturating_mul(days));
        let value = Fixed::of(amount.fen()).share(whole, whole.saturating_add(more));
        let value = value.ok_or_else(overflow)?;
        let at = usize::try_from(months.min(MOST_MONTHS)).unwrap_or(0);
        if self.months.len() <= at {
            self.months.resize(at.saturating_add(1), Fixed::ZERO);
        }
        if let Some(month) = self.months.get_mut(at) {
            *month = month.plus(value).ok_or_else(overflow)?;
        }
        Ok(())
    }

    /// From the last month to the first: `(… + last) ÷ (1 + i) + … + first`.
    fn value(&self) -> Result<Money> {
        let grown = YEAR.saturating_add(self.rate);
        let mut value = Fixed::ZERO;
        for month in self.months.iter().rev() {
            let earlier = value.share(YEAR, grown).ok_or_else(overflow)?;
            value = earlier.plus(*month).ok_or_else(overflow)?;
        }
        value.rounded().map(Money::from_fen).ok_or_else(overflow)
    }
}

/// Whole months from one day to another, and days beyond them; nothing for the past.
fn ahead(from: Date, due: Date) -> (u32, u64) {
    let mut months = 0_u32;
    let reached = |months: u32| {
        let later = i32::try_from(months).ok().and_then(|months| from.add_months(months));
        later.filter(|later| *later <= due)
    };
    // A month has at least 28 days.
    let most = u32::try_from(due.days_since(from).max(0)).unwrap_or(u32::MAX).checked_div(28);
    let (mut low, mut high) = (0_u32, most.unwrap_or(0).min(MOST_MONTHS));
    while low < high {
        let middle = low.saturating_add(high).saturating_add(1).checked_div(2).unwrap_or(high);
        if reached(middle).is_some() {
            low = middle;
            months = middle;
        } else {
            high = middle.saturating_sub(1);
        }
    }
    let start = reached(months).unwrap_or(from);
    (months, u64::try_from(due.days_since(start)).unwrap_or(0))
}

fn millionths(rate: Rate) -> u64 {
    u64::try_from(rate.millionths()).unwrap_or(0)
}

fn overflow() -> Error {
    Error::new(Code::NumberOverflow)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn months_and_days_ahead() {
        let from = date("2026-01-31");
        for (due, months, days) in [
            ("2026-01-31", 0, 0),
            ("2025-12-31", 0, 0),
            ("2026-02-27", 0, 27),
            ("2026-02-28", 1, 0),
            ("2026-03-30", 1, 30),
            ("2027-01-31", 12, 0),
            ("2056-01-31", 360, 0),
        ] {
            assert_eq!(ahead(from, date(due)), (months, days), "{due}");
        }
    }

    #[test]
    fn a_payment_is_worth_less_later() {
        let from = date("2026-01-01");
        let value = |due: &str, rate: u64| {
            let mut flows = Flows { from, rate, months: Vec::new() };
            flows.pay(Some(date(due)), Money::from_fen(100_000_000)).unwrap();
            flows.value().unwrap().to_string()
        };
        // Python: 1000000 / (1 + Fraction(6, 1200)) ** 12, and 15 days at 0.5 % a month.
        assert_eq!(value("2027-01-01", 60_000), "941905.34");
        assert_eq!(value("2026-01-16", 60_000), "997506.23");
        assert_eq!(value("2027-01-01", 0), "1000000.00");
    }
}
