//! Axes: what the codes of a column stand for.

use crate::error::{Code, Error, Result};
use crate::fold::fold;
use crate::number::UnitPrice;
use crate::pricing::book::{ResolvedScheme, attribute_text};
use crate::pricing::price::{Arithmetic, Terms};
use crate::pricing::scheme::PricingScheme;
use crate::project::Unit;
use crate::{Label, Text};
use std::collections::BTreeSet;

/// One factor of a compiled scheme, or its spot adjustments.
#[derive(Debug, Clone)]
pub struct Axis {
    /// Name of the factor.
    pub name: Label,
    /// Number of codes; codes count from 0.
    pub codes: u16,
    /// Attribute values with their codes, as met in the units the scheme was compiled for.
    pub keys: Vec<AxisKey>,
}

/// An attribute value and its code.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct AxisKey {
    /// Attribute value; empty for units without one.
    pub key: Text,
    /// Code.
    pub code: u16,
}

impl Axis {
    /// The code of an attribute value, however it is written; `None` for unknown values, and where the same value has
    /// different codes (a floor of buildings with different floors).
    #[must_use]
    pub fn code(&self, key: &str) -> Option<u16> {
        let key = fold(key);
        let mut found = self.keys.iter().filter(|known| known.key == *key);
        match (found.next(), found.next()) {
            (Some(only), None) => Some(only.code),
            _ => None,
        }
    }
}

type Compiled = (Vec<Axis>, Vec<UnitPrice>, Vec<Vec<u16>>);

/// The axes of a scheme, the spot of each code of the last, and the units' codes.
pub(super) fn axes(
    scheme: &PricingScheme,
    resolved: &ResolvedScheme,
    units: &[&Unit],
) -> Result<Compiled> {
    let mut axes = Vec::new();
    let mut columns = Vec::new();
    for (at, (factor, definition)) in resolved.factors.iter().zip(&scheme.factors).enumerate() {
        let codes =
            u16::try_from(factor.values.len()).map_err(|_| too_many().at(at).at("factors"))?;
        let mut keys = BTreeSet::new();
        let mut column = Vec::with_capacity(units.len());
        for (unit, code) in units.iter().zip(&factor.codes) {
            let code = u16::try_from(*code).map_err(|_| too_many().at(at).at("factors"))?;
            let key = attribute_text(definition, unit).unwrap_or_default();
            keys.insert(AxisKey { key, code });
            column.push(code);
        }
        axes.push(Axis { name: factor.label.clone(), codes, keys: keys.into_iter().collect() });
        columns.push(column);
    }
    let mut spots = vec![UnitPrice::ZERO];
    let mut column = Vec::with_capacity(units.len());
    for spot in &resolved.spots {
        let at = match spots.iter().position(|known| known == spot) {
            Some(at) => at,
            None => {
                spots.push(*spot);
                spots.len().saturating_sub(1)
            }
        };
        column.push(u16::try_from(at).map_err(|_| too_many().at("spots"))?);
    }
    let keys = spots.iter().zip(0_u16..);
    let keys = keys.map(|(spot, code)| AxisKey { key: Text::of(spot), code }).collect();
    let codes = u16::try_from(spots.len()).map_err(|_| Error::new(Code::NumberOverflow))?;
    axes.push(Axis { name: "spots".into(), codes, keys });
    columns.push(column);
    Ok((axes, spots, columns))
}

fn too_many() -> Error {
    refuse("一个因素超过 65535 个取值", "a factor has more than 65,535 values")
}

/// A scheme that columns cannot price.
pub(super) fn refuse(zh: &str, en: &str) -> Error {
    Error::new(Code::PricingColumnScheme).with("detail_zh", zh).with("detail_en", en)
}

/// The terms of a combination of codes, one for every axis; the last is that of spots.
pub(super) fn terms(
    arithmetic: &Arithmetic,
    spots: &[UnitPrice],
    codes: impl ExactSizeIterator<Item = u16> + Clone,
) -> Result<Terms> {
    let factors = codes.len().saturating_sub(1);
    let spot = codes.clone().last().map_or(0, usize::from);
    let spot = spots.get(spot).copied().unwrap_or(UnitPrice::ZERO);
    arithmetic.terms(codes.take(factors).map(u32::from), spot)
}
