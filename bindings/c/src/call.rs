//! Operations by name, JSON in and JSON out.

use crate::error::{KpError, KpStatus, report};
use crate::text::{bad_argument, bytes, hand_over, put, utf8};
use std::ffi::c_char;

/// Calls an operation: JSON request in, JSON response out.
///
/// `operation` is a name of the catalogue, such as "pricing.table". The request need not be
/// NUL-terminated; give its length in bytes, or `KP_NUL`. On success `*response` is a new string
/// for `kp_string_free` and `*response_len` (which may be NULL) its length. On failure `*error`
/// (which may be NULL) is a new error for `kp_error_free`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kp_call(
    operation: *const c_char,
    operation_len: usize,
    request: *const c_char,
    request_len: usize,
    response: *mut *mut c_char,
    response_len: *mut usize,
    error: *mut *mut KpError,
) -> KpStatus {
    let body = || {
        if response.is_null() {
            return Err(bad_argument("response", "是空指针", "is NULL"));
        }
        // SAFETY: the caller passes texts with their lengths.
        let operation = unsafe { utf8("operation", operation, operation_len) }?;
        // SAFETY: as above.
        let request = unsafe { bytes("request", request, request_len) }?;
        let (text, len) = hand_over(kaipan_ops::call_bytes(operation, request)?);
        // SAFETY: the caller passes places, or NULL for the length.
        unsafe {
            put(response, text);
            put(response_len, len);
        }
        Ok(())
    };
    // SAFETY: the caller passes NULL or a place.
    unsafe { report(error, body) }
}
