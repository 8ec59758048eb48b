//! The buyer's own cash by date.

use crate::error::Result;
use crate::fee::{FeeSheet, Payer};
use crate::number::Money;
use crate::payment::{Anchor, MoneyItem, Schedule};
use crate::quote::{CashItem, CashNeed};
use crate::{Date, Label};

/// Something that the buyer pays from own cash.
pub(crate) struct Payment<'a> {
    /// None for what has no date yet.
    pub(crate) due: Option<Date>,
    pub(crate) name: &'a Label,
    pub(crate) name_en: &'a Label,
    pub(crate) amount: Money,
    /// A fee or tax, not part of the price.
    pub(crate) is_fee: bool,
    /// What its date hangs on; none for fees that the schedule has no line for.
    pub(crate) anchor: Option<&'a Anchor>,
}

/// Own lines of the schedule, and fees that it has no line for; nothing of what is zero.
pub(crate) fn payments<'a>(
    schedule: &'a Schedule,
    fees: Option<&'a FeeSheet>,
) -> impl Iterator<Item = Payment<'a>> {
    let own = schedule
        .lines
        .iter()
        .filter(|line| !matches!(line.item, MoneyItem::CommercialLoan | MoneyItem::FundLoan));
    let lines = own.map(|line| Payment {
        due: line.due,
        name: &line.name,
        name_en: &line.name_en,
        amount: line.amount,
        is_fee: line.item == MoneyItem::Fee,
        anchor: Some(&line.anchor),
    });
    let has_line = |code: &str| schedule.lines.iter().any(|l| l.fee.as_deref() == Some(code));
    let fees = fees.map_or(&[][..], |fees| &fees.lines);
    let fees = fees.iter().filter(move |line| line.payer == Payer::Buyer && !has_line(&line.code));
    let fees = fees.map(|line| Payment {
        due: line.due,
        name: &line.name,
        name_en: &line.name_en,
        amount: line.amount,
        is_fee: true,
        anchor: None,
    });
    lines.chain(fees).filter(|payment| !payment.amount.is_zero())
}

/// What the buyer needs on each date; amounts without a date come last.
pub(crate) fn needs(schedule: &Schedule, fees: Option<&FeeSheet>) -> Result<Vec<CashNeed>> {
    let of_fees = fees.map_or(0, |fees| fees.lines.len());
    let most = schedule.lines.len().saturating_add(of_fees);
    let mut needs: Vec<CashNeed> = Vec::with_capacity(most);
    for payment in payments(schedule, fees) {
        let Payment { due, name, name_en, amount, is_fee, .. } = payment;
        let item = CashItem { name: name.clone(), name_en: name_en.clone(), amount, fee: is_fee };
        match needs.iter_mut().find(|need| need.due == due) {
            Some(need) => need.items.push(item),
            None => needs.push(CashNeed {
                due,
                amount: Money::ZERO,
                cumulative: Money::ZERO,
                items: vec![item],
            }),
        }
    }
    needs.sort_by_key(|need| (need.due.is_none(), need.due));
    let mut cumulative = Money::ZERO;
    for need in &mut needs {
        need.amount = Money::sum(need.items.iter().map(|item| item.amount))?;
        cumulative = Money::sum([cumulative, need.amount])?;
        need.cumulative = cumulative;
    }
    Ok(needs)
}

/// Cash up to a date.
pub(crate) fn up_to(needs: &[CashNeed], date: Date) -> Result<Money> {
    Money::sum(until(needs, date).map(|need| need.amount))
}

/// What is due by a date.
pub(crate) fn until(needs: &[CashNeed], date: Date) -> impl Iterator<Item = &CashNeed> {
    needs.iter().filter(move |need| need.due.is_some_and(|due| due <= date))
}

/// Σ of fees and taxes.
pub(crate) fn fees_of(needs: &[CashNeed]) -> Result<Money> {
    let items = needs.iter().flat_map(|need| &need.items);
    Money::sum(items.filter(|item| item.fee).map(|item| item.amount))
}
