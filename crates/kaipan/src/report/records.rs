//! Everything that a host has recorded, as reports read it.

use super::packaging::PackagingItem;
use crate::customer::{Customer, CustomerMerge};
use crate::deal::{DealEvent, StockEvent};
use crate::kpi::{
    ContractUpdate, CostRecord, Fact, FactPerson, FactPolicy, FactState, FactUnit, PlanNode,
    SalesTarget, SpendRecord,
};
use crate::ledger::LedgerPosting;
use crate::money::LedgerEntry;
use crate::opportunity::{FollowUp, Opportunity};
use crate::organisation::Organisation;
use crate::overdue::{
    ClaimDeal, DatedPrepayment, DunningRecord, ForecastPolicy, GivenReason, MoneyClaim,
};
use crate::ownership::Breach;
use crate::project::{PresalePermit, Unit};
use crate::questionnaire::AnswerSheet;
use crate::service::{FollowedService, ServiceDefinition};
use crate::{Date, Label, Text, WorkingDays};
use kaipan_derive::boundary;

/// What a host has recorded (handbook §8.5). Every list may be left out; a report says which it is made of.
///
/// ```
/// use kaipan::kpi::{Fact, FactKind};
/// use kaipan::report::ReportRecords;
/// let call = Fact::new("c1", FactKind::Call, "2026-03-02".parse()?);
/// let records = ReportRecords { facts: vec![call], ..ReportRecords::default() };
/// assert!(records.organisation.is_none());
/// # Ok::<(), kaipan::Error>(())
/// ```
#[boundary]
#[derive(Default)]
pub struct ReportRecords {
    /// The organisation with its history.
    pub organisation: Option<Organisation>,
    /// 房源: units as figures see them: where each stands, product, layout, area, value.
    pub units: Vec<FactUnit>,
    /// 房源资料: units with their areas, prices in force, filed prices, permits and states.
    pub homes: Vec<Unit>,
    /// 预售许可证.
    pub permits: Vec<PresalePermit>,
    /// The last day on which the prices of the homes hold.
    pub prices_until: Option<Date>,
    /// Facts that were derived before, with the deals as they were.
    pub state: Option<FactState>,
    /// How facts are derived; the default if absent.
    pub policy: Option<FactPolicy>,
    /// Events of deals: all, or those after `state`.
    pub events: Vec<DealEvent>,
    /// Events of the stock: all, or those after `state`.
    pub stock_events: Vec<StockEvent>,
    /// Money that moved: all, or what came after `state`; without what `postings` have.
    pub entries: Vec<LedgerEntry>,
    /// The postings of a ledger, in their order: receipts with method, payer and voucher. Their entries
    /// count as `entries` do; claims are made of them where none are given.
    pub postings: Vec<LedgerPosting>,
    /// Calls and visits: all, or those after `state`.
    pub follow_ups: Vec<FollowUp>,
    /// What became known of contracts after signing.
    pub contracts: Vec<ContractUpdate>,
    /// The departments of agents.
    pub persons: Vec<FactPerson>,
    /// Answers to questionnaires.
    pub sheets: Vec<AnswerSheet>,
    /// What was spent on marketing.
    pub spend: Vec<SpendRecord>,
    /// What homes and projects cost.
    pub costs: Vec<CostRecord>,
    /// Facts of the host's own beside those that are derived, such as the market.
    pub facts: Vec<Fact>,
    /// 销售计划指标.
    pub targets: Vec<SalesTarget>,
    /// 应收明细: what deals owe.
    pub claims: Vec<MoneyClaim>,
    /// What is known of the deals of claims.
    pub claim_deals: Vec<ClaimDeal>,
    /// 预收款.
    pub prepayments: Vec<DatedPrepayment>,
    /// How likely and how late money comes in.
    pub forecast_policy: Option<ForecastPolicy>,
    /// 签约后事务.
    pub services: Vec<FollowedService>,
    /// Machines of services, where they are not the presets.
    pub definitions: Vec<ServiceDefinition>,
    /// Which days are worked, for planned days of services; Monday to Friday if absent.
    pub working_days: Option<WorkingDays>,
    /// 客户.
    pub customers: Vec<Customer>,
    /// 客户合并: merged customers count as one in purchase cycles and in the effect of packaging.
    pub merges: Vec<CustomerMerge>,
    /// 销售机会.
    pub opportunities: Vec<Opportunity>,
    /// 购买周期分档; up to 7 days, 30, 90, 180 and longer if there are none.
    pub cycle_bands: Vec<PurchaseCycleBand>,
    /// 包装项目.
    pub packaging: Vec<PackagingItem>,
    /// 催款、催签记录.
    pub reminders: Vec<DunningRecord>,
    /// 逾期原因.
    pub reasons: Vec<GivenReason>,
    /// 违规记录.
    pub breaches: Vec<Breach>,
    /// 节点计划.
    pub node_plans: Vec<ProjectNodePlan>,
    /// 突发事件.
    pub exceptions: Vec<ExceptionalEvent>,
    /// 说明: what the host says beside the figures of reports.
    pub notes: Vec<ReportNote>,
}

/// 节点计划 of a project.
#[boundary]
pub struct ProjectNodePlan {
    /// Id of the node of the organisation, mostly a project.
    pub project: Text,
    /// Its nodes.
    #[boundary(required)]
    pub nodes: Vec<PlanNode>,
}

/// 突发事件、异常情况: something out of the ordinary that happened at a project.
///
/// ```
/// use kaipan::report::{EventSeverity, ExceptionalEvent};
/// let storm = ExceptionalEvent::new("2026-08-01".parse()?, "weather", "P1", "台风停工")
///     .with_severity(EventSeverity::Serious);
/// assert!(storm.closed_on.is_none());
/// # Ok::<(), kaipan::Error>(())
/// ```
#[boundary]
pub struct ExceptionalEvent {
    /// The day on which it happened.
    pub date: Date,
    /// What kind of event, by the company's own kinds.
    pub kind: Text,
    /// Id of the node of the organisation, mostly a project.
    pub project: Text,
    /// What happened.
    pub text: Label,
    /// How much it matters.
    #[boundary(default)]
    pub severity: EventSeverity,
    /// The day on which it was closed; it is open if absent.
    pub closed_on: Option<Date>,
}

/// 购买周期分档: a band of days from the first contact to the purchase, up to the next band.
///
/// ```
/// use kaipan::report::PurchaseCycleBand;
/// let quick = PurchaseCycleBand::new("当周", 0);
/// assert_eq!(quick.from_days, 0);
/// ```
#[boundary]
pub struct PurchaseCycleBand {
    /// Its name.
    pub name: Text,
    /// The first day since the first contact; the day of the contact is 0.
    pub from_days: u32,
}

impl PurchaseCycleBand {
    /// Up to a week, a month, a quarter, half a year, and longer.
    pub(super) fn standard() -> Vec<PurchaseCycleBand> {
        let bands = [("0-7", 0), ("8-30", 8), ("31-90", 31), ("91-180", 91), ("181+", 181)];
        let band = |(name, from_days)| PurchaseCycleBand { name: Text::constant(name), from_days };
        bands.into_iter().map(band).collect()
    }
}

/// How much an exceptional event matters.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum EventSeverity {
    /// 一般.
    #[default]
    Minor,
    /// 较重.
    Serious,
    /// 重大.
    Critical,
}

/// 说明: what the host says beside the figures of a report, such as the plan of next week, the promotion used,
/// suggestions.
#[boundary]
pub struct ReportNote {
    /// The name of the report.
    pub report: Text,
    /// Id of the node that it is about.
    pub node: Option<Text>,
    /// A day of the period that it is about.
    pub on: Date,
    /// What it is about, such as 下周计划, 推广手段, 建议.
    pub topic: Label,
    /// The text.
    pub text: Label,
}

impl EventSeverity {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            EventSeverity::Minor => "一般",
            EventSeverity::Serious => "较重",
            EventSeverity::Critical => "重大",
        }
    }
}
