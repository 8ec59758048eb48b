//! What conditions look at: the facts of one deal.

use super::kind::DiscountKind;
use crate::Date;
use crate::Text;
use crate::number::{Area, Money, UnitPrice};
use crate::pricing::PriceRules;
use crate::project::Unit;

/// The price that discounts start from.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ListPrice {
    /// 表价总价, yuan; unit price × area, half up to the fen, if absent.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub total: Option<Money>,
    /// 表价单价, yuan per m²; total ÷ area, half up to the fen, if absent.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub unit_price: Option<UnitPrice>,
    /// Area that prices are per, m².
    pub area: Area,
}

/// A discount chosen for a deal.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ChosenDiscount {
    /// Code in the scheme.
    pub code: Text,
    /// The value agreed on, for negotiable discounts.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub value: Option<DiscountKind>,
}

/// The facts of a deal that conditions look at.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct DealFacts {
    /// 认购日期: windows are checked on this day, also when the deal changes later.
    pub subscription_date: Date,
    /// 约定签约日: on-time signing is signing on or before this day.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub agreed_signing_date: Option<Date>,
    /// 实际签约日, once it is known.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub signing_date: Option<Date>,
    /// Today, to see that an agreed signing date has passed.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub as_of: Option<Date>,
    /// A payment was late: on-time payment discounts are lost.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "std::ops::Not::not"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub paid_late: bool,
    /// Code of the project.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub project: Option<Text>,
    /// Code of the payment plan.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub plan: Option<Text>,
    /// Member level of the buyer (会员级别), whose card was checked.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub member_level: Option<Text>,
    /// Units that the buyer's group buys (团购).
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub group_units: Option<u32>,
    /// Who referred the buyer (老带新).
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub referral: Option<Referral>,
    /// The buyer is an employee.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "std::ops::Not::not"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub employee: bool,
    /// Campaigns the buyer comes by.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub campaigns: Vec<Text>,
    /// Sincerity money paid in, yuan; deposit multipliers ask for their amount. Not checked if
    /// absent.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub sincerity_money: Option<Money>,
    /// How often discounts with a quota were given before.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub uses: Vec<DiscountUse>,
}

/// A referral of the buyer (老带新).
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Referral {
    /// Name or number of the referrer; without one nobody has referred the buyer.
    pub referrer: Text,
    /// The referrer owns a unit.
    pub is_owner: bool,
    /// The day the referral was recorded.
    pub recorded_on: Date,
    /// The day of the buyer's first visit; the referral must have been recorded by then.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub first_visit: Option<Date>,
}

/// How often a discount was given.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct DiscountUse {
    /// Code of the discount.
    pub code: Text,
    /// Times it was given, this deal not counted.
    pub used: u32,
}

/// What a deal price is checked against.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct DealChecks {
    /// The unit, with floor price and filed price; conditions on units look at it too.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub unit: Option<Unit>,
    /// Rules between price levels.
    #[cfg_attr(feature = "serde", serde(default))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub rules: PriceRules,
}
