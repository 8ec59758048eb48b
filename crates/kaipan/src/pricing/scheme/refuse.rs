//! Refusing schemes that cannot price: every reason at once, each with its place.

use super::factor::{FactorValues, Method};
use super::model::{AreaBasis, CoefCombine, GiftRule, PricingScheme};
use super::refuse_factor::{factor, no_reference, shape};
use crate::check::with_repeats;
use crate::error::{At, Code, Error, Result};
use crate::number::{Rate, Unrounded};
use crate::project::not_positive;

/// Checks schemes by themselves. Places are those in the list.
///
/// # Errors
/// Every reason at once: [`Code::PricingFactorShape`], [`Code::PricingDuplicateValue`],
/// [`Code::PricingBandsOverlap`], [`Code::PricingReference`], [`Code::PricingWeights`],
/// [`Code::NumberNotPositive`], [`Code::PricingComposite`], [`Code::NumberNegative`],
/// [`Code::ProjectRange`].
pub(crate) fn check(schemes: &[PricingScheme]) -> Result<()> {
    let mut errors = Vec::new();
    for (at, one, again) in with_repeats(schemes, |one| one.code.as_str()) {
        let mut found = Vec::new();
        scheme(one, &mut found);
        if again.is_some() {
            found.push(
                Error::new(Code::ProjectDuplicateCode)
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
/// As [`check`].
pub(crate) fn check_one(one: &PricingScheme) -> Result<()> {
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

/// The score variant: weights that add up to 1, and a reference score for every factor.
fn weights(scheme: &PricingScheme, errors: &mut Vec<Error>) {
    let mut sum = Unrounded::ZERO;
    let scored = scheme.factors.iter().enumerate().filter(|(_, f)| f.method != Method::Difference);
    for (at, factor) in scored {
        let weight = factor.weight.unwrap_or(Rate::ZERO);
        if weight.is_negative() {
            errors.push(rate_error("weight", weight).at("weight").at(at).at("factors"));
        }
        if let Ok(more) = sum.add(&Unrounded::from(weight)) {
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
    let exact_one = sum.sub(&Unrounded::ONE).is_ok_and(|rest| rest.is_zero());
    if !exact_one {
        let shown = sum.to_text().unwrap_or_default();
        errors.push(Error::new(Code::PricingWeights).with("sum", shown).at("factors"));
    }
}
