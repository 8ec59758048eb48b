//! Events and facts of a record as they were recorded, for figures and reports.

use super::body::{ListPrice, Spend, Target};
use super::line::Line;
use kaipan::Text;
use kaipan::area_settlement::{AreaSettlementChange, AreaSettlementEvent};
use kaipan::deal::{DealEvent, StockEvent, UnitStock};
use kaipan::error::Result;
use kaipan::kpi::{ContractUpdate, FactUnit, FigureOwner, SalesTarget, SpendRecord, TargetState};
use kaipan::ledger::LedgerPosting;
use kaipan::opportunity::FollowUp;
use kaipan::organisation::Assignment;
use kaipan::project::{PresalePermit, Unit};
use kaipan::service::{ServiceChange, ServiceEvent, ServiceKind};
use std::collections::{BTreeMap, BTreeSet};

/// The step by which a contract is filed.
const FILED: &str = "filed";

/// What reports are made of, beside the ledger, customers and services.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    /// They are asked for.
    pub(super) are_kept: bool,
    /// What the ledger has posted.
    pub(crate) postings: Vec<LedgerPosting>,
    /// Events of deals.
    pub(crate) events: Vec<DealEvent>,
    /// Events of the stock.
    pub(crate) stock_events: Vec<StockEvent>,
    /// Calls and visits.
    pub(crate) follow_ups: Vec<FollowUp>,
    /// What became known of contracts after signing.
    pub(crate) contracts: Vec<ContractUpdate>,
    /// What was spent on marketing.
    pub(crate) spend: Vec<SpendRecord>,
    /// 销售计划指标.
    pub(crate) targets: Vec<SalesTarget>,
    /// Who has which role where.
    pub(crate) assignments: Vec<Assignment>,
    /// 预售许可证.
    pub(crate) permits: Vec<PresalePermit>,
    /// Units as figures see them.
    pub(crate) units: Vec<FactUnit>,
    /// Units as they are now: prices in force, states.
    homes: BTreeMap<Text, Unit>,
    stock: BTreeMap<Text, UnitStock>,
    /// Filings of contracts by service, and the settlements that were submitted by deal.
    filings: BTreeMap<Text, Text>,
    submitted: BTreeMap<Text, AreaSettlementEvent>,
    keys: BTreeSet<Text>,
}

impl Sources {
    /// The units with their prices in force and their states.
    pub(crate) fn homes(&self) -> Vec<Unit> {
        let each = self.homes.values().map(|home| {
            let mut home = home.clone();
            if let Some(stock) = self.stock.get(&home.unit_no) {
                home.state = stock.state;
            }
            home
        });
        each.collect()
    }

    /// Takes a line in; of most kinds there is nothing to keep.
    ///
    /// # Errors
    /// What does not fit.
    pub(super) fn take(&mut self, line: &Line<'_, '_>) -> Result<()> {
        if !self.are_kept {
            return Ok(());
        }
        match line.kind.as_str() {
            "deal" => self.events.push(line.body()?),
            "stock" => self.stock_event(line.body()?)?,
            "follow_up" => self.follow_ups.push(line.body()?),
            "spend" => self.spend(line, line.body()?),
            "target" => self.target(line.body()?),
            "assignment" => self.assignments.push(line.body()?),
            "permit" => self.permits.push(line.body()?),
            "unit" => self.unit(line, line.body()?),
            "price" => self.price(line, &line.body()?),
            "service" => self.service(&line.body()?),
            "area_settlement" => self.settlement(line.body()?),
            _ => {}
        }
        Ok(())
    }

    fn stock_event(&mut self, event: StockEvent) -> Result<()> {
        let unit = event.unit_no.clone();
        let stock = self.stock.entry(unit.clone()).or_insert_with(|| UnitStock::new(unit));
        stock.apply(&event).map_err(|error| error.at("body"))?;
        self.stock_events.push(event);
        Ok(())
    }

    fn unit(&mut self, line: &Line<'_, '_>, unit: Unit) {
        let node = line.node.clone().unwrap_or_else(|| line.project.clone());
        let mut known = FactUnit::new(unit.unit_no.clone(), node);
        known.product = unit.product_type.clone();
        known.layout = unit.layout.clone();
        known.area = Some(unit.building_area);
        known.list_total = unit.list_total;
        self.units.push(known);
        self.homes.insert(unit.unit_no.clone(), unit);
    }

    /// Another list price; the total of the old one does not hold any more.
    fn price(&mut self, line: &Line<'_, '_>, price: &ListPrice) {
        if let Some(home) = line.unit.as_ref().and_then(|unit| self.homes.get_mut(unit)) {
            home.list_price = Some(price.list_price);
            home.list_total = None;
        }
    }

    /// Spend has no key of its own: it is known by its day, medium and campaign, and its place among those.
    fn spend(&mut self, line: &Line<'_, '_>, spend: Spend) {
        let node = line.node.clone().unwrap_or_else(|| line.project.clone());
        let name = Text::of(format_args!("{node}/{}/{}", line.date, spend.medium));
        let mut key = name.clone();
        let mut number = 2_u32;
        while !self.keys.insert(key.clone()) {
            key = Text::of(format_args!("{name}/{number}"));
            number = number.saturating_add(1);
        }
        let mut record = SpendRecord::new(key, line.date, line.at, spend.amount);
        record.node = Some(node);
        record.media = Some(spend.medium);
        record.campaign = spend.campaign;
        record.department = spend.department;
        record.person = spend.person;
        self.spend.push(record);
    }

    fn target(&mut self, target: Target) {
        let Target { node, agent, metric, period, first_day, last_day, count, amount } = target;
        let written = amount.map(|yuan| yuan.to_string()).or(count.map(|count| count.to_string()));
        let Some(value) = written.and_then(|text| text.parse().ok()) else { return };
        let owner = agent.map_or_else(|| FigureOwner::node(node.clone()), FigureOwner::agent);
        let mut target = SalesTarget::new(owner, metric, period, first_day, last_day, value);
        if matches!(target.owner, FigureOwner::Agent { .. }) {
            target.part_of = Some(FigureOwner::node(node));
        }
        self.targets.push(target.with_state(TargetState::Approved));
    }

    fn service(&mut self, event: &ServiceEvent) {
        match &event.change {
            ServiceChange::Started { deal, service_kind: ServiceKind::Filing, .. } => {
                self.filings.insert(event.service.clone(), deal.clone());
            }
            ServiceChange::StepDone { done } if done.step == FILED => {
                let Some(deal) = self.filings.get(&event.service) else { return };
                let mut update = ContractUpdate::new(deal.clone(), event.at);
                update.filed_on = Some(done.on);
                self.contracts.push(update);
            }
            _ => {}
        }
    }

    /// The total changes when the settlement is carried out.
    fn settlement(&mut self, event: AreaSettlementEvent) {
        match &event.change {
            AreaSettlementChange::Submitted { .. } => {
                self.submitted.insert(event.deal.clone(), event);
            }
            AreaSettlementChange::Executed {} => {
                let submitted = self.submitted.get(&event.deal).map(|one| &one.change);
                let Some(AreaSettlementChange::Submitted { sheet, .. }) = submitted else { return };
                if let Some(total) = sheet.contract_total_after {
                    let mut update = ContractUpdate::new(event.deal.clone(), event.at);
                    update.settled_total = Some(total);
                    self.contracts.push(update);
                }
            }
            _ => {}
        }
    }
}
