//! Which measures and ratios are asked for, by name.

use super::definition::{Caliber, Measure, MeasureReading};
use super::preset::{measures, ratios};
use super::ratio::MeasureRatio;
use crate::Text;
use crate::check::with_repeats;
use crate::error::{Code, Error, Input, Result};
use std::collections::HashMap;

/// Measures and ratios with the places of what each is made of.
#[derive(Debug, Clone)]
pub(in crate::kpi) struct Wanted {
    /// The measures that have to be counted.
    pub(in crate::kpi) measures: Vec<Measure>,
    /// What was asked for, in order.
    pub(in crate::kpi) metrics: Vec<WantedMetric>,
}

/// A measure by its place, or a ratio of two.
#[derive(Debug, Clone)]
pub(in crate::kpi) enum WantedMetric {
    Measure { name: Text, at: usize },
    Ratio { ratio: MeasureRatio, numerator: usize, denominator: usize },
}

impl WantedMetric {
    pub(in crate::kpi) const fn is_measure(&self) -> bool {
        matches!(self, WantedMetric::Measure { .. })
    }

    /// The places of the measures that it is made of.
    pub(in crate::kpi) fn measures(&self) -> impl Iterator<Item = usize> {
        let (first, second) = match self {
            WantedMetric::Measure { at, .. } => (*at, None),
            WantedMetric::Ratio { numerator, denominator, .. } => (*numerator, Some(*denominator)),
        };
        std::iter::once(first).chain(second)
    }

    pub(in crate::kpi) const fn name(&self) -> &Text {
        match self {
            WantedMetric::Measure { name, .. } => name,
            WantedMetric::Ratio { ratio, .. } => &ratio.name,
        }
    }
}

/// Everything that has a name: of the library, and of the host.
struct Named {
    measures: Vec<Measure>,
    ratios: Vec<MeasureRatio>,
}

impl Wanted {
    /// What is asked for, of the library's measures and a host's own, in a caliber.
    pub(in crate::kpi) fn new(
        metrics: &[Text],
        own_measures: &[Measure],
        own_ratios: &[MeasureRatio],
        caliber: Caliber,
    ) -> Result<Wanted> {
        let named = Named::new(own_measures, own_ratios)?;
        let mut wanted = Wanted { measures: Vec::new(), metrics: Vec::new() };
        let mut places: HashMap<Text, usize> = HashMap::new();
        let mut errors = Vec::new();
        if metrics.is_empty() {
            errors.push(Error::new(Code::KpiNoMetrics).within(Input::Metrics));
        }
        for (at, metric, first) in with_repeats(metrics, Text::as_str) {
            let placed = |error: Error| error.at(at).within(Input::Metrics);
            if let Some(first) = first {
                let error = Error::new(Code::KpiIdTwice).with("id", metric).with("first", first);
                errors.push(placed(error));
                continue;
            }
            let mut add = |name: &Text| {
                let measure = named.measure(name, caliber)?;
                let next = wanted.measures.len();
                let at = *places.entry(name.clone()).or_insert(next);
                if at == next {
                    wanted.measures.push(measure.clone());
                }
                Ok(at)
            };
            let found = match named.ratios.iter().find(|ratio| ratio.name == *metric) {
                Some(ratio) => add(&ratio.numerator).and_then(|numerator| {
                    let denominator = add(&ratio.denominator)?;
                    Ok(WantedMetric::Ratio { ratio: ratio.clone(), numerator, denominator })
                }),
                None => add(metric).map(|at| WantedMetric::Measure { name: metric.clone(), at }),
            };
            match found {
                Ok(metric) => wanted.metrics.push(metric),
                Err(error) => errors.push(placed(error)),
            }
        }
        Error::collect(errors)?;
        Ok(wanted)
    }

    /// The readings of the measures, in their order.
    pub(in crate::kpi) fn readings(
        &self,
        caliber: Caliber,
    ) -> impl Iterator<Item = &MeasureReading> {
        self.measures.iter().filter_map(move |measure| measure.reading(caliber))
    }
}

impl Named {
    fn new(own_measures: &[Measure], own_ratios: &[MeasureRatio]) -> Result<Named> {
        let (mut measures, mut ratios) = (measures(), ratios());
        let mut errors = Vec::new();
        let mut names: HashMap<&str, usize> = HashMap::new();
        let library =
            measures.iter().map(|one| &one.name).chain(ratios.iter().map(|one| &one.name));
        let library: Vec<Text> = library.cloned().collect();
        let twice = |name: &Text| library.contains(name);
        for (at, measure, first) in with_repeats(own_measures, |measure| &measure.name) {
            let taken = twice(&measure.name) || first.is_some();
            let error = taken.then(|| taken_name(&measure.name));
            let own = measure.errors().into_iter().chain(error);
            errors.extend(own.map(|error| error.at(at).within(Input::Measures)));
            names.insert(&measure.name, at);
        }
        for (at, ratio, first) in with_repeats(own_ratios, |ratio| &ratio.name) {
            let taken =
                twice(&ratio.name) || first.is_some() || names.contains_key(ratio.name.as_str());
            let error = taken.then(|| taken_name(&ratio.name));
            let own = ratio.errors().into_iter().chain(error);
            errors.extend(own.map(|error| error.at(at).within(Input::Ratios)));
        }
        let is_measure = |name: &Text| {
            names.contains_key(name.as_str()) || measures.iter().any(|one| one.name == *name)
        };
        for (at, ratio) in own_ratios.iter().enumerate() {
            for (field, name) in
                [("numerator", &ratio.numerator), ("denominator", &ratio.denominator)]
            {
                if !is_measure(name) {
                    let known = measures.iter().chain(own_measures).map(|one| one.name.as_str());
                    let error = Error::new(Code::KpiMeasureUnknown).with("name", name);
                    let error = error.with_nearest(known, name).at(field);
                    errors.push(error.at(at).within(Input::Ratios));
                }
            }
            let divisor = measures.iter().chain(own_measures);
            let mut divisor = divisor.filter(|one| one.name == ratio.denominator);
            if ratio.mean_of_ends && divisor.any(|one| !one.is_of_a_day()) {
                let error = Error::new(Code::KpiMeanOfFlow).with("name", &ratio.denominator);
                errors.push(error.at("mean_of_ends").at(at).within(Input::Ratios));
            }
        }
        Error::collect(errors)?;
        measures.extend_from_slice(own_measures);
        ratios.extend_from_slice(own_ratios);
        Ok(Named { measures, ratios })
    }

    /// A measure that can be read in a caliber.
    fn measure(&self, name: &Text, caliber: Caliber) -> Result<&Measure> {
        let Some(measure) = self.measures.iter().find(|measure| measure.name == *name) else {
            let known = self.measures.iter().map(|one| one.name.as_str());
            let known = known.chain(self.ratios.iter().map(|one| one.name.as_str()));
            let error = Error::new(Code::KpiMeasureUnknown).with("name", name);
            return Err(error.with_nearest(known, name));
        };
        if measure.reading(caliber).is_none() {
            let code = match caliber {
                Caliber::Marketing => Code::KpiNoMarketingReading,
                Caliber::Finance => Code::KpiNoFinanceReading,
            };
            return Err(Error::new(code).with("name", name));
        }
        Ok(measure)
    }
}

fn taken_name(name: &Text) -> Error {
    Error::new(Code::KpiNameTaken).with("name", name).at("name")
}
