//! What can be done with a unit and its deal, one word each (handbook §5.3).

use kaipan_derive::boundary;

/// What is to be done.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum DealAction {
    /// T1: 放盘.
    Release,
    /// T2: 收盘.
    Withdraw,
    /// T3: 销控.
    Control,
    /// T3: 解除销控.
    Uncontrol,
    /// T4: 预留.
    Reserve,
    /// T5: 解除预留.
    EndReservation,
    /// T6: 认筹登记.
    Register,
    /// T7: 退号.
    CancelRegistration,
    /// T8: 选房确认.
    ConfirmRoom,
    /// T8: 解除选房确认.
    EndHold,
    /// T9: 预定.
    Book,
    /// T10: 退定.
    RefundBooking,
    /// T11: 挞定.
    ForfeitBooking,
    /// T12: 认购.
    Subscribe,
    /// T13: 审核锁定.
    Lock,
    /// T13: 解除锁定.
    Unlock,
    /// T16: 签约.
    Sign,
    /// T22: 作废.
    Void,
    /// T23: 签定金合同.
    SignDepositContract,
    /// T24: 解除定金合同.
    EndDepositContract,
    /// T26: 摇号登记.
    EnterLottery,
    /// T28: 按序选房.
    ChooseRoom,
    /// T29: 以旧换新保留.
    HoldForTradeIn,
    /// T30: 以旧换新转认购.
    SubscribeTradeIn,
    /// T31: 到期失效.
    Lapse,
    /// T32: 一口价.
    OpenOffer,
    /// T34: 更正房源资料.
    CorrectStock,
    /// T35: 财务审核.
    ReviewFinance,
    /// T16: 打印合同.
    PrintContract,
    /// 修改合同客户资料 (handbook §9.6).
    EditContractBuyer,
    /// 完成财务待办 (handbook §5.5).
    FinishTodo,
    /// 变更申请: what is pending keeps other documents away.
    ApplyForChange,
    /// 撤回变更申请.
    WithdrawChange,
    /// T14: 退定 of a subscription.
    RefundSubscription,
    /// T15: 挞定 of a subscription.
    ForfeitSubscription,
    /// T17: 退房.
    Quit,
    /// T18: 换房.
    ChangeUnit,
    /// T19: 更名.
    ChangeNames,
    /// T20: 变更付款方式.
    ChangePlan,
    /// T20: 变更价格、折扣.
    ChangePrice,
    /// T21: 延期签约.
    ExtendSigning,
    /// T21: 延期付款.
    ExtendPayment,
}

impl DealAction {
    /// Every action, in the order of the table.
    pub const ALL: &'static [DealAction] = &[
        DealAction::Release,
        DealAction::Withdraw,
        DealAction::Control,
        DealAction::Uncontrol,
        DealAction::Reserve,
        DealAction::EndReservation,
        DealAction::Register,
        DealAction::CancelRegistration,
        DealAction::ConfirmRoom,
        DealAction::EndHold,
        DealAction::Book,
        DealAction::RefundBooking,
        DealAction::ForfeitBooking,
        DealAction::Subscribe,
        DealAction::Lock,
        DealAction::Unlock,
        DealAction::Sign,
        DealAction::Void,
        DealAction::SignDepositContract,
        DealAction::EndDepositContract,
        DealAction::EnterLottery,
        DealAction::ChooseRoom,
        DealAction::HoldForTradeIn,
        DealAction::SubscribeTradeIn,
        DealAction::Lapse,
        DealAction::OpenOffer,
        DealAction::CorrectStock,
        DealAction::ReviewFinance,
        DealAction::PrintContract,
        DealAction::EditContractBuyer,
        DealAction::FinishTodo,
        DealAction::ApplyForChange,
        DealAction::WithdrawChange,
        DealAction::RefundSubscription,
        DealAction::ForfeitSubscription,
        DealAction::Quit,
        DealAction::ChangeUnit,
        DealAction::ChangeNames,
        DealAction::ChangePlan,
        DealAction::ChangePrice,
        DealAction::ExtendSigning,
        DealAction::ExtendPayment,
    ];

    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            DealAction::Release => "放盘",
            DealAction::Withdraw => "收盘",
            DealAction::Control => "销控",
            DealAction::Uncontrol => "解除销控",
            DealAction::Reserve => "预留",
            DealAction::EndReservation => "解除预留",
            DealAction::Register => "认筹登记",
            DealAction::CancelRegistration => "退号",
            DealAction::ConfirmRoom => "选房确认",
            DealAction::EndHold => "解除选房确认",
            DealAction::Book => "预定",
            DealAction::RefundBooking => "退定",
            DealAction::ForfeitBooking => "挞定",
            DealAction::Subscribe => "认购",
            DealAction::Lock => "审核锁定",
            DealAction::Unlock => "解除锁定",
            DealAction::Sign => "签约",
            DealAction::Void => "作废",
            DealAction::SignDepositContract => "签定金合同",
            DealAction::EndDepositContract => "解除定金合同",
            DealAction::EnterLottery => "摇号登记",
            DealAction::ChooseRoom => "按序选房",
            DealAction::HoldForTradeIn => "以旧换新保留",
            DealAction::SubscribeTradeIn => "以旧换新转认购",
            DealAction::Lapse => "到期失效",
            DealAction::OpenOffer => "一口价",
            DealAction::CorrectStock => "更正房源资料",
            DealAction::ReviewFinance => "财务审核",
            DealAction::PrintContract => "打印合同",
            DealAction::EditContractBuyer => "修改合同客户资料",
            DealAction::FinishTodo => "完成财务待办",
            DealAction::ApplyForChange => "变更申请",
            DealAction::WithdrawChange => "撤回变更申请",
            DealAction::RefundSubscription => "认购退定",
            DealAction::ForfeitSubscription => "认购挞定",
            DealAction::Quit => "退房",
            DealAction::ChangeUnit => "换房",
            DealAction::ChangeNames => "更名",
            DealAction::ChangePlan => "变更付款方式",
            DealAction::ChangePrice => "变更价格",
            DealAction::ExtendSigning => "延期签约",
            DealAction::ExtendPayment => "延期付款",
        }
    }

    /// The name in English, to stand in a sentence.
    pub const fn english(self) -> &'static str {
        match self {
            DealAction::Release => "release",
            DealAction::Withdraw => "withdraw",
            DealAction::Control => "control",
            DealAction::Uncontrol => "uncontrol",
            DealAction::Reserve => "reserve",
            DealAction::EndReservation => "end the reservation",
            DealAction::Register => "register",
            DealAction::CancelRegistration => "cancel the registration",
            DealAction::ConfirmRoom => "confirm the room",
            DealAction::EndHold => "end the hold",
            DealAction::Book => "book",
            DealAction::RefundBooking => "refund the booking",
            DealAction::ForfeitBooking => "forfeit the booking",
            DealAction::Subscribe => "subscribe",
            DealAction::Lock => "approve and lock",
            DealAction::Unlock => "unlock",
            DealAction::Sign => "sign",
            DealAction::Void => "void",
            DealAction::SignDepositContract => "sign a deposit contract",
            DealAction::EndDepositContract => "end the deposit contract",
            DealAction::EnterLottery => "enter the lottery",
            DealAction::ChooseRoom => "choose in order",
            DealAction::HoldForTradeIn => "hold for a trade-in",
            DealAction::SubscribeTradeIn => "subscribe after the trade-in",
            DealAction::Lapse => "lapse",
            DealAction::OpenOffer => "open a fixed-price offer",
            DealAction::CorrectStock => "correct stock data",
            DealAction::ReviewFinance => "finance review",
            DealAction::PrintContract => "print the contract",
            DealAction::EditContractBuyer => "change data of a buyer in the contract",
            DealAction::FinishTodo => "finish what the cashier had to do",
            DealAction::ApplyForChange => "apply for a change",
            DealAction::WithdrawChange => "withdraw the application for a change",
            DealAction::RefundSubscription => "refund the subscription",
            DealAction::ForfeitSubscription => "forfeit the subscription",
            DealAction::Quit => "quit",
            DealAction::ChangeUnit => "change the unit",
            DealAction::ChangeNames => "change the names",
            DealAction::ChangePlan => "change the payment plan",
            DealAction::ChangePrice => "change the price",
            DealAction::ExtendSigning => "extend the signing date",
            DealAction::ExtendPayment => "extend the payment dates",
        }
    }
}
