use super::*;
use crate::Date;
use crate::opportunity::samples::follow_up;
use crate::opportunity::{FollowUp, FollowUpKind};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A visit that an agent entered as it took place.
fn visit(id: &str, agent: &str, at: &str) -> FollowUp {
    FollowUp { kind: FollowUpKind::Visit, agent: agent.into(), ..follow_up(id, at) }
}

fn owner(policy: &OwnershipPolicy, records: &OwnershipRecords, as_of: &str) -> OwnerDecision {
    Ownership::new(policy, records).owner(&"C1".into(), &"P1".into(), day(as_of)).unwrap()
}

fn records(follow_ups: Vec<FollowUp>) -> OwnershipRecords {
    OwnershipRecords::default().with_follow_ups(follow_ups)
}

#[test]
fn equal_times_are_decided_by_sequence_and_then_by_id() {
    let at = "2026-03-02T10:00:00";
    let policy = OwnershipPolicy::default();
    let one = FollowUp { sequence: 1, ..visit("A", "Wang", at) };
    let two = FollowUp { sequence: 0, ..visit("B", "Li", at) };
    let found = owner(&policy, &records(vec![one.clone(), two]), "2026-03-02");
    assert_eq!((found.owner.as_deref(), found.why), (Some("Li"), OwnerReason::SmallerSequence));
    let same = FollowUp { sequence: 1, ..visit("B", "Li", at) };
    let found = owner(&policy, &records(vec![same, one]), "2026-03-02");
    assert_eq!((found.owner.as_deref(), found.why), (Some("Wang"), OwnerReason::SmallerId));
}

#[test]
fn a_claim_is_in_force_on_its_last_day_and_not_on_the_next() {
    let policy = OwnershipPreset::Validity.policy();
    let records = records(vec![
        visit("A", "Wang", "2026-03-02T10:00:00"),
        visit("B", "Li", "2026-03-05T10:00:00"),
    ]);
    assert_eq!(owner(&policy, &records, "2026-03-09").owner.as_deref(), Some("Wang"));
    let next = owner(&policy, &records, "2026-03-10");
    assert_eq!((next.owner.as_deref(), next.why), (Some("Li"), OwnerReason::OnlyClaim));
    assert_eq!(next.losers[0].reason, LoserReason::Lapsed);
    let none = owner(&policy, &records, "2026-03-13");
    assert_eq!((none.owner, none.why), (None, OwnerReason::Lapsed));
}

#[test]
fn contacts_lengthen_a_claim_until_it_must_be_registered_again() {
    let policy = OwnershipPreset::Validity.policy();
    let mut all = vec![visit("A", "Wang", "2026-03-01T10:00:00")];
    for (id, at) in [
        ("B", "2026-03-08"),
        ("C", "2026-03-18"),
        ("D", "2026-03-28"),
        ("E", "2026-04-07"),
        ("F", "2026-04-17"),
        ("G", "2026-04-27"),
    ] {
        all.push(visit(id, "Wang", &format!("{at}T10:00:00")));
    }
    let all = records(all);
    let found = owner(&policy, &all, "2026-05-01");
    assert_eq!(found.protected_until, Some(day("2026-05-01")), "two months from March 1st");
    assert_eq!(found.record.as_deref(), Some("A"));
    assert_eq!(owner(&policy, &all, "2026-05-02").owner, None);
}

#[test]
fn false_records_give_no_claim_from_the_day_on_which_they_were_found() {
    let policy = OwnershipPolicy::default();
    let mut all = records(vec![
        visit("A", "Wang", "2026-03-02T10:00:00"),
        visit("B", "Li", "2026-03-03T10:00:00"),
    ]);
    let found_on = day("2026-03-31");
    let breach =
        Breach::new(BreachKind::FalseRecord, "Wang", "C1", "P1", day("2026-03-02"), found_on);
    all.breaches.push(breach.with_record("A"));
    assert_eq!(owner(&policy, &all, "2026-03-30").owner.as_deref(), Some("Wang"));
    let found = owner(&policy, &all, "2026-03-31");
    assert_eq!(found.owner.as_deref(), Some("Li"));
    assert_eq!(found.losers[0].reason, LoserReason::FalseRecord);
}

#[test]
fn who_served_for_the_owner_claims_nothing_once_the_owner_has_added_it() {
    let policy = OwnershipPolicy::default();
    let mut all = records(vec![
        visit("A", "Wang", "2026-03-02T10:00:00"),
        visit("B", "Li", "2026-03-05T15:00:00"),
    ]);
    let lists =
        |all: &OwnershipRecords| DueListing::new(&policy, all, day("2026-03-06")).lists().unwrap();
    assert!(owner(&policy, &all, "2026-03-06").conflict);
    assert_eq!(lists(&all).visits_to_add[0].served_by, "Li");
    let added = FollowUp {
        recorded_at: "2026-03-06T09:00:00".parse().unwrap(),
        served_by: Some("Li".into()),
        ..visit("C", "Wang", "2026-03-05T15:00:00")
    };
    all.follow_ups.push(added);
    let found = owner(&policy, &all, "2026-03-06");
    assert!(!found.conflict);
    assert_eq!(found.losers[0].reason, LoserReason::ServedForOwner);
    assert!(lists(&all).visits_to_add.is_empty());
    assert_eq!(lists(&all).contacts[0].last_event, day("2026-03-05"));
}

#[test]
fn nobody_steals_a_customer_by_naming_another_as_his_stand_in() {
    let policy = OwnershipPolicy::default();
    let stolen = FollowUp {
        recorded_at: "2026-03-03T09:00:00".parse().unwrap(),
        served_by: Some("Wang".into()),
        ..visit("B", "Li", "2026-03-02T10:00:00")
    };
    let all = records(vec![visit("A", "Wang", "2026-03-02T10:00:00"), stolen]);
    assert_eq!(owner(&policy, &all, "2026-03-03").owner.as_deref(), Some("Wang"));
}

#[test]
fn a_ruling_ends_the_conflict_and_divides_the_commission() {
    let policy = OwnershipPreset::Validity.policy();
    let mut all = records(vec![
        visit("A", "Wang", "2026-03-02T10:00:00"),
        visit("B", "Li", "2026-03-03T10:00:00"),
    ]);
    let before = owner(&policy, &all, "2026-03-03");
    let shares: Vec<String> = before.split.iter().map(|one| one.share.to_string()).collect();
    assert_eq!((before.conflict, shares), (true, vec!["0.5".to_owned(), "0.5".to_owned()]));
    let share = |agent: &str, share: &str| AgentShare::new(agent, share.parse().unwrap());
    let rule = |to: &str, shares| OwnershipCommand::Rule {
        id: "X1".into(),
        customer: "C1".into(),
        project: "P1".into(),
        to: to.into(),
        shares,
        by: "manager".into(),
        reason: "先接待".into(),
        at: "2026-03-03T18:00:00".parse().unwrap(),
    };
    let streams = [crate::StreamRead::new(crate::StreamKind::Customer, "C1", 2)];
    let decide = |command: &OwnershipCommand| {
        OwnershipChanging::new(&policy, &all).streams(&streams).decide(command)
    };
    let wrong = decide(&rule("Zhao", vec![share("Li", "1/3"), share("Wang", "1/3")])).unwrap_err();
    let paths: Vec<String> = wrong.reasons().map(|one| one.path()).collect();
    assert_eq!(paths, ["/command/shares", "/command/to"]);
    let decision = decide(&rule("Li", vec![share("Li", "2/3"), share("Wang", "1/3")])).unwrap();
    all.changes.push(decision.change);
    let after = owner(&policy, &all, "2026-03-04");
    assert_eq!((after.owner.as_deref(), after.why), (Some("Li"), OwnerReason::Ruled));
    assert_eq!((after.conflict, after.split.len()), (false, 2));
    assert_eq!(after.losers[0].reason, LoserReason::Superseded);
    // Ten days without a contact.
    assert_eq!(owner(&policy, &all, "2026-03-13").owner.as_deref(), Some("Li"));
    assert_eq!(owner(&policy, &all, "2026-03-14").why, OwnerReason::Lapsed);
}

#[test]
fn a_manager_reassigns_from_the_fourteenth_day_on() {
    let policy = OwnershipPolicy::default();
    let all = records(vec![visit("A", "Wang", "2026-03-02T10:00:00")]);
    let streams = [crate::StreamRead::new(crate::StreamKind::Customer, "C1", 1)];
    let reassign = |to: &str, by: &str, at: &str| {
        let command = OwnershipCommand::Reassign {
            id: "X1".into(),
            customer: "C1".into(),
            project: "P1".into(),
            to: to.into(),
            by: by.into(),
            reason: "两周未联系".into(),
            at: at.parse().unwrap(),
        };
        let changing = OwnershipChanging::new(&policy, &all).streams(&streams);
        changing.decide(&command).map_err(|error| error.path())
    };
    assert_eq!(reassign("Li", "manager", "2026-03-15T23:59:59").unwrap_err(), "/command/at");
    let decision = reassign("Li", "manager", "2026-03-16T00:00:00").unwrap();
    assert_eq!((decision.change.from.as_deref(), decision.change.sequence), (Some("Wang"), 0));
    assert_eq!(reassign("Wang", "manager", "2026-03-16T00:00:00").unwrap_err(), "/command/to");
    assert_eq!(reassign("Li", "Li", "2026-03-16T00:00:00").unwrap_err(), "/command/by");
}

#[test]
fn the_front_desk_and_the_records_are_compared() {
    let policy = OwnershipPolicy::default();
    let all = records(vec![
        visit("A", "Wang", "2026-03-02T10:00:00"),
        visit("B", "Li", "2026-03-03T10:00:00"),
        visit("C", "Li", "2026-03-04T10:00:00"),
    ]);
    let seen = |id: &str, agent: &str, at: &str| {
        Reception::new(id, "C1", "P1", agent, FollowUpKind::Visit, at.parse().unwrap())
    };
    let receptions = [
        seen("r1", "Wang", "2026-03-02T09:58:00"),
        seen("r2", "Wang", "2026-03-03T09:58:00"),
        seen("r3", "Zhao", "2026-03-05T09:58:00"),
    ];
    let (from, to) = (day("2026-03-01"), day("2026-03-31"));
    let auditing = OwnershipAuditing::new(&policy, &all, from, to).receptions(&receptions);
    let kinds = |audit: OwnershipAudit| -> Vec<(BreachKind, String)> {
        audit.breaches.iter().map(|one| (one.kind, one.agent.to_string())).collect()
    };
    let wrong = (BreachKind::WrongRecord, "Li".to_owned());
    let missing = (BreachKind::MissingRecord, "Zhao".to_owned());
    let found = auditing.audit(day("2026-03-31")).unwrap();
    assert_eq!(kinds(found), [wrong.clone(), missing.clone()]);
    let visits = [FollowUpKind::Visit];
    let found = auditing.logged(&visits).audit(day("2026-03-31")).unwrap();
    let made_up = (BreachKind::FalseRecord, "Li".to_owned());
    assert_eq!(kinds(found), [wrong.clone(), made_up, missing]);
    // Thursday's reception may be entered until the end of Friday.
    assert_eq!(kinds(auditing.audit(day("2026-03-06")).unwrap()), [wrong]);
}
