//! What must hold for a command, each with what is lacking.

use super::book::{VoucherBook, VoucherKind};
use super::command::VoucherCommand;
use super::overlap::Printed;
use super::paper::VoucherStatus;
use super::row::VoucherRow;
use super::spans::count;
use crate::error::{Code, Finding, Input, finding};
use crate::number::Money;
use crate::{Text, Time};

/// The number is of the book, and its status allows the command.
pub(super) fn number_allows(
    book: &VoucherBook,
    command: &VoucherCommand,
    number: &Text,
) -> Result<u32, Box<Finding>> {
    let Some(sequence) = book.sequence(number) else {
        return Err(Box::new(outside(book, number)));
    };
    let status = book.status_of(sequence);
    if VoucherRow::allows(command.word(), status) {
        return Ok(sequence);
    }
    let [allowed_zh, allowed] = VoucherRow::allowed(status);
    let found = finding!(
        Code::VoucherNotAllowed,
        number,
        status = status.word(),
        status_zh = status.chinese(),
        command = command.word(),
        command_zh = command.chinese(),
        allowed,
        allowed_zh
    );
    Err(Box::new(found))
}

/// A number that is not of the book.
fn outside(book: &VoucherBook, number: &Text) -> Finding {
    let (first, last) = (book.number(book.from), book.number(book.to));
    finding!(Code::VoucherOutside, number, book = book.id, first, last)
}

/// The next number of a holder, and the one on the paper if that is given.
pub(super) fn next(
    book: &VoucherBook,
    holder: &Text,
    number: Option<&Text>,
) -> Result<Text, Box<Finding>> {
    let Some(next) = book.next_of(holder) else {
        let left = count(&book.registered());
        let found = finding!(Code::VoucherNoneLeft, holder, book = book.id, count = left);
        return Err(Box::new(found.within(Input::Command)));
    };
    let Some(number) = number.filter(|number| **number != next) else { return Ok(next) };
    let found = match book.sequence(number) {
        None => outside(book, number),
        Some(_) => finding!(Code::VoucherNotNext, number, next),
    };
    Err(Box::new(found.at("number").within(Input::Command)))
}

/// No other voucher is in use for the receipt, in this book and in those beside it.
pub(super) fn free_receipt(
    book: &VoucherBook,
    books: &[VoucherBook],
    receipt: &Text,
) -> Option<Finding> {
    let has = |book: &VoucherBook| book.of_receipt(receipt).map(|one| one.number.clone());
    let number = has(book).or_else(|| books.iter().find_map(has))?;
    Some(finding!(Code::VoucherReceiptHasOne, receipt, number))
}

/// It is not before the last event of the book.
pub(super) fn in_order(book: &VoucherBook, at: Time) -> Option<Finding> {
    let last = book.changed_at;
    let told = || {
        let (at, last) = (at.in_words(), last.in_words());
        finding!(Code::VoucherEarlier, at, last, book = book.id).within(Input::At)
    };
    (at < last).then(told)
}

/// An amount above zero.
pub(super) fn amount(amount: Money) -> Option<Finding> {
    let told = || finding!(Code::VoucherAmount, amount).at("amount").within(Input::Command);
    (!amount.is_positive()).then(told)
}

/// Nobody has used the book.
pub(super) fn untouched(book: &VoucherBook) -> Option<Finding> {
    let (issued, used) = (book.issued.len(), book.vouchers.len());
    let told = || finding!(Code::VoucherInUse, book = book.id).within(Input::State);
    (issued > 0 || used > 0).then(told)
}

/// The book holds what the command needs.
pub(super) fn kind_is(book: &VoucherBook, wanted: VoucherKind) -> Option<Finding> {
    let told = || {
        let (found, found_zh) = (book.kind.word(), book.kind.chinese());
        let (kind, kind_zh) = (wanted.word(), wanted.chinese());
        finding!(Code::VoucherOtherKind, book = book.id, found, found_zh, kind, kind_zh)
    };
    (book.kind != wanted).then(told)
}

/// The first of other books of the same owner and kind whose numbers read like those of a new one.
pub(super) fn overlap(
    new: Printed<'_>,
    owner: &Text,
    kind: VoucherKind,
    books: &[VoucherBook],
) -> Option<Finding> {
    let is_same = |book: &&VoucherBook| {
        let counts = book.withdrawn.is_none() && book.owner == *owner && book.kind == kind;
        counts && Printed::of(book).overlaps(new)
    };
    let other = books.iter().find(is_same)?;
    let (first, last) = (other.number(other.from), other.number(other.to));
    let found = finding!(Code::VoucherOverlap, book = other.id, first, last);
    Some(found.at("from").within(Input::Command))
}

/// An invoice that becomes void in a later month than it was drawn in.
pub(super) fn void_late(book: &VoucherBook, sequence: u32, at: Time) -> Option<Finding> {
    let voucher = book.voucher_of(sequence).filter(|_| book.kind == VoucherKind::Invoice)?;
    let used = voucher.used_at?.date();
    let month = |day: crate::Date| day.to_string().get(..7).map(str::to_owned);
    let told = || {
        let found = finding!(Code::VoucherVoidLate, number = voucher.number, day = used);
        found.at("number").within(Input::Command)
    };
    (month(used) != month(at.date()) && voucher.status == VoucherStatus::Used).then(told)
}
