//! What is told of a bill as a whole: unusual inputs, bills in its way, prices that do not change.

use super::adjusting::Adjusting;
use super::change::mode::AdjustMode;
use super::model::{BillLine, SkippedUnit};
use crate::error::{Code, Error, Finding, Input, InputPlace, finding};
use crate::pricing::FloorPriceRule;
use crate::project::few;
use crate::scale;
use std::collections::HashSet;

impl Adjusting<'_> {
    /// Rates that are unusual.
    pub(super) fn unusual(&self) -> Vec<Finding> {
        let mut findings = self.rules.unusual();
        let floor = scale::optional(scale::FLOOR, self.floor_rate);
        findings.extend(floor.map(|found| found.within(Input::FloorRate)));
        let rule = self.floor_price.and_then(FloorPriceRule::unusual);
        findings.extend(rule.map(|found| found.within(Input::FloorPrice)));
        findings.extend(self.unusual_mode());
        findings
    }

    /// A percentage that is unusual.
    pub(super) fn unusual_mode(&self) -> Option<Finding> {
        let AdjustMode::Percent { percent } = self.mode else { return None };
        let found = scale::figure(scale::ADJUSTMENT, *percent)?;
        Some(found.at("percent").within(Input::Mode))
    }

    /// Other bills that wait for execution and hold units of this one: the one that is executed
    /// later will have been made from prices that are gone.
    pub(super) fn in_the_way(&self, lines: &[BillLine]) -> Vec<Finding> {
        let units: HashSet<&str> = lines.iter().map(|line| line.unit_no.as_str()).collect();
        let others = self.other_bills.iter().enumerate();
        let told = others.filter(|(_, bill)| bill.state.is_open()).filter_map(|(at, bill)| {
            let shared = bill.lines.iter().map(|line| line.unit_no.as_str());
            let shared: Vec<&str> = shared.filter(|unit_no| units.contains(unit_no)).collect();
            let found = (!shared.is_empty()).then(|| {
                finding!(
                    Code::PricingBillWaits,
                    code = bill.code,
                    state = bill.state.word(),
                    state_zh = bill.state.chinese(),
                    count = shared.len(),
                    units = few(shared.iter().copied())
                )
            });
            found.map(|found| found.at(at).within(Input::OtherBills))
        });
        told.collect()
    }
}

/// Why a bill has no line: no unit is chosen, or none of them can change. What is told of the
/// selection stands beside it.
pub(super) fn nothing_to_change(skipped: &[SkippedUnit], findings: &[Finding]) -> Error {
    let of_selection = findings
        .iter()
        .filter(|finding| finding.path.as_ref().and_then(InputPlace::input) == Some(Input::Select));
    let of_selection = of_selection.map(Finding::to_error);
    let mut errors = Vec::new();
    match skipped {
        // A name that is none is why nothing is chosen: it comes first.
        [] => {
            errors.extend(of_selection);
            errors.push(Error::new(Code::ProjectNoUnits).within(Input::Select));
        }
        _ => {
            errors.push(none_of(skipped).within(Input::Select));
            errors.extend(of_selection);
        }
    }
    let none = || Error::new(Code::ProjectNoUnits).within(Input::Select);
    Error::collect(errors).err().unwrap_or_else(none)
}

/// None of the units can change: each reason once, with its count.
fn none_of(skipped: &[SkippedUnit]) -> Error {
    let mut reasons: Vec<(&Finding, usize)> = Vec::new();
    for one in skipped {
        match reasons.iter_mut().find(|(known, _)| known.zh == one.reason.zh) {
            Some((_, count)) => *count = count.saturating_add(1),
            None => reasons.push((&one.reason, 1)),
        }
    }
    let zh = reasons.iter().map(|(reason, count)| format!("{count} 套{}", reason.zh));
    let en = reasons.iter().map(|(reason, count)| format!("{count}: {}", reason.en));
    let (zh, en): (Vec<String>, Vec<String>) = (zh.collect(), en.collect());
    Error::new(Code::PricingNothingToChange)
        .with("count", skipped.len())
        .with_long("reasons_zh", zh.join("；"))
        .with_long("reasons_en", en.join("; "))
}

/// Tells of lines whose price stays what it is.
pub(super) fn unchanged(lines: &[BillLine]) -> Option<Finding> {
    let same = lines.iter().filter(|line| {
        line.old_list_price == Some(line.new_list_price)
            && line.old_list_total == Some(line.new_list_total)
            && line.new_floor_price.is_none_or(|floor| line.old_floor_price == Some(floor))
    });
    let same: Vec<&str> = same.map(|line| line.unit_no.as_str()).collect();
    let units = few(same.iter().copied());
    (!same.is_empty()).then(|| finding!(Code::PricingUnchanged, count = same.len(), units))
}
