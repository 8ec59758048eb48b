//! What lies over a unit and its deal, and who may act.

use super::{Desk, named};
use kaipan::Text;
use kaipan::deal::{DealBuyer, DealGuard, Lacking};
use kaipan::number::Money;
use std::sync::LazyLock;

const AGENTS: [&str; 3] = ["sales_agent", "stock_controller", "sales_manager"];

/// The same, to be given out.
static AGENT_ROLES: LazyLock<[Text; 3]> = LazyLock::new(|| AGENTS.map(Text::from));

impl<'a> Desk<'a> {
    pub(super) fn buyers(&self) -> &'a [DealBuyer] {
        if self.draft.buyers.is_empty() { &self.deal.buyers } else { &self.draft.buyers }
    }

    fn buyer(&self) -> Option<&'a Text> {
        self.buyers().first().map(|one| &one.customer)
    }

    pub(super) fn unit(&mut self) {
        self.who_acts();
        self.who_has_it();
        if let Some(lock) = self.stock.locks.first() {
            self.lacks(DealGuard::NotLockedByChange, Lacking::Pending { lock: *lock });
        }
        if self.active.is_some_and(|one| one.locked) {
            self.lacks(DealGuard::DocumentUnlocked, Lacking::Fact {});
        }
        if let Some(todo) = self.deal.todos.first() {
            let (needed, found) = (todo.amount, Money::ZERO);
            self.lacks(DealGuard::NoOpenTodo, Lacking::Amount { needed, found });
        }
        self.buyers_named();
        if let (Some(one), Some(_)) = (self.draft.buyers.first(), self.active)
            && Some(&one.customer) != self.deal.buyers.first().map(|one| &one.customer)
        {
            self.lacks(DealGuard::BuyersKept, named(&one.customer, 1));
        }
        if self.stock.reservation.as_ref().is_some_and(|one| one.trade_in.is_some()) {
            self.lacks(DealGuard::NoTradeInPending, Lacking::Fact {});
        }
        if let Some(day) = self.active.and_then(|one| one.valid_until)
            && day < self.today
        {
            self.lacks(DealGuard::NotExpired, Lacking::Day { day });
        }
        if self.stock.needs_price_confirmation {
            self.lacks(DealGuard::PriceConfirmed, Lacking::Fact {});
        }
    }

    fn who_acts(&mut self) {
        let own = &self.context.roles;
        if own.is_empty() {
            return self.needs(DealGuard::MayAct, "roles");
        }
        let command = if self.books { "deal.book" } else { "deal.subscribe" };
        let variant = self.context.variants.iter().find(|one| one.command == *command);
        let entering = variant.map(|one| one.enters.as_slice()).unwrap_or_default();
        let may = |role: &Text| match entering {
            [] => AGENTS.contains(&role.as_str()),
            roles => roles.contains(role),
        };
        if !own.iter().any(may) {
            let roles = match entering {
                [] => AGENT_ROLES.to_vec(),
                roles => roles.to_vec(),
            };
            self.lacks(DealGuard::MayAct, Lacking::Role { roles });
        }
    }

    fn who_has_it(&mut self) {
        let buyer = self.buyer();
        if let Some(reservation) = &self.stock.reservation
            && (reservation.trade_in.is_some() || self.today <= reservation.until)
        {
            match buyer {
                None => self.needs(DealGuard::SameCustomer, "buyers"),
                Some(buyer) if *buyer == reservation.customer => {}
                Some(_) => {
                    self.lacks(DealGuard::SameCustomer, Lacking::Day { day: reservation.until });
                }
            }
        }
        if let Some(hold) = &self.stock.hold
            && self.context.now < hold.until
        {
            match buyer {
                None => self.needs(DealGuard::NotHeldByAnother, "buyers"),
                Some(buyer) if *buyer == hold.customer => {}
                Some(_) => {
                    let lacking = Lacking::Moment { time: hold.until };
                    self.lacks(DealGuard::NotHeldByAnother, lacking);
                }
            }
        }
        if let Some(allotted) = &self.context.allotted_to
            && self.draft.channel.as_ref().or(self.deal.channel.as_ref()) != Some(allotted)
        {
            self.lacks(DealGuard::NotAllottedElsewhere, named(allotted, 1));
        }
    }

    /// Every buyer once, with shares that come to 1.
    fn buyers_named(&mut self) {
        let buyers = self.buyers();
        let guard = DealGuard::BuyersNamed;
        let [first, others @ ..] = buyers else { return self.needs(guard, "buyers") };
        for (at, one) in buyers.iter().enumerate() {
            if buyers[..at].iter().any(|before| before.customer == one.customer) {
                return self.lacks(guard, named(&one.customer, 1));
            }
        }
        if others.is_empty() && first.share.is_none() {
            return;
        }
        let (mut sum, mut whole) = (0_i128, 1_i128);
        for one in buyers {
            let Some(share) = one.share else { return self.needs(guard, "share") };
            let (parts, of) = (i128::from(share.numerator()), i128::from(share.denominator()));
            (sum, whole) = (sum * of + parts * whole, whole * of);
            let by = common(sum, whole);
            (sum, whole) = (sum / by, whole / by);
        }
        if let Some(one) = buyers.iter().find(|one| one.share.is_some_and(|one| !one.is_positive()))
        {
            return self.lacks(guard, named(&one.customer, 1));
        }
        if sum != whole {
            let sum = Text::of(format_args!("{sum}/{whole}"));
            self.lacks(guard, Lacking::Shares { sum });
        }
    }
}

/// The greatest common divisor, at least 1.
fn common(one: i128, other: i128) -> i128 {
    let (mut one, mut other) = (one.abs(), other.abs());
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one.max(1)
}
