//! What all payments of a buyer are worth on the day of the quote.
//!
//! A payment m whole months and d days after that day counts `1 ÷ ((1 + i)^m × (1 + i·d/30))`
//! with `i = annual ÷ 12`: the monthly rate of the loans, so that a loan at the same rate is worth
//! what was lent. Carried in binary fixed point as in `payment::loan`; rounded half up to the fen
//! once, at the end.

use crate::error::{Code, Finding, Input, InputPlace, Result, finding};
use crate::number::{Money, Rate, overflow};
use crate::payment::Anchor;
use crate::payment::loan::{self, Fixed, YEAR};
use crate::quote::making::cash::payments;
use crate::quote::making::loans;
use crate::quote::{Quote, QuoteChoice, Quoting};
use crate::{Date, Label, Text};

/// Months a payment may lie ahead: a century.
const MOST_MONTHS_AHEAD: u32 = 1_200;

/// What all payments of a quote are worth on its day.
pub(super) struct Present {
    /// With what has no date counted in full.
    pub(super) cost: Money,
    /// What has no date: the later it comes, the less it is worth.
    undated: Vec<Undated>,
}

/// A payment without a date.
struct Undated {
    key: UndatedKey,
    name: Label,
    name_en: Label,
    amount: Money,
}

/// What has no date in two quotes, and the same one in both.
#[derive(Clone, PartialEq, Eq)]
enum UndatedKey {
    /// A fee by its name: its rule is that of every choice.
    Fee(Text),
    /// A line by what its date hangs on, and its name.
    Line(Anchor, Label),
    /// A loan that starts at a signing without a date.
    Loan(Option<Label>),
}

impl Present {
    /// Whether this is no dearer than another whatever dates come.
    pub(super) fn is_at_most(&self, other: &Present) -> bool {
        self.more_at_worst(other).is_some_and(|fen| fen <= 0)
    }

    /// By how many fen it is dearer if what has no date comes as badly for it as can be.
    fn more_at_worst(&self, other: &Present) -> Option<i128> {
        let sum = |all: &[Undated], of: &dyn Fn(&Undated) -> bool| {
            let mut all = all.iter().filter(|one| of(one));
            all.try_fold(0_i128, |sum, one| sum.checked_add(one.amount.fen().into()))
        };
        let dated = |present: &Present| {
            let undated = sum(&present.undated, &|_| true)?;
            i128::from(present.cost.fen()).checked_sub(undated)
        };
        let of = |present: &Present, key: &UndatedKey| {
            sum(&present.undated, &|one: &Undated| one.key == *key)
        };
        let mut keys: Vec<&UndatedKey> = Vec::new();
        for one in self.undated.iter().chain(&other.undated) {
            if !keys.contains(&&one.key) {
                keys.push(&one.key);
            }
        }
        // At the worst, what is more here counts in full, and what is less comes never.
        keys.into_iter().try_fold(dated(self)?.checked_sub(dated(other)?)?, |sum, key| {
            sum.checked_add(of(self, key)?.checked_sub(of(other, key)?)?.max(0))
        })
    }

    /// What has no date, as a finding.
    pub(super) fn finding(&self) -> Option<Finding> {
        let names = |name: fn(&Undated) -> &Label, comma: &str| {
            let mut all: Vec<&str> = Vec::new();
            for one in &self.undated {
                if !all.contains(&name(one).as_str()) {
                    all.push(name(one));
                }
            }
            all.join(comma)
        };
        let (zh, en) = (names(|one| &one.name, "、"), names(|one| &one.name_en, ", "));
        let finding = || {
            finding!(Code::QuotePresentUndated, items_zh = zh, items_en = en)
                .placed(InputPlace::of(Input::Case).then("dates"))
        };
        (!self.undated.is_empty()).then(finding)
    }
}

/// Present cost of own funds, fees and monthly payments; what has no date counts in full.
pub(super) fn cost(
    quoting: &Quoting<'_>,
    choice: &QuoteChoice,
    quote: &Quote,
    annual_rate: Rate,
) -> Result<Present> {
    let rate = millionths(annual_rate);
    let mut flows = Flows { from: quote.as_of, rate, months: Vec::new() };
    for need in &quote.cash {
        flows.pay(need.due, need.amount)?;
    }
    // Where later is worth as much, no date is missing.
    let mut undated = if rate == 0 { Vec::new() } else { without_date(quote) };
    let dates = quoting.dates();
    let signing = dates.signing.or(dates.agreed_signing);
    let start = signing.unwrap_or(quote.as_of);
    for terms in loans::terms_of(quoting, choice, &quote.schedule) {
        let mut own = Flows { from: quote.as_of, rate, months: Vec::new() };
        let mut done: Result<()> = Ok(());
        let is_open = signing.is_none() && terms.first_payment.is_none() && rate > 0;
        let mut pay = |due: Option<Date>, month: u32, amount: Money| -> Result<()> {
            // Without a date of its own a loan starts at signing.
            let later = i32::try_from(month).ok().and_then(|month| start.add_months(month));
            if is_open {
                own.pay(due.or(later), amount)?;
            }
            flows.pay(due.or(later), amount)
        };
        loan::each_month(&terms, |row| {
            if done.is_ok() {
                done = pay(row.due, row.month, row.payment);
            }
        })?;
        done?;
        if is_open {
            let name = terms.name.clone().unwrap_or_default();
            let line = quote.schedule.lines.iter().find(|line| line.name == name);
            undated.push(Undated {
                key: UndatedKey::Loan(terms.name.clone()),
                name_en: line.map_or_else(|| name.clone(), |line| line.name_en.clone()),
                name,
                amount: own.value()?,
            });
        }
    }
    Ok(Present { cost: flows.value()?, undated })
}

/// Own cash without a date.
fn without_date(quote: &Quote) -> Vec<Undated> {
    let payments = payments(&quote.schedule, quote.fees.as_ref());
    let open = payments.filter(|payment| payment.due.is_none()).map(|payment| Undated {
        key: match payment.anchor {
            Some(anchor) => UndatedKey::Line(anchor.clone(), payment.name.clone()),
            None => UndatedKey::Fee(Text::from(payment.name)),
        },
        name: payment.name.clone(),
        name_en: payment.name_en.clone(),
        amount: payment.amount,
    });
    open.collect()
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
        let at = usize::try_from(months.min(MOST_MONTHS_AHEAD)).unwrap_or(0);
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
    let (mut low, mut high) = (0_u32, most.unwrap_or(0).min(MOST_MONTHS_AHEAD));
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
    fn no_dearer_whatever_dates_come() {
        let fee = |amount: i64| Undated {
            key: UndatedKey::Fee("契税".into()),
            name: "契税".into(),
            name_en: "deed tax".into(),
            amount: Money::from_fen(amount),
        };
        let down = |amount: i64| Undated {
            key: UndatedKey::Line(Anchor::SigningDate {}, "首期款".into()),
            ..fee(amount)
        };
        let present = |cost: i64, undated| Present { cost: Money::from_fen(cost), undated };
        // Dated 900 and 905; the same fee of 100 comes on the same day in both.
        let (one, two) = (present(1_000, vec![fee(100)]), present(1_005, vec![fee(100)]));
        assert!(one.is_at_most(&two) && !two.is_at_most(&one));
        // A fee that is 10 more outweighs a lead of 5 if it is due at once.
        let more = present(1_010, vec![fee(110)]);
        assert!(!more.is_at_most(&two) && !two.is_at_most(&more));
        // What may come late in one only may make it the cheaper one.
        let late = present(1_200, vec![down(300)]);
        assert!(!one.is_at_most(&late) && !late.is_at_most(&one));
        assert!(one.is_at_most(&present(1_000, vec![fee(100)])));
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
