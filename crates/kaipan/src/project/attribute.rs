use crate::error::{Code, Error, Result};
use crate::fold::fold;
use crate::number::text_scalar;
use std::fmt;
use std::str::FromStr;

/// A unit attribute that a factor or a selection can look at.
///
/// Written as its name (`floor`, `line`, `view` …) or as `custom:NAME` for an attribute that the
/// project adds to its units.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Dimension {
    /// 楼栋.
    Building,
    /// 单元.
    Stair,
    /// 楼层.
    Floor,
    /// 户位: the line's own number, the same in every building.
    Line,
    /// A line of one building and stair, written `building/stair/line` (`3栋/1单元/01`; the stair
    /// is empty where there is none: `6栋//02`).
    Stack,
    /// 分期.
    Phase,
    /// 组团.
    Precinct,
    /// 朝向.
    Orientation,
    /// 景观.
    View,
    /// 户型.
    Layout,
    /// 面积段.
    AreaBand,
    /// 装修标准.
    Fitout,
    /// 噪音.
    Noise,
    /// 采光.
    Daylight,
    /// 业态.
    ProductType,
    /// A single unit, by its number.
    Unit,
    /// An attribute of the project's own.
    Custom(String),
}

const NAMED: [(&str, &str, Dimension); 16] = [
    ("building", "楼栋", Dimension::Building),
    ("stair", "单元", Dimension::Stair),
    ("floor", "楼层", Dimension::Floor),
    ("line", "户位", Dimension::Line),
    ("stack", "户位线", Dimension::Stack),
    ("phase", "分期", Dimension::Phase),
    ("precinct", "组团", Dimension::Precinct),
    ("orientation", "朝向", Dimension::Orientation),
    ("view", "景观", Dimension::View),
    ("layout", "户型", Dimension::Layout),
    ("area_band", "面积段", Dimension::AreaBand),
    ("fitout", "装修标准", Dimension::Fitout),
    ("noise", "噪音", Dimension::Noise),
    ("daylight", "采光", Dimension::Daylight),
    ("product_type", "业态", Dimension::ProductType),
    ("unit", "房间", Dimension::Unit),
];

impl Dimension {
    /// Every attribute that units have without a project adding to them, by name.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMED.iter().map(|(name, ..)| *name)
    }

    /// The name in Chinese of one of them.
    pub fn chinese_of(name: &str) -> Option<&'static str> {
        NAMED.iter().find(|(known, ..)| *known == name).map(|(_, chinese, _)| *chinese)
    }

    /// The name in Chinese; that of an attribute of the project's own is as the project has it.
    pub fn chinese(&self) -> &str {
        match NAMED.iter().find(|(.., dimension)| dimension == self) {
            Some((_, chinese, _)) => chinese,
            None => match self {
                Dimension::Custom(name) => name,
                _ => "",
            },
        }
    }
}

impl FromStr for Dimension {
    type Err = Error;

    fn from_str(text: &str) -> Result<Dimension> {
        let text = &*fold(text);
        let custom = text.strip_prefix("custom:").map(str::trim_start);
        if let Some(name) = custom.filter(|name| !name.is_empty()) {
            return Ok(Dimension::Custom(name.to_owned()));
        }
        NAMED.iter().find(|(name, ..)| *name == text).map(|(.., d)| d.clone()).ok_or_else(|| {
            let known: Vec<&str> = NAMED.iter().map(|(name, ..)| *name).collect();
            Error::new(Code::ProjectUnknownAttribute)
                .with("name", text)
                .with_long("known", known.join(", "))
                .with_nearest(known, text)
        })
    }
}

impl fmt::Display for Dimension {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match NAMED.iter().find(|(.., dimension)| dimension == self) {
            Some((name, ..)) => f.pad(name),
            None => match self {
                Dimension::Custom(name) => write!(f, "custom:{name}"),
                _ => Ok(()),
            },
        }
    }
}

text_scalar!(
    Dimension,
    Dimension::Building,
    "a unit attribute: building, stair, floor, line, stack, phase, precinct, orientation, view, layout, area_band, fitout, noise, daylight, product_type, unit, or custom:NAME",
    "dimension",
    None
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes() {
        for (name, chinese, dimension) in NAMED {
            assert_eq!(dimension.chinese(), chinese);
            assert_eq!(name.parse::<Dimension>().unwrap(), dimension);
            assert_eq!(dimension.to_string(), name);
        }
        let custom: Dimension = "custom:得房率".parse().unwrap();
        assert_eq!(custom, Dimension::Custom("得房率".into()));
        assert_eq!((custom.to_string().as_str(), custom.chinese()), ("custom:得房率", "得房率"));
        for same in [" custom:得房率 ", "custom: 得房率", "custom：得房率\u{200b}"] {
            assert_eq!(same.parse::<Dimension>().unwrap(), custom, "{same:?}");
        }
        assert_eq!("floor\u{a0}".parse::<Dimension>().unwrap(), Dimension::Floor);
        for bad in ["Floor", "custom:", "custom: ", "flor"] {
            let error = bad.parse::<Dimension>().unwrap_err();
            assert_eq!(error.code(), Code::ProjectUnknownAttribute);
        }
    }
}
