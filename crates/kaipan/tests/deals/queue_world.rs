//! A small queue, explored to its end by the real code: two groups, queue numbers, two units, four
//! moments. No state that is found is new, no unit is chosen twice, nothing is stuck.

use super::desk::read;
use kaipan::Time;
use kaipan::deal::{
    ChoosingQueue, LotteryEntry, QueueAction, QueueCommand, QueueContext, QueueDeciding,
    QueueGuard, QueueRejection, QueueRuling, QueueState, TurnState, queue_rows,
};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

const MOMENTS: [&str; 4] =
    ["2026-09-01T09:00:00", "2026-09-01T09:03:00", "2026-09-01T09:06:00", "2026-09-01T09:09:00"];

/// More states than this is a model that does not close.
const MOST: usize = 200_000;

fn entries(list: &[(u32, &str)]) -> Vec<LotteryEntry> {
    list.iter().map(|(number, registration)| LotteryEntry::new(*number, *registration)).collect()
}

fn commands() -> Vec<QueueCommand> {
    let mut commands = vec![
        QueueCommand::CloseList { group: "A".into(), entries: entries(&[(1, "R1"), (2, "R2")]) },
        QueueCommand::CloseList { group: "B".into(), entries: entries(&[(1, "R3")]) },
        QueueCommand::TakeNumbers { entries: entries(&[(7, "R4")]) },
        QueueCommand::Open { minutes: 5 },
        QueueCommand::CALL_NEXT,
        QueueCommand::LAPSE,
        QueueCommand::End { reason: None },
        QueueCommand::End { reason: Some("取消".into()) },
    ];
    for group in ["A", "B"] {
        for published in [MOMENTS[0], MOMENTS[1]] {
            let (group, seed_published) = (group.into(), read(published));
            commands.push(QueueCommand::Draw { group, seed: "1".into(), seed_published });
        }
    }
    for registration in ["R1", "R2", "R3", "R4"] {
        commands.push(QueueCommand::Pass { registration: registration.into() });
        for unit_no in ["U1", "U2"] {
            let (registration, unit_no) = (registration.into(), unit_no.into());
            commands.push(QueueCommand::Choose { registration, unit_no });
        }
    }
    commands
}

/// A queue without the count of its events, and the moment that it has come to.
fn key(queue: &ChoosingQueue, moment: usize) -> (String, usize) {
    let counted = ChoosingQueue { version: 0, ..queue.clone() };
    (serde_json::to_string(&counted).unwrap(), moment)
}

fn holds(queue: &ChoosingQueue) {
    let called = queue.turns.iter().filter(|turn| turn.state == TurnState::Called).count();
    assert!(called <= 1, "{queue:?}");
    assert!(called == 0 || queue.state == QueueState::Open, "{queue:?}");
    let mut chosen: Vec<_> = queue.turns.iter().filter_map(|turn| turn.unit_no.as_ref()).collect();
    let count = chosen.len();
    chosen.sort();
    chosen.dedup();
    assert_eq!(chosen.len(), count, "a unit is chosen twice: {queue:?}");
    let mut people: Vec<_> = queue.turns.iter().map(|turn| &turn.registration).collect();
    let count = people.len();
    people.sort();
    people.dedup();
    assert_eq!(people.len(), count, "somebody has two turns: {queue:?}");
}

/// What was decided stays decided.
fn follows(before: &ChoosingQueue, after: &ChoosingQueue) {
    assert!(before.turns.len() <= after.turns.len());
    for (old, new) in before.turns.iter().zip(&after.turns) {
        assert_eq!((&old.registration, old.number), (&new.registration, new.number));
        let settled = !matches!(old.state, TurnState::Waiting | TurnState::Called);
        assert!(!settled || old == new, "{old:?} {new:?}");
    }
}

#[test]
fn a_small_queue_is_explored_to_its_end() {
    let commands = commands();
    let mut seen: BTreeMap<(String, usize), usize> = BTreeMap::new();
    let mut from: Vec<Vec<usize>> = vec![Vec::new()];
    let mut ends: Vec<usize> = Vec::new();
    let (mut edges, mut fired): (usize, BTreeSet<&str>) = (0, BTreeSet::new());
    let (mut met, mut unmet): (BTreeSet<QueueGuard>, BTreeSet<QueueGuard>) =
        (BTreeSet::new(), BTreeSet::new());
    let begin = ChoosingQueue::new("Q");
    seen.insert(key(&begin, 0), 0);
    let mut waiting = VecDeque::from([(begin, 0, 0)]);
    while let Some((queue, moment, place)) = waiting.pop_front() {
        holds(&queue);
        if queue.state == QueueState::Ended {
            ends.push(place);
        }
        for (now, text) in MOMENTS.iter().enumerate().skip(moment) {
            for command in &commands {
                let now_is: Time = read(text);
                let context =
                    QueueContext::new(now_is, "王五").with_roles(vec!["stock_controller".into()]);
                let row = queue_rows()
                    .find(|row| row.action == command.action() && row.from == queue.state);
                let ruling = QueueDeciding::new(&queue, &context).decide(command);
                let Ok(ruling) = ruling else { continue };
                match ruling {
                    QueueRuling::Accepted { decision } => {
                        let row = row.unwrap();
                        fired.insert(row.id);
                        met.extend(row.guards);
                        let mut after = queue.clone();
                        for event in &decision.events {
                            after.apply(event).unwrap();
                        }
                        follows(&queue, &after);
                        edges += 1;
                        let new = from.len();
                        let found = *seen.entry(key(&after, now)).or_insert(new);
                        if found == new {
                            from.push(Vec::new());
                            assert!(new < MOST, "the model does not close");
                            waiting.push_back((after, now, new));
                        }
                        from[found].push(place);
                    }
                    QueueRuling::Rejected {
                        rejection: QueueRejection::GuardsNotMet { guards, .. },
                    } => {
                        let row = row.unwrap();
                        let lacking: Vec<QueueGuard> = guards.iter().map(|one| one.guard).collect();
                        met.extend(row.guards.iter().filter(|guard| !lacking.contains(guard)));
                        unmet.extend(lacking);
                    }
                    QueueRuling::Rejected {
                        rejection: QueueRejection::NotInTable { allowed, .. },
                    } => {
                        assert!(row.is_none() && !allowed.contains(&command.action()));
                        assert!(queue.state != QueueState::Ended || allowed.is_empty());
                    }
                    other => panic!("{other:?}"),
                }
            }
        }
    }
    // From everywhere the end can be reached.
    let mut reached: BTreeSet<usize> = ends.iter().copied().collect();
    let mut back: Vec<usize> = ends;
    while let Some(place) = back.pop() {
        for before in &from[place] {
            if reached.insert(*before) {
                back.push(*before);
            }
        }
    }
    assert_eq!(reached.len(), from.len(), "states without a way to the end");
    let rows: BTreeSet<&str> = queue_rows().map(|row| row.id).collect();
    assert_eq!(fired, rows, "every row is fired");
    let all: BTreeSet<QueueGuard> = queue_rows().flat_map(|row| row.guards).copied().collect();
    assert_eq!(met, all, "every guard is met somewhere");
    unmet.insert(QueueGuard::MayAct); // Roles are looked at in `queue.rs`.
    assert_eq!(unmet, all, "every guard is unmet somewhere");
    let actions: BTreeSet<QueueAction> = commands.iter().map(QueueCommand::action).collect();
    assert_eq!(actions.len(), 9, "every action is tried");
    println!("queue: {} states, {edges} edges", from.len());
    assert!(from.len() > 500, "{} states", from.len());
}
