//! Names in a request for fees that point nowhere (ADR 14).

use super::policy::PolicyRule;
use super::request::{Ask, ExistingFee};
use crate::error::{Code, Finding};
use crate::payment::node;
use crate::refer::{Kind, alike, nowhere};
use std::fmt::Display;

const UNIT: Kind = ("unit", "房号");
const BUYER: Kind = ("buyer", "买受人");
const FEE: Kind = ("fee", "费用");

/// What there is to say about nodes that rules hang on, rules that almost take the place of those
/// of a preset, and units and buyers of the lines as they were.
pub(super) fn findings(request: &Ask<'_>, rules: &[PolicyRule<'_>]) -> Vec<Finding> {
    let mut told = Vec::new();
    let preset = rules.iter().filter(|rule| rule.own().is_none());
    let preset = preset.map(|rule| rule.rule.code.as_str());
    for (rule, at) in rules.iter().filter_map(|rule| Some((&rule.rule, rule.own()?))) {
        let place = format!("/policy/rules/{at}");
        let twin = alike(FEE, &rule.code, preset.clone());
        told.extend(twin.map(|finding| finding.path(format!("{place}/code"))));
        let anchor = rule.anchor.as_ref();
        let place = format!("{place}/anchor");
        told.extend(anchor.and_then(|anchor| node(anchor, request.dates, &place)));
    }
    // Lines on which nothing was received give way in any case.
    let lines = request.existing.iter().enumerate().filter(|(_, line)| !line.received.is_zero());
    for (at, line) in lines {
        // A code that no rule has is told by itself.
        let same = rules.iter().map(|rule| &rule.rule).find(|rule| rule.code == line.code);
        let Some(rule) = same else { continue };
        told.extend(unit(request, line).map(|one| one.path(format!("/existing/{at}/unit_no"))));
        let buyer = if rule.per_buyer { buyer(request, line) } else { unasked(line) };
        told.extend(buyer.map(|one| one.path(format!("/existing/{at}/buyer"))));
    }
    told
}

/// A line of a unit that is none of those of the facts, or of no unit where all of them have
/// numbers: the fee is charged anew, and the line adjusted to nothing.
fn unit(request: &Ask<'_>, line: &ExistingFee) -> Option<Finding> {
    let units = &request.facts.units;
    match &line.unit_no {
        Some(unit_no) => {
            nowhere(UNIT, unit_no, units.iter().filter_map(|unit| unit.unit_no.as_deref()))
        }
        None => units.iter().all(|unit| unit.unit_no.is_some()).then(|| nameless(line, "unit_no")),
    }
}

/// The same of buyers, for fees by buyer.
fn buyer(request: &Ask<'_>, line: &ExistingFee) -> Option<Finding> {
    let buyers = &request.facts.buyers;
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
    let params: [(&str, &dyn Display); 2] = [("code", &line.code), ("buyer", buyer)];
    Some(Finding::new(Code::FeeExistingBuyer, &params))
}

fn nameless(line: &ExistingFee, field: &'static str) -> Finding {
    let params: [(&str, &dyn Display); 2] = [("code", &line.code), ("field", &field)];
    Finding::new(Code::FeeExistingNameless, &params)
}
