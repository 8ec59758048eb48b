//! What deals owe on a day, from a record of sales.

use super::args::DayArgs;
use super::policies::Policies;
use crate::failure::Failure;
use crate::record::{self, Reading, Record};
use kaipan::deal::Deal;
use kaipan::error::{Code, Error, Lang};
use kaipan::overdue::{ClaimDeal, LedgerClaiming, LedgerClaims};
use kaipan::service::FollowedService;
use kaipan::{Date, Label, Text, Time};
use std::collections::BTreeMap;
use std::path::Path;

/// What deals owe on a day, and what is known of them.
pub(crate) struct Arrears {
    /// The day.
    pub(crate) day: Date,
    /// The record, as far as it counts.
    pub(crate) record: Record,
    /// The claims of the ledger.
    pub(crate) owed: LedgerClaims,
    /// The deals, as they were at the end of the day.
    pub(crate) deals: Vec<Deal>,
    /// Their services.
    pub(crate) services: Vec<FollowedService>,
    /// The last day of which it is known what came in.
    pub(crate) actual_until: Option<Date>,
}

impl Arrears {
    /// Reads a record. With `compare` the claims are as they were known at the end of the day, and what came
    /// in since comes along.
    ///
    /// # Errors
    /// As [`record::read`]; whatever the core refuses.
    pub(crate) fn load(
        file: &Path,
        options: &DayArgs,
        policies: &Policies,
        compare: bool,
        lang: Lang,
    ) -> Result<Arrears, Failure> {
        let policy = policies.ledger.as_ref();
        let whole = Reading { known_at: options.as_known, policy, ..Reading::default() };
        let record = record::read(file, whole, lang)?;
        let day = options.on.or(record.last_day).ok_or_else(|| Failure::plain(&no_day()))?;
        let evening = Time::at(day, 23, 59, 59).ok_or_else(|| Failure::plain(&no_day()))?;
        let is_past = record.last_at.is_some_and(|last| last > evening);
        let then = match is_past {
            false => None,
            true => {
                let then = Reading { known_at: Some(evening), ..whole };
                Some(record::read(file, then, lang)?)
            }
        };
        let known = then.as_ref().unwrap_or(&record);
        let deals: Vec<Deal> = known.deals.values().map(|one| one.deal.clone()).collect();
        let services = known.followed();
        let actual_until = record.last_day.filter(|last| compare && *last > day);
        let horizon = compare.then(|| record.ledger.order_at(evening));
        let owed = LedgerClaiming::new(&record.ledger, day)
            .horizon(horizon)
            .actual_until(actual_until)
            .deals(&deals)
            .services(&services)
            .definitions(&policies.definitions)
            .working_days(policies.working_days.as_ref())
            .claims();
        let mut owed = owed.map_err(|error| Failure::plain(&error))?;
        for deal in &mut owed.deals {
            complete(deal, &record);
        }
        Ok(Arrears { day, record, owed, deals, services, actual_until })
    }

    /// What is known of the deals, by id.
    pub(crate) fn by_deal(&self) -> BTreeMap<&Text, &ClaimDeal> {
        self.owed.deals.iter().map(|deal| (&deal.id, deal)).collect()
    }

    /// What a claim is called in its schedule.
    pub(crate) fn name(&self, claim: &Text) -> Option<&Label> {
        self.record.names.get(claim)
    }
}

/// What lists show of a deal beside its documents: names as the record has them.
fn complete(deal: &mut ClaimDeal, record: &Record) {
    let recorded = record.deals.get(&deal.id);
    deal.project = recorded.map(|one| one.project.clone()).or_else(|| deal.project.take());
    let customer = deal.customer.as_ref().and_then(|id| record.customers.get(id));
    if let Some(customer) = customer {
        deal.owner = Some(Label::from(customer.name.as_str()));
        deal.phone = customer.phones.first().map(|phone| Label::from(phone.as_str()));
    }
    let unit = deal.unit_no.as_ref().and_then(|unit| record.units.get(unit));
    deal.building_area = unit.map(|unit| unit.building_area);
    deal.product = unit.and_then(|unit| unit.product_type.clone());
}

fn no_day() -> Error {
    Error::new(Code::JsonMissingField).with("field", "on")
}
