//! How measures are asked for, and of which facts.

use super::super::scene::Scene;
use crate::Text;
use crate::error::{Input, InputPlace, PlaceStep, Result};
use crate::kpi::{
    Fact, FactDimension, KpiPeriod, MeasureCell, MeasureTable, Measuring, PeriodKind, PeriodSeries,
};
use crate::organisation::OrgKind;
use crate::report::own_measures::own_measures;

/// How measures are asked for.
pub(super) struct Asking<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) facts: &'a [Fact],
    pub(super) kept: &'a [usize],
    pub(super) by: &'a [FactDimension],
    pub(super) level: Option<OrgKind>,
    /// Who stands in the table also without facts.
    pub(super) standing: &'a [Text],
}

impl Asking<'_> {
    pub(super) fn table(&self, metrics: &[Text], periods: &PeriodSeries) -> Result<MeasureTable> {
        let measures = own_measures();
        self.measuring(metrics, periods, &measures).table().map_err(|error| self.placed(error))
    }

    pub(super) fn measuring<'m>(
        &'m self,
        metrics: &'m [Text],
        periods: &'m PeriodSeries,
        measures: &'m [crate::kpi::Measure],
    ) -> Measuring<'m> {
        Measuring::new(self.facts, metrics, periods)
            .caliber(self.scene.caliber)
            .by(self.by)
            .level(self.level)
            .organisation(self.scene.records.organisation.as_ref())
            .measures(measures)
            .as_of(self.scene.as_of)
            .standing(self.standing)
    }

    /// Metrics over all periods of the report together: of stages, which need not fill the days, what they count.
    pub(super) fn whole(&self, metrics: &[Text]) -> Result<Vec<MeasureCell>> {
        let scene = self.scene;
        if scene.kind == PeriodKind::Stage {
            let (series, measures) = (own_series(scene), own_measures());
            let cells = self.measuring(metrics, &series, &measures).together();
            return cells.map_err(|error| self.placed(error));
        }
        let all = PeriodSeries::new(PeriodKind::Cumulative, scene.from, scene.to);
        let whole = self.table(metrics, &all)?.groups.into_iter().next();
        Ok(whole.map(|group| group.cells).unwrap_or_default())
    }

    /// Places among the facts that are counted are those among the records.
    pub(super) fn placed(&self, error: crate::Error) -> crate::Error {
        error.each_place(&|place| place_fact(place, self.kept, self.scene.own_facts))
    }
}

pub(super) fn place_fact(place: &mut InputPlace, kept: &[usize], own: usize) {
    if place.input() != Some(Input::Facts) {
        return;
    }
    let steps: Vec<PlaceStep> = place.steps().cloned().collect();
    let records = InputPlace::of(Input::Records);
    let first = match steps.first() {
        Some(PlaceStep::Item(at)) => kept.get(*at),
        _ => None,
    };
    *place = match first.filter(|at| **at < own) {
        Some(at) => records.then("facts").then(*at).then_all(steps.iter().skip(1)),
        None => records,
    };
}

/// Metrics over the days of a period, of all facts in scope that are of its node, by dimensions.
pub(in crate::report) fn measure_by(
    scene: &Scene<'_>,
    metrics: &[Text],
    by: &[FactDimension],
    period: &KpiPeriod,
) -> Result<MeasureTable> {
    let (facts, kept) = in_scope(scene, period.node.as_ref());
    let asking = Asking { scene, facts: &facts, kept: &kept, by, level: None, standing: &[] };
    let series = PeriodSeries::new(PeriodKind::Cumulative, period.from, period.to);
    asking.table(metrics, &series)
}

/// Facts that are in scope and that the reader may count, with their places among all; of a stage's node
/// only those below it.
pub(super) fn in_scope(scene: &Scene<'_>, stage: Option<&Text>) -> (Vec<Fact>, Vec<usize>) {
    let all = scene.facts.iter().enumerate().filter(|(_, fact)| {
        let node = fact.node.as_ref();
        let inside = scene.is_inside(node, fact.date) && scene.is_under(node, stage, fact.date);
        inside && scene.sight(node, None).reports
    });
    let kept: Vec<usize> = all.map(|(at, _)| at).collect();
    let facts = kept.iter().filter_map(|at| scene.facts.get(*at)).cloned().collect();
    (facts, kept)
}

/// The periods of the report.
pub(super) fn own_series(scene: &Scene<'_>) -> PeriodSeries {
    PeriodSeries::new(scene.kind, scene.from, scene.to).with_stages(scene.stages.to_vec())
}
