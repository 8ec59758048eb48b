//! How a discount is calculated (handbook §3.1).

use crate::error::{Code, Error, Result};
use crate::number::{Money, Rate, UnitPrice, WrittenDiscount, WrittenKind, parse_written_discount};
use kaipan_derive::boundary;

/// How a discount changes the price.
#[boundary]
pub enum DiscountKind {
    /// 打折: a rate of the price is paid.
    Rate {
        /// Rate to pay, share in (0, 1]: 0.98 is 98 % (98折). 10 % to 99.9 % is usual.
        rate: Rate,
    },
    /// 减点: a share of the price is taken off.
    Points {
        /// Share taken off, in [0, 1): 0.01 is one point. From 0.1 % on is usual.
        off: Rate,
    },
    /// 总价优惠: an amount off the total.
    TotalOff {
        /// Yuan.
        amount: Money,
    },
    /// 单价优惠: an amount off the unit price.
    UnitOff {
        /// Yuan per m².
        amount: UnitPrice,
    },
    /// 一口价: a total that takes the place of the list price.
    FixedPrice {
        /// Yuan.
        total: Money,
    },
    /// 一口价 by unit price.
    FixedUnitPrice {
        /// Yuan per m².
        unit_price: UnitPrice,
    },
    /// 交x抵y: money paid in counts for more. The money itself is part of the price; only what it
    /// counts beyond itself is a discount.
    DepositMultiplier {
        /// Sincerity money paid in, yuan.
        paid: Money,
        /// What it counts as, yuan.
        counts_as: Money,
    },
    /// A gift that does not change the price (赠送).
    Gift {
        /// What it is worth, yuan, for reports.
        value: Option<Money>,
    },
}

impl DiscountKind {
    /// An agreed value of the same kind, from text as a person types it: `98折` and `2% off` for a
    /// rate, `1.5` for points, `2万` for an amount.
    ///
    /// # Errors
    /// As [`parse_written_discount`]: text of another kind, or that can be read in two ways.
    ///
    /// ```
    /// use kaipan::discount::DiscountKind;
    /// let points = DiscountKind::points("0".parse()?);
    /// assert_eq!(points.agreed("1.5")?, DiscountKind::points("0.015".parse()?));
    /// assert!(points.agreed("20000").is_err());
    /// # Ok::<(), kaipan::Error>(())
    /// ```
    pub fn agreed(&self, text: &str) -> Result<DiscountKind> {
        let read = parse_written_discount(text, self.written())?;
        let agreed = match (self, read) {
            (DiscountKind::Rate { .. }, WrittenDiscount::Rate(rate)) => DiscountKind::Rate { rate },
            (DiscountKind::Points { .. }, WrittenDiscount::Points(off)) => {
                DiscountKind::Points { off }
            }
            (DiscountKind::TotalOff { .. }, WrittenDiscount::Amount(amount)) => {
                DiscountKind::TotalOff { amount }
            }
            (DiscountKind::UnitOff { .. }, WrittenDiscount::UnitPrice(amount)) => {
                DiscountKind::UnitOff { amount }
            }
            (DiscountKind::FixedPrice { .. }, WrittenDiscount::Amount(total)) => {
                DiscountKind::FixedPrice { total }
            }
            (DiscountKind::FixedUnitPrice { .. }, WrittenDiscount::UnitPrice(unit_price)) => {
                DiscountKind::FixedUnitPrice { unit_price }
            }
            (DiscountKind::DepositMultiplier { paid, .. }, WrittenDiscount::Amount(counts_as)) => {
                DiscountKind::DepositMultiplier { paid: *paid, counts_as }
            }
            (DiscountKind::Gift { .. }, WrittenDiscount::Amount(value)) => {
                DiscountKind::Gift { value: Some(value) }
            }
            _ => return Err(Error::new(Code::NumberDiscount).with("text", text)),
        };
        Ok(agreed)
    }

    /// The kind that its value is written in.
    const fn written(&self) -> WrittenKind {
        match self {
            DiscountKind::Rate { .. } => WrittenKind::Rate,
            DiscountKind::Points { .. } => WrittenKind::Points,
            DiscountKind::TotalOff { .. } => WrittenKind::TotalOff,
            DiscountKind::UnitOff { .. } => WrittenKind::UnitOff,
            DiscountKind::FixedPrice { .. } => WrittenKind::FixedPrice,
            DiscountKind::FixedUnitPrice { .. } => WrittenKind::FixedUnitPrice,
            DiscountKind::DepositMultiplier { .. } => WrittenKind::DepositMultiplier,
            DiscountKind::Gift { .. } => WrittenKind::Gift,
        }
    }

    /// The share that a rate or points take off; nothing for other kinds.
    pub(crate) fn points_off(&self) -> Rate {
        match self {
            DiscountKind::Rate { rate } => Rate::ONE.checked_sub(*rate).unwrap_or_default(),
            DiscountKind::Points { off } => *off,
            _ => Rate::ZERO,
        }
    }
}
