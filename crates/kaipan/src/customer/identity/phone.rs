//! Phone numbers: how they are compared, and how they are shown.

use super::mask::masked;
use crate::error::{Code, Error, Result};
use crate::fold::fold;

/// A phone number as it is compared (handbook §9.1).
///
/// Only digits count. The mainland's `+86` or `0086` goes, and so does a `0` before a mobile number;
/// a number of another country begins with `00`. An extension (`转801`, `ext 801`) belongs to the
/// number. A mobile number of which somebody hid the middle, `138****1234` or `1381****234`, is read
/// too: it may be any of a thousand or ten thousand numbers, and so only *may* be the same.
///
/// ```
/// use kaipan::customer::{Phone, PhoneAgreement};
/// let full = Phone::read("+86 138-0001-1234")?;
/// assert_eq!(full, Phone::read("１３８０００１１２３４")?);
/// assert_eq!(full.agreement(&Phone::read("138****1234")?), PhoneAgreement::Possible);
/// assert_eq!(full.agreement(&Phone::read("1380****234")?), PhoneAgreement::Possible);
/// assert_eq!(full.agreement(&Phone::read("139****1234")?), PhoneAgreement::Other);
/// assert_eq!(full.shown(), "138****1234");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phone {
    /// The whole number.
    Full(String),
    /// The first three and last four digits of a mobile number, or the first four and last three.
    Masked {
        /// What stands before the hidden digits.
        head: String,
        /// What stands behind them.
        tail: String,
    },
}

/// Whether two phone numbers are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneAgreement {
    /// They are.
    Same,
    /// One of them is masked, and they may be.
    Possible,
    /// They are not.
    Other,
}

impl Phone {
    /// Reads a number as people write it.
    ///
    /// # Errors
    /// [`Code::CustomerPhone`] for what is no phone number, two in one text among it;
    /// [`Code::CustomerPhonePlaceholder`] for digits that stand for no number, such as 00000000000.
    pub fn read(written: &str) -> Result<Phone> {
        let refused = |code| Error::new(code).with("phone", masked(&fold(written), 3, 4));
        let parts = Parts::of(&fold(written)).ok_or_else(|| refused(Code::CustomerPhone))?;
        let phone = match parts {
            Parts::Full { plus, digits, extension } => match whole(plus, &digits) {
                Some(digits) if is_placeholder(&digits) => {
                    return Err(refused(Code::CustomerPhonePlaceholder));
                }
                Some(digits) if extension.is_empty() => Some(Phone::Full(digits)),
                digits => digits.map(|digits| Phone::Full(format!("{digits}-{extension}"))),
            },
            Parts::Masked { head, tail } => {
                let known = (head.len(), tail.len());
                let is_mobile = head.starts_with('1') && matches!(known, (3, 4) | (4, 3));
                is_mobile.then_some(Phone::Masked { head, tail })
            }
        };
        phone.ok_or_else(|| refused(Code::CustomerPhone))
    }

    /// Whether two numbers are one.
    #[must_use]
    pub fn agreement(&self, other: &Phone) -> PhoneAgreement {
        let possible = match (self, other) {
            (Phone::Full(one), Phone::Full(two)) if one == two => return PhoneAgreement::Same,
            (Phone::Full(_), Phone::Full(_)) => false,
            (Phone::Full(full), Phone::Masked { head, tail })
            | (Phone::Masked { head, tail }, Phone::Full(full)) => {
                is_mobile(full) && full.starts_with(head) && full.ends_with(tail)
            }
            (Phone::Masked { head, tail }, Phone::Masked { head: head_two, tail: tail_two }) => {
                let begin = head.starts_with(head_two) || head_two.starts_with(head);
                begin && (tail.ends_with(tail_two) || tail_two.ends_with(tail))
            }
        };
        if possible { PhoneAgreement::Possible } else { PhoneAgreement::Other }
    }

    /// The last four digits of the number itself, without its extension; `None` if they are not
    /// all known.
    #[must_use]
    pub fn last_four(&self) -> Option<&str> {
        let digits = match self {
            Phone::Full(digits) => digits.split('-').next().unwrap_or_default(),
            Phone::Masked { tail, .. } => tail,
        };
        digits.get(digits.len().checked_sub(4)?..)
    }

    /// Whether all digits of a mobile number are known.
    pub(crate) fn is_mobile(&self) -> bool {
        matches!(self, Phone::Full(digits) if is_mobile(digits))
    }

    /// With its middle hidden, as it may be shown: the first three and the last four digits of a
    /// number of ten and more, the last four of a shorter one.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Phone::Full(digits) if digits.len() >= 10 => masked(digits, 3, 4),
            Phone::Full(digits) => masked(digits, 0, 4),
            Phone::Masked { head, tail } => format!("{head}****{tail}"),
        }
    }
}

/// What a text is made of.
enum Parts {
    Full { plus: bool, digits: String, extension: String },
    Masked { head: String, tail: String },
}

impl Parts {
    /// Digits before and behind hidden ones, or with an extension; `None` for anything else.
    fn of(text: &str) -> Option<Parts> {
        let (plus, text) = text.strip_prefix('+').map_or((false, text), |rest| (true, rest));
        let (mut before, mut behind) = (String::new(), String::new());
        let mut part = Part::Before;
        for c in text.to_lowercase().chars() {
            part = match (part, c) {
                (Part::Before, '0'..='9') => {
                    before.push(c);
                    Part::Before
                }
                (_, '0'..='9') => {
                    behind.push(c);
                    if part == Part::Hidden { Part::Behind } else { part }
                }
                (_, ' ' | '-' | '(' | ')' | '.' | '_') => part,
                // An `x` behind a number of a fixed line begins its extension.
                (Part::Before, 'x') if is_fixed_line(&before) => Part::Extension,
                (Part::Before, '转' | '#' | 'e' | '分') => Part::Extension,
                (Part::Extension, 'x' | 't' | '机' | ':') if behind.is_empty() => Part::Extension,
                (Part::Before | Part::Hidden, '*' | 'x' | '×' | '●' | '•' | '○' | '?') => {
                    Part::Hidden
                }
                _ => return None,
            };
        }
        match part {
            Part::Before => Some(Parts::Full { plus, digits: before, extension: behind }),
            Part::Extension if behind.is_empty() => None,
            Part::Extension => Some(Parts::Full { plus, digits: before, extension: behind }),
            Part::Hidden | Part::Behind => {
                let head = ["0086", "86", "0"].iter().find_map(|code| before.strip_prefix(code));
                let head = head.map(str::to_owned).unwrap_or(before);
                Some(Parts::Masked { head, tail: behind })
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Part {
    Before,
    Hidden,
    Behind,
    Extension,
}

/// Digits without the country code; `None` if they are too few or too many for a number.
fn whole(plus: bool, digits: &str) -> Option<String> {
    let inside = national(plus, digits);
    let has_country = inside.len() != digits.len();
    let national = match inside.strip_prefix('0') {
        Some(mobile) if is_mobile(mobile) => mobile.to_owned(),
        _ if plus && !has_country => format!("00{digits}"),
        // From abroad an area code is dialled without its 0.
        _ if has_country
            && !is_mobile(inside)
            && !is_service(inside)
            && !inside.starts_with('0') =>
        {
            format!("0{inside}")
        }
        _ => inside.to_owned(),
    };
    (5..=20).contains(&national.len()).then_some(national)
}

/// What stands behind the country code of the mainland.
fn national(plus: bool, digits: &str) -> &str {
    if plus {
        return digits.strip_prefix("86").unwrap_or(digits);
    }
    if let Some(inside) = digits.strip_prefix("0086") {
        return inside;
    }
    // Without a sign before it, 86 is the country only where a mobile number stands behind it.
    match digits.strip_prefix("86") {
        Some(inside) if is_mobile(inside) => inside,
        _ => digits,
    }
}

/// A mobile number of the mainland.
fn is_mobile(digits: &str) -> bool {
    digits.len() == 11 && matches!(digits.as_bytes(), [b'1', b'3'..=b'9', ..])
}

/// A number that is the same in every city: 400 and 800.
fn is_service(digits: &str) -> bool {
    digits.len() == 10 && (digits.starts_with("400") || digits.starts_with("800"))
}

/// A number with its area code.
fn is_fixed_line(digits: &str) -> bool {
    digits.starts_with('0') && digits.len() >= 10 || is_service(digits)
}

/// Digits that are typed where there is no number.
fn is_placeholder(digits: &str) -> bool {
    let mut all = digits.bytes();
    let first = all.next();
    digits.len() >= 5 && (all.all(|digit| Some(digit) == first) || digits == "13800138000")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(written: &str) -> String {
        match Phone::read(written) {
            Ok(Phone::Full(digits)) => digits,
            Ok(Phone::Masked { head, tail }) => format!("{head}*{tail}"),
            Err(error) => error.code().as_str().to_owned(),
        }
    }

    #[test]
    fn one_number_written_in_many_ways() {
        for same in [
            "13800011234",
            " 138 0001 1234 ",
            "138-0001-1234",
            "+8613800011234",
            "+86 (138) 00011234",
            "008613800011234",
            "8613800011234",
            "013800011234",
            "１３８０００１１２３４",
        ] {
            assert_eq!(read(same), "13800011234", "{same}");
        }
        for (written, number) in [
            ("0755-2668 1234", "075526681234"),
            ("+86 755 2668 1234", "075526681234"),
            ("+86-10-6552 1234", "01065521234"),
            ("(0755) 26681234转801", "075526681234-801"),
            ("0755-26681234 ext. 801", "075526681234-801"),
            ("0755-26681234x801", "075526681234-801"),
            ("0755-26681234分机801", "075526681234-801"),
            ("400-888-1234", "4008881234"),
            ("+86 400 888 1234", "4008881234"),
            ("26681234", "26681234"),
            ("95588", "95588"),
            // Another country's, though its digits look like a mobile number of the mainland.
            ("+1 380 001 1234", "0013800011234"),
            ("00852 9123 4567", "0085291234567"),
            ("+852-9123-4567", "0085291234567"),
            ("138****1234", "138*1234"),
            ("138xxxx1234", "138*1234"),
            ("+86 138＊＊＊＊1234", "138*1234"),
            ("86138****1234", "138*1234"),
            ("1380****234", "1380*234"),
        ] {
            assert_eq!(read(written), number, "{written}");
        }
        for wrong in [
            "",
            "1234",
            "138****123",
            "13****1234",
            "238****1234",
            "abc",
            "13800011234/13900011234",
            "13800011234、13900011234",
            "138**12**34",
            "0755-26681234转",
            "123456789012345678901",
        ] {
            assert_eq!(read(wrong), "customer.phone", "{wrong}");
        }
        for nothing in ["00000000000", "11111111111", "13800138000", "+86 13800138000", "88888"] {
            assert_eq!(read(nothing), "customer.phone_placeholder", "{nothing}");
        }
    }

    #[test]
    fn masked_numbers_may_be_the_same() {
        let phone = |text: &str| Phone::read(text).unwrap();
        let [full, three, four] = ["13800011234", "138****1234", "1380****234"].map(phone);
        for (one, two, expected) in [
            (&full, &full, PhoneAgreement::Same),
            (&full, &three, PhoneAgreement::Possible),
            (&four, &full, PhoneAgreement::Possible),
            (&three, &four, PhoneAgreement::Possible),
            (&three, &three, PhoneAgreement::Possible),
            (&three, &phone("1381****234"), PhoneAgreement::Possible),
            (&four, &phone("1381****234"), PhoneAgreement::Other),
            (&three, &phone("1380****235"), PhoneAgreement::Other),
            (&full, &phone("13800011235"), PhoneAgreement::Other),
            (&three, &phone("075526681234"), PhoneAgreement::Other),
        ] {
            assert_eq!(one.agreement(two), expected, "{one:?} {two:?}");
            assert_eq!(two.agreement(one), expected, "{two:?} {one:?}");
        }
        assert_eq!(three.last_four(), Some("1234"));
        assert_eq!(four.last_four(), None);
        assert_eq!(phone("0755-26681234转801").last_four(), Some("1234"));
    }

    #[test]
    fn shown_numbers_hide_their_middle() {
        let shown = |text: &str| Phone::read(text).unwrap().shown();
        assert_eq!(shown("13800011234"), "138****1234");
        assert_eq!(shown("0755-26681234"), "075****1234");
        assert_eq!(shown("26681234"), "****1234");
        assert_eq!(shown("1380****234"), "1380****234");
        let error = Phone::read("13800011234/13900015678").unwrap_err();
        assert!(!error.to_string().contains("0001"), "{error}");
    }
}
