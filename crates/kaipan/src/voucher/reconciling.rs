//! Books held to receipts (票据核对): every receipt has its voucher, and every voucher its receipt.

use super::book::VoucherBook;
use super::paper::{Voucher, VoucherStatus};
use crate::Text;
use crate::check::with_repeats;
use crate::error::{Code, Error, Finding, Input, Result, finding, told};
use crate::number::Money;
use kaipan_derive::boundary;
use std::collections::BTreeMap;

/// A receipt of the ledger, as its voucher is to say it.
#[boundary]
pub struct VouchedReceipt {
    /// Its number or key.
    pub receipt: Text,
    /// Yuan.
    pub amount: Money,
    /// The number of its voucher; absent if it has none.
    pub voucher: Option<Text>,
    /// It was reversed or deleted.
    pub reversed: bool,
}

/// What books and receipts say of each other.
#[boundary(answer)]
pub struct VoucherReconciliation {
    /// How many receipts have their voucher, with the same amount; one that was reversed has none in use.
    pub agreed: u32,
    /// Everything that does not agree.
    #[boundary(required)]
    pub findings: Vec<Finding>,
}

told!(VoucherReconciliation: findings);

/// Holds books of vouchers to receipts.
///
/// ```
/// use kaipan::voucher::*;
/// // A receipt without a voucher is told.
/// let receipts = [VouchedReceipt::new("R-1", "20000".parse()?)];
/// let held = VoucherReconciling::new(&[], &receipts).check()?;
/// assert_eq!((held.agreed, held.findings[0].code.as_str()), (0, "voucher.unvouched"));
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct VoucherReconciling<'a> {
    books: &'a [VoucherBook],
    receipts: &'a [VouchedReceipt],
}

impl<'a> VoucherReconciling<'a> {
    /// All books that receipts may have vouchers of, and all receipts.
    pub fn new(books: &'a [VoucherBook], receipts: &'a [VouchedReceipt]) -> VoucherReconciling<'a> {
        VoucherReconciling { books, receipts }
    }

    /// What does not agree, in the order of the receipts, then of the books.
    ///
    /// # Errors
    /// [`Code::VoucherRepeated`] for a receipt that is given twice; amounts outside the range of money.
    pub fn check(&self) -> Result<VoucherReconciliation> {
        let twice = with_repeats(self.receipts, |one| &one.receipt);
        let twice = twice.filter(|(_, _, first)| first.is_some());
        let repeated = twice.map(|(at, one, _)| {
            let error = Error::new(Code::VoucherRepeated).with("name", &one.receipt);
            error.at("receipt").at(at).within(Input::Receipts)
        });
        Error::collect(repeated.collect())?;
        let mut in_use: BTreeMap<&Text, &Voucher> = BTreeMap::new();
        let used = |one: &&Voucher| one.status == VoucherStatus::Used;
        for voucher in self.books.iter().flat_map(|book| book.vouchers.iter().filter(used)) {
            in_use.extend(voucher.receipts.iter().map(|receipt| (receipt, voucher)));
        }
        let known: BTreeMap<&Text, Money> =
            self.receipts.iter().map(|one| (&one.receipt, one.amount)).collect();
        let (mut agreed, mut findings) = (0_u32, Vec::new());
        for (at, receipt) in self.receipts.iter().enumerate() {
            match differs(receipt, in_use.get(&receipt.receipt).copied(), &known)? {
                None => agreed = agreed.saturating_add(1),
                Some(found) => findings.push(found.at(at).within(Input::Receipts)),
            }
        }
        for (receipt, voucher) in in_use.iter().filter(|(receipt, _)| !known.contains_key(*receipt))
        {
            let number = &voucher.number;
            findings.push(finding!(Code::VoucherReceiptUnknown, number, receipt));
        }
        Ok(VoucherReconciliation { agreed, findings })
    }
}

/// What does not agree between a receipt and the voucher in use for it.
fn differs(
    receipt: &VouchedReceipt,
    voucher: Option<&Voucher>,
    known: &BTreeMap<&Text, Money>,
) -> Result<Option<Finding>> {
    let name = &receipt.receipt;
    let Some(voucher) = voucher else {
        let told = || finding!(Code::VoucherUnvouched, receipt = name);
        return Ok((!receipt.reversed).then(told));
    };
    let number = &voucher.number;
    if receipt.reversed {
        return Ok(Some(finding!(Code::VoucherReceiptReversed, receipt = name, number)));
    }
    // One that receipts were exchanged for has their sum.
    let all = Money::sum(voucher.receipts.iter().filter_map(|one| known.get(one).copied()))?;
    let is_number = receipt.voucher.as_ref().is_none_or(|one| one == number);
    let whole = voucher.receipts.iter().all(|one| known.contains_key(one));
    let is_amount = !whole || voucher.amount == Some(all);
    let told = || {
        let amount = voucher.amount.unwrap_or(Money::ZERO);
        let found = receipt.voucher.as_ref().unwrap_or(number);
        finding!(
            Code::VoucherReceiptDiffers,
            receipt = name,
            expected = all,
            name = found,
            amount,
            number
        )
    };
    Ok((!is_number || !is_amount).then(told))
}
