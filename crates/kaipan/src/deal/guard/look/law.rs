//! What law asks of the building and its accounts (`law-2026` §1).

use super::{Look, fact, needs};
use crate::Text;
use crate::deal::guard::{Lacking, Situation};
use crate::deal::{
    DealAction, DealGuard, Encumbrance, GateStrength, ReceivedMoney, SaleFacts, SaleGates, SaleMode,
};
use crate::project::PresalePermit;

/// What is known of the building.
fn facts<'s>(at: &'s Situation<'_>) -> Result<&'s SaleFacts, Lacking> {
    match at.facts.as_deref() {
        Some(facts) => Ok(facts),
        None if at.unit().is_none() && at.stock.is_some() => needs("unit"),
        None => needs("status"),
    }
}

/// The gates that hold.
fn gates<'s>(at: &'s Situation<'_>) -> Result<Option<&'s SaleGates>, Lacking> {
    facts(at)?;
    Ok(at.gates)
}

/// It has happened, today or before.
fn has_happened(at: &Situation<'_>, day: Option<crate::Date>) -> Look {
    match day {
        None => Err(Lacking::Fact {}),
        Some(day) if day > at.today() => Err(Lacking::Day { day }),
        Some(_) => Ok(()),
    }
}

/// Presale: a permit in force covers the unit. Completed homes need none.
pub(super) fn presale_permit(at: &Situation<'_>) -> Look {
    if facts(at)?.mode() == SaleMode::Completed {
        return Ok(());
    }
    let Some(permits) = &at.context.permits else { return needs("permits") };
    if at.permit.is_some() {
        return Ok(());
    }
    let covers = |permit: &&PresalePermit| at.unit().is_none_or(|unit| permit.covers(unit));
    let issued = permits.iter().filter(covers).map(|permit| permit.issued_on);
    match issued.filter(|day| *day > at.today()).min() {
        Some(day) => Err(Lacking::Day { day }),
        None => Err(Lacking::Fact {}),
    }
}

/// Presale under rules that ask for it: the building is topped out.
pub(super) fn topped_out(at: &Situation<'_>) -> Look {
    let known = facts(at)?;
    let asked = gates(at)?.is_some_and(|gates| gates.topped_out);
    if known.mode() == SaleMode::Completed || !asked {
        return Ok(());
    }
    has_happened(at, known.topped_out)
}

/// What a registration without money does not ask for (T6, handbook §5.3).
fn unless_without_money(at: &Situation<'_>, look: Look) -> Look {
    if look.is_ok() || at.row.action != DealAction::Register {
        return look;
    }
    match at.draft.amount {
        None => needs("amount"),
        Some(amount) if amount.is_zero() => Ok(()),
        Some(_) => look,
    }
}

/// Completed homes: the sale plan is filed.
pub(super) fn sale_filed(at: &Situation<'_>) -> Look {
    let known = facts(at)?;
    let asked = gates(at)?.is_some_and(|gates| gates.sale_filing);
    if known.mode() == SaleMode::Presale || !asked {
        return Ok(());
    }
    unless_without_money(at, has_happened(at, known.sale_filing))
}

/// Completed homes: free of mortgage, seizure and other limits.
pub(super) fn free_of_encumbrance(at: &Situation<'_>) -> Look {
    let known = facts(at)?;
    let asked = gates(at)?.is_some_and(|gates| gates.sale_filing);
    if known.mode() == SaleMode::Presale || !asked {
        return Ok(());
    }
    let look = match known.encumbrance {
        None => needs("encumbrance"),
        Some(state) => fact(state == Encumbrance::Free),
    };
    unless_without_money(at, look)
}

/// Completed homes, where the policy makes a gate of it.
pub(super) fn first_registration(at: &Situation<'_>) -> Look {
    let known = facts(at)?;
    let strength = gates(at)?.map_or(GateStrength::None, |gates| gates.first_registration);
    if known.mode() == SaleMode::Presale || strength != GateStrength::Gate {
        return Ok(());
    }
    has_happened(at, known.first_registration)
}

/// Completed homes where the rules only tell of it: there is no first registration yet.
pub(in crate::deal) fn lacks_first_registration(at: &Situation<'_>) -> bool {
    let Some(known) = &at.facts else { return false };
    let told = at.gates.is_some_and(|gates| gates.first_registration == GateStrength::Warning);
    told && known.mode() == SaleMode::Completed
        && has_happened(at, known.first_registration).is_err()
}

/// Completed homes: there is a construction permit. A registration with money hangs on the sale
/// filing instead, which comes later.
pub(super) fn construction_permit(at: &Situation<'_>) -> Look {
    let known = facts(at)?;
    let takes_money = at.draft.amount.is_some_and(|amount| !amount.is_zero());
    let is_registration = at.row.action == DealAction::Register;
    if is_registration && (known.mode() == SaleMode::Presale || takes_money) {
        return Ok(());
    }
    has_happened(at, known.construction_permit)
}

/// The unit is sold completed, and on this day deposit contracts may be signed.
pub(super) fn deposit_contract_allowed(at: &Situation<'_>) -> Look {
    let completed = facts(at)?.mode() == SaleMode::Completed;
    fact(completed && at.allows_deposit_contracts())
}

pub(super) fn deposit_account(at: &Situation<'_>) -> Look {
    fact(facts(at)?.deposit_account.is_some())
}

/// Money lies in the supervised account, or as a deposit in the deposit account, where it may.
fn is_placed(at: &Situation<'_>, known: &SaleFacts, one: &ReceivedMoney) -> bool {
    let Some(account) = &one.account else { return false };
    let is_deposit_contract = at.row.action == DealAction::SignDepositContract;
    let may_be_deposit = is_deposit_contract || at.has_deposit_contract();
    let in_deposit_account = known.deposit_account.as_ref() == Some(account);
    (in_deposit_account && may_be_deposit && one.becomes_deposit())
        || (known.supervised_account.as_ref() == Some(account) && !is_deposit_contract)
}

/// House money that is not in its account.
fn astray<'s>(
    at: &'s Situation<'_>,
    known: &'s SaleFacts,
) -> impl Iterator<Item = &'s ReceivedMoney> {
    let received = at.context.received.iter().flatten();
    received
        .filter(move |one| one.amount.is_positive() && one.is_house() && !is_placed(at, known, one))
}

/// Where the rules do not ask for the supervised account, and the project names one: that, another
/// account that house money lies in, and how much of it does not lie where it should.
pub(in crate::deal) fn money_elsewhere<'s>(
    at: &'s Situation<'_>,
) -> Option<(&'s Text, &'s Text, usize)> {
    if gates(at).ok()?.is_some_and(|gates| gates.supervised_account)
        || at.row.action == DealAction::SignDepositContract
        || !at.row.guards.contains(&DealGuard::SupervisedAccount)
    {
        return None;
    }
    let known = at.facts.as_deref()?;
    let supervised = known.supervised_account.as_ref()?;
    // What lies in no account that is named may lie in the right one.
    let mut astray = astray(at, known).filter_map(|one| one.account.as_ref());
    let first = astray.next()?;
    Some((supervised, first, astray.count().saturating_add(1)))
}

/// House money that was received lies in the supervised account, where the rules ask for it. The
/// deposit of a deposit contract lies in the deposit account, and may stay there when the contract
/// is converted.
pub(super) fn supervised_account(at: &Situation<'_>) -> Look {
    let known = facts(at)?;
    let is_deposit_contract = at.row.action == DealAction::SignDepositContract;
    let asked = gates(at)?.is_some_and(|gates| gates.supervised_account);
    if !asked && !is_deposit_contract {
        return Ok(());
    }
    if known.supervised_account.is_none() && !is_deposit_contract {
        return Err(Lacking::Fact {});
    }
    if at.context.received.is_none() {
        return needs("received");
    }
    let mut astray = astray(at, known);
    match astray.next() {
        None => Ok(()),
        Some(one) => {
            let count = astray.count().saturating_add(1);
            Err(super::named(one.account.as_ref().unwrap_or(&one.item), count))
        }
    }
}
