//! Deciding a command.

mod about;
mod exchange;
mod looked;
mod wrong;

use super::book::VoucherBook;
use super::command::VoucherCommand;
use super::decision::{VoucherDecision, VoucherRejection};
use crate::builder::{inputs, optional_inputs};
use crate::error::{Code, Error, Finding, Input, Result, finding};
use crate::{RejectionClass, StreamKind, StreamRead, Text, Time};
use looked::no_move;

/// A decision about a book of vouchers (handbook §6.5): a command gives events and the streams that were
/// read, or a rejection with everything that is lacking.
///
/// Errors are for inputs that cannot be; what the rules do not allow is a rejection.
///
/// ```
/// use kaipan::voucher::*;
/// let at = "2026-09-01T10:00:00".parse()?;
/// let deciding = VoucherDeciding::new("li", at);
/// let mut book: Option<VoucherBook> = None;
/// for command in [
///     VoucherCommand::register("SJ-1", VoucherKind::Receipt, "P1", 6, 1, 100),
///     VoucherCommand::issue("li", 50),
///     VoucherCommand::draw("R-1", "20000".parse()?),
/// ] {
///     let decision = deciding.decide(book.as_ref(), &command)?;
///     assert_eq!(decision.rejection, None);
///     book = Some(VoucherBook::evolve(book.as_ref(), &decision.events[0])?);
/// }
/// let book = book.unwrap();
/// assert_eq!(book.status("000001"), Some(VoucherStatus::Used));
/// assert_eq!(book.next_of(&"li".into()).unwrap(), "000002");
/// // The same receipt gets no second number.
/// let again = deciding.decide(Some(&book), &VoucherCommand::draw("R-1", "20000".parse()?))?;
/// assert_eq!(again.rejection.unwrap().reasons[0].code.as_str(), "voucher.receipt_has_one");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct VoucherDeciding<'a> {
    by: Text,
    at: Time,
    books: &'a [VoucherBook],
    expected_version: Option<u32>,
}

impl<'a> VoucherDeciding<'a> {
    /// A decision of a person at a time.
    pub fn new(by: impl Into<Text>, at: Time) -> VoucherDeciding<'a> {
        VoucherDeciding { by: by.into(), at, books: &[], expected_version: None }
    }

    inputs! {
        /// Other books: to register, all of the owner, withdrawn ones too; to exchange, those of the
        /// receipts; to draw, those in which the receipt may have a voucher already.
        books: &'a [VoucherBook];
    }

    optional_inputs! {
        /// The version of the book that the person looked at.
        expected_version: u32;
    }

    /// Decides a command about a book, or about one that is to be registered.
    ///
    /// # Errors
    /// [`Code::VoucherBlank`] for what must be said and is not, [`Code::VoucherRange`] for numbers that
    /// no book can have, [`Code::VoucherRepeated`] for a book or a number that is given twice.
    pub fn decide(
        &self,
        state: Option<&VoucherBook>,
        command: &VoucherCommand,
    ) -> Result<VoucherDecision> {
        Error::collect(self.wrong(state, command))?;
        if let Some(stale) = self.stale(state) {
            return Ok(rejected(state, RejectionClass::Stale, vec![stale]));
        }
        let looked = match (state, command) {
            (None, VoucherCommand::Register { .. }) => self.register(command),
            (Some(book), _) if book.withdrawn.is_some() => {
                no_move("withdrawn", "已撤销登记", command)
            }
            (Some(_), VoucherCommand::Register { .. }) => no_move("registered", "已登记", command),
            (Some(book), _) => self.about(book, command)?,
            (None, _) => no_move("not registered", "尚未登记", command),
        };
        if !looked.not_in_table.is_empty() {
            let mut reasons = looked.not_in_table;
            reasons.extend(looked.unmet);
            return Ok(rejected(state, RejectionClass::NotInTable, reasons));
        }
        if !looked.unmet.is_empty() {
            return Ok(rejected(state, RejectionClass::GuardsNotMet, looked.unmet));
        }
        Ok(VoucherDecision {
            reads: self.reads(state, command),
            events: looked.events,
            number: looked.number,
            rejection: None,
            findings: looked.findings,
        })
    }

    /// The streams that are read: the book; of a new one the register of its owner, which has an event
    /// for every book; of a number that is drawn the other books that were looked at.
    fn reads(&self, state: Option<&VoucherBook>, command: &VoucherCommand) -> Vec<StreamRead> {
        let own = state.map(VoucherBook::read);
        let others: Vec<StreamRead> = match command {
            VoucherCommand::Register { book, owner, .. } => {
                let known = self.books.iter().filter(|one| one.owner == *owner).count();
                let version = u32::try_from(known).unwrap_or(u32::MAX);
                let (new, register) = (StreamKind::VoucherBook, StreamKind::VoucherRegister);
                vec![
                    StreamRead { kind: new, id: book.clone(), version: 0 },
                    StreamRead { kind: register, id: owner.clone(), version },
                ]
            }
            VoucherCommand::Draw { .. } | VoucherCommand::Exchange { .. } => {
                self.books.iter().map(VoucherBook::read).collect()
            }
            _ => Vec::new(),
        };
        own.into_iter().chain(others).collect()
    }

    fn stale(&self, state: Option<&VoucherBook>) -> Option<Finding> {
        let version = state.map_or(0, |state| state.version);
        let expected = self.expected_version.filter(|expected| *expected != version)?;
        Some(finding!(Code::VoucherStale, expected, version).within(Input::ExpectedVersion))
    }
}

/// Nothing happens, for these reasons.
fn rejected(
    state: Option<&VoucherBook>,
    class: RejectionClass,
    reasons: Vec<Finding>,
) -> VoucherDecision {
    VoucherDecision {
        events: Vec::new(),
        reads: state.map(VoucherBook::read).into_iter().collect(),
        number: None,
        rejection: Some(VoucherRejection { class, reasons }),
        findings: Vec::new(),
    }
}
