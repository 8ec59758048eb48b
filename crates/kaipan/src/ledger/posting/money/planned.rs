//! Outgoing money and the fund plan that it goes out under (资金计划; handbook §28.4).

use crate::error::{InputPlace, PlaceStep, Result};
use crate::fund_plan::{FundPayment, FundPlanning, FundPurpose};
use crate::ledger::book::Ledger;
use crate::ledger::posting::entering::Entering;
use crate::ledger::posting::slip::Payment;
use crate::ledger::{CommissionStep, LedgerAct};
use crate::{Date, Text};

/// The payment that an act is to a fund plan; none where no money goes out.
pub(in crate::ledger::posting) fn fund_payment(
    key: &Text,
    act: &LedgerAct,
    date: Date,
) -> Option<FundPayment> {
    let amount = Payment::of(act)?.amount;
    let payment = |purpose| FundPayment::new(key.clone(), date, purpose, amount);
    Some(match act {
        LedgerAct::Refund { refund } => FundPayment {
            plan_line: refund.plan_line.clone(),
            deal: refund.deal.clone(),
            payee: refund.payee.clone(),
            ..payment(FundPurpose::Refund)
        },
        LedgerAct::PayOn { payment: paid } => FundPayment {
            plan_line: paid.plan_line.clone(),
            deal: match paid.lines.as_slice() {
                [line] => Some(line.deal.clone()),
                _ => None,
            },
            payee: Some(paid.authority.clone()),
            ..payment(FundPurpose::CollectedFee)
        },
        LedgerAct::Commission { commission } if commission.step == CommissionStep::Paid => {
            FundPayment {
                plan_line: commission.plan_line.clone(),
                deal: Some(commission.deal.clone()),
                payee: Some(commission.payee.clone()),
                ..payment(FundPurpose::Commission)
            }
        }
        _ => return None,
    })
}

impl Entering<'_> {
    /// Money goes out under an approved line of the day's plan, where there is a plan.
    pub(in crate::ledger::posting) fn within_plan(&self, act: &LedgerAct) -> Result<()> {
        let Some(plan) = &self.context.fund_plan else { return Ok(()) };
        let Some(payment) = fund_payment(self.key, act, self.date) else { return Ok(()) };
        let made = self.ledger.payments_made()?;
        let decided = FundPlanning::new(plan).payments(&made).pay(&payment);
        decided.map(drop).map_err(|error| error.moved_by(&|place| Some(in_act(act, place))))
    }
}

impl Ledger {
    /// The payments that went out under a line of a fund plan and were not taken back.
    fn payments_made(&self) -> Result<Vec<FundPayment>> {
        let mut made = Vec::new();
        for (posting, payment) in &self.fund_payments {
            if self.postings.get(*posting)?.mirrored_by.is_none() {
                made.push(payment.clone());
            }
        }
        Ok(made)
    }
}

/// Where an act has what is wrong with its payment. What it does not say itself is wrong with its line.
fn in_act(act: &LedgerAct, place: &InputPlace) -> InputPlace {
    let field = match place.steps().next() {
        Some(PlaceStep::Field(field @ ("amount" | "payee" | "deal"))) => *field,
        _ => "plan_line",
    };
    let (record, field) = match act {
        LedgerAct::Refund { .. } => ("refund", field),
        LedgerAct::Commission { .. } => ("commission", field),
        _ => ("payment", if field == "payee" { "authority" } else { "plan_line" }),
    };
    InputPlace::default().then(record).then(field)
}
