//! What is overdue at the end of each period, by node.

use super::places::{is_in, node_of};
use crate::Text;
use crate::error::{Finding, Result};
use crate::kpi::{DimensionValue, KpiPeriod};
use crate::number::Money;
use crate::overdue::{Aging, AgingDimension};
use crate::report::cell::ReportCell;
use crate::report::lists::lost_finding;
use crate::report::scene::Scene;
use crate::report::spec::{Col, Source};

/// What was overdue on a day, by the node of its deal.
type OnDay = Vec<(Option<Text>, Money)>;

/// What was overdue at the end of each period. A period that has not ended ends on the day looked at;
/// one that has not begun has nothing. Nodes lie where they do on the day looked at.
pub(super) struct Overdue<'s> {
    scene: &'s Scene<'s>,
    periods: Vec<Option<OnDay>>,
    /// Deals of which it is not known whether they belong to the node that is asked for.
    lost: u32,
}

impl<'s> Overdue<'s> {
    pub(super) fn new(scene: &'s Scene<'s>, columns: &[Col]) -> Result<Overdue<'s>> {
        let records = scene.records;
        let is_asked = columns.iter().any(|column| column.source == Source::Overdue);
        let is_known = !records.claims.is_empty() || !records.postings.is_empty();
        let mut overdue = Overdue { scene, periods: Vec::new(), lost: 0 };
        if is_asked && is_known {
            for period in &scene.periods {
                let all = overdue.at_end(period)?;
                overdue.periods.push(all);
            }
        }
        Ok(overdue)
    }

    fn at_end(&mut self, period: &KpiPeriod) -> Result<Option<OnDay>> {
        let scene = self.scene;
        let day = period.to.min(scene.as_of);
        if day < period.from {
            return Ok(None);
        }
        let claimed = scene.claims(day)?;
        let aging = Aging::new(&claimed.claims, day).by(&[AgingDimension::Deal]);
        let report = aging.deals(&claimed.deals).report()?;
        let (mut all, mut lost) = (Vec::new(), 0);
        for row in report.tables.into_iter().flat_map(|table| table.rows) {
            let node = row.key.as_ref().and_then(|deal| scene.node_of_id(deal, &claimed.deals));
            let is_meant = row.overdue.is_positive() && scene.counts(node, scene.as_of, &mut lost);
            if is_meant && scene.sight(node, None).reports {
                all.push((node.cloned(), row.overdue));
            }
        }
        self.lost = self.lost.max(lost);
        Ok(Some(all))
    }

    /// What is in no row is told.
    pub(super) fn findings(&self, groups: &[Vec<DimensionValue>]) -> Vec<Finding> {
        let is_open = groups.iter().any(|values| node_of(values).is_none_or(|node| node.is_none()));
        let outside = |all: &OnDay| {
            let own = all.iter().filter(|(place, _)| !is_in(self.scene, place.as_ref(), groups));
            u32::try_from(own.count()).unwrap_or(u32::MAX)
        };
        let outside = self.periods.iter().flatten().map(outside).max().filter(|_| !is_open);
        lost_finding(self.lost.saturating_add(outside.unwrap_or(0)))
    }

    /// What is overdue at the node of a group at the end of a period. What lies at none of the groups'
    /// nodes is with what is not assigned.
    pub(super) fn cell(
        &self,
        values: &[DimensionValue],
        groups: &[Vec<DimensionValue>],
        period: usize,
    ) -> Result<ReportCell> {
        let Some(all) = self.periods.get(period).and_then(Option::as_ref) else {
            return Ok(ReportCell::Absent {});
        };
        let own = all.iter().filter(|(place, _)| match node_of(values) {
            None => true,
            Some(Some(node)) => self.scene.is_under(place.as_ref(), Some(node), self.scene.as_of),
            Some(None) => !is_in(self.scene, place.as_ref(), groups),
        });
        Ok(ReportCell::Money { money: Money::sum(own.map(|(_, owed)| *owed))? })
    }

    /// What is overdue at all groups together, where there is one period: stocks of several ends are
    /// not added.
    pub(super) fn total(&self) -> Result<ReportCell> {
        match &*self.periods {
            [Some(all)] => {
                Ok(ReportCell::Money { money: Money::sum(all.iter().map(|(_, owed)| *owed))? })
            }
            _ => Ok(ReportCell::Absent {}),
        }
    }
}
