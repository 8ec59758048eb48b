//! From the registration to the subscription.

use super::Deed;
use crate::days::{after, day, later};
use crate::desk::{Besides, Payment, Place};
use crate::failure::{Failure, Outcome};
use crate::offer::Asked;
use crate::record::Offered;
use crate::story::Story;
use crate::team::Team;
use crate::world::World;
use kaipan::deal::{AgreedTerms, DealAction, DealBuyer, DealDraft, DealGuard};
use kaipan::discount::{DealFacts, Referral};
use kaipan::money::{BOOKING, DEPOSIT, SINCERITY};
use kaipan::number::Money;
use kaipan::{Date, Text, Time};

const SINCERITY_AMOUNT: Money = Money::from_fen(2_000_000);
const BOOKING_AMOUNT: Money = Money::from_fen(1_000_000);

impl World<'_, '_, '_> {
    /// 认筹: a number in the queue for sincerity money.
    pub(super) fn register(&mut self, now: Time, sale: usize) -> Outcome {
        self.begin_deal(sale)?;
        let (queue, number) = (self.next_in_queue()?, self.number("Y"));
        let mut draft = self.parties(sale)?.with_number(number).with_queue_number(queue);
        draft.amount = Some(SINCERITY_AMOUNT);
        draft.until = Some(later(now.date(), 30)?);
        let agent = Team::agent(&self.household(sale)?.agent);
        let place = Place { unit: None, sale: Some(sale) };
        self.must_at(now, &agent, place, (DealAction::Register, draft), Besides::default())?;
        self.receive(now, sale, &Payment::new(SINCERITY, SINCERITY_AMOUNT))
    }

    /// 退号: the sincerity money is returned.
    pub(super) fn cancel_registration(&mut self, now: Time, sale: usize) -> Outcome {
        let agent = Team::agent(&self.household(sale)?.agent);
        let place = Place { unit: None, sale: Some(sale) };
        let draft = DealDraft::default().with_reason("未选到合意房源");
        self.must_at(
            now,
            &agent,
            place,
            (DealAction::CancelRegistration, draft),
            Besides::default(),
        )?;
        self.sale_step(later(now.date(), 2)?, sale, Deed::FinishTodos)
    }

    /// 选房确认: the home is held while the buyer goes to the cashier. Sometimes another wants it too.
    pub(super) fn hold(&mut self, now: Time, sale: usize) -> Outcome {
        let unit = self.unit_of(sale)?;
        let place = Place { unit: Some(unit), sale: None };
        let hold = |buyers: Vec<DealBuyer>, agent: &Text| {
            let mut draft = DealDraft::default().with_buyers(buyers).with_minutes(30);
            draft.agent = Some(agent.clone());
            (DealAction::ConfirmRoom, draft)
        };
        let (buyers, person) =
            (self.household(sale)?.buyers()?, self.household(sale)?.agent.clone());
        let agent = Team::agent(&person);
        self.must_at(now, &agent, place, hold(buyers, &person), Besides::default())?;
        let other = self.dice.place(self.households.len());
        if self.dice.chance(80) && self.sale(sale)?.household != Some(other) {
            let known = self.households.get(other).ok_or_else(|| Failure::missing("household"))?;
            let (buyers, person) = (known.buyers()?, known.agent.clone());
            let refusal = (Offered::HomeHeldForAnother, DealGuard::NotHeldByAnother);
            let (agent, command) = (Team::agent(&person), hold(buyers, &person));
            self.must_not(now, &agent, place, command, refusal, Besides::default())?;
        }
        let minutes = self.dice.between(9, 27);
        self.diary.add(after(now, minutes)?, super::Step::Sale(sale, Deed::Subscribe))?;
        Ok(())
    }

    /// 预留: the agent keeps the home for the buyer until the day of the subscription.
    pub(super) fn reserve(&mut self, now: Time, sale: usize) -> Outcome {
        let place = Place { unit: Some(self.unit_of(sale)?), sale: None };
        let agent = Team::agent(&self.household(sale)?.agent);
        let mut draft = DealDraft::default().with_buyers(self.household(sale)?.buyers()?);
        draft.until = Some(later(now.date(), 4)?);
        let command = (DealAction::Reserve, draft);
        self.must_at(now, &agent, place, command, Besides::default()).map(drop)
    }

    /// 预定.
    pub(super) fn book(&mut self, now: Time, sale: usize) -> Outcome {
        self.begin_deal(sale)?;
        self.receive(now, sale, &Payment::new(BOOKING, BOOKING_AMOUNT))?;
        let number = self.number("Y");
        let mut draft = self.parties(sale)?.with_number(number);
        draft.amount = Some(BOOKING_AMOUNT);
        draft.until = Some(later(now.date(), 7)?);
        let agent = Team::agent(&self.household(sale)?.agent);
        self.must(now, &agent, sale, DealAction::Book, draft)?;
        match self.sale(sale)?.story {
            Story::BookingRefunded => {
                self.sale_step(later(now.date(), 3)?, sale, Deed::AskToEndBooking)
            }
            Story::BookingLapses => self.sale_step(later(now.date(), 8)?, sale, Deed::LapseBooking),
            _ => Ok(()),
        }
    }

    /// 认购, with the deposit.
    pub(super) fn subscribe(&mut self, now: Time, sale: usize) -> Outcome {
        self.begin_deal(sale)?;
        let paid = self.sale(sale)?.purse.own_house();
        let rest = Money::from_fen(self.sale(sale)?.deposit.fen() - paid.fen());
        if rest.is_positive() {
            self.receive(now, sale, &Payment::new(DEPOSIT, rest))?;
        }
        let mut asked = self.wishes(now.date(), sale)?;
        if self.sale(sale)?.opening && asked.discounts.contains(&"KP") {
            if self.subscribe_for(now, sale, &asked)? {
                return self.subscribed(now, sale);
            }
            asked.discounts.retain(|code| *code != "KP");
        }
        match self.subscribe_for(now, sale, &asked)? {
            true => self.subscribed(now, sale),
            false => Err(Failure::missing("home")),
        }
    }

    /// Subscribes at the best price of what is asked; false if the opening discount has no use left,
    /// which is the one thing that may be refused.
    fn subscribe_for(&mut self, now: Time, sale: usize, asked: &Asked) -> Outcome<bool> {
        let offer = match self.sale(sale)?.offer.clone() {
            // What a deposit contract has promised is kept.
            Some(promised) => promised,
            None => self.site.offer(asked)?,
        };
        let mut draft = self.parties(sale)?;
        draft.number = Some(self.number("U"));
        draft.amount = Some(self.sale(sale)?.deposit);
        draft.price = Some(offer.price.clone());
        draft.plan = Some(self.sale(sale)?.plan.into());
        draft.schedule.clone_from(&offer.schedule);
        draft.agreed_signing = offer.facts.agreed_signing_date;
        draft.handover = Some(self.site.building(self.unit_of(sale)?)?.handover);
        let agent = Team::agent(&self.household(sale)?.agent);
        let quota = self.opening_quota();
        let has_opening = offer.discounts.contains(&"KP");
        if has_opening {
            draft.quotas = vec![quota.clone()];
        }
        let place = self.place(sale)?;
        let besides = |terms: AgreedTerms| Besides { terms: Some(terms), ..Besides::default() };
        let terms = self.terms(sale, &offer.terms)?;
        let left = self.quotas.iter().find(|one| one.id == quota).map_or(0, |one| one.left());
        if has_opening && left == 0 {
            let refusal = (Offered::DiscountUsedUp, DealGuard::QuotaLeft);
            let command = (DealAction::Subscribe, draft);
            self.must_not(now, &agent, place, command, refusal, besides(terms))?;
            return Ok(false);
        }
        self.must_at(now, &agent, place, (DealAction::Subscribe, draft), besides(terms))?;
        self.sale_mut(sale)?.offer = Some(offer);
        Ok(true)
    }

    /// What was agreed beside price and schedule.
    pub(super) fn terms(&self, sale: usize, of_offer: &AgreedTerms) -> Outcome<AgreedTerms> {
        let household = self.household(sale)?;
        let mut terms = of_offer.clone();
        terms.media = Some(household.media.into());
        Ok(terms)
    }

    /// Buyers, agent and channel of a sale.
    pub(super) fn parties(&self, sale: usize) -> Outcome<DealDraft> {
        let household = self.household(sale)?;
        let mut draft = DealDraft::default().with_buyers(household.buyers()?);
        draft.agent = Some(household.agent.clone());
        draft.channel = household.channel.map(Text::from);
        Ok(draft)
    }

    /// What a buyer would like to have of a home on a day.
    pub(super) fn wishes(&mut self, on: Date, sale: usize) -> Outcome<Asked> {
        let signing = later(on, self.site.source.case.signing_days)?;
        let mut facts = DealFacts::new(on).with_agreed_signing_date(signing);
        let (unit, plan) = (self.unit_of(sale)?, self.sale(sale)?.plan);
        let (opening, deposit) = (self.sale(sale)?.opening, self.sale(sale)?.deposit);
        let registered = self.sale(sale)?.purse.sum(|one| one.item == SINCERITY);
        let (media, met) = {
            let household = self.household(sale)?;
            (household.media, household.customer.recorded_at.date())
        };
        let building = self.site.building(unit)?.code;
        let mut discounts = vec!["QY"];
        let between =
            |from: &str, to: &str| -> Outcome<bool> { Ok((day(from)?..=day(to)?).contains(&on)) };
        if opening && between("2026-03-14", "2026-03-31")? {
            discounts.insert(0, "KP");
        }
        if between("2026-06-12", "2026-07-31")? {
            discounts.push("JT");
            if registered.is_positive() {
                facts.sincerity_money = Some(registered);
                facts.campaigns.push("RC2026".into());
                discounts.push("RC");
            }
        }
        if between("2026-06-15", "2026-08-31")? {
            facts.campaigns.push("SX2026".into());
            discounts.push("SX");
        }
        if matches!(building, "5" | "7" | "8") {
            discounts.push("ZJ");
        }
        if media == "老带新" {
            let referral = Referral::new("业主（虚构）", true, met).with_first_visit(met);
            facts.referral = Some(referral);
            discounts.push("LDX");
        } else if self.dice.chance(150) {
            facts.member_level = Some("金卡".into());
            discounts.push("HY");
        }
        Ok(Asked { unit, plan, deposit, discounts, facts })
    }

    /// What follows a subscription.
    fn subscribed(&mut self, now: Time, sale: usize) -> Outcome {
        let today = now.date();
        match self.sale(sale)?.story {
            Story::SubscriptionRefunded
            | Story::ChangesNames
            | Story::ChangesPlan
            | Story::ChangesPrice => {
                let deed = match self.sale(sale)?.story {
                    Story::SubscriptionRefunded => Deed::AskToEnd,
                    _ => Deed::AskToChange,
                };
                self.sale_at(later(today, 1)?, 9 * 60, sale, deed)
            }
            Story::ChangesUnit => {
                self.sale_at(later(today, 2)?, 9 * 60 + 20, sale, Deed::AskToChange)
            }
            Story::ExtendsSigning => {
                self.sale_at(later(today, 5)?, 9 * 60, sale, Deed::AskToChange)
            }
            Story::SubscriptionForfeited => {
                // Reminded three days after the signing date agreed, and eight days of grace.
                self.sale_at(later(today, 18)?, 9 * 60, sale, Deed::AskToEnd)
            }
            _ => {
                self.sale_at(later(today, 1)?, 10 * 60, sale, Deed::Lock)?;
                self.plan_signing(today, sale)
            }
        }
    }

    /// 审核锁定.
    pub(super) fn lock(&mut self, now: Time, sale: usize) -> Outcome {
        let manager = Team::worker("sales_manager")?;
        self.must(now, &manager, sale, DealAction::Lock, DealDraft::default())
    }

    fn next_in_queue(&mut self) -> Outcome<u32> {
        let count = self.numbers.entry("queue").or_default();
        *count += 1;
        Ok(*count)
    }
}
