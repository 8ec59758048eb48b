//! Ten measures by company and month from columns of facts: the time for a fact stays the same, however
//! many there are.

#![allow(missing_docs)]

mod facts;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use facts::Facts;
use std::hint::black_box;

fn company_by_month(criterion: &mut Criterion) {
    let measures = facts::compiled();
    let mut group = criterion.benchmark_group("kpi_columns");
    group.sample_size(10);
    for count in [10_000, 100_000, 1_000_000, 10_000_000] {
        let facts = Facts::new(count);
        group.throughput(Throughput::Elements(count as u64));
        group.bench_with_input(BenchmarkId::from_parameter(count), &facts, |bencher, facts| {
            bencher.iter(|| black_box(measures.count(black_box(&facts.columns())).unwrap()));
        });
    }
    group.finish();
}

criterion_group!(benches, company_by_month);
criterion_main!(benches);
