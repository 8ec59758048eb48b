//! Requests of the quote operations: the case and the choice.

use super::outcome::Quote;
use super::policies::SalesPolicies;
use crate::Date;
use crate::discount::{ChosenDiscount, DealFacts, ListPrice};
use crate::fee::{FeeBuyer, PropertyUse};
use crate::number::{Area, Money, Rate};
use crate::payment::loan::RepaymentMethod;
use crate::payment::{AnchorDates, BorrowerFacts};
use crate::pricing::Step;
use crate::project::{Unit, UnitState};
use crate::{Label, Text};

/// A request for a quote (置业计划).
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct QuoteRequest {
    /// The policies in force.
    pub policies: SalesPolicies,
    /// Unit, buyer and dates.
    pub case: QuoteCase,
    /// How the buyer wants to buy.
    pub choice: QuoteChoice,
}

/// The unit, the buyer and the dates of a quote.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct QuoteCase {
    /// The day of the quote.
    pub as_of: Date,
    /// Name of the project.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub project: Option<Text>,
    /// City, for fees, in any usual way to write it.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub city: Option<Text>,
    /// The unit.
    pub unit: Unit,
    /// Use of the unit, for loans and fees.
    #[cfg_attr(feature = "serde", serde(default = "residential"))]
    pub property_use: PropertyUse,
    /// The list price; taken from the unit if absent.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub list: Option<ListPrice>,
    /// How the list price came about, as `pricing.table` explains it; shown with the quote.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub list_steps: Vec<Step>,
    /// 装修款 on top of the deal total, yuan.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub fitout: Option<Money>,
    /// Units sold with it (车位、储藏室).
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub attached: Vec<AttachedUnit>,
    /// What conditions look at. Its plan is that of the choice.
    pub facts: DealFacts,
    /// Dates that payments hang on; subscription and signing dates are taken from the facts where
    /// absent.
    #[cfg_attr(feature = "serde", serde(default))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub dates: AnchorDates,
    /// The buyers; one person with a first home if empty.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub buyers: Vec<FeeBuyer>,
    /// VAT rate in the price, share: 0.09 is 9 %; 0.09 if absent.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub vat_rate: Option<Rate>,
    /// With a lift, for fees.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub elevator: Option<bool>,
    /// Storeys of the building, for fees.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub storeys: Option<u32>,
    /// 评估价, yuan, for loans.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub appraisal: Option<Money>,
    /// 核定价格 of the unit with VAT, yuan, for fees on the higher of it and the contract price.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub assessed_price: Option<Money>,
    /// The building is accepted as completed (竣工验收), for loans.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub completed: Option<bool>,
    /// What caps of loans ask of the borrowers.
    #[cfg_attr(feature = "serde", serde(default))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub borrower: BorrowerFacts,
}

#[cfg(feature = "serde")]
fn residential() -> PropertyUse {
    PropertyUse::Residential
}

/// A unit sold together with the quoted one (附属房产).
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct AttachedUnit {
    /// Its number.
    pub unit_no: Text,
    /// Its total, yuan.
    pub total: Money,
    /// Its building area by the contract, m².
    pub building_area: Area,
    /// 实测面积, m², for fees.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub surveyed_area: Option<Area>,
    /// Its use.
    #[cfg_attr(feature = "serde", serde(default = "parking"))]
    pub property_use: PropertyUse,
    /// Its state in stock control; on sale if absent.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub state: Option<UnitState>,
}

#[cfg(feature = "serde")]
fn parking() -> PropertyUse {
    PropertyUse::Parking
}

/// How a buyer wants to buy.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct QuoteChoice {
    /// Name to show beside other choices; the plan's if absent.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub name: Option<Label>,
    /// Code of the payment plan.
    pub plan: Text,
    /// Discounts, besides those that come with the plan.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub discounts: Vec<ChosenDiscount>,
    /// Take the best admissible combination that holds these discounts.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "std::ops::Not::not"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub best: bool,
    /// Deposit, in place of the plan's, yuan.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub deposit: Option<Money>,
    /// Commercial loan wanted, in place of the full share, yuan.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub commercial_loan: Option<Money>,
    /// Fund loan wanted, in place of the full share, yuan.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub fund_loan: Option<Money>,
    /// Months of the commercial loan.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub commercial_months: Option<u32>,
    /// Months of the fund loan.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub fund_months: Option<u32>,
    /// How loans are repaid.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub repayment: Option<RepaymentMethod>,
    /// Somebody has looked at what takes more off than `limits.confirm_above` of the discount scheme, and it
    /// is meant.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "std::ops::Not::not"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub confirmed: bool,
}

/// A request to set several choices side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct CompareRequest {
    /// The policies in force.
    pub policies: SalesPolicies,
    /// Unit, buyer and dates.
    pub case: QuoteCase,
    /// The choices.
    pub choices: Vec<QuoteChoice>,
    /// Annual rate at which later payments are worth less today, share: 0.03 is 3 %. 0.1 % to 20 %
    /// is usual.
    pub annual_rate: Rate,
}

/// A request to see whether a quote still holds.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ValidityRequest {
    /// The quote, as it was given.
    pub quote: Quote,
    /// The request that would make it today: same case and choice, the policies in force now.
    pub request: QuoteRequest,
    /// Today. Earlier quote and subscription dates of the request are moved to this day.
    pub as_of: Date,
}
