//! What a bank does not lend (贷款差额): it is no longer owed of the loan, and the buyer owes it himself.

use crate::Text;
use crate::error::Result;
use crate::ledger::book::{Ledger, OwnerRow};
use crate::ledger::{LedgerAct, ReceivableLine};
use crate::money::HOUSE_PAYMENT;
use crate::number::{Money, less, negative};
use crate::service::{Service, ServiceChange, ServiceTodoKind};

/// What follows from the to-dos of a loan's service.
pub(super) struct Shortfall<'a> {
    pub(super) ledger: &'a Ledger,
    pub(super) owner: &'a OwnerRow,
    pub(super) service: &'a Service,
    /// The item of the loan's money.
    pub(super) loan: &'static str,
}

impl Shortfall<'_> {
    pub(super) fn acts(&self, change: &ServiceChange) -> Result<Vec<LedgerAct>> {
        match change {
            ServiceChange::TodoOpened { todo } if todo.kind == ServiceTodoKind::Shortfall => {
                let (mut acts, moved) = self.off_the_loan(todo.amount.unwrap_or(Money::ZERO))?;
                if moved.is_positive() {
                    let line = ReceivableLine::new(self.id(todo.id), HOUSE_PAYMENT, moved);
                    let line = ReceivableLine { due: todo.due, ..line };
                    acts.push(LedgerAct::Raise {
                        deal: self.service.deal.clone(),
                        lines: vec![line],
                        replaces: false,
                        approval: None,
                    });
                }
                Ok(acts)
            }
            ServiceChange::TodoDropped { id } => self.back_to_the_loan(*id),
            _ => Ok(Vec::new()),
        }
    }

    /// It stands among the lines of the plan, so that the next plan takes its place.
    fn id(&self, todo: u32) -> Text {
        let Service { id, deal, .. } = self.service;
        Text::of(format_args!("{deal}/plan/shortfall/{id}/{todo}"))
    }

    /// Takes an amount off what is open of the loan, and says how much that was.
    fn off_the_loan(&self, amount: Money) -> Result<(Vec<LedgerAct>, Money)> {
        let (mut acts, mut left) = (Vec::new(), amount);
        for at in self.owner.receivables.iter().rev() {
            let row = self.ledger.receivables.get(*at)?;
            let part = row.open().unwrap_or(Money::ZERO).min(left);
            if self.ledger.items.name(row.item)? == self.loan && part.is_positive() {
                acts.push(adjust(self.ledger.receivable_names.name(*at)?, negative(part)?));
                left = less(left, part)?;
            }
        }
        Ok((acts, less(amount, left)?))
    }

    /// The bank lends it after all, or decides anew.
    fn back_to_the_loan(&self, todo: u32) -> Result<Vec<LedgerAct>> {
        let id = self.id(todo);
        let Some(at) = self.ledger.receivable_names.find(&id) else { return Ok(Vec::new()) };
        let row = self.ledger.receivables.get(at)?;
        let stands = less(row.amount, row.waived)?;
        let mut loans = Vec::new();
        for at in &self.owner.receivables {
            let item = self.ledger.receivables.get(*at)?.item;
            if self.ledger.items.name(item)? == self.loan {
                loans.push(self.ledger.receivable_names.name(*at)?);
            }
        }
        match loans.last().filter(|_| stands.is_positive()) {
            Some(loan) => Ok(vec![adjust(&id, negative(stands)?), adjust(loan, stands)]),
            None => Ok(Vec::new()),
        }
    }
}

fn adjust(receivable: &Text, by: Money) -> LedgerAct {
    LedgerAct::Adjust { receivable: receivable.clone(), by, approval: None, reason: None }
}
