//! What a reconciliation answers.

use crate::error::{Finding, told};
use crate::number::Exact;
use crate::report::cell::ReportCell;
use crate::{Label, Text};
use kaipan_derive::boundary;

/// 核对结果: what differs between a report and a table made by hand.
#[boundary(answer)]
pub struct ReportReconciliation {
    /// The name of the report.
    pub report: Text,
    /// Its title in Chinese.
    pub title_zh: Label,
    /// Its title in English.
    pub title_en: Label,
    /// The columns by which rows were paired.
    #[boundary(required)]
    pub keys: Vec<Text>,
    /// How many rows stand in both, that of totals apart.
    pub paired: u32,
    /// How many cells were compared.
    pub compared: u32,
    /// How many of them say the same.
    pub equal: u32,
    /// What differs: by row of the report, then rows that stand in the table by hand alone, then totals.
    #[boundary(required)]
    pub differences: Vec<ReportDifference>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(ReportReconciliation: findings);

/// 差异: a cell or a row that differs.
#[boundary(answer)]
pub struct ReportDifference {
    /// How.
    pub kind: ReportDifferenceKind,
    /// What the key columns say, in their order; of a row by hand alone as it was written.
    #[boundary(required)]
    pub key: Vec<ReportCell>,
    /// It is in the row of totals.
    pub total: bool,
    /// The row of the report, from 0.
    pub row: Option<u32>,
    /// The row of the table by hand, from 0.
    pub hand_row: Option<u32>,
    /// The key of the column; absent where a whole row is missing.
    pub column: Option<Text>,
    /// What the report says.
    pub reported: Option<ReportCell>,
    /// What the table by hand says, as it was written.
    pub by_hand: Option<Label>,
    /// By hand − reported, of numbers.
    pub difference: Option<Exact>,
    /// 穿透: the deals behind the row.
    pub deals: Vec<Text>,
    /// 穿透: keys of the facts behind the row.
    pub facts: Vec<Text>,
    /// Keys of those facts whose amount, list amount or area is as much as the difference: the likely ones.
    pub likely: Vec<Text>,
}

/// How something differs.
#[boundary]
pub enum ReportDifferenceKind {
    /// 数值不同: both say something, and not the same.
    Value,
    /// 取舍不同: one is the other, rounded.
    Rounding,
    /// 手工表为空: the table by hand says nothing where the report says something.
    Blank,
    /// 报表为空: the table by hand says something where the report says nothing.
    Extra,
    /// 无法读取: what was written is no value of the column.
    Unread,
    /// 手工表缺行: a row of the report that the table by hand does not have.
    RowMissing,
    /// 报表无此行: a row of the table by hand that the report does not have.
    RowExtra,
}

impl ReportDifferenceKind {
    /// The name in Chinese.
    #[must_use]
    pub const fn chinese(self) -> &'static str {
        match self {
            ReportDifferenceKind::Value => "数值不同",
            ReportDifferenceKind::Rounding => "取舍不同",
            ReportDifferenceKind::Blank => "手工表为空",
            ReportDifferenceKind::Extra => "报表为空",
            ReportDifferenceKind::Unread => "无法读取",
            ReportDifferenceKind::RowMissing => "手工表缺行",
            ReportDifferenceKind::RowExtra => "报表无此行",
        }
    }

    /// The name in English.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            ReportDifferenceKind::Value => "another value",
            ReportDifferenceKind::Rounding => "rounded otherwise",
            ReportDifferenceKind::Blank => "empty by hand",
            ReportDifferenceKind::Extra => "empty in the report",
            ReportDifferenceKind::Unread => "cannot be read",
            ReportDifferenceKind::RowMissing => "row missing by hand",
            ReportDifferenceKind::RowExtra => "row missing in the report",
        }
    }
}
