//! Everything that is overdue (逾期业务, handbook §6.9), and the task list of a day.

mod answer;
mod engine;
mod kind;
mod of_claims;
mod of_deals;
mod of_services;
mod reason;

pub use answer::{AgentDay, DayTask, OverdueKindSum, OverdueReasonSum, OverdueTaskList};
pub use engine::OverdueTasking;
pub use kind::{OverdueKind, TaskMatter};
pub use reason::{GivenReason, OverdueReason};
