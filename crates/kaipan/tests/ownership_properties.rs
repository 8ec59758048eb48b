//! What holds for owners, whatever the records: no order of the lists matters, a claim is never
//! made later than it was, and what is nobody's has no claim in force.

use kaipan::customer::{FamilyLink, FamilyRelation};
use kaipan::error::Code;
use kaipan::number::Fraction;
use kaipan::opportunity::{FollowUp, FollowUpKind};
use kaipan::ownership::*;
use kaipan::{Date, Text, Time};
use proptest::option::of;
use proptest::prelude::*;

const KINDS: [FollowUpKind; 3] = [FollowUpKind::Call, FollowUpKind::Visit, FollowUpKind::Other];

fn day(number: u32) -> Date {
    "2026-01-01".parse::<Date>().unwrap().add_days(number).unwrap()
}

/// Few hours, so that equal times are frequent.
fn time(number: u32, hour: u32) -> Time {
    Time::at(day(number), 9 + hour % 3, 0, 0).unwrap()
}

prop_compose! {
    fn follow_up()(
        customer in 0..3_u32, agent in 0..4_u32, kind in 0..3_usize, at in 0..60_u32,
        hour in 0..3_u32, late in 0..4_u32, sequence in 0..2_u32, served in of(0..4_u32),
    ) -> FollowUp {
        let name = |letter: &str, number: u32| Text::of(format!("{letter}{number}"));
        let (customer, agent) = (name("C", customer), name("A", agent));
        let met = time(at, hour);
        let entered = if late == 0 { met } else { time(at + late, hour) };
        FollowUp {
            sequence,
            served_by: served.filter(|served| *served == 3).map(|served| name("A", served)),
            ..FollowUp::new("", customer, "P", agent, KINDS[kind], met, entered)
        }
    }
}

fn change(number: usize, to: u32, on: u32, ruled: bool) -> OwnershipChange {
    let kind = match ruled {
        true => OwnershipChangeKind::Ruled,
        false => OwnershipChangeKind::Reassigned,
    };
    let id = format!("X{number}");
    let change = |kind| OwnershipChange::new(id, "C0", "P", kind, "M", "why", time(on, 1));
    match to {
        // Now and then a department has the customer.
        3 => change(OwnershipChangeKind::Assigned).with_department("D"),
        to => change(kind).with_to(format!("A{to}")),
    }
}

prop_compose! {
    fn records()(
        mut follow_ups in prop::collection::vec(follow_up(), 1..14),
        changes in prop::collection::vec((0..4_u32, 0..60_u32, any::<bool>()), 0..3),
        false_record in of((0..14_usize, 0..60_u32)),
    ) -> OwnershipRecords {
        for (at, one) in follow_ups.iter_mut().enumerate() {
            one.id = Text::of(format!("F{at}"));
        }
        // Somebody asks for C0.
        follow_ups[0].customer = "C0".into();
        let changes = changes.into_iter().enumerate();
        let breaches = false_record.map(|(at, found)| {
            let breach = Breach::new(BreachKind::FalseRecord, "A0", "C0", "P", day(0), day(found));
            breach.with_record(format!("F{at}"))
        });
        OwnershipRecords {
            follow_ups,
            changes: changes.map(|(at, (to, on, ruled))| change(at, to, on, ruled)).collect(),
            breaches: breaches.into_iter().collect(),
            relatives: vec![CustomerRelatives::new(
                "C1",
                vec![FamilyLink::new("C0", FamilyRelation::Spouse)],
            )],
        }
    }
}

prop_compose! {
    fn policy()(
        days in of((1..20_u32, 1..10_u32)), renews in any::<bool>(), renewal in of(1..15_u32),
        months in of(1..3_u32), assigned in of(1..20_u32), family in any::<bool>(),
        within in of(0..10_u32), split in any::<bool>(),
    ) -> OwnershipPolicy {
        let validity = days.map(|(call, visit)| {
            vec![
                ValidityRule::new(FollowUpKind::Call, call),
                ValidityRule::new(FollowUpKind::Visit, visit),
            ]
        });
        let share = Fraction::new(2, 3).unwrap();
        OwnershipPolicy {
            validity: validity.unwrap_or_default(),
            renews,
            renewal_days: renewal,
            reregister_months: months,
            assigned_days: assigned,
            family_counts_as_one: family,
            split: split.then_some(CommissionSplit { within_days: within, owner_share: share }),
            ..OwnershipPolicy::default()
        }
    }
}

fn owner(policy: &OwnershipPolicy, records: &OwnershipRecords, as_of: Date) -> OwnerDecision {
    Ownership::new(policy, records).owner(&"C0".into(), &"P".into(), as_of).unwrap()
}

proptest! {
    #[test]
    fn no_order_of_the_lists_matters(
        (records, shuffled) in records().prop_flat_map(|records| {
            let follow_ups = Just(records.follow_ups.clone()).prop_shuffle();
            let changes = Just(records.changes.clone()).prop_shuffle();
            (Just(records), (follow_ups, changes))
        }),
        policy in policy(),
        as_of in 0..70_u32,
    ) {
        let (follow_ups, changes) = shuffled;
        let other = OwnershipRecords { follow_ups, changes, ..records.clone() };
        prop_assert_eq!(owner(&policy, &records, day(as_of)), owner(&policy, &other, day(as_of)));
        let lists = |records: &OwnershipRecords| {
            DueListing::new(&policy, records, day(as_of)).lists().unwrap()
        };
        prop_assert_eq!(lists(&records), lists(&other));
        let audit = |records: &OwnershipRecords| {
            let auditing = OwnershipAuditing::new(&policy, records, day(0), day(70));
            let mut audit = auditing.audit(day(as_of)).unwrap();
            audit.findings.clear();
            audit
        };
        prop_assert_eq!(audit(&records), audit(&other));
    }

    #[test]
    fn an_owner_is_protected_and_shares_are_the_whole(
        records in records(), policy in policy(), as_of in 0..70_u32,
    ) {
        let as_of = day(as_of);
        let found = owner(&policy, &records, as_of);
        prop_assert!(found.owner.is_none() || found.department.is_none());
        let is_somebodys = found.owner.is_some() || found.department.is_some();
        prop_assert!(found.protected_until.is_none_or(|until| is_somebodys && as_of <= until));
        prop_assert!(found.losers.iter().all(|loser| Some(&loser.agent) != found.owner.as_ref()));
        let later = found.losers.iter().any(|loser| loser.reason == LoserReason::RecordedLater);
        let ruled = found.why == OwnerReason::Ruled;
        prop_assert_eq!(found.conflict, later && !ruled && found.department.is_none());
        if let [one, two] = found.split.as_slice() {
            let parts = (one.share.to_string(), two.share.to_string());
            prop_assert_eq!(parts, ("2/3".to_owned(), "1/3".to_owned()));
            prop_assert_eq!(Some(&one.agent), found.owner.as_ref());
        }
    }

    #[test]
    fn later_entries_never_change_an_earlier_answer(
        records in records(), policy in policy(), as_of in 0..70_u32, late in follow_up(),
    ) {
        let late = FollowUp {
            id: "late".into(),
            customer: "C0".into(),
            recorded_at: Time::at(day(as_of + 1), 0, 0, 0).unwrap(),
            at: Time::at(day(0), 0, 0, 0).unwrap(),
            ..late
        };
        let mut more = records.clone();
        more.follow_ups.push(late);
        // What is told about the list as a whole may: that the day is before all of its records.
        let answer = |records: &OwnershipRecords| {
            let mut answer = owner(&policy, records, day(as_of));
            answer.findings.retain(|found| found.code != Code::InputUnusual);
            answer
        };
        prop_assert_eq!(answer(&records), answer(&more));
    }

    #[test]
    fn a_record_of_the_owner_never_loses_him_the_customer(
        records in records(), policy in policy(), as_of in 0..70_u32,
    ) {
        let found = owner(&policy, &records, day(as_of));
        if let Some(agent) = found.owner {
            let at = Time::at(day(as_of), 23, 0, 0).unwrap();
            let own = FollowUp::new("own", "C0", "P", agent.clone(), FollowUpKind::Visit, at, at);
            let mut more = records.clone();
            more.follow_ups.push(own);
            prop_assert_eq!(owner(&policy, &more, day(as_of)).owner, Some(agent));
        }
    }
}
