//! A whole year of sales (`examples/yunjing-bay/year/small.jsonl`): facts of everything that it recorded,
//! and what is counted of them.

mod books;
mod bridges;
mod counted;
mod figures;

use kaipan::deal::{DealEvent, StockEvent};
use kaipan::kpi::{
    ContractUpdate, DerivedFacts, Fact, FactDeriving, FactPerson, FactPolicy, FactState, FactUnit,
    FinanceSale, MeasureTable, PeriodKind, PeriodSeries, ScoredQuestion, SpendRecord,
};
use kaipan::money::LedgerEntry;
use kaipan::number::Exact;
use kaipan::opportunity::FollowUp;
use kaipan::questionnaire::AnswerSheet;
use kaipan::{Date, Text, Time};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::OnceLock;

const YEAR: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/yunjing-bay/year/small.jsonl");

/// Everything that facts are derived from.
#[derive(Default)]
pub(crate) struct Records {
    pub(crate) units: Vec<FactUnit>,
    pub(crate) persons: Vec<FactPerson>,
    pub(crate) events: Vec<DealEvent>,
    pub(crate) stock: Vec<StockEvent>,
    pub(crate) entries: Vec<LedgerEntry>,
    pub(crate) follow_ups: Vec<FollowUp>,
    pub(crate) sheets: Vec<AnswerSheet>,
    pub(crate) spend: Vec<SpendRecord>,
    pub(crate) contracts: Vec<ContractUpdate>,
}

/// The lines as they stand in the file.
pub(crate) fn lines() -> &'static [Value] {
    static LINES: OnceLock<Vec<Value>> = OnceLock::new();
    LINES.get_or_init(|| {
        let text = std::fs::read_to_string(YEAR).unwrap();
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    })
}

/// A text at a place of a line.
pub(crate) fn text<'l>(line: &'l Value, place: &str) -> &'l str {
    line.pointer(place).and_then(Value::as_str).unwrap_or_default()
}

pub(crate) fn body<T: DeserializeOwned>(line: &Value) -> T {
    serde_json::from_value(line["body"].clone()).unwrap()
}

/// Fen of an amount as it is written.
pub(crate) fn fen(amount: &Value) -> i128 {
    amount.as_str().map_or(0, |text| text.replace('.', "").parse().unwrap())
}

fn at<T: std::str::FromStr>(line: &Value, place: &str) -> T
where
    T::Err: std::fmt::Debug,
{
    text(line, place).parse().unwrap()
}

impl Records {
    /// What a line adds. Services tell of which deal they are, and settlements to which total.
    fn add(&mut self, line: &Value, known: &mut Known) {
        match text(line, "/kind") {
            "unit" => {
                let unit = &line["body"];
                let one = FactUnit::new(text(unit, "/unit_no"), text(line, "/node"));
                let one = one.with_layout(text(unit, "/layout"));
                let one = one.with_area(at(unit, "/building_area"));
                self.units.push(one.with_list_total(at(unit, "/list_total")));
            }
            "assignment" if text(line, "/body/role") == "sales_agent" => {
                let person = text(line, "/body/person");
                let team = format!("销售{}部", self.persons.len() % 2 + 1);
                self.persons.push(FactPerson::new(person, team));
            }
            "deal" => self.events.push(body(line)),
            "stock" => self.stock.push(body(line)),
            "follow_up" => self.follow_ups.push(body(line)),
            "answer_sheet" => self.sheets.push(body(line)),
            "entry" => self.entries.push(body(line)),
            "receipt" | "payment" => {
                let entry = line["body"]["entry"].clone();
                self.entries.push(serde_json::from_value(entry).unwrap());
            }
            "spend" => {
                let key = line["n"].to_string();
                let amount = at(line, "/body/amount");
                let one = SpendRecord::new(key, at(line, "/date"), at(line, "/at"), amount);
                let one = one.with_node(text(line, "/node")).with_media(text(line, "/body/medium"));
                let one = one.with_campaign(text(line, "/body/campaign"));
                let one = one.with_person(text(line, "/body/person"));
                self.spend.push(one.with_department(text(line, "/body/department")));
            }
            "service" => self.service(line, known),
            "area_settlement" => {
                let deal = text(line, "/body/deal").to_owned();
                match text(line, "/body/change/kind") {
                    "submitted" => {
                        let total = text(line, "/body/change/sheet/contract_total_after");
                        known.totals.insert(deal, total.to_owned());
                    }
                    "executed" => {
                        let total = known.totals[&deal].parse().unwrap();
                        let update = ContractUpdate::new(deal, at::<Time>(line, "/at"));
                        self.contracts.push(update.with_settled_total(total));
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }

    fn service(&mut self, line: &Value, known: &mut Known) {
        let service = text(line, "/body/service").to_owned();
        match text(line, "/body/change/kind") {
            "started" if text(line, "/body/change/service_kind") == "filing" => {
                known.filings.insert(service, text(line, "/body/change/deal").to_owned());
            }
            "ended" if text(line, "/body/change/state") == "done" => {
                if let Some(deal) = known.filings.get(&service) {
                    let update = ContractUpdate::new(deal.clone(), at::<Time>(line, "/at"));
                    self.contracts.push(update.with_filed_on(at(line, "/body/change/on")));
                }
            }
            _ => {}
        }
    }

    pub(crate) fn derive(
        &self,
        state: &FactState,
        policy: &FactPolicy,
        of: &Records,
    ) -> DerivedFacts {
        FactDeriving::new(state)
            .policy(policy)
            .units(&of.units)
            .persons(&of.persons)
            .events(&self.events)
            .stock_events(&self.stock)
            .entries(&self.entries)
            .follow_ups(&self.follow_ups)
            .sheets(&self.sheets)
            .spend(&self.spend)
            .contracts(&self.contracts)
            .derive()
            .unwrap()
    }
}

/// What later lines need of earlier ones.
#[derive(Default)]
struct Known {
    /// The deals of filings, by service.
    filings: BTreeMap<String, String>,
    /// Totals after settlements of areas, by deal.
    totals: BTreeMap<String, String>,
}

pub(crate) fn policy(finance_sale: FinanceSale) -> FactPolicy {
    let mut policy = FactPolicy::default().with_finance_sale(finance_sale);
    policy.satisfaction = vec![ScoredQuestion::new("Q-2026", "score")];
    policy
}

/// The year as one list of records, and day by day as they were recorded.
pub(crate) fn records() -> (Records, Vec<Records>) {
    let (mut all, mut known) = (Records::default(), Known::default());
    let mut days: Vec<(Date, Records)> = Vec::new();
    let mut known_of_days = Known::default();
    for line in lines() {
        all.add(line, &mut known);
        let day = at::<Time>(line, "/at").date();
        if days.last().is_none_or(|(last, _)| *last != day) {
            days.push((day, Records::default()));
        }
        days.last_mut().unwrap().1.add(line, &mut known_of_days);
    }
    (all, days.into_iter().map(|(_, records)| records).collect())
}

/// The facts of the year.
pub(crate) fn facts(finance_sale: FinanceSale) -> &'static [Fact] {
    static BOTH: OnceLock<[Vec<Fact>; 2]> = OnceLock::new();
    let both = BOTH.get_or_init(|| {
        [FinanceSale::Signing, FinanceSale::Filing].map(|sale| {
            let (all, _) = records();
            let derived = all.derive(&FactState::default(), &policy(sale), &all);
            assert!(derived.findings.is_empty(), "{:?}", derived.findings);
            derived.state.facts
        })
    });
    &both[usize::from(finance_sale == FinanceSale::Filing)]
}

pub(crate) fn months() -> PeriodSeries {
    let day = |text: &str| text.parse().unwrap();
    PeriodSeries::new(PeriodKind::Month, day("2026-01-01"), day("2026-12-31"))
}

/// An exact number in millionths.
pub(crate) fn millionths(exact: &Exact) -> i128 {
    let text = exact.to_string();
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let sign = if whole.starts_with('-') { -1 } else { 1 };
    let whole: i128 = whole.trim_start_matches('-').parse().unwrap();
    sign * (whole * 1_000_000 + format!("{part:0<6}").parse::<i128>().unwrap())
}

/// A measure of the whole by month, in millionths.
pub(crate) fn by_month(table: &MeasureTable, metric: &str) -> Vec<i128> {
    let cells = table.groups[0].cells.iter().filter(|cell| cell.metric == metric);
    cells.map(|cell| millionths(cell.value.as_ref().unwrap())).collect()
}

pub(crate) fn names(metrics: &[&str]) -> Vec<Text> {
    metrics.iter().map(|name| Text::from(*name)).collect()
}

#[test]
fn day_by_day_as_at_once() {
    for sale in [FinanceSale::Signing, FinanceSale::Filing] {
        let (all, days) = records();
        let policy = policy(sale);
        let at_once = all.derive(&FactState::default(), &policy, &all).state;
        let mut state = FactState::default();
        for day in &days {
            state = day.derive(&state, &policy, &all).state;
        }
        assert!(days.len() > 200 && at_once.facts.len() > 1_000);
        assert_eq!(state, at_once);
    }
}
