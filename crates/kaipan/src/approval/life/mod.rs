//! The life of a request for approval: commands, events, state, decisions.

mod change;
mod command;
mod deciding;
mod decision;
mod event;
mod evolve;
mod guard;
mod refused;
mod request;
mod require;
mod signature;
mod transition;
mod unsignable;

pub use command::ApprovalCommand;
pub use deciding::Deciding;
pub use decision::{ApprovalDecision, ApprovalRejection, UnmetApprovalGuard};
pub use event::{ApprovalChange, ApprovalEvent};
pub use request::{ApprovalRequest, ApprovalStatus, Signature};
pub use transition::ApprovalTransition;
