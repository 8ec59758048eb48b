//! Everything that a guard can look at.

use crate::deal::table::Transition;
use crate::deal::{
    ChangeSettlement, Deal, DealBuyer, DealContext, DealDraft, DealPrice, DocumentKind, SaleFacts,
    SaleGates, SaleRules, UnitStock,
};
use crate::error::Result;
use crate::number::Money;
use crate::payment::ScheduleLine;
use crate::project::{PresalePermit, Unit};
use crate::{Date, Text};
use std::borrow::Cow;
use std::cell::OnceCell;

/// The row, the unit's stock, the deal, the draft and the context, with what follows from them.
#[derive(Debug)]
pub(in crate::deal) struct Situation<'a> {
    pub(in crate::deal) row: &'static Transition,
    pub(in crate::deal) stock: Option<&'a UnitStock>,
    pub(in crate::deal) deal: Option<&'a Deal>,
    pub(in crate::deal) draft: &'a DealDraft,
    pub(in crate::deal) context: &'a DealContext,
    /// What is known of the building; of the project for what has no unit. None if the status is
    /// not given, or the unit of a stock.
    pub(in crate::deal) facts: Option<Cow<'a, SaleFacts>>,
    /// The permit in force today that covers the unit; for what has no unit any that is in force.
    pub(in crate::deal) permit: Option<&'a PresalePermit>,
    /// The gates that hold, if the facts are known.
    pub(in crate::deal) gates: Option<&'a SaleGates>,
    /// The dated rules of the sale.
    rules: &'a SaleRules,
    /// What the change comes to, once it is settled.
    pub(in crate::deal) settled: OnceCell<Option<Result<ChangeSettlement>>>,
}

impl<'a> Situation<'a> {
    pub(in crate::deal) fn new(
        row: &'static Transition,
        stock: Option<&'a UnitStock>,
        deal: Option<&'a Deal>,
        draft: &'a DealDraft,
        context: &'a DealContext,
        national: &'a SaleRules,
    ) -> Situation<'a> {
        let facts = context.status.as_ref().and_then(|status| match &context.unit {
            Some(unit) => Some(status.known_of(unit)),
            None => stock.is_none().then_some(Cow::Borrowed(&status.project)),
        });
        let rules = context.rules.as_ref().unwrap_or(national);
        let gates = facts.as_ref().and_then(|facts| rules.gates_of(facts, &context.nodes));
        let gates = gates.map(|row| &row.gates);
        let permit = permit(context, stock);
        let settled = OnceCell::new();
        Situation { row, stock, deal, draft, context, facts, permit, gates, rules, settled }
    }

    pub(in crate::deal) fn today(&self) -> Date {
        self.context.now.date()
    }

    pub(in crate::deal) fn unit(&self) -> Option<&'a Unit> {
        self.context.unit.as_ref()
    }

    /// The number of the unit: of the stock, else of what is known of it.
    pub(in crate::deal) fn unit_no(&self) -> Option<&'a Text> {
        let of_stock = self.stock.map(|stock| &stock.unit_no);
        of_stock.or_else(|| self.unit().map(|unit| &unit.unit_no))
    }

    /// Deposit contracts may be signed today.
    pub(in crate::deal) fn allows_deposit_contracts(&self) -> bool {
        let row = self.rules.deposit_contract_on(self.today(), &self.context.nodes);
        row.is_some_and(|row| row.allowed)
    }

    /// The buyers: of the draft, else of the deal.
    pub(in crate::deal) fn buyers(&self) -> &'a [DealBuyer] {
        match self.deal {
            Some(deal) if self.draft.buyers.is_empty() => &deal.buyers,
            _ => &self.draft.buyers,
        }
    }

    /// The first buyer.
    pub(in crate::deal) fn buyer(&self) -> Option<&'a Text> {
        self.buyers().first().map(|buyer| &buyer.customer)
    }

    /// The price of the draft, else of the deal.
    pub(in crate::deal) fn price(&self) -> Option<&'a DealPrice> {
        let drafted = self.draft.price.as_ref();
        drafted.or_else(|| self.deal.and_then(|deal| deal.price.as_ref()))
    }

    /// The payment plan of the draft, else of the deal.
    pub(in crate::deal) fn plan(&self) -> Option<&'a Text> {
        let drafted = self.draft.plan.as_ref();
        drafted.or_else(|| self.deal.and_then(|deal| deal.plan.as_ref()))
    }

    /// The schedule of the draft, else of the deal.
    pub(in crate::deal) fn schedule(&self) -> &'a [ScheduleLine] {
        match self.deal {
            Some(deal) if self.draft.schedule.is_empty() => &deal.schedule,
            _ => &self.draft.schedule,
        }
    }

    /// Quotas that the deal has used, and those that the draft names besides.
    pub(in crate::deal) fn quotas(&self) -> impl Iterator<Item = &'a Text> + use<'a> {
        let used = self.deal.map(|deal| deal.quotas.as_slice()).unwrap_or_default();
        used.iter().chain(self.new_quotas())
    }

    /// 置业顾问 of the draft, else of the deal.
    pub(in crate::deal) fn agent(&self) -> Option<&'a Text> {
        let drafted = self.draft.agent.as_ref();
        drafted.or_else(|| self.deal.and_then(|deal| deal.agent.as_ref()))
    }

    /// 渠道 of the draft, else of the deal.
    pub(in crate::deal) fn channel(&self) -> Option<&'a Text> {
        let drafted = self.draft.channel.as_ref();
        drafted.or_else(|| self.deal.and_then(|deal| deal.channel.as_ref()))
    }

    /// 约定签约日 of the draft, else of the document before it.
    pub(in crate::deal) fn agreed_signing(&self) -> Option<Date> {
        let before = self.deal.and_then(Deal::active);
        self.draft.agreed_signing.or_else(|| before.and_then(|document| document.agreed_signing))
    }

    /// 约定交付日 of the draft, else of the document before it.
    pub(in crate::deal) fn handover(&self) -> Option<Date> {
        let before = self.deal.and_then(Deal::active);
        self.draft.handover.or_else(|| before.and_then(|document| document.handover))
    }

    /// 定金 agreed: of the draft, else of the document before it.
    pub(in crate::deal) fn deposit(&self) -> Option<Money> {
        let before = self.deal.and_then(Deal::active);
        self.draft.amount.or_else(|| before.and_then(|document| document.deposit))
    }

    /// The deal has, or had, a deposit contract.
    pub(in crate::deal) fn has_deposit_contract(&self) -> bool {
        let mut documents = self.deal.iter().flat_map(|deal| &deal.documents);
        documents.any(|document| document.kind == DocumentKind::DepositContract)
    }
}

/// The permit in force today that covers the unit; for what has no unit any that is in force.
fn permit<'a>(context: &'a DealContext, stock: Option<&UnitStock>) -> Option<&'a PresalePermit> {
    let mut permits = context.permits.iter().flatten();
    let today = context.now.date();
    match &context.unit {
        Some(unit) => permits.find(|permit| permit.covers(unit) && permit.in_force(today)),
        None if stock.is_none() => permits.find(|permit| permit.in_force(today)),
        None => None,
    }
}
