//! Whole histories: what is approved less, what is taken back, what is sent twice, what is replayed.

use crate::world::{acts, at, context, date, does, good_facts, new, rule, yuan};
use kaipan::error::Code;
use kaipan::money::{COMMERCIAL_LOAN, LedgerAccount};
use kaipan::service::{
    HandoverNotice, LoanFact, LoanWaiting, Service, ServiceAct, ServiceAction, ServiceCommand,
    ServiceDeciding, ServiceDefinition, ServiceEvent, ServiceKind, ServiceMove, ServiceRejection,
    ServiceRuling, ServiceState, ServiceTodoKind,
};

fn lower(on: &str, amount: &str) -> ServiceAct {
    ServiceAct::TakeBranch {
        branch: "lower_approval".into(),
        on: date(on),
        amount: amount.parse().ok(),
        bank: None,
        documents: Vec::new(),
        reason: None,
    }
}

fn pay(on: &str, amount: &str) -> ServiceAct {
    ServiceAct::DoStep {
        step: "disbursed".into(),
        on: date(on),
        number: None,
        amount: amount.parse().ok(),
        bank: Some("工行".into()),
        account: Some("监管户".into()),
    }
}

/// The bank approves 650,000 of 700,000: 50,000 are the buyer's, due ten days later.
#[test]
fn what_is_approved_less_is_a_receivable_of_the_buyer() {
    let mut loan = at(ServiceKind::Mortgage, &["loan_contract", "documents"]);
    let context = context(good_facts());
    let decision = does(&mut loan, &context, lower("2028-07-01", "650000"));
    assert!(decision.entries.is_empty(), "nothing has moved");
    assert_eq!(
        (loan.approved, loan.last_step().unwrap().step.as_str()),
        (Some(yuan("650000")), "approved")
    );
    let todo = &loan.todos[0];
    assert_eq!((todo.kind, todo.amount), (ServiceTodoKind::Shortfall, Some(yuan("50000"))));
    assert_eq!(todo.due, Some(date("2028-07-11")));
    assert_eq!(todo.id, loan.version, "the event that opened it");

    // The loan arrives while it is open: the money is taken, and the shortfall told.
    let decision = does(&mut loan, &context, pay("2028-07-01", "650000"));
    let told: Vec<Code> = decision.findings.iter().map(|one| one.code).collect();
    assert_eq!(told, [Code::ServiceShortfallOpen]);
    let [entry] = &decision.entries[..] else { panic!("one entry") };
    assert!(entry.is_balanced() && entry.deal.as_deref() == Some("D1"));
    assert_eq!(entry.legs[0].account, LedgerAccount::bank("监管户"));
    assert_eq!(
        (entry.legs[0].item.as_str(), entry.legs[0].amount),
        (COMMERCIAL_LOAN, yuan("-650000"))
    );
    assert_eq!((loan.state, loan.finished_on), (ServiceState::Done, Some(date("2028-07-01"))));

    // Taken back: the entry is mirrored, and the shortfall of the approval stays.
    let back = ServiceAct::Back { step: "disbursed".into(), reason: Some("录错".into()) };
    let mirrored = does(&mut loan, &context, back).entries;
    assert_eq!(mirrored[0].legs[0].amount, yuan("650000"));
    assert_eq!(
        (loan.state, loan.disbursed.is_none(), loan.todos.len()),
        (ServiceState::InProgress, true, 1)
    );
    let back = ServiceAct::Back { step: "approved".into(), reason: Some("录错".into()) };
    does(&mut loan, &context, back);
    assert_eq!((loan.approved, loan.todos.len()), (None, 0));
}

#[test]
fn what_is_paid_less_is_the_buyers_too_and_another_account_is_told() {
    let mut loan = at(ServiceKind::Mortgage, &["loan_contract", "documents", "approved"]);
    let mut other = pay("2028-07-01", "699999.99");
    if let ServiceAct::DoStep { account, .. } = &mut other {
        *account = Some("一般户".into());
    }
    let decision = does(&mut loan, &context(good_facts()), other);
    let told: Vec<Code> = decision.findings.iter().map(|one| one.code).collect();
    assert_eq!(told, [Code::ServiceAccountOther, Code::ServiceDisbursedLess]);
    assert_eq!(loan.todos[0].amount, Some(yuan("0.01")));
}

#[test]
fn documents_that_are_asked_for_again_send_the_service_back() {
    let mut loan = at(ServiceKind::Mortgage, &["loan_contract", "documents"]);
    let context = context(good_facts());
    let supplement = |documents: &[&str]| ServiceAct::TakeBranch {
        branch: "supplement".into(),
        on: date("2028-07-01"),
        amount: None,
        bank: None,
        documents: documents.iter().map(|one| (*one).into()).collect(),
        reason: None,
    };
    does(&mut loan, &context, supplement(&["income_proof", "bank_statements"]));
    assert_eq!(loan.last_step().unwrap().step, "loan_contract");
    assert_eq!(loan.todos[0].documents, ["income_proof", "bank_statements"]);
    let bring = |code: &str| ServiceAct::receive_documents(vec![code.into()], date("2028-07-01"));
    does(&mut loan, &context, bring("income_proof"));
    assert_eq!(loan.todos.len(), 1);
    does(&mut loan, &context, bring("bank_statements"));
    assert!(loan.todos.is_empty(), "all of it is there");
    does(&mut loan, &context, ServiceAct::do_step("documents", date("2028-07-01")));
}

#[test]
fn another_bank_closes_the_loan_and_leaves_a_to_do() {
    let mut loan = at(ServiceKind::Mortgage, &["loan_contract", "documents"]);
    let context = context(good_facts());
    does(&mut loan, &context, ServiceAct::take_branch("refused", date("2028-07-01")));
    assert_eq!(loan.todos[0].kind, ServiceTodoKind::DecideOnRefusal);
    let other = ServiceAct::TakeBranch {
        branch: "other_bank".into(),
        on: date("2028-07-01"),
        amount: None,
        bank: Some("建行".into()),
        documents: Vec::new(),
        reason: None,
    };
    does(&mut loan, &context, other);
    assert_eq!(loan.state, ServiceState::TransferredToOtherBank);
    let [todo] = &loan.todos.clone()[..] else { panic!("one to-do: {:?}", loan.todos) };
    assert_eq!(
        (todo.kind, todo.bank.as_deref()),
        (ServiceTodoKind::StartAtOtherBank, Some("建行"))
    );
    does(&mut loan, &context, ServiceAct::finish_todo(todo.id));
    assert!(loan.todos.is_empty());
}

#[test]
fn the_notice_of_handover_follows_from_what_is_lacking() {
    let mut facts = good_facts();
    facts.loans = Some(LoanFact::Awaited);
    let mut handover = at(ServiceKind::Handover, &[]);
    does(&mut handover, &context(facts), ServiceAct::do_step("notice", date("2028-07-01")));
    assert_eq!(handover.done("notice").unwrap().notice, Some(HandoverNotice::LoanAwaited));
}

#[test]
fn a_command_that_is_sent_twice_is_carried_out_once() {
    let context = context(good_facts());
    let mut filing = new(ServiceKind::Filing);
    let start = ServiceCommand::new(ServiceAct::start(date("2028-07-01"))).with_key("K1");
    let decide = |service: &Service, command: &ServiceCommand| {
        ServiceDeciding::new(service, &context).expected_version(0).decide(command)
    };
    let ServiceRuling::Accepted { decision } = decide(&filing, &start).unwrap() else { panic!() };
    for event in &decision.events {
        filing.apply(event).unwrap();
    }
    // The version is another by now, and the same command is no conflict.
    let ServiceRuling::Accepted { decision } = decide(&filing, &start).unwrap() else { panic!() };
    assert!(decision.repeated && decision.events.is_empty() && decision.entries.is_empty());
    let other = ServiceCommand::new(ServiceAct::cancel(date("2028-07-01"))).with_key("K1");
    let error = decide(&filing, &other).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), (Code::ServiceKeyReused, "/command/key"));
    let stale =
        decide(&filing, &ServiceCommand::new(ServiceAct::start(date("2028-07-01")))).unwrap();
    let ServiceRuling::Rejected { rejection: ServiceRejection::Stale { stream } } = stale else {
        panic!("{stale:?}")
    };
    assert_eq!((stream.expected, stream.found), (0, 1));
}

/// A whole loan with a promise and a note, replayed at every moment.
#[test]
fn every_moment_of_a_history_can_be_replayed() {
    let definition = ServiceDefinition::preset(ServiceKind::FundLoan);
    let (mut loan, mut events) = (new(ServiceKind::FundLoan), Vec::<ServiceEvent>::new());
    let mut states = vec![loan.clone()];
    let mut minute = 0;
    let mut go = |act: ServiceAct| {
        let mut context = context(good_facts());
        context.now = format!("2028-07-01T10:{minute:02}:00").parse().unwrap();
        minute += 1;
        let decision = does(&mut loan, &context, act);
        events.extend(decision.events);
        states.push(loan.clone());
        loan.clone()
    };
    let act = |service: &Service, action: ServiceAction, code: Option<&str>| {
        let mut of = ServiceMove::new(action);
        of.code = code.map(Into::into);
        acts(&definition, service, &of).remove(0)
    };
    let mut now = go(act(&new(ServiceKind::FundLoan), ServiceAction::Start, None));
    now = go(act(&now, ServiceAction::ReceiveDocuments, None));
    now = go(act(&now, ServiceAction::Promise, Some("approved")));
    for step in &definition.steps {
        now = go(act(&now, ServiceAction::DoStep, Some(&step.code)));
        if step.code == "mortgage_registered" {
            now = go(ServiceAct::NoteWaiting { waiting_for: LoanWaiting::Disbursement });
        }
    }
    assert_eq!((now.state, now.waiting_for), (ServiceState::Done, None));
    let replay = |events: &[ServiceEvent], until: Option<&str>| {
        let until = until.map(|until| until.parse().unwrap());
        Service::replay("S1".into(), "D1".into(), ServiceKind::FundLoan, events, until)
    };
    for (minute, state) in states.iter().skip(1).enumerate() {
        let until = format!("2028-07-01T10:{minute:02}:30");
        assert_eq!(&replay(&events, Some(&until)).unwrap(), state);
    }
    // What is no history of it.
    let code = |events: &[ServiceEvent]| replay(events, None).unwrap_err().code();
    assert_eq!(code(&events[1..]), Code::DealEventOrder);
    let mut foreign = events.clone();
    foreign[0].service = "S2".into();
    assert_eq!(code(&foreign), Code::DealForeignEvent);
    let mut later = events.clone();
    later[2].schema = Some(2);
    assert_eq!(code(&later), Code::EventSchema);
    let other = Service::replay("S1".into(), "D2".into(), ServiceKind::FundLoan, &events, None);
    assert_eq!(other.unwrap_err().code(), Code::ServiceOtherKind);
}

#[test]
fn a_definition_that_does_not_fit_is_refused() {
    let loan = at(ServiceKind::Mortgage, &["loan_contract", "documents"]);
    let context = context(good_facts());
    let decide = |definition: &ServiceDefinition| {
        let act = ServiceCommand::new(ServiceAct::do_step("approved", date("2028-07-01")));
        let deciding = ServiceDeciding::new(&loan, &context).definition(definition);
        let error = deciding.decide(&act).unwrap_err();
        (error.code(), error.path())
    };
    let fund = ServiceDefinition::preset(ServiceKind::FundLoan);
    assert_eq!(decide(&fund), (Code::ServiceOtherKind, "/definition/kind".into()));
    let mut other = ServiceDefinition::preset(ServiceKind::Mortgage);
    other.steps.remove(0);
    other.branches.clear();
    assert_eq!(decide(&other), (Code::ServiceStepsDiffer, "/service/steps/0".into()));
    let mut dead = ServiceDefinition::preset(ServiceKind::Mortgage);
    let kept = ["refused", "supplement"];
    dead.branches.retain(|branch| kept.contains(&branch.code.as_str()));
    assert_eq!(decide(&dead), (Code::ServiceDeadEnd, "/definition/branches/1/leads".into()));
    let ruling = rule(&loan, &context, ServiceAct::do_step("approved", date("2028-07-01")));
    assert!(matches!(ruling, ServiceRuling::Rejected { .. }));
}
