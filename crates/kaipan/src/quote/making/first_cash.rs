//! The cash that signing asks for, also while signing has no date.

use super::cash::{Payment, needs, payments, until, up_to};
use super::payment::{Paid, Purchase, Totals};
use crate::Date;
use crate::error::{Code, Finding, Input, InputPlace, Result, finding};
use crate::number::Money;
use crate::payment::{Anchor, AnchorDates, Schedule};
use crate::quote::{CashItem, CashNeed};

/// Months after the subscription that a signing without a date is tried at: a century.
const LATE: i32 = 1_200;

/// The buyer's own cash up to signing. While signing has no date, it is what is due by signing on
/// whatever day that is; none, with a finding, if that depends on the day.
///
/// What hangs on a booking without a date was due before. Mortgage, area settlement, handover and
/// title come after signing; so does what has no date for another reason (a node not yet planned).
pub(super) fn find(
    purchase: &Purchase<'_>,
    totals: Totals,
    schedule: &Schedule,
    needed: &[CashNeed],
) -> Result<(Option<Money>, Option<Finding>)> {
    let dates = purchase.dates;
    if let Some(day) = dates.signing.or(dates.agreed_signing) {
        let dated = up_to(needed, day)?;
        return Ok((Some(Money::sum([dated, without_date(schedule)?])?), None));
    }
    let Some(subscription) = dates.subscription else { return Ok((None, None)) };
    let early = signed_on(purchase, totals, subscription)?;
    // A day that a due date after signing cannot be counted from says nothing.
    let late = subscription.add_months(LATE);
    let late = late.and_then(|day| signed_on(purchase, totals, day).ok());
    let Some(late) = late else { return Ok((None, Some(unknown(&[])))) };
    // Which of them are due by signing only if it is late.
    let mut open: Vec<&CashItem> = late.iter().collect();
    for item in &early {
        if let Some(at) = open.iter().position(|one| *one == item) {
            open.remove(at);
        }
    }
    if open.is_empty() {
        return Ok((Some(Money::sum(early.iter().map(|item| item.amount))?), None));
    }
    Ok((None, Some(unknown(&open))))
}

/// What hangs on booking or signing and has no date, where signing has one: an agreed day that
/// was not recorded, a booking without a day.
fn without_date(schedule: &Schedule) -> Result<Money> {
    let early = |payment: &Payment<'_>| {
        let anchor = payment.anchor;
        let before = matches!(anchor, Some(Anchor::BookingDate {} | Anchor::AgreedSigningDate {}));
        payment.due.is_none() && before
    };
    Money::sum(payments(schedule, None).filter(early).map(|payment| payment.amount))
}

/// What is due by signing, if that is on a day.
fn signed_on(purchase: &Purchase<'_>, totals: Totals, day: Date) -> Result<Vec<CashItem>> {
    let dates = AnchorDates {
        booking: purchase.dates.booking.or(purchase.dates.subscription),
        agreed_signing: Some(day),
        signing: Some(day),
        mortgage: None,
        area_settlement: None,
        handover: None,
        title: None,
        ..purchase.dates.clone()
    };
    // A day off would move what hangs on signing behind it.
    let purchase = Purchase { dates: &dates, working_days: None, ..*purchase };
    let Paid { schedule, fees } = purchase.pay(totals)?;
    let needed = needs(&schedule, fees.as_ref())?;
    Ok(until(&needed, day).flat_map(|need| need.items.clone()).collect())
}

fn unknown(open: &[&CashItem]) -> Finding {
    let names = |name: fn(&CashItem) -> &str, comma: &str| {
        open.iter().map(|item| name(item)).collect::<Vec<&str>>().join(comma)
    };
    let zh = names(|item| &item.name, "、");
    let en = names(|item| if item.name_en.is_empty() { &item.name } else { &item.name_en }, ", ");
    let finding = finding!(Code::QuoteFirstCashUnknown, items_zh = zh, items_en = en);
    finding.placed(InputPlace::of(Input::Case).then("facts").then("agreed_signing_date"))
}
