use super::actual::{ActualFigure, CompletionPeriod};
use super::base::{TargetBase, add_base, without_target};
use super::chosen::{Placed, chosen, counting, overlaps};
use super::parts::{add_parts, circle, without_whole};
use super::row::{progress, row};
use super::sheet::{CompletionRow, CompletionSheet};
use crate::Text;
use crate::builder::{inputs, optional_inputs};
use crate::check::{Must, with_repeats};
use crate::error::{Code, Error, Finding, Input, Result, finding};
use crate::kpi::period::PeriodKind;
use crate::kpi::rounded::rate;
use crate::kpi::targets::{FigureOwner, SalesTarget, TargetState};
use crate::number::{Rate, overflow};
use std::collections::{HashMap, HashSet};

/// Says how far targets are reached on a day (handbook §8.1).
///
/// ```
/// use kaipan::kpi::*;
/// let (from, to) = ("2026-03-01".parse()?, "2026-03-31".parse()?);
/// let owner = FigureOwner::node("P1");
/// let target = "60000000".parse()?;
/// let target = SalesTarget::new(owner.clone(), "signed_amount", PeriodKind::Month, from, to, target);
/// let targets = [target.with_state(TargetState::Approved)];
/// let actual = ActualFigure::new(owner, "signed_amount").with_value("15000000".parse()?);
/// let period = CompletionPeriod::new(PeriodKind::Month, from, to, "2026-03-15".parse()?);
/// let alert: kaipan::number::Rate = "0.1".parse()?;
/// let sheet = Completing::new(&targets, &[actual], &period).alert_below(alert).sheet()?;
/// let row = &sheet.rows[0];
/// assert_eq!(row.completion_rate.unwrap().to_string(), "0.25");
/// assert_eq!(sheet.time_progress.to_string(), "0.4839");
/// assert_eq!(row.pace.unwrap().to_string(), "-0.2339");
/// assert_eq!(row.required_daily.unwrap().to_string(), "2812500");
/// assert!(row.alert);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Completing<'a> {
    targets: &'a [SalesTarget],
    actuals: &'a [ActualFigure],
    period: &'a CompletionPeriod,
    alert_below: Option<Rate>,
    least_state: TargetState,
    base: TargetBase,
    bases: &'a [ActualFigure],
}

/// Somebody's figure of something.
pub(super) type Of<'a> = (&'a FigureOwner, &'a Text);

impl<'a> Completing<'a> {
    /// Of targets, by what was reached in a period.
    pub const fn new(
        targets: &'a [SalesTarget],
        actuals: &'a [ActualFigure],
        period: &'a CompletionPeriod,
    ) -> Completing<'a> {
        let least_state = TargetState::Approved;
        let base = TargetBase::LastYear;
        Completing { targets, actuals, period, alert_below: None, least_state, base, bases: &[] }
    }

    optional_inputs! {
        /// How far completion may lie below the share of days that are over: 0.1 is 10 % of the target.
        alert_below: Rate;
    }

    inputs! {
        /// How far a target must have come to count; approved if not given.
        least_state: TargetState;
        /// Which earlier period targets are compared with; the same period of last year if not given.
        base: TargetBase;
        /// 基期实际: what was reached in that period, of each figure.
        bases: &'a [ActualFigure];
    }

    /// How far each is reached.
    ///
    /// # Errors
    /// [`Code::KpiDatesTurned`], [`Code::KpiPeriodDays`], [`Code::KpiBlank`], [`Code::KpiTargetNegative`],
    /// [`Code::KpiTargetTwice`], [`Code::KpiTargetsOverlap`] of targets; [`Code::KpiTargetNotSplit`] where
    /// a target is for a longer period than is asked for; [`Code::KpiActualForm`],
    /// [`Code::KpiActualTwice`]; [`Code::KpiCircle`] of parts; [`Code::KpiYearOnYear`] of a stage beside last
    /// year; [`Code::KpiNumber`] of the bound of alerts.
    pub fn sheet(&self) -> Result<CompletionSheet> {
        self.refuse()?;
        let actuals: HashMap<Of<'_>, &ActualFigure> =
            self.actuals.iter().map(|actual| (actual.figure(), actual)).collect();
        let bases: HashMap<Of<'_>, &ActualFigure> =
            self.bases.iter().map(|base| (base.figure(), base)).collect();
        let figures = self.figures();
        let mut wrong: Vec<Error> = circle(&figures).into_iter().collect();
        let mut targets = Vec::with_capacity(figures.len());
        for own in &figures {
            let counting = counting(own, self.least_state);
            wrong.extend(overlaps(&counting));
            targets.push(
                chosen(&counting, self.period).map_err(|error| wrong.push(error)).ok().flatten(),
            );
        }
        Error::collect(wrong)?;
        let mut findings = self.without_target(&figures);
        findings.extend(without_whole(&figures));
        let known: HashSet<Of<'_>> = self.targets.iter().map(|target| target.figure()).collect();
        let lone =
            self.bases.iter().enumerate().filter(|(_, base)| !known.contains(&base.figure()));
        findings.extend(lone.map(|(at, base)| without_target(at, base)));
        let mut rows = Vec::with_capacity(figures.len());
        for (own, target) in figures.iter().zip(targets) {
            let Some((at, of)) = own.first() else { continue };
            let actual = actuals.get(&of.figure()).copied();
            let mut row = row(of, target, actual, self.period, self.alert_below)?;
            let mut told = told(&row, own, actual, self.least_state);
            if !self.bases.is_empty() {
                told.extend(add_base(&mut row, bases.get(&of.figure()).copied())?);
            }
            findings.extend(partial(own, self.period));
            let told = told.into_iter();
            findings.extend(told.map(|told| told.at(*at).within(Input::Targets)));
            rows.push(row);
        }
        add_parts(&figures, &mut rows)?;
        let left = self.period.length().saturating_sub(self.period.elapsed());
        Ok(CompletionSheet {
            time_progress: rate(&progress(self.period)?)?,
            base: if self.bases.is_empty() { None } else { self.base.days(self.period) },
            remaining_days: u32::try_from(left).map_err(|_| overflow())?,
            rows,
            findings,
        })
    }

    fn refuse(&self) -> Result<()> {
        let mut errors = Vec::new();
        let days = self.period.days();
        let turned =
            days.turned().map(|_| days.named_in(Error::new(Code::KpiDatesTurned)).at("to"));
        errors.extend(turned.map(|error| error.within(Input::Period)));
        let has_year = !matches!(self.period.kind, PeriodKind::Stage | PeriodKind::Cumulative);
        if !self.bases.is_empty() && self.base == TargetBase::LastYear && !has_year {
            let kind = self.period.kind;
            let error = Error::new(Code::KpiYearOnYear).with("kind", kind.word());
            errors.push(error.with("kind_zh", kind.chinese()).within(Input::Base));
        }
        let borne = self
            .alert_below
            .and_then(|borne| Must::BeShare.refused(Code::KpiNumber, "alert_below", borne));
        errors.extend(borne.map(|error| error.placed(Input::AlertBelow)));
        let key = |target: &'a SalesTarget| {
            (target.figure(), target.period, target.from, target.to, target.version, target.state)
        };
        for (at, target, first) in with_repeats(self.targets, key) {
            let twice = first.map(|first| {
                let error = Error::new(Code::KpiTargetTwice).with("owner", target.owner.id());
                error.with("metric", &target.metric).with("first", first)
            });
            let own = target.errors().into_iter().chain(twice);
            errors.extend(own.map(|error| error.at(at).within(Input::Targets)));
        }
        for (list, input) in [(self.actuals, Input::Actuals), (self.bases, Input::Bases)] {
            for (at, actual, first) in with_repeats(list, ActualFigure::figure) {
                let twice = first.map(|first| {
                    let error = Error::new(Code::KpiActualTwice).with("owner", actual.owner.id());
                    error.with("metric", &actual.metric).with("first", first)
                });
                let own = actual.errors().into_iter().chain(twice);
                errors.extend(own.map(|error| error.at(at).within(input)));
            }
        }
        Error::collect(errors)
    }

    /// The targets of each figure, the figures in the order of the targets.
    fn figures(&self) -> Vec<Vec<Placed<'a>>> {
        let mut places: HashMap<Of<'_>, usize> = HashMap::new();
        let mut figures: Vec<Vec<Placed<'a>>> = Vec::new();
        for (at, target) in self.targets.iter().enumerate() {
            let place = *places.entry(target.figure()).or_insert(figures.len());
            match figures.get_mut(place) {
                Some(own) => own.push((at, target)),
                None => figures.push(vec![(at, target)]),
            }
        }
        figures
    }

    /// What was reached of figures that have no target.
    fn without_target(&self, figures: &[Vec<Placed<'_>>]) -> Vec<Finding> {
        let known: HashSet<Of<'_>> =
            figures.iter().filter_map(|own| Some(own.first()?.1.figure())).collect();
        let lost =
            self.actuals.iter().enumerate().filter(|(_, one)| !known.contains(&one.figure()));
        let told = lost.map(|(at, actual)| {
            let own = known.iter().filter(|(_, metric)| **metric == actual.metric);
            let error = Error::new(Code::KpiActualWithoutTarget).with("owner", actual.owner.id());
            let error = error.with("metric", &actual.metric);
            let error =
                error.with_nearest(own.map(|(owner, _)| owner.id().as_str()), actual.owner.id());
            error.at("owner").at(at).within(Input::Actuals).finding()
        });
        told.collect()
    }
}

/// Targets of the days asked for that are for a part of their month, quarter or year.
fn partial(own: &[Placed<'_>], asked: &CompletionPeriod) -> Vec<Finding> {
    let is_part = |target: &SalesTarget| {
        let whole = target.period.first(target.from) == Some(target.from)
            && target.period.last(target.to) == target.to;
        target.period.months().is_some() && !whole && target.days().meets(asked.days())
    };
    let parts = own.iter().filter(|(_, target)| is_part(target));
    let told = parts.map(|(at, target)| {
        let (owner, metric, kind) = (target.owner.id(), &target.metric, target.period.word());
        let (from, to, kind_zh) = (target.from, target.to, target.period.chinese());
        let told = finding!(Code::KpiTargetPartial, owner, metric, from, to, kind, kind_zh);
        told.at("from").at(*at).within(Input::Targets)
    });
    told.collect()
}

/// Completion above this is told: ten times the target.
const USUAL: Rate = Rate::from_millionths(10_000_000);

/// What a person should read about a row.
fn told(
    row: &CompletionRow,
    own: &[Placed<'_>],
    actual: Option<&ActualFigure>,
    least: TargetState,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let (owner, metric) = (row.owner.id(), &row.metric);
    if row.target.is_none() {
        let waiting =
            own.iter().map(|(_, target)| target.state).filter(|state| *state < least).max();
        findings.push(match waiting {
            Some(state) => finding!(
                Code::KpiTargetWaits,
                owner,
                metric,
                state = state.word(),
                state_zh = state.chinese()
            ),
            None => finding!(Code::KpiTargetMissing, owner, metric),
        });
    } else if row.actual.is_none() {
        findings.push(match actual {
            Some(_) => finding!(Code::KpiActualUndefined, owner, metric),
            None => finding!(Code::KpiActualMissing, owner, metric),
        });
    }
    if row.completion_rate.is_some_and(|rate| rate > USUAL) {
        let (target, actual) = (row.target.unwrap_or_default(), row.actual.unwrap_or_default());
        findings.push(finding!(Code::KpiCompletionOdd, owner, metric, target, actual));
    }
    findings
}
