//! What a unit may be used for.

use kaipan_derive::boundary;
use std::fmt;

/// Use of a unit, as far as loans and fees ask.
#[boundary]
pub enum PropertyUse {
    /// 住宅.
    Residential,
    /// 非住宅: shop, office, 商住两用.
    NonResidential,
    /// 车位 / 车库 / 储藏室.
    Parking,
}

impl PropertyUse {
    /// How Chinese messages call it.
    pub(crate) fn zh(self) -> &'static str {
        match self {
            PropertyUse::Residential => "住宅",
            PropertyUse::NonResidential => "非住宅",
            PropertyUse::Parking => "车位、储藏室",
        }
    }
}

/// As English messages call it.
impl fmt::Display for PropertyUse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            PropertyUse::Residential => "a home",
            PropertyUse::NonResidential => "commercial premises",
            PropertyUse::Parking => "parking or storage",
        })
    }
}
