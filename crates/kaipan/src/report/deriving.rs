//! The facts of the records: the host's own, and those that follow from deals, money and contacts.

use super::records::ReportRecords;
use super::scene::held;
use crate::error::Result;
use crate::kpi::{DerivedFacts, Fact, FactDeriving, FactState};
use crate::money::LedgerEntry;
use crate::organisation::OrgTree;

impl ReportRecords {
    /// The facts that reports count: the host's own, then those that are derived. Rows of reports name them by
    /// their keys.
    ///
    /// ```
    /// use kaipan::kpi::{Fact, FactKind};
    /// use kaipan::report::ReportRecords;
    /// let call = Fact::new("c1", FactKind::Call, "2026-03-02".parse()?);
    /// let records = ReportRecords { facts: vec![call.clone()], ..ReportRecords::default() };
    /// assert_eq!(records.counted_facts()?, [call]);
    /// # Ok::<(), kaipan::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`FactDeriving::derive`].
    pub fn counted_facts(&self) -> Result<Vec<Fact>> {
        let derived = self.derived(&self.moved_money())?;
        Ok(self.facts.iter().cloned().chain(derived.state.facts).collect())
    }

    /// The organisation, if there is one.
    pub(super) fn tree(&self) -> Result<Option<OrgTree<'_>>> {
        let tree = self.organisation.as_ref().map(OrgTree::new).transpose();
        tree.map_err(|error| error.moved(&held))
    }

    /// Money that moved, of entries and postings.
    pub(super) fn moved_money(&self) -> Vec<LedgerEntry> {
        let posted = self.postings.iter().flat_map(|posting| &posting.entries);
        self.entries.iter().chain(posted).cloned().collect()
    }

    /// What follows from the records, with the deals as they have become.
    pub(super) fn derived(&self, entries: &[LedgerEntry]) -> Result<DerivedFacts> {
        let none = FactState::default();
        let mut deriving = FactDeriving::new(self.state.as_ref().unwrap_or(&none))
            .units(&self.units)
            .events(&self.events)
            .stock_events(&self.stock_events)
            .entries(entries)
            .follow_ups(&self.follow_ups)
            .contracts(&self.contracts)
            .persons(&self.persons)
            .sheets(&self.sheets)
            .spend(&self.spend)
            .costs(&self.costs);
        if let Some(policy) = &self.policy {
            deriving = deriving.policy(policy);
        }
        deriving.derive().map_err(|error| error.moved(&held))
    }
}
