//! Vouchers (票据; handbook §6.5): a number is drawn as money is posted, in the order of posting. A number
//! whose receipt is deleted is void; one whose receipt is reversed comes back.

use crate::error::{Code, Error, Input, InputPlace, Result, finding};
use crate::ledger::posting::entering::Entering;
use crate::ledger::posting::slip::Payment;
use crate::ledger::{LedgerAct, LedgerActKind};
use crate::voucher::{VoucherBook, VoucherCommand, VoucherDeciding, VoucherEvent, VoucherKind};
use crate::{Label, Text};

/// What a posting does to the books of vouchers.
#[derive(Debug, Default)]
pub(in crate::ledger::posting) struct Vouched {
    /// The number that was drawn.
    pub(in crate::ledger::posting) number: Option<Text>,
    pub(in crate::ledger::posting) events: Vec<VoucherEvent>,
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
                self.give_up(posting, reason, books, false)
            }
            LedgerAct::Delete { posting, reason, .. } => self.give_up(posting, reason, books, true),
            _ => match Payment::of(act) {
                Some(payment) => self.draw(act, &payment, books),
                None => Ok(Vouched::default()),
            },
        }
    }

    /// The next number of the person who records it, from the first book in which he has one.
    fn draw(
        &mut self,
        act: &LedgerAct,
        payment: &Payment<'_>,
        books: &[VoucherBook],
    ) -> Result<Vouched> {
        let (kind, given) = match act {
            LedgerAct::Receive { receipt } => (VoucherKind::Receipt, receipt.voucher.as_ref()),
            LedgerAct::Refund { refund } => (VoucherKind::Proof, refund.voucher.as_ref()),
            _ => (VoucherKind::Proof, None),
        };
        let fit = || books.iter().filter(|book| book.kind == kind && book.withdrawn.is_none());
        let context = self.context;
        let person = &context.person;
        let of_number = |number: &Text| fit().find(|book| book.status(number).is_some());
        let of_person = || fit().find(|book| book.next_of(person).is_some());
        let book = given.map_or_else(of_person, of_number).or_else(|| fit().next());
        let Some(book) = book else {
            if let Some(number) = given {
                self.unused_voucher(number).map_err(|e| e.at(payment.group).at("act"))?;
            }
            self.tell_none(act);
            return Ok(Vouched::default());
        };
        let mut command = VoucherCommand::draw(self.key.clone(), payment.amount);
        if let VoucherCommand::Draw { number, .. } = &mut command {
            *number = given.cloned();
        }
        let place = InputPlace::default().then("act").then(payment.group).then("voucher");
        self.advance(book, &command, books, &place)
    }

    /// A number that is written by hand stands on one paper, whatever became of that.
    fn unused_voucher(&self, number: &Text) -> Result<()> {
        let Some(first) = self.ledger.papers.get(number) else { return Ok(()) };
        let error = Error::new(Code::LedgerVoucherUsed).with("number", number);
        Err(error.with("first", self.ledger.keys.name(*first)?).at("voucher"))
    }

    /// A receipt that no number stands on. Those of a list have that of the list.
    fn tell_none(&mut self, act: &LedgerAct) {
        if let LedgerAct::Receive { receipt } = act
            && receipt.voucher.is_none()
            && receipt.batch.is_none()
        {
            let told = finding!(Code::LedgerNoVoucher, key = self.key);
            self.findings.push(told.at("receipt").at("act").within(Input::Command));
        }
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
        let place = InputPlace::default().then("act").then("posting");
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

/// The number in use for a posting, with its book.
fn in_use<'b>(books: &'b [VoucherBook], posting: &Text) -> Option<(&'b VoucherBook, Text)> {
    books.iter().find_map(|book| Some((book, book.of_receipt(posting)?.number.clone())))
}
