//! Every state that the machine of a service can come to.

use crate::world::{acts, context, facts_of, new, rule, sum};
use kaipan::number::Money;
use kaipan::service::{
    Service, ServiceAction, ServiceContext, ServiceDefinition, ServiceEvent, ServiceKind,
    ServiceMove, ServiceRejection, ServiceRuling, ServiceState,
};
use std::collections::{BTreeMap, BTreeSet};

/// What tells one state from another: all that moves and guards look at.
fn key(service: &Service) -> String {
    let steps: Vec<&str> = service.steps.iter().map(|done| done.step.as_str()).collect();
    let branch = service.branch.as_ref().map(|one| one.branch.as_str());
    let todos: Vec<_> =
        service.todos.iter().map(|one| (one.kind, one.amount, &one.documents)).collect();
    let mut documents: Vec<&str> =
        service.documents.iter().map(|one| one.document.as_str()).collect();
    documents.sort_unstable();
    let paid = service.disbursed.as_ref().map(|paid| paid.amount);
    format!(
        "{:?} {steps:?} {branch:?} {:?} {paid:?} {:?} {todos:?} {documents:?}",
        service.state, service.approved, service.waiting_for
    )
}

struct Reached {
    service: Service,
    events: Vec<ServiceEvent>,
    /// What all entries so far have brought to the bank.
    banked: Money,
    leads_to: BTreeSet<String>,
}

/// All states of a machine.
struct Explored {
    states: BTreeMap<String, Reached>,
    moves: BTreeSet<ServiceMove>,
}

fn explore(definition: &ServiceDefinition) -> Explored {
    let first = new(definition.kind);
    let mut queue = vec![key(&first)];
    let (events, banked, leads_to) = (Vec::new(), Money::ZERO, BTreeSet::new());
    let mut states =
        BTreeMap::from([(key(&first), Reached { service: first, events, banked, leads_to })]);
    let mut moves = BTreeSet::new();
    while let Some(from) = queue.pop() {
        let (service, before) = (states[&from].service.clone(), states[&from].events.clone());
        for one in definition.moves(&service) {
            for act in acts(definition, &service, &one) {
                let context = &context(facts_of(&act));
                let ServiceRuling::Accepted { decision } = rule(&service, context, act.clone())
                else {
                    // Documents may be lacking still; that is told, and the state stays.
                    assert!(lacks_documents(&service, context, act.clone()), "{from}: {act:?}");
                    continue;
                };
                moves.insert(one.clone());
                let (mut after, mut events) = (service.clone(), before.clone());
                for event in &decision.events {
                    after.apply(event).unwrap();
                    events.push(event.clone());
                }
                assert!(decision.entries.iter().all(|entry| entry.is_balanced()));
                // What is credited is what came into the bank.
                let into_bank = decision.entries.iter().map(|entry| entry.legs[1].amount);
                let banked = sum(std::iter::once(states[&from].banked).chain(into_bank));
                let paid = after.disbursed.as_ref().map_or(Money::ZERO, |paid| paid.amount);
                assert_eq!(banked, paid, "{from}: {act:?}");
                // A promise changes a day and nothing else.
                let to = key(&after);
                states.get_mut(&from).unwrap().leads_to.insert(to.clone());
                if !states.contains_key(&to) {
                    let leads_to = BTreeSet::new();
                    states.insert(to.clone(), Reached { service: after, events, banked, leads_to });
                    queue.push(to);
                }
            }
        }
    }
    Explored { states, moves }
}

fn lacks_documents(
    service: &Service,
    context: &ServiceContext,
    act: kaipan::service::ServiceAct,
) -> bool {
    use kaipan::service::ServiceGuard;
    match rule(service, context, act) {
        ServiceRuling::Rejected { rejection: ServiceRejection::GuardsNotMet { guards } } => {
            guards.iter().all(|unmet| unmet.guard == ServiceGuard::DocumentsComplete)
        }
        _ => false,
    }
}

fn explored() -> Vec<(ServiceDefinition, Explored)> {
    let all = ServiceKind::ALL.into_iter().map(|kind| {
        let definition = ServiceDefinition::preset(kind);
        let explored = explore(&definition);
        (definition, explored)
    });
    all.collect()
}

#[test]
fn every_state_is_closed_leads_on_and_is_what_its_events_come_to() {
    for (definition, explored) in explored() {
        let states = &explored.states;
        for (name, reached) in states {
            let service = &reached.service;
            // Only what is closed has no move but finishing what was left to do.
            let moves = definition.moves(service);
            let leads_on = moves.iter().any(|one| one.action != ServiceAction::FinishTodo);
            assert_eq!(service.state.is_closed(), !leads_on, "{name}");
            // The state is what its events come to, to the last field.
            let replayed =
                Service::replay("S1".into(), "D1".into(), definition.kind, &reached.events, None);
            assert_eq!(&replayed.unwrap(), service);
            assert!(service.todos.len() <= 4, "{name}");
        }
        // From everywhere the service can be done, or closed as the buyer quits.
        for target in [ServiceState::Done, ServiceState::ClosedByQuit] {
            let is_target = |name: &&String| states[*name].service.state == target;
            let mut leads: BTreeSet<&String> = states.keys().filter(is_target).collect();
            loop {
                let more = states.iter().filter(|(name, one)| {
                    !leads.contains(name) && one.leads_to.iter().any(|to| leads.contains(to))
                });
                let more: Vec<&String> = more.map(|(name, _)| name).collect();
                if more.is_empty() {
                    break;
                }
                leads.extend(more);
            }
            for (name, one) in states {
                let closed = one.service.state.is_closed();
                assert!(closed || leads.contains(name), "{target:?} cannot be reached from {name}");
            }
        }
    }
}

#[test]
fn every_step_branch_and_state_is_reached() {
    let mut ends = BTreeSet::new();
    let mut counts = Vec::new();
    for (definition, explored) in explored() {
        for step in &definition.steps {
            for action in [ServiceAction::DoStep, ServiceAction::Back, ServiceAction::Promise] {
                let wanted = ServiceMove::new(action).with_code(step.code.clone());
                assert!(explored.moves.contains(&wanted), "{wanted:?}");
            }
        }
        for branch in &definition.branches {
            let wanted = ServiceMove::new(ServiceAction::TakeBranch).with_code(branch.code.clone());
            assert!(explored.moves.contains(&wanted), "{wanted:?}");
        }
        ends.extend(explored.states.values().map(|one| one.service.state));
        counts.push(explored.states.len());
    }
    assert_eq!(ends.len(), 7, "every state of the handbook");
    // Another number of states is another machine: look at what has changed.
    assert!(counts.iter().all(|count| (20..20_000).contains(count)), "{counts:?}");
}

#[test]
fn what_the_machine_has_not_is_refused_and_says_what_it_has() {
    for (definition, explored) in explored() {
        let steps = definition
            .steps
            .iter()
            .map(|step| ServiceMove::new(ServiceAction::DoStep).with_code(step.code.clone()));
        let back = definition
            .steps
            .iter()
            .map(|step| ServiceMove::new(ServiceAction::Back).with_code(step.code.clone()));
        let branches = definition.branches.iter().map(|branch| {
            ServiceMove::new(ServiceAction::TakeBranch).with_code(branch.code.clone())
        });
        let plain = [ServiceAction::Start, ServiceAction::Resume, ServiceAction::Cancel];
        let all: Vec<ServiceMove> =
            steps.chain(back).chain(branches).chain(plain.map(ServiceMove::new)).collect();
        for reached in explored.states.values().take(200) {
            let service = &reached.service;
            let has = definition.moves(service);
            for one in all.iter().filter(|one| !has.contains(one)) {
                let act = acts(&definition, service, one).remove(0);
                let ruling = rule(service, &context(facts_of(&act)), act);
                let ServiceRuling::Rejected {
                    rejection: ServiceRejection::NotInTable { allowed, .. },
                } = ruling
                else {
                    panic!("{one:?} at {service:?}")
                };
                assert_eq!(allowed, has);
            }
        }
    }
}
