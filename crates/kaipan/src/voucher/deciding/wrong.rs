//! What cannot be, whatever the book.

use super::VoucherDeciding;
use crate::Text;
use crate::check::{blank, with_repeats};
use crate::error::{Code, Error, Input};
use crate::voucher::book::VoucherBook;
use crate::voucher::command::VoucherCommand;
use crate::voucher::evolve::fits;

impl VoucherDeciding<'_> {
    /// What cannot be, whatever the book: nobody who decides, what is not said, numbers of no book, and
    /// what is given twice.
    pub(super) fn wrong(
        &self,
        state: Option<&VoucherBook>,
        command: &VoucherCommand,
    ) -> Vec<Error> {
        let mut wrong: Vec<Error> = Vec::new();
        let by = blank(Code::VoucherBlank, "by", &self.by);
        wrong.extend(by.map(|_| blank_input(Input::By)));
        for (at, book, first) in with_repeats(self.books, |one| &one.id) {
            let is_own = state.is_some_and(|state| state.id == book.id);
            if first.is_some() || is_own {
                wrong.push(repeated(&book.id).at("id").at(at).within(Input::Books));
            }
        }
        let fields: Vec<(&'static str, &str)> = match command {
            VoucherCommand::Register { book, owner, .. } => vec![("book", book), ("owner", owner)],
            VoucherCommand::Withdraw { reason } => vec![("reason", reason)],
            VoucherCommand::Issue { holder, .. } | VoucherCommand::GiveBack { holder } => {
                vec![("holder", holder)]
            }
            VoucherCommand::Draw { receipt, .. } => vec![("receipt", receipt)],
            VoucherCommand::Void { number, reason }
            | VoucherCommand::Recover { number, reason } => {
                vec![("number", number), ("reason", reason)]
            }
            VoucherCommand::Verify { .. } | VoucherCommand::Exchange { .. } => Vec::new(),
        };
        let blanks =
            fields.into_iter().filter_map(|(field, text)| blank(Code::VoucherBlank, field, text));
        wrong.extend(blanks.map(|error| error.within(Input::Command)));
        if let VoucherCommand::Verify { numbers } = command {
            wrong.extend(listed("numbers", numbers));
        }
        if let VoucherCommand::Exchange { vouchers, .. } = command {
            wrong.extend(listed("vouchers", vouchers));
        }
        if let VoucherCommand::Register { digits, from, to, .. } = command
            && (from > to || !fits(*digits, *to))
        {
            let error = Error::new(Code::VoucherRange).with("from", from).with("to", to);
            wrong.push(error.with("number", digits).at("to").within(Input::Command));
        }
        wrong
    }
}

fn blank_input(input: Input) -> Error {
    Error::new(Code::VoucherBlank).with("field", input.name()).within(input)
}

fn repeated(name: &Text) -> Error {
    Error::new(Code::VoucherRepeated).with("name", name)
}

/// A list of numbers that has none, or one twice.
fn listed(field: &'static str, numbers: &[Text]) -> Vec<Error> {
    if numbers.is_empty() {
        return vec![
            Error::new(Code::VoucherBlank).with("field", field).at(field).within(Input::Command),
        ];
    }
    let twice = with_repeats(numbers, |one| one).filter(|(_, _, first)| first.is_some());
    twice.map(|(at, one, _)| repeated(one).at(at).at(field).within(Input::Command)).collect()
}
