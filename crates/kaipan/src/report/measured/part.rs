//! Measures of some of the facts, whatever they have in common.

use super::super::scene::Scene;
use super::asking::{Asking, in_scope, own_series, place_fact};
use crate::Text;
use crate::error::{Finding, Result};
use crate::kpi::{CountedFact, Fact, MeasureCell, MeasureTable};
use crate::report::own_measures::own_measures;

/// The measures of some facts, by period and over all of them.
pub(in crate::report) struct Part {
    metrics: usize,
    table: MeasureTable,
    /// Over all periods together.
    pub(in crate::report) whole: Vec<MeasureCell>,
    /// Deals and facts that are counted, by period.
    pub(in crate::report) behind: Vec<(Vec<Text>, Vec<Text>)>,
    pub(in crate::report) findings: Vec<Finding>,
}

impl Part {
    /// The values of a period.
    pub(in crate::report) fn cells(&self, period: usize) -> &[MeasureCell] {
        let all = self.table.groups.first().map(|group| group.cells.as_slice());
        let start = period.saturating_mul(self.metrics);
        let own = all.and_then(|all| all.get(start..start.saturating_add(self.metrics)));
        own.unwrap_or_default()
    }

    /// The value of a metric in a period.
    pub(in crate::report) fn cell(&self, period: usize, metric: usize) -> Option<&MeasureCell> {
        self.cells(period).get(metric)
    }
}

/// The measures of those facts in scope that are to be counted.
pub(in crate::report) fn measure_part(
    scene: &Scene<'_>,
    metrics: &[Text],
    is_meant: impl Fn(&Fact) -> bool,
) -> Result<Part> {
    let (facts, kept) = in_scope(scene, None);
    let own = facts.into_iter().zip(kept).filter(|(fact, _)| is_meant(fact));
    let (facts, kept): (Vec<Fact>, Vec<usize>) = own.unzip();
    let asking = Asking { scene, facts: &facts, kept: &kept, by: &[], level: None, standing: &[] };
    let series = own_series(scene);
    let mut table = asking.table(metrics, &series)?;
    let measures = own_measures();
    let counted = asking.measuring(metrics, &series, &measures).counted();
    let mut behind = vec![(Vec::new(), Vec::new()); scene.periods.len()];
    for CountedFact { period, fact, .. } in counted.map_err(|error| asking.placed(error))? {
        let Some((deals, keys)) = behind.get_mut(period) else { continue };
        let Some(fact) = facts.get(fact) else { continue };
        deals.extend(fact.deal.clone());
        keys.push(fact.key.clone());
    }
    for (deals, keys) in &mut behind {
        for list in [deals, keys] {
            list.sort_unstable();
            list.dedup();
        }
    }
    let whole = asking.whole(metrics)?;
    let mut findings = std::mem::take(&mut table.findings);
    for place in findings.iter_mut().filter_map(|finding| finding.path.as_mut()) {
        place_fact(place, &kept, scene.own_facts);
    }
    Ok(Part { metrics: metrics.len(), table, whole, behind, findings })
}
