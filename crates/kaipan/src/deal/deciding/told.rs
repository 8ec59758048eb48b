//! What is told beside a decision: it does not stop it, and a person should read it.

use super::told_days::days;
use super::told_price::of_price;
use crate::deal::document::lacking_details;
use crate::deal::guard::{Situation, lacks_first_registration, money_elsewhere};
use crate::deal::settlement::share;
use crate::deal::table::Effect;
use crate::deal::{DealAction, DealGuard};
use crate::error::{Code, Finding, Input, finding};
use crate::number::{Money, Rate};
use crate::payment::MoneyItem;

/// 5 %: what is above it is no small deposit (handbook §5.3, T23).
const SMALL: Rate = Rate::from_millionths(50_000);
/// 20 %: booking money above it is no small part of the price.
const LARGE: Rate = Rate::from_millionths(200_000);

pub(super) fn told(at: &Situation<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if lacks_first_registration(at) && at.row.guards.contains(&DealGuard::FirstRegistration) {
        let found = finding!(Code::DealFirstRegistration);
        findings.push(found.at("status").within(Input::Context));
    }
    findings.extend(large_deposit(at));
    findings.extend(large_booking(at));
    findings.extend(of_price(at));
    findings.extend(deposit_differs(at));
    findings.extend(unknown_money(at));
    findings.extend(elsewhere(at));
    findings.extend(days(at));
    if at.row.effects.contains(&Effect::SettleChange) {
        let settlement = at.settlement().and_then(|settled| settled.as_ref().ok());
        findings.extend(settlement.into_iter().flat_map(|one| one.findings.iter().cloned()));
    }
    let takes_snapshot =
        |effect: &Effect| matches!(effect, Effect::Snapshot(_) | Effect::SnapshotAgain);
    if at.row.effects.iter().any(takes_snapshot)
        && let Some((buyer, count)) = lacking_details(at)
    {
        let found = finding!(Code::DealBuyerDetails, customer = buyer.customer, count);
        findings.push(found.at("buyers").within(Input::Context));
    }
    findings
}

fn about_amount(found: Finding) -> Finding {
    found.at("amount").at("draft").within(Input::Command)
}

/// The deposit of a deposit contract is above 5 % of the price.
fn large_deposit(at: &Situation<'_>) -> Option<Finding> {
    if at.row.action != DealAction::SignDepositContract {
        return None;
    }
    let (amount, price) = (at.draft.amount?, at.price()?);
    let small = share(price.contract_total, SMALL).ok()?;
    (amount > small).then(|| about_amount(finding!(Code::DealDepositLarge, amount = amount)))
}

/// Booking money is above 20 % of the list total.
fn large_booking(at: &Situation<'_>) -> Option<Finding> {
    let amount = at.draft.amount?;
    if !at.row.guards.contains(&DealGuard::BookingMoney) {
        return None;
    }
    let total = at.list_total()?;
    let large = share(total, LARGE).ok()?;
    (amount > large).then(|| about_amount(finding!(Code::DealBookingLarge, amount = amount)))
}

/// The schedule has another deposit than is agreed.
fn deposit_differs(at: &Situation<'_>) -> Option<Finding> {
    if at.schedule().is_empty() || !at.row.guards.contains(&DealGuard::ScheduleComplete) {
        return None;
    }
    let is_deposit = |item: MoneyItem| item == MoneyItem::Deposit;
    let lines = at.schedule().iter().filter(|line| line.in_price && is_deposit(line.item));
    let scheduled = Money::sum(lines.map(|line| line.amount)).ok()?;
    let agreed = at.deposit()?;
    if scheduled.is_zero() || scheduled == agreed {
        return None;
    }
    let found = finding!(Code::DealDepositDiffers, scheduled = scheduled, agreed = agreed);
    Some(found.at("schedule").at("draft").within(Input::Command))
}

/// Money that is neither an item of the library nor said to be of a category.
fn unknown_money<'s>(at: &'s Situation<'_>) -> impl Iterator<Item = Finding> + use<'s> {
    let received = at.context.received.iter().flatten().enumerate();
    received.filter(|(_, one)| !one.is_known()).map(|(place, one)| {
        let found = finding!(Code::DealMoneyUnknown, item = one.item);
        found.at("item").at(place).at("received").within(Input::Context)
    })
}

/// The project names a supervised account, its rules do not ask for it, and house money lies in
/// another.
fn elsewhere(at: &Situation<'_>) -> Option<Finding> {
    let (supervised, account, count) = money_elsewhere(at)?;
    let found = finding!(
        Code::DealMoneyElsewhere,
        account = account,
        supervised = supervised,
        count = count
    );
    Some(found.at("received").within(Input::Context))
}
