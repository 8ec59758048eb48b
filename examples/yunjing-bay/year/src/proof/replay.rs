//! The state of every stream: as the year has it at its end, and as its lines come to.

use crate::failure::Outcome;
use crate::record::{Body, Line, StreamAt, Totals, YearEnd};
use crate::world::World;
use kaipan::approval::ApprovalRequest;
use kaipan::area_settlement::AreaSettlement;
use kaipan::deal::{Deal, Quota, UnitStock};
use kaipan::service::Service;
use kaipan::{StreamKind, Text};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The streams of a project, each with its state.
#[derive(Debug, Default)]
pub(crate) struct Replayed {
    units: BTreeMap<Text, UnitStock>,
    deals: BTreeMap<Text, Deal>,
    quotas: BTreeMap<Text, Quota>,
    approvals: BTreeMap<Text, ApprovalRequest>,
    services: BTreeMap<Text, Service>,
    areas: BTreeMap<Text, AreaSettlement>,
    /// How many entries each deal has.
    ledgers: BTreeMap<Text, u32>,
}

impl Replayed {
    /// The states that a year has kept while it passed.
    pub(crate) fn of(world: &World<'_, '_, '_>) -> Replayed {
        let mut all = Replayed::default();
        for stock in world.stock.iter().filter(|stock| stock.version > 0) {
            all.units.insert(stock.unit_no.clone(), stock.clone());
        }
        for sale in &world.sales {
            let Some(deal) = sale.deal.as_ref().filter(|deal| deal.version > 0) else { continue };
            all.deals.insert(deal.id.clone(), deal.clone());
            if sale.purse.entries > 0 {
                all.ledgers.insert(deal.id.clone(), sale.purse.entries);
            }
            if let Some(area) = &sale.area {
                all.areas.insert(area.deal.clone(), area.clone());
            }
            for service in sale.services.values() {
                all.services.insert(service.id.clone(), service.clone());
            }
        }
        for quota in &world.quotas {
            all.quotas.insert(quota.id.clone(), quota.clone());
        }
        for pending in &world.requests {
            all.approvals.insert(pending.request.id.clone(), pending.request.clone());
        }
        all
    }

    /// Takes a line in; what belongs to no stream changes nothing.
    pub(crate) fn take(&mut self, line: &Line) -> Outcome {
        match &line.body {
            Body::Stock(event) => {
                let id = event.unit_no.clone();
                self.units.entry(id.clone()).or_insert_with(|| UnitStock::new(id)).apply(event)?;
            }
            Body::Deal(event) => {
                let id = event.deal.clone();
                self.deals.entry(id.clone()).or_insert_with(|| Deal::new(id)).apply(event)?;
            }
            Body::Quota(event) => {
                let id = event.quota.clone();
                self.quotas.entry(id.clone()).or_insert_with(|| Quota::new(id, 0)).apply(event)?;
            }
            Body::Approval(event) => {
                let before = self.approvals.get(&event.request);
                let after = ApprovalRequest::evolve(before, event)?;
                self.approvals.insert(event.request.clone(), after);
            }
            Body::Service(event) => {
                let id = event.service.clone();
                if let kaipan::service::ServiceChange::Started { deal, service_kind, .. } =
                    &event.change
                {
                    let service = Service::new(id.clone(), deal.clone(), *service_kind);
                    self.services.insert(id.clone(), service);
                }
                let service = self.services.get_mut(&id);
                service.ok_or_else(|| crate::failure::Failure::missing("service"))?.apply(event)?;
            }
            Body::AreaSettlement(event) => {
                let before = self.areas.get(&event.deal);
                let after = AreaSettlement::evolve(before, event)?;
                self.areas.insert(event.deal.clone(), after);
            }
            Body::Entry(_) | Body::Receipt(_) | Body::Payment(_) => {
                if let Some(StreamAt { id, version, .. }) = &line.stream {
                    self.ledgers.insert(id.clone(), *version);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The version that a stream has so far.
    pub(crate) fn version(&self, kind: StreamKind, id: &Text) -> u32 {
        let version = match kind {
            StreamKind::Unit => self.units.get(id).map(|one| one.version),
            StreamKind::Deal => self.deals.get(id).map(|one| one.version),
            StreamKind::Quota => self.quotas.get(id).map(|one| one.version),
            StreamKind::Approval => self.approvals.get(id).map(|one| one.version),
            StreamKind::Service => self.services.get(id).map(|one| one.version),
            StreamKind::AreaSettlement => self.areas.get(id).map(|one| one.version),
            StreamKind::LedgerAccount => self.ledgers.get(id).copied(),
            _ => None,
        };
        version.unwrap_or(0)
    }

    /// Homes and deals, for what is checked over all of them.
    pub(crate) fn homes(&self) -> (&BTreeMap<Text, UnitStock>, &BTreeMap<Text, Deal>) {
        (&self.units, &self.deals)
    }

    fn streams(&self) -> BTreeMap<String, u64> {
        let counts = [
            (StreamKind::Unit, self.units.len()),
            (StreamKind::Deal, self.deals.len()),
            (StreamKind::Quota, self.quotas.len()),
            (StreamKind::Approval, self.approvals.len()),
            (StreamKind::Service, self.services.len()),
            (StreamKind::AreaSettlement, self.areas.len()),
            (StreamKind::LedgerAccount, self.ledgers.len()),
        ];
        let counted = counts.into_iter().filter(|(_, count)| *count > 0);
        let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        counted.map(|(kind, many)| (kind.word().to_owned(), count(many))).collect()
    }

    /// SHA-256 over every state, in the order of kinds and ids.
    fn hash(&self) -> String {
        let mut hasher = Sha256::new();
        add(&mut hasher, &self.units);
        add(&mut hasher, &self.deals);
        add(&mut hasher, &self.quotas);
        add(&mut hasher, &self.approvals);
        add(&mut hasher, &self.services);
        add(&mut hasher, &self.areas);
        add(&mut hasher, &self.ledgers);
        hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// The last line of a project: its totals, and what its streams come to.
pub(crate) fn year_end(totals: Totals, states: &Replayed) -> YearEnd {
    YearEnd { totals, streams: states.streams(), states: states.hash() }
}

/// A state that does not write is none; the hash then differs from that of one that does.
fn add<S: Serialize>(hasher: &mut Sha256, states: &BTreeMap<Text, S>) {
    for (id, state) in states {
        hasher.update(id.as_bytes());
        hasher.update(serde_json::to_vec(state).unwrap_or_default());
    }
}
