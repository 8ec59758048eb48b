//! Names in rules and lines that point nowhere (ADR 14).

use crate::check::refer::{Kind, alike, nowhere};
use crate::error::{Code, Finding, Input, InputPlace, finding};
use crate::fee::policy::PolicyRule;
use crate::fee::{Charging, ExistingFee};
use crate::payment::node;

const UNIT: Kind = ("unit", "房号");
const BUYER: Kind = ("buyer", "买受人");
const FEE: Kind = ("fee", "费用");

/// What there is to say about nodes that rules hang on, rules that almost take the place of those
/// of a preset, and units and buyers of the lines as they were.
pub(crate) fn findings(charging: &Charging<'_>, rules: &[PolicyRule<'_>]) -> Vec<Finding> {
    let mut told = Vec::new();
    let preset = rules.iter().filter(|rule| rule.own().is_none());
    let preset = preset.map(|rule| rule.rule.code.as_str());
    for (rule, at) in rules.iter().filter_map(|rule| Some((&rule.rule, rule.own()?))) {
        let twin = alike(FEE, &rule.code, preset.clone()).map(|finding| finding.at("code"));
        let anchor = rule
            .anchor
            .as_ref()
            .and_then(|anchor| node(anchor, charging.dates, InputPlace::default));
        let anchor = anchor.map(|finding| finding.at("anchor"));
        let found = twin.into_iter().chain(anchor);
        told.extend(found.map(|finding| finding.at(at).at("rules").within(Input::Policy)));
    }
    // Lines on which nothing was received give way in any case.
    let lines = charging.existing.iter().enumerate().filter(|(_, line)| !line.received.is_zero());
    for (at, line) in lines {
        // A code that no rule has is told by itself.
        let same = rules.iter().map(|rule| &rule.rule).find(|rule| rule.code == line.code);
        let Some(rule) = same else { continue };
        let unit = unit(charging, line).map(|finding| finding.at("unit_no"));
        let buyer = if rule.per_buyer { buyer(charging, line) } else { unasked(line) };
        let found = unit.into_iter().chain(buyer.map(|finding| finding.at("buyer")));
        told.extend(found.map(|finding| finding.at(at).within(Input::Existing)));
    }
    told
}

/// A line of a unit that is none of those of the facts, or of no unit where all of them have
/// numbers: the fee is charged anew, and the line adjusted to nothing.
fn unit(charging: &Charging<'_>, line: &ExistingFee) -> Option<Finding> {
    let units = &charging.facts.units;
    match &line.unit_no {
        Some(unit_no) => {
            nowhere(UNIT, unit_no, units.iter().filter_map(|unit| unit.unit_no.as_deref()))
        }
        None => units.iter().all(|unit| unit.unit_no.is_some()).then(|| nameless(line, "unit_no")),
    }
}

/// The same of buyers, for fees by buyer.
fn buyer(charging: &Charging<'_>, line: &ExistingFee) -> Option<Finding> {
    let buyers = &charging.facts.buyers;
    match &line.buyer {
        Some(buyer) => nowhere(BUYER, buyer, buyers.iter().filter_map(|one| one.name.as_deref())),
        None => {
            let named = !buyers.is_empty() && buyers.iter().all(|buyer| buyer.name.is_some());
            named.then(|| nameless(line, "buyer"))
        }
    }
}

/// A buyer of a line whose fee is not by buyer.
fn unasked(line: &ExistingFee) -> Option<Finding> {
    let buyer = line.buyer.as_ref()?;
    Some(finding!(Code::FeeExistingBuyer, code = line.code, buyer))
}

fn nameless(line: &ExistingFee, field: &'static str) -> Finding {
    finding!(Code::FeeExistingNameless, code = line.code, field)
}
