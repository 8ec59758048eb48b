//! Columns answer as the engines of one deal do, claim by claim.

use crate::world::{claims, day, policies};
use kaipan::Date;
use kaipan::number::Money;
use kaipan::overdue::{
    Aging, AgingDimension, AgingMode, AssessedColumns, ClaimColumns, LateFeePolicy, MoneyClaim,
    NO_DAY, OverdueAssessing, OverdueColumns, ReceiptColumns,
};
use proptest::prelude::*;

/// Claims as columns, with receipts in the order of claims or turned round.
struct Book {
    due: Vec<i32>,
    amounts: Vec<i64>,
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

proptest! {
    #[test]
    fn an_assessment_is_the_same(policy in policies(), claims in claims(), as_of in -50..250_i32,
        turned: bool) {
        let as_of = day(as_of);
        let book = Book::of(&claims, &policy, turned);
        let rows = claims.len();
        let (mut outstanding, mut overdue_days, mut late_fees) = (vec![0; rows], vec![0; rows], vec![0; rows]);
        let out = AssessedColumns {
            outstanding: &mut outstanding,
            overdue_days: &mut overdue_days,
            late_fees: &mut late_fees,
        };
        let columns = OverdueColumns::new(&policy).unwrap();
        let sums = columns.assess(book.claims(), book.receipts(), as_of, out);
        match OverdueAssessing::new(&policy, &claims, as_of).assess() {
            Ok(one) => {
                let sums = sums.unwrap();
                let of = |of: fn(&kaipan::overdue::AssessedClaim) -> i64| one.claims.iter().map(of).collect::<Vec<_>>();
                prop_assert_eq!(outstanding, of(|one| one.outstanding.fen()));
                prop_assert_eq!(late_fees, of(|one| one.reference_fee.fen()));
                prop_assert!(overdue_days.iter().zip(&one.claims).all(|(days, one)| *days == one.overdue_days));
                prop_assert_eq!(sums.outstanding, one.totals.outstanding);
                prop_assert_eq!(sums.overdue, one.totals.overdue);
                prop_assert_eq!(sums.late_fee, one.totals.reference_fee);
            }
            Err(error) => prop_assert_eq!(sums.unwrap_err().code(), error.code()),
        }
    }

    #[test]
    fn aging_is_the_same(policy in policies(), claims in claims(), as_of in -50..250_i32, turned: bool,
        mode in 0..3_usize) {
        let as_of = day(as_of);
        let mode = [AgingMode::StillOwed, AgingMode::SincePaid, AgingMode::AllOverdue][mode];
        let book = Book::of(&claims, &policy, turned);
        let columns = OverdueColumns::new(&policy).unwrap();
        let groups = columns.age(book.claims(), book.receipts(), as_of, None, mode);
        let report = Aging::new(&claims, as_of).policy(&policy).mode(mode).by(&[AgingDimension::Item]).report();
        match report {
            Ok(report) => {
                let there: Vec<_> = groups.unwrap().into_iter().filter(|group| group.claims > 0).collect();
                let rows = &report.tables[0].rows;
                prop_assert_eq!(there.len(), rows.len());
                for (group, row) in there.iter().zip(rows) {
                    prop_assert_eq!(&group.buckets, &row.buckets);
                    prop_assert_eq!([group.not_due, group.undated], [row.not_due, row.undated]);
                    prop_assert_eq!(group.claims, u64::from(row.claims));
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
            "overdue.number",
            "/claims/0/amounts",
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
