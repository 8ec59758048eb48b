//! The answer to a question about rights.

use super::model::GrantScope;
use crate::Text;
use crate::error::{Finding, told};
use kaipan_derive::boundary;

/// Whether a person may do something, why, and if not, who may.
#[boundary(answer)]
pub struct Permission {
    /// The person may do it.
    #[boundary(required)]
    pub allowed: bool,
    /// The roles by which they may.
    pub because: Vec<GrantInForce>,
    /// What is lacking, if they may not.
    pub lacking: Vec<Finding>,
    /// Everybody who may do it there on that day, by person and role.
    pub who_may: Vec<GrantInForce>,
    /// Code of the process variant that narrows who may.
    pub variant: Option<Text>,
    /// What a person should read about the question.
    pub findings: Vec<Finding>,
}

/// By which role, held where, and how far that reaches.
#[boundary(answer)]
#[derive(PartialOrd, Ord)]
pub struct GrantInForce {
    /// Id of the person.
    pub person: Text,
    /// Code of the role.
    pub role: Text,
    /// Id of the node that the person is assigned to.
    pub node: Text,
    /// How far the grant reaches from there.
    pub scope: GrantScope,
}

told!(Permission: lacking, findings);
