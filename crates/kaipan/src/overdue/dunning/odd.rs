//! What is hardly meant about records and prepayments.

use super::answer::DunningNotice;
use super::record::{DunningRecord, DunningResult};
use crate::Text;
use crate::check::with_repeats;
use crate::error::{Code, Finding, Input, Result, finding};
use crate::money::LATE_FEE;
use crate::number::{Money, overflow};
use crate::overdue::aging::DatedPrepayment;
use crate::overdue::assessing::PostedLateFee;
use crate::overdue::claim::{ClaimsOfDay, MoneyClaim};
use std::collections::{BTreeMap, BTreeSet};

/// A promise is hardly for later than so many days after its record.
const USUAL_PROMISE: i64 = 60;

/// Records that say nothing, or the same twice, or one thing in their result and another beside it.
pub(super) fn odd_records(records: &[DunningRecord]) -> Vec<Finding> {
    let mut told = Vec::new();
    let key =
        |one: &DunningRecord| (one.deal.clone(), one.claims.clone(), one.step.clone(), one.on);
    for (at, record, first) in with_repeats(records, key) {
        let (deal, day) = (&record.deal, record.on);
        let mut own = Vec::new();
        if record.claims.is_empty() {
            own.push(finding!(Code::OverdueRecordEmpty, deal, day).at("claims"));
        }
        own.extend(first.map(|first| finding!(Code::OverdueRecordTwice, deal, day, first)));
        match (&record.result, &record.promise) {
            (Some(DunningResult::Promised), None) => {
                own.push(finding!(Code::OverduePromiseMissing, deal, day).at("result"));
            }
            (Some(DunningResult::Promised) | None, _) | (_, None) => {}
            (Some(_), Some(_)) => {
                own.push(finding!(Code::OverduePromiseResult, deal, day).at("result"));
            }
        }
        if let Some(promise) = &record.promise {
            let (on, days) = (promise.on, promise.on.days_since(day));
            let far = || finding!(Code::OverduePromiseFar, deal, on, days);
            own.extend((days > USUAL_PROMISE).then(|| far().at("on").at("promise")));
        }
        told.extend(own.into_iter().map(|found| found.at(at).within(Input::Records)));
    }
    told
}

/// Claims of late fees in deals whose letters name a late fee of which nothing is said to be posted.
pub(super) fn fee_beside_fee(
    claims: &[MoneyClaim],
    day: ClaimsOfDay,
    posted: &[PostedLateFee],
    notices: &[DunningNotice],
) -> Vec<Finding> {
    let fees = notices.iter().filter(|one| one.late_fee.is_positive());
    let fees: BTreeMap<&Text, Money> = fees.map(|one| (&one.deal, one.late_fee)).collect();
    let posted: BTreeSet<&Text> = posted.iter().map(|one| &one.claim).collect();
    let of_posted = claims.iter().filter(|one| posted.contains(&one.id));
    let of_posted: BTreeSet<&Text> = of_posted.map(|one| &one.deal).collect();
    let own = claims.iter().enumerate().filter(|(_, one)| *one.item == *LATE_FEE && day.has(one));
    let told = own.filter_map(|(at, one)| {
        let fee = fees.get(&one.deal).filter(|_| !of_posted.contains(&one.deal))?;
        let (deal, claim) = (&one.deal, &one.id);
        let told = finding!(Code::OverdueFeeBesideFee, deal, claim, fee);
        Some(told.at("item").at(at).within(Input::Claims))
    });
    told.collect()
}

/// What customers have prepaid without a deal, where a deal of theirs is reminded.
pub(super) fn customer_prepaid(
    prepaid: &[DatedPrepayment],
    day: ClaimsOfDay,
    notices: &[DunningNotice],
) -> Result<Vec<Finding>> {
    let mut sums: BTreeMap<&Text, (usize, Money)> = BTreeMap::new();
    let own = prepaid.iter().enumerate().filter(|(_, one)| one.deal.is_none());
    for (at, one) in own.filter(|(_, one)| day.counts_prepaid(one)) {
        let Some(customer) = &one.customer else { continue };
        let (_, sum) = sums.entry(customer).or_insert((at, Money::ZERO));
        *sum = sum.checked_add(one.amount).ok_or_else(overflow)?;
    }
    let dunned = notices.iter().filter_map(|one| Some((one.customer.as_ref()?, &one.deal)));
    let dunned: BTreeSet<(&Text, &Text)> = dunned.collect();
    let told = dunned.into_iter().filter_map(|(customer, deal)| {
        let (at, sum) = sums.get(customer).filter(|(_, sum)| sum.is_positive())?;
        let told = finding!(Code::OverdueCustomerPrepaid, customer, sum, deal);
        Some(told.at(*at).within(Input::Prepayments))
    });
    Ok(told.collect())
}
