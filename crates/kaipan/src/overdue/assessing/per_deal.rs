//! What the claims of each deal come to.

use super::OverdueAssessing;
use super::answer::{AssessedClaim, AssessedDeal};
use crate::Text;
use crate::check::Index;
use crate::error::{Code, Finding, Input, Result, finding};
use crate::money::MoneyCategory;
use crate::number::Money;
use crate::overdue::claim::ClaimDeal;
use crate::overdue::termination::{PaymentDemand, Terminating, demands_by_deal};
use std::collections::HashMap;

impl OverdueAssessing<'_> {
    /// The deals, in the order of their first claims.
    pub(super) fn deals_of(
        &self,
        claims: &[AssessedClaim],
        known: &Index<'_, ClaimDeal, &Text>,
        findings: &mut Vec<Finding>,
    ) -> Result<Vec<AssessedDeal>> {
        let mut order: Vec<(&Text, Vec<&AssessedClaim>)> = Vec::new();
        let mut places: HashMap<&Text, usize> = HashMap::new();
        for claim in claims {
            let at = *places.entry(&claim.deal).or_insert(order.len());
            match order.get_mut(at) {
                Some((_, own)) => own.push(claim),
                None => order.push((&claim.deal, vec![claim])),
            }
        }
        let demands = demands_by_deal(self.demands, self.as_of);
        let each = order.into_iter().map(|(id, own)| {
            let deal = known.get(&id);
            if deal.is_none() && self.termination.is_some() {
                let told = finding!(Code::OverdueDealUnknown, deal = id);
                findings.push(told.within(Input::Deals));
            }
            findings.extend(self.above_total(id, &own, deal)?);
            let demanded = demands.get(id).map_or(&[][..], Vec::as_slice);
            findings.extend(self.odd_rights(&own, demanded, deal));
            self.deal(id, &own, demanded, deal)
        });
        each.collect()
    }

    /// House money of a deal that comes to more than its contract total, though no claim does alone.
    fn above_total(
        &self,
        id: &Text,
        claims: &[&AssessedClaim],
        deal: Option<&ClaimDeal>,
    ) -> Result<Option<Finding>> {
        let Some(total) = deal.and_then(|deal| deal.contract_total) else { return Ok(None) };
        if claims.iter().any(|one| one.amount > total) {
            return Ok(None);
        }
        let is_house = |one: &&&AssessedClaim| {
            matches!(one.category, MoneyCategory::HouseNonLoan | MoneyCategory::HouseLoan)
        };
        let amount = Money::sum(claims.iter().filter(is_house).map(|one| one.amount))?;
        let told = || {
            let at = self.deals.iter().position(|one| one.id == *id).unwrap_or_default();
            let told = finding!(Code::OverdueAboveTotal, deal = id, amount, total);
            told.at("contract_total").at(at).within(Input::Deals)
        };
        Ok((amount > total).then(told))
    }

    fn deal(
        &self,
        id: &Text,
        claims: &[&AssessedClaim],
        demands: &[&PaymentDemand],
        deal: Option<&ClaimDeal>,
    ) -> Result<AssessedDeal> {
        let sum = |of: fn(&AssessedClaim) -> Money| Money::sum(claims.iter().map(|one| of(one)));
        let overdue = claims.iter().filter(|one| one.overdue_days > 0);
        let open = claims.iter().filter(|one| one.outstanding.is_positive());
        let ahead = open.filter_map(|one| one.due).filter(|due| *due >= self.as_of);
        let terminating = self.termination.map(|policy| Terminating { policy, as_of: self.as_of });
        let termination = terminating.map(|one| one.flags(claims, demands, deal)).transpose()?;
        let termination = termination.unwrap_or_default();
        let money = terminating.filter(|_| !termination.is_empty());
        let money = money.map(|one| one.money(claims)).transpose()?;
        Ok(AssessedDeal {
            deal: id.clone(),
            outstanding: sum(|one| one.outstanding)?,
            overdue: Money::sum(overdue.map(|one| one.outstanding))?,
            overdue_days: claims.iter().map(|one| one.overdue_days).max().unwrap_or(0),
            nearest_due: ahead.min(),
            late_fee: sum(|one| one.late_fee)?,
            late_fee_outstanding: sum(|one| one.late_fee_outstanding)?,
            termination,
            termination_money: money,
        })
    }
}
