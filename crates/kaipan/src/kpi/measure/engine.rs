use super::answer::{MeasureCell, MeasureGroup, MeasureTable, ValueState};
use super::cell::DayAmounts;
use super::contribution::{Counting, contributions};
use super::definition::{Caliber, CancellationTreatment, FactAmount, Measure, MeasureReading};
use super::group::{Grouping, Groups, Values};
use super::ratio::MeasureRatio;
use super::tally::Tally;
use super::wanted::{Wanted, WantedMetric};
use crate::builder::{inputs, optional_inputs};
use crate::error::{Code, Error, Finding, Input, Result, finding};
use crate::kpi::fact::{Fact, FactBook, FactDimension};
use crate::kpi::period::{KpiPeriod, PeriodSeries};
use crate::kpi::rounded::{divided, number, steps};
use crate::number::{Exact, overflow};
use crate::organisation::{OrgKind, Organisation};
use crate::{Date, Text};

/// The most cells of one table.
pub(in crate::kpi) const MOST_CELLS: usize = 2_000_000;

/// Counts facts by measures, in periods and groups (handbook §8.2, §8.3).
///
/// ```
/// use kaipan::kpi::*;
/// let day = |text: &str| text.parse::<kaipan::Date>();
/// let facts = [
///     Fact::new("v1", FactKind::Visit, day("2026-03-02")?).with_detail("first"),
///     Fact::new("v2", FactKind::Visit, day("2026-03-09")?).with_detail("first"),
///     Fact::new("s1", FactKind::Subscription, day("2026-03-09")?).with_amount("1550000".parse()?),
/// ];
/// let metrics = ["subscribed_amount".into(), "visit_to_subscription_rate".into()];
/// let march = PeriodSeries::new(PeriodKind::Month, day("2026-03-01")?, day("2026-03-31")?);
/// let table = Measuring::new(&facts, &metrics, &march).table()?;
/// let cells = &table.groups[0].cells;
/// assert_eq!(cells[0].value.as_ref().unwrap().to_string(), "1550000");
/// assert_eq!(cells[1].value.as_ref().unwrap().to_string(), "0.5");
/// assert_eq!(cells[1].denominator.as_ref().unwrap().to_string(), "2");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Measuring<'a> {
    facts: &'a [Fact],
    metrics: &'a [Text],
    periods: &'a PeriodSeries,
    caliber: Caliber,
    treatment: CancellationTreatment,
    by: &'a [FactDimension],
    level: Option<OrgKind>,
    organisation: Option<&'a Organisation>,
    measures: &'a [Measure],
    ratios: &'a [MeasureRatio],
    as_of: Option<Date>,
    recorded_to: Option<Date>,
    closed_to: Option<Date>,
    standing: &'a [Text],
}

impl<'a> Measuring<'a> {
    /// Of facts, by the names of measures and ratios, in periods.
    pub fn new(facts: &'a [Fact], metrics: &'a [Text], periods: &'a PeriodSeries) -> Measuring<'a> {
        Measuring {
            facts,
            metrics,
            periods,
            caliber: Caliber::default(),
            treatment: CancellationTreatment::default(),
            by: &[],
            level: None,
            organisation: None,
            measures: &[],
            ratios: &[],
            as_of: None,
            recorded_to: None,
            closed_to: None,
            standing: &[],
        }
    }

    /// Values of the one dimension that stand in the table also without facts.
    #[cfg(feature = "report")]
    pub(crate) const fn standing(mut self, values: &'a [Text]) -> Measuring<'a> {
        self.standing = values;
        self
    }

    inputs! {
        /// Whose reading of the facts.
        caliber: Caliber;
        /// How what was cancelled later is treated.
        treatment: CancellationTreatment;
        /// What the facts are grouped by, together.
        by: &'a [FactDimension];
        /// Measures of the host's own.
        measures: &'a [Measure];
        /// Ratios of the host's own.
        ratios: &'a [MeasureRatio];
    }

    optional_inputs! {
        /// The level to which nodes are added up; each node by itself without it.
        level: OrgKind;
        /// The organisation: nodes that are not in it are refused.
        organisation: &'a Organisation;
        /// Only what had happened by this day, and what decides its period too: its recognition by finance.
        as_of: Date;
        /// Only what was recorded by this day: the horizon of an earlier answer.
        recorded_to: Date;
        /// 已结账: the last day whose reports are published.
        closed_to: Date;
    }

    /// The measures.
    ///
    /// # Errors
    /// [`Code::KpiFactTwice`], [`Code::KpiBlank`], [`Code::KpiFactCircle`] of facts; [`Code::KpiNodeUnknown`],
    /// [`Code::KpiFactOutside`], and as [`OrgTree::new`](crate::organisation::OrgTree::new), with an
    /// organisation; as [`PeriodSeries::periods`]; [`Code::KpiNoMetrics`], [`Code::KpiMeasureUnknown`],
    /// [`Code::KpiNoFinanceReading`], [`Code::KpiNoMarketingReading`]; [`Code::KpiRestatedClosed`];
    /// [`Code::KpiDimensionTwice`], [`Code::KpiLevelAlone`]; [`Code::KpiManyCells`]; what is wrong
    /// with measures and ratios of the host's own.
    pub fn table(&self) -> Result<MeasureTable> {
        let wanted = Wanted::new(self.metrics, self.measures, self.ratios, self.caliber)?;
        let periods = self.periods.periods()?;
        let Tallied { grouping, groups, tally, findings } = self.tallied(&wanted, &periods)?;
        let total = groups.len();
        let of_total = (Values::new(), total);
        let all = std::iter::once(of_total).chain(groups);
        let mut answered = Vec::with_capacity(total.saturating_add(1));
        for (values, place) in all {
            let mut cells = Vec::with_capacity(periods.len().saturating_mul(wanted.metrics.len()));
            for period in &periods {
                let own = tally.of(place, period);
                let is_absent = grouping.is_absent(&values, period);
                for metric in &wanted.metrics {
                    cells.push(self.cell(&wanted, metric, own, period, is_absent)?);
                }
            }
            let values = if place == total { Vec::new() } else { grouping.answered(&values) };
            answered.push(MeasureGroup { values, cells });
        }
        Ok(MeasureTable {
            caliber: self.caliber,
            treatment: self.treatment,
            periods,
            groups: answered,
            findings,
        })
    }

    /// The metrics of all facts over all periods together: what the periods count, and nothing else.
    ///
    /// # Errors
    /// As [`Measuring::table`].
    #[cfg(feature = "report")]
    pub(crate) fn together(&self) -> Result<Vec<MeasureCell>> {
        let wanted = Wanted::new(self.metrics, self.measures, self.ratios, self.caliber)?;
        let periods = self.periods.periods()?;
        let Tallied { groups, tally, .. } = self.tallied(&wanted, &periods)?;
        let series = (self.periods, periods.as_slice());
        let own = tally.together(groups.len(), series, wanted.readings(self.caliber))?;
        let name = Text::constant("cumulative");
        let whole = KpiPeriod { name, from: self.periods.from, to: self.periods.to, node: None };
        let cell = |metric| self.cell(&wanted, metric, &own, &whole, false);
        wanted.metrics.iter().map(cell).collect()
    }

    /// What facts come to by group, the total last.
    fn tallied(&self, wanted: &Wanted, periods: &[KpiPeriod]) -> Result<Tallied<'a>> {
        self.refuse_restated(periods)?;
        let book = FactBook::new(self.facts, Input::Facts)?;
        let mut grouping = Grouping::new(self.by, self.level, self.organisation)?;
        let (groups, of_facts) = self.groups(&mut grouping, periods)?;
        let count = groups.len().saturating_add(1).saturating_mul(periods.len());
        if count.saturating_mul(wanted.metrics.len()) > MOST_CELLS {
            return Err(Error::new(Code::KpiManyCells).with("most", MOST_CELLS).within(Input::By));
        }
        let mut findings = book.findings().to_vec();
        let total = groups.len();
        let sizes = (total.saturating_add(1), wanted.measures.len());
        let mut tally = Tally::new(self.facts, &grouping, periods, sizes);
        for (at, (measure, reading)) in
            wanted.measures.iter().zip(wanted.readings(self.caliber)).enumerate()
        {
            let (all, lacking) = contributions(&book, reading, self.counting());
            findings.extend(without_amount(measure, lacking));
            for one in all {
                for place in [of_facts.get(one.fact).copied(), Some(total)].into_iter().flatten() {
                    tally.add(place, at, one);
                }
            }
        }
        tally.sort()?;
        Ok(Tallied { grouping, groups, tally, findings })
    }

    /// How facts are counted, whatever is measured.
    const fn counting(&self) -> Counting {
        Counting {
            caliber: self.caliber,
            treatment: self.treatment,
            as_of: self.as_of,
            recorded_to: self.recorded_to,
        }
    }

    /// Refuses to restate what is published (handbook §8.2).
    fn refuse_restated(&self, periods: &[KpiPeriod]) -> Result<()> {
        let restated = self.treatment == CancellationTreatment::RestateOriginalPeriod;
        let closed = self.closed_to.filter(|_| restated);
        let Some((closed, first)) = closed.zip(periods.first()) else { return Ok(()) };
        if first.from > closed {
            return Ok(());
        }
        let error = Error::new(Code::KpiRestatedClosed).with("period", &first.name);
        Err(error.with("day", closed).within(Input::Treatment))
    }

    /// The facts that are counted in a period by some of the measures, each once. Those of figures of a day
    /// (stock, months up to it) are not told: they are all that there ever were.
    ///
    /// # Errors
    /// As [`Measuring::table`].
    #[cfg(feature = "report")]
    pub(crate) fn counted(&self) -> Result<Vec<super::counted::CountedFact>> {
        let wanted = Wanted::new(self.metrics, self.measures, self.ratios, self.caliber)?;
        let periods = self.periods.periods()?;
        let book = FactBook::new(self.facts, Input::Facts)?;
        let mut grouping = Grouping::new(self.by, self.level, self.organisation)?;
        let (groups, of_facts) = self.groups(&mut grouping, &periods)?;
        let mut values = vec![Vec::new(); groups.len()];
        for (own, place) in &groups {
            if let Some(slot) = values.get_mut(*place) {
                *slot = grouping.answered(own);
            }
        }
        // Only whose each fact is is asked of it.
        let tally = Tally::new(self.facts, &grouping, &periods, (0, 0));
        let has_nodes = periods.iter().any(|period| period.node.is_some());
        let mut found = std::collections::BTreeSet::new();
        for reading in wanted.readings(self.caliber) {
            if reading.stock || reading.last_months.is_some() {
                continue;
            }
            for one in contributions(&book, reading, self.counting()).0 {
                // Stages of several nodes share days; other periods do not.
                let first = periods.partition_point(|period| !has_nodes && period.to < one.date);
                let own = periods.iter().enumerate().skip(first);
                let own = own.take_while(|(_, period)| period.from <= one.date);
                let own = own.filter(|(_, period)| one.date <= period.to);
                let own = own.filter(|(_, period)| tally.holds(period, one.fact));
                found.extend(own.map(|(period, _)| (period, one.fact)));
            }
        }
        let told = found.into_iter().map(|(period, fact)| {
            let own = of_facts.get(fact).and_then(|place| values.get(*place));
            let values = own.cloned().unwrap_or_default();
            super::counted::CountedFact { values, period, fact }
        });
        Ok(told.collect())
    }

    /// The groups, and the group of every fact.
    fn groups(
        &self,
        grouping: &mut Grouping<'a>,
        periods: &[KpiPeriod],
    ) -> Result<(Groups, Vec<usize>)> {
        let placed = |at: usize, error: Error| error.at(at).within(Input::Facts);
        let wrong = self.facts.iter().enumerate();
        let wrong = wrong.filter_map(|(at, fact)| Some(placed(at, grouping.wrong_node(fact)?)));
        Error::collect(wrong.chain(grouping.wrong_stages(self.periods)).collect())?;
        if self.by.is_empty() {
            return Ok((Groups::new(), Vec::new()));
        }
        let mut of_facts = Vec::with_capacity(self.facts.len());
        for fact in self.facts {
            of_facts.push(grouping.of(fact)?);
        }
        let mut groups = Groups::new();
        let standing = self.standing.iter().filter(|_| self.by.len() == 1);
        let standing = standing.map(|value| vec![(false, Some(value.clone()))]);
        for values in of_facts.iter().cloned().chain(grouping.dense(periods)).chain(standing) {
            groups.insert(values, 0);
        }
        groups.values_mut().enumerate().for_each(|(at, place)| *place = at);
        let places =
            of_facts.iter().map(|values| groups.get(values).copied().unwrap_or(0)).collect();
        Ok((groups, places))
    }

    fn cell(
        &self,
        wanted: &Wanted,
        metric: &WantedMetric,
        own: &[DayAmounts],
        period: &KpiPeriod,
        is_absent: bool,
    ) -> Result<MeasureCell> {
        let mut cell = MeasureCell {
            metric: metric.name().clone(),
            period: period.name.clone(),
            node: period.node.clone(),
            state: ValueState::Number,
            value: None,
            numerator: None,
            denominator: None,
            median: None,
        };
        // What was counted is never absent: a day that decides may lie outside of the node's own.
        let counts = |at: usize| {
            let reading = wanted.measures.get(at).and_then(|one| one.reading(self.caliber));
            reading.zip(own.get(at)).is_some_and(|(reading, own)| own.counts(reading, period))
        };
        if is_absent && !metric.measures().any(counts) {
            cell.state = ValueState::Absent;
            return Ok(cell);
        }
        let sum = |at: usize| -> Option<(&MeasureReading, &DayAmounts, i128)> {
            let reading = wanted.measures.get(at)?.reading(self.caliber)?;
            let amounts = own.get(at)?;
            Some((reading, amounts, amounts.sum(reading, period)))
        };
        match metric {
            WantedMetric::Measure { at, .. } => {
                if let Some((reading, amounts, count)) = sum(*at) {
                    cell.value = Some(Exact::counted(count, reading.amount.decimals()));
                    if reading.amount == FactAmount::Days {
                        let median = amounts.median(reading, period)?;
                        cell.median = median.map(|exact| number(&exact, 2)).transpose()?;
                    }
                }
            }
            WantedMetric::Ratio { ratio, numerator, denominator } => {
                if let Some(((of, amounts, above), (by, divisors, below))) =
                    sum(*numerator).zip(sum(*denominator))
                {
                    let (above, mut below) =
                        ((above, of.amount.decimals()), (below, by.amount.decimals()));
                    if ratio.mean_of_ends {
                        below = mean(divisors.opening(period), below)?;
                    }
                    cell.numerator = Some(Exact::counted(above.0, above.1));
                    cell.denominator = Some(Exact::counted(below.0, below.1));
                    if of.amount == FactAmount::Days {
                        let median = amounts.median(of, period)?;
                        cell.median = median.map(|exact| number(&exact, 2)).transpose()?;
                    }
                    let times = steps(i128::from(ratio.times.unwrap_or(1)), 0)?;
                    let above = steps(above.0, above.1)?.mul(&times)?;
                    match divided(&above, &steps(below.0, below.1)?)? {
                        Some(quotient) => cell.value = Some(number(&quotient, ratio.decimals)?),
                        None => cell.state = ValueState::Undefined,
                    }
                }
            }
        }
        Ok(cell)
    }
}

/// What facts come to, before cells are made of it.
struct Tallied<'a> {
    grouping: Grouping<'a>,
    groups: Groups,
    tally: Tally,
    findings: Vec<Finding>,
}

/// The mean of two counts of steps, with one decimal more.
fn mean(one: i128, (other, decimals): (i128, u32)) -> Result<(i128, u32)> {
    let halves = one.checked_add(other).and_then(|both| both.checked_mul(5));
    Ok((halves.ok_or_else(overflow)?, decimals.saturating_add(1)))
}

fn without_amount(measure: &Measure, lacking: u32) -> Option<Finding> {
    let told = || finding!(Code::KpiAmountMissing, name = measure.name, count = lacking);
    (lacking > 0).then(|| told().within(Input::Facts))
}
