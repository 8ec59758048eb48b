//! `overdue.assess`: what deals owe, and what is late of it.

mod assess;

pub use assess::{OverdueAssessRequest, OverdueAssessment, assess};
