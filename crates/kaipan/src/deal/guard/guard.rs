//! The guards of the table: what has to hold before an action, and who may waive it (handbook §24).

use super::Waiver;
use kaipan_derive::boundary;

/// A guard: what has to hold before an action.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum DealGuard {
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

impl DealGuard {
    /// Every guard.
    pub const ALL: &'static [DealGuard] = &[
        DealGuard::MayAct,
        DealGuard::NotLockedByChange,
        DealGuard::DocumentUnlocked,
        DealGuard::NoOpenTodo,
        DealGuard::ReasonGiven,
        DealGuard::BuyersNamed,
        DealGuard::SameCustomer,
        DealGuard::NotHeldByAnother,
        DealGuard::NotAllottedElsewhere,
        DealGuard::WithinReservation,
        DealGuard::WithinHold,
        DealGuard::NoMoneyReceived,
        DealGuard::PresalePermit,
        DealGuard::ToppedOut,
        DealGuard::SaleFiled,
        DealGuard::FreeOfEncumbrance,
        DealGuard::FirstRegistration,
        DealGuard::ConstructionPermit,
        DealGuard::DepositContractAllowed,
        DealGuard::DepositAccount,
        DealGuard::SupervisedAccount,
        DealGuard::AreasKnown,
        DealGuard::PriceInForce,
        DealGuard::PriceConfirmed,
        DealGuard::SincerityAmount,
        DealGuard::BookingMoney,
        DealGuard::Expired,
        DealGuard::NotExpired,
        DealGuard::Approved,
        DealGuard::Identified,
        DealGuard::RequiredFields,
        DealGuard::Questionnaire,
        DealGuard::PriceAgrees,
        DealGuard::AboveFloor,
        DealGuard::WithinFiled,
        DealGuard::Authority,
        DealGuard::QuotaLeft,
        DealGuard::PlanOffered,
        DealGuard::ScheduleComplete,
        DealGuard::DepositAgreed,
        DealGuard::DepositReceived,
        DealGuard::DepositCap,
        DealGuard::SigningAgreed,
        DealGuard::UnusualConfirmed,
        DealGuard::SubscriptionLocked,
        DealGuard::DownPayment,
        DealGuard::FinanceReviewed,
        DealGuard::PromiseKept,
        DealGuard::HandoverPromised,
        DealGuard::EndReasonGiven,
        DealGuard::OldHomeNamed,
        DealGuard::PaperGiven,
        DealGuard::EnteredToday,
    ];

    /// What has to hold, in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            DealGuard::MayAct => "岗位有权办理",
            DealGuard::NotLockedByChange => "没有在办的变更",
            DealGuard::DocumentUnlocked => "单据未锁定",
            DealGuard::NoOpenTodo => "财务待办已完成",
            DealGuard::ReasonGiven => "写明原因",
            DealGuard::BuyersNamed => "客户已登记，份额合计为 1",
            DealGuard::SameCustomer => "为同一客户保留",
            DealGuard::NotHeldByAnother => "没有为其他客户选房确认",
            DealGuard::NotAllottedElsewhere => "未分配给其他渠道",
            DealGuard::WithinReservation => "预留期限不超过规定",
            DealGuard::WithinHold => "选房确认时间不超过规定",
            DealGuard::NoMoneyReceived => "没有收款",
            DealGuard::PresalePermit => "有覆盖该房的预售许可证",
            DealGuard::ToppedOut => "主体结构已封顶",
            DealGuard::SaleFiled => "现房销售已备案",
            DealGuard::FreeOfEncumbrance => "无抵押、查封等权利限制",
            DealGuard::FirstRegistration => "已办首次登记",
            DealGuard::ConstructionPermit => "有施工许可证",
            DealGuard::DepositContractAllowed => "可签定金合同",
            DealGuard::DepositAccount => "已设定金监管账户",
            DealGuard::SupervisedAccount => "房款在监管账户",
            DealGuard::AreasKnown => "面积大于 0",
            DealGuard::PriceInForce => "已执行表价",
            DealGuard::PriceConfirmed => "退回后的价格已确认",
            DealGuard::SincerityAmount => "认筹金额符合规定",
            DealGuard::BookingMoney => "已收预定金",
            DealGuard::Expired => "已到期或客户放弃",
            DealGuard::NotExpired => "未到期",
            DealGuard::Approved => "已获批准",
            DealGuard::Identified => "买方身份已核实",
            DealGuard::RequiredFields => "客户必填资料齐全",
            DealGuard::Questionnaire => "问卷已答完",
            DealGuard::PriceAgrees => "成交价与单价、面积一致",
            DealGuard::AboveFloor => "不低于底价",
            DealGuard::WithinFiled => "不高于备案价",
            DealGuard::Authority => "折扣在权限内",
            DealGuard::QuotaLeft => "优惠名额未用完",
            DealGuard::PlanOffered => "付款方式可用",
            DealGuard::ScheduleComplete => "付款计划合计等于合同总价",
            DealGuard::DepositAgreed => "定金不少于规定",
            DealGuard::DepositReceived => "已收定金",
            DealGuard::DepositCap => "定金不超过 20%",
            DealGuard::SigningAgreed => "已约定签约日",
            DealGuard::UnusualConfirmed => "异常值已确认",
            DealGuard::SubscriptionLocked => "认购已审核锁定",
            DealGuard::DownPayment => "已收首期款或全款",
            DealGuard::FinanceReviewed => "财务已审核",
            DealGuard::PromiseKept => "符合定金合同的约定",
            DealGuard::HandoverPromised => "已约定交付日",
            DealGuard::EndReasonGiven => "写明解除原因",
            DealGuard::OldHomeNamed => "写明旧房",
            DealGuard::PaperGiven => "写明签字文件",
            DealGuard::EnteredToday => "当期录入",
        }
    }

    /// What has to hold, in English.
    pub const fn english(self) -> &'static str {
        match self {
            DealGuard::MayAct => "the role may do this",
            DealGuard::NotLockedByChange => "no change is pending",
            DealGuard::DocumentUnlocked => "the document is not locked",
            DealGuard::NoOpenTodo => "the cashier has nothing left to do",
            DealGuard::ReasonGiven => "a reason is given",
            DealGuard::BuyersNamed => "the buyers are named, and their shares are 1",
            DealGuard::SameCustomer => "it is kept for the same customer",
            DealGuard::NotHeldByAnother => "it is not held for another customer",
            DealGuard::NotAllottedElsewhere => "it is not allotted to another channel",
            DealGuard::WithinReservation => "the reservation is not longer than allowed",
            DealGuard::WithinHold => "the hold is not longer than allowed",
            DealGuard::NoMoneyReceived => "no money was received",
            DealGuard::PresalePermit => "a presale permit covers the unit",
            DealGuard::ToppedOut => "the building is topped out",
            DealGuard::SaleFiled => "the sale of completed homes is filed",
            DealGuard::FreeOfEncumbrance => "it is free of mortgage and seizure",
            DealGuard::FirstRegistration => "it has its first registration",
            DealGuard::ConstructionPermit => "there is a construction permit",
            DealGuard::DepositContractAllowed => "deposit contracts are allowed",
            DealGuard::DepositAccount => "the supervised deposit account is named",
            DealGuard::SupervisedAccount => "house money lies in the supervised account",
            DealGuard::AreasKnown => "its areas are known",
            DealGuard::PriceInForce => "it has a list price in force",
            DealGuard::PriceConfirmed => "its price is confirmed since it came back",
            DealGuard::SincerityAmount => "the sincerity money is as set",
            DealGuard::BookingMoney => "the booking money is received",
            DealGuard::Expired => "it has expired, or the buyer gave it up",
            DealGuard::NotExpired => "it has not expired",
            DealGuard::Approved => "it is approved",
            DealGuard::Identified => "every buyer is identified",
            DealGuard::RequiredFields => "the required fields of every buyer are filled",
            DealGuard::Questionnaire => "the questionnaire is complete",
            DealGuard::PriceAgrees => "the price agrees with itself",
            DealGuard::AboveFloor => "the price is not below the floor price",
            DealGuard::WithinFiled => "the price is not above the filed price",
            DealGuard::Authority => "the discount is within authority",
            DealGuard::QuotaLeft => "the discounts have uses left",
            DealGuard::PlanOffered => "the payment plan is offered",
            DealGuard::ScheduleComplete => "the schedule adds up to the contract total",
            DealGuard::DepositAgreed => "the deposit is not less than set",
            DealGuard::DepositReceived => "the deposit is received",
            DealGuard::DepositCap => "the deposit is at most 20 % of the price",
            DealGuard::SigningAgreed => "the signing date is agreed",
            DealGuard::UnusualConfirmed => "unusual values are confirmed",
            DealGuard::SubscriptionLocked => "the subscription is approved and locked",
            DealGuard::DownPayment => "the down payment or the whole price is received",
            DealGuard::FinanceReviewed => "finance has reviewed it",
            DealGuard::PromiseKept => "it keeps what the deposit contract promised",
            DealGuard::HandoverPromised => "the handover date is promised",
            DealGuard::EndReasonGiven => "it is said why it ends",
            DealGuard::OldHomeNamed => "the old home is named",
            DealGuard::PaperGiven => "the signed paper is named",
            DealGuard::EnteredToday => "it was entered in this period",
        }
    }

    /// Who may waive it by a recorded approval. What law sets, and what the record cannot do
    /// without, nobody may.
    pub const fn waiver(self) -> Waiver {
        match self {
            DealGuard::SameCustomer
            | DealGuard::NotHeldByAnother
            | DealGuard::NotAllottedElsewhere
            | DealGuard::WithinReservation
            | DealGuard::WithinHold
            | DealGuard::PriceConfirmed
            | DealGuard::SincerityAmount
            | DealGuard::BookingMoney
            | DealGuard::Expired
            | DealGuard::NotExpired
            | DealGuard::RequiredFields
            | DealGuard::Questionnaire
            | DealGuard::QuotaLeft
            | DealGuard::PlanOffered
            | DealGuard::DepositAgreed
            | DealGuard::DepositReceived
            | DealGuard::SubscriptionLocked => Waiver::Manager,
            DealGuard::FirstRegistration => Waiver::Senior,
            DealGuard::AboveFloor => Waiver::Executive,
            DealGuard::DownPayment | DealGuard::FinanceReviewed | DealGuard::EnteredToday => {
                Waiver::Finance
            }
            _ => Waiver::Nobody,
        }
    }

    /// The law or regulation that sets it, if one does.
    pub const fn law(self) -> Option<&'static str> {
        match self {
            DealGuard::PresalePermit => Some("城市房地产管理法 §45"),
            DealGuard::ToppedOut
            | DealGuard::SaleFiled
            | DealGuard::FreeOfEncumbrance
            | DealGuard::FirstRegistration
            | DealGuard::ConstructionPermit
            | DealGuard::DepositContractAllowed
            | DealGuard::DepositAccount
            | DealGuard::SupervisedAccount
            | DealGuard::PromiseKept
            | DealGuard::HandoverPromised => Some("建房规〔2026〕3号"),
            DealGuard::Identified => Some("商品房销售管理办法"),
            DealGuard::WithinFiled => Some("商品房明码标价规定"),
            DealGuard::DepositCap => Some("民法典 §586"),
            _ => None,
        }
    }
}
