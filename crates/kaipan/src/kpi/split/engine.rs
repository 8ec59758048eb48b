use super::part::SplitPart;
use super::phasing::TargetPhasing;
use super::sheet::{SplitLine, TargetSplit};
use super::tree::PartTree;
use crate::Text;
use crate::builder::optional_inputs;
use crate::check::Must;
use crate::error::{Code, Error, Finding, Input, Result, finding};
use crate::kpi::measure::ratio_of_name;
use crate::number::{Figure, Unrounded, overflow, split};

/// Splits a target over parts (handbook §8.1).
///
/// Each part gets its share by weight, rounded down to the quantum; what is left goes to the largest
/// fractional parts, one quantum each, of equal ones to the smaller order number and id, whatever order
/// the parts are given in. So the parts come to the whole exactly, level by level. What parts report
/// from below is summed and compared.
///
/// ```
/// use kaipan::kpi::{SplitPart, TargetSplitting};
/// let months: Vec<SplitPart> = (1..=12).map(|month| SplitPart::new(format!("{month:02}"))).collect();
/// let split = TargetSplitting::new("12345".parse()?, &months).split()?;
/// let values: Vec<String> = split.lines.iter().map(|line| line.value.to_string()).collect();
/// assert_eq!(values.iter().filter(|value| *value == "1029").count(), 9);
/// assert_eq!(values.iter().filter(|value| *value == "1028").count(), 3);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct TargetSplitting<'a> {
    total: Figure,
    parts: &'a [SplitPart],
    quantum: Option<Figure>,
    metric: Option<&'a Text>,
    phasing: Option<&'a TargetPhasing>,
}

/// The quantum where none is given: 1.
const ONE: Figure = Figure::from_millionths(1_000_000);

impl<'a> TargetSplitting<'a> {
    /// A whole over parts.
    pub const fn new(total: Figure, parts: &'a [SplitPart]) -> TargetSplitting<'a> {
        TargetSplitting { total, parts, quantum: None, metric: None, phasing: None }
    }

    optional_inputs! {
        /// The smallest step of a part; 1 if absent. Yuan can be split to 0.01.
        quantum: Figure;
        /// The name of what is split. A ratio, such as an average price, cannot be.
        metric: &'a Text;
        /// Periods over which the parts are split in turn.
        phasing: &'a TargetPhasing;
    }

    /// The parts.
    ///
    /// # Errors
    /// [`Code::KpiNotAdditive`] of a ratio; [`Code::KpiNumber`] of amounts below zero or a quantum
    /// that is not above it; [`Code::KpiNotWhole`] of an amount that is no multiple of the quantum;
    /// [`Code::KpiNoParts`], [`Code::KpiBlank`], [`Code::KpiIdTwice`], [`Code::KpiPartUnknown`],
    /// [`Code::KpiCircle`]; [`Code::KpiWeightsZero`]; [`Code::KpiFixedAbove`], [`Code::KpiFixedBelow`];
    /// as [`PeriodSeries::periods`](crate::kpi::PeriodSeries::periods) and [`Code::KpiWeightCount`],
    /// [`Code::KpiWeightNegative`] of the phasing.
    pub fn split(&self) -> Result<TargetSplit> {
        let (quantum, mut errors) = self.wrong();
        let tree = PartTree::new(self.parts);
        errors.extend(tree.as_ref().err().cloned());
        Error::collect(errors)?;
        let tree = tree?;
        let phases = self.phasing.map(TargetPhasing::phases).transpose()?;
        let total = self.quanta(self.total, quantum).ok_or_else(overflow)?;
        let mut quanta = vec![0_i64; self.parts.len()];
        self.share(total, &tree.top, quantum, &mut quanta)?;
        for at in &tree.order {
            let own = quanta.get(*at).copied().unwrap_or(0);
            self.share(own, tree.below(*at), quantum, &mut quanta)?;
        }
        let (reported, findings) = self.reported(&tree)?;
        let mut lines = Vec::with_capacity(self.parts.len());
        for (at, part) in self.parts.iter().enumerate() {
            let own = quanta.get(at).copied().unwrap_or(0);
            let value = Figure::from_millionths(own.saturating_mul(quantum.millionths()));
            let reported = reported.get(at).copied().flatten();
            let periods = match &phases {
                Some(phases) if tree.below(at).is_empty() => {
                    phases.of(own, quantum.millionths())?
                }
                _ => Vec::new(),
            };
            lines.push(SplitLine {
                id: part.id.clone(),
                parent: part.parent.clone(),
                value,
                reported,
                difference: reported.map(|sum| less(sum, value)).transpose()?,
                periods,
            });
        }
        let reported = tree.sum(&tree.top, &reported)?;
        let difference = reported.map(|sum| less(sum, self.total)).transpose()?;
        Ok(TargetSplit { total: self.total, lines, reported, difference, findings })
    }

    /// The quantum, and everything but how the parts hang together that cannot be.
    fn wrong(&self) -> (Figure, Vec<Error>) {
        let quantum = self.quantum.unwrap_or(ONE);
        let mut errors = Vec::new();
        if let Some(metric) = self.metric.filter(|metric| ratio_of_name(metric).is_some()) {
            errors.push(
                Error::new(Code::KpiNotAdditive).with("metric", metric).within(Input::Metric),
            );
        }
        let unplaced = |error: Option<Error>, input: Input| error.map(|error| error.placed(input));
        errors.extend(unplaced(
            Must::NotBeNegative.refused(Code::KpiNumber, "total", self.total),
            Input::Total,
        ));
        let wrong = Must::BePositive.refused(Code::KpiNumber, "quantum", quantum);
        let is_wrong = wrong.is_some();
        errors.extend(unplaced(wrong, Input::Quantum));
        if !is_wrong {
            errors.extend(
                self.not_whole(self.total, quantum).map(|error| error.within(Input::Total)),
            );
            for (at, part) in self.parts.iter().enumerate() {
                let error = part.fixed.and_then(|fixed| self.not_whole(fixed, quantum));
                errors.extend(error.map(|error| error.at("fixed").at(at).within(Input::Parts)));
            }
        }
        (quantum, errors)
    }

    fn quanta(&self, value: Figure, quantum: Figure) -> Option<i64> {
        value.millionths().checked_div(quantum.millionths())
    }

    fn not_whole(&self, value: Figure, quantum: Figure) -> Option<Error> {
        let error = || Error::new(Code::KpiNotWhole).with("value", value).with("quantum", quantum);
        (value.millionths().checked_rem(quantum.millionths()) != Some(0)).then(error)
    }

    /// Shares out quanta over the parts of one whole.
    fn share(&self, whole: i64, of: &[usize], quantum: Figure, quanta: &mut [i64]) -> Result<()> {
        let Some(first) = of.first() else { return Ok(()) };
        let parts = of.iter().filter_map(|at| Some((*at, self.parts.get(*at)?)));
        let mut left = whole;
        let mut places = Vec::new();
        let mut shared: Vec<(Unrounded, (u32, &Text))> = Vec::new();
        for (at, part) in parts {
            match part.fixed {
                Some(fixed) => {
                    let fixed = self.quanta(fixed, quantum).ok_or_else(overflow)?;
                    left = left.checked_sub(fixed).ok_or_else(overflow)?;
                    if let Some(slot) = quanta.get_mut(at) {
                        *slot = fixed;
                    }
                }
                None => {
                    places.push(at);
                    shared.push((part.weight().into(), (part.order.unwrap_or(0), &part.id)));
                }
            }
        }
        let place = |error: Error, field| error.at(field).at(*first).within(Input::Parts);
        let amount =
            |quanta: i64| Figure::from_millionths(quanta.saturating_mul(quantum.millionths()));
        let fixed = |code: Code| {
            let error = Error::new(code).with("value", amount(whole.saturating_sub(left)));
            place(error.with("whole", amount(whole)), "fixed")
        };
        if left < 0 {
            return Err(fixed(Code::KpiFixedAbove));
        }
        if shared.is_empty() {
            return if left == 0 { Ok(()) } else { Err(fixed(Code::KpiFixedBelow)) };
        }
        if shared.iter().all(|(weight, _)| weight.is_zero()) {
            return Err(place(Error::new(Code::KpiWeightsZero), "weight"));
        }
        for (at, share) in places.into_iter().zip(split(left, &shared)?) {
            if let Some(slot) = quanta.get_mut(at) {
                *slot = share;
            }
        }
        Ok(())
    }

    /// What every part reports from below, and where it contradicts what it says itself.
    fn reported(&self, tree: &PartTree<'_>) -> Result<(Vec<Option<Figure>>, Vec<Finding>)> {
        let mut reported: Vec<Option<Figure>> =
            self.parts.iter().map(|part| part.reported).collect();
        let mut findings = Vec::new();
        for at in tree.order.iter().rev() {
            let below = tree.below(*at);
            if below.is_empty() {
                continue;
            }
            let sum = tree.sum(below, &reported)?;
            let (Some(slot), Some(part)) = (reported.get_mut(*at), self.parts.get(*at)) else {
                continue;
            };
            if let Some((own, sum)) = part.reported.zip(sum).filter(|(own, sum)| own != sum) {
                let told = finding!(Code::KpiReportedDiffers, id = part.id, reported = own, sum);
                findings.push(told.at("reported").at(*at).within(Input::Parts));
            }
            *slot = sum;
        }
        Ok((reported, findings))
    }
}

fn less(value: Figure, by: Figure) -> Result<Figure> {
    value.checked_sub(by).ok_or_else(overflow)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(id: &str, parent: Option<&str>, weight: &str) -> SplitPart {
        let mut part = SplitPart::new(id).with_weight(weight.parse().unwrap());
        part.parent = parent.map(Text::from);
        part
    }

    fn values(total: &str, parts: &[SplitPart]) -> Vec<String> {
        let split = TargetSplitting::new(total.parse().unwrap(), parts).split().unwrap();
        split.lines.iter().map(|line| line.value.to_string()).collect()
    }

    #[test]
    fn handbook_thirds() {
        let thirds = ["a", "b", "c"].map(|id| part(id, None, "1"));
        assert_eq!(values("10000", &thirds), ["3334", "3333", "3333"]);
    }

    #[test]
    fn the_order_of_the_parts_does_not_matter() {
        let turned = ["c", "b", "a"].map(|id| part(id, None, "1"));
        assert_eq!(values("10000", &turned), ["3333", "3333", "3334"]);
        let mut own = ["c", "b", "a"].map(|id| part(id, None, "1"));
        own[2].order = Some(1);
        assert_eq!(values("10000", &own), ["3333", "3334", "3333"]);
    }

    #[test]
    fn levels_and_what_is_kept() {
        let mut parts = vec![
            part("a", None, "2"),
            part("a1", Some("a"), "1"),
            part("a2", Some("a"), "1"),
            part("b", None, "1"),
        ];
        assert_eq!(values("10", &parts), ["7", "4", "3", "3"]);
        parts[1].fixed = Some("6".parse().unwrap());
        assert_eq!(values("10", &parts), ["7", "6", "1", "3"]);
        parts[2].fixed = Some("2".parse().unwrap());
        let error = TargetSplitting::new("10".parse().unwrap(), &parts).split().unwrap_err();
        assert_eq!((error.code(), error.path()), (Code::KpiFixedAbove, "/parts/1/fixed".into()));
        parts[2].fixed = Some("0".parse().unwrap());
        let error = TargetSplitting::new("10".parse().unwrap(), &parts).split().unwrap_err();
        assert_eq!(error.code(), Code::KpiFixedBelow);
    }

    #[test]
    fn circles_are_refused() {
        let parts = [part("a", Some("b"), "1"), part("b", Some("a"), "1"), part("c", None, "1")];
        let error = TargetSplitting::new(ONE, &parts).split().unwrap_err();
        assert_eq!((error.code(), error.path()), (Code::KpiCircle, "/parts/0/parent".into()));
    }
}
