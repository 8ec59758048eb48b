//! Rounding places of the trade.

use super::text_scalar;
use crate::error::{Code, Error, Result};
use std::fmt;
use std::str::FromStr;

/// A rounding place in yuan (handbook §0.3), written as the step itself: `"0.01"` … `"100000"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Place {
    /// 0.01 分.
    #[default]
    Fen,
    /// 0.1 角.
    Jiao,
    /// 1 元 (个位).
    Yuan,
    /// 10 (十位).
    Ten,
    /// 100 (百位).
    Hundred,
    /// 1,000 (千位).
    Thousand,
    /// 10,000 (万位).
    TenThousand,
    /// 100,000 (十万位).
    HundredThousand,
}

impl Place {
    /// Every place, from fine to coarse.
    pub const ALL: [Place; 8] = [
        Place::Fen,
        Place::Jiao,
        Place::Yuan,
        Place::Ten,
        Place::Hundred,
        Place::Thousand,
        Place::TenThousand,
        Place::HundredThousand,
    ];

    /// The step in fen: 1 for 0.01 yuan, 100 for 1 yuan.
    pub const fn fen(self) -> i64 {
        match self {
            Place::Fen => 1,
            Place::Jiao => 10,
            Place::Yuan => 100,
            Place::Ten => 1_000,
            Place::Hundred => 10_000,
            Place::Thousand => 100_000,
            Place::TenThousand => 1_000_000,
            Place::HundredThousand => 10_000_000,
        }
    }

    /// The step in yuan, as written in requests.
    pub const fn as_str(self) -> &'static str {
        match self {
            Place::Fen => "0.01",
            Place::Jiao => "0.1",
            Place::Yuan => "1",
            Place::Ten => "10",
            Place::Hundred => "100",
            Place::Thousand => "1000",
            Place::TenThousand => "10000",
            Place::HundredThousand => "100000",
        }
    }

    /// The Chinese name, as in rounding notes on price sheets.
    pub const fn chinese(self) -> &'static str {
        match self {
            Place::Fen => "分",
            Place::Jiao => "角",
            Place::Yuan => "个位",
            Place::Ten => "十位",
            Place::Hundred => "百位",
            Place::Thousand => "千位",
            Place::TenThousand => "万位",
            Place::HundredThousand => "十万位",
        }
    }
}

impl FromStr for Place {
    type Err = Error;

    fn from_str(text: &str) -> Result<Place> {
        Place::ALL
            .into_iter()
            .find(|place| place.as_str() == text)
            .ok_or_else(|| Error::new(Code::NumberPlace).with("text", text))
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

text_scalar!(
    Place,
    Place::Fen,
    "a rounding place in yuan: 0.01, 0.1, 1, 10, 100, 1000, 10000 or 100000",
    "place",
    Some("^(0\\.01|0\\.1|10{0,5})$")
);
