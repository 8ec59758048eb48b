//! What the survey found (面积确权).

use crate::check::{Must, blank};
use crate::error::{Code, Error, Finding, finding};
use crate::number::{Area, Unrounded};
use crate::pricing::AreaBasis;
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// The areas of a home as they were surveyed and registered (产权登记面积).
///
/// ```
/// use kaipan::area_settlement::AreaSurvey;
/// let survey = AreaSurvey::new("3-1-1802", "102.5".parse()?).with_inside_area("80".parse()?);
/// assert!(!survey.design_change);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[boundary]
pub struct AreaSurvey {
    /// 房号.
    pub unit_no: Text,
    /// 登记建筑面积, m².
    pub building_area: Area,
    /// 登记套内建筑面积, m².
    pub inside_area: Option<Area>,
    /// 公摊面积, m²; compared with the other two.
    pub shared_area: Option<Area>,
    /// The day of the survey.
    pub surveyed_on: Option<Date>,
    /// 测绘单位.
    pub surveyor: Option<Label>,
    /// 测绘报告编号.
    pub report: Option<Text>,
    /// 设计变更: the area differs because the design was changed. A supplementary agreement says what
    /// follows, and not this rule.
    pub design_change: bool,
}

impl AreaSurvey {
    /// The area of this basis; none where it was not surveyed.
    pub(super) fn area(&self, basis: AreaBasis) -> Option<Area> {
        match basis {
            AreaBasis::Inside => self.inside_area,
            AreaBasis::Building | AreaBasis::PerUnit => Some(self.building_area),
        }
    }

    /// What cannot be, at its field.
    pub(super) fn wrong(&self) -> Vec<Error> {
        let mut errors: Vec<Error> =
            blank(Code::AreaBlank, "unit_no", &self.unit_no).into_iter().collect();
        errors.extend(no_area("building_area", self.building_area));
        errors.extend(self.inside_area.and_then(|area| no_area("inside_area", area)));
        errors.extend(
            self.shared_area.and_then(|area| {
                Must::NotBeNegative.refused(Code::AreaNumber, "shared_area", area)
            }),
        );
        errors
    }

    /// Figures that do not agree, at their fields.
    pub(super) fn odd(&self) -> Vec<Finding> {
        let larger = larger_inside(self.building_area, self.inside_area);
        let parts = self.inside_area.zip(self.shared_area).and_then(|(inside, shared)| {
            let building = self.building_area;
            let told = || finding!(Code::AreaParts, inside, shared, building).at("shared_area");
            (inside.checked_add(shared) != Some(building)).then(told)
        });
        let odd = crate::unusual::area(self.building_area).map(|told| told.at("building_area"));
        larger.into_iter().chain(parts).chain(odd).collect()
    }
}

/// An area that is none.
pub(super) fn no_area(field: &'static str, area: Area) -> Option<Error> {
    let error = || Error::new(Code::AreaNotPositive).with("field", field).with("value", area);
    (!area.is_positive()).then(|| error().at(field))
}

/// An inside area that is larger than the building area.
pub(super) fn larger_inside(building: Area, inside: Option<Area>) -> Option<Finding> {
    let inside = inside.filter(|inside| *inside > building)?;
    Some(finding!(Code::AreaInsideLarger, inside, building).at("inside_area"))
}

/// How far one area is from another, as a share of that: (registered − contract) ÷ contract.
pub(super) fn ratio(registered: Area, contract: Area) -> crate::Result<Unrounded> {
    let contract = Unrounded::from(contract);
    Unrounded::from(registered).sub(&contract)?.div(&contract)?.reduced()
}
