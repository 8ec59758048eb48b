//! What is aimed at, and what is spent.

use kaipan::number::Money;
use kaipan::{Date, Text};
use serde::{Deserialize, Serialize};

/// What is aimed at (销售指标): a node, or one agent there, in a period.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Target {
    pub(crate) node: Text,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) agent: Option<Text>,
    pub(crate) metric: Metric,
    pub(crate) period: Period,
    /// The first day of the period.
    pub(crate) first_day: Date,
    /// The last day.
    pub(crate) last_day: Date,
    /// Units or batches.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) count: Option<u32>,
    /// Yuan.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) amount: Option<Money>,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Metric {
    FirstVisits,
    SubscribedUnits,
    SignedUnits,
    SignedAmount,
    Collections,
}

/// How long a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Period {
    Year,
    Month,
}

/// What was spent on a medium in a month (营销费用), on the date of the line.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Spend {
    pub(crate) medium: Text,
    pub(crate) campaign: Text,
    pub(crate) department: Text,
    pub(crate) person: Text,
    /// Yuan.
    pub(crate) amount: Money,
}
