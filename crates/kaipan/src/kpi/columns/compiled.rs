//! Measures that are ready to count.

use super::facts::{FactColumns, NO_DAY, number_of};
use super::sums::MeasureSums;
use super::term::{Term, is_columnar};
use crate::check::with_repeats;
use crate::error::{Code, Error, Input, Result};
use crate::kpi::fact::FactKind;
use crate::kpi::measure::{Caliber, MOST_CELLS, Wanted};
use crate::kpi::period::{KpiPeriod, PeriodSeries};
use crate::number::overflow;
use crate::{Date, Text};

/// The bits of all kinds: their codes are from 0 on.
const KINDS: u32 = (1 << FactKind::ALL.len()) - 1;

/// Measures that are ready to count columns of facts in one pass: as many as come, by group and period.
/// They count what [`Measuring`](crate::kpi::Measuring) counts.
///
/// ```
/// use kaipan::kpi::*;
/// let day = |text: &str| CompiledMeasures::day(text.parse()?);
/// let metrics = ["subscriptions".into(), "subscribed_amount".into()];
/// let periods = PeriodSeries::new(PeriodKind::Month, "2026-03-01".parse()?, "2026-04-30".parse()?);
/// // Two projects of one company.
/// let measures = CompiledMeasures::compile(&metrics, Caliber::Marketing, &periods, &[0, 0], &[])?;
/// let days = [day("2026-03-09")?, day("2026-04-01")?, day("2026-04-02")?];
/// let sums = measures.count(&FactColumns {
///     kinds: &[FactKind::Subscription.code(); 3],
///     details: &[u16::MAX; 3],
///     origins: &[0; 3],
///     nodes: &[0, 1, 1],
///     days: &days,
///     performance_days: &days,
///     finance_days: &[NO_DAY; 3],
///     counts: &[1; 3],
///     areas: &[0; 3],
///     amounts: &[100_000_000, 90_000_000, 80_000_000],
///     finance_amounts: &[0; 3],
///     list_amounts: &[0; 3],
/// })?;
/// assert_eq!(sums.value(0, 0, 0).unwrap().to_string(), "1");
/// assert_eq!(sums.value(0, 1, 1).unwrap().to_string(), "1700000");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct CompiledMeasures {
    /// The terms for each kind of fact, by its code.
    terms: Vec<Vec<Term>>,
    stocks: Vec<bool>,
    decimals: Vec<u32>,
    /// The group of each node.
    groups: Vec<u32>,
    group_count: usize,
    /// The first day of the series.
    first_day: i32,
    /// The period of each day of the series.
    period_of: Vec<u32>,
    periods: Vec<KpiPeriod>,
}

impl CompiledMeasures {
    /// Of measures by name, in a caliber and in periods; with the group of each node, from 0, and the
    /// details that columns name by their place.
    ///
    /// # Errors
    /// [`Code::KpiNotColumnar`] of ratios and of measures by days, by the day of an origin or by months;
    /// [`Code::KpiNoMetrics`], [`Code::KpiMeasureUnknown`], [`Code::KpiNoFinanceReading`];
    /// [`Code::KpiIdTwice`] of measures and details; [`Code::NumberBetween`] for more details than columns
    /// can name; [`Code::KpiManyCells`]; [`Code::KpiNodeUnknown`] of stages of a node, which columns do not know by
    /// an id; as [`PeriodSeries::periods`].
    pub fn compile(
        metrics: &[Text],
        caliber: Caliber,
        periods: &PeriodSeries,
        groups: &[u32],
        details: &[Text],
    ) -> Result<CompiledMeasures> {
        let wanted = Wanted::new(metrics, &[], &[], caliber)?;
        check_details(details)?;
        let refused = |at: usize, name: &Text| {
            Error::new(Code::KpiNotColumnar).with("name", name).at(at).within(Input::Metrics)
        };
        if let Some(at) = wanted.metrics.iter().position(|metric| !metric.is_measure()) {
            return Err(refused(
                at,
                wanted.metrics.get(at).map_or(&Text::constant(""), |one| one.name()),
            ));
        }
        let mut terms: Vec<Vec<Term>> = vec![Vec::new(); FactKind::ALL.len()];
        let (mut stocks, mut decimals) = (Vec::new(), Vec::new());
        for (measure, reading) in wanted.readings(caliber).enumerate() {
            if !is_columnar(reading) {
                let name =
                    wanted.measures.get(measure).map(|one| one.name.clone()).unwrap_or_default();
                return Err(refused(measure, &name));
            }
            stocks.push(reading.stock);
            decimals.push(reading.amount.decimals());
            for term in &reading.terms {
                if let Some(own) = terms.get_mut(usize::from(term.kind.code())) {
                    own.push(Term::new(measure, reading, term, details));
                }
            }
        }
        let all = periods.periods()?;
        check_stages(periods)?;
        let first_day = all.first().map_or(Ok(0), |period| number_of(period.from))?;
        let mut period_of = Vec::new();
        for (at, period) in all.iter().enumerate() {
            let place = u32::try_from(at).map_err(|_| overflow())?;
            let start = number_of(period.from)?.checked_sub(first_day).ok_or_else(overflow)?;
            // Days between stages belong to none.
            period_of.resize(usize::try_from(start).map_err(|_| overflow())?, u32::MAX);
            let days = usize::try_from(period.days()).map_err(|_| overflow())?;
            period_of.resize(period_of.len().saturating_add(days), place);
        }
        let group_count = groups.iter().max().map_or(0, |last| last.saturating_add(1));
        let group_count = usize::try_from(group_count).map_err(|_| overflow())?;
        let cells = group_count.saturating_mul(all.len()).saturating_mul(decimals.len());
        if cells > MOST_CELLS {
            return Err(Error::new(Code::KpiManyCells)
                .with("most", MOST_CELLS)
                .within(Input::Groups));
        }
        Ok(CompiledMeasures {
            terms,
            stocks,
            decimals,
            groups: groups.to_vec(),
            group_count,
            first_day,
            period_of,
            periods: all,
        })
    }

    /// The periods, the first one first.
    #[must_use]
    pub fn periods(&self) -> &[KpiPeriod] {
        &self.periods
    }

    /// A day as columns have it: days since 1970-01-01.
    ///
    /// # Errors
    /// None that can be met: every day of the calendar fits.
    pub fn day(day: Date) -> Result<i32> {
        number_of(day)
    }

    /// Counts columns of facts.
    ///
    /// # Errors
    /// [`Code::KpiColumnLengths`]; [`Code::NumberBetween`] for a day outside the calendar;
    /// [`Code::KpiColumnNode`] of a node or kind that there is not; [`Code::NumberOverflow`].
    pub fn count(&self, columns: &FactColumns<'_>) -> Result<MeasureSums> {
        let length = columns.length()?;
        let measures = self.decimals.len();
        let rows = self.group_count.checked_mul(self.rows_of_group()).ok_or_else(overflow)?;
        // The first row of a group is what lies before the periods, for stocks.
        let mut sums = vec![0_i128; rows.checked_mul(measures).ok_or_else(overflow)?];
        for at in 0..length {
            let unknown = |field: &'static str| {
                let error = Error::new(Code::KpiColumnNode).with("number", at.saturating_add(1));
                error.at(at).at(field).within(Input::Facts)
            };
            let terms = columns.kinds.get(at).and_then(|kind| self.terms.get(usize::from(*kind)));
            let terms = terms.ok_or_else(|| unknown("kinds"))?;
            if columns.origins.get(at).is_some_and(|origins| origins & !KINDS != 0) {
                return Err(unknown("origins"));
            }
            let node = columns.nodes.get(at).and_then(|node| usize::try_from(*node).ok());
            let group = node.and_then(|node| self.groups.get(node));
            let group = group.ok_or_else(|| unknown("nodes"))?;
            if terms.is_empty() {
                continue;
            }
            let group = usize::try_from(*group).map_err(|_| overflow())?;
            let first = group.saturating_mul(self.rows_of_group()).saturating_mul(measures);
            // A fact counts once in a measure, by the first of its terms.
            let mut counted = usize::MAX;
            for term in terms {
                if term.measure == counted || !term.holds(columns, at) {
                    continue;
                }
                counted = term.measure;
                let day = term.day(columns, at);
                let Some(row) = self.row(day, term.measure) else { continue };
                let place = row.saturating_mul(measures).saturating_add(term.measure);
                if let Some(slot) = sums.get_mut(first.saturating_add(place)) {
                    *slot = slot.checked_add(term.amount(columns, at)).ok_or_else(overflow)?;
                }
            }
        }
        self.summed(&sums)
    }

    /// Rows of sums of a group: one a period, and the one before them.
    fn rows_of_group(&self) -> usize {
        self.periods.len().saturating_add(1)
    }

    /// The row of a day: 0 before the periods, for stocks; `None` where it does not count.
    fn row(&self, day: i32, measure: usize) -> Option<usize> {
        if day == NO_DAY {
            return None;
        }
        let is_stock = || self.stocks.get(measure).copied().unwrap_or(false);
        let Ok(since) = usize::try_from(i64::from(day).saturating_sub(i64::from(self.first_day)))
        else {
            return is_stock().then_some(0);
        };
        let period = *self.period_of.get(since)?;
        let row = || usize::try_from(period).ok()?.checked_add(1);
        if period != u32::MAX { row() } else { None }
    }

    /// Stocks added up from period to period, and the first rows left out.
    fn summed(&self, sums: &[i128]) -> Result<MeasureSums> {
        let measures = self.decimals.len();
        let mut cells = Vec::with_capacity(sums.len());
        if measures > 0 {
            let of_group = measures.saturating_mul(self.rows_of_group());
            for own in sums.chunks(of_group) {
                let mut before = vec![0_i128; measures];
                for (row, own) in own.chunks(measures).enumerate() {
                    for ((value, before), stock) in own.iter().zip(&mut before).zip(&self.stocks) {
                        let sum = if *stock {
                            before.checked_add(*value).ok_or_else(overflow)?
                        } else {
                            *value
                        };
                        *before = sum;
                        if row > 0 {
                            cells.push(sum);
                        }
                    }
                }
            }
        }
        Ok(MeasureSums {
            periods: self.periods.len(),
            measures,
            decimals: self.decimals.clone(),
            cells,
        })
    }
}

/// Stages of a node: columns know nodes by their place, not by an id.
fn check_stages(periods: &PeriodSeries) -> Result<()> {
    let stages = periods.stages.iter().enumerate();
    let wrong = stages.filter_map(|(at, stage)| {
        let error = Error::new(Code::KpiNodeUnknown).with("node", stage.node.as_ref()?);
        Some(error.at("node").at(at).at("stages").within(Input::Periods))
    });
    Error::collect(wrong.collect())
}

/// Details that are given twice, or are more than a column can name.
fn check_details(details: &[Text]) -> Result<()> {
    let twice = with_repeats(details, Text::as_str).filter_map(|(at, detail, first)| {
        let error = Error::new(Code::KpiIdTwice).with("id", detail).with("first", first?);
        Some(error.at(at).within(Input::Details))
    });
    Error::collect(twice.collect())?;
    if details.len() > usize::from(u16::MAX) {
        let error = Error::new(Code::NumberBetween).with("field", "details");
        let error = error.with("low", 0).with("high", u16::MAX).with("value", details.len());
        return Err(error.within(Input::Details));
    }
    Ok(())
}
