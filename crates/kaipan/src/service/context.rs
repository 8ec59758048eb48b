//! What the host knows as it asks about a service.

use crate::deal::SaleMode;
use crate::number::Money;
use crate::{Date, StreamRead, Text, Time, WorkingDays};
use kaipan_derive::boundary;

/// What a decision about a service looks at beside the service. What is absent is not known, and a
/// condition that needs it is not met: it needs input.
#[boundary]
pub struct ServiceContext {
    /// Now.
    pub now: Time,
    /// Who asks.
    pub person: Text,
    /// His roles here, by code.
    pub roles: Vec<Text>,
    /// What is known of the deal.
    #[boundary(empty)]
    pub facts: ServiceFacts,
    /// Which days are worked; Monday to Friday if absent.
    pub working_days: Option<WorkingDays>,
    /// Other streams that were read to give these answers, with the versions seen.
    pub reads: Vec<StreamRead>,
}

/// What is known of a deal, as its services need it.
#[boundary]
#[derive(Default)]
pub struct ServiceFacts {
    /// How the home is sold.
    pub mode: Option<SaleMode>,
    /// The days that are known.
    #[boundary(empty)]
    pub dates: ServiceDates,
    /// 未付房款: what of the house price, with the area difference, is not received, loans left out,
    /// yuan.
    pub house_unpaid: Option<Money>,
    /// 未付费用: fees that are not received, yuan.
    pub fees_unpaid: Option<Money>,
    /// 逾期: what is overdue, with late fees, yuan.
    pub overdue: Option<Money>,
    /// 面积补差已结清: the area difference is settled.
    pub area_settled: Option<bool>,
    /// The loans of the deal.
    pub loans: Option<LoanFact>,
    /// The account that purchase money has to go to, where there is one.
    pub supervised_account: Option<Text>,
    /// 不动产权证已办妥: the certificate of title is there.
    pub title_ready: Option<bool>,
    /// 退房已批准.
    pub quit_agreed: Option<bool>,
    /// 变更已批准: change of unit, name or payment plan.
    pub change_agreed: Option<bool>,
    /// The loan that was paid out has gone back to the bank.
    pub loan_returned: Option<bool>,
}

/// Days of a deal that services count from. What is absent has not happened, or is not known.
#[boundary]
#[derive(Default)]
pub struct ServiceDates {
    /// 签约.
    pub signing: Option<Date>,
    /// 备案.
    pub filing: Option<Date>,
    /// 批贷.
    pub loan_approved: Option<Date>,
    /// 贷款到账.
    pub loan_arrived: Option<Date>,
    /// 放款节点: the first day on which the bank may pay the loan out, as the sale's pay-out anchor
    /// has it; a planned one counts for plans.
    pub pay_out: Option<Date>,
    /// 竣工备案.
    pub completion_filed: Option<Date>,
    /// 约定交付日.
    pub agreed_handover: Option<Date>,
    /// 交付.
    pub handover: Option<Date>,
}

/// Whether the loans of a deal have arrived.
#[boundary]
pub enum LoanFact {
    /// 没有贷款.
    NoLoan,
    /// 未到账.
    Awaited,
    /// 已到账.
    Arrived,
}
