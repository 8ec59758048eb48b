//! What would be the repetition of a payment.

use crate::error::Result;
use crate::ledger::book::{Ledger, SlipKey};
use crate::ledger::{CommissionStep, LedgerAct};
use crate::number::Money;
use crate::{Date, Text};

/// A payment, in or out, as it could be entered twice.
#[derive(Debug, Clone, Copy)]
pub(in crate::ledger) struct Payment<'a> {
    deal: Option<&'a Text>,
    customer: Option<&'a Text>,
    payee: Option<&'a Text>,
    item: Option<&'a Text>,
    party: Option<&'a Text>,
    pub(super) amount: Money,
    goes_out: bool,
    pub(super) reference: Option<&'a Text>,
    pub(super) confirmed: bool,
    /// The record of the act that it stands in.
    pub(super) group: &'static str,
}

impl<'a> Payment<'a> {
    /// The payment that an act is, if it is one.
    pub(in crate::ledger) fn of(act: &'a LedgerAct) -> Option<Payment<'a>> {
        Some(match act {
            LedgerAct::Receive { receipt } => Payment {
                deal: receipt.deal.as_ref(),
                customer: receipt.customer.as_ref(),
                payee: None,
                item: Some(&receipt.item),
                party: receipt.payer.as_ref(),
                amount: receipt.amount,
                goes_out: false,
                reference: receipt.reference.as_ref(),
                confirmed: receipt.confirmed,
                group: "receipt",
            },
            LedgerAct::Refund { refund } => Payment {
                deal: refund.deal.as_ref(),
                customer: refund.customer.as_ref(),
                payee: None,
                item: Some(&refund.item),
                party: refund.payee.as_ref(),
                amount: refund.amount,
                goes_out: true,
                reference: refund.reference.as_ref(),
                confirmed: refund.confirmed,
                group: "refund",
            },
            LedgerAct::PayOn { payment } => Payment {
                deal: payment.lines.first().map(|line| &line.deal),
                customer: None,
                payee: None,
                item: Some(&payment.item),
                party: Some(&payment.authority),
                amount: Money::sum(payment.lines.iter().map(|line| line.amount)).ok()?,
                goes_out: true,
                reference: payment.reference.as_ref(),
                confirmed: payment.confirmed,
                group: "payment",
            },
            LedgerAct::Commission { commission } if commission.step == CommissionStep::Paid => {
                Payment {
                    deal: None,
                    customer: None,
                    payee: Some(&commission.payee),
                    item: None,
                    party: Some(&commission.deal),
                    amount: commission.amount,
                    goes_out: true,
                    reference: None,
                    confirmed: commission.confirmed,
                    group: "commission",
                }
            }
            _ => return None,
        })
    }
}

impl Ledger {
    /// What a repetition of a payment would look like; none while nothing is known of its deal,
    /// customer, payer or item, so that nothing can have been posted.
    pub(in crate::ledger) fn slip(
        &self,
        payment: &Payment<'_>,
        date: Date,
    ) -> Result<Option<SlipKey>> {
        let owner = match (payment.deal, payment.customer, payment.payee) {
            (Some(deal), ..) => self.deal(deal).ok(),
            (_, Some(customer), _) => self.known_customer(customer),
            (_, _, Some(payee)) => self.known_payee(payee),
            _ => None,
        };
        let item = payment.item.map(|item| self.items.find(item));
        let party = payment.party.map(|party| self.words.find(party));
        let (Some(owner), false, false) = (owner, item == Some(None), party == Some(None)) else {
            return Ok(None);
        };
        Ok(Some(SlipKey {
            owner,
            item: item.flatten(),
            party: party.flatten(),
            amount: payment.amount,
            date,
            goes_out: payment.goes_out,
            has_reference: payment.reference.is_some(),
        }))
    }
}
