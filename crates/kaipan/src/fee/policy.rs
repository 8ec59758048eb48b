//! The rules of a policy: presets, rules of the project's own, and which of them are in force.

use super::check;
use super::request::FeePolicy;
use super::rule::FeeRule;
use crate::Date;
use crate::error::{Code, Error};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// A rule of a policy.
pub(super) struct PolicyRule<'a> {
    pub(super) rule: Cow<'a, FeeRule>,
    /// Which of the policy's own rules it is; `None` for those of presets.
    own: Option<usize>,
}

impl PolicyRule<'_> {
    pub(super) fn in_force(&self, date: Date) -> bool {
        self.rule.effective_from.is_none_or(|from| from <= date)
            && self.rule.effective_to.is_none_or(|to| date <= to)
    }

    /// The error at the place of the rule in the request.
    pub(super) fn placed(&self, error: Error) -> Error {
        match self.own {
            Some(at) => error.at(at).at("rules").at("policy"),
            None => error.at("presets").at("policy"),
        }
    }
}

/// Every rule of the policy, presets first, and everything that is wrong with them. The project's
/// own rules take the place of all rules of presets with their code.
pub(super) fn rules(policy: &FeePolicy) -> (Vec<PolicyRule<'_>>, Vec<Error>) {
    let mut errors = Vec::new();
    let mut rules = Vec::new();
    let own: BTreeSet<&str> = policy.rules.iter().map(|rule| rule.code.as_str()).collect();
    let mut setter: BTreeMap<String, usize> = BTreeMap::new();
    for (at, preset) in policy.presets.iter().enumerate() {
        let mut clashes = BTreeSet::new();
        for rule in preset.rules() {
            if own.contains(rule.code.as_str()) {
                continue;
            }
            let first = *setter.entry(rule.code.clone()).or_insert(at);
            if first != at && clashes.insert(rule.code.clone()) {
                let error = Error::new(Code::FeePresetClash)
                    .with("code", &rule.code)
                    .with("first", first.saturating_add(1));
                errors.push(error.at(at).at("presets").at("policy"));
            }
            rules.push(PolicyRule { rule: Cow::Owned(rule), own: None });
        }
    }
    for (at, rule) in policy.rules.iter().enumerate() {
        let place = |error: Error| error.at(at).at("rules").at("policy");
        errors.extend(check::rule(rule).into_iter().map(place));
        rules.push(PolicyRule { rule: Cow::Borrowed(rule), own: Some(at) });
    }
    errors.extend(overlaps(&policy.rules));
    (rules, errors)
}

/// Two rules of one code must not be in force on one day.
fn overlaps(rules: &[FeeRule]) -> Vec<Error> {
    let mut sorted: Vec<(usize, &FeeRule)> = rules.iter().enumerate().collect();
    sorted.sort_by(|(_, a), (_, b)| (&a.code, a.effective_from).cmp(&(&b.code, b.effective_from)));
    let mut errors = Vec::new();
    // The rule of this code that ends last, of those that began before.
    let mut last: Option<(usize, &FeeRule)> = None;
    for (at, rule) in sorted {
        let clash = last.filter(|(_, earlier)| {
            let ended = |to: Date| rule.effective_from.is_some_and(|from| to < from);
            earlier.code == rule.code && !earlier.effective_to.is_some_and(ended)
        });
        if let Some((first, _)) = clash {
            let error = Error::new(Code::FeeRuleOverlap)
                .with("code", &rule.code)
                .with("first", first.saturating_add(1));
            errors.push(error.at("effective_from").at(at).at("rules").at("policy"));
        }
        let longer = last.is_none_or(|(_, earlier)| {
            let ends_later = match (earlier.effective_to, rule.effective_to) {
                (None, _) => false,
                (Some(_), None) => true,
                (Some(earlier), Some(to)) => to > earlier,
            };
            earlier.code != rule.code || ends_later
        });
        if longer {
            last = Some((at, rule));
        }
    }
    errors
}
