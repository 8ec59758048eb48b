use crate::service::{ServiceDates, ServiceGuard};
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// A step of a service.
#[boundary]
pub struct ServiceStep {
    /// Its code, unique among steps and branches.
    pub code: Text,
    /// Its name in Chinese.
    pub zh: Label,
    /// Its name in English.
    pub en: Label,
    /// What its planned date counts from.
    pub from: PlannedFrom,
    /// Days after that; below 0 before it, which natural days alone can be.
    #[boundary(default)]
    pub days: i32,
    /// Natural or working days.
    #[boundary(default)]
    pub day_kind: DayKind,
    /// It is planned no earlier than this, once that is known.
    pub not_before: Option<PlannedFrom>,
    /// Roles that do it, by code; anybody if empty.
    pub roles: Vec<Text>,
    /// What has to hold before it is done.
    pub requires: Vec<ServiceGuard>,
    /// What has to be given with it. Nothing else may be.
    pub takes: Vec<StepField>,
}

/// Natural or working days.
#[boundary]
pub enum DayKind {
    /// 自然日.
    #[default]
    Natural,
    /// 工作日: the first one after the anchor is 1.
    Working,
}

/// What has to be given with a step.
#[boundary]
pub enum StepField {
    /// A number: 备案号, 不动产权证号.
    Number,
    /// The amount that a bank has approved, yuan.
    Approved,
    /// The amount that a bank has paid, yuan, the bank, and the account of the developer.
    Disbursed,
    /// 入伙通知书: which notice the buyer gets follows from what is lacking; nothing is given.
    Notice,
}

/// What a planned date counts from.
#[boundary]
pub enum PlannedFrom {
    /// The day the service was started.
    Started {},
    /// 签约.
    Signing {},
    /// 备案.
    Filing {},
    /// 批贷.
    LoanApproved {},
    /// 贷款到账.
    LoanArrived {},
    /// 放款节点: the first day on which the bank may pay the loan out.
    PayOut {},
    /// 竣工备案.
    CompletionFiled {},
    /// 约定交付日.
    AgreedHandover {},
    /// 交付: the real day, before it is known the agreed one.
    Handover {},
    /// An earlier step of the service.
    Step {
        /// Its code.
        step: Text,
    },
}

impl PlannedFrom {
    /// The day of an anchor outside the service.
    pub(in crate::service) fn day_in(&self, dates: &ServiceDates) -> Option<Date> {
        match self {
            PlannedFrom::Started {} | PlannedFrom::Step { .. } => None,
            PlannedFrom::Signing {} => dates.signing,
            PlannedFrom::Filing {} => dates.filing,
            PlannedFrom::LoanApproved {} => dates.loan_approved,
            PlannedFrom::LoanArrived {} => dates.loan_arrived,
            PlannedFrom::PayOut {} => dates.pay_out,
            PlannedFrom::CompletionFiled {} => dates.completion_filed,
            PlannedFrom::AgreedHandover {} => dates.agreed_handover,
            PlannedFrom::Handover {} => dates.handover.or(dates.agreed_handover),
        }
    }
}
