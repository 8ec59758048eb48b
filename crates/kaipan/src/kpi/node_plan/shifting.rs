//! A node moves, and everything that hangs on it.

use super::hung::{HungInstalment, HungStage, inside_stage, wrong_hung_stages, wrong_instalments};
use super::plan_node::PlanNode;
use super::progress::{anchor_dates, out_of_order};
use super::tree::NodeTree;
use crate::builder::inputs;
use crate::error::{Code, Error, Finding, Input, Result, finding, told};
use crate::kpi::period::{SalesStage, wrong_stages};
use crate::number::{Money, overflow};
use crate::payment::DueRules;
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// Shifts a node of a plan, with all that hangs on it (handbook §8.13).
///
/// The forecast of the node moves, and by the same days the forecast of every node that hangs on it and
/// is not reached. Planned days stay. Stages and instalments move with their nodes.
///
/// ```
/// use kaipan::kpi::{NodeShift, NodeShifting, PlanNode, PlanNodeKind};
/// let topped = PlanNode::new("封顶", PlanNodeKind::ToppingOut, "2026-06-30".parse()?);
/// let filed = PlanNode::new("竣工备案", PlanNodeKind::CompletionFiling, "2026-12-01".parse()?)
///     .with_hangs_on("封顶");
/// let shift = NodeShift::new("封顶", "台风停工").with_days(10);
/// let shifted = NodeShifting::new(&[topped, filed], &shift).shift()?;
/// assert_eq!(shifted.nodes[1].forecast.unwrap().to_string(), "2026-12-11");
/// assert_eq!(shifted.moves.len(), 2);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct NodeShifting<'a> {
    nodes: &'a [PlanNode],
    shift: &'a NodeShift,
    stages: &'a [HungStage],
    instalments: &'a [HungInstalment],
}

/// How a node moves: to a day, or by days.
#[boundary]
pub struct NodeShift {
    /// Its name.
    pub node: Text,
    /// To which day. Either this or `days`.
    pub to: Option<Date>,
    /// By how many days; below zero for an earlier day.
    pub days: Option<i32>,
    /// Why.
    pub reason: Label,
}

/// A plan with a node that has moved.
#[boundary(answer)]
pub struct ShiftedNodes {
    /// All nodes, in the order given.
    #[boundary(required)]
    pub nodes: Vec<PlanNode>,
    /// All stages, in the order given.
    pub stages: Vec<HungStage>,
    /// Everything that moves: nodes, then stages, then instalments, each in the order given.
    #[boundary(required)]
    pub moves: Vec<NodeMove>,
    /// Σ of the instalments that move, yuan.
    pub amount: Money,
    /// Why.
    pub reason: Label,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(ShiftedNodes: findings);

/// Something that moves with a node.
#[boundary(answer)]
pub struct NodeMove {
    /// What.
    pub kind: NodeMoveKind,
    /// Its name or id.
    pub name: Text,
    /// The day before.
    pub before: Date,
    /// The day after.
    pub after: Date,
    /// Days between them; below zero for an earlier day.
    pub days: i32,
    /// Of an instalment, yuan.
    pub amount: Option<Money>,
}

/// What moves with a node.
#[boundary]
pub enum NodeMoveKind {
    /// A node.
    Node,
    /// The first day of a stage.
    StageBegin,
    /// The last day of a stage.
    StageEnd,
    /// The due day of an instalment.
    Instalment,
}

/// A shift by more days is told.
const FAR: i64 = 730;

impl<'a> NodeShifting<'a> {
    /// Of the nodes of a plan.
    pub const fn new(nodes: &'a [PlanNode], shift: &'a NodeShift) -> NodeShifting<'a> {
        NodeShifting { nodes, shift, stages: &[], instalments: &[] }
    }

    inputs! {
        /// Stages of the sale that hang on nodes.
        stages: &'a [HungStage];
        /// Instalments that hang on nodes.
        instalments: &'a [HungInstalment];
    }

    /// What moves.
    ///
    /// # Errors
    /// Of nodes as [`NodeProgress::sheet`](super::NodeProgress::sheet); [`Code::KpiPlanNodeUnknown`],
    /// [`Code::KpiNodeReached`], [`Code::KpiShiftForm`], [`Code::KpiReasonMissing`] of the shift;
    /// [`Code::KpiShiftOutside`] where a day would leave the calendar; of stages
    /// [`Code::KpiBlank`], [`Code::KpiDatesTurned`], [`Code::KpiStagesOverlap`]; of instalments
    /// [`Code::KpiAnchorElsewhere`], [`Code::KpiAnchorNoNode`], and
    /// [`Code::PaymentDueDate`](crate::error::Code::PaymentDueDate).
    pub fn shift(&self) -> Result<ShiftedNodes> {
        let tree = NodeTree::new(self.nodes)?;
        let mut errors = wrong_hung_stages(self.stages, &tree);
        errors.extend(wrong_instalments(self.instalments, &tree));
        let by = self.by(&tree);
        errors.extend(by.as_ref().err().cloned());
        Error::collect(errors)?;
        let (place, days) = by?;
        let moved = tree.moved_with(place);
        let mut nodes = self.nodes.to_vec();
        for at in &moved {
            if let Some(node) = nodes.get_mut(*at) {
                *node = node.forecast_on(outside(node.expected().shift_days(days))?);
            }
        }
        let (mut moves, mut findings) = (Vec::new(), self.told(days));
        for (at, (before, after)) in self.nodes.iter().zip(&nodes).enumerate() {
            let step =
                self.step(NodeMoveKind::Node, &before.name, before.expected(), after.expected())?;
            if step.is_some() && !before.may_be_moved() {
                let told = finding!(
                    Code::KpiNodeMoved,
                    name = before.name,
                    before_on = before.planned,
                    day = after.expected()
                );
                findings.push(told.at("planned").at(at).within(Input::Nodes));
            }
            moves.extend(step);
        }
        findings.extend(out_of_order(&nodes));
        let stages = self.move_stages(&tree, &nodes, &mut moves)?;
        let plain: Vec<SalesStage> = stages.iter().map(|one| one.stage.clone()).collect();
        let wrong = wrong_stages(&plain).into_iter().map(inside_stage);
        findings.extend(wrong.map(|error| error.within(Input::Stages).finding()));
        self.move_instalments(&nodes, &mut moves)?;
        let amount = Money::sum(moves.iter().filter_map(|one| one.amount))?;
        let reason = self.shift.reason.clone();
        Ok(ShiftedNodes { nodes, stages, moves, amount, reason, findings })
    }

    /// The place of the node, and by how many days it moves.
    fn by(&self, tree: &NodeTree<'_>) -> Result<(usize, i32)> {
        let mut errors = Vec::new();
        let place = tree.place(&self.shift.node);
        let node = tree.get(&self.shift.node);
        match node {
            None => errors.push(tree.unknown(&self.shift.node).at("node")),
            Some(node) => {
                if let Some(real) = node.real {
                    let error = Error::new(Code::KpiNodeReached).with("name", &node.name);
                    errors.push(error.with("day", real).at("node"));
                }
            }
        }
        if self.shift.reason.trim().is_empty() {
            errors.push(Error::new(Code::KpiReasonMissing).at("reason"));
        }
        let days = match (self.shift.to, self.shift.days) {
            (Some(to), None) => {
                let from = node.map_or(to, PlanNode::expected);
                i32::try_from(to.days_since(from)).map_err(|_| overflow())?
            }
            (None, Some(days)) => days,
            _ => {
                errors.push(Error::new(Code::KpiShiftForm).at("days"));
                0
            }
        };
        Error::collect(errors.into_iter().map(|error| error.within(Input::Shift)).collect())?;
        Ok((place.unwrap_or_default(), days))
    }

    /// A shift of nothing, or of years.
    fn told(&self, days: i32) -> Vec<Finding> {
        let field = if self.shift.to.is_some() { "to" } else { "days" };
        let place = |told: Finding| told.at(field).within(Input::Shift);
        if days == 0 {
            return vec![place(finding!(Code::KpiShiftNone, name = self.shift.node))];
        }
        let is_far = i64::from(days).abs() > FAR;
        let told = || place(finding!(Code::KpiShiftFar, name = self.shift.node, days));
        is_far.then(told).into_iter().collect()
    }

    fn step(
        &self,
        kind: NodeMoveKind,
        name: &Text,
        before: Date,
        after: Date,
    ) -> Result<Option<NodeMove>> {
        if before == after {
            return Ok(None);
        }
        let days = i32::try_from(after.days_since(before)).map_err(|_| overflow())?;
        Ok(Some(NodeMove { kind, name: name.clone(), before, after, days, amount: None }))
    }

    fn move_stages(
        &self,
        tree: &NodeTree<'_>,
        nodes: &[PlanNode],
        moves: &mut Vec<NodeMove>,
    ) -> Result<Vec<HungStage>> {
        let moved = |day: Date, node: Option<&Text>| -> Result<Date> {
            let at = node.and_then(|node| tree.place(node));
            let pair = at.and_then(|at| Some((self.nodes.get(at)?, nodes.get(at)?)));
            let Some((before, after)) = pair else { return Ok(day) };
            let days = after.expected().days_since(before.expected());
            outside(day.shift_days(i32::try_from(days).map_err(|_| overflow())?))
        };
        let mut stages = self.stages.to_vec();
        for one in &mut stages {
            let from = moved(one.stage.from, one.begins_with.as_ref())?;
            let to = moved(one.stage.to, one.ends_with.as_ref())?;
            let name = &one.stage.name;
            moves.extend(self.step(NodeMoveKind::StageBegin, name, one.stage.from, from)?);
            moves.extend(self.step(NodeMoveKind::StageEnd, name, one.stage.to, to)?);
            (one.stage.from, one.stage.to) = (from, to);
        }
        Ok(stages)
    }

    fn move_instalments(&self, nodes: &[PlanNode], moves: &mut Vec<NodeMove>) -> Result<()> {
        let (before, after) = (anchor_dates(self.nodes), anchor_dates(nodes));
        let rules = DueRules::default();
        for (at, one) in self.instalments.iter().enumerate() {
            let place = |error: Error| error.at(at).within(Input::Instalments);
            let old = before.due(&one.anchor, one.months, one.days, &rules).map_err(place)?;
            let new = after.due(&one.anchor, one.months, one.days, &rules).map_err(place)?;
            let Some((old, new)) = old.date.zip(new.date) else { continue };
            let step = self.step(NodeMoveKind::Instalment, &one.id, old, new)?;
            moves.extend(step.map(|step| NodeMove { amount: one.amount, ..step }));
        }
        Ok(())
    }
}

/// A day that may lie outside the calendar.
fn outside(day: Option<Date>) -> Result<Date> {
    day.ok_or_else(|| Error::new(Code::KpiShiftOutside).within(Input::Shift))
}
