//! Errors as C sees them.

use crate::guard::{guard, guard_or};
use crate::text::put;
use kaipan::error::{Code, Error, Lang, Result};
use std::ffi::c_char;
use std::ptr;

/// What a function returns: `KP_OK`, or the stable number of the error (`KP_CODE_…`).
pub type KpStatus = i32;

/// Everything went well.
pub const KP_OK: KpStatus = 0;

/// A language of the messages: `KP_ZH` or `KP_EN`.
pub type KpLang = i32;

/// Simplified Chinese.
pub const KP_ZH: KpLang = 0;

/// English.
pub const KP_EN: KpLang = 1;

/// Why a call was refused. All texts of an error live until `kp_error_free`; an error does not
/// change, so that any number of threads may read it.
pub struct KpError {
    number: u32,
    code: Text,
    path: Text,
    messages: [Text; 2],
    hints: [Text; 2],
    json: Text,
    others: Vec<KpError>,
}

/// Bytes followed by a NUL.
struct Text(Box<[u8]>);

impl Text {
    fn new(text: impl Into<Vec<u8>>) -> Text {
        let mut bytes = text.into();
        bytes.push(0);
        Text(bytes.into_boxed_slice())
    }
}

impl KpError {
    pub(crate) fn new(error: &Error) -> KpError {
        let in_both =
            |text: &dyn Fn(Lang) -> String| [Lang::Zh, Lang::En].map(|lang| Text::new(text(lang)));
        KpError {
            number: error.code().number(),
            code: Text::new(error.code().as_str()),
            path: Text::new(error.path()),
            messages: in_both(&|lang| error.message(lang)),
            hints: in_both(&|lang| error.hint(lang)),
            json: Text::new(kaipan_ops::json::error_text(error)),
            others: error.others().iter().map(KpError::new).collect(),
        }
    }

    fn status(&self) -> KpStatus {
        KpStatus::try_from(self.number).unwrap_or(KpStatus::MAX)
    }

    /// The error itself for 0, its others from 1 on.
    fn at(&self, index: usize) -> Option<&KpError> {
        match index.checked_sub(1) {
            None => Some(self),
            Some(index) => self.others.get(index),
        }
    }

    /// The row that an error about columns names: "/rows/7", "/claims/due/7".
    fn row(&self) -> Option<i64> {
        let path = std::str::from_utf8(self.path.0.strip_suffix(b"\0")?).ok()?;
        let mut steps = path.strip_prefix('/')?.split('/');
        let row = match steps.next()? {
            "rows" => steps.next()?,
            "claims" | "received" | "facts" => {
                steps.next()?;
                steps.next()?
            }
            _ => return None,
        };
        row.parse().ok()
    }
}

/// Runs a body that may refuse; writes the error if the host wants it.
///
/// # Safety
/// `error` is NULL or points to a place for a pointer.
pub(crate) unsafe fn report(
    error: *mut *mut KpError,
    body: impl FnOnce() -> Result<()>,
) -> KpStatus {
    let refusal = match guard(body) {
        Ok(Ok(())) => return KP_OK,
        Ok(Err(refusal)) => refusal,
        Err(said) => Error::new(Code::CallPanic).with("detail", said),
    };
    let made = guard(|| {
        let made = Box::new(KpError::new(&refusal));
        let status = made.status();
        if !error.is_null() {
            // SAFETY: not NULL; the caller promises the place.
            unsafe { error.write(Box::into_raw(made)) };
        }
        status
    });
    made.unwrap_or_else(|_| KpStatus::try_from(Code::CallPanic.number()).unwrap_or(KpStatus::MAX))
}

/// Lends a text of an error; NULL for no error.
///
/// # Safety
/// `error` is NULL or a live error, `len` is NULL or points to a place.
unsafe fn lend(
    error: *const KpError,
    len: *mut usize,
    pick: impl FnOnce(&KpError) -> &Text,
) -> *const c_char {
    guard_or(ptr::null(), || {
        // SAFETY: the caller promises NULL or a live error.
        let Some(error) = (unsafe { error.as_ref() }) else { return ptr::null() };
        let text = pick(error);
        // SAFETY: the caller promises NULL or a place.
        unsafe { put(len, text.0.len().saturating_sub(1)) };
        text.0.as_ptr().cast()
    })
}

fn language(lang: KpLang) -> usize {
    usize::from(lang != KP_ZH)
}

/// The stable number of the error, see `KP_CODE_…`; 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kp_error_number(error: *const KpError) -> u32 {
    // SAFETY: the caller passes NULL or a live error.
    guard_or(0, || unsafe { error.as_ref() }.map_or(0, |error| error.number))
}

/// The stable code of the error, such as "pricing.no_base". `len` may be NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kp_error_code(error: *const KpError, len: *mut usize) -> *const c_char {
    // SAFETY: the caller passes NULL or a live error, NULL or a place.
    unsafe { lend(error, len, |error| &error.code) }
}

/// JSON Pointer of the offending input; empty for the whole request. `len` may be NULL; with it,
/// a field name that holds a NUL is seen whole.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kp_error_path(error: *const KpError, len: *mut usize) -> *const c_char {
    // SAFETY: the caller passes NULL or a live error, NULL or a place.
    unsafe { lend(error, len, |error| &error.path) }
}

/// What is wrong, in one sentence. `len` may be NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kp_error_message(
    error: *const KpError,
    lang: KpLang,
    len: *mut usize,
) -> *const c_char {
    // SAFETY: the caller passes NULL or a live error, NULL or a place.
    unsafe { lend(error, len, |error| error.messages.get(language(lang)).unwrap_or(&error.code)) }
}

/// How to mend it, in one sentence. `len` may be NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kp_error_hint(
    error: *const KpError,
    lang: KpLang,
    len: *mut usize,
) -> *const c_char {
    // SAFETY: the caller passes NULL or a live error, NULL or a place.
    unsafe { lend(error, len, |error| error.hints.get(language(lang)).unwrap_or(&error.code)) }
}

/// The whole error as JSON, `{"error":{…}}`: the same bytes as on every other host. `len` may be
/// NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kp_error_json(error: *const KpError, len: *mut usize) -> *const c_char {
    // SAFETY: the caller passes NULL or a live error, NULL or a place.
    unsafe { lend(error, len, |error| &error.json) }
}

/// The row that an error of a function over columns is about, counted from 0; -1 if it is about none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kp_error_row(error: *const KpError) -> i64 {
    // SAFETY: the caller passes NULL or a live error.
    guard_or(-1, || unsafe { error.as_ref() }.and_then(KpError::row).unwrap_or(-1))
}

/// How many things are wrong: 1 and the others; 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kp_error_count(error: *const KpError) -> usize {
    guard_or(0, || {
        // SAFETY: the caller passes NULL or a live error.
        let error = unsafe { error.as_ref() };
        error.map_or(0, |error| error.others.len().saturating_add(1))
    })
}

/// One of the things that are wrong: the error itself for 0; NULL past the last. It belongs to the
/// error and must not be freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kp_error_at(error: *const KpError, index: usize) -> *const KpError {
    guard_or(ptr::null(), || {
        // SAFETY: the caller passes NULL or a live error.
        let error = unsafe { error.as_ref() };
        error.and_then(|error| error.at(index)).map_or(ptr::null(), ptr::from_ref)
    })
}

/// Frees an error with all its texts. NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kp_error_free(error: *mut KpError) {
    guard_or((), || {
        if !error.is_null() {
            // SAFETY: the caller passes what `report` has written, once.
            drop(unsafe { Box::from_raw(error) });
        }
    });
}
