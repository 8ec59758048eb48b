//! Decides what may be done with a service.

mod apply;
mod check;
mod decide;
mod moves;
mod notice;
mod ruling;
mod told;

pub use decide::ServiceDeciding;
pub use ruling::{ServiceDecision, ServiceMove, ServiceRejection, ServiceRuling};
