//! TRANSITION
pub use kaipan::project::*;
