//! Assessing and aging columns: cost is linear from ten thousand claims to ten million.
#![allow(missing_docs)]

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use kaipan::overdue::{
    AgingMode, AssessedColumns, ClaimColumns, LateFeePolicy, LateFeeTier, OverdueColumns,
    ReceiptColumns, TierMode,
};
use std::hint::black_box;

/// Claims with three receipts each.
struct Book {
    due: Vec<i32>,
    amounts: Vec<i64>,
    groups: Vec<u16>,
    claims: Vec<u32>,
    days: Vec<i32>,
    paid: Vec<i64>,
}

/// 2026-06-30, in days since 1970-01-01.
const TODAY: i32 = 20_634;

fn book(claims: u32) -> Book {
    let mut state = 1_u64;
    let mut draw = move |below: u64| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut book = Book {
        due: Vec::new(),
        amounts: Vec::new(),
        groups: Vec::new(),
        claims: Vec::new(),
        days: Vec::new(),
        paid: Vec::new(),
    };
    for claim in 0..claims {
        let amount = i64::try_from(draw(100_000_000)).unwrap();
        let due = TODAY - i32::try_from(draw(400)).unwrap() + 60;
        book.due.push(due);
        book.amounts.push(amount);
        book.groups.push(u16::try_from(draw(12)).unwrap());
        let mut days: Vec<i32> =
            (0..3).map(|_| due - 20 + i32::try_from(draw(90)).unwrap()).collect();
        days.sort_unstable();
        for day in days {
            book.claims.push(claim);
            book.days.push(day);
            book.paid.push(amount / 100 * i64::try_from(draw(33)).unwrap());
        }
    }
    book
}

fn policy() -> LateFeePolicy {
    let tier = |days, rate: &str| LateFeeTier { up_to_days: days, rate: rate.parse().unwrap() };
    LateFeePolicy {
        tiers: vec![tier(Some(90), "0.0002"), tier(None, "0.0005")],
        tier_mode: TierMode::Marginal,
        grace_days: 15,
        ..LateFeePolicy::default()
    }
}

fn columns(c: &mut Criterion) {
    let policy = policy();
    let columns = OverdueColumns::new(&policy).unwrap();
    let as_of = "2026-06-30".parse().unwrap();
    for (name, ages) in [("assess", false), ("age", true)] {
        let mut group = c.benchmark_group(format!("overdue/{name}"));
        group.sample_size(10);
        for rows in [10_000, 100_000, 1_000_000, 10_000_000_u32] {
            let book = book(rows);
            let claims = ClaimColumns {
                due: &book.due,
                amounts: &book.amounts,
                groups: &book.groups,
                ..ClaimColumns::default()
            };
            let receipts =
                ReceiptColumns { claims: &book.claims, days: &book.days, amounts: &book.paid };
            let size = book.due.len();
            let (mut outstanding, mut days, mut fees) =
                (vec![0; size], vec![0; size], vec![0; size]);
            group.throughput(Throughput::Elements(rows.into()));
            group.bench_function(BenchmarkId::from_parameter(rows), |b| {
                b.iter(|| match ages {
                    true => {
                        black_box(
                            columns
                                .age(claims, receipts, as_of, None, AgingMode::StillOwed)
                                .unwrap(),
                        );
                    }
                    false => {
                        let out = AssessedColumns {
                            outstanding: &mut outstanding,
                            overdue_days: &mut days,
                            late_fees: &mut fees,
                        };
                        black_box(columns.assess(claims, receipts, as_of, out).unwrap());
                    }
                });
            });
        }
    }
}

criterion_group!(benches, columns);
criterion_main!(benches);
