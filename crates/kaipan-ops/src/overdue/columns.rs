//! What hosts give as JSON beside columns of claims and receipts, and what is answered.

use kaipan::Date;
use kaipan::error::Result;
use kaipan::overdue::{
    AgedGroup, AgingBucket, AgingMode, AssessedColumns, AssessedSums, ClaimColumns, LateFeePolicy,
    OverdueColumns, ReceiptColumns,
};
use kaipan_derive::boundary;

/// The day and the policy by which columns of claims are assessed.
#[boundary]
pub struct OverdueAssessColumnsRequest {
    /// What contracts agree about late payment; without it nothing is charged.
    pub policy: Option<LateFeePolicy>,
    /// The day.
    pub as_of: Date,
}

/// The day, the policy and the buckets by which columns of claims are aged.
#[boundary]
pub struct OverdueAgingColumnsRequest {
    /// What contracts agree about late payment, where receipts pay late fees too.
    pub policy: Option<LateFeePolicy>,
    /// The day.
    pub as_of: Date,
    /// What is analysed; what is still owed if absent.
    pub mode: Option<AgingMode>,
    /// The buckets; up to 30, 60, 90, 180, 360 days and longer if absent.
    pub buckets: Option<Vec<AgingBucket>>,
}

/// What claims owe, group by group.
#[boundary(answer)]
pub struct AgedColumns {
    /// The groups, in the order of their numbers: one for every number up to the highest.
    #[boundary(required)]
    pub groups: Vec<AgedGroup>,
}

impl OverdueAssessColumnsRequest {
    /// Assesses claims.
    ///
    /// # Errors
    /// As [`OverdueColumns::new`] and [`OverdueColumns::assess`].
    pub fn assess(
        &self,
        claims: ClaimColumns<'_>,
        receipts: ReceiptColumns<'_>,
        out: AssessedColumns<'_>,
    ) -> Result<AssessedSums> {
        let policy = self.policy.clone().unwrap_or_default();
        OverdueColumns::new(&policy)?.assess(claims, receipts, self.as_of, out)
    }
}

impl OverdueAgingColumnsRequest {
    /// Ages claims.
    ///
    /// # Errors
    /// As [`OverdueColumns::new`] and [`OverdueColumns::age`].
    pub fn age(
        &self,
        claims: ClaimColumns<'_>,
        receipts: ReceiptColumns<'_>,
    ) -> Result<AgedColumns> {
        let policy = self.policy.clone().unwrap_or_default();
        let mode = self.mode.unwrap_or_default();
        let columns = OverdueColumns::new(&policy)?;
        let groups = columns.age(claims, receipts, self.as_of, self.buckets.as_deref(), mode)?;
        Ok(AgedColumns { groups })
    }
}
