//! What is owed and overdue, over columns of claims and receipts: little-endian integers.

use crate::bytes::{self, Bytes};
use crate::call::guarded;
use crate::{Checked, KaipanError};
use kaipan::error::{Error, Input};
use kaipan::overdue::{AssessedColumns, AssessedSums, ClaimColumns, ReceiptColumns};
use kaipan_ops::overdue::{AgedColumns, OverdueAgingColumnsRequest, OverdueAssessColumnsRequest};

/// Claims as columns, little-endian; those from `since` on may be empty.
#[derive(Debug, Clone, uniffi::Record)]
pub struct ClaimBytes {
    /// Due days since 1970-01-01, 4 bytes each; the least number where there is none.
    pub due: Bytes,
    /// Amounts in fen, 8 bytes each.
    pub amounts: Bytes,
    /// The days on which they arose, as due days.
    pub since: Bytes,
    /// 1 where late fees are charged, 0 where not; a byte each.
    pub bearing: Bytes,
    /// Contract totals in fen, 8 bytes each.
    pub contract_totals: Bytes,
    /// Groups, 2 bytes each.
    pub groups: Bytes,
}

/// Receipts as columns, little-endian.
#[derive(Debug, Clone, uniffi::Record)]
pub struct ReceiptBytes {
    /// Rows of claims, 4 bytes each.
    pub claims: Bytes,
    /// Days since 1970-01-01, 4 bytes each.
    pub days: Bytes,
    /// Amounts in fen, 8 bytes each.
    pub amounts: Bytes,
}

/// What claims owe, as columns, little-endian.
#[derive(Debug, Clone, uniffi::Record)]
pub struct AssessedBytes {
    /// What is owed in fen, 8 bytes each.
    pub outstanding: Bytes,
    /// Days overdue, 4 bytes each.
    pub overdue_days: Bytes,
    /// Late fees in fen, 8 bytes each.
    pub late_fees: Bytes,
    /// The sums.
    pub sums: AssessedSums,
}

/// Assesses claims. Not for users: `overdueAssessColumns` of each package takes and gives arrays.
#[uniffi::export]
pub fn overdue_assess_bytes(
    request: Checked<OverdueAssessColumnsRequest>,
    claims: ClaimBytes,
    receipts: ReceiptBytes,
) -> Result<AssessedBytes, KaipanError> {
    guarded(|| {
        let request = request.value()?;
        let (claims, receipts) = (Claims::read(&claims)?, Receipts::read(&receipts)?);
        let rows = claims.amounts.len();
        let (mut outstanding, mut late_fees) = (vec![0; rows], vec![0; rows]);
        let mut overdue_days = vec![0; rows];
        let out = AssessedColumns {
            outstanding: &mut outstanding,
            overdue_days: &mut overdue_days,
            late_fees: &mut late_fees,
        };
        let sums = request.assess(claims.view(), receipts.view(), out)?;
        Ok(AssessedBytes {
            outstanding: Bytes::integers(&[&outstanding])?,
            overdue_days: Bytes::days(&overdue_days)?,
            late_fees: Bytes::integers(&[&late_fees])?,
            sums,
        })
    })
}

/// Ages claims. Not for users: `overdueAgingColumns` of each package takes arrays.
#[uniffi::export]
pub fn overdue_aging_bytes(
    request: Checked<OverdueAgingColumnsRequest>,
    claims: ClaimBytes,
    receipts: ReceiptBytes,
) -> Result<AgedColumns, KaipanError> {
    guarded(|| {
        let request = request.value()?;
        let (claims, receipts) = (Claims::read(&claims)?, Receipts::read(&receipts)?);
        request.age(claims.view(), receipts.view())
    })
}

/// Columns of claims that were read from bytes.
struct Claims {
    due: Vec<i32>,
    amounts: Vec<i64>,
    since: Vec<i32>,
    bearing: Vec<bool>,
    contract_totals: Vec<i64>,
    groups: Vec<u16>,
}

impl Claims {
    fn read(claims: &ClaimBytes) -> Result<Claims, Error> {
        let read = || {
            Ok(Claims {
                due: bytes::column("due", &claims.due, i32::from_le_bytes)?,
                amounts: bytes::column("amounts", &claims.amounts, i64::from_le_bytes)?,
                since: bytes::column("since", &claims.since, i32::from_le_bytes)?,
                bearing: bytes::truths("bearing", &claims.bearing)?,
                contract_totals: bytes::column(
                    "contract_totals",
                    &claims.contract_totals,
                    i64::from_le_bytes,
                )?,
                groups: bytes::column("groups", &claims.groups, u16::from_le_bytes)?,
            })
        };
        read().map_err(|error: Error| error.within(Input::Claims))
    }

    fn view(&self) -> ClaimColumns<'_> {
        ClaimColumns {
            due: &self.due,
            amounts: &self.amounts,
            since: &self.since,
            bearing: &self.bearing,
            contract_totals: &self.contract_totals,
            groups: &self.groups,
        }
    }
}

/// Columns of receipts that were read from bytes.
struct Receipts {
    claims: Vec<u32>,
    days: Vec<i32>,
    amounts: Vec<i64>,
}

impl Receipts {
    fn read(receipts: &ReceiptBytes) -> Result<Receipts, Error> {
        let read = || {
            Ok(Receipts {
                claims: bytes::column("claims", &receipts.claims, u32::from_le_bytes)?,
                days: bytes::column("days", &receipts.days, i32::from_le_bytes)?,
                amounts: bytes::column("amounts", &receipts.amounts, i64::from_le_bytes)?,
            })
        };
        read().map_err(|error: Error| error.within(Input::Received))
    }

    fn view(&self) -> ReceiptColumns<'_> {
        ReceiptColumns { claims: &self.claims, days: &self.days, amounts: &self.amounts }
    }
}
