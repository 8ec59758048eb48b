//! The script of a history: units, what is known, and steps.

use super::approvals::ScriptApproval;
use kaipan::deal::{
    AfterSale, AgreedTerms, BuyerFacts, ChoosingTurn, DealAction, DealDraft, DealPolicy,
    PriceApproval, Quota, ReceivedMoney, SaleRules, SaleStatus,
};
use kaipan::organisation::ProcessVariant;
use kaipan::payment::{AnchorDates, PaymentPlan};
use kaipan::project::{PresalePermit, Unit};
use kaipan::{Label, Text, Time};
use kaipan_derive::boundary;

/// A history to walk.
#[boundary(read)]
#[derive(Debug)]
pub(super) struct Script {
    /// What it tells.
    pub(super) name: Option<Label>,
    /// The same in English.
    pub(super) name_en: Option<Label>,
    /// The units, with their areas and prices. A unit begins in the state that it is given with.
    #[boundary(required)]
    pub(super) units: Vec<Unit>,
    /// Payment plans. A draft that names one of them and a price, and no schedule, gets the schedule
    /// of the plan.
    pub(super) plans: Vec<PaymentPlan>,
    /// Dates that payments hang on.
    #[boundary(empty)]
    pub(super) dates: AnchorDates,
    /// What is known from the first step on.
    #[boundary(empty)]
    pub(super) known: Known,
    /// The steps, in the order of time.
    #[boundary(required)]
    pub(super) steps: Vec<Step>,
}

/// What the host knows. In a step it takes the place of what was known before, field by field.
#[boundary(read)]
#[derive(Debug, Default, Clone)]
pub(super) struct Known {
    /// Presale permits.
    pub(super) permits: Option<Vec<PresalePermit>>,
    /// Facts of project, phases and buildings.
    pub(super) status: Option<SaleStatus>,
    /// Organisation nodes of the units, the nearest first.
    pub(super) nodes: Option<Vec<Text>>,
    /// The dated rules of a sale; the national ones if absent.
    pub(super) rules: Option<SaleRules>,
    /// What the house has decided.
    pub(super) policy: Option<DealPolicy>,
    /// What is known of people.
    pub(super) people: Option<Vec<BuyerFacts>>,
    /// Required questions without an answer.
    pub(super) unanswered: Option<Vec<Text>>,
    /// Quotas of discounts, offers and group purchases, as they begin; decisions count their uses.
    pub(super) quotas: Option<Vec<Quota>>,
    /// Process variants that count here.
    pub(super) variants: Option<Vec<ProcessVariant>>,
    /// Whose turn it is to choose a room.
    pub(super) turn: Option<ChoosingTurn>,
    /// What was agreed beside the drafts, for the snapshots.
    pub(super) terms: Option<AgreedTerms>,
    /// Who has to approve the price.
    pub(super) price_approval: Option<PriceApproval>,
    /// The channel that the unit is allotted to.
    pub(super) allotted_to: Option<Text>,
    /// Codes of findings that are almost surely mistakes.
    pub(super) unusual: Option<Vec<Text>>,
    /// What the services after the contract know: filing and loan.
    pub(super) after_sale: Option<AfterSale>,
}

/// A step: money that comes in, something that becomes known, something that is done.
#[boundary(read)]
#[derive(Debug)]
pub(super) struct Step {
    /// When.
    pub(super) at: Time,
    /// Who.
    pub(super) by: Text,
    /// His roles, by code.
    pub(super) roles: Vec<Text>,
    /// The unit; that of the step before if absent, at first the first.
    pub(super) unit: Option<Text>,
    /// The deal; that of the step before if absent, at first `D1`.
    pub(super) deal: Option<Text>,
    /// The deal that a change of unit leaves.
    pub(super) from: Option<Text>,
    /// Money that came in before.
    pub(super) received: Vec<ReceivedMoney>,
    /// What is known from now on.
    #[boundary(empty)]
    pub(super) known: Known,
    /// Approvals on record for this step.
    pub(super) approvals: Vec<ScriptApproval>,
    /// What is done.
    pub(super) r#do: Option<DealAction>,
    /// What it is done with.
    #[boundary(empty)]
    pub(super) draft: DealDraft,
}

impl Known {
    /// What is known once `newer` has become known.
    pub(super) fn learn(&mut self, newer: &Known) {
        let Known {
            permits,
            status,
            nodes,
            rules,
            policy,
            people,
            unanswered,
            quotas,
            variants,
            turn,
            terms,
            price_approval,
            allotted_to,
            unusual,
            after_sale,
        } = newer;
        take_place(&mut self.permits, permits);
        take_place(&mut self.status, status);
        take_place(&mut self.nodes, nodes);
        take_place(&mut self.rules, rules);
        take_place(&mut self.policy, policy);
        take_place(&mut self.people, people);
        take_place(&mut self.unanswered, unanswered);
        take_place(&mut self.quotas, quotas);
        take_place(&mut self.variants, variants);
        take_place(&mut self.turn, turn);
        take_place(&mut self.terms, terms);
        take_place(&mut self.price_approval, price_approval);
        take_place(&mut self.allotted_to, allotted_to);
        take_place(&mut self.unusual, unusual);
        take_place(&mut self.after_sale, after_sale);
    }
}

fn take_place<T: Clone>(known: &mut Option<T>, newer: &Option<T>) {
    if newer.is_some() {
        known.clone_from(newer);
    }
}
