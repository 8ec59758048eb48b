//! Sums that are past the range of money.

use crate::error::{Code, Error, Input, InputPlace};

/// The same error in the words of claims: where a sum is past the range of money, at its claim, or at
/// all of them.
pub(super) fn of_sums(error: Error) -> Error {
    if error.code() != Code::NumberOverflow {
        return error;
    }
    let place = error.place();
    let place = if place.is_empty() { InputPlace::of(Input::Claims) } else { place.clone() };
    Error::new(Code::OverdueSum).placed(place)
}
