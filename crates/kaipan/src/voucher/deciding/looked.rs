//! What a command comes to while it is looked at.

use super::VoucherDeciding;
use crate::Text;
use crate::error::{Code, Finding, Input, finding};
use crate::voucher::book::VoucherBook;
use crate::voucher::command::VoucherCommand;
use crate::voucher::event::{VoucherChange, VoucherEvent};
use crate::voucher::guard;

/// What a command comes to while it is looked at.
#[derive(Default)]
pub(super) struct Looked {
    /// The book, or a number, has no such move.
    pub(super) not_in_table: Vec<Finding>,
    /// What else is lacking.
    pub(super) unmet: Vec<Finding>,
    pub(super) events: Vec<VoucherEvent>,
    pub(super) number: Option<Text>,
    pub(super) findings: Vec<Finding>,
}

impl VoucherDeciding<'_> {
    /// One more event of a book.
    pub(super) fn then(&self, looked: &mut Looked, book: &VoucherBook, change: VoucherChange) {
        let earlier = looked.events.iter().filter(|event| event.book == book.id).count();
        let earlier = u32::try_from(earlier).unwrap_or(u32::MAX);
        let version = book.version.saturating_add(earlier).saturating_add(1);
        looked.events.push(self.event(&book.id, version, change));
    }

    pub(super) fn event(&self, book: &Text, version: u32, change: VoucherChange) -> VoucherEvent {
        VoucherEvent { book: book.clone(), version, at: self.at, by: self.by.clone(), change }
    }
}

/// The book has no such move.
pub(super) fn no_move(state: &str, state_zh: &str, command: &VoucherCommand) -> Looked {
    let (word, word_zh) = (command.word(), command.chinese());
    let found =
        finding!(Code::VoucherBookState, state, state_zh, command = word, command_zh = word_zh);
    Looked { not_in_table: vec![found.within(Input::Command)], ..Looked::default() }
}

pub(super) fn allowed(
    looked: &mut Looked,
    book: &VoucherBook,
    command: &VoucherCommand,
    number: &Text,
) -> Option<u32> {
    let found = guard::number_allows(book, command, number);
    let found = found.map_err(|found| found.at("number").within(Input::Command));
    found.map_err(|found| refuse(looked, found)).ok()
}

/// A number without such a move is another thing than a number that is not there.
pub(super) fn refuse(looked: &mut Looked, found: Finding) {
    match found.code {
        Code::VoucherNotAllowed => looked.not_in_table.push(found),
        _ => looked.unmet.push(found),
    }
}
