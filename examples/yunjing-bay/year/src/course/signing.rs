//! From the subscription to the contract, and what is paid after it.

use super::Deed;
use crate::days::{day, earlier, later};
use crate::desk::{Besides, Payment, Place};
use crate::failure::{Failure, Outcome};
use crate::money_of::before_signing;
use crate::record::Offered;
use crate::story::Story;
use crate::team::Team;
use crate::world::{World, YEAR};
use kaipan::deal::{AfterSale, DealAction, DealDraft, DealGuard};
use kaipan::money::{DOWN_PAYMENT, HOUSE_PAYMENT};
use kaipan::number::Money;
use kaipan::payment::MoneyItem;
use kaipan::service::ServiceKind;
use kaipan::{Date, Time};

impl World<'_, '_, '_> {
    /// The contract is signed by the day agreed, or late.
    pub(super) fn plan_signing(&mut self, today: Date, sale: usize) -> Outcome {
        let agreed = self.deal(sale)?.active().and_then(|document| document.agreed_signing);
        let agreed = agreed.unwrap_or(later(today, 7)?);
        let is_late = self.sale(sale)?.story == Story::PaysLate;
        let on = match is_late {
            true => later(agreed, self.dice.between(3, 16))?,
            false => {
                let room = u32::try_from(agreed.days_since(today)).unwrap_or(0);
                later(today, room.saturating_sub(self.dice.between(0, 3)).max(3))?
            }
        };
        if is_late {
            self.sale_at(agreed, 16 * 60, sale, Deed::TrySigning)?;
        }
        let minutes = self.dice.between(9 * 60, 16 * 60);
        self.sale_at(on, minutes, sale, Deed::PayDown)?;
        self.sale_at(on, minutes + 40, sale, Deed::SignContract)
    }

    /// Somebody tries to sign before the money is there.
    pub(super) fn try_signing(&mut self, now: Time, sale: usize) -> Outcome {
        let officer = Team::worker("marketing_officer")?;
        let place = self.place(sale)?;
        let refusal = (Offered::SignedBeforePayment, DealGuard::DownPayment);
        let command = (DealAction::Sign, DealDraft::default());
        self.must_not(now, &officer, place, command, refusal, Besides::default())
    }

    /// The buyer pays what has to be there before the contract.
    pub(super) fn pay_down(&mut self, now: Time, sale: usize) -> Outcome {
        let needed = before_signing(&self.offer_of(sale)?.schedule);
        let paid = self.sale(sale)?.purse.own_house();
        let rest = Money::from_fen(needed.fen() - paid.fen());
        if !rest.is_positive() {
            return Ok(());
        }
        let mut payment = Payment::new(self.down_item(sale)?, rest);
        let schedule = &self.offer_of(sale)?.schedule;
        let line = schedule.iter().find(|line| line.item == MoneyItem::DownPayment);
        payment.line = line.map(|line| line.seq);
        self.receive(now, sale, &payment)
    }

    /// The item of a down payment. Where the area is settled in the year it is house money, out of
    /// which differences are refunded; who pays everything at once pays house money too.
    fn down_item(&self, sale: usize) -> Outcome<&'static str> {
        let surveyed = self.site.building(self.unit_of(sale)?)?.surveyed;
        let at_once = self.sale(sale)?.plan == "YCX";
        Ok(if surveyed || at_once { HOUSE_PAYMENT } else { DOWN_PAYMENT })
    }

    /// Finance reviews, the contract is printed and signed.
    pub(super) fn sign_contract(&mut self, now: Time, sale: usize) -> Outcome {
        let finance = Team::worker("finance_officer")?;
        let officer = Team::worker("marketing_officer")?;
        let nothing = DealDraft::default;
        self.must(now, &finance, sale, DealAction::ReviewFinance, nothing())?;
        self.must(now, &officer, sale, DealAction::PrintContract, nothing())?;
        let mut draft = nothing().with_number(self.number("H"));
        let offer = self.offer_of(sale)?;
        let paid = (self.unit_of(sale)?, self.sale(sale)?.plan, self.sale(sale)?.deposit);
        draft.schedule = self.site.dated(paid, offer, now.date())?;
        draft.plan = Some(self.sale(sale)?.plan.into());
        let schedule = draft.schedule.clone();
        let terms = self.terms(sale, &self.offer_of(sale)?.terms)?;
        let place: Place = self.place(sale)?;
        let besides = Besides { terms: Some(terms), ..Besides::default() };
        self.must_at(now, &officer, place, (DealAction::Sign, draft), besides)?;
        let one = self.sale_mut(sale)?;
        one.signed_on = Some(now.date());
        if let Some(offer) = &mut one.offer {
            offer.schedule = schedule;
        }
        self.signed(now.date(), sale)
    }

    /// What follows a contract.
    fn signed(&mut self, today: Date, sale: usize) -> Outcome {
        let story = self.sale(sale)?.story;
        if matches!(story, Story::BuyerQuits | Story::BothQuit) {
            let days = self.dice.between(8, 20);
            return self.sale_at(later(today, days)?, 9 * 60 + 10, sale, Deed::AskToEnd);
        }
        self.sale_step(later(today, 1)?, sale, Deed::File(0))?;
        let schedule = self.offer_of(sale)?.schedule.clone();
        for kind in [ServiceKind::Mortgage, ServiceKind::FundLoan] {
            if crate::money_of::loan_lines(&schedule, kind).is_positive() {
                self.sale_step(later(today, 2)?, sale, Deed::Lend(0, kind))?;
            }
        }
        let last = day(YEAR.1)?;
        for line in schedule.iter().filter(|line| line.item == MoneyItem::Instalment) {
            let Some(due) = line.due else { continue };
            let on = self.paid_on(due.max(later(today, 1)?), story)?;
            if on <= last {
                self.sale_step(on, sale, Deed::PayLine(line.seq))?;
            }
        }
        if story == Story::ExtendsPayment {
            self.sale_at(later(today, 20)?, 9 * 60 + 15, sale, Deed::AskToChange)?;
        }
        // A home that was surveyed before it was sold again.
        if self.surveys.contains_key(&self.unit_of(sale)?) {
            self.sale_at(later(today, 3)?, 9 * 60 + 5, sale, Deed::SettleArea(0))?;
        }
        self.plan_completion(today, sale)
    }

    /// When an instalment is really paid: in time, late, or early.
    fn paid_on(&mut self, due: Date, story: Story) -> Outcome<Date> {
        let late = match story {
            Story::PaysLate => self.dice.between(6, 45),
            Story::ExtendsPayment => 36,
            _ if self.dice.chance(120) => self.dice.between(1, 12),
            _ => 0,
        };
        later(due, late)
    }

    /// An instalment, or the first half of it.
    pub(super) fn pay_line(&mut self, now: Time, sale: usize, seq: u32) -> Outcome {
        let amount = self.line_amount(sale, seq)?;
        let half = Money::from_fen(amount.fen() / 2);
        // One in five pays in two parts.
        let part = if self.dice.chance(200) { half } else { amount };
        if part != amount {
            let days = self.dice.between(4, 20);
            self.sale_step(later(now.date(), days)?, sale, Deed::PayRest(seq))?;
        }
        self.pay_part(now, sale, seq, part)
    }

    /// The second half of an instalment.
    pub(super) fn pay_rest(&mut self, now: Time, sale: usize, seq: u32) -> Outcome {
        let fen = self.line_amount(sale, seq)?.fen();
        self.pay_part(now, sale, seq, Money::from_fen(fen - fen / 2))
    }

    fn line_amount(&self, sale: usize, seq: u32) -> Outcome<Money> {
        let line = self.offer_of(sale)?.schedule.iter().find(|line| line.seq == seq);
        line.map(|line| line.amount).ok_or_else(|| Failure::missing("line"))
    }

    fn pay_part(&mut self, now: Time, sale: usize, seq: u32, amount: Money) -> Outcome {
        let mut payment = Payment::new(HOUSE_PAYMENT, amount);
        payment.line = Some(seq);
        // One in seventeen is entered on the day after.
        if self.dice.chance(60) {
            payment.on = Some(earlier(now.date(), 1)?);
        }
        self.receive(now, sale, &payment)
    }

    /// What the services know of a contract.
    pub(super) fn after_sale(&self, sale: usize) -> Outcome<AfterSale> {
        let filing = self.sale(sale)?.services.get(&ServiceKind::Filing);
        let is_filed = filing
            .is_some_and(|filing| filing.done("filed").is_some() && !filing.state.is_closed());
        Ok(AfterSale { filed: is_filed, ..AfterSale::default() })
    }
}
