//! A queue with its lotteries, explored to its end: two groups and a list by queue numbers, two seeds,
//! two units, windows that pass.

use crate::cover::Cover;
use crate::desk;
use crate::graph::Graph;
use crate::search::Report;
use kaipan::deal::{
    ChoosingQueue, LotteryEntry, LotteryList, QueueAction, QueueChange, QueueCommand, QueueContext,
    QueueDeciding, QueueDecision, QueueRejection, QueueRuling, QueueState, TurnState, queue_rows,
};
use kaipan::{Text, Time};
use std::collections::BTreeSet;
use std::time::Instant;

/// States beyond which the exploration is a failure.
const BUDGET: usize = 200_000;

/// Two registrations; one; one by its queue number.
const LISTS: [(&str, &[&str]); 3] = [("无房家庭", &["D1", "D2"]), ("其他", &["D3"]), ("", &["D4"])];

/// What was seen of the table of queues.
#[derive(Debug, Default)]
struct Seen {
    fired: BTreeSet<&'static str>,
    met: BTreeSet<String>,
    unmet: BTreeSet<String>,
}

/// Explores the queue.
pub(crate) fn explore() -> Result<Report, String> {
    let mut graph: Graph<ChoosingQueue> = Graph::new("queue and lottery", BUDGET);
    let mut seen = Seen::default();
    let clock = Instant::now();
    graph.reach(None, ChoosingQueue::new("队列一"), false)?;
    while let Some((from, queue)) = graph.next() {
        for command in commands() {
            for roles in [&["stock_controller"][..], &["planner"]] {
                if let Some(decision) = ask(&queue, &command, roles, &mut seen) {
                    let mut next = queue.clone();
                    for event in &decision.events {
                        next.apply(event).map_err(|error| error.to_string())?;
                    }
                    check(&next, &decision);
                    reach(&mut graph, Some(from), next)?;
                }
            }
        }
        reach(&mut graph, Some(from), pass(&queue))?;
    }
    graph.check_not_stuck()?;
    seen.check()?;
    let (states, edges, depth) = (graph.states(), graph.edges(), graph.depth);
    let name = "queue and lottery".to_owned();
    let (cover, rows) = (Cover::default(), seen.fired.len());
    Ok(Report { name, states, edges, depth, rows, cover, time: clock.elapsed() })
}

fn reach(
    graph: &mut Graph<ChoosingQueue>,
    from: Option<(u32, u32)>,
    mut queue: ChoosingQueue,
) -> Result<(), String> {
    queue.version = 0;
    let ended = queue.state == QueueState::Ended;
    graph.reach(from, queue, ended)
}

fn entries(list: usize) -> Vec<LotteryEntry> {
    let (_, names) = LISTS[list];
    (1..).zip(names).map(|(number, name)| LotteryEntry::new(number, *name)).collect()
}

fn commands() -> Vec<QueueCommand> {
    let mut all = vec![
        QueueCommand::TakeNumbers { entries: entries(2) },
        QueueCommand::Open { minutes: 5 },
        QueueCommand::CallNext {},
        QueueCommand::Lapse {},
        QueueCommand::End { reason: None },
        QueueCommand::End { reason: Some("房源已选完".into()) },
    ];
    for (list, (group, _)) in LISTS.iter().enumerate().take(2) {
        let group: Text = (*group).into();
        all.push(QueueCommand::CloseList { group: group.clone(), entries: entries(list) });
        for (seed, published) in
            [("072645", desk::NOW), ("1", desk::NOW), ("1", "2026-11-11T10:00:00")]
        {
            let (group, seed, seed_published) = (group.clone(), seed.into(), desk::read(published));
            all.push(QueueCommand::Draw { group, seed, seed_published });
        }
    }
    for registration in LISTS.iter().flat_map(|(_, names)| *names) {
        let registration: Text = (*registration).into();
        all.push(QueueCommand::Pass { registration: registration.clone() });
        for unit in 0..2 {
            let (registration, unit_no) = (registration.clone(), desk::unit_no(unit));
            all.push(QueueCommand::Choose { registration, unit_no });
        }
    }
    all
}

/// What is decided, if it may be done. What a list or a draw refuses as wrong is no way on.
fn ask(
    queue: &ChoosingQueue,
    command: &QueueCommand,
    roles: &[&str],
    seen: &mut Seen,
) -> Option<QueueDecision> {
    let roles = roles.iter().map(|role| Text::from(*role)).collect();
    let context = QueueContext::new(desk::now(), desk::PERSON).with_roles(roles);
    let action = command.action();
    let row = queue_rows().find(|row| row.action == action && row.from == queue.state);
    let ruling = match QueueDeciding::new(queue, &context).decide(command) {
        Ok(ruling) => ruling,
        Err(error) => {
            let twice = QueueAction::TakeNumbers;
            assert!(action == twice, "{command:?} of {queue:?}: {error}");
            return None;
        }
    };
    match (ruling, row) {
        (QueueRuling::Accepted { decision }, Some(row)) => {
            seen.fired.insert(row.id);
            seen.met.extend(row.guards.iter().map(|guard| format!("{guard:?}")));
            Some(decision)
        }
        (
            QueueRuling::Rejected { rejection: QueueRejection::GuardsNotMet { guards, .. } },
            Some(row),
        ) => {
            let is_unmet = |guard| guards.iter().any(|one| one.guard == guard);
            let met = row.guards.iter().filter(|guard| !is_unmet(**guard));
            seen.met.extend(met.map(|guard| format!("{guard:?}")));
            seen.unmet.extend(guards.iter().map(|one| format!("{:?}", one.guard)));
            None
        }
        (QueueRuling::Rejected { rejection: QueueRejection::NotInTable { allowed, .. } }, None) => {
            let rows = queue_rows().filter(|row| row.from == queue.state).map(|row| row.action);
            assert!(rows.eq(allowed), "{queue:?}");
            None
        }
        (other, row) => panic!("{row:?}: {other:?}"),
    }
}

/// One is called at most, nobody has two turns, no unit is chosen twice, and whatever was drawn is
/// what anybody draws again.
fn check(queue: &ChoosingQueue, decision: &QueueDecision) {
    let called = queue.turns.iter().filter(|turn| turn.state == TurnState::Called).count();
    assert!(called <= 1, "{queue:?}");
    let mut registrations = BTreeSet::new();
    let mut units = BTreeSet::new();
    for turn in &queue.turns {
        assert!(registrations.insert(&turn.registration), "two turns: {queue:?}");
        assert!(turn.unit_no.as_ref().is_none_or(|unit| units.insert(unit)), "twice: {queue:?}");
    }
    for event in &decision.events {
        if let QueueChange::Drawn { group, seed, order, .. } = &event.change {
            let known = queue.groups.iter().find(|one| one.group == *group).expect("the group");
            let list = LotteryList::new(&known.entries).expect("a list");
            let again = list.draw(seed, &known.list_hash).expect("the draw");
            assert!(again.order.iter().map(|one| one.number).eq(order.iter().copied()));
        }
    }
}

/// Time passes: lists were closed before, and windows are over.
fn pass(queue: &ChoosingQueue) -> ChoosingQueue {
    let mut queue = queue.clone();
    let before: Time = desk::read("2026-11-09T10:00:00");
    queue.groups.iter_mut().for_each(|group| group.closed_at = before);
    for turn in &mut queue.turns {
        turn.from = turn.from.map(|_| before);
        turn.until = turn.until.map(|_| desk::now());
    }
    queue
}

impl Seen {
    /// Every row was fired, every guard met and unmet.
    fn check(&self) -> Result<(), String> {
        for row in queue_rows() {
            if !self.fired.contains(row.id) {
                return Err(format!("{} was never fired", row.id));
            }
            for guard in row.guards {
                let name = format!("{guard:?}");
                if !self.met.contains(&name) || !self.unmet.contains(&name) {
                    return Err(format!("{name} was not met and unmet"));
                }
            }
        }
        Ok(())
    }
}
