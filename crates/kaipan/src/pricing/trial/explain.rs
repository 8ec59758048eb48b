//! Answering "why this number?": every step from the base price to the total.

use super::step::{Step, StepRule};
use super::trail::Trail;
use crate::error::{Code, Error, Result};
use crate::number::{Area, Figure, Rounding, UnitPrice, Unrounded, Wide};
use crate::pricing::book::{BookScheme, Fixing, OUT_OF_SCOPE, Slot};
use crate::pricing::price::{FactorNumbers, Price, Pricer, Raw, per_area};
use crate::pricing::scheme::{CoefCombine, GiftRule, Method, PriceBasis};
use crate::pricing::targets::Outcome;
use crate::project::Unit;

/// What an explanation starts from.
#[derive(Clone, Copy)]
pub(crate) struct Explained<'a> {
    pub(crate) entry: &'a BookScheme<'a>,
    pub(crate) slot: Slot,
    pub(crate) unit: &'a Unit,
    pub(crate) outcome: &'a Outcome,
    /// Whether the base price was solved from a target.
    pub(crate) solved: bool,
}

impl Explained<'_> {
    /// The steps, in the order of calculation; `pricer` if factors decide the price.
    pub(crate) fn steps(&self, pricer: Option<&Pricer<'_>>) -> Result<Vec<Step>> {
        let Some(pricer) = pricer else {
            let mut trail = self.trail();
            self.fixed(&mut trail)?;
            return Ok(trail.into_steps());
        };
        let size = self.entry.arithmetic.size(self.unit, self.entry.lump_sum(self.slot.row))?;
        self.computed(&pricer.base, &pricer.raw(&self.entry.terms(self.slot.row)?, size)?)
    }

    fn trail(&self) -> Trail {
        // A step a factor, the base, rounding points and what a scheme may have besides.
        let steps = self.entry.resolved.factors.len().saturating_add(6);
        Trail::with_capacity(steps)
    }

    fn fixed(&self, trail: &mut Trail) -> Result<()> {
        let price = &self.outcome.price;
        let (rule, name) = match self.slot.fixing {
            Fixing::Kept => (StepRule::Kept, self.unit.state.word()),
            Fixing::Override(at) => {
                let change = self.entry.scheme.overrides.get(at);
                let name = change.and_then(|change| change.name.as_deref()).unwrap_or_default();
                (StepRule::Override, name)
            }
            Fixing::Entered | Fixing::Free => (StepRule::Entered, ""),
        };
        // Kept prices are per building area, whatever the scheme's are per.
        let area = match rule {
            StepRule::Kept => self.unit.building_area,
            _ => self.entry.arithmetic.area(self.unit)?,
        };
        if self.entry.price_basis(self.slot, self.unit) == PriceBasis::UnitFirst {
            trail.push(rule, name, None, price.unit.into());
            let rounding = match rule {
                StepRule::Kept => Rounding::FEN,
                _ => self.entry.scheme.total_rounding,
            };
            self.times_area(trail, area, &rounding)
        } else {
            trail.push(rule, name, None, price.total.into());
            // A unit price that stands beside its total need not be the quotient of both.
            let derived = per_area(price.total, area).is_ok_and(|derived| derived == price.unit);
            match derived {
                true => trail.derive(area, price.unit),
                false => trail.push(rule, name, None, price.unit.into()),
            }
            Ok(())
        }
    }

    fn computed(&self, base: &Unrounded, raw: &Raw) -> Result<Vec<Step>> {
        let mut trail = self.trail();
        let rule = if self.solved { StepRule::SolvedBase } else { StepRule::Base };
        trail.push(rule, "", None, base.to_exact()?);
        let mut price = self.coefficients(base, &mut trail)?;
        price = self.differences(price, &mut trail)?;
        let scheme = self.entry.scheme;
        let size = self.entry.arithmetic.size(self.unit, self.entry.lump_sum(self.slot.row))?;
        let (area, plain) = (size.area, self.entry.arithmetic.is_plain(size));
        if !plain {
            let own = price.mul(&Unrounded::from(area))?;
            trail.push(StepRule::Area, "", Some(area.into()), own.to_exact()?);
            self.gift_and_lumps(&price, own, &mut trail)?;
        }
        if scheme.composite_discount.is_some() {
            let delta = self.entry.delta().to_exact()?;
            let after = if plain { &raw.unit } else { &raw.total };
            trail.push(StepRule::CompositeDiscount, "", Some(delta), after.to_exact()?);
        }
        self.rounding(raw, area, plain, &mut trail)?;
        Ok(trail.into_steps())
    }

    fn coefficients(&self, base: &Unrounded, trail: &mut Trail) -> Result<Unrounded> {
        let mut price = base.clone();
        let mut sum = Unrounded::ZERO;
        let combine = self.entry.scheme.combine;
        for (factor, numbers) in
            self.entry.resolved.factors.iter().zip(&self.entry.arithmetic.factors)
        {
            let code = factor.codes.get(self.slot.row).copied().unwrap_or(OUT_OF_SCOPE);
            let position = usize::try_from(code).unwrap_or(usize::MAX);
            let value = factor.values.get(position).copied().unwrap_or_default();
            let in_scope = code != OUT_OF_SCOPE;
            let FactorNumbers::Coefficient(scores) = numbers else { continue };
            let coefficient = coefficient_of(factor.method, value)?;
            match combine {
                CoefCombine::Multiplicative if in_scope => {
                    price = price.mul(&coefficient)?;
                    let shown = Some(coefficient.to_exact()?);
                    trail.push(StepRule::Coefficient, &factor.label, shown, price.to_exact()?);
                }
                CoefCombine::Additive if in_scope => {
                    sum = sum.add(&coefficient.sub(&Unrounded::ONE)?)?.reduced()?;
                    price = base.mul(&Unrounded::ONE.add(&sum)?)?;
                    let shown = Some(coefficient.to_exact()?);
                    trail.push(StepRule::Percent, &factor.label, shown, price.to_exact()?);
                    trail.of(base.to_exact()?);
                }
                CoefCombine::Score => {
                    let score = scores.get(position).copied().unwrap_or(Wide::ZERO);
                    let whole = self.entry.arithmetic.coefficient_denominator;
                    let share = Unrounded::new(score, whole)?;
                    sum = sum.add(&share)?;
                    price = base.mul(&sum)?.reduced()?;
                    let shown = Some(share.to_exact()?);
                    trail.push(StepRule::Score, &factor.label, shown, price.to_exact()?);
                    trail.of(base.to_exact()?);
                }
                CoefCombine::Multiplicative | CoefCombine::Additive => {}
            }
        }
        Ok(price)
    }

    fn differences(&self, mut price: Unrounded, trail: &mut Trail) -> Result<Unrounded> {
        for factor in self.entry.resolved.factors.iter().filter(|f| f.method == Method::Difference)
        {
            let code = factor.codes.get(self.slot.row).copied().unwrap_or(OUT_OF_SCOPE);
            if code == OUT_OF_SCOPE {
                continue;
            }
            let position = usize::try_from(code).unwrap_or(usize::MAX);
            let value = factor.values.get(position).copied().unwrap_or_default();
            price = price.add(&Unrounded::from(value))?;
            let shown = Some(value.into());
            trail.push(StepRule::Difference, &factor.label, shown, price.to_exact()?);
        }
        for spot in self.entry.scheme.spots.iter().filter(|spot| spot.select.matches(self.unit)) {
            price = price.add(&Unrounded::from(spot.amount))?;
            let name = spot.name.as_deref().unwrap_or_default();
            trail.push(StepRule::Spot, name, Some(spot.amount.into()), price.to_exact()?);
        }
        Ok(price)
    }

    fn gift_and_lumps(&self, price: &Unrounded, own: Unrounded, trail: &mut Trail) -> Result<()> {
        let mut total = own;
        if let (Some(gift), Some(area)) = (&self.entry.scheme.gift, self.unit.gift_area) {
            let per = match gift {
                GiftRule::Price { price } => Unrounded::from(*price),
                GiftRule::Conversion { rate } => price.mul(&Unrounded::from(*rate))?,
            };
            total = total.add(&per.mul(&Unrounded::from(area))?)?;
            trail.push(StepRule::Gift, "", Some(per.to_exact()?), total.to_exact()?);
            trail.of(area.into());
        }
        for lump in self.entry.scheme.lump_sums.iter().filter(|l| l.select.matches(self.unit)) {
            total = total.add(&Unrounded::from(lump.amount))?;
            trail.push(StepRule::LumpSum, &lump.name, Some(lump.amount.into()), total.to_exact()?);
        }
        Ok(())
    }

    fn rounding(&self, raw: &Raw, area: Area, plain: bool, trail: &mut Trail) -> Result<()> {
        let scheme = self.entry.scheme;
        let price = &self.outcome.price;
        let levelled = self.outcome.steps != 0;
        match scheme.price_basis {
            PriceBasis::UnitFirst => {
                if !plain {
                    trail.push(StepRule::Derived, "", Some(area.into()), raw.unit.to_exact()?);
                }
                let rounding = &scheme.unit_rounding;
                // What rounding gives is the price itself, unless levelling has moved it.
                let rounded =
                    if levelled { rounded_price(&raw.unit, rounding)? } else { price.unit };
                trail.round(StepRule::UnitRounding, rounding, &raw.unit, rounded.into())?;
                if levelled {
                    let steps = Some(self.outcome.steps.into());
                    trail.push(StepRule::Levelling, "", steps, price.unit.into());
                    trail.of(rounding.place.into());
                }
                self.times_area(trail, area, &scheme.total_rounding)
            }
            PriceBasis::TotalFirst => {
                if plain {
                    trail.push(StepRule::Area, "", Some(area.into()), raw.total.to_exact()?);
                }
                let rounding = &scheme.total_rounding;
                let rounded = if levelled { rounding.round(&raw.total)? } else { price.total };
                trail.round(StepRule::TotalRounding, rounding, &raw.total, rounded.into())?;
                if levelled {
                    let steps = Some(self.outcome.steps.into());
                    trail.push(StepRule::Levelling, "", steps, price.total.into());
                    trail.of(rounding.place.into());
                }
                trail.derive(area, price.unit);
                Ok(())
            }
        }
    }

    /// The last two steps of a price whose unit price is authoritative.
    fn times_area(&self, trail: &mut Trail, area: Area, rounding: &Rounding) -> Result<()> {
        let Price { unit, total } = self.outcome.price;
        let product = Unrounded::from(unit).mul(&Unrounded::from(area))?;
        trail.push(StepRule::Area, "", Some(area.into()), product.to_exact()?);
        trail.round(StepRule::TotalRounding, rounding, &product, total.into())
    }
}

fn rounded_price(price: &Unrounded, rounding: &Rounding) -> Result<UnitPrice> {
    let micros = rounding.round(price)?.fen().checked_mul(10_000);
    micros.map(UnitPrice::from_micros).ok_or_else(|| Error::new(Code::NumberOverflow))
}

/// A factor value as the coefficient that it stands for.
fn coefficient_of(method: Method, value: Figure) -> Result<Unrounded> {
    if method == Method::Percent {
        return Unrounded::ONE.add(&Unrounded::decimal(value.millionths(), 8));
    }
    Ok(Unrounded::from(value))
}
