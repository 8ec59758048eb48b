//! TRANSITION
pub use kaipan::pricing::*;
