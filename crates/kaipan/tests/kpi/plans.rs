//! Re-phasing keeps the year, shifting back undoes shifting, bands are the unsold stock.

use kaipan::Date;
use kaipan::error::Code;
use kaipan::kpi::{
    BudgetLine, BudgetOwner, Budgeting, Fact, FactKind, HungStage, NodeShift, NodeShifting,
    PeriodKind, PlanNode, PlanNodeKind, PlanPhase, Rephasing, SalesPlan, SalesPlanKind,
    SalesPlanLine, SalesStage, StockAging, TargetState,
};
use kaipan::number::{Figure, Money};
use proptest::prelude::*;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn figure(count: i64) -> Figure {
    Figure::from_millionths(count * 1_000_000)
}

/// A plan of twelve months.
fn plan(values: &[i64]) -> SalesPlan {
    let month = |(at, value): (usize, &i64)| {
        let from = day("2026-01-01").add_months(i32::try_from(at).unwrap()).unwrap();
        let to = from.add_months(1).unwrap().shift_days(-1).unwrap();
        SalesPlanLine::new("signings", PeriodKind::Month, from, to, figure(*value))
    };
    let lines = values.iter().enumerate().map(month).collect();
    let (from, to) = (day("2026-01-01"), day("2026-12-31"));
    SalesPlan::new("SP-1", SalesPlanKind::Overall, "P1", from, to, lines)
        .with_state(TargetState::Approved)
}

fn total(plan: &SalesPlan) -> i64 {
    plan.lines.iter().map(|line| line.value.millionths()).sum()
}

/// A forest of nodes: each hangs on an earlier one or on none.
fn nodes() -> impl Strategy<Value = Vec<PlanNode>> {
    let node = (0_i32..700, proptest::option::of(-40_i32..40), 0_usize..8, any::<bool>());
    proptest::collection::vec(node, 1..8).prop_map(|all| {
        let make =
            |(at, (days, forecast, above, reached)): (usize, &(i32, Option<i32>, usize, bool))| {
                let planned = day("2026-01-01").shift_days(*days).unwrap();
                let mut node = PlanNode::new(format!("N{at}"), PlanNodeKind::Own, planned);
                let forecast = forecast.filter(|days| *days != 0);
                node.forecast = forecast.map(|days| planned.shift_days(days).unwrap());
                node.real = (*reached && at % 3 == 2).then_some(planned);
                node.hangs_on = (*above < at).then(|| format!("N{above}").into());
                node
            };
        all.iter().enumerate().map(make).collect()
    })
}

/// What happens to a unit, one after the other: released, sold, given back, withdrawn.
fn history(unit: usize, steps: &[(u8, i32)]) -> Vec<Fact> {
    let (mut at, mut facts, mut sale) = (day("2025-01-01"), Vec::new(), None::<String>);
    let mut offered = false;
    for (number, (what, days)) in steps.iter().enumerate() {
        at = at.shift_days(*days).unwrap();
        let key = format!("{unit}/{number}");
        let fact = |kind| {
            Fact::new(key.clone(), kind, at)
                .with_unit(format!("U{unit}"))
                .with_area("89.50".parse().unwrap())
                .with_list_amount("1200000".parse().unwrap())
        };
        match (what % 3, offered, &sale) {
            (0, false, _) => {
                facts.push(fact(FactKind::Released));
                offered = true;
            }
            (1, true, None) => {
                facts.push(fact(FactKind::Subscription));
                sale = Some(key);
            }
            (2, _, Some(of)) => {
                facts.push(fact(FactKind::Cancellation).with_of(of.clone()));
                sale = None;
            }
            (2, true, None) => {
                facts.push(fact(FactKind::Withdrawn));
                offered = false;
            }
            _ => {}
        }
    }
    facts
}

/// Offered and not sold, counted from the facts of one unit alone.
fn is_stock(facts: &[Fact], on: Date) -> bool {
    let (mut offered, mut sold) = (false, false);
    for fact in facts.iter().filter(|fact| fact.date <= on) {
        match fact.kind {
            FactKind::Released => offered = true,
            FactKind::Withdrawn => offered = false,
            FactKind::Subscription => sold = true,
            FactKind::Cancellation => sold = false,
            _ => {}
        }
    }
    offered && !sold
}

proptest! {
    #[test]
    fn rephasing_keeps_the_year(
        values in proptest::collection::vec(0_i64..500, 12),
        today in 0_i32..365,
        changed in proptest::collection::btree_map(0_usize..12, 0_i64..500, 1..6),
        spread in any::<bool>(),
    ) {
        let plan = plan(&values);
        let phases: Vec<PlanPhase> = changed
            .iter()
            .map(|(at, value)| {
                let line = &plan.lines[*at];
                PlanPhase::new("signings", PeriodKind::Month, line.from, figure(*value))
            })
            .collect();
        let today = day("2026-01-01").shift_days(today).unwrap();
        let rephasing = Rephasing::new(&plan, &phases, "推迟", "li", today).spread_rest(spread);
        match rephasing.rephase() {
            Ok(rephased) => {
                prop_assert_eq!(total(&rephased.plan), total(&plan));
                prop_assert_eq!(rephased.totals[0].total.millionths(), total(&plan));
                for (at, line) in rephased.plan.lines.iter().enumerate() {
                    prop_assert!(!line.value.is_negative());
                    if let Some(value) = changed.get(&at) {
                        prop_assert_eq!(line.value, figure(*value));
                    } else if !spread || line.to < today {
                        prop_assert_eq!(line.value, plan.lines[at].value);
                    }
                }
            }
            Err(error) => {
                let codes = [Code::KpiRephaseTotal, Code::KpiRephasePast];
                prop_assert!(codes.contains(&error.code()), "{error:?}");
            }
        }
    }

    #[test]
    fn a_shift_back_undoes_a_shift(nodes in nodes(), at in 0_usize..8, days in -300_i32..300) {
        let at = at % nodes.len();
        let stage = SalesStage::new("强销", day("2026-02-01"), day("2026-03-01"));
        let stages = [HungStage::new(stage).with_begins_with(nodes[at].name.clone())];
        let shift = |nodes: &[PlanNode], stages: &[HungStage], days: i32| {
            let shift = NodeShift::new(nodes[at].name.clone(), "台风").with_days(days);
            NodeShifting::new(nodes, &shift).stages(stages).shift()
        };
        let there = match shift(&nodes, &stages, days) {
            Ok(there) => there,
            Err(error) => {
                prop_assert_eq!(error.code(), Code::KpiNodeReached);
                return Ok(());
            }
        };
        prop_assert!(there.moves.iter().all(|one| one.days == days));
        // A stage that is turned by the shift is told, and cannot be an input.
        let is_turned = there.stages[0].stage.to < there.stages[0].stage.from;
        let stages = if is_turned { &[][..] } else { &there.stages };
        let back = shift(&there.nodes, stages, -days).unwrap();
        prop_assert_eq!(back.nodes, nodes);
        if !is_turned {
            prop_assert_eq!(back.stages[0].stage.from, day("2026-02-01"));
        }
    }

    #[test]
    fn bands_are_the_unsold_stock(
        units in proptest::collection::vec(proptest::collection::vec((0_u8..3, 0_i32..120), 0..8), 0..12),
        on in 0_i32..900,
    ) {
        let on = day("2025-01-01").shift_days(on).unwrap();
        let histories: Vec<Vec<Fact>> =
            units.iter().enumerate().map(|(unit, steps)| history(unit, steps)).collect();
        let facts: Vec<Fact> = histories.concat();
        let sheet = StockAging::new(&facts, on).sheet().unwrap();
        let expected = histories.iter().filter(|facts| is_stock(facts, on)).count();
        prop_assert_eq!(usize::try_from(sheet.stock.units).unwrap(), expected);
        let sum: u32 = sheet.bands.iter().map(|band| band.stock.units).sum();
        prop_assert_eq!(sum, sheet.stock.units);
        let value: i64 = sheet.bands.iter().map(|band| band.stock.list_value.fen()).sum();
        prop_assert_eq!(value, sheet.stock.list_value.fen());
        let groups: u32 = sheet.groups.iter().map(|group| group.stock.units).sum();
        prop_assert_eq!(groups, sheet.stock.units);
    }

    #[test]
    fn budgets_of_months_and_what_has_none_are_all_that_was_spent(
        spent in proptest::collection::vec((0_i32..150, 1_i64..10_000_000), 0..30),
        as_of in 0_i32..150,
    ) {
        let month = |from: &str, to: &str| {
            let owner = BudgetOwner::node("P1");
            BudgetLine::new(from, owner, day(from), day(to), "50000".parse().unwrap())
        };
        let lines = [month("2026-01-01", "2026-01-31"), month("2026-02-01", "2026-02-28")];
        let fact = |(at, (days, fen)): (usize, &(i32, i64))| {
            Fact::new(format!("S{at}"), FactKind::Spend, day("2026-01-01").shift_days(*days).unwrap())
                .with_node("P1")
                .with_amount(Money::from_fen(*fen))
        };
        let facts: Vec<Fact> = spent.iter().enumerate().map(fact).collect();
        let as_of = day("2026-01-01").shift_days(as_of).unwrap();
        let sheet = Budgeting::new(&lines, &facts).as_of(as_of).sheet().unwrap();
        let all: i64 = facts
            .iter()
            .filter(|fact| fact.date <= as_of)
            .filter_map(|fact| fact.amount.map(Money::fen))
            .sum();
        let counted: i64 = sheet.lines.iter().map(|line| line.spent.fen()).sum();
        prop_assert_eq!(counted + sheet.unbudgeted.fen(), all);
        for line in &sheet.lines {
            prop_assert_eq!(line.remaining.fen(), line.amount.fen() - line.spent.fen());
            prop_assert_eq!(line.exceeded, line.spent > line.amount);
        }
    }
}
