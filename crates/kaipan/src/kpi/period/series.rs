//! Periods one after the other, without a gap.

use super::kind::PeriodKind;
use super::stage::{SalesStage, wrong_stages};
use crate::check::Span;
use crate::error::{Code, Error, Input, Result};
use crate::organisation::OrgTree;
use crate::{Date, Text};
use kaipan_derive::boundary;

/// The most periods of one table.
const MOST_PERIODS: usize = 10_000;

/// A period. Days are inclusive.
#[boundary(answer)]
#[derive(PartialOrd, Ord, Hash)]
pub struct KpiPeriod {
    /// Its name: 2026-03-01, 2026-W09, 2026-03, 2026-Q1, 2026-H1, 2026, the name of a stage, or
    /// `cumulative`.
    pub name: Text,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// The node whose stage it is: only facts of it and of what is below it count. Absent of other periods.
    pub node: Option<Text>,
}

/// Which periods a table has (handbook §8.2). The table is dense: every period from the first day
/// to the last stands in it. Days of a week or month outside of the two are left out, so that the
/// parts of a whole are its parts: a week that straddles the end of a month is a part-week in it.
///
/// ```
/// use kaipan::kpi::{PeriodKind, PeriodSeries};
/// let march = PeriodSeries::new(PeriodKind::Week, "2026-03-01".parse()?, "2026-03-31".parse()?);
/// let weeks = march.periods()?;
/// let names: Vec<&str> = weeks.iter().map(|week| week.name.as_str()).collect();
/// assert_eq!(names, ["2026-W09", "2026-W10", "2026-W11", "2026-W12", "2026-W13", "2026-W14"]);
/// assert_eq!(weeks[0].to.to_string(), "2026-03-01");
/// assert_eq!(weeks[5].to.to_string(), "2026-03-31");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[boundary]
pub struct PeriodSeries {
    /// What they are.
    pub kind: PeriodKind,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// The stages, where periods are stages: those that have a day in the series.
    pub stages: Vec<SalesStage>,
}

impl PeriodSeries {
    /// The periods, the first one first.
    ///
    /// # Errors
    /// [`Code::KpiDatesTurned`]; [`Code::KpiManyPeriods`]; [`Code::KpiNoStages`],
    /// [`Code::KpiStagesOverlap`] and [`Code::KpiBlank`] of stages; [`Code::KpiStagesUnused`].
    pub fn periods(&self) -> Result<Vec<KpiPeriod>> {
        let span = Span::new(Some(self.from), Some(self.to));
        if span.turned().is_some() {
            let error = span.named_in(Error::new(Code::KpiDatesTurned));
            return Err(error.at("to").within(Input::Periods));
        }
        let is_stages = self.kind == PeriodKind::Stage;
        if is_stages == self.stages.is_empty() {
            let code = if is_stages { Code::KpiNoStages } else { Code::KpiStagesUnused };
            return Err(Error::new(code).at("stages").within(Input::Periods));
        }
        match self.kind {
            PeriodKind::Stage => self.stages(),
            PeriodKind::Cumulative => {
                let name = Text::constant("cumulative");
                Ok(vec![KpiPeriod { name, from: self.from, to: self.to, node: None }])
            }
            kind => self.calendar(kind),
        }
    }

    /// Stages of nodes that the organisation does not have, each at its place.
    pub(crate) fn unknown_nodes(&self, tree: &OrgTree<'_>) -> Vec<Error> {
        let stages = self.stages.iter().enumerate();
        let wrong = stages.filter_map(|(at, stage)| {
            let node = stage.node.as_ref().filter(|node| tree.node(node).is_none())?;
            let error = Error::new(Code::KpiNodeUnknown).with("node", node);
            let error = error.with_nearest(tree.ids(), node).at("node").at(at).at("stages");
            Some(error.within(Input::Periods))
        });
        wrong.collect()
    }

    fn calendar(&self, kind: PeriodKind) -> Result<Vec<KpiPeriod>> {
        let mut periods = Vec::new();
        let mut from = self.from;
        loop {
            if periods.len() >= MOST_PERIODS {
                let error = Error::new(Code::KpiManyPeriods).with("most", MOST_PERIODS);
                return Err(error.at("kind").within(Input::Periods));
            }
            let to = kind.last(from).min(self.to);
            periods.push(KpiPeriod { name: kind.name(from).into(), from, to, node: None });
            match to.add_days(1) {
                Some(next) if next <= self.to => from = next,
                _ => return Ok(periods),
            }
        }
    }

    fn stages(&self) -> Result<Vec<KpiPeriod>> {
        let wrong = wrong_stages(&self.stages).into_iter();
        let wrong = wrong.map(|error| error.at("stages").within(Input::Periods));
        Error::collect(wrong.collect())?;
        let within =
            self.stages.iter().filter(|stage| stage.from <= self.to && self.from <= stage.to);
        let mut periods: Vec<KpiPeriod> = within
            .map(|stage| KpiPeriod {
                name: stage.name.clone(),
                from: stage.from.max(self.from),
                to: stage.to.min(self.to),
                node: stage.node.clone(),
            })
            .collect();
        periods.sort_by_key(|period| period.from);
        Ok(periods)
    }
}

impl KpiPeriod {
    /// Days in it.
    pub(in crate::kpi) fn days(&self) -> i64 {
        self.to.days_since(self.from).saturating_add(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn series(kind: PeriodKind, from: &str, to: &str) -> PeriodSeries {
        PeriodSeries::new(kind, from.parse().unwrap(), to.parse().unwrap())
    }

    #[test]
    fn every_day_is_in_one_period() {
        let kinds = [PeriodKind::Day, PeriodKind::Week, PeriodKind::Month, PeriodKind::Quarter];
        for kind in kinds {
            let periods = series(kind, "2025-12-17", "2027-02-03").periods().unwrap();
            let days: i64 = periods.iter().map(KpiPeriod::days).sum();
            assert_eq!(days, 414, "{kind:?}");
            assert!(periods.windows(2).all(|two| two[0].to.add_days(1) == Some(two[1].from)));
        }
        let one = series(PeriodKind::Cumulative, "2026-01-01", "2026-03-31").periods().unwrap();
        assert_eq!(one.len(), 1);
    }

    #[test]
    fn series_that_cannot_be() {
        let code = |series: &PeriodSeries| series.periods().unwrap_err().code();
        assert_eq!(
            code(&series(PeriodKind::Day, "2026-02-02", "2026-02-01")),
            Code::KpiDatesTurned
        );
        assert_eq!(
            code(&series(PeriodKind::Day, "1900-01-01", "2026-02-01")),
            Code::KpiManyPeriods
        );
        let stages = series(PeriodKind::Stage, "2026-01-01", "2026-12-31");
        assert_eq!(code(&stages), Code::KpiNoStages);
        let stage = |name: &str, from: &str, to: &str| {
            SalesStage::new(name, from.parse().unwrap(), to.parse().unwrap())
        };
        let two = vec![
            stage("强销", "2026-05-01", "2026-08-31"),
            stage("蓄客", "2025-12-01", "2026-04-30"),
        ];
        let found = stages.clone().with_stages(two.clone()).periods().unwrap();
        assert_eq!(found[0].name, "蓄客");
        assert_eq!(found[0].from.to_string(), "2026-01-01");
        let more = [two, vec![stage("尾盘", "2026-08-31", "2026-09-30")]].concat();
        let error = stages.with_stages(more).periods().unwrap_err();
        assert_eq!(
            (error.code(), error.path()),
            (Code::KpiStagesOverlap, "/periods/stages/2/from".into())
        );
    }
}
