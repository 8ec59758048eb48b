//! House money in the general ledger: what of it is VAT, and when it becomes revenue.

use super::mapping::{JournalMapping, in_force};
use crate::Date;
use crate::error::Result;
use crate::fee::vat_of;
use crate::number::{Money, Rate, Rounding, Unrounded, less, negative, plus};
use std::collections::BTreeMap;

/// The house money of a deal so far.
#[derive(Debug, Default)]
pub(super) struct HouseMoney {
    /// Contract total and the VAT in it, once it is signed.
    pub(super) contract: Option<(Money, Money)>,
    /// All that has come in.
    pub(super) sum: Money,
    /// The VAT in it.
    pub(super) vat: Money,
    /// What was prepaid of VAT.
    pub(super) prepaid: Money,
    /// It is revenue.
    pub(super) is_revenue: bool,
    /// What each posting brought: the amount, its VAT, what was prepaid.
    by_posting: BTreeMap<u32, (Money, Money, Money)>,
}

/// What a posting brings of house money.
#[derive(Debug, Clone, Copy)]
pub(super) struct HousePart {
    pub(super) vat: Money,
    pub(super) prepaid: Money,
}

impl HouseMoney {
    /// The VAT of what a posting brings, and what of it is prepaid. What takes back another posting
    /// takes back its VAT; the amount that reaches the contract total takes the difference to the
    /// contract's VAT, and the last that leaves takes all that is left.
    pub(super) fn bring(
        &mut self,
        posting: u32,
        mirror_of: Option<u32>,
        amount: Money,
        day: Date,
        mapping: &JournalMapping,
    ) -> Result<HousePart> {
        let rate = mapping.vat_rate(day)?;
        let mirrored = mirror_of.and_then(|of| self.by_posting.get(&of)).copied();
        let mirrored = mirrored.filter(|(was, ..)| was.checked_add(amount) == Some(Money::ZERO));
        let sum = plus(self.sum, amount)?;
        let part = match (mirrored, self.contract) {
            (Some((_, vat, prepaid)), _) => {
                HousePart { vat: negative(vat)?, prepaid: negative(prepaid)? }
            }
            (None, _) if sum.is_zero() => {
                HousePart { vat: negative(self.vat)?, prepaid: negative(self.prepaid)? }
            }
            (None, contract) => {
                let by_rate = vat_of(amount, rate)?;
                let vat = match contract {
                    // Of what comes in no part is below zero, whatever VAT the contract says.
                    Some((total, vat)) if sum <= total && amount.is_positive() => {
                        let left = less(vat, self.vat)?.max(Money::ZERO);
                        if sum == total { left } else { by_rate.min(left) }
                    }
                    Some((total, vat)) if sum == total => less(vat, self.vat)?,
                    _ => by_rate,
                };
                let prepays = in_force(&mapping.prepaid_vat, day).filter(|_| !self.is_revenue);
                let prepaid = match prepays {
                    Some(rate) => share(less(amount, vat)?, rate)?,
                    None => Money::ZERO,
                };
                HousePart { vat, prepaid }
            }
        };
        self.sum = sum;
        self.vat = plus(self.vat, part.vat)?;
        self.prepaid = plus(self.prepaid, part.prepaid)?;
        let known = self.by_posting.entry(posting).or_default();
        *known = (plus(known.0, amount)?, plus(known.1, part.vat)?, plus(known.2, part.prepaid)?);
        Ok(part)
    }
}

/// A share of an amount, half up to the fen.
fn share(amount: Money, rate: Rate) -> Result<Money> {
    Rounding::FEN.round(&Unrounded::from(amount).mul(&Unrounded::from(rate))?)
}
