//! `cargo bench -p kaipan --bench deals`: decisions, with the same checks written by hand beside them;
//! replay, with parsing of the same events beside it.

mod history;
mod plain;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use history::Home;
use kaipan::deal::{Deal, DealAction, DealCommand, DealEvent, Deciding};
use std::hint::black_box;

fn decisions(c: &mut Criterion) {
    let reform = plain::reform();
    for (name, home, command) in plain::questions() {
        plain::check_same(&home, &command);
        let mut group = c.benchmark_group(name);
        group.bench_function("kaipan", |b| {
            b.iter(|| {
                let deciding = Deciding::new(black_box(&home.context));
                deciding.stock(&home.stock).deal(&home.deal).decide(black_box(&command))
            });
        });
        group.bench_function("by hand", |b| {
            b.iter(|| {
                let context = black_box(&home.context);
                plain::decide(&home.stock, &home.deal, black_box(&command), context, reform)
            });
        });
        group.finish();
    }
    let home = Home::before_subscribing();
    let command = DealCommand { action: DealAction::Subscribe, draft: history::agreed(true) };
    c.bench_function("a subscription with its snapshot", |b| {
        let deciding = Deciding::new(&home.context).stock(&home.stock).deal(&home.deal);
        b.iter(|| deciding.decide(black_box(&command)));
    });
    c.bench_function("options", |b| {
        let deciding = Deciding::new(&home.context).stock(&home.stock).deal(&home.deal);
        b.iter(|| deciding.options(black_box(&[])));
    });
}

fn replays(c: &mut Criterion) {
    let home = Home::signed();
    let json = serde_json::to_string(&home.deal_events).unwrap_or_default();
    let mut group = c.benchmark_group("a deal from registration to contract");
    group.throughput(Throughput::Elements(home.deal_events.len() as u64));
    group.bench_function("replay", |b| {
        b.iter(|| Deal::replay(home.deal.id.clone(), black_box(&home.deal_events), None));
    });
    group.bench_function("serde_json, parse", |b| {
        b.iter(|| serde_json::from_str::<Vec<DealEvent>>(black_box(&json)));
    });
    group.finish();
}

criterion_group!(benches, decisions, replays);
criterion_main!(benches);
