//! What statements show of a posting beside its money.

use crate::Text;
use crate::error::Result;
use crate::ledger::book::{Ledger, PostingDetail};
use crate::ledger::{LedgerAct, ReceiptMethod};
use crate::number::{Money, negative};

impl Ledger {
    /// What is shown of an act. What is taken back shows what the original showed, and a voucher of
    /// its own.
    pub(in crate::ledger) fn detail(
        &mut self,
        act: &LedgerAct,
        mirror_of: Option<u32>,
    ) -> Result<PostingDetail> {
        let mut shown = PostingDetail::default();
        match act {
            LedgerAct::Receive { receipt } => {
                self.paid(
                    &mut shown,
                    Some(receipt.method),
                    receipt.payer.as_ref(),
                    &receipt.account,
                )?;
                shown.voucher = self.voucher(receipt.voucher.as_ref())?;
                shown.batch = self.noted(receipt.batch.as_ref())?;
                shown.amount = receipt.amount;
            }
            LedgerAct::Refund { refund } => {
                self.paid(&mut shown, Some(refund.method), refund.payee.as_ref(), &refund.account)?;
                shown.voucher = self.voucher(refund.voucher.as_ref())?;
                shown.amount = refund.amount;
            }
            LedgerAct::PayOn { payment } => {
                self.paid(&mut shown, None, Some(&payment.authority), &payment.account)?;
                shown.amount = Money::sum(payment.lines.iter().map(|line| line.amount))?;
            }
            LedgerAct::Commission { commission } => {
                shown.party = self.noted(Some(&commission.payee))?;
                shown.amount = commission.amount;
                let account = commission.account.as_ref();
                shown.account = account.map(|account| self.bank(account)).transpose()?;
                // The deal is what tells payments to one payee apart.
                self.words.add(&commission.deal)?;
            }
            LedgerAct::Transfer { transfer } => {
                shown.voucher = self.voucher(transfer.voucher.as_ref())?;
                shown.amount = transfer.amount;
            }
            LedgerAct::MoveBank { moved } => shown.amount = moved.amount,
            LedgerAct::Sign { total, .. } => shown.amount = *total,
            LedgerAct::Raise { lines, .. } => {
                shown.amount = Money::sum(lines.iter().map(|line| line.amount))?;
            }
            LedgerAct::Adjust { by, .. } => shown.amount = *by,
            LedgerAct::Waive { amount, .. } => shown.amount = *amount,
            LedgerAct::Enter { entry } => {
                let credits = entry.legs.iter().map(|leg| leg.amount.max(Money::ZERO));
                shown.amount = Money::sum(credits)?;
            }
            LedgerAct::Reverse { .. } | LedgerAct::Delete { .. } => {
                if let Some(of) = mirror_of {
                    shown = self.postings.get(of)?.detail;
                    shown.amount = negative(shown.amount)?;
                }
                shown.voucher = match act {
                    LedgerAct::Reverse { voucher, .. } => self.voucher(voucher.as_ref())?,
                    _ => shown.voucher,
                };
            }
            LedgerAct::OpenDeal { .. }
            | LedgerAct::Reach { .. }
            | LedgerAct::EndDeal { .. }
            | LedgerAct::Redate { .. }
            | LedgerAct::Allocate { .. }
            | LedgerAct::Verify { .. }
            | LedgerAct::Close { .. } => {}
        }
        Ok(shown)
    }

    fn paid(
        &mut self,
        shown: &mut PostingDetail,
        method: Option<ReceiptMethod>,
        party: Option<&Text>,
        account: &Text,
    ) -> Result<()> {
        shown.method = method;
        shown.party = self.noted(party)?;
        shown.account = Some(self.bank(account)?);
        Ok(())
    }

    fn noted(&mut self, word: Option<&Text>) -> Result<Option<u32>> {
        word.map(|word| self.words.add(word)).transpose()
    }

    pub(super) fn voucher(&mut self, voucher: Option<&Text>) -> Result<Option<u32>> {
        voucher.map(|voucher| self.vouchers.add(voucher.clone())).transpose()
    }
}
