//! What happened to a book.

use super::book::VoucherKind;
use crate::number::Money;
use crate::{Label, Text, Time};
use kaipan_derive::boundary;

/// Something that happened to a book.
#[boundary(answer)]
pub struct VoucherEvent {
    /// Id of the book.
    pub book: Text,
    /// Its place in the stream, counted from 1.
    pub version: u32,
    /// When.
    pub at: Time,
    /// Id of the person.
    pub by: Text,
    /// What.
    pub change: VoucherChange,
}

/// Numbers one after the other, without the prefix.
#[boundary]
pub struct VoucherRange {
    /// The first.
    pub from: u32,
    /// The last.
    pub to: u32,
}

/// What happened.
#[boundary]
pub enum VoucherChange {
    /// 登记.
    Registered {
        /// What the book holds.
        voucher: VoucherKind,
        /// Code of whom it belongs to.
        owner: Text,
        /// What stands before the digits.
        prefix: Option<Text>,
        /// How many digits a number has.
        digits: u32,
        /// The first number.
        from: u32,
        /// The last number.
        to: u32,
    },
    /// 撤销登记.
    Withdrawn {
        /// Why.
        reason: Label,
    },
    /// 领用.
    Issued {
        /// Id of the person.
        holder: Text,
        /// The numbers.
        #[boundary(required)]
        ranges: Vec<VoucherRange>,
    },
    /// 退领: blank numbers went back.
    GivenBack {
        /// Id of the person.
        holder: Text,
        /// The numbers.
        #[boundary(required)]
        ranges: Vec<VoucherRange>,
    },
    /// 填开.
    Used {
        /// The number.
        number: Text,
        /// Who had it.
        holder: Text,
        /// The receipts that it is for.
        #[boundary(required)]
        receipts: Vec<Text>,
        /// Yuan.
        amount: Money,
        /// The vouchers that were exchanged for it.
        exchanged: Vec<Text>,
    },
    /// 作废.
    Voided {
        /// The number.
        number: Text,
        /// Why.
        reason: Label,
    },
    /// 回收.
    Recovered {
        /// The number.
        number: Text,
        /// Why; absent for one that was exchanged.
        reason: Option<Label>,
        /// The invoice that it was exchanged for.
        exchanged_for: Option<Text>,
    },
    /// 核销.
    Verified {
        /// The numbers.
        #[boundary(required)]
        numbers: Vec<Text>,
    },
}

impl VoucherChange {
    /// The name in Chinese.
    pub const fn chinese(&self) -> &'static str {
        match self {
            VoucherChange::Registered { .. } => "登记",
            VoucherChange::Withdrawn { .. } => "撤销登记",
            VoucherChange::Issued { .. } => "领用",
            VoucherChange::GivenBack { .. } => "退领",
            VoucherChange::Used { .. } => "填开",
            VoucherChange::Voided { .. } => "作废",
            VoucherChange::Recovered { .. } => "回收",
            VoucherChange::Verified { .. } => "核销",
        }
    }
}
