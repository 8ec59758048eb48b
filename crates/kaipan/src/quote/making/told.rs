//! What a person should read about the case of a quote.

use crate::error::{Code, Finding, Input, InputPlace, Told, finding};
use crate::fee::unusual_homes;
use crate::payment::{AnchorDates, dates_out_of_order, far_dates};
use crate::project::UnitState;
use crate::quote::Quoting;

/// All of it.
pub(super) fn findings(quoting: &Quoting<'_>) -> Vec<Finding> {
    let (case, unit) = (quoting.case, &quoting.case.unit);
    let mut findings = Vec::new();
    findings.extend(not_on_sale(&unit.unit_no, unit.state));
    for (at, attached) in case.attached.iter().enumerate() {
        let found = attached.state.and_then(|state| not_on_sale(&attached.unit_no, state));
        let place = || InputPlace::of(Input::Case).then("attached").then(at).then("state");
        findings.extend(found.map(|finding| finding.placed(place())));
    }
    if unit.needs_price_confirmation {
        let finding = finding!(Code::PricingNeedsConfirmation);
        findings.push(finding.unit(&unit.unit_no));
    }
    findings.extend(unusual(quoting));
    findings
}

/// Facts of the case that are legal and almost surely a mistake; those of its deal are told with
/// the price.
fn unusual(quoting: &Quoting<'_>) -> Vec<Finding> {
    let (case, dates) = (quoting.case, quoting.dates());
    let homes = unusual_homes(&case.buyers).into_iter();
    let mut told: Vec<Finding> = homes.map(|told| told.at("buyers").within(Input::Case)).collect();
    // A signing date before the subscription is refused.
    let signing =
        ["signing", "agreed_signing"].map(|field| InputPlace::of(Input::Dates).then(field));
    let is_refused =
        |told: &Finding| told.path.as_ref().is_some_and(|place| signing.contains(place));
    told.extend(dates_out_of_order(&dates).into_iter().filter(|told| !is_refused(told)));
    // Signing dates that the facts give were told with them.
    let own = AnchorDates { subscription: dates.subscription, ..case.dates.clone() };
    told.extend(far_dates(&own));
    let dates = |input| (input == Input::Dates).then(|| InputPlace::of(Input::Case).then("dates"));
    told.moved(&dates)
}

/// A unit that is taken, or held back.
fn not_on_sale(unit_no: &str, state: UnitState) -> Option<Finding> {
    let zh = state.chinese().first().copied().unwrap_or_default();
    let finding = || finding!(Code::QuoteUnitState, unit_no, state, state_zh = zh).unit(unit_no);
    (state != UnitState::OnSale).then(finding)
}
