//! What is to come: which home is sold when, with what story, and who only looks.

use super::{Deed, Step};
use crate::days::{Season, clock, day, earlier, in_hours, later, month};
use crate::failure::Outcome;
use crate::site::Kind;
use crate::story::{Deck, Story};
use crate::world::{Sale, World};
use kaipan::deal::UnitStock;
use kaipan::{Date, Text, Time};

/// Customers who only look, for each who buys.
const LOOKERS: u32 = 5;
/// The first day on which somebody calls.
const FIRST_CALL: &str = "2026-01-06";
/// The first day of deposit contracts.
const FIRST_PROMISE: &str = "2026-09-01";
/// 调价: the days, and the thousandths by which list prices move.
const REPRICED: [(&str, i64); 4] =
    [("2026-04-20", 12), ("2026-07-06", 8), ("2026-09-01", -10), ("2026-11-02", 6)];

impl World<'_, '_, '_> {
    pub(super) fn plan(&mut self) -> Outcome {
        for at in 0..self.site.buildings.len() {
            let (release, surveyed) = {
                let building = &self.site.buildings[at];
                (building.release, building.surveyed)
            };
            self.diary.add(clock(release, 8 * 60 + 10)?, Step::Release(at))?;
            if surveyed {
                self.diary.add(clock(day("2026-11-06")?, 9 * 60)?, Step::Survey(at))?;
            }
        }
        for (on, thousandths) in REPRICED {
            self.diary.add(clock(day(on)?, 7 * 60)?, Step::Reprice(thousandths))?;
        }
        for month in 0..12 {
            let on = day(&format!("2026-{:02}-28", month + 1))?;
            self.diary.add(clock(on, 16 * 60)?, Step::Spend(month))?;
        }
        let mut decks = [Deck::presale(), Deck::surveyed(), Deck::completed()];
        for unit in 0..self.site.units.len() {
            self.plan_unit(unit, &mut decks)?;
        }
        self.plan_crowd()?;
        let opened = self.sales.iter().filter(|sale| sale.opening && sale.unit.is_some()).count();
        // Enough of the opening discount for two in three of the first opening.
        let limit = u32::try_from(opened / 5).unwrap_or(0).max(2);
        self.diary.add(clock(day("2026-03-13")?, 15 * 60)?, Step::OpenQuota(limit))?;
        Ok(())
    }

    /// The quota of the opening discount.
    pub(super) fn opening_quota(&self) -> Text {
        Text::of(format_args!("{}/KP", self.site.node))
    }

    /// Whether, when and how a home is sold.
    fn plan_unit(&mut self, unit: usize, decks: &mut [Deck; 3]) -> Outcome {
        let building = self.site.building(unit)?;
        let (release, opening, sold) = (building.release, building.opening, building.sold);
        let (surveyed, completed) = (building.surveyed, building.completed);
        let is_home = building.kind == Kind::Home;
        let last = self.site.last_sale(building)?;
        if !self.dice.chance(sold) {
            return Ok(());
        }
        let [presale, of_surveyed, of_completed] = decks;
        let story = match (is_home, surveyed, completed) {
            (false, ..) => Story::Usual,
            (_, true, _) => of_surveyed.deal(),
            (_, _, true) => of_completed.deal(),
            _ => presale.deal(),
        };
        let is_opening = self.dice.chance(opening) && story.may_open();
        let on = match is_opening {
            true => release,
            false => Season::new(later(release, 1)?, last)?.draw(&mut self.dice)?,
        };
        let on = if story.is_promise() { self.promise_day()? } else { on };
        self.plan_sale(unit, story, (day(FIRST_CALL)?, on), is_opening)
    }

    /// A day of deposit contracts, before the homes of building 10 may be sold.
    fn promise_day(&mut self) -> Outcome<Date> {
        let days = self.dice.between(0, 30);
        later(day(FIRST_PROMISE)?, days)
    }

    /// A sale of a home on a day, with the first contact not before another.
    pub(super) fn plan_sale(
        &mut self,
        unit: usize,
        story: Story,
        (first, on): (Date, Date),
        opening: bool,
    ) -> Outcome {
        let building = self.site.building(unit)?;
        let (registered, kind) = (building.registration_days, building.kind);
        let plan = story.plan(&mut self.dice, building);
        let mut sale = Sale::new(Some(unit), story, plan);
        sale.opening = opening;
        sale.deposit = match kind {
            Kind::Parking => "20000".parse()?,
            _ => "100000".parse()?,
        };
        if let Some(wanted) = self.wanted.get_mut(unit) {
            *wanted = true;
        }
        let at = self.sales.len();
        self.sales.push(sale);
        let register = opening && registered > 0;
        let first_step = match register {
            true => earlier(on, self.dice.between(1, registered))?,
            false => on,
        };
        let met = earlier(first_step, self.dice.between(6, 45))?.max(first);
        let time = in_hours(&mut self.dice, met)?;
        self.diary.add(time, Step::Meet(Some(at)))?;
        if register {
            self.sale_step(first_step, at, Deed::Register)?;
        }
        match story {
            Story::BookingLapses | Story::BookingRefunded => self.sale_step(on, at, Deed::Book),
            _ if story.is_promise() => self.sale_step(on, at, Deed::Promise),
            _ if !opening && self.dice.chance(280) && on > later(self.released(unit)?, 6)? => {
                let booked = earlier(on, self.dice.between(2, 5))?;
                self.sale_step(booked, at, Deed::Book)?;
                self.sale_step(on, at, Deed::Subscribe)
            }
            _ if !opening && self.dice.chance(70) && on > later(self.released(unit)?, 4)? => {
                self.sale_step(earlier(on, 2)?, at, Deed::Reserve)?;
                self.sale_step(on, at, Deed::Subscribe)
            }
            _ => self.sale_step(on, at, Deed::Hold),
        }
    }

    fn released(&self, unit: usize) -> Outcome<Date> {
        Ok(self.site.building(unit)?.release)
    }

    /// A step about a sale at some time of a day.
    pub(super) fn sale_step(&mut self, on: Date, sale: usize, deed: Deed) -> Outcome {
        let time = in_hours(&mut self.dice, on)?;
        self.diary.add(time, Step::Sale(sale, deed))?;
        Ok(())
    }

    /// A step about a sale at a time of a day.
    pub(super) fn sale_at(&mut self, on: Date, minutes: u32, sale: usize, deed: Deed) -> Outcome {
        self.diary.add(clock(on, minutes)?, Step::Sale(sale, deed))?;
        Ok(())
    }

    /// Customers who only look, some of whom register and give up.
    fn plan_crowd(&mut self) -> Outcome {
        let buyers = u32::try_from(self.sales.len()).unwrap_or(0);
        let season = Season::new(day(FIRST_CALL)?, day("2026-12-30")?)?;
        for _ in 0..buyers * LOOKERS {
            let time = {
                let on = season.draw(&mut self.dice)?;
                in_hours(&mut self.dice, on)?
            };
            self.diary.add(time, Step::Meet(None))?;
        }
        for _ in 0..buyers / 16 + 1 {
            let opening = day("2026-03-14")?;
            let mut sale = Sale::new(None, Story::RegistrationCancelled, "AJ");
            sale.opening = true;
            let at = self.sales.len();
            self.sales.push(sale);
            let days = self.dice.between(8, 40);
            let time = in_hours(&mut self.dice, earlier(opening, days)?)?;
            self.diary.add(time, Step::Meet(Some(at)))?;
            let on = earlier(opening, self.dice.between(1, 7))?;
            self.sale_step(on, at, Deed::Register)?;
            let given_up = later(opening, self.dice.between(0, 4))?;
            self.sale_step(given_up, at, Deed::CancelRegistration)?;
        }
        Ok(())
    }

    /// A home that came back is sold again, if there is time for it.
    pub(super) fn sell_again(&mut self, now: Time, unit: usize) -> Outcome {
        if let Some(wanted) = self.wanted.get_mut(unit) {
            *wanted = false;
        }
        let (tomorrow, days) = (later(now.date(), 1)?, self.dice.between(14, 45));
        let on = later(now.date(), days)?;
        if self.dice.chance(600) && on < day("2026-12-10")? && month(now.date())? < 11 {
            self.plan_sale(unit, Story::Usual, (tomorrow, on), false)?;
        }
        Ok(())
    }

    /// A home on sale that nobody wants, for one who changes his.
    pub(super) fn free_unit(&self) -> Outcome<Option<usize>> {
        for unit in 0..self.site.units.len() {
            let building = self.site.building(unit)?;
            let is_free = |stock: &UnitStock| {
                stock.state == kaipan::project::UnitState::OnSale
                    && stock.hold.is_none()
                    && !stock.needs_price_confirmation
            };
            let is_free = self.stock.get(unit).is_some_and(is_free);
            let is_wanted = self.wanted.get(unit).copied().unwrap_or(true);
            if building.kind == Kind::Home && !building.completed && is_free && !is_wanted {
                return Ok(Some(unit));
            }
        }
        Ok(None)
    }
}
