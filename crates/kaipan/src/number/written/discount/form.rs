//! The form in which a discount is typed.

use super::reading::HUNDRED;
use crate::number::Rate;
use crate::number::written::plain::{divided, quantity, without_end};

/// The form in which a text is written; numbers are not looked at yet.
pub(super) enum Form {
    /// 折.
    Zhe(Rate),
    /// Taken off, in words: 减2点, 5% off.
    Off(Rate),
    /// A percent without a word, as a share.
    Share(Rate),
    /// A number alone.
    Number(Rate),
    /// An amount.
    Amount,
}

impl Form {
    pub(super) fn of(plain: &str) -> Option<Form> {
        const POINTS: [&str; 7] = ["个百分点", "百分点", "个点", "点", "points", "point", "pts"];
        let number = |text: &str| text.parse::<Rate>().ok();
        let (body, off) = without_off_word(plain);
        if let (Some(zhe), false) = (body.strip_suffix('折'), off) {
            return number(zhe.strip_prefix('打').unwrap_or(zhe)).map(Form::Zhe);
        }
        if let (points, true) = without_end(body, &POINTS) {
            return number(points).and_then(|points| divided(points, 100)).map(Form::Off);
        }
        if let Some(percent) = body.strip_suffix('%') {
            let share = number(percent).and_then(|percent| divided(percent, 100));
            return share.map(|share| if off { Form::Off(share) } else { Form::Share(share) });
        }
        match number(body) {
            Some(number) if !off => Some(Form::Number(number)),
            // 减2: of what, it does not say.
            Some(number) if number <= HUNDRED => None,
            _ => quantity(body).map(|_| Form::Amount),
        }
    }
}

/// The text without the word that says that something is taken off.
pub(super) fn without_off_word(plain: &str) -> (&str, bool) {
    let (body, off_at_end) = without_end(plain, &["off"]);
    let words = ["减", "优惠", "让利", "让", "降"];
    match words.iter().find_map(|word| body.strip_prefix(word)) {
        Some(body) => (body, true),
        None => (body, off_at_end),
    }
}
