//! What law asks of the building and its accounts (`law-2026` §1).

use super::{Look, fact, needs};
use crate::deal::guard::{Lacking, Situation};
use crate::deal::{Encumbrance, GateStrength, SaleFacts, SaleGates, SaleMode};
use crate::money;

/// What is known of the building.
fn facts<'s>(at: &'s Situation<'_>) -> Result<&'s SaleFacts, Lacking> {
    match &at.facts {
        Some(facts) => Ok(facts),
        None if at.unit().is_none() => needs("unit"),
        None => needs("status"),
    }
}

/// The gates that hold.
fn gates<'s>(at: &'s Situation<'_>) -> Result<Option<&'s SaleGates>, Lacking> {
    facts(at)?;
    Ok(at.rules.and_then(|rules| rules.gates).map(|row| &row.gates))
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
    if at.context.permits.is_none() {
        return needs("permits");
    }
    fact(at.permit().is_some())
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

/// Completed homes: the sale plan is filed.
pub(super) fn sale_filed(at: &Situation<'_>) -> Look {
    let known = facts(at)?;
    let asked = gates(at)?.is_some_and(|gates| gates.sale_filing);
    if known.mode() == SaleMode::Presale || !asked {
        return Ok(());
    }
    has_happened(at, known.sale_filing)
}

/// Completed homes: free of mortgage, seizure and other limits.
pub(super) fn free_of_encumbrance(at: &Situation<'_>) -> Look {
    let known = facts(at)?;
    let asked = gates(at)?.is_some_and(|gates| gates.sale_filing);
    if known.mode() == SaleMode::Presale || !asked {
        return Ok(());
    }
    match known.encumbrance {
        None => needs("encumbrance"),
        Some(state) => fact(state == Encumbrance::Free),
    }
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

pub(super) fn construction_permit(at: &Situation<'_>) -> Look {
    has_happened(at, facts(at)?.construction_permit)
}

/// The unit is sold completed, and on this day deposit contracts may be signed.
pub(super) fn deposit_contract_allowed(at: &Situation<'_>) -> Look {
    let completed = facts(at)?.mode() == SaleMode::Completed;
    let allowed = at.rules.and_then(|rules| rules.deposit_contract);
    fact(completed && allowed.is_some_and(|row| row.allowed))
}

pub(super) fn deposit_account(at: &Situation<'_>) -> Look {
    fact(facts(at)?.deposit_account.is_some())
}

/// House money that was received lies in the supervised account, where the rules ask for it.
pub(super) fn supervised_account(at: &Situation<'_>) -> Look {
    let known = facts(at)?;
    if !gates(at)?.is_some_and(|gates| gates.supervised_account) {
        return Ok(());
    }
    if known.supervised_account.is_none() {
        return Err(Lacking::Fact {});
    }
    let Some(received) = &at.context.received else { return needs("received") };
    let accounts = [known.supervised_account.as_ref(), known.deposit_account.as_ref()];
    let astray = received.iter().find(|one| {
        let placed = one.account.is_some() && accounts.contains(&one.account.as_ref());
        one.amount.is_positive() && money::is_house(&one.item) && !placed
    });
    match astray {
        None => Ok(()),
        Some(one) => Err(super::named(one.account.as_ref().unwrap_or(&one.item), 1)),
    }
}
