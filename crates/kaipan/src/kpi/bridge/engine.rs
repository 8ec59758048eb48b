use super::answer::{BridgeLine, BridgeReason, BridgeSheet, BridgeTotal};
use super::figure::{BridgeFigure, BridgeMatch};
use super::line::{Compared, Part};
use crate::Text;
use crate::builder::inputs;
use crate::error::{Code, Error, Finding, Input, Result, finding};
use crate::kpi::fact::{Fact, FactBook};
use crate::kpi::measure::{Measure, MeasureReading, Wanted, contributions, ratio_of_name};
use crate::number::{Exact, overflow};
use std::collections::BTreeMap;

/// Shows which events make the difference between two figures of one measure (handbook §8.4): of the
/// marketing and the finance caliber, of two dates, of two versions, of the system and of a list that
/// was entered by hand.
///
/// ```
/// use kaipan::kpi::*;
/// let day = |text: &str| text.parse::<kaipan::Date>();
/// let subscription = Fact::new("s1", FactKind::Subscription, day("2026-03-30")?)
///     .with_amount("1000000".parse()?);
/// let signing = Fact::new("g1", FactKind::Signing, day("2026-04-08")?)
///     .with_of("s1")
///     .with_amount("1000000".parse()?)
///     .with_finance_date(day("2026-04-09")?);
/// let facts = [subscription, signing];
/// let marketing = BridgeFigure::new(day("2026-03-01")?, day("2026-03-31")?);
/// let finance = marketing.clone().with_caliber(Caliber::Finance);
/// let sheet = Bridging::new("sold_amount", &facts, &marketing, &finance).sheet()?;
/// assert_eq!(sheet.difference.to_string(), "-1000000");
/// assert_eq!(sheet.lines[0].reason, BridgeReason::CountedLater);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Bridging<'a> {
    metric: Text,
    facts: &'a [Fact],
    second_facts: Option<&'a [Fact]>,
    first: &'a BridgeFigure,
    second: &'a BridgeFigure,
    match_by: BridgeMatch,
    measures: &'a [Measure],
}

/// What both figures have of everything that is compared.
type Parts<'a> = BTreeMap<Compared<'a>, [Part<'a>; 2]>;

impl<'a> Bridging<'a> {
    /// From one figure of a measure to another, of the same facts.
    pub fn new(
        metric: impl Into<Text>,
        facts: &'a [Fact],
        first: &'a BridgeFigure,
        second: &'a BridgeFigure,
    ) -> Bridging<'a> {
        Bridging {
            metric: metric.into(),
            facts,
            second_facts: None,
            first,
            second,
            match_by: BridgeMatch::default(),
            measures: &[],
        }
    }

    inputs! {
        /// What of one figure is held against what of the other.
        match_by: BridgeMatch;
        /// Measures of the host's own.
        measures: &'a [Measure];
    }

    /// The facts of the second figure, where they are others: another version, or entered by hand.
    pub fn second_facts(mut self, facts: impl Into<Option<&'a [Fact]>>) -> Self {
        self.second_facts = facts.into();
        self
    }

    /// The way from the first figure to the second.
    ///
    /// # Errors
    /// [`Code::KpiNotAdditive`] of a ratio; [`Code::KpiMeasureUnknown`], [`Code::KpiNoFinanceReading`],
    /// [`Code::KpiNoMarketingReading`], [`Code::KpiReadingsDiffer`]; [`Code::KpiDatesTurned`];
    /// [`Code::KpiFactTwice`],
    /// [`Code::KpiBlank`], [`Code::KpiFactCircle`] of facts; what is wrong with own measures.
    pub fn sheet(&self) -> Result<BridgeSheet> {
        let (one, two) = self.wanted()?;
        let books = [
            FactBook::new(self.facts, Input::Facts)?,
            FactBook::new(self.second_facts.unwrap_or(self.facts), Input::SecondFacts)?,
        ];
        let readings =
            [one.readings(self.first.caliber).next(), two.readings(self.second.caliber).next()];
        let ([Some(first), Some(second)], figures) = (readings, [self.first, self.second]) else {
            return Err(Error::new(Code::KpiNoTerms).within(Input::Metric));
        };
        if first.amount.decimals() != second.amount.decimals() {
            let error = Error::new(Code::KpiReadingsDiffer).with("name", &self.metric);
            return Err(error.within(Input::Metric));
        }
        let mut parts = Parts::new();
        let mut totals = [0_i128; 2];
        let mut findings: Vec<Finding> = Vec::new();
        let sides = books.iter().zip([first, second]).zip(figures).enumerate();
        for (side, ((book, reading), figure)) in sides {
            let lacking = self.add_side(&mut parts, &mut totals, side, book, (reading, figure))?;
            // Facts that are the same are told of once.
            if side == 0 || self.second_facts.is_some() {
                findings.extend(book.findings().iter().cloned());
                let input = if side == 0 { Input::Facts } else { Input::SecondFacts };
                let told = finding!(Code::KpiAmountMissing, name = self.metric, count = lacking);
                findings.extend((lacking > 0).then(|| told.within(input)));
            }
        }
        let decimals = first.amount.decimals();
        let mut lines = Vec::new();
        for (compared, parts) in &parts {
            lines.extend(line(compared, parts, (first, self.first), (second, self.second))?);
        }
        lines.sort_by_key(|(line, _)| line.reason);
        let reasons = totals_of(&lines, decimals)?;
        let [one, two] = totals;
        let difference = two.checked_sub(one).ok_or_else(overflow)?;
        Ok(BridgeSheet {
            first: Exact::counted(one, decimals),
            second: Exact::counted(two, decimals),
            difference: Exact::counted(difference, decimals),
            lines: lines.into_iter().map(|(line, _)| line).collect(),
            reasons,
            findings,
        })
    }

    /// The measure as both figures read it.
    fn wanted(&self) -> Result<(Wanted, Wanted)> {
        let mut errors = Vec::new();
        errors.extend(self.first.turned().map(|error| error.within(Input::First)));
        errors.extend(self.second.turned().map(|error| error.within(Input::Second)));
        if ratio_of_name(&self.metric).is_some() {
            let error = Error::new(Code::KpiNotAdditive).with("metric", &self.metric);
            errors.push(error.within(Input::Metric));
        }
        Error::collect(errors)?;
        let metric = [self.metric.clone()];
        let wanted = |figure: &BridgeFigure| {
            let wanted = Wanted::new(&metric, self.measures, &[], figure.caliber);
            // One name stands in its own input.
            wanted.map_err(|error| {
                error.each_place(&|place| {
                    if place.input() == Some(Input::Metrics) {
                        *place = Input::Metric.into();
                    }
                })
            })
        };
        Ok((wanted(self.first)?, wanted(self.second)?))
    }

    /// Adds what one figure has; gives how many facts lack their amount.
    fn add_side(
        &self,
        parts: &mut Parts<'a>,
        totals: &mut [i128; 2],
        side: usize,
        book: &FactBook<'a>,
        (reading, figure): (&MeasureReading, &BridgeFigure),
    ) -> Result<u32> {
        for (at, fact) in book.facts().iter().enumerate() {
            let Some(compared) = Compared::of(book, at, self.match_by) else { continue };
            if let Some(part) = parts.entry(compared).or_default().get_mut(side) {
                part.facts.push(fact);
            }
        }
        let (all, lacking) = contributions(book, reading, figure.counting());
        for one in all {
            let Some(compared) = Compared::of(book, one.fact, self.match_by) else { continue };
            let counts = figure.side_of(one.date, reading).is_eq();
            let part = parts.entry(compared).or_default().get_mut(side);
            let (Some(part), Some(total)) = (part, totals.get_mut(side)) else { continue };
            if counts {
                part.amount = part.amount.checked_add(one.amount).ok_or_else(overflow)?;
                part.counts = true;
                *total = total.checked_add(one.amount).ok_or_else(overflow)?;
            }
            part.contributions.push(one);
        }
        Ok(lacking)
    }
}

/// A line with its difference in the smallest steps, if there is one.
fn line(
    compared: &Compared<'_>,
    [one, two]: &[Part<'_>; 2],
    (first, first_figure): (&MeasureReading, &BridgeFigure),
    (second, second_figure): (&MeasureReading, &BridgeFigure),
) -> Result<Option<(BridgeLine, i128)>> {
    let difference = two.amount.checked_sub(one.amount).ok_or_else(overflow)?;
    if difference == 0 {
        return Ok(None);
    }
    let reason = match (one.counts, two.counts) {
        (true, false) => two.lacks(second_figure, second),
        (false, true) => one.lacks(first_figure, first),
        _ => BridgeReason::AmountDiffers,
    };
    let facts = || one.facts.iter().chain(&two.facts).copied();
    let mut keys: Vec<Text> = facts().map(|fact| fact.key.clone()).collect();
    keys.sort_unstable();
    keys.dedup();
    let decimals = first.amount.decimals();
    let line = BridgeLine {
        reason,
        key: compared.key.clone(),
        deal: facts().find_map(|fact| fact.deal.clone()),
        unit: facts().find_map(|fact| fact.unit.clone()),
        facts: keys,
        first_date: one.date(first_figure, first),
        second_date: two.date(second_figure, second),
        first: Exact::counted(one.amount, decimals),
        second: Exact::counted(two.amount, decimals),
        difference: Exact::counted(difference, decimals),
    };
    Ok(Some((line, difference)))
}

/// Σ by reason.
fn totals_of(lines: &[(BridgeLine, i128)], decimals: u32) -> Result<Vec<BridgeTotal>> {
    let mut totals = Vec::new();
    for own in lines.chunk_by(|(one, _), (two, _)| one.reason == two.reason) {
        let sum = own.iter().try_fold(0_i128, |sum, (_, part)| sum.checked_add(*part));
        let Some((line, _)) = own.first() else { continue };
        totals.push(BridgeTotal {
            reason: line.reason,
            count: u32::try_from(own.len()).map_err(|_| overflow())?,
            difference: Exact::counted(sum.ok_or_else(overflow)?, decimals),
        });
    }
    Ok(totals)
}
