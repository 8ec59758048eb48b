//! The engine.

use super::answer::{AgentDay, DayTask, OverdueKindSum, OverdueReasonSum, OverdueTaskList};
use super::kind::OverdueKind;
use super::reason::{GivenReason, OverdueReason, Reasons, wrong_reasons};
use super::{of_claims, of_deals, of_services};
use crate::builder::{inputs, optional_inputs};
use crate::deal::{Deal, DealDeadlines, DealTasks};
use crate::error::{Code, Error, Finding, Input, Result, finding};
use crate::number::{Money, overflow};
use crate::overdue::balance::Running;
use crate::overdue::claim::{
    ClaimDeal, ClaimsOfDay, MoneyClaim, odd_deals, wrong_claims, wrong_deals, wrong_horizon,
};
use crate::overdue::day_counts::{never, past_calendar};
use crate::overdue::late_fee::{DailyRates, LateFeePolicy};
use crate::service::{FollowedService, ServiceDefinition, ServiceFollowing};
use crate::{Date, Label, Text, Time, WorkingDays};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Lists everything that is due or overdue on a day: money, signing, services and deadlines of deals
/// (handbook §6.9, §23). Overdue is told, and refuses nothing.
///
/// Errors and findings are placed in [`Input::Claims`], `ClaimDeals`, `Deals`, `Services`, `Definitions`,
/// `Deadlines`, `WorkingDays`, `ReasonClasses`, `Reasons`, `Policy`, `AheadDays` and
/// `Agent`.
///
/// ```
/// use kaipan::overdue::{MoneyClaim, OverdueKind, OverdueTasking};
/// let claims = [MoneyClaim::new("C1", "D1", "house_payment", "295206".parse()?)
///     .with_due("2026-09-01".parse()?)];
/// let list = OverdueTasking::new("2026-09-10T09:00:00".parse()?).claims(&claims).list()?;
/// assert_eq!(list.tasks[0].overdue, Some(OverdueKind::Payment));
/// assert_eq!(list.tasks[0].days_left, -9);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct OverdueTasking<'a> {
    now: Time,
    claims: &'a [MoneyClaim],
    horizon: Option<u32>,
    policy: Option<&'a LateFeePolicy>,
    claim_deals: &'a [ClaimDeal],
    deals: &'a [Deal],
    services: &'a [FollowedService],
    definitions: &'a [ServiceDefinition],
    deadlines: Option<&'a DealDeadlines>,
    working_days: Option<&'a WorkingDays>,
    ahead_days: u32,
    reason_classes: Option<&'a [OverdueReason]>,
    reasons: &'a [GivenReason],
    agent: Option<&'a Text>,
}

/// What is known of deals.
pub(super) struct Known<'a> {
    deals: HashMap<&'a Text, &'a Deal>,
    claim_deals: HashMap<&'a Text, &'a ClaimDeal>,
}

/// Whose a deal is.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Who<'a> {
    pub(super) agent: Option<&'a Text>,
    pub(super) unit_no: Option<&'a Text>,
    pub(super) customer: Option<&'a Text>,
}

impl<'a> Known<'a> {
    /// The first with an id counts.
    fn new(deals: &'a [Deal], claim_deals: &'a [ClaimDeal]) -> Known<'a> {
        Known {
            deals: deals.iter().rev().map(|deal| (&deal.id, deal)).collect(),
            claim_deals: claim_deals.iter().rev().map(|deal| (&deal.id, deal)).collect(),
        }
    }

    pub(super) fn who(&self, deal: &Text) -> Who<'a> {
        let (one, other) = (self.deals.get(deal), self.claim_deals.get(deal));
        Who {
            agent: one
                .and_then(|deal| deal.agent.as_ref())
                .or(other.and_then(|o| o.agent.as_ref())),
            unit_no: one
                .and_then(|deal| deal.unit_no.as_ref())
                .or(other.and_then(|other| other.unit_no.as_ref())),
            customer: one
                .and_then(|deal| deal.first_buyer())
                .or(other.and_then(|other| other.customer.as_ref())),
        }
    }
}

impl<'a> OverdueTasking<'a> {
    /// What is due at a moment.
    pub fn new(now: Time) -> OverdueTasking<'a> {
        OverdueTasking {
            now,
            claims: &[],
            horizon: None,
            policy: None,
            claim_deals: &[],
            deals: &[],
            services: &[],
            definitions: &[],
            deadlines: None,
            working_days: None,
            ahead_days: 0,
            reason_classes: None,
            reasons: &[],
            agent: None,
        }
    }

    inputs! {
        /// What deals owe.
        claims: &'a [MoneyClaim];
        /// What is known of deals of claims that are not among the deals.
        claim_deals: &'a [ClaimDeal];
        /// Deals with their documents.
        deals: &'a [Deal];
        /// Services after signing.
        services: &'a [FollowedService];
        /// Machines of services, where they are not the presets.
        definitions: &'a [ServiceDefinition];
        /// Days before its day from which on money and steps of services are listed; on the day itself if
        /// it is 0.
        ahead_days: u32;
        /// Reasons that were found.
        reasons: &'a [GivenReason];
    }

    optional_inputs! {
        /// The last recorded number that counts; all if absent.
        horizon: u32;
        /// What contracts agree about late payment, where payments pay late fees too.
        policy: &'a LateFeePolicy;
        /// How long before a deadline of a deal it is told.
        deadlines: &'a DealDeadlines;
        /// Which days are worked; Monday to Friday if absent.
        working_days: &'a WorkingDays;
        /// The reasons that there are; [`OverdueReason::preset`] if absent.
        reason_classes: &'a [OverdueReason];
        /// Whose tasks alone are wanted.
        agent: &'a Text;
    }

    /// The tasks, with sums by agent, kind and reason.
    ///
    /// # Errors
    /// As [`DealTasks::list`] and [`ServiceFollowing::list`]; claims that cannot be, as for
    /// [`OverdueAssessing`](crate::overdue::OverdueAssessing); reasons that there are not
    /// ([`Code::OverdueReasonUnknown`]) or that are not for what is overdue ([`Code::OverdueReasonKind`]).
    pub fn list(&self) -> Result<OverdueTaskList> {
        let as_of = self.now.date();
        let classes =
            self.reason_classes.map_or_else(|| Cow::Owned(OverdueReason::preset()), Cow::Borrowed);
        Error::collect(self.wrong(&classes))?;
        let mut findings = self.odd();
        let mut tasks = self.found(as_of, &mut findings)?;
        self.give_reasons(&mut tasks, &mut findings);
        findings.extend(self.agent_of_none(&tasks));
        tasks.retain(|task| self.agent.is_none() || task.agent.as_ref() == self.agent);
        tasks.sort_by(|one, other| {
            let agent =
                (one.agent.is_none(), &one.agent).cmp(&(other.agent.is_none(), &other.agent));
            let order = agent.then_with(|| (one.due, one.matter).cmp(&(other.due, other.matter)));
            order.then_with(|| {
                (&one.deal, &one.subject, &one.zh).cmp(&(&other.deal, &other.subject, &other.zh))
            })
        });
        Ok(OverdueTaskList {
            as_of,
            agents: agents(&tasks)?,
            kinds: kinds(&tasks)?,
            reasons: reasons(&tasks, &classes)?,
            tasks,
            findings,
        })
    }

    fn found(&self, as_of: Date, findings: &mut Vec<Finding>) -> Result<Vec<DayTask>> {
        let known = Known::new(self.deals, self.claim_deals);
        let default = LateFeePolicy::default();
        let policy = self.policy.unwrap_or(&default);
        let rates = DailyRates::new(policy);
        let running = Running { policy, rates: &rates, as_of, contract_total: None, waived: &[] };
        let ahead = self.ahead_days;
        let far = || past_calendar("ahead_days", ahead, as_of).placed(Input::AheadDays);
        let until = as_of.add_days(ahead).ok_or_else(far)?;
        let day = ClaimsOfDay { as_of, horizon: self.horizon };
        let mut tasks = Vec::new();
        let mut late = BTreeSet::new();
        for claim in day.of(self.claims) {
            let task = of_claims::task(&claim, &running, &known, until);
            let task = task.map_err(|error| error.at(claim.at).within(Input::Claims))?;
            let Some(task) = task else { continue };
            late.extend(task.overdue.map(|kind| (claim.claim.deal.to_string(), kind)));
            tasks.push(task);
        }
        let deals = DealTasks::new(self.deals, self.now)
            .deadlines(self.deadlines)
            .working_days(self.working_days)
            .list()?;
        findings.extend(deals.findings);
        tasks.extend(deals.tasks.into_iter().map(of_deals::task));
        let services = ServiceFollowing::new(self.services, as_of)
            .definitions(self.definitions)
            .ahead_days(self.ahead_days)
            .working_days(self.working_days)
            .list()?;
        findings.extend(services.findings);
        tasks.extend(services.steps.iter().map(|step| of_services::step(step, &known, &late)));
        let todos = services.todos.into_iter();
        tasks.extend(todos.filter_map(|todo| of_services::todo(todo, &known, &late)));
        Ok(tasks)
    }

    fn wrong(&self, classes: &[OverdueReason]) -> Vec<Error> {
        let mut errors = wrong_claims(self.claims);
        errors.extend(wrong_horizon(self.claims, self.horizon));
        errors.extend(wrong_deals(self.claim_deals, Input::ClaimDeals));
        let policy = self.policy.map(LateFeePolicy::wrong).unwrap_or_default();
        errors.extend(policy.into_iter().map(|error| error.within(Input::Policy)));
        errors.extend(wrong_reasons(classes, self.reasons));
        errors
    }

    fn odd(&self) -> Vec<Finding> {
        let claims = self.claims.iter().enumerate();
        let each = claims.flat_map(|(at, claim)| {
            claim.odd().into_iter().map(move |told| told.at(at).within(Input::Claims))
        });
        let later = odd_deals(self.claim_deals, self.now.date(), Input::ClaimDeals);
        let ahead = never("ahead_days", Some(self.ahead_days));
        let ahead = ahead.map(|told| told.placed(Input::AheadDays));
        each.chain(later).chain(ahead).collect()
    }

    /// An agent who is asked for and has neither a deal nor a task.
    fn agent_of_none(&self, tasks: &[DayTask]) -> Option<Finding> {
        let agent = self.agent?;
        let of_deals = self.deals.iter().map(|deal| &deal.agent);
        let of_claims = self.claim_deals.iter().map(|deal| &deal.agent);
        let mut all = of_deals.chain(of_claims).chain(tasks.iter().map(|task| &task.agent));
        let told = || finding!(Code::OverdueAgentOfNone, agent).within(Input::Agent);
        (!all.any(|one| one.as_ref() == Some(agent))).then(told)
    }

    /// Puts reasons at what is overdue, and tells those that are of nothing.
    fn give_reasons(&self, tasks: &mut [DayTask], findings: &mut Vec<Finding>) {
        let given = self.reasons.iter().enumerate();
        let given: Reasons<'_> =
            given.map(|(at, one)| ((&one.deal, one.kind), (at, one))).collect();
        let mut used = BTreeSet::new();
        for task in tasks {
            let Some((deal, kind)) = task.deal.as_ref().zip(task.overdue) else { continue };
            if let Some((at, one)) = given.get(&(deal, kind)) {
                task.reason = Some(one.reason.clone());
                used.insert(*at);
            }
        }
        for (at, one) in self.reasons.iter().enumerate().filter(|(at, _)| !used.contains(at)) {
            let (deal, kind_zh, kind) = (&one.deal, one.kind.chinese(), one.kind.english());
            let told = finding!(Code::OverdueReasonOfNone, deal, kind_zh, kind);
            findings.push(told.at(at).within(Input::Reasons));
        }
    }
}

fn count(of: usize) -> Result<u32> {
    u32::try_from(of).map_err(|_| overflow())
}

fn amount<'t>(tasks: impl Iterator<Item = &'t DayTask>) -> Result<Money> {
    Money::sum(tasks.filter_map(|task| task.amount))
}

/// What each agent has to do; the tasks are in the order of agents.
fn agents(tasks: &[DayTask]) -> Result<Vec<AgentDay>> {
    let each = tasks.chunk_by(|one, other| one.agent == other.agent).map(|own| {
        Ok(AgentDay {
            agent: own.first().and_then(|task| task.agent.clone()),
            tasks: count(own.len())?,
            overdue: count(own.iter().filter(|task| task.days_left < 0).count())?,
            amount: amount(own.iter())?,
        })
    });
    each.collect()
}

fn kinds(tasks: &[DayTask]) -> Result<Vec<OverdueKindSum>> {
    let mut by_kind: BTreeMap<OverdueKind, Vec<&DayTask>> = BTreeMap::new();
    for task in tasks {
        if let Some(kind) = task.overdue {
            by_kind.entry(kind).or_default().push(task);
        }
    }
    let each = by_kind.into_iter().map(|(kind, own)| {
        let deals: BTreeSet<&Text> = own.iter().filter_map(|task| task.deal.as_ref()).collect();
        Ok(OverdueKindSum {
            kind,
            zh: Label::constant(kind.chinese()),
            en: Label::constant(kind.english()),
            count: count(own.len())?,
            deals: count(deals.len())?,
            amount: amount(own.iter().copied())?,
            overdue_days: own.iter().map(|task| task.days_left.unsigned_abs()).max().unwrap_or(0),
        })
    });
    each.collect()
}

/// What is overdue by reason, in the order of the reasons.
fn reasons(tasks: &[DayTask], classes: &[OverdueReason]) -> Result<Vec<OverdueReasonSum>> {
    let none = (None, [Label::constant("（未注明）"), Label::constant("(not said)")]);
    let keys = classes.iter().map(|one| (Some(&one.code), [one.zh.clone(), one.en.clone()]));
    let each = keys.chain([none]).filter_map(|(reason, [zh, en])| {
        let own = || {
            let overdue = tasks.iter().filter(|task| task.overdue.is_some());
            overdue.filter(move |task| task.reason.as_ref() == reason)
        };
        let found = own().count();
        let sum = || {
            let (count, amount) = (count(found)?, amount(own())?);
            Ok(OverdueReasonSum { reason: reason.cloned(), zh, en, count, amount })
        };
        (found > 0).then(sum)
    });
    each.collect()
}
