//! Inputs that cannot be, whatever the machine says: they are errors, not rejections.

use super::ServiceDeciding;
use crate::Text;
use crate::check::Must;
use crate::error::{Code, Error, Input, Result};
use crate::number::Money;
use crate::payment::loan::no_term;
use crate::service::{BranchLead, Service, ServiceAct, ServiceDefinition, ServiceGuard, StepField};

impl ServiceDefinition {
    /// It is of the kind of a service, and its first steps are those that were done.
    pub(in crate::service) fn fits(&self, service: &Service) -> Result<()> {
        if self.kind != service.kind {
            let error = Error::new(Code::ServiceOtherKind).with("service", &service.id);
            let error = error.with("found", self.kind.english()).with("deal", &service.deal);
            let error = error.with("found_zh", self.kind.chinese());
            return Err(error.at("kind").within(Input::Definition));
        }
        let mut codes = self.steps.iter().map(|step| &step.code);
        for (at, done) in service.steps.iter().enumerate() {
            let next = codes.next();
            if next != Some(&done.step) {
                let error = Error::new(Code::ServiceStepsDiffer).with("step", &done.step);
                let error = error.with("service", &service.id).at(at).at("steps");
                return Err(error.within(Input::Service));
            }
        }
        let branch = service.branch.as_ref().filter(|one| self.branch(&one.branch).is_none());
        if let Some(branch) = branch {
            let known = self.branches.iter().map(|one| one.code.as_str());
            let error = Error::new(Code::ServiceCodeUnknown).with("code", &branch.branch);
            let error = error.with_nearest(known, &branch.branch);
            return Err(error.at("branch").at("branch").within(Input::Service));
        }
        Ok(())
    }
}

impl ServiceDeciding<'_> {
    /// Fields that the act does not take, amounts that are not above zero, codes that point nowhere.
    pub(super) fn check(&self, definition: &ServiceDefinition, act: &ServiceAct) -> Result<()> {
        let mut errors = Vec::new();
        let mut unused = |is_given: bool, is_taken: bool, field: &'static str| {
            if is_given && !is_taken {
                let error = Error::new(Code::ServiceFieldUnused).with("field", field);
                let error = error.with("action", act.action().english());
                errors.push(error.with("action_zh", act.action().chinese()).at(field));
            }
        };
        match act {
            ServiceAct::Start { bank, amount, months, replaces, .. } => {
                let is_loan = self.service.kind.is_loan();
                unused(bank.is_some(), is_loan, "bank");
                unused(amount.is_some(), is_loan, "amount");
                unused(months.is_some(), is_loan, "months");
                unused(replaces.is_some(), is_loan, "replaces");
                errors.extend(not_above_zero(*amount));
                errors.extend(months.and_then(no_term));
            }
            ServiceAct::DoStep { step, number, amount, bank, account, .. } => {
                if let Some(step) = definition.step(step) {
                    let takes = |field: StepField| step.takes.contains(&field);
                    let (approved, paid) =
                        (takes(StepField::Approved), takes(StepField::Disbursed));
                    unused(number.is_some(), takes(StepField::Number), "number");
                    unused(amount.is_some(), approved || paid, "amount");
                    unused(bank.is_some(), paid, "bank");
                    unused(account.is_some(), paid, "account");
                } else {
                    let known = definition.steps.iter().map(|step| step.code.as_str());
                    errors.push(unknown(step, known).at("step"));
                }
                errors.extend(not_above_zero(*amount));
            }
            ServiceAct::TakeBranch { branch, amount, bank, documents, .. } => {
                if let Some(branch) = definition.branch(branch) {
                    let needs = |guard| branch.requires.contains(&guard);
                    let does = matches!(&branch.leads, BranchLead::Does { step }
                        if definition.step(step).is_some_and(|step| step.takes.contains(&StepField::Approved)));
                    unused(amount.is_some(), does, "amount");
                    unused(bank.is_some(), needs(ServiceGuard::OtherBank), "bank");
                    unused(!documents.is_empty(), needs(ServiceGuard::DocumentsNamed), "documents");
                } else {
                    let known = definition.branches.iter().map(|branch| branch.code.as_str());
                    errors.push(unknown(branch, known).at("branch"));
                }
                errors.extend(not_above_zero(*amount));
                errors.extend(unknown_documents(definition, documents));
            }
            ServiceAct::ReceiveDocuments { documents, .. } => {
                if documents.is_empty() {
                    let error = Error::new(Code::ServiceBlank).with("field", "documents");
                    errors.push(error.at("documents"));
                }
                errors.extend(unknown_documents(definition, documents));
            }
            ServiceAct::Back { step, .. } | ServiceAct::Promise { step, .. }
                if definition.step(step).is_none() =>
            {
                let known = definition.steps.iter().map(|step| step.code.as_str());
                errors.push(unknown(step, known).at("step"));
            }
            _ => {}
        }
        let placed = errors.into_iter().map(|error| error.at("act").within(Input::Command));
        Error::collect(placed.collect())
    }
}

fn unknown<'a>(code: &str, known: impl IntoIterator<Item = &'a str>) -> Error {
    Error::new(Code::ServiceCodeUnknown).with("code", code).with_nearest(known, code)
}

fn unknown_documents(definition: &ServiceDefinition, documents: &[Text]) -> Vec<Error> {
    let known = || {
        let documents = definition.documents.iter().flat_map(|row| &row.documents);
        documents.map(|document| document.code.as_str())
    };
    let wrong = documents.iter().enumerate().filter(|(_, code)| !definition.knows_document(code));
    let wrong = wrong.map(|(at, code)| {
        let error = Error::new(Code::ServiceDocumentUnknown).with("code", code);
        error.with_nearest(known(), code).at(at).at("documents")
    });
    wrong.collect()
}

fn not_above_zero(amount: Option<Money>) -> Option<Error> {
    Must::BePositive.refused(Code::ServiceAmount, "amount", amount?)
}
