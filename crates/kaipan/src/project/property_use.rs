//! What a unit may be used for.

use std::fmt;

/// Use of a unit, as far as loans and fees ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", derive(crate::json::Read, crate::json::Write))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
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
