//! TRANSITION
pub use kaipan::discount::*;
