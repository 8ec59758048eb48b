//! Vouchers (票据; handbook §6.5): a number is drawn as money is posted, in the order of posting. A number
//! whose receipt is deleted is void; one whose receipt is reversed comes back.

use crate::error::{Code, Error, Input, InputPlace, Result, finding};
use crate::ledger::posting::bookkeeping::advance;
use crate::ledger::posting::entering::Entering;
use crate::ledger::posting::slip::Payment;
use crate::ledger::{LedgerAct, LedgerActKind, ReceiptMethod};
use crate::number::{Money, negative};
use crate::voucher::{VoucherBook, VoucherCommand, VoucherDeciding, VoucherEvent, VoucherKind};
use crate::{Label, Text};

/// What a posting does to the books of vouchers.
#[derive(Debug, Default)]
pub(in crate::ledger::posting) struct Vouched {
    /// The number that was drawn.
    pub(in crate::ledger::posting) number: Option<Text>,
    pub(in crate::ledger::posting) events: Vec<VoucherEvent>,
}

/// A paper on which a number can stand.
struct Paper<'a> {
    kind: VoucherKind,
    /// The number that is written by hand.
    given: Option<&'a Text>,
    amount: Money,
    /// The record of the act that it stands in.
    group: Option<&'static str>,
}

impl<'a> Paper<'a> {
    /// The paper of a payment or a transfer. That of a transfer has a number only by hand.
    fn of(act: &'a LedgerAct) -> Option<Paper<'a>> {
        if let LedgerAct::Transfer { transfer } = act {
            let given = Some(transfer.voucher.as_ref()?);
            let (kind, group) = (VoucherKind::Proof, Some("transfer"));
            return Some(Paper { kind, given, amount: transfer.amount, group });
        }
        let payment = Payment::of(act)?;
        let kind = match act {
            LedgerAct::Receive { .. } => VoucherKind::Receipt,
            _ => VoucherKind::Proof,
        };
        let (amount, group) = (payment.amount, Some(payment.group));
        Some(Paper { kind, given: act.number(), amount, group })
    }

    fn place(&self) -> InputPlace {
        let place = InputPlace::of(Input::Command).then("act");
        self.group.into_iter().fold(place, InputPlace::then).then("voucher")
    }
}

impl Entering<'_> {
    /// What an act that has been carried out does to the books of vouchers. They are as they were.
    pub(in crate::ledger::posting) fn vouch(
        &mut self,
        act: &LedgerAct,
        books: &[VoucherBook],
    ) -> Result<Vouched> {
        match act {
            LedgerAct::Reverse { posting, reason, .. } => {
                let given_up = self.give_up(posting, reason, books, false)?;
                if act.number().is_none() {
                    return Ok(given_up);
                }
                let mut books = books.to_vec();
                advance(&mut books, &given_up.events)?;
                let amount = self.amount_of(posting)?;
                let (kind, given) = (VoucherKind::Proof, act.number());
                let drawn = self.draw(&Paper { kind, given, amount, group: None }, &books)?;
                let events = given_up.events.into_iter().chain(drawn.events).collect();
                Ok(Vouched { number: drawn.number, events })
            }
            LedgerAct::Delete { posting, reason, .. } => self.give_up(posting, reason, books, true),
            _ => {
                let Some(paper) = Paper::of(act) else { return Ok(Vouched::default()) };
                let vouched = self.draw(&paper, books)?;
                if vouched.number.is_none() {
                    self.tell_none(act);
                }
                Ok(vouched)
            }
        }
    }

    /// The next number of the person who records it, from the first book in which he has one; of
    /// what is written by hand that number.
    fn draw(&self, paper: &Paper<'_>, books: &[VoucherBook]) -> Result<Vouched> {
        let stands = |book: &&VoucherBook| book.withdrawn.is_none();
        let fit = || books.iter().filter(|book| book.kind == paper.kind).filter(stands);
        let context = self.context;
        let person = &context.person;
        let of_number = |number: &Text| fit().find(|book| book.status(number).is_some());
        let of_person = || fit().find(|book| book.next_of(person).is_some());
        let book = paper.given.map_or_else(of_person, of_number).or_else(|| fit().next());
        let Some(book) = book else {
            let Some(number) = paper.given else { return Ok(Vouched::default()) };
            let mut others = books.iter().filter(stands);
            if let Some(other) = others.find(|book| book.status(number).is_some()) {
                return Err(other_kind(number, other, paper.kind).placed(paper.place()));
            }
            self.unused_voucher(number, false).map_err(|error| error.placed(paper.place()))?;
            return Ok(Vouched::default());
        };
        let mut command = VoucherCommand::draw(self.key.clone(), paper.amount);
        if let VoucherCommand::Draw { number, .. } = &mut command {
            *number = paper.given.cloned();
        }
        let vouched = self.advance(book, &command, books, &paper.place())?;
        if let Some(number) = &vouched.number {
            self.unused_voucher(number, true).map_err(|error| error.placed(paper.place()))?;
        }
        Ok(vouched)
    }

    /// A number that is written by hand stands on one paper, whatever became of that. The books see
    /// to it that what is drawn from one is drawn once.
    fn unused_voucher(&self, number: &Text, is_drawn: bool) -> Result<()> {
        let Some(first) = self.ledger.papers.get(number) else { return Ok(()) };
        if is_drawn && self.ledger.postings.get(*first)?.drawn {
            return Ok(());
        }
        let error = Error::new(Code::LedgerVoucherUsed).with("number", number);
        Err(error.with("first", self.ledger.keys.name(*first)?))
    }

    /// What was paid or moved by what is taken back.
    fn amount_of(&self, posting: &Text) -> Result<Money> {
        let Some(at) = self.ledger.keys.find(posting) else { return Ok(Money::ZERO) };
        let amount = self.ledger.postings.get(at)?.detail.amount;
        Ok(amount.max(negative(amount)?))
    }

    /// Money that came in or was paid back, and no number stands on its paper. Receipts of a list have that of
    /// the list, and what moves inside the house has none.
    fn tell_none(&mut self, act: &LedgerAct) {
        let place = match act {
            LedgerAct::Receive { receipt }
                if receipt.voucher.is_none()
                    && receipt.batch.is_none()
                    && receipt.method != ReceiptMethod::Internal =>
            {
                "receipt"
            }
            LedgerAct::Refund { refund }
                if refund.voucher.is_none() && refund.method != ReceiptMethod::Internal =>
            {
                "refund"
            }
            _ => return,
        };
        let (what, what_zh) = (act.kind().english(), act.kind().chinese());
        let told = finding!(Code::LedgerNoVoucher, what, what_zh, key = self.key);
        self.tell(told.at(place).at("act"));
    }

    /// The number of what is taken back: void where it is deleted, else the paper comes back.
    fn give_up(
        &mut self,
        posting: &Text,
        reason: &Option<Label>,
        books: &[VoucherBook],
        deleted: bool,
    ) -> Result<Vouched> {
        let Some((book, number)) = in_use(books, posting) else {
            self.tell_in_use(posting)?;
            return Ok(Vouched::default());
        };
        let of_act = || if deleted { LedgerActKind::Delete } else { LedgerActKind::Reverse };
        let reason = reason.clone().unwrap_or_else(|| of_act().chinese().into());
        let command = match deleted {
            true => VoucherCommand::void(number, reason),
            false => VoucherCommand::recover(number, reason),
        };
        let place = InputPlace::of(Input::Command).then("act").then("posting");
        let vouched = self.advance(book, &command, books, &place)?;
        Ok(Vouched { number: None, ..vouched })
    }

    /// A number was drawn for what is taken back, and no book is given in which it is.
    fn tell_in_use(&mut self, posting: &Text) -> Result<()> {
        let Some(at) = self.ledger.keys.find(posting) else { return Ok(()) };
        let row = self.ledger.postings.get(at)?;
        if let Some(voucher) = row.detail.voucher.filter(|_| row.drawn) {
            let number = self.ledger.vouchers.get(voucher)?;
            let told = finding!(Code::LedgerVoucherInUse, number, key = posting);
            self.findings.push(told.at("posting").at("act").within(Input::Command));
        }
        Ok(())
    }

    fn advance(
        &self,
        book: &VoucherBook,
        command: &VoucherCommand,
        books: &[VoucherBook],
        place: &InputPlace,
    ) -> Result<Vouched> {
        let others: Vec<VoucherBook> =
            books.iter().filter(|one| one.id != book.id).cloned().collect();
        let deciding = VoucherDeciding::new(self.context.person.clone(), self.context.now);
        let decided = deciding.books(&others).decide(Some(book), command);
        let decision = decided.map_err(|error| error.placed(place.clone()))?;
        match decision.rejection {
            None => Ok(Vouched { number: decision.number, events: decision.events }),
            Some(rejection) => {
                let reasons = rejection.reasons.iter();
                let reasons = reasons.map(|reason| reason.to_error().placed(place.clone()));
                Error::collect(reasons.collect()).map(|()| Vouched::default())
            }
        }
    }
}

/// The number is of a book of another kind.
fn other_kind(number: &Text, book: &VoucherBook, wanted: VoucherKind) -> Error {
    let error = Error::new(Code::LedgerVoucherKind).with("number", number).with("book", &book.id);
    let error = error.with("found", book.kind.word()).with("found_zh", book.kind.chinese());
    error.with("kind", wanted.word()).with("kind_zh", wanted.chinese())
}

/// The number in use for a posting, with its book.
fn in_use<'b>(books: &'b [VoucherBook], posting: &Text) -> Option<(&'b VoucherBook, Text)> {
    books.iter().find_map(|book| Some((book, book.of_receipt(posting)?.number.clone())))
}
