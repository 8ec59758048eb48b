//! What a person should read about fees.

pub(super) mod references;
mod scales;

use super::charging::{Choice, Fact, Subject, choose};
use super::facts::{FeeBuyer, FeeFacts};
use super::policy::{FeePolicy, PolicyRule, rule_place};
use super::rule::FeeRule;
use crate::check::firsts;
use crate::error::{Code, Error, Finding, Input, InputPlace, finding};
use crate::{Text, city, scale, unusual};

/// Findings about the fees of a contract, each with the code of the fee it is about.
pub(super) struct Findings<'a> {
    facts: &'a FeeFacts,
    found: Vec<(Text, Finding)>,
}

impl<'a> Findings<'a> {
    pub(super) fn new(facts: &'a FeeFacts) -> Findings<'a> {
        Findings { facts, found: Vec::new() }
    }

    fn add(&mut self, fee: &str, place: InputPlace, finding: Finding) {
        let finding = finding.placed(place);
        // Every unit finds the same again; what is farther back is left out at the end.
        let mut last = self.found.iter().rev().take(8);
        let again = last.any(|(known, other)| {
            *known == fee && other.code == finding.code && other.path == finding.path
        });
        if !again {
            self.found.push((fee.into(), finding));
        }
    }

    /// What is found a second time, for the same fee at the same place, is left out.
    pub(super) fn each_once(self) -> Vec<Finding> {
        let key =
            |(fee, finding): &'_ (Text, Finding)| (finding.code, fee.clone(), finding.path.clone());
        let firsts = firsts(&self.found, key);
        let all = self.found.into_iter().zip(firsts).enumerate();
        all.filter(|(at, (_, first))| first == at).map(|(_, ((_, finding), _))| finding).collect()
    }

    /// Rates and values that are unusual.
    pub(super) fn unusual_values(&mut self, rules: &[PolicyRule<'_>]) {
        if let Some(found) = scale::optional(scale::VAT, self.facts.vat_rate) {
            self.add("", fact("vat_rate"), found);
        }
        for (rule, at) in rules.iter().filter_map(|rule| Some((rule, rule.own()?))) {
            for found in scales::unusual(&rule.rule) {
                let found = found.at(at).at("rules").within(Input::Policy);
                let place = found.path.clone().unwrap_or_else(|| rule_place(at));
                self.add(&rule.rule.code, place, found);
            }
        }
    }

    /// Presets of a city other than that of the facts.
    pub(super) fn other_cities(&mut self, policy: &FeePolicy) {
        let Some(city) = self.facts.city.as_deref() else { return };
        for preset in &policy.presets {
            let about = preset.about();
            if about.city.is_none_or(|own| city::same(own, city)) {
                continue;
            }
            let finding = finding!(
                Code::FeeCityDiffers,
                preset = about.name,
                preset_en = about.name_en,
                city
            );
            self.add(about.name, fact("city"), finding);
        }
    }

    /// Cities that rules by city could not tell for sure: that of the facts, and those that the
    /// policy's own rules name.
    pub(super) fn unknown_cities(&mut self, rules: &[PolicyRule<'_>]) {
        let Some(city) = &self.facts.city else { return };
        let live = rules.iter().filter(|rule| rule.in_force(self.facts.date));
        let named: Vec<_> = live.flat_map(PolicyRule::cities).collect();
        let mut unknown = Vec::new();
        if !named.is_empty()
            && city::known(city).is_none()
            && !named.iter().any(|(named, _)| city::same(named, city))
        {
            unknown.push((city, fact("city")));
        }
        for (named, place) in named {
            let Some(place) = place else { continue };
            if city::known(named).is_none() && !city::same(named, city) {
                unknown.push((named, place));
            }
        }
        for (city, place) in unknown {
            self.add("", place, finding!(Code::ProjectCityUnknown, city));
        }
    }

    /// Fees of which no version is in force on the day.
    pub(super) fn not_in_force(&mut self, rules: &[PolicyRule<'_>]) {
        let date = self.facts.date;
        if rules.iter().all(|rule| rule.in_force(date)) {
            return;
        }
        let live = rules.iter().filter(|rule| rule.in_force(date));
        let mut live: Vec<&str> = live.map(|rule| rule.rule.code.as_str()).collect();
        live.sort_unstable();
        for rule in rules.iter().map(|rule| &rule.rule) {
            if live.binary_search(&rule.code.as_str()).is_ok() {
                continue;
            }
            let finding = about(Code::FeeNotInForce, rule).with("date", date).finding();
            self.add(&rule.code, fact("date"), finding);
        }
    }

    /// A buyer's home was taken for the first.
    pub(super) fn home_assumed(&mut self, at: usize) {
        let place = match self.facts.buyers.is_empty() {
            true => fact("buyers"),
            false => fact("buyers").then(at).then("home_count"),
        };
        let number = at.saturating_add(1);
        let finding = finding!(Code::FeeHomeAssumed, number);
        self.add("", place, finding);
    }

    /// Tells where the area of the contract and the surveyed one lead to different values.
    pub(super) fn area_decides(
        &mut self,
        rule: &FeeRule,
        at: usize,
        subject: &Subject<'_>,
        choice: &Choice<'_>,
    ) {
        let contract = subject.unit.building_area;
        let Some(surveyed) = subject.unit.surveyed_area.filter(|area| *area != contract) else {
            return;
        };
        let other = if subject.area == contract { surveyed } else { contract };
        let value = |choice: &Choice<'_>| match choice {
            Choice::Row(row) => Some(row.value),
            _ => None,
        };
        if value(choice) == value(&choose(rule, &Subject { area: other, ..*subject }).choice) {
            return;
        }
        let error = about(Code::FeeAreaDecides, rule)
            .with("contract", contract)
            .with("surveyed", surveyed)
            .with("area", subject.area);
        self.of_unit(error, rule, at, unit_fact(at, "surveyed_area"));
    }

    /// A fact is missing that the rule asks for.
    pub(super) fn missing(&mut self, rule: &FeeRule, unit: usize, fact: Fact) {
        let error = about(Code::FeeFactMissing, rule);
        let error = error.with("fact_zh", fact.zh()).with("fact", fact.field());
        self.of_unit(error, rule, unit, fact.place(unit));
    }

    /// The building area stands for the surveyed one.
    pub(super) fn not_surveyed(&mut self, rule: &FeeRule, unit: usize) {
        self.of_unit(
            about(Code::FeeNotSurveyed, rule),
            rule,
            unit,
            unit_fact(unit, "surveyed_area"),
        );
    }

    /// The contract price stands for the assessed one.
    pub(super) fn not_assessed(&mut self, rule: &FeeRule, unit: usize) {
        self.of_unit(
            about(Code::FeeNotAssessed, rule),
            rule,
            unit,
            unit_fact(unit, "assessed_price"),
        );
    }

    /// A finding about a fee of a unit.
    fn of_unit(&mut self, error: Error, rule: &FeeRule, unit: usize, place: InputPlace) {
        let mut finding = error.finding();
        finding.unit_no = self.facts.units.get(unit).and_then(|unit| unit.unit_no.clone());
        self.add(&rule.code, place, finding);
    }
}

/// What names a fee. (Its English name is the code if it has none.)
fn about(code: Code, rule: &FeeRule) -> Error {
    let error = Error::new(code).with_long("name", &rule.name);
    let error = match &rule.name_en {
        Some(name) => error.with_long("name_en", name),
        None => error.with_long("name_en", &rule.code),
    };
    error.with_long("code", &rule.code)
}

fn fact(field: &'static str) -> InputPlace {
    InputPlace::of(Input::Facts).then(field)
}

fn unit_fact(at: usize, field: &'static str) -> InputPlace {
    fact("units").then(at).then(field)
}

/// Buyers whose home of the household is hardly right, each with its place among the buyers.
pub(crate) fn unusual_homes(buyers: &[FeeBuyer]) -> Vec<Finding> {
    let told = buyers.iter().enumerate().filter_map(|(at, buyer)| {
        let finding = buyer.home_count.and_then(unusual::homes)?;
        Some(finding.at("home_count").at(at))
    });
    told.collect()
}
