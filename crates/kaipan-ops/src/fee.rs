//! TRANSITION
pub use kaipan::fee::*;
