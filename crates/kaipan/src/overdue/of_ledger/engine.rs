//! The engine.

use super::answer::LedgerClaims;
use super::deals::claim_deal;
use super::loans::{Expected, Loans};
use super::payments::{later, payments};
use crate::builder::{inputs, optional_inputs};
use crate::check::Index;
use crate::deal::Deal;
use crate::error::{Code, Error, Finding, Input, Result, finding};
use crate::ledger::{HistoryOf, Ledger, OwnerHistory, ReceivableHistory};
use crate::number::overflow;
use crate::overdue::aging::DatedPrepayment;
use crate::overdue::claim::MoneyClaim;
use crate::service::{FollowedService, ServiceDefinition};
use crate::{Date, Text, WorkingDays};

/// Makes claims of a ledger as it was on a day (handbook §6.6).
///
/// Amounts and due days are those of the day: what was replaced, or is no longer owed because the deal has
/// ended, is no claim. What was paid counts from the day on which the money came in; a waiver is a credit.
/// Errors are placed in [`Input::Horizon`], `Deals`, `Services`, `Definitions`, `WorkingDays` and `To`.
///
/// ```
/// use kaipan::ledger::{Bookkeeping, Ledger, LedgerAct, LedgerCommand, LedgerContext, ReceivableLine};
/// use kaipan::overdue::{Aging, LedgerClaiming};
/// let mut ledger = Ledger::new();
/// let context = LedgerContext::new("2025-01-05T10:00:00".parse()?, "出纳");
/// let line = ReceivableLine::new("D1/2", "down_payment", "395206".parse()?)
///     .with_due("2025-03-10".parse::<kaipan::Date>()?);
/// let mut books = Bookkeeping::new(&mut ledger, &context);
/// books.post(&LedgerCommand::new("1", LedgerAct::open_deal("D1")))?;
/// books.post(&LedgerCommand::new("2", LedgerAct::raise("D1", vec![line])))?;
/// let day = "2025-03-11".parse()?;
/// let claims = LedgerClaiming::new(&ledger, day).claims()?;
/// let report = Aging::new(&claims.claims, day).report()?;
/// assert_eq!(report.total.overdue.to_string(), "395206.00");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct LedgerClaiming<'a> {
    ledger: &'a Ledger,
    as_of: Date,
    horizon: Option<u32>,
    actual_until: Option<Date>,
    deals: &'a [Deal],
    services: &'a [FollowedService],
    definitions: &'a [ServiceDefinition],
    working_days: Option<&'a WorkingDays>,
}

impl<'a> LedgerClaiming<'a> {
    /// The claims of a ledger on a day.
    pub fn new(ledger: &'a Ledger, as_of: Date) -> LedgerClaiming<'a> {
        LedgerClaiming {
            ledger,
            as_of,
            horizon: None,
            actual_until: None,
            deals: &[],
            services: &[],
            definitions: &[],
            working_days: None,
        }
    }

    inputs! {
        /// Deals with their documents: who sells, and the days of subscription and signing.
        deals: &'a [Deal];
        /// Services after signing: the days on which loans are promised or planned.
        services: &'a [FollowedService];
        /// Machines of services, where they are not the presets.
        definitions: &'a [ServiceDefinition];
    }

    optional_inputs! {
        /// The place in the recorded order up to which postings count; all if absent.
        horizon: u32;
        /// What was paid after the day comes along up to this one, and so do claims that arose since, for
        /// a forecast to be compared with. It does not count on the day.
        actual_until: Date;
        /// Which days are worked; Monday to Friday if absent.
        working_days: &'a WorkingDays;
    }

    /// The claims, with their deals and the money that no claim has.
    ///
    /// # Errors
    /// [`Code::LedgerStale`] for a horizon that the ledger has not reached; [`Code::OverdueForecastEnd`]
    /// for a last day that is not after the day; [`Code::OverdueTwice`] for deals that are given twice; as
    /// [`ServiceFollowing::list`](crate::service::ServiceFollowing::list).
    pub fn claims(&self) -> Result<LedgerClaims> {
        Error::collect(self.wrong())?;
        let loans = Loans::new(self.services, self.definitions, self.working_days, self.as_of)?;
        let known = Index::new(self.deals, |deal: &Deal| &deal.id);
        let of = HistoryOf { as_of: self.as_of, horizon: self.horizon, until: self.actual_until };
        let (mut claims, mut deals, mut prepayments) = (Vec::new(), Vec::new(), Vec::new());
        for history in self.ledger.histories(of)? {
            prepayments.extend(prepayment(&history));
            let Some(deal) = history.deal else { continue };
            for receivable in &history.receivables {
                claims.extend(self.claim(deal, receivable, &loans)?);
            }
            deals.push(claim_deal(deal, &history, known.get(&deal))?);
        }
        let horizon = self.horizon.unwrap_or(self.ledger.last_order());
        let findings = self.odd();
        Ok(LedgerClaims { as_of: self.as_of, horizon, claims, deals, prepayments, findings })
    }

    /// Deals and services of deals that the ledger does not keep.
    fn odd(&self) -> Vec<Finding> {
        let told = |deal: &Text| {
            let told = || finding!(Code::OverdueDealNotKept, deal);
            (!self.ledger.keeps_deal(deal)).then(told)
        };
        let deals = self.deals.iter().enumerate();
        let deals = deals
            .filter_map(|(at, deal)| Some(told(&deal.id)?.at("id").at(at).within(Input::Deals)));
        let services = self.services.iter().enumerate();
        let services = services.filter_map(|(at, one)| {
            let found = told(&one.service.deal)?.at("deal").at("service");
            Some(found.at(at).within(Input::Services))
        });
        deals.chain(services).collect()
    }

    fn wrong(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        for (at, deal, first) in crate::check::with_repeats(self.deals, |deal| &deal.id) {
            errors.extend(first.map(|first| {
                let error = Error::new(Code::OverdueTwice).with("name", &deal.id);
                error.with("first", first).at("id").at(at).within(Input::Deals)
            }));
        }
        if let Some(until) = self.actual_until.filter(|until| *until <= self.as_of) {
            let error = Error::new(Code::OverdueForecastEnd).with("to", until);
            errors.push(error.with("from", self.as_of).within(Input::To));
        }
        errors
    }

    /// A receivable as a claim; none of one that came to nothing.
    fn claim(
        &self,
        deal: &Text,
        receivable: &ReceivableHistory<'_>,
        loans: &Loans<'_>,
    ) -> Result<Option<MoneyClaim>> {
        let after = self.as_of.add_days(1).ok_or_else(overflow)?;
        let since = (!receivable.is_known).then_some(receivable.raised_on.max(after));
        let mut payments = payments(receivable)?;
        payments.extend(later(receivable, since));
        if receivable.amount.is_zero() && payments.is_empty() {
            return Ok(None);
        }
        let Expected { promised, not_before } = loans.of(deal, receivable.item);
        Ok(Some(MoneyClaim {
            id: receivable.id.clone(),
            deal: deal.clone(),
            item: receivable.item.clone(),
            category: Some(receivable.category),
            amount: receivable.amount,
            due: receivable.due,
            since,
            promised,
            not_before,
            recorded: None,
            payments,
        }))
    }
}

/// The money of a deal or customer that pays nothing.
fn prepayment(history: &OwnerHistory<'_>) -> Option<DatedPrepayment> {
    let free = history.free?;
    Some(DatedPrepayment {
        deal: history.deal.cloned(),
        customer: history.customer.cloned(),
        on: free.on,
        amount: free.amount,
        recorded: None,
    })
}
