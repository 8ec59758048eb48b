//! `overdue.claims`.

pub use kaipan::overdue::LedgerClaims;

use crate::ledger::GivenLedger;
use kaipan::deal::Deal;
use kaipan::error::{Input, InputPlace, Result};
use kaipan::overdue::LedgerClaiming;
use kaipan::service::{FollowedService, ServiceDefinition};
use kaipan::{Date, WorkingDays};
use kaipan_derive::boundary;

/// A ledger, and the day to look at it.
#[boundary]
pub struct OverdueClaimsRequest {
    /// What was posted so far.
    #[boundary(empty)]
    pub ledger: GivenLedger,
    /// The day.
    pub as_of: Date,
    /// The place in the recorded order up to which postings count; all if absent.
    pub horizon: Option<u32>,
    /// What was paid after the day comes along up to this one, for a forecast to be compared with that.
    pub actual_until: Option<Date>,
    /// Deals with their documents: who sells, and the days of subscription and signing.
    pub deals: Vec<Deal>,
    /// Services after signing: the days on which loans are promised or planned.
    pub services: Vec<FollowedService>,
    /// Machines of services, where they are not the presets.
    pub definitions: Vec<ServiceDefinition>,
    /// Which days are worked; Monday to Friday if absent.
    pub working_days: Option<WorkingDays>,
}

/// `overdue.claims`: what deals owe by a ledger on a day.
///
/// # Errors
/// As [`LedgerClaiming::claims`] and [`Ledger::replay`](kaipan::ledger::Ledger::replay).
pub fn claims(request: &OverdueClaimsRequest) -> Result<LedgerClaims> {
    let ledger = request.ledger.ledger()?;
    let held =
        |input: Input| (input == Input::To).then(|| InputPlace::default().then("actual_until"));
    LedgerClaiming::new(&ledger, request.as_of)
        .horizon(request.horizon)
        .actual_until(request.actual_until)
        .deals(&request.deals)
        .services(&request.services)
        .definitions(&request.definitions)
        .working_days(request.working_days.as_ref())
        .claims()
        .map_err(|error| error.moved(&held))
}
