//! The stacking algorithm (handbook §3.2): from the list price to the deal price, item by item.

use super::item::Item;
use super::order::{alone, basis};
use super::trail::{DiscountTrail, Note};
use crate::Text;
use crate::discount::deal::List;
use crate::discount::outcome::DiscountRule;
use crate::discount::scheme::{AdditiveBase, DiscountKind, Stack, Stacking};
use crate::error::{Code, Error, Result};
use crate::number::{Money, Rate, Rounding, UnitPrice, Unrounded};
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
    original: Unrounded,
    running: Unrounded,
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
            PriceBasis::TotalFirst => Unrounded::from(list.total),
            PriceBasis::UnitFirst => Unrounded::from(list.unit_price),
        };
        let (original, running) = (start.clone(), start);
        PriceRun { list, items, stacking, trail, basis, original, running, added: false }
    }

    fn price(mut self) -> Result<Stacked> {
        let rule = match self.basis {
            PriceBasis::TotalFirst => DiscountRule::ListTotal,
            PriceBasis::UnitFirst => DiscountRule::ListUnitPrice,
        };
        self.note(Note::of(rule), None)?;
        if let (Some(trail), PriceBasis::UnitFirst) = (self.trail.as_deref_mut(), self.basis) {
            let product = self.running.mul(&Unrounded::from(self.list.area))?;
            let beyond = Unrounded::from(self.list.total).sub(&product)?;
            trail.list_beyond = Rounding::FEN.round(&beyond)?;
        }
        for at in 0..self.items.len() {
            self.apply(at)?;
        }
        // A fixed price with nothing on top is the price itself: no rounding point touches it.
        match (self.basis, alone(self.items)) {
            (_, Some(DiscountKind::FixedPrice { total })) => self.derived(*total),
            (PriceBasis::TotalFirst, _) => {
                self.not_below_zero(&Unrounded::ONE)?;
                let total = self.rounded_total()?;
                self.derived(total)
            }
            (PriceBasis::UnitFirst, Some(DiscountKind::FixedUnitPrice { unit_price })) => {
                self.times_area(*unit_price)
            }
            (PriceBasis::UnitFirst, _) => {
                self.not_below_zero(&Unrounded::from(self.list.area))?;
                let rounding = &self.stacking.unit_rounding;
                let unit_price = rounding.unit_price(&self.running)?;
                let before = self.go_to(Unrounded::from(unit_price));
                self.note_rounding(DiscountRule::UnitRounding, rounding, &before)?;
                self.times_area(unit_price)
            }
        }
    }

    fn apply(&mut self, at: usize) -> Result<()> {
        let Some(item) = self.items.get(at).copied() else { return Ok(()) };
        let before = self.running.clone();
        let one = Unrounded::ONE;
        match *item.value {
            DiscountKind::Gift { .. } => return Ok(()),
            DiscountKind::FixedPrice { total } => {
                return self.replace(at, item, Unrounded::from(total));
            }
            DiscountKind::FixedUnitPrice { unit_price } => {
                return self.replace(at, item, Unrounded::from(unit_price));
            }
            DiscountKind::Rate { rate } if item.discount.stack == Stack::Multiply => {
                self.running = before.mul(&Unrounded::from(rate))?;
                self.note(Note::by(DiscountRule::Rate, &item, rate), Some(&before))?;
                // A product stays short where a difference would not.
                self.take(at, &before, &Unrounded::from(item.value.points_off()))?;
            }
            DiscountKind::Points { off } if item.discount.stack == Stack::Multiply => {
                self.running = before.mul(&one.sub(&Unrounded::from(off))?)?;
                self.note(Note::by(DiscountRule::Points, &item, off), Some(&before))?;
                self.take(at, &before, &Unrounded::from(off))?;
            }
            DiscountKind::Rate { .. } | DiscountKind::Points { .. } => return self.add(at, item),
            DiscountKind::UnitOff { amount } => {
                let mut off = Unrounded::from(amount);
                let mut note = Note::by(DiscountRule::UnitOff, &item, amount);
                if self.basis == PriceBasis::TotalFirst {
                    let area = self.list.area;
                    off = off.mul(&Unrounded::from(area))?;
                    note = note.times(area);
                }
                self.running = before.sub(&off)?;
                self.note(note, Some(&before))?;
                self.take(at, &off, &one)?;
            }
            DiscountKind::TotalOff { .. } | DiscountKind::DepositMultiplier { .. } => {
                return self.take_off(at, item);
            }
        }
        self.round_step()
    }

    /// A fixed price takes the place of the price so far. Nobody has calculated it, so it is not
    /// rounded as a step.
    fn replace(&mut self, at: usize, item: Item<'_>, price: Unrounded) -> Result<()> {
        let before = self.go_to(price.clone());
        let note = Note::by(DiscountRule::FixedPrice, &item, price.to_exact()?);
        self.original = price;
        self.note(note, Some(&before))?;
        self.take(at, &before.sub(&self.running)?, &Unrounded::ONE)
    }

    /// All added items are one group, at the place of the first; or each takes its share of the
    /// original price.
    fn add(&mut self, at: usize, item: Item<'_>) -> Result<()> {
        let before = self.running.clone();
        if self.stacking.additive_base == AdditiveBase::Original {
            let share = item.value.points_off();
            let off = self.original.mul(&Unrounded::from(share))?;
            self.running = before.sub(&off)?;
            if self.trail.is_some() {
                let note = Note::by(DiscountRule::OriginalPoints, &item, share);
                self.note(note.times(self.original.to_exact()?), Some(&before))?;
            }
            self.take(at, &off, &Unrounded::ONE)?;
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
        self.running = before.mul(&Unrounded::ONE.sub(&Unrounded::from(share))?)?;
        if self.trail.is_some() {
            let codes: Vec<Text> = group().map(|(_, item)| item.discount.code.clone()).collect();
            let note = Note::of(DiscountRule::AddedPoints).codes(&codes).value(sum);
            self.note(note, Some(&before))?;
            for (place, item) in group() {
                self.take(place, &before, &Unrounded::from(item.value.points_off()))?;
            }
        }
        self.round_step()
    }

    /// An amount off the total. Of a unit price it waits until the total is there.
    fn take_off(&mut self, at: usize, item: Item<'_>) -> Result<()> {
        let Some((rule, amount)) = amount_off(item.value)? else { return Ok(()) };
        if let Some(trail) = self.trail.as_deref_mut() {
            trail.take(at, amount);
        }
        if self.basis == PriceBasis::UnitFirst {
            return Ok(());
        }
        self.less(rule, &item, amount)?;
        self.round_step()
    }

    fn less(&mut self, rule: DiscountRule, item: &Item<'_>, amount: Money) -> Result<()> {
        let before = self.running.clone();
        self.running = before.sub(&Unrounded::from(amount))?;
        self.note(Note::by(rule, item, amount), Some(&before))
    }

    /// Rounding after an item, as some systems do.
    fn round_step(&mut self) -> Result<()> {
        let Some(rounding) = &self.stacking.step_rounding else { return Ok(()) };
        let before = self.running.clone();
        self.running = Unrounded::from(rounding.round(&before)?);
        self.note_rounding(DiscountRule::StepRounding, rounding, &before)
    }

    /// `times` makes a total of the price.
    fn not_below_zero(&mut self, times: &Unrounded) -> Result<()> {
        if self.running.is_negative() {
            let before = self.running.clone();
            self.running = Unrounded::ZERO;
            self.note(Note::of(DiscountRule::NotBelowZero), Some(&before))?;
            if let Some(trail) = self.trail.as_deref_mut() {
                let below = Rounding::FEN.round(&before.mul(times)?)?;
                let sum = trail.not_taken.checked_sub(below);
                trail.not_taken = sum.ok_or_else(|| Error::new(Code::NumberOverflow))?;
            }
        }
        Ok(())
    }

    fn rounded_total(&mut self) -> Result<Money> {
        let rounding = &self.stacking.total_rounding;
        let total = rounding.round(&self.running)?;
        let before = self.go_to(Unrounded::from(total));
        self.note_rounding(DiscountRule::TotalRounding, rounding, &before)?;
        Ok(total)
    }

    /// Keeps a step to the price that has been reached.
    fn note(&mut self, note: Note<'_>, before: Option<&Unrounded>) -> Result<()> {
        let Some(trail) = self.trail.as_deref_mut() else { return Ok(()) };
        trail.note(note, before, &self.running)
    }

    fn note_rounding(
        &mut self,
        rule: DiscountRule,
        rounding: &Rounding,
        before: &Unrounded,
    ) -> Result<()> {
        let Some(trail) = self.trail.as_deref_mut() else { return Ok(()) };
        trail.note(Note::of_rounding(rule, rounding, before)?, Some(before), &self.running)
    }

    /// Keeps what an item took off, a share of a price, as an amount of the total.
    fn take(&mut self, at: usize, price: &Unrounded, share: &Unrounded) -> Result<()> {
        let Some(trail) = self.trail.as_deref_mut() else { return Ok(()) };
        let off = price.mul(share)?;
        let off = match self.basis {
            PriceBasis::TotalFirst => off,
            PriceBasis::UnitFirst => off.mul(&Unrounded::from(self.list.area))?,
        };
        trail.take(at, Rounding::FEN.round(&off)?);
        Ok(())
    }

    /// Goes on from another price; gives the one before it.
    fn go_to(&mut self, price: Unrounded) -> Unrounded {
        std::mem::replace(&mut self.running, price)
    }

    /// The last step of a price whose total decides.
    fn derived(&mut self, total: Money) -> Result<Stacked> {
        let unit_price = per_area(total, self.list.area)?;
        self.running = Unrounded::from(unit_price);
        let note = Note::of(DiscountRule::Derived).value(self.list.area);
        self.note(note, Some(&Unrounded::from(total)))?;
        Ok(Stacked { total, unit_price })
    }

    /// The last steps of a price whose unit price decides.
    fn times_area(&mut self, unit_price: UnitPrice) -> Result<Stacked> {
        let before = Unrounded::from(unit_price);
        self.running = before.mul(&Unrounded::from(self.list.area))?;
        self.note(Note::of(DiscountRule::Area).value(self.list.area), Some(&before))?;
        let items = self.items;
        for item in items {
            if let Some((rule, amount)) = amount_off(item.value)? {
                self.less(rule, item, amount)?;
            }
        }
        self.not_below_zero(&Unrounded::ONE)?;
        let total = self.rounded_total()?;
        Ok(Stacked { total, unit_price })
    }
}

/// What a discount takes off the total once the unit price has become one.
fn amount_off(value: &DiscountKind) -> Result<Option<(DiscountRule, Money)>> {
    match value {
        DiscountKind::TotalOff { amount } => Ok(Some((DiscountRule::TotalOff, *amount))),
        DiscountKind::DepositMultiplier { paid, counts_as } => {
            let extra = counts_as.checked_sub(*paid);
            let extra = extra.ok_or_else(|| Error::new(Code::NumberOverflow))?;
            Ok(Some((DiscountRule::DepositMultiplier, extra)))
        }
        _ => Ok(None),
    }
}

#[cfg(test)]
mod tests;
