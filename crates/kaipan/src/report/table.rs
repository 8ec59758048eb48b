//! What a report answers.

use super::cell::ReportCell;
use super::definition::{ReportColumn, ReportForm};
use super::records::ReportNote;
use crate::error::{Finding, told};
use crate::kpi::Caliber;
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// 报表: the rows of a report with their totals.
#[boundary(answer)]
pub struct ReportTable {
    /// Its name.
    pub report: Text,
    /// Its title in Chinese.
    pub title_zh: Label,
    /// Its title in English.
    pub title_en: Label,
    /// Whether it lists things or counts measures.
    pub form: ReportForm,
    /// First day of the period.
    pub from: Date,
    /// Last day of the period.
    pub to: Date,
    /// The day whose end is looked at.
    pub as_of: Date,
    /// Whose reading the measures have.
    pub caliber: Caliber,
    /// Id of the node that it is about; everything that the reader may read if absent.
    pub node: Option<Text>,
    /// Its columns.
    #[boundary(required)]
    pub columns: Vec<ReportColumn>,
    /// Its rows, each with a cell for every column.
    #[boundary(required)]
    pub rows: Vec<ReportRow>,
    /// The total of every column; absent where a column has none.
    #[boundary(required)]
    pub totals: Vec<ReportCell>,
    /// 说明: what the host says beside the figures.
    pub notes: Vec<ReportNote>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(ReportTable: findings);

/// A row of a report.
#[boundary(answer)]
pub struct ReportRow {
    /// A cell for every column.
    #[boundary(required)]
    pub cells: Vec<ReportCell>,
    /// Id of the node of the organisation that it is about.
    pub node: Option<Text>,
    /// The name of the period that it is about.
    pub period: Option<Text>,
    /// 穿透: the deals behind it.
    pub deals: Vec<Text>,
    /// 穿透: keys of the facts behind it.
    pub facts: Vec<Text>,
}
