//! Late fees and aging, whatever the claims are.

use crate::world::{claims, day, policies};
use kaipan::number::Money;
use kaipan::overdue::{
    Aging, AgingDimension, AgingMode, ClaimPayment, LateFeeOrder, LateFeePolicy, LateFeeTier,
    LateFeeWaiver, MoneyClaim, OverdueAssessing, TierMode,
};
use proptest::prelude::*;

fn fee(policy: &LateFeePolicy, claim: &MoneyClaim, as_of: i32) -> Option<(Money, Money)> {
    let claims = std::slice::from_ref(claim);
    let assessed = OverdueAssessing::new(policy, claims, day(as_of)).assess().ok()?;
    Some((assessed.claims[0].reference_fee, assessed.claims[0].outstanding))
}

proptest! {
    /// A late fee never falls as days go by, without a new payment.
    #[test]
    fn it_is_monotone_in_days(policy in policies(), claims in claims(), as_of in 0..250_i32) {
        for claim in &claims {
            let paid_until = claim.payments.iter().map(|one| one.on).max();
            if paid_until.is_some_and(|last| last > day(as_of)) {
                continue;
            }
            if let (Some(one), Some(other)) = (fee(&policy, claim, as_of), fee(&policy, claim, as_of + 1)) {
                prop_assert!(one.0 <= other.0, "{claim:?}");
            }
        }
    }

    /// A claim paid in parts costs what its parts would cost as claims of their own, before rounding.
    #[test]
    fn it_is_additive_over_partial_payments(one in 0..5_000_000_i64, other in 0..5_000_000_i64,
        days in (0..200_i32, 0..200_i32), marginal: bool) {
        let mode = if marginal { TierMode::Marginal } else { TierMode::Cliff };
        let tier = |days, rate: &str| LateFeeTier { up_to_days: days, rate: rate.parse().unwrap() };
        let policy = LateFeePolicy {
            tiers: vec![tier(Some(30), "0.0002"), tier(None, "0.0005")],
            tier_mode: mode,
            ..LateFeePolicy::default()
        };
        // Amounts of whole ten thousands of fen make every part whole.
        let yuan = |fen: i64| Money::from_fen(fen * 10_000);
        let claim = |id: &str, amount, payments: &[(i32, i64)]| {
            let paid = payments.iter().map(|(on, fen)| ClaimPayment::new(day(*on), yuan(*fen)));
            MoneyClaim::new(id, "D", "house_payment", yuan(amount)).with_due(day(0)).with_payments(paid.collect())
        };
        let whole = claim("C", one + other, &[(days.0, one), (days.1, other)]);
        let parts = [claim("A", one, &[(days.0, one)]), claim("B", other, &[(days.1, other)])];
        let [a, b] = parts.each_ref().map(|part| fee(&policy, part, 250).unwrap().0.fen());
        prop_assert_eq!(fee(&policy, &whole, 250).unwrap().0.fen(), a + b);
    }

    /// The order in which claims and payments are given does not matter.
    #[test]
    fn it_does_not_hang_on_the_order(policy in policies(), claims in claims(), as_of in 0..250_i32) {
        let mut turned = claims.clone();
        turned.reverse();
        turned.iter_mut().for_each(|claim| claim.payments.reverse());
        let one = OverdueAssessing::new(&policy, &claims, day(as_of)).assess();
        let other = OverdueAssessing::new(&policy, &turned, day(as_of)).assess();
        match (one, other) {
            (Ok(one), Ok(mut other)) => {
                other.claims.reverse();
                prop_assert_eq!(one.claims, other.claims);
                prop_assert_eq!(one.totals, other.totals);
            }
            (one, other) => prop_assert_eq!(one.is_ok(), other.is_ok()),
        }
    }

    /// What is owed of a late fee is never below zero, whatever was paid and waived on which day, and
    /// waivers take off no more than they say.
    #[test]
    fn outstanding_is_never_below_zero(policy in policies(), claims in claims(), as_of in -50..250_i32,
        waived in proptest::collection::vec((0..12_usize, -60..250_i32, 1..2_000_000_i64), 0..8)) {
        let each = waived.iter().filter_map(|(at, on, fen)| {
            let claim = claims.get(*at)?.id.clone();
            Some(LateFeeWaiver::new(claim, Money::from_fen(*fen), day(*on)).with_approval("SP-1"))
        });
        let waivers: Vec<LateFeeWaiver> = each.collect();
        let assessed = OverdueAssessing::new(&policy, &claims, day(as_of)).waivers(&waivers).assess();
        let Ok(assessed) = assessed else { return Ok(()) };
        for one in &assessed.claims {
            prop_assert!(!one.late_fee_outstanding.is_negative(), "{one:?}");
            let given = waivers.iter().filter(|waiver| waiver.claim == one.claim && waiver.on <= day(as_of));
            prop_assert!(one.waived.fen() <= given.map(|waiver| waiver.amount.fen()).sum(), "{one:?}");
        }
    }

    /// What is said of a day does not change with what happens after it.
    #[test]
    fn later_payments_change_no_earlier_day(policy in policies(), claims in claims(), as_of in 0..250_i32) {
        let mut earlier = claims.clone();
        earlier.iter_mut().for_each(|claim| claim.payments.retain(|one| one.on <= day(as_of)));
        let one = OverdueAssessing::new(&policy, &claims, day(as_of)).assess().ok();
        let other = OverdueAssessing::new(&policy, &earlier, day(as_of)).assess().ok();
        prop_assert_eq!(one, other);
    }

    /// Every row comes to what is outstanding, every table to the total, and the two modes to the third.
    #[test]
    fn buckets_come_to_what_is_outstanding(claims in claims(), as_of in -50..250_i32) {
        let by = [AgingDimension::Item, AgingDimension::Deal, AgingDimension::Loan];
        let policy = LateFeePolicy { order: LateFeeOrder::PrincipalFirst, ..LateFeePolicy::default() };
        let of = |mode| Aging::new(&claims, day(as_of)).by(&by).mode(mode).policy(&policy).report();
        let Ok(owed) = of(AgingMode::StillOwed) else { return Ok(()) };
        let assessed = OverdueAssessing::new(&policy, &claims, day(as_of)).assess().unwrap();
        prop_assert_eq!(owed.total.outstanding, assessed.totals.outstanding);
        prop_assert_eq!(owed.total.overdue, assessed.totals.overdue);
        let claimed: i64 = assessed.claims.iter().map(|one| one.amount.fen()).sum();
        let sum = |amounts: &[Money]| amounts.iter().map(|one| one.fen()).sum::<i64>();
        for table in &owed.tables {
            prop_assert_eq!(table.rows.iter().map(|row| row.outstanding.fen()).sum::<i64>(), owed.total.outstanding.fen());
            for row in &table.rows {
                prop_assert_eq!(row.not_due.fen() + row.undated.fen() + sum(&row.buckets), row.outstanding.fen());
            }
        }
        let (paid, all) = (of(AgingMode::SincePaid).unwrap(), of(AgingMode::AllOverdue).unwrap());
        // Money that was given back is not counted twice.
        prop_assert!(all.total.overdue.fen() <= claimed);
        for (at, bucket) in all.total.buckets.iter().enumerate() {
            prop_assert_eq!(bucket.fen(), owed.total.buckets[at].fen() + paid.total.buckets[at].fen());
        }
    }
}
