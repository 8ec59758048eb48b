//! One voucher that was used or is void.

use crate::number::Money;
use crate::{Label, Text, Time};
use kaipan_derive::boundary;

/// What has become of a number. 核销 is a mark beside it: a voucher that was verified can still come back
/// by a later reversal.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum VoucherStatus {
    /// 已登记: in the book, and nobody has it.
    Registered,
    /// 已领用: somebody has it, and it is blank.
    Issued,
    /// 已填开: it was drawn for a receipt.
    Used,
    /// 已作废: it stays in its place and is never used again.
    Void,
    /// 已回收: the paper came back from the customer.
    Recovered,
}

impl VoucherStatus {
    /// Every status.
    pub const ALL: &'static [VoucherStatus] = &[
        VoucherStatus::Registered,
        VoucherStatus::Issued,
        VoucherStatus::Used,
        VoucherStatus::Void,
        VoucherStatus::Recovered,
    ];

    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            VoucherStatus::Registered => "已登记",
            VoucherStatus::Issued => "已领用",
            VoucherStatus::Used => "已填开",
            VoucherStatus::Void => "已作废",
            VoucherStatus::Recovered => "已回收",
        }
    }
}

/// A number that was used, or that is void.
#[boundary(answer)]
pub struct Voucher {
    /// The number as it is printed.
    pub number: Text,
    /// Its place in the book: the number without the prefix.
    pub sequence: u32,
    /// What has become of it: used, void or recovered.
    pub status: VoucherStatus,
    /// Who had it.
    pub holder: Text,
    /// The receipts that it is for: one; several where their vouchers were exchanged for it; none if it
    /// became void while it was blank.
    pub receipts: Vec<Text>,
    /// Yuan; absent if it became void while it was blank.
    pub amount: Option<Money>,
    /// When it was drawn.
    pub used_at: Option<Time>,
    /// Why it is void, or why it came back.
    pub reason: Option<Label>,
    /// The invoice that it was exchanged for.
    pub exchanged_for: Option<Text>,
    /// The vouchers that were exchanged for it.
    pub exchanged: Vec<Text>,
    /// When it was verified (核销); absent until then.
    pub verified_at: Option<Time>,
}
