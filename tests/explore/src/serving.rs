//! What a desk does with a service, and what it knows of the deal as it does so.

use crate::desk;
use crate::services::Served;
use kaipan::deal::{DealAction, StockLock};
use kaipan::number::Money;
use kaipan::service::{
    BranchLead, LoanFact, LoanWaiting, Service, ServiceAct, ServiceAction, ServiceBuyer,
    ServiceContext, ServiceDates, ServiceDefinition, ServiceFacts, ServiceGuard, ServiceMove,
    StepField,
};
use std::collections::BTreeSet;

/// The bank of the loan, and another.
const BANKS: [&str; 2] = ["工行", "建行"];

/// What is applied for; the bank may approve and pay less.
const LOAN: &str = "686000";
const LESS: &str = "600000";

/// An action by which a deal comes to its end.
pub(crate) fn is_of_quitting(action: DealAction) -> bool {
    matches!(
        action,
        DealAction::ApplyForChange
            | DealAction::WithdrawChange
            | DealAction::Quit
            | DealAction::FinishTodo
    )
}

/// What the desk knows of the deal.
pub(crate) fn context(of: &Served) -> ServiceContext {
    let open = &of.world.deals[0];
    let today = desk::today();
    let pending = |lock| of.world.units.iter().any(|unit| unit.locks.contains(&lock));
    let gone = of.quit && open.deal.todos.is_empty();
    let mut dates = ServiceDates::default()
        .with_completion_filed(today)
        .with_pay_out(today)
        .with_agreed_handover(today);
    dates.signing = (!of.quit).then_some(today);
    dates.filing = open.after.filed.then_some(today);
    let loans = match (of.service.kind.is_loan(), &of.service.disbursed) {
        (false, _) => LoanFact::NoLoan,
        (true, None) => LoanFact::Awaited,
        (true, Some(_)) => LoanFact::Arrived,
    };
    let facts = ServiceFacts::default()
        .with_mode(of.mode)
        .with_dates(dates)
        .with_house_unpaid(Money::ZERO)
        .with_fees_unpaid(Money::ZERO)
        .with_overdue(Money::ZERO)
        .with_area_settled(true)
        .with_loans(loans)
        .with_supervised_account(desk::SUPERVISED)
        .with_title_ready(true)
        .with_quit_agreed(of.quit || pending(StockLock::QuitPending))
        .with_change_agreed(pending(StockLock::ChangeNamePending))
        .with_loan_returned(gone && of.service.disbursed.is_some());
    ServiceContext::new(desk::now(), desk::PERSON)
        .with_roles(vec!["service_officer".into()])
        .with_facts(facts)
}

/// The acts of a move, with all that belongs to them. There are several where an amount can differ.
pub(crate) fn acts(
    definition: &ServiceDefinition,
    service: &Service,
    of: &ServiceMove,
) -> Vec<ServiceAct> {
    let on = desk::today();
    let reason = || Some("原因".into());
    let code = || of.code.clone().expect("a move that names a step or a branch");
    let is_loan = service.kind.is_loan();
    match of.action {
        ServiceAction::Start => vec![ServiceAct::Start {
            on,
            unit_no: Some(desk::unit_no(0)),
            buyers: vec![ServiceBuyer::Resident],
            bank: is_loan.then(|| BANKS[0].into()),
            amount: is_loan.then(|| desk::read(LOAN)),
            replaces: None,
            months: None,
        }],
        ServiceAction::DoStep => step(definition, service, &code()),
        ServiceAction::Back => vec![ServiceAct::Back { step: code(), reason: reason() }],
        ServiceAction::TakeBranch => {
            let branch = definition.branch(&code()).expect("a branch of the machine");
            let needs = |guard| branch.requires.contains(&guard);
            let does = matches!(branch.leads, BranchLead::Does { .. });
            let named = needs(ServiceGuard::DocumentsNamed);
            vec![ServiceAct::TakeBranch {
                branch: code(),
                on,
                amount: does.then(|| desk::read(LESS)),
                bank: needs(ServiceGuard::OtherBank).then(|| BANKS[1].into()),
                documents: if named { vec!["id_card".into()] } else { Vec::new() },
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
        // A promise changes a day, which no guard looks at.
        ServiceAction::Promise => Vec::new(),
        ServiceAction::NoteWaiting => {
            vec![ServiceAct::NoteWaiting { waiting_for: LoanWaiting::Quota }]
        }
        ServiceAction::FinishTodo => {
            service.todos.iter().map(|todo| ServiceAct::FinishTodo { todo: todo.id }).collect()
        }
        other => panic!("say here how {other:?} is done"),
    }
}

/// A step, with all that it takes; the bank pays what it approved, or a fen less.
fn step(definition: &ServiceDefinition, service: &Service, code: &str) -> Vec<ServiceAct> {
    let step = definition.step(code).expect("a step of the machine");
    let takes = |field| step.takes.contains(&field);
    let paid = takes(StepField::Disbursed);
    let amounts: Vec<Option<Money>> = match service.approved {
        _ if takes(StepField::Approved) => vec![Some(desk::read(LOAN))],
        Some(approved) if paid => {
            vec![Some(approved), approved.checked_sub(Money::from_fen(1))]
        }
        _ => vec![None],
    };
    let act = |amount| ServiceAct::DoStep {
        step: step.code.clone(),
        on: desk::today(),
        number: takes(StepField::Number).then(|| "深备2026001".into()),
        amount,
        bank: paid.then(|| BANKS[0].into()),
        account: paid.then(|| desk::SUPERVISED.into()),
    };
    amounts.into_iter().map(act).collect()
}

/// Forgets what no decision looks at: how many events there were, what was done when and by whom.
pub(crate) fn forget(service: &mut Service) {
    service.version = 0;
    service.promised.clear();
    service.keys.clear();
    let mut id = 0;
    for todo in &mut service.todos {
        id += 1;
        todo.id = id;
    }
    service.version = id;
    service.documents.sort_by(|a, b| a.document.cmp(&b.document));
}

/// Every step was done and done again, every branch taken.
pub(crate) fn every_step_and_branch(
    definition: &ServiceDefinition,
    moves: &BTreeSet<ServiceMove>,
) -> Result<(), String> {
    let steps = definition.steps.iter().flat_map(|step| {
        let of = |action| ServiceMove::new(action).with_code(step.code.clone());
        [of(ServiceAction::DoStep), of(ServiceAction::Back)]
    });
    let branches = definition.branches.iter();
    let branches = branches
        .map(|branch| ServiceMove::new(ServiceAction::TakeBranch).with_code(branch.code.clone()));
    let never: Vec<String> = steps
        .chain(branches)
        .filter(|one| !moves.contains(one))
        .map(|one| format!("{:?} {:?} was never done", one.action, one.code))
        .collect();
    if never.is_empty() { Ok(()) } else { Err(never.join("\n")) }
}
