//! What is due over many services, and their sheet.

mod answer;
#[cfg(feature = "overdue")]
mod awaited;
mod engine;
mod sheet;

pub use answer::{DueStep, DueTodo, FollowedService, ServiceDueList};
pub use engine::ServiceFollowing;
pub use sheet::{ServiceCell, ServiceColumn, ServiceSheet, ServiceSheetRow, StepStanding};
