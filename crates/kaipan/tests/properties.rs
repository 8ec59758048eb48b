//! The invariants of pricing (handbook §11, items 1 to 3).

use kaipan::Text;
use kaipan::error::Code;
use kaipan::number::{Area, Figure, Mode, Place, Rounding, UnitPrice, Unrounded, Wide};
use kaipan::pricing::*;
use kaipan::project::{Dimension, Project, Selection, Unit, validate};
use proptest::prelude::*;
use std::cmp::Ordering;

fn units() -> impl Strategy<Value = Vec<Unit>> {
    // Areas of two decimals, as surveyed.
    let one = (0..3_usize, 1..=4_i32, 0..3_usize, 3_000_i64..20_000, 60_i64..100);
    proptest::collection::vec(one, 1..15).prop_map(|all| {
        let mut units = Vec::new();
        for (at, (building, floor, line, area, share)) in all.into_iter().enumerate() {
            let inside = area * share / 100;
            units.push(Unit {
                unit_no: Text::of(at),
                building: ["A", "B", "C"][building].into(),
                floor,
                line: ["01", "02", "03"][line].into(),
                layout: (line > 0).then(|| Text::of(format_args!("{line}房"))),
                building_area: Area::from_ten_thousandths(area * 100),
                inside_area: Some(Area::from_ten_thousandths(inside * 100)),
                shared_area: Some(Area::from_ten_thousandths((area - inside) * 100)),
                ..Unit::default()
            });
        }
        units
    })
}

fn table_factor(dimension: Dimension, method: Method, keys: &[&str], values: &[i64]) -> Factor {
    let row = |(key, value): (&&str, &i64)| FactorRow {
        key: (*key).into(),
        value: Figure::from_millionths(*value),
    };
    Factor {
        name: None,
        dimension,
        method,
        values: FactorValues::Table { rows: keys.iter().zip(values).map(row).collect() },
        reference: None,
        scope: Selection::all(),
        weight: None,
    }
}

const FLOORS: [&str; 4] = ["1", "2", "3", "4"];
const LINES: [&str; 3] = ["01", "02", "03"];

fn coefficients() -> impl Strategy<Value = Vec<Factor>> {
    let values = |count| proptest::collection::vec(800_000_i64..1_300_000, count);
    (values(4), values(3)).prop_map(|(floors, lines)| {
        vec![
            table_factor(Dimension::Floor, Method::Coefficient, &FLOORS, &floors),
            table_factor(Dimension::Line, Method::Coefficient, &LINES, &lines),
        ]
    })
}

fn differences() -> impl Strategy<Value = Vec<Factor>> {
    let values = |count| proptest::collection::vec(-900_000_000_i64..900_000_000, count);
    (values(4), values(3)).prop_map(|(floors, lines)| {
        vec![
            table_factor(Dimension::Floor, Method::Difference, &FLOORS, &floors),
            table_factor(Dimension::Line, Method::Difference, &LINES, &lines),
        ]
    })
}

fn rounding() -> impl Strategy<Value = Rounding> {
    (0..3_usize, 0..8_usize, any::<bool>()).prop_map(|(mode, place, guard)| Rounding {
        mode: [Mode::HalfUp, Mode::Up, Mode::Down][mode],
        place: Place::ALL[place],
        guard,
    })
}

fn scheme(factors: Vec<Factor>, base: i64) -> PricingScheme {
    PricingScheme {
        code: "S".into(),
        base_price: Some(UnitPrice::from_micros(base)),
        factors,
        ..PricingScheme::default()
    }
}

fn priced(units: &[Unit], scheme: &PricingScheme) -> kaipan::Result<PriceTable> {
    let project = Project { units: units.to_vec(), ..Project::default() };
    Trial::new(&project, std::slice::from_ref(scheme)).table()
}

/// The exact base that meets an average.
fn solved(units: &[Unit], scheme: &PricingScheme, average: i64) -> Unrounded {
    let targets = [PriceTarget::new(Goal::Average { average: UnitPrice::from_micros(average) })];
    let project = Project { units: units.to_vec(), ..Project::default() };
    let trial = Trial::new(&project, std::slice::from_ref(scheme)).targets(&targets);
    let response = trial.bases().unwrap();
    let base = &response.targets[0].bases[0];
    fraction(&base.numerator).div(&fraction(&base.denominator)).unwrap()
}

/// Decimal text as an exact number.
fn fraction(text: &str) -> Unrounded {
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let mut count = Wide::ZERO;
    for byte in text.bytes().filter(u8::is_ascii_digit) {
        count = count.mul(Wide::from(10_i64)).unwrap();
        count = count.add(Wide::from(i64::from(byte - b'0'))).unwrap();
    }
    let size = Unrounded::new(count, Wide::power_of_ten(decimals as u32).unwrap()).unwrap();
    if text.starts_with('-') { Unrounded::ZERO.sub(&size).unwrap() } else { size }
}

fn raw(row: &TableRow) -> Unrounded {
    fraction(&row.raw_price.as_ref().unwrap().to_string())
}

fn same(a: &Unrounded, b: &Unrounded) -> bool {
    a.compare(b).unwrap() == Ordering::Equal
}

fn times(a: &Unrounded, millionths: i64) -> Unrounded {
    let by = Unrounded::new(Wide::from(millionths), Wide::from(1_000_000_i64)).unwrap();
    a.mul(&by).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn building_is_inside_plus_shared_or_the_unit_is_refused(units in units(), off in -3_i64..=3) {
        let mut project = Project { units, ..Project::default() };
        let shared = project.units[0].shared_area.unwrap();
        let moved = Area::from_ten_thousandths(shared.ten_thousandths() + off);
        project.units[0].shared_area = Some(moved);
        match validate(&project) {
            Ok(()) => prop_assert_eq!(off, 0),
            Err(error) if moved.is_negative() => prop_assert_eq!(error.code(), Code::ProjectArea),
            Err(error) => {
                prop_assert!(off != 0);
                prop_assert_eq!(error.code(), Code::ProjectSharedArea);
                prop_assert_eq!(error.path(), "/units/0/shared_area");
            }
        }
    }

    #[test]
    fn the_whole_is_the_sum_of_its_parts_and_prices_are_above_zero(
        units in units(), factors in differences(), base in 1_i64..20_000_000_000,
        unit in rounding(), total in rounding(), total_first: bool,
    ) {
        let mut scheme = scheme(factors, base);
        (scheme.unit_rounding, scheme.total_rounding) = (unit, total);
        scheme.price_basis = if total_first { PriceBasis::TotalFirst } else { PriceBasis::UnitFirst };
        let table = match priced(&units, &scheme) {
            Ok(table) => table,
            Err(error) => {
                prop_assert_eq!(error.code(), Code::PricingNotPositive);
                return Ok(());
            }
        };
        prop_assert!(table.rows.iter().all(|r| r.total.is_positive() && r.unit_price.is_positive()));
        let overall = table.summaries.last().unwrap();
        let buildings = || table.summaries.iter().filter(|s| s.group == SummaryGroup::Building);
        let areas = |area: fn(&Unit) -> Area| units.iter().map(|u| area(u).ten_thousandths()).sum::<i64>();
        prop_assert_eq!(overall.building_area.ten_thousandths(), areas(|u| u.building_area));
        let inside = overall.inside_area.unwrap().ten_thousandths();
        prop_assert_eq!(inside, areas(|u| u.inside_area.unwrap()));
        prop_assert_eq!(
            overall.building_area.ten_thousandths() - inside,
            areas(|u| u.shared_area.unwrap())
        );
        prop_assert_eq!(overall.units as usize, units.len());
        let fen: i64 = table.rows.iter().map(|row| row.total.fen()).sum();
        prop_assert_eq!(fen, overall.total.fen());
        prop_assert_eq!(buildings().map(|s| s.total.fen()).sum::<i64>(), fen);
        prop_assert_eq!(buildings().map(|s| s.units).sum::<u32>(), overall.units);
        let highest = table.rows.iter().map(|r| r.building_unit_price).max().unwrap();
        let lowest = table.rows.iter().map(|r| r.building_unit_price).min().unwrap();
        prop_assert_eq!(overall.highest_unit_price.unit_price, highest);
        prop_assert_eq!(overall.lowest_unit_price.unit_price, lowest);
        if total_first {
            prop_assert!(lowest <= overall.average && overall.average <= highest);
        }
    }

    #[test]
    fn rounding_twice_is_rounding_once(
        rounding in rounding(), numerator in any::<i64>(), denominator in 1_i64..1_000_000_000,
    ) {
        let value = Unrounded::new(Wide::from(numerator), Wide::from(denominator)).unwrap();
        let Ok(money) = rounding.round(&value) else { return Ok(()) };
        prop_assert_eq!(rounding.money(money).unwrap(), money);
        prop_assert_eq!(rounding.round(&Unrounded::from(money)).unwrap(), money);
        if let Ok(price) = rounding.unit_price(&value) {
            prop_assert_eq!(rounding.unit_price(&Unrounded::from(price)).unwrap(), price);
        }
        // Down and up lie on either side of the value, half up on one of them.
        let of = |mode| Rounding { mode, guard: false, ..rounding }.round(&value);
        if let (Ok(down), Ok(up), Ok(half)) = (of(Mode::Down), of(Mode::Up), of(Mode::HalfUp)) {
            prop_assert!(half == down || half == up);
            let gap = up.fen().abs() - down.fen().abs();
            prop_assert!(gap == 0 || gap == rounding.place.fen());
        }
    }

    #[test]
    fn the_same_coefficient_on_every_unit_leaves_ratios_unchanged(
        units in units(), factors in coefficients(), base in 5_000_000_000_i64..30_000_000_000,
        k in 500_000_i64..2_000_000,
    ) {
        let plain = scheme(factors.clone(), base);
        let mut more = factors;
        let every = ["A", "B", "C"];
        more.push(table_factor(Dimension::Building, Method::Coefficient, &every, &[k; 3]));
        let scaled = scheme(more, base);
        let one = priced(&units, &plain).unwrap();
        let other = priced(&units, &scaled).unwrap();
        for (a, b) in one.rows.iter().zip(&other.rows) {
            prop_assert!(same(&times(&raw(a), k), &raw(b)));
        }
        let (a, b) = (&one.rows[0], one.rows.last().unwrap());
        let (c, d) = (&other.rows[0], other.rows.last().unwrap());
        prop_assert!(same(&raw(a).mul(&raw(d)).unwrap(), &raw(b).mul(&raw(c)).unwrap()));
        // Solved for the same average, the coefficient is undone by the base.
        let average = 12_345_670_000;
        let base_with = solved(&units, &scaled, average);
        prop_assert!(same(&times(&base_with, k), &solved(&units, &plain, average)));
    }

    #[test]
    fn twice_the_average_is_twice_the_base_of_coefficients(
        units in units(), factors in coefficients(), average in 1_000_000_i64..30_000_000_000,
    ) {
        let scheme = scheme(factors, 1_000_000);
        let once = solved(&units, &scheme, average);
        prop_assert!(same(&solved(&units, &scheme, 2 * average), &times(&once, 2_000_000)));
    }

    #[test]
    fn a_shift_of_the_base_shifts_the_average_of_differences(
        units in units(), factors in differences(), base in 5_000_i64..30_000, shift in 1_i64..5_000,
    ) {
        // Whole yuan per m² × areas of two decimals: totals are exact to the fen.
        let total = |base: i64| {
            let mut scheme = scheme(factors.clone(), base * 1_000_000);
            scheme.total_rounding = Rounding::FEN;
            priced(&units, &scheme).unwrap().summaries.last().unwrap().total
        };
        let area: i64 = units.iter().map(|unit| unit.building_area.ten_thousandths()).sum();
        let moved = total(base + shift).checked_sub(total(base)).unwrap();
        prop_assert_eq!(moved.fen(), shift * area / 100);
        // And the other way round: an average higher by δ asks for a base higher by δ.
        let scheme = scheme(factors, 1_000_000);
        let (low, high) = (base * 1_000_000, (base + shift) * 1_000_000);
        let gap = solved(&units, &scheme, high).sub(&solved(&units, &scheme, low)).unwrap();
        prop_assert!(same(&gap, &Unrounded::from(UnitPrice::from_micros(shift * 1_000_000))));
    }
}
