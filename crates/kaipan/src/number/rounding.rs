//! The rounding policy of every named rounding point.

use super::{Integer, Money, Place, UnitPrice, Unrounded, Wide};
use crate::error::{Lang, Result};
use crate::number::overflow;
use kaipan_derive::boundary;

/// Which way a rounding point goes (handbook §0.3).
#[boundary]
pub enum Mode {
    /// 四舍五入: to the nearest step, a half away from zero.
    #[default]
    HalfUp,
    /// 进位: away from zero.
    Up,
    /// 抹零 / 舍零 / 去尾: toward zero.
    Down,
}

impl Mode {
    /// A rounding in words, to a place as steps of explanations give it: `四舍五入到个位`,
    /// `half up to 1`.
    #[must_use]
    pub fn text(self, lang: Lang, place: &str) -> String {
        let (zh, en) = match self {
            Mode::HalfUp => ("四舍五入", "half up"),
            Mode::Up => ("进位", "up"),
            Mode::Down => ("舍去", "down"),
        };
        match (lang, place.parse::<Place>()) {
            (Lang::Zh, Ok(place)) => format!("{zh}到{}", place.chinese()),
            (Lang::Zh, Err(_)) => format!("{zh}到 {place}"),
            (Lang::En, _) => format!("{en} to {place}"),
        }
    }
}

/// A rounding policy: `sgn(x) × mode(|x| ÷ place) × place`.
///
/// With `guard` (the default), an amount smaller than the place is not rounded to it: `Down` would
/// give 0 and `Up` a silly figure. It is then only brought to the fen, half up, since money has no
/// smaller coin (handbook §0.3).
///
/// ```
/// use kaipan::number::{Mode, Money, Place, Rounding};
/// let total: Money = "1425747.00".parse()?;
/// assert_eq!(Rounding::half_up(Place::Thousand).money(total)?.to_string(), "1426000.00");
/// assert_eq!(Rounding::new(Mode::Down, Place::Hundred).money(total)?.to_string(), "1425700.00");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[boundary(own_new)]
#[derive(Copy, Hash)]
pub struct Rounding {
    /// Which way to go.
    #[boundary(default)]
    pub mode: Mode,
    /// The step.
    pub place: Place,
    /// Leave amounts smaller than the place alone.
    #[boundary(default = true)]
    pub guard: bool,
}

/// Half up to the yuan, as list prices and instalments are rounded where nothing else is said.
impl Default for Rounding {
    fn default() -> Rounding {
        Rounding::YUAN
    }
}

impl Rounding {
    /// Half up to the fen: the finest rounding point.
    pub const FEN: Rounding = Rounding::half_up(Place::Fen);
    /// Half up to the whole yuan: the default of list prices.
    pub const YUAN: Rounding = Rounding::half_up(Place::Yuan);

    /// Half up to this place, guarded.
    pub const fn half_up(place: Place) -> Rounding {
        Rounding { mode: Mode::HalfUp, place, guard: true }
    }

    /// This mode and place, guarded.
    pub const fn new(mode: Mode, place: Place) -> Rounding {
        Rounding { mode, place, guard: true }
    }

    /// Rounds an amount.
    ///
    /// # Errors
    /// [`NumberOverflow`](crate::error::Code::NumberOverflow) when the result is not a [`Money`].
    pub fn money(&self, amount: Money) -> Result<Money> {
        self.round(&Unrounded::from(amount))
    }

    /// Rounds an exact amount in yuan.
    ///
    /// # Errors
    /// [`NumberOverflow`](crate::error::Code::NumberOverflow) when the result is not a [`Money`].
    pub fn round(&self, yuan: &Unrounded) -> Result<Money> {
        // What goes wrong in 128 bits is decided by the wide integers.
        if let Some((fen, by)) = yuan.short_fen()
            && let Ok(money) = self.quotient(fen, by)
        {
            return Ok(money);
        }
        let (fen, by) = (yuan.numerator().mul(Wide::from(100_i64))?, yuan.denominator());
        if let (Some(fen), Some(by)) = (fen.to_i128(), by.to_i128())
            && let Ok(money) = self.quotient(fen, by)
        {
            return Ok(money);
        }
        self.quotient(fen, by)
    }

    /// Rounds the exact quotient `fen ÷ by` (`by` > 0).
    pub(crate) fn quotient<I: Integer>(&self, fen: I, by: I) -> Result<Money> {
        let place = I::of(self.place.fen());
        let step = by.times(place)?;
        let (mode, place, by) = if self.guard && fen.magnitude()? < step {
            (Mode::HalfUp, I::of(1), by)
        } else {
            (self.mode, place, step)
        };
        let steps = divide(fen, by, mode)?;
        steps.times(place)?.short().map(Money::from_fen).ok_or_else(overflow)
    }

    /// Rounds an exact unit price in yuan per m²; the result is a whole number of fen.
    ///
    /// # Errors
    /// [`NumberOverflow`](crate::error::Code::NumberOverflow) when the result is not a [`UnitPrice`].
    pub fn unit_price(&self, yuan_per_m2: &Unrounded) -> Result<UnitPrice> {
        self.round(yuan_per_m2)?
            .fen()
            .checked_mul(10_000)
            .map(UnitPrice::from_micros)
            .ok_or_else(overflow)
    }
}

/// Divides and rounds to an integer (`by` > 0).
pub(crate) fn divide<I: Integer>(value: I, by: I, mode: Mode) -> Result<I> {
    let negative = value < I::of(0);
    let (quotient, remainder) = value.magnitude()?.parts(by)?;
    let up = match mode {
        Mode::Down => false,
        Mode::Up => remainder > I::of(0),
        Mode::HalfUp => remainder.plus(remainder)? >= by,
    };
    let size = if up { quotient.plus(I::of(1))? } else { quotient };
    if negative { size.opposite() } else { Ok(size) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Code;
    use proptest::prelude::*;

    fn round(text: &str, mode: Mode, place: &str) -> String {
        let rounding = Rounding::new(mode, place.parse().unwrap());
        rounding.money(text.parse().unwrap()).unwrap().to_string()
    }

    #[test]
    fn handbook_table_0_3() {
        for (x, place, half_up, up, down) in [
            ("1425747.00", "10", "1425750.00", "1425750.00", "1425740.00"),
            ("1425747.00", "100", "1425700.00", "1425800.00", "1425700.00"),
            ("1425747.00", "1000", "1426000.00", "1426000.00", "1425000.00"),
            ("1455205.50", "1", "1455206.00", "1455206.00", "1455205.00"),
            ("873.20", "1000", "873.20", "873.20", "873.20"),
        ] {
            assert_eq!(round(x, Mode::HalfUp, place), half_up);
            assert_eq!(round(x, Mode::Up, place), up);
            assert_eq!(round(x, Mode::Down, place), down);
        }
        let bare = Rounding { guard: false, ..Rounding::new(Mode::Down, Place::Thousand) };
        assert_eq!(bare.money("873.20".parse().unwrap()).unwrap(), Money::ZERO);
    }

    #[test]
    fn sign_is_kept_and_overflow_is_an_error() {
        assert_eq!(round("-1455205.50", Mode::HalfUp, "1"), "-1455206.00");
        assert_eq!(round("-0.04", Mode::Up, "0.1"), "-0.04");
        let far = Rounding::new(Mode::Up, Place::HundredThousand);
        assert_eq!(far.money(Money::MAX).unwrap_err().code(), Code::NumberOverflow);
    }

    proptest! {
        #[test]
        fn rounding_is_idempotent_and_close(fen in -1_000_000_000_000_i64..1_000_000_000_000,
            place in 0..8_usize, mode in 0..3_usize, guard: bool) {
            let mode = [Mode::HalfUp, Mode::Up, Mode::Down][mode];
            let rounding = Rounding { mode, place: Place::ALL[place], guard };
            let once = rounding.money(Money::from_fen(fen)).unwrap();
            prop_assert_eq!(rounding.money(once).unwrap(), once);
            prop_assert!((once.fen() - fen).abs() < rounding.place.fen());
        }
    }
}
