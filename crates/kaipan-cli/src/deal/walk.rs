//! Walking a script: every step is decided by the core, and what it decides is applied.

use super::script::{Known, Script, Step};
use kaipan::deal::{
    Deal, DealAction, DealCommand, DealContext, DealDraft, DealRuling, Deciding, Quota, QuotaEvent,
    ReceivedMoney, UnitStock, Waiting, transitions,
};
use kaipan::error::{Code, Error, Result};
use kaipan::payment::{AnchorDates, Scheduling};
use kaipan::project::{Unit, UnitState};
use kaipan::{Text, Time};

/// The deal of the first steps, where they name none.
const FIRST_DEAL: &str = "D1";

/// Where a history stands.
pub(super) struct Walk<'a> {
    pub(super) script: &'a Script,
    known: Known,
    /// The stock of every unit of the script.
    pub(super) stocks: Vec<UnitStock>,
    /// Every deal that a step was about.
    pub(super) deals: Vec<Deal>,
    /// What was received for each of the deals.
    pub(super) received: Vec<Vec<ReceivedMoney>>,
    /// The steps so far.
    pub(super) done: Vec<Done<'a>>,
}

/// A step, and what became of it.
pub(super) struct Done<'a> {
    pub(super) step: &'a Step,
    /// The deal that the step is about.
    pub(super) deal: Text,
    /// What was asked, if the step does anything.
    pub(super) asked: Option<Asked>,
}

/// What was asked, and the answer.
pub(super) struct Asked {
    pub(super) action: DealAction,
    /// The unit, if the action is about one.
    pub(super) unit: Option<AskedUnit>,
    /// The row of the table, if it has one: `T12`.
    pub(super) row: Option<Text>,
    pub(super) ruling: DealRuling,
}

/// A unit before and after a step.
pub(super) struct AskedUnit {
    pub(super) unit_no: Text,
    pub(super) before: UnitState,
    pub(super) after: UnitState,
}

/// What an action is about.
#[derive(Clone, Copy)]
struct About<'s> {
    stock: Option<&'s UnitStock>,
    deal: Option<&'s Deal>,
}

impl<'a> Walk<'a> {
    /// Walks the steps up to and with a moment, or all.
    ///
    /// # Errors
    /// A step before the one before it, a unit that the script does not have or has twice, and
    /// whatever the core refuses, at its place in the script.
    pub(super) fn of(script: &'a Script, until: Option<Time>) -> Result<Walk<'a>> {
        let begin = |unit: &Unit| {
            let mut stock = UnitStock::new(unit.unit_no.clone());
            stock.state = unit.state;
            stock
        };
        for (at, unit) in script.units.iter().enumerate() {
            let mut before = script.units.iter().take(at);
            if let Some(first) = before.position(|one| one.unit_no == unit.unit_no) {
                let error = Error::new(Code::ProjectUnitTwice).with("unit_no", &unit.unit_no);
                let error = error.with("first", first.saturating_add(1));
                return Err(error.at("unit_no").at(at).at("units"));
            }
        }
        let mut walk = Walk {
            script,
            known: script.known.clone(),
            stocks: script.units.iter().map(begin).collect(),
            deals: Vec::new(),
            received: Vec::new(),
            done: Vec::new(),
        };
        let mut before: Option<Time> = None;
        let mut unit = script.units.first().map(|unit| unit.unit_no.clone());
        let mut deal = Text::from(FIRST_DEAL);
        for (at, step) in script.steps.iter().enumerate() {
            if let Some(before) = before.filter(|before| step.at < *before) {
                let error = Error::new(Code::DealEventTime).with("time", step.at);
                return Err(error.with("before", before).at("at").at(at).at("steps"));
            }
            if until.is_some_and(|until| step.at > until) {
                break;
            }
            before = Some(step.at);
            unit = step.unit.clone().or(unit);
            deal = step.deal.clone().unwrap_or(deal);
            let taken = walk.take(step, unit.as_ref(), deal.clone());
            taken.map_err(|error| error.at(at).at("steps"))?;
        }
        Ok(walk)
    }

    fn take(&mut self, step: &'a Step, unit: Option<&Text>, deal: Text) -> Result<()> {
        let stock = match unit {
            Some(unit) => {
                let found = self.stocks.iter().position(|stock| stock.unit_no == *unit);
                found.ok_or_else(|| unknown_unit(unit).at("unit")).map(Some)?
            }
            None => None,
        };
        let at = self.deal_at(&deal);
        self.known.learn(&step.known);
        if let Some(received) = self.received.get_mut(at) {
            received.extend(step.received.iter().cloned());
        }
        let mut done = Done { step, deal, asked: None };
        if let Some(action) = step.r#do {
            done.asked = Some(self.ask(action, step, stock, at)?);
        }
        self.done.push(done);
        Ok(())
    }

    /// The place of a deal; a new one if no step was about it.
    fn deal_at(&mut self, id: &Text) -> usize {
        let known = self.deals.iter().position(|deal| deal.id == *id);
        known.unwrap_or_else(|| {
            self.deals.push(Deal::new(id.clone()));
            self.received.push(Vec::new());
            self.deals.len().saturating_sub(1)
        })
    }

    fn ask(
        &mut self,
        action: DealAction,
        step: &Step,
        stock: Option<usize>,
        deal: usize,
    ) -> Result<Asked> {
        let all =
            About { stock: stock.and_then(|at| self.stocks.get(at)), deal: self.deals.get(deal) };
        let approvals = step.approvals.iter().enumerate().map(|(at, one)| {
            let deal = all.deal.map(|deal| &deal.id);
            let deal = deal.ok_or_else(|| Error::new(Code::NumberOverflow))?;
            let number = self.done.len().saturating_mul(10).saturating_add(at).saturating_add(1);
            one.request(number, deal, step.at).map_err(|error| error.at(at).at("approvals"))
        });
        let approvals = approvals.collect::<Result<Vec<_>>>()?;
        let mut found = None;
        for about in all.shapes(step.unit.is_some()) {
            let context = self.context(step.at, &step.by, &step.roles, about.stock, about.deal);
            let options =
                Deciding::new(&context).stock(about.stock).deal(about.deal).options(&[])?;
            if let Some(option) = options.into_iter().find(|option| option.action == action) {
                found = Some((about, Some(option.row)));
                break;
            }
        }
        let (about, row) = found.unwrap_or_else(|| (all.by_the_table(action), None));
        let mut context = self.context(step.at, &step.by, &step.roles, about.stock, about.deal);
        context.approvals = approvals;
        let draft = self.scheduled(step)?;
        let command = DealCommand { action, draft };
        let deciding = Deciding::new(&context).stock(about.stock).deal(about.deal);
        let ruling = deciding.decide(&command)?;
        let mut unit = about.stock.map(|stock| AskedUnit {
            unit_no: stock.unit_no.clone(),
            before: stock.state,
            after: stock.state,
        });
        if let DealRuling::Accepted { decision } = &ruling {
            if let Some(stock) = stock.and_then(|at| self.stocks.get_mut(at)) {
                decision.stock.iter().try_for_each(|event| stock.apply(event))?;
                if let Some(unit) = &mut unit {
                    unit.after = stock.state;
                }
            }
            if let Some(deal) = self.deals.get_mut(deal) {
                decision.deal.iter().try_for_each(|event| deal.apply(event))?;
            }
            if let Some(received) = self.received.get_mut(deal) {
                for entry in &decision.entries {
                    *received = ReceivedMoney::after(received, entry)?;
                }
            }
            decision.quotas.iter().try_for_each(|event| self.count(event))?;
        }
        Ok(Asked { action, unit, row, ruling })
    }

    /// Takes what happened to a quota in.
    fn count(&mut self, event: &QuotaEvent) -> Result<()> {
        let quotas = self.known.quotas.get_or_insert_default();
        let known = quotas.iter_mut().find(|quota| quota.id == event.quota);
        match known {
            Some(quota) => quota.apply(event),
            None => {
                let mut quota = Quota::new(event.quota.clone(), 0);
                quota.apply(event)?;
                quotas.push(quota);
                Ok(())
            }
        }
    }

    /// The draft of a step, with the schedule of its plan if it has none.
    fn scheduled(&self, step: &Step) -> Result<DealDraft> {
        let mut draft = step.draft.clone();
        let plan = self.script.plans.iter().find(|plan| draft.plan.as_ref() == Some(&plan.code));
        if let (Some(plan), Some(price), true) = (plan, &draft.price, draft.schedule.is_empty()) {
            let today = step.at.date();
            let mut dates = self.script.dates.clone();
            dates.subscription = dates.subscription.or(Some(today));
            dates.agreed_signing = draft.agreed_signing.or(dates.agreed_signing);
            if step.r#do == Some(DealAction::Sign) {
                dates.signing = Some(today);
            }
            draft.schedule = self.schedule(plan, &dates, price.contract_total)?;
        }
        Ok(draft)
    }

    fn schedule(
        &self,
        plan: &kaipan::payment::PaymentPlan,
        dates: &AnchorDates,
        total: kaipan::number::Money,
    ) -> Result<Vec<kaipan::payment::ScheduleLine>> {
        let schedule = Scheduling::new(plan).dates(dates).schedule(total);
        Ok(schedule.map_err(|error| error.at("plan").at("draft"))?.lines)
    }

    /// What is known at a moment of a unit and a deal.
    pub(super) fn context(
        &self,
        now: Time,
        person: &Text,
        roles: &[Text],
        stock: Option<&UnitStock>,
        deal: Option<&Deal>,
    ) -> DealContext {
        let known = self.known.clone();
        let mut context = DealContext::new(now, person.clone());
        context.roles = roles.to_vec();
        let unit = |stock: &UnitStock| {
            self.script.units.iter().find(|unit| unit.unit_no == stock.unit_no).cloned()
        };
        context.unit = stock.and_then(unit);
        context.permits = known.permits;
        context.status = known.status;
        context.nodes = known.nodes.unwrap_or_default();
        context.rules = known.rules;
        context.policy = known.policy.unwrap_or_default();
        context.buyers = known.people;
        context.unanswered = known.unanswered;
        context.quotas = known.quotas;
        context.variants = known.variants.unwrap_or_default();
        context.turn = known.turn;
        context.terms = known.terms;
        context.price_approval = known.price_approval;
        context.allotted_to = known.allotted_to;
        context.unusual = known.unusual.unwrap_or_default();
        let at = deal.and_then(|deal| self.deals.iter().position(|one| one.id == deal.id));
        let received = at.and_then(|at| self.received.get(at)).cloned();
        context.received = Some(received.unwrap_or_default());
        context
    }

    /// Quotas with their uses.
    pub(super) fn quotas(&self) -> &[Quota] {
        self.known.quotas.as_deref().unwrap_or_default()
    }

    /// The last step so far.
    pub(super) fn last(&self) -> Option<&Step> {
        self.done.last().map(|done| done.step)
    }

    /// The roles of everybody in the script.
    pub(super) fn roles(&self) -> Vec<Text> {
        let mut all: Vec<Text> = Vec::new();
        for role in self.script.steps.iter().flat_map(|step| &step.roles) {
            if !all.contains(role) {
                all.push(role.clone());
            }
        }
        all
    }
}

impl<'s> About<'s> {
    /// What an action may be about, in the order of preference: unit and deal, the deal or the unit
    /// alone (the unit first where the step names it), nothing.
    fn shapes(self, unit_first: bool) -> [About<'s>; 4] {
        let without_unit = About { stock: None, ..self };
        let without_deal = About { deal: None, ..self };
        let nothing = About { stock: None, deal: None };
        match unit_first {
            true => [self, without_deal, without_unit, nothing],
            false => [self, without_unit, without_deal, nothing],
        }
    }

    /// What the rows of the table for this action are about, where none begins here.
    fn by_the_table(self, action: DealAction) -> About<'s> {
        let rows = || transitions().filter(|row| row.action == action);
        let without_deal = rows().all(|row| row.document == Waiting::NoDeal);
        let without_unit = rows().all(|row| row.units.is_empty());
        About {
            stock: self.stock.filter(|_| !without_unit),
            deal: self.deal.filter(|_| !without_deal),
        }
    }
}

fn unknown_unit(unit: &Text) -> Error {
    Error::new(Code::PricingUnknownUnit).with("unit_no", unit)
}
