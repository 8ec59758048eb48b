//! 公民身份号码: the number of an identity card of the mainland.

use super::Gender;
use super::mask::masked;
use crate::Date;
use crate::error::{Code, Error, Result};
use crate::fold::fold;

/// An identity number of 18 characters (GB 11643-1999): six for the place, eight for the day of
/// birth, three for the order, one check character.
///
/// Numbers of 15 digits, given out until 1999, have the year of birth without its 19 and no check
/// character; they are turned into 18. Residence permits for Hong Kong, Macau and Taiwan (places
/// 81, 82, 83) are made in the same way.
///
/// ```
/// use kaipan::customer::PersonId;
/// let new = PersonId::read("11010519491231002x")?;
/// assert_eq!(new, PersonId::read("110105 491231 002")?);
/// assert_eq!(new.birth_date().to_string(), "1949-12-31");
/// assert_eq!(new.shown(), "110105****002X");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId {
    number: String,
    birth_date: Date,
    gender: Gender,
}

/// The first two digits: provinces, and 81 to 83 for permits.
const PLACES: [&str; 35] = [
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41",
    "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71",
    "81", "82", "83",
];

/// The check characters by the sum modulo 11.
const CHECKS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];

/// What the first seventeen digits are multiplied by.
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

impl PersonId {
    /// Reads a number of 15 digits, or of 18 characters.
    ///
    /// # Errors
    /// [`Code::CustomerPersonIdForm`], [`Code::CustomerPersonIdPlace`],
    /// [`Code::CustomerPersonIdBirth`], [`Code::CustomerPersonIdCheck`].
    pub fn read(written: &str) -> Result<PersonId> {
        let text: String = fold(written).chars().filter(|c| !matches!(c, ' ' | '-')).collect();
        let text = text.to_uppercase();
        let refused = |code| Error::new(code).with("number", masked(&text, 6, 4));
        let form = || refused(Code::CustomerPersonIdForm);
        let (mut digits, check) = match text.chars().count() {
            15 => {
                let (place, rest) = text.split_at_checked(6).ok_or_else(form)?;
                (format!("{place}19{rest}"), None)
            }
            18 => {
                let (digits, check) = text.split_at_checked(17).ok_or_else(form)?;
                (digits.to_owned(), check.chars().next())
            }
            _ => return Err(form()),
        };
        let sum = weighted(&digits).ok_or_else(form)?;
        if check.is_some_and(|check| !check.is_ascii_digit() && check != 'X') {
            return Err(form());
        }
        if !digits.get(..2).is_some_and(|place| PLACES.contains(&place)) {
            return Err(refused(Code::CustomerPersonIdPlace));
        }
        let birth_date = birth_date(&digits).ok_or_else(|| refused(Code::CustomerPersonIdBirth))?;
        let right = usize::try_from(sum.checked_rem(11).unwrap_or_default())
            .ok()
            .and_then(|rest| CHECKS.get(rest))
            .copied()
            .ok_or_else(form)?;
        if check.is_some_and(|check| check != right) {
            return Err(refused(Code::CustomerPersonIdCheck));
        }
        let is_odd = digits.bytes().next_back().is_some_and(|order| order & 1 == 1);
        let gender = if is_odd { Gender::Male } else { Gender::Female };
        digits.push(right);
        Ok(PersonId { number: digits, birth_date, gender })
    }

    /// The 18 characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.number
    }

    /// The day of birth.
    #[must_use]
    pub fn birth_date(&self) -> Date {
        self.birth_date
    }

    /// The gender, by the last digit of the order.
    #[must_use]
    pub fn gender(&self) -> Gender {
        self.gender
    }

    /// The first six and the last four characters, as it may be shown.
    #[must_use]
    pub fn shown(&self) -> String {
        masked(&self.number, 6, 4)
    }
}

/// The weighted sum of the digits; `None` if one is no digit.
fn weighted(digits: &str) -> Option<u32> {
    let products = digits
        .chars()
        .zip(WEIGHTS)
        .map(|(digit, weight)| digit.to_digit(10).and_then(|digit| digit.checked_mul(weight)));
    products.sum()
}

fn birth_date(digits: &str) -> Option<Date> {
    let part = |from: usize, to: usize| digits.get(from..to)?.parse::<u32>().ok();
    let year = i32::try_from(part(6, 10)?).ok().filter(|year| *year >= 1850)?;
    Date::from_ymd(year, part(10, 12)?, part(12, 14)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(written: &str) -> &'static str {
        PersonId::read(written).map_or_else(|error| error.code().as_str(), |_| "")
    }

    #[test]
    fn the_example_of_the_standard() {
        // GB 11643-1999, annex: 11010519491231002X and 440524188001010014.
        let number = PersonId::read("11010519491231002X").unwrap();
        assert_eq!((number.gender(), number.shown().as_str()), (Gender::Female, "110105****002X"));
        let number = PersonId::read("440524188001010014").unwrap();
        assert_eq!(
            (number.gender(), number.birth_date().to_string()),
            (Gender::Male, "1880-01-01".into())
        );
    }

    #[test]
    fn fifteen_digits_become_eighteen() {
        let old = PersonId::read("110105491231002").unwrap();
        assert_eq!(old.as_str(), "11010519491231002X");
        assert_eq!(PersonId::read(" 11010519491231002ｘ ").unwrap(), old);
    }

    #[test]
    fn every_kind_of_mistake_has_its_code() {
        for (written, expected) in [
            ("", "customer.person_id_form"),
            ("1101051949123100", "customer.person_id_form"),
            ("1101051949123100AX", "customer.person_id_form"),
            ("11010519491231002Y", "customer.person_id_form"),
            ("张101051949123100X", "customer.person_id_form"),
            ("991051949123100", "customer.person_id_place"),
            ("110105194913310029", "customer.person_id_birth"),
            ("110105490230002", "customer.person_id_birth"),
            ("110105194912310021", "customer.person_id_check"),
            ("110105194912310020", "customer.person_id_check"),
        ] {
            assert_eq!(code(written), expected, "{written}");
        }
        let error = PersonId::read("110105194912310021").unwrap_err();
        assert!(
            error.to_string().contains("110105****0021") && !error.to_string().contains("1949")
        );
    }

    #[test]
    fn any_wrong_character_and_any_two_that_change_places_are_found() {
        let right = "11010519491231002X";
        for at in 0..18 {
            for wrong in "0123456789".chars() {
                let mut letters: Vec<char> = right.chars().collect();
                if letters[at] == wrong {
                    continue;
                }
                letters[at] = wrong;
                assert_ne!(code(&letters.iter().collect::<String>()), "", "{at} {wrong}");
            }
            let mut letters: Vec<char> = right.chars().collect();
            if at > 0 && letters[at] != letters[at - 1] {
                letters.swap(at, at - 1);
                assert_ne!(code(&letters.iter().collect::<String>()), "", "{at} swapped");
            }
        }
    }
}
