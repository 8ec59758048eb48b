//! Approvals (handbook §22.7): whatever is commanded in whatever order, the rules hold.

use kaipan::approval::{
    ApprovalAsked, ApprovalChange, ApprovalCommand, ApprovalEvent, ApprovalKind, ApprovalRequest,
    ApprovalRoute, ApprovalStatus, ApprovalStep, Deciding, Delegation, Pending, RouteTable,
    SigningRule,
};
use kaipan::organisation::{Assignment, OrgKind, OrgNode, OrgTree, Organisation};
use kaipan::{Date, Text, Time};
use proptest::prelude::*;

fn day(n: u32) -> Date {
    Date::from_ymd(2026, 5, 1).unwrap().add_days(n).unwrap()
}

fn time(n: u32) -> Time {
    Time::at(day(0), 9, 0, 0).unwrap().add_seconds(n * 14_400).unwrap()
}

fn person(n: usize) -> Text {
    Text::from(format!("p{n}"))
}

fn role(n: usize) -> Text {
    Text::from(format!("R{n}"))
}

/// Who does what, and how many quarters of a day later.
type Move = (usize, usize, Option<usize>, u32);

fn command(kind: usize, role_named: Option<usize>) -> ApprovalCommand {
    let asked = || ApprovalAsked::new(ApprovalKind::Refund, "D-1", "HQ");
    let (role, note) = (role_named.map(role), "不符");
    match kind {
        0 => ApprovalCommand::Submit { id: "A-1".into(), asked: asked() },
        1..=6 => ApprovalCommand::Approve { role, note: None },
        7 => ApprovalCommand::Reject { role, note: note.into() },
        8 => ApprovalCommand::Return { role, note: note.into() },
        9 => ApprovalCommand::Withdraw { note: None },
        10 => ApprovalCommand::Resubmit { asked: asked() },
        _ => ApprovalCommand::Expire {},
    }
}

/// The signatures of every round that led to an approval, checked by counting.
fn check_signatures(request: &ApprovalRequest, again: bool) -> Result<(), TestCaseError> {
    let mut everybody: Vec<(u32, &Text)> = Vec::new();
    for one in &request.signatures {
        for who in [Some(&one.person), one.on_behalf_of.as_ref()].into_iter().flatten() {
            prop_assert_ne!(who, &request.requested_by, "nobody signs an own request");
            let before =
                everybody.iter().any(|(step, past)| *past == who && (!again || *step == one.step));
            prop_assert!(!before, "{} signed twice", who);
        }
        everybody.push((one.step, &one.person));
        everybody.extend(one.on_behalf_of.as_ref().map(|who| (one.step, who)));
    }
    if request.status == ApprovalStatus::Approved {
        for (at, step) in request.route.steps.iter().enumerate() {
            let at = u32::try_from(at + 1).unwrap();
            let signed: Vec<&Text> = request
                .signatures
                .iter()
                .filter(|one| one.step == at)
                .map(|one| &one.role)
                .collect();
            match step.rule {
                SigningRule::All => {
                    prop_assert!(step.roles.iter().all(|role| signed.contains(&role)))
                }
                _ => prop_assert_eq!(signed.len(), 1),
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn whatever_is_commanded_the_rules_hold(
        steps in prop::collection::vec((prop::collection::btree_set(0_usize..4, 1..4), any::<bool>()), 1..4),
        held in prop::collection::vec((0_usize..6, 0_usize..4), 1..12),
        delegated in prop::collection::vec((0_usize..6, 0_usize..6, 0_u32..6, 0_u32..6), 0..4),
        moves in prop::collection::vec((0_usize..6, 0_usize..12, prop::option::of(0_usize..4), 0_u32..3), 1..40),
        requester in 0_usize..6,
        again: bool,
        days in prop::option::of(0_u32..5),
    ) {
        let organisation = Organisation::new(vec![OrgNode::new("HQ", OrgKind::Headquarters, "总部")]);
        let tree = OrgTree::new(&organisation).unwrap();
        let steps = steps.into_iter().map(|(roles, all)| {
            let rule = if all { SigningRule::All } else { SigningRule::Any };
            ApprovalStep::new(roles.into_iter().map(role).collect()).with_rule(rule)
        });
        let mut route = ApprovalRoute::new("R", vec![ApprovalKind::Refund], steps.collect());
        route.may_sign_again = again;
        route.days_to_decide = days;
        let routes = RouteTable::new(vec![route]);
        let assignments: Vec<Assignment> =
            held.iter().map(|(who, what)| Assignment::new(person(*who), role(*what), "HQ")).collect();
        let delegations: Vec<Delegation> = delegated
            .iter()
            .filter(|(from, to, _, _)| from != to)
            .map(|(from, to, one, two)| {
                Delegation::new(person(*from), person(*to), day(*one.min(two)), day(*one.max(two)))
            })
            .collect();

        let mut state: Option<ApprovalRequest> = None;
        let mut events: Vec<ApprovalEvent> = Vec::new();
        let mut now = 0;
        let first: Move = (requester, 0, None, 0);
        for (who, kind, named, later) in std::iter::once(first).chain(moves) {
            now += later;
            let command = command(kind, named);
            let waiting: Vec<ApprovalRequest> = state.iter().cloned().collect();
            let pending = Pending::new(&tree, &waiting).assignments(&assignments).delegations(&delegations);
            let pending = pending.of(&person(who), time(now).date()).unwrap();
            let deciding = Deciding::new(&tree, &routes, person(who), time(now));
            let deciding = deciding.assignments(&assignments).delegations(&delegations);
            let decision = deciding.decide(state.as_ref(), &command).unwrap();
            prop_assert_eq!(decision.events.is_empty(), decision.rejection.is_some());
            if decision.rejection.is_some() {
                prop_assert_eq!(&decision.state, &state, "a rejection changes nothing");
                prop_assert!(!decision.rejection.unwrap().reasons.is_empty());
                continue;
            }
            let version = state.as_ref().map_or(0, |state| state.version);
            prop_assert_eq!(decision.reads[0].version, version);
            if let (Some(before), ApprovalCommand::Approve { .. }) = (&state, &command) {
                prop_assert_eq!(before.status, ApprovalStatus::Pending);
                // Whoever signs had it on the list of what waits.
                prop_assert!(pending.requests.iter().any(|one| !one.has_ended && !one.may_sign.is_empty()));
                prop_assert!(before.route.decide_by.is_none_or(|last| time(now).date() <= last));
            }
            events.extend(decision.events);
            state = decision.state;
            let state = state.as_ref().unwrap();
            check_signatures(state, again)?;
            let approved = events.iter().any(|event| matches!(event.change, ApprovalChange::Approved {}));
            prop_assert_eq!(approved, state.status == ApprovalStatus::Approved);
            prop_assert_eq!(state, &ApprovalRequest::replay(&events).unwrap());
            let reversed: Vec<ApprovalEvent> = events.iter().rev().cloned().collect();
            prop_assert_eq!(state, &ApprovalRequest::replay(&reversed).unwrap());
        }
    }
}
