//! The composite discount (综合折扣): what buyers pay on average of the list price.

use crate::error::{At, Code, Error, Finding, Result};
use crate::number::{Rate, Unrounded};
use crate::{Label, scale};
use kaipan_derive::boundary;

/// Expected average discount of the mix of buyers (handbook §2.7).
///
/// `δ = Σ share × rate × Π others`: the shares of the payment modes add up to 1; discounts that
/// everybody gets are multiplied on.
#[boundary]
pub struct CompositeDiscount {
    /// Payment modes with their shares and rates.
    #[boundary(required)]
    pub modes: Vec<DiscountShare>,
    /// Rates that apply to every buyer, such as an opening discount; shares: 0.98 is 98 %. 50 % to
    /// 100 % is usual.
    pub others: Vec<Rate>,
}

/// The buyers of one payment mode.
#[boundary]
pub struct DiscountShare {
    /// Name to show, such as 一次性付款.
    pub name: Option<Label>,
    /// Share of all buyers: 0.3 is 30 %.
    pub share: Rate,
    /// Rate they pay, share: 0.97 is 97 %. 50 % to 100 % is usual.
    pub rate: Rate,
}

impl CompositeDiscount {
    /// Refuses shares that do not add up to 1 and rates outside (0, 1].
    ///
    /// # Errors
    /// [`Code::PricingComposite`], [`Code::NumberPart`], [`Code::NumberNegative`], all at once.
    pub fn validate(&self) -> Result<()> {
        let mut errors = Vec::new();
        let sum = self.modes.iter().try_fold(Rate::ZERO, |sum, mode| sum.checked_add(mode.share));
        if sum != Some(Rate::ONE) {
            let shown = sum.map_or_else(String::new, |sum| sum.to_string());
            errors.push(Error::new(Code::PricingComposite).with("sum", shown).at("modes"));
        }
        for (at, mode) in self.modes.iter().enumerate() {
            if mode.share.is_negative() {
                let error = Error::new(Code::NumberNegative).with("field", "share");
                let error = error.with("value", mode.share).at("share");
                errors.push(error.at(at).at("modes"));
            }
            errors.extend(check_rate(mode.rate).at("rate").at(at).at("modes").err());
        }
        for (at, rate) in self.others.iter().enumerate() {
            errors.extend(check_rate(*rate).at(at).at("others").err());
        }
        Error::collect(errors)
    }

    /// Rates that are unusual.
    pub(crate) fn unusual(&self) -> Vec<Finding> {
        let modes = self.modes.iter().enumerate();
        let modes = modes.filter_map(|(at, mode)| {
            let found = scale::rate(scale::PAID, mode.rate)?;
            Some(found.at("rate").at(at).at("modes"))
        });
        let others = self.others.iter().enumerate();
        let others = others.filter_map(|(at, rate)| {
            let found = scale::rate(scale::PAID, *rate)?;
            Some(found.at(at).at("others"))
        });
        modes.chain(others).collect()
    }

    /// The exact composite discount δ.
    ///
    /// # Errors
    /// As [`CompositeDiscount::validate`].
    pub fn value(&self) -> Result<Unrounded> {
        self.validate()?;
        let mut sum = Unrounded::ZERO;
        for mode in &self.modes {
            sum = sum.add(&Unrounded::from(mode.share).mul(&Unrounded::from(mode.rate))?)?;
        }
        for rate in &self.others {
            sum = sum.mul(&Unrounded::from(*rate))?;
        }
        sum.reduced()
    }
}

fn check_rate(rate: Rate) -> Result<()> {
    if rate.is_positive() && rate <= Rate::ONE {
        return Ok(());
    }
    Err(Error::new(Code::NumberPart).with("field", "rate").with("value", rate))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn handbook_2_7_net_to_list() {
        let mode = |share: &str, rate: &str| DiscountShare {
            name: None,
            share: share.parse().unwrap(),
            rate: rate.parse().unwrap(),
        };
        let mut mix = CompositeDiscount {
            modes: vec![mode("0.3", "0.97"), mode("0.7", "0.98")],
            others: vec![],
        };
        assert_eq!(mix.value().unwrap().to_text().unwrap(), "0.977");
        mix.others.push("0.99".parse().unwrap());
        assert_eq!(mix.value().unwrap().to_text().unwrap(), "0.96723");
        mix.modes[0].share = "0.2".parse().unwrap();
        mix.modes[1].rate = "1.1".parse().unwrap();
        let error = mix.value().unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), (Code::PricingComposite, "/modes"));
        assert_eq!(error.others()[0].path(), "/modes/1/rate");
    }
}
