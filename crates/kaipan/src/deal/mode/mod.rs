//! How a building is sold (销售方式), what is known of it, and the rules that hold for it.

mod facts;
mod held;
mod preset;
mod rules;
mod status;

pub use facts::{Encumbrance, SaleFacts, SaleMode};
pub use held::{SaleRulesFor, SaleRulesHeld};
pub use rules::{
    DepositContractRow, GateRow, GateStrength, PayOutRow, RulesInForce, SaleGates, SaleRules,
};
pub use status::{BuildingFacts, PhaseFacts, SaleStatus};
