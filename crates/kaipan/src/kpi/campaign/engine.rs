//! Holds campaigns against their plans.

use super::facts::CampaignFacts;
use super::plan::{Campaign, CampaignGoal, CampaignState};
use super::sheet::{CampaignPhase, CampaignPosition, CampaignSheet, GoalPosition};
use crate::check::with_repeats;
use crate::error::{Code, Error, Finding, Input, Result, finding};
use crate::kpi::fact::{Fact, FactDimension, FactKind, spend_without_amount};
use crate::kpi::measure::{Measuring, measures};
use crate::kpi::period::{PeriodKind, PeriodSeries};
use crate::kpi::rounded::{divided, figure, quotient, rate};
use crate::number::{Exact, Figure, Money, Unrounded, less};
use crate::{Date, Text};

/// Says what campaigns brought and cost, beside their plans (市场活动评估, handbook §8.17).
///
/// A campaign is what facts name in their campaign. Results are measures of these facts, marketing's
/// reading, from its first day to the day looked at; what was spent counts also before it began.
///
/// ```
/// use kaipan::kpi::{Campaign, CampaignGoal, CampaignReviewing, Fact, FactKind};
/// let (from, to) = ("2026-05-01".parse()?, "2026-05-10".parse()?);
/// let goals = vec![CampaignGoal::new("visits", "4".parse()?)];
/// let plan = Campaign::new("开盘活动", from, to).with_goals(goals);
/// let visit = Fact::new("V1", FactKind::Visit, "2026-05-02".parse()?).with_campaign("开盘活动");
/// let sheet = CampaignReviewing::new(&[plan], &[visit], "2026-05-04".parse()?).sheet()?;
/// let goal = &sheet.campaigns[0].goals[0];
/// assert_eq!((goal.reached.to_string(), goal.completion_rate.unwrap().to_string()), ("1".into(), "0.25".into()));
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct CampaignReviewing<'a> {
    campaigns: &'a [Campaign],
    facts: &'a [Fact],
    on: Date,
}

impl<'a> CampaignReviewing<'a> {
    /// Campaigns and facts, on a day.
    pub const fn new(
        campaigns: &'a [Campaign],
        facts: &'a [Fact],
        on: Date,
    ) -> CampaignReviewing<'a> {
        CampaignReviewing { campaigns, facts, on }
    }

    /// What each brought and cost.
    ///
    /// # Errors
    /// [`Code::KpiBlank`], [`Code::KpiIdTwice`], [`Code::KpiDatesTurned`],
    /// [`Code::KpiCampaignCountsTo`], [`Code::KpiNumber`] and [`Code::KpiMeasureUnknown`] of campaigns
    /// and goals; what is wrong with facts, as [`Measuring::table`].
    pub fn sheet(&self) -> Result<CampaignSheet> {
        self.refuse()?;
        let facts = CampaignFacts::new(self.facts)?;
        let mut findings = facts.findings().to_vec();
        let spend = self.campaigns.iter().flat_map(|plan| self.spend(&facts, plan));
        findings.extend(spend_without_amount(spend));
        let mut campaigns = Vec::with_capacity(self.campaigns.len());
        for (at, plan) in self.campaigns.iter().enumerate() {
            let (position, lacking) = self.position(&facts, plan)?;
            let told = told(&position).into_iter().chain(lacking);
            findings.extend(told.map(|told| told.at(at).within(Input::Campaigns)));
            campaigns.push(position);
        }
        findings.extend(facts.unplanned(self.campaigns));
        Ok(CampaignSheet { on: self.on, campaigns, findings })
    }

    fn refuse(&self) -> Result<()> {
        let known = measures();
        let mut errors = Vec::new();
        for (at, plan, first) in with_repeats(self.campaigns, |plan| &plan.id) {
            let mut own = plan.errors();
            if let Some(first) = first {
                let error = Error::new(Code::KpiIdTwice).with("id", &plan.id);
                own.push(error.with("first", first).at("id"));
            }
            for (number, goal) in plan.goals.iter().enumerate() {
                let is_known = known.iter().any(|measure| measure.name == goal.metric);
                if !is_known && !goal.metric.is_empty() {
                    let names = known.iter().map(|measure| measure.name.as_str());
                    let error = Error::new(Code::KpiMeasureUnknown).with("name", &goal.metric);
                    let error = error.with_nearest(names, &goal.metric).at("metric");
                    own.push(error.at(number).at("goals"));
                }
            }
            errors.extend(own.into_iter().map(|error| error.at(at).within(Input::Campaigns)));
        }
        Error::collect(errors)
    }

    /// What was spent on a campaign up to the day.
    fn spend<'s>(
        &self,
        facts: &'s CampaignFacts<'a>,
        plan: &Campaign,
    ) -> impl Iterator<Item = &'a Fact> + use<'s, 'a> {
        let on = self.on;
        facts.of(&plan.id).filter(move |fact| fact.kind == FactKind::Spend && fact.date <= on)
    }

    /// A campaign with what it brought and cost, and the goals whose facts lack what they count.
    fn position(
        &self,
        facts: &CampaignFacts<'a>,
        plan: &Campaign,
    ) -> Result<(CampaignPosition, Vec<Finding>)> {
        let spent = Money::sum(self.spend(facts, plan).filter_map(|fact| fact.amount))?;
        let budget = plan.budget;
        let used = match budget {
            Some(budget) => quotient(spent.fen().into(), budget.fen().into())?,
            None => None,
        };
        let phase = match self.on {
            day if day < plan.from => CampaignPhase::NotBegun,
            day if day > plan.last() => CampaignPhase::Over,
            _ => CampaignPhase::Running,
        };
        let (reached, lacking) = self.reached(facts, plan)?;
        let position = CampaignPosition {
            id: plan.id.clone(),
            name: plan.name.clone().unwrap_or_else(|| plan.id.as_str().into()),
            from: plan.from,
            to: plan.to,
            state: plan.state,
            phase,
            goals: goals(plan, spent, &reached)?,
            budget,
            spent,
            remaining: budget.map(|budget| less(budget, spent)).transpose()?,
            used_rate: used.as_ref().map(rate).transpose()?,
        };
        Ok((position, lacking))
    }

    /// What a campaign brought, of each of its goals; nothing before it began.
    fn reached(
        &self,
        facts: &CampaignFacts<'_>,
        plan: &Campaign,
    ) -> Result<(Vec<Exact>, Vec<Finding>)> {
        let last = plan.last().min(self.on);
        if plan.goals.is_empty() || last < plan.from {
            return Ok((Vec::new(), Vec::new()));
        }
        let metrics: Vec<Text> = plan.goals.iter().map(|goal| goal.metric.clone()).collect();
        let days = PeriodSeries::new(PeriodKind::Cumulative, plan.from, last);
        let by = [FactDimension::Campaign];
        let facts = facts.with_origins(&plan.id);
        let table = Measuring::new(&facts, &metrics, &days).by(&by).as_of(self.on).table()?;
        // What else is odd about facts is told once, of all of them.
        let lacking = table.findings.into_iter().filter(|told| told.code == Code::KpiAmountMissing);
        let lacking = lacking.map(|mut told| {
            told.path = None;
            let is_named = |goal: &CampaignGoal| {
                told.params.iter().any(|param| param.value.as_str() == goal.metric.as_str())
            };
            match plan.goals.iter().position(is_named) {
                Some(goal) => told.at(goal).at("goals"),
                None => told.at("goals"),
            }
        });
        let is_own = |value: &Option<Text>| value.as_ref() == Some(&plan.id);
        let own = table.groups.into_iter();
        let mut own = own.filter(|group| group.values.iter().any(|one| is_own(&one.value)));
        let cells = own.next().map(|group| group.cells).unwrap_or_default();
        let cells = cells.into_iter().map(|cell| cell.value.unwrap_or_else(|| Exact::from(0)));
        Ok((cells.collect(), lacking.collect()))
    }
}

/// The goals of a campaign with what it brought.
fn goals(plan: &Campaign, spent: Money, reached: &[Exact]) -> Result<Vec<GoalPosition>> {
    let mut goals = Vec::with_capacity(plan.goals.len());
    for (at, goal) in plan.goals.iter().enumerate() {
        let reached = reached.get(at).cloned().unwrap_or_else(|| Exact::from(0));
        let exact: Unrounded = reached.to_string().parse::<Figure>()?.into();
        let share = divided(&exact, &goal.value.into())?;
        let cost = divided(&spent.into(), &exact)?.filter(|_| !spent.is_zero());
        let cost = cost.map(|cost| figure(&cost, 2)?.to_string().parse()).transpose()?;
        goals.push(GoalPosition {
            metric: goal.metric.clone(),
            goal: goal.value,
            reached,
            completion_rate: share.as_ref().map(rate).transpose()?,
            unit_cost: cost,
        });
    }
    Ok(goals)
}

/// What a person should read about a campaign.
fn told(position: &CampaignPosition) -> Vec<Finding> {
    let mut findings = Vec::new();
    let (id, value) = (&position.id, position.spent);
    let is_cancelled = position.state == CampaignState::Cancelled;
    if is_cancelled && value.is_positive() {
        findings.push(finding!(Code::KpiCampaignCancelled, id, value).at("state"));
    }
    if position.state == CampaignState::Draft && value.is_positive() {
        let (state, state_zh) = (position.state.word(), position.state.chinese());
        let told = finding!(Code::KpiCampaignNotApproved, id, state, state_zh, value);
        findings.push(told.at("state"));
    }
    if let Some(limit) = position.budget.filter(|budget| value > *budget) {
        findings.push(finding!(Code::KpiCampaignOver, id, value, limit).at("budget"));
    }
    let is_over = position.phase == CampaignPhase::Over && !is_cancelled;
    for (at, goal) in position.goals.iter().enumerate() {
        let share = goal.completion_rate.filter(|_| is_over);
        if share.is_some_and(|share| share < crate::number::Rate::ONE) {
            let (metric, reached, goal) = (&goal.metric, &goal.reached, goal.goal);
            let told = finding!(Code::KpiCampaignMissed, id, metric, goal, reached);
            findings.push(told.at(at).at("goals"));
        }
    }
    findings
}
