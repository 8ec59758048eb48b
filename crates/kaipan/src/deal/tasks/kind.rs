use kaipan_derive::boundary;

/// What is to be done about a deal or a unit.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum DealTaskKind {
    /// 选房确认到期: the customer has to be at the cashier by then.
    HoldEnds,
    /// 预留到期.
    ReservationEnds,
    /// 认筹到期.
    RegistrationEnds,
    /// 预定到期.
    BookingEnds,
    /// 定金合同到期: the contract has to follow.
    DepositContractEnds,
    /// 名额到期: of a fixed-price offer, a discount or a group purchase.
    QuotaEnds,
    /// 逾期未认购: booked or promised, and not subscribed by the last day.
    SubscriptionOverdue,
    /// 签约提醒.
    SigningReminder,
    /// 逾期未签约.
    SigningOverdue,
    /// 问卷待填.
    QuestionnaireDue,
    /// 待录入: a subscription, a change or a receipt is entered on the day it happens.
    EntryDue,
    /// 财务待办.
    FinanceTodoWaits,
    /// 许可证房源待录入: the homes of a presale permit are not entered yet.
    PermitEntryDue,
    /// 准售房源待公开: homes of a presale permit are not on sale yet.
    PermitReleaseDue,
}

impl DealTaskKind {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            DealTaskKind::HoldEnds => "选房确认到期",
            DealTaskKind::ReservationEnds => "预留到期",
            DealTaskKind::RegistrationEnds => "认筹到期",
            DealTaskKind::BookingEnds => "预定到期",
            DealTaskKind::DepositContractEnds => "定金合同到期",
            DealTaskKind::QuotaEnds => "名额到期",
            DealTaskKind::SubscriptionOverdue => "逾期未认购",
            DealTaskKind::SigningReminder => "签约提醒",
            DealTaskKind::SigningOverdue => "逾期未签约",
            DealTaskKind::QuestionnaireDue => "问卷待填",
            DealTaskKind::EntryDue => "待录入",
            DealTaskKind::FinanceTodoWaits => "财务待办",
            DealTaskKind::PermitEntryDue => "房源待录入",
            DealTaskKind::PermitReleaseDue => "准售房源待一次性公开",
        }
    }

    /// The name in English, to stand in a sentence.
    pub const fn english(self) -> &'static str {
        match self {
            DealTaskKind::HoldEnds => "the hold of the room ends",
            DealTaskKind::ReservationEnds => "the reservation ends",
            DealTaskKind::RegistrationEnds => "the registration ends",
            DealTaskKind::BookingEnds => "the booking ends",
            DealTaskKind::DepositContractEnds => "the deposit contract ends",
            DealTaskKind::QuotaEnds => "the quota ends",
            DealTaskKind::SubscriptionOverdue => "not subscribed in time",
            DealTaskKind::SigningReminder => "signing is near",
            DealTaskKind::SigningOverdue => "not signed in time",
            DealTaskKind::QuestionnaireDue => "the questionnaire is to be filled in",
            DealTaskKind::EntryDue => "to be entered",
            DealTaskKind::FinanceTodoWaits => "the cashier has to act",
            DealTaskKind::PermitEntryDue => "its homes are to be entered",
            DealTaskKind::PermitReleaseDue => "all its homes are to be put on sale",
        }
    }
}
