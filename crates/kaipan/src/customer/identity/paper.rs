//! 证件: the papers by which customers are known.

use super::company_code::CompanyCode;
use super::mask::masked;
use super::person_id::PersonId;
use crate::error::{Code, Error, Result};
use crate::fold::fold;
use crate::{Date, Text};
use kaipan_derive::boundary;

/// What kind of paper it is.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum PaperKind {
    /// 居民身份证: identity card of the mainland.
    PersonId,
    /// 港澳台居民居住证: residence permit, with a number like an identity card's.
    ResidencePermit,
    /// 护照.
    Passport,
    /// 港澳居民来往内地通行证.
    HongKongMacauPermit,
    /// 台湾居民来往大陆通行证.
    TaiwanPermit,
    /// 外国人永久居留身份证.
    ForeignerPermit,
    /// 军官证、士兵证.
    MilitaryCard,
    /// 统一社会信用代码: the code of a company.
    CompanyCode,
    /// 其他证件.
    Other,
}

impl PaperKind {
    /// In Chinese.
    pub(crate) fn chinese(self) -> &'static str {
        match self {
            PaperKind::PersonId => "居民身份证",
            PaperKind::ResidencePermit => "港澳台居民居住证",
            PaperKind::Passport => "护照",
            PaperKind::HongKongMacauPermit => "港澳居民来往内地通行证",
            PaperKind::TaiwanPermit => "台湾居民来往大陆通行证",
            PaperKind::ForeignerPermit => "外国人永久居留身份证",
            PaperKind::MilitaryCard => "军官证或士兵证",
            PaperKind::CompanyCode => "统一社会信用代码",
            PaperKind::Other => "其他证件",
        }
    }
}

/// 证件: a paper of a customer.
#[boundary]
pub struct Paper {
    /// What kind of paper it is.
    pub kind: PaperKind,
    /// Its number, as it is written on it; an identity card may be given by its 15 old digits.
    pub number: Text,
    /// Its last day; none if it has no end or that is not known.
    pub valid_to: Option<Date>,
}

/// The number of a paper as it is compared: its kind, and letters and digits only.
///
/// Numbers of identity cards and of residence permits are one kind: they are given out together.
///
/// ```
/// use kaipan::customer::{Paper, PaperKind, PaperNumber};
/// let old = Paper::new(PaperKind::PersonId, "110105 491231 002");
/// let new = Paper::new(PaperKind::PersonId, "11010519491231002x");
/// assert_eq!(PaperNumber::of(&old)?, PaperNumber::of(&new)?);
/// let passport = Paper::new(PaperKind::Passport, "e 1234 5678");
/// assert_eq!(PaperNumber::of(&passport)?.as_str(), "E12345678");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PaperNumber {
    kind: PaperKind,
    number: String,
}

impl PaperNumber {
    /// Reads the number of a paper.
    ///
    /// # Errors
    /// As [`PersonId::read`] and [`CompanyCode::read`]; [`Code::CustomerPaperForm`] for a number of
    /// another paper that is not 5 to 20 letters and digits.
    pub fn of(paper: &Paper) -> Result<PaperNumber> {
        let made = |kind, number: &str| Ok(PaperNumber { kind, number: number.to_owned() });
        match paper.kind {
            PaperKind::PersonId | PaperKind::ResidencePermit => {
                made(PaperKind::PersonId, PersonId::read(&paper.number)?.as_str())
            }
            PaperKind::CompanyCode => {
                made(PaperKind::CompanyCode, CompanyCode::read(&paper.number)?.as_str())
            }
            kind => made(kind, &plain(kind, &paper.number)?),
        }
    }

    /// What kind of paper it is; a residence permit counts as an identity card.
    #[must_use]
    pub fn kind(&self) -> PaperKind {
        self.kind
    }

    /// Whether it is the number of an identity card.
    pub(crate) fn is_person(&self) -> bool {
        self.kind == PaperKind::PersonId
    }

    /// The number.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.number
    }

    /// The first six and the last four characters of a long number, fewer of a short one.
    #[must_use]
    pub fn shown(&self) -> String {
        let (first, last) = if self.number.len() > 12 { (6, 4) } else { (1, 2) };
        masked(&self.number, first, last)
    }
}

/// Letters and digits of a number, letters as capitals.
fn plain(kind: PaperKind, written: &str) -> Result<String> {
    let text = fold(written);
    let kept = text.chars().filter(|c| !matches!(c, ' ' | '-' | '.' | '/' | '(' | ')'));
    let number: String = kept.flat_map(char::to_uppercase).collect();
    // A number such as 军字第1234567号 has Chinese characters; other papers have none.
    let is_letter = |c: char| {
        c.is_ascii_alphanumeric() || kind == PaperKind::MilitaryCard && c.is_alphanumeric()
    };
    let count = number.chars().count();
    if (5..=20).contains(&count) && number.chars().all(is_letter) {
        return Ok(number);
    }
    let error = Error::new(Code::CustomerPaperForm).with("number", masked(&number, 1, 2));
    Err(error.with("kind", kind.word()).with("kind_zh", kind.chinese()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(kind: PaperKind, written: &str) -> String {
        match PaperNumber::of(&Paper::new(kind, written)) {
            Ok(number) => number.as_str().to_owned(),
            Err(error) => error.code().as_str().to_owned(),
        }
    }

    #[test]
    fn numbers_are_letters_and_digits() {
        for (kind, written, expected) in [
            (PaperKind::Passport, " e-1234 5678", "E12345678"),
            (PaperKind::HongKongMacauPermit, "H0123456789", "H0123456789"),
            (PaperKind::TaiwanPermit, "0123 4567", "01234567"),
            (PaperKind::MilitaryCard, "军字第1234567号", "军字第1234567号"),
            (PaperKind::ResidencePermit, "810000199408230021", "810000199408230021"),
            (PaperKind::Passport, "E123", "customer.paper_form"),
            (PaperKind::Passport, "护照E12345678", "customer.paper_form"),
            (PaperKind::Other, "123456789012345678901", "customer.paper_form"),
            (PaperKind::PersonId, "E12345678", "customer.person_id_form"),
            (PaperKind::CompanyCode, "E12345678", "customer.company_code_form"),
        ] {
            assert_eq!(number(kind, written), expected, "{written}");
        }
    }

    #[test]
    fn papers_of_two_kinds_differ_whatever_their_number() {
        let of = |kind| PaperNumber::of(&Paper::new(kind, "12345678")).unwrap();
        assert_ne!(of(PaperKind::Passport), of(PaperKind::TaiwanPermit));
        assert_eq!(of(PaperKind::Passport).shown(), "1****78");
    }
}
