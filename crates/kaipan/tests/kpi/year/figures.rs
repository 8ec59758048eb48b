//! Funnel, ranks, classes, trend and commission of the year.

use super::books::posted;
use super::{by_month, facts, millionths, months, names};
use kaipan::channel::{ClawBack, CommissionPart, EarningCondition};
use kaipan::kpi::*;
use kaipan::ledger::{Bookkeeping, CommissionFollowing, Ledger, LedgerContext, LedgerPosting};
use kaipan::money::LedgerAccount;
use kaipan::number::{Figure, Money};
use kaipan::{Date, Text};
use std::collections::BTreeMap;

fn figure(millionths: i128) -> Figure {
    Figure::from_millionths(i64::try_from(millionths).unwrap())
}

#[test]
fn the_funnel_is_made_of_its_stages() {
    let (facts, months) = (facts(FinanceSale::Signing), months());
    let ratios = [
        ("call_to_visit_rate", "visits_after_call", "calls"),
        ("visit_to_subscription_rate", "subscriptions", "first_visits"),
        ("subscription_to_signing_flow", "signings", "subscriptions"),
        ("collection_rate", "collections", "signed_amount"),
        ("cancellation_rate", "cancellations", "subscriptions"),
        ("cost_per_visit", "spend", "visits"),
        ("satisfaction", "satisfaction_score", "satisfaction_answers"),
    ];
    let mut wanted: Vec<&str> = ratios.iter().flat_map(|(a, b, c)| [*a, *b, *c]).collect();
    wanted.sort_unstable();
    wanted.dedup();
    let wanted = names(&wanted);
    let table = Measuring::new(facts, &wanted, &months).table().unwrap();
    for (ratio, above, below) in ratios {
        let cells = table.groups[0].cells.iter().filter(|cell| cell.metric == ratio);
        let both = by_month(&table, above).into_iter().zip(by_month(&table, below));
        for (cell, (above, below)) in cells.zip(both) {
            let found = |one: &Option<kaipan::number::Exact>| millionths(one.as_ref().unwrap());
            assert_eq!((found(&cell.numerator), found(&cell.denominator)), (above, below));
            assert_eq!(cell.value.is_none(), below == 0, "{ratio} {}", cell.period);
            assert_eq!(cell.state == ValueState::Undefined, below == 0);
        }
    }
}

/// A measure of the year by a dimension, with what has no value left out.
fn by(metric: &str, by: FactDimension) -> Vec<ListedFigure> {
    let year = PeriodSeries::new(PeriodKind::Year, months().from, months().to);
    let (metrics, by) = (names(&[metric]), [by]);
    let table = Measuring::new(facts(FinanceSale::Signing), &metrics, &year).by(&by).table();
    let groups = table.unwrap().groups.into_iter().skip(1);
    let named = groups.filter_map(|group| {
        let id = group.values[0].value.clone()?;
        Some(ListedFigure::new(id).with_value(figure(millionths(group.cells[0].value.as_ref()?))))
    });
    named.collect()
}

#[test]
fn agents_are_ranked_and_customers_classed() {
    let agents: Vec<ListedFigure> = by("sold_amount", FactDimension::Agent)
        .into_iter()
        .filter(|one| one.value != Some(Figure::ZERO))
        .collect();
    let sheet = Ranking::new(&agents).sheet().unwrap();
    let sum: i64 = agents.iter().filter_map(|one| one.value).map(Figure::millionths).sum();
    assert_eq!(sheet.total.millionths(), sum);
    assert!(sheet.lines.len() >= 3 && sheet.lines.is_sorted_by_key(|line| line.rank));
    assert!(sheet.lines.is_sorted_by(|one, next| one.value >= next.value));
    // Departments come to what their agents come to.
    let departments = by("sold_amount", FactDimension::Department);
    let of_all: i64 = departments.iter().filter_map(|one| one.value).map(Figure::millionths).sum();
    assert_eq!(of_all, sum);
    let customers: Vec<ListedFigure> = by("net_sold_amount", FactDimension::Customer)
        .into_iter()
        .filter(|one| one.value > Some(Figure::ZERO))
        .collect();
    let sheet = Classing::new(&customers).sheet().unwrap();
    let of_a = sheet.lines.iter().filter(|line| line.class == AbcClass::ClassA);
    let held: i64 = of_a.clone().map(|line| line.value.millionths()).sum();
    let last = of_a.clone().next_back().unwrap().value.millionths();
    let total = sheet.total.millionths();
    // The fewest that hold 80 %.
    assert!(held * 5 >= total * 4 && (held - last) * 5 < total * 4);
    assert_eq!(usize::try_from(sheet.a_count).unwrap(), of_a.count());
}

#[test]
fn the_trend_ends_with_the_year() {
    let (metrics, months) = (names(&["signed_amount"]), months());
    let table = Measuring::new(facts(FinanceSale::Signing), &metrics, &months).table().unwrap();
    let values = by_month(&table, "signed_amount");
    let point = |(period, value): (&KpiPeriod, &i128)| {
        TrendPoint::new(period.from, period.to).with_value(figure(*value))
    };
    let points: Vec<TrendPoint> = table.periods.iter().zip(&values).map(point).collect();
    let trend = Trending::new(PeriodKind::Month, &points).moving(3).table().unwrap();
    let last = trend.steps.last().unwrap();
    assert_eq!(i128::from(last.cumulative.millionths()), values.iter().sum::<i128>());
    for (at, step) in trend.steps.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| values[at]).filter(|before| *before > 0);
        assert_eq!(step.period_on_period.is_some(), before.is_some(), "{}", step.period);
    }
}

/// What deals earn: 0.2 % to 10 million of an agent in a month, 0.3 % above, all back on a quit.
fn scheme() -> CommissionScheme {
    let tier = |above: &str, rate: &str| {
        CommissionTier::new(above.parse().unwrap()).with_rate(rate.parse().unwrap())
    };
    let tiers = vec![tier("0", "0.002"), tier("10000000", "0.003")];
    let pay = CommissionPay::Tiers { mode: CommissionTierMode::Cliff, tiers };
    CommissionScheme::new("T", CommissionMeasure::DealAmount, PeriodKind::Month, pay)
        .with_earned(vec![CommissionPart::new("1".parse().unwrap(), EarningCondition::Signing)])
        .with_claw_back(ClawBack::All {})
}

/// Deals that were signed, from the facts.
fn deals() -> Vec<CommissionedDeal> {
    let facts = facts(FinanceSale::Signing);
    let signed = facts.iter().filter(|fact| fact.kind == FactKind::Signing);
    let deal = |fact: &Fact| {
        let shares = vec![CommissionShare::new(fact.agent.clone().unwrap(), "1".parse().unwrap())];
        let deal = CommissionedDeal::new(fact.deal.clone().unwrap(), fact.amount.unwrap(), shares);
        let quit = facts.iter().find(|quit| {
            quit.kind == FactKind::Cancellation && quit.of.as_ref() == Some(&fact.key)
        });
        let deal = deal.with_signed_on(fact.date);
        CommissionedDeal { quit_on: quit.map(|quit| quit.date), ..deal }
    };
    signed.map(deal).collect()
}

fn post(
    ledger: &mut Ledger,
    sheet: &CommissionSheet,
    deals: &[CommissionedDeal],
) -> Vec<LedgerPosting> {
    let scheme = scheme().code;
    let commands = CommissionFollowing::new(ledger, &scheme, deals).commands(sheet).unwrap();
    let context = LedgerContext::new("2026-12-31T23:00:00".parse().unwrap(), "账务");
    let mut books = Bookkeeping::new(ledger, &context);
    commands.iter().map(|command| books.record(command).unwrap().posting).collect()
}

#[test]
fn commission_of_the_year_is_posted_month_by_month_or_at_once() {
    let (scheme, deals) = (scheme(), deals());
    let whole = Commissioning::new(&scheme, &deals).sheet().unwrap();
    // By hand: each agent and month at the rate that is reached.
    let mut reached: BTreeMap<(Text, String), i64> = BTreeMap::new();
    for deal in &deals {
        let month = |day: Date| day.to_string()[..7].to_owned();
        let signed = deal.signed_on.unwrap();
        if deal.quit_on.is_none_or(|quit| month(quit) != month(signed)) {
            let person = deal.shares[0].person.clone();
            *reached.entry((person, month(signed))).or_default() += deal.amount.fen();
        }
    }
    let mut earned: BTreeMap<(Text, String), i64> = BTreeMap::new();
    for line in whole.lines.iter().filter(|line| line.kind == CommissionKind::Earned) {
        let own = earned.entry((line.person.clone(), line.period.to_string())).or_default();
        *own += line.amount.fen();
    }
    assert_eq!(earned.keys().collect::<Vec<_>>(), reached.keys().collect::<Vec<_>>());
    for (key, fen) in &reached {
        let rate = if *fen > 1_000_000_000 { 3 } else { 2 };
        // Each deal is rounded by itself.
        assert!((earned[key] * 1_000 - fen * rate).abs() <= 1_000 * 20, "{key:?}");
    }
    let mut at_once = posted().0.clone();
    let postings = post(&mut at_once, &whole, &deals);
    assert!(post(&mut at_once, &whole, &deals).is_empty(), "nothing follows a second time");
    let mut nightly = posted().0.clone();
    for month in 1..=12_u32 {
        for day in [15_u32, 28] {
            let as_of = Date::from_ymd(2026, month, day).unwrap();
            let sheet = Commissioning::new(&scheme, &deals).as_of(as_of).sheet().unwrap();
            post(&mut nightly, &sheet, &deals);
        }
    }
    post(&mut nightly, &whole, &deals);
    let payable = |ledger: &Ledger| -> Money {
        let trial = ledger.trial("2026-12-31".parse().unwrap(), ledger.last_order()).unwrap();
        let own = trial.iter().find(|row| row.account == LedgerAccount::CommissionPayable {});
        own.unwrap().amount
    };
    assert_eq!((payable(&at_once), payable(&nightly)), (whole.total, whole.total));
    // Facts of what was posted come to the same, by agent and in either caliber.
    let entries: Vec<kaipan::money::LedgerEntry> =
        postings.into_iter().flat_map(|posting| posting.entries).collect();
    let derived =
        FactDeriving::new(&FactState::default()).entries(&entries).derive().unwrap().state.facts;
    let year = PeriodSeries::new(PeriodKind::Year, months().from, months().to);
    for caliber in [Caliber::Marketing, Caliber::Finance] {
        let (metrics, by) = (names(&["commission"]), [FactDimension::Agent]);
        let measuring = Measuring::new(&derived, &metrics, &year).caliber(caliber).by(&by);
        let table = measuring.table().unwrap();
        let total = i128::from(whole.total.fen()) * 10_000;
        assert_eq!(by_month(&table, "commission"), [total]);
        for group in &table.groups[1..] {
            let agent = group.values[0].value.clone().unwrap();
            let own = whole.lines.iter().filter(|line| line.person == agent);
            let own: i64 = own.map(|line| line.amount.fen()).sum();
            let found = millionths(group.cells[0].value.as_ref().unwrap());
            assert_eq!(found, i128::from(own) * 10_000, "{agent}");
        }
    }
}
