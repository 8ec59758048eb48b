//! Whether a plan is well formed: every reason why not, at its place in the plan.

use super::line::LineAmount;
use super::payment_plan::{PaymentMethod, PaymentPlan};
use super::whole::{Whole, millionths, seq};
use crate::error::{Code, Error};
use crate::number::Exact;
use crate::payment::bounds::{not_negative, positive, positive_share};
use crate::payment::limit::check_caps;
use crate::payment::loan::{LoanKind, MOST_MONTHS};

impl PaymentPlan {
    /// Everything that is wrong with it, whoever asks for a schedule of it.
    pub(crate) fn check(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        self.check_loans(&mut errors);
        if let Some(deposit) = &self.deposit {
            errors.extend(not_negative("amount", deposit.amount).map(|error| error.at("deposit")));
        }
        Whole::of(self, &mut errors).check(self, &mut errors);
        self.check_deposit_marks(&mut errors);
        errors
    }

    /// The loan rules by themselves, together, and against the method.
    fn check_loans(&self, errors: &mut Vec<Error>) {
        for kind in [LoanKind::Commercial, LoanKind::Fund] {
            let Some(rule) = self.loan(kind) else { continue };
            let mut wrong = |error: Error| errors.push(error.at(kind.word()));
            rule.ratio.and_then(|ratio| positive_share("ratio", ratio)).map(&mut wrong);
            rule.fixed.and_then(|fixed| positive("fixed", fixed)).map(&mut wrong);
            rule.cap.and_then(|cap| positive("cap", cap)).map(&mut wrong);
            for error in check_caps(&rule.caps) {
                wrong(error.at("caps"));
            }
            if let (Some(ratio), Some(fixed)) = (rule.ratio, rule.fixed) {
                let error = Error::new(Code::PaymentLoanBoth).with("ratio", ratio);
                wrong(error.with("fixed", fixed).at("fixed"));
            }
            if let Some(months) = rule.months.filter(|months| !(1..=MOST_MONTHS).contains(months)) {
                let error = Error::new(Code::PaymentMonths).with("value", months);
                wrong(error.with("most", MOST_MONTHS).at("months"));
            }
        }
        if let Some(limit) = self.max_loan_ratio {
            errors.extend(positive_share("max_loan_ratio", limit));
            let sum = self.loan_shares();
            if sum > millionths(limit) {
                let error = Error::new(Code::PaymentLoanLimit).with("sum", Exact::counted(sum, 6));
                errors.push(error.with("limit", limit).at("max_loan_ratio"));
            }
        }
        errors.extend(self.check_method());
    }

    /// Loans that the method does not have, or that it lacks.
    fn check_method(&self) -> Option<Error> {
        let (commercial, fund) = (self.commercial.is_some(), self.fund.is_some());
        let (fits, zh, en) = match self.method {
            PaymentMethod::LumpSum | PaymentMethod::Instalment => {
                (!commercial && !fund, "不能有贷款", "there can be no loan")
            }
            PaymentMethod::Mortgage => (
                commercial && !fund,
                "应有商业贷款“commercial”，不能有公积金贷款“fund”",
                "it needs commercial, and no fund",
            ),
            PaymentMethod::ProvidentFund => (
                fund && !commercial,
                "应有公积金贷款“fund”，不能有商业贷款“commercial”",
                "it needs fund, and no commercial",
            ),
            PaymentMethod::Combination => (
                commercial && fund,
                "商业贷款“commercial”与公积金贷款“fund”都应有",
                "it needs both commercial and fund",
            ),
        };
        let error = || {
            let error = Error::new(Code::PaymentMethod).with("method", self.method.word());
            let error = error.with("method_zh", self.method.chinese());
            error.with("rule_zh", zh).with("rule_en", en).at("method")
        };
        (!fits).then(error)
    }

    /// The deposit is taken off one line, of the buyer's own.
    fn check_deposit_marks(&self, errors: &mut Vec<Error>) {
        let mut first = None;
        for (at, line) in self.lines.iter().enumerate().filter(|(_, line)| line.deduct_deposit) {
            let reason = match (&line.amount, first) {
                (LineAmount::CommercialLoan {} | LineAmount::FundLoan {}, _) => {
                    ("这一期是贷款".to_owned(), "this line is a loan".to_owned())
                }
                (LineAmount::Fee { .. }, _) => (
                    "这一期是费用，不在房价内".to_owned(),
                    "this line is a fee outside the price".into(),
                ),
                (_, Some(first)) => {
                    (format!("第 {first} 期已标记"), format!("line {first} is marked already"))
                }
                _ => {
                    first = Some(seq(at));
                    continue;
                }
            };
            let error = Error::new(Code::PaymentDeductDeposit).with("reason_zh", reason.0);
            let error = error.with("reason_en", reason.1);
            errors.push(error.at("deduct_deposit").at(at).at("lines"));
        }
    }
}
