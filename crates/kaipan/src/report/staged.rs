//! Stages of the sale of several projects in one report.

use crate::kpi::{KpiPeriod, SalesStage};
use crate::organisation::OrgTree;
use crate::{Date, Text};

/// A node is another one, or stands below it on a day.
pub(super) fn is_below(tree: Option<&OrgTree<'_>>, node: &Text, asked: &Text, day: Date) -> bool {
    tree.map_or(node == asked, |tree| tree.is_below(node, asked, day))
}

/// The stages of every node, and those of nodes above or below the one that is asked for.
pub(super) fn stages_of(
    tree: Option<&OrgTree<'_>>,
    asked: Option<&Text>,
    stages: &[SalesStage],
) -> Vec<SalesStage> {
    let is_meant = |stage: &&SalesStage| {
        let Some((asked, node)) = asked.zip(stage.node.as_ref()) else { return true };
        [stage.from, stage.to]
            .into_iter()
            .any(|day| is_below(tree, node, asked, day) || is_below(tree, asked, node, day))
    };
    stages.iter().filter(is_meant).cloned().collect()
}

/// Stages of several nodes that have one name are told apart by the names of the nodes.
pub(super) fn tell_apart(tree: Option<&OrgTree<'_>>, periods: &mut [KpiPeriod]) {
    let names: Vec<Text> = periods.iter().map(|period| period.name.clone()).collect();
    for period in periods {
        let is_shared = names.iter().filter(|name| **name == period.name).count() > 1;
        if let Some(node) = period.node.as_ref().filter(|_| is_shared) {
            let found = tree.and_then(|tree| tree.node(node));
            let shown = found.map_or(node.as_str(), |found| found.name.as_str());
            period.name = format!("{shown}·{}", period.name).into();
        }
    }
}
