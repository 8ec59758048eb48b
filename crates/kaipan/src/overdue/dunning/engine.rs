//! The engine.

use super::answer::{DunningList, FollowedPromise, SigningNotice};
use super::begun::older;
use super::notices::{Noticing, Owing, after_prepayment};
use super::odd::{customer_prepaid, fee_beside_fee, odd_records};
use super::plan::DunningPlan;
use super::posting::entries;
use super::promise::{PromiseState, followed};
use super::record::DunningRecord;
use super::signing::Reminding;
use crate::builder::{inputs, optional_inputs};
use crate::check::{Index, Must};
use crate::deal::{Deal, DealDeadlines, DealTasks};
use crate::error::{Code, Error, Finding, Input, Result, finding};
use crate::number::{Money, overflow};
use crate::overdue::aging::DatedPrepayment;
use crate::overdue::assessing::{LateFeeWaiver, OverduePosting, PostedLateFee};
use crate::overdue::claim::{
    ClaimDeal, ClaimsOfDay, MoneyClaim, odd_deals, wrong_claims, wrong_deals, wrong_horizon,
};
use crate::overdue::day_counts::{never, past_calendar};
use crate::overdue::fees_beside::FeesBeside;
use crate::overdue::late_fee::LateFeePolicy;
use crate::overdue::prepaid::{below_zero, of_other_customer};
use crate::overdue::sums::of_sums;
use crate::{Date, Text, Time};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

/// Says who is to be reminded on a day, by which step of a plan, in which words (handbook §6.8).
///
/// Every step that a claim has come to and that is not recorded is listed, whatever days it was asked on
/// before: none is skipped, and what was recorded is not listed again. Errors and findings are placed in
/// [`Input::Plan`], `Claims`, `ClaimDeals`, `Prepayments`, `Records`, `Deals`, `Deadlines`, `Items`,
/// `Policy`, `LeadDays`, `Waivers` and `Posted`.
///
/// ```
/// use kaipan::overdue::{ClaimPayment, Dunning, MoneyClaim};
/// let claims = [MoneyClaim::new("C1", "D1", "house_payment", "1000".parse()?)
///     .with_due("2026-09-01".parse()?)
///     .with_payments(vec![ClaimPayment::new("2026-09-02".parse()?, "200".parse()?)])];
/// let list = Dunning::new(&claims, "2026-09-08".parse()?).list()?;
/// let letter = list.notices.last().unwrap();
/// assert_eq!((letter.step.as_str(), letter.net.to_string()), ("letter", "800.00".into()));
/// assert!(letter.text_zh.contains("尚欠 800 元"));
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Dunning<'a> {
    pub(super) claims: &'a [MoneyClaim],
    pub(super) as_of: Date,
    pub(super) horizon: Option<u32>,
    plan: Option<&'a DunningPlan>,
    pub(super) lead_days: Option<u32>,
    pub(super) items: &'a [Text],
    pub(super) claim_deals: &'a [ClaimDeal],
    prepayments: &'a [DatedPrepayment],
    pub(super) records: &'a [DunningRecord],
    deals: &'a [Deal],
    deadlines: Option<&'a DealDeadlines>,
    pub(super) policy: Option<&'a LateFeePolicy>,
    pub(super) waivers: &'a [LateFeeWaiver],
    pub(super) posted: &'a [PostedLateFee],
    pub(super) seller: Option<&'a str>,
    posting: Option<&'a OverduePosting>,
}

impl<'a> Dunning<'a> {
    /// Who is to be reminded of these claims on a day.
    pub fn new(claims: &'a [MoneyClaim], as_of: Date) -> Dunning<'a> {
        Dunning {
            claims,
            as_of,
            horizon: None,
            plan: None,
            lead_days: None,
            items: &[],
            claim_deals: &[],
            prepayments: &[],
            records: &[],
            deals: &[],
            deadlines: None,
            policy: None,
            waivers: &[],
            posted: &[],
            seller: None,
            posting: None,
        }
    }

    inputs! {
        /// The items that buyers are reminded of; all if there are none.
        items: &'a [Text];
        /// The deals: unit, owner, phone, agent.
        claim_deals: &'a [ClaimDeal];
        /// Money of the deals that no claim has.
        prepayments: &'a [DatedPrepayment];
        /// Steps that were taken.
        records: &'a [DunningRecord];
        /// Deals with their documents, for reminders to sign.
        deals: &'a [Deal];
        /// Waivers of late fees.
        waivers: &'a [LateFeeWaiver];
        /// What was posted of late fees as claims of their own.
        posted: &'a [PostedLateFee];
    }

    optional_inputs! {
        /// The last recorded number that counts; all if absent.
        horizon: u32;
        /// The steps; [`DunningPlan::default`] if absent.
        plan: &'a DunningPlan;
        /// Days before its due day from which on a claim is looked at; those of the plan's first step if
        /// absent.
        lead_days: u32;
        /// How long before the agreed day signing is reminded of.
        deadlines: &'a DealDeadlines;
        /// What contracts agree about late payment, for the late fee that letters name.
        policy: &'a LateFeePolicy;
        /// Who writes.
        seller: &'a str;
        /// Asks for the entries of fees for steps.
        posting: &'a OverduePosting;
    }

    /// Notices, reminders to sign, and what became of promises.
    ///
    /// # Errors
    /// A plan without steps, with codes given twice or days that do not rise ([`Code::OverdueStepsOrder`]);
    /// records of claims that there are not ([`Code::OverdueClaimUnknown`]) or promises before their record
    /// ([`Code::OverduePromiseEarly`]); claims that cannot be, as for
    /// [`OverdueAssessing`](crate::overdue::OverdueAssessing); as [`DealTasks::list`].
    pub fn list(&self) -> Result<DunningList> {
        self.listed().map_err(of_sums)
    }

    fn listed(&self) -> Result<DunningList> {
        let plan = self.plan.map_or_else(|| Cow::Owned(DunningPlan::default()), Cow::Borrowed);
        Error::collect(self.wrong(&plan))?;
        let mut findings = self.odd(&plan);
        let promises = self.promises(&mut findings)?;
        let beside = self.fees_beside().by_claim(self.as_of, &mut findings)?;
        let noticing = Noticing::new(self, &plan, &promises, beside);
        let mut by_deal: BTreeMap<&Text, Vec<Owing<'_>>> = BTreeMap::new();
        let owing = noticing.owing(&mut findings)?;
        findings.extend(older(self.records, &owing, self.as_of));
        for owing in owing {
            by_deal.entry(&owing.claim.deal).or_default().push(owing);
        }
        let day = ClaimsOfDay { as_of: self.as_of, horizon: self.horizon };
        findings.extend(below_zero(self.prepayments, day)?);
        findings.extend(of_other_customer(self.prepayments, self.claim_deals));
        let mut prepaid = self.prepaid()?;
        let mut notices = Vec::new();
        for (deal, owing) in by_deal {
            let prepaid = prepaid.remove(deal).unwrap_or_default();
            let owed = Money::sum(owing.iter().map(|one| one.line.outstanding))?;
            let left = after_prepayment(owing, prepaid)?;
            if left.is_empty() {
                let told = finding!(Code::OverdueNetNothing, deal = deal, owed, prepaid);
                findings.push(told.within(Input::Prepayments));
            }
            notices.extend(noticing.notices(deal, &left)?);
        }
        findings.extend(customer_prepaid(self.prepayments, day, &notices)?);
        findings.extend(fee_beside_fee(self.claims, day, self.posted, &notices));
        let signing = match self.deals {
            [] => Vec::new(),
            deals => self.signing(deals, &mut findings)?,
        };
        let entries =
            self.posting.map(|posting| entries(posting, self.as_of, &notices)).transpose()?;
        let entries = entries.unwrap_or_default();
        Ok(DunningList { as_of: self.as_of, notices, signing, promises, entries, findings })
    }

    fn fees_beside(&self) -> FeesBeside<'a> {
        FeesBeside { waivers: self.waivers, posted: self.posted }
    }

    /// Days before due days that lead out of the calendar.
    fn wrong_lead(&self, plan: &DunningPlan) -> Option<Error> {
        let lead = self.lead_days.unwrap_or_else(|| plan.lead_days());
        if self.as_of.add_days(lead).is_some() {
            return None;
        }
        if self.lead_days.is_some() {
            return Some(past_calendar("lead_days", lead, self.as_of).placed(Input::LeadDays));
        }
        let (at, first) = plan.steps.iter().enumerate().min_by_key(|(_, step)| step.days)?;
        let error = past_calendar("days", first.days, self.as_of);
        Some(error.at(at).at("steps").within(Input::Plan))
    }

    fn wrong(&self, plan: &DunningPlan) -> Vec<Error> {
        let own = plan.wrong().into_iter().map(|error| error.within(Input::Plan));
        let mut errors: Vec<Error> = own.collect();
        errors.extend(self.wrong_lead(plan));
        errors.extend(self.fees_beside().wrong(self.claims));
        errors.extend(wrong_claims(self.claims));
        errors.extend(wrong_horizon(self.claims, self.horizon));
        errors.extend(wrong_deals(self.claim_deals, Input::ClaimDeals));
        let policy = self.policy.map(LateFeePolicy::wrong).unwrap_or_default();
        errors.extend(policy.into_iter().map(|error| error.within(Input::Policy)));
        let known: HashMap<&Text, &MoneyClaim> =
            self.claims.iter().map(|claim| (&claim.id, claim)).collect();
        for (at, record) in self.records.iter().enumerate() {
            for (number, id) in record.claims.iter().enumerate() {
                let is_known = known.get(id).is_some_and(|claim| claim.deal == record.deal);
                if !is_known {
                    let error = Error::new(Code::OverdueClaimUnknown).with("claim", id);
                    let error = error.at(number).at("claims").at(at);
                    errors.push(error.within(Input::Records));
                }
            }
            let promise = record.promise.as_ref();
            let amount = promise.and_then(|promise| promise.amount);
            let amount = amount
                .and_then(|amount| Must::BePositive.refused(Code::OverdueNumber, "amount", amount));
            errors.extend(amount.map(|error| error.at("promise").at(at).within(Input::Records)));
            if let Some(promise) = promise.filter(|promise| promise.on < record.on) {
                let error = Error::new(Code::OverduePromiseEarly).with("day", promise.on);
                let error = error.with("from", record.on).at("on").at("promise").at(at);
                errors.push(error.within(Input::Records));
            }
        }
        errors
    }

    fn odd(&self, plan: &DunningPlan) -> Vec<Finding> {
        let claims = self.claims.iter().enumerate();
        let each = claims.flat_map(|(at, claim)| {
            claim.odd().into_iter().map(move |told| told.at(at).within(Input::Claims))
        });
        let mut told: Vec<Finding> = each.collect();
        for (at, item) in self.items.iter().enumerate() {
            if !self.claims.iter().any(|claim| claim.item == *item) {
                let found = finding!(Code::OverdueItemOfNone, item);
                told.push(found.at(at).within(Input::Items));
            }
        }
        for (at, record) in self.records.iter().enumerate() {
            if !plan.steps.iter().any(|step| step.code == record.step) {
                let found = finding!(Code::OverdueStepUnknown, step = record.step);
                told.push(found.at("step").at(at).within(Input::Records));
            }
        }
        told.extend(odd_records(self.records));
        told.extend(plan.odd().into_iter().map(|found| found.within(Input::Plan)));
        let lead = never("lead_days", self.lead_days);
        told.extend(lead.map(|found| found.placed(Input::LeadDays)));
        told.extend(odd_deals(self.claim_deals, self.as_of, Input::ClaimDeals));
        told.extend(self.fees_beside().twice());
        told
    }

    /// What became of every promise by the day.
    fn promises(&self, findings: &mut Vec<Finding>) -> Result<Vec<FollowedPromise>> {
        let known = Index::new(self.claims, |claim: &MoneyClaim| &claim.id);
        let mut promises = Vec::new();
        for (at, record) in self.records.iter().enumerate() {
            let Some(promise) = record.promise.as_ref().filter(|_| record.on <= self.as_of) else {
                continue;
            };
            let claims: Vec<&MoneyClaim> =
                record.claims.iter().filter_map(|id| known.get(&id)).collect();
            let place = |error: Error| error.at(at).within(Input::Records);
            let followed = followed(record, promise, &claims, self.as_of).map_err(place)?;
            let (followed, [owed, late]) = followed;
            let is_above = followed.amount > owed || owed.is_zero();
            findings.extend(is_above.then(|| {
                let (deal, amount) = (&followed.deal, followed.amount);
                let told = finding!(Code::OverduePromiseAbove, deal, amount, owed);
                told.at("promise").at(at).within(Input::Records)
            }));
            let is_part = !is_above && followed.amount < late;
            findings.extend(is_part.then(|| {
                let (deal, amount) = (&followed.deal, followed.amount);
                let told = finding!(Code::OverduePromisePart, deal, amount, owed = late);
                told.at("amount").at("promise").at(at).within(Input::Records)
            }));
            if followed.state == PromiseState::Broken {
                let (deal, on) = (&followed.deal, followed.on);
                let (amount, paid) = (followed.amount, followed.paid);
                let told = finding!(Code::OverduePromiseBroken, deal, on, amount, paid);
                findings.push(told.at("promise").at(at).within(Input::Records));
            }
            promises.push(followed);
        }
        Ok(promises)
    }

    /// Prepayments by deal.
    fn prepaid(&self) -> Result<HashMap<&'a Text, Money>> {
        let mut by_deal: HashMap<&Text, Money> = HashMap::new();
        let day = ClaimsOfDay { as_of: self.as_of, horizon: self.horizon };
        for one in self.prepayments {
            let counts = day.counts_prepaid(one);
            if let Some(deal) = one.deal.as_ref().filter(|_| counts) {
                let sum = by_deal.entry(deal).or_default();
                *sum = sum.checked_add(one.amount).ok_or_else(overflow)?;
            }
        }
        Ok(by_deal)
    }

    fn signing(&self, deals: &[Deal], findings: &mut Vec<Finding>) -> Result<Vec<SigningNotice>> {
        let now = Time::at(self.as_of, 0, 0, 0).ok_or_else(overflow)?;
        let list = DealTasks::new(deals, now).deadlines(self.deadlines).list()?;
        let is_signing = |found: &Finding| found.code == Code::DealSigningOverdue;
        findings.extend(list.findings.into_iter().filter(is_signing));
        let writer = Reminding::new(self.as_of, self.seller, deals, self.claim_deals);
        let notices = list.tasks.into_iter().map(|task| writer.notice(task));
        notices.filter_map(Result::transpose).collect()
    }
}
