//! 报表: named reports over what a host has recorded (handbook §8.5).
//!
//! [`reports`] lists them with their columns, [`Reporting`] runs one, [`ReportCalendar`] says which are due
//! when, [`Reconciling`] holds one to a table that was made by hand, [`FactsBehind`] finds what is behind a row. A
//! report only arranges: rules stand where they stand, in figures, ledger, services and what is overdue.

mod calendar;
mod cell;
mod cycles;
mod definition;
mod deriving;
mod engine;
mod facts_behind;
mod listing;
mod lists;
mod measured;
mod own_measures;
mod packaging;
mod persons;
mod reader;
mod reconcile;
mod records;
mod scene;
mod spec;
mod staged;
mod table;
mod tables;
mod wrong;

pub use calendar::{DueReport, ReportCalendar, ReportSchedule};
pub use cell::ReportCell;
pub use definition::{
    ReportColumn, ReportColumnKind, ReportDefinition, ReportForm, ReportTotal, reports,
};
pub use engine::Reporting;
pub use facts_behind::{FactsBehind, ReportFact, ReportFacts};
pub use packaging::{PackagingAnswer, PackagingItem};
pub use reader::ReportReader;
pub use reconcile::{
    HandRow, HandTable, Reconciling, ReportDifference, ReportDifferenceKind, ReportReconciliation,
};
pub use records::{
    EventSeverity, ExceptionalEvent, ProjectNodePlan, PurchaseCycleBand, ReportNote, ReportRecords,
};
pub use table::{ReportRow, ReportTable};
