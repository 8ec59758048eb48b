//! Looks records of follow-ups and opportunities over, and adds up the open opportunities
//! (handbook §9.2).

use super::follow_up::{FollowUp, Occurrence, occurrences};
use super::policy::OpportunityPolicy;
use super::record::{Opportunity, OpportunityState};
use super::refused::{empty, twice};
use super::review::{ForecastRow, OpportunityReview, ReviewedFollowUp, StageTotal};
use super::stages::{named, told, unknown};
use super::wrong_records::{Names, missing, occurrence_told, wrong_fields, wrong_follow_up};
use crate::builder::{inputs, optional_inputs};
use crate::check::{refer, with_repeats};
use crate::error::{At, Code, Error, Finding, Input, Result, finding};
use crate::number::{Money, Place, Rounding, Unrounded};
use crate::{Date, Text};

/// Looks records over: nothing that is wrong with a record is refused, all of it is told.
///
/// ```
/// use kaipan::opportunity::{
///     FollowUp, FollowUpKind, Occurrence, OpportunityPolicy, OpportunityReviewing, StagePreset,
/// };
/// let policy = OpportunityPolicy::new(StagePreset::NewHome.stages());
/// let call = |id: &str, day: &str| -> kaipan::error::Result<FollowUp> {
///     let (at, entered) = (format!("{day}T10:00:00").parse()?, format!("{day}T18:00:00").parse()?);
///     Ok(FollowUp::new(id, "C1", "P1", "agent", FollowUpKind::Call, at, entered))
/// };
/// let again = call("F2", "2026-03-04")?.with_occurrence(Occurrence::First);
/// let follow_ups = [again, call("F1", "2026-03-01")?];
/// let review = OpportunityReviewing::new(&policy).follow_ups(&follow_ups).review()?;
/// assert_eq!(review.follow_ups[0].occurrence, Occurrence::Return);
/// assert_eq!(review.findings[0].code.as_str(), "opportunity.occurrence");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct OpportunityReviewing<'a> {
    policy: &'a OpportunityPolicy,
    follow_ups: &'a [FollowUp],
    opportunities: &'a [Opportunity],
    customers: &'a [Text],
    as_of: Option<Date>,
}

impl<'a> OpportunityReviewing<'a> {
    /// Looks records over by a policy.
    pub fn new(policy: &'a OpportunityPolicy) -> OpportunityReviewing<'a> {
        OpportunityReviewing {
            policy,
            follow_ups: &[],
            opportunities: &[],
            customers: &[],
            as_of: None,
        }
    }

    inputs! {
        /// The follow-ups.
        follow_ups: &'a [FollowUp];
        /// The opportunities.
        opportunities: &'a [Opportunity];
        /// Ids of the customers there are; any, if empty.
        customers: &'a [Text];
    }

    optional_inputs! {
        /// Today: without it nothing is overdue.
        as_of: Date;
    }

    /// What there is to say.
    ///
    /// # Errors
    /// A policy that cannot be, with its places; sums outside the range of money.
    pub fn review(&self) -> Result<OpportunityReview> {
        Error::collect(self.policy.wrong_rules())?;
        let mut findings = told(&self.policy.stages);
        let found = occurrences(self.follow_ups);
        findings.extend(self.follow_ups_told(&found));
        findings.extend(self.opportunities_told());
        let follow_ups = self.follow_ups.iter().zip(found);
        let follow_ups =
            follow_ups.map(|(one, occurrence)| ReviewedFollowUp { id: one.id.clone(), occurrence });
        let forecast = self.forecast()?;
        let sum =
            |rows: &mut dyn Iterator<Item = Money>| Money::sum(rows).within(Input::Opportunities);
        let mut stages = Vec::with_capacity(self.policy.stages.len());
        for stage in &self.policy.stages {
            let own = || forecast.iter().filter(|row| row.stage == stage.code);
            stages.push(StageTotal {
                stage: stage.code.clone(),
                name: stage.name.clone(),
                count: u32::try_from(own().count()).unwrap_or(u32::MAX),
                amount: sum(&mut own().map(|row| row.amount))?,
                weighted: sum(&mut own().map(|row| row.weighted))?,
            });
        }
        Ok(OpportunityReview {
            follow_ups: follow_ups.collect(),
            weighted: sum(&mut forecast.iter().map(|row| row.weighted))?,
            forecast,
            stages,
            findings,
        })
    }

    fn forecast(&self) -> Result<Vec<ForecastRow>> {
        let mut rows = Vec::new();
        for (at, one, again) in with_repeats(self.opportunities, |one| &one.id) {
            let counts = one.is_open() && again.is_none();
            let stage = named(&self.policy.stages, &one.stage).filter(|_| counts);
            let Some(stage) = stage else { continue };
            if !wrong_fields(&one.fields, one.opened_on).is_empty() {
                continue;
            }
            let probability = one.fields.probability.unwrap_or(stage.probability);
            let amount = one.fields.amount.unwrap_or(Money::ZERO);
            let weighted = Unrounded::from(amount).mul(&Unrounded::from(probability));
            let weighted = weighted.and_then(|exact| Rounding::half_up(Place::Fen).round(&exact));
            rows.push(ForecastRow {
                id: one.id.clone(),
                stage: one.stage.clone(),
                probability,
                amount,
                weighted: weighted.at("amount").at("fields").at(at).within(Input::Opportunities)?,
            });
        }
        Ok(rows)
    }

    fn follow_ups_told(&self, found: &[Occurrence]) -> Vec<Finding> {
        let mut findings = Vec::new();
        let rows = with_repeats(self.follow_ups, |one| &one.id).zip(found);
        for ((at, one, again), occurrence) in rows {
            let mut errors = wrong_follow_up(one);
            errors.extend(again.map(|first| twice("id", &one.id, first)));
            errors.extend(missing(one, self.policy));
            let mut told: Vec<Finding> = errors.into_iter().map(Error::finding).collect();
            told.extend(occurrence_told(one, *occurrence));
            told.extend(Names::of(one).told(self.policy));
            told.extend(self.customer_told(&one.customer));
            findings.extend(told.into_iter().map(|one| one.at(at).within(Input::FollowUps)));
        }
        findings
    }

    fn customer_told(&self, customer: &Text) -> Option<Finding> {
        let known = self.customers.iter().map(|one| one.as_str());
        let asked = !self.customers.is_empty() && !customer.is_empty();
        let found = asked.then(|| refer::nowhere(("customer", "客户"), customer, known)).flatten();
        found.map(|found| found.at("customer"))
    }

    fn opportunities_told(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        let twofold = self.open_twice();
        for (at, one, again) in with_repeats(self.opportunities, |one| &one.id) {
            let ids = [
                ("id", &one.id),
                ("customer", &one.customer),
                ("project", &one.project),
                ("agent", &one.agent),
            ];
            let mut errors: Vec<Error> =
                ids.into_iter().filter_map(|(field, id)| empty(field, id)).collect();
            errors.extend(again.map(|first| twice("id", &one.id, first)));
            errors.extend(wrong_fields(&one.fields, one.opened_on));
            if named(&self.policy.stages, &one.stage).is_none() {
                let known = self.policy.stages.iter().map(|stage| stage.code.as_str());
                errors.push(unknown(&one.stage, known).at("stage"));
            }
            if let Some((_, other)) = twofold.iter().find(|(place, _)| *place == at) {
                let error = Error::new(Code::OpportunityOpenTwice).with("project", &one.project);
                errors.push(error.with("id", &other.id).at("project"));
            }
            if !self.has_contact(one) {
                let error = Error::new(Code::OpportunityNoContact).with("project", &one.project);
                errors.push(error.at("opened_on"));
            }
            let mut told: Vec<Finding> = errors.into_iter().map(Error::finding).collect();
            let days = [one.end.as_ref().map(|end| end.on), Some(one.stage_since)];
            for (day, field) in days.into_iter().zip(["end", "stage_since"]) {
                if let Some(day) = day.filter(|day| *day < one.opened_on) {
                    let dates = finding!(Code::OpportunityDates, from = one.opened_on, to = day);
                    told.push(dates.at(field));
                }
            }
            if !ends_as_it_says(one) {
                told.push(finding!(Code::OpportunityStateDiffers).at("state"));
            }
            let late =
                one.fields.expected_close.filter(|day| self.as_of.is_some_and(|now| *day < now));
            if let Some(day) = late.filter(|_| one.is_open()) {
                let overdue = finding!(Code::OpportunityOverdue, date = day);
                told.push(overdue.at("expected_close").at("fields"));
            }
            told.extend(
                Names::in_fields(&one.fields)
                    .told(self.policy)
                    .into_iter()
                    .map(|found| found.at("fields")),
            );
            told.extend(self.customer_told(&one.customer));
            findings.extend(told.into_iter().map(|one| one.at(at).within(Input::Opportunities)));
        }
        findings
    }

    /// Open opportunities of a customer and project that have another, with the one that counts: of
    /// the earlier day, and of one day the smaller id.
    fn open_twice(&self) -> Vec<(usize, &'a Opportunity)> {
        let mut open: Vec<(usize, &Opportunity)> =
            self.opportunities.iter().enumerate().filter(|(_, one)| one.is_open()).collect();
        let whose = |one: &Opportunity| (one.customer.clone(), one.project.clone());
        open.sort_by_key(|(_, one)| (whose(one), one.opened_on, one.id.clone()));
        let mut found = Vec::new();
        let mut first: Option<&Opportunity> = None;
        for (at, one) in open {
            match first.filter(|first| whose(first) == whose(one)) {
                Some(first) => found.push((at, first)),
                None => first = Some(one),
            }
        }
        found
    }

    /// A call or visit of the customer stands before the opportunity.
    fn has_contact(&self, one: &Opportunity) -> bool {
        let own = |record: &&FollowUp| record.whose() == (&one.customer, &one.project);
        self.follow_ups.iter().filter(own).any(|record| record.day() <= one.opened_on)
    }
}

/// Its state and the record of its end agree.
fn ends_as_it_says(one: &Opportunity) -> bool {
    match (one.state, &one.end) {
        (OpportunityState::Active, end) => end.is_none(),
        (OpportunityState::Deal, Some(end)) => end.deal.is_some(),
        (OpportunityState::Closed, Some(end)) => end.deal.is_none(),
        (OpportunityState::Deal | OpportunityState::Closed, None) => false,
    }
}
