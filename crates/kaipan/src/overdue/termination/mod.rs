//! When the seller may end a contract because of what is unpaid, and what follows in money.

mod answer;
mod flags;
mod policy;

pub use answer::{TerminationFlag, TerminationGround, TerminationMoney};
pub(super) use flags::{Terminating, demands_by_deal, is_unsigned, wrong_demands};
pub use policy::{PaymentDemand, TerminationPolicy};
