//! Columnar pricing: a scheme compiled once, run over arrays.

use crate::arrays::array_out;
use crate::columns::{KpColumnTotals, KpColumns, Lent, codes, view};
use crate::error::{KpError, KpStatus, report};
use crate::guard::guard_or;
use crate::text::{bad_argument, bytes, put, utf8};
use kaipan::error::Result;
use kaipan::number::{UnitPrice, Unrounded};
use kaipan::pricing::{CompiledScheme, PricedColumns};
use std::ffi::{CString, c_char};
use std::ptr;

/// A pricing scheme compiled for columns of units. Any number of threads may use it at once,
/// except while `kp_compiled_scheme_set_base` or `kp_compiled_scheme_free` runs.
pub struct KpCompiledScheme {
    compiled: CompiledScheme,
    columns: Lent,
    axes: Vec<AxisTexts>,
}

/// The texts of an axis, NUL-terminated. Keys that hold a NUL end there.
struct AxisTexts {
    name: CString,
    keys: Vec<CString>,
}

fn c_text(text: &str) -> CString {
    CString::new(text.split('\0').next().unwrap_or_default()).unwrap_or_default()
}

impl KpCompiledScheme {
    fn new(request: &[u8]) -> Result<KpCompiledScheme> {
        let (compiled, columns) = kaipan_ops::compile_columns(request)?;
        let texts = compiled.axes().iter().map(|axis| AxisTexts {
            name: c_text(&axis.name),
            keys: axis.keys.iter().map(|key| c_text(&key.key)).collect(),
        });
        let axes = texts.collect();
        Ok(KpCompiledScheme { compiled, columns: Lent::new(columns), axes })
    }
}

// Promised to hosts; must go on to be true.
const _: fn() = || {
    fn shared<T: Send + Sync>() {}
    shared::<KpCompiledScheme>();
    shared::<KpError>();
};

fn null_scheme() -> kaipan::Error {
    bad_argument("scheme", "是空指针", "is NULL")
}

/// Reads from a scheme; NULL gives `otherwise`.
///
/// # Safety
/// `scheme` is NULL or a live scheme.
unsafe fn read<T>(
    scheme: *const KpCompiledScheme,
    otherwise: T,
    body: impl FnOnce(&KpCompiledScheme) -> Option<T>,
) -> T
where
    T: Copy,
{
    guard_or(otherwise, || {
        // SAFETY: the caller promises NULL or a live scheme.
        unsafe { scheme.as_ref() }.and_then(body).unwrap_or(otherwise)
    })
}

/// Compiles a scheme for units.
///
/// The request is JSON, `{"scheme":{…},"units":[…]}`, with a scheme and units as in
/// `pricing.table`; the scheme needs a base price. Its scope is not looked at: the host has chosen
/// the units. Floors that exist are taken from these units. Schemes priced per unit or with
/// overrides cannot be compiled: their prices do not come from factors. On success `*scheme` is a
/// new scheme for `kp_compiled_scheme_free`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kp_compiled_scheme_new(
    request: *const c_char,
    request_len: usize,
    scheme: *mut *mut KpCompiledScheme,
    error: *mut *mut KpError,
) -> KpStatus {
    let body = || {
        if scheme.is_null() {
            return Err(null_scheme());
        }
        // SAFETY: the caller passes a text with its length.
        let request = unsafe { bytes("request", request, request_len) }?;
        let made = Box::into_raw(Box::new(KpCompiledScheme::new(request)?));
        // SAFETY: the caller passes a place.
        unsafe { put(scheme, made) };
        Ok(())
    };
    // SAFETY: the caller passes NULL or a place.
    unsafe { report(error, body) }
}

/// Frees a scheme with its columns. NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kp_compiled_scheme_free(scheme: *mut KpCompiledScheme) {
    guard_or((), || {
        if !scheme.is_null() {
            // SAFETY: the caller passes what `kp_compiled_scheme_new` has written, once.
            drop(unsafe { Box::from_raw(scheme) });
        }
    });
}

/// Changes the base price, in 0.000001 yuan per m²; codes and columns stay as they are. A base that
/// is not above zero is refused, and the old one stays. No other thread may use the scheme
/// meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kp_compiled_scheme_set_base(
    scheme: *mut KpCompiledScheme,
    base: i64,
    error: *mut *mut KpError,
) -> KpStatus {
    let body = || {
        // SAFETY: the caller passes NULL or a scheme that nobody else uses.
        let scheme = unsafe { scheme.as_mut() }.ok_or_else(null_scheme)?;
        scheme.compiled.set_base(Unrounded::from(UnitPrice::from_micros(base)))
    };
    // SAFETY: the caller passes NULL or a place.
    unsafe { report(error, body) }
}

/// As `kp_compiled_scheme_set_base`, exactly: "numerator/denominator" as `pricing.solve_base`
/// answers, or a decimal of yuan per m² such as "12500.5".
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kp_compiled_scheme_set_exact_base(
    scheme: *mut KpCompiledScheme,
    base: *const c_char,
    base_len: usize,
    error: *mut *mut KpError,
) -> KpStatus {
    let body = || {
        // SAFETY: the caller passes NULL or a scheme that nobody else uses.
        let scheme = unsafe { scheme.as_mut() }.ok_or_else(null_scheme)?;
        // SAFETY: the caller passes a text with its length.
        let base = unsafe { utf8("base", base, base_len) }?;
        scheme.compiled.set_base(base.parse()?)
    };
    // SAFETY: the caller passes NULL or a place.
    unsafe { report(error, body) }
}

/// Fills in the columns of the units that the scheme was compiled for, in their order. They live
/// as long as the scheme.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kp_compiled_scheme_columns(
    scheme: *const KpCompiledScheme,
    columns: *mut KpColumns,
    error: *mut *mut KpError,
) -> KpStatus {
    let body = || {
        // SAFETY: the caller passes NULL or a live scheme.
        let scheme = unsafe { scheme.as_ref() }.ok_or_else(null_scheme)?;
        if columns.is_null() {
            return Err(bad_argument("columns", "是空指针", "is NULL"));
        }
        // SAFETY: the caller passes a place.
        unsafe { put(columns, scheme.columns.lend()) };
        Ok(())
    };
    // SAFETY: the caller passes NULL or a place.
    unsafe { report(error, body) }
}

/// Prices every row: unit prices in fen per m² into `unit_prices`, totals in fen into `totals`,
/// both of `columns->rows` elements; sums into `*sums`, which may be NULL.
///
/// The fen are those of `pricing.table`. Fails with the first row that has no price, see
/// `kp_error_row`; what stands in the two arrays then means nothing. They must not overlap with
/// each other or with the columns. Nothing is allocated for a row.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kp_compiled_scheme_price(
    scheme: *const KpCompiledScheme,
    columns: *const KpColumns,
    unit_prices: *mut i64,
    totals: *mut i64,
    sums: *mut KpColumnTotals,
    error: *mut *mut KpError,
) -> KpStatus {
    let body = || {
        // SAFETY: the caller passes NULL or a live scheme.
        let scheme = unsafe { scheme.as_ref() }.ok_or_else(null_scheme)?;
        // SAFETY: the caller passes NULL or filled-in columns.
        let columns = unsafe { columns.as_ref() }
            .ok_or_else(|| bad_argument("columns", "是空指针", "is NULL"))?;
        // Before any pointer of the host is followed.
        scheme.compiled.check_axes(columns.axes)?;
        // SAFETY: the caller promises the arrays behind the columns and for the prices.
        let (codes, out) = unsafe {
            let unit_prices = array_out("unit_prices", unit_prices, columns.rows)?;
            let totals = array_out("totals", totals, columns.rows)?;
            (codes(columns)?, PricedColumns { unit_prices, totals })
        };
        // SAFETY: as above.
        let view = unsafe { view(columns, &codes) }?;
        let found = scheme.compiled.price(&view, out)?;
        // SAFETY: the caller passes NULL or a place.
        unsafe { put(sums, KpColumnTotals::from(found)) };
        Ok(())
    };
    // SAFETY: the caller passes NULL or a place.
    unsafe { report(error, body) }
}

/// Number of axes: one for every factor of the scheme, and a last one for spot adjustments; 0 for
/// NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kp_compiled_scheme_axis_count(scheme: *const KpCompiledScheme) -> usize {
    // SAFETY: the caller passes NULL or a live scheme.
    unsafe { read(scheme, 0, |scheme| Some(scheme.axes.len())) }
}

/// Name of an axis: that of its factor; NULL past the last. It lives as long as the scheme.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kp_compiled_scheme_axis_name(
    scheme: *const KpCompiledScheme,
    axis: usize,
) -> *const c_char {
    // SAFETY: the caller passes NULL or a live scheme.
    unsafe { read(scheme, ptr::null(), |scheme| Some(scheme.axes.get(axis)?.name.as_ptr())) }
}

/// Number of codes of an axis, which count from 0; 0 past the last.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kp_compiled_scheme_axis_codes(
    scheme: *const KpCompiledScheme,
    axis: usize,
) -> u32 {
    let codes =
        |scheme: &KpCompiledScheme| Some(u32::from(scheme.compiled.axes().get(axis)?.codes));
    // SAFETY: the caller passes NULL or a live scheme.
    unsafe { read(scheme, 0, codes) }
}

/// Number of attribute values of an axis that were met in the units; 0 past the last.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kp_compiled_scheme_key_count(
    scheme: *const KpCompiledScheme,
    axis: usize,
) -> usize {
    // SAFETY: the caller passes NULL or a live scheme.
    unsafe { read(scheme, 0, |scheme| Some(scheme.axes.get(axis)?.keys.len())) }
}

/// An attribute value of an axis, with its code in `*code`, which may be NULL; NULL past the last.
/// It ends at its NUL (and at one that it holds) and lives as long as the scheme.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kp_compiled_scheme_key(
    scheme: *const KpCompiledScheme,
    axis: usize,
    index: usize,
    code: *mut u16,
) -> *const c_char {
    let key = |scheme: &KpCompiledScheme| {
        let found = scheme.compiled.axes().get(axis)?.keys.get(index)?.code;
        let key = scheme.axes.get(axis)?.keys.get(index)?.as_ptr();
        // SAFETY: the caller passes NULL or a place.
        unsafe { put(code, found) };
        Some(key)
    };
    // SAFETY: the caller passes NULL or a live scheme.
    unsafe { read(scheme, ptr::null(), key) }
}

/// The code of an attribute value of an axis, such as of floor "18", into `*code`.
///
/// Refuses values that no unit had, and those whose code depends on more than the value (a floor
/// of buildings with different floors): compile the scheme for such units instead.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kp_compiled_scheme_code(
    scheme: *const KpCompiledScheme,
    axis: usize,
    key: *const c_char,
    key_len: usize,
    code: *mut u16,
    error: *mut *mut KpError,
) -> KpStatus {
    let body = || {
        // SAFETY: the caller passes NULL or a live scheme.
        let scheme = unsafe { scheme.as_ref() }.ok_or_else(null_scheme)?;
        if code.is_null() {
            return Err(bad_argument("code", "是空指针", "is NULL"));
        }
        // SAFETY: the caller passes a text with its length.
        let key = unsafe { utf8("key", key, key_len) }?;
        let axes = scheme.compiled.axes();
        let axis =
            axes.get(axis).ok_or_else(|| bad_argument("axis", "不存在", "does not exist"))?;
        let found = axis.code(key).ok_or_else(|| {
            bad_argument("key", "没有唯一的编码", "has no code, or more than one")
        })?;
        // SAFETY: the caller passes a place.
        unsafe { put(code, found) };
        Ok(())
    };
    // SAFETY: the caller passes NULL or a place.
    unsafe { report(error, body) }
}
