//! Numbers (handbook §22.8): never twice, and the report of gaps finds exactly what was taken away.

use kaipan::Date;
use kaipan::numbering::{
    Drawing, Gaps, IssuedNumber, NumberCounter, NumberReset, NumberScope, NumberedDocument,
    NumberedFor, NumberingRule,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const RESETS: [(NumberReset, &str); 4] = [
    (NumberReset::Never, ""),
    (NumberReset::Yearly, "{yyyy}"),
    (NumberReset::Monthly, "{yy}{mm}"),
    (NumberReset::Daily, "{yyyy}{mm}{dd}"),
];

proptest! {
    #[test]
    fn numbers_are_unique_and_gaps_are_those_taken_away(
        reset in 0_usize..4,
        first in prop::option::of(0_u32..50),
        draws in prop::collection::vec((0_usize..3, 0_u32..20, any::<bool>(), 0_u32..4), 1..60),
        turn in 0_usize..60,
    ) {
        let (reset, date) = RESETS[reset];
        let pattern = format!("X-{{project}}-{date}-{{seq:4}}");
        let mut rule = NumberingRule::new("X", NumberedDocument::Contract, pattern)
            .with_scope(NumberScope::Project)
            .with_reset(reset);
        rule.first = first;
        let mut counters: BTreeMap<usize, NumberCounter> = BTreeMap::new();
        let mut day = Date::from_ymd(2026, 12, 1).unwrap();
        let (mut all, mut kept) = (BTreeSet::new(), Vec::new());
        let mut taken: BTreeMap<(Option<String>, Option<String>), BTreeSet<u32>> = BTreeMap::new();
        let mut ends: Vec<NumberCounter> = Vec::new();
        for (project, later, void, keep) in draws {
            day = day.add_days(later).unwrap();
            let of = NumberedFor::default().with_project(format!("P{project}"));
            let last = counters.get(&project);
            let drawn = Drawing::new(&rule, day).numbered_for(&of).last(last).draw().unwrap();
            prop_assert!(all.insert(drawn.number.clone()), "{} twice", drawn.number);
            let key = |counter: &NumberCounter| {
                (counter.scope.as_ref().map(ToString::to_string), counter.period.as_ref().map(ToString::to_string))
            };
            if keep > 0 {
                let issued = IssuedNumber::new(drawn.number.clone(), day).with_void(void);
                kept.push(issued.with_numbered_for(of));
            } else {
                taken.entry(key(&drawn.counter)).or_default().insert(drawn.counter.last);
            }
            ends.retain(|end| key(end) != key(&drawn.counter));
            ends.push(drawn.counter.clone());
            counters.insert(project, drawn.counter);
        }
        let turn = turn % kept.len().max(1);
        kept.rotate_left(turn);
        let report = Gaps::new(&rule, &kept).counters(&ends).report().unwrap();
        prop_assert!(report.findings.is_empty(), "{:?}", report.findings);
        let mut missing = BTreeMap::new();
        for group in &report.groups {
            let key = (group.scope.as_ref().map(ToString::to_string), group.period.as_ref().map(ToString::to_string));
            let gone: BTreeSet<u32> = group.missing.iter().flat_map(|one| one.from..=one.to).collect();
            prop_assert_eq!(group.used as usize + gone.len(), (group.last + 1 - group.first) as usize);
            if !gone.is_empty() {
                missing.insert(key, gone);
            }
        }
        prop_assert_eq!(missing, taken);
        let void = kept.iter().filter(|one| one.void).count();
        prop_assert_eq!(report.groups.iter().map(|group| group.void.len()).sum::<usize>(), void);
    }
}
