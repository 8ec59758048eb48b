//! Every guard by itself: what it needs, and what it lets through.

use crate::world::{acts, at, context, date, facts_of, good_facts, lacks, new, rule, yuan};
use kaipan::deal::SaleMode;
use kaipan::error::{Code, Lang};
use kaipan::service::{
    LoanFact, Service, ServiceAct, ServiceAction, ServiceBuyer, ServiceCommand, ServiceDeciding,
    ServiceDefinition, ServiceFacts, ServiceGuard, ServiceKind, ServiceMove, ServiceRejection,
    ServiceRuling,
};
use std::collections::BTreeSet;

/// The facts with one taken away, and with one that is not as it should be.
fn spoiled(guard: ServiceGuard, act: &ServiceAct) -> Option<[ServiceFacts; 2]> {
    let mut facts = [facts_of(act), facts_of(act)];
    let [absent, bad] = &mut facts;
    let late = Some(date("2028-07-02"));
    let owed = Some(yuan("0.01"));
    match guard {
        ServiceGuard::ContractSigned => (absent.dates.signing, bad.dates.signing) = (None, late),
        ServiceGuard::ContractFiled => (absent.dates.filing, bad.dates.filing) = (None, late),
        ServiceGuard::CompletionFiled => {
            (absent.dates.completion_filed, bad.dates.completion_filed) = (None, late);
        }
        ServiceGuard::PayOutPoint => (absent.dates.pay_out, bad.dates.pay_out) = (None, late),
        ServiceGuard::HousePaid => (absent.house_unpaid, bad.house_unpaid) = (None, owed),
        ServiceGuard::FeesPaid => (absent.fees_unpaid, bad.fees_unpaid) = (None, owed),
        ServiceGuard::NothingOverdue => (absent.overdue, bad.overdue) = (None, owed),
        ServiceGuard::AreaSettled => (absent.area_settled, bad.area_settled) = (None, Some(false)),
        ServiceGuard::LoanArrived => {
            (absent.loans, bad.loans) = (None, Some(LoanFact::Awaited));
        }
        ServiceGuard::TitleReady => (absent.mode, bad.title_ready) = (None, Some(false)),
        ServiceGuard::QuitAgreed => (absent.quit_agreed, bad.quit_agreed) = (None, Some(false)),
        ServiceGuard::ChangeAgreed => {
            (absent.change_agreed, bad.change_agreed) = (None, Some(false));
        }
        _ => return None,
    }
    Some(facts)
}

/// Every place where a definition names a guard: the service there, and the act.
fn places(definition: &ServiceDefinition) -> Vec<(Service, ServiceAct, ServiceGuard)> {
    let mut places = Vec::new();
    let mut add = |service: Service, of: ServiceMove, guards: &[ServiceGuard]| {
        let act = acts(definition, &service, &of).remove(0);
        places.extend(guards.iter().map(|guard| (service.clone(), act.clone(), *guard)));
    };
    add(new(definition.kind), ServiceMove::new(ServiceAction::Start), &definition.requires);
    let codes: Vec<&str> = definition.steps.iter().map(|step| step.code.as_str()).collect();
    for (done, step) in definition.steps.iter().enumerate() {
        let of = ServiceMove::new(ServiceAction::DoStep).with_code(step.code.clone());
        add(at(definition.kind, &codes[..done]), of, &step.requires);
    }
    for branch in &definition.branches {
        let of = ServiceMove::new(ServiceAction::TakeBranch).with_code(branch.code.clone());
        let here = (0..=codes.len()).map(|done| at(definition.kind, &codes[..done]));
        if let Some(service) = here.into_iter().find(|one| definition.moves(one).contains(&of)) {
            add(service, of, &branch.requires);
        }
    }
    places
}

#[test]
fn every_condition_of_a_definition_stops_what_it_stands_at_and_nothing_else_does() {
    let mut seen = BTreeSet::new();
    for kind in ServiceKind::ALL {
        for (service, act, guard) in places(&ServiceDefinition::preset(kind)) {
            let Some(facts) = spoiled(guard, &act) else { continue };
            seen.insert(guard);
            let good = rule(&service, &context(facts_of(&act)), act.clone());
            assert!(matches!(good, ServiceRuling::Accepted { .. }), "{good:?}");
            for facts in facts {
                assert_eq!(lacks(&service, &context(facts), act.clone()), [guard]);
            }
        }
    }
    assert_eq!(seen.len(), 12, "{seen:?}");
}

#[test]
fn a_presale_home_is_handed_over_without_its_title() {
    let handover = at(ServiceKind::Handover, &["notice", "inspected"]);
    let act = || ServiceAct::do_step("handed_over", date("2028-07-01"));
    let mut facts = good_facts();
    facts.title_ready = Some(false);
    assert_eq!(lacks(&handover, &context(facts.clone()), act()), [ServiceGuard::TitleReady]);
    facts.title_ready = None;
    assert_eq!(lacks(&handover, &context(facts.clone()), act()), [ServiceGuard::TitleReady]);
    facts.mode = Some(SaleMode::Presale);
    let ruling = rule(&handover, &context(facts), act());
    assert!(matches!(ruling, ServiceRuling::Accepted { .. }));
}

#[test]
fn all_that_is_lacking_is_named_at_once() {
    let handover = at(ServiceKind::Handover, &["notice", "inspected"]);
    let act = ServiceAct::do_step("handed_over", date("2028-07-01"));
    let context = context(ServiceFacts::default()).with_roles(vec!["sales_agent".into()]);
    let expected = [
        ServiceGuard::MayAct,
        ServiceGuard::HousePaid,
        ServiceGuard::LoanArrived,
        ServiceGuard::AreaSettled,
        ServiceGuard::FeesPaid,
        ServiceGuard::NothingOverdue,
        ServiceGuard::TitleReady,
    ];
    assert_eq!(lacks(&handover, &context, act), expected);
}

#[test]
fn documents_follow_the_kinds_of_buyers() {
    let mortgage = ServiceDefinition::preset(ServiceKind::Mortgage);
    let codes = |buyers: &[ServiceBuyer]| -> Vec<String> {
        mortgage.documents_of(buyers).iter().map(|one| one.code.to_string()).collect()
    };
    let for_all =
        ["id_card", "contract", "down_payment_receipt", "income_proof", "bank_statements"];
    assert_eq!(codes(&[]), for_all);
    let married = codes(&[ServiceBuyer::Married, ServiceBuyer::Resident]);
    assert_eq!(married[5..], ["household_register", "marriage_certificate", "spouse_id_card"]);
    assert_eq!(
        codes(&[ServiceBuyer::Company])[5..],
        ["business_licence", "representative", "resolution"]
    );
    // Until the last document is there, exactly those that are lacking are named.
    let mut service = at(ServiceKind::Mortgage, &["loan_contract"]);
    service.buyers = vec![ServiceBuyer::Married];
    let act = ServiceAct::do_step("documents", date("2028-07-01"));
    let ruling = rule(&service, &context(good_facts()), act);
    let ServiceRuling::Rejected { rejection: ServiceRejection::GuardsNotMet { guards } } = ruling
    else {
        panic!("{ruling:?}")
    };
    let missing: Vec<&str> = guards[0].missing.iter().map(|one| one.code.as_str()).collect();
    assert_eq!(missing, ["marriage_certificate", "spouse_id_card"]);
    assert_eq!(guards[0].message(Lang::Zh), "须资料齐全：缺“结婚证”、“配偶身份证件”");
}

#[test]
fn days_amounts_banks_and_reasons_are_looked_at() {
    let context = context(good_facts());
    let approved = at(ServiceKind::Mortgage, &["loan_contract", "documents", "approved"]);
    let pay = |on: &str, amount: &str, bank: &str| ServiceAct::DoStep {
        step: "disbursed".into(),
        on: date(on),
        number: None,
        amount: amount.parse().ok(),
        bank: Some(bank.into()),
        account: Some("监管户".into()),
    };
    let lacks = |act| lacks(&approved, &context, act);
    assert_eq!(lacks(pay("2028-07-02", "700000", "工行")), [ServiceGuard::DayNotAhead]);
    assert_eq!(lacks(pay("2028-06-30", "700000", "工行")), [ServiceGuard::DayInOrder]);
    assert_eq!(lacks(pay("2028-07-01", "700000.01", "工行")), [ServiceGuard::WithinApproved]);
    assert_eq!(lacks(pay("2028-07-01", "700000", "建行")), [ServiceGuard::BankAgrees]);
    assert_eq!(lacks(pay("2028-07-01", "", "工行")), [ServiceGuard::FieldsGiven]);
    let back = ServiceAct::Back { step: "approved".into(), reason: Some(" ".into()) };
    assert_eq!(lacks(back), [ServiceGuard::ReasonGiven]);
    assert_eq!(lacks(ServiceAct::cancel(date("2028-07-01"))), [ServiceGuard::ReasonGiven]);
    let same_bank = ServiceAct::TakeBranch {
        branch: "other_bank".into(),
        on: date("2028-07-01"),
        amount: None,
        bank: Some("工行".into()),
        documents: Vec::new(),
        reason: None,
    };
    assert_eq!(lacks(same_bank), [ServiceGuard::OtherBank]);

    let review = at(ServiceKind::Mortgage, &["loan_contract", "documents"]);
    let approve = |amount: &str| ServiceAct::DoStep {
        step: "approved".into(),
        on: date("2028-07-01"),
        number: None,
        amount: amount.parse().ok(),
        bank: None,
        account: None,
    };
    let lacks = |act| crate::world::lacks(&review, &context, act);
    assert_eq!(lacks(approve("699999.99")), [ServiceGuard::ApprovedInFull]);
    assert_eq!(lacks(approve("700000.01")), [ServiceGuard::WithinApplied]);
    let lower = |amount: &str, documents: Vec<kaipan::Text>| ServiceAct::TakeBranch {
        branch: if documents.is_empty() { "lower_approval" } else { "supplement" }.into(),
        on: date("2028-07-01"),
        amount: amount.parse().ok(),
        bank: None,
        documents,
        reason: None,
    };
    assert_eq!(lacks(lower("700000", Vec::new())), [ServiceGuard::ApprovedLess]);
    // What a move does not take, and what cannot be, is an error and no rejection.
    let error = |service: &Service, act| {
        let error =
            ServiceDeciding::new(service, &context).decide(&ServiceCommand::new(act)).unwrap_err();
        (error.code(), error.path())
    };
    let unused = (Code::ServiceFieldUnused, "/command/act/amount".to_owned());
    assert_eq!(error(&review, lower("1", vec!["id_card".into()])), unused);
    let unknown = (Code::ServiceDocumentUnknown, "/command/act/documents/0".to_owned());
    assert_eq!(error(&review, lower("", vec!["idcard".into()])), unknown);
    assert_eq!(error(&review, approve("0")), (Code::ServiceAmount, "/command/act/amount".into()));
    let step = ServiceAct::do_step("aproved", date("2028-07-01"));
    assert_eq!(error(&review, step), (Code::ServiceCodeUnknown, "/command/act/step".into()));
}

#[test]
fn a_loan_that_is_paid_out_goes_back_to_the_bank_before_the_buyer_quits() {
    let paid = at(ServiceKind::Mortgage, &["loan_contract", "documents", "approved", "disbursed"]);
    let quit = || ServiceAct::take_branch("quit", date("2028-07-01"));
    let mut facts = facts_of(&quit());
    facts.loan_returned = None;
    assert_eq!(lacks(&paid, &context(facts.clone()), quit()), [ServiceGuard::LoanNotOut]);
    facts.loan_returned = Some(false);
    assert_eq!(lacks(&paid, &context(facts.clone()), quit()), [ServiceGuard::LoanNotOut]);
    let approved = at(ServiceKind::Mortgage, &["loan_contract", "documents", "approved"]);
    assert!(matches!(rule(&approved, &context(facts), quit()), ServiceRuling::Accepted { .. }));
}

/// The seller returns a loan by the settlement of the quit. Its entry is mirrored by that, and no
/// second time.
#[test]
fn no_loan_comes_or_goes_for_a_deal_that_ends() {
    let approved = at(ServiceKind::Mortgage, &["loan_contract", "documents", "approved"]);
    let pay = ServiceAct::DoStep {
        step: "disbursed".into(),
        on: date("2028-07-01"),
        number: None,
        amount: Some(yuan("700000")),
        bank: Some("工行".into()),
        account: Some("监管户".into()),
    };
    let ends = good_facts().with_quit_agreed(true).with_loan_returned(true);
    assert_eq!(lacks(&approved, &context(ends.clone()), pay), [ServiceGuard::QuitNotAgreed]);

    let paid = at(ServiceKind::Mortgage, &["loan_contract", "documents", "approved", "disbursed"]);
    let back = || ServiceAct::Back { step: "disbursed".into(), reason: Some("录错".into()) };
    assert_eq!(lacks(&paid, &context(ends.clone()), back()), [ServiceGuard::LoanStays]);
    // It is about to go back: the settlement of the quit counts on it.
    let agreed = good_facts().with_quit_agreed(true);
    assert_eq!(lacks(&paid, &context(agreed), back()), [ServiceGuard::LoanStays]);
    let good = rule(&paid, &context(good_facts()), back());
    assert!(matches!(good, ServiceRuling::Accepted { .. }));

    // A house's own branch that sends a paid loan back to its beginning mirrors the entry too.
    let mut machine = ServiceDefinition::preset(ServiceKind::Mortgage);
    let again = machine.branches.iter_mut().find(|branch| branch.code == "resubmitted").unwrap();
    again.after = vec!["disbursed".into()];
    let act = ServiceCommand::new(ServiceAct::take_branch("resubmitted", date("2028-07-01")));
    let decide = |facts: &ServiceFacts| {
        let context = context(facts.clone());
        ServiceDeciding::new(&paid, &context).definition(&machine).decide(&act).unwrap()
    };
    let ServiceRuling::Rejected { rejection: ServiceRejection::GuardsNotMet { guards } } =
        decide(&ends)
    else {
        panic!("a loan that went back is mirrored")
    };
    assert_eq!(guards[0].guard, ServiceGuard::LoanStays);
    let ServiceRuling::Accepted { decision } = decide(&good_facts()) else {
        panic!("a loan that was paid is sent back")
    };
    assert_eq!(decision.entries.len(), 1);
}

#[test]
fn words_of_guards_are_there_once() {
    let words = |of: fn(ServiceGuard) -> &'static str| -> usize {
        ServiceGuard::ALL.iter().map(|guard| of(*guard)).collect::<BTreeSet<_>>().len()
    };
    let all = ServiceGuard::ALL.len();
    assert_eq!([words(ServiceGuard::chinese), words(ServiceGuard::english)], [all, all]);
}
