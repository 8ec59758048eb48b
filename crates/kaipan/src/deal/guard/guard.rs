//! The guards of the table: what has to hold before an action, and who may waive it (handbook §24).

use super::Waiver;
use kaipan_derive::boundary;

/// A guard: what has to hold before an action.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum Guard {
    /// 岗位有权办理: the role may do this.
    MayAct,
    /// 没有在办的变更: no change is pending.
    NotLockedByChange,
    /// 单据未锁定: the document is not locked.
    DocumentUnlocked,
    /// 财务待办已完成: the cashier has nothing left to do.
    NoOpenTodo,
    /// 写明原因: a reason is given.
    ReasonGiven,
    /// 客户已登记，份额合计为 1: the buyers are named, and their shares are 1.
    BuyersNamed,
    /// 为同一客户保留: it is kept for the same customer.
    SameCustomer,
    /// 没有为其他客户选房确认: it is not held for another customer.
    NotHeldByAnother,
    /// 未分配给其他渠道: it is not allotted to another channel.
    NotAllottedElsewhere,
    /// 预留期限不超过规定: the reservation is not longer than allowed.
    WithinReservation,
    /// 选房确认时间不超过规定: the hold is not longer than allowed.
    WithinHold,
    /// 没有收款: no money was received.
    NoMoneyReceived,
    /// 有覆盖该房的预售许可证: a presale permit covers the unit.
    PresalePermit,
    /// 主体结构已封顶: the building is topped out.
    ToppedOut,
    /// 现房销售已备案: the sale of completed homes is filed.
    SaleFiled,
    /// 无抵押、查封等权利限制: it is free of mortgage and seizure.
    FreeOfEncumbrance,
    /// 已办首次登记: it has its first registration.
    FirstRegistration,
    /// 有施工许可证: there is a construction permit.
    ConstructionPermit,
    /// 可签定金合同: deposit contracts are allowed.
    DepositContractAllowed,
    /// 已设定金监管账户: the supervised deposit account is named.
    DepositAccount,
    /// 房款在监管账户: house money lies in the supervised account.
    SupervisedAccount,
    /// 面积大于 0: its areas are known.
    AreasKnown,
    /// 已执行表价: it has a list price in force.
    PriceInForce,
    /// 退回后的价格已确认: its price is confirmed since it came back.
    PriceConfirmed,
    /// 认筹金额符合规定: the sincerity money is as set.
    SincerityAmount,
    /// 已收预定金: the booking money is received.
    BookingMoney,
    /// 已到期或客户放弃: it has expired, or the buyer gave it up.
    Expired,
    /// 未到期: it has not expired.
    NotExpired,
    /// 已获批准: it is approved.
    Approved,
    /// 买方身份已核实: every buyer is identified.
    Identified,
    /// 客户必填资料齐全: the required fields of every buyer are filled.
    RequiredFields,
    /// 问卷已答完: the questionnaire is complete.
    Questionnaire,
    /// 成交价与单价、面积一致: the price agrees with itself.
    PriceAgrees,
    /// 不低于底价: the price is not below the floor price.
    AboveFloor,
    /// 不高于备案价: the price is not above the filed price.
    WithinFiled,
    /// 折扣在权限内: the discount is within authority.
    Authority,
    /// 优惠名额未用完: the discounts have uses left.
    QuotaLeft,
    /// 付款方式可用: the payment plan is offered.
    PlanOffered,
    /// 付款计划合计等于合同总价: the schedule adds up to the contract total.
    ScheduleComplete,
    /// 定金不少于规定: the deposit is not less than set.
    DepositAgreed,
    /// 已收定金: the deposit is received.
    DepositReceived,
    /// 定金不超过 20%: the deposit is at most 20 % of the price.
    DepositCap,
    /// 已约定签约日: the signing date is agreed.
    SigningAgreed,
    /// 异常值已确认: unusual values are confirmed.
    UnusualConfirmed,
    /// 认购已审核锁定: the subscription is approved and locked.
    SubscriptionLocked,
    /// 已收首期款或全款: the down payment or the whole price is received.
    DownPayment,
    /// 财务已审核: finance has reviewed it.
    FinanceReviewed,
    /// 符合定金合同的约定: it keeps what the deposit contract promised.
    PromiseKept,
    /// 已约定交付日: the handover date is promised.
    HandoverPromised,
    /// 写明解除原因: it is said why it ends.
    EndReasonGiven,
    /// 写明旧房: the old home is named.
    OldHomeNamed,
    /// 写明签字文件: the signed paper is named.
    PaperGiven,
    /// 当期录入: it was entered in this period.
    EnteredToday,
}

impl Guard {
    /// Every guard.
    pub const ALL: &'static [Guard] = &[
        Guard::MayAct,
        Guard::NotLockedByChange,
        Guard::DocumentUnlocked,
        Guard::NoOpenTodo,
        Guard::ReasonGiven,
        Guard::BuyersNamed,
        Guard::SameCustomer,
        Guard::NotHeldByAnother,
        Guard::NotAllottedElsewhere,
        Guard::WithinReservation,
        Guard::WithinHold,
        Guard::NoMoneyReceived,
        Guard::PresalePermit,
        Guard::ToppedOut,
        Guard::SaleFiled,
        Guard::FreeOfEncumbrance,
        Guard::FirstRegistration,
        Guard::ConstructionPermit,
        Guard::DepositContractAllowed,
        Guard::DepositAccount,
        Guard::SupervisedAccount,
        Guard::AreasKnown,
        Guard::PriceInForce,
        Guard::PriceConfirmed,
        Guard::SincerityAmount,
        Guard::BookingMoney,
        Guard::Expired,
        Guard::NotExpired,
        Guard::Approved,
        Guard::Identified,
        Guard::RequiredFields,
        Guard::Questionnaire,
        Guard::PriceAgrees,
        Guard::AboveFloor,
        Guard::WithinFiled,
        Guard::Authority,
        Guard::QuotaLeft,
        Guard::PlanOffered,
        Guard::ScheduleComplete,
        Guard::DepositAgreed,
        Guard::DepositReceived,
        Guard::DepositCap,
        Guard::SigningAgreed,
        Guard::UnusualConfirmed,
        Guard::SubscriptionLocked,
        Guard::DownPayment,
        Guard::FinanceReviewed,
        Guard::PromiseKept,
        Guard::HandoverPromised,
        Guard::EndReasonGiven,
        Guard::OldHomeNamed,
        Guard::PaperGiven,
        Guard::EnteredToday,
    ];

    /// What has to hold, in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            Guard::MayAct => "岗位有权办理",
            Guard::NotLockedByChange => "没有在办的变更",
            Guard::DocumentUnlocked => "单据未锁定",
            Guard::NoOpenTodo => "财务待办已完成",
            Guard::ReasonGiven => "写明原因",
            Guard::BuyersNamed => "客户已登记，份额合计为 1",
            Guard::SameCustomer => "为同一客户保留",
            Guard::NotHeldByAnother => "没有为其他客户选房确认",
            Guard::NotAllottedElsewhere => "未分配给其他渠道",
            Guard::WithinReservation => "预留期限不超过规定",
            Guard::WithinHold => "选房确认时间不超过规定",
            Guard::NoMoneyReceived => "没有收款",
            Guard::PresalePermit => "有覆盖该房的预售许可证",
            Guard::ToppedOut => "主体结构已封顶",
            Guard::SaleFiled => "现房销售已备案",
            Guard::FreeOfEncumbrance => "无抵押、查封等权利限制",
            Guard::FirstRegistration => "已办首次登记",
            Guard::ConstructionPermit => "有施工许可证",
            Guard::DepositContractAllowed => "可签定金合同",
            Guard::DepositAccount => "已设定金监管账户",
            Guard::SupervisedAccount => "房款在监管账户",
            Guard::AreasKnown => "面积大于 0",
            Guard::PriceInForce => "已执行表价",
            Guard::PriceConfirmed => "退回后的价格已确认",
            Guard::SincerityAmount => "认筹金额符合规定",
            Guard::BookingMoney => "已收预定金",
            Guard::Expired => "已到期或客户放弃",
            Guard::NotExpired => "未到期",
            Guard::Approved => "已获批准",
            Guard::Identified => "买方身份已核实",
            Guard::RequiredFields => "客户必填资料齐全",
            Guard::Questionnaire => "问卷已答完",
            Guard::PriceAgrees => "成交价与单价、面积一致",
            Guard::AboveFloor => "不低于底价",
            Guard::WithinFiled => "不高于备案价",
            Guard::Authority => "折扣在权限内",
            Guard::QuotaLeft => "优惠名额未用完",
            Guard::PlanOffered => "付款方式可用",
            Guard::ScheduleComplete => "付款计划合计等于合同总价",
            Guard::DepositAgreed => "定金不少于规定",
            Guard::DepositReceived => "已收定金",
            Guard::DepositCap => "定金不超过 20%",
            Guard::SigningAgreed => "已约定签约日",
            Guard::UnusualConfirmed => "异常值已确认",
            Guard::SubscriptionLocked => "认购已审核锁定",
            Guard::DownPayment => "已收首期款或全款",
            Guard::FinanceReviewed => "财务已审核",
            Guard::PromiseKept => "符合定金合同的约定",
            Guard::HandoverPromised => "已约定交付日",
            Guard::EndReasonGiven => "写明解除原因",
            Guard::OldHomeNamed => "写明旧房",
            Guard::PaperGiven => "写明签字文件",
            Guard::EnteredToday => "当期录入",
        }
    }

    /// What has to hold, in English.
    pub const fn english(self) -> &'static str {
        match self {
            Guard::MayAct => "the role may do this",
            Guard::NotLockedByChange => "no change is pending",
            Guard::DocumentUnlocked => "the document is not locked",
            Guard::NoOpenTodo => "the cashier has nothing left to do",
            Guard::ReasonGiven => "a reason is given",
            Guard::BuyersNamed => "the buyers are named, and their shares are 1",
            Guard::SameCustomer => "it is kept for the same customer",
            Guard::NotHeldByAnother => "it is not held for another customer",
            Guard::NotAllottedElsewhere => "it is not allotted to another channel",
            Guard::WithinReservation => "the reservation is not longer than allowed",
            Guard::WithinHold => "the hold is not longer than allowed",
            Guard::NoMoneyReceived => "no money was received",
            Guard::PresalePermit => "a presale permit covers the unit",
            Guard::ToppedOut => "the building is topped out",
            Guard::SaleFiled => "the sale of completed homes is filed",
            Guard::FreeOfEncumbrance => "it is free of mortgage and seizure",
            Guard::FirstRegistration => "it has its first registration",
            Guard::ConstructionPermit => "there is a construction permit",
            Guard::DepositContractAllowed => "deposit contracts are allowed",
            Guard::DepositAccount => "the supervised deposit account is named",
            Guard::SupervisedAccount => "house money lies in the supervised account",
            Guard::AreasKnown => "its areas are known",
            Guard::PriceInForce => "it has a list price in force",
            Guard::PriceConfirmed => "its price is confirmed since it came back",
            Guard::SincerityAmount => "the sincerity money is as set",
            Guard::BookingMoney => "the booking money is received",
            Guard::Expired => "it has expired, or the buyer gave it up",
            Guard::NotExpired => "it has not expired",
            Guard::Approved => "it is approved",
            Guard::Identified => "every buyer is identified",
            Guard::RequiredFields => "the required fields of every buyer are filled",
            Guard::Questionnaire => "the questionnaire is complete",
            Guard::PriceAgrees => "the price agrees with itself",
            Guard::AboveFloor => "the price is not below the floor price",
            Guard::WithinFiled => "the price is not above the filed price",
            Guard::Authority => "the discount is within authority",
            Guard::QuotaLeft => "the discounts have uses left",
            Guard::PlanOffered => "the payment plan is offered",
            Guard::ScheduleComplete => "the schedule adds up to the contract total",
            Guard::DepositAgreed => "the deposit is not less than set",
            Guard::DepositReceived => "the deposit is received",
            Guard::DepositCap => "the deposit is at most 20 % of the price",
            Guard::SigningAgreed => "the signing date is agreed",
            Guard::UnusualConfirmed => "unusual values are confirmed",
            Guard::SubscriptionLocked => "the subscription is approved and locked",
            Guard::DownPayment => "the down payment or the whole price is received",
            Guard::FinanceReviewed => "finance has reviewed it",
            Guard::PromiseKept => "it keeps what the deposit contract promised",
            Guard::HandoverPromised => "the handover date is promised",
            Guard::EndReasonGiven => "it is said why it ends",
            Guard::OldHomeNamed => "the old home is named",
            Guard::PaperGiven => "the signed paper is named",
            Guard::EnteredToday => "it was entered in this period",
        }
    }

    /// Who may waive it by a recorded approval. What law sets, and what the record cannot do
    /// without, nobody may.
    pub const fn waiver(self) -> Waiver {
        match self {
            Guard::SameCustomer
            | Guard::NotHeldByAnother
            | Guard::NotAllottedElsewhere
            | Guard::WithinReservation
            | Guard::WithinHold
            | Guard::PriceConfirmed
            | Guard::SincerityAmount
            | Guard::BookingMoney
            | Guard::Expired
            | Guard::NotExpired
            | Guard::RequiredFields
            | Guard::Questionnaire
            | Guard::QuotaLeft
            | Guard::PlanOffered
            | Guard::DepositAgreed
            | Guard::DepositReceived
            | Guard::SubscriptionLocked => Waiver::Manager,
            Guard::FirstRegistration => Waiver::Senior,
            Guard::AboveFloor => Waiver::Executive,
            Guard::DownPayment | Guard::FinanceReviewed | Guard::EnteredToday => Waiver::Finance,
            _ => Waiver::Nobody,
        }
    }

    /// The law or regulation that sets it, if one does.
    pub const fn law(self) -> Option<&'static str> {
        match self {
            Guard::PresalePermit => Some("城市房地产管理法 §45"),
            Guard::ToppedOut
            | Guard::SaleFiled
            | Guard::FreeOfEncumbrance
            | Guard::FirstRegistration
            | Guard::ConstructionPermit
            | Guard::DepositContractAllowed
            | Guard::DepositAccount
            | Guard::SupervisedAccount
            | Guard::PromiseKept
            | Guard::HandoverPromised => Some("建房规〔2026〕3号"),
            Guard::Identified => Some("商品房销售管理办法"),
            Guard::WithinFiled => Some("商品房明码标价规定"),
            Guard::DepositCap => Some("民法典 §586"),
            _ => None,
        }
    }
}
