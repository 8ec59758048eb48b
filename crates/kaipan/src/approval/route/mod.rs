//! Who must approve: by the discount authority, by a process variant, or by a route table.

mod bands;
mod check;
mod find;
mod found;
mod preset;
mod table;

pub(super) use find::Found;
pub use find::Routing;
pub use found::{RouteFound, RouteSource, RouteTaken, StepSigners};
pub use table::{ApprovalRoute, ApprovalStep, RouteTable, SigningRule};
