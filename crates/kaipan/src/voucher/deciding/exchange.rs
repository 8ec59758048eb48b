//! 换票: an invoice in the place of receipts.

use super::VoucherDeciding;
use super::looked::{Looked, refuse};
use crate::Text;
use crate::error::{Code, Finding, Input, Result, finding};
use crate::number::Money;
use crate::voucher::book::{VoucherBook, VoucherKind};
use crate::voucher::command::VoucherCommand;
use crate::voucher::event::VoucherChange;
use crate::voucher::guard;

impl VoucherDeciding<'_> {
    /// Receipts of other books come back, and the next invoice takes their place.
    pub(super) fn exchange(
        &self,
        looked: &mut Looked,
        book: &VoucherBook,
        command: &VoucherCommand,
        vouchers: &[Text],
        holder: &Text,
        number: Option<&Text>,
    ) -> Result<()> {
        let mut exchanged = Vec::new();
        let (mut receipts, mut amounts, mut back) = (Vec::new(), Vec::new(), Vec::new());
        for (at, wanted) in vouchers.iter().enumerate() {
            let place = |found: Finding| found.at(at).at("vouchers").within(Input::Command);
            let is_its = |one: &&VoucherBook| {
                one.owner == book.owner && one.withdrawn.is_none() && one.sequence(wanted).is_some()
            };
            // Of books whose numbers read the same, that of receipts is meant.
            let mut all = self.books.iter().filter(is_its);
            let of_receipts = all.clone().find(|one| one.kind == VoucherKind::Receipt);
            let Some(of) = of_receipts.or_else(|| all.next()) else {
                let found = finding!(Code::VoucherNowhere, number = wanted, owner = book.owner);
                looked.unmet.push(place(found));
                continue;
            };
            looked.unmet.extend(guard::in_order(of, self.at));
            looked.unmet.extend(guard::kind_is(of, VoucherKind::Receipt).map(place));
            match guard::number_allows(of, command, wanted) {
                Err(found) => refuse(looked, place(*found)),
                Ok(sequence) => {
                    if let Some(voucher) = of.voucher_of(sequence) {
                        // Its receipts get the invoice in its place, and no second one.
                        let mut all = voucher.receipts.iter();
                        let other = all.find_map(|one| guard::free_receipt(book, &[], one));
                        looked.unmet.extend(other.map(place));
                        receipts.extend(voucher.receipts.iter().cloned());
                        amounts.extend(voucher.amount);
                        exchanged.push(voucher.number.clone());
                        back.push((of, voucher.number.clone()));
                    }
                }
            }
        }
        let amount = Money::sum(amounts)?;
        self.fill(looked, book, holder, number, receipts, amount, &exchanged);
        for (of, number) in back {
            let exchanged_for = looked.number.clone();
            let change = VoucherChange::Recovered { number, reason: None, exchanged_for };
            self.then(looked, of, change);
        }
        Ok(())
    }
}
