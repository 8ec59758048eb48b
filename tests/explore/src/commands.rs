//! The commands of a small world, and the worlds themselves.

use crate::changing;
use crate::desk;
use crate::world::{Place, World};
use kaipan::Text;
use kaipan::approval::ApprovalRequest;
use kaipan::deal::{
    ChangedFrom, Deal, DealAction, DealContext, DealDraft, DealGuard, DealOption, DocumentKind,
    DraftField, EndedBy, Quota, SaleMode, Transition, Waiting, transitions,
};
use kaipan::number::Money;
use kaipan::project::UnitState;

/// How time passes in a small world.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Passing {
    Nothing,
    Days,
    DaysAndMonths,
}

/// What a small world has, and what may happen there beside commands.
#[derive(Debug, Clone)]
pub(crate) struct Rules {
    pub(crate) name: &'static str,
    pub(crate) mode: SaleMode,
    pub(crate) units: usize,
    pub(crate) customers: usize,
    /// The second customer goes no further than a booking.
    pub(crate) second_books: bool,
    /// Finance reviews, and contracts are printed.
    pub(crate) papers: bool,
    /// Only what leads to a sale: no trade-ins, holds, corrections.
    pub(crate) sale_alone: bool,
    /// Payment plans, each with a size of deposit.
    pub(crate) plans: usize,
    /// The cashier receives money and finishes what he has to do.
    pub(crate) money: bool,
    /// Changes become pending about units and are done with, and documents are locked.
    pub(crate) locks: bool,
    /// What was subscribed or signed is changed, but for its unit.
    pub(crate) changes: bool,
    /// Both deals are of one customer, who moves from unit to unit; nothing else than that leads
    /// to a subscription but the first one.
    pub(crate) moves: bool,
    /// What passes.
    pub(crate) time: Passing,
    /// A discount that can be used once, and fixed-price offers.
    pub(crate) quotas: bool,
    /// Approvals are asked for and signed; otherwise they are there.
    pub(crate) approvals: bool,
    /// Guards that a recorded approval waives, all the time.
    pub(crate) waived: &'static [DealGuard],
    /// States beyond which the exploration is a failure.
    pub(crate) budget: usize,
}

impl Rules {
    pub(crate) fn start(&self) -> World {
        let mut world = World::new(self.units, self.customers);
        world.quotas.extend(self.quotas.then(|| Quota::new(desk::QUOTA, 1)));
        world
    }

    /// What the host knows about each unit: every approval that a row may ask for is there.
    pub(crate) fn contexts(&self) -> Vec<DealContext> {
        (0..self.units).map(|at| self.context(at)).collect()
    }

    fn context(&self, at: usize) -> DealContext {
        let known = if self.changes { changing::HOUSEHOLD } else { self.customers };
        let mut context = desk::context(self.mode, at, known);
        context.policy.change = (self.changes || self.moves).then(changing::policy);
        context.policy.print_control = self.mode == SaleMode::Presale;
        context.policy.finance_review = self.mode == SaleMode::Completed;
        if self.approvals || !self.papers {
            (context.policy.print_control, context.policy.finance_review) = (false, false);
        }
        if self.approvals {
            return context;
        }
        for row in transitions() {
            let subjects: Vec<Text> = match row.document {
                Waiting::NoDeal if row.units.is_empty() => vec![desk::OFFER.into()],
                Waiting::NoDeal => vec![desk::unit_no(at)],
                _ => self.start().deals.into_iter().map(|open| open.deal.id).collect(),
            };
            for subject in subjects {
                let request = desk::row_request(row, &subject);
                let new =
                    |one: &ApprovalRequest| context.approvals.iter().all(|is| is.id != one.id);
                if let Some(request) = request.filter(new) {
                    context.approvals.push(request);
                }
            }
        }
        for open in self.start().deals.iter().filter(|_| !self.waived.is_empty()) {
            context.approvals.push(desk::waiver(&open.deal.id, self.waived));
        }
        context
    }

    /// The context of a question: of the unit, with the money and the turn of the deal.
    pub(crate) fn know(&self, contexts: &mut [DealContext], world: &World, at: Place) -> usize {
        let unit = at.unit.unwrap_or(0);
        know(&mut contexts[unit], world, at);
        if self.approvals {
            contexts[unit].approvals.clone_from(&world.requests);
        }
        unit
    }

    /// The drafts of a row for a customer: one, or one for each plan, reason, quota.
    pub(crate) fn drafts(&self, row: &Transition, who: usize) -> Vec<DealDraft> {
        let far = [
            DealAction::Subscribe,
            DealAction::SubscribeTradeIn,
            DealAction::Sign,
            DealAction::SignDepositContract,
            DealAction::HoldForTradeIn,
        ];
        if self.second_books && who > 0 && far.contains(&row.action) {
            return Vec::new();
        }
        let papers = [DealAction::ReviewFinance, DealAction::PrintContract];
        if !self.papers && papers.contains(&row.action) {
            return Vec::new();
        }
        let besides = [
            DealAction::HoldForTradeIn,
            DealAction::SubscribeTradeIn,
            DealAction::EditContractBuyer,
            DealAction::ConfirmRoom,
            DealAction::ChooseRoom,
            DealAction::CorrectStock,
        ];
        if self.sale_alone && besides.contains(&row.action) {
            return Vec::new();
        }
        let locks = [DealAction::Lock, DealAction::Unlock, DealAction::ReviewFinance];
        if !self.locks && locks.contains(&row.action) {
            return Vec::new();
        }
        if changing::is_change(row.action) && !self.has_change(row.action) {
            return Vec::new();
        }
        if self.moves && !changing::is_of_moves(row.action)
            || self.changes && !changing::is_of_changes(row.action)
        {
            return Vec::new();
        }
        let draft = desk::draft(row, if self.moves { 0 } else { who });
        if self.changes
            && let Some(drafts) = changing::drafts(row, &draft)
        {
            return drafts;
        }
        let takes = |field| row.takes.contains(&field);
        let asks = |guard| row.guards.contains(&guard);
        let quota = |id: &str| DealDraft { quotas: vec![id.into()], ..draft.clone() };
        if asks(DealGuard::OfferExpired) {
            return vec![quota(desk::OFFER)];
        }
        if takes(DraftField::Plan) {
            let variant = |(at, fen)| {
                let (plan, schedule) = desk::plan(at);
                let amount = draft.amount.is_some().then(|| Money::from_fen(fen));
                DealDraft { plan: Some(plan), schedule, amount, ..draft.clone() }
            };
            let plans = [5_000_000, 1_000_000].into_iter().enumerate().take(self.plans);
            let quotas = [desk::QUOTA, desk::OFFER].into_iter().filter(|_| self.quotas).map(quota);
            return plans.map(variant).chain(quotas).collect();
        }
        if takes(DraftField::EndedBy) {
            let reasons = [EndedBy::BuyerDefault, EndedBy::SellerLate, EndedBy::Agreement];
            let variant = |by| {
                let amount = (by == EndedBy::SellerLate).then(|| Money::from_fen(1_000_000));
                DealDraft { ended_by: Some(by), amount, ..draft.clone() }
            };
            return reasons.into_iter().map(variant).collect();
        }
        if asks(DealGuard::ExpiredOrGivenUp) {
            return vec![DealDraft { reason: None, ..draft.clone() }, draft];
        }
        vec![draft]
    }

    fn has_change(&self, action: DealAction) -> bool {
        if action == DealAction::ChangeUnit { self.moves } else { self.changes }
    }

    /// What the host knows where a deal that has nothing yet takes the place of the other one: the
    /// deal and unit that are left, and their money.
    pub(crate) fn moving(
        &self,
        context: &DealContext,
        world: &World,
        at: Place,
    ) -> Option<DealContext> {
        let left = at.deal.filter(|_| self.moves).and_then(|deal| world.moves_from(deal))?;
        let open = &world.deals[left];
        let stock = world.units.iter().find(|unit| unit.deal.as_ref() == Some(&open.deal.id))?;
        let mut context = context.clone();
        context.received = Some(open.purse.received());
        context.after_sale = Some(open.after.clone());
        let from = ChangedFrom { deal: open.deal.clone(), stock: stock.clone() };
        context.changed_from = Some(Box::new(from));
        Some(context)
    }
}

/// What the host knows of the deal and the quotas at this moment.
pub(crate) fn know(context: &mut DealContext, world: &World, at: Place) {
    let open = at.deal.map(|deal| &world.deals[deal]);
    context.received = Some(open.map(|open| open.purse.received()).unwrap_or_default());
    context.turn = open.map(|open| desk::turn(&open.deal.id, context.now));
    context.quotas = Some(world.quotas.clone());
    context.after_sale = open.map(|open| open.after.clone());
}

/// The rows that begin at a place, by the documents and the state of the unit alone.
pub(crate) fn rows(world: &World, at: Place) -> impl Iterator<Item = &'static Transition> {
    let unit = at.unit.map(|unit| world.units[unit].state);
    let deal = at.deal.map(|deal| &world.deals[deal].deal);
    let active = deal.and_then(Deal::active).map(|one| one.kind);
    let (there, ended) = (deal.is_some(), deal.is_some_and(Deal::is_ended));
    let begins = move |row: &&Transition| match row.document {
        Waiting::NoDeal => !there,
        Waiting::Ended => ended,
        Waiting::Any => there,
        _ => there && !ended,
    };
    transitions().filter(move |row| row.begins_at(unit, active)).filter(begins)
}

/// The row of the table that an action has at a place, where `options` has it.
pub(crate) fn row(world: &World, at: Place, option: &DealOption) -> &'static Transition {
    let row = rows(world, at).find(|row| row.action == option.action);
    let row = row.unwrap_or_else(|| panic!("{option:?} is of no row"));
    assert_eq!(option.row, row.id);
    row
}

/// What decides which rows a question can have, in short.
pub(crate) type Shape =
    (Option<UnitState>, Option<DocumentKind>, Option<(bool, usize)>, Option<bool>);

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
