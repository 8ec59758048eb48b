//! What stands for `arena.rs` where the crate is only checked and tested.

pub(crate) fn release() {}

#[cfg(feature = "pricing")]
pub(crate) fn keep<T>(_: usize, work: impl FnOnce() -> T) -> Option<T> {
    Some(work())
}

#[cfg(feature = "pricing")]
pub(crate) fn taken_by<T>(_: impl FnOnce() -> T) -> usize {
    0
}

#[cfg(feature = "pricing")]
pub(crate) fn forget_kept() {}
