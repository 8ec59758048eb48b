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

const NAMED: [(&str, Dimension); 16] = [
    ("building", Dimension::Building),
    ("stair", Dimension::Stair),
    ("floor", Dimension::Floor),
    ("line", Dimension::Line),
    ("stack", Dimension::Stack),
    ("phase", Dimension::Phase),
    ("precinct", Dimension::Precinct),
    ("orientation", Dimension::Orientation),
    ("view", Dimension::View),
    ("layout", Dimension::Layout),
    ("area_band", Dimension::AreaBand),
    ("fitout", Dimension::Fitout),
    ("noise", Dimension::Noise),
    ("daylight", Dimension::Daylight),
    ("product_type", Dimension::ProductType),
    ("unit", Dimension::Unit),
];

impl FromStr for Dimension {
    type Err = Error;

    fn from_str(text: &str) -> Result<Dimension> {
        let text = &*fold(text);
        let custom = text.strip_prefix("custom:").map(str::trim_start);
        if let Some(name) = custom.filter(|name| !name.is_empty()) {
            return Ok(Dimension::Custom(name.to_owned()));
        }
        NAMED.iter().find(|(name, _)| *name == text).map(|(_, d)| d.clone()).ok_or_else(|| {
            let known: Vec<&str> = NAMED.iter().map(|(name, _)| *name).collect();
            Error::new(Code::ProjectUnknownAttribute)
                .with("name", text)
                .with_long("known", known.join(", "))
        })
    }
}

impl fmt::Display for Dimension {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match NAMED.iter().find(|(_, dimension)| dimension == self) {
            Some((name, _)) => f.pad(name),
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
        for (name, dimension) in NAMED {
            assert_eq!(name.parse::<Dimension>().unwrap(), dimension);
            assert_eq!(dimension.to_string(), name);
        }
        let custom: Dimension = "custom:得房率".parse().unwrap();
        assert_eq!(custom, Dimension::Custom("得房率".into()));
        assert_eq!(custom.to_string(), "custom:得房率");
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
