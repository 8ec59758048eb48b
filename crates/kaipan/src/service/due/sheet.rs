//! 客户事务流程表: one row a deal, one column a step.

use crate::service::{PlannedStep, Service, ServiceDefinition, ServiceKind};
use crate::{Date, Label, Text};
use kaipan_derive::boundary;
use std::collections::BTreeMap;

/// The sheet of services: one row a deal, one column a step of a service.
#[boundary(answer)]
pub struct ServiceSheet {
    /// Its title in Chinese.
    pub zh: Text,
    /// Its title in English.
    pub en: Text,
    /// The columns: the steps of every kind of service that is followed, in the order of a sale.
    #[boundary(required)]
    pub columns: Vec<ServiceColumn>,
    /// The rows, by deal.
    #[boundary(required)]
    pub rows: Vec<ServiceSheetRow>,
}

/// A column of the sheet.
#[boundary(answer)]
pub struct ServiceColumn {
    /// The kind of service.
    pub kind: ServiceKind,
    /// The step.
    pub step: Text,
    /// The title in Chinese: service and step.
    pub zh: Label,
    /// The title in English.
    pub en: Label,
}

/// A row of the sheet.
#[boundary(answer)]
pub struct ServiceSheetRow {
    /// The deal.
    pub deal: Text,
    /// 房号, if it is known.
    pub unit_no: Option<Text>,
    /// One cell a column.
    #[boundary(required)]
    pub cells: Vec<ServiceCell>,
}

/// A step of a deal in the sheet.
#[boundary(answer)]
#[derive(Default)]
pub struct ServiceCell {
    /// How it stands.
    pub standing: StepStanding,
    /// The planned day, if it is known.
    pub planned: Option<Date>,
    /// The real day, once it is done.
    pub done: Option<Date>,
    /// Days that it is overdue, or was late.
    pub days_late: Option<u32>,
}

/// How a step stands on a day.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum StepStanding {
    /// 无此事务: the deal has no such service.
    #[default]
    NoService,
    /// 未排期: its planned day is not known yet.
    Undated,
    /// 未到期.
    Planned,
    /// 今天到期.
    Due,
    /// 逾期.
    Overdue,
    /// 已完成.
    Done,
    /// 逾期完成.
    DoneLate,
    /// 已关闭: the service was closed before it.
    Closed,
}

impl StepStanding {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            StepStanding::NoService => "无此事务",
            StepStanding::Undated => "未排期",
            StepStanding::Planned => "未到期",
            StepStanding::Due => "今天到期",
            StepStanding::Overdue => "逾期",
            StepStanding::Done => "已完成",
            StepStanding::DoneLate => "逾期完成",
            StepStanding::Closed => "已关闭",
        }
    }
}

impl ServiceCell {
    /// How a step stands on a day.
    fn of(service: &Service, step: &PlannedStep, today: Date) -> ServiceCell {
        let late = |day: Date| {
            let days = step.planned.map(|planned| day.days_since(planned));
            days.filter(|days| *days > 0).and_then(|days| u32::try_from(days).ok())
        };
        let (standing, days_late) = match (step.done, step.planned) {
            (Some(done), _) => match late(done) {
                Some(days) => (StepStanding::DoneLate, Some(days)),
                None => (StepStanding::Done, None),
            },
            (None, _) if service.state.is_closed() => (StepStanding::Closed, None),
            (None, None) => (StepStanding::Undated, None),
            (None, Some(planned)) => match late(today) {
                Some(days) => (StepStanding::Overdue, Some(days)),
                None if planned == today => (StepStanding::Due, None),
                None => (StepStanding::Planned, None),
            },
        };
        ServiceCell { standing, planned: step.planned, done: step.done, days_late }
    }
}

/// What the sheet is made of: services with their definition and planned days.
pub(super) struct SheetEntry<'a> {
    pub(super) service: &'a Service,
    pub(super) planned: Vec<PlannedStep>,
}

/// The sheet. Of several services of one kind in a deal the one that is not closed counts, else the
/// last.
pub(super) fn sheet(
    definitions: &[&ServiceDefinition],
    entries: &[SheetEntry<'_>],
    today: Date,
) -> ServiceSheet {
    let mut deals: BTreeMap<&Text, BTreeMap<ServiceKind, &SheetEntry<'_>>> = BTreeMap::new();
    for entry in entries {
        let kinds = deals.entry(&entry.service.deal).or_default();
        let known = kinds.get(&entry.service.kind);
        if known.is_none_or(|known| known.service.state.is_closed()) {
            kinds.insert(entry.service.kind, entry);
        }
    }
    let columns = definitions.iter().flat_map(|definition| {
        definition.steps.iter().map(|step| ServiceColumn {
            kind: definition.kind,
            step: step.code.clone(),
            zh: Label::of(format_args!("{}·{}", definition.kind.chinese(), step.zh)),
            en: Label::of(format_args!("{}: {}", definition.kind.english(), step.en)),
        })
    });
    let columns: Vec<ServiceColumn> = columns.collect();
    let cell = |kinds: &BTreeMap<ServiceKind, &SheetEntry<'_>>, column: &ServiceColumn| {
        let entry = kinds.get(&column.kind)?;
        let step = entry.planned.iter().find(|one| one.step == column.step)?;
        Some(ServiceCell::of(entry.service, step, today))
    };
    let rows = deals.iter().map(|(deal, kinds)| ServiceSheetRow {
        deal: (*deal).clone(),
        unit_no: kinds.values().find_map(|entry| entry.service.unit_no.clone()),
        cells: columns.iter().map(|column| cell(kinds, column).unwrap_or_default()).collect(),
    });
    let rows = rows.collect();
    let (zh, en) = (Text::constant("客户事务流程表"), Text::constant("Services by deal"));
    ServiceSheet { zh, en, columns, rows }
}
