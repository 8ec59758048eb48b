//! Two moments of a deal, or two histories of it, side by side.

mod answer;
mod engine;
mod fields;
mod history;

pub use answer::{ChangedField, ComparedEvent, DealComparison};
pub use engine::DealComparing;
pub use history::DealHistory;
