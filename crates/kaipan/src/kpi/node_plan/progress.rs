//! How far the nodes of a plan are on a day.

use super::plan_node::{PlanNode, PlanNodeKind};
use super::tree::NodeTree;
use crate::error::{Code, Error, Finding, Input, Result, finding, told};
use crate::number::overflow;
use crate::payment::{AnchorDates, NodeDate};
use crate::{Date, Text};
use kaipan_derive::boundary;

/// Looks at the node plan of a project on a day (节点计划, handbook §8.13).
///
/// ```
/// use kaipan::kpi::{NodeProgress, PlanNode, PlanNodeKind, PlanNodeState};
/// let topped = PlanNode::new("封顶", PlanNodeKind::ToppingOut, "2026-06-30".parse()?);
/// let sheet = NodeProgress::new(&[topped], "2026-07-10".parse()?).sheet()?;
/// assert_eq!((sheet.nodes[0].state, sheet.nodes[0].days_late), (PlanNodeState::Late, 10));
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct NodeProgress<'a> {
    nodes: &'a [PlanNode],
    day: Date,
}

/// A node plan on a day.
#[boundary(answer)]
pub struct NodePlanSheet {
    /// The day.
    pub day: Date,
    /// One entry for each node, in the order given.
    #[boundary(required)]
    pub nodes: Vec<PlanNodePosition>,
    /// How many are reached.
    pub reached: u32,
    /// How many are not reached and should be.
    pub late: u32,
    /// The dates that payments hang on, as `payment.schedule` takes them: forecasts stand as planned
    /// dates.
    pub dates: AnchorDates,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(NodePlanSheet: findings);

/// A node on a day.
#[boundary(answer)]
pub struct PlanNodePosition {
    /// Its name.
    pub name: Text,
    /// What it is.
    pub kind: PlanNodeKind,
    /// How far it is.
    pub state: PlanNodeState,
    /// Planned.
    pub planned: Date,
    /// The real day, or the one expected: the forecast or the planned day, and never before the day
    /// looked at while the node is not reached.
    pub expected: Date,
    /// 延误天数: days from planned to that; below zero if it is earlier.
    pub days_late: i32,
    /// It may not move, and has.
    pub moved: bool,
}

/// How far a node is.
#[boundary]
pub enum PlanNodeState {
    /// 未到: planned for this day or a later one.
    Ahead,
    /// 延误: not reached, and planned for an earlier day.
    Late,
    /// 已完成.
    Reached,
}

/// Kinds of nodes of which the first comes before the second.
const ORDER: &[(PlanNodeKind, PlanNodeKind)] = &[
    (PlanNodeKind::ConstructionStart, PlanNodeKind::Piling),
    (PlanNodeKind::Piling, PlanNodeKind::ToppingOut),
    (PlanNodeKind::Presale, PlanNodeKind::Opening),
    (PlanNodeKind::ToppingOut, PlanNodeKind::CompletionFiling),
    (PlanNodeKind::CompletionFiling, PlanNodeKind::Handover),
];

impl<'a> NodeProgress<'a> {
    /// Of nodes, on a day.
    pub const fn new(nodes: &'a [PlanNode], day: Date) -> NodeProgress<'a> {
        NodeProgress { nodes, day }
    }

    /// How far each is.
    ///
    /// # Errors
    /// [`Code::KpiNoNodes`], [`Code::KpiBlank`], [`Code::KpiIdTwice`], [`Code::KpiNodeKindTwice`],
    /// [`Code::KpiPlanNodeUnknown`], [`Code::KpiNodeCircle`]; [`Code::KpiNodeAhead`] of one that was
    /// reached after the day.
    pub fn sheet(&self) -> Result<NodePlanSheet> {
        NodeTree::new(self.nodes)?;
        let ahead = self.nodes.iter().enumerate().filter_map(|(at, node)| {
            let real = node.real.filter(|real| *real > self.day)?;
            let error = Error::new(Code::KpiNodeAhead).with("name", &node.name);
            let error = error.with("day", real).with("today", self.day);
            Some(error.at("real").at(at).within(Input::Nodes))
        });
        Error::collect(ahead.collect())?;
        let (mut nodes, mut findings) = (Vec::new(), Vec::new());
        for (at, node) in self.nodes.iter().enumerate() {
            let position = self.position(node)?;
            if position.moved {
                let told = finding!(
                    Code::KpiNodeMoved,
                    name = node.name,
                    before_on = node.planned,
                    day = position.expected
                );
                findings.push(told.at("planned").at(at).within(Input::Nodes));
            }
            nodes.push(position);
        }
        findings.extend(out_of_order(self.nodes));
        let count = |state: PlanNodeState| {
            let own = nodes.iter().filter(|node| node.state == state).count();
            u32::try_from(own).map_err(|_| overflow())
        };
        Ok(NodePlanSheet {
            day: self.day,
            reached: count(PlanNodeState::Reached)?,
            late: count(PlanNodeState::Late)?,
            dates: anchor_dates(self.nodes),
            nodes,
            findings,
        })
    }

    fn position(&self, node: &PlanNode) -> Result<PlanNodePosition> {
        let (state, expected) = match node.real {
            Some(real) => (PlanNodeState::Reached, real),
            None if node.planned < self.day => (PlanNodeState::Late, node.expected().max(self.day)),
            None => (PlanNodeState::Ahead, node.expected().max(self.day)),
        };
        let days_late = expected.days_since(node.planned);
        Ok(PlanNodePosition {
            name: node.name.clone(),
            kind: node.kind,
            state,
            planned: node.planned,
            expected,
            days_late: i32::try_from(days_late).map_err(|_| overflow())?,
            moved: !node.may_be_moved() && days_late != 0,
        })
    }
}

/// Nodes that are expected before what has to come first.
pub(super) fn out_of_order(nodes: &[PlanNode]) -> Vec<Finding> {
    let of_kind =
        |kind: PlanNodeKind| nodes.iter().enumerate().find(move |(_, node)| node.kind == kind);
    let pairs = ORDER.iter().filter_map(|(first, second)| of_kind(*first).zip(of_kind(*second)));
    let wrong = pairs.filter(|((_, first), (_, second))| second.expected() < first.expected());
    wrong
        .map(|((_, first), (at, second))| {
            let told = finding!(
                Code::KpiNodesOrder,
                name = second.name,
                day = second.expected(),
                other_name = first.name,
                other = first.expected()
            );
            told.at("planned").at(at).within(Input::Nodes)
        })
        .collect()
}

/// The dates that payments hang on.
pub(super) fn anchor_dates(nodes: &[PlanNode]) -> AnchorDates {
    let of_kind =
        |kind: PlanNodeKind| nodes.iter().find(|node| node.kind == kind).map(PlanNode::expected);
    let dates = nodes.iter().map(|node| NodeDate {
        node: node.name.clone(),
        planned: Some(node.forecast.unwrap_or(node.planned)),
        real: node.real,
        notice: None,
    });
    AnchorDates {
        completion_filed: of_kind(PlanNodeKind::CompletionFiling),
        handover: of_kind(PlanNodeKind::Handover),
        nodes: dates.collect(),
        ..AnchorDates::default()
    }
}
