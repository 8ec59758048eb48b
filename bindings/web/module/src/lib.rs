//! The WebAssembly module: all of `kaipan-web`, and nothing of its own.
//!
//! The level of the crate that is linked is the level of link-time optimisation, and only from 2 on
//! loops become vector instructions there. Functions keep the level of their own crate all the same:
//! with none in this one, the module stays as small as it was.

pub use kaipan_web::*;
