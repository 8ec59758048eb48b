//! What is legal and odd (反常): told, and not refused.

use super::entering::Entering;
use crate::error::{Code, Finding, Input, Result, finding};
use crate::fee::vat_of;
use crate::ledger::book::{Account, Effect, OwnerKind};
use crate::ledger::{LedgerAct, LedgerReceipt, ReceiptMethod};
use crate::money::MoneyCategory;
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

    /// What a deal owes for the house in all is no more than its contract total.
    pub(super) fn within_contract(&mut self, owner: u32, field: &'static str) -> Result<()> {
        let row = self.ledger.owners.get(owner)?;
        let Some(total) = row.contract else { return Ok(()) };
        let mut amount = Money::ZERO;
        for at in &row.receivables {
            let one = self.ledger.receivables.get(*at)?;
            if matches!(one.category, MoneyCategory::HouseNonLoan | MoneyCategory::HouseLoan) {
                amount = plus(amount, less(one.amount, one.waived)?)?;
            }
        }
        if amount > total {
            let deal = self.ledger.deals.name(row.name)?;
            let told = finding!(Code::LedgerAboveContract, deal, amount, total);
            self.tell(told.at(field).at("act"));
        }
        Ok(())
    }

    /// A receipt is of a day on which the deal was there, its way is that of its item, and house money
    /// comes to the accounts that it has to come to.
    pub(super) fn tell_receipt(
        &mut self,
        receipt: &LedgerReceipt,
        owner: u32,
        category: MoneyCategory,
    ) -> Result<()> {
        let row = self.ledger.owners.get(owner)?;
        let is_deal = row.kind == OwnerKind::Deal;
        let opened = row.opened_on.filter(|opened| is_deal && self.date < *opened);
        let mut told: Vec<(Finding, &'static str)> = Vec::new();
        if let Some(opened) = opened {
            told.push((finding!(Code::LedgerBeforeOpened, date = self.date, day = opened), "deal"));
        }
        let is_loan = category == MoneyCategory::HouseLoan;
        let is_odd = match receipt.method {
            ReceiptMethod::BankLoan => !is_loan,
            ReceiptMethod::Cash | ReceiptMethod::Pos => is_loan,
            ReceiptMethod::BankTransfer | ReceiptMethod::Cheque | ReceiptMethod::Internal => false,
        };
        if is_odd {
            let (method, method_zh) = (receipt.method.english(), receipt.method.chinese());
            let item = &receipt.item;
            told.push((finding!(Code::LedgerMethodOdd, item, method, method_zh), "method"));
        }
        let accounts = &self.policy.house_accounts;
        let is_elsewhere = !accounts.is_empty() && !accounts.contains(&receipt.account);
        if category.is_house() && is_elsewhere {
            told.push((finding!(Code::LedgerHouseElsewhere, account = receipt.account), "account"));
        }
        for (told, field) in told {
            self.tell(told.at(field).at("receipt").at("act"));
        }
        Ok(())
    }

    /// Loan money that is more than all open loan lines of its deal pays nothing else.
    pub(super) fn tell_loan_left(&mut self, act: &LedgerAct) -> Result<()> {
        let LedgerAct::Receive { .. } = act else { return Ok(()) };
        let money = *self.ledger.receipts.get(self.receipts)?;
        if money.category != MoneyCategory::HouseLoan || !money.free.is_positive() {
            return Ok(());
        }
        let row = self.ledger.owners.get(money.owner)?;
        let (mut left, mut has_lines) = (Money::ZERO, false);
        for at in &row.free {
            let one = self.ledger.receipts.get(*at)?;
            if one.category == MoneyCategory::HouseLoan {
                left = plus(left, one.free)?;
            }
        }
        for at in &row.receivables {
            let one = self.ledger.receivables.get(*at)?;
            if one.category == MoneyCategory::HouseLoan {
                has_lines = true;
                left = less(left, less(less(one.amount, one.waived)?, one.allocated)?)?;
            }
        }
        let left = left.min(money.free);
        if has_lines && left.is_positive() {
            let deal = self.ledger.deals.name(row.name)?;
            let told = finding!(Code::LedgerLoanLeft, deal, left);
            self.tell(told.at("amount").at("receipt").at("act"));
        }
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

    pub(super) fn tell(&mut self, told: Finding) {
        self.findings.push(told.within(Input::Command));
    }
}
