//! Customers: calls, visits, registrations of channels, questionnaires.

use super::Step;
use super::begin::QUESTIONNAIRE;
use crate::days::{before, day, in_hours, later};
use crate::failure::{Failure, Outcome};
use crate::people;
use crate::record::{About, Body};
use crate::world::{World, YEAR};
use kaipan::channel::ChannelRegistration;
use kaipan::opportunity::{FollowUp, FollowUpKind, Occurrence};
use kaipan::questionnaire::{AnswerSheet, AnswerValue, GivenAnswer};
use kaipan::{Text, Time};

const GRADES: [&str; 4] = ["A", "B", "C", "D"];
const POINTS: [&str; 5] = ["place", "school", "layout", "price", "brand"];
const PURPOSES: [&str; 4] = ["first", "better", "invest", "parents"];

impl World<'_, '_, '_> {
    /// Somebody calls or comes for the first time, and is recorded.
    pub(super) fn meet(&mut self, now: Time, sale: Option<usize>) -> Outcome {
        let id = self.number("C");
        let agent = self.team.agents.get(self.dice.place(self.team.agents.len())).cloned();
        let agent = agent.ok_or_else(|| Failure::missing("agent"))?;
        let city = self.site.source.city.clone();
        let household = people::household(&mut self.dice, id, now, &agent, city.as_ref())?;
        let about = self.about_household(&household);
        let (customer, channel) = (household.customer.clone(), household.channel);
        let at = self.households.len();
        self.households.push(household);
        if let Some(channel) = channel {
            let number = self.number("B");
            let phone = customer.phones.first().cloned().unwrap_or_default();
            let registered =
                ChannelRegistration::new(number, self.site.node.clone(), channel, phone, now, now)
                    .with_customer(customer.id.clone());
            self.journal.fact(now, &about, Body::ChannelRegistration(registered))?;
        }
        self.write_customer(now, &about, &customer)?;
        let by_phone = channel.is_none() && self.dice.chance(380);
        let first = self.follow_up(now, at, !by_phone, Occurrence::First)?;
        self.write_follow_up(&about, first)?;
        let buys = match sale {
            Some(sale) => {
                self.sale_mut(sale)?.household = Some(at);
                true
            }
            None => false,
        };
        // Who buys has come at least once.
        if by_phone && (buys || self.dice.chance(450)) {
            let on = later(now.date(), self.dice.between(1, 3))?;
            let time = in_hours(&mut self.dice, on)?;
            self.diary.add(time, Step::Contact(at, true))?;
        }
        for _ in 0..self.dice.below(if buys { 3 } else { 2 }) {
            let on = later(now.date(), self.dice.between(4, if buys { 6 } else { 30 }))?;
            let (time, is_visit) = (in_hours(&mut self.dice, on)?, self.dice.chance(500));
            self.diary.add(time, Step::Contact(at, is_visit))?;
        }
        if buys || self.dice.chance(150) {
            let on = later(now.date(), self.dice.between(3, 5))?;
            let time = in_hours(&mut self.dice, on)?;
            self.diary.add(time, Step::Answer(at))?;
        }
        Ok(())
    }

    /// A further call or visit.
    pub(super) fn contact(&mut self, now: Time, household: usize, is_visit: bool) -> Outcome {
        let record = self.follow_up(now, household, is_visit, Occurrence::Return)?;
        let about = self.household_about(household)?;
        self.write_follow_up(&about, record)
    }

    /// A line of a record: on the day of the contact, as it was entered.
    pub(super) fn write_follow_up(&mut self, about: &About, record: FollowUp) -> Outcome {
        let (date, at) = (record.at.date(), record.recorded_at);
        self.journal.line(date, at, None, None, about, Body::FollowUp(record))
    }

    /// The questionnaire.
    pub(super) fn answer(&mut self, now: Time, household: usize) -> Outcome {
        let about = self.household_about(household)?;
        let id = self.number("W");
        let customer = about.customer.clone().unwrap_or_default();
        let chosen = |choices: Vec<Text>| AnswerValue::Choices { choices, other: None };
        let purpose = self.dice.pick(&PURPOSES).map(Text::from).into_iter().collect();
        let first = self.dice.place(POINTS.len());
        let points = [0, 2].map(|more| Text::from(POINTS[(first + more) % POINTS.len()]));
        let score = self.dice.between(6, 10).to_string().parse()?;
        let answers = vec![
            GivenAnswer::new("purpose", chosen(purpose)),
            GivenAnswer::new("points", chosen(points.into())),
            GivenAnswer::new("score", AnswerValue::Number { number: score }),
        ];
        let sheet = AnswerSheet::new(id, QUESTIONNAIRE, customer, now.date(), now, answers)
            .with_project(self.site.node.clone());
        self.journal.fact(now, &about, Body::AnswerSheet(sheet))
    }

    fn household_about(&self, household: usize) -> Outcome<About> {
        let known = self.households.get(household).ok_or_else(|| Failure::missing("household"))?;
        Ok(self.about_household(known))
    }

    /// The record of a contact that is entered now.
    fn follow_up(
        &mut self,
        now: Time,
        household: usize,
        is_visit: bool,
        occurrence: Occurrence,
    ) -> Outcome<FollowUp> {
        let id = self.number("F");
        let about = self.household_about(household)?;
        let kind = if is_visit { FollowUpKind::Visit } else { FollowUpKind::Call };
        // One in thirty is entered late.
        let late = if self.dice.chance(33) { self.dice.between(300, 3000) } else { 10 };
        let met = before(now, late)?;
        let (customer, agent) =
            (about.customer.unwrap_or_default(), about.agent.unwrap_or_default());
        let mut record = FollowUp::new(id, customer, self.site.node.clone(), agent, kind, met, now);
        record.occurrence = Some(occurrence);
        record.media = about.media;
        record.grade = self.dice.pick(&GRADES).map(Text::from);
        let next = later(now.date(), self.dice.between(3, 5))?;
        record.next_contact = Some(next).filter(|next| day(YEAR.1).is_ok_and(|last| *next <= last));
        Ok(record)
    }
}
