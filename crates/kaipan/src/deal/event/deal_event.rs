use crate::deal::{
    BuyerEdited, CloseReason, DealBuyer, DealDocument, DealPrice, DealSnapshot, DocumentKind,
    FinanceTodo, SettledChange,
};
use crate::number::Money;
use crate::payment::ScheduleLine;
use crate::{Date, Label, Text, Time};
use kaipan_derive::boundary;

/// Something that happened to a deal.
#[boundary(older = super::older::deal)]
pub struct DealEvent {
    /// The deal.
    pub deal: Text,
    /// Its place in the stream of the deal, from 1.
    pub version: u32,
    /// When it was recorded.
    pub at: Time,
    /// Who did it.
    pub by: Text,
    /// Why.
    pub reason: Option<Label>,
    /// The request for approval by which it was done, where it needed one. A request serves once.
    pub approval: Option<Text>,
    /// What changed.
    pub change: DealChange,
    /// The schema that it was written in; today's if absent. JSON of older schemas is brought up
    /// to today's when it is read.
    pub schema: Option<u32>,
}

/// What changed about a deal.
#[boundary]
pub enum DealChange {
    /// Who buys.
    BuyersNamed {
        /// The buyers; the first speaks for all.
        #[boundary(required)]
        buyers: Vec<DealBuyer>,
        /// 置业顾问.
        agent: Option<Text>,
        /// 渠道.
        channel: Option<Text>,
    },
    /// Which unit it is about.
    UnitChosen {
        /// 房号.
        unit_no: Text,
    },
    /// A place in the queue.
    Queued {
        /// The number.
        number: u32,
    },
    /// A place in the lottery.
    LotteryEntered {
        /// The number.
        number: u32,
    },
    /// What was agreed about the price.
    PriceAgreed {
        /// The price.
        price: DealPrice,
    },
    /// What was agreed about the payment.
    PaymentAgreed {
        /// The payment plan.
        plan: Text,
        /// What is due.
        #[boundary(required)]
        schedule: Vec<ScheduleLine>,
    },
    /// A document became active.
    DocumentOpened {
        /// The document.
        document: DealDocument,
    },
    /// The active document was closed.
    DocumentClosed {
        /// Which kind.
        document: DocumentKind,
        /// Why.
        why: CloseReason,
    },
    /// A document that another had taken the place of counts again.
    DocumentReopened {
        /// Which kind.
        document: DocumentKind,
    },
    /// 审核锁定.
    Locked {},
    /// 解除锁定.
    Unlocked {},
    /// 财务审核.
    FinanceReviewed {},
    /// Uses of quotas.
    QuotasUsed {
        /// The quotas.
        #[boundary(required)]
        quotas: Vec<Text>,
    },
    /// The uses of quotas do not count.
    QuotasReturned {
        /// The quotas.
        #[boundary(required)]
        quotas: Vec<Text>,
    },
    /// What was agreed was kept as it is.
    SnapshotTaken {
        /// What was agreed.
        snapshot: Box<DealSnapshot>,
        /// SHA-256 of its canonical text.
        hash: Text,
    },
    /// 打印合同.
    ContractPrinted {
        /// When.
        at: Time,
    },
    /// Data of a buyer were changed in the contract.
    BuyerEdited {
        /// What.
        edit: BuyerEdited,
    },
    /// The cashier has something to do.
    TodoOpened {
        /// What.
        todo: FinanceTodo,
    },
    /// A change was settled.
    ChangeSettled {
        /// What it came to.
        settled: Box<SettledChange>,
    },
    /// 面积补差: a difference of area was settled, and changes the contract total.
    AreaSettled {
        /// Yuan; above 0 the buyer pays, below 0 the seller refunds.
        amount: Money,
    },
    /// 延期签约: the agreed signing date is later.
    SigningExtended {
        /// 约定签约日.
        agreed_signing: Date,
    },
    /// The cashier has done it.
    TodoDone {
        /// Its id.
        id: u32,
    },
}
