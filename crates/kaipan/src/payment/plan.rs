//! Payment plans (付款方式 / 付款方案, handbook §4.1).

use super::due::Anchor;
use super::loan_cap::LoanCap;
use crate::Date;
use crate::error::{Code, Error};
use crate::number::{Money, Place, Rate, Rounding};
use crate::{Label, Text};
use kaipan_derive::boundary;

/// A way to pay.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
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
    #[boundary(default = yes)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
    /// The name used in requests.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            PaymentMethod::LumpSum => "lump_sum",
            PaymentMethod::Instalment => "instalment",
            PaymentMethod::Mortgage => "mortgage",
            PaymentMethod::ProvidentFund => "provident_fund",
            PaymentMethod::Combination => "combination",
        }
    }

    /// The name in Chinese.
    #[must_use]
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
    /// An error about it: its code, and its names for the messages, or the code where it has none.
    pub(super) fn error(&self, code: Code) -> Error {
        let name: &str = if self.name.is_empty() { &self.code } else { &self.name };
        let error = Error::new(code).with("plan", &self.code).with("name", name);
        error.with("name_en", self.name_en.as_deref().unwrap_or(&self.code))
    }
}

/// The deposit (定金).
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DepositRule {
    /// Yuan.
    pub amount: Money,
    /// 定金计入房价: it is part of the price, a line of its own, and the line marked
    /// `deduct_deposit` (the first own-funds line if none is) is reduced by it. Otherwise it is
    /// shown apart, outside the price.
    #[boundary(default = yes)]
    pub in_price: bool,
    /// What its due date hangs on; the subscription date if absent.
    pub anchor: Option<Anchor>,
    /// Whole days after that.
    #[boundary(default)]
    pub days: i32,
}

/// How much is lent.
///
/// `loan = round down(min(share, fixed, applied for, cap, caps), place)`; what is cut off goes to
/// the nearest own-funds line before the loan's line (handbook §4.3).
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoanRule {
    /// Share of the price: 0.7 is 70 %; if absent, what the plan's `max_loan_ratio` leaves after
    /// the other loan. 5 % to 95 % is usual.
    pub ratio: Option<Rate>,
    /// A fixed amount instead.
    pub fixed: Option<Money>,
    /// Never more than this.
    pub cap: Option<Money>,
    /// Nor more than any of these, by name: a fund's base limit, a multiple of the balance, a share
    /// of the price. The schedule then lists every cap and which one binds.
    pub caps: Vec<LoanCap>,
    /// Rounded down to a multiple of this.
    #[boundary(default = ten_thousand)]
    pub place: Place,
    /// Months it runs.
    pub months: Option<u32>,
    /// Bank.
    pub bank: Option<Label>,
}

/// What loan ratios are a share of.
#[boundary]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum LoanBase {
    /// The contract total.
    #[default]
    ContractTotal,
    /// The lowest of contract total, appraisal and filed total, as far as they are given.
    LowestValuation,
}

/// What happens to a loan that is applied for beyond what can be lent: its share, what the limit for
/// all loans leaves, and its cap count alike.
#[boundary]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum LoanAbove {
    /// It is cut to what can be lent, with a warning (handbook §4.3).
    #[default]
    Cut,
    /// The request is refused.
    Refuse,
}

/// A line of a plan.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanLine {
    /// Name to show: 首期款, 第二期.
    pub name: Label,
    /// Name in English; made from the item if absent.
    pub name_en: Option<Label>,
    /// How much.
    pub amount: LineAmount,
    /// What the due date hangs on.
    pub anchor: Anchor,
    /// Whole months after (before, if negative) that; the day is clamped to the month's end.
    #[boundary(default)]
    pub months: i32,
    /// Whole days after (before, if negative) that.
    #[boundary(default)]
    pub days: i32,
    /// The deposit is taken off this line (定金计入首期).
    pub deduct_deposit: bool,
    /// Rounding of a share; half up to the yuan if absent.
    pub rounding: Option<Rounding>,
}

impl PlanLine {
    /// The error that nothing says how much its fee is.
    pub(crate) fn fee_missing(&self, item: &Text) -> Error {
        let error = Error::new(Code::PaymentFeeMissing).with("item", item);
        let name: &str = if self.name.is_empty() { item } else { &self.name };
        error.with("name", name).with("name_en", self.name_en.as_deref().unwrap_or(item))
    }
}

/// How much a line is.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineAmount {
    /// A share of the contract total.
    Ratio {
        /// Share in (0, 1]: 0.3 is 30 %. 0.5 % to 100 % is usual.
        ratio: Rate,
    },
    /// A fixed amount.
    Fixed {
        /// Yuan.
        amount: Money,
    },
    /// Whatever is left.
    Remainder {},
    /// The commercial loan.
    CommercialLoan {},
    /// The provident fund loan.
    FundLoan {},
    /// A fee or tax, outside the contract total; its amount is given with the request.
    Fee {
        /// Code of the fee.
        item: Text,
    },
}

fn yes() -> bool {
    true
}

fn ten_thousand() -> Place {
    Place::TenThousand
}
