//! Answering "why this number?": every step from the base price to the total.

use super::arithmetic::FactorNumbers;
use super::book::{BookScheme, Fixing, Slot};
use super::factor::Method;
use super::price::{Price, Pricer, Raw};
use super::resolve::OUT_OF_SCOPE;
use super::scheme::{CoefCombine, GiftRule, PriceBasis};
use super::settle::Outcome;
use super::trial::{Step, StepRule};
use crate::error::Result;
use crate::number::{Area, Exact, Figure, Fraction, Rounding, Wide};
use crate::project::Unit;

/// What an explanation starts from.
pub(crate) struct Explained<'a> {
    pub(crate) entry: &'a BookScheme<'a>,
    pub(crate) slot: Slot,
    pub(crate) unit: &'a Unit,
    pub(crate) outcome: &'a Outcome,
    /// The exact price, if factors decide it.
    pub(crate) raw: Option<Raw>,
    pub(crate) pricer: Option<&'a Pricer<'a>>,
    /// Whether the base price was solved from a target.
    pub(crate) solved: bool,
}

struct Trail {
    steps: Vec<Step>,
    last: Option<Exact>,
}

impl Trail {
    fn push(&mut self, rule: StepRule, name: &str, value: Option<Exact>, after: Exact) {
        let before = self.last.replace(after.clone());
        let name = name.to_owned();
        self.steps.push(Step { rule, name, value, mode: None, before, after });
    }

    fn round(&mut self, rule: StepRule, rounding: &Rounding, after: Exact) {
        self.push(rule, "", Some(rounding.place.into()), after);
        if let Some(step) = self.steps.last_mut() {
            step.mode = Some(rounding.mode);
        }
    }
}

impl Explained<'_> {
    /// The steps, in the order of calculation.
    pub(crate) fn steps(&self) -> Result<Vec<Step>> {
        let mut trail = Trail { steps: Vec::with_capacity(10), last: None };
        match (self.slot.fixing, self.pricer) {
            (Fixing::Free, Some(pricer)) => self.computed(pricer, &mut trail)?,
            _ => self.fixed(&mut trail)?,
        }
        Ok(trail.steps)
    }

    fn fixed(&self, trail: &mut Trail) -> Result<()> {
        let price = &self.outcome.price;
        let (rule, name, by_unit) = match self.slot.fixing {
            Fixing::Kept => {
                (StepRule::Kept, self.unit.state.as_str(), self.unit.list_total.is_none())
            }
            Fixing::Override(at) => {
                let change = self.entry.scheme.overrides.get(at);
                let name = change.and_then(|change| change.name.as_deref()).unwrap_or_default();
                (StepRule::Override, name, change.is_some_and(|c| c.unit_price.is_some()))
            }
            Fixing::Entered | Fixing::Free => (StepRule::Entered, "", false),
        };
        let area = self.entry.arithmetic.area(self.unit).unwrap_or_default();
        if by_unit {
            trail.push(rule, name, None, price.unit.into());
            let rounding = match rule {
                StepRule::Kept => Rounding::FEN,
                _ => self.entry.scheme.total_rounding,
            };
            self.times_area(trail, area, &rounding)
        } else {
            trail.push(rule, name, None, price.total.into());
            trail.push(StepRule::Derived, "", Some(area.into()), price.unit.into());
            Ok(())
        }
    }

    fn computed(&self, pricer: &Pricer<'_>, trail: &mut Trail) -> Result<()> {
        let rule = if self.solved { StepRule::SolvedBase } else { StepRule::Base };
        trail.push(rule, "", None, pricer.base.to_exact()?);
        let mut price = self.coefficients(pricer, trail)?;
        price = self.differences(price, trail)?;
        let (Some(raw), scheme) = (self.raw, self.entry.scheme) else { return Ok(()) };
        let size = self.entry.arithmetic.size(self.unit, self.entry.lump_sum(self.slot.row))?;
        let (area, plain) = (size.area, self.entry.arithmetic.is_plain(size));
        if !plain {
            let own = price.mul(&Fraction::from(area))?;
            trail.push(StepRule::Area, "", Some(area.into()), own.to_exact()?);
            self.gift_and_lumps(price, own, trail)?;
        }
        if scheme.composite_discount.is_some() {
            let delta = self.entry.delta().to_exact()?;
            let after = if plain { raw.unit } else { raw.total };
            trail.push(StepRule::CompositeDiscount, "", Some(delta), after.to_exact()?);
        }
        self.rounding(raw.unit, raw.total, area, plain, trail)
    }

    fn coefficients(&self, pricer: &Pricer<'_>, trail: &mut Trail) -> Result<Fraction> {
        let mut price = pricer.base;
        let mut sum = Fraction::ZERO;
        let combine = self.entry.scheme.combine;
        for (factor, numbers) in
            self.entry.resolved.factors.iter().zip(&self.entry.arithmetic.factors)
        {
            let code = factor.codes.get(self.slot.row).copied().unwrap_or(OUT_OF_SCOPE);
            let position = usize::try_from(code).unwrap_or(usize::MAX);
            let value = factor.values.get(position).copied().unwrap_or_default();
            let in_scope = code != OUT_OF_SCOPE;
            let FactorNumbers::Coefficient(scores) = numbers else { continue };
            let coefficient = as_coefficient(factor.method, value)?;
            match combine {
                CoefCombine::Multiplicative if in_scope => {
                    price = price.mul(&coefficient)?;
                    let shown = Some(coefficient.to_exact()?);
                    trail.push(StepRule::Coefficient, &factor.label, shown, price.to_exact()?);
                }
                CoefCombine::Additive if in_scope => {
                    sum = sum.add(&coefficient.sub(&Fraction::ONE)?)?.reduced()?;
                    price = pricer.base.mul(&Fraction::ONE.add(&sum)?)?;
                    let shown = Some(coefficient.to_exact()?);
                    trail.push(StepRule::Percent, &factor.label, shown, price.to_exact()?);
                }
                CoefCombine::Score => {
                    let score = scores.get(position).copied().unwrap_or(Wide::ZERO);
                    let share =
                        Fraction::new(score, self.entry.arithmetic.coefficient_denominator)?;
                    sum = sum.add(&share)?;
                    price = pricer.base.mul(&sum)?.reduced()?;
                    let shown = Some(share.to_exact()?);
                    trail.push(StepRule::Score, &factor.label, shown, price.to_exact()?);
                }
                CoefCombine::Multiplicative | CoefCombine::Additive => {}
            }
        }
        Ok(price)
    }

    fn differences(&self, mut price: Fraction, trail: &mut Trail) -> Result<Fraction> {
        for factor in self.entry.resolved.factors.iter().filter(|f| f.method == Method::Difference)
        {
            let code = factor.codes.get(self.slot.row).copied().unwrap_or(OUT_OF_SCOPE);
            if code == OUT_OF_SCOPE {
                continue;
            }
            let position = usize::try_from(code).unwrap_or(usize::MAX);
            let value = factor.values.get(position).copied().unwrap_or_default();
            price = price.add(&Fraction::from(value))?;
            let shown = Some(value.into());
            trail.push(StepRule::Difference, &factor.label, shown, price.to_exact()?);
        }
        for spot in self.entry.scheme.spots.iter().filter(|spot| spot.select.matches(self.unit)) {
            price = price.add(&Fraction::from(spot.amount))?;
            let name = spot.name.as_deref().unwrap_or_default();
            trail.push(StepRule::Spot, name, Some(spot.amount.into()), price.to_exact()?);
        }
        Ok(price)
    }

    fn gift_and_lumps(&self, price: Fraction, own: Fraction, trail: &mut Trail) -> Result<()> {
        let mut total = own;
        if let (Some(gift), Some(area)) = (&self.entry.scheme.gift, self.unit.gift_area) {
            let per = match gift {
                GiftRule::Price { price } => Fraction::from(*price),
                GiftRule::Conversion { rate } => price.mul(&Fraction::from(*rate))?,
            };
            total = total.add(&per.mul(&Fraction::from(area))?)?;
            trail.push(StepRule::Gift, "", Some(per.to_exact()?), total.to_exact()?);
        }
        for lump in self.entry.scheme.lump_sums.iter().filter(|l| l.select.matches(self.unit)) {
            total = total.add(&Fraction::from(lump.amount))?;
            trail.push(StepRule::LumpSum, &lump.name, Some(lump.amount.into()), total.to_exact()?);
        }
        Ok(())
    }

    fn rounding(
        &self,
        raw_unit: Fraction,
        raw_total: Fraction,
        area: Area,
        plain: bool,
        trail: &mut Trail,
    ) -> Result<()> {
        let scheme = self.entry.scheme;
        let price = &self.outcome.price;
        match scheme.price_basis {
            PriceBasis::UnitFirst => {
                if !plain {
                    trail.push(StepRule::Derived, "", Some(area.into()), raw_unit.to_exact()?);
                }
                let rounded = scheme.unit_rounding.unit_price(&raw_unit)?;
                trail.round(StepRule::UnitRounding, &scheme.unit_rounding, rounded.into());
                if self.outcome.steps != 0 {
                    let steps = Some(self.outcome.steps.into());
                    trail.push(StepRule::Levelling, "", steps, price.unit.into());
                }
                self.times_area(trail, area, &scheme.total_rounding)
            }
            PriceBasis::TotalFirst => {
                if plain {
                    trail.push(StepRule::Area, "", Some(area.into()), raw_total.to_exact()?);
                }
                let rounded = scheme.total_rounding.fraction(&raw_total)?;
                trail.round(StepRule::TotalRounding, &scheme.total_rounding, rounded.into());
                if self.outcome.steps != 0 {
                    let steps = Some(self.outcome.steps.into());
                    trail.push(StepRule::Levelling, "", steps, price.total.into());
                }
                trail.push(StepRule::Derived, "", Some(area.into()), price.unit.into());
                Ok(())
            }
        }
    }

    /// The last two steps of a price whose unit price is authoritative.
    fn times_area(&self, trail: &mut Trail, area: Area, rounding: &Rounding) -> Result<()> {
        let Price { unit, total } = self.outcome.price;
        let product = Fraction::from(unit).mul(&Fraction::from(area))?;
        trail.push(StepRule::Area, "", Some(area.into()), product.to_exact()?);
        trail.round(StepRule::TotalRounding, rounding, total.into());
        Ok(())
    }
}

fn as_coefficient(method: Method, value: Figure) -> Result<Fraction> {
    let value = Fraction::from(value);
    if method == Method::Percent {
        let hundred = Fraction::new(Wide::from(100_i64), Wide::ONE)?;
        return Fraction::ONE.add(&value.div(&hundred)?);
    }
    Ok(value)
}
