//! Facts behind a difference.

use crate::Text;
use crate::error::Result;
use crate::kpi::{Fact, FactDeriving, FactState};
use crate::money::LedgerEntry;
use crate::number::Exact;
use crate::report::records::ReportRecords;
use crate::report::scene::held;
use std::collections::HashMap;

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
        let posted = self.postings.iter().flat_map(|posting| &posting.entries);
        let entries: Vec<LedgerEntry> = self.entries.iter().chain(posted).cloned().collect();
        let none = FactState::default();
        let mut deriving = FactDeriving::new(self.state.as_ref().unwrap_or(&none))
            .units(&self.units)
            .events(&self.events)
            .stock_events(&self.stock_events)
            .entries(&entries)
            .follow_ups(&self.follow_ups)
            .contracts(&self.contracts)
            .persons(&self.persons)
            .sheets(&self.sheets)
            .spend(&self.spend)
            .costs(&self.costs);
        if let Some(policy) = &self.policy {
            deriving = deriving.policy(policy);
        }
        let derived = deriving.derive().map_err(|error| error.moved(&held))?;
        Ok(self.facts.iter().cloned().chain(derived.state.facts).collect())
    }
}

/// Facts by key.
#[derive(Debug, Default)]
pub(super) struct Behind<'a>(HashMap<&'a str, &'a Fact>);

impl<'a> Behind<'a> {
    pub(super) fn new(facts: &'a [Fact]) -> Behind<'a> {
        Behind(facts.iter().map(|fact| (fact.key.as_str(), fact)).collect())
    }

    /// Those of the facts that are as much as a difference.
    pub(super) fn likely(&self, facts: &[Text], difference: Option<&Exact>) -> Vec<Text> {
        let Some(difference) = difference else { return Vec::new() };
        let size = |number: &Exact| number.to_string().trim_start_matches('-').to_owned();
        let wanted = size(difference);
        let is_as_much = |key: &&Text| {
            self.0.get(key.as_str()).is_some_and(|fact| {
                let amounts = [fact.amount, fact.finance_amount, fact.list_amount];
                let amounts = amounts.into_iter().flatten().map(Exact::from);
                let area = fact.area.map(Exact::from);
                amounts.chain(area).any(|own| size(&own) == wanted)
            })
        };
        facts.iter().filter(is_as_much).cloned().collect()
    }
}
