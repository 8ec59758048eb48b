//! Assessing and aging columns: cost is linear from ten thousand claims to ten million.
#![allow(missing_docs)]

mod book;

use book::Book;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use kaipan::overdue::{AgingMode, AssessedColumns, OverdueColumns};
use std::hint::black_box;

fn columns(c: &mut Criterion) {
    let policy = book::policy();
    let columns = OverdueColumns::new(&policy).unwrap();
    let as_of = "2026-06-30".parse().unwrap();
    for (name, ages) in [("assess", false), ("age", true)] {
        let mut group = c.benchmark_group(format!("overdue/{name}"));
        group.sample_size(10);
        for rows in [10_000, 100_000, 1_000_000, 10_000_000_u32] {
            let book = Book::new(rows);
            let (claims, receipts) = (book.claims(), book.receipts());
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
