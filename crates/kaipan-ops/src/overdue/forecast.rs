//! `overdue.forecast`.

pub use kaipan::overdue::CashForecast;

use kaipan::Date;
use kaipan::error::Result;
use kaipan::overdue::{
    CashForecasting, ClaimDeal, ForecastAccount, ForecastPolicy, ForecastUnit, LateFeePolicy,
    MoneyClaim, PlannedSales,
};
use kaipan_derive::boundary;

/// Claims with their payments, and the days between which to forecast.
#[boundary]
pub struct OverdueForecastRequest {
    /// The day that it is made on; it begins with the next.
    pub as_of: Date,
    /// The last day.
    pub to: Date,
    /// The last recorded number that counts; all if absent.
    pub horizon: Option<u32>,
    /// What it is divided by; months if absent.
    pub unit: Option<ForecastUnit>,
    /// What deals owe, with what was paid for it.
    #[boundary(required)]
    pub claims: Vec<MoneyClaim>,
    /// The deals, for the signing days that loans are counted from.
    pub deals: Vec<ClaimDeal>,
    /// How likely and how late money comes in; in full on its day if absent.
    pub forecast_policy: Option<ForecastPolicy>,
    /// What contracts agree about late payment, where payments pay late fees too.
    pub policy: Option<LateFeePolicy>,
    /// Sales that are planned.
    pub sales: Vec<PlannedSales>,
    /// Supervised accounts with their nodes.
    pub accounts: Vec<ForecastAccount>,
    /// The day up to which it is known what came in, to compare the forecast with that.
    pub actual_until: Option<Date>,
}

/// `overdue.forecast`: what is due by contract and expected to come in, by period and kind (回款预测).
///
/// # Errors
/// As [`CashForecasting::forecast`].
pub fn forecast(request: &OverdueForecastRequest) -> Result<CashForecast> {
    CashForecasting::new(&request.claims, request.as_of, request.to)
        .horizon(request.horizon)
        .unit(request.unit.unwrap_or_default())
        .deals(&request.deals)
        .forecast_policy(request.forecast_policy.as_ref())
        .policy(request.policy.as_ref())
        .sales(&request.sales)
        .accounts(&request.accounts)
        .actual_until(request.actual_until)
        .forecast()
}
