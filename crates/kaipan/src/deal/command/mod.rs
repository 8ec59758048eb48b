//! What is asked: an action, and what it is done with.

mod action;
mod draft;

pub use action::Action;
pub use draft::{DealCommand, Draft, EndedBy};
