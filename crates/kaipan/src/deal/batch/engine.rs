//! Decides a batch.

use super::{BatchedUnit, StockBatchRuling};
use crate::Text;
use crate::builder::{inputs, optional_inputs};
use crate::check::with_repeats;
use crate::deal::{
    DealCommand, DealContext, DealRuling, Deciding, QuotaEvent, SaleStatus, UnitStock, Waiting,
    transitions,
};
use crate::error::{At, Code, Error, Finding, Input, Result, finding};
use crate::project::{Selection, Unit, UnitState};

/// A unit of a batch: its data, its stock, and what is known of it alone.
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct BatchUnit<'a> {
    unit: &'a Unit,
    stock: &'a UnitStock,
    expected_version: Option<u32>,
    allotted_to: Option<&'a Text>,
}

impl<'a> BatchUnit<'a> {
    /// A unit and its stock.
    pub fn new(unit: &'a Unit, stock: &'a UnitStock) -> BatchUnit<'a> {
        BatchUnit { unit, stock, expected_version: None, allotted_to: None }
    }

    optional_inputs! {
        /// The version of the stock that is expected.
        expected_version: u32;
        /// The channel that the unit is allotted to.
        allotted_to: &'a Text;
    }
}

/// Decides one command for every unit that a selection chooses, each as
/// [`Deciding::decide`] does: one result a unit, and totals.
///
/// State and batch of a unit are those of its stock, whatever the unit says. Units that share a
/// quota see the uses of those before them.
///
/// ```
/// use kaipan::deal::{BatchUnit, DealAction, DealCommand, DealContext, DealDraft, StockBatch, UnitStock};
/// use kaipan::project::{Clause, Selection, Unit, UnitState};
/// let units = ["1-101", "1-102", "2-101"].map(|no| Unit {
///     unit_no: no.into(), building: no[..1].into(), ..Unit::default()
/// });
/// let stock = ["1-101", "1-102", "2-101"]
///     .map(|no| UnitStock::new(no).with_version(1).with_state(UnitState::OnSale));
/// let pairs: Vec<BatchUnit> =
///     units.iter().zip(&stock).map(|(unit, stock)| BatchUnit::new(unit, stock)).collect();
/// let mut context = DealContext::new("2026-09-01T09:00:00".parse()?, "王五");
/// context.roles = vec!["stock_controller".into()];
/// let withdraw = DealCommand { action: DealAction::Withdraw, draft: DealDraft::default() };
/// let first = Selection::of(Clause { building: vec!["1".into()], ..Clause::default() });
/// let ruling = StockBatch::new(&context, &withdraw).units(&pairs).select(&first).decide()?;
/// assert_eq!((ruling.accepted, ruling.rejected, ruling.stands), (2, 0, true));
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct StockBatch<'a> {
    context: &'a DealContext,
    command: &'a DealCommand,
    units: &'a [BatchUnit<'a>],
    select: Option<&'a Selection>,
    all_or_nothing: bool,
}

impl<'a> StockBatch<'a> {
    /// A command, and what the host knows as it asks, but for the unit.
    pub fn new(context: &'a DealContext, command: &'a DealCommand) -> StockBatch<'a> {
        StockBatch { context, command, units: &[], select: None, all_or_nothing: false }
    }

    inputs! {
        /// The units to choose from.
        units: &'a [BatchUnit<'a>];
        /// Nothing is done if one unit is rejected; else each stands by itself.
        all_or_nothing: bool;
    }

    optional_inputs! {
        /// The units that the command is for; all if absent.
        select: &'a Selection;
    }

    /// What follows for every unit that is chosen.
    ///
    /// # Errors
    /// As [`Deciding::decide`]; [`Code::DealBatchAction`] for an action that is not about stock
    /// alone, [`Code::DealGivenTwice`] for a unit that is there twice, [`Code::DealUnitDiffers`] for
    /// a unit with the stock of another, [`Code::JsonTogether`] for a context with a unit or an
    /// allotment of its own, [`Code::ProjectRange`] for ranges that end before they begin.
    pub fn decide(&self) -> Result<StockBatchRuling> {
        self.check()?;
        let mut context = self.context.clone();
        // What is known of all parts is checked once, and each unit has what is known of it.
        let status = context.status.take();
        let (mut units, mut findings) = (Vec::new(), Vec::new());
        let (mut accepted, mut rejected) = (0_u32, 0_u32);
        for (at, one) in self.units.iter().enumerate() {
            let unit =
                Unit { state: one.stock.state, batch: one.stock.batch.clone(), ..one.unit.clone() };
            if self.select.is_some_and(|select| !select.matches(&unit)) {
                continue;
            }
            findings.extend(differs(at, one));
            context.status = status
                .as_ref()
                .map(|status| SaleStatus { project: status.of(&unit), ..SaleStatus::default() });
            context.unit = Some(unit);
            context.allotted_to = one.allotted_to.cloned();
            let deciding = Deciding::new(&context).stock(one.stock);
            let ruling = deciding.expected_stock(one.expected_version).decide(self.command)?;
            let count = match &ruling {
                DealRuling::Accepted { .. } => &mut accepted,
                DealRuling::Rejected { .. } => &mut rejected,
            };
            *count = count.saturating_add(1);
            if let DealRuling::Accepted { decision } = &ruling {
                take_in(&mut context, &decision.quotas)?;
            }
            units.push(BatchedUnit { unit_no: one.stock.unit_no.clone(), ruling: Some(ruling) });
        }
        if units.is_empty() {
            findings.push(finding!(Code::DealBatchNothing).within(Input::Select));
        }
        let stands = !self.all_or_nothing || rejected == 0;
        if !stands {
            for unit in &mut units {
                unit.ruling =
                    unit.ruling.take().filter(|one| matches!(one, DealRuling::Rejected { .. }));
            }
        }
        Ok(StockBatchRuling { units, accepted, rejected, stands, findings })
    }

    fn check(&self) -> Result<()> {
        let mut errors = Vec::new();
        let action = self.command.action;
        let mut rows = transitions().filter(|row| row.action == action);
        if !rows.any(|row| row.document == Waiting::NoDeal && !row.units.is_empty()) {
            let error = Error::new(Code::DealBatchAction).with("action", action.english());
            let error = error.with("action_zh", action.chinese()).at("action");
            errors.push(error.within(Input::Command));
        }
        let own = [
            ("unit", self.context.unit.is_some()),
            ("allotted_to", self.context.allotted_to.is_some()),
        ];
        for (field, _) in own.into_iter().filter(|(_, is_given)| *is_given) {
            let error = Error::new(Code::JsonTogether).with("field", field).with("other", "units");
            errors.push(error.at(field).within(Input::Context));
        }
        if let Some(status) = &self.context.status {
            errors.extend(status.check().err().map(|one| one.at("status").within(Input::Context)));
        }
        if let Some(select) = self.select {
            errors.extend(select.validate().within(Input::Select).err());
        }
        for (at, one, first) in with_repeats(self.units, |one| &one.unit.unit_no) {
            let (own, stock) = (&one.unit.unit_no, &one.stock.unit_no);
            let place = |error: Error| error.at(at).within(Input::Units);
            if let Some(first) = first {
                let error = Error::new(Code::DealGivenTwice).with("name", own);
                errors.push(place(error.with("first", first).at("unit_no").at("unit")));
            }
            if own != stock {
                let error = Error::new(Code::DealUnitDiffers).with("unit_no", stock);
                errors.push(place(error.with("found", own).at("unit_no").at("unit")));
            }
        }
        Error::collect(errors)
    }
}

/// What later units see of the quotas that an earlier one has used.
fn take_in(context: &mut DealContext, events: &[QuotaEvent]) -> Result<()> {
    for event in events {
        let mut quotas = context.quotas.iter_mut().flatten();
        if let Some(quota) = quotas.find(|quota| quota.id == event.quota) {
            quota.apply(event)?;
        }
    }
    Ok(())
}

/// The unit says another state than its stock. One that says nothing is as it began.
fn differs(at: usize, one: &BatchUnit<'_>) -> Option<Finding> {
    let (written, found) = (one.unit.state, one.stock.state);
    if written == found || written == UnitState::default() {
        return None;
    }
    let zh = |state: UnitState| state.chinese().first().copied().unwrap_or_default();
    let en = |state: UnitState| state.word().replace('_', " ");
    let (written_zh, found_zh) = (zh(written), zh(found));
    let (written, found) = (en(written), en(found));
    let told = finding!(Code::DealBatchState, written, written_zh, found, found_zh);
    Some(told.unit(&one.unit.unit_no).at("state").at("unit").at(at).within(Input::Units))
}
