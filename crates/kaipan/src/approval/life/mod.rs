//! The life of a request for approval: commands, events, state, decisions.

mod command;
mod deciding;
mod decision;
mod event;
mod evolve;
mod guard;
mod request;
mod signature;
mod transition;

pub use command::ApprovalCommand;
pub use deciding::Deciding;
pub use decision::{ApprovalDecision, Rejection, RejectionClass, UnmetGuard};
pub use event::{ApprovalChange, ApprovalEvent};
pub use request::{ApprovalRequest, ApprovalStatus, Signature};
pub use transition::ApprovalTransition;
