//! A payment plan (付款方式 / 付款方案, handbook §4.1).

use super::line::{LineAmount, PlanLine};
use super::loan_rule::{LoanAbove, LoanBase, LoanRule};
use crate::error::{Code, Error};
use crate::number::{Money, Rate};
use crate::payment::due::Anchor;
use crate::payment::loan::LoanKind;
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// A way to pay.
#[boundary]
pub struct PaymentPlan {
    /// Code.
    pub code: Text,
    /// Name to show: 按揭七成.
    pub name: Label,
    /// Name in English; the code if absent.
    pub name_en: Option<Label>,
    /// Version, as quotes record it.
    pub version: Option<Text>,
    /// What kind of plan it is.
    pub method: PaymentMethod,
    /// Not switched off (启用).
    #[boundary(default = true)]
    pub enabled: bool,
    /// First day it is offered.
    pub valid_from: Option<Date>,
    /// Last day it is offered.
    pub valid_to: Option<Date>,
    /// Codes of the projects it is offered in; empty = all.
    pub projects: Vec<Text>,
    /// Codes of the discounts that come with it (付款方式优惠).
    pub discounts: Vec<Text>,
    /// 定金.
    pub deposit: Option<DepositRule>,
    /// Commercial loan (按揭).
    pub commercial: Option<LoanRule>,
    /// Provident fund loan (公积金).
    pub fund: Option<LoanRule>,
    /// Most that all loans together may be of the price, share: 0.7 is 70 %. 5 % to 95 % is usual.
    pub max_loan_ratio: Option<Rate>,
    /// What loan ratios are a share of.
    #[boundary(default)]
    pub loan_base: LoanBase,
    /// What happens to a loan applied for beyond what can be lent.
    #[boundary(default)]
    pub loan_above: LoanAbove,
    /// Days after the notice before which a payment that hangs on a construction node is never
    /// due.
    #[boundary(default)]
    pub node_grace_days: u32,
    /// The lines, in order. Loans have lines of their own.
    #[boundary(required)]
    pub lines: Vec<PlanLine>,
}

/// The kind of a payment plan. Loan rules must agree with it.
#[boundary]
pub enum PaymentMethod {
    /// 一次性付款.
    LumpSum,
    /// 分期付款.
    Instalment,
    /// 商业按揭.
    Mortgage,
    /// 公积金贷款.
    ProvidentFund,
    /// 组合贷款: provident fund and commercial loan.
    Combination,
}

impl PaymentMethod {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            PaymentMethod::LumpSum => "一次性付款",
            PaymentMethod::Instalment => "分期付款",
            PaymentMethod::Mortgage => "商业按揭",
            PaymentMethod::ProvidentFund => "公积金贷款",
            PaymentMethod::Combination => "组合贷款",
        }
    }
}

impl PaymentPlan {
    /// The plan with its loans paid out on this anchor, as the rules of the sale say: every loan
    /// line that hangs on a pay-out anchor hangs on this one. Other lines stay as they are.
    ///
    /// [`SaleRules::pay_out_anchor`](crate::deal::SaleRules::pay_out_anchor) finds the anchor.
    #[must_use]
    pub fn paid_out_at(mut self, anchor: &Anchor) -> PaymentPlan {
        for line in &mut self.lines {
            let is_loan =
                matches!(line.amount, LineAmount::CommercialLoan {} | LineAmount::FundLoan {});
            if is_loan && line.anchor.is_pay_out() {
                line.anchor.clone_from(anchor);
            }
        }
        self
    }

    /// The rule of a loan, if the plan has that loan.
    pub(crate) fn loan(&self, kind: LoanKind) -> Option<&LoanRule> {
        match kind {
            LoanKind::Commercial => self.commercial.as_ref(),
            LoanKind::Fund => self.fund.as_ref(),
        }
    }

    /// The rules of its loans.
    pub(crate) fn loan_rules(&self) -> impl Iterator<Item = &LoanRule> + Clone {
        [&self.commercial, &self.fund].into_iter().flatten()
    }

    /// The codes of the fees that it has lines for.
    pub(crate) fn fee_items(&self) -> impl Iterator<Item = &str> + Clone {
        self.lines.iter().filter_map(PlanLine::fee)
    }

    /// An error about it: its code, and its names for the messages, or the code where it has none.
    pub(crate) fn error(&self, code: Code) -> Error {
        let name: &str = if self.name.is_empty() { &self.code } else { &self.name };
        let error = Error::new(code).with("plan", &self.code).with("name", name);
        error.with("name_en", self.name_en.as_deref().unwrap_or(&self.code))
    }
}

/// The deposit (定金).
#[boundary]
pub struct DepositRule {
    /// Yuan.
    pub amount: Money,
    /// 定金计入房价: it is part of the price, a line of its own, and the line marked
    /// `deduct_deposit` (the first own-funds line if none is) is reduced by it. Otherwise it is
    /// shown apart, outside the price.
    #[boundary(default = true)]
    pub in_price: bool,
    /// What its due date hangs on; the subscription date if absent.
    pub anchor: Option<Anchor>,
    /// Whole days after that.
    #[boundary(default)]
    pub days: i32,
}
