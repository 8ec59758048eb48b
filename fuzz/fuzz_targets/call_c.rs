//! Calls of the C interface, right and wrong: bytes for texts, lengths, NULLs and columns.
//!
//! Input: one byte for what is called, one for which arguments are missing, then what it needs.

#![no_main]

use kaipan_c::*;
use libfuzzer_sys::fuzz_target;
use std::ffi::{CStr, c_char};
use std::ptr;

fuzz_target!(|input: &[u8]| {
    let [what, missing, rest @ ..] = input else { return };
    match what % 4 {
        0 => call(*missing, rest),
        1 => schema(*missing, rest),
        _ => columns(*missing, rest),
    }
});

/// NULL if the bit is set.
fn unless<T>(missing: u8, bit: u8, pointer: *mut T) -> *mut T {
    if missing & (1 << bit) == 0 { pointer } else { ptr::null_mut() }
}

fn text(bytes: &[u8]) -> *const c_char {
    bytes.as_ptr().cast()
}

/// The first byte picks an operation, or says that its name follows up to a NUL.
fn operation(rest: &[u8]) -> (&[u8], &[u8]) {
    let Some((pick, rest)) = rest.split_first() else { return (b"", rest) };
    let known = kaipan_ops::OPERATIONS;
    if let Some(operation) = known.get(usize::from(*pick)) {
        return (operation.name.as_bytes(), rest);
    }
    let end = rest.iter().position(|byte| *byte == 0).unwrap_or(rest.len());
    rest.split_at(end)
}

/// A mark that a refused call must leave in its outputs.
fn mark() -> *mut c_char {
    ptr::without_provenance_mut(0xABCD)
}

fn call(missing: u8, rest: &[u8]) {
    let (name, request) = operation(rest);
    let (mut response, mut len, mut error) = (mark(), 77_usize, ptr::null_mut());
    // SAFETY: slices with their lengths, places on the stack; what comes out is freed once.
    unsafe {
        let request_text = if missing & 1 == 0 { text(request) } else { ptr::null() };
        let status = kp_call(
            text(name),
            name.len(),
            request_text,
            request.len(),
            unless(missing, 1, &raw mut response),
            unless(missing, 2, &raw mut len),
            unless(missing, 3, &raw mut error),
        );
        if status == KP_OK {
            assert!(error.is_null() && response != mark());
            let found = CStr::from_ptr(response).to_bytes();
            assert!(missing & 4 != 0 || found.len() == len);
            assert_eq!(found, kaipan_ops::call_json(&utf8(name), request).0.as_bytes());
            kp_string_free(response);
        } else {
            assert!(response == mark() && len == 77);
            if missing & 3 == 0 && !error.is_null() && std::str::from_utf8(name).is_ok() {
                let found = CStr::from_ptr(kp_error_json(error, ptr::null_mut()));
                assert_eq!(
                    found.to_bytes(),
                    kaipan_ops::call_json(&utf8(name), request).0.as_bytes()
                );
            }
            look_at(error, status);
        }
    }
}

fn utf8(name: &[u8]) -> String {
    String::from_utf8_lossy(name).into_owned()
}

fn schema(missing: u8, rest: &[u8]) {
    let (name, rest) = operation(rest);
    let side = rest.first().map_or(0, |byte| i32::from(*byte) - 1);
    let (mut schema, mut error) = (mark(), ptr::null_mut());
    // SAFETY: as in `call`.
    unsafe {
        let status = kp_operation_schema(
            text(name),
            name.len(),
            side,
            unless(missing, 1, &raw mut schema),
            ptr::null_mut(),
            unless(missing, 3, &raw mut error),
        );
        if status == KP_OK {
            kp_string_free(schema);
        } else {
            assert!(schema == mark());
            look_at(error, status);
        }
    }
}

/// Reads everything of an error and frees it.
///
/// # Safety
/// `error` is NULL or an error that is not used again.
unsafe fn look_at(error: *mut KpError, status: KpStatus) {
    assert_ne!(status, KP_OK);
    if error.is_null() {
        return;
    }
    // SAFETY: a live error; its texts are read before it is freed.
    unsafe {
        assert_eq!(i64::from(kp_error_number(error)), i64::from(status));
        assert_ne!(CStr::from_ptr(kp_error_code(error, ptr::null_mut())), c"call.panic");
        for at in 0..=kp_error_count(error) {
            let one = kp_error_at(error, at);
            for lang in [KP_ZH, KP_EN, 7] {
                let mut len = 0;
                let message = kp_error_message(one, lang, &raw mut len);
                assert!(message.is_null() || CStr::from_ptr(message).to_bytes().len() <= len);
                kp_error_hint(one, lang, ptr::null_mut());
            }
            kp_error_row(one);
        }
        kp_error_free(error);
    }
}

/// Eight bytes a number; the last ones are 0.
fn numbers(bytes: &[u8]) -> Vec<i64> {
    let whole = bytes.chunks(8).map(|chunk| {
        let mut all = [0; 8];
        all[..chunk.len()].copy_from_slice(chunk);
        i64::from_le_bytes(all)
    });
    whole.collect()
}

/// How many bytes are for columns; the request follows.
const COLUMNS: usize = 64;

fn columns(missing: u8, rest: &[u8]) {
    let Some((bytes, request)) = rest.split_at_checked(COLUMNS) else { return };
    let (mut scheme, mut error) = (ptr::null_mut(), ptr::null_mut());
    // SAFETY: slices with their lengths, places on the stack; the scheme is freed once.
    unsafe {
        let status = kp_compiled_scheme_new(
            text(request),
            request.len(),
            unless(missing, 1, &raw mut scheme),
            unless(missing, 3, &raw mut error),
        );
        if status != KP_OK {
            assert!(scheme.is_null());
            return look_at(error, status);
        }
        price(scheme, missing, None);
        price(scheme, missing, Some(bytes));
        let base = numbers(bytes)[0];
        if kp_compiled_scheme_set_base(scheme, base, &raw mut error) == KP_OK {
            price(scheme, missing, None);
        } else {
            kp_error_free(error);
        }
        lookups(scheme, bytes);
        kp_compiled_scheme_free(scheme);
    }
}

/// Prices the units of the scheme, or columns made of these bytes.
///
/// # Safety
/// `scheme` is a live scheme.
unsafe fn price(scheme: *const KpCompiledScheme, missing: u8, bytes: Option<&[u8]>) {
    // SAFETY: a live scheme; arrays of as many elements as said, or NULL.
    unsafe {
        let mut own = KpColumns {
            rows: 0,
            codes: ptr::null(),
            axes: 0,
            areas: ptr::null(),
            gift_areas: ptr::null(),
            lump_sums: ptr::null(),
        };
        assert_eq!(kp_compiled_scheme_columns(scheme, &raw mut own, ptr::null_mut()), KP_OK);
        let areas = bytes.map_or_else(Vec::new, numbers);
        let codes: Vec<u16> = areas.iter().map(|area| (area >> 50 & 3) as u16).collect();
        let pointers = vec![codes.as_ptr(); own.axes];
        if bytes.is_some() {
            own.rows = areas.len();
            own.codes = pointers.as_ptr();
            own.areas = unless(missing, 4, areas.as_ptr().cast_mut());
            own.gift_areas = unless(missing, 5, areas.as_ptr().cast_mut());
            own.lump_sums = unless(missing, 6, areas.as_ptr().cast_mut());
        }
        let (mut unit_prices, mut totals) = (vec![0; own.rows], vec![0; own.rows]);
        let mut sums = KpColumnTotals { units: 7, area: 8, total: 9 };
        let mut error = ptr::null_mut();
        let status = kp_compiled_scheme_price(
            scheme,
            &raw const own,
            unless(missing, 7, unit_prices.as_mut_ptr()),
            totals.as_mut_ptr(),
            &raw mut sums,
            &raw mut error,
        );
        if status == KP_OK {
            assert_eq!(sums.total, totals.iter().sum::<i64>());
        } else {
            assert_eq!((sums.units, sums.area, sums.total), (7, 8, 9));
            let row = kp_error_row(error);
            assert!(row < i64::try_from(own.rows).unwrap());
            look_at(error, status);
        }
    }
}

/// Every axis, key and code, and some that are not there.
///
/// # Safety
/// `scheme` is a live scheme.
unsafe fn lookups(scheme: *const KpCompiledScheme, bytes: &[u8]) {
    // SAFETY: a live scheme; keys are NUL-terminated or slices with their length.
    unsafe {
        for axis in 0..=kp_compiled_scheme_axis_count(scheme) {
            let mut code = 0;
            kp_compiled_scheme_axis_name(scheme, axis);
            for at in 0..=kp_compiled_scheme_key_count(scheme, axis) {
                let key = kp_compiled_scheme_key(scheme, axis, at, &raw mut code);
                kp_compiled_scheme_code(scheme, axis, key, KP_NUL, &raw mut code, ptr::null_mut());
            }
            let key = text(bytes);
            kp_compiled_scheme_code(scheme, axis, key, bytes.len(), &raw mut code, ptr::null_mut());
        }
    }
}
