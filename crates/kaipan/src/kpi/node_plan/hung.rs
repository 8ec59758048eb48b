//! What hangs on the nodes of a plan: stages of the sale, and instalments.

use super::plan_node::{PlanNode, PlanNodeKind};
use super::tree::NodeTree;
use crate::Text;
use crate::check::{blank, with_repeats};
use crate::error::{Code, Error, Input, InputPlace};
use crate::kpi::period::{SalesStage, wrong_stages};
use crate::number::Money;
use crate::payment::Anchor;
use kaipan_derive::boundary;

/// A stage of the sale that begins and ends with nodes (handbook §8.13).
#[boundary]
pub struct HungStage {
    /// The stage.
    pub stage: SalesStage,
    /// Name of the node with which its first day moves.
    pub begins_with: Option<Text>,
    /// Name of the node with which its last day moves.
    pub ends_with: Option<Text>,
}

/// An instalment that is due so long after a node (handbook §8.13, §4.2).
#[boundary]
pub struct HungInstalment {
    /// Its id: of a line of a schedule.
    pub id: Text,
    /// What it hangs on: a construction node, the completion filing or the handover.
    pub anchor: Anchor,
    /// Months after it.
    #[boundary(default)]
    pub months: i32,
    /// Days after that.
    #[boundary(default)]
    pub days: i32,
    /// Yuan.
    pub amount: Option<Money>,
}

/// Stages without days or nodes of the plan, each in [`Input::Stages`].
pub(super) fn wrong_hung_stages(stages: &[HungStage], tree: &NodeTree<'_>) -> Vec<Error> {
    let plain: Vec<SalesStage> = stages.iter().map(|one| one.stage.clone()).collect();
    let mut errors: Vec<Error> = wrong_stages(&plain).into_iter().map(inside_stage).collect();
    for (at, one) in stages.iter().enumerate() {
        let ends = [("begins_with", &one.begins_with), ("ends_with", &one.ends_with)];
        for (field, node) in ends {
            let unknown = node.as_ref().filter(|node| tree.get(node).is_none());
            errors.extend(unknown.map(|node| tree.unknown(node).at(field).at(at)));
        }
    }
    errors.into_iter().map(|error| error.within(Input::Stages)).collect()
}

/// Moves the place of an error of the stages themselves to where they are held.
pub(super) fn inside_stage(error: Error) -> Error {
    let mut steps = error.place().steps();
    let place = InputPlace::default().then_all(steps.next()).then("stage").then_all(steps);
    error.placed(place)
}

/// Instalments without an id, twice, or on something that is no node of the plan, each in
/// [`Input::Instalments`].
pub(super) fn wrong_instalments(instalments: &[HungInstalment], tree: &NodeTree<'_>) -> Vec<Error> {
    let mut errors = Vec::new();
    for (at, one, first) in with_repeats(instalments, |one| &one.id) {
        let mut own: Vec<Error> = blank(Code::KpiBlank, "id", &one.id).into_iter().collect();
        if let Some(first) = first {
            let error = Error::new(Code::KpiIdTwice).with("id", &one.id);
            own.push(error.with("first", first).at("id"));
        }
        let wrong = match (&one.anchor, one.node(tree)) {
            (_, Ok(Some(_))) => None,
            (Anchor::ConstructionNode { node }, _) => Some(tree.unknown(node).at("node")),
            (_, Ok(None)) => Some(Error::new(Code::KpiAnchorNoNode).with("id", &one.id)),
            (_, Err(())) => Some(Error::new(Code::KpiAnchorElsewhere).with("id", &one.id)),
        };
        own.extend(wrong.map(|error| error.at("anchor")));
        errors.extend(own.into_iter().map(|error| error.at(at).within(Input::Instalments)));
    }
    errors
}

impl HungInstalment {
    /// The node that it hangs on; an error of what nodes of a plan do not date.
    pub(super) fn node<'t>(&self, tree: &NodeTree<'t>) -> Result<Option<&'t PlanNode>, ()> {
        let of_kind = |kind| tree.nodes.iter().find(|node| node.kind == kind);
        match &self.anchor {
            Anchor::ConstructionNode { node } => Ok(tree.get(node)),
            Anchor::CompletionFiled {} => Ok(of_kind(PlanNodeKind::CompletionFiling)),
            Anchor::HandoverDate {} => Ok(of_kind(PlanNodeKind::Handover)),
            _ => Err(()),
        }
    }
}
