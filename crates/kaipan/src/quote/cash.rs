//! The buyer's own cash by date.

use super::outcome::{CashItem, CashNeed};
use crate::Date;
use crate::error::Result;
use crate::fee::{FeeResponse, Payer};
use crate::number::Money;
use crate::payment::{MoneyItem, Schedule};

/// What the buyer needs on each date: own lines of the schedule and fees that it has no line for;
/// amounts without a date come last.
pub(super) fn needs(schedule: &Schedule, fees: Option<&FeeResponse>) -> Result<Vec<CashNeed>> {
    let own = schedule
        .lines
        .iter()
        .filter(|line| !matches!(line.item, MoneyItem::CommercialLoan | MoneyItem::FundLoan));
    let lines = own.map(|line| {
        let fee = line.item == MoneyItem::Fee;
        (line.due, &line.name, &line.name_en, line.amount, fee)
    });
    let has_line = |code: &str| schedule.lines.iter().any(|l| l.fee.as_deref() == Some(code));
    let fees = fees.map_or(&[][..], |fees| &fees.lines);
    let fees = fees.iter().filter(|line| line.payer == Payer::Buyer && !has_line(&line.code));
    let fees = fees.map(|line| (line.due, &line.name, &line.name_en, line.amount, true));
    let mut needs: Vec<CashNeed> = Vec::with_capacity(schedule.lines.len());
    for (due, name, name_en, amount, fee) in lines.chain(fees) {
        if amount.is_zero() {
            continue;
        }
        let item = CashItem { name: name.clone(), name_en: name_en.clone(), amount, fee };
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

/// Cash up to a date; up to the first date there is, if none is given.
pub(super) fn up_to(needs: &[CashNeed], date: Option<Date>) -> Result<Money> {
    let last = date.or_else(|| needs.iter().find_map(|need| need.due));
    let early = needs.iter().filter(|need| need.due.is_some() && need.due <= last);
    Money::sum(early.map(|need| need.amount))
}

/// Σ of fees and taxes.
pub(super) fn fees_of(needs: &[CashNeed]) -> Result<Money> {
    let items = needs.iter().flat_map(|need| &need.items);
    Money::sum(items.filter(|item| item.fee).map(|item| item.amount))
}
