//! Arrays of the host, as slices.

use crate::text::bad_argument;
use kaipan::error::Result;
use std::slice;

/// An array of the host; NULL is allowed for no elements.
///
/// # Safety
/// `start` is NULL or points to `len` elements that live and stay as they are for `'a`.
pub(crate) unsafe fn array<'a, T>(name: &str, start: *const T, len: usize) -> Result<&'a [T]> {
    check(name, start, len)?;
    // SAFETY: checked, and the caller promises the elements.
    Ok(if len == 0 { &[] } else { unsafe { slice::from_raw_parts(start, len) } })
}

/// As [`array`], for one that may be left out: NULL gives no elements.
///
/// # Safety
/// As [`array`].
pub(crate) unsafe fn optional<'a, T>(name: &str, start: *const T, len: usize) -> Result<&'a [T]> {
    // SAFETY: the same promise.
    if start.is_null() { Ok(&[]) } else { unsafe { array(name, start, len) } }
}

/// Integers, of which zero bytes are one.
pub(crate) trait Integer {}

impl Integer for i64 {}
impl Integer for u32 {}

/// An array of the host to be written, set to zero: hosts pass fresh memory, and a slice is of
/// values. NULL is allowed for no elements.
///
/// # Safety
/// `start` is NULL or points to memory for `len` elements that nobody else uses for `'a`.
pub(crate) unsafe fn array_out<'a, T: Integer>(
    name: &str,
    start: *mut T,
    len: usize,
) -> Result<&'a mut [T]> {
    check(name, start, len)?;
    if len == 0 {
        return Ok(&mut []);
    }
    // SAFETY: checked, and the caller promises the memory; zero bytes are an integer.
    Ok(unsafe {
        start.write_bytes(0, len);
        slice::from_raw_parts_mut(start, len)
    })
}

fn check<T>(name: &str, start: *const T, len: usize) -> Result<()> {
    if len == 0 {
        return Ok(());
    }
    if start.is_null() {
        return Err(bad_argument(name, "是空指针", "is NULL"));
    }
    if !start.is_aligned() {
        return Err(bad_argument(name, "未对齐", "is not aligned"));
    }
    if len.checked_mul(size_of::<T>()).is_none_or(|bytes| bytes > usize::MAX >> 1) {
        return Err(bad_argument("rows", "多得不可能", "are more than there can be"));
    }
    Ok(())
}
