//! The checks of a booking and a subscription, one after the other.

use super::{Desk, Lack};
use kaipan::Text;
use kaipan::deal::{DealGuard, DealPrice, SaleMode};
use kaipan::money::{
    BOOKING, COMMERCIAL_LOAN, DEPOSIT, DOWN_PAYMENT, FUND_LOAN, HOUSE_PAYMENT, SINCERITY,
};
use kaipan::number::Money;
use kaipan::project::PresalePermit;

impl<'a> Desk<'a> {
    pub(super) fn lacks(&mut self, guard: DealGuard, lack: Lack<'a>) {
        self.unmet.push((guard, lack));
    }

    pub(super) fn buyer(&self) -> Option<&'a Text> {
        let drafted = self.draft.buyers.first();
        drafted.or_else(|| self.deal.buyers.first()).map(|one| &one.customer)
    }

    pub(super) fn of_unit(&mut self, roles: &[&str]) {
        if !self.context.roles.iter().any(|role| roles.contains(&role.as_str())) {
            self.lacks(DealGuard::MayAct, Lack::Name("sales_agent"));
        }
        if !self.stock.locks.is_empty() {
            self.lacks(DealGuard::NotLockedByChange, Lack::Nothing);
        }
        let buyer = self.buyer();
        if let Some(reservation) = &self.stock.reservation
            && buyer != Some(&reservation.customer)
        {
            self.lacks(DealGuard::SameCustomer, Lack::Day(reservation.until));
        }
        if let Some(hold) = &self.stock.hold
            && self.context.now < hold.until
            && buyer != Some(&hold.customer)
        {
            self.lacks(DealGuard::NotHeldByAnother, Lack::Nothing);
        }
        if let Some(allotted) = &self.context.allotted_to
            && self.draft.channel.as_ref().or(self.deal.channel.as_ref()) != Some(allotted)
        {
            self.lacks(DealGuard::NotAllottedElsewhere, Lack::Name(allotted));
        }
        if self.active.is_some_and(|one| one.locked) {
            self.lacks(DealGuard::DocumentUnlocked, Lack::Nothing);
        }
        if let Some(todo) = self.deal.todos.first() {
            self.lacks(DealGuard::NoOpenTodo, Lack::Amount(todo.amount.fen(), 0));
        }
        let buyers =
            if self.draft.buyers.is_empty() { &self.deal.buyers } else { &self.draft.buyers };
        match buyers.as_slice() {
            [] => self.lacks(DealGuard::BuyersNamed, Lack::Input("buyers")),
            [one] if one.share.is_none() => {}
            many if many.iter().any(|one| one.share.is_none()) => {
                self.lacks(DealGuard::BuyersNamed, Lack::Input("share"));
            }
            _ => {}
        }
        if let (Some(one), Some(_)) = (self.draft.buyers.first(), self.active)
            && Some(&one.customer) != self.deal.buyers.first().map(|one| &one.customer)
        {
            self.lacks(DealGuard::BuyersKept, Lack::Name(&one.customer));
        }
        if self.stock.reservation.as_ref().is_some_and(|one| one.trade_in.is_some()) {
            self.lacks(DealGuard::NoTradeInPending, Lack::Nothing);
        }
        if let Some(day) = self.active.and_then(|one| one.valid_until)
            && day < self.today
        {
            self.lacks(DealGuard::NotExpired, Lack::Day(day));
        }
    }

    fn is_new(&self) -> bool {
        self.facts.planning_permit.is_none_or(|day| day >= self.reform)
    }

    pub(super) fn may_be_sold(&mut self) {
        let completed = self.facts.mode == Some(SaleMode::Completed);
        let covers = |one: &&PresalePermit| one.covers(self.unit) && one.in_force(self.today);
        if !completed {
            if !self.context.permits.iter().flatten().any(|one| covers(&one)) {
                self.lacks(DealGuard::PresalePermit, Lack::Nothing);
            }
            match self.facts.topped_out {
                _ if !self.is_new() => {}
                None => self.lacks(DealGuard::ToppedOut, Lack::Nothing),
                Some(day) if day > self.today => self.lacks(DealGuard::ToppedOut, Lack::Day(day)),
                Some(_) => {}
            }
        } else {
            if self.facts.sale_filing.is_none_or(|day| day > self.today) {
                self.lacks(DealGuard::SaleFiled, Lack::Nothing);
            }
            if self.facts.encumbrance != Some(kaipan::deal::Encumbrance::Free) {
                self.lacks(DealGuard::FreeOfEncumbrance, Lack::Nothing);
            }
        }
        if self.stock.needs_price_confirmation {
            self.lacks(DealGuard::PriceConfirmed, Lack::Nothing);
        }
    }

    pub(super) fn people(&mut self) {
        let buyers =
            if self.draft.buyers.is_empty() { &self.deal.buyers } else { &self.draft.buyers };
        let Some(known) = &self.context.buyers else {
            self.lacks(DealGuard::IdentityRecorded, Lack::Input("buyers"));
            return;
        };
        for buyer in buyers {
            let Some(facts) = known.iter().find(|one| one.customer == buyer.customer) else {
                self.lacks(DealGuard::IdentityRecorded, Lack::Input("buyers"));
                return;
            };
            if !facts.identified {
                self.lacks(DealGuard::IdentityRecorded, Lack::Name(&facts.customer));
            }
            if let Some(missing) = facts.missing.first() {
                self.lacks(DealGuard::RequiredFields, Lack::Name(missing));
            }
            if let (Some(most), Some(owes)) = (facts.credit_limit, facts.owes)
                && owes > most
            {
                self.lacks(DealGuard::CreditLimit, Lack::Amount(most.fen(), owes.fen()));
            }
        }
        match &self.context.unanswered {
            None => self.lacks(DealGuard::Questionnaire, Lack::Input("unanswered")),
            Some(open) => {
                if let Some(first) = open.first() {
                    self.lacks(DealGuard::Questionnaire, Lack::Name(first));
                }
            }
        }
    }

    fn agreed_price(&self) -> Option<&'a DealPrice> {
        self.draft.price.as_ref().or(self.deal.price.as_ref())
    }

    pub(super) fn price(&mut self) {
        let Some(price) = self.agreed_price() else {
            let guards = [
                DealGuard::PriceAgrees,
                DealGuard::AboveFloor,
                DealGuard::WithinFiled,
                DealGuard::Authority,
            ];
            guards.into_iter().for_each(|guard| self.lacks(guard, Lack::Input("price")));
            return;
        };
        // Half a fen of the price times the area may be lost in rounding.
        let exact =
            i128::from(price.deal_price.micros()) * i128::from(price.area.ten_thousandths());
        let total = i128::from(price.deal_total.fen()) * 100_000_000;
        let slack = i128::from(price.area.ten_thousandths()) * 5_000 + 50_000_000;
        if (exact - total).abs() > slack {
            self.lacks(DealGuard::PriceAgrees, Lack::Amount(0, price.deal_total.fen()));
        }
        if self.unit.list_total.is_some_and(|list| list != price.list_total) {
            self.lacks(DealGuard::ListPriceKept, Lack::Nothing);
        }
        if let Some(floor) = self.unit.floor_total
            && price.deal_total < floor
        {
            self.lacks(DealGuard::AboveFloor, Lack::Amount(floor.fen(), price.deal_total.fen()));
        }
        if let Some(filed) = self.unit.filed_total
            && price.deal_total > filed
        {
            self.lacks(DealGuard::WithinFiled, Lack::Amount(filed.fen(), price.deal_total.fen()));
        }
        match &self.context.price_approval {
            None => self.lacks(DealGuard::Authority, Lack::Input("price_approval")),
            Some(asked) => {
                if let Some(role) = &asked.role {
                    let signed = self
                        .context
                        .approvals
                        .iter()
                        .any(|request| request.signatures.iter().any(|one| one.role == *role));
                    if !signed {
                        self.lacks(DealGuard::Authority, Lack::Name(role));
                    }
                }
            }
        }
        for id in &self.draft.quotas {
            let quotas = self.context.quotas.iter().flatten();
            if !quotas.into_iter().any(|one| one.id == *id && one.left() > 0) {
                self.lacks(DealGuard::QuotaLeft, Lack::Name(id));
            }
        }
    }

    fn received(&self, items: &[&str]) -> i64 {
        let received = self.context.received.iter().flatten();
        received.filter(|one| items.contains(&one.item.as_str())).map(|one| one.amount.fen()).sum()
    }

    pub(super) fn payment(&mut self) {
        if self.draft.plan.as_ref().or(self.deal.plan.as_ref()).is_none() {
            self.lacks(DealGuard::PlanOffered, Lack::Input("plan"));
        }
        let lines = match self.draft.schedule.as_slice() {
            [] => &self.deal.schedule,
            lines => lines,
        };
        match self.agreed_price() {
            None => self.lacks(DealGuard::ScheduleComplete, Lack::Input("price")),
            Some(_) if lines.is_empty() => {
                self.lacks(DealGuard::ScheduleComplete, Lack::Input("schedule"));
            }
            Some(price) => {
                let in_price = lines.iter().filter(|line| line.in_price);
                let sum: i64 = in_price.map(|line| line.amount.fen()).sum();
                if sum != price.contract_total.fen() {
                    let needed = price.contract_total.fen();
                    self.lacks(DealGuard::ScheduleComplete, Lack::Amount(needed, sum));
                }
            }
        }
        let Some(agreed) = self.draft.amount else {
            let guards =
                [DealGuard::DepositAgreed, DealGuard::DepositReceived, DealGuard::DepositCap];
            guards.into_iter().for_each(|guard| self.lacks(guard, Lack::Input("amount")));
            return;
        };
        let least = self.context.policy.least_deposit.map_or(1, Money::fen);
        if agreed.fen() < least {
            self.lacks(DealGuard::DepositAgreed, Lack::Amount(least, agreed.fen()));
        }
        let found = self.received(&[SINCERITY, BOOKING, DEPOSIT]);
        if found < agreed.fen() {
            self.lacks(DealGuard::DepositReceived, Lack::Amount(agreed.fen(), found));
        }
        if let Some(price) = self.agreed_price() {
            let most = price.contract_total.fen() / 5;
            if agreed.fen() > most {
                self.lacks(DealGuard::DepositCap, Lack::Amount(most, agreed.fen()));
            }
        } else {
            self.lacks(DealGuard::DepositCap, Lack::Input("price"));
        }
    }

    pub(super) fn booking_money(&mut self) {
        let Some(agreed) = self.draft.amount else {
            self.lacks(DealGuard::BookingMoney, Lack::Input("amount"));
            return;
        };
        let least = self.context.policy.least_booking.map_or(1, Money::fen).max(agreed.fen());
        let found = self.received(&[BOOKING]);
        if found < least {
            self.lacks(DealGuard::BookingMoney, Lack::Amount(least, found));
        }
    }

    pub(super) fn supervised(&mut self) {
        if !self.is_new() {
            return;
        }
        let Some(account) = &self.facts.supervised_account else {
            self.lacks(DealGuard::SupervisedAccount, Lack::Nothing);
            return;
        };
        const HOUSE: [&str; 7] =
            [SINCERITY, BOOKING, DEPOSIT, DOWN_PAYMENT, HOUSE_PAYMENT, COMMERCIAL_LOAN, FUND_LOAN];
        let received = self.context.received.iter().flatten();
        let astray = received.into_iter().find(|one| {
            HOUSE.contains(&one.item.as_str())
                && one.amount.fen() > 0
                && one.account.as_ref() != Some(account)
        });
        if let Some(one) = astray {
            self.lacks(DealGuard::SupervisedAccount, Lack::Name(&one.item));
        }
    }

    pub(super) fn rest(&mut self) {
        match self.draft.agreed_signing {
            None => self.lacks(DealGuard::SigningAgreed, Lack::Input("agreed_signing")),
            Some(day) if day < self.today => {
                self.lacks(DealGuard::SigningAgreed, Lack::Day(day));
            }
            Some(_) => {}
        }
        let confirmed = &self.draft.confirmed;
        let open = self.context.unusual.iter().find(|code| !confirmed.contains(code));
        if let Some(code) = open {
            self.lacks(DealGuard::UnusualConfirmed, Lack::Name(code));
        }
    }
}
