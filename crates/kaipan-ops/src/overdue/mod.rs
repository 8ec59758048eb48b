//! `overdue.assess`, `overdue.aging`, `overdue.tasks`: what deals owe, and what of it is late.

mod aging;
mod assess;
mod tasks;

pub use aging::{AgingReport, OverdueAgingRequest, aging};
pub use assess::{OverdueAssessRequest, OverdueAssessment, assess};
pub use tasks::{OverdueTaskList, OverdueTasksRequest, tasks};
