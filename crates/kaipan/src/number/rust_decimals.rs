//! The scalars as decimals of the `rust_decimal` library, and back: nothing is rounded.

use super::decimal::power_of_ten;
use super::{Area, Exact, Figure, Money, Rate, UnitPrice};
use crate::error::{Code, Error, Result};
use rust_decimal::Decimal;

macro_rules! decimal {
    ($($scalar:ident . $from:ident / $to:ident),*) => {
        $(
            impl From<$scalar> for Decimal {
                fn from(value: $scalar) -> Decimal {
                    Decimal::new(value.$to(), $scalar::SCALE)
                }
            }

            /// [`Code::NumberTooPrecise`] for more decimals than the scalar has,
            /// [`Code::NumberRange`] outside its range.
            impl TryFrom<Decimal> for $scalar {
                type Error = Error;

                fn try_from(value: Decimal) -> Result<$scalar> {
                    count(value, $scalar::SCALE).map($scalar::$from)
                }
            }
        )*
    };
}

decimal!(
    Money.from_fen / fen,
    UnitPrice.from_micros / micros,
    Area.from_ten_thousandths / ten_thousandths,
    Rate.from_millionths / millionths,
    Figure.from_millionths / millionths
);

/// As an integer count of `10^-scale`, if it is one.
fn count(value: Decimal, scale: u32) -> Result<i64> {
    let shortest = value.normalize();
    let Some(missing) = scale.checked_sub(shortest.scale()) else {
        return Err(Error::new(Code::NumberTooPrecise).with("text", value).with("decimals", scale));
    };
    let count = shortest.mantissa().checked_mul(power_of_ten(missing).into());
    let count = count.and_then(|count| i64::try_from(count).ok());
    count.ok_or_else(|| Error::new(Code::NumberRange).with("text", value))
}

/// Every decimal is an exact number.
impl From<Decimal> for Exact {
    fn from(value: Decimal) -> Exact {
        Exact::counted(value.mantissa(), value.scale())
    }
}

/// [`Code::NumberRange`] for more digits than 96 bits have.
impl TryFrom<&Exact> for Decimal {
    type Error = Error;

    fn try_from(value: &Exact) -> Result<Decimal> {
        let text = value.to_string();
        Decimal::from_str_exact(&text).map_err(|_| Error::new(Code::NumberRange).with("text", text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::from_str_exact(text).unwrap()
    }

    #[test]
    fn nothing_is_rounded() {
        assert_eq!(Money::try_from(decimal("12.300")).unwrap(), Money::from_fen(1230));
        let fine = Money::try_from(decimal("0.125")).unwrap_err();
        assert_eq!(fine.code(), Code::NumberTooPrecise);
        assert_eq!(UnitPrice::try_from(decimal("0.125")).unwrap().to_string(), "0.125");
        assert_eq!(Money::try_from(Decimal::MAX).unwrap_err().code(), Code::NumberRange);
        let long: Exact = "0.12345678901234567890123456789012".parse().unwrap();
        assert_eq!(Decimal::try_from(&long).unwrap_err().code(), Code::NumberRange);
        assert_eq!(Exact::from(Decimal::MAX).to_string(), Decimal::MAX.to_string());
    }

    proptest! {
        #[test]
        fn there_and_back_is_the_same(count: i64) {
            let money = Money::from_fen(count);
            prop_assert_eq!(Money::try_from(Decimal::from(money)).unwrap(), money);
            prop_assert_eq!(Decimal::from(money).to_string(), money.to_string());
            let rate = Rate::from_millionths(count);
            prop_assert_eq!(Rate::try_from(Decimal::from(rate)).unwrap(), rate);
            let exact = Exact::from(rate);
            prop_assert_eq!(Exact::from(Decimal::try_from(&exact).unwrap()), exact);
        }
    }
}
