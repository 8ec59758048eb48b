//! `ledger.post`, `ledger.import`, `ledger.close`, `ledger.statement`, `ledger.journal` and what goes
//! before them: the ledger.

mod follow;
#[cfg(feature = "kpi")]
mod follow_commission;
mod receivables;

pub use follow::{
    LedgerCommandsResponse, LedgerFollowEntryRequest, LedgerFollowEntryResponse,
    LedgerFollowRequest, LedgerFollowResponse, LedgerFollowServiceRequest, follow, follow_entry,
    follow_service,
};
#[cfg(feature = "kpi")]
pub use follow_commission::{
    LedgerFollowCommissionRequest, LedgerFollowCommissionResponse, follow_commission,
};
pub use kaipan::ledger::{JournalMapping, JournalSheet, LedgerStatement, LedgerSummary};
pub use receivables::{LedgerReceivablesRequest, LedgerReceivablesResponse, receivables};

use kaipan::error::{Code, Error, Finding, Input, InputPlace, Lang, Result, Told};
use kaipan::json::read_lines;
use kaipan::ledger::{
    Bookkeeping, Journalising, Ledger, LedgerAct, LedgerBatch, LedgerBatchResult, LedgerCommand,
    LedgerContext, LedgerPolicy, LedgerPosting, LedgerTrialRow, StatementDrawing, SummaryDrawing,
};
use kaipan::number::Money;
use kaipan::voucher::{VoucherBook, VoucherEvent};
use kaipan::{Date, Text};
use kaipan_derive::boundary;
use std::borrow::Cow;

/// What was posted so far: a list of postings, or the text in which a host stores them, one posting a
/// line (NDJSON). A ledger without either is empty.
#[boundary]
#[derive(Default)]
pub struct GivenLedger {
    /// The postings, in their recorded order.
    pub postings: Vec<LedgerPosting>,
    /// Or their text.
    pub lines: Option<String>,
    /// The place of the last posting in the recorded order, if that is known: another is refused.
    pub expected_order: Option<u32>,
}

impl GivenLedger {
    /// The ledger.
    ///
    /// # Errors
    /// As [`Ledger::replay`] and [`read_lines`]; [`Code::JsonTogether`] for a list beside a text,
    /// [`Code::LedgerStale`] for another last posting than is expected. Places are below `ledger`.
    pub(crate) fn ledger(&self) -> Result<Ledger> {
        let postings: Cow<'_, [LedgerPosting]> = match &self.lines {
            None => Cow::Borrowed(&self.postings),
            Some(_) if !self.postings.is_empty() => {
                let error = Error::new(Code::JsonTogether).with("field", "lines");
                return Err(error.with("other", "postings").at("lines").at("ledger"));
            }
            Some(text) => {
                let read = read_lines(text);
                Cow::Owned(read.map_err(|error| error.at("lines").at("ledger"))?)
            }
        };
        let field = if self.lines.is_some() { "lines" } else { "postings" };
        let held = |input: Input| {
            (input == Input::Postings).then(|| InputPlace::default().then("ledger").then(field))
        };
        let ledger = Ledger::replay(&postings).map_err(|error| error.moved(&held))?;
        let last = ledger.last_order();
        match self.expected_order.filter(|expected| *expected != last) {
            Some(expected) => {
                let error = Error::new(Code::LedgerStale).with("found", last);
                Err(error.with("expected", expected).at("expected_order").at("ledger"))
            }
            None => Ok(ledger),
        }
    }
}

/// Commands to a ledger.
#[boundary]
pub struct LedgerPostRequest {
    /// What was posted so far: all of it, or all about the deals, customers and payees concerned.
    #[boundary(empty)]
    pub ledger: GivenLedger,
    /// What the house has decided about its ledger.
    pub policy: Option<LedgerPolicy>,
    /// What the host knows as it posts.
    pub context: LedgerContext,
    /// What is to be recorded, in this order; each sees those before it.
    #[boundary(required)]
    pub commands: Vec<LedgerCommand>,
}

/// What came of commands to a ledger.
#[boundary(answer)]
pub struct LedgerPostResponse {
    /// One result a command, in the order given.
    #[boundary(required)]
    pub results: Vec<LedgerCommandResult>,
    /// The place of the last posting in the recorded order.
    pub last_order: u32,
    /// The books of vouchers that have changed, as they stand afterwards.
    pub voucher_books: Vec<VoucherBook>,
}

/// What came of a command to a ledger.
#[boundary(answer)]
pub struct LedgerCommandResult {
    /// The key of the command.
    pub key: Text,
    /// The posting, to be kept, if it was carried out.
    pub posting: Option<LedgerPosting>,
    /// It had been carried out before; the posting is that of then.
    pub repeated: bool,
    /// Events of books of vouchers, each to be appended to the stream of its book.
    pub voucher_events: Vec<VoucherEvent>,
    /// Why it was refused. The ledger is then as it was before it.
    pub refusal: Option<Finding>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

/// `ledger.post`: carries out commands, or says of each why not.
///
/// # Errors
/// As [`Ledger::replay`] and, for policy and context, [`Bookkeeping::post`]. What is wrong with a
/// command is its result.
pub fn post(request: &LedgerPostRequest) -> Result<LedgerPostResponse> {
    let mut ledger = request.ledger.ledger()?;
    let mut books = Bookkeeping::new(&mut ledger, &request.context).policy(request.policy.as_ref());
    books.check()?;
    let mut results = Vec::with_capacity(request.commands.len());
    for (at, command) in request.commands.iter().enumerate() {
        let held = |input: Input| {
            let place = || InputPlace::default().then("commands").then(at);
            (input == Input::Command).then(place)
        };
        results.push(match books.record(command) {
            Ok(recorded) => LedgerCommandResult {
                key: command.key.clone(),
                posting: Some(recorded.posting),
                repeated: recorded.repeated,
                voucher_events: recorded.voucher_events,
                refusal: None,
                findings: recorded.findings.moved(&held),
            },
            Err(error) => LedgerCommandResult {
                key: command.key.clone(),
                posting: None,
                repeated: false,
                voucher_events: Vec::new(),
                refusal: Some(error.moved(&held).finding()),
                findings: Vec::new(),
            },
        });
    }
    let voucher_books = changed_books(&books, &request.context);
    Ok(LedgerPostResponse { results, last_order: ledger.last_order(), voucher_books })
}

/// The books of vouchers that have changed.
fn changed_books(books: &Bookkeeping<'_>, context: &LedgerContext) -> Vec<VoucherBook> {
    let both = books.voucher_books().iter().zip(&context.voucher_books);
    both.filter(|(after, before)| after.version != before.version)
        .map(|(after, _)| after.clone())
        .collect()
}

/// A list of a bank or a card terminal.
#[boundary]
pub struct LedgerImportRequest {
    /// What was posted so far.
    #[boundary(empty)]
    pub ledger: GivenLedger,
    /// What the house has decided about its ledger.
    pub policy: Option<LedgerPolicy>,
    /// What the host knows as it posts.
    pub context: LedgerContext,
    /// The list.
    pub batch: LedgerBatch,
}

/// What came of a list.
#[boundary(answer)]
pub struct LedgerImportResponse {
    /// One result a row, in the order given.
    #[boundary(required)]
    pub rows: Vec<LedgerBatchResult>,
    /// How many were posted, or had been before.
    pub accepted: u32,
    /// How many were refused.
    pub refused: u32,
    /// Σ of what was posted now, yuan.
    pub total: Money,
    /// The postings of what was posted now, to be kept.
    #[boundary(required)]
    pub postings: Vec<LedgerPosting>,
    /// Events of books of vouchers, each to be appended to the stream of its book.
    pub voucher_events: Vec<VoucherEvent>,
    /// The books of vouchers that have changed, as they stand afterwards.
    pub voucher_books: Vec<VoucherBook>,
}

/// `ledger.import`: posts a list of a bank or a card terminal, one result a row.
///
/// # Errors
/// As [`Bookkeeping::import`] and [`Ledger::replay`].
pub fn import(request: &LedgerImportRequest) -> Result<LedgerImportResponse> {
    let mut ledger = request.ledger.ledger()?;
    let mut books = Bookkeeping::new(&mut ledger, &request.context).policy(request.policy.as_ref());
    let imported = books.import(&request.batch)?;
    let voucher_books = changed_books(&books, &request.context);
    let mut postings = Vec::new();
    for (row, result) in request.batch.rows.iter().zip(&imported.rows) {
        if result.order.is_some() && !result.repeated {
            postings.push(ledger.posting(&request.batch.command(row))?);
        }
    }
    Ok(LedgerImportResponse {
        rows: imported.rows,
        accepted: imported.accepted,
        refused: imported.refused,
        total: imported.total,
        postings,
        voucher_events: imported.voucher_events,
        voucher_books,
    })
}

/// The close of a period.
#[boundary]
pub struct LedgerCloseRequest {
    /// What was posted so far: all of it.
    #[boundary(empty)]
    pub ledger: GivenLedger,
    /// What the host knows as it posts.
    pub context: LedgerContext,
    /// The host's key.
    pub key: Text,
    /// The last day of what is closed.
    pub through: Date,
}

/// A period that is closed.
#[boundary(answer)]
pub struct LedgerCloseResponse {
    /// The posting, to be kept.
    pub posting: LedgerPosting,
    /// It had been closed before under this key.
    pub repeated: bool,
    /// The accounts of the ledger on the last day. They come to zero.
    #[boundary(required)]
    pub accounts: Vec<LedgerTrialRow>,
}

/// `ledger.close`: closes a period. Nothing dated in it is taken from then on.
///
/// # Errors
/// As [`Bookkeeping::post`] and [`Ledger::replay`].
pub fn close(request: &LedgerCloseRequest) -> Result<LedgerCloseResponse> {
    let mut ledger = request.ledger.ledger()?;
    let act = LedgerAct::close(request.through);
    let command = LedgerCommand::new(request.key.clone(), act);
    let place = |place: &InputPlace| {
        let steps = place.steps();
        let own = steps.filter(|step| !matches!(step, kaipan::error::PlaceStep::Field("act")));
        (place.input() == Some(Input::Command)).then(|| InputPlace::default().then_all(own))
    };
    let recorded = Bookkeeping::new(&mut ledger, &request.context).record(&command);
    let recorded = recorded.map_err(|error| error.moved_by(&place))?;
    let horizon = recorded.posting.order;
    Ok(LedgerCloseResponse {
        posting: recorded.posting,
        repeated: recorded.repeated,
        accounts: ledger.trial(request.through, horizon)?,
    })
}

/// What a statement is about: a deal, a customer, a unit or several deals.
#[boundary]
pub struct LedgerStatementRequest {
    /// What was posted so far.
    #[boundary(empty)]
    pub ledger: GivenLedger,
    /// The business date.
    pub as_of: Date,
    /// The deal.
    pub deal: Option<Text>,
    /// Or the customer, with all his deals.
    pub customer: Option<Text>,
    /// Or the unit, with all deals about it.
    pub unit_no: Option<Text>,
    /// Or several deals.
    pub deals: Vec<Text>,
    /// The place in the recorded order up to which postings count; all if absent.
    pub horizon: Option<u32>,
}

/// `ledger.statement`: a statement of account on any date, as it was known at any point of the
/// recorded order.
///
/// # Errors
/// As [`StatementDrawing::draw`] and [`Ledger::replay`].
pub fn statement(request: &LedgerStatementRequest) -> Result<LedgerStatement> {
    let ledger = request.ledger.ledger()?;
    let unit = |input: Input| (input == Input::Unit).then(|| InputPlace::default().then("unit_no"));
    StatementDrawing::new(&ledger, request.as_of)
        .deal(request.deal.as_deref())
        .customer(request.customer.as_deref())
        .unit_no(request.unit_no.as_deref())
        .deals((!request.deals.is_empty()).then_some(request.deals.as_slice()))
        .horizon(request.horizon)
        .draw()
        .map_err(|error| error.moved(&unit))
}

/// The date of a summary.
#[boundary]
pub struct LedgerSummaryRequest {
    /// What was posted so far: all of it.
    #[boundary(empty)]
    pub ledger: GivenLedger,
    /// The business date.
    pub as_of: Date,
    /// The place in the recorded order up to which postings count; all if absent.
    pub horizon: Option<u32>,
}

/// `ledger.summary`: what the ledger comes to on a date, item by item, with its accounts.
///
/// # Errors
/// As [`SummaryDrawing::draw`] and [`Ledger::replay`].
pub fn summary(request: &LedgerSummaryRequest) -> Result<LedgerSummary> {
    let ledger = request.ledger.ledger()?;
    SummaryDrawing::new(&ledger, request.as_of).horizon(request.horizon).draw()
}

/// The period of a journal.
#[boundary]
pub struct LedgerJournalRequest {
    /// What was posted so far: all of it, from the beginning.
    #[boundary(empty)]
    pub ledger: GivenLedger,
    /// The accounts and switches; the preset if absent.
    pub mapping: Option<JournalMapping>,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// The place in the recorded order up to which postings count; all if absent.
    pub horizon: Option<u32>,
    /// The lines are wanted as CSV too, in this language.
    pub csv: Option<JournalLanguage>,
}

/// The language of a CSV text.
#[boundary]
pub enum JournalLanguage {
    /// 中文.
    Zh,
    /// English.
    En,
}

/// `ledger.journal`: journal lines for a general ledger, with the trial balance.
///
/// # Errors
/// As [`Journalising::sheet`] and [`Ledger::replay`].
pub fn journal(request: &LedgerJournalRequest) -> Result<JournalSheet> {
    let ledger = request.ledger.ledger()?;
    let preset = JournalMapping::preset();
    let mapping = request.mapping.as_ref().unwrap_or(&preset);
    let lang = request.csv.map(|one| match one {
        JournalLanguage::En => Lang::En,
        _ => Lang::Zh,
    });
    Journalising::new(&ledger, mapping, request.from, request.to)
        .horizon(request.horizon)
        .csv(lang)
        .sheet()
}

/// Asks for the preset of a mapping; nothing is to be given.
#[boundary]
#[derive(Default)]
pub struct LedgerJournalPresetRequest {}

/// `ledger.journal_preset`: accounts and switches of a journal to begin with.
///
/// # Errors
/// None.
pub fn journal_preset(_: &LedgerJournalPresetRequest) -> Result<JournalMapping> {
    Ok(JournalMapping::preset())
}
