//! Amounts and shares of them.

use crate::Date;
use crate::deal::DealPrice;
use crate::error::Result;
use crate::number::{Money, Rate, Rounding, Unrounded, less};
use crate::payment::{DepositLimit, ScheduleLine};

/// The largest deposit that law and policy allow of a price. Fit-out and attached units, which
/// the contract total has besides the deal total, make it no larger.
pub(in crate::deal) fn largest_deposit(
    limit: Option<&DepositLimit>,
    price: &DealPrice,
    day: Date,
) -> Option<Money> {
    let limit = limit.unwrap_or(&DepositLimit::Legal {});
    limit.largest(price.deal_total.min(price.contract_total), day)
}

/// A share of a total, half up to the fen.
pub(in crate::deal) fn share(total: Money, rate: Rate) -> Result<Money> {
    // Two numbers of 64 bits multiply within 128.
    let millionths = i128::from(total.fen()).wrapping_mul(rate.millionths().into());
    Rounding::FEN.quotient(millionths, 1_000_000)
}

/// A share of a total for each of these days, half up to the fen.
pub(super) fn daily(total: Money, rate: Rate, days: u32) -> Result<Money> {
    let daily = Unrounded::from(total).mul(&Unrounded::from(rate))?;
    Rounding::FEN.round(&daily.mul(&Unrounded::decimal(i64::from(days), 0))?)
}

/// What the first has above the second.
pub(super) fn above(amount: Money, other: Money) -> Result<Money> {
    Ok(less(amount, other)?.max(Money::ZERO))
}

/// The lines of a schedule that are part of the price.
pub(super) fn in_price(schedule: &[ScheduleLine]) -> Result<Money> {
    Money::sum(schedule.iter().filter(|line| line.in_price).map(|line| line.amount))
}

/// Of them what is due by a day.
pub(super) fn due_by(schedule: &[ScheduleLine], day: Date) -> Result<Money> {
    let due = |line: &&ScheduleLine| line.in_price && line.due.is_some_and(|due| due <= day);
    Money::sum(schedule.iter().filter(due).map(|line| line.amount))
}
