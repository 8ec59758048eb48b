//! `overdue.assess`, `overdue.aging`, `overdue.dun`, `overdue.tasks`: what deals owe, and what of it is late.

mod aging;
mod assess;
mod dun;
mod tasks;

pub use aging::{AgingReport, OverdueAgingRequest, aging};
pub use assess::{OverdueAssessRequest, OverdueAssessment, assess};
pub use dun::{DunningList, OverdueDunRequest, dun};
pub use tasks::{OverdueTaskList, OverdueTasksRequest, tasks};
