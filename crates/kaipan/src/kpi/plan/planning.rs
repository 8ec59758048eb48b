//! Which versions of plans are in force on a day, and how they agree with each other.

use super::sales_plan::{SalesPlan, SalesPlanKind, SalesPlanLine, twice};
use crate::error::{Code, Error, Finding, Input, Result, finding, told};
use crate::kpi::measure::ratio_of_name;
use crate::kpi::targets::{SalesTarget, TargetState};
use crate::number::{Figure, overflow};
use crate::{Date, Text};
use kaipan_derive::boundary;
use std::collections::BTreeMap;

/// Looks at sales plans on a day (handbook §8.12): the version of each that is in force, those that
/// wait, and what stages come to beside the overall plan.
///
/// ```
/// use kaipan::kpi::*;
/// let (from, to) = ("2026-01-01".parse()?, "2026-12-31".parse()?);
/// let line = SalesPlanLine::new("signings", PeriodKind::Year, from, to, "1200".parse()?);
/// let plan = SalesPlan::new("SP-1", SalesPlanKind::Overall, "P1", from, to, vec![line])
///     .with_state(TargetState::Approved);
/// let sheet = SalesPlanning::new(&[plan], "2026-03-01".parse()?).sheet()?;
/// assert_eq!(sheet.plans[0].in_force, Some(1));
/// assert_eq!(sheet.targets.len(), 1);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct SalesPlanning<'a> {
    plans: &'a [SalesPlan],
    day: Date,
}

/// Sales plans on a day.
#[boundary(answer)]
pub struct SalesPlanSheet {
    /// The day.
    pub day: Date,
    /// One entry for each plan, in the order of their first versions.
    #[boundary(required)]
    pub plans: Vec<SalesPlanPosition>,
    /// What the stage plans in force come to beside the overall plan of their node, for each metric
    /// that both have.
    pub differences: Vec<SalesPlanDifference>,
    /// The lines of what is in force, as targets.
    pub targets: Vec<SalesTarget>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(SalesPlanSheet: findings);

/// A plan on a day.
#[boundary(answer)]
pub struct SalesPlanPosition {
    /// Its id.
    pub id: Text,
    /// What it is.
    pub kind: SalesPlanKind,
    /// Id of the node.
    pub node: Text,
    /// The stage.
    pub stage: Option<Text>,
    /// The version in force; absent if none is.
    pub in_force: Option<u32>,
    /// Since when it is.
    pub since: Option<Date>,
    /// The highest version, where it is not the one in force.
    pub waiting: Option<u32>,
    /// How far that one has come.
    pub waiting_state: Option<TargetState>,
}

/// Stages beside the whole.
#[boundary(answer)]
pub struct SalesPlanDifference {
    /// Id of the node.
    pub node: Text,
    /// The metric.
    pub metric: Text,
    /// What the overall plan has.
    pub overall: Figure,
    /// Σ of the stage plans.
    pub stages: Figure,
    /// 差异: stages less overall.
    pub difference: Figure,
}

/// The versions of one plan, with their places.
type Versions<'a> = Vec<(usize, &'a SalesPlan)>;

impl<'a> SalesPlanning<'a> {
    /// Of plans in all their versions, on a day.
    pub const fn new(plans: &'a [SalesPlan], day: Date) -> SalesPlanning<'a> {
        SalesPlanning { plans, day }
    }

    /// The plans as they are on the day.
    ///
    /// # Errors
    /// What is wrong with plans; [`Code::KpiIdTwice`] of a version that is given twice;
    /// [`Code::KpiPlanOtherThing`] of versions of one plan that are about different things.
    pub fn sheet(&self) -> Result<SalesPlanSheet> {
        let plans = self.plans.iter().enumerate();
        let wrong = plans.flat_map(|(at, plan)| {
            plan.errors().into_iter().map(move |error| error.at(at)).collect::<Vec<_>>()
        });
        let mut errors: Vec<Error> = wrong.chain(twice(self.plans)).collect();
        let all = self.versions();
        errors.extend(all.iter().flat_map(other_things));
        Error::collect(errors.into_iter().map(|error| error.within(Input::Plans)).collect())?;
        let mut findings = Vec::new();
        let (mut positions, mut in_force) = (Vec::new(), Vec::new());
        for versions in &all {
            let force = versions.iter().filter(|(_, plan)| plan.since() <= Some(self.day));
            let force = force.filter(|(_, plan)| plan.since().is_some());
            let force = force.max_by_key(|(_, plan)| plan.version).copied();
            let last = versions.iter().max_by_key(|(_, plan)| plan.version).map(|(_, plan)| *plan);
            let waiting =
                last.filter(|last| force.is_none_or(|(_, plan)| plan.version < last.version));
            let Some((_, plan)) = versions.first() else { continue };
            positions.push(SalesPlanPosition {
                id: plan.id.clone(),
                kind: plan.kind,
                node: plan.node.clone(),
                stage: plan.stage.clone(),
                in_force: force.map(|(_, plan)| plan.version),
                since: force.and_then(|(_, plan)| plan.since()),
                waiting: waiting.map(|plan| plan.version),
                waiting_state: waiting.map(|plan| plan.state),
            });
            in_force.extend(force);
        }
        for (at, plan) in &in_force {
            findings.extend(parts_differ(plan)?.into_iter().map(|told| told.at("lines").at(*at)));
        }
        findings.extend(overlapping(&in_force));
        let findings = findings.into_iter().map(|told| told.within(Input::Plans)).collect();
        let differences = differences(&in_force)?;
        let targets = in_force.iter().flat_map(|(_, plan)| plan.targets()).collect();
        Ok(SalesPlanSheet { day: self.day, plans: positions, differences, targets, findings })
    }

    fn versions(&self) -> Vec<Versions<'a>> {
        let mut all: Vec<Versions<'a>> = Vec::new();
        let mut places: BTreeMap<&Text, usize> = BTreeMap::new();
        for (at, plan) in self.plans.iter().enumerate() {
            let place = *places.entry(&plan.id).or_insert(all.len());
            match all.get_mut(place) {
                Some(versions) => versions.push((at, plan)),
                None => all.push(vec![(at, plan)]),
            }
        }
        all
    }
}

/// Versions of one plan that are about different things.
fn other_things(versions: &Versions<'_>) -> Vec<Error> {
    let Some((first, plan)) = versions.first() else { return Vec::new() };
    let about = |plan: &SalesPlan| (plan.kind, plan.node.clone(), plan.stage.clone());
    let others = versions.iter().filter(|(_, other)| about(other) != about(plan));
    let error = |at: usize| {
        let error = Error::new(Code::KpiPlanOtherThing).with("plan", &plan.id);
        error.with("first", first.saturating_add(1)).at("node").at(at)
    };
    others.map(|(at, _)| error(*at)).collect()
}

/// The lines of a metric that are of its longest kind of period.
fn longest<'p>(plan: &'p SalesPlan, metric: &Text) -> Vec<&'p SalesPlanLine> {
    let own = || plan.lines.iter().filter(|line| line.metric == *metric);
    let kind = own().map(|line| line.period).max();
    own().filter(|line| Some(line.period) == kind).collect()
}

fn total<'p>(lines: impl IntoIterator<Item = &'p SalesPlanLine>) -> Result<Figure> {
    let mut values = lines.into_iter().map(|line| line.value);
    values.try_fold(Figure::ZERO, Figure::checked_add).ok_or_else(overflow)
}

/// The metrics of a plan that add up, each once.
fn metrics(plan: &SalesPlan) -> Vec<&Text> {
    let mut metrics: Vec<&Text> = Vec::new();
    for line in &plan.lines {
        if !metrics.contains(&&line.metric) && ratio_of_name(&line.metric).is_none() {
            metrics.push(&line.metric);
        }
    }
    metrics
}

/// Lines whose shorter ones, of the same days, come to something else.
fn parts_differ(plan: &SalesPlan) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for (at, whole) in plan.lines.iter().enumerate() {
        if ratio_of_name(&whole.metric).is_some() {
            continue;
        }
        let mut kinds: Vec<_> =
            plan.lines.iter().filter(|line| line.metric == whole.metric).collect();
        kinds.retain(|line| line.period < whole.period && whole.days().covers(line.days()));
        kinds.sort_by_key(|line| (line.period, line.from));
        for parts in kinds.chunk_by(|one, two| one.period == two.period) {
            let days: i64 = parts.iter().map(|line| length(line)).sum();
            let sum = total(parts.iter().copied())?;
            if days == length(whole) && sum != whole.value {
                let (metric, value) = (&whole.metric, whole.value);
                let told = finding!(Code::KpiPlanPartsDiffer, plan = plan.id, metric, value, sum);
                findings.push(told.at("value").at(at));
            }
        }
    }
    Ok(findings)
}

fn length(line: &SalesPlanLine) -> i64 {
    line.to.days_since(line.from).saturating_add(1)
}

/// Plans in force of one node and kind that share days.
fn overlapping(in_force: &[(usize, &SalesPlan)]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (number, (at, plan)) in in_force.iter().enumerate() {
        let same = |other: &&(usize, &SalesPlan)| {
            (other.1.kind, &other.1.node) == (plan.kind, &plan.node)
                && other.1.days().meets(plan.days())
        };
        if let Some((_, other)) = in_force.iter().take(number).find(same) {
            let told = finding!(Code::KpiPlansOverlap, plan = plan.id, other_plan = other.id);
            findings.push(told.at("from").at(*at));
        }
    }
    findings
}

/// What stages come to beside the whole.
fn differences(in_force: &[(usize, &SalesPlan)]) -> Result<Vec<SalesPlanDifference>> {
    let mut differences = Vec::new();
    let wholes = in_force.iter().filter(|(_, plan)| plan.kind == SalesPlanKind::Overall);
    for (_, whole) in wholes {
        let stages: Vec<&SalesPlan> = in_force
            .iter()
            .map(|(_, plan)| *plan)
            .filter(|plan| plan.kind == SalesPlanKind::Stage && plan.node == whole.node)
            .collect();
        for metric in metrics(whole) {
            let lines = stages.iter().flat_map(|plan| longest(plan, metric));
            let lines: Vec<&SalesPlanLine> = lines.collect();
            if lines.is_empty() {
                continue;
            }
            let (overall, sum) = (total(longest(whole, metric))?, total(lines)?);
            differences.push(SalesPlanDifference {
                node: whole.node.clone(),
                metric: metric.clone(),
                overall,
                stages: sum,
                difference: sum.checked_sub(overall).ok_or_else(overflow)?,
            });
        }
    }
    Ok(differences)
}
