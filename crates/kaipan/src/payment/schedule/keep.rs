//! What was received stays received: receipts of the schedule as it was, on the new one
//! (handbook §4.3, §6.6).

use super::answer::ScheduleLine;
use crate::error::Result;
use crate::number::{Money, overflow};
use crate::payment::item::MoneyItem;
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// A line of the schedule as it was.
#[boundary]
pub struct ExistingLine {
    /// What it is.
    pub item: MoneyItem,
    /// Name, as the schedule had it.
    pub name: Label,
    /// Code of the fee, for fee lines; they are matched by name if absent.
    pub fee: Option<Text>,
    /// Yuan.
    pub amount: Money,
    /// Due date it had.
    pub due: Option<Date>,
    /// Yuan received on it.
    pub received: Money,
}

/// What the new schedule has no place for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Surplus {
    /// All of it.
    pub(super) all: Money,
    /// Of it, from loans.
    pub(super) loans: Money,
}

/// Which lines a receipt may go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pool {
    /// The buyer's own payments of the price.
    Own,
    /// A loan, a fee, a deposit outside the price: only itself.
    Itself,
}

fn pool(line: &ScheduleLine) -> Pool {
    match line.item {
        MoneyItem::Deposit if line.in_price => Pool::Own,
        MoneyItem::DownPayment | MoneyItem::Instalment => Pool::Own,
        _ => Pool::Itself,
    }
}

/// Puts what was received on the new lines: first on the line of the same item and name, then, if
/// it is the buyer's own money for the price, on the following open lines of that kind and at last
/// on those before. A line that was paid in full and keeps its amount keeps its due date.
///
/// # Errors
/// [`Code::NumberOverflow`] when a sum is not a [`Money`].
pub(super) fn keep(lines: &mut [ScheduleLine], existing: &[ExistingLine]) -> Result<Surplus> {
    for line in lines.iter_mut() {
        line.received = Some(Money::ZERO);
    }
    let mut matched = vec![false; lines.len()];
    let mut left = Vec::new();
    let mut surplus = Surplus::default();
    for old in existing {
        let found = find(lines, &matched, old);
        let mut rest = old.received;
        if let Some(at) = found
            && let (Some(line), Some(seen)) = (lines.get_mut(at), matched.get_mut(at))
        {
            if !*seen && old.amount == line.amount && old.received >= old.amount {
                line.due = old.due.or(line.due);
                line.provisional &= old.due.is_none();
            }
            *seen = true;
            rest = put(line, rest)?;
        }
        if !rest.is_positive() {
            continue;
        }
        match old.item {
            MoneyItem::Deposit | MoneyItem::DownPayment | MoneyItem::Instalment => {
                left.push((found.unwrap_or(0), rest));
            }
            MoneyItem::CommercialLoan | MoneyItem::FundLoan => {
                surplus.loans = Money::sum([surplus.loans, rest])?;
                surplus.all = Money::sum([surplus.all, rest])?;
            }
            MoneyItem::Fee => surplus.all = Money::sum([surplus.all, rest])?,
        }
    }
    for (from, mut rest) in left {
        let (before, after) = lines.split_at_mut(from);
        for line in after.iter_mut().chain(before).filter(|line| pool(line) == Pool::Own) {
            rest = put(line, rest)?;
        }
        surplus.all = Money::sum([surplus.all, rest])?;
    }
    for line in lines {
        line.outstanding = line.received.and_then(|received| line.amount.checked_sub(received));
    }
    Ok(surplus)
}

/// The new line of the same item and name. Loans, the deposit and fees with a code need no name.
fn find(lines: &[ScheduleLine], matched: &[bool], old: &ExistingLine) -> Option<usize> {
    let same = |line: &ScheduleLine| match old.item {
        item if item != line.item => false,
        MoneyItem::Deposit | MoneyItem::CommercialLoan | MoneyItem::FundLoan => true,
        MoneyItem::Fee if old.fee.is_some() => line.fee == old.fee,
        // Names are compared as identifiers are, though they are shown as they were written.
        _ => Text::from(&line.name).is_same_as(&old.name),
    };
    let mut all = lines.iter().zip(matched).enumerate().filter(|(_, (line, _))| same(line));
    let first = all.next()?;
    // Lines of one name are matched in their order.
    let open = std::iter::once(first).chain(all).find(|(_, (_, matched))| !**matched);
    Some(open.map_or(first.0, |(at, _)| at))
}

/// Puts as much on a line as it is open; gives the rest.
fn put(line: &mut ScheduleLine, amount: Money) -> Result<Money> {
    let received = line.received.unwrap_or(Money::ZERO);
    let open = line.amount.checked_sub(received).ok_or_else(overflow)?;
    let put = amount.min(open);
    line.received = Some(Money::sum([received, put])?);
    amount.checked_sub(put).ok_or_else(overflow)
}
