//! Ownership: whose customer it is, what is due, how well records are kept (handbook §9.3, §23).

mod audit;
mod changing;
mod check;
mod claim;
mod command;
mod contact;
mod deciding;
mod decision;
mod departments;
mod due;
mod file;
mod front_desk;
mod late;
mod policy;
mod pool;
mod quality;
mod records;
#[cfg(test)]
mod tests;

pub use audit::{OwnershipAudit, OwnershipAuditing};
pub use changing::OwnershipChanging;
pub use command::{OwnershipChangeDecision, OwnershipCommand};
pub use contact::{ContactDue, ContactState};
pub use deciding::Ownership;
pub use decision::{LoserReason, OwnerDecision, OwnerLoser, OwnerReason};
pub use due::{DueListing, DueLists, UnownedCustomer, VisitToAdd};
pub use late::LateEntry;
pub use policy::{CommissionSplit, ContactRule, OwnershipPolicy, OwnershipPreset, ValidityRule};
pub use pool::PooledCustomer;
pub use quality::AgentQuality;
pub use records::{
    AgentShare, Breach, BreachKind, CustomerRelatives, OwnershipChange, OwnershipChangeKind,
    OwnershipRecords, Reception,
};
