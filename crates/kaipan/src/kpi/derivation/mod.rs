//! Facts derived from what is recorded: events of deals and stock, entries, follow-ups (handbook
//! §8.10).

mod changes;
mod contacts;
mod deals;
mod engine;
mod money;
mod records;
mod sale;
mod source;
mod state;
mod store;

pub use engine::FactDeriving;
pub use source::{ContractUpdate, FactItem, FactPolicy, FactUnit, FinanceSale};
pub use state::{DerivedFacts, FactState};
