//! `approval.route`, `approval.decide`, `approval.replay`, `approval.pending` and
//! `approval.routes_preset`.

pub use kaipan::approval::{ApprovalDecision, ApprovalRequest, PendingApprovals, RouteFound};

use crate::discount::{AuthorityRequest, asked_price};
use kaipan::approval::{
    ApprovalAsked, ApprovalCommand, ApprovalEvent, ApprovalTransition, Deciding, Delegation,
    Pending, RouteTable, Routing,
};
use kaipan::error::{Code, Error, Input, InputPlace, Result, Told};
use kaipan::organisation::{Assignment, OrgTree, Organisation, RoleTable};
use kaipan::{Date, Label, Text, Time};
use kaipan_derive::boundary;

/// A question who must approve something.
#[boundary]
pub struct ApprovalRouteRequest {
    /// The organisation.
    pub organisation: Organisation,
    /// Routes; those of the preset if absent.
    pub routes: Option<RouteTable>,
    /// Roles, for how far the one that approves reaches; those of the preset if absent.
    pub roles: Option<RoleTable>,
    /// Who has which role where.
    pub assignments: Vec<Assignment>,
    /// Who stands in for whom.
    pub delegations: Vec<Delegation>,
    /// A price and the discount authority, for discounts and prices: then the lowest role that may
    /// approve the price must.
    pub price: Option<AuthorityRequest>,
    /// What is asked.
    pub asked: ApprovalAsked,
    /// The day.
    pub day: Date,
}

/// `approval.route`: who must approve something, by the discount authority, a process variant or a
/// route table.
///
/// # Errors
/// As [`OrgTree::new`] and [`Routing::find`].
pub fn route(request: &ApprovalRouteRequest) -> Result<RouteFound> {
    let tree = OrgTree::new(&request.organisation)?;
    let (routes, roles) = (RouteTable::preset(), RoleTable::preset());
    let routes = request.routes.as_ref().unwrap_or(&routes);
    let price = request.price.as_ref().map(|one| (&one.authority, asked_price(one)));
    let mut found = Routing::new(&tree, routes, request.day)
        .roles(request.roles.as_ref().unwrap_or(&roles))
        .assignments(&request.assignments)
        .delegations(&request.delegations)
        .price(price.as_ref().map(|(authority, price)| (*authority, price)))
        .find(&request.asked)?;
    found.findings.splice(0..0, tree.findings().iter().cloned());
    Ok(found)
}

/// A command about a request for approval.
#[boundary]
pub struct ApprovalDecideRequest {
    /// The organisation.
    pub organisation: Organisation,
    /// Routes; those of the preset if absent.
    pub routes: Option<RouteTable>,
    /// Roles, for how far the one that approves reaches; those of the preset if absent.
    pub roles: Option<RoleTable>,
    /// Who has which role where.
    pub assignments: Vec<Assignment>,
    /// Who stands in for whom.
    pub delegations: Vec<Delegation>,
    /// A price and the discount authority, for discounts and prices that are submitted.
    pub price: Option<AuthorityRequest>,
    /// The request as it stands; absent for one that is to be made.
    pub state: Option<ApprovalRequest>,
    /// Its events, in place of its state.
    pub events: Vec<ApprovalEvent>,
    /// What is to be done.
    pub command: ApprovalCommand,
    /// Id of the person who does it.
    pub by: Text,
    /// When.
    pub at: Time,
    /// The version that the person looked at; not compared if absent.
    pub expected_version: Option<u32>,
}

/// `approval.decide`: the events of a command and the streams that were read, or a rejection.
///
/// # Errors
/// As [`OrgTree::new`], [`ApprovalRequest::replay`] and [`Deciding::decide`].
pub fn decide(request: &ApprovalDecideRequest) -> Result<ApprovalDecision> {
    let replayed = match (&request.state, request.events.as_slice()) {
        (_, []) => None,
        (None, events) => Some(ApprovalRequest::replay(events)?),
        (Some(_), _) => {
            let error = Error::new(Code::JsonTogether).with("field", "events");
            return Err(error.with("other", "state").within(Input::Events));
        }
    };
    let tree = OrgTree::new(&request.organisation)?;
    let (routes, roles) = (RouteTable::preset(), RoleTable::preset());
    let routes = request.routes.as_ref().unwrap_or(&routes);
    let price = request.price.as_ref().map(|one| (&one.authority, asked_price(one)));
    let mut decision = Deciding::new(&tree, routes, request.by.clone(), request.at)
        .roles(request.roles.as_ref().unwrap_or(&roles))
        .assignments(&request.assignments)
        .delegations(&request.delegations)
        .price(price.as_ref().map(|(authority, price)| (*authority, price)))
        .expected_version(request.expected_version)
        .decide(request.state.as_ref().or(replayed.as_ref()), &request.command)
        .moved_by(&|place| {
            // What is wrong with a state that was made here is wrong with its events.
            let is_made = place.input() == Some(Input::State) && replayed.is_some();
            is_made.then(|| InputPlace::of(Input::Events))
        })?;
    decision.findings.splice(0..0, tree.findings().iter().cloned());
    Ok(decision)
}

/// A request to make a state out of events.
#[boundary]
pub struct ApprovalReplayRequest {
    /// All events of one request for approval, in any order.
    #[boundary(required)]
    pub events: Vec<ApprovalEvent>,
}

/// `approval.replay`: the state of a request for approval out of its events.
///
/// # Errors
/// As [`ApprovalRequest::replay`].
pub fn replay(request: &ApprovalReplayRequest) -> Result<ApprovalRequest> {
    ApprovalRequest::replay(&request.events)
}

/// A question what waits for a person.
#[boundary]
pub struct ApprovalPendingRequest {
    /// The organisation.
    pub organisation: Organisation,
    /// Roles, for how far the one that approves reaches; those of the preset if absent.
    pub roles: Option<RoleTable>,
    /// Who has which role where.
    pub assignments: Vec<Assignment>,
    /// Who stands in for whom.
    pub delegations: Vec<Delegation>,
    /// The requests for approval.
    #[boundary(required)]
    pub requests: Vec<ApprovalRequest>,
    /// Id of the person.
    pub person: Text,
    /// The day.
    pub day: Date,
}

/// `approval.pending`: the requests that wait for a person on a day, with delegations.
///
/// # Errors
/// As [`OrgTree::new`] and [`Pending::of`].
pub fn pending(request: &ApprovalPendingRequest) -> Result<PendingApprovals> {
    let tree = OrgTree::new(&request.organisation)?;
    let roles = RoleTable::preset();
    let mut waiting = Pending::new(&tree, &request.requests)
        .roles(request.roles.as_ref().unwrap_or(&roles))
        .assignments(&request.assignments)
        .delegations(&request.delegations)
        .of(&request.person, request.day)?;
    waiting.findings.splice(0..0, tree.findings().iter().cloned());
    Ok(waiting)
}

/// A request for the preset routes.
#[boundary]
#[derive(Default)]
pub struct RoutesPresetRequest {
    /// Leave the transition table out.
    pub routes_only: bool,
}

/// The preset routes, and the transition table of requests for approval.
#[boundary(answer)]
pub struct RoutesPreset {
    /// The routes.
    pub routes: RouteTable,
    /// Which command is allowed in which status.
    pub transitions: Vec<ApprovalTransitionRow>,
}

/// A row of the transition table.
#[boundary(answer)]
pub struct ApprovalTransitionRow {
    /// The status before; absent while there is no request.
    pub from: Option<Text>,
    /// The command.
    pub command: Text,
    /// The events that follow.
    #[boundary(required)]
    pub events: Vec<Text>,
    /// The statuses that may follow.
    #[boundary(required)]
    pub to: Vec<Text>,
    /// What it is, in Chinese.
    pub zh: Label,
    /// What it is, in English.
    pub en: Label,
}

/// `approval.routes_preset`: the preset routes and the transition table.
///
/// # Errors
/// None; the signature is that of every operation.
pub fn routes_preset(request: &RoutesPresetRequest) -> Result<RoutesPreset> {
    let rows = ApprovalTransition::table().iter().filter(|_| !request.routes_only);
    let rows = rows.map(|row| ApprovalTransitionRow {
        from: row.from.map(|status| status.word().into()),
        command: row.command.into(),
        events: row.events.iter().map(|event| Text::from(*event)).collect(),
        to: row.to.iter().map(|status| status.word().into()).collect(),
        zh: row.chinese.into(),
        en: row.english.into(),
    });
    Ok(RoutesPreset { routes: RouteTable::preset(), transitions: rows.collect() })
}
