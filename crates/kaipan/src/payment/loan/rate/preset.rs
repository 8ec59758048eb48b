//! Published rates by name, and what each is for (handbook §4.4).

use crate::error::{At, Code, Error, Result};
use kaipan_derive::boundary;

/// The longest loan of one year, and of five, in months.
const ONE_YEAR: u32 = 12;
const FIVE_YEARS: u32 = 60;

/// A published rate.
#[boundary]
pub enum RatePreset {
    /// 公积金, first home; up to 5 years and over. For a home after the first it is a finding.
    FundFirstHome,
    /// 公积金, second home (the published floor); up to 5 years and over. For a first home it is a
    /// finding.
    FundSecondHome,
    /// 公积金, by the home of the household: the first-home rate for the first, the second-home rate
    /// for those after it; the first-home rate, with a finding, where the home is not known.
    Fund,
    /// 1 年期 LPR, for loans up to a year. For loans of more than five years it is refused; between
    /// one and five years the contract says which LPR counts, and it is a finding.
    LprOneYear,
    /// 5 年期以上 LPR, for loans of more than five years. For loans of one year it is refused; for
    /// shorter ones, and between one and five years, the contract says which LPR counts, and it is
    /// a finding.
    LprFiveYears,
}

impl RatePreset {
    /// An error about it: how requests write it, and how people call it.
    pub(crate) fn error(self, code: Code) -> Error {
        let (zh, en) = self.words();
        Error::new(code).with("preset", self.word()).with("preset_zh", zh).with("preset_en", en)
    }

    /// How messages call it, in Chinese and English.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            RatePreset::FundFirstHome => ("首套公积金利率", "fund rate of a first home"),
            RatePreset::FundSecondHome => ("第二套公积金利率", "fund rate of a second home"),
            RatePreset::Fund => ("公积金利率", "fund rate"),
            RatePreset::LprOneYear => ("一年期贷款市场报价利率", "one-year loan prime rate"),
            RatePreset::LprFiveYears => {
                ("五年期以上贷款市场报价利率", "loan prime rate of over five years")
            }
        }
    }

    /// Whether this preset's rates come from the published ones of another.
    pub(super) fn has(self, published: RatePreset) -> bool {
        let fund = [RatePreset::FundFirstHome, RatePreset::FundSecondHome];
        self == published || self == RatePreset::Fund && fund.contains(&published)
    }

    /// The published rates it is looked up in while the home is not known.
    pub(super) fn published(self) -> RatePreset {
        if self == RatePreset::Fund { RatePreset::FundFirstHome } else { self }
    }

    pub(crate) fn is_fund(self) -> bool {
        matches!(self, RatePreset::FundFirstHome | RatePreset::FundSecondHome | RatePreset::Fund)
    }

    /// The LPR of another term than the loan's is refused: loans of one year and of more than five
    /// are priced by the LPR of their own term (中国人民银行公告〔2019〕第15号).
    pub(crate) fn check_term(self, months: u32) -> Result<()> {
        let fits = match self {
            RatePreset::LprOneYear => months <= FIVE_YEARS,
            RatePreset::LprFiveYears => months != ONE_YEAR,
            _ => true,
        };
        if fits {
            return Ok(());
        }
        let error = self.error(Code::LoanPresetTerm);
        let other = match self {
            RatePreset::LprOneYear => RatePreset::LprFiveYears,
            _ => RatePreset::LprOneYear,
        };
        Err(error.with("months", months).with("instead", other.word())).at("preset")
    }

    /// Below one year, and between one and five, the contract says which LPR counts.
    pub(crate) fn by_contract(self, months: u32) -> Option<Error> {
        let open = match self {
            RatePreset::LprOneYear => months > ONE_YEAR && months <= FIVE_YEARS,
            RatePreset::LprFiveYears => months <= FIVE_YEARS && months != ONE_YEAR,
            _ => false,
        };
        open.then(|| {
            let error = self.error(Code::LoanPresetChoice);
            error.with("months", months)
        })
    }
}
