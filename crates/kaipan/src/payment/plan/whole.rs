//! Whether the lines of a plan together make the whole price.

use super::line::LineAmount;
use super::payment_plan::PaymentPlan;
use crate::error::{Code, Error};
use crate::number::{Exact, Rate};
use crate::payment::bounds::{positive, positive_share};
use crate::payment::loan::LoanKind;

/// What the lines of a plan are made of.
#[derive(Default)]
pub(super) struct Whole {
    /// Σ of the shares of own lines, millionths.
    shares: i128,
    /// There is a line of a fixed amount.
    fixed: bool,
    /// There is a line of the buyer's own.
    own: bool,
    /// The line that takes whatever is left.
    remainder: Option<usize>,
    commercial: Option<usize>,
    fund: Option<usize>,
}

impl PaymentPlan {
    /// Σ of the shares of its loans, millionths.
    pub(super) fn loan_shares(&self) -> i128 {
        self.loan_rules().filter_map(|rule| rule.ratio).map(millionths).sum()
    }
}

impl Whole {
    /// Looks through the lines; adds an error for each that cannot be.
    pub(super) fn of(plan: &PaymentPlan, errors: &mut Vec<Error>) -> Whole {
        let mut whole = Whole::default();
        let mut shares = Vec::with_capacity(plan.lines.len());
        for (at, line) in plan.lines.iter().enumerate() {
            let mut wrong = |error: Error| {
                errors.push(error.at("amount").at(at).at("lines"));
            };
            match &line.amount {
                LineAmount::Ratio { ratio } => {
                    whole.own = true;
                    shares.push(millionths(*ratio));
                    positive_share("ratio", *ratio).map(&mut wrong);
                }
                LineAmount::Fixed { amount } => {
                    (whole.own, whole.fixed) = (true, true);
                    positive("amount", *amount).map(&mut wrong);
                }
                LineAmount::Remainder {} => {
                    whole.own = true;
                    if let Some(first) = whole.remainder {
                        wrong(Error::new(Code::PaymentRemainderTwice).with("first", seq(first)));
                    }
                    whole.remainder = whole.remainder.or(Some(at));
                }
                LineAmount::CommercialLoan {} => {
                    whole.loan_line(LoanKind::Commercial, at, plan).map(&mut wrong);
                }
                LineAmount::FundLoan {} => {
                    whole.loan_line(LoanKind::Fund, at, plan).map(&mut wrong);
                }
                LineAmount::Fee { .. } => {}
            }
        }
        whole.shares = shares.into_iter().sum();
        whole
    }

    fn line_of(&mut self, kind: LoanKind) -> &mut Option<usize> {
        match kind {
            LoanKind::Commercial => &mut self.commercial,
            LoanKind::Fund => &mut self.fund,
        }
    }

    /// Notes a loan's line; an error if there is one already, or no rule for it.
    fn loan_line(&mut self, kind: LoanKind, at: usize, plan: &PaymentPlan) -> Option<Error> {
        let line = self.line_of(kind);
        if let Some(first) = *line {
            return Some(kind.named(Error::new(Code::PaymentLoanTwice).with("first", seq(first))));
        }
        *line = Some(at);
        let error = || Error::new(Code::PaymentLoanRule).with("field", kind.word());
        plan.loan(kind).is_none().then(|| kind.named(error()))
    }

    /// Whether lines and loans together make the whole price.
    pub(super) fn check(mut self, plan: &PaymentPlan, errors: &mut Vec<Error>) {
        for kind in [LoanKind::Commercial, LoanKind::Fund] {
            if plan.loan(kind).is_some() && self.line_of(kind).is_none() {
                let error = Error::new(Code::PaymentLoanLine).with("field", kind.word());
                errors.push(kind.named(error).at(kind.word()));
            }
        }
        let to_limit = plan.loan_rules().any(|rule| rule.is_open());
        // What one of them leaves of the limit is the other's, or cut off: together they are all
        // of it.
        let filled = to_limit && plan.max_loan_ratio.is_some();
        let no_share = !filled && plan.loan_rules().any(|rule| rule.ratio.is_none());
        let asked = plan.loan_shares();
        let lent = match plan.max_loan_ratio {
            // Such a loan takes what the limit leaves, or less, and a remainder more.
            Some(limit) if to_limit && self.remainder.is_none() => millionths(limit).max(asked),
            _ => asked,
        };
        let (sum, one) = ([self.shares, lent].into_iter().sum(), millionths(Rate::ONE));
        if sum > one {
            let error = Error::new(Code::PaymentRatioSum).with("sum", Exact::counted(sum, 6));
            errors.push(error.at("lines"));
        }
        let reason = if !self.own {
            Some(("各期都是贷款或费用", "every line is a loan or a fee"))
        } else if self.fixed {
            Some(("有固定金额的一期", "there is a line of a fixed amount"))
        } else if no_share {
            Some(("有贷款没有比例", "a loan has no share"))
        } else if sum < one {
            Some((
                "各期与贷款的比例合计不足 1",
                "the shares of lines and loans add up to less than 1",
            ))
        } else {
            None
        };
        if let (Some((zh, en)), None) = (reason, self.remainder) {
            let error = Error::new(Code::PaymentRemainderMissing);
            errors.push(error.with("reason_zh", zh).with("reason_en", en).at("lines"));
        }
    }
}

/// A share in millionths of one.
pub(super) fn millionths(share: Rate) -> i128 {
    i128::from(share.millionths())
}

/// The number of a line, as people count.
pub(super) fn seq(at: usize) -> usize {
    at.saturating_add(1)
}
