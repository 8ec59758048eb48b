//! The tree of the organisation, checked once and then asked.

mod check;
mod circle;
mod companies;
mod membership;
mod references;

pub(super) use check::turned;

use super::model::{OrgNode, Organisation, ProcessVariant, ProjectCompany};
use crate::Date;
use crate::error::{Code, Error, Finding, Input, Result};
use std::collections::HashMap;

/// The organisation as a tree (组织架构, handbook §22.1): which node holds which on a day.
///
/// Every answer is for one day: reorganisations keep their history. Errors of the organisation are
/// placed in [`Input::Organisation`], those of a question in `Node`, `Inner`.
///
/// ```
/// use kaipan::organisation::{OrgKind, OrgMembership, OrgNode, OrgTree, Organisation};
/// let below = |parent: &str| vec![OrgMembership::new(parent)];
/// let city = |id: &str| OrgNode::new(id, OrgKind::CityCompany, id).with_parents(below("HQ"));
/// let team = OrgNode::new("T1", OrgKind::Department, "团队").with_parents(vec![
///     OrgMembership::new("SZ").with_valid_to("2026-06-30".parse()?),
///     OrgMembership::new("GZ").with_valid_from("2026-07-01".parse()?),
/// ]);
/// let head = OrgNode::new("HQ", OrgKind::Headquarters, "总部");
/// let organisation = Organisation::new(vec![head, city("SZ"), city("GZ"), team]);
///
/// let tree = OrgTree::new(&organisation)?;
/// assert!(tree.holds("SZ", "T1", "2026-06-30".parse()?)?);
/// assert!(!tree.holds("SZ", "T1", "2026-07-01".parse()?)?);
/// let path = tree.path("T1", "2026-07-01".parse()?)?;
/// assert_eq!(path.iter().map(|node| node.id.as_str()).collect::<Vec<_>>(), ["HQ", "GZ", "T1"]);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct OrgTree<'a> {
    organisation: &'a Organisation,
    places: HashMap<&'a str, usize>,
    companies: HashMap<&'a str, &'a ProjectCompany>,
    findings: Vec<Finding>,
}

impl<'a> OrgTree<'a> {
    /// The tree of an organisation without errors.
    ///
    /// # Errors
    /// Every reason why it is no tree: ids given twice, unknown parents, circles, days on which a
    /// node stands below nothing or below two, parents that are not there, kinds that may not hold
    /// each other ([`OrgKind::may_hold`](super::OrgKind::may_hold)), projects without a project
    /// company of the list, variants that overlap.
    pub fn new(organisation: &'a Organisation) -> Result<OrgTree<'a>> {
        let nodes = organisation.nodes.iter().enumerate().rev();
        // Of an id given twice the first counts, until that is refused.
        let places = nodes.map(|(at, node)| (node.id.as_str(), at)).collect();
        let companies = organisation.companies.iter().rev();
        let companies = companies.map(|company| (company.code.as_str(), company)).collect();
        let mut tree = OrgTree { organisation, places, companies, findings: Vec::new() };
        tree.check()?;
        tree.findings = tree.told();
        Ok(tree)
    }

    /// What a person should read about the organisation.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Whether a node is another one or holds it on a day, directly or not.
    ///
    /// # Errors
    /// [`Code::OrganisationUnknownNode`], and [`Code::OrganisationNodeAbsent`] for a node that is
    /// not there on that day.
    pub fn holds(&self, node: &str, inner: &str, day: Date) -> Result<bool> {
        let outer = self.on(node, day).map_err(|error| error.within(Input::Node));
        let inner = self.on(inner, day).map_err(|error| error.within(Input::Inner));
        let (outer, inner) = crate::error::both(outer, inner)?;
        Ok(self.chain(inner, day).any(|above| above.id == outer.id))
    }

    /// The way from the root to a node on a day, both included.
    ///
    /// # Errors
    /// As [`OrgTree::holds`].
    pub fn path(&self, node: &str, day: Date) -> Result<Vec<&'a OrgNode>> {
        let node = self.on(node, day).map_err(|error| error.within(Input::Node))?;
        let mut path: Vec<&OrgNode> = self.chain(node, day).collect();
        path.reverse();
        Ok(path)
    }

    /// The node and all that it holds on a day, in the order of the organisation.
    ///
    /// # Errors
    /// As [`OrgTree::holds`].
    pub fn under(&self, node: &str, day: Date) -> Result<Vec<&'a OrgNode>> {
        let top = self.on(node, day).map_err(|error| error.within(Input::Node))?;
        let nodes = self.all_on(day);
        Ok(nodes.filter(|one| self.chain(one, day).any(|above| above.id == top.id)).collect())
    }

    /// Every node that is there on a day, in the order of the organisation.
    pub(super) fn all_on(&self, day: Date) -> impl Iterator<Item = &'a OrgNode> {
        self.organisation.nodes.iter().filter(move |one| one.days().contains(day))
    }

    /// The process variant of a command that counts at a node on a day: that of the nearest node
    /// above, or of the node itself. None where everything is done as usual.
    ///
    /// # Errors
    /// As [`OrgTree::holds`].
    pub fn variant(
        &self,
        command: &str,
        node: &str,
        day: Date,
    ) -> Result<Option<&'a ProcessVariant>> {
        let node = self.on(node, day).map_err(|error| error.within(Input::Node))?;
        Ok(self.variant_at(command, node, day))
    }

    /// The project company of a project on a day: its own, else that of the project company above.
    ///
    /// # Errors
    /// As [`OrgTree::holds`].
    pub fn company(&self, node: &str, day: Date) -> Result<Option<&'a ProjectCompany>> {
        let node = self.on(node, day).map_err(|error| error.within(Input::Node))?;
        let code = self.chain(node, day).find_map(|above| above.company.as_ref());
        Ok(code.and_then(|code| self.companies.get(code.as_str()).copied()))
    }

    pub(crate) fn variant_at(
        &self,
        command: &str,
        node: &'a OrgNode,
        day: Date,
    ) -> Option<&'a ProcessVariant> {
        let variants = &self.organisation.variants;
        self.chain(node, day).find_map(|above| {
            let mut here = variants.iter().filter(|one| one.node == above.id);
            here.find(|one| one.command == command && one.days().contains(day))
        })
    }

    pub(super) fn variants(&self) -> &'a [ProcessVariant] {
        &self.organisation.variants
    }

    pub(crate) fn node(&self, id: &str) -> Option<&'a OrgNode> {
        self.organisation.nodes.get(*self.places.get(id)?)
    }

    pub(crate) fn ids(&self) -> impl Iterator<Item = &'a str> + Clone {
        self.organisation.nodes.iter().map(|node| node.id.as_str())
    }

    /// The node with this id, if it is there on the day.
    pub(crate) fn on(&self, id: &str, day: Date) -> Result<&'a OrgNode> {
        let Some(node) = self.node(id) else {
            let error = Error::new(Code::OrganisationUnknownNode).with("node", id);
            return Err(error.with_nearest(self.ids(), id));
        };
        if !node.days().contains(day) {
            let error = Error::new(Code::OrganisationNodeAbsent).with("node", id).with("day", day);
            return Err(node.days().named_in(error));
        }
        Ok(node)
    }

    /// The node and every node above it on a day, from the bottom up.
    pub(crate) fn chain(&self, node: &'a OrgNode, day: Date) -> impl Iterator<Item = &'a OrgNode> {
        let above = move |below: &&'a OrgNode| self.node(below.parent_on(day)?);
        // A tree is never deeper than it has nodes; before it is checked, it may be a circle.
        std::iter::successors(Some(node), above).take(self.organisation.nodes.len())
    }

    /// A node is another one, or stands below it on a day.
    pub(crate) fn is_below(&self, node: &str, above: &str, day: Date) -> bool {
        let found = self.node(node);
        found.is_some_and(|found| self.chain(found, day).any(|one| one.id == above))
    }
}
