//! What a report looks at: facts and deals of the records, in the scope of node and reader.

use super::reader::{Access, Sight, sight};
use super::records::ReportRecords;
use super::staged::{is_below, stages_of, tell_apart};
use crate::customer::{Customer, Phone};
use crate::deal::{Deal, DealDocument, DealEvent, DocumentKind};
use crate::error::{Code, Error, Finding, Input, InputPlace, Result};
use crate::kpi::{
    Caliber, Fact, FactKind, FactUnit, FigureOwner, KpiPeriod, PeriodKind, PeriodSeries, SalesStage,
};
use crate::ledger::Ledger;
use crate::money::{LedgerAccount, LedgerEntry};
use crate::number::{Money, less};
use crate::organisation::{OrgKind, OrgTree};
use crate::overdue::{ClaimDeal, DatedPrepayment, LedgerClaiming, MoneyClaim};
use crate::project::Unit;
use crate::{Date, Label, Text};
use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap};

/// What a report looks at.
pub(super) struct Scene<'a> {
    pub(super) records: &'a ReportRecords,
    /// Facts of the host's own, then those that are derived.
    pub(super) facts: Vec<Fact>,
    /// How many of the facts are the host's own.
    pub(super) own_facts: usize,
    pub(super) deals: BTreeMap<Text, Deal>,
    /// Money that moved, of entries and postings.
    pub(super) entries: Vec<LedgerEntry>,
    pub(super) kind: PeriodKind,
    pub(super) periods: Vec<KpiPeriod>,
    /// Those that have to do with the node that is asked for.
    pub(super) stages: Vec<SalesStage>,
    pub(super) from: Date,
    pub(super) to: Date,
    pub(super) as_of: Date,
    pub(super) caliber: Caliber,
    pub(super) tree: Option<OrgTree<'a>>,
    pub(super) access: Option<Access<'a>>,
    pub(super) node: Option<&'a Text>,
    /// What a person should read.
    pub(super) findings: Vec<Finding>,
    units: HashMap<&'a str, &'a FactUnit>,
    /// The ledger of the postings, once it was asked for.
    ledger: OnceCell<Ledger>,
    homes: HashMap<&'a str, &'a Unit>,
    customers: HashMap<&'a str, &'a Customer>,
    events: HashMap<(&'a str, u32), &'a DealEvent>,
}

/// What claims say, given or made of postings.
pub(super) struct Claimed<'a> {
    pub(super) claims: Cow<'a, [MoneyClaim]>,
    pub(super) deals: Cow<'a, [ClaimDeal]>,
    pub(super) prepayments: Cow<'a, [DatedPrepayment]>,
}

/// Where something belongs, and whose it is.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place<'s> {
    pub(super) node: Option<&'s Text>,
    pub(super) unit: Option<&'s Text>,
    pub(super) customer: Option<&'s Text>,
    pub(super) agent: Option<&'s Text>,
}

/// What is asked, after it was looked through.
pub(super) struct Asked<'a> {
    pub(super) kind: PeriodKind,
    pub(super) periods: Vec<KpiPeriod>,
    pub(super) stages: &'a [SalesStage],
    pub(super) from: Date,
    pub(super) to: Date,
    pub(super) as_of: Date,
    pub(super) caliber: Caliber,
    pub(super) tree: Option<OrgTree<'a>>,
    pub(super) access: Option<Access<'a>>,
    pub(super) node: Option<&'a Text>,
}

/// Nodes of records that the organisation does not have.
fn wrong_nodes(records: &ReportRecords, tree: &OrgTree<'_>) -> Vec<Error> {
    let wrong = |node: &Text, field: &'static str, at: usize, list: &'static str| {
        let error = || Error::new(Code::KpiNodeUnknown).with("node", node);
        let error = || error().with_nearest(tree.ids(), node).at(field).at(at).at(list);
        tree.node(node).is_none().then(|| error().within(Input::Records))
    };
    let units = records.units.iter().enumerate();
    let units = units.filter_map(|(at, one)| wrong(&one.node, "node", at, "units"));
    let facts = records.facts.iter().enumerate();
    let facts = facts.filter_map(|(at, one)| wrong(one.node.as_ref()?, "node", at, "facts"));
    let follow_ups = records.follow_ups.iter().enumerate();
    let follow_ups =
        follow_ups.filter_map(|(at, one)| wrong(&one.project, "project", at, "follow_ups"));
    let spend = records.spend.iter().enumerate();
    let spend = spend.filter_map(|(at, one)| wrong(one.node.as_ref()?, "node", at, "spend"));
    let costs = records.costs.iter().enumerate();
    let costs = costs.filter_map(|(at, one)| wrong(one.node.as_ref()?, "node", at, "costs"));
    let plans = records.node_plans.iter().enumerate();
    let plans = plans.filter_map(|(at, one)| wrong(&one.project, "project", at, "node_plans"));
    let events = records.exceptions.iter().enumerate();
    let events = events.filter_map(|(at, one)| wrong(&one.project, "project", at, "exceptions"));
    let is_department = |node: &Text| records.persons.iter().any(|one| one.department == *node);
    let targets = records.targets.iter().enumerate();
    let targets = targets.filter_map(|(at, one)| {
        let FigureOwner::Node { node } = &one.owner else { return None };
        let found = wrong(node, "owner", at, "targets");
        found.filter(|_| !is_department(node))
    });
    let spent = spend.chain(costs).chain(targets);
    units.chain(facts).chain(follow_ups).chain(spent).chain(plans).chain(events).collect()
}

/// The place of an input of an engine among the records.
pub(super) fn held(input: Input) -> Option<InputPlace> {
    let name = match input {
        Input::Deals => "claim_deals",
        Input::Records | Input::Node | Input::Reader | Input::Report => return None,
        Input::Periods | Input::By | Input::Level | Input::AsOf | Input::Caliber => return None,
        Input::Inner | Input::Act | Input::Assignments | Input::Roles => return None,
        other => other.name(),
    };
    Some(InputPlace::of(Input::Records).then(name))
}

/// The deals as they were at the end of a day; all of their events have made these.
fn deals_on(records: &ReportRecords, day: Date, all: Vec<Deal>) -> Result<BTreeMap<Text, Deal>> {
    let by_id = |deals: Vec<Deal>| deals.into_iter().map(|deal| (deal.id.clone(), deal)).collect();
    if records.events.iter().all(|event| event.at.date() <= day) {
        return Ok(by_id(all));
    }
    let before = records.state.as_ref().map(|state| state.deals.clone()).unwrap_or_default();
    let mut deals: BTreeMap<Text, Deal> = by_id(before);
    let mut events: Vec<&DealEvent> =
        records.events.iter().filter(|event| event.at.date() <= day).collect();
    events.sort_by_key(|event| event.version);
    for event in events {
        let deal = deals.entry(event.deal.clone());
        let deal = deal.or_insert_with(|| Deal::new(event.deal.clone()));
        deal.apply(event).map_err(|error| error.within(Input::Records))?;
    }
    Ok(deals)
}

impl<'a> Scene<'a> {
    pub(super) fn new(records: &'a ReportRecords, asked: Asked<'a>) -> Result<Scene<'a>> {
        let Asked { kind, mut periods, stages, from, to, as_of, .. } = asked;
        let Asked { caliber, tree, access, node, .. } = asked;
        if let Some(tree) = &tree {
            let series = PeriodSeries::new(kind, from, to).with_stages(stages.to_vec());
            let wrong = wrong_nodes(records, tree).into_iter();
            Error::collect(wrong.chain(series.unknown_nodes(tree)).collect())?;
        }
        let stages = stages_of(tree.as_ref(), node, stages);
        if kind == PeriodKind::Stage {
            periods = PeriodSeries::new(kind, from, to).with_stages(stages.clone()).periods()?;
            tell_apart(tree.as_ref(), &mut periods);
        }
        let entries = records.moved_money();
        let derived = records.derived(&entries)?;
        let own_facts = records.facts.len();
        let facts = records.facts.iter().cloned().chain(derived.state.facts).collect();
        let deals = deals_on(records, as_of, derived.state.deals)?;
        let mut findings = derived.findings;
        findings.iter_mut().for_each(|finding| finding.move_to(&held));
        let events = records.events.iter();
        Ok(Scene {
            records,
            facts,
            own_facts,
            deals,
            entries,
            kind,
            periods,
            stages,
            from,
            to,
            as_of,
            caliber,
            tree,
            access,
            node,
            findings,
            ledger: OnceCell::new(),
            units: records.units.iter().map(|one| (one.unit_no.as_str(), one)).collect(),
            homes: records.homes.iter().map(|one| (one.unit_no.as_str(), one)).collect(),
            customers: records.customers.iter().map(|one| (one.id.as_str(), one)).collect(),
            events: events.map(|one| ((one.deal.as_str(), one.version), one)).collect(),
        })
    }

    /// A day is in the period, and has come.
    pub(super) fn has(&self, day: Date) -> bool {
        self.from <= day && day <= self.to && day <= self.as_of
    }

    /// A node, where something is recorded, belongs to what is asked for.
    pub(super) fn is_inside(&self, node: Option<&Text>, day: Date) -> bool {
        self.is_under(node, self.node, day)
    }

    /// A node is another one or stands below it; everything does below none.
    pub(super) fn is_under(&self, node: Option<&Text>, asked: Option<&Text>, day: Date) -> bool {
        let Some(asked) = asked else { return true };
        node.is_some_and(|node| is_below(self.tree.as_ref(), node, asked, day))
    }

    /// What the reader sees of a row.
    pub(super) fn sight(&self, node: Option<&Text>, agent: Option<&Text>) -> Sight {
        sight(self.access.as_ref(), node, agent)
    }

    /// Facts of kinds, in scope, by the day that decides their period.
    pub(super) fn facts_in(&self, kinds: &'a [FactKind]) -> impl Iterator<Item = (Date, &Fact)> {
        let own = self.facts.iter().filter(|fact| kinds.contains(&fact.kind));
        own.filter_map(|fact| {
            let day = match fact.kind {
                FactKind::Subscription => fact.performance_date.unwrap_or(fact.date),
                _ => fact.date,
            };
            let is_meant = self.has(day) && fact.date <= self.as_of;
            (is_meant && self.is_inside(fact.node.as_ref(), fact.date)).then_some((day, fact))
        })
    }

    /// The fact with this key.
    pub(super) fn fact(&self, key: &str) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.key == key)
    }

    /// The event that a fact comes from: its key is that of the event.
    pub(super) fn event(&self, key: &str) -> Option<&'a DealEvent> {
        let mut parts = key.rsplitn(2, '/');
        let (version, deal) = (parts.next()?, parts.next()?);
        self.events.get(&(deal, version.parse().ok()?)).copied()
    }

    pub(super) fn unit(&self, unit_no: Option<&Text>) -> Option<&'a FactUnit> {
        self.units.get(unit_no?.as_str()).copied()
    }

    pub(super) fn home(&self, unit_no: Option<&Text>) -> Option<&'a Unit> {
        self.homes.get(unit_no?.as_str()).copied()
    }

    pub(super) fn customer(&self, id: Option<&Text>) -> Option<&'a Customer> {
        self.customers.get(id?.as_str()).copied()
    }

    /// The name of a customer, or his id where it is not known.
    pub(super) fn customer_name(&self, id: Option<&Text>) -> Option<Label> {
        let known = self.customer(id).map(|customer| Label::from(&customer.name));
        known.or_else(|| id.map(Label::from))
    }

    /// The first phone of a customer, with its middle hidden.
    pub(super) fn phone(&self, id: Option<&Text>) -> Option<Label> {
        let written = self.customer(id)?.phones.first()?;
        Phone::read(written).ok().map(|phone| Label::from(phone.shown()))
    }

    /// The node of a deal: where its unit stands, else where it was sold.
    pub(super) fn node_of(&self, deal: &Deal) -> Option<&Text> {
        let unit = self.unit(deal.unit_no.as_ref()).map(|unit| &unit.node);
        unit.or_else(|| {
            let mut own = self.facts.iter().filter(|fact| fact.deal.as_ref() == Some(&deal.id));
            own.find_map(|fact| fact.node.as_ref())
        })
    }

    /// The project that a node belongs to on a day, by its name.
    pub(super) fn project_name(&self, node: Option<&Text>, day: Date) -> Option<Label> {
        let node = node?;
        let above = self.tree.as_ref().and_then(|tree| {
            let mut chain = tree.chain(tree.node(node)?, day);
            chain.find(|above| above.kind == OrgKind::Project).map(|above| above.name.clone())
        });
        Some(above.unwrap_or_else(|| Label::from(node)))
    }

    /// The building of a unit: of the home, else the node where it stands, if it is one.
    pub(super) fn building(&self, unit_no: Option<&Text>) -> Option<Label> {
        if let Some(home) = self.home(unit_no) {
            return Some(Label::from(&home.building));
        }
        let node = &self.unit(unit_no)?.node;
        let found = self.tree.as_ref()?.node(node)?;
        (found.kind == OrgKind::Building).then(|| found.name.clone())
    }

    /// Where a deal belongs, of which unit and whom it is.
    pub(super) fn place_of<'s>(&'s self, deal: Option<&Text>, unit: Option<&'s Text>) -> Place<'s> {
        let known = deal.and_then(|deal| self.deals.get(deal));
        let unit = known.and_then(|deal| deal.unit_no.as_ref()).or(unit);
        let node = known.and_then(|deal| self.node_of(deal));
        Place {
            node: node.or_else(|| self.unit(unit).map(|unit| &unit.node)),
            unit,
            customer: known.and_then(Deal::first_buyer),
            agent: known.and_then(|deal| deal.agent.as_ref()),
        }
    }

    /// What belongs to a node counts; what belongs nowhere is counted as lost where a place is asked for.
    pub(super) fn counts(&self, node: Option<&Text>, day: Date, lost: &mut u32) -> bool {
        let asks = self.node.is_some() || self.access.is_some();
        if node.is_none() && asks {
            *lost = lost.saturating_add(1);
            return false;
        }
        self.is_inside(node, day)
    }

    /// What came in of house money of a deal up to a day, less what went back, with what came from other deals
    /// and without what went to them.
    pub(super) fn received(&self, deal: &Text, day: Date) -> Result<Money> {
        let own = self.entries.iter().filter(|entry| entry.date <= day);
        let own = own.filter(|entry| entry.deal.as_ref() == Some(deal));
        let legs = own.flat_map(|entry| &entry.legs);
        let moved = legs.filter(|leg| matches!(leg.account, LedgerAccount::Transfer {}));
        let moved = Money::sum(moved.map(|leg| leg.amount))?;
        less(self.collected(deal, day)?, moved)
    }

    /// What came in of house money of a deal up to a day, less what went back.
    pub(super) fn collected(&self, deal: &Text, day: Date) -> Result<Money> {
        let own = self.facts.iter().filter(|fact| {
            let is_meant = fact.kind == FactKind::Collection && fact.date <= day;
            is_meant && fact.deal.as_ref() == Some(deal)
        });
        Money::sum(own.filter_map(|fact| fact.amount))
    }

    /// The last document of a kind that a deal has had.
    pub(super) fn document(deal: &Deal, kind: DocumentKind) -> Option<&DealDocument> {
        deal.documents.iter().rev().find(|one| one.kind == kind)
    }

    /// The day on which the last document of a kind became active.
    pub(super) fn opened(deal: &Deal, kind: DocumentKind) -> Option<Date> {
        Scene::document(deal, kind).and_then(|one| one.active_at).map(|at| at.date())
    }

    /// The deals in scope that are not only drafts, by id.
    pub(super) fn deals_inside(&self) -> impl Iterator<Item = &Deal> {
        let known = self.deals.values().filter(|deal| !deal.documents.is_empty());
        known.filter(|deal| self.is_inside(self.node_of(deal), self.as_of))
    }

    /// Claims as they are given, or made of the postings on the day.
    pub(super) fn claims(&self, day: Date) -> Result<Claimed<'a>> {
        let records = self.records;
        if !records.claims.is_empty() || records.postings.is_empty() {
            return Ok(Claimed {
                claims: Cow::Borrowed(&records.claims),
                deals: Cow::Borrowed(&records.claim_deals),
                prepayments: Cow::Borrowed(&records.prepayments),
            });
        }
        let moved = |error: Error| error.moved(&held);
        let ledger = match self.ledger.get() {
            Some(ledger) => ledger,
            None => {
                let ledger = Ledger::replay(&records.postings).map_err(moved)?;
                self.ledger.get_or_init(|| ledger)
            }
        };
        let deals: Vec<Deal> = self.deals.values().cloned().collect();
        let made = LedgerClaiming::new(ledger, day)
            .deals(&deals)
            .services(&records.services)
            .definitions(&records.definitions)
            .claims()
            .map_err(moved)?;
        let prepayments = made.prepayments;
        Ok(Claimed {
            claims: Cow::Owned(made.claims),
            deals: Cow::Owned(made.deals),
            prepayments: Cow::Owned(prepayments),
        })
    }

    /// Where a deal belongs, by what is known of it, or by what is said of its claims.
    pub(super) fn node_of_id<'s>(&'s self, deal: &str, said: &'s [ClaimDeal]) -> Option<&'s Text> {
        let known = self.deals.get(deal).and_then(|deal| self.node_of(deal));
        let said = || said.iter().find(|one| one.id == deal);
        known
            .or_else(|| self.unit(said()?.unit_no.as_ref()).map(|unit| &unit.node))
            .or_else(|| said()?.project.as_ref())
    }
}
