//! The exact arithmetic of a scheme: every unit's price as a linear function of the base price.
//!
//! `net unit price = base × coefficient + difference`, with the coefficient a numerator over a
//! denominator shared by the scheme, and the difference in micro-yuan. Everything before a
//! rounding point is carried in [`Wide`] integers.

use crate::error::{At, Code, Error, Result};
use crate::number::{Area, Figure, Money, Rate, UnitPrice, Unrounded, Wide, power_of_ten};
use crate::pricing::book::{MISSING, OUT_OF_SCOPE, ResolvedFactor, ResolvedScheme};
use crate::pricing::scheme::{AreaBasis, CoefCombine, GiftRule, PricingScheme};
use crate::pricing::scheme::{Factor, FactorValues, Method};
use crate::project::Unit;

/// Decimals that hold a coefficient: six, or eight for percents of six decimals.
const COEFFICIENT_DECIMALS: u32 = 8;
/// Denominator of products of a number of six decimals and an area of four.
const TEN_DECIMALS: Wide = Wide::small(10_000_000_000);

/// A unit's place in the linear function.
#[derive(Clone, Copy)]
pub(crate) struct Terms {
    /// Numerator of the total coefficient, over [`Arithmetic::coefficient_denominator`].
    pub(crate) coefficient: Wide,
    /// Total difference, micro-yuan per m².
    pub(crate) difference: Wide,
}

/// What a unit's total depends on besides its terms.
#[derive(Clone, Copy)]
pub(crate) struct Size {
    /// Area that prices are per.
    pub(crate) area: Area,
    pub(crate) gift: Area,
    pub(crate) lump_sum: Money,
}

/// The numbers of a scheme, ready to be combined.
#[derive(Clone)]
pub(crate) struct Arithmetic {
    pub(crate) combine: CoefCombine,
    pub(crate) factors: Vec<FactorNumbers>,
    pub(crate) coefficient_denominator: Wide,
    /// One over the denominator.
    coefficient_step: Unrounded,
    /// The additive combination's neutral numerator.
    pub(crate) additive_one: Wide,
    /// Composite discount δ, 1 without one.
    pub(crate) delta: Unrounded,
    gift: Option<GiftRule>,
    area_basis: AreaBasis,
}

/// A factor's values as integers, one for each code.
#[derive(Clone)]
pub(crate) enum FactorNumbers {
    /// Coefficients times a power of ten, trimmed of common zeros (weighted scores in a score
    /// scheme; changes against 1 at the scheme's common scale in an additive one).
    Coefficient(Vec<Wide>),
    /// Micro-yuan.
    Difference(Vec<Wide>),
}

impl Arithmetic {
    pub(crate) fn new(scheme: &PricingScheme, resolved: &ResolvedScheme) -> Result<Arithmetic> {
        let delta = match &scheme.composite_discount {
            Some(mix) => mix.value().at("composite_discount")?,
            None => Unrounded::ONE,
        };
        let mut arithmetic = Arithmetic {
            combine: scheme.combine,
            factors: Vec::with_capacity(resolved.factors.len()),
            coefficient_denominator: Wide::ONE,
            coefficient_step: Unrounded::ONE,
            additive_one: Wide::ONE,
            delta,
            gift: scheme.gift.clone(),
            area_basis: scheme.area_basis,
        };
        match scheme.combine {
            CoefCombine::Multiplicative => arithmetic.multiplicative(resolved)?,
            CoefCombine::Additive => arithmetic.additive(resolved)?,
            CoefCombine::Score => arithmetic.score(scheme, resolved)?,
        }
        let one = Unrounded::new(Wide::ONE, arithmetic.coefficient_denominator)?;
        arithmetic.coefficient_step = one.reduced()?;
        Ok(arithmetic)
    }

    fn multiplicative(&mut self, resolved: &ResolvedScheme) -> Result<()> {
        for factor in &resolved.factors {
            if factor.method == Method::Difference {
                self.factors.push(differences(factor));
                continue;
            }
            let numbers = coefficients(factor)?;
            let decimals = decimals_used(&numbers);
            self.coefficient_denominator =
                self.coefficient_denominator.mul(Wide::power_of_ten(decimals)?)?;
            self.factors.push(FactorNumbers::Coefficient(trimmed(&numbers, decimals)?));
        }
        Ok(())
    }

    fn additive(&mut self, resolved: &ResolvedScheme) -> Result<()> {
        let mut decimals = 0;
        for factor in resolved.factors.iter().filter(|f| f.method != Method::Difference) {
            decimals = decimals.max(decimals_used(&coefficients(factor)?));
        }
        let one = Wide::power_of_ten(decimals)?;
        self.coefficient_denominator = one;
        self.additive_one = one;
        for factor in &resolved.factors {
            if factor.method == Method::Difference {
                self.factors.push(differences(factor));
                continue;
            }
            let mut changes = trimmed(&coefficients(factor)?, decimals)?;
            for change in &mut changes {
                *change = change.sub(one)?;
            }
            self.factors.push(FactorNumbers::Coefficient(changes));
        }
        Ok(())
    }

    /// Scores times weights, over the reference's weighted score; a unit without a score has the
    /// reference's.
    fn score(&mut self, scheme: &PricingScheme, resolved: &ResolvedScheme) -> Result<()> {
        let mut reference_score = Wide::ZERO;
        for (factor, definition) in resolved.factors.iter().zip(&scheme.factors) {
            if factor.method == Method::Difference {
                self.factors.push(differences(factor));
                continue;
            }
            let weight = Wide::from(definition.weight.unwrap_or(Rate::ZERO).millionths());
            let mut numbers = Vec::with_capacity(factor.values.len());
            let reference = score_of_reference(definition);
            for (code, value) in (0_u32..).zip(&factor.values) {
                let neutral = code == OUT_OF_SCOPE || code == MISSING;
                let value = if neutral { reference } else { *value };
                numbers.push(Wide::from(value.millionths()).mul(weight)?);
            }
            if let Some(first) = numbers.first() {
                reference_score = reference_score.add(*first)?;
            }
            self.factors.push(FactorNumbers::Coefficient(numbers));
        }
        let scored = resolved.factors.iter().any(|factor| factor.method != Method::Difference);
        if !scored {
            return Ok(());
        }
        if !reference_score.is_positive() {
            return Err(Error::new(Code::PricingFactorShape)
                .with("factor", &scheme.code)
                .with("factor_zh", &scheme.code)
                .with("detail_zh", "基点的加权得分必须大于零")
                .with("detail_en", "the weighted score of the references must be above zero")
                .at("factors"));
        }
        self.coefficient_denominator = reference_score;
        self.additive_one = Wide::ZERO;
        Ok(())
    }

    /// The terms of a unit, from its code of each factor and its spot adjustment.
    pub(crate) fn terms(&self, codes: impl Iterator<Item = u32>, spot: UnitPrice) -> Result<Terms> {
        let mut difference = Wide::from(spot.micros());
        let mut coefficient = match self.combine {
            CoefCombine::Multiplicative => Wide::ONE,
            CoefCombine::Additive | CoefCombine::Score => self.additive_one,
        };
        for (numbers, code) in self.factors.iter().zip(codes) {
            let position = usize::try_from(code).unwrap_or(usize::MAX);
            match numbers {
                FactorNumbers::Difference(values) => {
                    let value = values.get(position).copied().unwrap_or(Wide::ZERO);
                    difference = difference.add(value)?;
                }
                FactorNumbers::Coefficient(values) => {
                    let Some(value) = values.get(position).copied() else { continue };
                    coefficient = match self.combine {
                        CoefCombine::Multiplicative => coefficient.mul(value)?,
                        CoefCombine::Additive | CoefCombine::Score => coefficient.add(value)?,
                    };
                }
            }
        }
        Ok(Terms { coefficient, difference })
    }

    /// The total coefficient of a unit.
    pub(crate) fn total_coefficient(&self, terms: &Terms) -> Result<Unrounded> {
        self.coefficient_step.times(terms.coefficient)
    }

    /// The unit's area that prices are per.
    pub(crate) fn area(&self, unit: &Unit) -> Result<Area> {
        match self.area_basis {
            AreaBasis::Building | AreaBasis::PerUnit => Ok(unit.building_area),
            AreaBasis::Inside => unit
                .inside_area
                .ok_or_else(|| Error::new(Code::PricingInsideAreaMissing).at("inside_area")),
        }
    }

    /// What a unit's total depends on besides its terms.
    pub(crate) fn size(&self, unit: &Unit, lump_sum: Money) -> Result<Size> {
        let gift = unit.gift_area.unwrap_or(Area::ZERO);
        Ok(Size { area: self.area(unit)?, gift, lump_sum })
    }

    /// The area that the unit price is charged on: the unit's, and converted gift area.
    ///
    /// All units of a scheme share the denominator, so that sums stay narrow.
    pub(crate) fn charged_area(&self, size: Size) -> Result<Unrounded> {
        let Size { area, gift, .. } = size;
        let Some(GiftRule::Conversion { rate }) = &self.gift else { return Ok(area.into()) };
        let converted = Wide::from(gift.ten_thousandths()).mul(Wide::from(rate.millionths()))?;
        let own = Wide::from(area.ten_thousandths()).mul(Wide::from(power_of_ten(Rate::SCALE)))?;
        Unrounded::new(own.add(converted)?, TEN_DECIMALS)
    }

    /// What the total contains besides unit price × charged area, in yuan.
    ///
    /// All units share the denominator.
    pub(crate) fn extra(&self, size: Size) -> Result<Unrounded> {
        let mut sum = Wide::from(size.lump_sum.fen()).mul(Wide::from(power_of_ten(8)))?;
        if let Some(GiftRule::Price { price }) = &self.gift {
            let gift = Wide::from(size.gift.ten_thousandths());
            let charge = Wide::from(price.micros()).mul(gift)?;
            sum = sum.add(charge)?;
        }
        Unrounded::new(sum, TEN_DECIMALS)
    }

    /// Whether the unit's total is unit price × area and nothing else.
    pub(crate) fn is_plain(&self, size: Size) -> bool {
        size.lump_sum.is_zero() && (self.gift.is_none() || size.gift.is_zero())
    }
}

fn differences(factor: &ResolvedFactor) -> FactorNumbers {
    let micros = |value: &Figure| Wide::from(value.millionths());
    FactorNumbers::Difference(factor.values.iter().map(micros).collect())
}

/// Coefficients as integer counts of 10^-8.
fn coefficients(factor: &ResolvedFactor) -> Result<Vec<Wide>> {
    let one = Wide::from(power_of_ten(COEFFICIENT_DECIMALS));
    let mut numbers = Vec::with_capacity(factor.values.len());
    for value in &factor.values {
        let millionths = Wide::from(value.millionths());
        numbers.push(if factor.method == Method::Percent {
            one.add(millionths)?
        } else {
            millionths.mul(Wide::from(100_i64))?
        });
    }
    Ok(numbers)
}

/// The fewest decimals that hold all the numbers, which are counts of 10^-8.
fn decimals_used(numbers: &[Wide]) -> u32 {
    let divisible = |decimals: u32| {
        let step = Wide::from(power_of_ten(COEFFICIENT_DECIMALS.saturating_sub(decimals)));
        let whole = |n: &Wide| n.div_rem(step).is_ok_and(|(_, rest)| rest.is_zero());
        numbers.iter().all(whole)
    };
    (0..COEFFICIENT_DECIMALS).find(|decimals| divisible(*decimals)).unwrap_or(COEFFICIENT_DECIMALS)
}

fn trimmed(numbers: &[Wide], decimals: u32) -> Result<Vec<Wide>> {
    let step = Wide::from(power_of_ten(COEFFICIENT_DECIMALS.saturating_sub(decimals)));
    numbers.iter().map(|number| number.div_rem(step).map(|(whole, _)| whole)).collect()
}

/// The score of a factor's reference; validation has made sure that a table has one.
fn score_of_reference(factor: &Factor) -> Figure {
    let neutral = factor.method.neutral();
    match &factor.values {
        FactorValues::Table { rows } => rows
            .iter()
            .find(|row| factor.reference.as_deref() == Some(row.key.as_str()))
            .map_or(neutral, |row| row.value),
        FactorValues::Floors { rule } => rule.start.unwrap_or(neutral),
        FactorValues::Steps { .. } | FactorValues::Bands { .. } => neutral,
    }
}
