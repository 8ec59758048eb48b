//! Deciding a command.

use super::change::changes;
use super::command::ApprovalCommand;
use super::decision::{ApprovalDecision, UnmetApprovalGuard};
use super::event::{ApprovalChange, ApprovalEvent};
use super::refused::{not_allowed, rejected};
use super::request::{ApprovalRequest, ApprovalStatus};
use super::signature::choose;
use super::transition::ApprovalTransition;
use crate::approval::route::{Found, RouteTable, Routing};
use crate::approval::signing::{Delegation, Signer};
use crate::builder::{inputs, optional_inputs};
use crate::check::blank;
use crate::discount::{AskedPrice, AuthorityTable};
use crate::error::{Code, Error, Finding, Input, Result, finding};
use crate::organisation::{Assignment, OrgTree, RoleTable};
use crate::{RejectionClass, StreamKind, StreamRead, Text, Time};

/// A decision about a request for approval (handbook §22.7): a command in a state gives events and
/// the streams that were read, or a rejection with everything that is lacking.
///
/// Errors are for inputs that cannot be; what the rules do not allow is a rejection. Errors and
/// findings are placed in [`Input::State`], `Command`, `By`, `At`, `Routes`, `Assignments`,
/// `Delegations` and `Price`.
///
/// ```
/// use kaipan::approval::{ApprovalAsked, ApprovalCommand, ApprovalKind, ApprovalStatus, Deciding, RouteTable};
/// use kaipan::organisation::{Assignment, OrgKind, OrgNode, OrgTree, Organisation};
/// let organisation = Organisation::new(vec![OrgNode::new("HQ", OrgKind::Headquarters, "总部")]);
/// let (tree, routes) = (OrgTree::new(&organisation)?, RouteTable::preset());
/// let assignments = vec![Assignment::new("wu", "finance_officer", "HQ")];
///
/// let asked = ApprovalAsked::new(ApprovalKind::Contract, "D-1", "HQ").with_reason("签约");
/// let submit = ApprovalCommand::Submit { id: "A-1".into(), asked };
/// let deciding = |by: &str, at: &str| -> kaipan::error::Result<_> {
///     Ok(Deciding::new(&tree, &routes, by, at.parse()?).assignments(&assignments))
/// };
/// let submitted = deciding("ann", "2026-05-01T09:00:00")?.decide(None, &submit)?;
/// let state = submitted.state.unwrap();
///
/// let approve = ApprovalCommand::Approve { role: None, note: None };
/// let refused = deciding("ann", "2026-05-01T09:30:00")?.decide(Some(&state), &approve)?;
/// assert_eq!(refused.rejection.unwrap().reasons[0].who_may, ["wu"]);
///
/// let approved = deciding("wu", "2026-05-01T10:00:00")?.decide(Some(&state), &approve)?;
/// assert_eq!(approved.state.unwrap().status, ApprovalStatus::Approved);
/// assert_eq!(approved.reads[0].version, 1);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Deciding<'a> {
    tree: &'a OrgTree<'a>,
    routes: &'a RouteTable,
    by: Text,
    at: Time,
    roles: Option<&'a RoleTable>,
    assignments: &'a [Assignment],
    delegations: &'a [Delegation],
    price: Option<(&'a AuthorityTable, &'a AskedPrice<'a>)>,
    expected_version: Option<u32>,
}

/// A command with all that guards look at.
pub(super) struct Seen<'s> {
    pub(super) state: Option<&'s ApprovalRequest>,
    pub(super) command: &'s ApprovalCommand,
    pub(super) by: &'s Text,
    pub(super) at: Time,
    /// The route, for a request that is submitted.
    pub(super) found: Option<Found>,
    /// As what the person signs, or what keeps them from it.
    pub(super) signer: Result<Signer, Vec<UnmetApprovalGuard>>,
}

impl<'a> Deciding<'a> {
    /// A decision of a person at a time, in an organisation and by a route table.
    pub fn new(
        tree: &'a OrgTree<'a>,
        routes: &'a RouteTable,
        by: impl Into<Text>,
        at: Time,
    ) -> Deciding<'a> {
        Deciding {
            tree,
            routes,
            by: by.into(),
            at,
            roles: None,
            assignments: &[],
            delegations: &[],
            price: None,
            expected_version: None,
        }
    }

    inputs! {
        /// Who has which role where.
        assignments: &'a [Assignment];
        /// Who stands in for whom.
        delegations: &'a [Delegation];
    }

    optional_inputs! {
        /// Roles: how far the one that approves reaches, as for [`Routing`].
        roles: &'a RoleTable;
        /// The version of the request that the caller looked at.
        expected_version: u32;
    }

    /// A price that somebody has to approve, and the roles that may; for discounts and prices.
    pub fn price(
        mut self,
        price: impl Into<Option<(&'a AuthorityTable, &'a AskedPrice<'a>)>>,
    ) -> Self {
        self.price = price.into();
        self
    }

    /// Decides a command about a request, or about one that is to be made.
    ///
    /// # Errors
    /// What [`Routing::find`] refuses; a request whose node is not there on that day;
    /// [`Code::ApprovalBlank`] for a request without an id or a decision by nobody.
    pub fn decide(
        &self,
        state: Option<&ApprovalRequest>,
        command: &ApprovalCommand,
    ) -> Result<ApprovalDecision> {
        Error::collect(self.blanks(command))?;
        if let Some(stale) = self.stale(state) {
            return Ok(rejected(state, RejectionClass::Stale, vec![stale]));
        }
        let Some(row) = ApprovalTransition::of(state.map(|one| one.status), command) else {
            let reason = not_allowed(state.map(|one| one.status), command);
            return Ok(rejected(state, RejectionClass::NotInTable, vec![reason]));
        };
        let seen = self.see(state, command)?;
        let unmet: Vec<UnmetApprovalGuard> =
            row.guards.iter().flat_map(|guard| guard.unmet(&seen)).collect();
        if !unmet.is_empty() {
            return Ok(rejected(state, RejectionClass::GuardsNotMet, unmet));
        }
        self.accept(&seen)
    }

    /// Nobody who decides, or a request without an id: whoever signs could not be told from whoever
    /// asked.
    fn blanks(&self, command: &ApprovalCommand) -> Vec<Error> {
        let by = self.by.trim().is_empty();
        let by = by.then(|| Error::new(Code::ApprovalBlank).with("field", "by").within(Input::By));
        let id = match command {
            ApprovalCommand::Submit { id, .. } => blank(Code::ApprovalBlank, "id", id),
            _ => None,
        };
        by.into_iter().chain(id.map(|error| error.within(Input::Command))).collect()
    }

    fn stale(&self, state: Option<&ApprovalRequest>) -> Option<Finding> {
        let version = state.map_or(0, |state| state.version);
        let expected = self.expected_version.filter(|expected| *expected != version)?;
        Some(finding!(Code::ApprovalStale, expected, version).within(Input::ExpectedVersion))
    }

    fn see<'s>(
        &'s self,
        state: Option<&'s ApprovalRequest>,
        command: &'s ApprovalCommand,
    ) -> Result<Seen<'s>> {
        let routing = self.routing();
        // Where a command holds what is asked, its places are there.
        let held = |input| {
            (input == Input::Asked)
                .then(|| crate::error::InputPlace::of(Input::Command).then("asked"))
        };
        let found = command.asked().map(|asked| routing.route(asked)).transpose();
        let found = found.map_err(|error| error.moved(&held))?;
        let signing = routing.signing()?;
        let signer = match (state, command.role()) {
            (Some(state), Some(role)) => {
                let node = self.tree.on(&state.asked.node, self.at.date());
                let node =
                    node.map_err(|error| error.at("node").at("asked").within(Input::State))?;
                let signers = signing.signers(&state.open_roles(), node, self.at.date());
                choose(state, &signers, &self.by, role)
            }
            _ => Err(Vec::new()),
        };
        Ok(Seen { state, command, by: &self.by, at: self.at, found, signer })
    }

    fn routing(&self) -> Routing<'a> {
        let routing = Routing::new(self.tree, self.routes, self.at.date());
        let routing = routing.roles(self.roles).price(self.price);
        routing.assignments(self.assignments).delegations(self.delegations)
    }

    fn accept(&self, seen: &Seen<'_>) -> Result<ApprovalDecision> {
        let mut told = Vec::new();
        let mut events = Vec::new();
        let mut after = seen.state.cloned();
        let mut next = changes(seen);
        let id = match (seen.state, seen.command) {
            (None, ApprovalCommand::Submit { id, .. }) => id.clone(),
            (Some(state), _) => state.id.clone(),
            // The table has no other command without a request.
            (None, _) => return Err(Error::new(Code::ApprovalNoEvents).within(Input::State)),
        };
        while let Some(change) = next.take() {
            let version = after.as_ref().map_or(0, |state| state.version);
            let version = version.checked_add(1).ok_or_else(|| Error::new(Code::NumberOverflow))?;
            let (at, by) = (self.at, self.by.clone());
            let event = ApprovalEvent { request: id.clone(), version, at, by, change };
            let state = ApprovalRequest::evolve(after.as_ref(), &event)?;
            // The command sees its own event: with the last signature it is approved.
            let signed = matches!(event.change, ApprovalChange::Signed { .. });
            if signed && state.status == ApprovalStatus::Pending && state.current_step().is_none() {
                next = Some(ApprovalChange::Approved {});
            }
            events.push(event);
            after = Some(state);
        }
        if let (Some(found), Some(state)) = (&seen.found, &after) {
            told.extend(found.findings.iter().cloned());
            let (signing, day) = (self.routing().signing()?, self.at.date());
            let node = self.tree.on(&state.asked.node, day)?;
            told.extend(state.unsignable(&signing, node, day));
        }
        let version = seen.state.map_or(0, |state| state.version);
        let mut reads = vec![StreamRead { kind: StreamKind::Approval, id, version }];
        reads.extend(seen.command.asked().into_iter().flat_map(|asked| asked.about.clone()));
        Ok(ApprovalDecision { events, reads, state: after, rejection: None, findings: told })
    }
}
