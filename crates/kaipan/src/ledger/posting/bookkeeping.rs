use super::entering::Entering;
use super::money::Vouched;
use super::noting::Noted;
use super::print::print;
use crate::Date;
use crate::builder::optional_inputs;
use crate::check::with_repeats;
use crate::error::{Code, Error, Finding, Input, InputPlace, Result, told};
use crate::fund_plan::FundPlanning;
use crate::ledger::book::{Ledger, Mark};
use crate::ledger::{LedgerAct, LedgerCommand, LedgerContext, LedgerPolicy};
use crate::voucher::{VoucherBook, VoucherEvent};
use kaipan_derive::boundary;

/// Posts to a ledger.
///
/// Each command is carried out whole or not at all: what is refused leaves the ledger as it was. The
/// same key with the same content answers what came of it first.
///
/// ```
/// use kaipan::ledger::{
///     Bookkeeping, Ledger, LedgerAct, LedgerCommand, LedgerContext, LedgerReceipt, ReceiptMethod,
///     ReceivableLine, StatementDrawing,
/// };
/// let mut ledger = Ledger::new();
/// let context = LedgerContext::new("2025-03-25T10:00:00".parse()?, "出纳");
/// let mut books = Bookkeeping::new(&mut ledger, &context);
/// books.post(&LedgerCommand::new("1", LedgerAct::open_deal("D1")))?;
/// let line = ReceivableLine::new("D1/首期", "down_payment", "395206".parse()?);
/// books.post(&LedgerCommand::new("2", LedgerAct::raise("D1", vec![line])))?;
/// let receipt = LedgerReceipt::new(
///     "down_payment", "100000".parse()?, ReceiptMethod::BankTransfer, "监管户",
/// );
/// let receipt = receipt.with_deal(kaipan::Text::from("D1")).with_voucher(kaipan::Text::from("R1"));
/// books.post(&LedgerCommand::new("3", LedgerAct::receive(receipt)))?;
/// let statement = StatementDrawing::new(&ledger, "2025-03-31".parse()?).deal("D1").draw()?;
/// assert_eq!(statement.outstanding.to_string(), "295206.00");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug)]
#[must_use]
pub struct Bookkeeping<'a> {
    ledger: &'a mut Ledger,
    context: &'a LedgerContext,
    policy: Option<&'a LedgerPolicy>,
    /// The policy and the context have been looked at.
    is_checked: bool,
    /// The books of vouchers, with what was drawn.
    books: Vec<VoucherBook>,
}

/// What came of a command.
#[boundary(answer)]
pub struct LedgerPosted {
    /// The place of the posting in the recorded order.
    pub order: u32,
    /// The command had been carried out before; this is what came of it then.
    pub repeated: bool,
    /// Events of books of vouchers, each to be appended to the stream of its book.
    pub voucher_events: Vec<VoucherEvent>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(LedgerPosted: findings);

impl<'a> Bookkeeping<'a> {
    /// The ledger, and what the host knows as it posts.
    pub fn new(ledger: &'a mut Ledger, context: &'a LedgerContext) -> Bookkeeping<'a> {
        let books = context.voucher_books.clone();
        Bookkeeping { ledger, context, policy: None, is_checked: false, books }
    }

    optional_inputs! {
        /// What the house has decided about its ledger.
        policy: &'a LedgerPolicy;
    }

    /// Carries out a command, or says why not.
    ///
    /// # Errors
    /// A code of 230x to 236x or 258x to 266x, with its place in the command ([`Input::Command`]) or the policy
    /// ([`Input::Policy`]): see `docs/errors.md`. The ledger is then as it was.
    pub fn post(&mut self, command: &LedgerCommand) -> Result<LedgerPosted> {
        self.check()?;
        self.post_checked(command)
            .map_err(|error| error.unless_placed(|e| e.within(Input::Command)))
    }

    fn post_checked(&mut self, command: &LedgerCommand) -> Result<LedgerPosted> {
        let print = print(command);
        if let Some(known) = self.ledger.keys.find(&command.key) {
            let row = self.ledger.postings.get(known)?;
            return match row.print == print {
                true => Ok(LedgerPosted {
                    order: row.order,
                    repeated: true,
                    voucher_events: Vec::new(),
                    findings: Vec::new(),
                }),
                false => Err(Error::new(Code::LedgerKeyReused).with("key", &command.key).at("key")),
            };
        }
        let date = self.day(command)?;
        self.ledger.with_amounts(&command.act)?;
        let mark = self.ledger.mark()?;
        let default = LedgerPolicy::NONE;
        let mut entering = Entering {
            ledger: self.ledger,
            policy: self.policy.unwrap_or(&default),
            context: self.context,
            key: &command.key,
            date,
            effects: mark.effects,
            findings: Vec::new(),
            receipts: mark.receipts,
            keeps_rest: command.act.keeps_rest(),
            said: Vec::new(),
            said_wrong: None,
            released: Vec::new(),
        };
        let books = &mut self.books;
        let done = entering.act(&command.act).and_then(|()| {
            entering.own_day(command)?;
            entering.allocate_days(&command.act)?;
            entering.guard_days(&command.act)?;
            entering.tell_loan_left(&command.act)?;
            entering.tell_above_total(&command.act)?;
            entering.tell_comes_back(&command.act)?;
            entering.tell_purpose(&command.act)?;
            entering.tell_figures(command)?;
            let vouched = entering.vouch(&command.act, books)?;
            entering.ledger.settle()?;
            advance(books, &vouched.events)?;
            Ok(vouched)
        });
        match done {
            Ok(vouched) => entering.finish(command, print, mark, vouched),
            Err(error) => {
                self.ledger.roll_back(mark)?;
                Err(error)
            }
        }
    }

    /// The business date of a command. It is not ahead, and its period is open.
    fn day(&self, command: &LedgerCommand) -> Result<Date> {
        let error = crate::check::blank(Code::LedgerBlank, "key", &command.key);
        error.map_or(Ok(()), Err)?;
        if let Some(currency) = command.currency.as_ref().filter(|one| **one != "CNY") {
            let error = Error::new(Code::LedgerCurrency).with("currency", currency);
            return Err(error.at("currency"));
        }
        let today = self.context.now.date();
        let date = match &command.act {
            LedgerAct::Delete { posting, .. } => {
                let known = self.ledger.keys.find(posting);
                match known.map(|at| self.ledger.postings.get(at)).transpose()? {
                    Some(row) => row.date,
                    None => command.date.unwrap_or(today),
                }
            }
            LedgerAct::Allocate { receipt, .. } if command.date.is_none() => {
                let known = self.ledger.keys.find(receipt);
                known
                    .map(|at| self.ledger.postings.get(at))
                    .transpose()?
                    .map_or(today, |row| row.date)
            }
            LedgerAct::Enter { .. } if command.date.is_some() => {
                let error = Error::new(Code::JsonTogether).with("field", "date");
                return Err(error.with("other", "entry").at("date"));
            }
            LedgerAct::Enter { entry } => entry.date,
            _ => command.date.unwrap_or(today),
        };
        let placed = |error: Error| error.with("date", date).at("date");
        if date > today {
            return Err(placed(Error::new(Code::LedgerDateAhead).with("today", today)));
        }
        let is_close = matches!(command.act, LedgerAct::Close { .. });
        match self.ledger.closed_through.filter(|through| date <= *through && !is_close) {
            Some(through) => {
                Err(placed(Error::new(Code::LedgerPeriodClosed).with("until", through)))
            }
            None => Ok(date),
        }
    }

    /// The ledger, with what was posted so far.
    #[must_use]
    pub fn ledger(&self) -> &Ledger {
        self.ledger
    }

    /// The books of vouchers, with the numbers that were drawn.
    #[must_use]
    pub fn voucher_books(&self) -> &[VoucherBook] {
        &self.books
    }

    /// Policy and context are looked at, once.
    ///
    /// # Errors
    /// As [`Bookkeeping::post`] for policy and context.
    pub fn check(&mut self) -> Result<()> {
        if self.is_checked {
            return Ok(());
        }
        if let Some(policy) = self.policy {
            policy.check()?;
        }
        let of_context = |field: &'static str| InputPlace::of(Input::Context).then(field);
        if let Some(plan) = &self.context.fund_plan {
            let held = |input: Input| (input == Input::Plan).then(|| of_context("fund_plan"));
            FundPlanning::new(plan).checked().map_err(|error| error.moved(&held))?;
        }
        let repeated = with_repeats(&self.books, |book| &book.id);
        let repeated = repeated.filter(|(.., first)| first.is_some()).map(|(at, book, _)| {
            let error = Error::new(Code::VoucherRepeated).with("name", &book.id);
            error.placed(of_context("voucher_books").then(at).then("id"))
        });
        Error::collect(repeated.collect())?;
        self.is_checked = true;
        Ok(())
    }
}

/// The books of vouchers after these events.
pub(super) fn advance(books: &mut [VoucherBook], events: &[VoucherEvent]) -> Result<()> {
    for event in events {
        if let Some(book) = books.iter_mut().find(|book| book.id == event.book) {
            book.apply(event)?;
        }
    }
    Ok(())
}

impl Entering<'_> {
    /// The posting is noted under its key.
    fn finish(
        self,
        command: &LedgerCommand,
        print: u64,
        mark: Mark,
        vouched: Vouched,
    ) -> Result<LedgerPosted> {
        let order = self.ledger.last_order().checked_add(1);
        let order = order.ok_or_else(|| Error::new(Code::NumberOverflow))?;
        let (by, at) = (&self.context.person, self.context.now);
        let noted = Noted { order, date: self.date, recorded_at: at, by, voucher: vouched.number };
        self.ledger.note(command, noted, print, mark)?;
        let (voucher_events, findings) = (vouched.events, self.findings);
        Ok(LedgerPosted { order, repeated: false, voucher_events, findings })
    }
}
