//! What can be done with a book.

use super::book::VoucherKind;
use crate::number::Money;
use crate::{Label, Text};
use kaipan_derive::boundary;

/// What can be done with a book of vouchers.
#[boundary]
pub enum VoucherCommand {
    /// 登记: a book is there.
    Register {
        /// Id of the book.
        book: Text,
        /// What it holds.
        voucher: VoucherKind,
        /// Code of whom it belongs to, such as the project company.
        owner: Text,
        /// What stands before the digits.
        prefix: Option<Text>,
        /// How many digits a number has, 1 to 9.
        digits: u32,
        /// The first number.
        from: u32,
        /// The last number.
        to: u32,
    },
    /// 撤销登记, of a book that nobody has used: its numbers can be registered again.
    Withdraw {
        /// Why.
        reason: Label,
    },
    /// 领用: the lowest numbers that nobody has go to a person.
    Issue {
        /// Id of the person.
        holder: Text,
        /// How many.
        count: u32,
    },
    /// 退领: all blank numbers of a person go back.
    GiveBack {
        /// Id of the person.
        holder: Text,
    },
    /// 填开: a receipt is posted, and gets the next number of its holder.
    Draw {
        /// Number or key of the receipt.
        receipt: Text,
        /// Yuan, above zero.
        amount: Money,
        /// Whose numbers; those of the person who does it if absent.
        holder: Option<Text>,
        /// The number on the paper, if it is to be compared: it has to be the next.
        number: Option<Text>,
    },
    /// 作废, of a blank number or of one in use: it is kept and never used again.
    Void {
        /// The number.
        number: Text,
        /// Why.
        reason: Label,
    },
    /// 回收: the paper came back, as after a reversal.
    Recover {
        /// The number.
        number: Text,
        /// Why.
        reason: Label,
    },
    /// 核销: the stubs were looked at.
    Verify {
        /// The numbers.
        #[boundary(required)]
        numbers: Vec<Text>,
    },
    /// 换票: receipts of other books come back, and one invoice of this book takes their place.
    Exchange {
        /// The numbers of the receipts.
        #[boundary(required)]
        vouchers: Vec<Text>,
        /// Whose invoice; that of the person who does it if absent.
        holder: Option<Text>,
        /// The number on the invoice, if it is to be compared: it has to be the next.
        number: Option<Text>,
    },
}

impl VoucherCommand {
    /// The name in Chinese.
    pub const fn chinese(&self) -> &'static str {
        match self {
            VoucherCommand::Register { .. } => "登记",
            VoucherCommand::Withdraw { .. } => "撤销登记",
            VoucherCommand::Issue { .. } => "领用",
            VoucherCommand::GiveBack { .. } => "退领",
            VoucherCommand::Draw { .. } => "填开",
            VoucherCommand::Void { .. } => "作废",
            VoucherCommand::Recover { .. } => "回收",
            VoucherCommand::Verify { .. } => "核销",
            VoucherCommand::Exchange { .. } => "换票",
        }
    }
}
