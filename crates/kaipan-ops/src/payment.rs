//! TRANSITION
pub use kaipan::payment::*;
