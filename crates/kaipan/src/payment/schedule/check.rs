//! Whether a schedule can be made of plan and inputs: every reason why not, with its place.

use super::scheduling::{Fees, Scheduling, applied_input};
use crate::check::with_repeats;
use crate::error::{Code, Error, Input};
use crate::number::Money;
use crate::payment::bounds::{not_negative, not_negative_input, positive_input};
use crate::payment::limit::DepositLimit;
use crate::payment::loan::LoanKind;
use crate::payment::plan::{LineAmount, PlanLine};

impl Scheduling<'_> {
    /// Adds everything that is wrong with plan and inputs; tells whether amounts can be sought:
    /// what they hang on is well formed. The total is none where it is not known.
    pub(super) fn check(&self, total: Option<Money>, errors: &mut Vec<Error>) -> bool {
        let within_plan = |error: Error| error.within(Input::Plan);
        errors.extend(self.plan.check_offer(self.day()).into_iter().map(within_plan));
        let of_plan = self.plan.check();
        let mut sound = of_plan.is_empty();
        errors.extend(of_plan.into_iter().map(within_plan));
        self.check_fees(errors);
        let before = errors.len();
        self.check_amounts(total, errors);
        sound &= errors.len() == before;
        let project = self.plan.check_project(self.project);
        errors.extend(project.map(|error| error.within(Input::Project)));
        self.check_day(errors);
        self.check_facts(errors);
        self.check_policies(errors);
        self.check_existing(errors);
        sound
    }

    fn check_fees(&self, errors: &mut Vec<Error>) {
        let amounts = self.fees.given();
        for (at, fee, again) in with_repeats(amounts, |fee| fee.item.as_str()) {
            let mut wrong = |error: Error| errors.push(error.at(at).within(Input::Fees));
            if again.is_some() {
                wrong(Error::new(Code::PaymentFeeTwice).with("item", &fee.item).at("item"));
            }
            not_negative("amount", fee.amount).map(&mut wrong);
        }
        let mut given: Vec<&str> = amounts.iter().map(|fee| fee.item.as_str()).collect();
        given.sort_unstable();
        let lines = &self.plan.lines;
        for (at, line, again) in with_repeats(lines, PlanLine::fee) {
            let LineAmount::Fee { item } = &line.amount else { continue };
            let mut wrong = |error: Error| {
                let error = error.at("item").at("amount").at(at).at("lines");
                errors.push(error.within(Input::Plan));
            };
            if again.is_some() {
                wrong(Error::new(Code::PaymentFeeTwice).with("item", item));
            } else if matches!(self.fees, Fees::Given(_))
                && given.binary_search(&item.as_str()).is_err()
            {
                wrong(line.fee_missing(item).with_nearest(given.iter().copied(), item));
            }
        }
    }

    /// The amounts that are given.
    fn check_amounts(&self, total: Option<Money>, errors: &mut Vec<Error>) {
        errors.extend(positive_input(Input::Total, total));
        errors.extend(not_negative_input(Input::Deposit, self.deposit));
        errors.extend(positive_input(Input::Appraisal, self.appraisal));
        errors.extend(positive_input(Input::FiledTotal, self.filed_total));
        for kind in [LoanKind::Commercial, LoanKind::Fund] {
            let (input, applied) = (applied_input(kind), self.applied(kind));
            errors.extend(positive_input(input, applied));
            match (self.plan.loan(kind), applied) {
                (None, Some(_)) => {
                    let error = kind.named(self.plan.error(Code::PaymentLoanAbsent));
                    errors.push(error.with("field", input.name()).within(input));
                }
                (Some(rule), None) if rule.is_open() && self.plan.max_loan_ratio.is_none() => {
                    let error = kind.named(Error::new(Code::PaymentLoanUnknown));
                    let error = error.with("field", input.name()).at(kind.word());
                    errors.push(error.within(Input::Plan));
                }
                _ => {}
            }
        }
    }

    /// What hangs on a day needs one.
    fn check_day(&self, errors: &mut Vec<Error>) {
        if self.day().is_some() {
            return;
        }
        let mut caps = self.plan.loan_rules().flat_map(|rule| &rule.caps);
        for (needed, zh, en) in [
            (self.plan.is_dated(), "付款方式的有效期", "the dates that the plan is offered on"),
            (self.min_down_payment.is_some(), "最低首付比例", "the least down payment"),
            (caps.any(|cap| cap.from.is_some()), "贷款上限", "the caps of loans"),
            (
                self.deposit_limit.is_some_and(DepositLimit::needs_day),
                "定金上限",
                "the limit of deposits",
            ),
        ] {
            if needed {
                let error = Error::new(Code::PaymentDayMissing).with("field_zh", zh);
                errors.push(error.with("field_en", en).within(Input::AsOf));
            }
        }
    }

    fn check_facts(&self, errors: &mut Vec<Error>) {
        if self.home_count == Some(0) {
            errors.push(Error::new(Code::PaymentHomeCount).within(Input::HomeCount));
        }
        let balance = self.borrower.fund_balance;
        let wrong = balance.and_then(|balance| not_negative("fund_balance", balance));
        errors.extend(wrong.map(|error| error.within(Input::Borrower)));
    }

    fn check_policies(&self, errors: &mut Vec<Error>) {
        let mut add = |wrong: Vec<Error>, input: Input| {
            errors.extend(wrong.into_iter().map(|error| error.within(input)));
        };
        if let Some(policy) = self.min_down_payment {
            add(policy.check(), Input::MinDownPayment);
        }
        if let Some(limit) = self.deposit_limit {
            add(limit.check(), Input::DepositLimit);
        }
        if let Some(policy) = self.loan_terms {
            add(policy.check(), Input::LoanTerms);
        }
        let mut wrong = Vec::new();
        self.dates.check(&mut wrong);
        add(wrong, Input::Dates);
    }

    fn check_existing(&self, errors: &mut Vec<Error>) {
        for (at, line) in self.existing.iter().enumerate() {
            let mut wrong = |error: Error| errors.push(error.at(at).within(Input::Existing));
            not_negative("amount", line.amount).map(&mut wrong);
            not_negative("received", line.received).map(&mut wrong);
        }
    }
}
