//! A deal of which everything is as it should be.

use kaipan::Date;
use kaipan::deal::SaleMode;
use kaipan::number::Money;
use kaipan::service::{
    BranchLead, LoanFact, LoanWaiting, Service, ServiceAct, ServiceAction, ServiceBuyer,
    ServiceCommand, ServiceContext, ServiceDates, ServiceDeciding, ServiceDecision,
    ServiceDefinition, ServiceFacts, ServiceGuard, ServiceKind, ServiceMove, ServiceRejection,
    ServiceRuling, StepField,
};

pub(crate) fn date(text: &str) -> Date {
    text.parse().unwrap()
}

pub(crate) fn yuan(text: &str) -> Money {
    text.parse().unwrap()
}

pub(crate) fn sum(amounts: impl Iterator<Item = Money>) -> Money {
    amounts.fold(Money::ZERO, |sum, amount| sum.checked_add(amount).unwrap())
}

/// The day on which everything is done, unless a test says another.
pub(crate) fn today() -> Date {
    date("2028-07-01")
}

pub(crate) fn good_facts() -> ServiceFacts {
    let dates = ServiceDates::default()
        .with_signing(date("2026-09-01"))
        .with_filing(date("2026-09-20"))
        .with_completion_filed(date("2028-06-01"))
        .with_pay_out(date("2028-06-01"))
        .with_agreed_handover(date("2028-06-30"));
    ServiceFacts::default()
        .with_mode(SaleMode::Completed)
        .with_dates(dates)
        .with_house_unpaid(yuan("0"))
        .with_fees_unpaid(yuan("0"))
        .with_overdue(yuan("0"))
        .with_area_settled(true)
        .with_loans(LoanFact::Arrived)
        .with_supervised_account("监管户")
        .with_title_ready(true)
        .with_quit_agreed(false)
        .with_change_agreed(false)
        .with_loan_returned(false)
}

/// The facts of a deal that ends or changes, with the loan back at the bank, where the act is a side
/// branch; else the good ones.
pub(crate) fn facts_of(act: &ServiceAct) -> ServiceFacts {
    match act {
        ServiceAct::TakeBranch { .. } => {
            good_facts().with_quit_agreed(true).with_change_agreed(true).with_loan_returned(true)
        }
        _ => good_facts(),
    }
}

pub(crate) fn context(facts: ServiceFacts) -> ServiceContext {
    ServiceContext::new("2028-07-01T10:00:00".parse().unwrap(), "王五")
        .with_roles(vec!["service_officer".into()])
        .with_facts(facts)
}

pub(crate) fn new(kind: ServiceKind) -> Service {
    Service::new("S1", "D1", kind)
}

pub(crate) fn rule(service: &Service, context: &ServiceContext, act: ServiceAct) -> ServiceRuling {
    ServiceDeciding::new(service, context).decide(&ServiceCommand::new(act)).unwrap()
}

/// Does it, and gives what followed.
pub(crate) fn does(
    service: &mut Service,
    context: &ServiceContext,
    act: ServiceAct,
) -> ServiceDecision {
    match rule(service, context, act.clone()) {
        ServiceRuling::Accepted { decision } => {
            for event in &decision.events {
                service.apply(event).unwrap();
            }
            decision
        }
        refused => panic!("{act:?}: {refused:?}"),
    }
}

/// The guards that are not met.
pub(crate) fn lacks(
    service: &Service,
    context: &ServiceContext,
    act: ServiceAct,
) -> Vec<ServiceGuard> {
    match rule(service, context, act) {
        ServiceRuling::Rejected { rejection: ServiceRejection::GuardsNotMet { guards } } => {
            guards.iter().map(|unmet| unmet.guard).collect()
        }
        other => panic!("{other:?}"),
    }
}

/// The act of a move with all that belongs to it. There are several where an amount can differ.
pub(crate) fn acts(
    definition: &ServiceDefinition,
    service: &Service,
    of: &ServiceMove,
) -> Vec<ServiceAct> {
    let on = today();
    let reason = || Some("原因".into());
    let code = || of.code.clone().unwrap();
    let is_loan = service.kind.is_loan();
    match of.action {
        ServiceAction::Start => vec![ServiceAct::Start {
            on,
            unit_no: Some("3-1-1802".into()),
            buyers: vec![ServiceBuyer::Resident],
            bank: is_loan.then(|| "工行".into()),
            amount: is_loan.then(|| yuan("700000")),
            months: is_loan.then_some(360),
            replaces: None,
        }],
        ServiceAction::DoStep => {
            let step = definition.step(&code()).unwrap();
            let takes = |field| step.takes.contains(&field);
            let amounts: &[&str] = match (takes(StepField::Approved), takes(StepField::Disbursed)) {
                (true, _) => &["700000"],
                (_, true) if service.approved == Some(yuan("700000")) => &["700000", "699999.99"],
                (_, true) => &["600000"],
                _ => &[""],
            };
            let paid = takes(StepField::Disbursed);
            let act = |amount: &&str| ServiceAct::DoStep {
                step: code(),
                on,
                number: takes(StepField::Number).then(|| "深备2028001".into()),
                amount: amount.parse().ok(),
                bank: paid.then(|| "工行".into()),
                account: paid.then(|| "监管户".into()),
            };
            amounts.iter().map(act).collect()
        }
        ServiceAction::Back => vec![ServiceAct::Back { step: code(), reason: reason() }],
        ServiceAction::TakeBranch => {
            let branch = definition.branch(&code()).unwrap();
            let needs = |guard| branch.requires.contains(&guard);
            let does = matches!(branch.leads, BranchLead::Does { .. });
            vec![ServiceAct::TakeBranch {
                branch: code(),
                on,
                amount: does.then(|| yuan("600000")),
                bank: needs(ServiceGuard::OtherBank).then(|| "建行".into()),
                documents: match needs(ServiceGuard::DocumentsNamed) {
                    true => vec!["id_card".into()],
                    false => Vec::new(),
                },
                reason: reason(),
            }]
        }
        ServiceAction::Resume => vec![ServiceAct::Resume { on, reason: None }],
        ServiceAction::Cancel => vec![ServiceAct::Cancel { on, reason: reason() }],
        ServiceAction::ReceiveDocuments => {
            let needed = definition.documents_of(&service.buyers).into_iter();
            let documents = needed.map(|one| one.code.clone()).collect();
            vec![ServiceAct::ReceiveDocuments { documents, on }]
        }
        ServiceAction::Promise => {
            vec![ServiceAct::Promise { step: code(), on, reason: reason() }]
        }
        ServiceAction::NoteWaiting => {
            vec![ServiceAct::NoteWaiting { waiting_for: LoanWaiting::Quota }]
        }
        ServiceAction::FinishTodo => {
            service.todos.iter().map(|todo| ServiceAct::FinishTodo { todo: todo.id }).collect()
        }
        other => panic!("{other:?} has no act"),
    }
}

/// A service of a kind, with these steps done.
pub(crate) fn at(kind: ServiceKind, steps: &[&str]) -> Service {
    let definition = ServiceDefinition::preset(kind);
    let (mut service, context) = (new(kind), context(good_facts()));
    let mut go = |action: ServiceAction, code: Option<&str>| {
        let mut of = definition.moves(&service).into_iter();
        let of = of.find(|one| one.action == action && one.code.as_deref() == code).unwrap();
        let act = acts(&definition, &service, &of).remove(0);
        does(&mut service, &context, act);
    };
    go(ServiceAction::Start, None);
    go(ServiceAction::ReceiveDocuments, None);
    for step in steps {
        go(ServiceAction::DoStep, Some(step));
    }
    service
}
