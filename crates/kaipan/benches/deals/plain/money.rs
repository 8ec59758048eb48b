//! What is paid, and what was received.

use super::{Desk, named};
use kaipan::deal::{DealGuard, DealPrice, Lacking, ReceivedMoney};
use kaipan::money::{BOOKING, DEPOSIT, DOWN_PAYMENT, HOUSE_PAYMENT, MoneyCategory, SINCERITY};
use kaipan::number::{Money, Rate};
use kaipan::payment::DepositLimit;

/// One fen.
pub(super) const LEAST: Money = Money::from_fen(1);

/// A share of an amount in millionths of a fen.
fn share(amount: Money, share: Rate) -> i128 {
    i128::from(amount.fen()) * i128::from(share.millionths())
}

fn fen(fen: i128) -> Money {
    Money::from_fen(i64::try_from(fen).unwrap_or(i64::MAX))
}

impl Desk<'_> {
    fn received(&self, fits: impl Fn(&ReceivedMoney) -> bool) -> Option<Money> {
        let received = self.context.received.as_ref()?;
        let sum = received.iter().filter(|one| fits(one)).map(|one| one.amount.fen()).sum();
        Some(Money::from_fen(sum))
    }

    fn at_least(&mut self, guard: DealGuard, needed: Money, found: Option<Money>) {
        match found {
            None => self.needs(guard, "received"),
            Some(found) if found < needed => self.lacks(guard, Lacking::Amount { needed, found }),
            Some(_) => {}
        }
    }

    pub(super) fn booking(&mut self) {
        if let Some(day) = self.draft.until
            && day < self.today
        {
            self.lacks(DealGuard::UntilAhead, Lacking::Day { day });
        }
        let guard = DealGuard::BookingMoney;
        let Some(agreed) = self.draft.amount else { return self.needs(guard, "amount") };
        let least = self.context.policy.least_booking.unwrap_or(LEAST).max(agreed);
        self.at_least(guard, least, self.received(|one| one.item == BOOKING));
    }

    pub(super) fn payment(&mut self) {
        match self.draft.plan.as_ref().or(self.deal.plan.as_ref()) {
            None => self.needs(DealGuard::PlanOffered, "plan"),
            Some(plan) => {
                let plans = self.context.policy.plans.as_ref();
                if plans.is_some_and(|plans| !plans.contains(plan)) {
                    self.lacks(DealGuard::PlanOffered, named(plan, 1));
                }
            }
        }
        self.schedule();
        self.deposit();
        self.before_subscribing();
    }

    fn schedule(&mut self) {
        let guard = DealGuard::ScheduleComplete;
        let Some(price) = self.agreed_price() else { return self.needs(guard, "price") };
        let lines = match self.draft.schedule.as_slice() {
            [] => self.deal.schedule.as_slice(),
            lines => lines,
        };
        if lines.is_empty() {
            return self.needs(guard, "schedule");
        }
        let in_price = lines.iter().filter(|line| line.in_price);
        let found = Money::from_fen(in_price.map(|line| line.amount.fen()).sum());
        if found != price.contract_total {
            self.lacks(guard, Lacking::Amount { needed: price.contract_total, found });
        }
    }

    fn deposit(&mut self) {
        let Some(agreed) = self.draft.amount else {
            for guard in
                [DealGuard::DepositAgreed, DealGuard::DepositReceived, DealGuard::DepositCap]
            {
                self.needs(guard, "amount");
            }
            return;
        };
        let policy = &self.context.policy;
        let least = policy.least_deposit.unwrap_or(LEAST);
        if agreed < least {
            let (needed, found) = (least, agreed);
            self.lacks(DealGuard::DepositAgreed, Lacking::Amount { needed, found });
        }
        let needed = if policy.allow_partial_deposit { least.min(agreed) } else { agreed };
        let found = self.received(|one| matches!(one.item.as_str(), SINCERITY | BOOKING | DEPOSIT));
        self.at_least(DealGuard::DepositReceived, needed, found);
        let Some(price) = self.agreed_price() else {
            return self.needs(DealGuard::DepositCap, "price");
        };
        let most = self.largest_deposit(price);
        if agreed > most {
            self.lacks(DealGuard::DepositCap, Lacking::TooMuch { most, found: agreed });
        }
    }

    /// 20 % of the price down to the fen, or less where the house says so.
    fn largest_deposit(&self, price: &DealPrice) -> Money {
        let total = price.deal_total.min(price.contract_total);
        let legal = fen(i128::from(total.fen()) / 5);
        let Some(DepositLimit::Table { rows }) = &self.context.policy.deposit_limit else {
            return legal;
        };
        let begun = rows.iter().filter(|row| row.from <= self.today);
        let Some(row) = begun.max_by_key(|row| row.from) else { return legal };
        let own = row.ratio.map(|ratio| fen(share(total, ratio) / 1_000_000));
        [own, row.amount].into_iter().flatten().fold(legal, Money::min)
    }

    fn before_subscribing(&mut self) {
        let guard = DealGuard::MoneyBeforeSubscribing;
        let Some(least) = &self.context.policy.before_subscribing else { return };
        let mut needed = least.amount.unwrap_or(Money::ZERO);
        if let Some(rate) = least.share {
            let Some(price) = self.agreed_price() else { return self.needs(guard, "price") };
            needed = needed.max(fen((share(price.contract_total, rate) + 500_000) / 1_000_000));
        }
        self.at_least(guard, needed, self.received(is_own_house));
    }

    pub(super) fn signing(&mut self) {
        match self.draft.agreed_signing {
            None => self.needs(DealGuard::SigningAgreed, "agreed_signing"),
            Some(day) if day < self.today => {
                self.lacks(DealGuard::SigningAgreed, Lacking::Day { day });
            }
            Some(_) => {}
        }
    }
}

/// The buyer's own money for the house.
fn is_own_house(one: &ReceivedMoney) -> bool {
    match one.item.as_str() {
        SINCERITY | BOOKING | DEPOSIT | DOWN_PAYMENT | HOUSE_PAYMENT => true,
        item if kaipan::money::category(item) == MoneyCategory::Other => {
            one.category == Some(MoneyCategory::HouseNonLoan)
        }
        _ => false,
    }
}
