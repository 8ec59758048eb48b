//! What a quote says.

use crate::discount::DiscountOutcome;
use crate::error::{Finding, told};
use crate::fee::FeeSheet;
use crate::number::{Area, Money};
use crate::payment::loan::LoanSchedule;
use crate::payment::{PaymentMethod, Schedule};
use crate::pricing::Step;
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// A quote (置业计划): from the list price to the cash needed by date and the monthly payment.
#[boundary(answer)]
pub struct Quote {
    /// The day of the quote.
    pub as_of: Date,
    /// Last day it holds.
    pub valid_until: Option<Date>,
    /// Name of the project.
    pub project: Option<Text>,
    /// The unit.
    pub unit: QuotedUnit,
    /// How the list price came about.
    pub list_steps: Vec<Step>,
    /// The deal price and how it came about.
    pub price: DiscountOutcome,
    /// 装修款, yuan.
    pub fitout: Option<Money>,
    /// Units sold with it, yuan in all.
    pub attached_total: Option<Money>,
    /// 合同总价: deal total + fit-out + attached units, yuan.
    pub contract_total: Money,
    /// The payment plan.
    pub plan: QuotedPlan,
    /// The payment schedule.
    pub schedule: Schedule,
    /// Loans, with totals; month tables come from `payment.loan`.
    pub loans: Vec<LoanSchedule>,
    /// 首月月供 of all loans, yuan; none without a loan, or if one has no terms.
    pub monthly_payment: Option<Money>,
    /// Σ interest of all loans, yuan; none without a loan, or if one has no terms.
    pub total_interest: Option<Money>,
    /// Principal and interest of all loans, year by year; none if one has no terms.
    pub loan_years: Vec<LoanYear>,
    /// Fees and taxes.
    pub fees: Option<FeeSheet>,
    /// The buyer's own cash by date; undated amounts come last.
    #[boundary(required)]
    pub cash: Vec<CashNeed>,
    /// The buyer's own cash up to signing, yuan. While signing has no date, what is due by signing
    /// on whatever day that is; none, with a finding, if it depends on the day.
    pub first_cash: Option<Money>,
    /// Contract total + the buyer's fees + interest, yuan; none if a loan has no terms.
    pub total_cost: Option<Money>,
    /// The policies that were used.
    #[boundary(required)]
    pub policies: Vec<PolicyUse>,
    /// What a person should read. Those about price and schedule stand there.
    pub findings: Vec<Finding>,
}

impl Quote {
    /// Everything a person should read: of price, schedule and fees, then of the quote itself.
    pub fn all_findings(&self) -> impl Iterator<Item = &Finding> {
        let of_price = self.price.findings.iter().chain(&self.schedule.findings);
        let of_fees = self.fees.iter().flat_map(|fees| &fees.findings);
        of_price.chain(of_fees).chain(&self.findings)
    }
}

told!(Quote: price, schedule, fees, findings);

/// The unit of a quote.
#[boundary(answer)]
pub struct QuotedUnit {
    /// 房号.
    pub unit_no: Text,
    /// 楼栋.
    pub building: Text,
    /// 楼层.
    pub floor: i32,
    /// 户型.
    pub layout: Option<Text>,
    /// 朝向.
    pub orientation: Option<Text>,
    /// 装修标准.
    pub fitout: Option<Text>,
    /// 建筑面积, m².
    pub building_area: Area,
    /// 套内面积, m².
    pub inside_area: Option<Area>,
}

/// The payment plan of a quote.
#[boundary(answer)]
pub struct QuotedPlan {
    /// Code.
    pub code: Text,
    /// Name.
    pub name: Label,
    /// Name in English.
    pub name_en: Label,
    /// Kind.
    pub method: PaymentMethod,
}

/// A year of loan payments.
#[boundary(answer)]
#[derive(Default)]
pub struct LoanYear {
    /// From 1: months 1–12.
    pub year: u32,
    /// Σ payment, yuan.
    pub payment: Money,
    /// Σ principal.
    pub principal: Money,
    /// Σ interest.
    pub interest: Money,
    /// Balance at its end.
    pub balance: Money,
}

/// Cash that the buyer needs by a date.
#[boundary(answer)]
pub struct CashNeed {
    /// The date; none for amounts without a date yet.
    pub due: Option<Date>,
    /// Yuan due on it.
    pub amount: Money,
    /// Yuan due up to it.
    pub cumulative: Money,
    /// What for.
    #[boundary(required)]
    pub items: Vec<CashItem>,
}

/// What cash is for.
#[boundary(answer)]
pub struct CashItem {
    /// Name.
    pub name: Label,
    /// Name in English.
    pub name_en: Label,
    /// Yuan.
    pub amount: Money,
    /// A fee or tax, not part of the price.
    pub fee: bool,
}

/// A policy that a quote used.
#[boundary(answer)]
pub struct PolicyUse {
    /// Which policy.
    pub policy: PolicyKind,
    /// Code or name.
    pub code: Text,
    /// Version; for loan rates the annual rate that was used.
    pub version: Option<Text>,
    /// First day in force.
    pub valid_from: Option<Date>,
    /// Last day in force.
    pub valid_to: Option<Date>,
    /// The day it was looked up for.
    pub date: Date,
}

/// A kind of policy.
#[boundary]
pub enum PolicyKind {
    /// The sales policies as a whole.
    Sales,
    /// The discount scheme.
    Discounts,
    /// The payment plan.
    Plan,
    /// The authority table.
    Authority,
    /// The least down payment.
    DownPayment,
    /// The limit of deposits.
    DepositLimit,
    /// The rate of commercial loans.
    CommercialRate,
    /// The rate of fund loans.
    FundRate,
    /// Fees and taxes.
    Fees,
}
