//! Targets of groups, and how far they are reached.

use super::super::cell::ReportCell;
use super::super::scene::Scene;
use super::super::spec::{Col, Span};
use crate::Text;
use crate::error::{Code, Finding, Result};
use crate::kpi::{
    ActualFigure, Completing, CompletionPeriod, CompletionRow, DimensionValue, FactDimension,
    FigureOwner, MeasureCell, PeriodKind, SalesTarget,
};
use crate::number::{Exact, Figure, Unrounded, overflow};
use crate::report::definition::ReportColumnKind;
use std::collections::BTreeMap;

/// Targets that were looked up.
pub(in crate::report) struct Goals<'s> {
    scene: &'s Scene<'s>,
    /// What was found of a group, period, metric and span.
    found: BTreeMap<Key, Option<CompletionRow>>,
    pub(in crate::report) findings: Vec<Finding>,
}

type Key = (Vec<DimensionValue>, usize, Text, Span);

impl<'s> Goals<'s> {
    pub(in crate::report) fn new(scene: &'s Scene<'s>) -> Goals<'s> {
        Goals { scene, found: BTreeMap::new(), findings: Vec::new() }
    }

    /// The target of a group in a period.
    pub(in crate::report) fn target(
        &mut self,
        values: &[DimensionValue],
        period: usize,
        of: (&'static str, Span),
        actual: Option<&MeasureCell>,
        column: &Col,
    ) -> Result<ReportCell> {
        let target = self.row(values, period, of, actual)?.and_then(|row| row.target);
        figure_cell(target, column.kind)
    }

    /// How far it is reached.
    pub(in crate::report) fn completion(
        &mut self,
        values: &[DimensionValue],
        period: usize,
        of: (&'static str, Span),
        actual: Option<&MeasureCell>,
    ) -> Result<ReportCell> {
        let row = self.row(values, period, of, actual)?;
        Ok(match row {
            Some(row) if row.target == Some(Figure::ZERO) => ReportCell::Undefined {},
            row => ReportCell::part(row.and_then(|row| row.completion_rate)),
        })
    }

    /// Σ of the targets of all groups and periods, if all are known.
    pub(in crate::report) fn target_total(
        &self,
        groups: &[Vec<DimensionValue>],
        name: &'static str,
        span: Span,
    ) -> Result<ReportCell> {
        let sums = self.sums(groups, name, span)?;
        figure_cell(sums.map(|(target, _)| target), ReportColumnKind::Money)
    }

    /// Σ of what is reached by Σ of the targets.
    pub(in crate::report) fn completion_total(
        &self,
        groups: &[Vec<DimensionValue>],
        name: &'static str,
        span: Span,
    ) -> Result<ReportCell> {
        let Some((target, actual)) = self.sums(groups, name, span)? else {
            return Ok(ReportCell::Absent {});
        };
        if target.is_zero() {
            return Ok(ReportCell::Undefined {});
        }
        let share = Unrounded::from(actual).div(&Unrounded::from(target))?;
        Ok(ReportCell::Share { share: crate::kpi::rate(&share)? })
    }

    fn sums(
        &self,
        groups: &[Vec<DimensionValue>],
        name: &'static str,
        span: Span,
    ) -> Result<Option<(Figure, Figure)>> {
        let (mut target, mut actual) = (Figure::ZERO, Figure::ZERO);
        let several = self.scene.periods.len() > 1;
        if span != Span::Own && several {
            return Ok(None);
        }
        for period in 0..self.scene.periods.len() {
            for values in groups {
                let key = (values.clone(), period, Text::constant(name), span);
                let Some(Some(row)) = self.found.get(&key) else { return Ok(None) };
                let (Some(own), Some(reached)) = (row.target, row.actual) else { return Ok(None) };
                target = target.checked_add(own).ok_or_else(overflow)?;
                actual = actual.checked_add(reached).ok_or_else(overflow)?;
            }
        }
        Ok((!groups.is_empty()).then_some((target, actual)))
    }

    fn row(
        &mut self,
        values: &[DimensionValue],
        period: usize,
        (name, span): (&'static str, Span),
        actual: Option<&MeasureCell>,
    ) -> Result<Option<CompletionRow>> {
        let key: Key = (values.to_vec(), period, Text::constant(name), span);
        if let Some(found) = self.found.get(&key) {
            return Ok(found.clone());
        }
        let row = self.looked_up(values, period, (name, span), actual)?;
        self.found.insert(key, row.clone());
        Ok(row)
    }

    fn looked_up(
        &mut self,
        values: &[DimensionValue],
        period: usize,
        (name, span): (&'static str, Span),
        actual: Option<&MeasureCell>,
    ) -> Result<Option<CompletionRow>> {
        let scene = self.scene;
        let Some(period) = scene.periods.get(period) else { return Ok(None) };
        let Some(owner) = owner(scene, values) else { return Ok(None) };
        let own = scene.records.targets.iter();
        let own = own.filter(|target| target.owner == owner && target.metric == name);
        let own: Vec<SalesTarget> = own.cloned().collect();
        if own.is_empty() {
            return Ok(None);
        }
        let asked = match span {
            Span::Year => {
                let Some(from) = PeriodKind::Year.first(period.to) else { return Ok(None) };
                let to = PeriodKind::Year.last(period.to);
                CompletionPeriod::new(PeriodKind::Year, from, to, scene.as_of)
            }
            _ => CompletionPeriod::new(scene.kind, period.from, period.to, scene.as_of),
        };
        let actual = actual.and_then(|cell| figure_of(&owner, name, cell));
        let actuals: Vec<ActualFigure> = actual.into_iter().collect();
        let sheet = match Completing::new(&own, &actuals, &asked).sheet() {
            Err(error) if error.code() == Code::KpiTargetNotSplit => {
                let finding = crate::error::Finding::from(&error);
                let place = crate::error::InputPlace::of(crate::error::Input::Records);
                self.findings.push(finding.placed(place.then("targets")));
                return Ok(None);
            }
            sheet => sheet.map_err(|error| {
                let place = crate::error::InputPlace::of(crate::error::Input::Records);
                error.placed(place.then("targets"))
            })?,
        };
        Ok(sheet.rows.into_iter().next())
    }
}

/// Whose the targets of a group are.
fn owner(scene: &Scene<'_>, values: &[DimensionValue]) -> Option<FigureOwner> {
    match values {
        [] => scene.node.map(|node| FigureOwner::Node { node: node.clone() }),
        [one] => {
            let value = one.value.clone()?;
            match one.dimension {
                FactDimension::Node => Some(FigureOwner::Node { node: value }),
                FactDimension::Agent => Some(FigureOwner::Agent { agent: value }),
                FactDimension::Channel => Some(FigureOwner::Channel { channel: value }),
                _ => None,
            }
        }
        _ => None,
    }
}

fn figure_of(owner: &FigureOwner, name: &'static str, cell: &MeasureCell) -> Option<ActualFigure> {
    let figure = |number: &Option<Exact>| number.as_ref()?.to_string().parse::<Figure>().ok();
    let mut actual = ActualFigure::new(owner.clone(), name);
    match (figure(&cell.numerator), figure(&cell.denominator)) {
        (Some(of), Some(by)) => (actual.numerator, actual.denominator) = (Some(of), Some(by)),
        _ => actual.value = Some(figure(&cell.value)?),
    }
    Some(actual)
}

fn figure_cell(figure: Option<Figure>, kind: ReportColumnKind) -> Result<ReportCell> {
    let number = figure.map(|figure| Exact::counted(i128::from(figure.millionths()), 6));
    ReportCell::exact(number.as_ref(), kind)
}
