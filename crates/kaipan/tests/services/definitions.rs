//! Machines that can be, and machines that cannot.

use kaipan::deal::SaleMode;
use kaipan::error::{Code, Error};
use kaipan::service::{
    BranchLead, BranchTodo, DayKind, PlannedFrom, ServiceBranch, ServiceDefinition, ServiceGuard,
    ServiceKind, ServiceState, ServiceTodoKind,
};

#[test]
fn presets_can_be_and_differ_by_mode_in_the_days_of_the_title_alone() {
    for kind in ServiceKind::ALL {
        let [presale, completed] = [SaleMode::Presale, SaleMode::Completed]
            .map(|mode| ServiceDefinition::preset_in(kind, mode));
        presale.check().unwrap();
        completed.check().unwrap();
        assert_eq!(presale != completed, kind == ServiceKind::Title);
        let codes = |of: &ServiceDefinition| -> Vec<String> {
            of.steps.iter().map(|step| step.code.to_string()).collect()
        };
        assert_eq!(codes(&presale), codes(&completed));
    }
}

/// What is told of the mortgage after a change, each with its place.
fn told(change: impl FnOnce(&mut ServiceDefinition)) -> Vec<(Code, String)> {
    let mut definition = ServiceDefinition::preset(ServiceKind::Mortgage);
    change(&mut definition);
    let error = definition.check().unwrap_err();
    let all = std::iter::once(&error).chain(error.others());
    all.map(|error: &Error| (error.code(), error.path())).collect()
}

fn one(change: impl FnOnce(&mut ServiceDefinition)) -> (Code, String) {
    let mut all = told(change);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

fn at(code: Code, path: &str) -> (Code, String) {
    (code, path.to_owned())
}

#[test]
fn steps_that_cannot_be_are_refused() {
    let unknown = at(Code::ServiceCodeUnknown, "/steps/2/from/step");
    assert_eq!(one(|of| of.steps[2].from = PlannedFrom::step("disbursed")), unknown);
    let unknown = at(Code::ServiceCodeUnknown, "/steps/3/not_before/step");
    assert_eq!(one(|of| of.steps[3].not_before = Some(PlannedFrom::step("paid"))), unknown);
    let blank = |of: &mut ServiceDefinition| {
        of.steps[0].code = " ".into();
        of.branches.clear();
    };
    assert_eq!(one(blank), at(Code::ServiceBlank, "/steps/0/code"));
    let days = at(Code::ServiceDays, "/steps/0/days");
    assert_eq!(one(|of| of.steps[0].days = 3_661), days);
    assert_eq!(one(|of| of.steps[0].days = i32::MIN), days);
    let working = |of: &mut ServiceDefinition| {
        (of.steps[0].days, of.steps[0].day_kind) = (-1, DayKind::Working);
    };
    assert_eq!(one(working), days);
    let built_in = |of: &mut ServiceDefinition| of.steps[1].requires.push(ServiceGuard::MayAct);
    assert_eq!(one(built_in), at(Code::ServiceGuardBuiltIn, "/steps/1/requires/1"));
    let built_in = |of: &mut ServiceDefinition| of.requires.push(ServiceGuard::FieldsGiven);
    assert_eq!(one(built_in), at(Code::ServiceGuardBuiltIn, "/requires/1"));
}

#[test]
fn branches_and_documents_that_cannot_be_are_refused() {
    let twice = |of: &mut ServiceDefinition| of.branches[0].code = "approved".into();
    assert_eq!(one(twice), at(Code::ServiceCodeTwice, "/branches/0/code"));
    let after = |of: &mut ServiceDefinition| of.branches[0].after.push("aproved".into());
    assert_eq!(one(after), at(Code::ServiceCodeUnknown, "/branches/0/after/1"));
    let within = |of: &mut ServiceDefinition| of.branches[0].within.push("refuse".into());
    assert_eq!(one(within), at(Code::ServiceCodeUnknown, "/branches/0/within/0"));
    let within = |of: &mut ServiceDefinition| of.branches[0].within.push("quit".into());
    assert_eq!(one(within), at(Code::ServiceLead, "/branches/0/within/0"));
    let nowhere = |of: &mut ServiceDefinition| of.branches[0].after.clear();
    assert_eq!(one(nowhere), at(Code::ServiceLead, "/branches/0"));
    let returns = |of: &mut ServiceDefinition| {
        of.branches[0].leads = BranchLead::Returns { after: Some("refused".into()) };
    };
    assert_eq!(one(returns), at(Code::ServiceCodeUnknown, "/branches/0/leads/after"));
    let does = |of: &mut ServiceDefinition| of.branches[1].leads = BranchLead::does("disbursed");
    assert_eq!(one(does), at(Code::ServiceLead, "/branches/1/leads"));
    for state in [ServiceState::NotStarted, ServiceState::InProgress, ServiceState::Done] {
        let ends = |of: &mut ServiceDefinition| of.branches[0].leads = BranchLead::ends(state);
        assert_eq!(one(ends), at(Code::ServiceLead, "/branches/0/leads"));
    }
    let todo = |of: &mut ServiceDefinition| {
        of.branches[0].todo = Some(BranchTodo::new(ServiceTodoKind::Repair).with_days(9_999));
    };
    assert_eq!(one(todo), at(Code::ServiceDays, "/branches/0/todo/days"));
    let dead_end = |of: &mut ServiceDefinition| {
        of.branches.retain(|branch| !branch.anywhere);
        let leads = BranchLead::Waits { resumes: false };
        let lost = ServiceBranch::new("lost", "遗失", "lost", leads);
        of.branches.push(lost.with_after(vec!["documents".into()]));
    };
    assert_eq!(one(dead_end), at(Code::ServiceDeadEnd, "/branches/7/leads"));
    let document = |of: &mut ServiceDefinition| {
        let again = of.documents[0].documents[0].clone();
        of.documents[0].documents.push(again);
    };
    assert_eq!(one(document), at(Code::ServiceCodeTwice, "/documents/0/documents/5/code"));
    assert_eq!(told(|of| of.steps.clear())[0], at(Code::ServiceNoSteps, "/steps"));
}
