//! What is due (handbook §23): reminders, holds that end, what is overdue, what waits.

mod deadlines;
mod engine;
mod kind;
mod listing;
mod of_deal;
mod of_permit;
mod of_stock;
mod record;
mod task;
mod wording;

pub use deadlines::DealDeadlines;
pub use engine::DealTasks;
pub use kind::DealTaskKind;
pub use record::{DeskRecord, DeskRecordKind};
pub use task::{DealTask, DealTaskList};
