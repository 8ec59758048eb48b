//! What happens in a small world beside commands: money comes and goes, changes become pending, time
//! passes.

use crate::asking;
use crate::changing;
use crate::commands::{Passing, Rules};
use crate::desk::{self, PAID};
use crate::world::{OpenDeal, World};
use kaipan::Date;
use kaipan::deal::{AfterSale, CloseReason, Deal, DocumentKind, SaleMode, StockChange, StockLock};

/// Every world that this one can become without a command.
pub(crate) fn happen(rules: &Rules, world: &World) -> Vec<World> {
    let mut after = Vec::new();
    if rules.money {
        for at in 0..world.deals.len() {
            money(rules, world, at, &mut after);
        }
    }
    if rules.locks {
        for (at, unit) in world.units.iter().enumerate() {
            let lock = StockLock::QuitPending;
            after.push(with(world, |world| match unit.locks.is_empty() {
                true => world.stock_event(at, StockChange::Locked { lock }),
                false => world.stock_event(at, StockChange::Unlocked { lock }),
            }));
        }
    }
    if rules.approvals {
        asking::happen(world, &mut after);
    }
    if rules.changes || rules.moves {
        for at in 0..world.deals.len() {
            changing::happen(world, at, &mut after);
        }
    }
    if rules.time != Passing::Nothing {
        after.push(with(world, |world| pass(rules, world, false)));
    }
    if rules.time == Passing::DaysAndMonths {
        after.push(with(world, |world| pass(rules, world, true)));
    }
    after
}

fn with(world: &World, change: impl FnOnce(&mut World)) -> World {
    let mut world = world.clone();
    change(&mut world);
    world
}

/// The cashier receives what may be paid next, or gives back what was paid for nothing. The deposit
/// of a completed home may go to the account of deposit contracts.
fn money(rules: &Rules, world: &World, at: usize, after: &mut Vec<World>) {
    let open = &world.deals[at];
    let completed = rules.mode == SaleMode::Completed;
    let booking = |next: &usize| {
        (!rules.second_books || at == 0 || *next < 2)
            && (!rules.moves && !rules.changes || *next >= 2)
    };
    for next in next_payments(open).into_iter().filter(booking) {
        let (item, _) = PAID[next];
        let accounts: &[bool] = if completed && next == 2 { &[false, true] } else { &[false] };
        for fen in amounts(rules, next) {
            for apart in accounts {
                let paid = (item, *fen);
                after.push(with(world, |world| pay(&mut world.deals[at], next, paid, *apart)));
            }
        }
    }
    if open.deal.documents.is_empty() && !open.purse.is_empty() {
        after.push(with(world, |world| world.deals[at].purse.give_back()));
    }
}

/// What can be paid. Where deals are changed, there are deposits above what the law takes for one,
/// and the whole price.
fn amounts(rules: &Rules, next: usize) -> &'static [i64] {
    const USUAL: [&[i64]; 4] = [&[PAID[0].1], &[PAID[1].1], &[PAID[2].1], &[PAID[3].1]];
    match next {
        2 if rules.changes => &[PAID[2].1, 30_000_000],
        3 if rules.changes => &[PAID[3].1, 98_000_000],
        _ => USUAL[next],
    }
}

/// A buyer pays.
pub(crate) fn pay(open: &mut OpenDeal, next: usize, (item, fen): (&str, i64), apart: bool) {
    open.purse.receive(item, fen);
    open.purse.paid[next] = true;
    open.purse.apart |= apart;
}

/// Which of [`PAID`] a buyer may pay now, each once: sincerity money for a registration, before
/// anything else; booking money before a booking; the deposit before a subscription; house money
/// after the deposit, or when he has subscribed.
pub(crate) fn next_payments(open: &OpenDeal) -> Vec<usize> {
    if open.deal.is_ended() {
        return Vec::new();
    }
    let active = open.deal.active().map(|one| one.kind);
    let [sincerity, booking, deposit, house] = open.purse.paid;
    let before = |kind| active.is_none_or(|active| active < kind);
    let registered = active == Some(DocumentKind::Registration);
    let subscribed = active == Some(DocumentKind::Subscription);
    let late = !registered || sincerity;
    let may = [
        registered && !sincerity,
        late && before(DocumentKind::Booking) && !booking && !deposit,
        late && before(DocumentKind::DepositContract) && !deposit,
        (deposit && active != Some(DocumentKind::Contract) || subscribed) && !house,
    ];
    (0..PAID.len()).filter(|at| may[*at]).collect()
}

/// A day passes, or the last day of the month. Now stays now: what is written down grows older. Days
/// are today or yesterday, moments now or later, months this or the last.
fn pass(rules: &Rules, world: &mut World, month: bool) {
    let yesterday: Date = desk::today().shift_days(-1).expect("yesterday");
    for unit in &mut world.units {
        if let Some(hold) = &mut unit.hold {
            hold.until = desk::now();
        }
        if let Some(reservation) = &mut unit.reservation {
            reservation.until = yesterday;
        }
    }
    world.requests.iter_mut().for_each(asking::pass);
    for quota in &mut world.quotas {
        quota.until = quota.until.map(|_| yesterday);
    }
    for document in world.deals.iter_mut().flat_map(|open| &mut open.deal.documents) {
        document.valid_until = document.valid_until.map(|_| yesterday);
        // Only changes look at the day on which the buyer should have signed.
        if rules.changes {
            document.agreed_signing = document.agreed_signing.map(|_| yesterday);
        }
        if let Some(reservation) = &mut document.reservation_before {
            reservation.until = yesterday;
        }
        if month {
            document.active_at = document.active_at.map(|_| desk::read("2026-10-10T10:00:00"));
        }
    }
}

/// Forgets what no decision can look at any more, so that equal worlds are equal: how many events
/// there were and when the last was, requests that have served and are put away, the number in a
/// lottery once a home is chosen, documents that are void, deals that have ended with nothing left
/// to do, when documents were opened that can no longer be void because money was paid.
pub(crate) fn forget(world: &mut World) {
    for unit in &mut world.units {
        (unit.version, unit.changed_at) = (0, None);
        unit.approvals.clear();
    }
    world.requests.iter_mut().for_each(asking::forget);
    for quota in &mut world.quotas {
        (quota.version, quota.changed_at) = (0, None);
    }
    let requests = &world.requests;
    for (who, open) in world.deals.iter_mut().enumerate() {
        if open.deal.is_ended() && open.deal.todos.is_empty() {
            assert!(open.purse.is_empty(), "a deal has ended and holds money: {open:?}");
            *open = OpenDeal::new(who);
            continue;
        }
        if open.deal.documents.is_empty() && open.purse.is_empty() {
            *open = OpenDeal::new(who);
            continue;
        }
        open.deal.snapshots.clear();
        open.deal.changes.clear();
        open.deal.changed_at = None;
        if open.deal.active().is_some_and(|one| one.kind != DocumentKind::Registration) {
            open.deal.lottery_number = None;
        }
        open.deal.approvals.retain(|id| requests.iter().any(|request| request.id == *id));
        if !open.deal.is_ended() {
            open.deal.documents.retain(|one| one.closed != Some(CloseReason::Void));
        }
        let mut id = 0;
        for todo in &mut open.deal.todos {
            id += 1;
            todo.id = id;
        }
        open.deal.version = id;
        open.purse.came_in -= std::mem::take(&mut open.purse.paid_out);
        if open.deal.is_ended() {
            forget_deal(open);
        } else if !open.purse.received().is_empty() {
            forget_history(&mut open.deal);
        }
    }
}

/// Of a deal that has ended, what is left to do and its money.
fn forget_deal(open: &mut OpenDeal) {
    let mut left = Deal::new(open.deal.id.clone());
    left.version = open.deal.version;
    left.todos = std::mem::take(&mut open.deal.todos);
    left.documents.extend(open.deal.documents.pop());
    forget_history(&mut left);
    open.deal = left;
    (open.purse.paid, open.purse.lent) = ([false; 4], false);
    open.after = AfterSale::default();
}

/// With money in it, no document of the deal can be void: the month of an active document and
/// everything about closed ones but kind and reason is history.
fn forget_history(deal: &mut Deal) {
    for document in &mut deal.documents {
        document.active_at = Some(desk::now());
        (document.before, document.reservation_before) = (None, None);
        if !document.is_active() {
            document.valid_until = None;
            document.unit_before = None;
            document.agreed_signing = None;
            (document.handover, document.liabilities) = (None, None);
            document.locked = false;
            document.finance_reviewed = false;
            (document.printed_at, document.trade_in, document.deposit) = (None, None, None);
        }
    }
}
