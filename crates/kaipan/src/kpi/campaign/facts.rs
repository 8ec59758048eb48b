//! The facts of each campaign.

use super::plan::Campaign;
use crate::Text;
use crate::error::{Code, Finding, Input, Result, finding};
use crate::kpi::fact::{Fact, FactBook};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Facts that were looked through, by the campaign that they name.
pub(super) struct CampaignFacts<'a> {
    book: FactBook<'a>,
    places: BTreeMap<&'a Text, Vec<usize>>,
}

impl<'a> CampaignFacts<'a> {
    /// The facts by campaign.
    ///
    /// # Errors
    /// As [`FactBook::new`].
    pub(super) fn new(facts: &'a [Fact]) -> Result<CampaignFacts<'a>> {
        let book = FactBook::new(facts, Input::Facts)?;
        let mut places: BTreeMap<&Text, Vec<usize>> = BTreeMap::new();
        for (at, fact) in facts.iter().enumerate() {
            if let Some(campaign) = &fact.campaign {
                places.entry(campaign).or_default().push(at);
            }
        }
        Ok(CampaignFacts { book, places })
    }

    /// What a person should read about the facts.
    pub(super) fn findings(&self) -> &[Finding] {
        self.book.findings()
    }

    /// The facts that name a campaign.
    pub(super) fn of<'s>(&'s self, id: &Text) -> impl Iterator<Item = &'a Fact> + use<'s, 'a> {
        let places = self.places.get(id).into_iter().flatten();
        places.filter_map(|at| self.book.facts().get(*at))
    }

    /// The facts that name a campaign and all that they go back to, in the order given.
    pub(super) fn with_origins(&self, id: &Text) -> Vec<Fact> {
        let mut all = BTreeSet::new();
        for own in self.places.get(id).into_iter().flatten() {
            let mut next = Some(*own);
            while let Some(at) = next.filter(|at| all.insert(*at)) {
                next = self.book.origin(at, |_| true);
            }
        }
        all.into_iter().filter_map(|at| self.book.facts().get(at).cloned()).collect()
    }

    /// Campaigns that facts name and no plan is for.
    pub(super) fn unplanned(&self, plans: &[Campaign]) -> Vec<Finding> {
        let planned: HashSet<&Text> = plans.iter().map(|plan| &plan.id).collect();
        let unplanned = self.places.iter().filter(|(campaign, _)| !planned.contains(*campaign));
        let told = unplanned.filter_map(|(campaign, places)| {
            let (at, count) = (*places.first()?, places.len());
            let told = finding!(Code::KpiCampaignUnplanned, campaign, count);
            Some(told.at("campaign").at(at).within(Input::Facts))
        });
        told.collect()
    }
}
