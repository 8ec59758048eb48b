//! The rules of a policy: presets, rules of the project's own, and which of them are in force.

use super::check;
use super::preset::FeePreset;
use super::rule::{FeeArea, FeeRule};
use crate::error::{Code, Error, Input, InputPlace};
use crate::{Date, Text};
use kaipan_derive::boundary;
use std::borrow::Cow;

/// The rules of a project: presets and rules of its own.
#[boundary]
#[derive(Default)]
pub struct FeePolicy {
    /// Version, as quotes record it.
    pub version: Option<Text>,
    /// Named sets of published rules.
    pub presets: Vec<FeePreset>,
    /// Rules of the project's own; a code that a preset has too takes its place.
    pub rules: Vec<FeeRule>,
    /// Which area counts where a rule asks for the area or takes it as its basis.
    #[boundary(default)]
    pub area: FeeArea,
}

impl FeePolicy {
    /// What is wrong with its rules, whatever they are applied to.
    pub(crate) fn reasons(&self) -> Vec<Error> {
        rules(self).1
    }

    /// The codes of all rules.
    pub(crate) fn codes(&self) -> Vec<Text> {
        let own = self.rules.iter().map(|rule| rule.code.clone());
        let presets = self.presets.iter().flat_map(|preset| preset.rules());
        own.chain(presets.map(|rule| rule.code)).collect()
    }
}

/// A rule of a policy.
pub(super) struct PolicyRule<'a> {
    pub(super) rule: Cow<'a, FeeRule>,
    /// Which of the policy's own rules it is; `None` for those of presets.
    own: Option<usize>,
}

impl PolicyRule<'_> {
    pub(super) fn in_force(&self, date: Date) -> bool {
        self.rule.days().contains(date)
    }

    /// The cities that its rows name, with their places if the rule is the policy's own.
    pub(super) fn cities(&self) -> Vec<(&Text, Option<InputPlace>)> {
        let mut cities = Vec::new();
        for (row, when) in self.rule.rows.iter().map(|row| &row.when).enumerate() {
            for (list, named) in [("cities", &when.cities), ("except_cities", &when.except_cities)]
            {
                for (at, city) in named.iter().enumerate() {
                    let place = self.own.map(|own| {
                        let row = rule_place(own).then("rows").then(row);
                        row.then("when").then(list).then(at)
                    });
                    cities.push((city, place));
                }
            }
        }
        cities
    }

    /// Its place among the policy's own rules; none for one of a preset.
    pub(super) fn own(&self) -> Option<usize> {
        self.own
    }

    /// The error at the place of the rule in the request.
    pub(super) fn placed(&self, error: Error) -> Error {
        match self.own {
            Some(at) => error.at(at).at("rules").within(Input::Policy),
            None => error.at("presets").within(Input::Policy),
        }
    }
}

/// The place of one of the policy's own rules.
pub(super) fn rule_place(at: usize) -> InputPlace {
    InputPlace::of(Input::Policy).then("rules").then(at)
}

/// Every rule of the policy, presets first, and everything that is wrong with them. The project's
/// own rules take the place of all rules of presets with their code.
pub(super) fn rules(policy: &FeePolicy) -> (Vec<PolicyRule<'_>>, Vec<Error>) {
    let mut errors = Vec::new();
    let mut rules = Vec::with_capacity(policy.rules.len());
    // Codes of presets, a dozen at most, with the first preset that has them.
    let mut setters: Vec<(Text, usize)> = Vec::new();
    for (at, preset) in policy.presets.iter().enumerate() {
        let mut clashes: Vec<Text> = Vec::new();
        for rule in preset.rules() {
            if policy.rules.iter().any(|own| own.code == rule.code) {
                continue;
            }
            let setter = setters.iter().find(|(code, _)| *code == rule.code);
            let first = setter.map_or(at, |(_, first)| *first);
            if setter.is_none() {
                setters.push((rule.code.clone(), at));
            }
            if first != at && !clashes.contains(&rule.code) {
                clashes.push(rule.code.clone());
                let error = Error::new(Code::FeePresetClash)
                    .with("code", &rule.code)
                    .with("first", first.saturating_add(1));
                errors.push(error.at(at).at("presets").within(Input::Policy));
            }
            rules.push(PolicyRule { rule: Cow::Owned(rule), own: None });
        }
    }
    for (at, rule) in policy.rules.iter().enumerate() {
        let wrong = check::rule(rule).into_iter();
        errors.extend(wrong.map(|error| error.at(at).at("rules").within(Input::Policy)));
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
            errors.push(error.at("effective_from").at(at).at("rules").within(Input::Policy));
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Which of these periods overlap an earlier one.
    fn clashes(periods: &[(&str, &str, &str)]) -> Vec<String> {
        let mut policy = FeePolicy::default();
        for (code, from, to) in periods {
            let day = |text: &str| (!text.is_empty()).then(|| text.parse().unwrap());
            policy.rules.push(FeeRule {
                code: (*code).into(),
                effective_from: day(from),
                effective_to: day(to),
                ..FeePreset::Nanchang.rules().remove(0)
            });
        }
        rules(&policy).1.iter().map(|error| error.path()).collect()
    }

    #[test]
    fn versions_of_a_rule_may_follow_but_not_overlap() {
        let follow = [("a", "2026-01-01", "2026-03-31"), ("a", "2026-04-01", "")];
        assert_eq!(clashes(&follow), [""; 0]);
        assert_eq!(clashes(&[("a", "", "2026-03-31"), ("b", "", ""), follow[1]]), [""; 0]);
        let place = |at| format!("/policy/rules/{at}/effective_from");
        // The last day counts; order in the list does not.
        let touch = [("a", "2026-03-31", ""), ("a", "2026-01-01", "2026-03-31")];
        assert_eq!(clashes(&touch), [place(0)]);
        assert_eq!(clashes(&[("a", "", ""), ("a", "", "")]), [place(1)]);
        // A short one inside a long one does not hide the long one.
        let inside = [
            ("a", "2026-01-01", "2026-12-31"),
            ("a", "2026-02-01", "2026-02-28"),
            ("a", "2026-06-01", "2026-06-30"),
            ("a", "2027-01-01", ""),
        ];
        assert_eq!(clashes(&inside), [place(1), place(2)]);
    }
}
