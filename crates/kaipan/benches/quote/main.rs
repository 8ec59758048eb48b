//! `cargo bench -p kaipan --bench quote`: a full quote, with the same written plainly beside it.

mod input;
mod plain;
mod same;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

const QUOTES: usize = 200;

fn quotes(c: &mut Criterion) {
    for (name, loan) in [("quotes", false), ("quotes with the months of the loan", true)] {
        let ours = input::requests(QUOTES, loan).unwrap_or_else(|error| panic!("{error}"));
        let plain: Result<Vec<_>, _> = ours.iter().map(input::plain).collect();
        let plain = plain.unwrap_or_else(|error| panic!("{error}"));
        for (ours, plain) in ours.iter().zip(&plain) {
            match (ours.quote(), plain::quote(plain)) {
                (Ok(ours), Ok(plain)) => {
                    same::same(&ours, &plain).unwrap_or_else(|error| panic!("{error}"));
                }
                (ours, plain) => panic!("{:?} {:?}", ours.err(), plain.err()),
            }
        }
        let mut group = c.benchmark_group(format!("{QUOTES} {name}"));
        group.throughput(Throughput::Elements(QUOTES as u64));
        group.bench_function("kaipan", |b| {
            b.iter(|| ours.iter().for_each(|one| drop(black_box(one.quote()))));
        });
        group.bench_function("rust_decimal", |b| {
            b.iter(|| plain.iter().for_each(|one| drop(black_box(plain::quote(one)))));
        });
        group.finish();
    }
}

criterion_group!(benches, quotes);
criterion_main!(benches);
