//! What of a factor and of the units does not meet: values that no unit has, units without a value.
//!
//! Each kind is told value by value while there are few, and counted when there are many.

use super::codes::{MISSING, OUT_OF_SCOPE, code_at};
use crate::error::{Code, Finding};
use crate::nearest::{nearest, spelling};
use crate::pricing::scheme::{Factor, FactorValues, chinese_label};
use crate::project::{Dimension, FEW, Unit, few};
use crate::{Label, Text};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

/// From so many units on, a factor that meets almost none of them is a mistake.
const MANY: u32 = 10;

/// A value of units in scope that the factor does not have; `None` for units without one.
pub(super) struct Missing<'a> {
    pub(super) value: Option<Text>,
    pub(super) unit_no: &'a str,
    pub(super) units: u32,
}

impl Missing<'_> {
    fn shown(&self) -> &str {
        self.value.as_deref().unwrap_or("—")
    }
}

/// A factor as it met the units of its scheme.
pub(super) struct Met<'a> {
    pub(super) factor: &'a Factor,
    pub(super) label: &'a str,
    /// Units of the scheme.
    pub(super) units: &'a [&'a Unit],
    /// In the order of their first units.
    pub(super) missing: Vec<Missing<'a>>,
    /// Codes of values that units have.
    pub(super) used: BTreeSet<u32>,
    /// Buildings in scope without the reference floor.
    pub(super) absent_references: BTreeSet<&'a str>,
}

/// Tells that something prices no unit.
pub(super) fn unused(label: &str) -> Finding {
    about(Code::PricingFactorUnused, label, &[])
}

/// A finding about a factor, by its name in both languages.
fn about(code: Code, label: &str, more: &[(&'static str, &dyn Display)]) -> Finding {
    let chinese = chinese_label(label);
    let mut params: Vec<(&str, &dyn Display)> = vec![("factor", &label), ("factor_zh", &chinese)];
    params.extend(more);
    Finding::new(code, &params)
}

impl Met<'_> {
    /// What a person should read, placed in the factor.
    pub(super) fn findings(&self) -> Vec<Finding> {
        let mut told = Vec::new();
        if self.units.is_empty() {
            return told;
        }
        let keys = self.keys();
        let unused_keys: Vec<&Text> =
            keys.iter().filter(|(_, used)| !used).map(|(key, _)| key).collect();
        let pairs = self.pairs(&keys);
        self.spelling(&pairs, &mut told);
        self.missing(&mut told);
        self.absent_floors(&mut told);
        let in_scope = self.used.iter().any(|code| *code != OUT_OF_SCOPE);
        let met = self.used.iter().any(|code| *code != OUT_OF_SCOPE && *code != MISSING);
        let mismatch = pairs.is_empty().then(|| self.mismatch(&keys, unused_keys.len())).flatten();
        match mismatch {
            Some(finding) => told.push(finding),
            None if !in_scope || (!met && pairs.is_empty()) => {
                told.push(unused(self.label));
            }
            None => {}
        }
        // Of a factor that meets nothing it is enough to say that.
        if met {
            let paired: BTreeSet<&str> = pairs.iter().map(|pair| pair.key.as_str()).collect();
            let rest: Vec<&str> = unused_keys
                .iter()
                .map(|key| key.as_str())
                .filter(|key| !paired.contains(key))
                .collect();
            self.unused_values(&rest, &mut told);
        }
        self.unused_parts(&mut told);
        told
    }

    fn tell(&self, code: Code, params: &[(&'static str, &dyn Display)]) -> Finding {
        about(code, self.label, params)
    }

    /// The values that the factor has, and whether a unit has them too.
    fn keys(&self) -> Vec<(Text, bool)> {
        let used = |at: usize| code_at(at).is_ok_and(|code| self.used.contains(&code));
        let keys: Vec<Text> = match &self.factor.values {
            FactorValues::Table { rows } => rows.iter().map(|row| row.key.clone()).collect(),
            FactorValues::Steps { order, .. } => order.clone(),
            FactorValues::Bands { bands, .. } => bands.iter().map(|band| band.label()).collect(),
            FactorValues::Floors { .. } => Vec::new(),
        };
        keys.into_iter().enumerate().map(|(at, key)| (key, used(at))).collect()
    }

    /// Values of units that the factor has in another spelling.
    fn pairs(&self, keys: &[(Text, bool)]) -> Vec<Pair<'_>> {
        let by_text = !matches!(self.factor.values, FactorValues::Bands { .. });
        if self.missing.is_empty() || self.factor.dimension == Dimension::Floor || !by_text {
            return Vec::new();
        }
        let mut spelt = BTreeMap::new();
        for (key, _) in keys {
            spelt.entry(spelling(key)).or_insert(key);
        }
        let twin = |missing: &'_ Missing<'_>| {
            let value = missing.value.as_ref()?;
            Some((*spelt.get(&spelling(value))?).clone())
        };
        let pairs = self.missing.iter();
        pairs.filter_map(|missing| Some(Pair { key: twin(missing)?, missing })).collect()
    }

    fn spelling(&self, pairs: &[Pair<'_>], told: &mut Vec<Finding>) {
        let Some(first) = pairs.first() else { return };
        let shown = |one: &dyn Fn(&str, &str) -> String, between: &str| {
            let shown = pairs.iter().take(FEW).map(|pair| one(&pair.key, pair.missing.shown()));
            let shown = shown.collect::<Vec<String>>().join(between);
            let rest = pairs.len() > FEW;
            if rest { format!("{shown} … ({})", pairs.len()) } else { shown }
        };
        let pairs_zh = shown(&|key, value| format!("表里写“{key}”，房间写“{value}”"), "；");
        let pairs_en =
            shown(&|key, value| format!("the table has \"{key}\", units have \"{value}\""), "; ");
        let count = pairs.iter().fold(0_u32, |sum, pair| sum.saturating_add(pair.missing.units));
        let params: [(&str, &dyn Display); 3] =
            [("pairs_zh", &pairs_zh), ("pairs_en", &pairs_en), ("count", &count)];
        let finding = self.tell(Code::PricingFactorSpelling, &params);
        told.push(finding.unit(first.missing.unit_no));
    }

    fn missing(&self, told: &mut Vec<Finding>) {
        let mut tell = |value: &str, unit_no: &str, count: u32| {
            let params: [(&str, &dyn Display); 2] = [("value", &value), ("count", &count)];
            told.push(self.tell(Code::PricingFactorMissing, &params).unit(unit_no));
        };
        match self.missing.first() {
            Some(first) if self.missing.len() > FEW => {
                let values = few(self.missing.iter().map(Missing::shown));
                tell(&values, first.unit_no, self.missing_units());
            }
            _ => self.missing.iter().for_each(|one| tell(one.shown(), one.unit_no, one.units)),
        }
    }

    fn missing_units(&self) -> u32 {
        self.missing.iter().fold(0_u32, |sum, one| sum.saturating_add(one.units))
    }

    fn absent_floors(&self, told: &mut Vec<Finding>) {
        let FactorValues::Floors { rule } = &self.factor.values else { return };
        let floor = rule.reference;
        let absent = &self.absent_references;
        let nowhere = !self.in_scope().any(|unit| !absent.contains(unit.building.as_str()));
        if absent.is_empty() {
            return;
        }
        if nowhere {
            told.push(self.tell(Code::PricingReferenceFloor, &[("floor", &floor)]));
            return;
        }
        let mut tell = |building: &str| {
            let params: [(&str, &dyn Display); 2] = [("building", &building), ("floor", &floor)];
            told.push(Finding::new(Code::PricingFloorAbsent, &params));
        };
        if absent.len() > FEW {
            tell(&few(absent.iter().copied()));
        } else {
            absent.iter().for_each(|building| tell(building));
        }
    }

    fn in_scope(&self) -> impl Iterator<Item = &Unit> {
        self.units.iter().copied().filter(|unit| self.factor.scope.matches(unit))
    }

    /// Most units have no value, and most values no unit: the two were not made for each other.
    /// A handful of units may well have none of the values of a whole project.
    fn mismatch(&self, keys: &[(Text, bool)], unused_keys: usize) -> Option<Finding> {
        let missing = self.missing_units();
        let units = u32::try_from(self.in_scope().count()).unwrap_or(u32::MAX);
        let met = keys.len().saturating_sub(unused_keys);
        if keys.is_empty()
            || units < MANY
            || missing.saturating_mul(2) <= units
            || met.saturating_mul(2) >= keys.len()
        {
            return None;
        }
        let params: [(&str, &dyn Display); 4] =
            [("keys", &keys.len()), ("met", &met), ("units", &units), ("count", &missing)];
        Some(self.tell(Code::PricingFactorMismatch, &params))
    }

    /// Values that no unit has; the nearest is looked for among the units that lack one.
    fn unused_values(&self, keys: &[&str], told: &mut Vec<Finding>) {
        if keys.len() > FEW {
            let value = few(keys.iter().copied());
            told.push(self.tell(Code::PricingFactorValueUnused, &[("value", &value)]));
            return;
        }
        for key in keys {
            let lacking = self.missing.iter().filter_map(|one| one.value.as_deref());
            let near = nearest(lacking, key);
            told.push(self.unused_value(key, near));
        }
    }

    fn unused_value(&self, value: &str, near: Option<&str>) -> Finding {
        let mut params: Vec<(&str, &dyn Display)> = vec![("value", &value)];
        if let Some(near) = &near {
            params.push(("nearest", near));
        }
        self.tell(Code::PricingFactorValueUnused, &params)
    }

    /// Parts of a generated floor table that no unit in scope has, each with its place.
    fn unused_parts(&self, told: &mut Vec<Finding>) {
        let FactorValues::Floors { rule } = &self.factor.values else { return };
        let floors: BTreeSet<i32> = self.in_scope().map(|unit| unit.floor).collect();
        let lines: BTreeSet<&str> = self.in_scope().map(|unit| unit.line.as_str()).collect();
        let part = |finding: Finding, part: &'static str, at: usize| {
            finding.at(at).at(part).at("rule").at("values")
        };
        for (at, jump) in rule.jumps.iter().enumerate() {
            if !floors.contains(&jump.onto) {
                told.push(part(self.unused_value(&Text::of(jump.onto), None), "jumps", at));
            }
        }
        for (at, segment) in rule.segments.iter().enumerate() {
            if !floors.iter().any(|floor| (segment.from..=segment.to).contains(floor)) {
                let label = Label::of(format_args!("{}–{}", segment.from, segment.to));
                told.push(part(self.unused_value(&label, None), "segments", at));
            }
        }
        for (at, own) in rule.lines.iter().enumerate() {
            if lines.contains(own.line.as_str()) {
                continue;
            }
            let alike = lines.iter().find(|line| spelling(line) == spelling(&own.line));
            let Some(line) = alike else {
                let near = nearest(lines.iter().copied(), &own.line);
                told.push(part(self.unused_value(&own.line, near), "lines", at));
                continue;
            };
            let units: Vec<&Unit> = self.in_scope().filter(|unit| unit.line == **line).collect();
            let lacking = Missing {
                value: Some(Text::from(*line)),
                unit_no: units.first().map_or("", |unit| unit.unit_no.as_str()),
                units: u32::try_from(units.len()).unwrap_or(u32::MAX),
            };
            let mut found = Vec::new();
            self.spelling(&[Pair { key: own.line.clone(), missing: &lacking }], &mut found);
            told.extend(found.into_iter().map(|finding| part(finding, "lines", at)));
        }
    }
}

/// A value of the factor, and one of units that is spelt like it.
struct Pair<'a> {
    key: Text,
    missing: &'a Missing<'a>,
}
