//! A record of sales (JSON Lines): what happened, one event or fact a line, and the ledger that it comes
//! to.
//!
//! Kinds and fields are those of the selling year (`examples/yunjing-bay/year`). Deals, services and
//! settlements of areas are replayed by the core; what they mean for the ledger is the core's too
//! ([`kaipan::ledger::DealFollowing`]). A line that does not fit is an error with its number; what the
//! ledger refuses is kept, with its line, in [`Record::refused`].

mod body;
mod line;
mod money;
mod posting;
mod reading;
mod sources;
mod taking;

pub(crate) use money::MoneyMoved;
pub(crate) use posting::{RefusedPost, ToldPost};
pub(crate) use reading::{Reading, read};
pub(crate) use sources::Sources;

use kaipan::area_settlement::AreaSettlement;
use kaipan::customer::Customer;
use kaipan::deal::{Deal, DealEvent, SaleStatus};
use kaipan::ledger::{Ledger, LedgerActKind};
use kaipan::money::LedgerEntry;
use kaipan::organisation::OrgNode;
use kaipan::project::Unit;
use kaipan::service::{FollowedService, Service, ServiceDates};
use kaipan::{Date, Label, Text, Time};
use std::collections::BTreeMap;

/// What a record comes to.
#[derive(Debug, Default)]
pub(crate) struct Record {
    /// The ledger with all that was accepted.
    pub(crate) ledger: Ledger,
    /// The deals by id, as their events have made them.
    pub(crate) deals: BTreeMap<Text, RecordedDeal>,
    /// The customers by id.
    pub(crate) customers: BTreeMap<Text, Customer>,
    /// The units by number, as they were offered first.
    pub(crate) units: BTreeMap<Text, Unit>,
    /// The organisation.
    pub(crate) nodes: Vec<OrgNode>,
    /// The services by id.
    pub(crate) services: BTreeMap<Text, Service>,
    /// The settlements of areas by deal.
    pub(crate) settlements: BTreeMap<Text, AreaSettlement>,
    /// The projects by code, with their names where the record has them.
    pub(crate) projects: BTreeMap<Text, Option<Label>>,
    /// What is known of each project and its buildings.
    pub(crate) statuses: BTreeMap<Text, SaleStatus>,
    /// Receipts and payments by the key of their posting.
    pub(crate) moved: BTreeMap<Text, MoneyMoved>,
    /// Entries that were posted as they are, by key.
    pub(crate) entries: BTreeMap<Text, LedgerEntry>,
    /// Receivables that a posting is about, by its key.
    pub(crate) concerned: BTreeMap<Text, Vec<Text>>,
    /// What receivables are called, by id.
    pub(crate) names: BTreeMap<Text, Label>,
    /// How many posts of each kind the ledger has accepted.
    pub(crate) accepted: BTreeMap<LedgerActKind, u64>,
    /// Posts that the ledger has refused.
    pub(crate) refused: Vec<RefusedPost>,
    /// What the ledger has told about posts that it has accepted.
    pub(crate) told: Vec<ToldPost>,
    /// Events and facts as they were recorded, if the record was read with them.
    pub(crate) sources: Sources,
    /// Lines of kinds that are not known, by kind.
    pub(crate) unknown: BTreeMap<String, u64>,
    /// How many lines were taken.
    pub(crate) lines: u64,
    /// How many lines were recorded after the moment up to which the record was read.
    pub(crate) later: u64,
    /// The earliest day of a line that was taken.
    pub(crate) first_day: Option<Date>,
    /// The latest day of a line that was taken.
    pub(crate) last_day: Option<Date>,
    /// When the last line that was taken was recorded.
    pub(crate) last_at: Option<Time>,
}

/// A deal, and what the record says beside its events.
#[derive(Debug)]
pub(crate) struct RecordedDeal {
    /// The deal.
    pub(crate) deal: Deal,
    /// Its project.
    pub(crate) project: Text,
    /// The organisation node of its last line.
    pub(crate) node: Option<Text>,
    /// Its events.
    pub(super) events: Vec<DealEvent>,
}

impl RecordedDeal {
    /// The deal as it was at the end of a day.
    pub(crate) fn on(&self, day: Date) -> Deal {
        let mut deal = Deal::new(self.deal.id.clone());
        for event in self.events.iter().filter(|event| event.at.date() <= day) {
            // It was applied already, so it fits.
            if deal.apply(event).is_err() {
                break;
            }
        }
        deal
    }
}

impl Record {
    /// A bank account of the house is supervised, for purchase money or for deposits.
    pub(crate) fn is_supervised(&self, account: &str) -> bool {
        self.statuses.values().any(|status| {
            let buildings = status.buildings.iter().map(|building| &building.facts);
            let phases = status.phases.iter().map(|phase| &phase.facts);
            let mut facts = std::iter::once(&status.project).chain(buildings).chain(phases);
            facts.any(|facts| {
                let named = [&facts.supervised_account, &facts.deposit_account];
                named.into_iter().flatten().any(|one| *one == account)
            })
        })
    }

    /// The services with the days that they count from.
    pub(crate) fn followed(&self) -> Vec<FollowedService> {
        let mut by_deal: BTreeMap<&Text, Vec<&Service>> = BTreeMap::new();
        for service in self.services.values() {
            by_deal.entry(&service.deal).or_default().push(service);
        }
        let each = self.services.values().map(|service| {
            let own = by_deal.get(&service.deal).into_iter().flatten().copied();
            let deal = self.deals.get(&service.deal);
            let dates = deal.map(|one| ServiceDates::of(&one.deal, own)).unwrap_or_default();
            FollowedService::new(service.clone()).with_dates(dates)
        });
        each.collect()
    }
}
