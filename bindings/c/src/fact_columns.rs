//! Measures over columns of facts.

use crate::arrays::array;
use crate::error::{KpError, KpStatus, report};
use crate::text::{bad_argument, bytes, hand_over, put, utf8};
use kaipan::error::Result;
use kaipan::kpi::{FactColumns, FactKind};
use kaipan_ops::json;
use kaipan_ops::kpi::KpiMeasureColumnsRequest;
use std::ffi::c_char;

/// Facts as columns, a row each. Days are days since 1970-01-01. The arrays belong to whoever filled
/// this in; the library only reads them, during the call.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct KpFactColumns {
    /// Number of facts: the length of every array below.
    pub rows: usize,
    /// What happened: `kp_fact_kind_code`.
    pub kinds: *const u8,
    /// What of that kind: the place of the detail among those of the request; 65535 where there is none.
    pub details: *const u16,
    /// Which kinds it goes back to, directly or through others: the bit `1 << code` of each.
    pub origins: *const u32,
    /// The node, by its place among the groups of the request.
    pub nodes: *const u32,
    /// 业务日期.
    pub days: *const i32,
    /// 业绩归属日期; the same as `days` where it is no other.
    pub performance_days: *const i32,
    /// 财务确认日期; `KP_NO_DAY` where finance does not recognise it.
    pub finance_days: *const i32,
    /// Units or batches.
    pub counts: *const u32,
    /// Areas in 0.0001 m².
    pub areas: *const i64,
    /// Amounts in fen.
    pub amounts: *const i64,
    /// Amounts in fen, as finance has them.
    pub finance_amounts: *const i64,
    /// 表价总价, in fen.
    pub list_amounts: *const i64,
}

/// The number of a kind of fact, such as of "subscription", into `*code`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kp_fact_kind_code(
    kind: *const c_char,
    kind_len: usize,
    code: *mut u8,
    error: *mut *mut KpError,
) -> KpStatus {
    let body = || {
        if code.is_null() {
            return Err(bad_argument("code", "是空指针", "is NULL"));
        }
        // SAFETY: the caller passes a text with its length.
        let kind = unsafe { utf8("kind", kind, kind_len) }?;
        let kind: FactKind = json::read(&json::write(&kind.to_owned(), kind.len()))?;
        // SAFETY: the caller passes a place.
        unsafe { put(code, kind.code()) };
        Ok(())
    };
    // SAFETY: the caller passes NULL or a place.
    unsafe { report(error, body) }
}

/// Counts facts by group, period and measure: what `kpi.measure` counts.
///
/// The request is JSON,
/// `{"metrics":["subscriptions"],"periods":{"kind":"month","from":"2026-03-01","to":"2026-04-30"},"groups":[0,0,1],"details":["quit"]}`:
/// measures, periods and `caliber` as in `kpi.measure`; the group of each node, from 0; the details that
/// `details` names. On success `*response` is a new string for `kp_string_free` and `*response_len`
/// (which may be NULL) its length: `{"rows":[{"group":0,"period":"2026-03","values":["1"]},…]}`, every
/// group in every period, with a value for each measure.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kp_kpi_measure_columns(
    request: *const c_char,
    request_len: usize,
    facts: *const KpFactColumns,
    response: *mut *mut c_char,
    response_len: *mut usize,
    error: *mut *mut KpError,
) -> KpStatus {
    let body = || {
        if response.is_null() {
            return Err(bad_argument("response", "是空指针", "is NULL"));
        }
        // SAFETY: the caller passes a text with its length.
        let request = unsafe { bytes("request", request, request_len) }?;
        let request: KpiMeasureColumnsRequest = kaipan_ops::read_request(request)?;
        // SAFETY: the caller passes NULL or filled-in columns.
        let facts = unsafe { fact_columns(facts) }?;
        let measured = request.measure(&facts)?;
        let (text, len) = hand_over(json::write(&measured, 1024));
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

/// The facts as the core reads them.
///
/// # Safety
/// As written at [`KpFactColumns`], for `'a`.
unsafe fn fact_columns<'a>(facts: *const KpFactColumns) -> Result<FactColumns<'a>> {
    // SAFETY: the caller promises NULL or filled-in columns.
    let facts = unsafe { facts.as_ref() };
    let facts = facts.ok_or_else(|| bad_argument("facts", "是空指针", "is NULL"))?;
    let rows = facts.rows;
    // SAFETY: the caller promises `rows` elements.
    unsafe {
        Ok(FactColumns {
            kinds: array("kinds", facts.kinds, rows)?,
            details: array("details", facts.details, rows)?,
            origins: array("origins", facts.origins, rows)?,
            nodes: array("nodes", facts.nodes, rows)?,
            days: array("days", facts.days, rows)?,
            performance_days: array("performance_days", facts.performance_days, rows)?,
            finance_days: array("finance_days", facts.finance_days, rows)?,
            counts: array("counts", facts.counts, rows)?,
            areas: array("areas", facts.areas, rows)?,
            amounts: array("amounts", facts.amounts, rows)?,
            finance_amounts: array("finance_amounts", facts.finance_amounts, rows)?,
            list_amounts: array("list_amounts", facts.list_amounts, rows)?,
        })
    }
}
