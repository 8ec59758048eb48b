//! Whose customer somebody is, on random registrations: whatever their order, and as a slow
//! calculation has it that goes through every way in which hidden numbers may belong to somebody.

use kaipan::Time;
use kaipan::channel::{
    ChannelRegistration, CustomerProtection, OverlapRule, Protection, ProtectionKind,
    ProtectionOutcome, ProtectionPolicy, ProtectionRule,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

const ASKED: &str = "13800011234";

/// A time on one of a few days in March, on a few minutes.
fn time(minute: u32) -> Time {
    let start: Time = "2026-03-01T10:00:00".parse().unwrap();
    start.add_seconds(minute * 60).unwrap()
}

fn registrations() -> impl Strategy<Value = Vec<ChannelRegistration>> {
    let phone = prop_oneof![
        2 => Just(ASKED),
        2 => Just("138****1234"),
        1 => Just("1380****234"),
        1 => Just("13911111234")
    ];
    let visit = prop::option::of(0..4_000_u32);
    let one = (0..3_usize, phone, 0..3_000_u32, visit, 0..2_u32, prop::option::of(0..6_000_u32));
    prop::collection::vec(one, 0..7).prop_map(|all| {
        let made = all.into_iter().enumerate().map(
            |(at, (channel, phone, minute, visit, sequence, deal))| {
                let recorded = time(minute);
                let channel = ["a", "b", "c"][channel];
                let id = format!("R-{at}");
                let mut one =
                    ChannelRegistration::new(id, "p1", channel, phone, recorded, recorded);
                one.sequence = sequence;
                one.visit_at = visit.map(time);
                one.deal_at = deal.map(time);
                one
            },
        );
        made.collect()
    })
}

fn policies() -> impl Strategy<Value = ProtectionPolicy> {
    let kinds = prop_oneof![
        Just(ProtectionKind::RegisterDeal { days: 1 }),
        Just(ProtectionKind::RegisterVisitDeal { visit_days: 1, deal_days: 2 }),
        Just(ProtectionKind::VisitDeal { days: 1 }),
    ];
    let overlap = prop_oneof![
        Just(OverlapRule::FirstRegistered),
        Just(OverlapRule::FirstVisit),
        Just(OverlapRule::LastVisit),
        Just(OverlapRule::Split),
    ];
    (kinds, 0..60_u32, overlap, any::<bool>()).prop_map(|(kind, lead, overlap, first_day)| {
        ProtectionPolicy::default()
            .with_rules(vec![ProtectionRule::new(kind).with_lead_minutes(lead)])
            .with_overlap(overlap)
            .with_first_day_counts(first_day)
    })
}

fn channels(answer: &CustomerProtection) -> BTreeSet<String> {
    answer.holders.iter().map(|holder| holder.channel.to_string()).collect()
}

fn ask(
    policy: &ProtectionPolicy,
    registrations: &[ChannelRegistration],
    at: Time,
) -> CustomerProtection {
    let protection = Protection::new(policy, registrations, "p1").unwrap();
    protection.for_customer(ASKED, at).unwrap()
}

proptest! {
    #[test]
    fn the_order_of_the_registrations_makes_no_difference(
        registrations in registrations(),
        policy in policies(),
        at in 0..8_000_u32,
        turn in 0..7_usize,
    ) {
        let answer = ask(&policy, &registrations, time(at));
        let mut other: Vec<ChannelRegistration> = registrations.into_iter().rev().collect();
        if !other.is_empty() {
            let by = turn % other.len();
            other.rotate_left(by);
        }
        let turned = ask(&policy, &other, time(at));
        prop_assert_eq!(&answer.outcome, &turned.outcome);
        prop_assert_eq!(&answer.holders, &turned.holders);
        prop_assert_eq!(&answer.candidates, &turned.candidates);
    }

    /// Every hidden number is this customer's or another's. The outcome is decided just when all
    /// ways in which somebody is protected at all protect the same channels; where a whole number
    /// is protected too, all ways count.
    #[test]
    fn what_is_decided_holds_whosever_the_hidden_numbers_are(
        registrations in registrations(),
        policy in policies(),
        at in 0..8_000_u32,
    ) {
        let answer = ask(&policy, &registrations, time(at));
        let hidden: Vec<usize> = (0..registrations.len())
            .filter(|at| registrations[*at].phone.contains('*'))
            .collect();
        let mut ways = BTreeSet::new();
        for way in 0..1_u32 << hidden.len() {
            let mut known = registrations.clone();
            for (bit, place) in hidden.iter().enumerate() {
                let own = way >> bit & 1 == 1;
                known[*place].phone = if own { ASKED } else { "13922222222" }.into();
            }
            ways.insert(channels(&ask(&policy, &known, time(at))));
        }
        let nobody = ways.len() > 1 && ways.remove(&BTreeSet::new());
        match answer.outcome {
            ProtectionOutcome::Ambiguous => prop_assert!(ways.len() > 1, "{ways:?}"),
            _ => {
                // A sole channel counts, though the hidden number may be another's.
                prop_assert_eq!(ways.len(), 1);
                prop_assert!(ways.contains(&channels(&answer)), "{:?} {}", ways, nobody);
            }
        }
    }

    #[test]
    fn shares_come_to_the_whole_and_what_comes_later_changes_nothing(
        registrations in registrations(),
        policy in policies(),
        at in 0..8_000_u32,
    ) {
        let answer = ask(&policy, &registrations, time(at));
        let shares: i64 = answer.holders.iter().map(|holder| 60 / holder.share.denominator()).sum();
        prop_assert_eq!(shares, if answer.holders.is_empty() { 0 } else { 60 });
        let mut cut = registrations;
        cut.retain(|one| one.recorded_at <= time(at));
        for one in &mut cut {
            one.visit_at = one.visit_at.filter(|visit| *visit <= time(at));
            one.deal_at = one.deal_at.filter(|deal| *deal <= time(at));
        }
        prop_assert_eq!(answer.holders, ask(&policy, &cut, time(at)).holders);
    }
}
