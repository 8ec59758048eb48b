//! A book of vouchers as its events have made it.

use super::paper::{Voucher, VoucherStatus};
use crate::{Label, StreamKind, StreamRead, Text, Time};
use kaipan_derive::boundary;

/// What a book holds.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum VoucherKind {
    /// 收据.
    Receipt,
    /// 发票.
    Invoice,
    /// 凭证: proofs of payments, refunds and the like.
    Proof,
}

impl VoucherKind {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            VoucherKind::Receipt => "收据",
            VoucherKind::Invoice => "发票",
            VoucherKind::Proof => "凭证",
        }
    }
}

/// Blank numbers that somebody has.
#[boundary(answer)]
pub struct IssuedVouchers {
    /// Id of the person.
    pub holder: Text,
    /// The first.
    pub from: u32,
    /// The last.
    pub to: u32,
}

/// A book of vouchers: prefix, digits, and the numbers from one to another.
///
/// A number is registered, or issued to a holder, or stands in `vouchers`. So nothing is written for
/// numbers that nobody has touched.
#[boundary(answer)]
pub struct VoucherBook {
    /// Its id.
    pub id: Text,
    /// How many events there are.
    pub version: u32,
    /// What it holds.
    pub kind: VoucherKind,
    /// Code of whom it belongs to, such as the project company.
    pub owner: Text,
    /// What stands before the digits, such as the code of an invoice.
    pub prefix: Option<Text>,
    /// How many digits a number has, 1 to 9.
    pub digits: u32,
    /// The first number.
    pub from: u32,
    /// The last number.
    pub to: u32,
    /// Blank numbers that people have, in rising order.
    pub issued: Vec<IssuedVouchers>,
    /// Numbers that were used or are void, in rising order.
    pub vouchers: Vec<Voucher>,
    /// Why its registration was withdrawn, if it was.
    pub withdrawn: Option<Label>,
    /// When its last event was.
    pub changed_at: Time,
}

impl VoucherBook {
    /// Its stream, with the version that this state is of.
    #[must_use]
    pub fn read(&self) -> StreamRead {
        StreamRead { kind: StreamKind::VoucherBook, id: self.id.clone(), version: self.version }
    }

    /// What has become of a number as it is printed; none for a number that is not of this book.
    pub fn status(&self, number: &str) -> Option<VoucherStatus> {
        Some(self.status_of(self.sequence(number)?))
    }

    /// A voucher that was used or is void, by its number as it is printed.
    pub fn voucher(&self, number: &str) -> Option<&Voucher> {
        self.voucher_of(self.sequence(number)?)
    }

    /// The voucher in use for a receipt. One that is void or came back is none.
    pub fn of_receipt(&self, receipt: &Text) -> Option<&Voucher> {
        let is_of = |one: &&Voucher| {
            one.status == VoucherStatus::Used && one.receipts.iter().any(|of| of == receipt)
        };
        self.vouchers.iter().find(is_of)
    }

    /// The number that the next receipt of a holder gets.
    pub fn next_of(&self, holder: &Text) -> Option<Text> {
        self.next_sequence(holder).map(|sequence| self.number(sequence))
    }

    pub(super) fn next_sequence(&self, holder: &Text) -> Option<u32> {
        self.issued.iter().find(|span| span.holder == *holder).map(|span| span.from)
    }

    pub(super) fn status_of(&self, sequence: u32) -> VoucherStatus {
        match self.voucher_of(sequence) {
            Some(voucher) => voucher.status,
            None if self.holder_of(sequence).is_some() => VoucherStatus::Issued,
            None => VoucherStatus::Registered,
        }
    }

    pub(super) fn voucher_of(&self, sequence: u32) -> Option<&Voucher> {
        let at = self.vouchers.binary_search_by_key(&sequence, |one| one.sequence).ok()?;
        self.vouchers.get(at)
    }

    /// Who has a blank number.
    pub(super) fn holder_of(&self, sequence: u32) -> Option<&Text> {
        let has = |span: &&IssuedVouchers| span.from <= sequence && sequence <= span.to;
        self.issued.iter().find(has).map(|span| &span.holder)
    }
}
