//! What single discounts take off, counted in small steps.

use crate::discount::deal::list::List;
use crate::discount::scheme::DiscountKind;
use crate::discount::stack::Item;
use crate::number::Area;
use crate::pricing::PriceBasis;

/// Steps in a fen. A price of any size times a share in millionths fits 128 bits.
pub(super) const STEPS: i128 = 1_000_000_000_000;
/// Steps in a millionth of a yuan, of which a fen has ten thousand.
const STEPS_OF_MICRO: i128 = 100_000_000;
/// Steps in a millionth of a yuan per m² times a ten thousandth of a m².
const STEPS_OF_PRODUCT: i128 = 10_000;
/// The whole, in millionths.
const WHOLE: i128 = 1_000_000;

/// The price that stacking starts from.
pub(super) struct StartPrice {
    pub(super) basis: PriceBasis,
    /// In steps.
    pub(super) price: i128,
}

impl StartPrice {
    /// The list price by this basis, or a fixed price.
    pub(super) fn of(
        list: &List,
        basis: PriceBasis,
        fixed: Option<&DiscountKind>,
    ) -> Option<StartPrice> {
        let (basis, count, steps) = match (fixed, basis) {
            (Some(DiscountKind::FixedPrice { total }), _) => {
                (PriceBasis::TotalFirst, total.fen(), STEPS)
            }
            (Some(DiscountKind::FixedUnitPrice { unit_price }), _) => {
                (PriceBasis::UnitFirst, unit_price.micros(), STEPS_OF_MICRO)
            }
            (_, PriceBasis::TotalFirst) => (PriceBasis::TotalFirst, list.total.fen(), STEPS),
            (_, PriceBasis::UnitFirst) => {
                (PriceBasis::UnitFirst, list.unit_price.micros(), STEPS_OF_MICRO)
            }
        };
        Some(StartPrice { basis, price: i128::from(count).checked_mul(steps)? })
    }
}

/// What an item takes off.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Pull<'a> {
    /// Share of the price so far, in millionths.
    pub(super) rate: i128,
    /// Share that is summed with others, in millionths.
    pub(super) added: i128,
    /// Off the price that stacking starts from, in steps.
    pub(super) unit: i128,
    /// Off the total, in steps.
    pub(super) total: i128,
    /// At most one of a group can be taken.
    pub(super) group: Option<&'a str>,
}

impl<'a> Pull<'a> {
    pub(super) fn of(item: &Item<'a>, basis: PriceBasis, area: Area) -> Option<Pull<'a>> {
        let mut pull = Pull { group: item.discount.exclusive_group.as_deref(), ..Pull::default() };
        match item.value {
            DiscountKind::Rate { .. } | DiscountKind::Points { .. } => {
                let share = i128::from(item.value.points_off().millionths());
                *(if item.is_added() { &mut pull.added } else { &mut pull.rate }) = share;
            }
            DiscountKind::UnitOff { amount } => {
                let (micros, area) =
                    (i128::from(amount.micros()), i128::from(area.ten_thousandths()));
                pull.unit = match basis {
                    PriceBasis::TotalFirst => {
                        micros.checked_mul(area)?.checked_mul(STEPS_OF_PRODUCT)?
                    }
                    PriceBasis::UnitFirst => micros.checked_mul(STEPS_OF_MICRO)?,
                };
            }
            DiscountKind::TotalOff { amount } => {
                pull.total = i128::from(amount.fen()).checked_mul(STEPS)?;
            }
            DiscountKind::DepositMultiplier { paid, counts_as } => {
                let extra = i128::from(counts_as.fen()).checked_sub(i128::from(paid.fen()))?;
                pull.total = extra.checked_mul(STEPS)?;
            }
            DiscountKind::FixedPrice { .. }
            | DiscountKind::FixedUnitPrice { .. }
            | DiscountKind::Gift { .. } => {}
        }
        Some(pull)
    }
}

/// What several items take off.
#[derive(Default)]
pub(super) struct PullSums {
    pub(super) rates: Vec<i128>,
    pub(super) added: i128,
    pub(super) unit: i128,
    pub(super) total: i128,
}

impl PullSums {
    /// Becomes what these items take off.
    pub(super) fn add_up<'p, 'a: 'p>(
        &mut self,
        pulls: impl Iterator<Item = &'p Pull<'a>>,
    ) -> Option<()> {
        self.rates.clear();
        (self.added, self.unit, self.total) = (0, 0, 0);
        for pull in pulls {
            self.rates.push(pull.rate);
            self.added = self.added.checked_add(pull.added)?;
            self.unit = self.unit.checked_add(pull.unit)?;
            self.total = self.total.checked_add(pull.total)?;
        }
        Some(())
    }
}

/// What is left of a price after a share in millionths, rounded down.
pub(super) fn steps_left(price: i128, off: i128) -> Option<i128> {
    price.checked_mul(WHOLE.checked_sub(off)?.max(0))?.checked_div(WHOLE)
}

/// A share of a price, in millionths, rounded up.
pub(super) fn share_of_steps(price: i128, share: i128) -> Option<i128> {
    price.checked_mul(share)?.checked_add(WHOLE.checked_sub(1)?)?.checked_div(WHOLE)
}
