//! Columns answer as the engines of one deal do, claim by claim.

use crate::world::{claims, day, policies};
use kaipan::Date;
use kaipan::number::{Money, Rate};
use kaipan::overdue::{
    Aging, AgingBucket, AgingDimension, AgingMode, AssessedColumns, ClaimColumns, ClaimDeal,
    LateFeeCap, LateFeePolicy, LateFeeTier, MoneyClaim, NO_DAY, OverdueAssessing, OverdueColumns,
    ReceiptColumns,
};
use proptest::prelude::*;

/// Claims as columns, with receipts in the order of claims or turned round.
struct Book {
    due: Vec<i32>,
    amounts: Vec<i64>,
    since: Vec<i32>,
    bearing: Vec<bool>,
    groups: Vec<u16>,
    receipt_claims: Vec<u32>,
    receipt_days: Vec<i32>,
    receipt_amounts: Vec<i64>,
}

fn number(day: Date) -> i32 {
    let first: Date = "1970-01-01".parse().unwrap();
    i32::try_from(day.days_since(first)).unwrap()
}

impl Book {
    fn of(claims: &[MoneyClaim], policy: &LateFeePolicy, turned: bool) -> Book {
        let mut receipts: Vec<(u32, i32, i64)> = Vec::new();
        for (at, claim) in (0_u32..).zip(claims) {
            let own = claim.payments.iter();
            receipts.extend(own.map(|one| (at, number(one.on), one.amount.fen())));
        }
        if turned {
            receipts.reverse();
        }
        let names = ["commercial_loan", "deposit", "garage", "house_payment"];
        let group =
            |claim: &MoneyClaim| names.iter().position(|name| claim.item == **name).unwrap();
        Book {
            due: claims.iter().map(|one| one.due.map_or(NO_DAY, number)).collect(),
            amounts: claims.iter().map(|one| one.amount.fen()).collect(),
            since: claims.iter().map(|one| one.since.map_or(NO_DAY, number)).collect(),
            bearing: claims.iter().map(|one| policy.bears(one.category())).collect(),
            groups: claims.iter().map(|one| u16::try_from(group(one)).unwrap()).collect(),
            receipt_claims: receipts.iter().map(|one| one.0).collect(),
            receipt_days: receipts.iter().map(|one| one.1).collect(),
            receipt_amounts: receipts.iter().map(|one| one.2).collect(),
        }
    }

    fn claims(&self) -> ClaimColumns<'_> {
        ClaimColumns {
            due: &self.due,
            amounts: &self.amounts,
            since: &self.since,
            bearing: &self.bearing,
            groups: &self.groups,
            ..ClaimColumns::default()
        }
    }

    fn receipts(&self) -> ReceiptColumns<'_> {
        ReceiptColumns {
            claims: &self.receipt_claims,
            days: &self.receipt_days,
            amounts: &self.receipt_amounts,
        }
    }
}

/// Every other claim arises on a day, and not after the first money for it.
fn born(claims: Vec<MoneyClaim>, on: i32) -> Vec<MoneyClaim> {
    let mut claims = claims;
    for claim in claims.iter_mut().step_by(2) {
        let first = claim.payments.iter().map(|payment| payment.on).min();
        claim.since = Some(first.map_or(day(on), |first| first.min(day(on))));
    }
    claims
}

/// Contract totals of the three deals, in fen; 0 where it is not known.
fn totals() -> impl Strategy<Value = [i64; 3]> {
    proptest::array::uniform3(prop_oneof![1 => Just(0), 9 => 1..200_000_000_i64])
}

proptest! {
    #[test]
    fn an_assessment_is_the_same(mut policy in policies(), claims in claims(), as_of in -50..250_i32,
        turned: bool, on in -120..200_i32, totals in totals(), share in proptest::option::of(1..50_000_i64)) {
        let as_of = day(as_of);
        let claims = born(claims, on);
        policy.caps.extend(share.map(|share| LateFeeCap::OfTotal { share: Rate::from_millionths(share) }));
        let deals = ["D0", "D1", "D2"].into_iter().zip(totals).map(|(id, total)| match total {
            0 => ClaimDeal::new(id),
            total => ClaimDeal::new(id).with_contract_total(Money::from_fen(total)),
        });
        let deals: Vec<ClaimDeal> = deals.collect();
        let contract_totals: Vec<i64> = (0..claims.len()).map(|at| totals[at % 3]).collect();
        let book = Book::of(&claims, &policy, turned);
        let rows = claims.len();
        let (mut outstanding, mut overdue_days, mut late_fees) = (vec![0; rows], vec![0; rows], vec![0; rows]);
        let out = AssessedColumns {
            outstanding: &mut outstanding,
            overdue_days: &mut overdue_days,
            late_fees: &mut late_fees,
        };
        let columns = OverdueColumns::new(&policy).unwrap();
        let claim_columns = ClaimColumns { contract_totals: &contract_totals, ..book.claims() };
        let sums = columns.assess(claim_columns, book.receipts(), as_of, out);
        match OverdueAssessing::new(&policy, &claims, as_of).deals(&deals).assess() {
            Ok(one) => {
                let sums = sums.unwrap();
                // Claims that have not arisen are in no list, and owe nothing in columns.
                for (at, claim) in claims.iter().enumerate() {
                    let own = one.claims.iter().find(|own| own.claim == claim.id);
                    let own = own.map_or((0, 0, 0), |own| {
                        (own.outstanding.fen(), own.overdue_days, own.reference_fee.fen())
                    });
                    prop_assert_eq!((outstanding[at], overdue_days[at], late_fees[at]), own);
                }
                prop_assert_eq!(usize::try_from(sums.claims).unwrap(), one.claims.len());
                prop_assert_eq!(sums.outstanding, one.totals.outstanding);
                prop_assert_eq!(sums.overdue, one.totals.overdue);
                prop_assert_eq!(sums.late_fee, one.totals.reference_fee);
            }
            Err(error) => prop_assert_eq!(sums.unwrap_err().code(), error.code()),
        }
    }

    #[test]
    fn aging_is_the_same(policy in policies(), claims in claims(), as_of in -50..250_i32, turned: bool,
        mode in 0..3_usize, on in -120..200_i32, end in proptest::option::of(1..200_u32)) {
        let as_of = day(as_of);
        let claims = born(claims, on);
        let bucket = |from_days, to_days| AgingBucket { from_days, to_days };
        let buckets = end.map(|end| vec![bucket(1, Some(end)), bucket(end + 1, None)]);
        let mode = [AgingMode::StillOwed, AgingMode::SincePaid, AgingMode::AllOverdue][mode];
        let book = Book::of(&claims, &policy, turned);
        let columns = OverdueColumns::new(&policy).unwrap();
        let groups = columns.age(book.claims(), book.receipts(), as_of, buckets.as_deref(), mode);
        let report = Aging::new(&claims, as_of).policy(&policy).mode(mode).buckets(buckets.as_deref());
        let report = report.by(&[AgingDimension::Item]).report();
        match report {
            Ok(report) => {
                let there: Vec<_> = groups.unwrap().into_iter().filter(|group| group.claims > 0).collect();
                let rows = &report.tables[0].rows;
                prop_assert_eq!(there.len(), rows.len());
                for (group, row) in there.iter().zip(rows) {
                    prop_assert_eq!(&group.buckets, &row.buckets);
                    prop_assert_eq!([group.not_due, group.undated], [row.not_due, row.undated]);
                    prop_assert_eq!(group.claims, row.claims);
                }
            }
            Err(error) => prop_assert_eq!(groups.unwrap_err().code(), error.code()),
        }
    }
}

#[test]
fn bad_rows_are_refused_at_their_place() {
    let policy = LateFeePolicy::default();
    let columns = OverdueColumns::new(&policy).unwrap();
    let as_of = day(0);
    let age = |claims, receipts| columns.age(claims, receipts, as_of, None, AgingMode::StillOwed);
    let claims = ClaimColumns {
        due: &[20_000],
        amounts: &[100],
        since: &[19_000],
        ..ClaimColumns::default()
    };
    for (claims, receipts, code, path) in [
        (
            ClaimColumns { due: &[1, 2], ..claims },
            ReceiptColumns::default(),
            "overdue.columns",
            "/claims/due",
        ),
        (
            ClaimColumns { amounts: &[-1], ..claims },
            ReceiptColumns::default(),
            "number.negative",
            "/claims/amounts/0",
        ),
        (
            ClaimColumns { contract_totals: &[-1], ..claims },
            ReceiptColumns::default(),
            "number.negative",
            "/claims/contract_totals/0",
        ),
        (
            ClaimColumns { due: &[3_000_000], ..claims },
            ReceiptColumns::default(),
            "number.between",
            "/claims/due/0",
        ),
        (
            claims,
            ReceiptColumns { claims: &[0], days: &[NO_DAY], amounts: &[5] },
            "number.between",
            "/received/days/0",
        ),
        (
            claims,
            ReceiptColumns { claims: &[1], days: &[19_500], amounts: &[5] },
            "overdue.claim_unknown",
            "/received/claims/0",
        ),
        (
            claims,
            ReceiptColumns { claims: &[0, 0], days: &[19_500, 18_000], amounts: &[5, 5] },
            "overdue.payment_early",
            "/received/amounts/1",
        ),
        (
            claims,
            ReceiptColumns { claims: &[0], days: &[19_500], amounts: &[101] },
            "overdue.paid_above",
            "/received/amounts/0",
        ),
        (
            claims,
            ReceiptColumns { claims: &[0], days: &[19_500], amounts: &[] },
            "overdue.columns",
            "/received/amounts",
        ),
    ] {
        let error = age(claims, receipts).unwrap_err();
        assert_eq!((error.code().as_str(), error.path().as_str()), (code, path));
    }
    assert_eq!(age(claims, ReceiptColumns::default()).unwrap()[0].buckets[5], Money::from_fen(100));
}

#[test]
fn a_cap_by_the_total_needs_one() {
    let policy = LateFeePolicy {
        tiers: vec![LateFeeTier::new("0.0005".parse().unwrap())],
        caps: vec![LateFeeCap::OfTotal { share: "0.05".parse().unwrap() }],
        ..LateFeePolicy::default()
    };
    let columns = OverdueColumns::new(&policy).unwrap();
    let assess = |contract_totals| {
        let claims = ClaimColumns {
            due: &[19_000, 19_000],
            amounts: &[1_000_000, 1_000_000],
            contract_totals,
            ..ClaimColumns::default()
        };
        let (mut outstanding, mut overdue_days, mut late_fees) = ([0; 2], [0; 2], [0; 2]);
        let out = AssessedColumns {
            outstanding: &mut outstanding,
            overdue_days: &mut overdue_days,
            late_fees: &mut late_fees,
        };
        columns.assess(claims, ReceiptColumns::default(), day(0), out)
    };
    let error = assess(&[4_000_000, 0]).unwrap_err();
    assert_eq!(error.code().as_str(), "overdue.total_missing");
    assert_eq!(error.path(), "/claims/contract_totals/1");
    // 5 % of the totals is 2,000.00 and 4,000.00 yuan; 1,454 days come to 7,270.00 yuan each.
    assert_eq!(assess(&[4_000_000, 8_000_000]).unwrap().late_fee, Money::from_fen(600_000));
}
