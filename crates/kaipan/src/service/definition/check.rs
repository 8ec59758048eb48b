//! Definitions that cannot be.

use super::{BranchLead, DayKind, PlannedFrom, ServiceBranch, ServiceDefinition};
use crate::check::{blank, with_repeats};
use crate::error::{Code, Error, Result};

/// More days than these are no plan.
const MOST_DAYS: u32 = 3_660;

impl ServiceDefinition {
    /// Whether it can be: it has steps, every code is there once, what is named exists, branches lead
    /// somewhere, and no branch is a dead end.
    ///
    /// # Errors
    /// [`Code::ServiceNoSteps`], [`Code::ServiceBlank`], [`Code::ServiceCodeTwice`],
    /// [`Code::ServiceCodeUnknown`], [`Code::ServiceDays`], [`Code::ServiceLead`],
    /// [`Code::ServiceDeadEnd`], [`Code::ServiceGuardBuiltIn`], each at its place in the definition.
    pub fn check(&self) -> Result<()> {
        let mut errors = Vec::new();
        if self.steps.is_empty() {
            errors.push(Error::new(Code::ServiceNoSteps).at("steps"));
        }
        errors.extend(self.codes());
        for (at, step) in self.steps.iter().enumerate() {
            let of_step = self.of_step(at);
            errors.extend(of_step.into_iter().map(|error| error.at(at).at("steps")));
            errors.extend(built_in(&step.requires).map(|error| error.at(at).at("steps")));
        }
        errors.extend(built_in(&self.requires));
        for (at, branch) in self.branches.iter().enumerate() {
            let of_branch = self.of_branch(branch);
            errors.extend(of_branch.into_iter().map(|error| error.at(at).at("branches")));
            errors.extend(built_in(&branch.requires).map(|error| error.at(at).at("branches")));
        }
        for (at, row) in self.documents.iter().enumerate() {
            for (place, document, again) in with_repeats(&row.documents, |one| &one.code) {
                let error = again.map(|first| twice(&document.code, first));
                let error = error.or_else(|| blank(Code::ServiceBlank, "code", &document.code));
                let place = |error: Error| error.at(place).at("documents").at(at).at("documents");
                errors.extend(error.map(place));
            }
        }
        Error::collect(errors)
    }

    /// Codes of steps and branches: none is empty, none is there twice.
    fn codes(&self) -> Vec<Error> {
        let steps = self.steps.iter().enumerate().map(|(at, one)| ("steps", at, &one.code));
        let branches = self.branches.iter().enumerate();
        let branches = branches.map(|(at, one)| ("branches", at, &one.code));
        let all: Vec<_> = steps.chain(branches).collect();
        let mut errors = Vec::new();
        for (_, (list, at, code), again) in with_repeats(&all, |(_, _, code)| *code) {
            let error = again.map(|first| twice(code, first));
            let error = error.or_else(|| blank(Code::ServiceBlank, "code", code));
            errors.extend(error.map(|error| error.at(*at).at(*list)));
        }
        errors
    }

    fn of_step(&self, at: usize) -> Vec<Error> {
        let mut errors = Vec::new();
        let Some(step) = self.steps.get(at) else { return errors };
        let before = step.days.is_negative() && step.day_kind == DayKind::Working;
        if before || step.days.unsigned_abs() > MOST_DAYS {
            let error = Error::new(Code::ServiceDays).with("days", step.days);
            errors.push(error.with("most", MOST_DAYS).at("days"));
        }
        let anchors = [("from", Some(&step.from)), ("not_before", step.not_before.as_ref())];
        for (field, anchor) in anchors {
            let Some(PlannedFrom::Step { step: from }) = anchor else { continue };
            let earlier = self.steps.iter().take(at).map(|step| step.code.as_str());
            if !earlier.clone().any(|code| *from == *code) {
                errors.push(unknown(from, earlier).at("step").at(field));
            }
        }
        errors
    }

    fn of_branch(&self, branch: &ServiceBranch) -> Vec<Error> {
        let mut errors = Vec::new();
        let steps = || self.steps.iter().map(|step| step.code.as_str());
        let branches = || self.branches.iter().map(|branch| branch.code.as_str());
        for (at, code) in
            branch.after.iter().enumerate().filter(|(_, code)| self.step(code).is_none())
        {
            errors.push(unknown(code, steps()).at(at).at("after"));
        }
        for (at, code) in branch.within.iter().enumerate() {
            let waits = self.branch(code).is_some_and(ServiceBranch::waits);
            let error = match self.branch(code) {
                None => Some(unknown(code, branches())),
                Some(_) => {
                    (!waits).then(|| lead(code, "分支不停留", "the service does not wait in it"))
                }
            };
            errors.extend(error.map(|error| error.at(at).at("within")));
        }
        if !branch.anywhere
            && !branch.before_all
            && branch.after.is_empty()
            && branch.within.is_empty()
        {
            errors.push(lead(&branch.code, "没有可进入的位置", "it can be taken nowhere"));
        }
        if branch.todo.as_ref().is_some_and(|todo| todo.days > MOST_DAYS) {
            let days = branch.todo.as_ref().map_or(0, |todo| todo.days);
            let error = Error::new(Code::ServiceDays).with("days", days).with("most", MOST_DAYS);
            errors.push(error.at("days").at("todo"));
        }
        let wrong = match &branch.leads {
            BranchLead::Waits { resumes } => {
                let leaves =
                    |one: &ServiceBranch| one.anywhere || one.within.contains(&branch.code);
                let others = self.branches.iter().filter(|one| one.code != branch.code);
                let dead = !resumes && !others.into_iter().any(leaves);
                dead.then(|| Error::new(Code::ServiceDeadEnd).with("code", &branch.code))
            }
            BranchLead::Returns { after: Some(step) } if self.step(step).is_none() => {
                Some(unknown(step, steps()).at("after"))
            }
            BranchLead::Returns { .. } => None,
            BranchLead::Does { step } => self.does(branch, step),
            BranchLead::Ends { state } => (!state.is_closed()).then(|| {
                lead(&branch.code, "结束后的状态不是关闭", "the state it ends in is not closed")
            }),
        };
        errors.extend(wrong.map(|error| error.at("leads")));
        errors
    }

    /// A step that a branch does is the next one wherever the branch can be taken.
    fn does(&self, branch: &ServiceBranch, step: &str) -> Option<Error> {
        let steps = self.steps.iter().map(|step| step.code.as_str());
        let Some(at) = self.steps.iter().position(|one| one.code == step) else {
            return Some(unknown(step, steps).at("step"));
        };
        let before = at.checked_sub(1).and_then(|before| self.steps.get(before));
        let follows = branch.after.iter().all(|code| before.is_some_and(|one| one.code == *code));
        let fits = follows
            && !branch.anywhere
            && branch.within.is_empty()
            && (!branch.before_all || at == 0);
        (!fits).then(|| lead(step, "不是紧接着的步骤", "it is not the step that comes next"))
    }
}

impl ServiceBranch {
    /// The service waits in it.
    pub(in crate::service) fn waits(&self) -> bool {
        matches!(self.leads, BranchLead::Waits { .. })
    }

    /// The service waits in it, and can go on where it was.
    pub(in crate::service) fn resumes(&self) -> bool {
        matches!(self.leads, BranchLead::Waits { resumes: true })
    }
}

/// Conditions that are looked at in any case, and that say nothing in a definition.
fn built_in(requires: &[crate::service::ServiceGuard]) -> impl Iterator<Item = Error> {
    let named = requires.iter().enumerate().filter(|(_, guard)| guard.is_built_in());
    named.map(|(at, guard)| {
        let error = Error::new(Code::ServiceGuardBuiltIn).with("guard", guard.english());
        let error = error.with("guard_zh", guard.chinese());
        error.at(at).at("requires")
    })
}

fn twice(code: &str, first: usize) -> Error {
    Error::new(Code::ServiceCodeTwice).with("code", code).with("first", first).at("code")
}

fn unknown<'a>(code: &str, known: impl IntoIterator<Item = &'a str>) -> Error {
    Error::new(Code::ServiceCodeUnknown).with("code", code).with_nearest(known, code)
}

fn lead(code: &str, zh: &'static str, en: &'static str) -> Error {
    Error::new(Code::ServiceLead).with("code", code).with("why_zh", zh).with("why", en)
}
