//! Why two customers are, or may be, one.

use super::clue::{MatchClue, MatchLevel};
use super::known::Known;
use super::policy::MatchPolicy;
use crate::Text;
use kaipan_derive::boundary;

/// A rule of the policy that holds between two records.
#[boundary(answer)]
pub struct MatchReason {
    /// The level of the rule.
    pub level: MatchLevel,
    /// What they have in common.
    #[boundary(required)]
    pub clues: Vec<MatchClue>,
    /// The numbers that they have in common, with their middle hidden.
    pub shown: Vec<Text>,
}

/// Every rule that holds between two customers, with what they have in common.
pub(super) fn reasons(policy: &MatchPolicy, one: &Known, two: &Known) -> Vec<MatchReason> {
    let held = policy.held(one, two).map(|rule| {
        let shown = rule.all.iter().flat_map(|clue| one.shown(two, *clue));
        let shown = shown.map(Text::from).collect();
        MatchReason { level: rule.level, clues: rule.all.clone(), shown }
    });
    held.collect()
}

/// The surest level of the reasons.
pub(super) fn level_of(reasons: &[MatchReason]) -> MatchLevel {
    reasons.iter().map(|reason| reason.level).min().unwrap_or(MatchLevel::New)
}
