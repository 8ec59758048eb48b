//! Ten measures by company and month from columns of facts: the time for a fact stays the same, however
//! many there are.

#![allow(missing_docs)]

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use kaipan::Text;
use kaipan::kpi::{Caliber, CompiledMeasures, FactColumns, FactKind, PeriodKind, PeriodSeries};
use std::hint::black_box;

const METRICS: [&str; 10] = [
    "calls",
    "visits",
    "subscriptions",
    "subscribed_amount",
    "subscribed_area",
    "signings",
    "signed_amount",
    "cancelled_amount",
    "collections",
    "spend",
];

/// Of twenty facts so many are of each kind.
const KINDS: [FactKind; 20] = [
    FactKind::Call,
    FactKind::Call,
    FactKind::Call,
    FactKind::Call,
    FactKind::Visit,
    FactKind::Visit,
    FactKind::Visit,
    FactKind::Subscription,
    FactKind::Subscription,
    FactKind::Signing,
    FactKind::Signing,
    FactKind::Cancellation,
    FactKind::Collection,
    FactKind::Collection,
    FactKind::Collection,
    FactKind::Collection,
    FactKind::Spend,
    FactKind::Spend,
    FactKind::Released,
    FactKind::NewCustomer,
];

/// Projects, four to a company.
const NODES: u32 = 200;

/// Columns of made-up facts, the same each time.
struct Facts {
    kinds: Vec<u8>,
    details: Vec<u16>,
    origins: Vec<u32>,
    nodes: Vec<u32>,
    days: Vec<i32>,
    counts: Vec<u32>,
    areas: Vec<i64>,
    amounts: Vec<i64>,
}

/// The mixing of splitmix64.
fn mixed(number: u64) -> u64 {
    let z = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

impl Facts {
    fn new(count: usize) -> Facts {
        let first = CompiledMeasures::day("2026-01-01".parse().unwrap()).unwrap();
        let all = || (1..=count as u64).map(mixed);
        Facts {
            kinds: all().map(|z| KINDS[(z % 20) as usize].code()).collect(),
            details: vec![u16::MAX; count],
            origins: vec![0; count],
            nodes: all().map(|z| ((z >> 8) % u64::from(NODES)) as u32).collect(),
            days: all().map(|z| first + ((z >> 16) % 365) as i32).collect(),
            counts: vec![1; count],
            areas: all().map(|z| ((z >> 32) % 2_000_000) as i64).collect(),
            amounts: all().map(|z| ((z >> 20) % 300_000_000) as i64).collect(),
        }
    }

    fn columns(&self) -> FactColumns<'_> {
        FactColumns {
            kinds: &self.kinds,
            details: &self.details,
            origins: &self.origins,
            nodes: &self.nodes,
            days: &self.days,
            performance_days: &self.days,
            finance_days: &self.days,
            counts: &self.counts,
            areas: &self.areas,
            amounts: &self.amounts,
            finance_amounts: &self.amounts,
            list_amounts: &self.amounts,
        }
    }
}

fn compiled() -> CompiledMeasures {
    let metrics = METRICS.map(Text::from);
    let groups: Vec<u32> = (0..NODES).map(|node| node / 4).collect();
    let year = PeriodSeries::new(
        PeriodKind::Month,
        "2026-01-01".parse().unwrap(),
        "2026-12-31".parse().unwrap(),
    );
    CompiledMeasures::compile(&metrics, Caliber::Marketing, &year, &groups, &[]).unwrap()
}

fn company_by_month(criterion: &mut Criterion) {
    let measures = compiled();
    let mut group = criterion.benchmark_group("kpi_columns");
    group.sample_size(10);
    for count in [100_000, 1_000_000, 10_000_000] {
        let facts = Facts::new(count);
        let sums = measures.count(&facts.columns()).unwrap();
        // What another program has to come to with the same facts.
        let check: i128 = (0..50)
            .flat_map(|g| (0..12).flat_map(move |p| (0..10).map(move |m| (g, p, m))))
            .map(|(group, period, measure)| {
                let weight = (group * 120 + period * 10 + measure) as i128;
                sums.count(group, period, measure).unwrap() * weight
            })
            .sum();
        eprintln!("{count} facts: checksum {check}");
        group.throughput(Throughput::Elements(count as u64));
        group.bench_with_input(BenchmarkId::from_parameter(count), &facts, |bencher, facts| {
            bencher.iter(|| black_box(measures.count(black_box(&facts.columns())).unwrap()));
        });
    }
    group.finish();
}

criterion_group!(benches, company_by_month);
criterion_main!(benches);
