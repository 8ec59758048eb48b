//! 按揭情况列表, 按揭办理情况汇总, 公积金未到账明细: loans and their steps.

use super::shared::lost_finding;
use crate::error::{Finding, InputPlace, PlaceStep, Result};
use crate::kpi::number;
use crate::number::{Money as Yuan, Unrounded, plus};
use crate::report::cell::ReportCell;
use crate::report::definition::ReportColumnKind::{Count, Date, Days, Money, Number, Text};
use crate::report::listing::{Draft, Listing};
use crate::report::scene::{Place, Scene};
use crate::report::spec::{ANY, Col, Fill, Spec, col};
use crate::service::{
    FollowedService, LoanWaiting, Service, ServiceCell, ServiceColumn, ServiceDueList, ServiceKind,
    ServiceState, StepStanding,
};
use crate::{Date as Day, Label, Text as Name};
use std::collections::BTreeMap;

const RECORDS: &[&str] = &["services", "events", "units", "customers"];

/// The loans as they stand on the day looked at.
pub(in crate::report) const MORTGAGES: Spec = Spec {
    name: "mortgages",
    zh: "按揭情况列表",
    en: "Mortgages",
    periods: ANY,
    due_after: &[],
    records: RECORDS,
    columns: LOANS,
    fill: Fill::List(loans),
};

const LOANS: &[Col] = &[
    col("project", "项目", "project", Text),
    col("unit", "房号", "unit", Text),
    col("customer", "客户", "customer", Text).personal(),
    col("phone", "电话", "phone", Text).personal(),
    col("kind", "贷款类别", "kind of loan", Text),
    col("bank", "银行", "bank", Text),
    col("applied", "申请金额", "applied for", Money).sum().personal(),
    col("approved", "批准金额", "approved", Money).sum().personal(),
    col("years", "贷款年限", "years of the loan", Number),
    col("state", "状态", "state", Text),
    col("done_step", "已办步骤", "last step done", Text),
    col("done_on", "办理日期", "done on", Date),
    col("step", "当前步骤", "current step", Text),
    col("planned_on", "计划日期", "planned", Date),
    col("days_overdue", "逾期天数", "days overdue", Days),
    col("waiting_for", "等待", "waiting for", Text),
    col("disbursed_on", "放款日期", "paid out on", Date),
    col("disbursed", "放款金额", "paid out", Money).sum().personal(),
    col("agent", "置业顾问", "agent", Text),
];

/// How many loans stand at which step, by project and bank.
pub(in crate::report) const LOAN_PROGRESS: Spec = Spec {
    name: "loan_progress",
    zh: "按揭办理情况汇总",
    en: "Progress of loans",
    periods: ANY,
    due_after: &[],
    records: RECORDS,
    columns: PROGRESS,
    fill: Fill::List(progress),
};

const PROGRESS: &[Col] = &[
    col("project", "项目", "project", Text),
    col("bank", "银行", "bank", Text),
    col("kind", "贷款类别", "kind of loan", Text),
    col("step", "步骤", "step", Text),
    col("waiting", "在办笔数", "at this step", Count).sum(),
    col("waiting_amount", "在办金额", "amount at this step", Money).sum(),
    col("overdue", "逾期笔数", "overdue", Count).sum(),
    col("done", "已办笔数", "done", Count),
    col("average_days", "平均天数", "average days", Number),
];

/// Fund loans that have not been paid out.
pub(in crate::report) const FUND_AWAITED: Spec = Spec {
    name: "fund_awaited",
    zh: "公积金未到账明细",
    en: "Fund loans not paid out",
    periods: ANY,
    due_after: &[],
    records: RECORDS,
    columns: FUND,
    fill: Fill::List(fund),
};

const FUND: &[Col] = &[
    col("project", "项目", "project", Text),
    col("unit", "房号", "unit", Text),
    col("customer", "客户", "customer", Text).personal(),
    col("centre", "公积金中心", "fund centre", Text),
    col("amount", "金额", "amount", Money).sum().personal(),
    col("applied_on", "申请日期", "applied on", Date),
    col("approved", "批准金额", "approved", Money).sum().personal(),
    col("step", "当前步骤", "current step", Text),
    col("promised_on", "承诺或计划日期", "promised or planned", Date),
    col("days_late", "逾期天数", "days late", Days),
    col("waiting_for", "放款条件", "waits for", Text),
    col("agent", "置业顾问", "agent", Text),
];

/// A loan with where it belongs.
struct Loan<'s> {
    service: &'s Service,
    place: Place<'s>,
    /// The step that comes next, with its day.
    next: Option<(&'s ServiceColumn, ServiceCell)>,
}

impl Loan<'_> {
    fn amount(&self) -> Yuan {
        self.service.approved.or(self.service.applied).unwrap_or(Yuan::ZERO)
    }

    fn days_late(&self) -> Option<u32> {
        let (_, cell) = self.next.as_ref()?;
        cell.days_late.filter(|_| cell.standing == StepStanding::Overdue)
    }
}

/// The loans in scope, in the order of deal and service, and how many belong nowhere.
fn in_scope<'s>(scene: &'s Scene<'_>, list: &'s ServiceDueList) -> (Vec<Loan<'s>>, u32) {
    let mut lost = 0;
    let mut all = Vec::new();
    let services: &'s [FollowedService] = &scene.records.services;
    for service in services.iter().map(|one| &one.service).filter(|one| one.kind.is_loan()) {
        let place = scene.place_of(Some(&service.deal), service.unit_no.as_ref());
        if scene.counts(place.node, scene.as_of, &mut lost) {
            all.push(Loan { service, place, next: next(list, service) });
        }
    }
    all.sort_by_key(|loan| (&loan.service.deal, &loan.service.id));
    (all, lost)
}

/// The step of a service that comes next.
fn next<'s>(
    list: &'s ServiceDueList,
    service: &Service,
) -> Option<(&'s ServiceColumn, ServiceCell)> {
    if service.state.is_closed() || service.state == ServiceState::Done {
        return None;
    }
    let columns = list.sheet.columns.iter().enumerate();
    let mut open =
        columns.filter(|(_, one)| one.kind == service.kind && service.done(&one.step).is_none());
    let (at, column) = open.next()?;
    let row = list.sheet.rows.iter().find(|row| row.deal == service.deal);
    let cell = row.and_then(|row| row.cells.get(at)).cloned().unwrap_or_default();
    Some((column, cell))
}

fn loans(scene: &Scene<'_>) -> Result<Listing> {
    let list = scene.followed()?;
    let (all, lost) = in_scope(scene, &list);
    let mut drafts = Vec::with_capacity(all.len());
    for loan in &all {
        let Loan { service, place, next } = loan;
        let last = service.last_step();
        let last_name = last.and_then(|last| {
            let mut columns = list.sheet.columns.iter();
            columns.find(|one| one.kind == service.kind && one.step == last.step)
        });
        let cell = next.as_ref().map(|(_, cell)| cell);
        let disbursed = service.disbursed.as_ref();
        let cells = vec![
            ReportCell::shown(scene.project_name(place.node, scene.as_of)),
            ReportCell::shown(place.unit),
            ReportCell::shown(scene.customer_name(place.customer)),
            ReportCell::shown(scene.phone(place.customer)),
            ReportCell::said(service.kind.chinese(), service.kind.english()),
            ReportCell::shown(service.bank.as_ref()),
            ReportCell::yuan(service.applied),
            ReportCell::yuan(service.approved),
            years(service.months)?,
            ReportCell::said(service.state.chinese(), service.state.english()),
            step_words(last_name),
            ReportCell::day(last.map(|last| last.on)),
            step_words(next.as_ref().map(|(column, _)| *column)),
            ReportCell::day(cell.and_then(|cell| cell.planned)),
            late(loan.days_late()),
            waiting(service.waiting_for),
            ReportCell::day(disbursed.map(|one| one.on)),
            ReportCell::yuan(disbursed.map(|one| one.amount)),
            ReportCell::shown(place.agent),
        ];
        drafts.push(Draft::new(cells).of(place.node, place.agent).deal(Some(&service.deal)));
    }
    Ok(Listing { drafts, findings: scene.told(&list, lost), ..Listing::default() })
}

/// Months as years, 2 decimals, half up; absent where the months are not known.
fn years(months: Option<u32>) -> Result<ReportCell> {
    let Some(months) = months else { return Ok(ReportCell::Absent {}) };
    let years = Unrounded::decimal(months.into(), 0).div(&Unrounded::decimal(12, 0))?;
    Ok(ReportCell::Number { number: number(&years, 2)? })
}

fn fund(scene: &Scene<'_>) -> Result<Listing> {
    let list = scene.followed()?;
    let (all, lost) = in_scope(scene, &list);
    let open = all.into_iter().filter(|loan| {
        let service = loan.service;
        let is_open = service.disbursed.is_none() && !service.state.is_closed();
        service.kind == ServiceKind::FundLoan && is_open
    });
    let drafts = open.map(|loan| {
        let Loan { service, place, next } = &loan;
        let expected = expected(&list, service);
        let days = expected.map(|day| scene.as_of.days_since(day)).filter(|days| *days > 0);
        let cells = vec![
            ReportCell::shown(scene.project_name(place.node, scene.as_of)),
            ReportCell::shown(place.unit),
            ReportCell::shown(scene.customer_name(place.customer)),
            ReportCell::shown(service.bank.as_ref()),
            ReportCell::yuan(service.applied),
            ReportCell::day(service.applied_on),
            ReportCell::yuan(service.approved),
            step_words(next.as_ref().map(|(column, _)| *column)),
            ReportCell::day(expected),
            late(days.and_then(|days| u32::try_from(days).ok())),
            waiting(service.waiting_for),
            ReportCell::shown(place.agent),
        ];
        Draft::new(cells).of(place.node, place.agent).deal(Some(&service.deal))
    });
    let drafts = drafts.collect();
    Ok(Listing { drafts, findings: scene.told(&list, lost), ..Listing::default() })
}

/// The day on which a loan is to come: promised last, else planned for its last step.
fn expected(list: &ServiceDueList, service: &Service) -> Option<Day> {
    let promised = service.promised.last().map(|one| one.on);
    promised.or_else(|| {
        let mut columns = list.sheet.columns.iter().enumerate();
        let last = columns.rfind(|(_, one)| one.kind == service.kind)?.0;
        let row = list.sheet.rows.iter().find(|row| row.deal == service.deal)?;
        row.cells.get(last)?.planned
    })
}

/// What is summed for a step.
#[derive(Default)]
struct Sums {
    waiting: usize,
    amount: Yuan,
    overdue: usize,
    done: usize,
    days: i64,
    deals: Vec<Name>,
}

type Group<'s> = (Option<&'s Name>, Option<&'s Name>, ServiceKind);

fn progress(scene: &Scene<'_>) -> Result<Listing> {
    let list = scene.followed()?;
    let (all, lost) = in_scope(scene, &list);
    let mut groups: BTreeMap<Group<'_>, Vec<&Loan<'_>>> = BTreeMap::new();
    for loan in &all {
        let key = (loan.place.node, loan.service.bank.as_ref(), loan.service.kind);
        groups.entry(key).or_default().push(loan);
    }
    let mut drafts = Vec::new();
    for ((node, bank, kind), loans) in groups {
        let head = |step: ReportCell| {
            vec![
                ReportCell::shown(scene.project_name(node, scene.as_of)),
                ReportCell::shown(bank),
                ReportCell::said(kind.chinese(), kind.english()),
                step,
            ]
        };
        for column in list.sheet.columns.iter().filter(|one| one.kind == kind) {
            let sums = step_sums(&loans, column)?;
            let mut cells = head(step_words(Some(column)));
            cells.extend(sum_cells(&sums)?);
            let mut draft = Draft::new(cells).of(node, None);
            draft.deals = sums.deals;
            drafts.push(draft);
        }
        for state in [
            ServiceState::Stopped,
            ServiceState::ClosedByQuit,
            ServiceState::ClosedByChange,
            ServiceState::TransferredToOtherBank,
        ] {
            let own: Vec<_> = loans.iter().filter(|loan| loan.service.state == state).collect();
            if own.is_empty() {
                continue;
            }
            let mut cells = head(ReportCell::said(state.chinese(), state.english()));
            let none = ReportCell::Absent {};
            let count = ReportCell::counted(own.len());
            cells.extend([none.clone(), none.clone(), none.clone(), count, none]);
            let mut draft = Draft::new(cells).of(node, None);
            draft.deals = own.iter().map(|loan| loan.service.deal.clone()).collect();
            drafts.push(draft);
        }
    }
    Ok(Listing { drafts, findings: scene.told(&list, lost), ..Listing::default() })
}

fn step_sums(loans: &[&Loan<'_>], column: &ServiceColumn) -> Result<Sums> {
    let mut sums = Sums::default();
    for loan in loans {
        if loan.next.as_ref().is_some_and(|(next, _)| next.step == column.step) {
            sums.waiting = sums.waiting.saturating_add(1);
            sums.amount = plus(sums.amount, loan.amount())?;
            sums.deals.push(loan.service.deal.clone());
            if loan.days_late().is_some() {
                sums.overdue = sums.overdue.saturating_add(1);
            }
        }
        let steps = &loan.service.steps;
        let Some(at) = steps.iter().position(|done| done.step == column.step) else { continue };
        let before = at.checked_sub(1).and_then(|before| steps.get(before)).map(|done| done.on);
        let on = steps.get(at).map(|done| done.on);
        if let (Some(on), Some(begun)) = (on, before.or(loan.service.applied_on)) {
            sums.done = sums.done.saturating_add(1);
            sums.days = sums.days.saturating_add(on.days_since(begun));
        }
    }
    Ok(sums)
}

fn sum_cells(sums: &Sums) -> Result<[ReportCell; 5]> {
    let average = match i64::try_from(sums.done).unwrap_or(0) {
        0 => ReportCell::Undefined {},
        done => {
            let mean = Unrounded::decimal(sums.days, 0).div(&Unrounded::decimal(done, 0))?;
            ReportCell::Number { number: number(&mean, 2)? }
        }
    };
    Ok([
        ReportCell::counted(sums.waiting),
        ReportCell::Money { money: sums.amount },
        ReportCell::counted(sums.overdue),
        ReportCell::counted(sums.done),
        average,
    ])
}

fn step_words(column: Option<&ServiceColumn>) -> ReportCell {
    column.map_or(ReportCell::Absent {}, |one| ReportCell::said(one.zh.clone(), one.en.clone()))
}

fn late(days: Option<u32>) -> ReportCell {
    let days = days.and_then(|days| i32::try_from(days).ok());
    days.map_or(ReportCell::Absent {}, |days| ReportCell::Days { days })
}

fn waiting(waiting: Option<LoanWaiting>) -> ReportCell {
    let (zh, en) = match waiting {
        Some(LoanWaiting::EncumbranceRelease) => ("待解押", "release of the encumbrance"),
        Some(LoanWaiting::Quota) => ("待额度", "the bank's quota"),
        Some(LoanWaiting::Disbursement) => ("待放款", "payment"),
        None => return ReportCell::Absent {},
    };
    ReportCell::said(Label::from(zh), Label::from(en))
}

impl<'a> Scene<'a> {
    /// The services with their sheet on the day looked at.
    pub(in crate::report) fn followed(&self) -> Result<ServiceDueList> {
        let records = self.records;
        crate::service::ServiceFollowing::new(&records.services, self.as_of)
            .definitions(&records.definitions)
            .working_days(records.working_days.as_ref())
            .list()
    }

    /// What services in scope tell, and what belongs nowhere.
    pub(in crate::report) fn told(&self, list: &ServiceDueList, lost: u32) -> Vec<Finding> {
        let own = list.findings.iter().filter(|finding| {
            let mut steps = finding.path.iter().flat_map(InputPlace::steps);
            let Some(PlaceStep::Item(at)) = steps.next() else { return true };
            let Some(followed) = self.records.services.get(*at) else { return true };
            let service = &followed.service;
            let place = self.place_of(Some(&service.deal), service.unit_no.as_ref());
            let sight = self.sight(place.node, place.agent);
            self.is_inside(place.node, self.as_of) && (sight.reports || sight.deals)
        });
        let mut findings: Vec<Finding> = own.cloned().collect();
        findings.extend(lost_finding(lost));
        findings
    }
}
