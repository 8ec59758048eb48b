//! Reports as the library writes them down.

use super::cycles::CycleFigure;
use super::definition::{ReportColumn, ReportColumnKind, ReportTotal};
use super::listing::Listing;
use super::measured::{HomesFigure, leading};
use super::scene::Scene;
use super::{lists, tables};
use crate::error::Result;
use crate::kpi::{Caliber, FactDimension, FactKind, PeriodKind};
use crate::organisation::OrgKind;
use crate::{Label, Text};

/// A report.
pub(super) struct Spec {
    pub(super) name: &'static str,
    pub(super) zh: &'static str,
    pub(super) en: &'static str,
    pub(super) periods: &'static [PeriodKind],
    pub(super) due_after: &'static [PeriodKind],
    /// Fields of the records that it is made of.
    pub(super) records: &'static [&'static str],
    pub(super) columns: &'static [Col],
    pub(super) fill: Fill,
}

/// What makes the rows.
#[derive(Clone, Copy)]
pub(super) enum Fill {
    /// A row a thing.
    List(fn(&Scene<'_>) -> Result<Listing>),
    /// A row a group and period of facts.
    Measures(&'static Measured),
    /// Rows of its own, made of measures.
    Own(fn(&Scene<'_>) -> Result<Listing>),
}

/// How facts are counted and grouped for a report.
pub(super) struct Measured {
    /// Whose reading; marketing's, unless something else is asked for.
    pub(super) caliber: Caliber,
    pub(super) by: &'static [FactDimension],
    pub(super) level: Option<OrgKind>,
}

/// A column.
#[derive(Clone, Copy)]
pub(super) struct Col {
    pub(super) key: &'static str,
    pub(super) zh: &'static str,
    pub(super) en: &'static str,
    pub(super) kind: ReportColumnKind,
    pub(super) total: ReportTotal,
    pub(super) personal: bool,
    pub(super) source: Source,
}

/// Where the values of a column come from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// The row itself.
    Row,
    /// The value of the row's group.
    Group(FactDimension),
    /// The period of the row.
    Period,
    /// A measure or ratio, over days.
    Metric(&'static str, Span),
    /// The target of a metric in days.
    Target(&'static str, Span),
    /// How far it is reached.
    Completion(&'static str, Span),
    /// The rank of the row's group by a metric.
    Rank(&'static str),
    /// The row's share of the total of a metric.
    ShareOf(&'static str),
    /// Of all homes of the row, whether they are offered or not.
    Homes(HomesFigure),
    /// What is overdue of the row's node at the end of the period.
    Overdue,
    /// Of the days from the first contact to the sales of a kind in the row.
    Cycle(FactKind, CycleFigure),
    /// How many breaches of rules were found of the row's agent in the period.
    Breaches,
}

/// Over which days a measure is counted, seen from the period of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Span {
    /// 本期.
    Own,
    /// 上期.
    Before,
    /// 本年累计.
    Year,
    /// 开盘以来累计.
    ToDate,
}

/// A column of rows.
pub(super) const fn col(
    key: &'static str,
    zh: &'static str,
    en: &'static str,
    kind: ReportColumnKind,
) -> Col {
    let (total, source) = (ReportTotal::None, Source::Row);
    Col { key, zh, en, kind, total, personal: false, source }
}

/// A column of a metric that has its name.
pub(super) const fn metric(
    key: &'static str,
    zh: &'static str,
    en: &'static str,
    kind: ReportColumnKind,
) -> Col {
    col(key, zh, en, kind).from(Source::Metric(key, Span::Own))
}

/// A column of a metric over the days of a span.
pub(super) const fn over(
    (name, span): (&'static str, Span),
    key: &'static str,
    zh: &'static str,
    en: &'static str,
    kind: ReportColumnKind,
) -> Col {
    col(key, zh, en, kind).from(Source::Metric(name, span))
}

impl Col {
    /// Its total is Σ of the rows.
    pub(super) const fn sum(mut self) -> Col {
        self.total = ReportTotal::Sum;
        self
    }

    /// It is personal.
    pub(super) const fn personal(mut self) -> Col {
        self.personal = true;
        self
    }

    /// Its values come from there.
    pub(super) const fn from(mut self, source: Source) -> Col {
        self.source = source;
        self.total = match source {
            Source::Metric(..)
            | Source::Target(..)
            | Source::Completion(..)
            | Source::Cycle(..)
            | Source::Homes(_)
            | Source::Overdue => ReportTotal::Measure,
            Source::Breaches => ReportTotal::Sum,
            _ => ReportTotal::None,
        };
        self
    }

    pub(super) fn made(&self) -> ReportColumn {
        let titles = [Label::constant(self.zh), Label::constant(self.en)];
        let key = Text::constant(self.key);
        ReportColumn::made(key, titles, self.kind, self.total, self.personal)
    }
}

impl Spec {
    /// Its columns; those of measures behind what rows are grouped by.
    pub(super) fn made_columns(&self, by: &[FactDimension]) -> Vec<ReportColumn> {
        let leading = match self.fill {
            Fill::Measures(_) => leading(by),
            Fill::List(_) | Fill::Own(_) => Vec::new(),
        };
        leading.iter().chain(self.columns).map(|column| column.made()).collect()
    }
}

/// Every kind of period.
pub(super) const ANY: &[PeriodKind] = &[
    PeriodKind::Day,
    PeriodKind::Week,
    PeriodKind::Month,
    PeriodKind::Quarter,
    PeriodKind::HalfYear,
    PeriodKind::Year,
    PeriodKind::Stage,
    PeriodKind::Cumulative,
];
/// Weekly on Monday, and monthly on the first.
pub(super) const WEEK_AND_MONTH: &[PeriodKind] = &[PeriodKind::Week, PeriodKind::Month];
/// Weekly on Monday.
pub(super) const WEEK: &[PeriodKind] = &[PeriodKind::Week];
/// Monthly on the first.
pub(super) const MONTH: &[PeriodKind] = &[PeriodKind::Month];

/// What facts are derived from.
pub(super) const FACTS: &[&str] =
    &["organisation", "units", "events", "stock_events", "entries", "follow_ups", "facts"];

/// The reports, in the order in which they are listed.
pub(super) const SPECS: &[&Spec] = &[
    &lists::SALES_DETAIL,
    &tables::SALES_SUMMARY,
    &tables::COMPANY_SUMMARY,
    &tables::PROJECT_WEEKLY,
    &tables::FINANCE_SALES,
    &tables::SALES_COLLECTIONS,
    &lists::CANCELLATIONS,
    &lists::UNIT_CHANGES,
    &lists::TERM_CHANGES,
    &lists::CONTACTS,
    &lists::RECEIPTS,
    &lists::MORTGAGES,
    &lists::LOAN_PROGRESS,
    &lists::FUND_AWAITED,
    &lists::SIGNING_OVERDUE,
    &tables::AGENT_PERFORMANCE,
    &lists::ARREARS,
    &lists::MONEY_BY_ITEM,
    &lists::CASH_FORECAST,
    &lists::PRICE_PUBLICATION,
    &lists::PRICE_CUTS,
    &lists::SALEABLE_BY_PERMIT,
    &lists::SERVICE_FLOW,
    &lists::BUYER_FILE,
    &lists::TRACKING_FILE,
    &lists::CUSTOMERS_BY_STAGE,
    &tables::VISITOR_BUYER,
    &tables::PRODUCT_ANALYSIS,
    &tables::PURCHASE_CYCLE,
    &tables::MEDIA_EFFECT,
    &tables::PACKAGING_EFFECT,
    &tables::CHANNEL_ANALYSIS,
    &tables::STAGE_SUMMARY,
    &tables::PROGRESS_BOARD,
];
