//! Where money was spent: at a node, and below which others.

use super::line::BudgetLine;
use crate::Text;
use crate::error::{Code, Error, InputPlace, Result};
use crate::kpi::fact::Fact;
use crate::organisation::{OrgKind, OrgTree};

/// The organisation, if there is one.
pub(super) struct Places<'a>(pub(super) Option<OrgTree<'a>>);

impl Places<'_> {
    /// The nodes that hold what was spent: its own and those above it, and those above the person
    /// who spent it. Without an organisation only its own.
    pub(super) fn of(&self, fact: &Fact, place: &InputPlace) -> Result<Vec<Text>> {
        let Some(tree) = &self.0 else { return Ok(fact.node.iter().cloned().collect()) };
        let mut nodes = Vec::new();
        if let Some(node) = &fact.node {
            let node = tree.on(node, fact.date);
            let node = node.map_err(|error| error.placed(place.clone().then("node")))?;
            nodes.extend(tree.chain(node, fact.date).map(|above| above.id.clone()));
        }
        let person = fact.agent.as_ref().and_then(|agent| tree.on(agent, fact.date).ok());
        if let Some(person) = person.filter(|node| node.kind == OrgKind::Agent) {
            nodes.extend(tree.chain(person, fact.date).map(|above| above.id.clone()));
        }
        Ok(nodes)
    }

    /// Nodes of a budget that the organisation does not have.
    pub(super) fn unknown(&self, line: &BudgetLine) -> Vec<Error> {
        let Some(tree) = &self.0 else { return Vec::new() };
        let own = line.nodes().filter(|node| tree.node(node).is_none());
        let error = |node: &Text| {
            let error = Error::new(Code::KpiNodeUnknown).with("node", node);
            let error = error.with_nearest(tree.ids(), node);
            if line.within.as_ref() == Some(node) {
                error.at("within")
            } else {
                error.at("node").at("owner")
            }
        };
        own.map(error).collect()
    }
}
