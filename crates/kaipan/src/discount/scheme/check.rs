//! What a discount scheme must hold before anything is computed with it.

use super::DiscountScheme;
use super::kind::DiscountKind;
use super::offer::Discount;
use crate::Date;
use crate::check::{Must, Span, with_repeats};
use crate::error::{At, Code, Error, Result};

impl DiscountScheme {
    /// Refuses schemes that contradict themselves.
    ///
    /// # Errors
    /// Every reason at once: values outside their range, codes used twice or unknown, windows
    /// that end before they begin.
    pub fn validate(&self) -> Result<()> {
        let mut errors = Vec::new();
        errors.extend(window(self.valid_from, self.valid_to));
        for (at, discount, again) in with_repeats(&self.discounts, |one| one.code.as_str()) {
            if let Err(error) = discount.validate() {
                errors.push(error.at(at).at("discounts"));
            }
            if again.is_some() {
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
            let wrong = limit.and_then(|limit| Must::BeShare.refused(VALUE, field, limit));
            errors.extend(wrong.map(|error| error.at("limits")));
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
        let window = window(conditions.from, conditions.to);
        errors.extend(window.map(|error| error.at("conditions")));
        errors.extend(conditions.units.validate().at("units").at("conditions").err());
        Error::collect(errors)
    }
}

impl DiscountKind {
    /// Refuses values outside their range.
    pub(crate) fn validate(&self) -> Result<()> {
        let mut errors = Vec::new();
        errors.extend(match self {
            DiscountKind::Rate { rate } => Must::BePart.refused(VALUE, "rate", *rate),
            DiscountKind::Points { off } => Must::BeLessThanOne.refused(VALUE, "off", *off),
            DiscountKind::TotalOff { amount } => {
                Must::NotBeNegative.refused(VALUE, "amount", *amount)
            }
            DiscountKind::UnitOff { amount } => {
                Must::NotBeNegative.refused(VALUE, "amount", *amount)
            }
            DiscountKind::FixedPrice { total } => Must::BePositive.refused(VALUE, "total", *total),
            DiscountKind::FixedUnitPrice { unit_price } => {
                Must::BePositive.refused(VALUE, "unit_price", *unit_price)
            }
            DiscountKind::DepositMultiplier { paid, .. } => {
                Must::BePositive.refused(VALUE, "paid", *paid)
            }
            DiscountKind::Gift { value } => {
                value.and_then(|value| Must::NotBeNegative.refused(VALUE, "value", value))
            }
        });
        if let DiscountKind::DepositMultiplier { paid, counts_as } = self
            && counts_as < paid
        {
            let error = Error::new(VALUE).with("field", "counts_as").with("value", counts_as);
            let error = error.with("rule_zh", "不小于“paid”");
            errors.push(error.with("rule_en", "at least as much as paid").at("counts_as"));
        }
        Error::collect(errors)
    }
}

fn window(from: Option<Date>, to: Option<Date>) -> Option<Error> {
    let (from, to) = Span::new(from, to).turned()?;
    Some(Error::new(Code::DiscountWindowOrder).with("from", from).with("to", to))
}

/// The code for a value outside its range.
pub(crate) const VALUE: Code = Code::DiscountValue;
