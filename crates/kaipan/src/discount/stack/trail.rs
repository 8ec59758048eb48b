//! What stacking leaves behind for the reader.

use super::item::Item;
use crate::Text;
use crate::discount::outcome::{DiscountRule, DiscountStep};
use crate::error::Result;
use crate::number::{Exact, Mode, Money, Place, Rounding, Unrounded};

/// The steps to a price, and what each discount took off.
pub(crate) struct DiscountTrail {
    pub(crate) steps: Vec<DiscountStep>,
    /// What each item took off the total, half up to the fen, in the order of the items.
    pub(crate) taken: Vec<Money>,
    /// What the list total has beyond unit price × area, where the unit price decides.
    pub(crate) list_beyond: Money,
    /// What could not be taken off, since nothing is below zero.
    pub(crate) not_taken: Money,
}

impl DiscountTrail {
    /// Before the first step, for so many items.
    pub(super) fn new(items: usize) -> DiscountTrail {
        DiscountTrail {
            steps: Vec::with_capacity(items.saturating_add(5)),
            taken: vec![Money::ZERO; items],
            list_beyond: Money::ZERO,
            not_taken: Money::ZERO,
        }
    }

    /// Keeps a step from one price to another.
    pub(super) fn note(
        &mut self,
        note: Note<'_>,
        before: Option<&Unrounded>,
        after: &Unrounded,
    ) -> Result<()> {
        let Note { rule, codes, value, times, mode } = note;
        let codes = codes.to_vec();
        let before = before.map(Unrounded::to_exact).transpose()?;
        let after = after.to_exact()?;
        self.steps.push(DiscountStep { rule, codes, value, times, mode, before, after });
        Ok(())
    }

    /// Keeps what an item took off.
    pub(super) fn take(&mut self, at: usize, amount: Money) {
        if let Some(slot) = self.taken.get_mut(at) {
            *slot = amount;
        }
    }
}

/// A step without its prices.
pub(super) struct Note<'a> {
    rule: DiscountRule,
    codes: &'a [Text],
    value: Option<Exact>,
    times: Option<Exact>,
    mode: Option<Mode>,
}

impl<'a> Note<'a> {
    pub(super) fn of(rule: DiscountRule) -> Note<'a> {
        Note { rule, codes: &[], value: None, times: None, mode: None }
    }

    /// A step by a discount, with the number applied.
    pub(super) fn by(rule: DiscountRule, item: &Item<'a>, value: impl Into<Exact>) -> Note<'a> {
        Note::of(rule).codes(std::slice::from_ref(&item.discount.code)).value(value)
    }

    /// A rounding step, as it went for this price: an amount that the guard keeps from its place
    /// is brought to the fen, half up.
    pub(super) fn of_rounding(
        rule: DiscountRule,
        rounding: &Rounding,
        price: &Unrounded,
    ) -> Result<Note<'a>> {
        let place = Unrounded::from(Money::from_fen(rounding.place.fen()));
        let is_guarded = rounding.guard && price.magnitude()?.compare(&place)?.is_lt();
        let (mode, place) = match is_guarded {
            true => (Mode::HalfUp, Place::Fen),
            false => (rounding.mode, rounding.place),
        };
        Ok(Note { mode: Some(mode), ..Note::of(rule).value(place) })
    }

    /// Codes of the discounts applied.
    pub(super) fn codes(self, codes: &'a [Text]) -> Note<'a> {
        Note { codes, ..self }
    }

    /// The number applied.
    pub(super) fn value(self, value: impl Into<Exact>) -> Note<'a> {
        Note { value: Some(value.into()), ..self }
    }

    /// What the number is multiplied by.
    pub(super) fn times(self, times: impl Into<Exact>) -> Note<'a> {
        Note { times: Some(times.into()), ..self }
    }
}
