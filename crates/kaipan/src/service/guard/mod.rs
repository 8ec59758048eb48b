//! What has to hold before something is done with a service, and what is lacking where it does not.

mod look;
mod service_guard;
mod unmet;

pub(super) use look::{ServiceLook, loans_are_there};
pub use service_guard::ServiceGuard;
pub use unmet::{MissingPiece, UnmetServiceGuard};
