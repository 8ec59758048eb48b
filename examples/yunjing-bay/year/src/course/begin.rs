//! The first day: what the project is and who works for it.

use super::Step;
use crate::days::{after, clock, day};
use crate::desk::{Besides, Place};
use crate::failure::{Failure, Outcome};
use crate::record::{About, Body, NewPrice, StreamAt, Year};
use crate::site::Kind;
use crate::team::Team;
use crate::world::{World, YEAR};
use kaipan::customer::Customer;
use kaipan::deal::{
    DealAction, DealDraft, QuotaChange, QuotaEvent, QuotaKind, StockCorrection, UnitStock,
};
use kaipan::number::Figure;
use kaipan::questionnaire::{AnswerChoice, Question, QuestionKind, Questionnaire};
use kaipan::{Label, StreamKind, Time};

/// The questionnaire of every buyer.
pub(super) const QUESTIONNAIRE: &str = "Q-2026";

impl World<'_, '_, '_> {
    /// Writes the head of a project.
    pub(crate) fn head(&mut self, seed: u64, number: u32, thousandths: u32) -> Outcome {
        let now = clock(day(YEAR.0)?, 8 * 60)?;
        let year = Year {
            seed,
            number,
            thousandths,
            name: self.site.source.name.clone(),
            first_day: day(YEAR.0)?,
            last_day: day(YEAR.1)?,
        };
        self.journal.fact(now, &About::default(), Body::Year(year))
    }

    pub(super) fn begin(&mut self) -> Outcome {
        let now = clock(day(YEAR.0)?, 8 * 60)?;
        let of_node = About { node: Some(self.site.node.clone()), ..About::default() };
        for node in &self.team.organisation.nodes {
            let about = About { node: Some(node.id.clone()), ..About::default() };
            self.journal.fact(now, &about, Body::Node(node.clone()))?;
        }
        for one in &self.team.assignments {
            let about = About { node: Some(one.node.clone()), ..About::default() };
            self.journal.fact(now, &about, Body::Assignment(one.clone()))?;
        }
        for permit in &self.site.source.permits {
            self.journal.fact(now, &of_node, Body::Permit(permit.clone()))?;
        }
        let status = Box::new(self.site.source.status.clone());
        self.journal.fact(now, &of_node, Body::Status(status))?;
        self.journal.fact(now, &of_node, Body::Policy(Box::new(self.policy.clone())))?;
        self.journal.fact(now, &of_node, Body::Questionnaire(questionnaire()?))?;
        for at in 0..self.site.units.len() {
            let unit = self.site.unit(at)?.clone();
            self.by_unit.insert(unit.unit_no.clone(), at);
            self.stock.push(UnitStock::new(unit.unit_no.clone()));
            self.wanted.push(false);
            let about = self.about_unit(at);
            self.journal.fact(now, &about, Body::Unit(Box::new(unit)))?;
        }
        self.targets(now)
    }

    /// 放盘 of all homes of a building that are not promised yet.
    pub(super) fn release(&mut self, now: Time, building: usize) -> Outcome {
        let Some(building) = self.site.buildings.get(building) else { return Ok(()) };
        let (code, batch) = (building.code, building.batch);
        let controller = Team::worker("stock_controller")?;
        for unit in 0..self.site.units.len() {
            if *self.site.unit(unit)?.building != *code
                || self.stock.get(unit).is_some_and(UnitStock::is_taken)
            {
                continue;
            }
            let place = Place { unit: Some(unit), sale: None };
            let draft = DealDraft::default().with_batch(batch);
            let release = (DealAction::Release, draft);
            self.must_at(now, &controller, place, release, Besides::default())?;
            let is_wanted = self.wanted.get(unit).copied().unwrap_or(true);
            if !is_wanted && self.dice.chance(90) {
                let control = DealDraft::default().with_reason("展示、抵押或公司保留");
                let command = (DealAction::Control, control);
                self.must_at(now, &controller, place, command, Besides::default())?;
                let days = self.dice.between(30, 120);
                self.diary.add(after(now, days * 24 * 60)?, Step::Uncontrol(unit))?;
            }
        }
        Ok(())
    }

    /// 解除销控: the home is on sale again.
    pub(super) fn uncontrol(&mut self, now: Time, unit: usize) -> Outcome {
        let (controller, place) =
            (Team::worker("stock_controller")?, Place { unit: Some(unit), sale: None });
        let command = (DealAction::Uncontrol, DealDraft::default());
        self.must_at(now, &controller, place, command, Besides::default()).map(drop)
    }

    /// The opening discount can be given so many times.
    pub(super) fn open_quota(&mut self, now: Time, limit: u32) -> Outcome {
        let id = self.opening_quota();
        let opened = QuotaChange::opened(QuotaKind::Discount, limit);
        let by = Team::worker("planner")?.person;
        self.write_quota(None, &QuotaEvent::new(id, 1, now, by, opened))
    }

    /// 调价: homes that are on sale, or will be, have another list price from now on. Shops and
    /// parking keep theirs.
    pub(super) fn reprice(&mut self, now: Time, thousandths: i64) -> Outcome {
        for unit in 0..self.site.units.len() {
            let building = self.site.building(unit)?;
            let is_open = self.stock.get(unit).is_some_and(|stock| !stock.is_taken());
            if building.kind != Kind::Home || building.completed || !is_open {
                continue;
            }
            if let Some(list_price) = self.site.reprice(unit, thousandths) {
                let about = self.about_unit(unit);
                let price = NewPrice { list_price };
                self.journal.fact(now, &about, Body::Price(price))?;
            }
        }
        Ok(())
    }

    /// A home that came back from a deal has another price by a signed paper (T34), and may be sold
    /// again.
    pub(super) fn price_again(&mut self, now: Time, unit: usize, request: usize) -> Outcome {
        let request = self.requests.get(request).map(|one| one.request.clone());
        let approved = request.ok_or_else(|| Failure::missing("request"))?;
        let old = self.site.unit(unit)?.list_price.map(Label::of);
        let moved = self.site.reprice(unit, 6).or_else(|| self.site.reprice(unit, -6));
        let new = moved.or_else(|| self.site.lower(unit));
        let new = new.ok_or_else(|| Failure::missing("other price"))?;
        let mut correction = StockCorrection::new("list_price", Label::of(new));
        correction.old = old;
        let mut draft = DealDraft::default().with_corrections(vec![correction]);
        draft.paper = approved.asked.paper.as_ref().map(Label::of);
        let clerk = Team::worker("data_clerk")?;
        self.must_by(now, &clerk, unit, (DealAction::CorrectStock, draft), approved)?;
        let about = self.about_unit(unit);
        self.journal.fact(now, &about, Body::Price(NewPrice { list_price: new }))?;
        self.sell_again(now, unit)
    }

    /// A line of a customer, whose stream begins with it.
    pub(super) fn write_customer(
        &mut self,
        now: Time,
        about: &About,
        customer: &Customer,
    ) -> Outcome {
        let stream = StreamAt { kind: StreamKind::Customer, id: customer.id.clone(), version: 1 };
        let about = About { customer: Some(customer.id.clone()), ..about.clone() };
        let body = Body::Customer(Box::new(customer.clone()));
        self.journal.line(now.date(), now, None, Some(stream), &about, body)
    }
}

/// What every buyer is asked.
fn questionnaire() -> Outcome<Questionnaire> {
    let choices = |texts: &[(&str, &str)]| -> Vec<AnswerChoice> {
        texts.iter().map(|(id, text)| AnswerChoice::new(*id, *text)).collect()
    };
    let purpose =
        [("first", "首次置业"), ("better", "改善"), ("invest", "投资"), ("parents", "养老")];
    let points = [
        ("place", "地段"),
        ("school", "学校"),
        ("layout", "户型"),
        ("price", "价格"),
        ("brand", "品牌"),
    ];
    let single = |choices| QuestionKind::Single { choices, other: false };
    let many = QuestionKind::Multiple {
        choices: choices(&points),
        other: false,
        least: None,
        most: Some(3),
    };
    let score =
        QuestionKind::Number { low: Some("1".parse::<Figure>()?), high: Some("10".parse()?) };
    let required = |id: &'static str, text: &'static str, kind| {
        Question::new(id, text, kind).with_required(true)
    };
    let questions = vec![
        required("purpose", "置业目的", single(choices(&purpose))),
        required("points", "看重什么", many),
        required("score", "接待满意度（1 至 10）", score),
    ];
    Ok(Questionnaire::new(QUESTIONNAIRE, "来访客户问卷", questions))
}
