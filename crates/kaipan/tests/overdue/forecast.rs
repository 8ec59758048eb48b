//! The forecast, whatever the claims are.

use crate::world::{claims, day};
use kaipan::number::{Money, Rate};
use kaipan::overdue::{
    CashForecast, CashForecasting, CollectionKind, CollectionRate, ForecastPolicy, ForecastUnit,
    LateFeePolicy, MoneyClaim, OverdueAssessing,
};
use proptest::prelude::*;

/// Like it are all kinds, not overdue or as long overdue as can be.
fn policy(not_overdue: i64, overdue: i64, lag_days: u32) -> ForecastPolicy {
    let rates = CollectionKind::ALL.into_iter().flat_map(|kind| {
        let rate = |millionths| {
            let rate = CollectionRate::new(kind, Rate::from_millionths(millionths));
            CollectionRate { lag_days, ..rate }
        };
        [rate(not_overdue), CollectionRate { from_days: Some(1), ..rate(overdue) }]
    });
    ForecastPolicy { rates: rates.collect(), ..ForecastPolicy::default() }
}

fn forecast(
    claims: &[MoneyClaim],
    as_of: i32,
    unit: ForecastUnit,
    policy: &ForecastPolicy,
) -> Option<CashForecast> {
    let forecasting = CashForecasting::new(claims, day(as_of), day(as_of + 150));
    forecasting.unit(unit).forecast_policy(policy).forecast().ok()
}

fn outstanding(claims: &[MoneyClaim], as_of: i32) -> i64 {
    let policy = LateFeePolicy::default();
    let assessed = OverdueAssessing::new(&policy, claims, day(as_of)).assess().unwrap();
    assessed.totals.outstanding.fen()
}

proptest! {
    /// Where everything comes in full, all that is owed comes in sometime, or has no day.
    #[test]
    fn all_that_is_owed_is_somewhere(claims in claims(), as_of in -30..150_i32, lag in 0..40_u32) {
        let certain = policy(1_000_000, 1_000_000, lag);
        let Some(found) = forecast(&claims, as_of, ForecastUnit::Month, &certain) else { return Ok(()) };
        let sum = found.totals.expected.fen() + found.later.fen() + found.undated.fen();
        prop_assert_eq!(sum, outstanding(&claims, as_of));
    }

    /// Rows come to the total, every period goes on from the one before it, and the totals are their sums,
    /// in months as in weeks.
    #[test]
    fn periods_follow_from_each_other(claims in claims(), as_of in -30..150_i32,
        likely in 0..=1_000_000_i64, arrears in 0..=1_000_000_i64, lag in 0..40_u32) {
        let policy = policy(likely.max(arrears), likely.min(arrears), lag);
        let units = [ForecastUnit::Month, ForecastUnit::Week];
        let found = units.map(|unit| forecast(&claims, as_of, unit, &policy));
        let [Some(months), Some(weeks)] = found else { return Ok(()) };
        for forecast in [&months, &weeks] {
            let mut opening = forecast.totals.opening.fen();
            for period in &forecast.periods {
                let total = &period.total;
                prop_assert_eq!(total.opening.fen(), opening);
                prop_assert_eq!(total.opening.fen() + total.due.fen() - total.expected.fen(), total.closing.fen());
                let of = |field: fn(&kaipan::overdue::CashForecastRow) -> Money| {
                    period.rows.iter().map(|row| field(row).fen()).sum::<i64>()
                };
                prop_assert_eq!(of(|row| row.opening), total.opening.fen());
                prop_assert_eq!(of(|row| row.due), total.due.fen());
                prop_assert_eq!(of(|row| row.expected), total.expected.fen());
                opening = total.closing.fen();
            }
            prop_assert_eq!(opening, forecast.totals.closing.fen());
        }
        prop_assert_eq!(months.totals, weeks.totals);
        prop_assert_eq!(months.later, weeks.later);
    }

    /// What comes in later is not seen: the forecast of a day stays what it was.
    #[test]
    fn later_payments_change_no_forecast(claims in claims(), as_of in -30..150_i32, likely in 0..=1_000_000_i64) {
        let mut earlier = claims.clone();
        earlier.iter_mut().for_each(|claim| claim.payments.retain(|one| one.on <= day(as_of)));
        let policy = policy(likely, likely, 0);
        let of = |claims: &[MoneyClaim]| forecast(claims, as_of, ForecastUnit::Month, &policy);
        prop_assert_eq!(of(&claims), of(&earlier));
    }
}
