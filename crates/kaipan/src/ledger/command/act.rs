use super::{
    AllocationLine, BankMove, FeesPaidOn, LedgerApproval, LedgerCommission, LedgerReceipt,
    LedgerRefund, MoneyTransfer, ReceivableLine,
};
use crate::money::LedgerEntry;
use crate::number::Money;
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// A command to the ledger.
///
/// It is carried out once, however often it is sent: the same key with the same content answers what
/// came of it first, the same key with other content is refused.
#[boundary]
#[derive(Hash)]
pub struct LedgerCommand {
    /// The host's key. What is posted is named by it later.
    pub key: Text,
    /// The business date; the day of the context if absent. A deletion has the date of what it
    /// deletes, and takes no other; an allocation has that of its receipt unless one is given.
    pub date: Option<Date>,
    /// The currency; `CNY`, and nothing else is taken.
    pub currency: Option<Text>,
    /// What is to be recorded.
    pub act: LedgerAct,
}

/// What is to be recorded.
#[boundary]
#[derive(Hash)]
pub enum LedgerAct {
    /// 建立交易台账: a deal begins to be kept.
    OpenDeal {
        /// The deal.
        deal: Text,
        /// The customer.
        customer: Option<Text>,
        /// 房号.
        unit_no: Option<Text>,
        /// The project.
        project: Option<Text>,
    },
    /// 签约: what was paid for the house before is house money from here on.
    Sign {
        /// The deal.
        deal: Text,
        /// Contract total with VAT, yuan.
        total: Money,
        /// The VAT in it, yuan, if the contract says.
        vat: Option<Money>,
    },
    /// 收入节点: something happens at which revenue may be recognised.
    Reach {
        /// The deal.
        deal: Text,
        /// What has happened.
        milestone: RevenueMilestone,
    },
    /// 交易终止: what is not paid of the house is no longer owed; charges stay.
    EndDeal {
        /// The deal.
        deal: Text,
        /// Why.
        reason: Option<Label>,
    },
    /// 挂账: something becomes receivable. Money paid in advance is applied to it.
    Raise {
        /// The deal.
        deal: Text,
        /// The lines.
        #[boundary(required)]
        lines: Vec<ReceivableLine>,
        /// The lines take the place of all house money that was receivable; what was paid on that
        /// is applied to the new lines.
        replaces: bool,
        /// Who has allowed it above the credit limit.
        approval: Option<LedgerApproval>,
    },
    /// 调整应收: the amount of a receivable changes.
    Adjust {
        /// The receivable.
        receivable: Text,
        /// Yuan: more above zero, less below.
        by: Money,
        /// Who has allowed it above the credit limit.
        approval: Option<LedgerApproval>,
        /// Why.
        reason: Option<Label>,
    },
    /// 减免.
    Waive {
        /// The receivable.
        receivable: Text,
        /// Yuan.
        amount: Money,
        /// Who has allowed it.
        approval: LedgerApproval,
        /// Why.
        reason: Option<Label>,
    },
    /// 应收日期: the due date changes, as when the event that it hangs on has happened.
    Redate {
        /// The receivable.
        receivable: Text,
        /// The day; none if it is not known.
        due: Option<Date>,
    },
    /// 收款.
    Receive {
        /// The receipt.
        receipt: LedgerReceipt,
    },
    /// 核销: money that was paid in advance is applied.
    Allocate {
        /// The key of the receipt, or of what else brought the money.
        receipt: Text,
        /// What goes where; by the policy if empty.
        allocations: Vec<AllocationLine>,
    },
    /// 转款: between items, deals and customers.
    Transfer {
        /// What moves.
        transfer: MoneyTransfer,
    },
    /// 退款.
    Refund {
        /// What is paid out.
        refund: LedgerRefund,
    },
    /// 红冲: a mirror with a date of its own takes back what was posted.
    Reverse {
        /// The key of what is reversed.
        posting: Text,
        /// 票据号: the voucher of the reversal.
        voucher: Option<Text>,
        /// Why.
        reason: Option<Label>,
    },
    /// 删除: what was entered by mistake on the same day disappears.
    Delete {
        /// The key of what is deleted.
        posting: Text,
        /// The voucher has been handed over to the customer.
        handed_over: bool,
        /// Why.
        reason: Option<Label>,
    },
    /// 审核: a receipt is verified; it can no longer be deleted.
    Verify {
        /// Its key.
        posting: Text,
    },
    /// 代付: fees that were collected are paid on.
    PayOn {
        /// What is paid.
        payment: FeesPaidOn,
    },
    /// 账户间划转.
    MoveBank {
        /// What moves.
        moved: BankMove,
    },
    /// 佣金: earned, paid or clawed back.
    Commission {
        /// The commission.
        commission: LedgerCommission,
    },
    /// 过账: an entry of another area, such as one of a decision about a deal.
    Enter {
        /// The entry. It is posted as it is; what follows from it for receivables and prepayments is
        /// an entry beside it.
        entry: LedgerEntry,
    },
    /// 关账: nothing dated on or before the day is taken from here on.
    Close {
        /// The last day of what is closed.
        through: Date,
    },
}

/// What is recorded, one word each.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum LedgerActKind {
    /// 建立交易台账.
    OpenDeal,
    /// 签约.
    Sign,
    /// 收入节点.
    Reach,
    /// 交易终止.
    EndDeal,
    /// 挂账.
    Raise,
    /// 调整应收.
    Adjust,
    /// 减免.
    Waive,
    /// 应收日期.
    Redate,
    /// 收款.
    Receive,
    /// 核销.
    Allocate,
    /// 转款.
    Transfer,
    /// 退款.
    Refund,
    /// 红冲.
    Reverse,
    /// 删除.
    Delete,
    /// 审核.
    Verify,
    /// 代付.
    PayOn,
    /// 账户间划转.
    MoveBank,
    /// 佣金.
    Commission,
    /// 过账.
    Enter,
    /// 关账.
    Close,
}

/// At what revenue may be recognised (handbook §29).
#[boundary]
#[derive(Hash, PartialOrd, Ord)]
pub enum RevenueMilestone {
    /// 交付通知.
    HandoverNotice,
    /// 交付.
    Handover,
    /// 产权办理.
    Title,
}

impl LedgerAct {
    /// Who has allowed it.
    pub(in crate::ledger) const fn approval(&self) -> Option<&LedgerApproval> {
        match self {
            LedgerAct::Raise { approval, .. } | LedgerAct::Adjust { approval, .. } => {
                approval.as_ref()
            }
            LedgerAct::Waive { approval, .. } => Some(approval),
            LedgerAct::Refund { refund } => Some(&refund.approval),
            _ => None,
        }
    }

    /// What it uses an approval for, in Chinese and in English.
    pub(in crate::ledger) const fn purpose(&self) -> Option<[&'static str; 2]> {
        match self {
            LedgerAct::Raise { .. } | LedgerAct::Adjust { .. } => {
                Some(["超过信用额度", "more than a credit limit"])
            }
            LedgerAct::Waive { .. } => Some(["减免", "a waiver"]),
            LedgerAct::Refund { .. } => Some(["退款", "a refund"]),
            _ => None,
        }
    }

    /// The posting that it takes back.
    pub(in crate::ledger) const fn takes_back(&self) -> Option<&Text> {
        match self {
            LedgerAct::Reverse { posting, .. } | LedgerAct::Delete { posting, .. } => Some(posting),
            _ => None,
        }
    }

    /// The posting that it takes back, or whose money it allocates.
    pub(in crate::ledger) const fn about(&self) -> Option<&Text> {
        match self {
            LedgerAct::Allocate { receipt, .. } => Some(receipt),
            _ => self.takes_back(),
        }
    }

    /// The number of a voucher that is written on it by hand.
    pub(in crate::ledger) const fn number(&self) -> Option<&Text> {
        match self {
            LedgerAct::Receive { receipt } => receipt.voucher.as_ref(),
            LedgerAct::Refund { refund } => refund.voucher.as_ref(),
            LedgerAct::Transfer { transfer } => transfer.voucher.as_ref(),
            LedgerAct::Reverse { voucher, .. } => voucher.as_ref(),
            _ => None,
        }
    }

    /// What a person says that its money pays.
    pub(in crate::ledger) fn said(&self) -> &[AllocationLine] {
        match self {
            LedgerAct::Receive { receipt } => &receipt.allocations,
            LedgerAct::Transfer { transfer } => &transfer.allocations,
            LedgerAct::Allocate { allocations, .. } => allocations,
            _ => &[],
        }
    }

    /// What its money does not pay stays free.
    pub(in crate::ledger) fn keeps_rest(&self) -> bool {
        match self {
            LedgerAct::Receive { receipt } => receipt.keep_rest,
            LedgerAct::Transfer { transfer } => transfer.keep_rest,
            _ => false,
        }
    }

    /// What it is, in a word.
    pub const fn kind(&self) -> LedgerActKind {
        match self {
            LedgerAct::OpenDeal { .. } => LedgerActKind::OpenDeal,
            LedgerAct::Sign { .. } => LedgerActKind::Sign,
            LedgerAct::Reach { .. } => LedgerActKind::Reach,
            LedgerAct::EndDeal { .. } => LedgerActKind::EndDeal,
            LedgerAct::Raise { .. } => LedgerActKind::Raise,
            LedgerAct::Adjust { .. } => LedgerActKind::Adjust,
            LedgerAct::Waive { .. } => LedgerActKind::Waive,
            LedgerAct::Redate { .. } => LedgerActKind::Redate,
            LedgerAct::Receive { .. } => LedgerActKind::Receive,
            LedgerAct::Allocate { .. } => LedgerActKind::Allocate,
            LedgerAct::Transfer { .. } => LedgerActKind::Transfer,
            LedgerAct::Refund { .. } => LedgerActKind::Refund,
            LedgerAct::Reverse { .. } => LedgerActKind::Reverse,
            LedgerAct::Delete { .. } => LedgerActKind::Delete,
            LedgerAct::Verify { .. } => LedgerActKind::Verify,
            LedgerAct::PayOn { .. } => LedgerActKind::PayOn,
            LedgerAct::MoveBank { .. } => LedgerActKind::MoveBank,
            LedgerAct::Commission { .. } => LedgerActKind::Commission,
            LedgerAct::Enter { .. } => LedgerActKind::Enter,
            LedgerAct::Close { .. } => LedgerActKind::Close,
        }
    }
}

impl LedgerActKind {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            LedgerActKind::OpenDeal => "建立交易台账",
            LedgerActKind::Sign => "签约",
            LedgerActKind::Reach => "收入节点",
            LedgerActKind::EndDeal => "交易终止",
            LedgerActKind::Raise => "挂账",
            LedgerActKind::Adjust => "调整应收",
            LedgerActKind::Waive => "减免",
            LedgerActKind::Redate => "应收日期",
            LedgerActKind::Receive => "收款",
            LedgerActKind::Allocate => "核销",
            LedgerActKind::Transfer => "转款",
            LedgerActKind::Refund => "退款",
            LedgerActKind::Reverse => "红冲",
            LedgerActKind::Delete => "删除",
            LedgerActKind::Verify => "审核",
            LedgerActKind::PayOn => "代付",
            LedgerActKind::MoveBank => "账户间划转",
            LedgerActKind::Commission => "佣金",
            LedgerActKind::Enter => "过账",
            LedgerActKind::Close => "关账",
        }
    }

    /// The name in English.
    pub const fn english(self) -> &'static str {
        match self {
            LedgerActKind::OpenDeal => "opening of a deal",
            LedgerActKind::Sign => "signing",
            LedgerActKind::Reach => "milestone of revenue",
            LedgerActKind::EndDeal => "end of a deal",
            LedgerActKind::Raise => "receivables raised",
            LedgerActKind::Adjust => "adjustment",
            LedgerActKind::Waive => "waiver",
            LedgerActKind::Redate => "due date",
            LedgerActKind::Receive => "receipt",
            LedgerActKind::Allocate => "allocation",
            LedgerActKind::Transfer => "transfer",
            LedgerActKind::Refund => "refund",
            LedgerActKind::Reverse => "reversal",
            LedgerActKind::Delete => "deletion",
            LedgerActKind::Verify => "verification",
            LedgerActKind::PayOn => "fees paid on",
            LedgerActKind::MoveBank => "move between accounts",
            LedgerActKind::Commission => "commission",
            LedgerActKind::Enter => "entry of another area",
            LedgerActKind::Close => "close of a period",
        }
    }
}
