//! The engine that decides.

use super::apply::Applying;
use super::decision::{DealRuling, WaivedGuard};
use super::drafted::given;
use super::rejection::{DealRejection, StaleStream};
use crate::builder::optional_inputs;
use crate::deal::guard::{Situation, look};
use crate::deal::table::{transition, transitions};
use crate::deal::{
    Deal, DealAction, DealCommand, DealContext, DealDraft, DealGuard, SaleRules, Transition,
    UnitStock, UnmetDealGuard, Waiting,
};
use crate::error::{Code, Error, Input, Result};
use crate::{StreamKind, StreamRead, Text};

/// Decides what may be done with a unit and a deal: `decide(state, command, context)` (design of
/// the lifecycle, handbook §5).
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Deciding<'a> {
    pub(super) context: &'a DealContext,
    pub(super) stock: Option<&'a UnitStock>,
    pub(super) deal: Option<&'a Deal>,
    pub(super) expected_stock: Option<u32>,
    pub(super) expected_deal: Option<u32>,
}

impl<'a> Deciding<'a> {
    /// What the host knows as it asks.
    pub fn new(context: &'a DealContext) -> Deciding<'a> {
        let (expected_stock, expected_deal) = (None, None);
        Deciding { context, stock: None, deal: None, expected_stock, expected_deal }
    }

    optional_inputs! {
        /// The stock of the unit; none for a registration without a unit.
        stock: &'a UnitStock;
        /// The deal; a new one has no events yet.
        deal: &'a Deal;
        /// The version of the unit that the host expects.
        expected_stock: u32;
        /// The version of the deal that the host expects.
        expected_deal: u32;
    }

    /// What follows from a command, or why it is refused.
    ///
    /// # Errors
    /// [`Code::DealFieldUnused`] for fields of the draft that the action does not take,
    /// [`Code::DealUnitDiffers`] where unit, stock and deal are not about one unit, and whatever
    /// cannot be a status of the project.
    pub fn decide(&self, command: &DealCommand) -> Result<DealRuling> {
        self.check()?;
        if let Some(stale) = self.stale() {
            return Ok(DealRuling::Rejected { rejection: stale });
        }
        let Some(row) = self.row(command.action) else {
            return Ok(DealRuling::Rejected { rejection: self.not_in_table(command.action) });
        };
        unused(row, &command.draft)?;
        let national;
        let rules = match &self.context.rules {
            Some(rules) => rules,
            None => {
                national = SaleRules::national();
                &national
            }
        };
        let at = Situation::new(self.stock, self.deal, &command.draft, self.context, rules);
        let mut unmet = Vec::new();
        let mut waived = Vec::new();
        for guard in row.guards {
            let Err(lacking) = look(*guard, &at, row.roles) else { continue };
            match self.waived(*guard) {
                Some(by) => waived.push(by),
                None => {
                    if unmet.capacity() == 0 {
                        unmet.reserve_exact(row.guards.len());
                    }
                    unmet.push(UnmetDealGuard { guard: *guard, lacking });
                }
            }
        }
        if !unmet.is_empty() {
            let row = Text::constant(row.id);
            return Ok(DealRuling::Rejected {
                rejection: DealRejection::GuardsNotMet { row, guards: unmet },
            });
        }
        let mut decision = Applying::new(&at, row).run()?;
        decision.waived = waived;
        decision.reads = self.reads();
        Ok(DealRuling::Accepted { decision })
    }

    /// The row of the table for an action here.
    pub(super) fn row(&self, action: DealAction) -> Option<&'static Transition> {
        let document = self.deal.and_then(Deal::active).map(|document| document.kind);
        let unit = self.stock.map(|stock| stock.state);
        let row = transition(action, unit, document)?;
        let ours = match row.document {
            Waiting::NoDeal => self.deal.is_none(),
            // A unit that a document has is that deal's alone.
            Waiting::New => self.deal.is_some_and(|deal| !deal.is_ended()),
            Waiting::For { .. } => self.deal.is_some_and(|deal| !deal.is_ended()),
        };
        let of_this_deal = self.stock.is_none_or(|stock| match (&stock.deal, self.deal) {
            (Some(has), Some(deal)) => *has == deal.id,
            (Some(_), None) => row.document == Waiting::NoDeal,
            (None, _) => true,
        });
        (ours && of_this_deal).then_some(row)
    }

    fn not_in_table(&self, action: DealAction) -> DealRejection {
        let mut allowed: Vec<DealAction> = Vec::new();
        for row in transitions() {
            if !allowed.contains(&row.action) && self.row(row.action).is_some() {
                allowed.push(row.action);
            }
        }
        DealRejection::NotInTable {
            action,
            unit: self.stock.map(|stock| stock.state),
            document: self.deal.and_then(Deal::active).map(|document| document.kind),
            allowed,
        }
    }

    /// The approval that waives a guard: of a role that may, by another person.
    pub(super) fn waived(&self, guard: DealGuard) -> Option<WaivedGuard> {
        let roles = guard.waiver().roles();
        let mut approvals = self.context.approvals.iter().filter(|one| one.guard == guard);
        let given = approvals
            .find(|one| roles.contains(&one.role.as_str()) && one.person != self.context.person)?;
        Some(WaivedGuard { guard, approval: given.id.clone(), role: given.role.clone() })
    }

    /// Streams that have another version than was expected.
    fn stale(&self) -> Option<DealRejection> {
        let mut streams = Vec::new();
        if let (Some(expected), Some(stock)) = (self.expected_stock, self.stock)
            && stock.version != expected
        {
            let (kind, id) = (StreamKind::Unit, stock.unit_no.clone());
            streams.push(StaleStream { kind, id, expected, found: stock.version });
        }
        if let (Some(expected), Some(deal)) = (self.expected_deal, self.deal)
            && deal.version != expected
        {
            let (kind, id) = (StreamKind::Deal, deal.id.clone());
            streams.push(StaleStream { kind, id, expected, found: deal.version });
        }
        (!streams.is_empty()).then_some(DealRejection::Stale { streams })
    }

    /// Every stream that a decision here reads.
    fn reads(&self) -> Vec<StreamRead> {
        let unit = self
            .stock
            .map(|stock| StreamRead::new(StreamKind::Unit, stock.unit_no.clone(), stock.version));
        let deal =
            self.deal.map(|deal| StreamRead::new(StreamKind::Deal, deal.id.clone(), deal.version));
        let quotas = self.context.quotas.iter().flatten();
        let quotas =
            quotas.map(|one| StreamRead::new(StreamKind::Quota, one.quota.clone(), one.version));
        unit.into_iter().chain(deal).chain(quotas).chain(self.context.reads.clone()).collect()
    }

    /// Unit, stock and deal are about one unit.
    pub(super) fn check(&self) -> Result<()> {
        let mut errors = Vec::new();
        if let Some(status) = &self.context.status
            && let Err(error) = status.check()
        {
            errors.push(error.at("status").within(Input::Context));
        }
        let of_stock = self.stock.map(|stock| &stock.unit_no);
        let differs = |found: Option<&Text>| {
            let (of_stock, found) = (of_stock?, found?);
            (of_stock != found).then(|| {
                Error::new(Code::DealUnitDiffers).with("unit_no", of_stock).with("found", found)
            })
        };
        let unit = self.context.unit.as_ref().map(|unit| &unit.unit_no);
        errors.extend(differs(unit).map(|e| e.at("unit_no").at("unit").within(Input::Context)));
        Error::collect(errors)
    }
}

/// An error for every field of the draft that the row does not take.
fn unused(row: &Transition, draft: &DealDraft) -> Result<()> {
    let unused = given(draft).filter(|(field, _)| !row.takes.contains(field));
    let errors = unused.map(|(_, name)| {
        let error = Error::new(Code::DealFieldUnused).with("field", name);
        let error =
            error.with("action", row.action.english()).with("action_zh", row.action.chinese());
        error.at(name).at("draft").within(Input::Command)
    });
    Error::collect(errors.collect())
}
