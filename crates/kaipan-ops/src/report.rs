//! `report.list`, `report.run`, `report.facts`, `report.reconcile`, `report.calendar`: named reports.

pub use kaipan::report::{ReportFacts, ReportReconciliation, ReportTable};

use kaipan::error::Result;
use kaipan::kpi::{Caliber, FactDimension, PeriodSeries};
use kaipan::organisation::OrgKind;
use kaipan::report::{
    DueReport, FactsBehind, HandTable, Reconciling, ReportCalendar, ReportDefinition, ReportReader,
    ReportRecords, ReportSchedule, Reporting, reports,
};
use kaipan::{Date, Text};
use kaipan_derive::boundary;

/// A request for the reports of the library.
#[boundary]
pub struct ReportListRequest {}

/// The reports of the library.
#[boundary(answer)]
pub struct ReportListResponse {
    /// The reports, with their columns.
    #[boundary(required)]
    pub reports: Vec<ReportDefinition>,
}

/// `report.list`: every report with its titles, columns, periods and rhythm.
///
/// # Errors
/// None.
pub fn list(_: &ReportListRequest) -> Result<ReportListResponse> {
    Ok(ReportListResponse { reports: reports() })
}

/// A request for a report.
#[boundary]
pub struct ReportRunRequest {
    /// The name of the report.
    pub report: Text,
    /// What the host has recorded.
    pub records: ReportRecords,
    /// The periods.
    pub periods: PeriodSeries,
    /// The day whose end is looked at; the last day of the periods if absent.
    pub as_of: Option<Date>,
    /// Id of the node of the organisation that it is about, with all below it; everything if absent.
    pub node: Option<Text>,
    /// The level to which nodes are added up, in the place of that of the report.
    pub level: Option<OrgKind>,
    /// What measures are grouped by, in the place of what the report groups by.
    pub by: Option<Vec<FactDimension>>,
    /// Whose reading measures have, in the place of that of the report.
    pub caliber: Option<Caliber>,
    /// Who reads it; nothing is hidden without one.
    pub reader: Option<ReportReader>,
}

/// `report.run`: the rows and totals of a report, for a node, periods and a reader.
///
/// # Errors
/// As [`Reporting::run`].
pub fn run(request: &ReportRunRequest) -> Result<ReportTable> {
    Reporting::new(&request.records, &request.report, &request.periods)
        .as_of(request.as_of)
        .node(request.node.as_ref())
        .level(request.level)
        .by(request.by.as_deref())
        .caliber(request.caliber)
        .reader(request.reader.as_ref())
        .run()
}

/// A request for the facts behind rows of reports.
#[boundary]
pub struct ReportFactsRequest {
    /// What the host has recorded.
    pub records: ReportRecords,
    /// Keys of facts, as rows of reports give them.
    #[boundary(required)]
    pub facts: Vec<Text>,
    /// The day whose end is looked at: that of the report.
    pub as_of: Date,
    /// Who reads them; nothing is hidden without one.
    pub reader: Option<ReportReader>,
}

/// `report.facts`: the facts behind rows of reports, by their keys, as far as a reader may read them.
///
/// # Errors
/// As [`FactsBehind::find`].
pub fn facts(request: &ReportFactsRequest) -> Result<ReportFacts> {
    FactsBehind::new(&request.records, &request.facts, request.as_of)
        .reader(request.reader.as_ref())
        .find()
}

/// A request to compare a report with a table made by hand.
#[boundary]
pub struct ReportReconcileRequest {
    /// The name of the report.
    pub report: Text,
    /// What the host has recorded.
    pub records: ReportRecords,
    /// The periods.
    pub periods: PeriodSeries,
    /// The table made by hand.
    pub hand: HandTable,
    /// The day whose end is looked at; the last day of the periods if absent.
    pub as_of: Option<Date>,
    /// Id of the node of the organisation that it is about, with all below it; everything if absent.
    pub node: Option<Text>,
    /// The level to which nodes are added up, in the place of that of the report.
    pub level: Option<OrgKind>,
    /// What measures are grouped by, in the place of what the report groups by.
    pub by: Option<Vec<FactDimension>>,
    /// Whose reading measures have, in the place of that of the report.
    pub caliber: Option<Caliber>,
    /// Who reads it; nothing is hidden without one.
    pub reader: Option<ReportReader>,
}

/// `report.reconcile`: which cells and rows of a table made by hand differ from a report, with what is behind
/// each.
///
/// # Errors
/// As [`Reporting::run`] and [`Reconciling::reconcile`].
pub fn reconcile(request: &ReportReconcileRequest) -> Result<ReportReconciliation> {
    let table = Reporting::new(&request.records, &request.report, &request.periods)
        .as_of(request.as_of)
        .node(request.node.as_ref())
        .level(request.level)
        .by(request.by.as_deref())
        .caliber(request.caliber)
        .reader(request.reader.as_ref())
        .run()?;
    let facts = request.records.counted_facts()?;
    Reconciling::new(&table, &request.hand).facts(&facts).reconcile()
}

/// A request for the reports that are due.
#[boundary]
pub struct ReportCalendarRequest {
    /// First day.
    pub from: Date,
    /// Last day; the first one if absent.
    pub to: Option<Date>,
    /// When reports are due; as their definitions say if there are none.
    pub schedules: Vec<ReportSchedule>,
}

/// The reports that are due.
#[boundary(answer)]
pub struct ReportCalendarResponse {
    /// The reports, by day.
    #[boundary(required)]
    pub due: Vec<DueReport>,
}

/// `report.calendar`: which reports are due on which day, for which period, and when each is delivered.
///
/// # Errors
/// As [`ReportCalendar::due`].
pub fn calendar(request: &ReportCalendarRequest) -> Result<ReportCalendarResponse> {
    let calendar = ReportCalendar::new(request.from, request.to.unwrap_or(request.from));
    Ok(ReportCalendarResponse { due: calendar.schedules(&request.schedules).due()? })
}
