//! Moving a sales plan on: reported, reviewed by both sides, approved, returned, revised.

use super::sales_plan::{SalesPlan, SalesPlanAction};
use crate::approval::{ApprovalKind, ApprovalRequest};
use crate::builder::optional_inputs;
use crate::check::blank;
use crate::error::{Code, Error, Finding, Input, Result, finding, told};
use crate::kpi::targets::{MovedBy, TargetCommand, TargetState};
use crate::number::overflow;
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// A sales plan after a command.
#[boundary(answer)]
pub struct AdvancedPlan {
    /// The plan in its new state, or its new version.
    pub plan: SalesPlan,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(AdvancedPlan: findings);

/// A step in the life of a sales plan (handbook §8.12), for [`SalesPlan::advance`].
///
/// The plan moves by one request for its approval, of the kind
/// [`ApprovalKind::SalesPlan`], about [`SalesPlan::subject`]: it is reported when the request is
/// submitted, reviewed when both sides have signed, approved when the request is, and returned when
/// the request fails.
///
/// ```
/// use kaipan::kpi::*;
/// let (from, to) = ("2026-01-01".parse()?, "2026-12-31".parse()?);
/// let line = SalesPlanLine::new("signings", PeriodKind::Year, from, to, "1200".parse()?);
/// let plan = SalesPlan::new("SP-1", SalesPlanKind::Overall, "P1", from, to, vec![line]);
/// let approved = plan.with_state(TargetState::Approved);
/// let step = PlanStep::new(TargetCommand::Revise, "wu", "2026-06-01".parse()?)
///     .reason(kaipan::Label::from("二期推迟"));
/// let revised = approved.advance(&step)?.plan;
/// assert_eq!((revised.version, revised.state), (2, TargetState::Draft));
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct PlanStep<'a> {
    command: TargetCommand,
    by: Text,
    today: Date,
    reason: Option<Label>,
    approval: Option<&'a ApprovalRequest>,
    reviewers: Option<&'a [Text]>,
    last_step: Option<Date>,
}

/// Who reviews plans where nothing else is said: the marketing department (营销管理部) and the
/// project (项目), by the roles of the preset.
static REVIEWERS: [Text; 2] = [Text::constant("city_marketing_head"), Text::constant("project_gm")];

impl<'a> PlanStep<'a> {
    /// What somebody does with a plan on a day.
    pub fn new(command: TargetCommand, by: impl Into<Text>, today: Date) -> PlanStep<'a> {
        let by = by.into();
        let (reason, approval, reviewers, last_step) = (None, None, None, None);
        PlanStep { command, by, today, reason, approval, reviewers, last_step }
    }

    optional_inputs! {
        /// Why; needed to return and to revise.
        reason: Label;
        /// The request for approval of this version.
        approval: &'a ApprovalRequest;
        /// Roles that must have signed for the plan to be reviewed; those of the marketing
        /// department and the project if absent.
        reviewers: &'a [Text];
        /// The day of the step before: no step is taken on an earlier day.
        last_step: Date;
    }

    fn refuse(&self, plan: &SalesPlan) -> Result<()> {
        let mut errors: Vec<Error> =
            plan.errors().into_iter().map(|error| error.within(Input::Plan)).collect();
        let by = blank(Code::KpiBlank, "by", &self.by).map(|error| error.placed(Input::By));
        errors.extend(by);
        let lacks_reason = self.reason.as_ref().is_none_or(|reason| reason.trim().is_empty());
        if self.command.needs_reason() && lacks_reason {
            errors.push(Error::new(Code::KpiReasonMissing).within(Input::Reason));
        }
        let last = self.last_step.max(plan.changes.iter().map(|change| change.on).max());
        if let Some(last) = last.filter(|last| self.today < *last) {
            let error = Error::new(Code::KpiPlanBackwards).with("today", self.today);
            errors.push(error.with("last", last).within(Input::Today));
        }
        Error::collect(errors)
    }
}

impl SalesPlan {
    /// Moves the plan to its next state, or makes its next version.
    ///
    /// # Errors
    /// What is wrong with the plan; [`Code::KpiPlanState`] when the state does not allow the command;
    /// [`Code::KpiReasonMissing`]; [`Code::KpiPlanBackwards`] for a day before that of the last step;
    /// [`Code::ApprovalMissing`], [`Code::ApprovalOfAnother`], [`Code::ApprovalNotDecided`] of the
    /// request for approval; [`Code::KpiReviewLacks`] for every side that has not signed.
    pub fn advance(&self, step: &PlanStep<'_>) -> Result<AdvancedPlan> {
        let Some(next) = self.state.after(step.command) else {
            let error = self.state.not_allowed(step.command.word(), step.command.chinese());
            return Err(error.within(Input::Command));
        };
        step.refuse(self)?;
        let moved_by = MovedBy {
            approval: step.approval,
            kind: ApprovalKind::SalesPlan,
            subject: self.subject(),
            reviewers: step.reviewers.unwrap_or(&REVIEWERS),
        };
        moved_by.bears(step.command)?;
        let mut plan = self.clone();
        let mut findings = Vec::new();
        plan.state = next;
        let action = match step.command {
            TargetCommand::Report => SalesPlanAction::Report,
            TargetCommand::Review => SalesPlanAction::Review,
            TargetCommand::Return => SalesPlanAction::Return,
            TargetCommand::Approve => {
                findings.extend(plan.backdated(step.today));
                plan.effective_on = plan.effective_on.or(Some(step.today));
                SalesPlanAction::Approve
            }
            TargetCommand::Revise => {
                plan.next_version()?;
                SalesPlanAction::Revise
            }
        };
        plan.log(step.today, &step.by, action, step.reason.as_ref());
        Ok(AdvancedPlan { plan, findings })
    }

    /// Makes it the draft of the next version.
    pub(super) fn next_version(&mut self) -> Result<()> {
        self.version = self.version.checked_add(1).ok_or_else(overflow)?;
        self.state = TargetState::Draft;
        self.effective_on = None;
        Ok(())
    }

    /// It is to have been in force before it was approved.
    fn backdated(&self, today: Date) -> Option<Finding> {
        let on = self.effective_on.filter(|on| *on < today)?;
        let told = finding!(Code::KpiPlanBackdated, plan = self.id, day = on, today);
        Some(told.at("effective_on").within(Input::Plan))
    }
}
