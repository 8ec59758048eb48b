//! The columnar path allocates nothing per unit, fast rows or exact ones.

use kaipan::Text;
use kaipan::number::{Area, Figure};
use kaipan::pricing::*;
use kaipan::project::{Dimension, Selection, Unit};

fn factor(dimension: Dimension, keys: &[String]) -> Factor {
    let row = |(at, key): (usize, &String)| FactorRow {
        key: key.clone().into(),
        value: Figure::from_millionths(950_001 + 3_137 * i64::try_from(at).unwrap()),
    };
    Factor {
        name: None,
        dimension,
        method: Method::Coefficient,
        values: FactorValues::Table { rows: keys.iter().enumerate().map(row).collect() },
        reference: None,
        scope: Selection::all(),
        weight: None,
    }
}

fn units(count: usize) -> Vec<Unit> {
    let unit = |at: usize| Unit {
        unit_no: Text::of(at),
        building: "1".into(),
        floor: i32::try_from(at % 30).unwrap(),
        line: Text::of(at % 8),
        view: Some(Text::of(at % 5)),
        building_area: Area::from_ten_thousandths(800_000 + 100 * i64::try_from(at % 997).unwrap()),
        gift_area: Some(Area::from_ten_thousandths(50_000)),
        ..Unit::default()
    };
    (0..count).map(unit).collect()
}

fn scheme(gift: Option<GiftRule>) -> PricingScheme {
    let keys = |count: usize| (0..count).map(|at| at.to_string()).collect::<Vec<_>>();
    PricingScheme {
        code: "A".into(),
        base_price: Some("12345.678901".parse().unwrap()),
        factors: vec![
            factor(Dimension::Floor, &keys(30)),
            factor(Dimension::Line, &keys(8)),
            factor(Dimension::View, &keys(5)),
        ],
        gift,
        ..PricingScheme::default()
    }
}

/// Allocations and the peak of bytes in use while pricing so many rows.
fn measured(scheme: &PricingScheme, count: usize) -> (u64, u64, bool) {
    let (compiled, columns) = CompiledScheme::compile(scheme, &units(count)).unwrap();
    let (mut unit_prices, mut totals) = (vec![0; count], vec![0; count]);
    let view = columns.view();
    let used = allocation_counter::measure(|| {
        let out = PricedColumns { unit_prices: &mut unit_prices, totals: &mut totals };
        compiled.price(&view, out).unwrap();
    });
    (used.count_total, used.bytes_max, compiled.is_folded())
}

#[test]
fn fast_rows_allocate_nothing() {
    assert_eq!(measured(&scheme(None), 10_000), (0, 0, true));
}

/// A row with a gift area divides by its area: quotients that are no short decimals take memory, and
/// give it back.
#[test]
fn exact_rows_keep_nothing() {
    let gift = Some(GiftRule::Conversion { rate: "0.5".parse().unwrap() });
    let (_, peak, folded) = measured(&scheme(gift), 10_000);
    assert!(!folded && peak < 1_024, "{peak} bytes");
}

#[test]
fn a_compiled_scheme_stays_under_a_megabyte() {
    let units = units(5_000);
    let mut kept = None;
    let used = allocation_counter::measure(|| {
        kept = Some(CompiledScheme::compile(&scheme(None), &units).unwrap());
    });
    // What remains is the scheme with its tables, and the columns: 4 code columns and areas.
    let columns = 5_000 * (4 * 2 + 8);
    let table = u64::try_from(used.bytes_current).unwrap() - columns;
    assert!(kept.unwrap().0.is_folded());
    assert!(table < 1_000_000, "{table} bytes");
}
