//! Money that no claim has, on a day.

use super::aging::DatedPrepayment;
use super::claim::{ClaimDeal, ClaimsOfDay};
use crate::Text;
use crate::check::Index;
use crate::error::{Code, Finding, Input, Result, finding};
use crate::number::{Money, overflow};
use std::collections::BTreeMap;

impl ClaimsOfDay {
    pub(super) fn counts_prepaid(self, prepaid: &DatedPrepayment) -> bool {
        prepaid.on <= self.as_of && self.is_recorded(prepaid.recorded)
    }
}

/// Prepayments of a deal that name another customer than the deal's.
pub(super) fn of_other_customer(prepaid: &[DatedPrepayment], deals: &[ClaimDeal]) -> Vec<Finding> {
    let known = Index::new(deals, |deal: &ClaimDeal| &deal.id);
    let each = prepaid.iter().enumerate().filter_map(|(at, one)| {
        let deal = known.get(&one.deal.as_ref()?)?;
        let (given, customer) = (one.customer.as_ref()?, deal.customer.as_ref()?);
        let told = || finding!(Code::OverduePrepaidCustomer, given, deal = deal.id, customer);
        (given != customer).then(|| told().at("customer").at(at).within(Input::Prepayments))
    });
    each.collect()
}

/// Prepayments of a deal or a customer that come to less than nothing, each at its last row.
pub(super) fn below_zero(prepaid: &[DatedPrepayment], day: ClaimsOfDay) -> Result<Vec<Finding>> {
    let mut sums: BTreeMap<(bool, &Text), (usize, Money)> = BTreeMap::new();
    for (at, one) in prepaid.iter().enumerate().filter(|(_, one)| day.counts_prepaid(one)) {
        let Some(owner) = one.deal.as_ref().or(one.customer.as_ref()) else { continue };
        let sum = sums.entry((one.deal.is_some(), owner)).or_default();
        let more = sum.1.checked_add(one.amount).ok_or_else(overflow);
        *sum = (at, more.map_err(|error| error.at("amount").at(at).within(Input::Prepayments))?);
    }
    let below = sums.into_iter().filter(|(_, (_, sum))| sum.is_negative());
    let told = below.map(|((_, name), (at, sum))| {
        let told = finding!(Code::OverduePrepaidBelow, name, sum);
        told.at("amount").at(at).within(Input::Prepayments)
    });
    Ok(told.collect())
}
