//! The answer to the question who must approve.

use super::table::{ApprovalStep, SigningRule};
use crate::approval::signing::Signer;
use crate::error::{Finding, told};
use crate::{Date, Text};
use kaipan_derive::boundary;

/// Who must approve something.
#[boundary(answer)]
pub struct RouteFound {
    /// Somebody must approve it; a discount within the approved scheme needs nobody.
    #[boundary(required)]
    pub needed: bool,
    /// Where the route comes from.
    pub source: RouteSource,
    /// Code of the route or of the process variant.
    pub code: Option<Text>,
    /// The steps, with everybody who may sign.
    #[boundary(required)]
    pub steps: Vec<StepSigners>,
    /// The reference of the signed paper must be given.
    pub needs_paper: bool,
    /// A reason must be given.
    pub needs_reason: bool,
    /// The last day on which it can be decided, if it is submitted on the day asked about.
    pub decide_by: Option<Date>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

/// Where a route comes from.
#[boundary]
pub enum RouteSource {
    /// 折扣权限: the discount authority.
    Authority,
    /// 流程差异: a process variant.
    Variant,
    /// 审批路线: the route table.
    Table,
}

/// A step with everybody who may sign it.
#[boundary(answer)]
pub struct StepSigners {
    /// Codes of the roles.
    #[boundary(required)]
    pub roles: Vec<Text>,
    /// How many of them must sign.
    pub rule: SigningRule,
    /// Who may sign, by role and person.
    pub signers: Vec<Signer>,
}

/// The route that a request took when it was submitted; it keeps this one, whatever the table says
/// later.
#[boundary(answer)]
pub struct RouteTaken {
    /// Where it came from.
    pub source: RouteSource,
    /// Code of the route or of the process variant.
    pub code: Option<Text>,
    /// The steps, one after the other.
    #[boundary(required)]
    pub steps: Vec<ApprovalStep>,
    /// One person may sign in several steps.
    pub may_sign_again: bool,
    /// The last day on which it can be decided.
    pub decide_by: Option<Date>,
}

told!(RouteFound: findings);
