//! 跨期调整: the year stays, and its periods change.

use super::phases::{Phased, YearOfLines, at_phase};
use super::sales_plan::{SalesPlan, SalesPlanAction};
use crate::builder::{inputs, optional_inputs};
use crate::check::{Must, blank, with_repeats};
use crate::error::{Code, Error, Finding, Input, Result, finding, told};
use crate::kpi::measure::ratio_of_name;
use crate::kpi::period::PeriodKind;
use crate::kpi::targets::TargetState;
use crate::number::{Figure, overflow};
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// Moves amounts of a sales plan between the periods of a year, and keeps the year's total (跨期调整,
/// handbook §8.12). Another total is refused, with the difference.
///
/// ```
/// use kaipan::kpi::*;
/// let day = |text: &str| text.parse::<kaipan::Date>();
/// let quarter = |from: &str, to: &str| -> kaipan::Result<SalesPlanLine> {
///     Ok(SalesPlanLine::new("signings", PeriodKind::Quarter, day(from)?, day(to)?, "300".parse()?))
/// };
/// let lines = vec![quarter("2026-07-01", "2026-09-30")?, quarter("2026-10-01", "2026-12-31")?];
/// let (from, to) = (day("2026-01-01")?, day("2026-12-31")?);
/// let plan = SalesPlan::new("SP-1", SalesPlanKind::Overall, "P1", from, to, lines)
///     .with_state(TargetState::Approved);
/// let less = PlanPhase::new("signings", PeriodKind::Quarter, day("2026-07-01")?, "240".parse()?);
/// let rephased = Rephasing::new(&plan, &[less], "推盘推迟", "wu", day("2026-08-05")?)
///     .spread_rest(true)
///     .rephase()?;
/// assert_eq!(rephased.lines[1].after.to_string(), "360");
/// assert_eq!(rephased.plan.version, 2);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Rephasing<'a> {
    plan: &'a SalesPlan,
    phases: &'a [PlanPhase],
    reason: Label,
    by: Text,
    today: Date,
    spread_rest: bool,
    quantum: Option<Figure>,
}

/// What a line of a plan is to be.
#[boundary]
pub struct PlanPhase {
    /// The metric of the line.
    pub metric: Text,
    /// The kind of its period.
    pub period: PeriodKind,
    /// The first day of its period.
    pub from: Date,
    /// How much it is to be.
    pub value: Figure,
}

/// A plan with other periods.
#[boundary(answer)]
pub struct RephasedPlan {
    /// The plan: the draft of a new version, or the draft that it was.
    pub plan: SalesPlan,
    /// The lines of the metrics that are re-phased, in the order of the plan.
    #[boundary(required)]
    pub lines: Vec<RephasedLine>,
    /// The totals that stayed.
    #[boundary(required)]
    pub totals: Vec<RephasedTotal>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(RephasedPlan: findings);

/// A line before and after.
#[boundary(answer)]
pub struct RephasedLine {
    /// The metric.
    pub metric: Text,
    /// The kind of period.
    pub period: PeriodKind,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// What it was.
    pub before: Figure,
    /// What it is.
    pub after: Figure,
    /// 调整: after less before.
    pub change: Figure,
}

/// A total that stayed.
#[boundary(answer)]
pub struct RephasedTotal {
    /// The metric.
    pub metric: Text,
    /// The kind of period.
    pub period: PeriodKind,
    /// The calendar year.
    pub year: u32,
    /// Σ of its lines.
    pub total: Figure,
}

impl<'a> Rephasing<'a> {
    /// Of a plan: what lines are to be, why, who does it, and when.
    pub fn new(
        plan: &'a SalesPlan,
        phases: &'a [PlanPhase],
        reason: impl Into<Label>,
        by: impl Into<Text>,
        today: Date,
    ) -> Rephasing<'a> {
        let (reason, by) = (reason.into(), by.into());
        Rephasing { plan, phases, reason, by, today, spread_rest: false, quantum: None }
    }

    inputs! {
        /// What the lines named leave of the year falls to its other lines that are not over, in the
        /// ratio of what they have, by largest remainder.
        spread_rest: bool;
    }

    optional_inputs! {
        /// The smallest step of what is spread; 1 if absent. Yuan can be spread to 0.01.
        quantum: Figure;
    }

    /// The plan with its new periods.
    ///
    /// # Errors
    /// What is wrong with the plan; [`Code::KpiPlanState`] of one that waits for review or approval;
    /// [`Code::KpiReasonMissing`]; [`Code::KpiRephaseNone`], [`Code::KpiIdTwice`],
    /// [`Code::KpiPlanLineUnknown`], [`Code::KpiTargetNegative`], [`Code::KpiNotAdditive`],
    /// [`Code::KpiRephasePast`], [`Code::KpiRephaseYears`] of phases; [`Code::KpiRephaseTotal`] where
    /// a year would have another total; [`Code::KpiNotWhole`] of what cannot be spread by the quantum.
    pub fn rephase(&self) -> Result<RephasedPlan> {
        if !matches!(self.plan.state, TargetState::Draft | TargetState::Approved) {
            let error = self.plan.state.not_allowed("rephase", "跨期调整");
            return Err(error.at("state").within(Input::Plan));
        }
        let quantum = self.refuse()?;
        let mut lines = self.phased()?;
        let years = self.years();
        let mut errors = Vec::new();
        for year in &years {
            let Some(at) = year.place(&lines) else { continue };
            if self.spread_rest {
                let error = year.spread(&mut lines, self.today, quantum)?;
                errors.extend(error.map(|error| error.at("value").at(at).within(Input::Phases)));
            } else {
                let (before, after) = year.sums(&lines)?;
                if before != after {
                    let error = year.total_differs(before, after)?;
                    errors.push(error.at("value").at(at).within(Input::Phases));
                }
            }
        }
        Error::collect(errors)?;
        self.answer(&lines, &years)
    }

    fn refuse(&self) -> Result<Figure> {
        let own = self.plan.errors().into_iter().map(|error| error.within(Input::Plan));
        let mut errors: Vec<Error> = own.collect();
        if self.reason.trim().is_empty() {
            errors.push(Error::new(Code::KpiReasonMissing).within(Input::Reason));
        }
        errors.extend(blank(Code::KpiBlank, "by", &self.by).map(|error| error.placed(Input::By)));
        if self.phases.is_empty() {
            errors.push(Error::new(Code::KpiRephaseNone).within(Input::Phases));
        }
        let quantum = self.quantum.unwrap_or(Figure::from_millionths(1_000_000));
        let wrong = Must::BePositive.refused(Code::KpiNumber, "quantum", quantum);
        errors.extend(wrong.map(|error| error.placed(Input::Quantum)));
        Error::collect(errors).map(|()| quantum)
    }

    /// Every line of the plan with what it is to be.
    fn phased(&self) -> Result<Vec<Phased<'a>>> {
        let lines = self.plan.lines.iter();
        let mut lines: Vec<Phased<'a>> =
            lines.map(|line| Phased { line, named: None, value: line.value }).collect();
        let mut errors = Vec::new();
        let key = |phase: &'a PlanPhase| (&phase.metric, phase.period, phase.from);
        for (at, phase, first) in with_repeats(self.phases, key) {
            let mut own = Vec::new();
            if ratio_of_name(&phase.metric).is_some() {
                let error = Error::new(Code::KpiNotAdditive).with("metric", &phase.metric);
                own.push(error.at("metric"));
            }
            if let Some(first) = first {
                let error = Error::new(Code::KpiIdTwice).with("id", &phase.metric);
                own.push(error.with("first", first).at("from"));
            }
            let is_meant = |one: &&mut Phased<'_>| {
                one.line.series() == (&phase.metric, phase.period) && one.line.from == phase.from
            };
            match lines.iter_mut().find(is_meant) {
                Some(one) => {
                    own.extend(phase.errors(one.line, self.today));
                    one.named = Some(at);
                    one.value = phase.value;
                }
                None => own.push(phase.unknown()),
            }
            errors.extend(at_phase(own, at));
        }
        Error::collect(errors).map(|()| lines)
    }

    /// The lines by metric, kind of period and year, in the order of their first lines. A line that
    /// lies in two years belongs to none.
    fn years(&self) -> Vec<YearOfLines<'a>> {
        let mut years: Vec<YearOfLines<'a>> = Vec::new();
        for (at, line) in self.plan.lines.iter().enumerate() {
            let year = line.from.month().0;
            if year != line.to.month().0 {
                continue;
            }
            let key = (&line.metric, line.period, year);
            match years.iter_mut().find(|one| (one.metric, one.period, one.year) == key) {
                Some(one) => one.lines.push(at),
                None => years.push(YearOfLines {
                    metric: &line.metric,
                    period: line.period,
                    year,
                    lines: vec![at],
                }),
            }
        }
        years
    }

    fn answer(&self, phased: &[Phased<'_>], years: &[YearOfLines<'_>]) -> Result<RephasedPlan> {
        let mut plan = self.plan.clone();
        if plan.state == TargetState::Approved {
            plan.next_version()?;
        }
        for (line, one) in plan.lines.iter_mut().zip(phased) {
            line.value = one.value;
        }
        plan.log(self.today, &self.by, SalesPlanAction::Rephase, Some(&self.reason));
        let (mut lines, mut totals) = (Vec::new(), Vec::new());
        let touched: Vec<&YearOfLines<'_>> =
            years.iter().filter(|year| year.place(phased).is_some()).collect();
        for (at, one) in phased.iter().enumerate() {
            if !touched.iter().any(|year| year.lines.contains(&at)) {
                continue;
            }
            let before = one.line.value;
            lines.push(RephasedLine {
                metric: one.line.metric.clone(),
                period: one.line.period,
                from: one.line.from,
                to: one.line.to,
                before,
                after: one.value,
                change: one.value.checked_sub(before).ok_or_else(overflow)?,
            });
        }
        for year in touched {
            totals.push(RephasedTotal {
                metric: year.metric.clone(),
                period: year.period,
                year: u32::try_from(year.year).map_err(|_| overflow())?,
                total: year.sums(phased)?.1,
            });
        }
        let mut findings = Vec::new();
        if lines.iter().all(|line| line.change.is_zero()) {
            findings.push(finding!(Code::KpiRephaseSame, plan = plan.id).within(Input::Phases));
        }
        Ok(RephasedPlan { plan, lines, totals, findings })
    }
}
