//! What must hold for a command.

use super::command::AreaSettlementCommand;
use super::deciding::Seen;
use crate::approval::{ApprovalKind, ApprovalStatus};
use crate::area_settlement::settling::choice_open;
use crate::area_settlement::{AreaChoice, AreaOutcome};
use crate::deal::DocumentKind;
use crate::error::{Code, Error, Finding, Input, Result, Severity, finding};
use crate::number::Money;

/// Something that must hold for a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SettlementGuard {
    /// It is not before the last event.
    InOrder,
    /// The home is settled by area.
    ByArea,
    /// A buyer who may quit has chosen.
    Chosen,
    /// The buyer does not quit.
    Kept,
    /// The deal has an active contract about the unit.
    UnderContract,
    /// What looks like a mistake is confirmed.
    Confirmed,
    /// A request for approval says so.
    ApprovedBy,
    /// The amount is above zero, and at most what is outstanding.
    Fits,
    /// It is said why.
    Reason,
}

impl SettlementGuard {
    /// Everything that is lacking of it.
    pub(super) fn unmet(self, seen: &Seen<'_>) -> Result<Vec<Finding>> {
        let one = match self {
            SettlementGuard::Confirmed => return Ok(unconfirmed(seen)),
            SettlementGuard::ApprovedBy => return Ok(approved_by(seen)),
            SettlementGuard::InOrder => in_order(seen),
            SettlementGuard::ByArea => by_area(seen),
            SettlementGuard::Chosen => chosen(seen),
            SettlementGuard::Kept => kept(seen),
            SettlementGuard::UnderContract => under_contract(seen),
            SettlementGuard::Fits => fits(seen)?,
            SettlementGuard::Reason => reason(seen),
        };
        Ok(one.into_iter().collect())
    }
}

fn by_area(seen: &Seen<'_>) -> Option<Finding> {
    match seen.sheet?.outcome {
        AreaOutcome::PerUnit => {
            Some(finding!(Code::AreaPerUnit).at("basis").within(Input::Contract))
        }
        AreaOutcome::Supplement => {
            Some(finding!(Code::AreaBySupplement).at("design_change").within(Input::Survey))
        }
        _ => None,
    }
}

fn chosen(seen: &Seen<'_>) -> Option<Finding> {
    let open = seen.sheet.filter(|sheet| sheet.may_quit && sheet.choice.is_none());
    open.map(|sheet| choice_open(&sheet.ratio))
}

fn kept(seen: &Seen<'_>) -> Option<Finding> {
    let quits = seen.sheet?.choice == Some(AreaChoice::Quit);
    quits.then(|| finding!(Code::AreaQuitInstead).within(Input::Choice))
}

fn reason(seen: &Seen<'_>) -> Option<Finding> {
    let AreaSettlementCommand::Void { reason } = seen.command else { return None };
    let told = || finding!(Code::AreaBlank, field = "reason").at("reason").within(Input::Command);
    reason.trim().is_empty().then(told)
}

fn in_order(seen: &Seen<'_>) -> Option<Finding> {
    let last = seen.state?.changed_at;
    let (at, before) = (seen.at.in_words(), last.in_words());
    let told = || finding!(Code::AreaEarlier, at, last = before).within(Input::At);
    (seen.at < last).then(told)
}

fn under_contract(seen: &Seen<'_>) -> Option<Finding> {
    let sheet = seen.sheet?;
    let fits = seen.deal.is_some_and(|deal| {
        let unit = deal.unit_no.as_ref() == Some(&sheet.unit_no);
        deal.id == sheet.deal && unit && deal.active_of(DocumentKind::Contract).is_some()
    });
    let told = || {
        finding!(Code::AreaNoContract, deal = sheet.deal, unit = sheet.unit_no).within(Input::Deal)
    };
    (!fits).then(told)
}

/// Violations of the sheet, and a total that is not that of the deal, unless somebody has confirmed
/// them.
fn unconfirmed(seen: &Seen<'_>) -> Vec<Finding> {
    if let AreaSettlementCommand::Submit { confirmed: true, .. } = seen.command {
        return Vec::new();
    }
    let Some(sheet) = seen.sheet else { return Vec::new() };
    let violations = sheet.findings.iter().filter(|one| one.severity == Severity::Violation);
    // What has a guard of its own cannot be confirmed.
    let own = [Code::AreaBySupplement];
    let violations = violations.filter(|one| !own.contains(&one.code)).cloned();
    let recorded = seen.deal.and_then(|deal| deal.price.as_ref()).map(|price| price.contract_total);
    let differs = recorded.filter(|recorded| *recorded != sheet.contract_total_before);
    let differs = differs.map(|recorded| {
        let given = sheet.contract_total_before;
        let told = finding!(Code::AreaTotalDiffers, given, recorded);
        told.at("contract_total").within(Input::Contract)
    });
    violations.chain(differs).collect()
}

/// An approved request about the number of the document, which was made after it: one about an earlier
/// document of the same number does not count.
fn approved_by(seen: &Seen<'_>) -> Vec<Finding> {
    let Some(state) = seen.state else { return Vec::new() };
    let number = state.number.as_str();
    let Some(request) = seen.approval else {
        let error = Error::new(Code::ApprovalMissing).with("subject", number);
        return vec![error.within(Input::Approval).finding()];
    };
    let approved = request.require(ApprovalKind::AreaChange, number, ApprovalStatus::Approved);
    let refused = approved.map_err(|error| error.within(Input::Approval)).err();
    let (at, last) = (request.requested_at, state.changed_at);
    let earlier = (at < last).then(|| {
        let told = finding!(Code::AreaEarlier, at = at.in_words(), last = last.in_words());
        told.at("requested_at").within(Input::Approval)
    });
    let refused = refused.map(|error| error.reasons().map(Finding::from).collect::<Vec<_>>());
    refused.unwrap_or_default().into_iter().chain(earlier).collect()
}

fn fits(seen: &Seen<'_>) -> Result<Option<Finding>> {
    let (Some(state), AreaSettlementCommand::Collect { amount }) = (seen.state, seen.command)
    else {
        return Ok(None);
    };
    let outstanding = state.outstanding()?;
    let told = || {
        let told = finding!(Code::AreaAmount, amount, outstanding);
        told.at("amount").within(Input::Command)
    };
    Ok((*amount <= Money::ZERO || *amount > outstanding).then(told))
}
