//! Everything that a guard can look at.

use crate::deal::{Deal, DealContext, DealDraft, RulesInForce, SaleFacts, SaleRules, UnitStock};
use crate::project::{PresalePermit, Unit};
use crate::{Date, Text};

/// The unit's stock, the deal, the draft and the context, with what follows from them.
#[derive(Debug)]
pub(in crate::deal) struct Situation<'a> {
    pub(in crate::deal) stock: Option<&'a UnitStock>,
    pub(in crate::deal) deal: Option<&'a Deal>,
    pub(in crate::deal) draft: &'a DealDraft,
    pub(in crate::deal) context: &'a DealContext,
    /// What is known of the building; none if the status or the unit is not given.
    pub(in crate::deal) facts: Option<SaleFacts>,
    /// The rules that hold, if the facts are known.
    pub(in crate::deal) rules: Option<RulesInForce<'a>>,
}

impl<'a> Situation<'a> {
    pub(in crate::deal) fn new(
        stock: Option<&'a UnitStock>,
        deal: Option<&'a Deal>,
        draft: &'a DealDraft,
        context: &'a DealContext,
        national: &'a SaleRules,
    ) -> Situation<'a> {
        let facts = context.status.as_ref().zip(context.unit.as_ref());
        let facts = facts.map(|(status, unit)| status.of(unit));
        let mut situation = Situation { stock, deal, draft, context, facts, rules: None };
        let rules = context.rules.as_ref().unwrap_or(national);
        let permit = situation.permit().map(|permit| permit.issued_on);
        let today = situation.today();
        situation.rules = situation
            .facts
            .as_ref()
            .map(|facts| rules.in_force(facts, permit, today, &context.nodes));
        situation
    }

    pub(in crate::deal) fn today(&self) -> Date {
        self.context.now.date()
    }

    pub(in crate::deal) fn unit(&self) -> Option<&'a Unit> {
        self.context.unit.as_ref()
    }

    /// The permit in force today that covers the unit.
    pub(in crate::deal) fn permit(&self) -> Option<&'a PresalePermit> {
        let unit = self.unit()?;
        let mut permits = self.context.permits.iter().flatten();
        permits.find(|permit| permit.covers(unit) && permit.in_force(self.today()))
    }

    /// The first buyer: of the draft, else of the deal.
    pub(in crate::deal) fn buyer(&self) -> Option<&'a Text> {
        let drafted = self.draft.buyers.first().map(|buyer| &buyer.customer);
        drafted.or_else(|| self.deal.and_then(Deal::first_buyer))
    }
}
