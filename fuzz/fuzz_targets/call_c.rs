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
    match what % 8 {
        0 | 4 => call(*missing, rest),
        1 | 5 => schema(*missing, rest),
        6 => claims(*missing, rest),
        7 => facts(*missing, rest),
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

/// Columns of small numbers made of bytes, the request behind them.
fn claims(missing: u8, rest: &[u8]) {
    let Some((bytes, request)) = rest.split_at_checked(COLUMNS) else { return };
    let amounts = numbers(bytes);
    let days: Vec<i32> = amounts.iter().map(|one| (one >> 40) as i32).collect();
    let bearing: Vec<u8> = amounts.iter().map(|one| (one >> 8 & 3) as u8).collect();
    let groups: Vec<u16> = amounts.iter().map(|one| *one as u16).collect();
    let of: Vec<u32> = amounts.iter().map(|one| (one >> 16 & 7) as u32).collect();
    let rows = amounts.len();
    let columns = KpClaimColumns {
        rows,
        due: unless(missing, 0, days.as_ptr().cast_mut()),
        amounts: amounts.as_ptr(),
        since: unless(missing, 1, days.as_ptr().cast_mut()),
        bearing: unless(missing, 2, bearing.as_ptr().cast_mut()),
        contract_totals: unless(missing, 4, amounts.as_ptr().cast_mut()),
        groups: unless(missing, 5, groups.as_ptr().cast_mut()),
    };
    let receipts = KpReceiptColumns {
        rows,
        claims: of.as_ptr(),
        days: days.as_ptr(),
        amounts: unless(missing, 6, amounts.as_ptr().cast_mut()),
    };
    let receipts = unless(missing, 7, (&raw const receipts).cast_mut());
    let (mut outstanding, mut overdue_days) = (vec![0_i64; rows], vec![0_u32; rows]);
    let mut late_fees = vec![0_i64; rows];
    let mut sums = KpAssessedSums { claims: 7, outstanding: 8, overdue: 9, late_fee: 10 };
    let before = sums;
    let (mut response, mut error) = (mark(), ptr::null_mut());
    // SAFETY: arrays of as many elements as said, or NULL; places on the stack.
    unsafe {
        let status = kp_overdue_assess_columns(
            text(request),
            request.len(),
            &raw const columns,
            receipts,
            outstanding.as_mut_ptr(),
            overdue_days.as_mut_ptr(),
            late_fees.as_mut_ptr(),
            &raw mut sums,
            unless(missing, 3, &raw mut error),
        );
        if status == KP_OK {
            assert_eq!(sums.outstanding, outstanding.iter().sum::<i64>());
        } else {
            assert_eq!(sums, before);
            look_at(error, status);
        }
        error = ptr::null_mut();
        let status = kp_overdue_aging_columns(
            text(request),
            request.len(),
            &raw const columns,
            receipts,
            &raw mut response,
            ptr::null_mut(),
            unless(missing, 3, &raw mut error),
        );
        answered(status, response, error);
    }
}

/// Facts whose columns are made of bytes, the request behind them.
fn facts(missing: u8, rest: &[u8]) {
    let Some((bytes, request)) = rest.split_at_checked(COLUMNS) else { return };
    let amounts = numbers(bytes);
    let kinds: Vec<u8> = amounts.iter().map(|one| (one & 31) as u8).collect();
    let details: Vec<u16> = amounts.iter().map(|one| (one >> 5 & 3) as u16).collect();
    let nodes: Vec<u32> = amounts.iter().map(|one| (one >> 7 & 3) as u32).collect();
    let days: Vec<i32> = amounts.iter().map(|one| (one >> 40) as i32).collect();
    let columns = KpFactColumns {
        rows: amounts.len(),
        kinds: kinds.as_ptr(),
        details: details.as_ptr(),
        origins: nodes.as_ptr(),
        nodes: unless(missing, 0, nodes.as_ptr().cast_mut()),
        days: days.as_ptr(),
        performance_days: days.as_ptr(),
        finance_days: unless(missing, 1, days.as_ptr().cast_mut()),
        counts: nodes.as_ptr(),
        areas: amounts.as_ptr(),
        amounts: amounts.as_ptr(),
        finance_amounts: amounts.as_ptr(),
        list_amounts: unless(missing, 2, amounts.as_ptr().cast_mut()),
    };
    let (mut response, mut code, mut error) = (mark(), 77_u8, ptr::null_mut());
    // SAFETY: as in `claims`.
    unsafe {
        let status = kp_kpi_measure_columns(
            text(request),
            request.len(),
            &raw const columns,
            unless(missing, 4, &raw mut response),
            ptr::null_mut(),
            unless(missing, 3, &raw mut error),
        );
        answered(status, response, error);
        let (kind, len) = (text(request), request.len());
        if kp_fact_kind_code(kind, len, &raw mut code, ptr::null_mut()) != KP_OK {
            assert_eq!(code, 77);
        }
    }
}

/// Frees an answer; a refused call has left none.
///
/// # Safety
/// What a call gave, which is not used again.
unsafe fn answered(status: KpStatus, response: *mut c_char, error: *mut KpError) {
    // SAFETY: a string of the library, or an error of it.
    unsafe {
        if status == KP_OK {
            kp_string_free(response);
        } else {
            assert!(response == mark());
            look_at(error, status);
        }
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
