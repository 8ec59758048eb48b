//! Guards: what has to hold before an action, what is lacking, and who may waive it.

mod approvals;
mod entry;
// The guard and its module have one name, as the concept has.
#[allow(clippy::module_inception)]
mod guard;
mod input_name;
mod lacking;
mod look;
mod situation;
mod variants;
mod waiver;
mod wording;

pub use guard::DealGuard;
pub use input_name::input_name;
pub use lacking::{Lacking, UnmetDealGuard};
pub(super) use look::{lacks_first_registration, look, money_elsewhere, named_and_whole};
pub(super) use situation::Situation;
pub use waiver::Waiver;
