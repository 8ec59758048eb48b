//! What targets and levelling must hold (handbook §2.7), on random schemes, against plain
//! arithmetic and brute force written here.

use kaipan::Text;
use kaipan::number::{
    Area, Figure, Mode, Money, Place, Rate, Rounding, UnitPrice, Unrounded, Wide,
};
use kaipan::pricing::*;
use kaipan::project::{Dimension, Project, Unit, UnitState};
use proptest::prelude::*;
use std::cmp::Ordering;

const LINES: [&str; 3] = ["01", "02", "03"];
const BUILDINGS: [&str; 2] = ["A", "B"];

/// A random project and scheme, kept as plain numbers so that its sums can be written down.
#[derive(Debug, Clone)]
struct Model {
    additive: bool,
    /// Millionths, by floor from 1.
    floor_coefficients: Vec<i64>,
    /// Percent in millionths, by line.
    line_percents: Vec<i64>,
    /// Micro-yuan, by floor from 1.
    floor_differences: Vec<i64>,
    /// Composite discount in millionths.
    delta: Option<i64>,
    units: Vec<Home>,
}

#[derive(Debug, Clone)]
struct Home {
    building: usize,
    floor: usize,
    line: usize,
    /// In 0.0001 m².
    area: i64,
    /// Yuan, of a unit in a deal.
    kept: Option<i64>,
    /// Yuan per m² against the usual price: floor and filed price.
    limits: Option<(i64, i64)>,
}

fn model() -> impl Strategy<Value = Model> {
    let four = |low: i64, high: i64| proptest::collection::vec(low..high, 4);
    let home = (
        0..2_usize,
        1..=4_usize,
        0..3_usize,
        300_000_i64..2_000_000,
        proptest::option::weighted(0.1, 500_000_i64..2_000_000),
        proptest::option::weighted(0.4, (-300_i64..20, 0_i64..300)),
    );
    let home = home.prop_map(|(building, floor, line, area, kept, limits)| Home {
        building,
        floor,
        line,
        area: area - area % 100,
        kept,
        limits,
    });
    (
        any::<bool>(),
        four(900_000, 1_150_000),
        proptest::collection::vec(-5_000_000_i64..9_000_000, 3),
        four(-500_000_000, 700_000_000),
        proptest::option::weighted(0.3, 900_000_i64..1_000_000),
        // The first unit of each building is always free to move.
        (home.clone(), home.clone(), proptest::collection::vec(home, 0..9)),
    )
        .prop_map(|(additive, floors, lines, differences, delta, (mut a, mut b, mut rest))| {
            (a.building, a.kept, b.building, b.kept) = (0, None, 1, None);
            rest.extend([a, b]);
            Model {
                additive,
                floor_coefficients: floors,
                line_percents: lines,
                floor_differences: differences,
                delta,
                units: rest,
            }
        })
}

fn whole(count: i64) -> Unrounded {
    Unrounded::new(Wide::from(count), Wide::ONE).unwrap()
}

fn ratio(count: i64, of: i64) -> Unrounded {
    Unrounded::new(Wide::from(count), Wide::from(of)).unwrap()
}

/// The integer that decimal digits spell.
fn wide(digits: &str) -> Wide {
    let (digits, negative) = digits.strip_prefix('-').map_or((digits, false), |rest| (rest, true));
    let size = digits.bytes().fold(Wide::ZERO, |sum, byte| {
        sum.mul(Wide::from(10_i64)).unwrap().add(Wide::from(i64::from(byte - b'0'))).unwrap()
    });
    if negative { Wide::ZERO.sub(size).unwrap() } else { size }
}

fn exact(base: &SolvedBase) -> Unrounded {
    Unrounded::new(wide(&base.numerator), wide(&base.denominator)).unwrap()
}

fn same(a: &Unrounded, b: &Unrounded) -> bool {
    a.compare(b).unwrap() == Ordering::Equal
}

fn distance(total: Money, target: &Unrounded) -> Unrounded {
    let off = Unrounded::from(total).sub(target).unwrap();
    Unrounded::new(off.numerator().abs().unwrap(), off.denominator()).unwrap()
}

impl Model {
    fn area(&self) -> Unrounded {
        ratio(self.units.iter().map(|home| home.area).sum(), 10_000)
    }

    /// `(C, D)` of a unit: its list price before rounding is `(base × C + D) ÷ δ`.
    fn terms(&self, home: &Home) -> (Unrounded, Unrounded) {
        let floor = ratio(self.floor_coefficients[home.floor - 1], 1_000_000);
        let line = ratio(self.line_percents[home.line], 100_000_000);
        let line = Unrounded::ONE.add(&line).unwrap();
        let coefficient = if self.additive {
            floor.add(&line).unwrap().sub(&Unrounded::ONE).unwrap()
        } else {
            floor.mul(&line).unwrap()
        };
        (coefficient, ratio(self.floor_differences[home.floor - 1], 1_000_000))
    }

    fn delta(&self) -> Unrounded {
        ratio(self.delta.unwrap_or(1_000_000), 1_000_000)
    }

    /// The unrounded list total of some units at a base price, with what kept units add.
    fn total_at(&self, base: &Unrounded, of: impl Fn(&Home) -> bool) -> Unrounded {
        let mut total = Unrounded::ZERO;
        for home in self.units.iter().filter(|home| of(home)) {
            let part = match home.kept {
                Some(yuan) => whole(yuan),
                None => {
                    let (coefficient, difference) = self.terms(home);
                    let price = base.mul(&coefficient).unwrap().add(&difference).unwrap();
                    let area = ratio(home.area, 10_000);
                    price.mul(&area).unwrap().div(&self.delta()).unwrap()
                }
            };
            total = total.add(&part).unwrap().reduced().unwrap();
        }
        total
    }

    fn scheme(&self, price_basis: PriceBasis, unit: Rounding, total: Rounding) -> PricingScheme {
        let factor = |dimension, method, rows: Vec<FactorRow>| {
            Factor::new(dimension, method, FactorValues::Table { rows })
        };
        let by_floor = |values: &[i64]| {
            let row = |(at, value): (usize, &i64)| FactorRow {
                key: Text::of(at + 1),
                value: Figure::from_millionths(*value),
            };
            values.iter().enumerate().map(row).collect()
        };
        let by_line = LINES.iter().zip(&self.line_percents).map(|(line, value)| FactorRow {
            key: (*line).into(),
            value: Figure::from_millionths(*value),
        });
        PricingScheme {
            code: "模型".into(),
            combine: if self.additive {
                CoefCombine::Additive
            } else {
                CoefCombine::Multiplicative
            },
            price_basis,
            factors: vec![
                factor(Dimension::Floor, Method::Coefficient, by_floor(&self.floor_coefficients)),
                factor(Dimension::Line, Method::Percent, by_line.collect()),
                factor(Dimension::Floor, Method::Difference, by_floor(&self.floor_differences)),
            ],
            composite_discount: self.delta.map(|rate| CompositeDiscount {
                modes: vec![DiscountShare {
                    name: None,
                    share: Rate::ONE,
                    rate: Rate::from_millionths(rate),
                }],
                others: vec![],
            }),
            unit_rounding: unit,
            total_rounding: total,
            ..PricingScheme::default()
        }
    }

    fn project(&self) -> Project {
        let units = self.units.iter().enumerate().map(|(at, home)| {
            let limit = |yuan: i64| UnitPrice::from_micros((10_000 + yuan) * 1_000_000);
            Unit {
                unit_no: Text::of(at),
                building: BUILDINGS[home.building].into(),
                floor: i32::try_from(home.floor).unwrap(),
                line: LINES[home.line].into(),
                building_area: Area::from_ten_thousandths(home.area),
                state: if home.kept.is_some() { UnitState::Signed } else { UnitState::OnSale },
                list_total: home.kept.map(|yuan| Money::from_fen(yuan * 100)),
                floor_price: home.limits.map(|(floor, _)| limit(floor)),
                filed_price: home.limits.map(|(_, filed)| limit(filed)),
                ..Unit::default()
            }
        });
        Project { units: units.collect(), ..Project::default() }
    }

    /// The table of a scheme with a target, whatever floors and filed prices are.
    fn table(&self, scheme: &PricingScheme, target: &PriceTarget) -> kaipan::Result<PriceTable> {
        let free = PriceRules { filed: None, floor: false, filed_exact: false };
        table(&self.project(), scheme, std::slice::from_ref(target), &free)
    }
}

fn table(
    project: &Project,
    scheme: &PricingScheme,
    targets: &[PriceTarget],
    rules: &PriceRules,
) -> kaipan::Result<PriceTable> {
    Trial::new(project, std::slice::from_ref(scheme)).targets(targets).rules(rules).table()
}

fn target(goal: Goal, levelling: Levelling) -> PriceTarget {
    PriceTarget::new(goal).with_levelling(levelling)
}

fn rounding() -> impl Strategy<Value = Rounding> {
    (0..3_usize, 0..4_usize).prop_map(|(mode, place)| {
        Rounding::new([Mode::HalfUp, Mode::Up, Mode::Down][mode], Place::ALL[place])
    })
}

fn average_goal(micros: i64) -> (Goal, UnitPrice) {
    let average = UnitPrice::from_micros(micros);
    (Goal::Average { average }, average)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn an_unrounded_table_meets_its_target_exactly(
        model in model(), micros in 9_000_000_000_i64..13_000_000_000, net: bool, total_goal: bool,
    ) {
        let (mut goal, average) = average_goal(micros);
        let mut wanted = Unrounded::from(average).mul(&model.area()).unwrap();
        if total_goal {
            let total = Money::from_fen(wanted.scaled(2).unwrap().to_i64().unwrap());
            goal = Goal::Total { total };
            wanted = Unrounded::from(total);
        }
        let scheme = model.scheme(PriceBasis::UnitFirst, Rounding::YUAN, Rounding::YUAN);
        let mut target = target(goal, Levelling::None {});
        if net {
            target.level = PriceLevel::Net;
            wanted = wanted.div(&model.delta()).unwrap();
        }
        // Kept units may leave too little for the others; such targets are refused.
        let Ok(table) = model.table(&scheme, &target) else { return Ok(()) };
        let base = exact(&table.targets[0].bases[0]);
        let reached = model.total_at(&base, |_| true);
        prop_assert!(same(&reached, &wanted), "{reached:?} is not {wanted:?}");
        prop_assert_eq!(base.to_unit_price().unwrap(), table.targets[0].bases[0].base_price);
        let fen = wanted.scaled(2).unwrap().to_i64().unwrap();
        prop_assert_eq!(table.targets[0].target_total.fen(), fen);
        // The table rounds that same number.
        for (row, home) in table.rows.iter().zip(&model.units) {
            if home.kept.is_none() {
                let (coefficient, difference) = model.terms(home);
                let raw = base.mul(&coefficient).unwrap().add(&difference).unwrap();
                let raw = raw.div(&model.delta()).unwrap();
                prop_assert_eq!(Rounding::YUAN.unit_price(&raw).unwrap(), row.unit_price);
                prop_assert_eq!(row.raw_price.clone().unwrap().to_string(), raw.to_text().unwrap());
            }
        }
    }

    #[test]
    fn total_first_meets_a_total_of_whole_steps_exactly(
        model in model(), place in 0..6_usize, mode in 0..3_usize, per_m2 in 9_000_i64..13_000,
    ) {
        let place = Place::ALL[place];
        let rounding = Rounding::new([Mode::HalfUp, Mode::Up, Mode::Down][mode], place);
        let mut model = model;
        for home in &mut model.units {
            home.kept = home.kept.map(|yuan| yuan - yuan % 1_000);
        }
        let area: i64 = model.units.iter().map(|home| home.area).sum();
        let about = area / 100 * per_m2;
        let total = Money::from_fen(about - about % place.fen());
        let levelled = target(Goal::Total { total }, Levelling::SpreadResidual {});
        let scheme = model.scheme(PriceBasis::TotalFirst, Rounding::YUAN, rounding);
        let Ok(table) = model.table(&scheme, &levelled) else { return Ok(()) };
        prop_assert_eq!(table.targets[0].total, total);
        prop_assert!(table.targets[0].deviation.is_zero());
        prop_assert_eq!(table.rows.iter().map(|row| row.total.fen()).sum::<i64>(), total.fen());
        prop_assert!(table.rows.iter().all(|row| row.total.fen() % place.fen() == 0));
        let codes: Vec<_> = table.findings.iter().map(|f| f.code.as_str()).collect();
        prop_assert!(!codes.contains(&"pricing.residual"));
    }

    #[test]
    fn unit_first_leaves_nothing_that_one_step_on_one_unit_could_better(
        model in model(), unit in rounding(), total in rounding(),
        micros in 9_000_000_000_i64..13_000_000_000,
    ) {
        let (goal, average) = average_goal(micros);
        let wanted = Unrounded::from(average).mul(&model.area()).unwrap();
        let scheme = model.scheme(PriceBasis::UnitFirst, unit, total);
        let unlevelled = target(goal, Levelling::None {});
        let spread = unlevelled.clone().with_levelling(Levelling::SpreadResidual {});
        let Ok(levelled) = model.table(&scheme, &spread) else { return Ok(()) };
        let reached = levelled.targets[0].total;
        let left = distance(reached, &wanted);
        for (row, home) in levelled.rows.iter().zip(&model.units) {
            for sign in [-1, 1] {
                let step = UnitPrice::from_micros(sign * unit.place.fen() * 10_000);
                let Some(price) = row.unit_price.checked_add(step) else { continue };
                if home.kept.is_some() || !price.is_positive() {
                    continue;
                }
                let product = Unrounded::from(price).mul(&Unrounded::from(row.building_area)).unwrap();
                let moved = total.round(&product).unwrap().checked_sub(row.total).unwrap();
                let off = distance(reached.checked_add(moved).unwrap(), &wanted);
                prop_assert!(
                    off.compare(&left).unwrap() != Ordering::Less,
                    "unit {} by {step}: {off:?} is closer than {left:?}", row.unit_no
                );
            }
        }
        // Levelling moves whole steps from the rounded price, and says how many.
        let plain = model.table(&scheme, &unlevelled).unwrap();
        let before = distance(plain.targets[0].total, &wanted);
        prop_assert!(left.compare(&before).unwrap() != Ordering::Greater);
        for (row, old) in levelled.rows.iter().zip(&plain.rows) {
            let moved = row.unit_price.micros() - old.unit_price.micros();
            prop_assert_eq!(moved, i64::from(row.levelled_steps) * unit.place.fen() * 10_000);
        }
        let moved = levelled.rows.iter().filter(|row| row.levelled_steps != 0).count();
        prop_assert_eq!(levelled.targets[0].levelled_units as usize, moved);
    }

    #[test]
    fn a_nudged_base_is_the_best_within_its_reach(
        model in model(), total_first: bool, unit in rounding(), total in rounding(),
        place in 0..5_usize, reach in 0..6_u32, micros in 9_000_000_000_i64..13_000_000_000,
    ) {
        let place = Place::ALL[place];
        let (goal, average) = average_goal(micros);
        let wanted = Unrounded::from(average).mul(&model.area()).unwrap();
        let basis = if total_first { PriceBasis::TotalFirst } else { PriceBasis::UnitFirst };
        let mut scheme = model.scheme(basis, unit, total);
        let plain = target(goal, Levelling::None {});
        let Ok(solved) = model.table(&scheme, &plain) else { return Ok(()) };
        let base = exact(&solved.targets[0].bases[0]);
        let mut best = distance(solved.targets[0].total, &wanted);
        let nudge = plain.with_levelling(Levelling::NudgeBase { place, reach });
        let nudged = model.table(&scheme, &nudge).unwrap();
        // By brute force: every base on the grid around the solved one, as a given base price.
        let project = model.project();
        let middle = Rounding { guard: false, ..Rounding::half_up(place) }.round(&base).unwrap();
        for k in -i64::from(reach)..=i64::from(reach) {
            let candidate = UnitPrice::from_micros((middle.fen() + k * place.fen()) * 10_000);
            scheme.base_price = Some(candidate);
            let Ok(tried) = table(&project, &scheme, &[], &PriceRules::usual()) else { continue };
            let off = distance(tried.summaries.last().unwrap().total, &wanted);
            if off.compare(&best).unwrap() == Ordering::Less {
                best = off;
            }
        }
        let off = distance(nudged.targets[0].total, &wanted);
        prop_assert!(same(&off, &best), "{off:?} instead of {best:?}");
    }

    #[test]
    fn two_levels_add_up(
        model in model(), first in 500_000_i64..2_000_000, second in 500_000_i64..2_000_000,
        normalise: bool, micros in 9_000_000_000_i64..13_000_000_000,
    ) {
        let (goal, average) = average_goal(micros);
        let shares = [first, second];
        let split = BuildingSplit {
            buildings: BUILDINGS
                .iter()
                .zip(shares)
                .map(|(building, share)| BuildingShare {
                    building: (*building).into(),
                    coefficient: Rate::from_millionths(share),
                })
                .collect(),
            normalise,
        };
        let mut target = target(goal, Levelling::None {});
        target.split = Some(split);
        let scheme = model.scheme(PriceBasis::UnitFirst, Rounding::YUAN, Rounding::YUAN);
        let Ok(table) = model.table(&scheme, &target) else { return Ok(()) };
        let area_of = |building: usize| -> i64 {
            model.units.iter().filter(|home| home.building == building).map(|home| home.area).sum()
        };
        // M × β × ΣA ÷ Σ(A β) when normalised, M × β otherwise.
        let weights: i128 =
            (0..2).map(|b| i128::from(area_of(b)) * i128::from(shares[b])).sum();
        let mut sum = Unrounded::ZERO;
        for building in 0..2 {
            let share = ratio(shares[building], 1_000_000);
            let mut wanted = Unrounded::from(average).mul(&share).unwrap();
            if normalise {
                let weights = Unrounded::new(Wide::from(weights), wide("10000000000")).unwrap();
                wanted = wanted.mul(&model.area()).unwrap().div(&weights).unwrap();
            }
            let total = wanted.mul(&ratio(area_of(building), 10_000)).unwrap();
            let base = &table.targets[0].bases[building];
            prop_assert_eq!(base.building.as_deref(), Some(BUILDINGS[building]));
            prop_assert_eq!(base.target_average, wanted.to_unit_price().unwrap());
            let reached = model.total_at(&exact(base), |home| home.building == building);
            prop_assert!(same(&reached, &total));
            sum = sum.add(&total).unwrap().reduced().unwrap();
        }
        if normalise {
            let whole = Unrounded::from(average).mul(&model.area()).unwrap();
            prop_assert!(same(&sum, &whole));
        }
        let fen = sum.scaled(2).unwrap().to_i64().unwrap();
        prop_assert_eq!(table.targets[0].target_total.fen(), fen);
    }

    #[test]
    fn levelling_makes_no_violation_that_was_not_there(
        model in model(), total_first: bool, nudge: bool, split: bool, unit in rounding(),
        coarse in 0..6_usize, mode in 0..3_usize,
        micros in 9_950_000_000_i64..10_050_000_000, drop in 0_i64..400_000_000,
    ) {
        // Prices close to the limits: hardly any factors. Totals may be rounded more coarsely than
        // a step of the unit price moves them.
        let mut model = model;
        for home in &mut model.units {
            home.kept = None;
            home.limits = Some(home.limits.unwrap_or((-home.area % 20, home.area / 100 % 20)));
        }
        model.floor_coefficients.fill(1_000_000);
        model.line_percents.fill(0);
        model.delta = None;
        for (at, value) in model.floor_differences.iter_mut().enumerate() {
            *value = drop * i64::try_from(at).unwrap() / 4;
        }
        let (goal, _) = average_goal(micros);
        let basis = if total_first { PriceBasis::TotalFirst } else { PriceBasis::UnitFirst };
        let total = Rounding::new([Mode::HalfUp, Mode::Up, Mode::Down][mode], Place::ALL[coarse]);
        let scheme = model.scheme(basis, unit, total);
        let levelling = if nudge {
            Levelling::NudgeBase { place: Place::Ten, reach: 10 }
        } else {
            Levelling::SpreadResidual {}
        };
        let mut target = target(goal, levelling);
        target.split = split.then(|| BuildingSplit {
            buildings: BUILDINGS.map(|building| BuildingShare {
                building: building.into(),
                coefficient: Rate::ONE,
            }).into(),
            normalise: true,
        });
        let mut project = model.project();
        for (unit, home) in project.units.iter_mut().zip(&model.units) {
            // Every other floor limit is one of the total.
            if let Some((floor, _)) = home.limits.filter(|(floor, _)| floor % 2 == 0) {
                unit.floor_price = None;
                unit.floor_total = Some(Money::from_fen(home.area * (10_000 + floor) / 100));
            }
        }
        let rules = PriceRules {
            filed: Some(FiledPriceRule { down: None, ..FiledPriceRule::strict() }),
            ..PriceRules::default()
        };
        let table = |target: &PriceTarget| {
            table(&project, &scheme, std::slice::from_ref(target), &rules)
        };
        let Ok(levelled) = table(&target) else { return Ok(()) };
        let plain = table(&target.with_levelling(Levelling::None {})).unwrap();
        let broken = |row: &TableRow| -> Vec<String> {
            let flags = row.flags.iter().filter(|flag| {
                ["pricing.below_floor", "pricing.above_filed"].contains(&flag.as_str())
            });
            flags.map(ToString::to_string).collect()
        };
        for (row, old) in levelled.rows.iter().zip(&plain.rows) {
            let (now, before) = (broken(row), broken(old));
            for code in &now {
                prop_assert!(before.contains(code), "{}: {code} at {}", row.unit_no, row.total);
            }
            let low = now.iter().any(|code| code == "pricing.below_floor");
            let high = now.iter().any(|code| code == "pricing.above_filed");
            if !(nudge || low && high) {
                prop_assert!(!low || row.total >= old.total);
                prop_assert!(!high || row.total <= old.total);
            }
        }
    }
}

#[test]
fn the_random_models_are_solved_and_levelled() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut solved, mut moved, mut limited) = (0, 0, 0);
    for _ in 0..300 {
        let model = model().new_tree(&mut runner).unwrap().current();
        let scheme = model.scheme(PriceBasis::UnitFirst, Rounding::YUAN, Rounding::YUAN);
        let (goal, _) = average_goal(10_123_456_789);
        let targets = [target(goal, Levelling::SpreadResidual {})];
        if let Ok(table) = table(&model.project(), &scheme, &targets, &PriceRules::usual()) {
            solved += 1;
            moved += usize::from(table.targets[0].levelled_units > 0);
            let text = "moving further would cross floor or filed prices";
            limited += usize::from(table.findings.iter().any(|f| f.en.contains(text)));
        }
    }
    assert!(solved > 250 && moved > 100 && limited > 10, "{solved} {moved} {limited}");
}
