//! The engine.

use super::answer::{AgingReport, AgingRow, AgingTable};
use super::bucket::{AgingBucket, standard_buckets, wrong_buckets};
use super::dimension::{AgingDimension, AgingMode};
use super::sums::{AgedClaim, Sums};
use crate::builder::{inputs, optional_inputs};
use crate::check::{Index, with_repeats};
use crate::error::{Code, Error, Finding, Input, Result, finding};
use crate::number::Money;
use crate::overdue::balance::Running;
use crate::overdue::claim::{
    ClaimDeal, ClaimOfDay, ClaimsOfDay, MoneyClaim, odd_deals, wrong_claims, wrong_deals,
    wrong_horizon,
};
use crate::overdue::late_fee::{DailyRates, LateFeePolicy, PaidParts};
use crate::overdue::prepaid::{below_zero, of_other_customer};
use crate::overdue::sums::of_sums;
use crate::{Date, Label, Text};
use kaipan_derive::boundary;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Money of a deal or a customer that no claim has (预收款).
#[boundary]
pub struct DatedPrepayment {
    /// The deal.
    pub deal: Option<Text>,
    /// The customer, where it is of no deal yet.
    pub customer: Option<Text>,
    /// The business date.
    pub on: Date,
    /// Yuan; below zero it was used or given back that day.
    pub amount: Money,
    /// The number under which it was recorded, if the host counts entries.
    pub recorded: Option<u32>,
}

/// Says what is owed on a day by how long it is overdue (账龄分析, handbook §6.7).
///
/// Not due, every bucket and undated together are what is outstanding; prepayments have a column of
/// their own. Errors and findings are placed in [`Input::Claims`], `Deals`, `Prepayments`, `Buckets`, `By`
/// and `Policy`.
///
/// ```
/// use kaipan::overdue::{Aging, ClaimPayment, MoneyClaim};
/// let paid = ClaimPayment::new("2016-11-09".parse()?, "4500".parse()?);
/// let claims = [MoneyClaim::new("C1", "D1", "house_payment", "10000".parse()?)
///     .with_due("2017-02-28".parse()?)
///     .with_payments(vec![paid])];
/// let report = Aging::new(&claims, "2017-04-04".parse()?).report()?;
/// // 35 days overdue: in the second bucket, 31 to 60 days.
/// assert_eq!(report.total.buckets[1].to_string(), "5500.00");
/// assert_eq!(report.total.overdue_days, 35);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Aging<'a> {
    claims: &'a [MoneyClaim],
    as_of: Date,
    horizon: Option<u32>,
    buckets: Option<&'a [AgingBucket]>,
    mode: AgingMode,
    by: &'a [AgingDimension],
    deals: &'a [ClaimDeal],
    prepayments: &'a [DatedPrepayment],
    policy: Option<&'a LateFeePolicy>,
}

impl<'a> Aging<'a> {
    /// These claims on a day.
    pub fn new(claims: &'a [MoneyClaim], as_of: Date) -> Aging<'a> {
        Aging {
            claims,
            as_of,
            horizon: None,
            buckets: None,
            mode: AgingMode::StillOwed,
            by: &[],
            deals: &[],
            prepayments: &[],
            policy: None,
        }
    }

    inputs! {
        /// What is analysed; what is still owed if it is not said.
        mode: AgingMode;
        /// The tables to break it down by.
        by: &'a [AgingDimension];
        /// The deals, for tables by agent, project, product, customer and deal.
        deals: &'a [ClaimDeal];
        /// Money that no claim has; it stands beside what is still owed.
        prepayments: &'a [DatedPrepayment];
    }

    optional_inputs! {
        /// The last recorded number that counts; all if absent.
        horizon: u32;
        /// The buckets; up to 30, 60, 90, 180, 360 days and longer if absent.
        buckets: &'a [AgingBucket];
        /// What contracts agree about late payment, where payments pay late fees too.
        policy: &'a LateFeePolicy;
    }

    /// The report.
    ///
    /// # Errors
    /// Buckets that overlap or leave days without one ([`Code::OverdueBucketsOverlap`],
    /// [`Code::OverdueBucketsHole`], [`Code::OverdueBucketsEnd`], [`Code::OverdueBucketEmpty`]); claims that
    /// cannot be, as for [`OverdueAssessing`](crate::overdue::OverdueAssessing); sums outside the range of
    /// money ([`Code::OverdueSum`]).
    pub fn report(&self) -> Result<AgingReport> {
        self.reported().map_err(of_sums)
    }

    fn reported(&self) -> Result<AgingReport> {
        let buckets = self.buckets.map_or_else(|| Cow::Owned(standard_buckets()), Cow::Borrowed);
        Error::collect(self.wrong(&buckets))?;
        let mut findings = self.odd();
        let deals = Index::new(self.deals, |deal: &ClaimDeal| &deal.id);
        let day = ClaimsOfDay { as_of: self.as_of, horizon: self.horizon };
        let default = LateFeePolicy::default();
        let policy = self.policy.unwrap_or(&default);
        let rates = DailyRates::new(policy);
        let as_of = self.as_of;
        let running = Running { policy, rates: &rates, as_of, contract_total: None, waived: &[] };
        let mut rows = Rows::new(self.by, &buckets);
        let mut unknown = BTreeSet::new();
        for claim in day.of(self.claims) {
            let aged = self.aged(&running, &claim);
            let aged = aged.map_err(|error| error.at(claim.at).within(Input::Claims))?;
            let deal = deals.get(&&claim.claim.deal);
            if deal.is_none() {
                unknown.insert(&claim.claim.deal);
            }
            if !aged.is_nothing() {
                let added = rows.claim(claim.claim, deal, &aged);
                added.map_err(|error| error.at("amount").at(claim.at).within(Input::Claims))?;
            }
        }
        let owed = self.mode != AgingMode::SincePaid;
        if owed {
            findings.extend(below_zero(self.prepayments, day)?);
            findings.extend(of_other_customer(self.prepayments, self.deals));
        }
        let prepaid = self.prepayments.iter().enumerate();
        for (at, prepaid) in prepaid.filter(|(_, one)| owed && day.counts_prepaid(one)) {
            let deal = prepaid.deal.as_ref().and_then(|deal| deals.get(&deal));
            if deal.is_none() {
                unknown.extend(prepaid.deal.as_ref());
            }
            let added = rows.prepaid(prepaid, deal);
            added.map_err(|error| error.at("amount").at(at).within(Input::Prepayments))?;
        }
        if self.by.iter().any(|by| by.is_of_deal()) {
            let told = |deal| finding!(Code::OverdueDealUnknown, deal = deal).within(Input::Deals);
            findings.extend(unknown.into_iter().map(told));
        }
        let (total, tables) = rows.tables(&deals)?;
        let columns = buckets.iter().map(AgingBucket::column).collect();
        let (horizon, mode) = (self.horizon, self.mode);
        Ok(AgingReport { as_of, horizon, mode, columns, total, tables, findings })
    }

    fn wrong(&self, buckets: &[AgingBucket]) -> Vec<Error> {
        let mut errors = wrong_claims(self.claims);
        errors.extend(wrong_horizon(self.claims, self.horizon));
        errors.extend(wrong_deals(self.deals, Input::Deals));
        errors.extend(wrong_buckets(buckets).into_iter().map(|one| one.within(Input::Buckets)));
        let policy = self.policy.map(LateFeePolicy::wrong).unwrap_or_default();
        errors.extend(policy.into_iter().map(|error| error.within(Input::Policy)));
        let nobody = self.prepayments.iter().enumerate();
        let nobody = nobody.filter(|(_, one)| one.deal.is_none() && one.customer.is_none());
        errors.extend(nobody.map(|(at, _)| {
            let error = Error::new(Code::OverdueBlank).with("field", "deal").at("deal");
            error.at(at).within(Input::Prepayments)
        }));
        errors
    }

    fn odd(&self) -> Vec<Finding> {
        let claims = self.claims.iter().enumerate();
        let each = claims.flat_map(|(at, claim)| {
            claim.odd().into_iter().map(move |told| told.at(at).within(Input::Claims))
        });
        let twice = with_repeats(self.by, |by| by).filter_map(|(at, _, first)| {
            let (first, number) = (first?, at.saturating_add(1));
            Some(finding!(Code::OverdueByTwice, number, first).at(at).within(Input::By))
        });
        let later = odd_deals(self.deals, self.as_of, Input::Deals);
        each.chain(twice).chain(later).collect()
    }

    /// What a claim adds to the rows.
    fn aged(&self, running: &Running<'_>, of_day: &ClaimOfDay<'_>) -> Result<AgedClaim> {
        let balance = running.run(of_day)?;
        let claim = of_day.claim;
        let mut aged = AgedClaim { receivable: claim.amount, ..AgedClaim::default() };
        let owed = Money::from_fen(balance.accrual.outstanding()?);
        let days = u32::try_from(balance.today).ok().filter(|days| *days > 0);
        if self.mode != AgingMode::SincePaid && owed.is_positive() {
            match (claim.due, days) {
                (None, _) => aged.undated = owed,
                (Some(_), Some(days)) => aged.overdue.push((days, owed)),
                (Some(due), None) => {
                    aged.not_due = owed;
                    aged.next_due = Some(due);
                }
            }
        }
        if self.mode != AgingMode::StillOwed && claim.due.is_some() {
            let mut paid = PaidParts::default();
            balance.parts.iter().for_each(|part| paid.take(part));
            let late = paid.late().map(|(days, fen)| (days, Money::from_fen(fen)));
            aged.overdue.extend(late);
        }
        Ok(aged)
    }
}

/// The rows of all tables.
struct Rows<'a> {
    buckets: &'a [AgingBucket],
    total: Sums,
    tables: Vec<(AgingDimension, BTreeMap<Key, Sums>)>,
}

/// Keys in their order; what has none comes last.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Of(Text),
    None,
}

impl From<Option<Text>> for Key {
    fn from(key: Option<Text>) -> Key {
        key.map_or(Key::None, Key::Of)
    }
}

impl<'a> Rows<'a> {
    fn new(by: &[AgingDimension], buckets: &'a [AgingBucket]) -> Rows<'a> {
        let tables = by.iter().map(|by| (*by, BTreeMap::new())).collect();
        Rows { buckets, total: Sums::new(buckets.len()), tables }
    }

    fn claim(
        &mut self,
        claim: &MoneyClaim,
        deal: Option<&ClaimDeal>,
        aged: &AgedClaim,
    ) -> Result<()> {
        self.total.claim(aged, self.buckets)?;
        for (by, rows) in &mut self.tables {
            let key = Key::from(by.of_claim(claim, deal));
            let row = rows.entry(key).or_insert_with(|| Sums::new(self.buckets.len()));
            row.claim(aged, self.buckets)?;
        }
        Ok(())
    }

    fn prepaid(&mut self, prepaid: &DatedPrepayment, deal: Option<&ClaimDeal>) -> Result<()> {
        self.total.prepaid(prepaid.amount)?;
        for (by, rows) in &mut self.tables {
            let of_deal = match by {
                AgingDimension::Deal => prepaid.deal.clone(),
                _ => deal.and_then(|deal| by.of_deal(deal)),
            };
            let own = match by {
                AgingDimension::Customer => of_deal.or_else(|| prepaid.customer.clone()),
                _ => of_deal,
            };
            let row = rows.entry(own.into()).or_insert_with(|| Sums::new(self.buckets.len()));
            row.prepaid(prepaid.amount)?;
        }
        Ok(())
    }

    fn tables(self, deals: &Index<'_, ClaimDeal, &Text>) -> Result<(AgingRow, Vec<AgingTable>)> {
        let total = self.total.row(None, ["合计", "total"].map(Label::constant), None)?;
        let table = |(by, rows): (AgingDimension, BTreeMap<Key, Sums>)| {
            let rows = rows.into_iter().map(|(key, sums)| {
                let key = match key {
                    Key::Of(key) => Some(key),
                    Key::None => None,
                };
                let names = by.names(key.as_ref());
                let deal = key.as_ref().filter(|_| by == AgingDimension::Deal);
                let deal = deal.and_then(|deal| deals.get(&deal));
                sums.row(key, names, deal)
            });
            Ok(AgingTable { by, rows: rows.collect::<Result<_>>()? })
        };
        let tables = self.tables.into_iter().map(table).collect::<Result<_>>()?;
        Ok((total, tables))
    }
}
