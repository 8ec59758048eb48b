//! What a request must be for fees to be computed.

use super::facts::{ExistingFee, FeeBuyer, FeeFacts, FeeUnit};
use super::rule::{FeeBasis, FeeCondition, FeeRule, PropertyUse};
use super::vat;
use crate::check::{Counted, Must, Span, with_repeats};
use crate::error::{Code, Error, Input, InputPlace};
use crate::number::{Area, Fraction, Rate, Unrounded};
use std::fmt::Display;

/// What is wrong with a number that must be something.
fn amount(must: Must, field: &'static str, value: impl Counted) -> Option<Error> {
    must.refused(Code::FeeAmount, field, value)
}

/// The same of a number that may be absent.
fn optional(must: Must, field: &'static str, value: Option<impl Counted>) -> Option<Error> {
    amount(must, field, value?)
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
        wrong.extend(amount(Must::NotBeNegative, "value", row.value));
        errors.extend(wrong.into_iter().map(|error| error.at(at).at("rows")));
    }
    for (field, limit) in [("min", rule.min), ("max", rule.max)] {
        errors.extend(optional(Must::NotBeNegative, field, limit));
    }
    errors.extend(turned("min", "max", Span::new(rule.min, rule.max)));
    errors.extend(turned("effective_from", "effective_to", rule.days()));
    errors
}

/// What is wrong with a range that ends before it begins.
fn turned<T: Copy + Ord + Display>(
    low: &'static str,
    high: &'static str,
    span: Span<T>,
) -> Option<Error> {
    let (from, to) = span.turned()?;
    let error = Error::new(Code::FeeRange).with("low", low).with("from", from);
    Some(error.with("high", high).with("to", to).at(low))
}

fn condition(when: &FeeCondition) -> Vec<Error> {
    let mut errors = Vec::new();
    if let (Some(above), Some(to)) = (when.area_above, when.area_to)
        && above >= to
    {
        let error = Error::new(Code::FeeRange).with("low", "area_above").with("from", above);
        errors.push(error.with("high", "area_to").with("to", to).at("area_above"));
    }
    errors.extend(turned("home_from", "home_to", when.homes()));
    errors.extend(turned("storeys_from", "storeys_to", when.storeys()));
    errors.into_iter().map(|error| error.at("when")).collect()
}

/// Everything that is wrong with the facts.
pub(super) fn facts(facts: &FeeFacts) -> Vec<Error> {
    let mut errors = Vec::new();
    if facts.units.is_empty() {
        errors.push(Error::new(Code::ProjectNoUnits).at("units"));
    }
    for (at, each, again) in with_repeats(&facts.units, |unit| unit.unit_no.as_deref()) {
        let mut wrong = unit(each);
        if let (Some(unit_no), Some(first)) = (each.unit_no.as_deref(), again) {
            let error = Error::new(Code::ProjectDuplicateUnit).with("unit_no", unit_no);
            wrong.push(error.with("first", first).at("unit_no"));
        }
        errors.extend(wrong.into_iter().map(|error| error.at(at).at("units")));
    }
    errors.extend(buyers(&facts.buyers));
    if let Some(rate) = facts.vat_rate {
        errors.extend(vat::check_rate(rate, InputPlace::default().then("vat_rate")).err());
    }
    errors.extend(optional(Must::NotBeNegative, "loan_amount", facts.loan_amount));
    errors.into_iter().map(|error| error.within(Input::Facts)).collect()
}

fn unit(unit: &FeeUnit) -> Vec<Error> {
    let mut errors = Vec::new();
    // A parking space given on top has no price, one without walls may have no area.
    errors.extend(amount(Must::NotBeNegative, "price", unit.price));
    errors.extend(optional(Must::BePositive, "assessed_price", unit.assessed_price));
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
    errors.extend(optional(Must::BeOneOrMore, "storeys", unit.storeys));
    errors
}

/// What is wrong with buyers and rate of a contract, whatever its units.
pub(crate) fn wrong_buyers(all: &[FeeBuyer], vat_rate: Option<Rate>) -> Vec<Error> {
    let place = || InputPlace::default().then("vat_rate");
    let rate = vat_rate.and_then(|rate| vat::check_rate(rate, place()).err());
    buyers(all).into_iter().chain(rate).map(|error| error.within(Input::Facts)).collect()
}

fn buyers(buyers: &[FeeBuyer]) -> Vec<Error> {
    let mut errors = Vec::new();
    for (at, buyer) in buyers.iter().enumerate() {
        let mut wrong = Vec::new();
        wrong.extend(amount(Must::BePart, "share", buyer.share));
        wrong.extend(optional(Must::BeOneOrMore, "home_count", buyer.home_count));
        errors.extend(wrong.into_iter().map(|error| error.at(at).at("buyers")));
    }
    if buyers.is_empty() {
        return errors;
    }
    let sum = Fraction::sum(buyers.iter().map(|buyer| buyer.share)).and_then(|(sum, text)| {
        let whole = sum.compare(&Unrounded::ONE)?.is_eq();
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
        let received = amount(Must::NotBeNegative, "received", line.received);
        let received = received.filter(|_| !line.amount.is_negative());
        errors.extend(received.map(|error| error.at(at).within(Input::Existing)));
    }
    if existing.is_empty() {
        return errors;
    }
    let nameless = |at: &usize| facts.units.get(*at).is_some_and(|unit| unit.unit_no.is_none());
    for at in (0..facts.units.len()).filter(nameless).skip(1) {
        let error = Error::new(Code::FeeNameNeeded).with("name", "");
        errors.push(error.at("unit_no").at(at).at("units").within(Input::Facts));
    }
    for (at, buyer, again) in with_repeats(&facts.buyers, |buyer| buyer.name.as_deref()) {
        if again.is_some() {
            let name = buyer.name.as_deref().unwrap_or_default();
            let error = Error::new(Code::FeeNameNeeded).with("name", name);
            errors.push(error.at("name").at(at).at("buyers").within(Input::Facts));
        }
    }
    errors
}
