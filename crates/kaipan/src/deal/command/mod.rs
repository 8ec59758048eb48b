//! What is asked: an action, and what it is done with.

mod action;
mod draft;

pub use action::DealAction;
pub use draft::{DealCommand, DealDraft, EndedBy};
