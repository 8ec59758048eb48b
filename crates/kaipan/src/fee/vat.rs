//! VAT out of amounts that include it (handbook §7.2).

use crate::check::Must;
use crate::error::{At, Code, Error, Finding, Input, InputPlace, Result, told};
use crate::number::{Money, Rate, Rounding, overflow};
use crate::scale;
use kaipan_derive::boundary;

/// Amounts without VAT.
#[boundary(answer)]
pub struct VatSplits {
    /// One an amount.
    #[boundary(required)]
    pub splits: Vec<VatSplit>,
    /// Σ of all.
    pub total: VatSplit,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

/// An amount split into VAT and the rest.
#[boundary(answer)]
pub struct VatSplit {
    /// With VAT, yuan.
    pub amount: Money,
    /// VAT rate, share: 0.09 is 9 %.
    pub rate: Rate,
    /// Without VAT: amount ÷ (1 + rate), half up to the fen.
    pub ex_vat: Money,
    /// VAT: the rest.
    pub tax: Money,
}

told!(VatSplits: findings);

/// General rate of VAT on new homes.
pub(super) const GENERAL_RATE: Rate = Rate::from_millionths(90_000);

/// Takes VAT out of amounts: `ex-VAT = amount ÷ (1 + rate)`, half up to the fen; VAT is the rest,
/// so that both add up to the amount.
///
/// # Errors
/// [`Code::FeeAmount`] for a rate that is not from 0 to 1; sums outside the range of money.
///
/// ```
/// use kaipan::fee::vat_split;
/// let total = vat_split(&["2180000".parse()?], "0.09".parse()?)?.total;
/// assert_eq!(total.ex_vat.to_string(), "2000000.00");
/// assert_eq!(total.tax.to_string(), "180000.00");
/// # Ok::<(), kaipan::Error>(())
/// ```
pub fn vat_split(amounts: &[Money], rate: Rate) -> Result<VatSplits> {
    check_rate(rate, Input::Rate)?;
    let mut errors = Vec::new();
    let mut splits = Vec::with_capacity(amounts.len());
    for (at, amount) in amounts.iter().enumerate() {
        match split(*amount, rate) {
            Ok(split) => splits.push(split),
            Err(error) => errors.push(error.at(at).within(Input::Amounts)),
        }
    }
    Error::collect(errors)?;
    let total = sum(&splits, rate).within(Input::Amounts)?;
    let unusual = scale::rate(scale::VAT_SPLIT, rate);
    let findings = unusual.map(|found| found.within(Input::Rate)).into_iter().collect();
    Ok(VatSplits { splits, total, findings })
}

/// An amount without its VAT.
pub(super) fn split(amount: Money, rate: Rate) -> Result<VatSplit> {
    let one = i128::from(Rate::ONE.millionths());
    let taxed = one.checked_add(rate.millionths().into()).ok_or_else(overflow)?;
    let fen = i128::from(amount.fen()).checked_mul(one).ok_or_else(overflow)?;
    let ex_vat = Rounding::FEN.quotient(fen, taxed)?;
    let tax = amount.checked_sub(ex_vat).ok_or_else(overflow)?;
    Ok(VatSplit { amount, rate, ex_vat, tax })
}

/// The VAT in an amount.
#[cfg(feature = "ledger")]
pub(crate) fn vat_of(amount: Money, rate: Rate) -> Result<Money> {
    Ok(split(amount, rate)?.tax)
}

/// Σ of splits at one rate: the parts are added, never split anew.
pub(super) fn sum(splits: &[VatSplit], rate: Rate) -> Result<VatSplit> {
    Ok(VatSplit {
        amount: Money::sum(splits.iter().map(|split| split.amount))?,
        rate,
        ex_vat: Money::sum(splits.iter().map(|split| split.ex_vat))?,
        tax: Money::sum(splits.iter().map(|split| split.tax))?,
    })
}

/// Refuses a rate that is not from 0 to 1: 9 % is 0.09, not 9.
pub(super) fn check_rate(rate: Rate, place: impl Into<InputPlace>) -> Result<()> {
    let error = Must::BeShare.refused(Code::FeeAmount, "rate", rate);
    error.map_or(Ok(()), |error| Err(error.placed(place)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn response(amounts: &[&str], rate: &str) -> Result<VatSplits> {
        let amounts: Vec<Money> = amounts.iter().map(|amount| amount.parse().unwrap()).collect();
        vat_split(&amounts, rate.parse().unwrap())
    }

    #[test]
    fn both_rates() {
        let split = response(&["2180000", "1000000", "-109"], "0.09").unwrap();
        assert_eq!(split.splits[0].ex_vat.to_string(), "2000000.00");
        // 1,000,000 ÷ 1.09 = 917,431.1926…
        assert_eq!(split.splits[1].ex_vat.to_string(), "917431.19");
        assert_eq!(split.splits[1].tax.to_string(), "82568.81");
        assert_eq!(split.splits[2].ex_vat.to_string(), "-100.00");
        assert_eq!(split.total.ex_vat.to_string(), "2917331.19");
        let simplified = response(&["1050000"], "0.05").unwrap();
        assert_eq!(simplified.total.tax.to_string(), "50000.00");
    }

    #[test]
    fn a_half_goes_away_from_zero() {
        // 0.21 ÷ 1.2 = 0.175
        let split = response(&["0.21", "-0.21"], "0.2").unwrap();
        assert_eq!(split.splits[0].ex_vat.to_string(), "0.18");
        assert_eq!(split.splits[1].ex_vat.to_string(), "-0.18");
        assert_eq!(split.splits[1].tax.to_string(), "-0.03");
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let error = response(&["1"], "9").unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), (Code::FeeAmount, "/rate"));
        let most = Money::MAX.to_string();
        let error = response(&[&most, &most], "0.09").unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), (Code::NumberOverflow, "/amounts"));
    }
}
