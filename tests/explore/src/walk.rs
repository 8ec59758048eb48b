//! Random walks over the full model: three units, three customers, days that pass, every draft whole
//! or spoilt, approvals given and not. After every step the invariants hold; at the end the histories
//! come to the same state, whole or in two parts.

use crate::case::Case;
use crate::commands::{know, rows};
use crate::desk;
use crate::exclude::never;
use crate::happen::{next_payments, pay};
use crate::random::Random;
use crate::spoil::spoil;
use crate::world::{OpenDeal, Place, World};
use kaipan::deal::{
    Deal, DealAction, DealCommand, DealContext, DealDecision, DealDraft, DealEvent, DealGuard,
    DealRejection, DealRuling, DraftField, Quota, SaleMode, StockChange, StockEvent, StockLock,
    Transition, UnitStock,
};
use kaipan::{StreamKind, StreamRead, Text, Time};

/// Units and customers of the full model.
const MANY: usize = 3;

/// Steps of one walk.
const STEPS: usize = 25;

/// What walks came to.
#[derive(Debug, Default)]
pub(crate) struct Walked {
    pub(crate) walks: u64,
    pub(crate) steps: u64,
    pub(crate) accepted: u64,
    pub(crate) rejected: u64,
    pub(crate) contracts: u64,
    /// All decisions and rejections, mixed into one number: the same seed gives the same.
    pub(crate) figure: u64,
}

impl Walked {
    fn note(&mut self, action: DealAction, figure: usize) {
        let figure = figure as u64 ^ ((action as u64) << 32);
        self.figure = self.figure.rotate_left(5) ^ figure.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

/// A world on its way, with its histories.
struct Walk {
    random: Random,
    world: World,
    contexts: Vec<DealContext>,
    stock: Vec<Vec<StockEvent>>,
    /// Of every deal that ever was, the last of each customer at the end.
    deals: Vec<Vec<DealEvent>>,
    now: Time,
    names: usize,
    /// How many requests for approval there were.
    requests: usize,
}

/// Walks so many times.
pub(crate) fn walk(count: u64, seed: u64) -> Walked {
    let mut walked = Walked::default();
    for number in 0..count {
        let mode = [SaleMode::Presale, SaleMode::Completed][usize::from(number % 2 == 1)];
        let mut walk =
            Walk::new(Random::new(seed ^ number.wrapping_mul(0x5851_F42D_4C95_7F2D)), mode);
        for _ in 0..STEPS {
            walk.step(mode, &mut walked);
        }
        walk.check_histories();
        walked.walks += 1;
    }
    walked
}

impl Walk {
    fn new(random: Random, mode: SaleMode) -> Walk {
        let mut world = World::new(MANY, MANY);
        world.quotas.push(Quota::new(desk::QUOTA, 1));
        Walk {
            random,
            world,
            contexts: (0..MANY).map(|at| desk::context(mode, at, MANY)).collect(),
            stock: vec![Vec::new(); MANY],
            deals: vec![Vec::new(); MANY],
            now: desk::now(),
            names: MANY,
            requests: 0,
        }
    }

    fn step(&mut self, mode: SaleMode, walked: &mut Walked) {
        walked.steps += 1;
        match self.random.below(10) {
            0 => self.pass_time(),
            1 => self.lock(),
            2 | 3 => self.move_money(mode),
            _ => self.command(mode, walked),
        }
        self.world.check();
    }

    fn pass_time(&mut self) {
        let hours = [1, 24, 24 * 7, 24 * 40];
        let seconds = 3_600 * *self.random.one_of(&hours);
        self.now = self.now.add_seconds(seconds).expect("a time of this century");
        for context in &mut self.contexts {
            context.now = self.now;
        }
    }

    fn lock(&mut self) {
        let at = self.random.below(MANY);
        let lock = *self.random.one_of(&StockLock::ALL);
        let change = match self.world.units[at].locks.contains(&lock) {
            true => StockChange::Unlocked { lock },
            false if self.random.once_in(3) => StockChange::Locked { lock },
            false => return,
        };
        let unit = &self.world.units[at];
        let event =
            StockEvent::new(unit.unit_no.clone(), unit.version + 1, self.now, desk::PERSON, change);
        self.world.units[at].apply(&event).expect("the next event");
        self.stock[at].push(event);
    }

    fn move_money(&mut self, mode: SaleMode) {
        let at = self.random.below(MANY);
        let open = &mut self.world.deals[at];
        let next = next_payments(open);
        if !next.is_empty() {
            let next = *self.random.one_of(&next);
            let (item, fen) = desk::PAID[next];
            let fen = if self.random.once_in(3) { fen - 1 - fen / 3 } else { fen };
            let apart = next == 2 && mode == SaleMode::Completed && self.random.once_in(2);
            pay(open, next, (item, fen), apart);
        } else if open.deal.documents.is_empty() && !open.purse.is_empty() {
            open.purse.give_back();
        }
        let open = &self.world.deals[at];
        if open.deal.is_ended() && open.deal.todos.is_empty() {
            assert!(open.purse.is_empty(), "a deal has ended and holds money: {open:?}");
            self.check_deal(at);
            self.names += 1;
            self.world.deals[at] = OpenDeal::new(self.names);
            self.deals[at].clear();
        }
    }

    /// An action of the table, or now and then another; its draft whole, short or spoilt.
    fn command(&mut self, mode: SaleMode, walked: &mut Walked) {
        let places = self.world.places();
        let at = *self.random.one_of(&places);
        let unit = at.unit.unwrap_or(0);
        know(&mut self.contexts[unit], &self.world, at);
        let begin: Vec<&'static Transition> = rows(&self.world, at).collect();
        if begin.is_empty() || self.random.once_in(20) {
            let action = *self.random.one_of(DealAction::ALL);
            return self.bare(at, unit, action, walked);
        }
        let row = *self.random.one_of(&begin);
        let case = self.case(mode, at, row, unit);
        let ruling = case.ask();
        let options = case.deciding().options(std::slice::from_ref(&case.command));
        let options = options.expect("options");
        let option = options.iter().find(|one| one.action == row.action);
        let figure = match &ruling {
            DealRuling::Accepted { decision } => {
                assert!(option.is_some_and(|one| one.may), "{}", case.name());
                walked.accepted += 1;
                self.take(at, &case, decision);
                walked.contracts += u64::from(row.action == DealAction::Sign);
                decision.stock.len() + 8 * decision.deal.len() + 64 * decision.entries.len()
            }
            DealRuling::Rejected { rejection: DealRejection::GuardsNotMet { guards, .. } } => {
                assert_eq!(option.map(|one| &one.lacking), Some(guards), "{}", case.name());
                walked.rejected += 1;
                1_000 + guards.iter().map(|one| one.guard as usize).sum::<usize>()
            }
            // The unit is another deal's, or the deal has another unit.
            DealRuling::Rejected { rejection: DealRejection::NotInTable { .. } } => {
                assert_eq!(option, None, "{}", case.name());
                1
            }
            other => panic!("{}: {other:?}", case.name()),
        };
        walked.note(row.action, figure);
    }

    /// An action without a draft, in the table or not.
    fn bare(&mut self, at: Place, unit: usize, action: DealAction, walked: &mut Walked) {
        let deciding = self.world.deciding(at, &self.contexts[unit]);
        let options = deciding.options(&[]).expect("options");
        if options.iter().any(|one| one.action == action) {
            return;
        }
        let command = DealCommand { action, draft: DealDraft::default() };
        match self.world.ask(at, &self.contexts[unit], &command) {
            DealRuling::Rejected { rejection: DealRejection::NotInTable { .. } } => {
                walked.note(action, 1);
            }
            other => panic!("options have no {action:?}: {other:?}"),
        }
    }

    fn case(&mut self, mode: SaleMode, at: Place, row: &'static Transition, unit: usize) -> Case {
        let who = at.deal.unwrap_or_else(|| self.random.below(MANY));
        let mut draft = match self.random.once_in(12) {
            true => DealDraft::default(),
            false => self.draft(row, who),
        };
        let deal = at.deal.map(|deal| self.world.deals[deal].deal.clone());
        if let Some(first) = deal.as_ref().and_then(|deal| deal.todos.first()) {
            draft.todo = draft.todo.map(|_| first.id);
        }
        let mut case = Case {
            row,
            mode,
            stock: at.unit.map(|unit| self.world.units[unit].clone()),
            deal,
            context: self.contexts[unit].clone(),
            command: DealCommand { action: row.action, draft },
        };
        self.add_approvals(&mut case);
        for guard in row.guards {
            let may_change = !is_history(*guard, &case) && never(*guard, &case).is_none();
            if may_change && self.random.once_in(60) {
                spoil(*guard, &mut case);
            }
        }
        case
    }

    /// The approval that the row asks for, mostly; now and then one that waives some guards.
    fn add_approvals(&mut self, case: &mut Case) {
        let subject = match (&case.deal, &case.stock) {
            (Some(deal), _) => deal.id.clone(),
            (None, Some(stock)) => stock.unit_no.clone(),
            (None, None) => desk::OFFER.into(),
        };
        if !self.random.once_in(6) {
            // A request serves once: each is another.
            self.requests += 1;
            let request = desk::row_request(case.row, &subject).map(|mut request| {
                request.id = Text::of(format_args!("A-{}", self.requests));
                request
            });
            case.context.approvals.extend(request);
        }
        if self.random.once_in(5) {
            let guards = case.row.guards.iter().copied();
            let waivable = guards.filter(|guard| !guard.waiver().roles().is_empty());
            let guards: Vec<DealGuard> = waivable.filter(|_| self.random.once_in(3)).collect();
            let mut waiver = desk::waiver(&subject, &guards);
            let customers = case.command.draft.buyers.iter().map(|buyer| buyer.customer.clone());
            let about = customers.map(|id| StreamRead::new(StreamKind::Customer, id, 1));
            waiver.asked.about.extend(about);
            case.context.approvals.push(waiver);
        }
    }

    /// A whole draft, with days from the day itself on.
    fn draft(&mut self, row: &Transition, who: usize) -> DealDraft {
        let mut draft = desk::draft(row, who);
        let days = [0, 1, 7, 30];
        let later = |random: &mut Random| self.now.date().add_days(*random.one_of(&days));
        if draft.until.is_some() {
            draft.until = later(&mut self.random);
        }
        if draft.agreed_signing.is_some() {
            draft.agreed_signing = later(&mut self.random);
        }
        if row.guards.contains(&DealGuard::OfferExpired) {
            draft.quotas = vec![desk::OFFER.into()];
        } else if row.takes.contains(&DraftField::Quotas) && self.random.once_in(4) {
            draft.quotas = vec![(*self.random.one_of(&[desk::QUOTA, desk::OFFER])).into()];
        }
        if let Some(offer) = &mut draft.offer {
            offer.until = self.now.date();
        }
        if let Some(edit) = &mut draft.buyer_edit {
            edit.value = Text::of(13_900_000_000 + self.random.below(9)).into();
        }
        if draft.plan.is_some() {
            let (plan, schedule) = desk::plan(self.random.below(2));
            (draft.plan, draft.schedule) = (Some(plan), schedule);
        }
        draft
    }

    fn take(&mut self, at: Place, case: &Case, decision: &DealDecision) {
        self.world.take(at, &case.context, &case.command, decision);
        if let Some(unit) = at.unit {
            self.stock[unit].extend(decision.stock.iter().cloned());
        }
        if let Some(deal) = at.deal {
            self.deals[deal].extend(decision.deal.iter().cloned());
        }
    }

    /// What happened comes to what is, whole and from any point on.
    fn check_histories(&mut self) {
        for at in 0..MANY {
            let events = &self.stock[at];
            let whole = UnitStock::replay(desk::unit_no(at), events, None).expect("a history");
            assert_eq!(whole, self.world.units[at]);
            let cut = self.random.below(events.len() + 1);
            let mut parts =
                UnitStock::replay(desk::unit_no(at), &events[..cut], None).expect("a part");
            events[cut..].iter().for_each(|event| parts.apply(event).expect("the next"));
            assert_eq!(parts, whole);
            self.check_deal(at);
        }
    }

    fn check_deal(&mut self, at: usize) {
        let (deal, events) = (&self.world.deals[at].deal, &self.deals[at]);
        let whole = Deal::replay(deal.id.clone(), events, None).expect("a history");
        assert_eq!(&whole, deal);
        let cut = self.random.below(events.len() + 1);
        let mut parts = Deal::replay(deal.id.clone(), &events[..cut], None).expect("a part");
        events[cut..].iter().for_each(|event| parts.apply(event).expect("the next"));
        assert_eq!(parts, whole);
    }
}

/// What would change the past of the unit and the deal, or their money: a walk does not make it up.
fn is_history(guard: DealGuard, case: &Case) -> bool {
    let judged = matches!(guard, DealGuard::AboveFloor | DealGuard::Authority);
    (judged && case.is_promised())
        || matches!(
            guard,
            DealGuard::NotLockedByChange
                | DealGuard::DocumentUnlocked
                | DealGuard::SubscriptionLocked
                | DealGuard::DocumentLocked
                | DealGuard::HoldThere
                | DealGuard::NoOpenTodo
                | DealGuard::TodoDecided
                | DealGuard::TodoUndecided
                | DealGuard::SameCustomer
                | DealGuard::BuyersKept
                | DealGuard::NotInLottery
                | DealGuard::NoTradeInPending
                | DealGuard::LockedPrice
                | DealGuard::NotHeldByAnother
                | DealGuard::PriceConfirmed
                | DealGuard::PromiseKept
                | DealGuard::QuotasGiven
                | DealGuard::Expired
                | DealGuard::ExpiredOrGivenUp
                | DealGuard::NotExpired
                | DealGuard::EnteredThisPeriod
                | DealGuard::NoMoneyReceived
                | DealGuard::SupervisedAccount
                | DealGuard::BookingMoney
                | DealGuard::DepositReceived
                | DealGuard::DownPayment
        )
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_few_walks_keep_the_invariants_and_repeat() {
        let [once, again] = [1, 1].map(|seed| super::walk(1_000, seed));
        assert!(once.accepted > 500 && once.contracts > 0, "{once:?}");
        assert_eq!(once.figure, again.figure);
    }
}
