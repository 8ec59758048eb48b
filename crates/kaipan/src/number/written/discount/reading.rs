//! What a typed discount may mean, and which meaning a kind of discount takes.

use super::{WrittenDiscount, WrittenKind, other_kind};
use crate::error::{Code, Error, Result};
use crate::number::written::chinese_discount::{discount_text, rate_of_zhe};
use crate::number::written::plain::divided;
use crate::number::{Exact, Rate};

pub(super) const HUNDRED: Rate = Rate::from_millionths(100_000_000);
const HALF: Rate = Rate::from_millionths(500_000);

/// What was read.
pub(super) enum ReadAs {
    Pay(Rate),
    Off(Rate),
    /// Several readings, the first the one that the form says.
    Several(Vec<Reading>),
    Amount,
    Nothing,
}

/// A way to read a text.
#[derive(Clone, Copy)]
pub(super) enum Reading {
    /// This rate is paid.
    Pay(Rate),
    /// This share is taken off.
    Off(Rate),
}

/// 折 up to 10 is tenths, and so on; below 1 nobody knows.
pub(super) fn of_zhe(number: Rate) -> ReadAs {
    if !number.is_positive() || number >= Rate::ONE {
        return rate_of_zhe(number).map_or(ReadAs::Nothing, ReadAs::Pay);
    }
    let Some(tenth) = divided(number, 10) else { return ReadAs::Nothing };
    let mut readings = vec![Reading::Pay(tenth), Reading::Pay(number)];
    if number <= HALF {
        readings.push(Reading::Off(tenth));
    }
    ReadAs::Several(readings)
}

/// A percent or share where a rate is read.
pub(super) fn of_rate_share(share: Rate) -> ReadAs {
    match share {
        share if share >= HALF => ReadAs::Pay(share),
        share if share.is_positive() => {
            ReadAs::Several(vec![Reading::Pay(share), Reading::Off(share)])
        }
        _ => ReadAs::Nothing,
    }
}

/// A number alone where a rate is read.
pub(super) fn of_rate_number(number: Rate) -> ReadAs {
    match number {
        number if number <= Rate::ONE => of_rate_share(number),
        number if number >= HUNDRED => ReadAs::Amount,
        // 98 and 9.8: 折 or points.
        number => match (rate_of_zhe(number), divided(number, 100)) {
            (Some(pay), Some(off)) => ReadAs::Several(vec![Reading::Pay(pay), Reading::Off(off)]),
            _ => ReadAs::Nothing,
        },
    }
}

/// A percent where points are read.
pub(super) fn of_points_share(share: Rate) -> ReadAs {
    match share {
        share if share.is_negative() => ReadAs::Nothing,
        share if share <= HALF => ReadAs::Off(share),
        share if share < Rate::ONE => {
            ReadAs::Several(vec![Reading::Pay(share), Reading::Off(share)])
        }
        _ => ReadAs::Nothing,
    }
}

/// A number alone where points are read.
pub(super) fn of_points_number(number: Rate) -> ReadAs {
    let Some(points) = divided(number, 100) else { return ReadAs::Nothing };
    match number {
        number if number.is_negative() => ReadAs::Nothing,
        number if number.is_zero() => ReadAs::Off(Rate::ZERO),
        number if number < HALF => {
            ReadAs::Several(vec![Reading::Off(points), Reading::Off(number)])
        }
        number if number < Rate::ONE => {
            ReadAs::Several(vec![Reading::Off(points), Reading::Pay(number)])
        }
        _ if points <= HALF => ReadAs::Off(points),
        _ if points < Rate::ONE => {
            ReadAs::Several(vec![Reading::Pay(points), Reading::Off(points)])
        }
        _ => ReadAs::Amount,
    }
}

/// What was read as the kind has it, or why it is refused.
pub(super) fn settle(text: &str, kind: WrittenKind, read: ReadAs) -> Result<WrittenDiscount> {
    let none = || Error::new(Code::NumberDiscount).with("text", text);
    let rate = match read {
        ReadAs::Pay(rate) => rate,
        ReadAs::Off(off) => {
            Rate::ONE.checked_sub(off).filter(|_| !off.is_negative()).ok_or_else(none)?
        }
        ReadAs::Several(readings) => return Err(several(text, &readings)),
        ReadAs::Amount => return Err(other_kind(Code::DiscountWrittenAmount, text, kind)),
        ReadAs::Nothing => return Err(none()),
    };
    if !rate.is_positive() || rate > Rate::ONE {
        return Err(none());
    }
    Ok(match kind {
        WrittenKind::Points => {
            WrittenDiscount::Points(Rate::ONE.checked_sub(rate).ok_or_else(none)?)
        }
        _ => WrittenDiscount::Rate(rate),
    })
}

fn several(text: &str, readings: &[Reading]) -> Error {
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    for reading in readings {
        let (pay, off) = match reading {
            Reading::Pay(pay) => (*pay, Rate::ONE.checked_sub(*pay).unwrap_or_default()),
            Reading::Off(off) => (Rate::ONE.checked_sub(*off).unwrap_or_default(), *off),
        };
        let zhe = discount_text(pay).unwrap_or_default();
        let (paid, taken) = (hundredfold(pay), hundredfold(off));
        let half_or_more = pay >= HALF;
        let (said_zh, said_en) = match reading {
            Reading::Pay(_) => (format!("付 {paid}%（写成 {zhe}）"), {
                let form =
                    if half_or_more { format!("\"{zhe}\"") } else { format!("{taken}% off") };
                format!("{paid} % is paid (write {form})")
            }),
            Reading::Off(_) => (
                format!("优惠 {taken}%（写成 {taken}点）"),
                format!("{taken} % is taken off (write {taken}% off)"),
            ),
        };
        zh.push(said_zh);
        en.push(said_en);
    }
    let error = Error::new(Code::NumberTwoReadings).with("text", text);
    error.with_long("readings_zh", zh.join("，或 ")).with_long("readings_en", en.join(", or "))
}

/// A ratio as percent or points: 0.985 → 98.5.
fn hundredfold(rate: Rate) -> Exact {
    Exact::counted(rate.millionths().into(), 4)
}
