//! The engine.

use super::answer::{AssessedClaim, OverdueAssessment, OverdueTotals};
use super::beside::{LateFeeWaiver, OverduePosting, PostedLateFee};
use crate::Date;
use crate::builder::{inputs, optional_inputs};
use crate::check::Index;
use crate::error::{Error, Finding, Input, Result};
use crate::number::Money;
use crate::overdue::claim::{
    ClaimDeal, ClaimsOfDay, MoneyClaim, odd_deals, wrong_claims, wrong_deals, wrong_horizon,
};
use crate::overdue::fees_beside::{Beside, FeesBeside};
use crate::overdue::late_fee::{DailyRates, LateFeePolicy};
use crate::overdue::sums::of_sums;
use crate::overdue::termination::{PaymentDemand, TerminationPolicy, wrong_demands};

/// Says what deals owe on a day, what of it is overdue, and the late fees (handbook §6.6).
///
/// Everything follows from the dates of claims and payments: neither the order in which they are
/// given nor the days on which it was asked before changes the answer. Errors and findings are placed in
/// [`Input::Policy`], `Claims`, `Deals`, `Waivers`, `Posted`, `Demands` and `Termination`.
///
/// ```
/// use kaipan::overdue::{ClaimPayment, LateFeePolicy, LateFeeTier, MoneyClaim, OverdueAssessing};
/// let policy = LateFeePolicy {
///     tiers: vec![LateFeeTier::new("0.0002".parse()?)], // 日万分之二
///     ..LateFeePolicy::default()
/// };
/// let paid = |on: &str, amount: &str| -> kaipan::Result<_> {
///     Ok(ClaimPayment::new(on.parse()?, amount.parse()?))
/// };
/// let claims = [MoneyClaim::new("D1-2", "D1", "house_payment", "395206".parse()?)
///     .with_due("2025-03-10".parse()?)
///     .with_payments(vec![paid("2025-03-25", "100000")?, paid("2025-04-30", "295206")?])];
/// let assessed = OverdueAssessing::new(&policy, &claims, "2025-05-01".parse()?).assess()?;
/// assert_eq!(assessed.claims[0].late_fee.to_string(), "3311.10");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct OverdueAssessing<'a> {
    pub(super) policy: &'a LateFeePolicy,
    pub(super) claims: &'a [MoneyClaim],
    pub(super) as_of: Date,
    pub(super) horizon: Option<u32>,
    pub(super) deals: &'a [ClaimDeal],
    waivers: &'a [LateFeeWaiver],
    posted: &'a [PostedLateFee],
    pub(super) demands: &'a [PaymentDemand],
    pub(super) termination: Option<&'a TerminationPolicy>,
    posting: Option<&'a OverduePosting>,
}

impl<'a> OverdueAssessing<'a> {
    /// What these claims come to on a day, by a policy of late fees.
    pub fn new(
        policy: &'a LateFeePolicy,
        claims: &'a [MoneyClaim],
        as_of: Date,
    ) -> OverdueAssessing<'a> {
        OverdueAssessing {
            policy,
            claims,
            as_of,
            horizon: None,
            deals: &[],
            waivers: &[],
            posted: &[],
            demands: &[],
            termination: None,
            posting: None,
        }
    }

    inputs! {
        /// The deals, for caps of the contract total and for termination.
        deals: &'a [ClaimDeal];
        /// Waivers of late fees.
        waivers: &'a [LateFeeWaiver];
        /// What was posted of late fees.
        posted: &'a [PostedLateFee];
        /// Demands for payment that reached the buyer (催告).
        demands: &'a [PaymentDemand];
    }

    optional_inputs! {
        /// The last recorded number that counts; all if absent.
        horizon: u32;
        /// When the seller may end a contract; that is not looked at if absent.
        termination: &'a TerminationPolicy;
        /// Asks for the entries that bring what is posted to what is charged.
        posting: &'a OverduePosting;
    }

    /// Claims, deals and totals as they are on the day.
    ///
    /// # Errors
    /// Tiers with holes or falling rates (codes 2428 to 2430); ids that are empty or given twice (2420, 2421); a
    /// payment before its claim arose (2423), above what is owed (2424), or given back above what was paid (2425);
    /// waivers and posted fees of no claim (2427); a cap by the contract total without one (2432); sums outside the
    /// range of money (2474), days outside the calendar (2741).
    pub fn assess(&self) -> Result<OverdueAssessment> {
        self.assessed().map_err(of_sums)
    }

    fn assessed(&self) -> Result<OverdueAssessment> {
        Error::collect(self.wrong())?;
        let mut findings = self.odd();
        findings.extend(self.odd_demands());
        let beside = self.fees_beside().by_claim(self.as_of, &mut findings)?;
        let deals = Index::new(self.deals, |deal: &ClaimDeal| &deal.id);
        let rates = DailyRates::new(self.policy);
        let day = ClaimsOfDay { as_of: self.as_of, horizon: self.horizon };
        let (mut claims, none) = (Vec::new(), Beside::default());
        let mut numbers = Vec::new();
        for claim in day.of(self.claims) {
            let own = beside.get(&claim.claim.id).unwrap_or(&none);
            let deal = deals.get(&&claim.claim.deal);
            let assessed = self.claim(&claim, own, deal, &rates, &mut findings);
            claims.push(assessed.map_err(|error| error.at(claim.at).within(Input::Claims))?);
            numbers.push(own.entries);
        }
        let totals = totals(&claims)?;
        let deals = self.deals_of(&claims, &deals, &mut findings)?;
        let entries = self.posting.map(|posting| self.entries(posting, &claims, &numbers));
        let entries = entries.transpose()?.unwrap_or_default();
        let (as_of, horizon) = (self.as_of, self.horizon);
        Ok(OverdueAssessment { as_of, horizon, claims, deals, totals, entries, findings })
    }

    /// Everything that cannot be.
    fn wrong(&self) -> Vec<Error> {
        let policy = self.policy.wrong().into_iter().map(|error| error.within(Input::Policy));
        let mut errors: Vec<Error> = policy.collect();
        errors.extend(wrong_claims(self.claims));
        errors.extend(wrong_horizon(self.claims, self.horizon));
        errors.extend(wrong_deals(self.deals, Input::Deals));
        errors.extend(self.fees_beside().wrong(self.claims));
        errors.extend(wrong_demands(self.claims, self.demands));
        if let Some(termination) = self.termination {
            let own = termination.wrong();
            errors.extend(own.into_iter().map(|error| error.within(Input::Termination)));
        }
        errors
    }

    /// What is hardly meant, of each input alone.
    fn odd(&self) -> Vec<Finding> {
        let policy = self.policy.odd().into_iter().map(|told| told.within(Input::Policy));
        let mut told: Vec<Finding> = policy.collect();
        for (at, claim) in self.claims.iter().enumerate() {
            told.extend(claim.odd().into_iter().map(|found| found.at(at).within(Input::Claims)));
        }
        told.extend(self.fees_beside().twice());
        told.extend(odd_deals(self.deals, self.as_of, Input::Deals));
        if let Some(termination) = self.termination {
            let own = termination.odd();
            told.extend(own.into_iter().map(|found| found.within(Input::Termination)));
        }
        told
    }

    fn fees_beside(&self) -> FeesBeside<'a> {
        FeesBeside { waivers: self.waivers, posted: self.posted }
    }
}

/// Sums over claims.
fn totals(claims: &[AssessedClaim]) -> Result<OverdueTotals> {
    let sum = |of: fn(&AssessedClaim) -> Money| Money::sum(claims.iter().map(of));
    Ok(OverdueTotals {
        amount: sum(|one| one.amount)?,
        paid: sum(|one| one.paid)?,
        outstanding: sum(|one| one.outstanding)?,
        overdue: Money::sum(
            claims.iter().filter(|one| one.overdue_days > 0).map(|one| one.outstanding),
        )?,
        reference_fee: sum(|one| one.reference_fee)?,
        waived: sum(|one| one.waived)?,
        late_fee: sum(|one| one.late_fee)?,
        late_fee_paid: sum(|one| one.late_fee_paid)?,
        late_fee_outstanding: sum(|one| one.late_fee_outstanding)?,
        to_post: sum(|one| one.to_post)?,
    })
}
