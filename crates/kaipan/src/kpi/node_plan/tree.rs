//! How nodes hang on each other.

use super::plan_node::PlanNode;
use crate::Text;
use crate::check::{firsts, with_repeats};
use crate::error::{Code, Error, Input, Result};
use std::collections::HashMap;

/// Nodes whose names and links were looked through.
pub(super) struct NodeTree<'a> {
    pub(super) nodes: &'a [PlanNode],
    places: HashMap<&'a str, usize>,
}

impl<'a> NodeTree<'a> {
    /// # Errors
    /// [`Code::KpiNoNodes`], [`Code::KpiBlank`], [`Code::KpiIdTwice`], [`Code::KpiNodeKindTwice`],
    /// [`Code::KpiPlanNodeUnknown`], [`Code::KpiNodeCircle`], in [`Input::Nodes`].
    pub(super) fn new(nodes: &'a [PlanNode]) -> Result<NodeTree<'a>> {
        let places = nodes.iter().enumerate().rev();
        let places = places.map(|(at, node)| (node.name.as_str(), at)).collect();
        let tree = NodeTree { nodes, places };
        let mut errors = Vec::new();
        if nodes.is_empty() {
            errors.push(Error::new(Code::KpiNoNodes).within(Input::Nodes));
        }
        let kinds = firsts(nodes, |node| node.kind);
        for (at, node, first) in with_repeats(nodes, |node| &node.name) {
            let mut own = node.errors();
            if let Some(first) = first {
                let error = Error::new(Code::KpiIdTwice).with("id", &node.name);
                own.push(error.with("first", first).at("name"));
            }
            let same = kinds.get(at).copied().filter(|same| *same != at && node.kind.is_single());
            own.extend(same.map(|same| {
                let error = Error::new(Code::KpiNodeKindTwice).with("kind", node.kind.word());
                let error = error.with("kind_zh", node.kind.chinese());
                error.with("first", same.saturating_add(1)).at("kind")
            }));
            if let Some(on) = node.hangs_on.as_ref().filter(|on| tree.place(on).is_none()) {
                own.push(tree.unknown(on).at("hangs_on"));
            }
            errors.extend(own.into_iter().map(|error| error.at(at).within(Input::Nodes)));
        }
        errors.extend(tree.circle());
        Error::collect(errors).map(|()| tree)
    }

    /// The place of a node.
    pub(super) fn place(&self, name: &str) -> Option<usize> {
        self.places.get(name).copied()
    }

    pub(super) fn get(&self, name: &str) -> Option<&'a PlanNode> {
        self.nodes.get(self.place(name)?)
    }

    /// There is no such node.
    pub(super) fn unknown(&self, name: &Text) -> Error {
        let names = self.nodes.iter().map(|node| node.name.as_str());
        Error::new(Code::KpiPlanNodeUnknown).with("name", name).with_nearest(names, name)
    }

    /// The node that another hangs on.
    fn above(&self, at: usize) -> Option<usize> {
        self.place(self.nodes.get(at)?.hangs_on.as_ref()?)
    }

    /// The first node that hangs on itself.
    fn circle(&self) -> Option<Error> {
        (0..self.nodes.len()).find_map(|start| {
            let (mut next, mut steps) = (self.above(start), 0_usize);
            while let Some(at) = next.filter(|at| *at != start && steps < self.nodes.len()) {
                next = self.above(at);
                steps = steps.saturating_add(1);
            }
            let node = self.nodes.get(start).filter(|_| next == Some(start))?;
            let error = Error::new(Code::KpiNodeCircle).with("name", &node.name);
            Some(error.at("hangs_on").at(start).within(Input::Nodes))
        })
    }

    /// A node and all that hang on it and are not reached, directly or not. What is reached stays, and
    /// so does what hangs on that.
    pub(super) fn moved_with(&self, node: usize) -> Vec<usize> {
        let is_reached = |at: usize| self.nodes.get(at).is_none_or(|node| node.real.is_some());
        let hangs = |start: usize| {
            let mut next = Some(start);
            while let Some(at) = next {
                if at == node {
                    return true;
                }
                if is_reached(at) {
                    return false;
                }
                next = self.above(at);
            }
            false
        };
        (0..self.nodes.len()).filter(|at| hangs(*at)).collect()
    }
}
