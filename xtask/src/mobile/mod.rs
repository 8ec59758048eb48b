//! `cargo xtask mobile`: the packages for Kotlin, Swift and Python.

pub(crate) mod dispatch;
pub(crate) mod operations;
