//! What follows from an action.

use crate::deal::{CloseReason, DocumentKind, TodoKind};

/// What follows from an action, one word each; a row has them in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Effect {
    /// 放盘, with its batch.
    Release,
    /// 收盘.
    Withdraw,
    /// 销控.
    Control,
    /// 解除销控.
    Uncontrol,
    /// 预留 for the first buyer of the draft.
    Reserve,
    /// 预留 for the first buyer, until his old home is sold, at the list price of today; the deal has
    /// it.
    ReserveForTradeIn,
    /// The reservation ends, if there is one.
    EndReservation,
    /// 选房确认 for the first buyer of the draft.
    Hold,
    /// The hold ends, if there is one.
    EndHold,
    /// The stock data were corrected.
    Correct,
    /// The buyers, agent and channel of the draft, if it names any.
    NameBuyers,
    /// The unit of the stock is that of the deal.
    ChooseUnit,
    /// The number in the queue.
    Queue,
    /// The number in the lottery.
    EnterLottery,
    /// The price of the draft.
    AgreePrice,
    /// The plan and schedule of the draft.
    AgreePayment,
    /// The quotas of the draft that the deal has not used before are used.
    UseQuotas,
    /// The quotas that the active document has used can be used again.
    ReturnQuotas,
    /// What was agreed is kept as it is, and its hash.
    Snapshot(DocumentKind),
    /// The contract was printed.
    Print,
    /// Data of a buyer are changed in the contract.
    EditBuyer,
    /// The active document, if there is one, is closed as converted, and a new one is opened.
    Open(DocumentKind),
    /// The active document is closed.
    Close(CloseReason),
    /// The active document is void, and the one that it took the place of counts again.
    Void,
    /// The unit goes to the deal, in the state of the row.
    Take,
    /// The unit comes back, in the state of the row.
    Return,
    /// The unit comes back, and its price needs confirmation before sale.
    ReturnUnconfirmed,
    /// The active document is locked.
    Lock,
    /// The active document is unlocked.
    Unlock,
    /// Finance has reviewed it.
    Review,
    /// What was received before becomes the deposit: an entry that comes to zero.
    BecomeDeposit,
    /// The cashier has to do this with everything that was received.
    Todo(TodoKind),
    /// The cashier has done what the draft names.
    FinishTodo,
    /// Money of a lapsed booking goes this way after all.
    SettleTodo(TodoKind),
    /// A fixed-price offer is opened.
    OpenOffer,
    /// A quota has run out.
    EndQuota,
    /// How a deposit contract ends, by whose fault: money to be returned or forfeited.
    SettleDepositContract,
    /// Whatever has run out ends: a hold, a reservation.
    Lapse,
    /// What is applied for is pending about the unit.
    Pend,
    /// What was applied for is no longer pending.
    Unpend,
    /// The change that was pending about the unit is done with.
    EndPending,
    /// The change is settled: money moves, and the cashier has his part to do.
    SettleChange,
    /// Price, plan and schedule of the draft, where it gives them.
    AgreeAgain,
    /// The signing date of the draft.
    ExtendSigning,
    /// What is agreed now is kept as it is, by the active document.
    SnapshotAgain,
    /// The deal that a change of unit leaves ends, and its unit comes back.
    LeaveUnit,
}

impl Effect {
    /// What follows, in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            Effect::Release => "放盘",
            Effect::Withdraw => "收盘",
            Effect::Control => "销控",
            Effect::Uncontrol => "解除销控",
            Effect::Reserve => "预留",
            Effect::ReserveForTradeIn => "预留并锁定价格",
            Effect::EndReservation => "预留结束",
            Effect::Hold => "选房确认",
            Effect::EndHold => "选房确认结束",
            Effect::Correct => "更正房源资料",
            Effect::NameBuyers => "记录买方",
            Effect::ChooseUnit => "选定房源",
            Effect::Queue => "排号",
            Effect::EnterLottery => "摇号登记",
            Effect::AgreePrice => "约定价格",
            Effect::AgreePayment => "约定付款",
            Effect::UseQuotas => "使用名额",
            Effect::ReturnQuotas => "退回名额",
            Effect::Snapshot(_) => "留存快照",
            Effect::Print => "打印合同",
            Effect::EditBuyer => "修改合同客户资料",
            Effect::FinishTodo => "财务待办完成",
            Effect::SettleTodo(_) => "财务待办改为",
            Effect::OpenOffer => "一口价开放",
            Effect::EndQuota => "名额结束",
            Effect::Open(_) => "单据生效",
            Effect::Close(_) => "单据关闭",
            Effect::Void => "单据作废，恢复原状",
            Effect::Take => "房源归该交易",
            Effect::Return => "房源退回",
            Effect::ReturnUnconfirmed => "房源退回，价格待确认",
            Effect::Lock => "锁定",
            Effect::Unlock => "解除锁定",
            Effect::Review => "财务审核",
            Effect::BecomeDeposit => "诚意金、预定金转定金",
            Effect::Todo(_) => "财务待办",
            Effect::SettleDepositContract => "定金合同结算",
            Effect::Lapse => "到期者失效",
            Effect::Pend => "变更申请待办",
            Effect::Unpend => "变更申请撤回",
            Effect::EndPending => "在办变更了结",
            Effect::SettleChange => "变更结算",
            Effect::AgreeAgain => "重新约定价格、付款",
            Effect::ExtendSigning => "签约日顺延",
            Effect::SnapshotAgain => "重新留存快照",
            Effect::LeaveUnit => "原交易关闭，原房源退回",
        }
    }

    /// What follows, in English.
    pub const fn english(self) -> &'static str {
        match self {
            Effect::Release => "released",
            Effect::Withdraw => "withdrawn",
            Effect::Control => "controlled",
            Effect::Uncontrol => "no longer controlled",
            Effect::Reserve => "reserved",
            Effect::ReserveForTradeIn => "reserved, the price locked",
            Effect::EndReservation => "the reservation ends",
            Effect::Hold => "held",
            Effect::EndHold => "the hold ends",
            Effect::Correct => "stock data corrected",
            Effect::NameBuyers => "buyers recorded",
            Effect::ChooseUnit => "unit chosen",
            Effect::Queue => "queued",
            Effect::EnterLottery => "number in the lottery",
            Effect::AgreePrice => "price agreed",
            Effect::AgreePayment => "payment agreed",
            Effect::UseQuotas => "uses of quotas counted",
            Effect::ReturnQuotas => "uses of quotas given back",
            Effect::Snapshot(_) => "snapshot kept",
            Effect::Print => "contract printed",
            Effect::EditBuyer => "data of a buyer changed in the contract",
            Effect::FinishTodo => "to-do of the cashier done",
            Effect::SettleTodo(_) => "to-do of the cashier becomes",
            Effect::OpenOffer => "offer opened",
            Effect::EndQuota => "quota ended",
            Effect::Open(_) => "document opened",
            Effect::Close(_) => "document closed",
            Effect::Void => "document void, all as before",
            Effect::Take => "the unit is the deal's",
            Effect::Return => "the unit comes back",
            Effect::ReturnUnconfirmed => "the unit comes back, its price to be confirmed",
            Effect::Lock => "locked",
            Effect::Unlock => "unlocked",
            Effect::Review => "reviewed by finance",
            Effect::BecomeDeposit => "sincerity and booking money become the deposit",
            Effect::Todo(_) => "to-do of the cashier",
            Effect::SettleDepositContract => "the deposit contract is settled",
            Effect::Lapse => "what has run out lapses",
            Effect::Pend => "the change is pending",
            Effect::Unpend => "the change is no longer pending",
            Effect::EndPending => "the pending change is done with",
            Effect::SettleChange => "the change is settled",
            Effect::AgreeAgain => "price and payment agreed again",
            Effect::ExtendSigning => "the signing date is extended",
            Effect::SnapshotAgain => "snapshot kept again",
            Effect::LeaveUnit => "the old deal ends, and its unit comes back",
        }
    }
}
