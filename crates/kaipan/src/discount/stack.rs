//! The stacking algorithm (handbook §3.2): from the list price to the deal price, item by item.

use super::kind::{DiscountKind, DiscountReason, Stack};
use super::list::List;
use super::outcome::{DiscountRule, DiscountStep};
use super::scheme::{AdditiveBase, Discount, DiscountOrder, Stacking};
use crate::Text;
use crate::error::{Code, Error, Result};
use crate::number::{Exact, Fraction, Mode, Money, Place, Rate, Rounding, UnitPrice};
use crate::pricing::{PriceBasis, per_area};

/// A discount that is given, with its value.
#[derive(Clone, Copy)]
pub(crate) struct Item<'a> {
    pub(crate) discount: &'a Discount,
    pub(crate) value: &'a DiscountKind,
}

/// A price after stacking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stacked {
    pub(crate) total: Money,
    pub(crate) unit_price: UnitPrice,
}

/// What stacking leaves behind for the reader.
#[derive(Default)]
pub(crate) struct Trail {
    pub(crate) steps: Vec<DiscountStep>,
    /// What each item took off the total, half up to the fen, in the order of the items.
    pub(crate) taken: Vec<Money>,
    /// What the list total has beyond unit price × area, where the unit price decides.
    pub(crate) list_beyond: Money,
    /// What could not be taken off, since nothing is below zero.
    pub(crate) not_taken: Money,
}

/// Puts items in the order of calculation.
pub(crate) fn ordered(items: &mut [Item<'_>], stacking: &Stacking) {
    let by_class = stacking.order == DiscountOrder::RatesThenAmounts;
    let unit_first = basis(items, stacking) == PriceBasis::UnitFirst;
    sort(items, &|item| {
        let class = class(item);
        // Amounts wait until the unit price has become a total; a fixed price takes the place of
        // the list price, wherever it was given.
        (unit_first && class == AMOUNT, !item.is_fixed(), if by_class { class } else { 0 })
    });
    if stacking.additive_base == AdditiveBase::Running
        && let Some(first) = items.iter().position(Item::is_added)
    {
        // Added items are one group, at the place of the first.
        let rest = items.get_mut(first..).unwrap_or_default();
        sort(rest, &|item| (!item.is_added(), false, 0));
    }
}

/// Sorts items, those with the same key as they were.
fn sort(items: &mut [Item<'_>], key: &dyn Fn(&Item<'_>) -> (bool, bool, u8)) {
    items.sort_by_key(key);
}

/// What a price is before it is the other: a total or a unit price.
fn basis(items: &[Item<'_>], stacking: &Stacking) -> PriceBasis {
    // A fixed price is a total or a unit price by itself, whatever the scheme's basis.
    let fixed = items.iter().find_map(|item| match item.value {
        DiscountKind::FixedPrice { .. } => Some(PriceBasis::TotalFirst),
        DiscountKind::FixedUnitPrice { .. } => Some(PriceBasis::UnitFirst),
        _ => None,
    });
    fixed.unwrap_or(stacking.price_basis)
}

/// The only item that changes the price.
fn alone<'a>(items: &'a [Item<'_>]) -> Option<&'a DiscountKind> {
    let changing = |item: &&Item<'_>| !matches!(item.value, DiscountKind::Gift { .. });
    let mut changing = items.iter().filter(changing);
    changing.next().map(|item| item.value).filter(|_| changing.next().is_none())
}

/// The rounding points that a price passes, of the unit price and of the total.
pub(crate) fn roundings<'s>(
    items: &[Item<'_>],
    stacking: &'s Stacking,
) -> (Option<&'s Rounding>, Option<&'s Rounding>) {
    let (unit, total) = (Some(&stacking.unit_rounding), Some(&stacking.total_rounding));
    match (basis(items, stacking), alone(items)) {
        // A fixed price with nothing on top is the price itself.
        (_, Some(DiscountKind::FixedPrice { .. })) => (None, None),
        (_, Some(DiscountKind::FixedUnitPrice { .. })) | (PriceBasis::TotalFirst, _) => {
            (None, total)
        }
        (PriceBasis::UnitFirst, _) => (unit, total),
    }
}

/// The class of amounts off the total.
const AMOUNT: u8 = 4;

fn class(item: &Item<'_>) -> u8 {
    match item.value {
        DiscountKind::FixedPrice { .. } | DiscountKind::FixedUnitPrice { .. } => 0,
        DiscountKind::UnitOff { .. } => 1,
        DiscountKind::Rate { .. } | DiscountKind::Points { .. } => {
            if item.discount.reason == DiscountReason::PaymentMethod { 2 } else { 3 }
        }
        DiscountKind::TotalOff { .. } | DiscountKind::DepositMultiplier { .. } => AMOUNT,
        DiscountKind::Gift { .. } => 5,
    }
}

/// The price after these items, which are in the order of calculation.
pub(crate) fn price(list: &List, items: &[Item<'_>], stacking: &Stacking) -> Result<Stacked> {
    Run::new(list, items, stacking, None).price()
}

/// The price, and every step to it.
pub(crate) fn explained(
    list: &List,
    items: &[Item<'_>],
    stacking: &Stacking,
) -> Result<(Stacked, Trail)> {
    let mut trail = Trail {
        steps: Vec::with_capacity(items.len().saturating_add(5)),
        taken: vec![Money::ZERO; items.len()],
        ..Trail::default()
    };
    let stacked = Run::new(list, items, stacking, Some(&mut trail)).price()?;
    Ok((stacked, trail))
}

/// The price on the way.
struct Run<'a> {
    list: &'a List,
    items: &'a [Item<'a>],
    stacking: &'a Stacking,
    trail: Option<&'a mut Trail>,
    basis: PriceBasis,
    /// The price that stacking starts from: a total or a unit price, as the basis says.
    original: Fraction,
    running: Fraction,
    /// Amounts that wait until the unit price has become a total.
    off_total: Fraction,
    added: bool,
}

impl<'a> Run<'a> {
    fn new(
        list: &'a List,
        items: &'a [Item<'a>],
        stacking: &'a Stacking,
        trail: Option<&'a mut Trail>,
    ) -> Run<'a> {
        let basis = basis(items, stacking);
        let start = match basis {
            PriceBasis::TotalFirst => Fraction::from(list.total),
            PriceBasis::UnitFirst => Fraction::from(list.unit_price),
        };
        let (original, running, off_total) = (start.clone(), start, Fraction::ZERO);
        Run { list, items, stacking, trail, basis, original, running, off_total, added: false }
    }

    fn price(mut self) -> Result<Stacked> {
        let rule = match self.basis {
            PriceBasis::TotalFirst => DiscountRule::ListTotal,
            PriceBasis::UnitFirst => DiscountRule::ListUnitPrice,
        };
        self.note(rule, &[], None, None)?;
        if self.trail.is_some() && self.basis == PriceBasis::UnitFirst {
            let product = self.running.mul(&Fraction::from(self.list.area))?;
            let beyond = Fraction::from(self.list.total).sub(&product)?;
            let beyond = Rounding::FEN.fraction(&beyond)?;
            if let Some(trail) = self.trail.as_deref_mut() {
                trail.list_beyond = beyond;
            }
        }
        for at in 0..self.items.len() {
            self.apply(at)?;
        }
        // A fixed price with nothing on top is the price itself: no rounding point touches it.
        match (self.basis, alone(self.items)) {
            (_, Some(DiscountKind::FixedPrice { total })) => self.derived(*total),
            (PriceBasis::TotalFirst, _) => {
                self.not_below_zero(&Fraction::ONE)?;
                let total = self.rounded_total()?;
                self.derived(total)
            }
            (PriceBasis::UnitFirst, Some(DiscountKind::FixedUnitPrice { unit_price })) => {
                self.times_area(*unit_price)
            }
            (PriceBasis::UnitFirst, _) => {
                self.not_below_zero(&Fraction::from(self.list.area))?;
                let rounding = &self.stacking.unit_rounding;
                let unit_price = unit_price(rounding.fraction(&self.running)?)?;
                let before = self.go_to(Fraction::from(unit_price));
                self.round(DiscountRule::UnitRounding, rounding, &before)?;
                self.times_area(unit_price)
            }
        }
    }

    fn apply(&mut self, at: usize) -> Result<()> {
        let Some(item) = self.items.get(at).copied() else { return Ok(()) };
        let before = self.running.clone();
        let one = Fraction::ONE;
        match *item.value {
            DiscountKind::Gift { .. } => return Ok(()),
            DiscountKind::FixedPrice { total } => {
                self.original = Fraction::from(total);
                return self.replace(at, item, &before);
            }
            DiscountKind::FixedUnitPrice { unit_price } => {
                self.original = Fraction::from(unit_price);
                return self.replace(at, item, &before);
            }
            DiscountKind::Rate { rate } if item.discount.stack == Stack::Multiply => {
                self.running = before.mul(&Fraction::from(rate))?;
                self.step(DiscountRule::Rate, item, Some(rate.into()), &before)?;
                // A product stays short where a difference would not.
                self.take(at, &before, &Fraction::from(item.value.points_off()))?;
            }
            DiscountKind::Points { off } if item.discount.stack == Stack::Multiply => {
                self.running = before.mul(&one.sub(&Fraction::from(off))?)?;
                self.step(DiscountRule::Points, item, Some(off.into()), &before)?;
                self.take(at, &before, &Fraction::from(off))?;
            }
            DiscountKind::Rate { .. } | DiscountKind::Points { .. } => return self.add(at, item),
            DiscountKind::UnitOff { amount } => {
                let mut off = Fraction::from(amount);
                if self.basis == PriceBasis::TotalFirst {
                    off = off.mul(&Fraction::from(self.list.area))?;
                }
                self.running = before.sub(&off)?;
                self.step(DiscountRule::UnitOff, item, Some(amount.into()), &before)?;
                self.take(at, &off, &one)?;
            }
            DiscountKind::TotalOff { amount } => {
                return self.take_off(at, DiscountRule::TotalOff, item, amount);
            }
            DiscountKind::DepositMultiplier { paid, counts_as } => {
                let extra = counts_as.checked_sub(paid);
                let extra = extra.ok_or_else(|| Error::new(Code::NumberOverflow))?;
                return self.take_off(at, DiscountRule::DepositMultiplier, item, extra);
            }
        }
        self.round_step()
    }

    /// A fixed price takes the place of the price so far. Nobody has calculated it, so it is not
    /// rounded as a step.
    fn replace(&mut self, at: usize, item: Item<'_>, before: &Fraction) -> Result<()> {
        self.running = self.original.clone();
        self.step(DiscountRule::FixedPrice, item, None, before)?;
        self.take(at, &before.sub(&self.running)?, &Fraction::ONE)
    }

    /// All added items are one group, at the place of the first; or each takes its share of the
    /// original price.
    fn add(&mut self, at: usize, item: Item<'_>) -> Result<()> {
        let before = self.running.clone();
        if self.stacking.additive_base == AdditiveBase::Original {
            let share = item.value.points_off();
            let off = self.original.mul(&Fraction::from(share))?;
            self.running = before.sub(&off)?;
            self.step(DiscountRule::OriginalPoints, item, Some(share.into()), &before)?;
            self.take(at, &off, &Fraction::ONE)?;
            return self.round_step();
        }
        if self.added {
            return Ok(());
        }
        self.added = true;
        let items = self.items;
        let group = || items.iter().enumerate().filter(|(_, item)| item.is_added());
        let sum =
            group().try_fold(Rate::ZERO, |sum, (_, item)| sum.checked_add(item.value.points_off()));
        let sum = sum.ok_or_else(|| Error::new(Code::NumberOverflow))?;
        // More than all is refused in a deal; while the best is looked for it is all.
        let share = sum.min(Rate::ONE);
        self.running = before.mul(&Fraction::ONE.sub(&Fraction::from(share))?)?;
        if self.trail.is_some() {
            let codes: Vec<&str> = group().map(|(_, item)| item.discount.code.as_str()).collect();
            let shown = Some(sum.into());
            self.note(DiscountRule::AddedPoints, &codes, shown, Some(&before))?;
            for (place, item) in group() {
                self.take(place, &before, &Fraction::from(item.value.points_off()))?;
            }
        }
        self.round_step()
    }

    fn take_off(
        &mut self,
        at: usize,
        rule: DiscountRule,
        item: Item<'_>,
        amount: Money,
    ) -> Result<()> {
        if let (Some(trail), PriceBasis::UnitFirst) = (self.trail.as_deref_mut(), self.basis) {
            set(&mut trail.taken, at, amount);
        }
        if self.basis == PriceBasis::UnitFirst {
            self.off_total = self.off_total.add(&Fraction::from(amount))?;
            return Ok(());
        }
        let before = self.running.clone();
        self.running = before.sub(&Fraction::from(amount))?;
        self.step(rule, item, Some(amount.into()), &before)?;
        self.take(at, &Fraction::from(amount), &Fraction::ONE)?;
        self.round_step()
    }

    /// Rounding after an item, as some systems do.
    fn round_step(&mut self) -> Result<()> {
        let Some(rounding) = &self.stacking.step_rounding else { return Ok(()) };
        let before = self.running.clone();
        self.running = Fraction::from(rounding.fraction(&before)?);
        self.round(DiscountRule::StepRounding, rounding, &before)
    }

    /// `times` makes a total of the price.
    fn not_below_zero(&mut self, times: &Fraction) -> Result<()> {
        // The sign of an exact number is that of its amount rounded away from zero.
        let away = Rounding { guard: false, ..Rounding::new(Mode::Up, Place::Fen) };
        if away.fraction(&self.running)?.is_negative() {
            let before = self.running.clone();
            self.running = Fraction::ZERO;
            self.note(DiscountRule::NotBelowZero, &[], None, Some(&before))?;
            if let Some(trail) = self.trail.as_deref_mut() {
                let below = Rounding::FEN.fraction(&before.mul(times)?)?;
                let sum = trail.not_taken.checked_sub(below);
                trail.not_taken = sum.ok_or_else(|| Error::new(Code::NumberOverflow))?;
            }
        }
        Ok(())
    }

    fn rounded_total(&mut self) -> Result<Money> {
        let rounding = &self.stacking.total_rounding;
        let total = rounding.fraction(&self.running)?;
        let before = self.go_to(Fraction::from(total));
        self.round(DiscountRule::TotalRounding, rounding, &before)?;
        Ok(total)
    }

    /// Goes on from another price; gives the one before it.
    fn go_to(&mut self, price: Fraction) -> Fraction {
        std::mem::replace(&mut self.running, price)
    }

    /// The last step of a price whose total decides.
    fn derived(&mut self, total: Money) -> Result<Stacked> {
        let unit_price = per_area(total, self.list.area)?;
        let area = Some(self.list.area.into());
        self.running = Fraction::from(unit_price);
        self.note(DiscountRule::Derived, &[], area, Some(&Fraction::from(total)))?;
        Ok(Stacked { total, unit_price })
    }

    /// The last steps of a price whose unit price decides.
    fn times_area(&mut self, unit_price: UnitPrice) -> Result<Stacked> {
        let before = Fraction::from(unit_price);
        self.running = before.mul(&Fraction::from(self.list.area))?;
        let area = Some(self.list.area.into());
        self.note(DiscountRule::Area, &[], area, Some(&before))?;
        let items = self.items;
        for item in items {
            let (rule, amount) = match *item.value {
                DiscountKind::TotalOff { amount } => (DiscountRule::TotalOff, amount),
                DiscountKind::DepositMultiplier { paid, counts_as } => {
                    let extra = counts_as.checked_sub(paid).unwrap_or_default();
                    (DiscountRule::DepositMultiplier, extra)
                }
                _ => continue,
            };
            let before = self.running.clone();
            self.running = before.sub(&Fraction::from(amount))?;
            self.step(rule, *item, Some(amount.into()), &before)?;
        }
        self.not_below_zero(&Fraction::ONE)?;
        let total = self.rounded_total()?;
        Ok(Stacked { total, unit_price })
    }

    fn step(
        &mut self,
        rule: DiscountRule,
        item: Item<'_>,
        value: Option<Exact>,
        before: &Fraction,
    ) -> Result<()> {
        self.note(rule, &[&item.discount.code], value, Some(before))
    }

    fn round(&mut self, rule: DiscountRule, rounding: &Rounding, before: &Fraction) -> Result<()> {
        self.note(rule, &[], Some(rounding.place.into()), Some(before))?;
        if let Some(step) = self.trail.as_deref_mut().and_then(|trail| trail.steps.last_mut()) {
            step.mode = Some(rounding.mode);
        }
        Ok(())
    }

    /// Keeps a step to the price that has been reached.
    fn note(
        &mut self,
        rule: DiscountRule,
        codes: &[&str],
        value: Option<Exact>,
        before: Option<&Fraction>,
    ) -> Result<()> {
        let Some(trail) = self.trail.as_deref_mut() else { return Ok(()) };
        trail.steps.push(DiscountStep {
            rule,
            codes: codes.iter().map(|code| Text::from(*code)).collect(),
            value,
            mode: None,
            before: before.map(Fraction::to_exact).transpose()?,
            after: self.running.to_exact()?,
        });
        Ok(())
    }

    /// Keeps what an item took off, a share of a price, as an amount of the total.
    fn take(&mut self, at: usize, price: &Fraction, share: &Fraction) -> Result<()> {
        if self.trail.is_none() {
            return Ok(());
        }
        let off = price.mul(share)?;
        let off = match self.basis {
            PriceBasis::TotalFirst => off,
            PriceBasis::UnitFirst => off.mul(&Fraction::from(self.list.area))?,
        };
        let amount = Rounding::FEN.fraction(&off)?;
        if let Some(trail) = self.trail.as_deref_mut() {
            set(&mut trail.taken, at, amount);
        }
        Ok(())
    }
}

fn set(amounts: &mut [Money], at: usize, amount: Money) {
    if let Some(slot) = amounts.get_mut(at) {
        *slot = amount;
    }
}

fn unit_price(rounded: Money) -> Result<UnitPrice> {
    let micros = rounded.fen().checked_mul(10_000);
    micros.map(UnitPrice::from_micros).ok_or_else(|| Error::new(Code::NumberOverflow))
}

impl Item<'_> {
    /// A rate or points that are summed.
    pub(crate) fn is_added(&self) -> bool {
        self.discount.stack == Stack::Add
            && matches!(self.value, DiscountKind::Rate { .. } | DiscountKind::Points { .. })
    }
}

impl DiscountKind {
    /// The share that a rate or points take off; nothing for other kinds.
    pub(crate) fn points_off(&self) -> Rate {
        match self {
            DiscountKind::Rate { rate } => Rate::ONE.checked_sub(*rate).unwrap_or_default(),
            DiscountKind::Points { off } => *off,
            _ => Rate::ZERO,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discount::samples::{discount, items, million};
    use proptest::prelude::*;

    fn discounts() -> impl Strategy<Value = Vec<Discount>> {
        let one = (0..7_u8, 1_i64..=1_000_000, any::<bool>());
        proptest::collection::vec(one, 0..5).prop_map(|all| {
            let build = |(at, (kind, count, add)): (usize, (u8, i64, bool))| {
                let money = Money::from_fen(count * 30);
                let value = match kind {
                    0 | 1 => DiscountKind::Rate { rate: Rate::from_millionths(count) },
                    2 => DiscountKind::Points { off: Rate::from_millionths(count / 10) },
                    3 => DiscountKind::TotalOff { amount: money },
                    4 => DiscountKind::UnitOff { amount: UnitPrice::from_micros(count * 999) },
                    5 if at == 0 => DiscountKind::FixedPrice { total: money },
                    6 if at == 0 => {
                        let unit_price = UnitPrice::from_micros(count * 9_001);
                        DiscountKind::FixedUnitPrice { unit_price }
                    }
                    _ => DiscountKind::Gift { value: None },
                };
                let mut one = discount(&at.to_string(), value);
                one.stack = if add { Stack::Add } else { Stack::Multiply };
                one
            };
            all.into_iter().enumerate().map(build).collect()
        })
    }

    proptest! {
        #[test]
        fn explained_or_not_the_price_is_the_same(
            discounts in discounts(),
            (unit_first, original, step) in any::<(bool, bool, bool)>(),
            place in 0..8_usize,
        ) {
            let rounding = Rounding::half_up(Place::ALL[place]);
            let stacking = Stacking {
                price_basis: match unit_first {
                    true => PriceBasis::UnitFirst,
                    false => PriceBasis::TotalFirst,
                },
                additive_base: match original {
                    true => AdditiveBase::Original,
                    false => AdditiveBase::Running,
                },
                order: DiscountOrder::AsGiven,
                step_rounding: step.then_some(rounding),
                unit_rounding: rounding,
                total_rounding: rounding,
            };
            let list = million();
            let mut items = items(&discounts);
            ordered(&mut items, &stacking);
            let plain = price(&list, &items, &stacking).unwrap();
            prop_assert_eq!(plain, explained(&list, &items, &stacking).unwrap().0);
        }
    }
}
