//! `ownership.decide`, `ownership.due`, `ownership.change`, `ownership.audit` and
//! `ownership.preset`.

pub use kaipan::ownership::{DueLists, OwnerDecision, OwnershipAudit, OwnershipChangeDecision};

use kaipan::error::Result;
use kaipan::opportunity::{FollowUpKind, Opportunity};
use kaipan::organisation::{Assignment, Organisation, RoleTable};
use kaipan::ownership::{
    DueListing, Ownership, OwnershipAuditing, OwnershipChanging, OwnershipCommand, OwnershipPolicy,
    OwnershipPreset, OwnershipRecords, Reception,
};
use kaipan::{Date, StreamRead, Text, WorkingDays};
use kaipan_derive::boundary;

/// A request to decide whose customer it is.
#[boundary]
pub struct OwnerRequest {
    /// The rules of the office; that the first record counts, without end, if absent.
    pub policy: Option<OwnershipPolicy>,
    /// Records of any customers, in any order.
    pub records: OwnershipRecords,
    /// Id of the customer.
    pub customer: Text,
    /// Id of the project.
    pub project: Text,
    /// The day looked at: what was entered by its end counts.
    pub as_of: Date,
    /// The organisation: departments of the records that are none there are told.
    pub organisation: Option<Organisation>,
}

/// `ownership.decide`: whose customer it is, and why.
///
/// # Errors
/// As [`Ownership::owner`].
pub fn decide(request: &OwnerRequest) -> Result<OwnerDecision> {
    let policy = request.policy.clone().unwrap_or_default();
    Ownership::new(&policy, &request.records).organisation(request.organisation.as_ref()).owner(
        &request.customer,
        &request.project,
        request.as_of,
    )
}

/// A request for what is due.
#[boundary]
pub struct OwnershipDueRequest {
    /// The rules of the office; that the first record counts, without end, if absent.
    pub policy: Option<OwnershipPolicy>,
    /// Records of any customers, in any order.
    pub records: OwnershipRecords,
    /// Opportunities: a customer all of whose opportunities at a project have ended needs no
    /// contact.
    pub opportunities: Vec<Opportunity>,
    /// The working days by which deadlines of entry are counted; Monday to Friday, if absent.
    pub working_days: Option<WorkingDays>,
    /// The day looked at: what was entered by its end counts.
    pub as_of: Date,
    /// The organisation; needed with a node.
    pub organisation: Option<Organisation>,
    /// Who works at which node; agents who are nodes of the organisation need none.
    pub assignments: Vec<Assignment>,
    /// Only what is due for agents and departments at this node and below it, and what is nobody's.
    pub node: Option<Text>,
}

/// `ownership.due`: who must be contacted when, what may be reassigned, what was entered late.
///
/// # Errors
/// As [`DueListing::lists`].
pub fn due(request: &OwnershipDueRequest) -> Result<DueLists> {
    let policy = request.policy.clone().unwrap_or_default();
    DueListing::new(&policy, &request.records, request.as_of)
        .opportunities(&request.opportunities)
        .working_days(request.working_days.as_ref())
        .organisation(request.organisation.as_ref())
        .assignments(&request.assignments)
        .node(request.node.as_ref())
        .lists()
}

/// A request to give a customer to a department or to another agent, or to decide a conflict.
#[boundary]
pub struct OwnershipChangeRequest {
    /// The rules of the office; that the first record counts, without end, if absent.
    pub policy: Option<OwnershipPolicy>,
    /// Records of any customers, in any order.
    pub records: OwnershipRecords,
    /// What the manager decides.
    pub command: OwnershipCommand,
    /// The versions of the customers' streams from which the records were read.
    #[boundary(required)]
    pub streams: Vec<StreamRead>,
    /// The organisation. With it, rights at departments and who works there are looked at.
    pub organisation: Option<Organisation>,
    /// The roles; those of the preset, if absent.
    pub roles: Option<RoleTable>,
    /// Who has which role at which node.
    pub assignments: Vec<Assignment>,
}

/// `ownership.change`: the change of a command, and the streams that were read.
///
/// # Errors
/// As [`OwnershipChanging::decide`].
pub fn change(request: &OwnershipChangeRequest) -> Result<OwnershipChangeDecision> {
    let policy = request.policy.clone().unwrap_or_default();
    OwnershipChanging::new(&policy, &request.records)
        .streams(&request.streams)
        .organisation(request.organisation.as_ref())
        .roles(request.roles.as_ref())
        .assignments(&request.assignments)
        .decide(&request.command)
}

/// A request to audit records.
#[boundary]
pub struct OwnershipAuditRequest {
    /// The rules of the office; that the first record counts, without end, if absent.
    pub policy: Option<OwnershipPolicy>,
    /// Records of any customers, in any order.
    pub records: OwnershipRecords,
    /// What the front desk saw.
    pub receptions: Vec<Reception>,
    /// The kinds of which the front desk saw everything.
    pub logged: Vec<FollowUpKind>,
    /// The working days by which deadlines of entry are counted; Monday to Friday, if absent.
    pub working_days: Option<WorkingDays>,
    /// First day of the period.
    pub from: Date,
    /// Last day of the period.
    pub to: Date,
    /// The day of the audit: what was entered by its end counts.
    pub found_on: Date,
}

/// `ownership.audit`: breaches, and counts by agent.
///
/// # Errors
/// As [`OwnershipAuditing::audit`].
pub fn audit(request: &OwnershipAuditRequest) -> Result<OwnershipAudit> {
    let policy = request.policy.clone().unwrap_or_default();
    OwnershipAuditing::new(&policy, &request.records, request.from, request.to)
        .receptions(&request.receptions)
        .logged(&request.logged)
        .working_days(request.working_days.as_ref())
        .audit(request.found_on)
}

/// A request for rules to begin with.
#[boundary]
pub struct OwnershipPresetRequest {
    /// Which ones.
    pub preset: OwnershipPreset,
}

/// Rules to begin with.
#[boundary(answer)]
pub struct OwnershipPresetResponse {
    /// The rules.
    pub policy: OwnershipPolicy,
}

/// `ownership.preset`: rules to begin with.
///
/// # Errors
/// None; the signature is that of every operation.
pub fn preset(request: &OwnershipPresetRequest) -> Result<OwnershipPresetResponse> {
    Ok(OwnershipPresetResponse { policy: request.preset.policy() })
}
