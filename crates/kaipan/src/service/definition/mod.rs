//! The machine of a service as data: its steps, side branches and documents.

mod branch;
mod check;
mod definition;
mod documents;
mod preset;
mod step;

pub use branch::{BranchLead, BranchTodo, ServiceBranch};
pub use definition::ServiceDefinition;
pub use documents::{RequiredDocuments, ServiceBuyer, ServiceDocument};
pub use step::{DayKind, PlannedFrom, ServiceStep, StepField};
