use super::contacts::{self, Contacts};
use super::deals;
use super::money;
use super::records::FactRecord;
use super::sale::Known;
use super::source::{ContractUpdate, FactPolicy, FactUnit};
use super::state::{DERIVATION, DerivedFacts, FactState};
use super::store::FactStore;
use crate::Text;
use crate::builder::inputs;
use crate::deal::{Deal, DealEvent, StockEvent};
use crate::error::{Code, Error, Finding, Input, MOST, Result, finding};
use crate::money::LedgerEntry;
use crate::opportunity::FollowUp;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Derives facts from what is recorded (handbook §8.10): events of deals and stock, entries, follow-ups.
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
    events: &'a [DealEvent],
    stock_events: &'a [StockEvent],
    entries: &'a [LedgerEntry],
    follow_ups: &'a [FollowUp],
    contracts: &'a [ContractUpdate],
}

impl<'a> FactDeriving<'a> {
    /// From what was derived before; from nothing with the default.
    pub const fn new(state: &'a FactState) -> FactDeriving<'a> {
        FactDeriving {
            state,
            policy: None,
            units: &[],
            events: &[],
            stock_events: &[],
            entries: &[],
            follow_ups: &[],
            contracts: &[],
        }
    }

    inputs! {
        /// What is known of units.
        units: &'a [FactUnit];
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
    /// made before the last one that was taken in; [`Code::KpiRecordTwice`] for an entry or follow-up that
    /// was taken in already; as [`Deal::apply`] for events.
    pub fn derive(&self) -> Result<DerivedFacts> {
        let records = self.records()?;
        let default = FactPolicy::default();
        let policy = self.policy.unwrap_or(&default);
        let units = self.units.iter().map(|unit| (unit.unit_no.as_str(), unit)).collect();
        let known = Known { units, policy };
        let mut contacts = Contacts::new(&self.state.facts);
        let mut store = FactStore::new(self.state.facts.clone());
        let mut seen: BTreeSet<Text> = self.state.seen.iter().cloned().collect();
        let mut dealt: BTreeMap<Text, Deal> =
            self.state.deals.iter().map(|deal| (deal.id.clone(), deal.clone())).collect();
        for record in &records {
            match record {
                FactRecord::FollowUp(at, one) => {
                    let key = contacts::key_of(one);
                    if !seen.insert(key.clone()) {
                        return Err(twice(&key).at("id").at(*at).within(Input::FollowUps));
                    }
                    contacts.take(&mut store, one);
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
                    if !seen.insert(entry.key.clone()) {
                        return Err(twice(&entry.key).at("key").at(*at).within(Input::Entries));
                    }
                    money::take(&mut store, policy, entry)
                        .map_err(|error| error.at(*at).within(Input::Entries))?;
                }
            }
        }
        let findings = self.unknown_units(&known.units);
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
        let mut all: Vec<FactRecord<'a>> = all.collect();
        all.sort_by(|one, two| one.order().cmp(&two.order()));
        let late = all.iter().filter(|one| self.state.until.is_some_and(|until| one.at() <= until));
        let errors = late.map(|one| {
            let error = Error::new(Code::KpiRecordLate).with("time", one.at());
            let error = match self.state.until {
                Some(until) => error.with("until", until),
                None => error,
            };
            let (at, field, input) = match one {
                FactRecord::FollowUp(at, _) => (*at, "recorded_at", Input::FollowUps),
                FactRecord::Stock(at, _) => (*at, "at", Input::StockEvents),
                FactRecord::Deal(at, _) => (*at, "at", Input::Events),
                FactRecord::Contract(at, _) => (*at, "recorded_at", Input::Contracts),
                FactRecord::Entry(at, _) => (*at, "recorded_at", Input::Entries),
            };
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
        let more = findings.len().saturating_sub(MOST);
        findings.truncate(MOST);
        findings.extend((more > 0).then(|| Error::unlisted(more).within(Input::Events).finding()));
        findings
    }
}

fn twice(key: &Text) -> Error {
    Error::new(Code::KpiRecordTwice).with("key", key)
}
