//! Splits come to their whole; a parent's completion is the weighted mean of its parts'.

use crate::history::{cases, day};
use kaipan::kpi::{
    ActualFigure, Completing, CompletionPeriod, FigureOwner, PeriodKind, PeriodSeries, SalesTarget,
    SplitPart, TargetPhasing, TargetSplitting, TargetState,
};
use kaipan::number::Figure;
use proptest::prelude::*;

fn figure(millionths: i64) -> Figure {
    Figure::from_millionths(millionths)
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn parts_come_to_the_whole(
        quanta in 0..9_000_000_i64,
        quantum in prop::sample::select(vec![1_i64, 10_000, 1_000_000, 50_000_000]),
        weights in prop::collection::vec(prop::option::of(0..5_000_000_i64), 1..9),
        below in prop::collection::vec((0..9_usize, 0..5_000_000_i64), 0..9),
        length in 0..100_u32,
    ) {
        let mut parts: Vec<SplitPart> = weights
            .iter()
            .enumerate()
            .map(|(at, weight)| {
                let mut part = SplitPart::new(format!("{at}"));
                part.weight = weight.map(figure);
                part
            })
            .collect();
        parts[0].weight = Some(figure(1));
        for (at, (parent, weight)) in below.iter().enumerate() {
            let parent = format!("{}", parent % weights.len());
            parts.push(SplitPart::new(format!("b{at}")).with_parent(parent).with_weight(figure(weight + 1)));
        }
        let total = figure(quanta * quantum);
        let phasing = TargetPhasing::new(PeriodSeries::new(PeriodKind::Week, day(0), day(length)));
        let split = TargetSplitting::new(total, &parts)
            .quantum(figure(quantum))
            .phasing(&phasing)
            .split()
            .unwrap();
        let sum = |parent: Option<&str>| -> i64 {
            let own = split.lines.iter().filter(|line| line.parent.as_deref() == parent);
            own.map(|line| line.value.millionths()).sum()
        };
        prop_assert_eq!(sum(None), total.millionths());
        for line in &split.lines {
            prop_assert_eq!(line.value.millionths() % quantum, 0);
            if split.lines.iter().any(|part| part.parent.as_ref() == Some(&line.id)) {
                prop_assert_eq!(sum(Some(&line.id)), line.value.millionths());
            } else {
                let periods: i64 = line.periods.iter().map(|part| part.value.millionths()).sum();
                prop_assert_eq!(periods, line.value.millionths());
            }
        }
        // Nobody is more than a quantum away from the exact share.
        let whole: i128 = parts.iter().filter(|part| part.parent.is_none()).map(|part| {
            i128::from(part.weight.map_or(1_000_000, Figure::millionths))
        }).sum();
        for (part, line) in parts.iter().zip(&split.lines).filter(|(part, _)| part.parent.is_none()) {
            let weight = i128::from(part.weight.map_or(1_000_000, Figure::millionths));
            let exact = i128::from(total.millionths()) * weight;
            let found = i128::from(line.value.millionths()) * whole;
            prop_assert!((exact - found).abs() < i128::from(quantum) * whole);
        }
    }

    #[test]
    fn a_parent_is_the_weighted_mean_of_its_parts(
        parts in prop::collection::vec((1..1_000_000_000_i64, 0..1_500_000_000_i64), 1..8),
    ) {
        let period = CompletionPeriod::new(PeriodKind::Month, day(0), day(30), day(30));
        let target = |owner: FigureOwner, value: i64| {
            SalesTarget::new(owner, "signed_amount", PeriodKind::Month, day(0), day(30), figure(value * 10_000))
                .with_state(TargetState::Approved)
        };
        let city = FigureOwner::node("SZ");
        let all: (i64, i64) = parts.iter().fold((0, 0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
        let mut targets = vec![target(city.clone(), all.0)];
        let actual = |owner, value: i64| ActualFigure::new(owner, "signed_amount").with_value(figure(value * 10_000));
        let mut actuals = vec![actual(city.clone(), all.1)];
        for (at, (of, reached)) in parts.iter().enumerate() {
            let owner = FigureOwner::node(format!("P{at}"));
            targets.push(target(owner.clone(), *of).with_part_of(city.clone()));
            actuals.push(actual(owner, *reached));
        }
        let sheet = Completing::new(&targets, &actuals, &period).sheet().unwrap();
        let row = &sheet.rows[0];
        let own = row.parts.as_ref().unwrap();
        prop_assert_eq!(own.completion_rate, row.completion_rate);
        prop_assert!(own.target_difference.unwrap().is_zero() && own.actual_difference.unwrap().is_zero());
        // Σ target × completion ÷ Σ target, with each completion rounded: within half a step.
        let mean: f64 = sheet.rows[1..].iter().zip(&parts)
            .map(|(row, (of, _))| row.completion_rate.unwrap().millionths() as f64 * *of as f64)
            .sum::<f64>() / all.0 as f64;
        let found = row.completion_rate.unwrap().millionths() as f64;
        prop_assert!((mean - found).abs() <= 101.0, "{mean} {found}");
    }
}
