//! A row of the table.

use super::Effect;
use crate::approval::ApprovalKind;
use crate::deal::{DealAction, DealGuard, DocumentKind};
use crate::project::UnitState;

/// A row of the transition table.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Transition {
    /// Its name in the handbook: `T12`.
    pub id: &'static str,
    /// What is done.
    pub action: DealAction,
    /// States of the unit that it begins in; empty for an action that leaves units alone.
    pub units: &'static [UnitState],
    /// The active document of the deal that it begins with.
    pub document: Waiting,
    /// The state of the unit afterwards; the same as before if absent.
    pub to: Option<UnitState>,
    /// The roles that may do it, by code.
    pub roles: &'static [&'static str],
    /// The fields of the draft that it takes.
    pub takes: &'static [DraftField],
    /// The command of the organisation that it is, whose process variant says who does it where
    /// that differs: `deal.subscribe`.
    pub command: &'static str,
    /// The approval that [`DealGuard::Approved`] asks for, where the row has that guard.
    pub approval: Option<RowApproval>,
    /// What has to hold.
    pub guards: &'static [DealGuard],
    /// What follows, in order.
    pub effects: &'static [Effect],
    /// What it is, in Chinese.
    pub zh: &'static str,
    /// What it is, in English.
    pub en: &'static str,
    /// Law that it follows from.
    pub law: Option<&'static str>,
}

/// The approval that a row asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowApproval {
    /// What the request is about.
    pub kind: ApprovalKind,
    /// Roles that must all have signed it, each by another person; where there are none, any
    /// signature of its route will do.
    pub signed_by: &'static [&'static str],
}

/// The active document that a row begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waiting {
    /// The row is about the stock of the unit alone.
    NoDeal,
    /// The deal has no active document yet, and none that was.
    New,
    /// The deal has no active document any more.
    Ended,
    /// Whatever document the deal has, or had.
    Any,
    /// The active document is one of these; a deal without one will do if `or_new`.
    For {
        /// The kinds.
        kinds: &'static [DocumentKind],
        /// A new deal will do.
        or_new: bool,
    },
}

/// A field of the draft, by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum DraftField {
    Reason,
    Batch,
    Buyers,
    Agent,
    Channel,
    Number,
    QueueNumber,
    LotteryNumber,
    Until,
    Minutes,
    Amount,
    Price,
    Plan,
    Schedule,
    AgreedSigning,
    Handover,
    Liabilities,
    OldHome,
    OldHomeSold,
    EndedBy,
    Quotas,
    Offer,
    Todo,
    BuyerEdit,
    FilingNumber,
    ESignatures,
    Confirmed,
    Paper,
    Corrections,
    Settlement,
    Pending,
}

impl Transition {
    /// It begins at a unit in this state and a deal with this active document. A row about a deal
    /// that has no unit begins whatever unit is looked at beside it.
    pub fn begins_at(&self, unit: Option<UnitState>, document: Option<DocumentKind>) -> bool {
        let unit_fits = match unit {
            Some(state) if !self.units.is_empty() => self.units.contains(&state),
            Some(_) => self.document != Waiting::NoDeal,
            None => self.units.is_empty(),
        };
        let document_fits = match self.document {
            Waiting::NoDeal => true,
            Waiting::New | Waiting::Ended => document.is_none(),
            Waiting::Any => true,
            Waiting::For { kinds, or_new } => match document {
                Some(kind) => kinds.contains(&kind),
                None => or_new,
            },
        };
        unit_fits && document_fits
    }
}
