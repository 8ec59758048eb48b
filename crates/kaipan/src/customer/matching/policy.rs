//! What makes two customers the same, and what is done about it: data of the company.

use super::clue::{MatchClue, MatchLevel};
use super::known::Known;
use crate::error::{Code, Error, Finding, Input, finding};
use kaipan_derive::boundary;

/// What is done where somebody is there already.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum DuplicateAction {
    /// 禁止: no second record.
    Forbid,
    /// 警告: a second record after a person has looked.
    Warn,
    /// 忽略: nothing is said.
    Ignore,
}

/// Two records that have all of this in common are of this level.
#[boundary]
pub struct MatchRule {
    /// Same or suspect.
    pub level: MatchLevel,
    /// What they have in common, all of it.
    #[boundary(required)]
    pub all: Vec<MatchClue>,
}

/// 查重规则: what makes two customers the same, and what is done about it.
///
/// The default is that of handbook §9.1: the same by paper, member card or phone; suspect by name
/// and last four digits of the phone, by name and day of birth, and by a masked phone. The same
/// is forbidden, a suspect warned of.
#[boundary(default, whole)]
pub struct MatchPolicy {
    /// The rules; the surest of those that hold counts.
    pub rules: Vec<MatchRule>,
    /// Where the same customer is there.
    pub same: DuplicateAction,
    /// Where a suspect is there.
    pub suspect: DuplicateAction,
}

impl Default for MatchPolicy {
    fn default() -> MatchPolicy {
        let rule = |level, all: &[MatchClue]| MatchRule { level, all: all.to_vec() };
        MatchPolicy {
            rules: vec![
                rule(MatchLevel::Same, &[MatchClue::Paper]),
                rule(MatchLevel::Same, &[MatchClue::MemberCard]),
                rule(MatchLevel::Same, &[MatchClue::Phone]),
                rule(MatchLevel::Suspect, &[MatchClue::Name, MatchClue::PhoneTail]),
                rule(MatchLevel::Suspect, &[MatchClue::Name, MatchClue::BirthDate]),
                rule(MatchLevel::Suspect, &[MatchClue::MaskedPhone]),
            ],
            same: DuplicateAction::Forbid,
            suspect: DuplicateAction::Warn,
        }
    }
}

impl MatchPolicy {
    /// The rules that hold between two customers.
    pub(super) fn held<'p>(
        &'p self,
        one: &'p Known,
        two: &'p Known,
    ) -> impl Iterator<Item = &'p MatchRule> {
        self.rules.iter().filter(|rule| rule.all.iter().all(|clue| one.agrees(two, *clue)))
    }

    /// How surely two customers are one.
    pub(crate) fn level(&self, one: &Known, two: &Known) -> MatchLevel {
        self.held(one, two).map(|rule| rule.level).min().unwrap_or(MatchLevel::New)
    }

    /// What is done at a level.
    pub(crate) fn action(&self, level: MatchLevel) -> DuplicateAction {
        match level {
            MatchLevel::Same => self.same,
            MatchLevel::Suspect => self.suspect,
            MatchLevel::New => DuplicateAction::Ignore,
        }
    }

    /// Rules that can say nothing.
    pub(crate) fn errors(&self) -> Vec<Error> {
        let wrong = |(at, rule): (usize, &MatchRule)| {
            let error = |code, field: &'static str| {
                let error = Error::new(code).with("number", at.saturating_add(1));
                Some(error.at(field).at(at).at("rules").within(Input::Policy))
            };
            match rule {
                MatchRule { level: MatchLevel::New, .. } => {
                    error(Code::CustomerMatchRuleNew, "level")
                }
                MatchRule { all, .. } if all.is_empty() => {
                    error(Code::CustomerMatchRuleEmpty, "all")
                }
                _ => None,
            }
        };
        self.rules.iter().enumerate().filter_map(wrong).collect()
    }

    /// Rules by which nearly everybody is like somebody.
    pub(crate) fn findings(&self) -> Vec<Finding> {
        let wide = [MatchClue::Name, MatchClue::PhoneTail, MatchClue::BirthDate];
        let all = self.rules.iter().enumerate();
        let all = all.filter(|(_, rule)| match rule.all.as_slice() {
            [one] => wide.contains(one),
            _ => false,
        });
        let told = all.map(|(at, rule)| {
            let clue = rule.all.first().copied().unwrap_or(MatchClue::Name);
            finding!(
                Code::CustomerMatchRuleWide,
                number = at.saturating_add(1),
                clue = clue.word(),
                clue_zh = clue.chinese()
            )
            .at(at)
            .at("rules")
            .within(Input::Policy)
        });
        let mut told: Vec<Finding> = told.collect();
        if self.rules.is_empty() {
            told.push(finding!(Code::CustomerMatchNoRules).at("rules").within(Input::Policy));
        }
        told
    }
}
