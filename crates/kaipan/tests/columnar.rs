//! The columnar path gives the same fen, and the same errors, as the explained path.

mod random_schemes;

use kaipan::Text;
use kaipan::error::{Code, Finding, Severity};
use kaipan::number::{Area, Figure, Money, Rounding, UnitPrice};
use kaipan::pricing::*;
use kaipan::project::{Dimension, Project, Selection, Unit};
use proptest::prelude::*;
use random_schemes::{row, scheme, units};

/// Unit price and total of every row in fen, or the code and row of the error.
type Fen = Result<Vec<(i64, i64)>, (Code, Option<usize>)>;

/// The price table of one scheme.
fn tabled(scheme: &PricingScheme, units: &[Unit]) -> kaipan::Result<PriceTable> {
    let project = Project { name: "x".into(), units: units.to_vec(), ..Project::default() };
    Trial::new(&project, std::slice::from_ref(scheme)).table()
}

/// Whether the price table tells a violation that columns, which have no findings, refuse.
fn tells(scheme: &PricingScheme, units: &[Unit], code: Code) -> bool {
    let told = |finding: &Finding| finding.code == code && finding.severity == Severity::Violation;
    tabled(scheme, units).is_ok_and(|table| table.findings.iter().any(told))
}

/// The same scheme, names and shares and all, with amounts that every unit has a price by.
fn priceable(scheme: &PricingScheme) -> PricingScheme {
    let mut scheme = PricingScheme {
        base_price: Some("1000000".parse().unwrap()),
        unit_rounding: Rounding::FEN,
        total_rounding: Rounding::FEN,
        ..scheme.clone()
    };
    for factor in &mut scheme.factors {
        let coefficient = factor.method == Method::Coefficient;
        let none = Figure::from_millionths(if coefficient { 1_000_000 } else { 0 });
        match &mut factor.values {
            FactorValues::Table { rows } => rows.iter_mut().for_each(|row| row.value = none),
            FactorValues::Bands { bands, .. } => bands.iter_mut().for_each(|one| one.value = none),
            FactorValues::Steps { steps, .. } => steps.fill(Figure::default()),
            FactorValues::Floors { rule } => {
                rule.step = Figure::default();
                rule.jumps.iter_mut().for_each(|jump| jump.step = Figure::default());
            }
            other => panic!("another kind of values: {other:?}"),
        }
    }
    scheme.spots.iter_mut().for_each(|spot| spot.amount = UnitPrice::default());
    scheme.lump_sums.iter_mut().for_each(|lump| lump.amount = Money::default());
    scheme
}

fn explained(scheme: &PricingScheme, units: &[Unit]) -> Fen {
    match tabled(scheme, units) {
        Ok(table) => Ok(table
            .rows
            .iter()
            .map(|row| (row.unit_price.micros() / 10_000, row.total.fen()))
            .collect()),
        Err(error) => {
            let row =
                error.path().strip_prefix("/project/units/").and_then(|rest| rest.parse().ok());
            Err((error.code(), row))
        }
    }
}

fn columnar(scheme: &PricingScheme, units: &[Unit]) -> Fen {
    let run = || {
        let (compiled, columns) = CompiledScheme::compile(scheme, units)?;
        let mut unit_prices = vec![0; units.len()];
        let mut totals = vec![0; units.len()];
        let out = PricedColumns { unit_prices: &mut unit_prices, totals: &mut totals };
        let sums = compiled.price(&columns.view(), out)?;
        assert_eq!(sums.total.fen(), totals.iter().sum::<i64>());
        Ok(unit_prices.into_iter().zip(totals).collect())
    };
    run().map_err(|error: kaipan::Error| {
        let row = error.path().strip_prefix("/rows/").and_then(|rest| rest.parse().ok());
        (error.code(), row)
    })
}

/// A whole number in a float, as typed arrays of JavaScript have it.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Float(f64);

impl WholeNumber for Float {
    const MOST: u64 = 1 << 53;

    fn count(self) -> i64 {
        self.0 as i64
    }

    fn of(count: i64) -> Float {
        Float(count as f64)
    }
}

/// One row in floats: unit price and total in fen; `None` if it is left to integers.
fn in_floats(compiled: &CompiledScheme, codes: &[&[u16]], area: f64) -> Option<(i64, i64)> {
    let (mut unit_prices, mut totals) = ([Float(0.0)], [Float(0.0)]);
    let out = WholeColumns {
        codes,
        areas: &[Float(area)],
        unit_prices: &mut unit_prices,
        totals: &mut totals,
    };
    let mut sums = ColumnSums::default();
    let done = compiled.price_whole(out, &mut sums);
    let sums = sums.totals().unwrap();
    assert_eq!(sums.units, u64::from(done));
    if !done {
        return None;
    }
    let (unit_price, total) = (unit_prices[0].0, totals[0].0);
    assert_eq!((unit_price.fract(), total.fract()), (0.0, 0.0));
    assert_eq!(sums.area.ten_thousandths() as f64, area);
    assert_eq!(sums.total.fen() as f64, total);
    Some((unit_price as i64, total as i64))
}

fn in_integers(compiled: &CompiledScheme, codes: &[&[u16]], area: i64) -> Option<(i64, i64)> {
    let (mut unit_prices, mut totals) = ([0], [0]);
    let view = ColumnsView { codes, areas: &[area], gift_areas: &[], lump_sums: &[] };
    let out = PricedColumns { unit_prices: &mut unit_prices, totals: &mut totals };
    compiled.price(&view, out).ok().map(|_| (unit_prices[0], totals[0]))
}

/// Areas of all sizes, and beside the places where a total is just rounded up.
fn areas() -> impl Strategy<Value = Vec<i64>> {
    let any_size = (0..56_u32, any::<i64>()).prop_map(|(bits, area)| area & ((1 << bits) - 1));
    let round = (1..1_000_000_i64, 0..6_u32, -1..=1_i64)
        .prop_map(|(count, zeros, beside)| count * 10_i64.pow(zeros) / 2 + beside);
    proptest::collection::vec(prop_oneof![any_size, round], 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn numbers_of_a_host_give_what_integers_give(scheme in scheme(), units in units(), areas in areas()) {
        if let Ok((compiled, columns)) = CompiledScheme::compile(&scheme, &units) {
            for row in 0..units.len() {
                let codes: Vec<&[u16]> =
                    columns.codes.iter().map(|column| &column[row..=row]).collect();
                for area in &areas {
                    if let Some(found) = in_floats(&compiled, &codes, *area as f64) {
                        prop_assert_eq!(Some(found), in_integers(&compiled, &codes, *area));
                    }
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn both_paths_agree_to_the_fen(scheme in scheme(), units in units()) {
        match (explained(&scheme, &units), columnar(&scheme, &units)) {
            // Only the table adds up a summary, whose averages may overflow where rows do not.
            (Err((Code::NumberOverflow, None)), _) => {}
            // Only it has prices per m² of inside area, which may overflow where totals do not.
            (Err((Code::NumberOverflow, Some(at))), Ok(rows))
                if inside_price_overflows(&units[at], rows[at].1) => {}
            (Ok(_), Err((code, None))) if tells(&scheme, &units, code) => {}
            // Columns look at the scheme before they look at amounts: with amounts that can be
            // priced the table tells the same.
            (Err(_), Err((code, None))) if tells(&priceable(&scheme), &units, code) => {}
            (one, other) => prop_assert_eq!(one, other),
        }
    }
}

/// Total ÷ inside area is more than a unit price can hold.
fn inside_price_overflows(unit: &Unit, total_fen: i64) -> bool {
    let micros_of_a_fen = 10_000_i128;
    unit.inside_area.is_some_and(|area| {
        let (fen, area) = (i128::from(total_fen), i128::from(area.ten_thousandths()));
        fen * 10_000 / area * micros_of_a_fen > i128::from(i64::MAX)
    })
}

#[test]
fn the_generator_reaches_both_loops_and_all_errors() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut folded, mut exact, mut fine, mut floats) = (0, 0, 0, 0);
    let mut codes = std::collections::BTreeSet::new();
    for _ in 0..3_000 {
        let scheme = scheme().new_tree(&mut runner).unwrap().current();
        let units = units().new_tree(&mut runner).unwrap().current();
        match CompiledScheme::compile(&scheme, &units) {
            Ok((compiled, columns)) if compiled.is_folded() => {
                folded += 1;
                let codes: Vec<&[u16]> = columns.codes.iter().map(|column| &column[..1]).collect();
                floats +=
                    i32::from(in_floats(&compiled, &codes, columns.areas[0] as f64).is_some());
            }
            Ok(_) => exact += 1,
            Err(_) => {}
        }
        match columnar(&scheme, &units) {
            Ok(_) => fine += 1,
            Err((code, _)) => {
                codes.insert(code);
            }
        }
    }
    assert!(folded > 1_000 && exact > 300 && fine > 1_500, "{folded} {exact} {fine}");
    assert!(floats > 500, "{floats}");
    assert!(
        codes.contains(&Code::NumberOverflow) && codes.contains(&Code::PricingNotPositive),
        "{codes:?}"
    );
}

#[test]
fn what_is_wrong_is_left_to_integers() {
    let plain = PricingScheme {
        code: "plain".into(),
        base_price: Some("12345".parse().unwrap()),
        ..PricingScheme::default()
    };
    for basis in [PriceBasis::UnitFirst, PriceBasis::TotalFirst] {
        let scheme = PricingScheme { price_basis: basis, ..plain.clone() };
        let unit = Unit {
            unit_no: "1".into(),
            building_area: Area::from_ten_thousandths(1_000_000),
            ..Unit::default()
        };
        let (compiled, _) = CompiledScheme::compile(&scheme, &[unit]).unwrap();
        let at = |code: u16, area: f64| in_floats(&compiled, &[&[code]], area);
        assert_eq!(at(0, 1_000_001.0), in_integers(&compiled, &[&[0]], 1_000_001));
        assert!(at(0, 1_000_001.0).is_some());
        for area in [0.5, 1_000_000.5, -1e6, 0.0, -0.0, 2e12, f64::NAN, f64::INFINITY] {
            assert_eq!(at(0, area), None, "{area}");
        }
        assert_eq!(at(1, 1e6), None);
        assert_eq!(in_floats(&compiled, &[], 1e6), None);
        assert_eq!(in_floats(&compiled, &[&[0, 0]], 1e6), None);
    }
}

#[test]
fn bad_columns_are_refused_with_their_row() {
    let unit = |no: &str, line: &str| Unit {
        unit_no: no.into(),
        building: "1".into(),
        floor: 1,
        line: line.into(),
        building_area: "100".parse().unwrap(),
        ..Unit::default()
    };
    let scheme = PricingScheme {
        code: "A".into(),
        base_price: Some("10000".parse().unwrap()),
        factors: vec![Factor {
            name: None,
            dimension: Dimension::Line,
            method: Method::Difference,
            values: FactorValues::Table { rows: vec![row("01", 0), row("02", 100_000_000)] },
            reference: None,
            scope: Selection::all(),
            weight: None,
        }],
        ..PricingScheme::default()
    };
    let units = [unit("1", "01"), unit("2", "02"), unit("3", "03")];
    let (compiled, good) = CompiledScheme::compile(&scheme, &units).unwrap();
    assert_eq!(compiled.axes()[0].code("02"), Some(3));
    assert_eq!(compiled.axes()[0].code("０2\u{a0}"), Some(3));
    assert_eq!(compiled.axes()[0].code("99"), None);
    let run = |columns: &Columns| {
        let (mut a, mut b) = (vec![0; 3], vec![0; 3]);
        let out = PricedColumns { unit_prices: &mut a, totals: &mut b };
        compiled.price(&columns.view(), out).map_err(|e| (e.code(), e.path().to_owned()))
    };
    assert_eq!(run(&good).unwrap().total.to_string(), "3010000.00");
    let mut bad = good.clone();
    bad.codes[0][1] = 99;
    assert_eq!(run(&bad).unwrap_err(), (Code::PricingColumnCode, "/rows/1".into()));
    let mut bad = good.clone();
    bad.areas[2] = -1;
    assert_eq!(run(&bad).unwrap_err(), (Code::PricingColumnArea, "/rows/2".into()));
    let mut bad = good.clone();
    bad.areas.pop();
    assert_eq!(run(&bad).unwrap_err().0, Code::PricingColumnLength);
    let mut bad = good.clone();
    bad.codes.pop();
    assert_eq!(run(&bad).unwrap_err(), (Code::PricingColumnLength, "/codes".into()));
}

#[test]
fn a_solved_base_reprices_the_same_columns() {
    let unit = |no: &str, area: &str| Unit {
        unit_no: no.into(),
        building: "1".into(),
        floor: 1,
        line: "01".into(),
        building_area: area.parse().unwrap(),
        ..Unit::default()
    };
    let units = [unit("1", "89.50"), unit("2", "120.30")];
    let scheme = PricingScheme {
        code: "A".into(),
        base_price: Some("10000".parse().unwrap()),
        total_rounding: Rounding::FEN,
        unit_rounding: Rounding::FEN,
        ..PricingScheme::default()
    };
    let (mut compiled, columns) = CompiledScheme::compile(&scheme, &units).unwrap();
    let third = kaipan::number::Unrounded::new(30_000_i64.into(), 7_i64.into()).unwrap();
    compiled.set_base(third).unwrap();
    let (mut a, mut b) = ([0; 2], [0; 2]);
    compiled.price(&columns.view(), PricedColumns { unit_prices: &mut a, totals: &mut b }).unwrap();
    assert_eq!(a, [428_571, 428_571]);
}

#[test]
fn refusals_have_their_place_in_the_request() {
    let unit = Unit { unit_no: "1".into(), building: "1".into(), ..Unit::default() };
    let scheme = PricingScheme { code: "A".into(), ..PricingScheme::default() };
    let place = |scheme: &PricingScheme| {
        CompiledScheme::compile(scheme, std::slice::from_ref(&unit)).err().unwrap().path()
    };
    assert_eq!(place(&scheme), "/scheme/base_price");
    assert_eq!(place(&scheme.clone().with_base_price("-1".parse().unwrap())), "/scheme/base_price");
    let without_area =
        scheme.with_base_price("10000".parse().unwrap()).with_area_basis(AreaBasis::Inside);
    assert_eq!(place(&without_area), "/units/0/inside_area");
}

#[test]
fn the_same_request_gives_the_same_codes() {
    let rule = FloorRule {
        reference: 1,
        start: None,
        step: "10".parse().unwrap(),
        axis: FloorAxis::default(),
        segments: vec![],
        jumps: vec![],
        top: None,
        lines: vec![],
    };
    let factor = Factor {
        name: None,
        dimension: Dimension::Floor,
        method: Method::Difference,
        values: FactorValues::Floors { rule },
        reference: None,
        scope: Selection::all(),
        weight: None,
    };
    let scheme = PricingScheme {
        code: "A".into(),
        base_price: Some("10000".parse().unwrap()),
        factors: vec![factor],
        ..PricingScheme::default()
    };
    let unit = |floor: i32| Unit {
        unit_no: Text::of(floor),
        building: "1".into(),
        floor,
        line: "1".into(),
        building_area: "100".parse().unwrap(),
        ..Unit::default()
    };
    let units: Vec<Unit> = (1..=30).map(unit).collect();
    let codes = || CompiledScheme::compile(&scheme, &units).unwrap().1.codes;
    let first = codes();
    for _ in 0..10 {
        assert_eq!(codes(), first);
    }
}
