//! Streams of events, and the versions of them that a decision saw.

use crate::Text;
use kaipan_derive::boundary;

/// What a stream of events is about.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum StreamKind {
    /// 房源: the stock state of one unit.
    Unit,
    /// 交易: one deal.
    Deal,
    /// 客户: one customer.
    Customer,
    /// 排队、选房顺序: one queue.
    Queue,
    /// 名额: the uses of one discount or offer.
    Quota,
    /// 团购: one group purchase.
    GroupPurchase,
    /// 审批: one request for approval.
    Approval,
    /// 账户: one account of the ledger.
    LedgerAccount,
    /// 面积补差: the settlement of one deal.
    AreaSettlement,
    /// 签约后事务: one service of a deal.
    Service,
    /// 票据本: one book of vouchers.
    VoucherBook,
    /// 票据登记簿: the books of one owner, an event for each.
    VoucherRegister,
}

/// A stream that a decision read, and the version it saw.
///
/// A decision is its events and all of these. The host appends the events in one transaction, and
/// only while every stream still has this version: that is what keeps two decisions from both
/// using what only one of them can have.
#[boundary]
#[derive(PartialOrd, Ord, Hash)]
pub struct StreamRead {
    /// What the stream is about.
    pub kind: StreamKind,
    /// Its id.
    pub id: Text,
    /// How many events it had.
    pub version: u32,
}
