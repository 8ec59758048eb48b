//! `cargo xtask mobile`: the packages for Kotlin, Swift and Python.

pub(crate) mod operations;
