//! Text in both directions: C's pointers with lengths, and strings that the host frees.

use crate::guard::guard_or;
use kaipan::error::{Code, Error, Result};
use std::ffi::{CStr, c_char};
use std::ptr;
use std::slice;

/// As a length: the text ends at its NUL.
pub const KP_NUL: usize = usize::MAX;

/// No object is longer; a larger length is a mistake, such as a negative number.
const LONGEST: usize = usize::MAX >> 1;

/// Something wrong with an argument of a function.
pub(crate) fn bad_argument(name: &str, zh: &str, en: &str) -> Error {
    Error::new(Code::CallArgument).with("name", name).with("detail_zh", zh).with("detail_en", en)
}

/// The bytes of an argument; NULL is allowed for no bytes.
///
/// # Safety
/// `text` is NULL or points to `len` bytes that live and stay as they are for `'a`; with
/// [`KP_NUL`] to a NUL-terminated string.
pub(crate) unsafe fn bytes<'a>(name: &str, text: *const c_char, len: usize) -> Result<&'a [u8]> {
    if text.is_null() {
        return match len {
            0 => Ok(&[]),
            _ => Err(bad_argument(name, "是空指针", "is NULL")),
        };
    }
    if len == KP_NUL {
        // SAFETY: not NULL; the caller promises a NUL-terminated string.
        return Ok(unsafe { CStr::from_ptr(text) }.to_bytes());
    }
    if len > LONGEST {
        return Err(bad_argument(name, "长度不可能这么大", "cannot be that long"));
    }
    // SAFETY: not NULL, a possible length; the caller promises as many bytes.
    Ok(unsafe { slice::from_raw_parts(text.cast::<u8>(), len) })
}

/// As [`bytes`], for arguments that must be UTF-8.
///
/// # Safety
/// As [`bytes`].
pub(crate) unsafe fn utf8<'a>(name: &str, text: *const c_char, len: usize) -> Result<&'a str> {
    // SAFETY: the same promise.
    let bytes = unsafe { bytes(name, text, len) }?;
    std::str::from_utf8(bytes).map_err(|_| bad_argument(name, "不是合法的 UTF-8", "is not UTF-8"))
}

/// Ahead of every string that the host frees: its length, so that it is freed as it was allocated
/// whatever the host has written into it.
const HEAD: usize = size_of::<usize>();

/// Hands a text over to the host, NUL-terminated; the length does not count the NUL.
pub(crate) fn hand_over(text: String) -> (*mut c_char, usize) {
    let len = text.len();
    let mut all = text.into_bytes();
    all.reserve_exact(HEAD.saturating_add(1));
    all.splice(0..0, len.to_ne_bytes());
    all.push(0);
    let start = Box::into_raw(all.into_boxed_slice()).cast::<u8>();
    // SAFETY: the allocation begins with HEAD bytes.
    let text = unsafe { start.add(HEAD) };
    (text.cast::<c_char>(), len)
}

/// Frees a string that the library has handed over. NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kp_string_free(text: *mut c_char) {
    guard_or((), || {
        if text.is_null() {
            return;
        }
        // SAFETY: the caller passes what `hand_over` returned, once: HEAD bytes before it the
        // allocation begins, with the length of the text.
        let all = unsafe {
            let start = text.cast::<u8>().sub(HEAD);
            let len = start.cast::<usize>().read_unaligned();
            let size = len.saturating_add(HEAD).saturating_add(1);
            Box::from_raw(ptr::slice_from_raw_parts_mut(start, size))
        };
        drop(all);
    });
}

/// Writes through an out-parameter that may be NULL.
///
/// # Safety
/// `out` is NULL or points to a place for a `T`, aligned.
pub(crate) unsafe fn put<T>(out: *mut T, value: T) {
    if !out.is_null() {
        // SAFETY: not NULL; the caller promises the place.
        unsafe { out.write(value) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_go_out_and_come_back() {
        for text in ["", "a", "壹佰元整", "with\0nul"] {
            let (pointer, len) = hand_over(text.to_owned());
            // SAFETY: `hand_over` gave the pointer, the length and a NUL.
            let found = unsafe { slice::from_raw_parts(pointer.cast::<u8>(), len + 1) };
            assert_eq!(&found[..len], text.as_bytes());
            assert_eq!(found[len], 0);
            if len > 0 {
                // SAFETY: inside the string; a host may cut it short before it frees it.
                unsafe { pointer.write(0) };
            }
            // SAFETY: freed once.
            unsafe { kp_string_free(pointer) };
        }
    }
}
