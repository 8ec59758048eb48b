//! `overdue.assess`, `overdue.aging`: what deals owe, and what of it is late.

mod aging;
mod assess;

pub use aging::{AgingReport, OverdueAgingRequest, aging};
pub use assess::{OverdueAssessRequest, OverdueAssessment, assess};
