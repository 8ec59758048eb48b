//! From a scheme and units to numbers: every factor becomes a short list of values and one code a
//! unit. The explained path and the columnar path both start here.

use super::codes::{MISSING, OUT_OF_SCOPE};
use super::floors::FloorIndex;
use super::look_up::LookUp;
use super::unmatched::{Met, Missing, unused};
use crate::error::{At, Code, Error, Finding, Result};
use crate::number::{Figure, Money, UnitPrice, overflow};
use crate::pricing::scheme::{
    BandArea, CoefCombine, Factor, FactorValues, Method, PricingScheme, chinese_label,
};
use crate::project::Unit;
use crate::{Label, Text, scale};
use std::collections::{BTreeMap, BTreeSet};

/// A factor with its values looked up.
pub(crate) struct ResolvedFactor {
    pub(crate) label: Label,
    pub(crate) method: Method,
    /// Distinct values; the first two are neutral ([`OUT_OF_SCOPE`], [`MISSING`]).
    pub(crate) values: Vec<Figure>,
    /// One code a unit of the scheme: an index into `values`.
    pub(crate) codes: Vec<u32>,
}

/// A scheme with everything looked up for the units it prices.
pub(crate) struct ResolvedScheme {
    pub(crate) factors: Vec<ResolvedFactor>,
    /// Σ of the spot adjustments that match, one a unit.
    pub(crate) spots: Vec<UnitPrice>,
    /// Σ of the lump sums that match, one a unit.
    pub(crate) lump_sums: Vec<Money>,
    /// Index of the override that counts, one a unit.
    pub(crate) overrides: Vec<Option<u32>>,
    pub(crate) findings: Vec<Finding>,
}

/// Looks everything up for these units; the scheme has been validated.
pub(crate) fn resolve(
    scheme: &PricingScheme,
    units: &[&Unit],
    floors: &FloorIndex<'_>,
) -> Result<ResolvedScheme> {
    let mut findings = Vec::new();
    findings.extend(scheme.unusual());
    let mut factors = Vec::with_capacity(scheme.factors.len());
    // Of a scheme without units it is enough to say that.
    let told = !units.is_empty();
    for (at, factor) in scheme.factors.iter().enumerate() {
        let (resolved, mut told) = resolve_factor(factor, units, floors).at(at).at("factors")?;
        told.extend(unusual(&resolved, scheme.combine).map(|found| found.at("values")));
        findings.extend(told.into_iter().map(|finding| finding.at(at).at("factors")));
        factors.push(resolved);
    }
    let mut spots = vec![UnitPrice::ZERO; units.len()];
    for (at, spot) in scheme.spots.iter().enumerate() {
        let mut used = false;
        for (sum, _) in spots.iter_mut().zip(units).filter(|(_, unit)| spot.select.matches(unit)) {
            *sum = sum.checked_add(spot.amount).ok_or_else(overflow)?;
            used = true;
        }
        if told && !used {
            let label = spot.name.as_deref().unwrap_or("spot");
            findings.push(unused(label).at(at).at("spots"));
        }
    }
    let mut lump_sums = vec![Money::ZERO; units.len()];
    for (at, lump) in scheme.lump_sums.iter().enumerate() {
        let mut used = false;
        let chosen = lump_sums.iter_mut().zip(units).filter(|(_, unit)| lump.select.matches(unit));
        for (sum, _) in chosen {
            *sum = sum.checked_add(lump.amount).ok_or_else(overflow)?;
            used = true;
        }
        if told && !used {
            findings.push(unused(&lump.name).at(at).at("lump_sums"));
        }
    }
    let mut overrides = vec![None; units.len()];
    for (at, change) in (0_u32..).zip(&scheme.overrides) {
        let mut used = false;
        let chosen =
            overrides.iter_mut().zip(units).filter(|(_, unit)| change.select.matches(unit));
        for (slot, _) in chosen {
            *slot = Some(at);
            used = true;
        }
        if told && !used {
            let label = change.name.as_deref().unwrap_or("override");
            let at = usize::try_from(at).unwrap_or(usize::MAX);
            findings.push(unused(label).at(at).at("overrides"));
        }
    }
    Ok(ResolvedScheme { factors, spots, lump_sums, overrides, findings })
}

/// The value of a factor that is farthest from none, if it is unusual; scores have no usual size.
fn unusual(factor: &ResolvedFactor, combine: CoefCombine) -> Option<Finding> {
    let values = || factor.values.iter().copied();
    match factor.method {
        Method::Difference => None,
        Method::Percent => {
            let largest = values().max_by_key(|value| value.millionths().unsigned_abs())?;
            scale::figure(scale::PERCENTAGE, largest)
        }
        Method::Coefficient if combine == CoefCombine::Score => None,
        Method::Coefficient => {
            let ends = [values().max()?, values().min()?];
            ends.into_iter().find_map(|end| scale::figure(scale::COEFFICIENT, end))
        }
    }
}

fn resolve_factor(
    factor: &Factor,
    units: &[&Unit],
    floors: &FloorIndex<'_>,
) -> Result<(ResolvedFactor, Vec<Finding>)> {
    let neutral = factor.method.neutral();
    let label = factor.label();
    let mut lookup = LookUp::new(factor)?;
    let mut codes = Vec::with_capacity(units.len());
    // In the order of their first unit, counted.
    let mut missing: Vec<Missing<'_>> = Vec::new();
    let mut missing_at: BTreeMap<Option<Text>, usize> = BTreeMap::new();
    let mut absent_references: BTreeSet<&str> = BTreeSet::new();
    for unit in units {
        if !factor.scope.matches(unit) {
            codes.push(OUT_OF_SCOPE);
            continue;
        }
        let code = lookup.code(factor, neutral, unit, floors)?;
        if code == MISSING {
            let value = attribute_text(factor, unit);
            let at = missing.len();
            let at = *missing_at.entry(value).or_insert_with_key(|value| {
                missing.push(Missing { value: value.clone(), unit_no: &unit.unit_no, units: 0 });
                at
            });
            if let Some(known) = missing.get_mut(at) {
                known.units = known.units.saturating_add(1);
            }
        }
        if let FactorValues::Floors { rule } = &factor.values
            && !floors.exists(&unit.building, rule.reference)
        {
            absent_references.insert(&unit.building);
        }
        codes.push(code);
    }
    let used: BTreeSet<u32> = codes.iter().copied().collect();
    let met = Met { factor, label: &label, units, missing, used, absent_references };
    let findings = met.findings();
    // Two negative coefficients would make a positive price out of nonsense.
    let least = match factor.method {
        Method::Coefficient => Some(Figure::ZERO),
        Method::Percent => Some(Figure::from_millionths(-100_000_000)),
        Method::Difference => None,
    };
    if let Some(value) = lookup.values.iter().find(|value| least.is_some_and(|l| **value < l)) {
        let refused = Error::new(Code::PricingFactorShape)
            .with("factor", &label)
            .with("factor_zh", chinese_label(&label))
            .with("detail_zh", format!("{value} 使系数为负"))
            .with("detail_en", format!("{value} makes the coefficient negative"));
        return Err(refused.at("values"));
    }
    let mut values = vec![neutral, neutral];
    values.append(&mut lookup.values);
    Ok((ResolvedFactor { label, method: factor.method, values, codes }, findings))
}

/// The attribute value that a factor looks at, as text.
pub(crate) fn attribute_text(factor: &Factor, unit: &Unit) -> Option<Text> {
    match &factor.values {
        FactorValues::Bands { area, .. } => match area {
            BandArea::Building => Some(Text::of(unit.building_area)),
            BandArea::Inside => unit.inside_area.map(Text::of),
        },
        _ => unit.attribute(&factor.dimension).map(|value| Text::from(&*value)),
    }
}
