//! Refusing targets that cannot be met by any base price: every reason at once.

use super::model::{Goal, Levelling, PriceTarget};
use crate::check::with_repeats;
use crate::error::{At, Code, Error, Result};
use crate::project::not_positive;

/// Checks targets by themselves. Places are those in the list.
///
/// # Errors
/// Every reason at once: [`Code::NumberNotPositive`], [`Code::PricingSplit`],
/// [`Code::NumberBetween`], [`Code::ProjectRange`].
pub(crate) fn check(targets: &[PriceTarget]) -> Result<()> {
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
