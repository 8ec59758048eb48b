//! `kpi.node_plan`, `kpi.shift_node`, `kpi.checklist`.

pub use kaipan::kpi::{NodePlanSheet, PreparationSheet, ShiftedNodes};

use kaipan::approval::ApprovalRequest;
use kaipan::deal::GateStrength;
use kaipan::error::Result;
use kaipan::kpi::{
    HungInstalment, HungStage, NodeProgress, NodeShift, NodeShifting, PlanNode,
    PreparationChecking, PreparationItem,
};
use kaipan::{Date, Text};
use kaipan_derive::boundary;

/// A request to look at a node plan on a day.
#[boundary]
pub struct KpiNodePlanRequest {
    /// The nodes of a project.
    #[boundary(required)]
    pub nodes: Vec<PlanNode>,
    /// The day.
    pub day: Date,
}

/// `kpi.node_plan`: how far the milestones of a project are, how late, and the dates that payments
/// hang on.
///
/// # Errors
/// As [`NodeProgress::sheet`].
pub fn node_plan(request: &KpiNodePlanRequest) -> Result<NodePlanSheet> {
    NodeProgress::new(&request.nodes, request.day).sheet()
}

/// A request to shift a node.
#[boundary]
pub struct KpiShiftNodeRequest {
    /// The nodes of a project.
    #[boundary(required)]
    pub nodes: Vec<PlanNode>,
    /// How a node moves.
    pub shift: NodeShift,
    /// Stages of the sale that hang on nodes.
    pub stages: Vec<HungStage>,
    /// Instalments that hang on nodes.
    pub instalments: Vec<HungInstalment>,
}

/// `kpi.shift_node`: shifts a milestone, and lists everything that moves with it: nodes, stages,
/// instalments.
///
/// # Errors
/// As [`NodeShifting::shift`].
pub fn shift_node(request: &KpiShiftNodeRequest) -> Result<ShiftedNodes> {
    NodeShifting::new(&request.nodes, &request.shift)
        .stages(&request.stages)
        .instalments(&request.instalments)
        .shift()
}

/// A request to look at the checklist of a sale.
#[boundary]
pub struct KpiChecklistRequest {
    /// What has to be done.
    #[boundary(required)]
    pub items: Vec<PreparationItem>,
    /// What is to be released: a project, a batch.
    pub subject: Text,
    /// The day.
    pub day: Date,
    /// Whether what is not done stops the release, is told, or is not looked at; it stops it if absent.
    pub strength: Option<GateStrength>,
    /// An approved request of the kind `waiver` about the subject, which names the items waived.
    pub waiver: Option<ApprovalRequest>,
}

/// `kpi.checklist`: what is open, late and done before the sale begins, and whether units may be
/// released.
///
/// # Errors
/// As [`PreparationChecking::sheet`].
pub fn checklist(request: &KpiChecklistRequest) -> Result<PreparationSheet> {
    PreparationChecking::new(&request.items, request.subject.clone(), request.day)
        .strength(request.strength.unwrap_or(GateStrength::Gate))
        .waiver(request.waiver.as_ref())
        .sheet()
}
