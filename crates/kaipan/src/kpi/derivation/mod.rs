//! Facts derived from what is recorded: events of deals and stock, entries, follow-ups, spend, costs and
//! answers (handbook §8.10).

mod changes;
mod contacts;
mod deals;
mod departments;
mod engine;
mod money;
mod records;
mod sale;
mod satisfaction;
mod source;
mod spend;
mod state;
mod store;

pub use departments::FactPerson;
pub use engine::FactDeriving;
pub use satisfaction::{ChoiceScore, ScoredQuestion};
pub use source::{ContractUpdate, FactItem, FactPolicy, FactUnit, FinanceSale};
pub use spend::{CostRecord, SpendRecord};
pub use state::{DerivedFacts, FactState};
