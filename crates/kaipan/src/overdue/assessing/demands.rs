//! What is told of demands and of rights that cannot be given.

use super::OverdueAssessing;
use super::answer::AssessedClaim;
use crate::Text;
use crate::error::{Code, Finding, Input, finding};
use crate::overdue::claim::{ClaimDeal, ClaimsOfDay, MoneyClaim};
use crate::overdue::termination::{PaymentDemand, TerminationPolicy, is_unsigned};
use std::collections::HashMap;

impl OverdueAssessing<'_> {
    /// Demands on days on which nothing was overdue that counts for ending a contract.
    pub(super) fn odd_demands(&self) -> Vec<Finding> {
        let mut told = Vec::new();
        let Some(policy) = self.termination.filter(|_| !self.demands.is_empty()) else {
            return told;
        };
        let mut by_deal: HashMap<&Text, Vec<&MoneyClaim>> = HashMap::new();
        for claim in self.claims.iter().filter(|one| policy.categories.contains(&one.category())) {
            by_deal.entry(&claim.deal).or_default().push(claim);
        }
        let demands = self.demands.iter().enumerate();
        for (at, demand) in demands.filter(|(_, demand)| demand.on <= self.as_of) {
            let day = ClaimsOfDay { as_of: demand.on, horizon: self.horizon };
            let was_late =
                |one: &&&MoneyClaim| one.due.is_some_and(|due| due < demand.on) && day.is_owed(one);
            let claims = by_deal.get(&demand.deal).map_or(&[][..], Vec::as_slice);
            if claims.iter().find(was_late).is_none() {
                let found =
                    finding!(Code::OverdueDemandOfNothing, deal = demand.deal, day = demand.on);
                told.push(found.at("on").at(at).within(Input::Demands));
            }
        }
        told
    }

    /// A fifth of the contract total that cannot be checked, and a contract that there is not yet.
    pub(super) fn odd_rights(
        &self,
        claims: &[&AssessedClaim],
        demands: &[&PaymentDemand],
        deal: Option<&ClaimDeal>,
    ) -> Vec<Finding> {
        let Some((policy, deal)) = self.termination.zip(deal) else { return Vec::new() };
        let days = longest(policy, claims);
        if days == 0 {
            return Vec::new();
        }
        let at = self.deals.iter().position(|one| one.id == deal.id).unwrap_or_default();
        let total = deal.contract_total.is_none() && !demands.is_empty();
        let total = total.then(|| {
            let told = finding!(Code::OverdueTotalUnknown, deal = deal.id);
            told.at("contract_total")
        });
        let ends = policy.after_days.is_some_and(|after| days > after);
        let unsigned = (ends && is_unsigned(Some(deal))).then(|| {
            let told = finding!(Code::OverdueNotSigned, deal = deal.id);
            told.at("signed_on")
        });
        let told = total.into_iter().chain(unsigned);
        told.map(|told| told.at(at).within(Input::Deals)).collect()
    }
}

/// The most days that anything is overdue that counts for ending a contract.
fn longest(policy: &TerminationPolicy, claims: &[&AssessedClaim]) -> u32 {
    let counted = claims.iter().filter(|one| policy.categories.contains(&one.category));
    counted.map(|one| one.overdue_days).max().unwrap_or(0)
}
