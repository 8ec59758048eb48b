//! What there is to say about a schedule that can be made: deposits, loans and down payments
//! beyond what is allowed or asked for, fees without a line.

use super::amounts::AmountLine;
use super::answer::Schedule;
use super::scheduling::{Scheduling, applied_input};
use crate::error::{Code, Error, Finding, Input, InputPlace, Result, finding};
use crate::number::{Mode, Money};
use crate::payment::item::MoneyItem;
use crate::payment::limit::{CapLimit, DepositLimit, DownPaymentPolicy, LoanCap, caps_in_force};
use crate::payment::loan::LoanKind;
use crate::payment::micro::Micro;
use crate::project::PropertyUse;
use crate::{Label, unusual};

impl Scheduling<'_> {
    /// A deposit beyond what the law or the policy allows.
    pub(super) fn told_of_deposit(&self, schedule: &Schedule) -> Result<Vec<Finding>> {
        let mut told = Vec::new();
        let deposit = schedule.lines.first().filter(|line| line.item == MoneyItem::Deposit);
        let Some(deposit) = deposit.map(|line| line.amount) else { return Ok(told) };
        let day = self.day();
        let limit = self.deposit_limit.unwrap_or(&DepositLimit::Legal {});
        if let Some(day) = day.filter(|day| limit.has_no_row(*day)) {
            let finding = finding!(Code::PaymentNoDepositLimit, day);
            told.push(finding.within(Input::DepositLimit));
        }
        let largest = limit.most(day);
        let place = match self.deposit {
            Some(_) => InputPlace::of(Input::Deposit),
            None => InputPlace::of(Input::Plan).then("deposit").then("amount"),
        };
        if let Some(share) = largest.ratio {
            let most = Micro::share(schedule.total, share.limit).to_fen(Mode::Down)?;
            if deposit > most {
                told.push(
                    finding!(
                        Code::PaymentDepositHigh,
                        deposit,
                        limit = share.limit,
                        most,
                        source_zh = share.source_zh,
                        source_en = share.source_en
                    )
                    .placed(place.clone()),
                );
            }
        }
        if let Some(amount) = largest.amount.filter(|amount| deposit > amount.limit) {
            told.push(
                finding!(
                    Code::PaymentDepositAboveAmount,
                    deposit,
                    most = amount.limit,
                    source_zh = amount.source_zh,
                    source_en = amount.source_en
                )
                .placed(place),
            );
        }
        Ok(told)
    }

    /// A loan that comes to less than was applied for, or to nothing.
    pub(super) fn told_of_loan(
        &self,
        kind: LoanKind,
        line: &AmountLine<'_>,
        total: Money,
    ) -> Vec<Finding> {
        let mut told = Vec::new();
        let (zh, en) = kind.names();
        let applied = self.applied(kind);
        if let Some(applied) = applied.filter(|_| !line.as_applied) {
            let finding = finding!(
                Code::PaymentLoanCut,
                loan_zh = zh,
                loan_en = en,
                value = applied,
                lent = line.amount
            );
            told.push(finding.within(applied_input(kind)));
        }
        if line.amount.is_zero() {
            let place = self.plan.loan(kind).map(|rule| rule.place).unwrap_or_default();
            let finding = finding!(Code::PaymentLoanNothing, loan_zh = zh, loan_en = en, place);
            told.push(finding.at(kind.word()).within(Input::Plan));
        } else if let Some(applied) = applied {
            let finding = unusual::loan([zh, en], applied, total);
            told.extend(finding.map(|finding| finding.within(applied_input(kind))));
        }
        told
    }

    /// Holds own funds against the least down payment, and notes that in the schedule.
    pub(super) fn check_down_payment(&self, schedule: &mut Schedule) -> Result<()> {
        let (Some(policy), Some(day)) = (self.min_down_payment, self.day()) else { return Ok(()) };
        if schedule.loan_total.is_zero() {
            return Ok(());
        }
        let mut tell = |finding: Finding, input| schedule.findings.push(finding.within(input));
        if let (DownPaymentPolicy::National {}, Some(use_of)) = (policy, self.purpose.property_use)
            && use_of != PropertyUse::Residential
        {
            let finding =
                finding!(Code::PaymentDownPaymentPurpose, use_zh = use_of.zh(), use_en = use_of);
            tell(finding, Input::MinDownPayment);
            return Ok(());
        }
        let Some(least) = policy.least(day, self.home_count.unwrap_or(1)) else {
            let finding = finding!(Code::PaymentNoPolicy, day);
            tell(finding, Input::MinDownPayment);
            return Ok(());
        };
        let second = policy.least(day, 2).map(|second| second.ratio);
        if self.home_count.is_none() && second != Some(least.ratio) {
            tell(finding!(Code::PaymentHomeAssumed), Input::HomeCount);
        }
        schedule.min_down_payment = Some(least.ratio);
        schedule.min_down_payment_source = least.source.map(Label::from);
        // A whole number of fen is below the share exactly when it is below the share rounded up.
        let amount = Micro::share(schedule.total, least.ratio).to_fen(Mode::Up)?;
        if schedule.own_funds < amount {
            let finding = finding!(
                Code::PaymentDownPaymentLow,
                own = schedule.own_funds,
                own_ratio = schedule.own_ratio,
                least = amount,
                least_ratio = least.ratio
            );
            schedule.findings.push(finding.within(Input::MinDownPayment));
        }
        Ok(())
    }

    /// Fees that no line of the plan asks for.
    pub(super) fn told_of_fees(&self) -> Vec<Finding> {
        let lines = || self.plan.fee_items();
        let unused = self
            .fees
            .given()
            .iter()
            .enumerate()
            .filter(|(_, fee)| !lines().any(|item| item == fee.item.as_str()));
        let told = unused.map(|(at, fee)| {
            Error::new(Code::PaymentFeeUnused)
                .with_long("item", &fee.item)
                .with("amount", fee.amount)
                .with_nearest(lines(), &fee.item)
                .finding()
                .at(at)
                .within(Input::Fees)
        });
        told.collect()
    }

    /// Facts of the borrowers that caps ask for and nobody gives.
    pub(super) fn told_of_caps(&self, schedule: &Schedule) -> Vec<Finding> {
        let mut told = Vec::new();
        for cap in schedule.loan_caps.iter().filter(|cap| cap.amount.is_none()) {
            let finding =
                finding!(Code::PaymentCapFactMissing, name = cap.name, name_en = cap.name_en);
            told.push(finding.at("fund_balance").within(Input::Borrower));
        }
        let by_borrowers = |cap: &&LoanCap| matches!(&cap.limit, CapLimit::Borrowers { single, couple, .. } if single != couple);
        let mut rules = self.plan.loan_rules();
        let depends =
            rules.any(|rule| caps_in_force(&rule.caps, self.day()).iter().any(by_borrowers));
        if self.borrower.couple.is_none() && depends {
            let finding = finding!(Code::PaymentBorrowerAssumed);
            told.push(finding.at("couple").within(Input::Borrower));
        }
        told
    }
}
