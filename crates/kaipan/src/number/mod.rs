//! Numbers of the trade: money, areas, unit prices and rates, exact intermediates, named rounding
//! points.
//!
//! Every scalar is an integer count of its smallest step, reads and prints plain decimal text (no
//! exponents, no grouping), and does checked arithmetic only. What lies between two rounding
//! points is carried in an [`Unrounded`], exactly, or refused with an error.
//!
//! With the feature `rust_decimal` the scalars and [`Exact`] turn into that library's decimals and
//! back. Nothing is rounded: what has too many decimals is refused.
#![cfg_attr(
    feature = "rust_decimal",
    doc = r#"
```
use kaipan::number::Money;
use rust_decimal::Decimal;
let price = Decimal::new(142_574_700, 2);
let money = Money::try_from(price)?;
assert_eq!(Decimal::from(money), price);
assert!(Money::try_from(Decimal::new(125, 3)).is_err());
# Ok::<(), kaipan::Error>(())
```
"#
)]

mod checked;
mod decimal;
mod exact;
mod fraction;
mod place;
mod rounding;
#[cfg(feature = "rust_decimal")]
mod rust_decimals;
mod scalar;
mod split;
mod text_scalar;
mod unrounded;
mod written;

pub use exact::Exact;
pub use fraction::Fraction;
pub use place::Place;
pub use rounding::{Mode, Rounding};
pub use scalar::{Area, Coefficient, Figure, Money, Rate, UnitPrice};
pub use unrounded::{Unrounded, Wide};
pub use written::{
    Magnitude, WrittenDiscount, WrittenKind, discount_text, in_magnitude, in_words, parse_amount,
    parse_discount, parse_unit_price, parse_written_discount,
};

pub(crate) use checked::less;
#[cfg(feature = "ledger")]
pub(crate) use checked::{negative, plus};
pub(crate) use decimal::power_of_ten;
pub(crate) use rounding::divide;
pub(crate) use split::split;
pub(crate) use text_scalar::text_scalar;
pub(crate) use unrounded::{Integer, place_point};
#[cfg(feature = "report")]
pub(crate) use written::written_number;

use crate::error::{Code, Error};

/// A result is outside the range of its type.
pub(crate) fn overflow() -> Error {
    Error::new(Code::NumberOverflow)
}
