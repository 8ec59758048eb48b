//! Measures over the days that columns ask for.

use super::super::cell::ReportCell;
use super::super::lists::lost_finding;
use super::super::scene::Scene;
use super::super::spec::{Col, Source, Span};
use super::asking::{Asking, in_scope, own_series, place_fact};
use super::is_zero;
use crate::error::{Finding, Result};
use crate::kpi::{
    CountedFact, DimensionValue, Fact, FactDimension, FactKind, FigureOwner, KpiPeriod,
    MeasureCell, MeasureTable, PeriodKind, PeriodSeries, ValueState,
};
use crate::organisation::OrgKind;
use crate::report::own_measures::own_measures;
use crate::{Date, Text};
use std::collections::{BTreeMap, BTreeSet};

/// Everything that is counted for a table.
pub(in crate::report) struct Counts<'s> {
    scene: &'s Scene<'s>,
    names: BTreeMap<Span, Vec<Text>>,
    /// By span, then by period; the own span has one table for all periods.
    tables: BTreeMap<(Span, usize), MeasureTable>,
    /// The own span over all periods together.
    whole: Vec<MeasureCell>,
    behind: BTreeMap<(Vec<DimensionValue>, usize), Vec<usize>>,
    /// Places of the facts that are counted, among all.
    kept: Vec<usize>,
    is_grouped: bool,
    /// How many facts are left out since they belong to no node.
    lost: u32,
}

/// How many facts without a node these metrics would count in the periods, where a node or a reader is given:
/// they are in no figure.
fn lost(scene: &Scene<'_>, names: &BTreeMap<Span, Vec<Text>>) -> Result<u32> {
    if scene.node.is_none() && scene.access.is_none() {
        return Ok(0);
    }
    let all = scene.facts.iter().enumerate().filter(|(_, fact)| fact.node.is_none());
    let kept: Vec<usize> = all.map(|(at, _)| at).collect();
    let facts: Vec<Fact> = kept.iter().filter_map(|at| scene.facts.get(*at)).cloned().collect();
    let asking = Asking { scene, facts: &facts, kept: &kept, by: &[], level: None, standing: &[] };
    let measures = own_measures();
    let mut counted: BTreeSet<usize> = BTreeSet::new();
    for (span, metrics) in names {
        for period in &scene.periods {
            let Some((from, to)) = days(*span, scene.kind, period) else { continue };
            let series = PeriodSeries::new(PeriodKind::Cumulative, from, to);
            let found = asking.measuring(metrics, &series, &measures).counted();
            let found = found.map_err(|error| asking.placed(error))?;
            counted.extend(found.into_iter().map(|one| one.fact));
        }
    }
    Ok(u32::try_from(counted.len()).unwrap_or(u32::MAX))
}

/// Agents and channels that have a target of a column in the days of the report: they stand in the table also
/// without facts. Where a node or a reader is given, it is not known which of them are meant.
fn with_targets(scene: &Scene<'_>, columns: &[Col], by: &[FactDimension]) -> Vec<Text> {
    if scene.node.is_some() || scene.access.is_some() {
        return Vec::new();
    }
    let is_asked = |metric: &Text| {
        columns
            .iter()
            .any(|column| matches!(column.source, Source::Target(name, _) if metric == name))
    };
    let targets = scene.records.targets.iter().filter(|target| {
        is_asked(&target.metric) && target.from <= scene.to && scene.from <= target.to
    });
    let own = targets.filter_map(|target| match (&target.owner, by) {
        (FigureOwner::Agent { agent }, [FactDimension::Agent]) => Some(agent.clone()),
        (FigureOwner::Channel { channel }, [FactDimension::Channel]) => Some(channel.clone()),
        _ => None,
    });
    own.collect()
}

impl<'s> Counts<'s> {
    pub(in crate::report) fn new(
        scene: &'s Scene<'s>,
        columns: &[Col],
        by: &[FactDimension],
        level: Option<OrgKind>,
    ) -> Result<Counts<'s>> {
        let own = in_scope(scene, None);
        let level = effective_level(scene, by, level);
        let names = names(columns);
        let standing = with_targets(scene, columns, by);
        let standing = standing.as_slice();
        let asking = Asking { scene, facts: &own.0, kept: &own.1, by, level, standing };
        let mut tables = BTreeMap::new();
        let mut whole = Vec::new();
        let mut behind: BTreeMap<(Vec<DimensionValue>, usize), Vec<usize>> = BTreeMap::new();
        for (span, metrics) in &names {
            if *span == Span::Own {
                let series = own_series(scene);
                tables.insert((Span::Own, 0), asking.table(metrics, &series)?);
                let measures = own_measures();
                let counted = asking.measuring(metrics, &series, &measures).counted();
                for CountedFact { values, period, fact } in
                    counted.map_err(|error| asking.placed(error))?
                {
                    behind.entry((values, period)).or_default().push(fact);
                }
                whole = asking.whole(metrics)?;
                continue;
            }
            for (at, period) in scene.periods.iter().enumerate() {
                let Some((from, to)) = days(*span, scene.kind, period) else { continue };
                let series = PeriodSeries::new(PeriodKind::Cumulative, from, to);
                let stage = period.node.as_ref().map(|node| in_scope(scene, Some(node)));
                let (facts, kept) = stage.as_ref().unwrap_or(&own);
                let asking = Asking { scene, facts, kept, by, level, standing };
                tables.insert((*span, at), asking.table(metrics, &series)?);
            }
        }
        let is_grouped = !by.is_empty();
        let lost = lost(scene, &names)?;
        Ok(Counts { lost, scene, names, tables, whole, behind, kept: own.1, is_grouped })
    }

    /// The values of every group that is in scope; one without values where nothing is grouped by.
    pub(in crate::report) fn groups(&self) -> Vec<Vec<DimensionValue>> {
        let Some(table) = self.tables.get(&(Span::Own, 0)) else { return Vec::new() };
        if !self.is_grouped {
            return vec![Vec::new()];
        }
        let groups = table.groups.iter().skip(1).map(|group| group.values.clone());
        groups.filter(|values| values.iter().all(|value| self.is_meant(value))).collect()
    }

    /// A node stands in the table also without facts, if it is in scope; and wherever something was counted.
    fn is_meant(&self, value: &DimensionValue) -> bool {
        if value.dimension != FactDimension::Node {
            return true;
        }
        let Some(node) = &value.value else { return true };
        let days = [self.scene.from, self.scene.to];
        let inside = days.iter().any(|day| self.scene.is_inside(Some(node), *day));
        let seen = self.scene.sight(Some(node), None).reports;
        inside && seen || self.has_facts(value) || self.has_figures(value)
    }

    fn has_facts(&self, value: &DimensionValue) -> bool {
        self.behind.keys().any(|(values, _)| values.contains(value))
    }

    /// Something other than zero was counted, such as a figure of a day.
    fn has_figures(&self, value: &DimensionValue) -> bool {
        let groups = self.tables.values().flat_map(|table| &table.groups);
        let mut own = groups.filter(|group| group.values.contains(value));
        own.any(|group| group.cells.iter().any(|cell| !is_zero(cell)))
    }

    /// A group has a row in a period: in the stage of a node only what has to do with it.
    pub(in crate::report) fn stands(&self, values: &[DimensionValue], at: usize) -> bool {
        if self.scene.periods.get(at).is_none_or(|period| period.node.is_none()) {
            return true;
        }
        let metrics = self.names.get(&Span::Own).into_iter().flatten();
        let mut cells = metrics.filter_map(|name| self.cell(values, at, name, Span::Own));
        cells.any(|cell| cell.state != ValueState::Absent)
    }

    /// The value of a metric in a group and period.
    pub(in crate::report) fn cell(
        &self,
        values: &[DimensionValue],
        period: usize,
        name: &str,
        span: Span,
    ) -> Option<&MeasureCell> {
        let metrics = self.names.get(&span)?;
        let metric = metrics.iter().position(|metric| metric == name)?;
        let (table, at) = match span {
            Span::Own => (self.tables.get(&(Span::Own, 0))?, period.checked_mul(metrics.len())?),
            _ => (self.tables.get(&(span, period))?, 0),
        };
        let group = table.groups.iter().find(|group| group.values == values)?;
        group.cells.get(at.checked_add(metric)?)
    }

    /// The value of a metric over all groups and periods together.
    pub(in crate::report) fn total(&self, name: &str, span: Span) -> Option<&MeasureCell> {
        if span != Span::Own {
            let is_one = self.scene.periods.len() == 1;
            return if is_one { self.cell(&[], 0, name, span) } else { None };
        }
        let metric = self.names.get(&span)?.iter().position(|metric| metric == name)?;
        self.whole.get(metric)
    }

    /// The facts that are counted in a group and period.
    pub(in crate::report) fn facts_behind(
        &self,
        values: &[DimensionValue],
        period: usize,
    ) -> Vec<&Fact> {
        let own = self.behind.get(&(values.to_vec(), period)).into_iter().flatten();
        own.filter_map(|at| self.scene.facts.get(*self.kept.get(*at)?)).collect()
    }

    /// The facts that are counted in any group and period.
    pub(in crate::report) fn all_behind(&self) -> Vec<&Fact> {
        let own = self.behind.values().flatten();
        own.filter_map(|at| self.scene.facts.get(*self.kept.get(*at)?)).collect()
    }

    /// Deals and facts that are counted in a group and period.
    pub(in crate::report) fn behind(
        &self,
        values: &[DimensionValue],
        period: usize,
    ) -> (Vec<Text>, Vec<Text>) {
        let own = self.facts_behind(values, period);
        let mut deals: Vec<Text> = own.iter().filter_map(|fact| fact.deal.clone()).collect();
        let mut facts: Vec<Text> = own.iter().map(|fact| fact.key.clone()).collect();
        for keys in [&mut deals, &mut facts] {
            keys.sort_unstable();
            keys.dedup();
        }
        (deals, facts)
    }

    /// How many breaches were found of the agent of a group.
    pub(in crate::report) fn breaches(
        &self,
        values: &[DimensionValue],
        period: &KpiPeriod,
    ) -> ReportCell {
        let agent = values.iter().find(|one| one.dimension == FactDimension::Agent);
        let agent = agent.and_then(|one| one.value.as_ref());
        let own = self.scene.records.breaches.iter().filter(|one| {
            let on = one.found_on;
            let node = Some(&one.project);
            let inside = self.scene.is_inside(node, on);
            let inside = inside && self.scene.is_under(node, period.node.as_ref(), on);
            inside && Some(&one.agent) == agent && period.from <= on && on <= period.to
        });
        ReportCell::counted(own.count())
    }

    pub(in crate::report) fn findings(&self) -> Vec<Finding> {
        let tables = self.tables.get(&(Span::Own, 0)).into_iter();
        let mut findings: Vec<Finding> =
            tables.flat_map(|table| table.findings.iter().cloned()).collect();
        findings.extend(lost_finding(self.lost));
        for finding in &mut findings {
            if let Some(place) = &mut finding.path {
                place_fact(place, &self.kept, self.scene.own_facts);
            }
        }
        findings
    }
}

/// The metrics that columns ask for, by span; the own span is always there.
fn names(columns: &[Col]) -> BTreeMap<Span, Vec<Text>> {
    let mut names: BTreeMap<Span, Vec<Text>> = BTreeMap::from([(Span::Own, Vec::new())]);
    for column in columns {
        let (name, span) = match column.source {
            Source::Metric(name, span)
            | Source::Target(name, span)
            | Source::Completion(name, span) => (name, span),
            Source::Rank(name) | Source::ShareOf(name) => (name, Span::Own),
            Source::Cycle(FactKind::Subscription, _) => ("subscriptions", Span::Own),
            Source::Cycle(..) => ("signings", Span::Own),
            _ => continue,
        };
        let own = names.entry(span).or_default();
        if !own.iter().any(|known| known == name) {
            own.push(Text::constant(name));
        }
    }
    names
}

/// The level of groups: not above the node that is asked for, and none without an organisation. Of an
/// organisation without nodes of the level, the next one below that has some.
fn effective_level(
    scene: &Scene<'_>,
    by: &[FactDimension],
    level: Option<OrgKind>,
) -> Option<OrgKind> {
    let tree = scene.tree.as_ref()?;
    let level = level.filter(|_| by.contains(&FactDimension::Node))?;
    let asked = scene.node.and_then(|node| tree.node(node)).map(|node| node.kind);
    let level = asked.map_or(level, |asked| asked.max(level));
    let kinds = tree.ids().filter_map(|id| tree.node(id)).map(|node| node.kind);
    Some(kinds.filter(|kind| *kind >= level).min().unwrap_or(level))
}

/// The days of a span, seen from a period.
fn days(span: Span, kind: PeriodKind, period: &KpiPeriod) -> Option<(Date, Date)> {
    match span {
        Span::Own => Some((period.from, period.to)),
        Span::Before => {
            let last = period.from.shift_days(-1)?;
            let first = match kind {
                PeriodKind::Stage | PeriodKind::Cumulative => return None,
                kind => kind.first(last)?,
            };
            Some((first, last))
        }
        Span::Year => Some((PeriodKind::Year.first(period.to)?, period.to)),
        Span::ToDate => Some((Date::FIRST, period.to)),
    }
}
