//! The machine of a service as data: its steps, side branches and documents.

mod branch;
mod check;
mod documents;
mod machine;
mod preset;
mod step;

pub use branch::{BranchLead, BranchTodo, ServiceBranch};
pub use documents::{RequiredDocuments, ServiceBuyer, ServiceDocument};
pub use machine::ServiceDefinition;
pub use step::{DayKind, PlannedFrom, ServiceStep, StepField};
