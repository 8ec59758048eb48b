//! What stands for `arena.rs` where the crate is only checked and tested.

pub(crate) fn release() {}

#[cfg(feature = "whole")]
pub(crate) fn keep<T>(_: usize, work: impl FnOnce() -> T) -> Option<T> {
    Some(work())
}

#[cfg(feature = "whole")]
pub(crate) fn taken_by<T>(_: impl FnOnce() -> T) -> usize {
    0
}

#[cfg(feature = "whole")]
pub(crate) fn forget_kept() {}
