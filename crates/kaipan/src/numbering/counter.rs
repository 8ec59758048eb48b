//! Counters.

use super::rule::{NumberReset, NumberedFor, NumberingRule};
use crate::check::days;
use crate::error::{Code, Error, Finding, Input, Result};
use crate::{Date, Text};
use kaipan_derive::boundary;

/// How far a rule has counted, for one scope. The host stores it in the transaction of the document
/// that took the number, and only while the one before is unchanged.
#[boundary]
pub struct NumberCounter {
    /// Code of the rule.
    pub rule: Text,
    /// Code of what has the counter, such as the project; absent for the group.
    pub scope: Option<Text>,
    /// The period that the sequence counts in: `2026`, `2026-05` or `2026-05-01`; absent without a
    /// reset.
    pub period: Option<Text>,
    /// The last number drawn.
    pub last: u32,
}

/// The scope and the period that a number counts in.
pub(super) type CountedIn = (Option<Text>, Option<Text>);

/// Where a document of a day counts.
pub(super) fn counted_in(rule: &NumberingRule, day: Date, of: &NumberedFor) -> Result<CountedIn> {
    use super::rule::NumberScope;
    let scope = match (rule.scope, of.of(rule.scope)) {
        (NumberScope::Group, _) => None,
        (_, Some(code)) => Some(code.clone()),
        (scope, None) => return Err(super::pattern::missing(scope)),
    };
    Ok((scope, rule.reset.period(day)))
}

impl NumberCounter {
    /// Refuses a counter of another rule, and one whose period is none, or not of the rule's kind.
    pub(super) fn check(&self, rule: &NumberingRule) -> Result<()> {
        if self.rule != rule.code {
            let error = Error::new(Code::NumberingOtherRule).with("rule", &self.rule);
            return Err(error.with("code", &rule.code).at("rule"));
        }
        let is_period = match (&self.period, self.begins()) {
            (None, _) => rule.reset == NumberReset::Never,
            (Some(period), Some(day)) => rule.reset.period(day).as_ref() == Some(period),
            (Some(_), None) => false,
        };
        if !is_period {
            let error = Error::new(Code::NumberingOtherPeriod)
                .with("reset", rule.reset.word())
                .with("reset_zh", rule.reset.chinese());
            let period = self.period.as_deref().unwrap_or("—");
            return Err(error.with("period", period).at("period"));
        }
        Ok(())
    }

    /// The first day of its period; none without one, and none if it is no period.
    fn begins(&self) -> Option<Date> {
        let period = self.period.as_deref()?;
        let rest = "0000-01-01".get(period.len()..)?;
        [period, rest].concat().parse().ok()
    }

    /// A period that is far from the day looked at: numbers of years ago, and of years ahead, are not
    /// drawn.
    pub(super) fn far_off(&self, looked_at: Date) -> Option<Finding> {
        days::far("period", self.begins()?, looked_at)
    }

    /// The number after it for a document that counts here.
    pub(super) fn next(&self, rule: &NumberingRule, (scope, period): &CountedIn) -> Result<u32> {
        let first = rule.first.unwrap_or(1);
        let next = || {
            self.check(rule)?;
            if self.scope != *scope {
                let shown = |scope: &Option<Text>| scope.as_deref().unwrap_or("—").to_owned();
                let error = Error::new(Code::NumberingOtherScope).with("scope", shown(&self.scope));
                return Err(error.with("expected", shown(scope)).at("scope"));
            }
            if self.period == *period {
                // The rule may have got a higher first number since.
                let next = self.last.checked_add(1).map(|next| next.max(first));
                return next.ok_or_else(|| Error::new(Code::NumberOverflow).at("last"));
            }
            if self.period > *period {
                let shown = |period: &Option<Text>| period.as_deref().unwrap_or("—").to_owned();
                let error = Error::new(Code::NumberingBackward).with("last", shown(&self.period));
                return Err(error.with("period", shown(period)).at("period"));
            }
            Ok(first)
        };
        next().map_err(|error: Error| error.within(Input::Last))
    }
}
