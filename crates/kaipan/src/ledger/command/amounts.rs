//! The amounts of a command, each with its place.

use super::LedgerAct;
use crate::error::Result;
use crate::number::Money;

impl LedgerAct {
    /// Looks at every amount with its place, in which "" stands for the number of a line.
    pub(in crate::ledger) fn each_amount(
        &self,
        look: &mut impl FnMut(Money, &[&'static str], Option<usize>) -> Result<()>,
    ) -> Result<()> {
        match self {
            LedgerAct::Sign { total, .. } => look(*total, &["total"], None),
            LedgerAct::Raise { lines, .. } => lines
                .iter()
                .enumerate()
                .try_for_each(|(at, line)| look(line.amount, &["lines", "", "amount"], Some(at))),
            LedgerAct::Adjust { by, .. } => look(*by, &["by"], None),
            LedgerAct::Waive { amount, .. } => look(*amount, &["amount"], None),
            LedgerAct::Receive { receipt } => look(receipt.amount, &["receipt", "amount"], None),
            LedgerAct::Transfer { transfer } => {
                look(transfer.amount, &["transfer", "amount"], None)
            }
            LedgerAct::Refund { refund } => look(refund.amount, &["refund", "amount"], None),
            LedgerAct::PayOn { payment } => {
                payment.lines.iter().enumerate().try_for_each(|(at, line)| {
                    look(line.amount, &["payment", "lines", "", "amount"], Some(at))
                })
            }
            LedgerAct::MoveBank { moved } => look(moved.amount, &["moved", "amount"], None),
            LedgerAct::Commission { commission } => {
                look(commission.amount, &["commission", "amount"], None)
            }
            LedgerAct::Enter { entry } => {
                entry.legs.iter().enumerate().try_for_each(|(at, leg)| {
                    look(leg.amount, &["entry", "legs", "", "amount"], Some(at))
                })
            }
            LedgerAct::OpenDeal { .. }
            | LedgerAct::Reach { .. }
            | LedgerAct::EndDeal { .. }
            | LedgerAct::Redate { .. }
            | LedgerAct::Allocate { .. }
            | LedgerAct::Reverse { .. }
            | LedgerAct::Delete { .. }
            | LedgerAct::Verify { .. }
            | LedgerAct::Close { .. } => Ok(()),
        }
    }
}
