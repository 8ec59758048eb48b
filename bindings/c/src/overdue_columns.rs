//! What is owed and overdue, over columns of claims and receipts.

use crate::arrays::{array, array_out, optional};
use crate::error::{KpError, KpStatus, report};
use crate::text::{bad_argument, bytes, hand_over, put};
use kaipan::error::{Input, Result};
use kaipan::overdue::{AssessedColumns, AssessedSums, ClaimColumns, ReceiptColumns};
use kaipan_ops::overdue::{OverdueAgingColumnsRequest, OverdueAssessColumnsRequest};
use std::ffi::c_char;
use std::slice;

/// In the place of a day: there is none.
pub const KP_NO_DAY: i32 = i32::MIN;

/// Claims as columns: what deals owe, a row each. Days are days since 1970-01-01. The arrays belong to
/// whoever filled this in; the library only reads them, during the call.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct KpClaimColumns {
    /// Number of claims: the length of every array below.
    pub rows: usize,
    /// Due days; `KP_NO_DAY` where there is none.
    pub due: *const i32,
    /// Amounts in fen.
    pub amounts: *const i64,
    /// The days on which they arose, `KP_NO_DAY` where it is not known; NULL if it is of none.
    pub since: *const i32,
    /// 1 where late fees are charged, 0 where not; NULL: on all.
    pub bearing: *const u8,
    /// Contract totals of their deals in fen, for caps by those, 0 where it is not known; NULL if it is of none.
    pub contract_totals: *const i64,
    /// The group that each counts in, from 0, for `kp_overdue_aging_columns`; NULL: all in one.
    pub groups: *const u16,
}

/// Receipts as columns, a row each, in any order; those that are in the order of their claims are
/// quicker. Days are days since 1970-01-01.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct KpReceiptColumns {
    /// Number of receipts: the length of every array below.
    pub rows: usize,
    /// The row of the claim that each pays, from 0.
    pub claims: *const u32,
    /// Days on which the money came in.
    pub days: *const i32,
    /// Amounts in fen; below zero it was given back.
    pub amounts: *const i64,
}

/// Sums over all claims.
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KpAssessedSums {
    /// Claims that there are on the day.
    pub claims: u64,
    /// What is owed, in fen.
    pub outstanding: i64,
    /// What of it is overdue, in fen.
    pub overdue: i64,
    /// Late fees (参考违约金), in fen.
    pub late_fee: i64,
}

impl From<AssessedSums> for KpAssessedSums {
    fn from(sums: AssessedSums) -> KpAssessedSums {
        KpAssessedSums {
            claims: sums.claims.into(),
            outstanding: sums.outstanding.fen(),
            overdue: sums.overdue.fen(),
            late_fee: sums.late_fee.fen(),
        }
    }
}

/// Assesses claims on a day: what each owes in fen into `outstanding`, days overdue into
/// `overdue_days`, the late fee in fen into `late_fees`, all of `claims->rows` elements; sums into
/// `*sums`, which may be NULL. A claim that has not arisen owes nothing.
///
/// The request is JSON, `{"as_of":"2026-07-31","policy":{…}}`, with day and policy as in
/// `overdue.assess`; the fen are those of `overdue.assess`. `receipts` may be NULL: nothing was paid.
/// Fails with the first row that cannot be, see `kp_error_row`; what stands in the three arrays then
/// means nothing. They must not overlap with each other or with the columns.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kp_overdue_assess_columns(
    request: *const c_char,
    request_len: usize,
    claims: *const KpClaimColumns,
    receipts: *const KpReceiptColumns,
    outstanding: *mut i64,
    overdue_days: *mut u32,
    late_fees: *mut i64,
    sums: *mut KpAssessedSums,
    error: *mut *mut KpError,
) -> KpStatus {
    let body = || {
        // SAFETY: the caller passes a text with its length.
        let request = unsafe { bytes("request", request, request_len) }?;
        let request: OverdueAssessColumnsRequest = kaipan_ops::read_request(request)?;
        // SAFETY: the caller passes NULL or filled-in columns.
        let (claims, receipts) = unsafe { (claim_columns(claims)?, receipt_columns(receipts)?) };
        let rows = claims.amounts.len();
        // SAFETY: the caller promises the arrays.
        let out = unsafe {
            AssessedColumns {
                outstanding: array_out("outstanding", outstanding, rows)?,
                overdue_days: array_out("overdue_days", overdue_days, rows)?,
                late_fees: array_out("late_fees", late_fees, rows)?,
            }
        };
        let found = request.assess(claims, receipts, out)?;
        // SAFETY: the caller passes NULL or a place.
        unsafe { put(sums, KpAssessedSums::from(found)) };
        Ok(())
    };
    // SAFETY: the caller passes NULL or a place.
    unsafe { report(error, body) }
}

/// What the claims of each group owe on a day by how long they are overdue.
///
/// The request is JSON, `{"as_of":"2026-07-31","policy":{…},"mode":"still_owed","buckets":[…]}`, with
/// everything as in `overdue.aging`. On success `*response` is a new string for `kp_string_free` and
/// `*response_len` (which may be NULL) its length:
/// `{"groups":[{"claims":2,"not_due":"0.00","buckets":["120.00",…],"undated":"0.00"},…]}`, a group for
/// every number up to the highest. `receipts` may be NULL: nothing was paid.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kp_overdue_aging_columns(
    request: *const c_char,
    request_len: usize,
    claims: *const KpClaimColumns,
    receipts: *const KpReceiptColumns,
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
        let request: OverdueAgingColumnsRequest = kaipan_ops::read_request(request)?;
        // SAFETY: the caller passes NULL or filled-in columns.
        let (claims, receipts) = unsafe { (claim_columns(claims)?, receipt_columns(receipts)?) };
        let aged = request.age(claims, receipts)?;
        let (text, len) = hand_over(kaipan_ops::json::write(&aged, 1024));
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

/// The claims as the core reads them.
///
/// # Safety
/// As written at [`KpClaimColumns`], for `'a`.
unsafe fn claim_columns<'a>(claims: *const KpClaimColumns) -> Result<ClaimColumns<'a>> {
    // SAFETY: the caller promises NULL or filled-in columns.
    let claims = unsafe { claims.as_ref() };
    let claims = claims.ok_or_else(|| bad_argument("claims", "是空指针", "is NULL"))?;
    let rows = claims.rows;
    // SAFETY: the caller promises `rows` elements, or NULL for those that may be left out.
    unsafe {
        Ok(ClaimColumns {
            due: array("due", claims.due, rows)?,
            amounts: array("amounts", claims.amounts, rows)?,
            since: optional("since", claims.since, rows)?,
            bearing: truths("bearing", optional("bearing", claims.bearing, rows)?)?,
            contract_totals: optional("contract_totals", claims.contract_totals, rows)?,
            groups: optional("groups", claims.groups, rows)?,
        })
    }
}

/// The receipts as the core reads them; NULL for none.
///
/// # Safety
/// As written at [`KpReceiptColumns`], for `'a`.
unsafe fn receipt_columns<'a>(receipts: *const KpReceiptColumns) -> Result<ReceiptColumns<'a>> {
    // SAFETY: the caller promises NULL or filled-in columns.
    let Some(receipts) = (unsafe { receipts.as_ref() }) else {
        return Ok(ReceiptColumns::default());
    };
    let rows = receipts.rows;
    // SAFETY: the caller promises `rows` elements.
    unsafe {
        Ok(ReceiptColumns {
            claims: array("claims", receipts.claims, rows)?,
            days: array("days", receipts.days, rows)?,
            amounts: array("amounts", receipts.amounts, rows)?,
        })
    }
}

/// Bytes that are 0 or 1, as truths.
fn truths<'a>(name: &'static str, column: &'a [u8]) -> Result<&'a [bool]> {
    if let Some(row) = column.iter().position(|byte| *byte > 1) {
        let error = bad_argument(name, "既不是 0 也不是 1", "is neither 0 nor 1");
        return Err(error.at(row).at(name).within(Input::Claims));
    }
    // SAFETY: as many bytes, each of which is 0 or 1, as a `bool` is.
    Ok(unsafe { slice::from_raw_parts(column.as_ptr().cast(), column.len()) })
}
