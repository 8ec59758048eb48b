//! Numbers of the trade: money, areas, unit prices and rates, exact intermediates, named rounding
//! points.
//!
//! Every scalar is an integer count of its smallest step, reads and prints plain decimal text (no
//! exponents, no grouping), and does checked arithmetic only. What lies between two rounding
//! points is carried in a [`Fraction`], exactly, or refused with an error.

mod chinese_amount;
mod chinese_discount;
mod decimal;
mod exact;
mod fraction;
mod integer;
mod place;
mod rounding;
mod scalar;
mod share;
mod short;
mod split;
mod text_scalar;
mod wide;
mod written;
mod written_amount;
mod written_discount;

pub use chinese_amount::{Magnitude, in_magnitude, in_words};
pub use chinese_discount::{discount_text, parse_discount};
pub use exact::Exact;
pub use fraction::Fraction;
pub use place::Place;
pub use rounding::{Mode, Rounding};
pub use scalar::{Area, Coefficient, Figure, Money, Rate, UnitPrice};
pub use share::Share;
pub use wide::Wide;
pub use written_amount::{parse_amount, parse_unit_price};
pub use written_discount::{WrittenDiscount, WrittenKind, parse_written_discount};

pub(crate) use decimal::power_of_ten;
pub(crate) use fraction::place_point;
pub(crate) use integer::{Integer, Saturating};
pub(crate) use rounding::divide;
pub(crate) use split::split;
pub(crate) use text_scalar::text_scalar;
