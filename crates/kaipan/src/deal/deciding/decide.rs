//! The engine that decides.

use super::apply::Applying;
use super::check::check_draft;
use super::decision::{DealRuling, WaivedGuard};
use super::reads::reads;
use super::rejection::{DealRejection, StaleStream};
use super::told::told;
use crate::builder::optional_inputs;
use crate::deal::guard::{Situation, look};
use crate::deal::table::{rows_of, transitions};
use crate::deal::{
    Deal, DealAction, DealCommand, DealContext, DealDraft, Lacking, SaleRules, Transition,
    UnitStock, UnmetDealGuard, Waiting,
};
use crate::error::Result;
use crate::{StreamKind, Text};

/// Decides what may be done with a unit and a deal: `decide(state, command, context)` gives events and
/// the streams that were read, or a rejection with all that is lacking (handbook §5).
///
/// The table has the rules ([`transitions`]); this looks them up, looks at every guard, and applies
/// the effects. The host appends the events in one transaction, while every stream that was read
/// still has the version that was seen. Errors are for inputs that cannot be, placed in
/// [`Input::Command`](crate::error::Input::Command) and [`Input::Context`](crate::error::Input::Context); what the rules do not allow is a rejection.
///
/// ```
/// use kaipan::deal::{
///     DealAction, DealCommand, DealContext, DealDraft, DealRejection, DealRuling, Deciding, SaleStatus,
///     UnitStock,
/// };
/// use kaipan::project::{PresalePermit, Unit, UnitState};
/// let unit = Unit {
///     unit_no: "3-1-1802".into(),
///     building_area: "100".parse()?,
///     list_price: Some("10000".parse()?),
///     floor_price: Some("9000".parse()?),
///     permit: Some("深房许字001".into()),
///     ..Unit::default()
/// };
/// let mut status = SaleStatus::default();
/// status.project.planning_permit = Some("2025-03-01".parse()?);
/// let mut context = DealContext::new("2026-09-01T10:00:00".parse()?, "李四")
///     .with_roles(vec!["stock_controller".into()])
///     .with_unit(unit)
///     .with_status(status);
/// let release = DealCommand { action: DealAction::Release, draft: DealDraft::default() };
/// let mut stock = UnitStock::new("3-1-1802");
///
/// // Nothing is known of permits, so the guard is not met.
/// let ruling = Deciding::new(&context).stock(&stock).decide(&release)?;
/// let DealRuling::Rejected { rejection: DealRejection::GuardsNotMet { guards, .. } } = ruling else {
///     panic!("without a permit")
/// };
/// assert!(guards.len() == 1 && guards[0].needs_input());
///
/// context.permits = Some(vec![PresalePermit::new("深房许字001", "2026-06-01".parse()?)]);
/// let ruling = Deciding::new(&context).stock(&stock).decide(&release)?;
/// let DealRuling::Accepted { decision } = ruling else { panic!("the permit covers it") };
/// for event in &decision.stock {
///     stock.apply(event)?;
/// }
/// assert_eq!((stock.state, stock.version), (UnitState::OnSale, 1));
/// assert_eq!(decision.reads[0].version, 0);
/// # Ok::<(), kaipan::Error>(())
/// ```
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
    /// [`Code::DealFieldUnused`](crate::error::Code::DealFieldUnused) for fields of the draft that the action does not take,
    /// [`Code::DealUnitDiffers`](crate::error::Code::DealUnitDiffers) where unit and stock are not about one unit,
    /// [`Code::DealWaiverUnknown`](crate::error::Code::DealWaiverUnknown) for a waiver of what is no guard,
    /// [`Code::DealFactsTwice`](crate::error::Code::DealFactsTwice) and [`Code::DealGivenTwice`](crate::error::Code::DealGivenTwice) for what is given twice,
    /// [`Code::DealMoneyMisnamed`](crate::error::Code::DealMoneyMisnamed) for money by a name that stands for an item and is none,
    /// [`Code::NowBeforeLast`](crate::error::Code::NowBeforeLast) for a moment before the last event of a stream,
    /// [`Code::ReadTwice`](crate::error::Code::ReadTwice) for a stream that is named at two versions,
    /// [`Code::DealAmount`](crate::error::Code::DealAmount) and [`Code::DealShare`](crate::error::Code::DealShare) for amounts and shares that cannot be.
    pub fn decide(&self, command: &'a DealCommand) -> Result<DealRuling> {
        self.check()?;
        if let Some(stale) = self.stale() {
            return Ok(DealRuling::Rejected { rejection: stale });
        }
        let Some(row) = self.row(command.action) else {
            return Ok(DealRuling::Rejected { rejection: self.not_in_table(command.action) });
        };
        check_draft(row, &command.draft)?;
        let at = self.situation(row, &command.draft);
        let (unmet, waived) = look_at_all(&at);
        if !unmet.is_empty() {
            let row = Text::constant(row.id);
            return Ok(DealRuling::Rejected {
                rejection: DealRejection::GuardsNotMet { row, guards: unmet },
            });
        }
        let mut decision = Applying::new(&at).run()?;
        decision.reads = reads(&at, &waived);
        decision.waived = waived;
        decision.findings = told(&at);
        Ok(DealRuling::Accepted { decision })
    }

    /// All that the guards of a row look at.
    pub(super) fn situation(
        &self,
        row: &'static Transition,
        draft: &'a DealDraft,
    ) -> Situation<'a> {
        let national = SaleRules::of_the_nation();
        Situation::new(row, self.stock, self.deal, draft, self.context, national)
    }

    /// The row of the table for an action here.
    pub(super) fn row(&self, action: DealAction) -> Option<&'static Transition> {
        rows_of(action).iter().copied().find(|row| self.begins(row))
    }

    /// A row begins here: with this unit, this deal, and its active document.
    fn begins(&self, row: &Transition) -> bool {
        let document = self.deal.and_then(Deal::active).map(|document| document.kind);
        if !row.begins_at(self.stock.map(|stock| stock.state), document) {
            return false;
        }
        match row.document {
            Waiting::NoDeal => self.deal.is_none(),
            Waiting::New | Waiting::For { .. } => {
                self.deal.is_some_and(|deal| !deal.is_ended() && self.has_this_unit(deal))
            }
            Waiting::Ended => self.deal.is_some_and(Deal::is_ended),
            Waiting::Any => self.deal.is_some(),
        }
    }

    /// A unit that a document has is that deal's alone, and a deal whose document has a unit is
    /// about no other.
    fn has_this_unit(&self, deal: &Deal) -> bool {
        match self.stock.map(|stock| &stock.deal) {
            None => true,
            Some(Some(has)) => *has == deal.id,
            Some(None) => deal.active().is_none_or(|document| document.kind.unit_state().is_none()),
        }
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
}

/// Guards that are not met, and those that were waived.
pub(super) fn look_at_all(at: &Situation<'_>) -> (Vec<UnmetDealGuard>, Vec<WaivedGuard>) {
    let (mut unmet, mut waived) = (Vec::new(), Vec::new());
    for guard in at.row.guards {
        let Err(lacking) = look(*guard, at) else { continue };
        // An approval does not say what is not known: a missing input cannot be waived.
        let is_known = !matches!(lacking, Lacking::NeedsInput { .. });
        match at.waiving(*guard).filter(|_| is_known) {
            Some((request, by)) => waived.push(WaivedGuard {
                guard: *guard,
                approval: request.id.clone(),
                version: request.version,
                role: by.role.clone(),
            }),
            None => {
                if unmet.capacity() == 0 {
                    unmet.reserve_exact(at.row.guards.len());
                }
                unmet.push(UnmetDealGuard { guard: *guard, lacking });
            }
        }
    }
    (unmet, waived)
}
