//! The document of a settlement (面积补差单): commands, events, state, decisions.

mod change;
mod command;
mod deciding;
mod decision;
mod event;
mod evolve;
mod guard;
mod row;
mod state;

pub use command::AreaSettlementCommand;
pub use deciding::AreaSettlementDeciding;
pub use decision::{AreaSettlementDecision, AreaSettlementRejection};
pub use event::{AreaSettlementChange, AreaSettlementEvent};
pub use row::AreaSettlementRow;
pub use state::{AreaSettlement, AreaSettlementStatus};
