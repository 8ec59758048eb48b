use super::closing::closing;
use super::item::{VarianceEffects, VarianceItem, VarianceLine, VarianceSheet};
use crate::check::with_repeats;
use crate::error::{Code, Error, Input, Result};
use crate::number::{Figure, Money, Unrounded, overflow};

/// Says where the difference of two amounts comes from (handbook §8.4), of products with quantities
/// `q0`, `q1` and amounts `a0`, `a1`, where `p0 = a0 ÷ q0` and `Q` is Σ of the products that there were
/// before:
///
/// ```text
/// price  = a1 − q1 × p0
/// volume = a0 × (Q1 ÷ Q0 − 1)
/// mix    = (q1 − q0 × Q1 ÷ Q0) × p0
/// ```
///
/// ```
/// use kaipan::kpi::{VarianceItem, Varying};
/// let item = |name: &str, [q0, a0, q1, a1]: [&str; 4]| -> kaipan::Result<VarianceItem> {
///     Ok(VarianceItem::new(name, q0.parse()?, a0.parse()?, q1.parse()?, a1.parse()?))
/// };
/// let items = [item("高层", ["100", "1000000", "90", "990000"])?, item("洋房", ["50", "750000", "80", "1200000"])?];
/// let sheet = Varying::new(&items).sheet()?;
/// assert_eq!(sheet.difference.to_string(), "440000.00");
/// assert_eq!(sheet.effects.price.to_string(), "90000.00");
/// assert_eq!(sheet.effects.volume.to_string(), "233333.33");
/// assert_eq!(sheet.effects.mix.to_string(), "116666.67");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Varying<'a> {
    items: &'a [VarianceItem],
}

impl<'a> Varying<'a> {
    /// Of products.
    pub const fn new(items: &'a [VarianceItem]) -> Varying<'a> {
        Varying { items }
    }

    /// Where the difference comes from.
    ///
    /// # Errors
    /// [`Code::KpiBlank`], [`Code::KpiIdTwice`]; [`Code::KpiNumber`] of quantities below zero;
    /// [`Code::KpiAmountAlone`] of an amount without a quantity.
    pub fn sheet(&self) -> Result<VarianceSheet> {
        let repeats = with_repeats(self.items, |item| &item.name);
        let errors = repeats.flat_map(|(at, item, first)| {
            let twice = first.map(|first| {
                Error::new(Code::KpiIdTwice).with("id", &item.name).with("first", first).at("name")
            });
            let own = item.errors().into_iter().chain(twice);
            own.map(move |error| error.at(at).within(Input::Items))
        });
        Error::collect(errors.collect())?;
        let growth = self.growth()?;
        let mut lines = Vec::with_capacity(self.items.len());
        for item in self.items {
            lines.push(line(item, growth.as_ref())?);
        }
        let first_amount = Money::sum(self.items.iter().map(|item| item.first_amount))?;
        let second_amount = Money::sum(self.items.iter().map(|item| item.second_amount))?;
        let sum = |effect: fn(&VarianceEffects) -> Money| {
            Money::sum(lines.iter().map(|line| effect(&line.effects)))
        };
        let effects = VarianceEffects {
            price: sum(|effects| effects.price)?,
            volume: sum(|effects| effects.volume)?,
            mix: sum(|effects| effects.mix)?,
            new: sum(|effects| effects.new)?,
        };
        Ok(VarianceSheet {
            first_amount,
            second_amount,
            difference: second_amount.checked_sub(first_amount).ok_or_else(overflow)?,
            effects,
            lines,
        })
    }

    /// Q1 ÷ Q0 of the products that there were before; `None` without any.
    fn growth(&self) -> Result<Option<Unrounded>> {
        let before = self.items.iter().filter(|item| !item.first_quantity.is_zero());
        let sum = |quantity: fn(&VarianceItem) -> Figure| {
            before.clone().try_fold(Unrounded::ZERO, |sum, item| sum.add(&quantity(item).into()))
        };
        let (first, second) = (sum(|item| item.first_quantity)?, sum(|item| item.second_quantity)?);
        if first.is_zero() { Ok(None) } else { second.div(&first)?.reduced().map(Some) }
    }
}

fn line(item: &VarianceItem, growth: Option<&Unrounded>) -> Result<VarianceLine> {
    let difference = item.second_amount.checked_sub(item.first_amount).ok_or_else(overflow)?;
    let mut effects = VarianceEffects {
        price: Money::ZERO,
        volume: Money::ZERO,
        mix: Money::ZERO,
        new: Money::ZERO,
    };
    match growth.filter(|_| !item.first_quantity.is_zero()) {
        None => effects.new = difference,
        Some(growth) => {
            let (before, after) = (Unrounded::from(item.first_amount), item.second_amount.into());
            let price = before.div(&item.first_quantity.into())?.reduced()?;
            let at_old_price = price.mul(&item.second_quantity.into())?.reduced()?;
            let grown = before.mul(growth)?.reduced()?;
            let parts = [
                Unrounded::sub(&after, &at_old_price)?,
                grown.sub(&before)?,
                at_old_price.sub(&grown)?,
            ];
            let rounded = closing(&parts, difference.fen())?;
            let fen = |at: usize| Money::from_fen(rounded.get(at).copied().unwrap_or(0));
            (effects.price, effects.volume, effects.mix) = (fen(0), fen(1), fen(2));
        }
    }
    Ok(VarianceLine { name: item.name.clone(), difference, effects })
}
