use super::{LedgerBatch, LedgerBatchImported, LedgerBatchResult, LedgerBatchRow};
use crate::error::{Code, Input, InputPlace, PlaceStep, Result, Told};
use crate::ledger::{Bookkeeping, LedgerAct, LedgerCommand, LedgerReceipt};
use crate::number::{Money, plus};

impl LedgerBatch {
    /// The command of a row.
    #[must_use]
    pub fn command(&self, row: &LedgerBatchRow) -> LedgerCommand {
        let account = row.account.as_ref().unwrap_or(&self.account);
        let mut receipt =
            LedgerReceipt::new(row.item.clone(), row.amount, self.method, account.clone());
        receipt.deal = Some(row.deal.clone());
        receipt.category = row.category;
        receipt.payer.clone_from(&row.payer);
        receipt.voucher.clone_from(&row.voucher);
        receipt.reference.clone_from(&row.reference);
        receipt.batch = Some(self.id.clone());
        receipt.confirmed = row.confirmed;
        let mut command = LedgerCommand::new(row.key.clone(), LedgerAct::receive(receipt));
        command.date = row.date;
        command.currency.clone_from(&row.currency);
        command
    }
}

impl Bookkeeping<'_> {
    /// Posts a list row by row: each sees those before it, and what is refused stops none.
    ///
    /// ```
    /// use kaipan::ledger::{
    ///     Bookkeeping, Ledger, LedgerBatch, LedgerBatchRow, LedgerContext, ReceiptMethod,
    /// };
    /// let mut ledger = Ledger::new();
    /// let context = LedgerContext::new("2025-03-25T10:00:00".parse()?, "出纳");
    /// let row = LedgerBatchRow::new("1", "D9", "commercial_loan", "700000".parse()?);
    /// let batch = LedgerBatch::new("工行-0325", ReceiptMethod::BankLoan, "监管户", vec![row]);
    /// let imported = Bookkeeping::new(&mut ledger, &context).import(&batch)?;
    /// assert_eq!((imported.accepted, imported.refused), (0, 1));
    /// # Ok::<(), kaipan::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Bookkeeping::post`] for the policy and the context; [`Code::LedgerBlank`] for a list
    /// without a number. What is wrong with a row is its result.
    pub fn import(&mut self, batch: &LedgerBatch) -> Result<LedgerBatchImported> {
        self.check()?;
        if let Some(error) = crate::check::blank(Code::LedgerBlank, "id", &batch.id) {
            return Err(error.within(Input::Batch));
        }
        let (mut rows, mut total) = (Vec::with_capacity(batch.rows.len()), Money::ZERO);
        let (mut accepted, mut refused) = (0_u32, 0_u32);
        let mut voucher_events = Vec::new();
        for (at, row) in batch.rows.iter().enumerate() {
            let held = |place: &InputPlace| Some(in_row(at, place));
            let result = match self.post(&batch.command(row)) {
                Ok(posted) => {
                    accepted = accepted.saturating_add(1);
                    if !posted.repeated {
                        total = plus(total, row.amount)?;
                    }
                    voucher_events.extend(posted.voucher_events);
                    LedgerBatchResult {
                        key: row.key.clone(),
                        order: Some(posted.order),
                        repeated: posted.repeated,
                        refusal: None,
                        findings: posted.findings.moved_by(&held),
                    }
                }
                Err(error) if error.code() == Code::LedgerBroken => return Err(error),
                Err(error) => {
                    refused = refused.saturating_add(1);
                    LedgerBatchResult {
                        key: row.key.clone(),
                        order: None,
                        repeated: false,
                        refusal: Some(error.moved_by(&held).finding()),
                        findings: Vec::new(),
                    }
                }
            };
            rows.push(result);
        }
        Ok(LedgerBatchImported { rows, accepted, refused, total, voucher_events })
    }
}

/// The place in a row of what is placed in its command: a row has the fields of its receipt.
fn in_row(at: usize, place: &InputPlace) -> InputPlace {
    let row = InputPlace::of(Input::Batch).then("rows").then(at);
    let steps = place.steps();
    let own = steps.filter(|step| !matches!(step, PlaceStep::Field("act" | "receipt")));
    own.fold(row, |place, step| place.then(step.clone()))
}
