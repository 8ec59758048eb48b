//! What is answered about a forecast.

use super::kind::CollectionKind;
use crate::error::{Finding, told};
use crate::number::{Exact, Money};
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// 回款预测: what is expected to come in, period by period.
#[boundary(answer)]
pub struct CashForecast {
    /// The day that it is made on: what came in later is not seen.
    pub as_of: Date,
    /// The last recorded number that was looked at; all if absent.
    pub horizon: Option<u32>,
    /// The periods.
    #[boundary(required)]
    pub periods: Vec<CashForecastPeriod>,
    /// All periods together.
    pub totals: ForecastTotals,
    /// What is expected after the last period, yuan.
    pub later: Money,
    /// What is owed without any day that it could be expected on, yuan.
    pub undated: Money,
    /// What supervised accounts release, by day.
    pub releases: Vec<ForecastRelease>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(CashForecast: findings);

/// A period of a forecast.
#[boundary(answer)]
pub struct CashForecastPeriod {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// Loans, other money and fees.
    #[boundary(required)]
    pub rows: Vec<CashForecastRow>,
    /// All kinds together.
    pub total: CashForecastRow,
    /// 新增销售回款: what planned sales bring, yuan.
    pub sales: Money,
    /// What supervised accounts release, yuan.
    pub released: Money,
}

/// Money of a kind in a period, yuan.
#[boundary(answer)]
pub struct CashForecastRow {
    /// The kind; absent for all together.
    pub kind: Option<CollectionKind>,
    /// Its name in Chinese.
    pub zh: Label,
    /// Its name in English.
    pub en: Label,
    /// 期初欠款: what was due before and is not expected to have come in.
    pub opening: Money,
    /// 本期应收: what falls due, by contract.
    pub due: Money,
    /// 预计回款.
    pub expected: Money,
    /// 期末欠款: opening and due less expected.
    pub closing: Money,
    /// 实际回款, where the period has passed and what came in is known.
    pub actual: Option<Money>,
    /// 其中预测日已有应收的: what came in for claims that there were on the day the forecast was made.
    pub actual_known: Option<Money>,
    /// Expected less actual.
    pub deviation: Option<Money>,
    /// Expected less actual as a share of actual: 0.1 is 10 %; exact, or 12 decimals of it; absent without
    /// anything that came in.
    pub deviation_share: Option<Exact>,
}

/// All periods together, yuan.
#[boundary(answer)]
pub struct ForecastTotals {
    /// Opening arrears of the first period.
    pub opening: Money,
    /// What falls due.
    pub due: Money,
    /// Expected.
    pub expected: Money,
    /// Closing arrears of the last period.
    pub closing: Money,
    /// What planned sales bring.
    pub sales: Money,
    /// What supervised accounts release.
    pub released: Money,
    /// Actual, of the periods of which it is known.
    pub actual: Option<Money>,
    /// What of it came in for claims that there were on the day the forecast was made.
    pub actual_known: Option<Money>,
    /// Expected of those periods, less actual.
    pub deviation: Option<Money>,
}

/// Money that a supervised account releases.
#[boundary(answer)]
pub struct ForecastRelease {
    /// The account.
    pub account: Text,
    /// The day of the node, or the first of the forecast if it was reached before.
    pub on: Date,
    /// What is in it before, yuan.
    pub balance: Money,
    /// What has to stay, yuan.
    pub required: Money,
    /// What is released, yuan.
    pub amount: Money,
}
