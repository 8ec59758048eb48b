//! What may be done now, and what is lacking: the dry run of every command.

use super::check::check_draft;
use super::decide::{Deciding, look_at_all};
use super::told::told;
use crate::Text;
use crate::deal::{DealAction, DealCommand, DealDraft, UnmetDealGuard};
use crate::error::{Finding, Result};
use kaipan_derive::boundary;

/// A command that the table has for this state, and whether it may be done now.
#[boundary]
pub struct DealOption {
    /// What can be done.
    pub action: DealAction,
    /// The row of the table: `T12`.
    pub row: Text,
    /// It may be done now, with the draft given.
    #[boundary(required)]
    pub may: bool,
    /// Guards that are not met, each with what is lacking.
    pub lacking: Vec<UnmetDealGuard>,
    /// What a person should read before it is done.
    pub findings: Vec<Finding>,
}

impl Deciding<'_> {
    /// Every command of the table for this state, with what is lacking. Drafts are taken where they
    /// are given; with the draft of a command the answer is that of [`Deciding::decide`].
    ///
    /// # Errors
    /// As [`Deciding::decide`] for what is given, whatever the command.
    pub fn options(&self, drafts: &[DealCommand]) -> Result<Vec<DealOption>> {
        self.check()?;
        let nothing = DealDraft::default();
        let mut options = Vec::new();
        for action in DealAction::ALL {
            let Some(row) = self.row(*action) else { continue };
            let drafted = drafts.iter().find(|one| one.action == *action);
            let draft = drafted.map_or(&nothing, |one| &one.draft);
            if drafted.is_some() {
                check_draft(row, draft)?;
            }
            let at = self.situation(row, draft);
            let (lacking, _) = look_at_all(&at);
            let findings = if lacking.is_empty() { told(&at) } else { Vec::new() };
            let (may, row) = (lacking.is_empty(), Text::constant(row.id));
            options.push(DealOption { action: *action, row, may, lacking, findings });
        }
        Ok(options)
    }
}
