//! The catalogue of operations, for hosts that list them.

use crate::error::{KP_ZH, KpError, KpLang, KpStatus, report};
use crate::guard::guard_or;
use crate::text::{bad_argument, hand_over, put, utf8};
use kaipan_ops::OPERATIONS;
use std::ffi::{CString, c_char};
use std::ptr;
use std::sync::OnceLock;

/// A side of an operation: `KP_REQUEST` or `KP_RESPONSE`.
pub type KpSide = i32;

/// What goes in.
pub const KP_REQUEST: KpSide = 0;

/// What comes out.
pub const KP_RESPONSE: KpSide = 1;

/// The texts of an operation, NUL-terminated.
struct Entry {
    name: CString,
    zh: CString,
    en: CString,
}

fn entries() -> &'static [Entry] {
    static ENTRIES: OnceLock<Vec<Entry>> = OnceLock::new();
    ENTRIES.get_or_init(|| {
        let text = |text: &str| CString::new(text).unwrap_or_default();
        OPERATIONS
            .iter()
            .map(|one| Entry { name: text(one.name), zh: text(one.zh), en: text(one.en) })
            .collect()
    })
}

fn lend(index: usize, pick: impl FnOnce(&Entry) -> &CString) -> *const c_char {
    guard_or(ptr::null(), || entries().get(index).map_or(ptr::null(), |entry| pick(entry).as_ptr()))
}

/// Number of operations.
#[unsafe(no_mangle)]
pub extern "C" fn kp_operation_count() -> usize {
    OPERATIONS.len()
}

/// Name of an operation; NULL past the last. It lives as long as the program.
#[unsafe(no_mangle)]
pub extern "C" fn kp_operation_name(index: usize) -> *const c_char {
    lend(index, |entry| &entry.name)
}

/// What an operation does, in one sentence; NULL past the last. It lives as long as the program.
#[unsafe(no_mangle)]
pub extern "C" fn kp_operation_about(index: usize, lang: KpLang) -> *const c_char {
    lend(index, |entry| if lang == KP_ZH { &entry.zh } else { &entry.en })
}

/// JSON Schema (2020-12) of an operation's request or response, with all types that it uses.
///
/// On success `*schema` is a new string for `kp_string_free` and `*schema_len` (which may be NULL)
/// its length.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kp_operation_schema(
    operation: *const c_char,
    operation_len: usize,
    side: KpSide,
    schema: *mut *mut c_char,
    schema_len: *mut usize,
    error: *mut *mut KpError,
) -> KpStatus {
    let body = || {
        if schema.is_null() {
            return Err(bad_argument("schema", "是空指针", "is NULL"));
        }
        // SAFETY: the caller passes a text with its length.
        let name = unsafe { utf8("operation", operation, operation_len) }?;
        let (text, len) = hand_over(schema_text(name, side)?);
        // SAFETY: the caller passes places, or NULL for the length.
        unsafe {
            put(schema, text);
            put(schema_len, len);
        }
        Ok(())
    };
    // SAFETY: the caller passes NULL or a place.
    unsafe { report(error, body) }
}

#[cfg(feature = "schema")]
fn schema_text(name: &str, side: KpSide) -> kaipan::error::Result<String> {
    let operation = kaipan_ops::operation(name)?;
    let schema = match side {
        KP_REQUEST => operation.request_schema,
        KP_RESPONSE => operation.response_schema,
        _ => {
            return Err(bad_argument(
                "side",
                "既不是“KP_REQUEST”也不是“KP_RESPONSE”",
                "is neither KP_REQUEST nor KP_RESPONSE",
            ));
        }
    };
    Ok(schema().as_value().to_string())
}

#[cfg(not(feature = "schema"))]
fn schema_text(name: &str, _: KpSide) -> kaipan::error::Result<String> {
    kaipan_ops::operation(name)?;
    Err(bad_argument("schema", "不在这个构建里", "is not part of this build"))
}
