//! What has become of one registration at a time.

use super::answer::ProtectionState;
use crate::channel::policy::{ProtectionKind, ProtectionPolicy, ProtectionRule};
use crate::channel::registration::ChannelRegistration;
use crate::{Date, Time};

/// What a registration is worth at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Standing {
    pub(super) state: ProtectionState,
    /// The last day of one that protects or has expired; `None` there means that it lies behind the
    /// last day of the calendar.
    pub(super) until: Option<Date>,
    /// Since when it protects.
    pub(super) since: Time,
    /// The visit, if it had taken place.
    pub(super) visit: Option<Time>,
}

impl Standing {
    /// Of a registration at a time; what happened later does not count.
    pub(super) fn of(
        registration: &ChannelRegistration,
        policy: &ProtectionPolicy,
        own_contacts: &[Time],
        at: Time,
    ) -> Standing {
        let without_deal = |at| Standing::without_deal(registration, policy, own_contacts, at);
        let now = without_deal(at);
        let Some(deal) = registration.deal_at.filter(|deal| *deal < at) else { return now };
        let then = without_deal(deal);
        match then.state {
            ProtectionState::Protecting => {
                Standing { state: ProtectionState::Dealt, until: None, ..now }
            }
            // It was entered after the deal, and is about another.
            ProtectionState::Later => now,
            // It did not protect the deal, and nothing later mends that.
            _ => Standing { visit: now.visit, ..then },
        }
    }

    /// As if there had been no deal.
    fn without_deal(
        registration: &ChannelRegistration,
        policy: &ProtectionPolicy,
        own_contacts: &[Time],
        at: Time,
    ) -> Standing {
        let start = policy.time_of(registration);
        let visit = registration.visit_at.filter(|visit| *visit <= at);
        let ended = |state| Standing { state, until: None, since: start, visit };
        if registration.recorded_at > at || start > at {
            return ended(ProtectionState::Later);
        }
        if registration.withdrawn_at.is_some_and(|withdrawn| withdrawn <= at) {
            return ended(ProtectionState::Withdrawn);
        }
        if policy.is_own(own_contacts, start) {
            return ended(ProtectionState::OwnCustomer);
        }
        let Some(rule) = policy.rule(registration) else { return ended(ProtectionState::NoRule) };
        let came_wrong = visit.and_then(|visit| too_early(rule, start, visit));
        if let Some(state) = came_wrong {
            return ended(state);
        }
        let (since, until) = match rule.protection {
            ProtectionKind::RegisterDeal { days } => (start, policy.last_day(start.date(), days)),
            ProtectionKind::RegisterVisitDeal { visit_days, deal_days } => {
                let by = policy.last_day(start.date(), visit_days);
                match visit {
                    None => (start, by),
                    Some(visit) if by.is_some_and(|by| by < visit.date()) => {
                        return ended(ProtectionState::VisitLate);
                    }
                    Some(visit) => (start, policy.last_day(visit.date(), deal_days)),
                }
            }
            ProtectionKind::VisitDeal { days } => match visit {
                None => return ended(ProtectionState::Waiting),
                Some(visit) => (visit, policy.last_day(visit.date(), days)),
            },
        };
        let is_over = until.is_some_and(|last| last < at.date());
        let state = if is_over { ProtectionState::Expired } else { ProtectionState::Protecting };
        Standing { state, until, since, visit }
    }
}

/// Why a visit does not count for a registration that came after it, or too shortly before it.
fn too_early(rule: &ProtectionRule, start: Time, visit: Time) -> Option<ProtectionState> {
    let lead = visit.seconds_since(start);
    let asked = i64::from(rule.lead_minutes).saturating_mul(60);
    match lead {
        lead if lead < 0 => Some(ProtectionState::VisitBefore),
        lead if lead < asked => Some(ProtectionState::LeadTooShort),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> Time {
        text.parse().unwrap()
    }

    fn state(protection: ProtectionKind, one: &ChannelRegistration, at: &str) -> ProtectionState {
        let rules = vec![ProtectionRule::new(protection).with_lead_minutes(30)];
        let policy = ProtectionPolicy { rules, ..ProtectionPolicy::default() };
        Standing::of(one, &policy, &[], time(at)).state
    }

    fn registered() -> ChannelRegistration {
        let at = time("2026-03-01T10:00:00");
        ChannelRegistration::new("R-1", "p1", "a", "13800011234", at, at)
    }

    #[test]
    fn the_last_day_is_protected_to_its_end() {
        let kind = || ProtectionKind::RegisterDeal { days: 30 };
        let states = [
            ("2026-03-01T09:59:59", ProtectionState::Later),
            ("2026-03-01T10:00:00", ProtectionState::Protecting),
            ("2026-03-31T23:59:59", ProtectionState::Protecting),
            ("2026-04-01T00:00:00", ProtectionState::Expired),
        ];
        for (at, expected) in states {
            assert_eq!(state(kind(), &registered(), at), expected, "{at}");
        }
    }

    #[test]
    fn the_lead_time_is_kept_to_the_minute() {
        let kind = || ProtectionKind::RegisterDeal { days: 30 };
        let at = |visit: &str| {
            state(kind(), &registered().with_visit_at(time(visit)), "2026-03-02T10:00:00")
        };
        assert_eq!(at("2026-03-01T09:59:00"), ProtectionState::VisitBefore);
        assert_eq!(at("2026-03-01T10:00:00"), ProtectionState::LeadTooShort);
        assert_eq!(at("2026-03-01T10:29:59"), ProtectionState::LeadTooShort);
        assert_eq!(at("2026-03-01T10:30:00"), ProtectionState::Protecting);
    }

    #[test]
    fn a_visit_begins_a_period_of_its_own() {
        let kind = || ProtectionKind::RegisterVisitDeal { visit_days: 15, deal_days: 30 };
        let visit = |visit: &str| registered().with_visit_at(time(visit));
        assert_eq!(
            state(kind(), &registered(), "2026-03-16T23:59:59"),
            ProtectionState::Protecting
        );
        assert_eq!(state(kind(), &registered(), "2026-03-17T00:00:00"), ProtectionState::Expired);
        let (last, late) = (visit("2026-03-16T20:00:00"), visit("2026-03-17T08:00:00"));
        assert_eq!(state(kind(), &last, "2026-04-15T23:59:59"), ProtectionState::Protecting);
        assert_eq!(state(kind(), &last, "2026-04-16T00:00:00"), ProtectionState::Expired);
        assert_eq!(state(kind(), &late, "2026-03-18T00:00:00"), ProtectionState::VisitLate);
        // Looked at before the visit, it is not known.
        assert_eq!(state(kind(), &late, "2026-03-16T00:00:00"), ProtectionState::Protecting);
        let only = || ProtectionKind::VisitDeal { days: 7 };
        assert_eq!(state(only(), &registered(), "2026-03-02T00:00:00"), ProtectionState::Waiting);
        assert_eq!(state(only(), &last, "2026-03-23T12:00:00"), ProtectionState::Protecting);
        assert_eq!(state(only(), &last, "2026-03-24T00:00:00"), ProtectionState::Expired);
    }

    #[test]
    fn a_deal_uses_it_up_and_a_withdrawal_ends_it() {
        let kind = || ProtectionKind::RegisterDeal { days: 30 };
        let dealt = registered().with_deal_at(time("2026-03-10T12:00:00"));
        assert_eq!(state(kind(), &dealt, "2026-03-10T12:00:00"), ProtectionState::Protecting);
        assert_eq!(state(kind(), &dealt, "2026-03-10T12:00:01"), ProtectionState::Dealt);
        let late = registered().with_deal_at(time("2026-04-10T12:00:00"));
        assert_eq!(state(kind(), &late, "2026-04-11T00:00:00"), ProtectionState::Expired);
        let withdrawn = registered().with_withdrawn_at(time("2026-03-05T00:00:00"));
        assert_eq!(state(kind(), &withdrawn, "2026-03-04T23:59:59"), ProtectionState::Protecting);
        assert_eq!(state(kind(), &withdrawn, "2026-03-05T00:00:00"), ProtectionState::Withdrawn);
    }
}
