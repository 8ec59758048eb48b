//! What fees and taxes become: the fee engine is asked twice, by the contract and by the settlement.

use super::AreaSettling;
use crate::area_settlement::sheet::{AreaFeeChange, FeeDifference};
use crate::error::{At, Code, Error, Finding, Input, InputPlace, Result, Told, finding};
use crate::fee::{Charging, ExistingFee, FeeFacts, FeeLine, FeePolicy, FeeSheet, FeeUnit};
use crate::number::{Money, overflow};

/// Fees and taxes of a contract, for what a settlement makes of them.
#[derive(Debug, Clone, Copy)]
pub struct AreaFees<'a> {
    policy: &'a FeePolicy,
    facts: &'a FeeFacts,
    existing: &'a [ExistingFee],
}

impl<'a> AreaFees<'a> {
    /// Fees by a policy, for the facts of the contract: price and areas of its unit are those of the
    /// contract, and the settlement puts its own in their place.
    #[must_use]
    pub fn new(policy: &'a FeePolicy, facts: &'a FeeFacts) -> AreaFees<'a> {
        AreaFees { policy, facts, existing: &[] }
    }

    /// Fee lines as they were, with what was received: such lines keep their amount and get an
    /// adjustment.
    #[must_use]
    pub fn existing(self, existing: &'a [ExistingFee]) -> AreaFees<'a> {
        AreaFees { existing, ..self }
    }

    /// The fees before and after a settlement.
    pub(super) fn change(
        &self,
        asked: &AreaSettling<'_>,
        amount: Money,
        findings: &mut Vec<Finding>,
    ) -> Result<AreaFeeChange> {
        let at = self.unit(asked)?;
        let place = || InputPlace::of(Input::Fees).then("facts").then("units").then(at);
        let (mut before, mut after) = (self.facts.clone(), self.facts.clone());
        if let Some(unit) = before.units.get_mut(at) {
            let prices = [asked.contract.total(), asked.contract.deal_total];
            if !prices.contains(&unit.price) {
                let [contract, _] = prices;
                let told = finding!(Code::AreaFeePrice, price = unit.price, contract);
                findings.push(told.placed(place().then("price")));
            }
            unit.surveyed_area = None;
            unit.surveyed_inside_area = None;
        }
        if let Some(unit) = after.units.get_mut(at) {
            let price = unit.price.checked_add(amount).ok_or_else(overflow);
            unit.price = price.map_err(|error| error.placed(place().then("price")))?;
            unit.surveyed_area = Some(asked.survey.building_area);
            unit.surveyed_inside_area = asked.survey.inside_area;
        }
        let before = self.charged(&before, &[])?;
        let plain = self.charged(&after, &[])?;
        let differences = differences(&before.lines, &plain.lines)?;
        let sheet = match self.existing {
            [] => plain,
            existing => self.charged(&after, existing)?,
        };
        Ok(AreaFeeChange { differences, sheet })
    }

    fn charged(&self, facts: &FeeFacts, existing: &[ExistingFee]) -> Result<FeeSheet> {
        let held = |input| {
            let field = match input {
                Input::Policy => "policy",
                Input::Facts => "facts",
                Input::Existing => "existing",
                _ => return None,
            };
            Some(InputPlace::of(Input::Fees).then(field))
        };
        Charging::new(self.policy, facts).existing(existing).sheet().moved(&held)
    }

    /// Which unit of the facts is that of the contract: by its number, or the only one.
    fn unit(&self, asked: &AreaSettling<'_>) -> Result<usize> {
        let own = &asked.contract.unit_no;
        let is_own = |unit: &FeeUnit| unit.unit_no.as_ref() == Some(own);
        let only =
            matches!(self.facts.units.as_slice(), [one] if one.unit_no.is_none()).then_some(0);
        let found = self.facts.units.iter().position(is_own).or(only);
        let unknown = || Error::new(Code::AreaFeeUnit).with("unit", own);
        found.ok_or_else(unknown).at("units").at("facts").within(Input::Fees)
    }
}

/// Every fee before and after, in the order of the fees after it; one that there is no longer comes
/// last.
fn differences(before: &[FeeLine], after: &[FeeLine]) -> Result<Vec<FeeDifference>> {
    let is_same = |one: &FeeLine, other: &FeeLine| {
        (&one.code, &one.unit_no, &one.buyer) == (&other.code, &other.unit_no, &other.buyer)
    };
    let of = |lines: &[FeeLine], line: &FeeLine| {
        let own = lines.iter().filter(|one| is_same(one, line));
        Money::sum(own.map(|one| one.amount))
    };
    let gone = before.iter().filter(|line| !after.iter().any(|one| is_same(one, line)));
    let each = after.iter().chain(gone).map(|line| {
        let (before, after) = (of(before, line)?, of(after, line)?);
        Ok(FeeDifference {
            code: line.code.clone(),
            name: line.name.clone(),
            name_en: line.name_en.clone(),
            unit_no: line.unit_no.clone(),
            buyer: line.buyer.clone(),
            payer: line.payer,
            before,
            after,
            difference: after.checked_sub(before).ok_or_else(overflow)?,
        })
    });
    each.collect()
}
