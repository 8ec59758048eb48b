//! TRANSITION
pub use kaipan::quote::*;
