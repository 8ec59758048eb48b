//! What comes of a command.

use super::event::ApprovalEvent;
use super::request::ApprovalRequest;
use crate::error::{Finding, told};
use crate::{RejectionClass, StreamRead, Text};
use kaipan_derive::boundary;

/// What comes of a command: events and the streams that the decision read, or a rejection.
#[boundary(answer)]
pub struct ApprovalDecision {
    /// The events to append, in this order; none if it was rejected.
    #[boundary(required)]
    pub events: Vec<ApprovalEvent>,
    /// The streams that were read, with the versions that were seen. The events are appended only
    /// while every stream still has this version.
    #[boundary(required)]
    pub reads: Vec<StreamRead>,
    /// The request afterwards; as it was, if the command was rejected.
    pub state: Option<ApprovalRequest>,
    /// Why nothing happens.
    pub rejection: Option<ApprovalRejection>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

/// Why a command is rejected. The state stays as it was.
#[boundary(answer)]
pub struct ApprovalRejection {
    /// Of which of the three classes it is.
    pub class: RejectionClass,
    /// Everything that is lacking.
    #[boundary(required)]
    pub reasons: Vec<UnmetApprovalGuard>,
}

/// Something that must hold and does not.
#[boundary(answer)]
pub struct UnmetApprovalGuard {
    /// What is lacking.
    pub reason: Finding,
    /// Ids of the persons who may do it instead, where it is about the person.
    pub who_may: Vec<Text>,
}

told!(UnmetApprovalGuard: reason);
told!(ApprovalRejection: reasons);
told!(ApprovalDecision: rejection, findings);
