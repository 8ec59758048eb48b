use super::entering::Entering;
use super::print::print;
use super::slip::Payment;
use crate::builder::optional_inputs;
use crate::error::{Code, Error, Finding, Input, Result, told};
use crate::ledger::book::{Ledger, Mark, PostingRow};
use crate::ledger::{LedgerAct, LedgerCommand, LedgerContext, LedgerPolicy};
use crate::number::Money;
use crate::{Date, Text, Time};
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
    /// The policy and the fund plan have been looked at.
    is_checked: bool,
    /// What is left of each line of the fund plan.
    pub(super) plan_left: Vec<Money>,
}

/// What came of a command.
#[boundary(answer)]
pub struct LedgerPosted {
    /// The place of the posting in the recorded order.
    pub order: u32,
    /// The command had been carried out before; this is what came of it then.
    pub repeated: bool,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(LedgerPosted: findings);

impl<'a> Bookkeeping<'a> {
    /// The ledger, and what the host knows as it posts.
    pub fn new(ledger: &'a mut Ledger, context: &'a LedgerContext) -> Bookkeeping<'a> {
        Bookkeeping { ledger, context, policy: None, is_checked: false, plan_left: Vec::new() }
    }

    optional_inputs! {
        /// What the house has decided about its ledger.
        policy: &'a LedgerPolicy;
    }

    /// Carries out a command, or says why not.
    ///
    /// # Errors
    /// A code of 230x to 234x, with its place in the command ([`Input::Command`]) or the policy
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
                true => Ok(LedgerPosted { order: row.order, repeated: true, findings: Vec::new() }),
                false => Err(Error::new(Code::LedgerKeyReused).with("key", &command.key).at("key")),
            };
        }
        let date = self.day(command)?;
        let mark = self.ledger.mark()?;
        let default = LedgerPolicy::NONE;
        let mut entering = Entering {
            ledger: self.ledger,
            policy: self.policy.unwrap_or(&default),
            context: self.context,
            plan_left: &mut self.plan_left,
            key: &command.key,
            date,
            plan_use: None,
            findings: Vec::new(),
        };
        let done = entering.act(&command.act).and_then(|()| entering.ledger.settle());
        match done {
            Ok(()) => entering.finish(command, print, mark),
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

    /// Policy and fund plan are looked at, once.
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
        let mut errors = Vec::new();
        let plan = self.context.fund_plan.iter().flatten();
        for (at, line) in plan.enumerate() {
            let error =
                Error::new(Code::LedgerAmount).with("field", "left").with("value", line.left);
            let error = error.at("left").at(at).at("fund_plan").within(Input::Context);
            errors.extend(line.left.is_negative().then_some(error));
            self.plan_left.push(line.left);
        }
        Error::collect(errors)?;
        self.is_checked = true;
        Ok(())
    }
}

impl Entering<'_> {
    /// The posting is noted under its key.
    fn finish(self, command: &LedgerCommand, print: u64, mark: Mark) -> Result<LedgerPosted> {
        let order = self.ledger.last_order().checked_add(1);
        let order = order.ok_or_else(|| Error::new(Code::NumberOverflow))?;
        let (by, at) = (&self.context.person, self.context.now);
        self.ledger.note(command, (order, self.date, at, by), print, mark)?;
        if let Some((at, amount)) = self.plan_use
            && let Some(left) = self.plan_left.get_mut(at)
        {
            *left = left.checked_sub(amount).unwrap_or(Money::ZERO);
        }
        Ok(LedgerPosted { order, repeated: false, findings: self.findings })
    }
}

impl Ledger {
    /// Notes a posting whose effects are applied: under its key, whom it is about, what would be its
    /// repetition.
    pub(in crate::ledger) fn note(
        &mut self,
        command: &LedgerCommand,
        (order, date, recorded_at, by): (u32, Date, Time, &Text),
        print: u64,
        mark: Mark,
    ) -> Result<()> {
        let (mirror_of, deletes) = match &command.act {
            LedgerAct::Reverse { posting, .. } => (self.keys.find(posting), false),
            LedgerAct::Delete { posting, .. } => (self.keys.find(posting), true),
            _ => (None, false),
        };
        let row = PostingRow {
            order,
            kind: command.act.kind(),
            date,
            recorded_at,
            person: self.words.add(by)?,
            print,
            effects: mark.effects,
            receipts: (mark.receipts, self.receipts.len()?.saturating_sub(mark.receipts)),
            mirror_of,
            mirrored_by: None,
            deletes,
            verified: false,
            detail: self.detail(&command.act, mirror_of)?,
        };
        let at = self.keys.add(&command.key)?;
        self.postings.add(row)?;
        let mut owners: Vec<u32> = Vec::new();
        for effect in self.effects.part(mark.effects, self.effects.len()?) {
            let owner = self.owner_of(*effect)?;
            if let Some(owner) = owner.filter(|owner| !owners.contains(owner)) {
                owners.push(owner);
            }
        }
        for owner in owners {
            self.owners.get_mut(owner)?.postings.push(at);
        }
        let Some(payment) = Payment::of(&command.act) else { return Ok(()) };
        if let Some(slip) = self.slip(&payment, date)? {
            self.slips.insert(slip, at);
        }
        if let Some(reference) = payment.reference {
            self.references.insert(reference.clone(), at);
        }
        Ok(())
    }
}
