//! What a quote says.

use super::policies::{Anchor, Category, Kind, Mode, Reason, Unit};
use chrono::NaiveDate;
use rust_decimal::Decimal;

pub(crate) struct Quote {
    pub(crate) as_of: NaiveDate,
    pub(crate) valid_until: Option<NaiveDate>,
    pub(crate) project: Option<String>,
    pub(crate) unit: Unit,
    pub(crate) policies: Vec<PolicyUse>,
    pub(crate) price: Price,
    pub(crate) contract_total: Decimal,
    pub(crate) plan_code: String,
    pub(crate) plan_name: String,
    pub(crate) plan_name_en: String,
    pub(crate) schedule: Schedule,
    pub(crate) loan: Option<Loan>,
    pub(crate) fees: Fees,
    pub(crate) cash: Vec<CashNeed>,
    pub(crate) first_cash: Decimal,
    pub(crate) total_cost: Decimal,
    pub(crate) notes: Vec<Note>,
}

pub(crate) struct PolicyUse {
    pub(crate) policy: PolicyKind,
    pub(crate) code: String,
    pub(crate) version: Option<String>,
    pub(crate) valid_from: Option<NaiveDate>,
    pub(crate) valid_to: Option<NaiveDate>,
    pub(crate) date: NaiveDate,
}

#[derive(Clone, Copy)]
pub(crate) enum PolicyKind {
    Sales,
    Discounts,
    Plan,
    Authority,
    DownPayment,
    LoanRate,
    Fees,
}

/// What a person should read.
pub(crate) struct Note {
    pub(crate) code: &'static str,
    pub(crate) severity: Severity,
    pub(crate) unit_no: Option<String>,
    pub(crate) params: Vec<(&'static str, String)>,
    pub(crate) zh: String,
    pub(crate) en: String,
}

#[derive(Clone, Copy)]
pub(crate) enum Severity {
    Info,
    Warning,
    Violation,
}

pub(crate) struct Price {
    pub(crate) list_total: Decimal,
    pub(crate) list_unit_price: Decimal,
    pub(crate) area: Decimal,
    pub(crate) deal_total: Decimal,
    pub(crate) deal_unit_price: Decimal,
    pub(crate) discount_amount: Decimal,
    pub(crate) effective_discount: Decimal,
    pub(crate) effective_percent: Decimal,
    pub(crate) unit_discount: Decimal,
    pub(crate) share_off: Decimal,
    pub(crate) text_zh: String,
    pub(crate) text_en: String,
    pub(crate) applied: Vec<Applied>,
    pub(crate) steps: Vec<Step>,
    pub(crate) approval: Approval,
    pub(crate) notes: Vec<Note>,
}

pub(crate) struct Applied {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) reason: Reason,
    pub(crate) kind: Kind,
    pub(crate) amount: Decimal,
    pub(crate) conditional: bool,
}

pub(crate) struct Step {
    pub(crate) rule: Rule,
    pub(crate) code: Option<String>,
    pub(crate) value: Option<Decimal>,
    pub(crate) mode: Option<Mode>,
    pub(crate) before: Option<Decimal>,
    pub(crate) after: Decimal,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Rule {
    ListTotal,
    Rate,
    Points,
    TotalOff,
    DepositMultiplier,
    NotBelowZero,
    TotalRounding,
    Derived,
}

pub(crate) struct Approval {
    pub(crate) role: Option<String>,
    pub(crate) role_en: Option<String>,
    pub(crate) effective_discount: Decimal,
    pub(crate) discount_amount: Decimal,
    pub(crate) below_floor: bool,
    pub(crate) roles: Vec<Verdict>,
}

pub(crate) struct Verdict {
    pub(crate) role: String,
    pub(crate) may_approve: bool,
    pub(crate) why: Vec<Note>,
}

pub(crate) struct Schedule {
    pub(crate) plan: String,
    pub(crate) total: Decimal,
    pub(crate) lines: Vec<Line>,
    pub(crate) own_funds: Decimal,
    pub(crate) loan_total: Decimal,
    pub(crate) own_ratio: Decimal,
    pub(crate) loan_ratio: Decimal,
    pub(crate) min_down_payment: Option<Decimal>,
    pub(crate) min_down_payment_source: Option<String>,
    pub(crate) notes: Vec<Note>,
}

pub(crate) struct Line {
    pub(crate) seq: u32,
    pub(crate) item: Item,
    pub(crate) name: String,
    pub(crate) name_en: String,
    pub(crate) amount: Decimal,
    pub(crate) due: Option<NaiveDate>,
    pub(crate) provisional: bool,
    pub(crate) anchor: Anchor,
    pub(crate) share: Decimal,
    pub(crate) parts: Vec<Part>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Item {
    Deposit,
    DownPayment,
    Instalment,
    Loan,
}

/// A step of an amount.
pub(crate) struct Part {
    pub(crate) rule: PartRule,
    pub(crate) value: Option<Decimal>,
    pub(crate) mode: Option<Mode>,
    pub(crate) after: Decimal,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum PartRule {
    Ratio,
    Fixed,
    Rounding,
    LoanCutOff,
    Deposit,
    Remainder,
}

pub(crate) struct Loan {
    pub(crate) name: String,
    pub(crate) principal: Decimal,
    pub(crate) months: u32,
    pub(crate) annual_rate: Decimal,
    pub(crate) first_payment: Decimal,
    pub(crate) last_payment: Decimal,
    pub(crate) per_ten_thousand: Decimal,
    pub(crate) total_payment: Decimal,
    pub(crate) total_interest: Decimal,
    pub(crate) years: Vec<Year>,
}

pub(crate) struct Year {
    pub(crate) year: u32,
    pub(crate) payment: Decimal,
    pub(crate) principal: Decimal,
    pub(crate) interest: Decimal,
    pub(crate) balance: Decimal,
}

pub(crate) struct Fees {
    pub(crate) lines: Vec<FeeLine>,
    pub(crate) buyer_total: Decimal,
    pub(crate) ex_vat: Decimal,
    pub(crate) vat: Decimal,
    pub(crate) notes: Vec<Note>,
}

pub(crate) struct FeeLine {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) name_en: String,
    pub(crate) category: Category,
    pub(crate) unit_no: String,
    pub(crate) buyer: Option<String>,
    pub(crate) basis: Decimal,
    pub(crate) value: Decimal,
    pub(crate) raw: Decimal,
    pub(crate) amount: Decimal,
    pub(crate) due: Option<NaiveDate>,
    pub(crate) source: Option<String>,
    pub(crate) note: Option<String>,
}

/// The buyer's cash on a date.
pub(crate) struct CashNeed {
    pub(crate) due: Option<NaiveDate>,
    pub(crate) amount: Decimal,
    pub(crate) cumulative: Decimal,
    pub(crate) items: Vec<CashItem>,
}

pub(crate) struct CashItem {
    pub(crate) name: String,
    pub(crate) name_en: String,
    pub(crate) amount: Decimal,
    pub(crate) fee: bool,
}

impl Schedule {
    pub(crate) fn loan_line(&self) -> Option<&Line> {
        self.lines.iter().find(|line| line.item == Item::Loan && !line.amount.is_zero())
    }
}
