//! What is legal in an organisation and should be read by a person.

use super::OrgTree;
use crate::error::{Code, Finding, Input, finding};
use crate::organisation::kind::OrgKind;
use crate::organisation::rights::command;

impl OrgTree<'_> {
    pub(super) fn told(&self) -> Vec<Finding> {
        let mut findings = self.second_headquarters();
        findings.extend(self.odd_companies());
        for (at, node) in self.organisation.nodes.iter().enumerate() {
            let odd = node.place.as_ref().and_then(|place| place.odd(&node.id));
            findings.extend(odd.map(|found| found.at("place").at(at).at("nodes")));
        }
        for (at, variant) in self.organisation.variants.iter().enumerate() {
            let place = |found: Finding| found.at(at).at("variants");
            findings
                .extend(command::unknown(&variant.command).map(|found| place(found.at("command"))));
            let outside =
                self.node(&variant.node).filter(|node| !node.days().meets(variant.days()));
            if let Some(node) = outside {
                let found =
                    finding!(Code::OrganisationVariantIdle, code = variant.code, node = node.id);
                findings.push(place(found));
            }
        }
        findings.into_iter().map(|found| found.within(Input::Organisation)).collect()
    }

    /// Two headquarters on one day: each is the root of a tree of its own.
    fn second_headquarters(&self) -> Vec<Finding> {
        let nodes = self.organisation.nodes.iter().enumerate();
        let heads: Vec<_> = nodes.filter(|(_, node)| node.kind == OrgKind::Headquarters).collect();
        let pairs = heads.iter().enumerate().skip(1).filter_map(|(count, (at, node))| {
            let mut before = heads.iter().take(count);
            let (_, other) = before.find(|(_, other)| other.days().meets(node.days()))?;
            let found = finding!(Code::OrganisationTwoRoots, node = node.id, other = other.id);
            Some(found.at("kind").at(*at).at("nodes"))
        });
        pairs.collect()
    }
}
