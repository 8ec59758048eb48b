//! Approvals (审批, handbook §22.6): who must approve, and the life of a request for approval.
//!
//! One engine for every kind: [`Routing`] says who must approve, [`Deciding`] decides a command,
//! [`ApprovalRequest::replay`] makes the state out of the events, [`Pending`] says what waits for a
//! person.

mod asked;
mod kind;
mod life;
mod pending;
mod route;
#[cfg(test)]
pub(crate) mod samples;
mod signing;

pub use asked::ApprovalAsked;
pub use kind::ApprovalKind;
pub use life::{
    ApprovalChange, ApprovalCommand, ApprovalDecision, ApprovalEvent, ApprovalRejection,
    ApprovalRequest, ApprovalStatus, ApprovalTransition, Deciding, Signature, UnmetApprovalGuard,
};
pub use pending::{Pending, PendingApproval, PendingApprovals, PendingTask};
pub use route::{
    ApprovalRoute, ApprovalStep, RouteFound, RouteSource, RouteTable, RouteTaken, Routing,
    SigningRule, StepSigners,
};
pub use signing::{Delegation, Signer};
