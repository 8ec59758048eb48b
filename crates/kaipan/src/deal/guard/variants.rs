//! Process variants (流程差异): who enters, reviews and approves where that differs from the table.

use super::Situation;
use crate::Text;
use crate::deal::{DealAction, DocumentKind};
use crate::organisation::{ProcessVariant, command};

impl<'a> Situation<'a> {
    /// The process variant of a command that counts here.
    pub(in crate::deal) fn variant(&self, command: &str) -> Option<&'a ProcessVariant> {
        self.context.variants.iter().find(|variant| variant.command == *command)
    }

    /// The roles of a process variant that may do what the row says; none where the table counts.
    /// To lock a document, or to review it, is the review of the command that made it.
    pub(in crate::deal) fn entering(&self) -> &'a [Text] {
        let own = self.variant(self.row.command).map(|variant| variant.enters.as_slice());
        let own = own.unwrap_or_default();
        if !own.is_empty() {
            return own;
        }
        let reviews = matches!(
            self.row.action,
            DealAction::Lock | DealAction::Unlock | DealAction::ReviewFinance
        );
        let document = self.deal.and_then(|deal| deal.active()).filter(|_| reviews);
        let made_by = document.map(|document| match document.kind {
            DocumentKind::Subscription => command::DEAL_SUBSCRIBE,
            _ => command::CONTRACT_SIGN,
        });
        let reviewed = made_by.and_then(|made_by| self.variant(made_by));
        reviewed.map(|variant| variant.reviews.as_slice()).unwrap_or_default()
    }
}
