//! Walking a script: every step is decided by the core, and what it decides is applied.

use super::about::About;
use super::script::{Known, Script, Step};
use kaipan::approval::ApprovalRequest;
use kaipan::deal::{
    ChangedFrom, Deal, DealAction, DealCommand, DealContext, DealDraft, DealRuling, Deciding,
    Quota, QuotaEvent, ReceivedMoney, UnitStock,
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
    pub(super) known: Known,
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
            done.asked = Some(self.ask(action, step, stock, (at, &done.deal))?);
        }
        self.done.push(done);
        Ok(())
    }

    /// The place of a deal that a step was about.
    fn place_of(&self, id: &Text) -> Option<usize> {
        self.deals.iter().position(|deal| deal.id == *id)
    }

    /// The deal and unit that a change of unit leaves, and the money of the deal.
    fn left(&self, id: &Text) -> Result<(ChangedFrom, Vec<ReceivedMoney>)> {
        let found = self.place_of(id).and_then(|at| {
            let deal = self.deals.get(at)?;
            let has = |stock: &&UnitStock| deal.unit_no.as_ref() == Some(&stock.unit_no);
            let stock = self.stocks.iter().find(has)?;
            let left = ChangedFrom { deal: deal.clone(), stock: stock.clone() };
            Some((left, self.received.get(at)?.clone()))
        });
        found.ok_or_else(|| Error::new(Code::DealInputMissing).with("input", id).at("from"))
    }

    /// The place of a deal; a new one if no step was about it.
    fn deal_at(&mut self, id: &Text) -> usize {
        self.place_of(id).unwrap_or_else(|| {
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
        (deal, id): (usize, &Text),
    ) -> Result<Asked> {
        let all =
            About { stock: stock.and_then(|at| self.stocks.get(at)), deal: self.deals.get(deal) };
        let (about, row) = self.about(all, action, step)?;
        let mut context = self.context(step.at, &step.by, &step.roles, about.stock, about.deal);
        context.approvals = self.approvals(step, id)?;
        if let Some(from) = &step.from {
            let (left, received) = self.left(from)?;
            (context.changed_from, context.received) = (Some(Box::new(left)), Some(received));
        }
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
            for event in &decision.stock {
                let mut stocks = self.stocks.iter_mut();
                if let Some(stock) = stocks.find(|stock| stock.unit_no == event.unit_no) {
                    stock.apply(event)?;
                }
            }
            if let (Some(unit), Some(stock)) = (&mut unit, stock.and_then(|at| self.stocks.get(at)))
            {
                unit.after = stock.state;
            }
            for event in &decision.deal {
                if let Some(deal) = self.deals.iter_mut().find(|deal| deal.id == event.deal) {
                    deal.apply(event)?;
                }
            }
            for entry in &decision.entries {
                let of = entry.deal.as_ref().and_then(|id| self.place_of(id)).unwrap_or(deal);
                if let Some(received) = self.received.get_mut(of) {
                    *received = ReceivedMoney::after(received, entry)?;
                    // Money that moves between deals stays in its bank account.
                    let from = context.received.iter().flatten().filter(|_| step.from.is_some());
                    let account = from.filter_map(|one| one.account.as_ref()).next();
                    let moved = received.iter_mut().filter(|one| one.account.is_none());
                    if let Some(account) = account {
                        moved.for_each(|one| one.account = Some(account.clone()));
                    }
                }
            }
            decision.quotas.iter().try_for_each(|event| self.count(event))?;
        }
        Ok(Asked { action, unit, row, ruling })
    }

    /// What an action is about, and the row of the table, if one begins here.
    fn about<'s>(
        &self,
        all: About<'s>,
        action: DealAction,
        step: &Step,
    ) -> Result<(About<'s>, Option<Text>)> {
        for about in all.shapes(step.unit.is_some()) {
            let context = self.context(step.at, &step.by, &step.roles, about.stock, about.deal);
            let deciding = Deciding::new(&context).stock(about.stock).deal(about.deal);
            let mut options = deciding.options(&[])?.into_iter();
            if let Some(option) = options.find(|option| option.action == action) {
                return Ok((about, Some(option.row)));
            }
        }
        Ok((all.by_the_table(action), None))
    }

    /// The approvals of a step; each has an id of its own in the script.
    fn approvals(&self, step: &Step, deal: &Text) -> Result<Vec<ApprovalRequest>> {
        let before: usize = self.done.iter().map(|done| done.step.approvals.len()).sum();
        let numbered = step.approvals.iter().zip(before.saturating_add(1)..);
        let requests = numbered.enumerate().map(|(at, (approval, number))| {
            let request = approval.request(number, deal, step.at);
            request.map_err(|error| error.at(at).at("approvals"))
        });
        requests.collect()
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
        let plans = &self.script.plans;
        let plan = plans.iter().find(|plan| draft.plan.as_ref() == Some(&plan.code));
        // A script that has plans means one of them, if it gives no schedule of its own.
        if let (Some(named), None, false, true) =
            (&draft.plan, plan, plans.is_empty(), draft.schedule.is_empty())
        {
            let known = plans.iter().map(|plan| plan.code.as_str());
            let codes: Vec<&str> = known.clone().collect();
            let error = Error::new(Code::QuotePlanUnknown).with("plan", named);
            let error = error.with("known", codes.join(", "));
            return Err(error.with_nearest(known, named).at("plan").at("draft"));
        }
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
        context.after_sale = known.after_sale;
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

fn unknown_unit(unit: &Text) -> Error {
    Error::new(Code::PricingUnknownUnit).with("unit_no", unit)
}
