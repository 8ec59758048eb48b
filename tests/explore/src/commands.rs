//! The commands of a small world, and the worlds themselves.

use crate::desk;
use crate::world::{Place, World};
use kaipan::deal::{
    Deal, DealAction, DealCommand, DealContext, DealDraft, DraftField, EndedBy, SaleMode,
    Transition, transitions,
};
use kaipan::number::Money;

/// What a small world has, and what may happen there beside commands.
#[derive(Debug, Clone)]
pub(crate) struct Rules {
    pub(crate) name: &'static str,
    pub(crate) mode: SaleMode,
    pub(crate) units: usize,
    pub(crate) customers: usize,
    /// Payment plans, each with a size of deposit.
    pub(crate) plans: usize,
    /// The cashier receives money and finishes what he has to do.
    pub(crate) money: bool,
    /// Changes become pending about units and are done with, and documents are locked.
    pub(crate) locks: bool,
    /// Days and months pass.
    pub(crate) time: bool,
    /// Guards that a recorded approval waives, all the time.
    pub(crate) waived: &'static [kaipan::deal::DealGuard],
    /// States beyond which the exploration is a failure.
    pub(crate) budget: usize,
}

impl Rules {
    pub(crate) fn start(&self) -> World {
        World::new(self.units, self.customers)
    }

    /// What the host knows about each unit.
    pub(crate) fn contexts(&self) -> Vec<DealContext> {
        let context = |at| {
            let mut context = desk::context(self.mode, at, self.customers);
            context.approvals = self.waived.iter().map(|guard| desk::approval(*guard)).collect();
            context
        };
        (0..self.units).map(context).collect()
    }

    /// The context of a question: of the unit, with the money of the deal.
    pub(crate) fn know(&self, contexts: &mut [DealContext], world: &World, at: Place) -> usize {
        let unit = at.unit.unwrap_or(0);
        contexts[unit].received = Some(match at.deal {
            Some(deal) => world.deals[deal].purse.received(),
            None => Vec::new(),
        });
        unit
    }

    /// The commands of an action for a customer: one, or one for each plan, size of deposit, reason.
    pub(crate) fn commands(&self, action: DealAction, who: usize) -> Vec<DealCommand> {
        let locks = [DealAction::Lock, DealAction::Unlock, DealAction::ReviewFinance];
        if !self.locks && locks.contains(&action) {
            return Vec::new();
        }
        let mut drafts: Vec<DealDraft> = Vec::new();
        for row in transitions().filter(|row| row.action == action) {
            for draft in self.drafts(row, who) {
                if !drafts.contains(&draft) {
                    drafts.push(draft);
                }
            }
        }
        drafts.into_iter().map(|draft| DealCommand { action, draft }).collect()
    }

    fn drafts(&self, row: &Transition, who: usize) -> Vec<DealDraft> {
        let draft = desk::draft(row, who);
        let takes = |field| row.takes.contains(&field);
        if takes(DraftField::Plan) {
            let variant = |(at, fen)| {
                let (plan, schedule) = desk::plan(at);
                let amount = draft.amount.is_some().then(|| Money::from_fen(fen));
                DealDraft { plan: Some(plan), schedule, amount, ..draft.clone() }
            };
            return [5_000_000, 1_000_000]
                .into_iter()
                .enumerate()
                .take(self.plans)
                .map(variant)
                .collect();
        }
        if takes(DraftField::EndedBy) {
            let reasons = [EndedBy::BuyerDefault, EndedBy::SellerLate, EndedBy::Agreement];
            let variant = |by| DealDraft { ended_by: Some(by), ..draft.clone() };
            return reasons.into_iter().map(variant).collect();
        }
        if row.guards.contains(&kaipan::deal::DealGuard::Expired) {
            return vec![DealDraft { reason: None, ..draft.clone() }, draft];
        }
        vec![draft]
    }
}

/// What decides which rows a question can have, in short.
pub(crate) type Shape = (
    Option<kaipan::project::UnitState>,
    Option<kaipan::deal::DocumentKind>,
    Option<(bool, usize)>,
    Option<bool>,
);

/// The shape of a question: the state of the unit, the active document, whether the deal has ended,
/// whether another has the unit.
pub(crate) fn shape(world: &World, at: Place) -> Shape {
    let unit = at.unit.map(|unit| &world.units[unit]);
    let deal = at.deal.map(|deal| &world.deals[deal].deal);
    let has = unit.and_then(|unit| unit.deal.as_ref());
    (
        unit.map(|unit| unit.state),
        deal.and_then(Deal::active).map(|one| one.kind),
        deal.map(Deal::is_ended).zip(at.deal),
        has.map(|has| deal.is_some_and(|deal| deal.id == *has)),
    )
}
