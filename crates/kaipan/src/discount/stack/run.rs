//! The stacking algorithm (handbook §3.2): from the list price to the deal price, item by item.

use super::item::Item;
use super::order::{alone, basis};
use super::trail::{DiscountTrail, Note};
use crate::Text;
use crate::discount::deal::list::List;
use crate::discount::outcome::DiscountRule;
use crate::discount::scheme::{AdditiveBase, DiscountKind, Stack, Stacking};
use crate::error::{Code, Error, Result};
use crate::number::{Fraction, Mode, Money, Place, Rate, Rounding, UnitPrice};
use crate::pricing::{PriceBasis, per_area};

/// A price after stacking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stacked {
    pub(crate) total: Money,
    pub(crate) unit_price: UnitPrice,
}

/// The price after these items, which are in the order of calculation.
pub(crate) fn price(list: &List, items: &[Item<'_>], stacking: &Stacking) -> Result<Stacked> {
    PriceRun::new(list, items, stacking, None).price()
}

/// The price, and every step to it.
pub(crate) fn explained(
    list: &List,
    items: &[Item<'_>],
    stacking: &Stacking,
) -> Result<(Stacked, DiscountTrail)> {
    let mut trail = DiscountTrail::new(items.len());
    let stacked = PriceRun::new(list, items, stacking, Some(&mut trail)).price()?;
    Ok((stacked, trail))
}

/// The price on the way.
struct PriceRun<'a> {
    list: &'a List,
    items: &'a [Item<'a>],
    stacking: &'a Stacking,
    trail: Option<&'a mut DiscountTrail>,
    basis: PriceBasis,
    /// The price that stacking starts from: a total or a unit price, as the basis says.
    original: Fraction,
    running: Fraction,
    /// Amounts that wait until the unit price has become a total.
    off_total: Fraction,
    added: bool,
}

impl<'a> PriceRun<'a> {
    fn new(
        list: &'a List,
        items: &'a [Item<'a>],
        stacking: &'a Stacking,
        trail: Option<&'a mut DiscountTrail>,
    ) -> PriceRun<'a> {
        let basis = basis(items, stacking);
        let start = match basis {
            PriceBasis::TotalFirst => Fraction::from(list.total),
            PriceBasis::UnitFirst => Fraction::from(list.unit_price),
        };
        let (original, running, off_total) = (start.clone(), start, Fraction::ZERO);
        PriceRun { list, items, stacking, trail, basis, original, running, off_total, added: false }
    }

    fn price(mut self) -> Result<Stacked> {
        let rule = match self.basis {
            PriceBasis::TotalFirst => DiscountRule::ListTotal,
            PriceBasis::UnitFirst => DiscountRule::ListUnitPrice,
        };
        self.note(Note::of(rule), None)?;
        if let (Some(trail), PriceBasis::UnitFirst) = (self.trail.as_deref_mut(), self.basis) {
            let product = self.running.mul(&Fraction::from(self.list.area))?;
            let beyond = Fraction::from(self.list.total).sub(&product)?;
            trail.list_beyond = Rounding::FEN.fraction(&beyond)?;
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
                self.note_rounding(DiscountRule::UnitRounding, rounding, &before)?;
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
                return self.replace(at, item, Fraction::from(total));
            }
            DiscountKind::FixedUnitPrice { unit_price } => {
                return self.replace(at, item, Fraction::from(unit_price));
            }
            DiscountKind::Rate { rate } if item.discount.stack == Stack::Multiply => {
                self.running = before.mul(&Fraction::from(rate))?;
                self.note(
                    Note::of(DiscountRule::Rate).codes(item.codes()).value(rate),
                    Some(&before),
                )?;
                // A product stays short where a difference would not.
                self.take(at, &before, &Fraction::from(item.value.points_off()))?;
            }
            DiscountKind::Points { off } if item.discount.stack == Stack::Multiply => {
                self.running = before.mul(&one.sub(&Fraction::from(off))?)?;
                self.note(
                    Note::of(DiscountRule::Points).codes(item.codes()).value(off),
                    Some(&before),
                )?;
                self.take(at, &before, &Fraction::from(off))?;
            }
            DiscountKind::Rate { .. } | DiscountKind::Points { .. } => return self.add(at, item),
            DiscountKind::UnitOff { amount } => {
                let mut off = Fraction::from(amount);
                let mut note = Note::of(DiscountRule::UnitOff).codes(item.codes()).value(amount);
                if self.basis == PriceBasis::TotalFirst {
                    let area = self.list.area;
                    off = off.mul(&Fraction::from(area))?;
                    note = note.times(area);
                }
                self.running = before.sub(&off)?;
                self.note(note, Some(&before))?;
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
    fn replace(&mut self, at: usize, item: Item<'_>, price: Fraction) -> Result<()> {
        let before = self.go_to(price.clone());
        let note = Note::of(DiscountRule::FixedPrice).codes(item.codes()).value(price.to_exact()?);
        self.original = price;
        self.note(note, Some(&before))?;
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
            if self.trail.is_some() {
                let note = Note::of(DiscountRule::OriginalPoints).codes(item.codes()).value(share);
                self.note(note.times(self.original.to_exact()?), Some(&before))?;
            }
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
            let codes: Vec<Text> = group().map(|(_, item)| item.discount.code.clone()).collect();
            let note = Note::of(DiscountRule::AddedPoints).codes(&codes).value(sum);
            self.note(note, Some(&before))?;
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
        if self.basis == PriceBasis::UnitFirst {
            if let Some(trail) = self.trail.as_deref_mut() {
                trail.take(at, amount);
            }
            self.off_total = self.off_total.add(&Fraction::from(amount))?;
            return Ok(());
        }
        let before = self.running.clone();
        self.running = before.sub(&Fraction::from(amount))?;
        self.note(Note::of(rule).codes(item.codes()).value(amount), Some(&before))?;
        self.take(at, &Fraction::from(amount), &Fraction::ONE)?;
        self.round_step()
    }

    /// Rounding after an item, as some systems do.
    fn round_step(&mut self) -> Result<()> {
        let Some(rounding) = &self.stacking.step_rounding else { return Ok(()) };
        let before = self.running.clone();
        self.running = Fraction::from(rounding.fraction(&before)?);
        self.note_rounding(DiscountRule::StepRounding, rounding, &before)
    }

    /// `times` makes a total of the price.
    fn not_below_zero(&mut self, times: &Fraction) -> Result<()> {
        // The sign of an exact number is that of its amount rounded away from zero.
        let away = Rounding { guard: false, ..Rounding::new(Mode::Up, Place::Fen) };
        if away.fraction(&self.running)?.is_negative() {
            let before = self.running.clone();
            self.running = Fraction::ZERO;
            self.note(Note::of(DiscountRule::NotBelowZero), Some(&before))?;
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
        self.note_rounding(DiscountRule::TotalRounding, rounding, &before)?;
        Ok(total)
    }

    /// Keeps a step to the price that has been reached.
    fn note(&mut self, note: Note<'_>, before: Option<&Fraction>) -> Result<()> {
        let Some(trail) = self.trail.as_deref_mut() else { return Ok(()) };
        trail.note(note, before, &self.running)
    }

    fn note_rounding(
        &mut self,
        rule: DiscountRule,
        rounding: &Rounding,
        before: &Fraction,
    ) -> Result<()> {
        let Some(trail) = self.trail.as_deref_mut() else { return Ok(()) };
        trail.note(Note::of_rounding(rule, rounding, before)?, Some(before), &self.running)
    }

    /// Keeps what an item took off, a share of a price, as an amount of the total.
    fn take(&mut self, at: usize, price: &Fraction, share: &Fraction) -> Result<()> {
        let Some(trail) = self.trail.as_deref_mut() else { return Ok(()) };
        let off = price.mul(share)?;
        let off = match self.basis {
            PriceBasis::TotalFirst => off,
            PriceBasis::UnitFirst => off.mul(&Fraction::from(self.list.area))?,
        };
        trail.take(at, Rounding::FEN.fraction(&off)?);
        Ok(())
    }

    /// Goes on from another price; gives the one before it.
    fn go_to(&mut self, price: Fraction) -> Fraction {
        std::mem::replace(&mut self.running, price)
    }

    /// The last step of a price whose total decides.
    fn derived(&mut self, total: Money) -> Result<Stacked> {
        let unit_price = per_area(total, self.list.area)?;
        self.running = Fraction::from(unit_price);
        let note = Note::of(DiscountRule::Derived).value(self.list.area);
        self.note(note, Some(&Fraction::from(total)))?;
        Ok(Stacked { total, unit_price })
    }

    /// The last steps of a price whose unit price decides.
    fn times_area(&mut self, unit_price: UnitPrice) -> Result<Stacked> {
        let before = Fraction::from(unit_price);
        self.running = before.mul(&Fraction::from(self.list.area))?;
        self.note(Note::of(DiscountRule::Area).value(self.list.area), Some(&before))?;
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
            self.note(Note::of(rule).codes(item.codes()).value(amount), Some(&before))?;
        }
        self.not_below_zero(&Fraction::ONE)?;
        let total = self.rounded_total()?;
        Ok(Stacked { total, unit_price })
    }
}

fn unit_price(rounded: Money) -> Result<UnitPrice> {
    let micros = rounded.fen().checked_mul(10_000);
    micros.map(UnitPrice::from_micros).ok_or_else(|| Error::new(Code::NumberOverflow))
}

#[cfg(test)]
mod tests;
