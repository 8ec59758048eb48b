//! Random claims, payments and policies.

use kaipan::Date;
use kaipan::number::{Money, Rate};
use kaipan::overdue::{
    ClaimPayment, GraceMode, LateFeeCap, LateFeeOrder, LateFeePolicy, LateFeeRates, LateFeeTier,
    MoneyClaim, TierMode, TierStart,
};
use proptest::prelude::*;

pub(crate) fn day(offset: i32) -> Date {
    let first: Date = "2026-01-01".parse().unwrap();
    first.shift_days(offset).unwrap()
}

fn tiers() -> impl Strategy<Value = Vec<LateFeeTier>> {
    (0..800_i64, 0..800_i64, 1..90_u32, any::<bool>()).prop_map(|(one, two, end, split)| {
        let tier = |rate, up_to_days| LateFeeTier { rate: Rate::from_millionths(rate), up_to_days };
        match split {
            true => vec![tier(one.min(two), Some(end)), tier(one.max(two), None)],
            false => vec![tier(one, None)],
        }
    })
}

pub(crate) fn policies() -> impl Strategy<Value = LateFeePolicy> {
    let choices = (any::<[bool; 5]>(), 0..31_u32, proptest::option::of(0..20_000_i64));
    (tiers(), proptest::option::of((-100..100_i32, tiers())), choices).prop_map(
        |(
            tiers,
            change,
            ([cliff, marginal, first_charged, penalty_first, fixed], grace_days, cap),
        )| {
            LateFeePolicy {
                tiers,
                changes: change
                    .map(|(from, tiers)| LateFeeRates { from: day(from), tiers })
                    .into_iter()
                    .collect(),
                grace_days,
                grace_mode: if cliff { GraceMode::Cliff } else { GraceMode::Excluded },
                tier_mode: if marginal { TierMode::Marginal } else { TierMode::Cliff },
                tier_start: match first_charged {
                    true => TierStart::FirstChargedDay,
                    false => TierStart::DueDate,
                },
                order: match penalty_first {
                    true => LateFeeOrder::PenaltyFirst,
                    false => LateFeeOrder::PrincipalFirst,
                },
                fixed_fee: fixed.then_some(Money::from_fen(5_000)),
                caps: cap
                    .map(|fen| LateFeeCap::Amount { amount: Money::from_fen(fen * 100) })
                    .into_iter()
                    .collect(),
                ..LateFeePolicy::default()
            }
        },
    )
}

/// Claims paid in part, some given back in part; never paid above what is owed.
pub(crate) fn claims() -> impl Strategy<Value = Vec<MoneyClaim>> {
    let payments = proptest::collection::vec((-60..200_i32, 0..34_i64), 0..4);
    let one =
        (0..100_000_000_i64, proptest::option::weighted(0.9, -100..150_i32), payments, 0..10_i64);
    proptest::collection::vec(one, 0..12).prop_map(|claims| {
        let each = claims.into_iter().enumerate();
        each.map(|(at, (fen, due, payments, back))| {
            let mut paid: Vec<ClaimPayment> = payments
                .into_iter()
                .map(|(on, percent)| {
                    ClaimPayment::new(day(on), Money::from_fen(fen / 100 * percent))
                })
                .collect();
            if back == 0
                && let Some(last) = paid.iter().max_by_key(|one| one.on).cloned()
            {
                // Half of the last may have gone to late fees.
                let given = Money::from_fen(-last.amount.fen() / 100);
                paid.push(ClaimPayment::new(last.on.add_days(7).unwrap(), given));
            }
            let item = ["house_payment", "commercial_loan", "deposit", "garage"][at % 4];
            let claim = MoneyClaim::new(
                format!("C{at}"),
                format!("D{}", at % 3),
                item,
                Money::from_fen(fen),
            );
            let claim = claim.with_payments(paid);
            match due {
                Some(due) => claim.with_due(day(due)),
                None => claim,
            }
        })
        .collect()
    })
}
