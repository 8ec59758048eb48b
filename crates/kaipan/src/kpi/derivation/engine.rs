use super::contacts::{self, Contacts};
use super::deals;
use super::departments::{Departments, FactPerson};
use super::money;
use super::records::FactRecord;
use super::sale::Known;
use super::satisfaction;
use super::source::{ContractUpdate, FactPolicy, FactUnit};
use super::spend::{CostRecord, SpendRecord};
use super::state::{DERIVATION, DerivedFacts, FactState};
use super::store::FactStore;
use crate::Text;
use crate::builder::inputs;
use crate::check::blank;
use crate::deal::{Deal, DealEvent, StockEvent};
use crate::error::{Code, Error, Finding, Input, MOST, Result, finding};
use crate::kpi::fact::recorded_ahead;
use crate::money::LedgerEntry;
use crate::opportunity::FollowUp;
use crate::questionnaire::AnswerSheet;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Derives facts from what is recorded (handbook §8.10): events of deals and stock, entries, follow-ups,
/// answers, spend and costs.
///
/// Records are taken in in the order in which they were made, whatever the order of the lists. So facts
/// that are derived day by day are those that are derived at once. A fact that a later record changes,
/// such as a deposit that finance knows once the contract is signed, is brought up to date and has a
/// higher version.
///
/// ```
/// use kaipan::kpi::{FactDeriving, FactKind, FactState};
/// use kaipan::opportunity::{FollowUp, FollowUpKind};
/// let at = "2026-03-02T10:00:00".parse()?;
/// let visit = FollowUp::new("F1", "C1", "P1", "李", FollowUpKind::Visit, at, at);
/// let derived = FactDeriving::new(&FactState::default()).follow_ups(&[visit]).derive()?;
/// let kinds: Vec<FactKind> = derived.state.facts.iter().map(|fact| fact.kind).collect();
/// assert_eq!(kinds, [FactKind::NewCustomer, FactKind::Visit]);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct FactDeriving<'a> {
    state: &'a FactState,
    policy: Option<&'a FactPolicy>,
    units: &'a [FactUnit],
    persons: &'a [FactPerson],
    events: &'a [DealEvent],
    stock_events: &'a [StockEvent],
    entries: &'a [LedgerEntry],
    follow_ups: &'a [FollowUp],
    contracts: &'a [ContractUpdate],
    sheets: &'a [AnswerSheet],
    spend: &'a [SpendRecord],
    costs: &'a [CostRecord],
}

impl<'a> FactDeriving<'a> {
    /// From what was derived before; from nothing with the default.
    pub const fn new(state: &'a FactState) -> FactDeriving<'a> {
        FactDeriving {
            state,
            policy: None,
            units: &[],
            persons: &[],
            events: &[],
            stock_events: &[],
            entries: &[],
            follow_ups: &[],
            contracts: &[],
            sheets: &[],
            spend: &[],
            costs: &[],
        }
    }

    inputs! {
        /// What is known of units.
        units: &'a [FactUnit];
        /// The departments of agents.
        persons: &'a [FactPerson];
        /// Events of deals.
        events: &'a [DealEvent];
        /// Events of the stock.
        stock_events: &'a [StockEvent];
        /// Money that moved.
        entries: &'a [LedgerEntry];
        /// Calls and visits.
        follow_ups: &'a [FollowUp];
        /// What became known of contracts after signing.
        contracts: &'a [ContractUpdate];
        /// Answers to questionnaires.
        sheets: &'a [AnswerSheet];
        /// What was spent on marketing.
        spend: &'a [SpendRecord];
        /// What homes and projects cost.
        costs: &'a [CostRecord];
    }

    /// How facts are derived; the default if not given.
    pub fn policy(mut self, policy: &'a FactPolicy) -> Self {
        self.policy = Some(policy);
        self
    }

    /// The facts.
    ///
    /// # Errors
    /// [`Code::KpiDerivation`] for facts of other rules; [`Code::KpiRecordLate`] for a record that was
    /// made before the last one that was taken in; [`Code::KpiRecordTwice`] for an entry, follow-up, sheet,
    /// spend or cost that was taken in already; [`Code::KpiBlank`] and [`Code::KpiIdTwice`] of keys and of
    /// scored questions; [`Code::KpiDepartmentTwice`] and [`Code::KpiDatesTurned`] of persons; as
    /// [`Deal::apply`] for events.
    pub fn derive(&self) -> Result<DerivedFacts> {
        let default = FactPolicy::default();
        let policy = self.policy.unwrap_or(&default);
        let departments = self.checked(policy)?;
        let records = self.records()?;
        let units = self.units.iter().map(|unit| (unit.unit_no.as_str(), unit)).collect();
        let known = Known { units, policy };
        let mut contacts = Contacts::new(&self.state.facts);
        let mut store = FactStore::new(self.state.facts.clone(), departments);
        let mut findings = Vec::new();
        let mut seen: BTreeSet<Text> = self.state.seen.iter().cloned().collect();
        let mut dealt: BTreeMap<Text, Deal> =
            self.state.deals.iter().map(|deal| (deal.id.clone(), deal.clone())).collect();
        for record in &records {
            match record {
                FactRecord::FollowUp(at, one) => {
                    once(&mut seen, contacts::key_of(one), "id", *at, Input::FollowUps)?;
                    contacts.take(&mut store, one);
                    let told = recorded_ahead(&one.id, one.at.date(), one.recorded_at.date());
                    let told = told.map(|told| told.at("at")).into_iter().collect();
                    findings.extend(placed(told, *at, Input::FollowUps));
                }
                FactRecord::Stock(_, event) => deals::take_stock(&mut store, &known, event),
                FactRecord::Deal(at, event) => {
                    let deal = dealt.entry(event.deal.clone());
                    let deal = deal.or_insert_with(|| Deal::new(event.deal.clone()));
                    let before = deal.clone();
                    let placed = |error: Error| error.at(*at).within(Input::Events);
                    deal.apply(event).map_err(placed)?;
                    deals::take(&mut store, &known, &contacts, (&before, &dealt), event)
                        .map_err(placed)?;
                }
                FactRecord::Contract(at, update) => {
                    deals::update(&mut store, policy, &dealt, update)
                        .map_err(|error| error.at(*at).within(Input::Contracts))?;
                }
                FactRecord::Entry(at, entry) => {
                    once(&mut seen, entry.key.clone(), "key", *at, Input::Entries)?;
                    money::take(&mut store, &known, &dealt, entry)
                        .map_err(|error| error.at(*at).within(Input::Entries))?;
                }
                FactRecord::Sheet(at, sheet) => {
                    once(&mut seen, satisfaction::key_of(sheet), "id", *at, Input::Sheets)?;
                    let told =
                        satisfaction::take(&mut store, &contacts, &policy.satisfaction, sheet);
                    findings.extend(placed(told, *at, Input::Sheets));
                }
                FactRecord::Spend(at, one) => {
                    once(&mut seen, one.fact_key(), "key", *at, Input::Spend)?;
                    findings.extend(placed(one.take(&mut store), *at, Input::Spend));
                }
                FactRecord::Cost(at, one) => {
                    once(&mut seen, one.fact_key(), "key", *at, Input::Costs)?;
                    findings.extend(placed(one.take(&mut store, &known), *at, Input::Costs));
                }
            }
        }
        let findings = fewer(self.unknown_units(&known.units).into_iter().chain(findings));
        let until = records.last().map(|record| record.at()).or(self.state.until);
        let (facts, changed, withdrawn) = store.ended();
        let state = FactState {
            derivation: DERIVATION,
            until,
            deals: dealt.into_values().collect(),
            facts,
            seen: seen.into_iter().collect(),
        };
        Ok(DerivedFacts { state, changed, withdrawn, findings })
    }

    /// The departments, if policy, persons and keys are as they must be.
    fn checked(&self, policy: &FactPolicy) -> Result<Departments<'a>> {
        let scored = satisfaction::errors(&policy.satisfaction).into_iter();
        let scored = scored.map(|error| error.at("satisfaction").within(Input::Policy));
        let (departments, persons) = Departments::new(self.persons);
        let persons = persons.into_iter().map(|error| error.within(Input::Persons));
        let sheets = self.sheets.iter().enumerate().filter_map(|(at, sheet)| {
            Some(blank(Code::KpiBlank, "id", &sheet.id)?.at(at).within(Input::Sheets))
        });
        let spend = self.spend.iter().enumerate();
        let spend = spend.filter_map(|(at, one)| Some(one.errors()?.at(at).within(Input::Spend)));
        let costs = self.costs.iter().enumerate();
        let costs = costs.filter_map(|(at, one)| Some(one.errors()?.at(at).within(Input::Costs)));
        let errors = scored.chain(persons).chain(sheets).chain(spend).chain(costs);
        Error::collect(errors.collect())?;
        Ok(departments)
    }

    /// Every record, in the order in which they were made.
    fn records(&self) -> Result<Vec<FactRecord<'a>>> {
        let derivation = self.state.derivation;
        if derivation != DERIVATION && *self.state != FactState::default() {
            let error = Error::new(Code::KpiDerivation).with("found", derivation);
            return Err(error.with("expected", DERIVATION).at("derivation").within(Input::State));
        }
        let follow_ups = self.follow_ups.iter().enumerate();
        let stock = self.stock_events.iter().enumerate();
        let events = self.events.iter().enumerate();
        let contracts = self.contracts.iter().enumerate();
        let entries = self.entries.iter().enumerate();
        let all = follow_ups.map(|(at, one)| FactRecord::FollowUp(at, one));
        let all = all.chain(stock.map(|(at, one)| FactRecord::Stock(at, one)));
        let all = all.chain(events.map(|(at, one)| FactRecord::Deal(at, one)));
        let all = all.chain(contracts.map(|(at, one)| FactRecord::Contract(at, one)));
        let all = all.chain(entries.map(|(at, one)| FactRecord::Entry(at, one)));
        let sheets = self.sheets.iter().enumerate();
        let all = all.chain(sheets.map(|(at, one)| FactRecord::Sheet(at, one)));
        let spend = self.spend.iter().enumerate();
        let all = all.chain(spend.map(|(at, one)| FactRecord::Spend(at, one)));
        let costs = self.costs.iter().enumerate();
        let all = all.chain(costs.map(|(at, one)| FactRecord::Cost(at, one)));
        let mut all: Vec<FactRecord<'a>> = all.collect();
        all.sort_by(|one, two| one.order().cmp(&two.order()));
        let late = all.iter().filter(|one| self.state.until.is_some_and(|until| one.at() <= until));
        let errors = late.map(|one| {
            let error = Error::new(Code::KpiRecordLate).with("time", one.at());
            let error = match self.state.until {
                Some(until) => error.with("until", until),
                None => error,
            };
            let (at, field, input) = one.place();
            error.at(field).at(at).within(input)
        });
        Error::collect(errors.collect())?;
        Ok(all)
    }

    /// Units of events that are not known: their facts stand at no node.
    fn unknown_units(&self, units: &HashMap<&str, &FactUnit>) -> Vec<Finding> {
        let mut told = BTreeSet::new();
        let mut findings = Vec::new();
        for (at, event) in self.stock_events.iter().enumerate() {
            let unit = &event.unit_no;
            if !units.contains_key(unit.as_str()) && told.insert(unit.clone()) {
                let found = finding!(Code::KpiUnitUnknown, unit);
                findings.push(found.at("unit_no").at(at).within(Input::StockEvents));
            }
        }
        for (at, event) in self.events.iter().enumerate() {
            let crate::deal::DealChange::UnitChosen { unit_no: unit } = &event.change else {
                continue;
            };
            if !units.contains_key(unit.as_str()) && told.insert(unit.clone()) {
                let found = finding!(Code::KpiUnitUnknown, unit);
                findings.push(found.at("unit_no").at("change").at(at).within(Input::Events));
            }
        }
        for (at, cost) in self.costs.iter().enumerate() {
            let Some(unit) = &cost.unit_no else { continue };
            if !units.contains_key(unit.as_str()) && told.insert(unit.clone()) {
                let found = finding!(Code::KpiUnitUnknown, unit);
                findings.push(found.at("unit_no").at(at).within(Input::Costs));
            }
        }
        findings
    }
}

/// Refuses a record that was taken in already.
fn once(
    seen: &mut BTreeSet<Text>,
    key: Text,
    field: &'static str,
    at: usize,
    input: Input,
) -> Result<()> {
    if seen.insert(key.clone()) {
        return Ok(());
    }
    let error = Error::new(Code::KpiRecordTwice).with("key", key);
    Err(error.at(field).at(at).within(input))
}

/// What is told of a record, at its place.
fn placed(told: Vec<Finding>, at: usize, input: Input) -> impl Iterator<Item = Finding> {
    told.into_iter().map(move |finding| finding.at(at).within(input))
}

/// Not more findings than are read.
fn fewer(all: impl Iterator<Item = Finding>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = all.collect();
    let more = findings.len().saturating_sub(MOST);
    findings.truncate(MOST);
    findings.extend((more > 0).then(|| Error::unlisted(more).within(Input::Events).finding()));
    findings
}
