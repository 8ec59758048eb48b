//! The version of the library that is running.

use std::ffi::{CStr, c_char};

const fn number(text: &str) -> u32 {
    match u32::from_str_radix(text, 10) {
        Ok(number) => number,
        Err(_) => 0,
    }
}

const VERSION: &CStr =
    match CStr::from_bytes_with_nul(concat!(env!("CARGO_PKG_VERSION"), "\0").as_bytes()) {
        Ok(text) => text,
        Err(_) => c"",
    };

/// The version of the library that is running, such as "0.1.0". It lives as long as the program.
#[unsafe(no_mangle)]
pub extern "C" fn kp_version() -> *const c_char {
    VERSION.as_ptr()
}

/// The same as a number: `KAIPAN_VERSION_NUMBER` of the library that is running.
#[unsafe(no_mangle)]
pub extern "C" fn kp_version_number() -> u32 {
    const MAJOR: u32 = number(env!("CARGO_PKG_VERSION_MAJOR"));
    const MINOR: u32 = number(env!("CARGO_PKG_VERSION_MINOR"));
    const PATCH: u32 = number(env!("CARGO_PKG_VERSION_PATCH"));
    const NUMBER: u32 = MAJOR * 1_000_000 + MINOR * 1_000 + PATCH;
    NUMBER
}
