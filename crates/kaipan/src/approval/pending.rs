//! What waits for a person.

use super::kind::ApprovalKind;
use super::life::{ApprovalRequest, ApprovalStatus};
use super::signing::{Delegation, Signer, Signing};
use crate::builder::{inputs, optional_inputs};
use crate::check::with_repeats;
use crate::error::{Code, Error, Finding, Input, Result, told};
use crate::organisation::{Assignment, OrgTree, RoleTable};
use crate::{Date, Text, Time};
use kaipan_derive::boundary;

/// The question which requests wait for a person on a day (待办审批, handbook §22.7).
///
/// Errors and findings are placed in [`Input::Requests`], `Assignments` and `Delegations`.
///
/// ```
/// use kaipan::approval::Pending;
/// use kaipan::organisation::{OrgKind, OrgNode, OrgTree, Organisation};
/// let organisation = Organisation::new(vec![OrgNode::new("HQ", OrgKind::Headquarters, "总部")]);
/// let tree = OrgTree::new(&organisation)?;
/// let waiting = Pending::new(&tree, &[]).of("wu", "2026-05-01".parse()?)?;
/// assert!(waiting.requests.is_empty());
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Pending<'a> {
    tree: &'a OrgTree<'a>,
    requests: &'a [ApprovalRequest],
    roles: Option<&'a RoleTable>,
    assignments: &'a [Assignment],
    delegations: &'a [Delegation],
}

/// What waits for a person.
#[boundary(answer)]
pub struct PendingApprovals {
    /// One a request, the one that was submitted first before the others; of one time by id.
    #[boundary(required)]
    pub requests: Vec<PendingApproval>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

/// A request that waits for a person.
#[boundary(answer)]
pub struct PendingApproval {
    /// Id of the request.
    pub id: Text,
    /// What it is about.
    pub kind: ApprovalKind,
    /// Id of what it is about.
    pub subject: Text,
    /// What the person is to do.
    pub task: PendingTask,
    /// The step that waits, counted from 1.
    pub step: u32,
    /// As what the person may sign: each role, and in whose place.
    pub may_sign: Vec<Signer>,
    /// Since when it waits: its last event.
    pub since: Time,
    /// The last day on which it can be decided.
    pub decide_by: Option<Date>,
    /// That day has passed: it can only expire.
    #[boundary(required)]
    pub has_ended: bool,
}

/// What a person is to do with a request.
#[boundary]
pub enum PendingTask {
    /// 签字: approve, reject or return it.
    Sign,
    /// 修改: mend and submit anew what was returned, or withdraw it.
    Mend,
}

told!(PendingApprovals: findings);

impl<'a> Pending<'a> {
    /// What waits among these requests.
    pub fn new(tree: &'a OrgTree<'a>, requests: &'a [ApprovalRequest]) -> Pending<'a> {
        Pending { tree, requests, roles: None, assignments: &[], delegations: &[] }
    }

    inputs! {
        /// Who has which role where.
        assignments: &'a [Assignment];
        /// Who stands in for whom.
        delegations: &'a [Delegation];
    }

    optional_inputs! {
        /// Roles: how far the one that approves reaches, as for [`Routing`](super::Routing).
        roles: &'a RoleTable;
    }

    /// What waits for a person on a day.
    ///
    /// # Errors
    /// Requests given twice; nodes that do not exist; wrong assignments and delegations.
    pub fn of(&self, person: &str, day: Date) -> Result<PendingApprovals> {
        let signing = Signing::new(self.tree, self.roles, self.assignments, self.delegations)?;
        self.check()?;
        let mut waiting: Vec<(&ApprovalRequest, PendingApproval)> = Vec::new();
        for request in self.requests {
            let may_sign = self.may_sign(&signing, request, person, day);
            let task = match request.status {
                ApprovalStatus::Pending if !may_sign.is_empty() => PendingTask::Sign,
                ApprovalStatus::Returned if request.requested_by == *person => PendingTask::Mend,
                _ => continue,
            };
            let pending = PendingApproval {
                id: request.id.clone(),
                kind: request.asked.kind,
                subject: request.asked.subject.clone(),
                task,
                step: request.step,
                may_sign,
                since: request.changed_at,
                decide_by: request.route.decide_by,
                has_ended: request.has_ended(day),
            };
            waiting.push((request, pending));
        }
        waiting.sort_by_key(|(request, _)| (request.requested_at, &request.id));
        let requests = waiting.into_iter().map(|(_, pending)| pending).collect();
        Ok(PendingApprovals { requests, findings: signing.told() })
    }

    fn check(&self) -> Result<()> {
        let mut errors = Vec::new();
        for (at, request, again) in with_repeats(self.requests, |request| &request.id) {
            let place = |error: Error| error.at(at).within(Input::Requests);
            if let Some(first) = again {
                let error = Error::new(Code::ApprovalRequestTwice).with("id", &request.id);
                errors.push(place(error.with("first", first).at("id")));
            }
            let node = &request.asked.node;
            if self.tree.node(node).is_none() {
                let error = Error::new(Code::OrganisationUnknownNode).with("node", node);
                errors
                    .push(place(error.with_nearest(self.tree.ids(), node).at("node").at("asked")));
            }
        }
        Error::collect(errors)
    }

    /// As what a person may sign a request: never their own, never twice in a step.
    fn may_sign(
        &self,
        signing: &Signing<'a>,
        request: &ApprovalRequest,
        person: &str,
        day: Date,
    ) -> Vec<Signer> {
        let Ok(node) = self.tree.on(&request.asked.node, day) else { return Vec::new() };
        let signers = signing.signers(&request.open_roles(), node, day);
        let mine = signers.into_iter().filter(|one| one.person == *person);
        mine.filter(|one| request.is_open_to(one)).collect()
    }
}
