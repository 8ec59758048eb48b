//! Whether the preparation of the sale lets units be released.

use super::item::{PreparationItem, PreparationState};
use crate::approval::{ApprovalKind, ApprovalRequest, ApprovalStatus};
use crate::builder::{inputs, optional_inputs};
use crate::check::with_repeats;
use crate::deal::GateStrength;
use crate::error::{At, Code, Error, Finding, Input, Result, finding, told};
use crate::number::overflow;
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// Looks at the checklist of a sale on a day (销售前准备, handbook §8.14): what is open, late and done,
/// and whether units may be released.
///
/// ```
/// use kaipan::kpi::{PreparationChecking, PreparationItem};
/// let flat = PreparationItem::new("样板房", "project_gm", "2026-04-20".parse()?);
/// let sheet = PreparationChecking::new(&[flat], "P1", "2026-05-01".parse()?).sheet()?;
/// assert!(!sheet.may_release);
/// assert_eq!(sheet.lacking, ["样板房"]);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct PreparationChecking<'a> {
    items: &'a [PreparationItem],
    subject: Text,
    day: Date,
    strength: GateStrength,
    waiver: Option<&'a ApprovalRequest>,
}

/// A checklist on a day.
#[boundary(answer)]
pub struct PreparationSheet {
    /// The day.
    pub day: Date,
    /// One entry for each item, in the order given.
    #[boundary(required)]
    pub items: Vec<PreparationPosition>,
    /// How many are done.
    pub done: u32,
    /// How many are not done and should be.
    pub late: u32,
    /// Units may be released.
    #[boundary(required)]
    pub may_release: bool,
    /// Ids of the items that stand in the way of the release, or would if it were gated.
    #[boundary(required)]
    pub lacking: Vec<Text>,
    /// Ids of the items that are not done and are waived.
    pub waived: Vec<Text>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(PreparationSheet: findings);

/// An item on a day.
#[boundary(answer)]
pub struct PreparationPosition {
    /// Its id.
    pub id: Text,
    /// What is to be done.
    pub name: Option<Label>,
    /// Code of the role that is responsible.
    pub role: Text,
    /// How far it is.
    pub state: PreparationState,
    /// The last day on which it should be done.
    pub due: Date,
    /// The day on which it was done.
    pub done: Option<Date>,
    /// 延误天数: days after the due day, of the day on which it was done, or of the day looked at.
    pub days_late: u32,
    /// It is not done and is waived.
    pub waived: bool,
}

impl<'a> PreparationChecking<'a> {
    /// Of items, for the release of something: a project, a batch.
    pub fn new(
        items: &'a [PreparationItem],
        subject: impl Into<Text>,
        day: Date,
    ) -> PreparationChecking<'a> {
        let (strength, waiver) = (GateStrength::Gate, None);
        PreparationChecking { items, subject: subject.into(), day, strength, waiver }
    }

    inputs! {
        /// Whether what is not done stops the release or is only told; it stops it if not given.
        strength: GateStrength;
    }

    optional_inputs! {
        /// An approved request of the kind [`ApprovalKind::Waiver`] about the subject, which names the
        /// items that are waived.
        waiver: &'a ApprovalRequest;
    }

    /// What is done, and whether units may be released.
    ///
    /// # Errors
    /// [`Code::KpiNoItems`], [`Code::KpiBlank`], [`Code::KpiIdTwice`]; of the waiver
    /// [`Code::ApprovalOfAnother`], [`Code::ApprovalNotDecided`], [`Code::KpiWaiverUnknown`] of
    /// something that is not in the list, [`Code::KpiNeverWaived`].
    pub fn sheet(&self) -> Result<PreparationSheet> {
        self.refuse()?;
        let waives = self.waiver.map(|request| request.asked.waives.as_slice()).unwrap_or_default();
        let (mut items, mut findings) = (Vec::new(), Vec::new());
        let (mut lacking, mut waived) = (Vec::new(), Vec::new());
        for (at, item) in self.items.iter().enumerate() {
            let state = item.state(self.day);
            let is_done = state == PreparationState::Done;
            let is_waived = !is_done && waives.contains(&item.id);
            if is_waived {
                waived.push(item.id.clone());
            } else if !is_done && item.gates_release {
                lacking.push(item.id.clone());
                if self.strength != GateStrength::None {
                    findings.push(self.lacks(item).at("done").at(at).within(Input::Items));
                }
            }
            if is_done && waives.contains(&item.id) {
                let told = finding!(Code::KpiWaivedDone, id = item.id);
                findings.push(told.at("waives").at("asked").within(Input::Waiver));
            }
            items.push(PreparationPosition {
                id: item.id.clone(),
                name: item.name.clone(),
                role: item.role.clone(),
                state,
                due: item.due,
                done: item.done,
                days_late: item.days_late(self.day),
                waived: is_waived,
            });
        }
        let count = |state: PreparationState| {
            let own = items.iter().filter(|item| item.state == state).count();
            u32::try_from(own).map_err(|_| overflow())
        };
        Ok(PreparationSheet {
            day: self.day,
            done: count(PreparationState::Done)?,
            late: count(PreparationState::Late)?,
            may_release: lacking.is_empty() || self.strength != GateStrength::Gate,
            items,
            lacking,
            waived,
            findings,
        })
    }

    /// What an item that is not done says.
    fn lacks(&self, item: &PreparationItem) -> Finding {
        let code = match self.strength {
            GateStrength::Gate => Code::KpiPreparationLacks,
            _ => Code::KpiPreparationOpen,
        };
        finding!(code, id = item.id, role = item.role, on = item.due)
    }

    fn refuse(&self) -> Result<()> {
        let mut errors = Vec::new();
        if self.items.is_empty() {
            errors.push(Error::new(Code::KpiNoItems).within(Input::Items));
        }
        for (at, item, first) in with_repeats(self.items, |item| &item.id) {
            let mut own = item.errors();
            if let Some(first) = first {
                let error = Error::new(Code::KpiIdTwice).with("id", &item.id);
                own.push(error.with("first", first).at("id"));
            }
            errors.extend(own.into_iter().map(|error| error.at(at).within(Input::Items)));
        }
        errors.extend(self.wrong_waiver());
        Error::collect(errors)
    }

    /// A waiver that is of something else, is not approved, or waives what it may not.
    fn wrong_waiver(&self) -> Vec<Error> {
        let Some(request) = self.waiver else { return Vec::new() };
        let required =
            request.require(ApprovalKind::Waiver, &self.subject, ApprovalStatus::Approved);
        if let Err(error) = required.within(Input::Waiver) {
            return vec![error];
        }
        let names = || self.items.iter().map(|item| item.id.as_str());
        let mut errors = Vec::new();
        for (at, id) in request.asked.waives.iter().enumerate() {
            let error = match self.items.iter().find(|item| item.id == *id) {
                None => Error::new(Code::KpiWaiverUnknown).with("id", id).with_nearest(names(), id),
                Some(item) if item.never_waived => Error::new(Code::KpiNeverWaived).with("id", id),
                Some(_) => continue,
            };
            errors.push(error.at(at).at("waives").at("asked").within(Input::Waiver));
        }
        errors
    }
}
