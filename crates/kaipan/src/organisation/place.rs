//! Where a node is (地理信息).

use crate::check::blank;
use crate::error::{Code, Error, Finding, finding};
use crate::number::Figure;
use crate::{Label, Text};
use kaipan_derive::boundary;

/// 地理信息: where a project, a company or another node is.
///
/// ```
/// use kaipan::organisation::{CoordinateSystem, GeoPlace, GeoPoint};
/// let point = GeoPoint::new(CoordinateSystem::Gcj02, "114.057868".parse()?, "22.543099".parse()?);
/// let place = GeoPlace::default().with_city("深圳").with_district("福田区").with_point(point);
/// assert_eq!(place.point.unwrap().latitude.to_string(), "22.543099");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[boundary]
#[derive(Default)]
pub struct GeoPlace {
    /// 省、自治区、直辖市.
    pub province: Option<Text>,
    /// 城市.
    pub city: Option<Text>,
    /// 区县.
    pub district: Option<Text>,
    /// 地址.
    pub address: Option<Label>,
    /// 坐标.
    pub point: Option<GeoPoint>,
}

/// 坐标: a point, and the system that it is measured in.
#[boundary]
pub struct GeoPoint {
    /// 坐标系: without it a point may be some hundred metres off.
    pub system: CoordinateSystem,
    /// 经度, degrees, east above 0, at most 6 decimals.
    pub longitude: Figure,
    /// 纬度, degrees, north above 0, at most 6 decimals.
    pub latitude: Figure,
}

/// 坐标系.
#[boundary]
pub enum CoordinateSystem {
    /// WGS-84: satellites, and maps outside of China.
    Wgs84,
    /// GCJ-02 (国测局坐标): maps in China.
    Gcj02,
    /// BD-09: Baidu's maps.
    Bd09,
    /// CGCS2000 (国家大地坐标系).
    Cgcs2000,
}

/// A whole degree in the steps that coordinates are kept in.
const DEGREE: i64 = 1_000_000;

impl GeoPlace {
    /// What is wrong with it, each at its field.
    pub(super) fn errors(&self) -> Vec<Error> {
        let names = [
            ("province", self.province.as_deref()),
            ("city", self.city.as_deref()),
            ("district", self.district.as_deref()),
            ("address", self.address.as_deref()),
        ];
        let names = names.into_iter().filter_map(|(field, name)| Some((field, name?)));
        let mut errors: Vec<Error> =
            names.filter_map(|(field, name)| blank(Code::OrganisationBlank, field, name)).collect();
        let point = self.point.iter().flat_map(GeoPoint::errors);
        errors.extend(point.map(|error| error.at("point")));
        errors
    }

    /// What a person should read about it.
    pub(super) fn odd(&self, node: &Text) -> Option<Finding> {
        let point = self.point.as_ref().filter(|point| !point.is_in_china())?;
        let (longitude, latitude) = (point.longitude, point.latitude);
        let told = finding!(Code::OrganisationPointFar, node, longitude, latitude);
        Some(told.at("point"))
    }
}

impl GeoPoint {
    fn errors(&self) -> Vec<Error> {
        let parts = [("longitude", self.longitude, 180_i64), ("latitude", self.latitude, 90)];
        let wrong = parts.into_iter().filter(|(_, value, most)| {
            value.millionths().unsigned_abs() > most.unsigned_abs().saturating_mul(1_000_000)
        });
        let wrong = wrong.map(|(field, found, most)| {
            let error = Error::new(Code::OrganisationDegrees).with("field", field);
            error.with("found", found).with("most", most).at(field)
        });
        wrong.collect()
    }

    /// It lies in the box around China: 73° to 136° east, 3° to 54° north. One outside is mostly a point
    /// with longitude and latitude turned round.
    fn is_in_china(&self) -> bool {
        let inside = |value: Figure, from: i64, to: i64| {
            let steps = value.millionths();
            from.saturating_mul(DEGREE) <= steps && steps <= to.saturating_mul(DEGREE)
        };
        inside(self.longitude, 73, 136) && inside(self.latitude, 3, 54)
    }
}
