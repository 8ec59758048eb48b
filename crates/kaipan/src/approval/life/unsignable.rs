//! Requests that cannot be approved by those who are there.

use super::request::ApprovalRequest;
use crate::Date;
use crate::Text;
use crate::approval::route::SigningRule;
use crate::approval::signing::{Signer, Signing};
use crate::error::{Code, Finding, Input, finding};
use crate::organisation::OrgNode;

impl ApprovalRequest {
    /// Roles of the route that nobody can sign for, and steps with fewer persons than signatures.
    pub(super) fn unsignable<'a>(
        &self,
        signing: &Signing<'a>,
        node: &'a OrgNode,
        day: Date,
    ) -> Vec<Finding> {
        let mut findings = signing.told();
        let place = |found: Finding| found.at("node").at("asked").within(Input::Command);
        for (at, step) in self.route.steps.iter().enumerate() {
            let signers = signing.signers(&step.roles, node, day);
            let open: Vec<Signer> =
                signers.into_iter().filter(|one| self.is_open_to(one)).collect();
            let is_held = |role: &&Text| open.iter().any(|one| one.role == **role);
            let mut unheld = step.roles.iter().filter(|role| !is_held(role)).peekable();
            let is_whole = unheld.peek().is_none();
            for role in unheld {
                let node = &self.asked.node;
                findings.push(place(finding!(Code::ApprovalNobody, role, node, day)));
            }
            let mut persons: Vec<&Text> = open.iter().map(|one| &one.person).collect();
            persons.sort();
            persons.dedup();
            let (needed, count) = (step.roles.len(), persons.len());
            if is_whole && step.rule == SigningRule::All && count < needed {
                let step = at.saturating_add(1);
                findings.push(place(finding!(Code::ApprovalTooFew, step, needed, count, day)));
            }
        }
        findings
    }
}
