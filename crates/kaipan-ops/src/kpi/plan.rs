//! `kpi.plans`, `kpi.advance_plan`, `kpi.rephase`, `kpi.advance_targets`.

pub use kaipan::kpi::{AdvancedPlan, AdvancedTargets, RephasedPlan, SalesPlanSheet};

use kaipan::approval::ApprovalRequest;
use kaipan::error::{Code, Error, Input, Result};
use kaipan::kpi::{
    PlanPhase, PlanStep, Rephasing, SalesPlan, SalesPlanning, SalesTarget, TargetAdvancing,
    TargetCommand, TargetLevels,
};
use kaipan::number::Figure;
use kaipan::organisation::{Assignment, OrgTree, Organisation};
use kaipan::{Date, Label, Text};
use kaipan_derive::boundary;

/// A request to look at sales plans on a day.
#[boundary]
pub struct KpiPlansRequest {
    /// The plans, in all their versions.
    #[boundary(required)]
    pub plans: Vec<SalesPlan>,
    /// The day.
    pub day: Date,
}

/// `kpi.plans`: which versions of sales plans are in force on a day, and what stages come to beside
/// the whole.
///
/// # Errors
/// As [`SalesPlanning::sheet`].
pub fn plans(request: &KpiPlansRequest) -> Result<SalesPlanSheet> {
    SalesPlanning::new(&request.plans, request.day).sheet()
}

/// A request to move a sales plan on.
#[boundary]
pub struct KpiAdvancePlanRequest {
    /// The plan.
    pub plan: SalesPlan,
    /// What to do.
    pub command: TargetCommand,
    /// Id of the person.
    pub by: Text,
    /// Today.
    pub today: Date,
    /// Why; needed to return and to revise.
    pub reason: Option<Label>,
    /// The request for approval of the plan, of the kind `sales_plan`, about its id and version, such
    /// as `SP-1/2`.
    pub approval: Option<ApprovalRequest>,
    /// Codes of the roles that must have signed for the plan to be reviewed; `city_marketing_head` and
    /// `project_gm` if absent.
    pub reviewers: Option<Vec<Text>>,
    /// The day of the step before: no step is taken on an earlier day.
    pub last_step: Option<Date>,
}

/// `kpi.advance_plan`: moves a sales plan on by the request for its approval, or makes its next
/// version.
///
/// # Errors
/// As [`SalesPlan::advance`].
pub fn advance_plan(request: &KpiAdvancePlanRequest) -> Result<AdvancedPlan> {
    let step = PlanStep::new(request.command, request.by.clone(), request.today)
        .reason(request.reason.clone())
        .approval(request.approval.as_ref())
        .reviewers(request.reviewers.as_deref())
        .last_step(request.last_step);
    request.plan.advance(&step)
}

/// A request to move amounts of a plan between the periods of a year.
#[boundary]
pub struct KpiRephaseRequest {
    /// The plan: approved, or a draft.
    pub plan: SalesPlan,
    /// What periods are to be.
    #[boundary(required)]
    pub phases: Vec<PlanPhase>,
    /// What they leave of the year falls to the other periods that are not over, in the ratio of what
    /// they have.
    pub spread_rest: bool,
    /// The smallest step of what is spread; 1 if absent. Yuan can be spread to 0.01.
    pub quantum: Option<Figure>,
    /// Why.
    pub reason: Label,
    /// Id of the person.
    pub by: Text,
    /// Today.
    pub today: Date,
}

/// `kpi.rephase`: moves amounts of a sales plan between the periods of a year, whose total stays.
///
/// # Errors
/// As [`Rephasing::rephase`].
pub fn rephase(request: &KpiRephaseRequest) -> Result<RephasedPlan> {
    let (reason, by) = (request.reason.clone(), request.by.clone());
    Rephasing::new(&request.plan, &request.phases, reason, by, request.today)
        .spread_rest(request.spread_rest)
        .quantum(request.quantum)
        .rephase()
}

/// A request to move targets on.
#[boundary]
pub struct KpiAdvanceTargetsRequest {
    /// The targets, all in one state.
    #[boundary(required)]
    pub targets: Vec<SalesTarget>,
    /// Under which subject they are asked for.
    pub subject: Text,
    /// What to do.
    pub command: TargetCommand,
    /// Why; needed to return and to revise.
    pub reason: Option<Label>,
    /// The request for approval, of the kind `targets`, about the subject.
    pub approval: Option<ApprovalRequest>,
    /// Codes of the roles that must have signed for targets to be reviewed; `city_marketing_head` if
    /// absent.
    pub reviewers: Option<Vec<Text>>,
    /// At which levels of the organisation targets are reported, reviewed and approved; needs the
    /// organisation.
    pub levels: Option<TargetLevels>,
    /// The organisation.
    pub organisation: Option<Organisation>,
    /// Who has which role where.
    pub assignments: Vec<Assignment>,
}

/// `kpi.advance_targets`: moves targets on by the request for their approval.
///
/// # Errors
/// As [`TargetAdvancing::advance`] and [`OrgTree::new`]; [`Code::KpiLevelsAlone`] for levels without an
/// organisation.
pub fn advance_targets(request: &KpiAdvanceTargetsRequest) -> Result<AdvancedTargets> {
    let tree = request.organisation.as_ref().map(OrgTree::new).transpose()?;
    if request.levels.is_some() && tree.is_none() {
        return Err(Error::new(Code::KpiLevelsAlone).within(Input::Organisation));
    }
    let levels = request.levels.as_ref().zip(tree.as_ref());
    let levels = levels.map(|(levels, tree)| (levels, tree, request.assignments.as_slice()));
    TargetAdvancing::new(&request.targets, request.subject.clone(), request.command)
        .reason(request.reason.clone())
        .approval(request.approval.as_ref())
        .reviewers(request.reviewers.as_deref())
        .levels(levels)
        .advance()
}
