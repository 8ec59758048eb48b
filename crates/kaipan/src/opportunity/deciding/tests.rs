use super::*;
use crate::approval::ApprovalKind;
use crate::approval::samples::approval;
use crate::error::Lang;
use crate::opportunity::follow_up::FollowUpKind;
use crate::opportunity::policy::{FollowUpField, OpportunityOutcome, OutcomeReason};
use crate::opportunity::quotation::Quotation;
use crate::opportunity::record::OpportunityFields;
use crate::opportunity::samples::follow_up;
use crate::opportunity::{FollowUp, Occurrence, OpportunityState, StagePreset};

fn policy() -> OpportunityPolicy {
    let mut policy = OpportunityPolicy::new(StagePreset::NewHome.stages());
    policy.reasons = vec![
        OutcomeReason::new("price", "价格", OpportunityOutcome::Lost),
        OutcomeReason::new("place", "地段", OpportunityOutcome::Won),
    ];
    policy
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn visit(id: &str, at: &str) -> FollowUp {
    FollowUp { kind: FollowUpKind::Visit, ..follow_up(id, at) }
}

fn record(follow_up: FollowUp) -> OpportunityCommand {
    OpportunityCommand::Record { follow_up, opportunity: Some("O1".into()) }
}

fn go(to: &str, on: &str) -> OpportunityCommand {
    let (to, on, by) = (to.into(), day(on), "agent".into());
    OpportunityCommand::Move { opportunity: "O1".into(), to, on, by, reason: None }
}

fn close(on: &str, reason: &str) -> OpportunityCommand {
    let (on, by, reason) = (day(on), "agent".into(), reason.into());
    OpportunityCommand::Close { opportunity: "O1".into(), on, by, reason, note: None }
}

/// Takes the events of a command in; its errors, if it is refused.
fn run(history: &mut OpportunityHistory, command: &OpportunityCommand) -> Vec<(Code, String)> {
    let before = history.clone();
    match OpportunityDeciding::new(&policy(), history).decide(command) {
        Ok(decision) => {
            assert_eq!(decision.reads[0].version, before.version);
            decision.events.iter().for_each(|event| history.evolve(event));
            Vec::new()
        }
        Err(error) => {
            assert_eq!(*history, before);
            error.reasons().map(|one| (one.code(), one.path())).collect()
        }
    }
}

#[test]
fn a_sale_goes_through_its_gates() {
    let mut history = OpportunityHistory::new("C1");
    assert_eq!(run(&mut history, &record(follow_up("F1", "2026-03-01T10:00:00"))), []);
    assert_eq!(run(&mut history, &go("contact", "2026-03-01")), []);
    let gate = |count| vec![(Code::OpportunityGate, "/command/to".to_owned()); count];
    assert_eq!(run(&mut history, &go("needs", "2026-03-02")), gate(2), "a visit and a grade");
    assert_eq!(run(&mut history, &go("closing", "2026-03-02"))[0].0, Code::OpportunityMove);
    let graded = visit("F2", "2026-03-02T10:00:00").with_grade("A");
    assert_eq!(run(&mut history, &record(graded)), []);
    assert_eq!(run(&mut history, &go("needs", "2026-03-02")), []);
    assert_eq!(run(&mut history, &go("price", "2026-03-03")), gate(1), "a quotation");
    let (at, total) = ("2026-03-03T09:00:00".parse().unwrap(), "2000000".parse().unwrap());
    let quotation = Quotation::new("Q1", "C1", "P1", "1-101", "agent", at, total);
    assert_eq!(run(&mut history, &OpportunityCommand::Quote { quotation }), []);
    assert_eq!(run(&mut history, &go("price", "2026-03-03")), []);
    let win = OpportunityCommand::Win {
        opportunity: "O1".into(),
        deal: "D1".into(),
        on: day("2026-03-05"),
        by: "agent".into(),
        reason: Some("place".into()),
        note: None,
    };
    assert_eq!(run(&mut history, &win), []);
    assert_eq!(history.opportunities[0].state, OpportunityState::Deal);
    assert_eq!(run(&mut history, &win)[0].0, Code::OpportunityEnded);
    // Nobody comes back after a deal.
    assert_eq!(run(&mut history, &record(visit("F3", "2026-04-01T10:00:00"))), []);
    assert_eq!(history.opportunities.len(), 1);
    assert_eq!(history.version, 9);
}

#[test]
fn a_second_open_one_is_refused() {
    let mut history = OpportunityHistory::new("C1");
    let open = |id: &str, on: &str, project: &str| OpportunityCommand::Open {
        opportunity: id.into(),
        project: project.into(),
        agent: "agent".into(),
        on: day(on),
        fields: OpportunityFields::default(),
    };
    let refused = run(&mut history, &open("O1", "2026-03-01", "P1"));
    assert_eq!(refused, [(Code::OpportunityNoContact, "/command/on".to_owned())]);
    run(&mut history, &record(follow_up("F1", "2026-03-01T10:00:00")));
    let refused = run(&mut history, &open("O1", "2026-03-01", "P1"));
    let expected = [
        (Code::OpportunityTwice, "/command/opportunity".to_owned()),
        (Code::OpportunityOpenTwice, "/command/project".to_owned()),
    ];
    assert_eq!(refused, expected);
    let elsewhere = FollowUp { project: "P2".into(), ..follow_up("F2", "2026-03-02T10:00:00") };
    let command =
        OpportunityCommand::Record { follow_up: elsewhere, opportunity: Some("O2".into()) };
    assert_eq!(run(&mut history, &command), []);
    assert_eq!(history.opportunities.len(), 2);
}

#[test]
fn a_customer_who_comes_back_gets_a_new_one_only_by_policy() {
    let mut history = OpportunityHistory::new("C1");
    run(&mut history, &record(follow_up("F1", "2026-03-01T10:00:00")));
    assert_eq!(
        run(&mut history, &close("2026-03-02", "place"))[0].0,
        Code::OpportunityReasonUnknown
    );
    assert_eq!(
        run(&mut history, &close("2026-03-02", "")),
        [(Code::OpportunityReason, "/command/reason".to_owned())]
    );
    assert_eq!(run(&mut history, &close("2026-02-28", "price"))[0].0, Code::OpportunityEarly);
    assert_eq!(run(&mut history, &close("2026-03-02", "price")), []);
    let command = OpportunityCommand::Record {
        follow_up: visit("F2", "2026-03-09T10:00:00").with_occurrence(Occurrence::Return),
        opportunity: Some("O2".into()),
    };
    let mut policy = policy();
    let decision = OpportunityDeciding::new(&policy, &history).decide(&command).unwrap();
    let codes: Vec<Code> = decision.findings.iter().map(|found| found.code).collect();
    assert_eq!(codes, [Code::OpportunityReturned, Code::OpportunityOccurrence], "the first visit");
    assert_eq!(decision.events.len(), 1);
    policy.reopens_on_return = true;
    let decision = OpportunityDeciding::new(&policy, &history).decide(&command).unwrap();
    assert_eq!(decision.opportunity.map(|one| one.id).as_deref(), Some("O2"));
}

#[test]
fn work_is_sent_back_with_a_reason() {
    let mut history = OpportunityHistory::new("C1");
    let policy = OpportunityPolicy::new(StagePreset::Bid.stages());
    let mut decide = |command: &OpportunityCommand| {
        let decision = OpportunityDeciding::new(&policy, &history).decide(command)?;
        decision.events.iter().for_each(|event| history.evolve(event));
        Ok::<_, Error>(decision)
    };
    decide(&record(follow_up("F1", "2026-03-01T10:00:00"))).unwrap();
    let fields = OpportunityFields {
        source: Some("招标网".into()),
        amount: Some("30000000".parse().unwrap()),
        ..OpportunityFields::default()
    };
    let on = day("2026-03-01");
    decide(&OpportunityCommand::Describe { opportunity: "O1".into(), on, fields }).unwrap();
    decide(&go("identified", "2026-03-02")).unwrap();
    let confirm = |item: &str, on: &str| OpportunityCommand::Confirm {
        opportunity: "O1".into(),
        item: item.into(),
        on: day(on),
        by: "manager".into(),
    };
    let error = decide(&go("analysis", "2026-03-02")).unwrap_err();
    assert_eq!(error.reasons().count(), 3);
    assert_eq!(
        error.message(Lang::En),
        "what lacks for stage \"analysis of needs\": \"no duplicate\" confirmed"
    );
    for item in ["duplicates", "assessment", "assignment"] {
        decide(&confirm(item, "2026-03-02")).unwrap();
    }
    for stage in ["analysis", "proposal", "review"] {
        decide(&go(stage, "2026-03-02")).unwrap();
    }
    let unasked = decide(&confirm("nosuch", "2026-03-02")).unwrap();
    assert_eq!(unasked.findings[0].code, Code::OpportunityConfirmation);
    decide(&confirm("review", "2026-03-02")).unwrap();
    assert_eq!(decide(&go("tender", "2026-03-03")).unwrap_err().code(), Code::OpportunityGate);
    let error = decide(&go("proposal", "2026-03-03")).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), (Code::OpportunityReason, "/command/reason"));
    let back = OpportunityCommand::Move {
        opportunity: "O1".into(),
        to: "proposal".into(),
        on: day("2026-03-03"),
        by: "manager".into(),
        reason: Some("报价偏高".into()),
    };
    decide(&back).unwrap();
    decide(&go("review", "2026-03-04")).unwrap();
    let early = decide(&confirm("review", "2026-03-02")).unwrap_err();
    assert_eq!(early.code(), Code::OpportunityEarly);
    let later = confirm("review", "2026-03-04");
    let approved = |subject: &str| approval(ApprovalKind::OpportunityStep, subject);
    let another = approved("O1/award");
    let deciding = OpportunityDeciding::new(&policy, &history);
    let refused = deciding.approval(&another).decide(&later).unwrap_err();
    assert_eq!(
        (refused.code(), refused.path().as_str()),
        (Code::ApprovalOfAnother, "/approval/asked/subject")
    );
    let request = approved("O1/review");
    let decision = deciding.approval(&request).decide(&later).unwrap();
    assert_eq!(decision.reads[1], request.read());
    let unused = deciding.approval(&request).decide(&go("proposal", "2026-03-04"));
    assert_eq!(unused.unwrap_err().code(), Code::OpportunityReason);
    decision.events.iter().for_each(|event| history.evolve(event));
    let deciding = OpportunityDeciding::new(&policy, &history);
    let on = deciding.approval(&request).decide(&go("tender", "2026-03-04")).unwrap();
    assert_eq!(on.findings[0].code, Code::ApprovalUnused);
    assert_eq!(on.opportunity.unwrap().stage, "tender");
}

#[test]
fn stale_and_foreign_commands_and_bad_records_are_refused() {
    let mut history = OpportunityHistory::new("C1").with_version(3);
    let policy = policy().with_required(vec![FollowUpField::Media]);
    let deciding = OpportunityDeciding::new(&policy, &history);
    let command = record(follow_up("F1", "2026-03-01T10:00:00"));
    let stale = deciding.expected_version(2).decide(&command).unwrap_err();
    assert_eq!(
        (stale.code(), stale.path().as_str()),
        (Code::OpportunityStale, "/expected_version")
    );
    let media = deciding.expected_version(3).decide(&command).unwrap_err();
    assert_eq!(media.path(), "/command/follow_up/media");
    let early = "2026-02-28T10:00:00".parse().unwrap();
    let foreign = FollowUp {
        id: "".into(),
        customer: "C2".into(),
        recorded_at: early,
        next_contact: Some(early.date()),
        ..follow_up("F1", "2026-03-01T10:00:00")
    };
    let command = OpportunityCommand::Record { follow_up: foreign, opportunity: None };
    let paths: Vec<String> =
        run(&mut history, &command).into_iter().map(|(_, path)| path).collect();
    let place = |field: &str| format!("/command/follow_up/{field}");
    let expected = [
        place("id"),
        place("recorded_at"),
        place("next_contact"),
        place("customer"),
        "/command/opportunity".to_owned(),
    ];
    assert_eq!(paths, expected);
    let unknown = run(&mut history, &close("2026-03-02", "price"));
    assert_eq!(unknown, [(Code::OpportunityUnknown, "/command/opportunity".to_owned())]);
}

#[test]
fn what_happened_replays_to_the_same_history() {
    let mut history = OpportunityHistory::new("C1");
    let mut events = Vec::new();
    let policy = policy();
    for command in [
        record(follow_up("F1", "2026-03-01T10:00:00")),
        go("contact", "2026-03-02"),
        record(visit("F2", "2026-03-03T10:00:00").with_grade("B")),
        go("needs", "2026-03-03"),
        close("2026-03-09", "price"),
    ] {
        let decision = OpportunityDeciding::new(&policy, &history).decide(&command).unwrap();
        decision.events.iter().for_each(|event| history.evolve(event));
        events.extend(decision.events);
    }
    assert_eq!(OpportunityHistory::replay("C1", &events), history);
    assert_eq!(history.opportunities[0].fields.grade.as_deref(), Some("B"));
}
