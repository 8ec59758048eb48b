//! What can be done with a unit and its deal, one word each (handbook §5.3).

use kaipan_derive::boundary;

/// What is to be done.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum Action {
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
    /// T31: 到期失效.
    Lapse,
    /// T34: 更正房源资料.
    CorrectStock,
    /// T35: 财务审核.
    ReviewFinance,
}

impl Action {
    /// Every action, in the order of the table.
    pub const ALL: &'static [Action] = &[
        Action::Release,
        Action::Withdraw,
        Action::Control,
        Action::Uncontrol,
        Action::Reserve,
        Action::EndReservation,
        Action::Register,
        Action::CancelRegistration,
        Action::ConfirmRoom,
        Action::EndHold,
        Action::Book,
        Action::RefundBooking,
        Action::ForfeitBooking,
        Action::Subscribe,
        Action::Lock,
        Action::Unlock,
        Action::Sign,
        Action::Void,
        Action::SignDepositContract,
        Action::EndDepositContract,
        Action::EnterLottery,
        Action::ChooseRoom,
        Action::HoldForTradeIn,
        Action::Lapse,
        Action::CorrectStock,
        Action::ReviewFinance,
    ];

    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            Action::Release => "放盘",
            Action::Withdraw => "收盘",
            Action::Control => "销控",
            Action::Uncontrol => "解除销控",
            Action::Reserve => "预留",
            Action::EndReservation => "解除预留",
            Action::Register => "认筹登记",
            Action::CancelRegistration => "退号",
            Action::ConfirmRoom => "选房确认",
            Action::EndHold => "解除选房确认",
            Action::Book => "预定",
            Action::RefundBooking => "退定",
            Action::ForfeitBooking => "挞定",
            Action::Subscribe => "认购",
            Action::Lock => "审核锁定",
            Action::Unlock => "解除锁定",
            Action::Sign => "签约",
            Action::Void => "作废",
            Action::SignDepositContract => "签定金合同",
            Action::EndDepositContract => "解除定金合同",
            Action::EnterLottery => "摇号登记",
            Action::ChooseRoom => "按序选房",
            Action::HoldForTradeIn => "以旧换新保留",
            Action::Lapse => "到期失效",
            Action::CorrectStock => "更正房源资料",
            Action::ReviewFinance => "财务审核",
        }
    }

    /// The name in English, to stand in a sentence.
    pub const fn english(self) -> &'static str {
        match self {
            Action::Release => "release",
            Action::Withdraw => "withdraw",
            Action::Control => "control",
            Action::Uncontrol => "uncontrol",
            Action::Reserve => "reserve",
            Action::EndReservation => "end the reservation",
            Action::Register => "register",
            Action::CancelRegistration => "cancel the registration",
            Action::ConfirmRoom => "confirm the room",
            Action::EndHold => "end the hold",
            Action::Book => "book",
            Action::RefundBooking => "refund the booking",
            Action::ForfeitBooking => "forfeit the booking",
            Action::Subscribe => "subscribe",
            Action::Lock => "approve and lock",
            Action::Unlock => "unlock",
            Action::Sign => "sign",
            Action::Void => "void",
            Action::SignDepositContract => "sign a deposit contract",
            Action::EndDepositContract => "end the deposit contract",
            Action::EnterLottery => "enter the lottery",
            Action::ChooseRoom => "choose in order",
            Action::HoldForTradeIn => "hold for a trade-in",
            Action::Lapse => "lapse",
            Action::CorrectStock => "correct stock data",
            Action::ReviewFinance => "finance review",
        }
    }
}
