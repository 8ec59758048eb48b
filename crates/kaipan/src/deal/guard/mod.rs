//! Guards: what has to hold before an action, what is lacking, and who may waive it.

// The guard and its module have one name, as the concept has.
#[allow(clippy::module_inception)]
mod guard;
mod lacking;
mod look;
mod situation;
mod waiver;

pub use guard::Guard;
pub use lacking::{Lacking, UnmetGuard};
pub(super) use look::look;
pub(super) use situation::Situation;
pub use waiver::Waiver;
