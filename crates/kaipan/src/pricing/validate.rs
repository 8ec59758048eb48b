//! Refusing schemes that cannot price: every reason at once, each with its place.

use super::factor::{Factor, FactorValues, FloorRule, Method, ValueBand, chinese_label};
use super::scheme::{AreaBasis, CoefCombine, GiftRule, PricingScheme};
use super::target::{Goal, Levelling, PriceTarget};
use crate::Text;
use crate::check::with_repeats;
use crate::error::{At, Code, Error, Result};
use crate::number::{Fraction, Rate};
use crate::project::{Dimension, FLOORS, not_positive};
use std::collections::{HashMap, HashSet};

/// Checks schemes by themselves. Places are those in the list.
///
/// # Errors
/// Every reason at once: [`Code::PricingFactorShape`], [`Code::PricingDuplicateValue`],
/// [`Code::PricingBandsOverlap`], [`Code::PricingReference`], [`Code::PricingWeights`],
/// [`Code::NumberNotPositive`], [`Code::PricingComposite`], [`Code::NumberNegative`],
/// [`Code::ProjectRange`].
pub(crate) fn schemes(schemes: &[PricingScheme]) -> Result<()> {
    let mut errors = Vec::new();
    let mut codes = HashSet::new();
    for (at, one) in schemes.iter().enumerate() {
        let mut found = Vec::new();
        scheme(one, &mut found);
        if !codes.insert(one.code.as_str()) {
            let error = Error::new(Code::ProjectDuplicateCode);
            found.push(
                error
                    .with("kind", "scheme")
                    .with("kind_zh", "方案")
                    .with("name", &one.code)
                    .at("code"),
            );
        }
        errors.extend(found.into_iter().map(|error| error.at(at)));
    }
    Error::collect(errors)
}

/// Checks one scheme by itself. Places are those in it.
///
/// # Errors
/// As [`schemes`].
pub(crate) fn one_scheme(one: &PricingScheme) -> Result<()> {
    let mut errors = Vec::new();
    scheme(one, &mut errors);
    Error::collect(errors)
}

fn scheme(scheme: &PricingScheme, errors: &mut Vec<Error>) {
    errors.extend(scheme.scope.validate().at("scope").err());
    if let Some(base) = scheme.base_price.filter(|base| !base.is_positive()) {
        errors.push(not_positive("base_price", base));
    }
    for (at, one) in scheme.factors.iter().enumerate() {
        let mut found = Vec::new();
        factor(one, scheme.combine, &mut found);
        errors.extend(found.into_iter().map(|error| error.at(at).at("factors")));
    }
    if scheme.combine == CoefCombine::Score {
        weights(scheme, errors);
    }
    for (at, spot) in scheme.spots.iter().enumerate() {
        errors.extend(spot.select.validate().at("select").at(at).at("spots").err());
    }
    for (at, lump) in scheme.lump_sums.iter().enumerate() {
        errors.extend(lump.select.validate().at("select").at(at).at("lump_sums").err());
    }
    for (at, change) in scheme.overrides.iter().enumerate() {
        errors.extend(change.select.validate().at("select").at(at).at("overrides").err());
        if let Some(price) = change.unit_price.filter(|price| !price.is_published()) {
            let error = Error::new(Code::NumberTooPrecise).with("text", price);
            let error = error.with("decimals", 2).at("unit_price");
            errors.push(error.at(at).at("overrides"));
        }
        if change.unit_price.is_some() == change.total.is_some() {
            let error = shape(
                "override",
                "单价和总价恰好给一个",
                "give exactly one of unit_price and total",
            );
            errors.push(error.at(at).at("overrides"));
        }
    }
    match &scheme.gift {
        Some(GiftRule::Conversion { rate }) if rate.is_negative() => {
            errors.push(rate_error("rate", *rate).at("rate").at("gift"));
        }
        Some(GiftRule::Price { price }) if price.is_negative() => {
            let error = Error::new(Code::NumberNegative).with("field", "price");
            errors.push(error.with("value", price).at("price").at("gift"));
        }
        _ => {}
    }
    if let Some(mix) = &scheme.composite_discount {
        errors.extend(mix.validate().at("composite_discount").err());
    }
    if scheme.area_basis == AreaBasis::PerUnit && !scheme.factors.is_empty() {
        let error = shape(&scheme.code, "按套计价不用因素", "a per-unit scheme takes no factors");
        errors.push(error.at("factors"));
    }
}

fn rate_error(field: &'static str, value: Rate) -> Error {
    Error::new(Code::NumberNegative).with("field", field).with("value", value)
}

fn shape(factor: &str, zh: &str, en: &str) -> Error {
    let error = Error::new(Code::PricingFactorShape).with("factor", factor);
    let error = error.with("factor_zh", chinese_label(factor));
    error.with("detail_zh", zh).with("detail_en", en)
}

fn factor(factor: &Factor, combine: CoefCombine, errors: &mut Vec<Error>) {
    let label = factor.label();
    errors.extend(factor.scope.validate().at("scope").err());
    let bands = matches!(factor.values, FactorValues::Bands { .. });
    if bands != (factor.dimension == Dimension::AreaBand) {
        let error = shape(
            &label,
            "面积段因素用“bands”，其他因素不用",
            "bands go with the dimension area_band and with no other",
        );
        errors.push(error.at("values"));
    }
    match &factor.values {
        FactorValues::Table { rows } => {
            let keys: Vec<&str> = rows.iter().map(|row| row.key.as_str()).collect();
            table_keys(factor, &keys, "rows", "key", errors);
            let reference = factor.reference.as_deref();
            let locked = rows.iter().enumerate().find(|(_, row)| reference == Some(&row.key));
            let neutral = factor.method.neutral();
            if combine != CoefCombine::Score || factor.method == Method::Difference {
                match (reference, locked) {
                    (Some(value), Some((at, row))) if row.value != neutral => {
                        let error = Error::new(Code::PricingReference)
                            .with("value", value)
                            .with("neutral", neutral)
                            .with("found", row.value);
                        errors.push(error.at("value").at(at).at("rows").at("values"));
                    }
                    (Some(asked), None) => {
                        errors.push(no_reference(&label).with_nearest(keys.iter().copied(), asked));
                    }
                    _ => {}
                }
            }
            for (at, row) in rows.iter().enumerate() {
                if factor.method == Method::Coefficient && row.value.is_negative() {
                    let error = shape(&label, "系数不能为负", "a coefficient must not be negative");
                    errors.push(error.at("value").at(at).at("rows").at("values"));
                }
            }
        }
        FactorValues::Steps { order, steps } => {
            let keys: Vec<&str> = order.iter().map(Text::as_str).collect();
            table_keys(factor, &keys, "order", "", errors);
            if steps.len() != order.len().saturating_sub(1) {
                let error = shape(
                    &label,
                    "级差个数应比取值少一个",
                    "there must be one step fewer than values",
                );
                errors.push(error.at("steps").at("values"));
            }
            if let Some(reference) = &factor.reference
                && !order.contains(reference)
            {
                errors.push(no_reference(&label).with_nearest(keys.iter().copied(), reference));
            }
        }
        FactorValues::Floors { rule } => {
            if factor.dimension != Dimension::Floor {
                let error =
                    shape(&label, "“floors”只用于楼层", "floors go with the dimension floor");
                errors.push(error.at("kind").at("values"));
            }
            floors(&label, rule, errors);
        }
        FactorValues::Bands { bands, .. } => overlapping_bands(bands, errors),
    }
}

fn no_reference(label: &str) -> Error {
    let error = shape(label, "基点不在取值之中", "the reference is not among the values");
    error.at("reference")
}

fn table_keys(
    factor: &Factor,
    keys: &[&str],
    list: &'static str,
    field: &'static str,
    errors: &mut Vec<Error>,
) {
    let place = |error: Error, at: usize| {
        let error = if field.is_empty() { error } else { error.at(field) };
        error.at(at).at(list).at("values")
    };
    if keys.is_empty() {
        let error = shape(&factor.label(), "没有任何取值", "there are no values");
        errors.push(error.at(list).at("values"));
    }
    let mut seen = HashMap::new();
    for (at, key) in keys.iter().enumerate() {
        let floor = key.parse::<i32>().ok().filter(|floor| FLOORS.contains(floor));
        // `5` and `05` are one floor.
        let number = floor.filter(|_| factor.dimension == Dimension::Floor);
        let same = number.map_or_else(|| (*key).to_owned(), |floor| floor.to_string());
        if seen.insert(same, at).is_some() {
            let error = Error::new(Code::PricingDuplicateValue).with("value", key);
            errors.push(place(error, at));
        }
        if factor.dimension == Dimension::Floor && floor.is_none() {
            let label = factor.label();
            let error = shape(&label, "楼层要写成整数", "floors are whole numbers");
            errors.push(place(error, at));
        }
    }
}

fn floors(label: &str, rule: &FloorRule, errors: &mut Vec<Error>) {
    let place = |error: Error| error.at("rule").at("values");
    if !FLOORS.contains(&rule.reference) {
        let error = Error::new(Code::ProjectFloor).with("value", rule.reference);
        errors.push(place(error.at("reference")));
    }
    for (at, segment) in rule.segments.iter().enumerate() {
        if segment.from > segment.to {
            let error = Error::new(Code::ProjectRange);
            let error = error.with("from", segment.from).with("to", segment.to);
            errors.push(place(error.at(at).at("segments")));
        }
    }
    let mut order: Vec<_> = rule.segments.iter().enumerate().collect();
    order.sort_by_key(|(_, segment)| (segment.from, segment.to));
    for ((_, before), (at, segment)) in order.iter().zip(order.iter().skip(1)) {
        if before.to >= segment.from {
            let error = Error::new(Code::PricingBandsOverlap)
                .with("first", format!("{}–{}", before.from, before.to))
                .with("second", format!("{}–{}", segment.from, segment.to));
            errors.push(place(error.at(*at).at("segments")));
        }
    }
    for (at, jump, again) in with_repeats(&rule.jumps, |jump| jump.onto) {
        if again.is_some() {
            let error = Error::new(Code::PricingDuplicateValue).with("value", jump.onto);
            errors.push(place(error.at("onto").at(at).at("jumps")));
        }
    }
    for (at, own, again) in with_repeats(&rule.lines, |own| own.line.as_str()) {
        if again.is_some() {
            let error = Error::new(Code::PricingDuplicateValue).with("value", &own.line);
            errors.push(place(error.at("line").at(at).at("lines")));
        }
    }
    if rule.lines.iter().any(|own| own.line.is_empty()) {
        errors.push(place(shape(label, "户位不能为空", "a line must have a name").at("lines")));
    }
}

fn overlapping_bands(bands: &[ValueBand], errors: &mut Vec<Error>) {
    let place = |error: Error, at: usize| error.at(at).at("bands").at("values");
    for (at, band) in bands.iter().enumerate() {
        if let (Some(from), Some(to)) = (band.from, band.to)
            && from >= to
        {
            let code = if from == to { Code::NumberRangeEmpty } else { Code::ProjectRange };
            errors.push(place(Error::new(code).with("from", from).with("to", to), at));
        }
    }
    let mut order: Vec<_> = bands.iter().enumerate().collect();
    order.sort_by_key(|(_, band)| (band.from, band.to.is_none(), band.to));
    for ((_, before), (at, band)) in order.iter().zip(order.iter().skip(1)) {
        let apart = match (before.to, band.from) {
            (Some(to), Some(from)) => to <= from,
            _ => false,
        };
        if !apart {
            let error = Error::new(Code::PricingBandsOverlap)
                .with("first", before.label())
                .with("second", band.label());
            errors.push(place(error, *at));
        }
    }
}

/// The score variant: weights that add up to 1, and a reference score for every factor.
fn weights(scheme: &PricingScheme, errors: &mut Vec<Error>) {
    let mut sum = Fraction::ZERO;
    let scored = scheme.factors.iter().enumerate().filter(|(_, f)| f.method != Method::Difference);
    for (at, factor) in scored {
        let weight = factor.weight.unwrap_or(Rate::ZERO);
        if weight.is_negative() {
            errors.push(rate_error("weight", weight).at("weight").at(at).at("factors"));
        }
        if let Ok(more) = sum.add(&Fraction::from(weight)) {
            sum = more;
        }
        let label = factor.label();
        let known = match &factor.values {
            FactorValues::Table { rows } => {
                rows.iter().any(|row| factor.reference.as_deref() == Some(&row.key))
            }
            FactorValues::Steps { .. } | FactorValues::Floors { .. } => true,
            FactorValues::Bands { .. } => false,
        };
        if factor.method == Method::Percent {
            let error = shape(&label, "打分法不用百分比", "a score is not a percent");
            errors.push(error.at("method").at(at).at("factors"));
        }
        if !known {
            errors.push(no_reference(&label).at(at).at("factors"));
        }
    }
    let scored = scheme.factors.iter().any(|factor| factor.method != Method::Difference);
    if !scored {
        return;
    }
    let exact_one = sum.sub(&Fraction::ONE).is_ok_and(|rest| rest.is_zero());
    if !exact_one {
        let shown = sum.to_text().unwrap_or_default();
        errors.push(Error::new(Code::PricingWeights).with("sum", shown).at("factors"));
    }
}

/// Checks targets by themselves. Places are those in the list.
///
/// # Errors
/// Every reason at once: [`Code::NumberNotPositive`], [`Code::PricingSplit`],
/// [`Code::NumberBetween`], [`Code::ProjectRange`].
pub(crate) fn targets(targets: &[PriceTarget]) -> Result<()> {
    let mut errors = Vec::new();
    for (at, target) in targets.iter().enumerate() {
        let mut found = Vec::new();
        found.extend(target.scope.validate().at("scope").err());
        let refused = match &target.goal {
            Goal::Average { average } if !average.is_positive() => {
                Some(("average", average.to_string()))
            }
            Goal::Total { total } if !total.is_positive() => Some(("total", total.to_string())),
            _ => None,
        };
        if let Some((field, price)) = refused {
            found.push(not_positive(field, price).at("goal"));
        }
        if let Some(split) = &target.split {
            for (at, share, again) in with_repeats(&split.buildings, |share| &share.building) {
                let place = |error: Error| error.at(at).at("buildings").at("split");
                if !share.coefficient.is_positive() {
                    let error = Error::new(Code::PricingSplit)
                        .with("detail_zh", "系数必须大于零")
                        .with("detail_en", "coefficients must be greater than zero");
                    found.push(place(error.at("coefficient")));
                }
                if again.is_some() {
                    let error = Error::new(Code::PricingDuplicateValue);
                    found.push(place(error.with("value", &share.building).at("building")));
                }
            }
        }
        if let Levelling::NudgeBase { reach, .. } = &target.levelling
            && *reach > 1_000
        {
            let error = Error::new(Code::NumberBetween)
                .with("field", "reach")
                .with("low", 0)
                .with("high", 1_000)
                .with("value", reach);
            found.push(error.at("reach").at("levelling"));
        }
        errors.extend(found.into_iter().map(|error| error.at(at)));
    }
    Error::collect(errors)
}
