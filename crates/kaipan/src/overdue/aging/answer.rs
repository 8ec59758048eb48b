//! What is answered about aging.

use super::dimension::{AgingDimension, AgingMode};
use crate::error::{Finding, told};
use crate::number::Money;
use crate::overdue::claim::ClaimDeal;
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// 账龄分析表: what is owed on a day, by how long it is overdue.
#[boundary(answer)]
pub struct AgingReport {
    /// The day.
    pub as_of: Date,
    /// The last recorded number that was looked at; all if absent.
    pub horizon: Option<u32>,
    /// What is analysed.
    pub mode: AgingMode,
    /// The buckets, in the order of every row's amounts.
    #[boundary(required)]
    pub columns: Vec<AgingColumn>,
    /// Everything.
    pub total: AgingRow,
    /// A table for each dimension that is asked for; the rows of each come to the total.
    pub tables: Vec<AgingTable>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(AgingReport: findings);

/// A bucket of a report.
#[boundary(answer)]
pub struct AgingColumn {
    /// The first day overdue.
    pub from_days: u32,
    /// The last day overdue; no end if absent.
    pub to_days: Option<u32>,
    /// Its title in Chinese.
    pub zh: Label,
    /// Its title in English.
    pub en: Label,
}

/// A table of a report.
#[boundary(answer)]
pub struct AgingTable {
    /// What it has a row for each of.
    pub by: AgingDimension,
    /// The rows, by key; what has none comes last.
    #[boundary(required)]
    pub rows: Vec<AgingRow>,
}

/// A row of a report, yuan.
#[boundary(answer)]
pub struct AgingRow {
    /// The item, agent, project and so on; absent for what has none, and in the total.
    pub key: Option<Text>,
    /// Its name in Chinese.
    pub zh: Label,
    /// Its name in English.
    pub en: Label,
    /// 应收金额 of the claims.
    pub receivable: Money,
    /// 未到期.
    pub not_due: Money,
    /// Overdue, bucket by bucket.
    #[boundary(required)]
    pub buckets: Vec<Money>,
    /// 未定日期.
    pub undated: Money,
    /// 欠款: not due, all buckets and undated together; in the other modes what is analysed.
    pub outstanding: Money,
    /// 逾期: all buckets together.
    pub overdue: Money,
    /// 预收款, which no claim has.
    pub prepayment: Money,
    /// Outstanding less prepayment.
    pub net: Money,
    /// How many claims there are amounts of.
    pub claims: u32,
    /// The most days that something is overdue, or was late.
    pub overdue_days: u32,
    /// The next day on which something is due, today or later.
    pub nearest_due: Option<Date>,
    /// What is known of the deal, in a table by deal.
    pub deal: Option<ClaimDeal>,
}
