//! `voucher.advance` and `voucher.report`: books of vouchers.

use kaipan::error::{Code, Error, Finding, Input, InputPlace, Result, Told};
use kaipan::voucher::{
    VouchedReceipt, VoucherBook, VoucherCommand, VoucherDeciding, VoucherEvent,
    VoucherReconciliation, VoucherReconciling, VoucherRejection, VoucherReport,
};
use kaipan::{StreamRead, Text, Time};
use kaipan_derive::boundary;
use std::borrow::Cow;

/// A command about a book of vouchers.
#[boundary]
pub struct VoucherAdvanceRequest {
    /// The book as it stands; absent where it is not registered yet.
    pub state: Option<VoucherBook>,
    /// Its events, in place of its state.
    pub events: Vec<VoucherEvent>,
    /// Other books: to register, all of the owner, withdrawn ones too; to exchange, those of the
    /// receipts; to draw, those in which the receipt may have a voucher already.
    pub books: Vec<VoucherBook>,
    /// What is to be done.
    pub command: VoucherCommand,
    /// Id of the person who does it.
    pub by: Text,
    /// When.
    pub at: Time,
    /// The version that the person looked at; not compared if absent.
    pub expected_version: Option<u32>,
}

/// What comes of a command about a book of vouchers.
#[boundary(answer)]
pub struct VoucherAdvanceResponse {
    /// The events, each to be appended to the stream of its book; none if the command was rejected.
    #[boundary(required)]
    pub events: Vec<VoucherEvent>,
    /// The streams that were read, with the versions that were seen. The events are appended only while
    /// every stream still has this version.
    #[boundary(required)]
    pub reads: Vec<StreamRead>,
    /// The number that was drawn.
    pub number: Option<Text>,
    /// The books that have changed, as they stand afterwards; none if the command was rejected.
    pub books: Vec<VoucherBook>,
    /// Why nothing happens.
    pub rejection: Option<VoucherRejection>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

/// `voucher.advance`: the events of a command about a book of vouchers and the streams that were read, or
/// a rejection.
///
/// # Errors
/// As [`VoucherBook::replay`] and [`VoucherDeciding::decide`]; [`Code::JsonTogether`] for events beside a
/// state.
pub fn advance(request: &VoucherAdvanceRequest) -> Result<VoucherAdvanceResponse> {
    let state = book(request.state.as_ref(), &request.events, None)?;
    let state = state.as_deref();
    // What is wrong with a state that was made here is wrong with its events.
    let held = |place: &InputPlace| {
        let is_made = request.state.is_none() && place.input() == Some(Input::State);
        is_made.then(|| InputPlace::of(Input::Events))
    };
    let decision = VoucherDeciding::new(request.by.clone(), request.at)
        .books(&request.books)
        .expected_version(request.expected_version)
        .decide(state, &request.command)
        .moved_by(&held)?;
    let mut books: Vec<VoucherBook> = Vec::new();
    for event in &decision.events {
        if let Some(changed) = books.iter_mut().find(|one| one.id == event.book) {
            changed.apply(event)?;
            continue;
        }
        let mut known = state.into_iter().chain(&request.books);
        books.push(VoucherBook::evolve(known.find(|one| one.id == event.book), event)?);
    }
    Ok(VoucherAdvanceResponse {
        events: decision.events,
        reads: decision.reads,
        number: decision.number,
        books,
        rejection: decision.rejection,
        findings: decision.findings,
    })
}

/// The state of a book, given as it is or by its events; none without either.
fn book<'a>(
    state: Option<&'a VoucherBook>,
    events: &[VoucherEvent],
    until: Option<Time>,
) -> Result<Option<Cow<'a, VoucherBook>>> {
    match (state, events) {
        (state, []) => Ok(state.map(Cow::Borrowed)),
        (None, events) => VoucherBook::replay(events, until).map(|book| Some(Cow::Owned(book))),
        (Some(_), _) => {
            let error = Error::new(Code::JsonTogether).with("field", "events");
            Err(error.with("other", "state").at("events"))
        }
    }
}

/// A book: its state, or its events from the first on.
#[boundary]
pub struct GivenVoucherBook {
    /// The state. Either this or `events`.
    pub state: Option<VoucherBook>,
    /// All events of the book.
    pub events: Vec<VoucherEvent>,
}

/// Books to report on, and receipts to hold them to.
#[boundary]
pub struct VoucherReportRequest {
    /// The books.
    #[boundary(required)]
    pub books: Vec<GivenVoucherBook>,
    /// The moment: events after it are left out. Without one all count.
    pub until: Option<Time>,
    /// Receipts of the ledger that books are held to; nothing is held to any if there is none.
    pub receipts: Vec<VouchedReceipt>,
}

/// Where every number is, and what books and receipts say of each other.
#[boundary(answer)]
pub struct VoucherReportResponse {
    /// The books as they stood at the moment, in the order given.
    #[boundary(required)]
    pub books: Vec<VoucherBook>,
    /// Where every number of each book is.
    #[boundary(required)]
    pub reports: Vec<VoucherReport>,
    /// What books and receipts say of each other, if receipts are given.
    pub reconciliation: Option<VoucherReconciliation>,
}

/// `voucher.report`: where every number of books is, which were skipped, and whether every receipt has its
/// voucher.
///
/// # Errors
/// As [`VoucherBook::replay`] and [`VoucherReconciling::check`]; [`Code::JsonTogether`] for events beside a
/// state, [`Code::VoucherBlank`] for a book with neither.
pub fn report(request: &VoucherReportRequest) -> Result<VoucherReportResponse> {
    let mut books = Vec::new();
    for (at, given) in request.books.iter().enumerate() {
        let none = || Error::new(Code::VoucherBlank).with("field", "state").at("state");
        let found = book(given.state.as_ref(), &given.events, request.until);
        let found = found.and_then(|found| found.ok_or_else(none));
        books.push(found.map_err(|error| error.at(at).within(Input::Books))?.into_owned());
    }
    let reports = books.iter().map(VoucherBook::report).collect::<Result<Vec<_>>>()?;
    let reconciliation = match request.receipts.as_slice() {
        [] => None,
        receipts => Some(VoucherReconciling::new(&books, receipts).check()?),
    };
    Ok(VoucherReportResponse { books, reports, reconciliation })
}
