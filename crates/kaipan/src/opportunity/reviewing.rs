//! Looks records of follow-ups and opportunities over, and adds up the open opportunities
//! (handbook §9.2).

use super::follow_up::{FollowUp, occurrences};
use super::policy::OpportunityPolicy;
use super::record::Opportunity;
use super::records_told::Known;
use super::review::{ForecastRow, OpportunityReview, ReviewedFollowUp, StageTotal};
use super::stages::{named, told};
use super::wrong_records::wrong_fields;
use crate::builder::{inputs, optional_inputs};
use crate::check::with_repeats;
use crate::error::{At, Error, Input, Result};
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
        /// Today: without it nothing is overdue, and no day is far off.
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
        let known = Known::new(self.follow_ups, self.opportunities, self.customers, self.as_of);
        findings.extend(known.days_told(self.follow_ups, self.opportunities));
        findings.extend(known.follow_ups_told(self.policy, self.follow_ups, &found));
        findings.extend(known.opportunities_told(self.policy, self.opportunities));
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
}
