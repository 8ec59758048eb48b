//! A desk at which things are posted, in few words.

use kaipan::ledger::{
    Bookkeeping, Ledger, LedgerAct, LedgerCommand, LedgerContext, LedgerPolicy, LedgerPosting,
    LedgerReceipt, LedgerStatement, ReceiptMethod, ReceivableLine, StatementDrawing,
};
use kaipan::number::Money;
use kaipan::{Date, Result, Text};

pub(crate) fn yuan(text: &str) -> Money {
    text.parse().unwrap()
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A ledger, what was posted to it, and the policy.
pub(crate) struct Desk {
    pub(crate) ledger: Ledger,
    pub(crate) policy: LedgerPolicy,
    pub(crate) postings: Vec<LedgerPosting>,
    next: u32,
}

impl Desk {
    pub(crate) fn new() -> Desk {
        Desk {
            ledger: Ledger::new(),
            policy: LedgerPolicy::default(),
            postings: Vec::new(),
            next: 0,
        }
    }

    /// Posts on a day, under a key of its own, and says the code where it is refused.
    pub(crate) fn on(&mut self, date: &str, act: LedgerAct) -> std::result::Result<Text, String> {
        self.next += 1;
        let key = Text::of(format_args!("K{}", self.next));
        self.under(&key, date, date, act)
    }

    /// Posts under a key, recorded on one day and dated another.
    pub(crate) fn under(
        &mut self,
        key: &str,
        recorded: &str,
        date: &str,
        act: LedgerAct,
    ) -> std::result::Result<Text, String> {
        let context = LedgerContext::new(format!("{recorded}T10:00:00").parse().unwrap(), "出纳");
        let mut command = LedgerCommand::new(key, act);
        if !matches!(command.act, LedgerAct::Enter { .. }) {
            command = command.with_date(day(date));
        }
        let before = format!("{:?}", self.ledger);
        let mut books = Bookkeeping::new(&mut self.ledger, &context).policy(&self.policy);
        match books.record(&command) {
            Ok(recorded) => {
                if !recorded.repeated {
                    self.postings.push(recorded.posting);
                }
                Ok(Text::from(key))
            }
            Err(error) => {
                // What is refused leaves no trace but words that are known.
                let after = format!("{:?}", self.ledger);
                let (a, b) = (without_words(&before), without_words(&after));
                assert_eq!(a, b, "{error}");
                Err(error.code().as_str().to_owned())
            }
        }
    }

    /// A deal with receivables: id, item, due date, amount.
    pub(crate) fn deal(&mut self, deal: &str, on: &str, lines: &[(&str, &str, &str, &str)]) {
        self.on(on, LedgerAct::open_deal(deal)).unwrap();
        if !lines.is_empty() {
            self.raise(deal, on, lines).unwrap();
        }
    }

    pub(crate) fn raise(
        &mut self,
        deal: &str,
        on: &str,
        lines: &[(&str, &str, &str, &str)],
    ) -> std::result::Result<Text, String> {
        let line = |(id, item, due, amount): &(&str, &str, &str, &str)| {
            let line = ReceivableLine::new(*id, *item, yuan(amount));
            if due.is_empty() { line } else { line.with_due(day(due)) }
        };
        let lines = lines.iter().map(line).collect();
        self.on(on, LedgerAct::raise(deal, lines))
    }

    pub(crate) fn receive(
        &mut self,
        deal: &str,
        on: &str,
        item: &str,
        amount: &str,
    ) -> std::result::Result<Text, String> {
        self.on(on, LedgerAct::receive(receipt(deal, item, amount)))
    }

    pub(crate) fn at(&self, deal: &str, as_of: &str) -> LedgerStatement {
        StatementDrawing::new(&self.ledger, day(as_of)).deal(deal).draw().unwrap()
    }

    pub(crate) fn back_then(&self, deal: &str, as_of: &str, horizon: u32) -> LedgerStatement {
        let drawing = StatementDrawing::new(&self.ledger, day(as_of)).deal(deal);
        drawing.horizon(horizon).draw().unwrap()
    }

    /// The same from what was kept.
    pub(crate) fn replayed(&self) -> Result<Ledger> {
        Ledger::replay(&self.postings)
    }
}

pub(crate) fn receipt(deal: &str, item: &str, amount: &str) -> LedgerReceipt {
    let receipt = LedgerReceipt::new(item, yuan(amount), ReceiptMethod::BankTransfer, "监管户");
    receipt.with_deal(Text::from(deal))
}

fn without_words(shown: &str) -> String {
    let start = shown.find("words:").unwrap();
    let end = shown.find("receivable_names:").unwrap();
    format!("{}{}", &shown[..start], &shown[end..])
}
