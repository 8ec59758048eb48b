//! What is legal and odd (反常): told, and not refused.

mod deal;
mod figures;
mod money;

use super::entering::Entering;
use crate::error::{Code, Finding, Input, Result, finding};
use crate::fee::vat_of;
use crate::ledger::LedgerAct;
use crate::ledger::book::{Account, Effect};
use crate::number::{Money, Rate, less, negative, plus};
use crate::{Date, Text};

/// Rates of VAT on houses that there have been, in millionths.
const VAT_RATES: [i64; 5] = [30_000, 50_000, 90_000, 100_000, 110_000];
/// A contract adds up amounts that were rounded each by itself: so many fen do not matter.
const VAT_TOLERANCE: i64 = 100;

/// A due date further from the day of the entry has a wrong year.
const MONTHS_TO_DUE: i32 = 50 * 12;

impl Entering<'_> {
    /// A receivable is due within the lifetime of a contract: a year such as 0205 is told at its place.
    pub(super) fn tell_due(
        &mut self,
        receivable: &Text,
        due: Option<Date>,
        place: impl FnOnce(Finding) -> Finding,
    ) {
        let first = self.date.add_months(-MONTHS_TO_DUE).unwrap_or(Date::FIRST);
        let last = self.date.add_months(MONTHS_TO_DUE).unwrap_or(Date::LAST);
        if let Some(due) = due.filter(|due| *due < first || *due > last) {
            let told = finding!(Code::LedgerDueOdd, receivable, due, date = self.date);
            self.tell(place(told.at("due")).at("act"));
        }
    }

    /// The VAT of a contract is that of a rate.
    pub(super) fn tell_vat(&mut self, total: Money, vat: Money) -> Result<()> {
        for millionths in VAT_RATES {
            let rate = Rate::from_millionths(millionths);
            let difference = less(vat_of(total, rate)?, vat)?;
            if difference.max(negative(difference)?) <= Money::from_fen(VAT_TOLERANCE) {
                return Ok(());
            }
        }
        let told = finding!(Code::LedgerVatOdd, total, vat);
        self.tell(told.at("vat").at("act"));
        Ok(())
    }

    /// An approval is for one purpose.
    pub(super) fn tell_purpose(&mut self, act: &LedgerAct) -> Result<()> {
        let Some(([purpose_zh, purpose], given)) = act.purpose().zip(act.approval()) else {
            return Ok(());
        };
        let before = self.ledger.approval_used(self.effects)?.and_then(|(_, before)| before);
        if let Some([known_zh, known]) = before.filter(|[zh, _]| *zh != purpose_zh) {
            let approval = &given.id;
            let told = finding!(
                Code::LedgerApprovalPurpose,
                approval,
                known_zh,
                known,
                purpose_zh,
                purpose
            );
            let told = told.at("id").at("approval");
            let is_refund = matches!(act, LedgerAct::Refund { .. });
            self.tell(if is_refund { told.at("refund") } else { told }.at("act"));
        }
        Ok(())
    }

    /// What is taken back leaves in the accounts what has to stay there.
    pub(super) fn tell_left(&mut self, effects: &[Effect]) -> Result<()> {
        for effect in effects {
            let Effect::Leg { account: Account::Bank(bank), amount, .. } = *effect else {
                continue;
            };
            if !amount.is_negative() {
                continue;
            }
            let name = self.ledger.banks.name(bank)?.clone();
            let known = self.policy.accounts.iter().find(|one| one.code == name);
            let Some(account) = known else { continue };
            let left = plus(*self.ledger.bank_money.get(bank)?, amount)?;
            let required = account.required.filter(|required| left < *required);
            let least = account.alert_below.filter(|least| left < *least);
            let told = match (required, least) {
                (Some(required), _) => {
                    finding!(Code::LedgerBelowRequired, account = name, left, required)
                }
                (None, Some(least)) => {
                    finding!(Code::LedgerBalanceLow, account = name, left, least)
                }
                (None, None) => continue,
            };
            self.tell(told.at("posting").at("act"));
        }
        Ok(())
    }

    pub(in crate::ledger::posting) fn tell(&mut self, told: Finding) {
        self.findings.push(told.within(Input::Command));
    }
}
