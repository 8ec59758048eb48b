//! What stands for `arena.rs` where the crate is only checked and tested.

/// # Safety
/// None.
pub(crate) unsafe fn release() {}

#[cfg(feature = "whole")]
pub(crate) fn holds(_: usize) -> bool {
    true
}

/// # Safety
/// None.
#[cfg(feature = "whole")]
pub(crate) unsafe fn keep<T>(_: usize, work: impl FnOnce() -> T) -> Option<T> {
    Some(work())
}

#[cfg(feature = "whole")]
pub(crate) fn taken_by<T>(_: impl FnOnce() -> T) -> usize {
    0
}

/// # Safety
/// None.
#[cfg(feature = "whole")]
pub(crate) unsafe fn forget_kept() {}
