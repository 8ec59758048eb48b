//! `cargo bench -p kaipan`: the paths to a price, with `rust_decimal` beside them.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use kaipan::Text;
use kaipan::number::Area;
use kaipan::pricing::*;
use kaipan::project::{Dimension, Project, Unit};
use rust_decimal::{Decimal, RoundingStrategy};
use std::hint::black_box;

const UNITS: usize = 10_000;
const TABLES: [(Dimension, usize, i64); 3] =
    [(Dimension::Floor, 33, 37), (Dimension::Line, 8, 75), (Dimension::View, 5, 125)];

/// Coefficients of a table, in ten-thousandths.
fn coefficient(at: usize, step: i64) -> i64 {
    9_600 + i64::try_from(at).unwrap_or(0) * step
}

fn scheme() -> PricingScheme {
    let factors = TABLES.map(|(dimension, count, step)| {
        let row = |at: usize| FactorRow {
            key: Text::of(at),
            value: kaipan::number::Figure::from_millionths(coefficient(at, step) * 100),
        };
        let values = FactorValues::Table { rows: (0..count).map(row).collect() };
        Factor::new(dimension, Method::Coefficient, values)
    });
    PricingScheme {
        code: "bench".into(),
        base_price: "12345.67".parse().ok(),
        factors: factors.to_vec(),
        ..PricingScheme::default()
    }
}

fn units() -> Vec<Unit> {
    let unit = |at: usize| Unit {
        unit_no: Text::of(at),
        building: Text::of(at / 264),
        floor: i32::try_from(at % 33).unwrap_or(0),
        line: Text::of(at / 33 % 8),
        view: Some(Text::of(at % 5)),
        building_area: Area::from_ten_thousandths(
            600_000 + i64::try_from(at * 7919 % 1_200_000).unwrap_or(0) / 100 * 100,
        ),
        ..Unit::default()
    };
    (0..UNITS).map(unit).collect()
}

fn paths(c: &mut Criterion) {
    let mut group = c.benchmark_group("price 10,000 units");
    group.throughput(Throughput::Elements(UNITS as u64));
    let (compiled, columns) = match CompiledScheme::compile(&scheme(), &units()) {
        Ok(pair) => pair,
        Err(error) => panic!("{error}"),
    };
    let (mut unit_prices, mut totals) = (vec![0; UNITS], vec![0; UNITS]);
    group.bench_function("columnar", |b| {
        b.iter(|| {
            let out = PricedColumns { unit_prices: &mut unit_prices, totals: &mut totals };
            compiled.price(&black_box(&columns).view(), out)
        });
    });
    let base = Decimal::new(1_234_567, 2);
    let tables = TABLES.map(|(_, count, step)| {
        (0..count).map(|at| Decimal::new(coefficient(at, step), 4)).collect::<Vec<_>>()
    });
    let areas: Vec<Decimal> =
        columns.areas.iter().map(|area| Decimal::new(area / 100, 2)).collect();
    group.bench_function("rust_decimal", |b| {
        let half_up = RoundingStrategy::MidpointAwayFromZero;
        b.iter(|| {
            let mut sum = Decimal::ZERO;
            for (at, area) in areas.iter().enumerate() {
                let raw = base * tables[0][at % 33] * tables[1][at / 33 % 8] * tables[2][at % 5];
                let unit = raw.round_dp_with_strategy(0, half_up);
                sum += (unit * area).round_dp_with_strategy(0, half_up);
            }
            black_box(sum)
        });
    });
    let project = Project { name: "bench".into(), units: units(), ..Project::default() };
    let schemes = [scheme()];
    let trial = Trial::new(&project, &schemes);
    group.bench_function("table", |b| b.iter(|| trial.table()));
    group.bench_function("table, all steps", |b| {
        b.iter(|| trial.explain(&Explain::All {}).table());
    });
    group.bench_function("solve a target and level", |b| {
        let average = kaipan::number::UnitPrice::from_micros(12_800_000_000);
        let target = PriceTarget::new(Goal::Average { average });
        let targets = [target.with_levelling(Levelling::SpreadResidual {})];
        b.iter(|| trial.targets(&targets).table());
    });
    group.finish();
}

criterion_group!(benches, paths);
criterion_main!(benches);
