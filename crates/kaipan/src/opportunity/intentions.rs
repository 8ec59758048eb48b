//! The register of customers who have not bought yet, by intention (到访客户意向登记表, handbook §9.2).

use super::follow_up::{FollowUp, FollowUpKind};
use super::policy::IntentionGrade;
use super::record::{Opportunity, OpportunityState};
use super::refused::{twice, wrong_codes};
use super::wrong_records::wrong_follow_up;
use crate::builder::inputs;
use crate::check::{Index, with_repeats};
use crate::customer::{Customer, CustomerPreferences};
use crate::error::{Error, Input, Result};
use crate::number::Rate;
use crate::pricing::percent_rate;
use crate::{Date, Label, Text};
use kaipan_derive::boundary;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A customer at a project who has not bought.
#[boundary(answer)]
pub struct IntentionRow {
    /// Id of the customer.
    pub customer: Text,
    /// 姓名, where the customer is given.
    pub name: Option<Text>,
    /// Id of the project.
    pub project: Text,
    /// Id of the sales agent of the latest follow-up.
    pub agent: Text,
    /// The latest grade that was given.
    pub grade: Option<Text>,
    /// How many calls there were.
    pub calls: u32,
    /// How many visits there were.
    pub visits: u32,
    /// The first contact.
    pub first_contact: Date,
    /// The latest contact.
    pub last_contact: Date,
    /// Code of the stage of the open opportunity, if there is one.
    pub stage: Option<Text>,
    /// 下次联系: the day that the latest follow-up names, if it names one.
    pub next_contact: Option<Date>,
    /// 意向户型、面积、预算: what the customer is looking for, where that is known.
    pub wishes: Option<CustomerPreferences>,
    /// 未成交原因: code of the reason why the last opportunity here was lost, if one was.
    pub lost_reason: Option<Text>,
    /// The same in words.
    pub lost_note: Option<Label>,
}

/// The customers of a grade, and how many of them bought.
#[boundary(answer)]
pub struct GradeTotal {
    /// Code of the grade; absent for customers without one.
    pub grade: Option<Text>,
    /// Customers at projects with this grade as their latest.
    pub customers: u32,
    /// Those of them with a deal.
    pub deals: u32,
    /// Deals ÷ customers, with 4 decimals half up: 0.1 is 10 %; absent without customers.
    pub conversion: Option<Rate>,
}

/// The register.
#[boundary(answer)]
pub struct IntentionRegister {
    /// Who has not bought: by grade, the highest first, then the latest contact first.
    #[boundary(required)]
    pub rows: Vec<IntentionRow>,
    /// By grade, in the order of the grades; then the grades that are not listed, then none.
    #[boundary(required)]
    pub grades: Vec<GradeTotal>,
}

/// Draws up the register of intentions.
///
/// ```
/// use kaipan::opportunity::{FollowUp, FollowUpKind, IntentionGrade, Intentions};
/// let grades = [IntentionGrade::new("A", "强烈"), IntentionGrade::new("B", "一般")];
/// let (met, entered) = ("2026-03-01T10:00:00".parse()?, "2026-03-01T18:00:00".parse()?);
/// let visit = FollowUp::new("F1", "C1", "P1", "agent", FollowUpKind::Visit, met, entered);
/// let follow_ups = [visit.with_grade("A")];
/// let register = Intentions::new(&grades, &follow_ups, &[]).register()?;
/// assert_eq!((register.rows[0].visits, register.rows[0].grade.as_deref()), (1, Some("A")));
/// assert_eq!(register.grades[0].conversion.map(|rate| rate.to_string()).as_deref(), Some("0"));
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Intentions<'a> {
    grades: &'a [IntentionGrade],
    follow_ups: &'a [FollowUp],
    opportunities: &'a [Opportunity],
    customers: &'a [Customer],
}

impl<'a> Intentions<'a> {
    /// Grades, the highest first, and the records.
    pub fn new(
        grades: &'a [IntentionGrade],
        follow_ups: &'a [FollowUp],
        opportunities: &'a [Opportunity],
    ) -> Intentions<'a> {
        Intentions { grades, follow_ups, opportunities, customers: &[] }
    }

    inputs! {
        /// The customers, for names and wishes.
        customers: &'a [Customer];
    }

    /// The register.
    ///
    /// # Errors
    /// Grades and follow-ups that cannot be, with their places.
    pub fn register(&self) -> Result<IntentionRegister> {
        self.checked()?;
        let mut all: BTreeMap<(&Text, &Text), Vec<&FollowUp>> = BTreeMap::new();
        for one in self.follow_ups {
            all.entry(one.whose()).or_default().push(one);
        }
        let mut opportunities: BTreeMap<(&Text, &Text), Vec<&Opportunity>> = BTreeMap::new();
        for one in self.opportunities {
            opportunities.entry((&one.customer, &one.project)).or_default().push(one);
        }
        let customers = Index::new(self.customers, |one: &Customer| &one.id);
        let mut rows = Vec::new();
        let mut counts: BTreeMap<(usize, Option<Text>), [u32; 2]> = BTreeMap::new();
        for (at, grade) in self.grades.iter().enumerate() {
            counts.insert((at, Some(grade.code.clone())), [0, 0]);
        }
        for (whose, records) in all {
            let own = opportunities.remove(&whose).unwrap_or_default();
            let Some(row) = row(whose, records, &own, customers.get(&whose.0)) else { continue };
            let bought = own.iter().any(|one| one.state == OpportunityState::Deal);
            let [customers, deals] =
                counts.entry((self.rank(row.grade.as_ref()), row.grade.clone())).or_default();
            *customers = customers.saturating_add(1);
            *deals = deals.saturating_add(u32::from(bought));
            if !bought {
                rows.push(row);
            }
        }
        rows.sort_by_cached_key(|row| {
            let rank = self.rank(row.grade.as_ref());
            let whose = (row.customer.clone(), row.project.clone());
            (rank, row.grade.clone(), Reverse(row.last_contact), whose)
        });
        let grades = counts.into_iter().map(|((_, grade), [customers, deals])| {
            let exact = |count: u32| Rate::from_millionths(i64::from(count)).into();
            let conversion =
                (customers > 0).then(|| percent_rate(&exact(deals), &exact(customers)));
            Ok(GradeTotal { grade, customers, deals, conversion: conversion.transpose()? })
        });
        Ok(IntentionRegister { rows, grades: grades.collect::<Result<Vec<_>>>()? })
    }

    /// The place of a grade in their order: those that are not listed come after, none comes last.
    fn rank(&self, grade: Option<&Text>) -> usize {
        let unlisted = self.grades.len();
        match grade {
            Some(grade) => {
                self.grades.iter().position(|one| one.code == *grade).unwrap_or(unlisted)
            }
            None => unlisted.saturating_add(1),
        }
    }

    fn checked(&self) -> Result<()> {
        let codes = self.grades.iter().map(|one| &one.code).collect();
        let mut errors: Vec<Error> = wrong_codes(codes, "code");
        errors = errors.into_iter().map(|error| error.within(Input::Grades)).collect();
        for (at, one, again) in with_repeats(self.follow_ups, |one| &one.id) {
            let mut wrong = wrong_follow_up(one);
            wrong.extend(again.map(|first| twice("id", &one.id, first)));
            errors.extend(wrong.into_iter().map(|error| error.at(at).within(Input::FollowUps)));
        }
        for (at, one, again) in with_repeats(self.customers, |one| &one.id) {
            let twice = again.map(|first| twice("id", &one.id, first));
            errors.extend(twice.map(|error| error.at(at).within(Input::Customers)));
        }
        Error::collect(errors)
    }
}

/// A customer at a project, from all records of both.
fn row(
    whose: (&Text, &Text),
    mut records: Vec<&FollowUp>,
    opportunities: &[&Opportunity],
    customer: Option<&Customer>,
) -> Option<IntentionRow> {
    records.sort_by_key(|one| (one.at, one.entered()));
    let (first, last) = records.first().zip(records.last())?;
    let count = |kind| {
        let own = records.iter().filter(|one| one.kind == kind).count();
        u32::try_from(own).unwrap_or(u32::MAX)
    };
    let open = opportunities.iter().find(|one| one.is_open());
    let lost = opportunities.iter().filter(|one| one.state == OpportunityState::Closed);
    let lost = lost.filter_map(|one| one.end.as_ref()).max_by_key(|end| end.on);
    Some(IntentionRow {
        customer: whose.0.clone(),
        name: customer.map(|one| one.name.clone()),
        project: whose.1.clone(),
        agent: last.agent.clone(),
        grade: records.iter().rev().find_map(|one| one.grade.clone()),
        calls: count(FollowUpKind::Call),
        visits: count(FollowUpKind::Visit),
        first_contact: first.day(),
        last_contact: last.day(),
        stage: open.map(|one| one.stage.clone()),
        next_contact: last.next_contact,
        wishes: customer.and_then(|one| one.preferences.clone()),
        lost_reason: lost.and_then(|end| end.reason.clone()),
        lost_note: lost.and_then(|end| end.note.clone()),
    })
}
