//! What is counted of the facts is what the lines of the year say, summed by hand.

use super::books::posted;
use super::{by_month, facts, fen, lines, months, names, text};
use kaipan::deal::{Deal, DealEvent, DocumentKind};
use kaipan::kpi::{
    Caliber, FactDimension, FinanceSale, Measuring, PeriodKind, PeriodSeries, measures,
};
use kaipan::money::{LedgerAccount, MoneyCategory, category};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Sums by measure, then by month from 0, in millionths.
#[derive(Default)]
struct Sums(BTreeMap<&'static str, [i128; 12]>);

impl Sums {
    fn add(&mut self, metric: &'static str, day: &str, millionths: i128) {
        let month: usize = day[5..7].parse().unwrap();
        self.0.entry(metric).or_default()[month - 1] += millionths;
    }

    fn count(&mut self, metric: &'static str, day: &str) {
        self.add(metric, day, 1_000_000);
    }
}

/// What is known of a deal from its lines so far.
#[derive(Default)]
struct Known {
    total: i128,
    subscribed: bool,
}

/// Deals that another home has moved to: what they open is no sale of its own.
fn moved() -> BTreeSet<&'static str> {
    let from = "/body/change/settled/from_deal";
    let lines = lines().iter().filter(|line| !text(line, from).is_empty());
    lines.map(|line| text(line, "/body/deal")).collect()
}

fn by_hand() -> Sums {
    let (mut sums, moved) = (Sums::default(), moved());
    let mut deals: BTreeMap<&str, Known> = BTreeMap::new();
    let mut customers: BTreeMap<&str, &str> = BTreeMap::new();
    let mut visited: BTreeMap<&str, &str> = BTreeMap::new();
    for line in lines() {
        let day = text(line, "/date");
        match text(line, "/kind") {
            "follow_up" => {
                let (customer, met) = (text(line, "/body/customer"), text(line, "/body/at"));
                let first = customers.entry(customer).or_insert(met);
                *first = met.min(*first);
                match text(line, "/body/kind") {
                    "call" => sums.count("calls", met),
                    "visit" => {
                        sums.count("visits", met);
                        let first = visited.entry(customer).or_insert(met);
                        *first = met.min(*first);
                    }
                    _ => {}
                }
            }
            "stock" if text(line, "/body/change/kind") == "released" => {
                sums.count("released_in_period", day);
            }
            "spend" => sums.add("spend", day, fen(&line["body"]["amount"]) * 10_000),
            "answer_sheet" => {
                let answers = line["body"]["answers"].as_array().unwrap();
                let score = answers.iter().find(|one| one["question"] == "score").unwrap();
                let score: i128 = text(score, "/value/number").parse().unwrap();
                sums.add("satisfaction_score", day, score * 1_000_000);
                sums.count("satisfaction_answers", day);
            }
            "deal" => {
                let deal = text(line, "/body/deal");
                deal_line(&mut sums, deals.entry(deal).or_default(), moved.contains(deal), line);
            }
            _ => {}
        }
    }
    customers.values().for_each(|met| sums.count("new_customers", met));
    visited.values().for_each(|met| sums.count("first_visits", met));
    sums
}

fn deal_line(sums: &mut Sums, known: &mut Known, is_moved: bool, line: &Value) {
    let (day, change) = (text(line, "/body/at"), &line["body"]["change"]);
    match text(change, "/kind") {
        "price_agreed" => known.total = fen(&change["price"]["contract_total"]) * 10_000,
        "document_opened" if !is_moved || text(change, "/document/kind") == "contract" => {
            let kind = text(change, "/document/kind");
            if kind == "registration" {
                sums.count("registrations", day);
            }
            if kind == "deposit_contract" {
                sums.count("deposit_contracts", day);
            }
            let is_sold = kind == "subscription" || kind == "contract";
            if is_sold && !known.subscribed && !is_moved {
                known.subscribed = true;
                sums.count("subscriptions", day);
                sums.add("subscribed_amount", day, known.total);
            }
            if kind == "contract" {
                sums.count("signings", day);
                sums.add("signed_amount", day, known.total);
            }
        }
        "document_closed" => {
            let (document, why) = (text(change, "/document"), text(change, "/why"));
            assert_ne!(why, "void", "nothing is void in this year");
            let is_sold = document == "subscription" || document == "contract";
            if is_sold && ["refunded", "forfeited", "quit"].contains(&why) {
                sums.count("cancellations", day);
            }
        }
        _ => {}
    }
}

#[test]
fn measures_are_sums_of_what_the_lines_say() {
    let by_hand = by_hand();
    let metrics: Vec<&str> = by_hand.0.keys().copied().collect();
    assert_eq!(metrics.len(), 15);
    let (metrics, months) = (names(&metrics), months());
    let table = Measuring::new(facts(FinanceSale::Signing), &metrics, &months).table().unwrap();
    for (metric, sums) in &by_hand.0 {
        assert_eq!(by_month(&table, metric), sums, "{metric}");
        assert!(sums.iter().sum::<i128>() > 0, "{metric}");
    }
}

/// House money in and out of banks, as the ledger has posted it.
fn collected() -> ([i128; 12], [i128; 12]) {
    let (mut marketing, mut finance) = ([0; 12], [0; 12]);
    // Finance knows house money from the signing on; a deal that moved goes on in another.
    let mut signed: BTreeMap<&str, &str> = BTreeMap::new();
    for line in lines() {
        let change = "/body/change/document/kind";
        if text(line, "/kind") == "deal" && text(line, change) == "contract" {
            signed.entry(text(line, "/body/deal")).or_insert(&text(line, "/body/at")[..10]);
        }
    }
    let before: BTreeMap<&str, &str> = lines()
        .iter()
        .map(|line| (text(line, "/body/change/settled/from_deal"), text(line, "/body/deal")))
        .filter(|(from, _)| !from.is_empty())
        .collect();
    for posting in posted().1 {
        for entry in &posting.entries {
            let is_house = |item: &str| {
                let category = category(item);
                use MoneyCategory::{Charge, Collected, Other};
                !matches!(category, Charge | Collected | Other)
            };
            let legs = entry.legs.iter().filter(|leg| {
                matches!(leg.account, LedgerAccount::Bank { .. }) && is_house(&leg.item)
            });
            let sum: i128 = legs.map(|leg| -i128::from(leg.amount.fen()) * 10_000).sum();
            let day = entry.date.to_string();
            let month = |day: &str| day[5..7].parse::<usize>().unwrap() - 1;
            marketing[month(&day)] += sum;
            let mut deal = entry.deal.as_deref().unwrap_or_default();
            while let Some(next) = before.get(deal) {
                deal = next;
            }
            if let Some(signed) = signed.get(deal) {
                finance[month(&day).max(month(signed))] += sum;
            }
        }
    }
    (marketing, finance)
}

#[test]
fn collections_are_those_of_the_ledger() {
    let (marketing, finance) = collected();
    let (metrics, months) = (names(&["collections"]), months());
    for (caliber, expected) in [(Caliber::Marketing, marketing), (Caliber::Finance, finance)] {
        let measuring = Measuring::new(facts(FinanceSale::Signing), &metrics, &months);
        let table = measuring.caliber(caliber).table().unwrap();
        assert_eq!(by_month(&table, "collections"), expected, "{caliber:?}");
        assert!(expected.iter().sum::<i128>() > 0);
    }
}

/// What is sold at the end of the year is what deals stand for that are neither ended nor moved.
#[test]
fn net_sales_are_the_deals_that_stand() {
    let mut events: BTreeMap<String, Vec<DealEvent>> = BTreeMap::new();
    for line in lines().iter().filter(|line| text(line, "/kind") == "deal") {
        let deal = text(line, "/body/deal").to_owned();
        events.entry(deal).or_default().push(super::body(line));
    }
    let (mut count, mut amount, mut signed) = (0, 0, 0);
    for (id, events) in events {
        let deal = Deal::replay(id.into(), &events, None).unwrap();
        let Some(document) = deal.active() else { continue };
        let total = i128::from(deal.price.as_ref().map_or(0, |price| price.contract_total.fen()));
        if document.kind == DocumentKind::Contract {
            signed += total * 10_000;
        }
        if matches!(document.kind, DocumentKind::Contract | DocumentKind::Subscription) {
            count += 1_000_000;
            amount += total * 10_000;
        }
    }
    let metrics = names(&["net_subscriptions", "net_subscribed_amount", "net_signed_amount"]);
    let year = PeriodSeries::new(PeriodKind::Cumulative, months().from, months().to);
    let table = Measuring::new(facts(FinanceSale::Signing), &metrics, &year).table().unwrap();
    for (metric, expected) in [
        ("net_subscriptions", count),
        ("net_subscribed_amount", amount),
        ("net_signed_amount", signed),
    ] {
        assert_eq!(by_month(&table, metric), [expected], "{metric}");
    }
}

#[test]
fn groups_come_to_the_total_for_every_measure() {
    let all = measures();
    for caliber in [Caliber::Marketing, Caliber::Finance] {
        let reads = |one: &&kaipan::kpi::Measure| match caliber {
            Caliber::Finance => one.finance.is_some(),
            _ => one.marketing.is_some(),
        };
        let metrics: Vec<kaipan::Text> =
            all.iter().filter(reads).map(|one| one.name.clone()).collect();
        for by in [
            FactDimension::Node,
            FactDimension::Unit,
            FactDimension::Deal,
            FactDimension::Agent,
            FactDimension::Department,
            FactDimension::Channel,
            FactDimension::Media,
            FactDimension::Campaign,
            FactDimension::Layout,
            FactDimension::Batch,
            FactDimension::Detail,
        ] {
            let (by, months) = ([by], months());
            let measuring = Measuring::new(facts(FinanceSale::Filing), &metrics, &months);
            let table = measuring.caliber(caliber).by(&by).table().unwrap();
            let parts = &table.groups[1..];
            for (at, cell) in table.groups[0].cells.iter().enumerate() {
                let value = |group: &kaipan::kpi::MeasureGroup| {
                    super::millionths(group.cells[at].value.as_ref().unwrap())
                };
                let sum: i128 = parts.iter().map(value).sum();
                assert_eq!(sum, value(&table.groups[0]), "{by:?} {} {}", cell.metric, cell.period);
            }
        }
    }
}
