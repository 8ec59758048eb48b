//! What each command comes to.

use super::VoucherDeciding;
use super::looked::{Looked, allowed, no_move, refuse};
use crate::Text;
use crate::Time;
use crate::error::{Code, Finding, Input, Result, finding};
use crate::number::Money;
use crate::voucher::book::{VoucherBook, VoucherKind};
use crate::voucher::command::VoucherCommand;
use crate::voucher::event::{VoucherChange, VoucherRange};
use crate::voucher::guard;
use crate::voucher::overlap::Printed;
use crate::voucher::spans::count;

/// More numbers than this in one book are almost surely a digit too many.
const LARGE_BOOK: u32 = 10_000;

impl VoucherDeciding<'_> {
    pub(super) fn register(&self, command: &VoucherCommand) -> Looked {
        let VoucherCommand::Register { book, voucher, owner, prefix, digits, from, to } = command
        else {
            return Looked::default();
        };
        if self.books.iter().any(|one| one.id == *book) {
            return no_move("registered", "已登记", command);
        }
        let mut looked = Looked::default();
        let printed = Printed {
            prefix: prefix.as_deref().unwrap_or_default(),
            digits: *digits,
            from: *from,
            to: *to,
        };
        looked.unmet.extend(guard::overlap(printed, owner, *voucher, self.books));
        let size = count(&[(*from, *to)]);
        if size > LARGE_BOOK {
            let found = finding!(Code::VoucherBookLarge, count = size, most = LARGE_BOOK);
            looked.findings.push(found.at("to").within(Input::Command));
        }
        let change = VoucherChange::Registered {
            voucher: *voucher,
            owner: owner.clone(),
            prefix: prefix.clone(),
            digits: *digits,
            from: *from,
            to: *to,
        };
        looked.events.push(self.event(book, 1, change));
        looked
    }

    pub(super) fn about(&self, book: &VoucherBook, command: &VoucherCommand) -> Result<Looked> {
        let mut looked = Looked::default();
        looked.unmet.extend(guard::in_order(book, self.at));
        match command {
            VoucherCommand::Register { .. } => {}
            VoucherCommand::Withdraw { reason } => {
                looked.unmet.extend(guard::untouched(book));
                self.then(&mut looked, book, VoucherChange::Withdrawn { reason: reason.clone() });
            }
            VoucherCommand::Issue { holder, count } => {
                self.issue(&mut looked, book, holder, *count)
            }
            VoucherCommand::GiveBack { holder } => self.give_back(&mut looked, book, holder),
            VoucherCommand::Draw { receipt, amount, holder, number } => {
                looked.unmet.extend(guard::amount(*amount));
                let other = guard::free_receipt(book, self.books, receipt);
                let place = |found: Finding| found.at("receipt").within(Input::Command);
                looked.unmet.extend(other.map(place));
                let holder = holder.as_ref().unwrap_or(&self.by);
                let receipts = vec![receipt.clone()];
                self.fill(&mut looked, book, holder, number.as_ref(), receipts, *amount, &[]);
            }
            VoucherCommand::Void { number, reason } => {
                if let Some(sequence) = allowed(&mut looked, book, command, number) {
                    self.unverified(&mut looked, book, sequence);
                    looked.findings.extend(guard::void_late(book, sequence, self.at));
                    let number = book.number(sequence);
                    let change = VoucherChange::Voided { number, reason: reason.clone() };
                    self.then(&mut looked, book, change);
                }
            }
            VoucherCommand::Recover { number, reason } => {
                if let Some(sequence) = allowed(&mut looked, book, command, number) {
                    let (number, reason) = (book.number(sequence), Some(reason.clone()));
                    let change = VoucherChange::Recovered { number, reason, exchanged_for: None };
                    self.then(&mut looked, book, change);
                }
            }
            VoucherCommand::Verify { numbers } => self.verify(&mut looked, book, command, numbers),
            VoucherCommand::Exchange { vouchers, holder, number } => {
                looked.unmet.extend(guard::kind_is(book, VoucherKind::Invoice).map(of_state));
                let holder = holder.as_ref().unwrap_or(&self.by);
                self.exchange(&mut looked, book, command, vouchers, holder, number.as_ref())?;
            }
        }
        Ok(looked)
    }

    fn issue(&self, looked: &mut Looked, book: &VoucherBook, holder: &Text, wanted: u32) {
        let Some(spans) = book.lowest(wanted).filter(|_| wanted > 0) else {
            let left = count(&book.registered());
            let found = finding!(Code::VoucherCount, count = wanted, most = left, book = book.id);
            looked.unmet.push(found.at("count").within(Input::Command));
            return;
        };
        let ranges = spans.into_iter().map(|(from, to)| VoucherRange { from, to }).collect();
        self.then(looked, book, VoucherChange::Issued { holder: holder.clone(), ranges });
    }

    fn give_back(&self, looked: &mut Looked, book: &VoucherBook, holder: &Text) {
        let own = book.issued.iter().filter(|span| span.holder == *holder);
        let ranges: Vec<VoucherRange> =
            own.map(|span| VoucherRange { from: span.from, to: span.to }).collect();
        if ranges.is_empty() {
            looked.unmet.extend(guard::next(book, holder, None).err().map(|found| *found));
        } else {
            self.then(looked, book, VoucherChange::GivenBack { holder: holder.clone(), ranges });
        }
    }

    /// Draws the next number of a holder.
    #[allow(clippy::too_many_arguments, reason = "one number with all that is written on it")]
    pub(super) fn fill(
        &self,
        looked: &mut Looked,
        book: &VoucherBook,
        holder: &Text,
        number: Option<&Text>,
        receipts: Vec<Text>,
        amount: Money,
        exchanged: &[Text],
    ) {
        match guard::next(book, holder, number) {
            Err(found) => looked.unmet.push(*found),
            Ok(next) => {
                looked.number = Some(next.clone());
                let change = VoucherChange::Used {
                    number: next,
                    holder: holder.clone(),
                    receipts,
                    amount,
                    exchanged: exchanged.to_vec(),
                };
                self.then(looked, book, change);
            }
        }
    }

    fn verify(
        &self,
        looked: &mut Looked,
        book: &VoucherBook,
        command: &VoucherCommand,
        numbers: &[Text],
    ) {
        let mut kept = Vec::new();
        for (at, number) in numbers.iter().enumerate() {
            let place = |found: Finding| found.at(at).at("numbers").within(Input::Command);
            match guard::number_allows(book, command, number) {
                Err(found) => refuse(looked, place(*found)),
                Ok(sequence) => {
                    let done = book.voucher_of(sequence).and_then(|one| one.verified_at);
                    let told =
                        |at: Time| finding!(Code::VoucherVerifiedAlready, number, day = at.date());
                    looked.unmet.extend(done.map(told).map(place));
                    kept.push(book.number(sequence));
                }
            }
        }
        self.then(looked, book, VoucherChange::Verified { numbers: kept });
    }

    /// A verified one can come back, and is not made void any more.
    fn unverified(&self, looked: &mut Looked, book: &VoucherBook, sequence: u32) {
        let voucher = book.voucher_of(sequence);
        let done = voucher.and_then(|one| Some((one.number.clone(), one.verified_at?)));
        looked.unmet.extend(done.map(|(number, at)| {
            let found = finding!(Code::VoucherVerifiedAlready, number, day = at.date());
            found.at("number").within(Input::Command)
        }));
    }
}

fn of_state(found: Finding) -> Finding {
    found.at("kind").within(Input::State)
}
