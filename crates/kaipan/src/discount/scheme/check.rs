//! What a discount scheme must hold before anything is computed with it.

use super::DiscountScheme;
use super::kind::DiscountKind;
use super::offer::Discount;
use crate::Date;
use crate::error::{At, Code, Error, Result};
use crate::number::{Money, Rate};
use std::fmt::Display;

impl DiscountScheme {
    /// Refuses schemes that contradict themselves.
    ///
    /// # Errors
    /// Every reason at once: values outside their range, codes used twice or unknown, windows
    /// that end before they begin.
    pub fn validate(&self) -> Result<()> {
        let mut errors = Vec::new();
        errors.extend(window(self.valid_from, self.valid_to).err());
        for (at, discount) in self.discounts.iter().enumerate() {
            if let Err(error) = discount.validate() {
                errors.push(error.at(at).at("discounts"));
            }
            let before = self.discounts.iter().take(at);
            if before.clone().any(|other| other.code == discount.code) {
                let error = Error::new(Code::DiscountDuplicateCode).with("code", &discount.code);
                errors.push(error.at("code").at(at).at("discounts"));
            }
            for (place, code) in discount.not_with.iter().enumerate() {
                if self.discount(code).is_none() {
                    let others = self.discounts.iter().filter(|other| other.code != discount.code);
                    let error = Error::new(Code::DiscountNotWithUnknown)
                        .with("code", code)
                        .with_nearest(others.map(|other| other.code.as_str()), code);
                    errors.push(error.at(place).at("not_with").at(at).at("discounts"));
                }
            }
        }
        for (field, limit) in [
            ("max_share_off", self.limits.max_share_off),
            ("confirm_above", self.limits.confirm_above),
        ] {
            if let Some(limit) = limit
                && (limit.is_negative() || limit > Rate::ONE)
            {
                let error = out_of_range(field, limit, "在 0 与 1 之间", "from 0 to 1");
                errors.push(error.at("limits"));
            }
        }
        Error::collect(errors)
    }

    /// The discount with this code.
    pub(crate) fn discount(&self, code: &str) -> Option<&Discount> {
        self.discounts.iter().find(|discount| discount.code == code)
    }
}

impl Discount {
    fn validate(&self) -> Result<()> {
        let mut errors = Vec::new();
        errors.extend(self.value.validate().at("value").err());
        for (at, tier) in self.tiers.iter().enumerate() {
            errors.extend(tier.value.validate().at("value").at(at).at("tiers").err());
        }
        let conditions = &self.conditions;
        errors.extend(window(conditions.from, conditions.to).at("conditions").err());
        errors.extend(conditions.units.validate().at("units").at("conditions").err());
        Error::collect(errors)
    }
}

impl DiscountKind {
    /// Refuses values outside their range.
    pub(crate) fn validate(&self) -> Result<()> {
        match self {
            DiscountKind::Rate { rate } if !rate.is_positive() || *rate > Rate::ONE => {
                Err(out_of_range("rate", rate, "大于 0 且不超过 1", "above 0 and at most 1"))
            }
            DiscountKind::Points { off } if off.is_negative() || *off >= Rate::ONE => {
                Err(out_of_range("off", off, "不小于 0 且小于 1", "at least 0 and below 1"))
            }
            DiscountKind::TotalOff { amount } => not_negative("amount", *amount),
            DiscountKind::UnitOff { amount } if amount.is_negative() => {
                Err(out_of_range("amount", amount, "不小于 0", "at least 0"))
            }
            DiscountKind::FixedPrice { total } if !total.is_positive() => {
                Err(out_of_range("total", total, "大于 0", "above 0"))
            }
            DiscountKind::FixedUnitPrice { unit_price } if !unit_price.is_positive() => {
                Err(out_of_range("unit_price", unit_price, "大于 0", "above 0"))
            }
            DiscountKind::DepositMultiplier { paid, counts_as } => {
                let mut errors = Vec::new();
                if !paid.is_positive() {
                    errors.push(out_of_range("paid", paid, "大于 0", "above 0"));
                }
                if counts_as < paid {
                    let rule = ("不小于“paid”", "at least as much as paid");
                    errors.push(out_of_range("counts_as", counts_as, rule.0, rule.1));
                }
                Error::collect(errors)
            }
            DiscountKind::Gift { value: Some(value) } => not_negative("value", *value),
            _ => Ok(()),
        }
    }
}

pub(crate) fn not_negative(field: &'static str, amount: Money) -> Result<()> {
    if amount.is_negative() {
        return Err(out_of_range(field, amount, "不小于 0", "at least 0"));
    }
    Ok(())
}

/// An error about a field whose value is outside its range.
pub(crate) fn out_of_range(field: &'static str, value: impl Display, zh: &str, en: &str) -> Error {
    let error = Error::new(Code::DiscountValue).with("field", field).with("value", value);
    error.with("rule_zh", zh).with("rule_en", en).at(field)
}

fn window(from: Option<Date>, to: Option<Date>) -> Result<()> {
    match (from, to) {
        (Some(from), Some(to)) if from > to => {
            Err(Error::new(Code::DiscountWindowOrder).with("from", from).with("to", to))
        }
        _ => Ok(()),
    }
}
