//! What a request must be for fees to be computed.

use super::facts::{ExistingFee, FeeBuyer, FeeFacts, FeeUnit};
use super::rule::{FeeBasis, FeeCondition, FeeRule, PropertyUse};
use super::vat;
use crate::error::{At, Code, Error, Input};
use crate::firsts::firsts;
use crate::number::{Area, Fraction, Share};
use std::fmt::Display;

/// A number that cannot be; `zh` and `en` say what it must be.
pub(super) fn amount(field: &'static str, value: impl Display, zh: &str, en: &str) -> Error {
    Error::new(Code::FeeAmount)
        .with("field", field)
        .with("value", value)
        .with("rule_zh", zh)
        .with("rule_en", en)
}

fn not_negative(field: &'static str, value: impl Display) -> Error {
    amount(field, value, "不小于零", "zero or more").at(field)
}

fn at_least_one(field: &'static str, value: u32) -> Option<Error> {
    (value == 0).then(|| amount(field, value, "至少为 1", "1 or more").at(field))
}

fn empty(field: &'static str) -> Error {
    Error::new(Code::FeeEmpty).with("field", field).at(field)
}

/// Everything that is wrong with a rule.
pub(super) fn rule(rule: &FeeRule) -> Vec<Error> {
    let mut errors = Vec::new();
    if rule.code.is_empty() {
        errors.push(empty("code"));
    }
    if let FeeBasis::Formula { terms, constant: None } = &rule.basis
        && terms.is_empty()
    {
        errors.push(empty("terms").at("basis"));
    }
    if rule.rows.is_empty() {
        errors.push(empty("rows"));
    }
    for (at, row) in rule.rows.iter().enumerate() {
        let mut wrong = condition(&row.when);
        if row.value.is_negative() {
            wrong.push(not_negative("value", row.value));
        }
        errors.extend(wrong.into_iter().map(|error| error.at(at).at("rows")));
    }
    for (field, limit) in [("min", rule.min), ("max", rule.max)] {
        if let Some(limit) = limit.filter(|limit| limit.is_negative()) {
            errors.push(not_negative(field, limit));
        }
    }
    if let (Some(min), Some(max)) = (rule.min, rule.max)
        && min > max
    {
        errors.push(turned("min", min, "max", max));
    }
    if let (Some(from), Some(to)) = (rule.effective_from, rule.effective_to)
        && from > to
    {
        errors.push(turned("effective_from", from, "effective_to", to));
    }
    errors
}

/// A range that ends before it begins.
fn turned(low: &'static str, from: impl Display, high: &'static str, to: impl Display) -> Error {
    Error::new(Code::FeeRange)
        .with("low", low)
        .with("from", from)
        .with("high", high)
        .with("to", to)
        .at(low)
}

fn condition(when: &FeeCondition) -> Vec<Error> {
    let mut errors = Vec::new();
    if let (Some(above), Some(to)) = (when.area_above, when.area_to)
        && above >= to
    {
        errors.push(turned("area_above", above, "area_to", to).at("when"));
    }
    for (low, from, high, to) in [
        ("home_from", when.home_from, "home_to", when.home_to),
        ("storeys_from", when.storeys_from, "storeys_to", when.storeys_to),
    ] {
        if let (Some(from), Some(to)) = (from, to)
            && from > to
        {
            errors.push(turned(low, from, high, to).at("when"));
        }
    }
    errors
}

/// Everything that is wrong with the facts.
pub(super) fn facts(facts: &FeeFacts) -> Vec<Error> {
    let mut errors = Vec::new();
    if facts.units.is_empty() {
        errors.push(Error::new(Code::ProjectNoUnits).at("units"));
    }
    let again = firsts(&facts.units, |unit| unit.unit_no.as_deref());
    for ((at, each), first) in facts.units.iter().enumerate().zip(again) {
        let mut wrong = unit(each);
        if let Some(unit_no) = each.unit_no.as_deref()
            && first != at
        {
            let error = Error::new(Code::ProjectDuplicateUnit).with("unit_no", unit_no);
            wrong.push(error.with("first", first.saturating_add(1)).at("unit_no"));
        }
        errors.extend(wrong.into_iter().map(|error| error.at(at).at("units")));
    }
    errors.extend(buyers(&facts.buyers));
    if let Some(rate) = facts.vat_rate {
        errors.extend(vat::check_rate(rate).at("vat_rate").err());
    }
    if let Some(loan) = facts.loan_amount.filter(|loan| loan.is_negative()) {
        errors.push(not_negative("loan_amount", loan));
    }
    errors.into_iter().map(|error| error.within(Input::Facts)).collect()
}

fn unit(unit: &FeeUnit) -> Vec<Error> {
    let mut errors = Vec::new();
    // A parking space given on top has no price, one without walls may have no area.
    if unit.price.is_negative() {
        errors.push(not_negative("price", unit.price));
    }
    if let Some(price) = unit.assessed_price.filter(|price| !price.is_positive()) {
        errors.push(amount("assessed_price", price, "大于零", "above zero").at("assessed_price"));
    }
    let spaceless = unit.property_use == PropertyUse::Parking && unit.building_area.is_zero();
    let areas = [
        ("building_area", Some(unit.building_area).filter(|_| !spaceless)),
        ("inside_area", unit.inside_area),
        ("surveyed_area", unit.surveyed_area),
        ("surveyed_inside_area", unit.surveyed_inside_area),
    ];
    for (field, area) in areas {
        let Some(area) = area.filter(|area: &Area| !area.is_positive()) else { continue };
        let error = Error::new(Code::ProjectArea).with("field", field).with("value", area);
        errors.push(error.at(field));
    }
    if let Some(inside) = unit.inside_area.filter(|inside| *inside > unit.building_area) {
        let error = Error::new(Code::ProjectInsideArea).with("inside", inside);
        errors.push(error.with("building", unit.building_area).at("inside_area"));
    }
    errors.extend(unit.storeys.and_then(|storeys| at_least_one("storeys", storeys)));
    errors
}

fn buyers(buyers: &[FeeBuyer]) -> Vec<Error> {
    let mut errors = Vec::new();
    for (at, buyer) in buyers.iter().enumerate() {
        let mut wrong = Vec::new();
        if !buyer.share.is_part() {
            let (zh, en) = ("大于 0 且不超过 1", "above 0 and at most 1");
            wrong.push(amount("share", buyer.share, zh, en).at("share"));
        }
        wrong.extend(buyer.home_count.and_then(|count| at_least_one("home_count", count)));
        errors.extend(wrong.into_iter().map(|error| error.at(at).at("buyers")));
    }
    if buyers.is_empty() {
        return errors;
    }
    let sum = Share::sum(buyers.iter().map(|buyer| buyer.share)).and_then(|(sum, text)| {
        let whole = sum.compare(&Fraction::ONE)?.is_eq();
        Ok((!whole).then(|| Error::new(Code::FeeShares).with("sum", text)))
    });
    let wrong = sum.unwrap_or_else(Some);
    errors.extend(wrong.map(|error| error.at("buyers")));
    errors
}

/// Everything that is wrong with the lines as they were. Lines are matched by unit and buyer, so
/// these need names once there are lines.
pub(super) fn existing(existing: &[ExistingFee], facts: &FeeFacts) -> Vec<Error> {
    let mut errors = Vec::new();
    for (at, line) in existing.iter().enumerate() {
        if line.code.is_empty() {
            errors.push(empty("code").at(at).within(Input::Existing));
        }
        // A refund is received on an adjustment in the buyer's favour only.
        if line.received.is_negative() && !line.amount.is_negative() {
            let error = amount("received", line.received, "不小于 0", "at least 0");
            errors.push(error.at("received").at(at).within(Input::Existing));
        }
    }
    if existing.is_empty() {
        return errors;
    }
    let nameless = |at: &usize| facts.units.get(*at).is_some_and(|unit| unit.unit_no.is_none());
    for at in (0..facts.units.len()).filter(nameless).skip(1) {
        let error = Error::new(Code::FeeNameNeeded).with("name", "");
        errors.push(error.at("unit_no").at(at).at("units").within(Input::Facts));
    }
    let again = firsts(&facts.buyers, |buyer| buyer.name.as_deref());
    for ((at, buyer), first) in facts.buyers.iter().enumerate().zip(again) {
        if first != at {
            let name = buyer.name.as_deref().unwrap_or_default();
            let error = Error::new(Code::FeeNameNeeded).with("name", name);
            errors.push(error.at("name").at(at).at("buyers").within(Input::Facts));
        }
    }
    errors
}
