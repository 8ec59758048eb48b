//! Columns count what facts one by one come to.

use crate::history::{all_facts, cases, day, sale};
use kaipan::Text;
use kaipan::kpi::{
    Caliber, CompiledMeasures, Fact, FactColumns, FactDimension, FactKind, Measuring, NO_DAY,
    PeriodKind, PeriodSeries,
};
use proptest::prelude::*;

const METRICS: [&str; 8] = [
    "subscriptions",
    "subscribed_amount",
    "subscribed_area",
    "net_subscriptions",
    "net_subscribed_amount",
    "signed_amount",
    "collected_to_date",
    "sold_value_to_date",
];
const FINANCE: [&str; 4] = ["net_signings", "net_signed_amount", "collections", "signed_to_date"];

/// The kinds that a fact goes back to.
fn origins(facts: &[Fact], fact: &Fact) -> u32 {
    let before = facts.iter().find(|one| fact.of.as_ref() == Some(&one.key));
    before.map_or(0, |before| (1 << before.kind.code()) | origins(facts, before))
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn columns_count_the_same(
        sales in prop::collection::vec(sale(), 0..8),
        finance: bool,
        kind in prop::sample::select(vec![PeriodKind::Week, PeriodKind::Month, PeriodKind::Cumulative]),
    ) {
        let facts = all_facts(&sales);
        let caliber = if finance { Caliber::Finance } else { Caliber::Marketing };
        let names: &[&str] = if finance { &FINANCE } else { &METRICS };
        let metrics: Vec<Text> = names.iter().map(|name| Text::from(*name)).collect();
        let periods = PeriodSeries::new(kind, day(20), day(220));
        let agents = ["agent 0", "agent 1", "agent 2"];
        let compiled =
            CompiledMeasures::compile(&metrics, caliber, &periods, &[0, 1, 2], &["quit".into()]).unwrap();
        let number = |day| CompiledMeasures::day(day).unwrap();
        let column = |of: &dyn Fn(&Fact) -> i64| facts.iter().map(of).collect::<Vec<i64>>();
        let days: Vec<i32> = facts.iter().map(|fact| number(fact.date)).collect();
        let sums = compiled.count(&FactColumns {
            kinds: &facts.iter().map(|fact| fact.kind.code()).collect::<Vec<_>>(),
            details: &facts.iter().map(|fact| if fact.detail.as_deref() == Some("quit") { 0 } else { u16::MAX }).collect::<Vec<_>>(),
            origins: &facts.iter().map(|fact| origins(&facts, fact)).collect::<Vec<_>>(),
            nodes: &facts.iter().map(|fact| {
                let agent = fact.agent.as_deref().unwrap();
                u32::try_from(agents.iter().position(|one| *one == agent).unwrap()).unwrap()
            }).collect::<Vec<_>>(),
            days: &days,
            performance_days: &days,
            finance_days: &facts.iter().map(|fact| fact.finance_date.map_or(NO_DAY, number)).collect::<Vec<_>>(),
            counts: &vec![1; facts.len()],
            areas: &column(&|fact| fact.area.unwrap().ten_thousandths()),
            amounts: &column(&|fact| fact.amount.unwrap().fen()),
            finance_amounts: &column(&|fact| fact.finance_amount.or(fact.amount).unwrap().fen()),
            list_amounts: &column(&|fact| fact.list_amount.unwrap().fen()),
        }).unwrap();
        let table = Measuring::new(&facts, &metrics, &periods)
            .caliber(caliber)
            .by(&[FactDimension::Agent])
            .table()
            .unwrap();
        for group in &table.groups[1..] {
            let agent = group.values[0].value.as_deref().unwrap();
            let place = agents.iter().position(|one| *one == agent).unwrap();
            for (at, cell) in group.cells.iter().enumerate() {
                let (period, measure) = (at / metrics.len(), at % metrics.len());
                let found = sums.value(place, period, measure);
                prop_assert_eq!(found.as_ref(), cell.value.as_ref(), "{} {}", &cell.metric, &cell.period);
            }
        }
    }
}

#[test]
fn what_columns_cannot_be() {
    let periods = PeriodSeries::new(PeriodKind::Month, day(0), day(30));
    let compile = |name: &str, groups: &[u32]| {
        CompiledMeasures::compile(&[name.into()], Caliber::Marketing, &periods, groups, &[])
    };
    for name in ["average_price", "signing_days", "signed_of_cohort", "net_subscriptions_3_months"]
    {
        assert_eq!(
            compile(name, &[0]).unwrap_err().code().to_string(),
            "kpi.not_columnar",
            "{name}"
        );
    }
    let detail = |name: &str| name.into();
    let of = |groups: &[u32], details: &[Text]| {
        let metrics = ["subscriptions".into()];
        let compiled =
            CompiledMeasures::compile(&metrics, Caliber::Marketing, &periods, groups, details);
        let error = compiled.unwrap_err();
        (error.code().to_string(), error.path())
    };
    let found = of(&[0], &[detail("quit"), detail("quit")]);
    assert_eq!(found, ("kpi.id_twice".into(), "/details/1".into()));
    assert_eq!(of(&[u32::MAX], &[]), ("kpi.many_cells".into(), "/groups".into()));
    let many: Vec<Text> = (0..65_536).map(|at| detail(&at.to_string())).collect();
    assert_eq!(of(&[0], &many), ("number.between".into(), "/details".into()));
    let compiled = compile("subscriptions", &[0]).unwrap();
    assert_eq!(compiled.periods().len(), 1);
    let short = FactColumns { kinds: &[0], ..FactColumns::default() };
    assert_eq!(compiled.count(&short).unwrap_err().code().to_string(), "kpi.column_lengths");
    let good = FactColumns {
        kinds: &[FactKind::Subscription.code()],
        details: &[0],
        origins: &[0],
        nodes: &[0],
        days: &[0],
        performance_days: &[0],
        finance_days: &[0],
        counts: &[1],
        areas: &[0],
        amounts: &[0],
        finance_amounts: &[0],
        list_amounts: &[0],
    };
    assert_eq!(compiled.count(&good).unwrap().groups(), 1);
    for (bad, code, path) in [
        (FactColumns { nodes: &[1], ..good }, "kpi.column_node", "/facts/nodes/0"),
        (FactColumns { kinds: &[20], ..good }, "kpi.column_node", "/facts/kinds/0"),
        (FactColumns { origins: &[1 << 20], ..good }, "kpi.column_node", "/facts/origins/0"),
        (FactColumns { days: &[NO_DAY], ..good }, "number.between", "/facts/days/0"),
        (
            FactColumns { finance_days: &[i32::MAX], ..good },
            "number.between",
            "/facts/finance_days/0",
        ),
        (FactColumns { counts: &[], ..good }, "kpi.column_lengths", "/facts/counts"),
    ] {
        let error = compiled.count(&bad).unwrap_err();
        assert_eq!((error.code().as_str(), error.path().as_str()), (code, path));
    }
    // A detail that has no name is none.
    let unnamed = compiled.count(&FactColumns { details: &[7], ..good }).unwrap();
    assert_eq!(unnamed.count(0, 0, 0), compiled.count(&good).unwrap().count(0, 0, 0));
}
