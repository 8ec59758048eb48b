//! Refusing factors that cannot price: every reason at once, each with its place.

use super::factor::{
    Factor, FactorValues, FloorJump, FloorRule, JumpMode, Method, ValueBand, chinese_label,
};
use super::model::CoefCombine;
use crate::Text;
use crate::check::with_repeats;
use crate::error::{At, Code, Error};
use crate::project::{Dimension, FLOORS, written_floor};
use std::collections::HashMap;

/// Adds what is wrong with a factor; places are those in it.
pub(super) fn factor(factor: &Factor, combine: CoefCombine, errors: &mut Vec<Error>) {
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

pub(super) fn no_reference(label: &str) -> Error {
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
        let floor = written_floor(key).map(|(floor, _)| floor);
        let floor = floor.filter(|floor| FLOORS.contains(floor));
        // `5`, `05` and `5层` are one floor.
        let number = floor.filter(|_| factor.dimension == Dimension::Floor);
        let same = number.map_or_else(|| (*key).to_owned(), |floor| floor.to_string());
        if seen.insert(same, at).is_some() {
            errors.push(place(Error::new(Code::PricingDuplicateValue).with("value", key), at));
        }
        if factor.dimension == Dimension::Floor && floor.is_none() {
            let label = factor.label();
            let error = shape(
                &label,
                &format!("“{key}”不是楼层，写成“18”“18层”“18F”或“-1”"),
                &format!("\"{key}\" is not a floor: write 18, 18F or -1"),
            );
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
    let kind = |jump: &FloorJump| (jump.onto, jump.mode == JumpMode::ThisFloor);
    for (at, jump, again) in with_repeats(&rule.jumps, kind) {
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

pub(super) fn shape(factor: &str, zh: &str, en: &str) -> Error {
    let error = Error::new(Code::PricingFactorShape).with("factor", factor);
    let error = error.with("factor_zh", chinese_label(factor));
    error.with("detail_zh", zh).with("detail_en", en)
}
