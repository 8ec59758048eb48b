//! 报备规则: how long a channel is protected, and who is when several are.

mod rule;

pub use rule::{ProtectionKind, ProtectionRule};

use super::registration::ChannelRegistration;
use crate::Date;
use crate::Time;
use crate::check::{Must, Span, in_force};
use crate::error::{Code, Error, Finding, Input, finding};
use kaipan_derive::boundary;

/// How registrations protect (handbook §37.2, §37.3).
///
/// The default is that of the handbook: a registration holds 15 days until the visit and 30 days from
/// it until the deal, it must be entered 30 minutes before the visit, the first one counts, and
/// somebody whom the sales office met during the last 30 days is the office's own.
#[boundary(default, whole)]
pub struct ProtectionPolicy {
    /// The rules, by channel, project and day of registration.
    pub rules: Vec<ProtectionRule>,
    /// Who is protected when several are.
    pub overlap: OverlapRule,
    /// Which time of a registration counts.
    pub time: RegistrationTime,
    /// Whether a phone with its middle hidden may decide.
    pub masked: MaskedMatch,
    /// Whether the day on which a period begins is its first day. By law it is not counted (民法典
    /// Civil Code Art. 201).
    pub first_day_counts: bool,
    /// 案场客户: for so many days after the sales office met somebody, no channel can register that
    /// customer; always open to channels if absent.
    pub own_days: Option<u32>,
}

/// 撞单: who is protected when several channels are.
#[boundary]
pub enum OverlapRule {
    /// 先报备: who registered first.
    #[default]
    FirstRegistered,
    /// 先带看: who brought the customer first; without a visit, who registered first.
    FirstVisit,
    /// 最后带看: who brought the customer last; without a visit, who registered first.
    LastVisit,
    /// 平分: all of them, in equal shares.
    Split,
}

/// Which time of a registration counts.
#[boundary]
pub enum RegistrationTime {
    /// 录入时间: when it was entered, as with customers of agents (handbook §9.3).
    #[default]
    Recorded,
    /// 渠道报备时间: when the broker registered, by the channel.
    Registered,
}

/// Whether a phone with its middle hidden may decide.
#[boundary]
pub enum MaskedMatch {
    /// It counts as long as it makes no difference which channel is protected.
    #[default]
    Counts,
    /// It never decides: a person asks for the whole number.
    Asks,
}

impl Default for ProtectionPolicy {
    fn default() -> ProtectionPolicy {
        let protection = ProtectionKind::RegisterVisitDeal { visit_days: 15, deal_days: 30 };
        ProtectionPolicy {
            rules: vec![ProtectionRule::new(protection).with_lead_minutes(30)],
            overlap: OverlapRule::default(),
            time: RegistrationTime::default(),
            masked: MaskedMatch::default(),
            first_day_counts: false,
            own_days: Some(30),
        }
    }
}

/// More days than this are a mistake of writing: ten years.
const MOST_DAYS: u32 = 3_660;

/// A lead time above this is told: two days.
const USUAL_MINUTES: u32 = 2_880;

impl ProtectionPolicy {
    /// The time of a registration that counts.
    pub(super) fn time_of(&self, registration: &ChannelRegistration) -> Time {
        match self.time {
            RegistrationTime::Recorded => registration.recorded_at,
            RegistrationTime::Registered => registration.registered_at,
        }
    }

    /// The last of so many days from a day on; `None` if that is after the last day of the calendar.
    pub(super) fn last_day(&self, from: Date, days: u32) -> Option<Date> {
        from.add_days(days.saturating_sub(u32::from(self.first_day_counts)))
    }

    /// Whether a phone with its middle hidden may decide.
    pub(super) fn lets_masked_decide(&self) -> bool {
        self.masked == MaskedMatch::Counts
    }

    /// Whether the sales office had met the customer so lately that a registration of this time
    /// comes too late.
    pub(super) fn is_own(&self, contacts: &[Time], registered: Time) -> bool {
        let Some(days) = self.own_days else { return false };
        let holds = |contact: &Time| {
            let last = self.last_day(contact.date(), days);
            *contact <= registered && last.is_none_or(|last| registered.date() <= last)
        };
        contacts.iter().any(holds)
    }

    /// The rule for a registration: of those for its channel and project on the day, the nearest.
    pub(super) fn rule(&self, registration: &ChannelRegistration) -> Option<&ProtectionRule> {
        let day = self.time_of(registration).date();
        let rules = self.rules.iter().filter(|rule| rule.is_for(registration, day));
        // The nearest, and of those the one that began last: rows as near never overlap.
        let nearest = rules.clone().map(ProtectionRule::nearness).max()?;
        let rules = rules.filter(|rule| rule.nearness() == nearest);
        in_force(rules, day, |rule| rule.valid_from, |_| ())
    }

    /// What is wrong with the policy.
    pub(super) fn errors(&self) -> Vec<Error> {
        let own = self.own_days.and_then(|days| wrong_days("own_days", days));
        let own = own.map(|error| error.within(Input::Policy));
        let mut errors: Vec<Error> = own.into_iter().collect();
        for (at, rule) in self.rules.iter().enumerate() {
            let span = Span::new(rule.valid_from, rule.valid_to);
            let turned = span.turned().map(|_| span.named_in(Error::new(Code::ChannelDatesTurned)));
            let same = self.rules.iter().take(at).position(|other| other.competes(rule));
            let same = same.map(|other| {
                let error = Error::new(Code::ChannelRulesOverlap);
                error.with("number", at.saturating_add(1)).with("first", other.saturating_add(1))
            });
            let days = rule.protection.days().into_iter();
            let days = days.filter_map(|(field, days)| wrong_days(field, days));
            let own = days.map(|error| error.at("protection"));
            let own = own.chain(turned.map(|error| error.at("valid_to"))).chain(same);
            errors.extend(own.map(|error| error.at(at).at("rules").within(Input::Policy)));
        }
        errors
    }

    /// What a person should read about the policy.
    pub(super) fn findings(&self) -> Vec<Finding> {
        let none = self.rules.is_empty().then(|| finding!(Code::ChannelNoRules).at("rules"));
        let long =
            self.rules.iter().enumerate().filter(|(_, one)| one.lead_minutes > USUAL_MINUTES);
        let long = long.map(|(at, rule)| {
            let told = finding!(Code::ChannelLongLead, minutes = rule.lead_minutes);
            told.at("lead_minutes").at(at).at("rules")
        });
        none.into_iter().chain(long).map(|told| told.within(Input::Policy)).collect()
    }
}

/// Days that are none, or more than can be meant.
fn wrong_days(field: &'static str, days: u32) -> Option<Error> {
    let many = || {
        let error = Error::new(Code::ChannelManyDays).with("days", days);
        (days > MOST_DAYS).then(|| error.with("most", MOST_DAYS).at(field))
    };
    Must::BePositive.refused(Code::ChannelDays, field, days).or_else(many)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_on_which_a_period_begins_counts_or_not() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let law = ProtectionPolicy::default();
        assert_eq!(law.last_day(day("2026-03-01"), 30), Some(day("2026-03-31")));
        let house = ProtectionPolicy { first_day_counts: true, ..law };
        assert_eq!(house.last_day(day("2026-03-01"), 30), Some(day("2026-03-30")));
        assert_eq!(house.last_day(day("2026-03-01"), 1), Some(day("2026-03-01")));
        assert_eq!(house.last_day(day("9999-12-31"), 2), None);
    }

    #[test]
    fn the_nearest_rule_counts_and_two_as_near_are_refused() {
        let kind = |days| ProtectionKind::RegisterDeal { days };
        let general = ProtectionRule::new(kind(10));
        let of_channel = ProtectionRule::new(kind(20)).with_channel("a");
        let of_project = ProtectionRule::new(kind(30)).with_project("p1");
        let of_both = ProtectionRule::new(kind(40)).with_channel("a").with_project("p1");
        let rules = vec![of_both, general, of_project, of_channel];
        let mut policy = ProtectionPolicy { rules, ..ProtectionPolicy::default() };
        assert!(policy.errors().is_empty());
        let at = "2026-03-01T10:00:00".parse().unwrap();
        let days = |project: &str, channel: &str| {
            let one = ChannelRegistration::new("R", project, channel, "13800011234", at, at);
            policy.rule(&one).map(|rule| rule.protection.clone())
        };
        assert_eq!(days("p2", "b"), Some(kind(10)));
        assert_eq!(days("p2", "a"), Some(kind(20)));
        assert_eq!(days("p1", "b"), Some(kind(30)));
        assert_eq!(days("p1", "a"), Some(kind(40)));
        policy.rules.push(ProtectionRule::new(kind(50)));
        assert_eq!(policy.errors().len(), 1);
    }
}
