//! What a customer was quoted, unit by unit and step by step (报价记录, handbook §9.2).

use super::quotation::Quotation;
use super::refused::twice;
use super::wrong_records::wrong_quotation;
use crate::check::{days, with_repeats};
use crate::error::{At, Code, Error, Finding, Input, Result, finding};
use crate::number::Money;
use crate::{Date, Text, Time};
use kaipan_derive::boundary;
use std::collections::BTreeSet;

/// Whether a quotation holds.
#[boundary]
pub enum QuotationState {
    /// 有效.
    Holds,
    /// 已被后一次报价取代: the next one of the unit was given while it held.
    Superseded,
    /// 已过有效期.
    Expired,
}

/// One quotation of a unit.
#[boundary(answer)]
pub struct QuotedStep {
    /// Id.
    pub id: Text,
    /// Id of the sales agent.
    pub agent: Text,
    /// When it was given.
    pub recorded_at: Time,
    /// Total that was quoted, yuan.
    pub total: Money,
    /// Payment plan.
    pub plan: Option<Text>,
    /// List total less the quoted one, yuan, if the list total is known.
    pub discount: Option<Money>,
    /// The quoted total less that of the quotation before, yuan; absent for the first.
    pub change: Option<Money>,
    /// Whether it holds.
    pub state: QuotationState,
}

/// All quotations of one unit.
#[boundary(answer)]
pub struct UnitQuotations {
    /// Id of the project.
    pub project: Text,
    /// The unit.
    pub unit_no: Text,
    /// The quotations, the first one first.
    #[boundary(required)]
    pub quotations: Vec<QuotedStep>,
}

/// What a customer was quoted.
#[boundary(answer)]
pub struct QuotationHistory {
    /// Id of the customer.
    pub customer: Text,
    /// By project and unit.
    #[boundary(required)]
    pub units: Vec<UnitQuotations>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

crate::error::told!(QuotationHistory: findings);

/// Puts the quotations of a customer in order.
///
/// ```
/// use kaipan::opportunity::{Quotation, QuotationHistories, QuotationState};
/// let quote = |id: &str, at: &str, total: &str| -> kaipan::error::Result<Quotation> {
///     Ok(Quotation::new(id, "C1", "P1", "1-101", "agent", at.parse()?, total.parse()?))
/// };
/// let quotations = [
///     quote("Q2", "2026-03-05T10:00:00", "1980000")?,
///     quote("Q1", "2026-03-01T10:00:00", "2000000")?,
/// ];
/// let history = QuotationHistories::new(&quotations, "2026-03-06".parse()?).of(&"C1".into())?;
/// let steps = &history.units[0].quotations;
/// assert_eq!((steps[0].id.as_str(), steps[0].state), ("Q1", QuotationState::Superseded));
/// assert_eq!(steps[1].change.map(|change| change.to_string()).as_deref(), Some("-20000.00"));
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct QuotationHistories<'a> {
    quotations: &'a [Quotation],
    as_of: Date,
}

impl<'a> QuotationHistories<'a> {
    /// Quotations, of any customers and in any order, as they stand on a day.
    pub fn new(quotations: &'a [Quotation], as_of: Date) -> QuotationHistories<'a> {
        QuotationHistories { quotations, as_of }
    }

    /// What a customer was quoted up to that day.
    ///
    /// # Errors
    /// Every quotation that cannot be, with its place; [`Code::OpportunityCustomerUnknown`] for a
    /// customer without one; differences outside the range of money.
    pub fn of(&self, customer: &Text) -> Result<QuotationHistory> {
        self.checked(customer)?;
        let own =
            self.quotations.iter().enumerate().filter(|(_, one)| {
                one.customer == *customer && one.recorded_at.date() <= self.as_of
            });
        let mut own: Vec<(usize, &Quotation)> = own.collect();
        own.sort_by_key(|(_, one)| (&one.project, &one.unit_no, one.given()));
        let mut units: Vec<UnitQuotations> = Vec::new();
        let mut findings = self.days_told();
        let mut before: Option<&Quotation> = None;
        for (at, one) in own {
            let unit =
                |other: &Quotation| other.project == one.project && other.unit_no == one.unit_no;
            before = before.filter(|before| unit(before));
            findings.extend(
                told(one, before).into_iter().map(|one| one.at(at).within(Input::Quotations)),
            );
            let difference = |from: Money, less: Money| {
                let difference = from.checked_sub(less);
                let difference = difference.ok_or_else(|| Error::new(Code::NumberOverflow));
                difference.at("total").at(at).within(Input::Quotations)
            };
            let list = one.list_total.map(|list| difference(list, one.total)).transpose()?;
            let change = before.map(|before| difference(one.total, before.total)).transpose()?;
            let expired = one.valid_until.is_some_and(|until| until < self.as_of);
            let step = QuotedStep {
                id: one.id.clone(),
                agent: one.agent.clone(),
                recorded_at: one.recorded_at,
                total: one.total,
                plan: one.plan.clone(),
                discount: list,
                change,
                state: if expired { QuotationState::Expired } else { QuotationState::Holds },
            };
            match units.last_mut().filter(|_| before.is_some()) {
                Some(last) => {
                    let given = one.recorded_at.date();
                    let held = before
                        .and_then(|before| before.valid_until)
                        .is_none_or(|until| given <= until);
                    if let Some(earlier) = last.quotations.last_mut().filter(|_| held) {
                        earlier.state = QuotationState::Superseded;
                    }
                    last.quotations.push(step);
                }
                None => units.push(UnitQuotations {
                    project: one.project.clone(),
                    unit_no: one.unit_no.clone(),
                    quotations: vec![step],
                }),
            }
            before = Some(one);
        }
        Ok(QuotationHistory { customer: customer.clone(), units, findings })
    }

    /// Days that are far from the day looked at, and a day before every quotation.
    fn days_told(&self) -> Vec<Finding> {
        let recorded = || self.quotations.iter().map(|one| one.recorded_at.date());
        let early = days::before_all(self.as_of, recorded()).map(|one| one.within(Input::AsOf));
        let far = days::all_far(recorded().map(|day| [("recorded_at", day)]), self.as_of);
        let far = far.into_iter().map(|found| found.within(Input::Quotations));
        early.into_iter().chain(far).collect()
    }

    fn checked(&self, customer: &Text) -> Result<()> {
        let mut errors = Vec::new();
        for (at, one, again) in with_repeats(self.quotations, |one| &one.id) {
            let mut wrong = wrong_quotation(one);
            wrong.extend(again.map(|first| twice("id", &one.id, first)));
            errors.extend(wrong.into_iter().map(|error| error.at(at).within(Input::Quotations)));
        }
        if !self.quotations.iter().any(|one| one.customer == *customer) {
            let known: BTreeSet<&Text> = self.quotations.iter().map(|one| &one.customer).collect();
            let known = known.into_iter().map(|one| one.as_str());
            let error = Error::new(Code::OpportunityCustomerUnknown).with("id", customer);
            errors.push(error.with_nearest(known, customer).within(Input::Customer));
        }
        Error::collect(errors)
    }
}

/// What is odd about a quotation, beside the one before.
fn told(one: &Quotation, before: Option<&Quotation>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Some(list) = one.list_total.filter(|list| *list < one.total) {
        let above = finding!(Code::OpportunityQuotationAboveList, total = one.total, list);
        findings.push(above.unit(&one.unit_no).at("total"));
    }
    let held = |before: &&Quotation| {
        let until = before.valid_until;
        until.is_some_and(|until| one.recorded_at.date() <= until) && before.total != one.total
    };
    if let Some(before) = before.filter(held) {
        let differs = finding!(
            Code::OpportunityQuotationDiffers,
            unit_no = one.unit_no,
            first = before.id,
            before = before.total,
            now = one.total,
        );
        findings.push(differs.unit(&one.unit_no).at("total"));
    }
    findings
}
