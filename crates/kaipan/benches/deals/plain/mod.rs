//! Booking and subscribing as somebody would write them who has no table: a `match`, and the same
//! checks one after the other.

use super::history::{self, Home};
use kaipan::deal::{
    AgreedBefore, CloseReason, Deal, DealAction, DealChange, DealCommand, DealContext,
    DealDocument, DealDraft, DealEvent, DealGuard, DealPrice, DealRejection, DealRuling, Deciding,
    DocumentKind, DocumentState, SaleFacts, SaleMode, StockChange, StockEvent, UnitStock,
};
use kaipan::money::{
    BOOKING, COMMERCIAL_LOAN, DEPOSIT, DOWN_PAYMENT, FUND_LOAN, HOUSE_PAYMENT, SINCERITY,
};
use kaipan::number::Money;
use kaipan::project::{PresalePermit, Unit, UnitState};
use kaipan::{Date, Text};

/// The day of the reform, as somebody would keep it at hand.
pub(crate) fn reform() -> Date {
    Date::from_ymd(2026, 8, 28).unwrap_or_else(|| panic!("a day"))
}

/// What both are asked: a booking that may be done, and a subscription with eight unmet guards.
pub(crate) fn questions() -> [(&'static str, Home, DealCommand); 2] {
    let book = DealCommand { action: DealAction::Book, draft: history::booked() };
    let mut lacking = Home::before_subscribing();
    lacking.context.roles = vec!["planner".into()];
    lacking.context.allotted_to = Some("中介乙".into());
    lacking.context.unanswered = Some(vec!["用途".into()]);
    lacking.context.unusual = vec!["discount.unusual".into()];
    if let Some(unit) = &mut lacking.context.unit {
        unit.filed_total = unit.floor_total;
    }
    lacking.context.received.iter_mut().flatten().for_each(|one| one.account = None);
    let mut draft = history::agreed(true);
    draft.agreed_signing = Date::from_ymd(2026, 11, 9);
    draft.schedule.truncate(1);
    let subscribe = DealCommand { action: DealAction::Subscribe, draft };
    [
        ("a booking", Home::before_booking(), book),
        ("a subscription with eight unmet guards", lacking, subscribe),
    ]
}

/// Both come to the same, or nothing is measured.
pub(crate) fn check_same(home: &Home, command: &DealCommand) {
    let deciding = Deciding::new(&home.context).stock(&home.stock).deal(&home.deal);
    let ours = deciding.decide(command).unwrap_or_else(|error| panic!("{error}"));
    match (ours, decide(&home.stock, &home.deal, command, &home.context, reform())) {
        (DealRuling::Accepted { decision }, Ok((stock, deal))) => {
            assert_eq!((decision.stock, decision.deal), (stock, deal));
        }
        (
            DealRuling::Rejected { rejection: DealRejection::GuardsNotMet { guards, .. } },
            Err(unmet),
        ) => {
            let mut ours: Vec<DealGuard> = guards.iter().map(|one| one.guard).collect();
            let mut theirs: Vec<DealGuard> = unmet.iter().map(|(guard, _)| *guard).collect();
            ours.sort();
            theirs.sort();
            assert_eq!((ours.len(), ours), (8, theirs));
        }
        other => panic!("{other:#?}"),
    }
}

/// What is lacking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(dead_code)]
pub(crate) enum Lack<'a> {
    Nothing,
    Input(&'static str),
    Amount(i64, i64),
    Day(Date),
    Name(&'a str),
}

type Unmet<'a> = Vec<(DealGuard, Lack<'a>)>;

/// The events of a booking.
pub(crate) type Events = (Vec<StockEvent>, Vec<DealEvent>);

/// Everything that is looked at.
struct Desk<'a> {
    stock: &'a UnitStock,
    deal: &'a Deal,
    draft: &'a DealDraft,
    context: &'a DealContext,
    facts: &'a SaleFacts,
    unit: &'a Unit,
    active: Option<&'a DealDocument>,
    today: Date,
    reform: Date,
    unmet: Unmet<'a>,
}

/// Books; or tells what is lacking, also for a subscription.
pub(crate) fn decide<'a>(
    stock: &'a UnitStock,
    deal: &'a Deal,
    command: &'a DealCommand,
    context: &'a DealContext,
    reform: Date,
) -> Result<Events, Unmet<'a>> {
    let (Some(status), Some(unit)) = (&context.status, &context.unit) else {
        return Err(vec![(DealGuard::PresalePermit, Lack::Input("unit"))]);
    };
    let active = deal.documents.iter().find(|one| one.state == DocumentState::Active);
    let mut desk = Desk {
        stock,
        deal,
        draft: &command.draft,
        context,
        facts: &status.project,
        unit,
        active,
        today: context.now.date(),
        reform,
        unmet: Vec::new(),
    };
    match (command.action, stock.state, active.map(|one| one.kind)) {
        (
            DealAction::Book,
            UnitState::OnSale | UnitState::Reserved,
            None | Some(DocumentKind::Registration),
        ) => {
            desk.of_unit(&["sales_agent", "stock_controller", "sales_manager"]);
            desk.may_be_sold();
            desk.booking_money();
            desk.supervised();
            if desk.unmet.is_empty() { Ok(desk.book()) } else { Err(desk.unmet) }
        }
        (
            DealAction::Subscribe,
            UnitState::OnSale | UnitState::Reserved | UnitState::Booked,
            None | Some(DocumentKind::Registration | DocumentKind::Booking),
        ) => {
            desk.of_unit(&["sales_agent", "stock_controller", "sales_manager"]);
            desk.may_be_sold();
            desk.people();
            desk.price();
            desk.payment();
            desk.supervised();
            desk.rest();
            Err(desk.unmet)
        }
        _ => Err(Vec::new()),
    }
}

impl<'a> Desk<'a> {
    fn lacks(&mut self, guard: DealGuard, lack: Lack<'a>) {
        self.unmet.push((guard, lack));
    }

    fn buyer(&self) -> Option<&'a Text> {
        let drafted = self.draft.buyers.first();
        drafted.or_else(|| self.deal.buyers.first()).map(|one| &one.customer)
    }

    fn of_unit(&mut self, roles: &[&str]) {
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

    fn may_be_sold(&mut self) {
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

    fn people(&mut self) {
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

    fn price(&mut self) {
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

    fn payment(&mut self) {
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

    fn booking_money(&mut self) {
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

    fn supervised(&mut self) {
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

    fn rest(&mut self) {
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

    fn book(&self) -> Events {
        let (now, by) = (self.context.now, &self.context.person);
        let (mut stock, mut deal) = (Vec::new(), Vec::new());
        let of_stock = |all: &mut Vec<StockEvent>, change| {
            let version = self.stock.version + all.len() as u32 + 1;
            let unit_no = self.stock.unit_no.clone();
            all.push(StockEvent::new(unit_no, version, now, by.clone(), change));
        };
        let of_deal = |all: &mut Vec<DealEvent>, change| {
            let version = self.deal.version + all.len() as u32 + 1;
            all.push(DealEvent::new(self.deal.id.clone(), version, now, by.clone(), change));
        };
        if self.stock.hold.is_some() {
            of_stock(&mut stock, StockChange::HoldEnded {});
        }
        if self.stock.reservation.is_some() {
            of_stock(&mut stock, StockChange::ReservationEnded {});
        }
        if !self.draft.buyers.is_empty() {
            let agent = self.draft.agent.as_ref().or(self.deal.agent.as_ref()).cloned();
            let channel = self.draft.channel.as_ref().or(self.deal.channel.as_ref()).cloned();
            let buyers = self.draft.buyers.clone();
            of_deal(&mut deal, DealChange::BuyersNamed { buyers, agent, channel });
        }
        if self.deal.unit_no.as_ref() != Some(&self.stock.unit_no) {
            let unit_no = self.stock.unit_no.clone();
            of_deal(&mut deal, DealChange::UnitChosen { unit_no });
        }
        if let Some(before) = self.active {
            let (document, why) = (before.kind, CloseReason::Converted);
            of_deal(&mut deal, DealChange::DocumentClosed { document, why });
        }
        let mut document = DealDocument::new(DocumentKind::Booking);
        document.number.clone_from(&self.draft.number);
        document.state = DocumentState::Active;
        document.active_at = Some(now);
        document.unit_before = Some(self.stock.state);
        document.valid_until = self.draft.until;
        document.before = self.active.map(|_| {
            Box::new(AgreedBefore {
                unit_no: self.deal.unit_no.clone(),
                agent: self.deal.agent.clone(),
                channel: self.deal.channel.clone(),
                buyers: self.deal.buyers.clone(),
                price: self.deal.price.clone(),
                plan: self.deal.plan.clone(),
                schedule: self.deal.schedule.clone(),
                quotas: self.deal.quotas.clone(),
            })
        });
        of_deal(&mut deal, DealChange::DocumentOpened { document });
        let (id, state) = (self.deal.id.clone(), UnitState::Booked);
        of_stock(&mut stock, StockChange::Taken { deal: id, state });
        (stock, deal)
    }
}
