//! Kinds of what is overdue.

use crate::money::MoneyCategory;
use crate::service::ServiceKind;
use kaipan_derive::boundary;

/// 逾期业务: what is overdue.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum OverdueKind {
    /// 逾期未认购: booked or promised, and not subscribed by the last day.
    Subscription,
    /// 逾期未签约: subscribed, and not signed by the agreed day.
    Signing,
    /// 逾期未付房款.
    Payment,
    /// 逾期按揭: not paid out by the promised day, or a step is overdue.
    Mortgage,
    /// 逾期公积金贷款: as a mortgage.
    FundLoan,
    /// 逾期事务: a step or to-do of another service.
    ServiceStep,
    /// 逾期未付费用: collected fees, handling fees, late fees.
    Fee,
    /// 逾期面积补差.
    AreaDifference,
    /// 逾期未付其他款项.
    OtherMoney,
}

/// What a task is about.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum TaskMatter {
    /// 催款.
    Money,
    /// 催签.
    Signing,
    /// 签约后事务.
    Service,
    /// 期限: documents that end, questionnaires, entries, the cashier's to-dos.
    Deadline,
}

impl OverdueKind {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            OverdueKind::Subscription => "逾期未认购",
            OverdueKind::Signing => "逾期未签约",
            OverdueKind::Payment => "逾期未付房款",
            OverdueKind::Mortgage => "逾期按揭",
            OverdueKind::FundLoan => "逾期公积金贷款",
            OverdueKind::ServiceStep => "逾期事务",
            OverdueKind::Fee => "逾期未付费用",
            OverdueKind::AreaDifference => "逾期面积补差",
            OverdueKind::OtherMoney => "逾期未付其他款项",
        }
    }

    /// The name in English.
    pub const fn english(self) -> &'static str {
        match self {
            OverdueKind::Subscription => "overdue subscription",
            OverdueKind::Signing => "overdue signing",
            OverdueKind::Payment => "overdue payment",
            OverdueKind::Mortgage => "overdue mortgage",
            OverdueKind::FundLoan => "overdue fund loan",
            OverdueKind::ServiceStep => "overdue service",
            OverdueKind::Fee => "overdue fee",
            OverdueKind::AreaDifference => "overdue area difference",
            OverdueKind::OtherMoney => "other overdue money",
        }
    }

    /// That of a claim.
    pub(super) fn of_claim(category: MoneyCategory, item: &str) -> OverdueKind {
        match category {
            MoneyCategory::HouseLoan if item == crate::money::FUND_LOAN => OverdueKind::FundLoan,
            MoneyCategory::HouseLoan => OverdueKind::Mortgage,
            MoneyCategory::HouseNonLoan => OverdueKind::Payment,
            MoneyCategory::AreaDifference => OverdueKind::AreaDifference,
            MoneyCategory::Collected | MoneyCategory::Charge => OverdueKind::Fee,
            MoneyCategory::PreSale | MoneyCategory::Other => OverdueKind::OtherMoney,
        }
    }

    /// That of a service.
    pub(super) const fn of_service(kind: ServiceKind) -> OverdueKind {
        match kind {
            ServiceKind::Mortgage => OverdueKind::Mortgage,
            ServiceKind::FundLoan => OverdueKind::FundLoan,
            ServiceKind::Filing | ServiceKind::Handover | ServiceKind::Title => {
                OverdueKind::ServiceStep
            }
        }
    }
}
