//! What is told beside a decision: it does not stop it, and a person should read it.

use super::told_days::days;
use crate::deal::document::lacking_details;
use crate::deal::guard::{Situation, lacks_first_registration};
use crate::deal::table::Effect;
use crate::deal::{DealAction, DealGuard};
use crate::error::{Code, Finding, Input, finding};
use crate::number::{Rate, Rounding, Unrounded};

/// 5 %: what is above it is no small deposit (`domain-2` §25, T23).
const SMALL: Rate = Rate::from_millionths(50_000);

pub(super) fn told(at: &Situation<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if at.row.guards.contains(&DealGuard::FirstRegistration) && lacks_first_registration(at) {
        let found = finding!(Code::DealFirstRegistration);
        findings.push(found.at("status").within(Input::Context));
    }
    findings.extend(large_deposit(at));
    findings.extend(days(at));
    let takes_snapshot = |effect: &Effect| matches!(effect, Effect::Snapshot(_));
    if at.row.effects.iter().any(takes_snapshot)
        && let Some((buyer, count)) = lacking_details(at)
    {
        let found = finding!(Code::DealBuyerDetails, customer = buyer.customer, count);
        findings.push(found.at("buyers").within(Input::Context));
    }
    findings
}

/// The deposit of a deposit contract is above 5 % of the price.
fn large_deposit(at: &Situation<'_>) -> Option<Finding> {
    if at.row.action != DealAction::SignDepositContract {
        return None;
    }
    let (amount, price) = (at.draft.amount?, at.price()?);
    let share = Unrounded::from(price.contract_total).mul(&Unrounded::from(SMALL)).ok()?;
    let small = Rounding::FEN.round(&share).ok()?;
    let found = || finding!(Code::DealDepositLarge, amount = amount);
    (amount > small).then(|| found().at("amount").at("draft").within(Input::Command))
}
