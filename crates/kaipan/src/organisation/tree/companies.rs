//! Project companies: every project has one, from the one list (handbook §22.2).

use super::OrgTree;
use crate::error::{Code, Error, Finding, finding};
use crate::organisation::kind::OrgKind;
use crate::organisation::model::OrgNode;
use std::collections::HashSet;

impl<'a> OrgTree<'a> {
    /// A project company that is missing or not on the list; the place is in the node.
    pub(super) fn wrong_company(&self, node: &'a OrgNode) -> Option<Error> {
        if let Some(code) = &node.company {
            if self.companies.contains_key(code.as_str()) {
                return None;
            }
            let companies = &self.organisation.companies;
            let error = Error::new(Code::OrganisationCompanyUnknown).with("code", code);
            let codes = companies.iter().map(|company| company.code.as_str());
            return Some(error.with_nearest(codes, code).at("company"));
        }
        let is_owned = match node.kind {
            OrgKind::ProjectCompany => false,
            // The node of the project company names it.
            OrgKind::Project => {
                !node.parents.is_empty()
                    && node.parents.iter().all(|membership| {
                        let above = self.node(&membership.parent);
                        above.is_some_and(|above| above.kind == OrgKind::ProjectCompany)
                    })
            }
            _ => true,
        };
        let error = || Error::new(Code::OrganisationCompanyMissing).with("node", &node.id);
        (!is_owned).then(|| error().at("company"))
    }

    /// Companies that stand where none is asked for, contradict the node above, or are unused.
    pub(super) fn odd_companies(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (at, node) in self.organisation.nodes.iter().enumerate() {
            let Some(code) = &node.company else { continue };
            let place = |found: Finding| found.at("company").at(at).at("nodes");
            if !matches!(node.kind, OrgKind::Project | OrgKind::ProjectCompany) {
                let found = finding!(
                    Code::OrganisationCompanyMisplaced,
                    node = node.id,
                    kind = node.kind.word(),
                    kind_zh = node.kind.chinese()
                );
                findings.push(place(found));
                continue;
            }
            let above = node.parents.iter().filter_map(|one| self.node(&one.parent));
            let mut other = above.filter_map(|above| above.company.as_ref());
            if let Some(other) = other.find(|other| *other != code) {
                let found =
                    finding!(Code::OrganisationCompaniesDiffer, node = node.id, code, other);
                findings.push(place(found));
            }
        }
        let nodes = self.organisation.nodes.iter();
        let used: HashSet<&str> = nodes.filter_map(|node| node.company.as_deref()).collect();
        for (at, company) in self.organisation.companies.iter().enumerate() {
            if !used.contains(company.code.as_str()) {
                let found = finding!(Code::OrganisationCompanyUnused, code = company.code);
                findings.push(found.at(at).at("companies"));
            }
        }
        findings
    }
}
