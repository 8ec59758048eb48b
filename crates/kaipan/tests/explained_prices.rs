//! Explanations are proved: every step of every price is computed again from its *before*, its rule
//! and its numbers, by an evaluator of this file; each *after* is the next *before*, and the last is
//! the price.

mod random_schemes;

use kaipan::number::{Exact, Mode, Money, Rate, UnitPrice, Unrounded, Wide};
use kaipan::pricing::*;
use kaipan::project::{Clause, Project, Selection, Unit, UnitState};
use proptest::prelude::*;
use random_schemes::{scheme, units};
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// A number as it is shown: exact, or brought to 12 decimals.
#[derive(Debug, Clone)]
struct Span {
    low: Unrounded,
    high: Unrounded,
}

/// Decimal text as an exact number.
fn fraction(text: &str) -> Unrounded {
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let digits = text.bytes().filter(u8::is_ascii_digit).map(|byte| i64::from(byte - b'0'));
    let count = digits.fold(Wide::ZERO, |sum, digit| {
        sum.mul(Wide::from(10_i64)).unwrap().add(Wide::from(digit)).unwrap()
    });
    let size = Unrounded::new(count, Wide::power_of_ten(decimals as u32).unwrap()).unwrap();
    if text.starts_with('-') { Unrounded::ZERO.sub(&size).unwrap() } else { size }
}

fn less(a: &Unrounded, b: &Unrounded) -> bool {
    a.compare(b).unwrap() == Ordering::Less
}

impl Span {
    fn of(shown: &Exact) -> Span {
        let text = shown.to_string();
        let value = fraction(&text);
        // Zeros at the end are not shown: of ten million rounded numbers one has five decimals.
        let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let rounded = (6..=12).contains(&decimals);
        let half = if rounded { fraction("0.0000000000005") } else { Unrounded::ZERO };
        Span { low: value.sub(&half).unwrap(), high: value.add(&half).unwrap() }
    }

    /// The least and the greatest of what the ends of two spans come to.
    fn with(&self, other: &Span, by: impl Fn(&Unrounded, &Unrounded) -> Unrounded) -> Span {
        let ends = [&self.low, &self.high];
        let all = ends.map(|a| [by(a, &other.low), by(a, &other.high)]).concat();
        let pick =
            |first: &Unrounded, next: &Unrounded, lower: bool| match less(next, first) == lower {
                true => next.clone(),
                false => first.clone(),
            };
        let reduce =
            |lower| all[1..].iter().fold(all[0].clone(), |so_far, next| pick(&so_far, next, lower));
        Span { low: reduce(true), high: reduce(false) }
    }

    fn add(&self, other: &Span) -> Span {
        self.with(other, |a, b| a.add(b).unwrap().reduced().unwrap())
    }

    fn times(&self, other: &Span) -> Span {
        self.with(other, |a, b| a.mul(b).unwrap().reduced().unwrap())
    }

    fn over(&self, other: &Span) -> Span {
        self.with(other, |a, b| a.div(b).unwrap().reduced().unwrap())
    }

    /// `sgn(x) × mode(|x| ÷ place) × place`.
    fn rounded(&self, place: &Unrounded, mode: Mode) -> Span {
        let round = |value: &Unrounded| {
            let steps = value.div(place).unwrap();
            let negative = less(&steps, &Unrounded::ZERO);
            let size = if negative { Unrounded::ZERO.sub(&steps).unwrap() } else { steps };
            let half = Unrounded::new(Wide::ONE, Wide::from(2_i64)).unwrap();
            let size = if mode == Mode::HalfUp { size.add(&half).unwrap() } else { size };
            let (whole, rest) = size.numerator().div_rem(size.denominator()).unwrap();
            let up = mode == Mode::Up && !rest.is_zero();
            let whole = if up { whole.add(Wide::ONE).unwrap() } else { whole };
            let size = Unrounded::new(whole, Wide::ONE).unwrap().mul(place).unwrap();
            if negative { Unrounded::ZERO.sub(&size).unwrap() } else { size }
        };
        Span { low: round(&self.low), high: round(&self.high) }
    }

    fn meets(&self, other: &Span) -> bool {
        !less(&self.high, &other.low) && !less(&other.high, &self.low)
    }

    fn is(&self, value: &Unrounded) -> bool {
        self.meets(&Span { low: value.clone(), high: value.clone() })
    }
}

/// What a step comes to; nothing for numbers that are given. `last` is the rule of the step before.
fn computed(step: &Step, last: Option<StepRule>) -> Option<Span> {
    let span = |shown: &Option<Exact>| Span::of(shown.as_ref().unwrap());
    let (before, value, of) = (|| span(&step.before), || span(&step.value), || span(&step.of));
    let minus_one = Span { low: fraction("-1"), high: fraction("-1") };
    let nothing = Span { low: Unrounded::ZERO, high: Unrounded::ZERO };
    Some(match step.rule {
        StepRule::Base
        | StepRule::List
        | StepRule::SolvedBase
        | StepRule::Override
        | StepRule::Entered
        | StepRule::Kept => return None,
        StepRule::Coefficient | StepRule::Area | StepRule::FloorRate => before().times(&value()),
        StepRule::Percent => before().add(&of().times(&value().add(&minus_one))),
        StepRule::Score => {
            let so_far = if last == Some(StepRule::Score) { before() } else { nothing };
            so_far.add(&of().times(&value()))
        }
        StepRule::Difference | StepRule::Spot | StepRule::LumpSum => before().add(&value()),
        StepRule::Gift | StepRule::Levelling => before().add(&value().times(&of())),
        StepRule::CompositeDiscount => before().over(&value()),
        StepRule::UnitRounding | StepRule::TotalRounding => {
            before().rounded(&value().low, step.mode.unwrap())
        }
        StepRule::Derived => {
            let price = before().over(&value());
            step.mode.map_or(price.clone(), |mode| price.rounded(&fraction("0.01"), mode))
        }
        other => panic!("a rule that nobody can compute: {other:?}"),
    })
}

/// Follows the chain of a row's price and of its floor price, and names the rules that they have.
fn follow(row: &TableRow, rules: &mut BTreeSet<String>) -> Result<(), TestCaseError> {
    ends_with(&row.steps, row.unit_price, row.total, rules)?;
    let own = row.floor_steps.is_empty();
    prop_assert_eq!(own, row.floor_price.is_none());
    if let (Some(price), Some(total)) = (row.floor_price, row.floor_total) {
        let list = Span::of(&row.floor_steps[0].after);
        let by_unit = list.is(&Unrounded::from(row.building_unit_price));
        prop_assert!(by_unit || list.is(&Unrounded::from(row.total)));
        ends_with(&row.floor_steps, price, total, rules)?;
    }
    Ok(())
}

/// Follows a chain of steps to a unit price and a total.
fn ends_with(
    steps: &[Step],
    price: UnitPrice,
    whole: Money,
    rules: &mut BTreeSet<String>,
) -> Result<(), TestCaseError> {
    let mut last: Option<&Step> = None;
    for step in steps {
        rules.insert(format!("{:?}", step.rule));
        prop_assert_eq!(&step.before, &last.map(|last| last.after.clone()), "{:?}", step);
        if let Some(computed) = computed(step, last.map(|last| last.rule)) {
            let after = Span::of(&step.after);
            prop_assert!(computed.meets(&after), "{:?} gives {:?}", step, computed);
        }
        last = Some(step);
    }
    // The last step is the price: a total that was rounded, or a unit price beside its total.
    let last = last.unwrap();
    let (unit_price, total) = match last.rule {
        StepRule::TotalRounding => (steps[steps.len() - 2].before.clone(), &last.after),
        _ => (Some(last.after.clone()), last.before.as_ref().unwrap()),
    };
    prop_assert!(Span::of(&unit_price.unwrap()).is(&Unrounded::from(price)));
    prop_assert!(Span::of(total).is(&Unrounded::from(whole)));
    Ok(())
}

/// Where the first number of a chain comes from.
fn begins(
    row: &TableRow,
    scheme: &PricingScheme,
    unit: &Unit,
    solved: &[TargetResult],
) -> Result<(), TestCaseError> {
    let first = &row.steps[0];
    let after = Span::of(&first.after);
    let either = |price: Option<UnitPrice>, total: Option<Money>| {
        price.is_some_and(|price| after.is(&Unrounded::from(price)))
            || total.is_some_and(|total| after.is(&Unrounded::from(total)))
    };
    let right = match first.rule {
        StepRule::Base => after.is(&Unrounded::from(scheme.base_price.unwrap())),
        StepRule::SolvedBase => {
            let base = &solved[0].bases[0];
            after.is(&fraction(&base.numerator).div(&fraction(&base.denominator)).unwrap())
        }
        StepRule::Override => {
            let mut changes = scheme.overrides.iter().rev();
            let change = changes.find(|change| change.select.matches(unit)).unwrap();
            either(change.unit_price, change.total)
        }
        StepRule::Entered => either(None, unit.entered_total),
        StepRule::Kept => either(unit.list_price, unit.list_total),
        other => panic!("no chain begins with {other:?}"),
    };
    prop_assert!(right, "{:?}", first);
    Ok(())
}

/// What a scheme and its units may have besides factors.
#[derive(Debug, Clone)]
struct More {
    per_unit: bool,
    /// Whether a target is met, and whether it is levelled.
    target: Option<bool>,
    /// Units that are signed, by their place: with a total, a unit price, or both.
    kept: (usize, usize),
    override_total: Option<bool>,
    /// 底价 as a share of the list price.
    floor_price: Option<FloorPriceRule>,
}

fn more() -> impl Strategy<Value = More> {
    let target = proptest::option::of(any::<bool>());
    let overridden = proptest::option::weighted(0.3, any::<bool>());
    let floor = (1_i64..1_000_000, random_schemes::rounding()).prop_map(|(rate, rounding)| {
        FloorPriceRule::new(Rate::from_millionths(rate)).with_rounding(rounding)
    });
    let floor = proptest::option::of(floor);
    (proptest::bool::weighted(0.1), target, (0..20_usize, 0..3_usize), overridden, floor).prop_map(
        |(per_unit, target, kept, override_total, floor_price)| More {
            per_unit,
            target,
            kept,
            override_total,
            floor_price,
        },
    )
}

/// Prices the units, with all steps; nothing if they have no price.
fn priced(scheme: &mut PricingScheme, units: &mut [Unit], more: &More) -> Option<PriceTable> {
    if more.per_unit {
        scheme.area_basis = AreaBasis::PerUnit;
        scheme.factors.clear();
    }
    for (at, unit) in (1_i64..).zip(units.iter_mut()) {
        unit.entered_total = more.per_unit.then(|| Money::from_fen(123_456_789 * at));
    }
    if let Some(unit) = units.get_mut(more.kept.0) {
        unit.state = UnitState::Signed;
        let (price, total) = ("10234.56".parse().unwrap(), "1234567.89".parse().unwrap());
        unit.list_price = (more.kept.1 > 0).then_some(price);
        unit.list_total = (more.kept.1 != 1).then_some(total);
    }
    if let Some(by_total) = more.override_total {
        let line = Clause { line: vec!["04".into()], ..Clause::default() };
        let change = PriceOverride::new(Selection::of(line)).with_name("手工");
        scheme.overrides = vec![match by_total {
            true => change.with_total("987654.32".parse().unwrap()),
            false => change.with_unit_price("9876.54".parse().unwrap()),
        }];
    }
    let mut targets = Vec::new();
    if let (Some(levelled), false) = (more.target, more.per_unit) {
        let average = scheme.base_price.take()?;
        let target = PriceTarget::new(Goal::Average { average });
        targets.push(match levelled {
            true => target.with_levelling(Levelling::SpreadResidual {}),
            false => target,
        });
    }
    let project = Project { units: units.to_vec(), ..Project::default() };
    let trial = Trial::new(&project, std::slice::from_ref(scheme)).targets(&targets);
    trial.explain(&Explain::All {}).floor_price(more.floor_price.as_ref()).table().ok()
}

fn proved(
    mut scheme: PricingScheme,
    mut units: Vec<Unit>,
    more: &More,
    rules: &mut BTreeSet<String>,
) -> Result<(), TestCaseError> {
    let Some(table) = priced(&mut scheme, &mut units, more) else { return Ok(()) };
    for row in &table.rows {
        let unit = units.iter().find(|unit| unit.unit_no == row.unit_no).unwrap();
        begins(row, &scheme, unit, &table.targets)?;
        follow(row, rules)?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn every_step_can_be_computed_again(scheme in scheme(), units in units(), more in more()) {
        proved(scheme, units, &more, &mut BTreeSet::new())?;
    }
}

#[test]
fn the_random_prices_have_every_rule() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut rules = BTreeSet::new();
    for _ in 0..400 {
        let scheme = scheme().new_tree(&mut runner).unwrap().current();
        let units = units().new_tree(&mut runner).unwrap().current();
        let more = more().new_tree(&mut runner).unwrap().current();
        proved(scheme, units, &more, &mut rules).unwrap();
    }
    assert_eq!(rules.len(), 20, "{rules:?}");
}
