//! 统一社会信用代码: the number of a company or another organisation.

use super::mask::masked;
use crate::error::{Code, Error, Result};
use crate::fold::fold;

/// A unified social credit code (GB 32100-2015): 18 characters, digits and capital letters without
/// I, O, S, V and Z; the last one is the check character.
///
/// ```
/// use kaipan::customer::CompanyCode;
/// let code = CompanyCode::read("91350100m000100y43")?;
/// assert_eq!(code.as_str(), "91350100M000100Y43");
/// assert_eq!(code.shown(), "913501****0Y43");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CompanyCode(String);

/// The characters, each at the place of its value.
const LETTERS: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// What the first seventeen characters are multiplied by: 3 to the power of their place, modulo 31.
const WEIGHTS: [usize; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

impl CompanyCode {
    /// Reads a code; letters may be small, with spaces and dashes between them.
    ///
    /// # Errors
    /// [`Code::CustomerCompanyCodeForm`], [`Code::CustomerCompanyCodeCheck`].
    pub fn read(written: &str) -> Result<CompanyCode> {
        let text: String = fold(written).chars().filter(|c| !matches!(c, ' ' | '-')).collect();
        let text = text.to_uppercase();
        let refused = |code| Error::new(code).with("number", masked(&text, 6, 4));
        let values: Option<Vec<usize>> = text.chars().map(|c| LETTERS.find(c)).collect();
        let values = values
            .filter(|values| values.len() == 18)
            .ok_or_else(|| refused(Code::CustomerCompanyCodeForm))?;
        let products =
            values.iter().zip(WEIGHTS).map(|(value, weight)| value.saturating_mul(weight));
        let rest = products.sum::<usize>().checked_rem(31).unwrap_or_default();
        // 31 less the rest, and 0 where nothing rests.
        let right = 31_usize.saturating_sub(rest).checked_rem(31).unwrap_or_default();
        if values.last() != Some(&right) {
            return Err(refused(Code::CustomerCompanyCodeCheck));
        }
        Ok(CompanyCode(text))
    }

    /// The 18 characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first six and the last four characters, as it may be shown.
    #[must_use]
    pub fn shown(&self) -> String {
        masked(&self.0, 6, 4)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_character_is_computed() {
        // GB 32100-2015 gives 91350100M000100Y43 as its example.
        for right in ["91350100M000100Y43", "9135-0100-m000-100y-43"] {
            assert_eq!(CompanyCode::read(right).unwrap().as_str(), "91350100M000100Y43");
        }
        for (at, _) in WEIGHTS.iter().enumerate().skip(1) {
            let expected = WEIGHTS[at - 1] * 3 % 31;
            assert_eq!(WEIGHTS[at], expected);
        }
    }

    #[test]
    fn mistakes_have_their_code() {
        for (written, expected) in [
            ("91350100M000100Y44", "customer.company_code_check"),
            ("91350100M000100Y4", "customer.company_code_form"),
            ("9135O100M000100Y43", "customer.company_code_form"),
            ("", "customer.company_code_form"),
        ] {
            assert_eq!(CompanyCode::read(written).unwrap_err().code().as_str(), expected);
        }
    }
}
