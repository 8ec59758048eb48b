//! What of a factor and of the units does not meet: values that no unit has, units without a value.
//!
//! Each kind is told value by value while there are few, and counted when there are many.

use super::codes::{MISSING, OUT_OF_SCOPE, code_at};
use crate::error::{Code, Error, Finding, finding};
use crate::nearest::spelling;
use crate::pricing::scheme::{Factor, FactorValues, chinese_label};
use crate::project::{Dimension, FEW, Unit, few};
use crate::{Label, Text};
use std::collections::{BTreeMap, BTreeSet};

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
    about(Code::PricingFactorUnused, label).finding()
}

/// What there is to say about a factor, by its name in both languages.
fn about(code: Code, label: &str) -> Error {
    Error::new(code).with_long("factor", label).with_long("factor_zh", chinese_label(label))
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

    fn tell(&self, code: Code) -> Error {
        about(code, self.label)
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
        let finding = self
            .tell(Code::PricingFactorSpelling)
            .with_long("pairs_zh", &pairs_zh)
            .with_long("pairs_en", &pairs_en)
            .with("count", count)
            .finding();
        told.push(finding.unit(first.missing.unit_no));
    }

    fn missing(&self, told: &mut Vec<Finding>) {
        let mut tell = |value: &str, unit_no: &str, count: u32| {
            told.push(
                self.tell(Code::PricingFactorMissing)
                    .with_long("value", value)
                    .with("count", count)
                    .finding()
                    .unit(unit_no),
            );
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
            told.push(self.tell(Code::PricingReferenceFloor).with("floor", floor).finding());
            return;
        }
        let mut tell = |building: &str| {
            told.push(finding!(Code::PricingFloorAbsent, building, floor));
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
        Some(
            self.tell(Code::PricingFactorMismatch)
                .with("keys", keys.len())
                .with("met", met)
                .with("units", units)
                .with("count", missing)
                .finding(),
        )
    }

    /// Values that no unit has; the nearest is looked for among the units that lack one.
    fn unused_values(&self, keys: &[&str], told: &mut Vec<Finding>) {
        if keys.len() > FEW {
            let value = few(keys.iter().copied());
            told.push(self.unused_value(&value, []));
            return;
        }
        for key in keys {
            let lacking = self.missing.iter().filter_map(|one| one.value.as_deref());
            told.push(self.unused_value(key, lacking));
        }
    }

    /// A value that no unit has, with the nearest of those that units have.
    fn unused_value<'n>(&self, value: &str, names: impl IntoIterator<Item = &'n str>) -> Finding {
        let error = self.tell(Code::PricingFactorValueUnused).with_long("value", value);
        error.with_nearest(names, value).finding()
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
                told.push(part(self.unused_value(&Text::of(jump.onto), []), "jumps", at));
            }
        }
        for (at, segment) in rule.segments.iter().enumerate() {
            if !floors.iter().any(|floor| (segment.from..=segment.to).contains(floor)) {
                let label = Label::of(format_args!("{}–{}", segment.from, segment.to));
                told.push(part(self.unused_value(&label, []), "segments", at));
            }
        }
        for (at, own) in rule.lines.iter().enumerate() {
            if lines.contains(own.line.as_str()) {
                continue;
            }
            let alike = lines.iter().find(|line| spelling(line) == spelling(&own.line));
            let Some(line) = alike else {
                let finding = self.unused_value(&own.line, lines.iter().copied());
                told.push(part(finding, "lines", at));
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
