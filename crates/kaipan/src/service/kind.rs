//! Kinds of services, and the states that they pass (handbook §5.13).

use crate::money;
use kaipan_derive::boundary;

/// What a service (签约后事务) is about. A deal has at most one of each kind under way.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum ServiceKind {
    /// 网签备案.
    Filing,
    /// 按揭.
    Mortgage,
    /// 公积金贷款.
    FundLoan,
    /// 交付 / 入伙.
    Handover,
    /// 产权.
    Title,
}

/// State of a service.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum ServiceState {
    /// 未开始.
    #[default]
    NotStarted,
    /// 办理中.
    InProgress,
    /// 已办结: every step is done.
    Done,
    /// 已终止: stopped by hand.
    Stopped,
    /// 因退房关闭.
    ClosedByQuit,
    /// 因变更关闭: change of unit, name or payment plan.
    ClosedByChange,
    /// 已转其他银行.
    TransferredToOtherBank,
}

/// What an approved loan waits for until it is paid out.
#[boundary]
pub enum LoanWaiting {
    /// 待解押: the encumbrance on the home has to be released.
    EncumbranceRelease,
    /// 待额度: the bank has no quota.
    Quota,
    /// 待放款: nothing but the payment itself.
    Disbursement,
}

/// Which notice of handover a buyer gets (入伙通知书), by what is still lacking.
#[boundary]
pub enum HandoverNotice {
    /// 可入伙: nothing is lacking.
    Ready,
    /// 欠房款: part of the house price, or something overdue, has to be paid first.
    HousePriceOwed,
    /// 贷款未到账: the loan has not arrived.
    LoanAwaited,
    /// 面积未结算: the area difference has to be settled first.
    AreaUnsettled,
    /// 欠费用: fees have to be paid first.
    FeesOwed,
}

impl ServiceKind {
    /// Every kind, in the order of a sale.
    pub const ALL: [ServiceKind; 5] = [
        ServiceKind::Filing,
        ServiceKind::Mortgage,
        ServiceKind::FundLoan,
        ServiceKind::Handover,
        ServiceKind::Title,
    ];

    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            ServiceKind::Filing => "网签备案",
            ServiceKind::Mortgage => "按揭",
            ServiceKind::FundLoan => "公积金贷款",
            ServiceKind::Handover => "交付",
            ServiceKind::Title => "产权",
        }
    }

    /// The name in English, to stand in a sentence.
    pub const fn english(self) -> &'static str {
        match self {
            ServiceKind::Filing => "filing",
            ServiceKind::Mortgage => "mortgage",
            ServiceKind::FundLoan => "fund loan",
            ServiceKind::Handover => "handover",
            ServiceKind::Title => "title",
        }
    }

    /// The item of the money that it brings, of a loan.
    pub const fn loan_item(self) -> Option<&'static str> {
        match self {
            ServiceKind::Mortgage => Some(money::COMMERCIAL_LOAN),
            ServiceKind::FundLoan => Some(money::FUND_LOAN),
            ServiceKind::Filing | ServiceKind::Handover | ServiceKind::Title => None,
        }
    }

    /// It is a loan: a bank approves it and pays it out.
    pub const fn is_loan(self) -> bool {
        self.loan_item().is_some()
    }
}

impl ServiceState {
    /// Nothing can be done with it any more.
    pub const fn is_closed(self) -> bool {
        match self {
            ServiceState::NotStarted | ServiceState::InProgress | ServiceState::Done => false,
            ServiceState::Stopped
            | ServiceState::ClosedByQuit
            | ServiceState::ClosedByChange
            | ServiceState::TransferredToOtherBank => true,
        }
    }

    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            ServiceState::NotStarted => "未开始",
            ServiceState::InProgress => "办理中",
            ServiceState::Done => "已办结",
            ServiceState::Stopped => "已终止",
            ServiceState::ClosedByQuit => "因退房关闭",
            ServiceState::ClosedByChange => "因变更关闭",
            ServiceState::TransferredToOtherBank => "已转其他银行",
        }
    }

    /// The name in English, to stand in a sentence.
    pub const fn english(self) -> &'static str {
        match self {
            ServiceState::NotStarted => "not started",
            ServiceState::InProgress => "in progress",
            ServiceState::Done => "done",
            ServiceState::Stopped => "stopped",
            ServiceState::ClosedByQuit => "closed as the buyer quit",
            ServiceState::ClosedByChange => "closed by a change",
            ServiceState::TransferredToOtherBank => "transferred to another bank",
        }
    }
}

impl HandoverNotice {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            HandoverNotice::Ready => "可入伙",
            HandoverNotice::HousePriceOwed => "欠房款",
            HandoverNotice::LoanAwaited => "贷款未到账",
            HandoverNotice::AreaUnsettled => "面积未结算",
            HandoverNotice::FeesOwed => "欠费用",
        }
    }
}
