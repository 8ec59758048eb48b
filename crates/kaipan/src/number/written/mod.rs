//! Amounts and discounts as people write and type them.

mod amount;
mod chinese_amount;
mod chinese_discount;
mod discount;
mod plain;

pub use amount::{parse_amount, parse_unit_price};
pub use chinese_amount::{Magnitude, in_magnitude, in_words};
pub use chinese_discount::{discount_text, parse_discount};
pub use discount::{WrittenDiscount, WrittenKind, parse_written_discount};
#[cfg(feature = "report")]
pub(crate) use plain::written_number;
