//! Moving targets on: the project reports, the city reviews, headquarters approve.

use super::approved::MovedBy;
use super::command::TargetCommand;
use super::levels::TargetLevels;
use super::sales_target::SalesTarget;
use crate::approval::{ApprovalKind, ApprovalRequest};
use crate::builder::optional_inputs;
use crate::check::blank;
use crate::error::{Code, Error, Input, Result};
use crate::number::overflow;
use crate::organisation::{Assignment, OrgTree};
use crate::{Label, Text};
use kaipan_derive::boundary;

/// Moves targets on, all of them or none (handbook §8.12). They move by one request for approval of
/// the kind [`ApprovalKind::Targets`], about the subject that the host gives them.
///
/// ```
/// use kaipan::kpi::*;
/// let (from, to) = ("2026-01-01".parse()?, "2026-12-31".parse()?);
/// let target = SalesTarget::new(
///     FigureOwner::node("P1"), "signings", PeriodKind::Year, from, to, "1200".parse()?,
/// );
/// let targets = [target.with_state(TargetState::Approved)];
/// let advancing = TargetAdvancing::new(&targets, "T-2026", TargetCommand::Revise);
/// let revised = advancing.reason(kaipan::Label::from("年中调整")).advance()?;
/// assert_eq!((revised.targets[0].version, revised.targets[0].state), (1, TargetState::Draft));
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct TargetAdvancing<'a> {
    targets: &'a [SalesTarget],
    subject: Text,
    command: TargetCommand,
    reason: Option<Label>,
    approval: Option<&'a ApprovalRequest>,
    reviewers: Option<&'a [Text]>,
    levels: Option<(&'a TargetLevels, &'a OrgTree<'a>, &'a [Assignment])>,
}

/// Targets after a command.
#[boundary(answer)]
pub struct AdvancedTargets {
    /// The targets in their new state, in the order given.
    #[boundary(required)]
    pub targets: Vec<SalesTarget>,
    /// Why, of a return or a revision.
    pub reason: Option<Label>,
}

/// Who reviews targets where nothing else is said: marketing of the city company.
static REVIEWERS: [Text; 1] = [Text::constant("city_marketing_head")];

impl<'a> TargetAdvancing<'a> {
    /// What is done with targets, which are asked for under a subject.
    pub fn new(
        targets: &'a [SalesTarget],
        subject: impl Into<Text>,
        command: TargetCommand,
    ) -> TargetAdvancing<'a> {
        let (reason, approval, reviewers, levels) = (None, None, None, None);
        let subject = subject.into();
        TargetAdvancing { targets, subject, command, reason, approval, reviewers, levels }
    }

    optional_inputs! {
        /// Why; needed to return and to revise.
        reason: Label;
        /// The request for approval.
        approval: &'a ApprovalRequest;
        /// Roles that must have signed for targets to be reviewed; marketing of the city company if
        /// absent.
        reviewers: &'a [Text];
        /// At which levels of the organisation targets are reported, reviewed and approved, with who
        /// has which role where; not looked at if absent.
        levels: (&'a TargetLevels, &'a OrgTree<'a>, &'a [Assignment]);
    }

    /// The targets in their new state.
    ///
    /// # Errors
    /// [`Code::KpiNoTargets`]; what is wrong with targets; [`Code::KpiPlanState`] of each whose state
    /// does not allow the command; [`Code::KpiReasonMissing`]; [`Code::ApprovalMissing`],
    /// [`Code::ApprovalOfAnother`], [`Code::ApprovalNotDecided`], [`Code::KpiReviewLacks`] of the
    /// request for approval; [`Code::KpiTargetLevel`] where nobody of the level has done it.
    pub fn advance(&self) -> Result<AdvancedTargets> {
        let mut errors = Vec::new();
        if self.targets.is_empty() {
            errors.push(Error::new(Code::KpiNoTargets).within(Input::Targets));
        }
        errors.extend(
            blank(Code::KpiBlank, "subject", &self.subject).map(|e| e.placed(Input::Subject)),
        );
        let reason = self.reason.as_ref().filter(|reason| !reason.trim().is_empty());
        if self.command.needs_reason() && reason.is_none() {
            errors.push(Error::new(Code::KpiReasonMissing).within(Input::Reason));
        }
        let mut targets = Vec::with_capacity(self.targets.len());
        for (at, target) in self.targets.iter().enumerate() {
            let mut own = target.errors();
            let mut moved = target.clone();
            match target.state.after(self.command) {
                Some(next) => moved.state = next,
                None => {
                    let (word, chinese) = (self.command.word(), self.command.chinese());
                    own.push(target.state.not_allowed(word, chinese).at("state"));
                }
            }
            if self.command == TargetCommand::Revise {
                moved.version = moved.version.checked_add(1).ok_or_else(overflow)?;
            }
            errors.extend(own.into_iter().map(|error| error.at(at).within(Input::Targets)));
            targets.push(moved);
        }
        Error::collect(errors)?;
        let moved_by = MovedBy {
            approval: self.approval,
            kind: ApprovalKind::Targets,
            subject: self.subject.clone(),
            reviewers: self.reviewers.unwrap_or(&REVIEWERS),
        };
        moved_by.bears(self.command)?;
        if let Some(((levels, tree, assignments), request)) = self.levels.zip(self.approval) {
            levels.hold(self.command, request, tree, assignments)?;
        }
        Ok(AdvancedTargets { targets, reason: reason.cloned() })
    }
}
