use super::{PresalePermit, Unit};
use crate::{Date, Label, Text};
use kaipan_derive::boundary;
use std::borrow::Cow;

/// A development being sold (项目 / 楼盘), with everything in it.
#[boundary]
#[derive(Default)]
pub struct Project {
    /// 推广名: the name it is sold under.
    pub name: Text,
    /// 备案名: the registered name.
    pub registered_name: Option<Label>,
    /// 项目公司: the legal entity that owns it.
    pub project_company: Option<Label>,
    /// 集团 / 总部.
    pub headquarters: Option<Label>,
    /// 区域公司.
    pub region: Option<Label>,
    /// 城市公司.
    pub city_company: Option<Label>,
    /// City.
    pub city: Option<Text>,
    /// 分期. When given, units may name only these.
    pub phases: Vec<Phase>,
    /// 组团 / 苑区. When given, units may name only these.
    pub precincts: Vec<Precinct>,
    /// 楼栋. When given, units may name only these.
    pub buildings: Vec<Building>,
    /// 预售许可证.
    pub permits: Vec<PresalePermit>,
    /// 房源, in the order in which tables show them.
    #[boundary(written)]
    pub units: Vec<Unit>,
}

/// A phase of a project (分期).
#[boundary]
pub struct Phase {
    /// Code, as units name it.
    pub code: Text,
    /// Name to show.
    pub name: Option<Label>,
    /// 开盘时间: first selling day.
    pub opening_date: Option<Date>,
}

/// A cluster inside a project (组团 / 苑区).
#[boundary]
pub struct Precinct {
    /// Code, as units name it.
    pub code: Text,
    /// Name to show.
    pub name: Option<Label>,
}

/// A building (楼栋 / 幢).
#[boundary]
pub struct Building {
    /// Code, as units name it.
    pub code: Text,
    /// Name to show.
    pub name: Option<Label>,
    /// Phase it belongs to.
    pub phase: Option<Text>,
    /// Precinct it belongs to.
    pub precinct: Option<Text>,
    /// 业态 of its units, unless a unit says otherwise.
    pub product_type: Option<Text>,
    /// 单元. When given, its units may name only these.
    pub stairs: Vec<Stair>,
}

/// An entrance section of a building (单元).
#[boundary]
pub struct Stair {
    /// Code, as units name it.
    pub code: Text,
    /// Name to show.
    pub name: Option<Label>,
}

impl Project {
    /// Fills in what units inherit from their building: phase, precinct and product type.
    pub fn inherit(&mut self) {
        for unit in &mut self.units {
            let Some(building) = self.buildings.iter().find(|b| b.code == unit.building) else {
                continue;
            };
            let fill = |own: &mut Option<Text>, from: &Option<Text>| {
                if own.is_none() {
                    own.clone_from(from);
                }
            };
            fill(&mut unit.phase, &building.phase);
            fill(&mut unit.precinct, &building.precinct);
            fill(&mut unit.product_type, &building.product_type);
        }
    }

    /// The project with what its units inherit: a copy only if there is something to fill in.
    pub fn inherited(&self) -> Cow<'_, Project> {
        let lacks = |own: &Option<Text>, from: &Option<Text>| own.is_none() && from.is_some();
        let inherits = |unit: &Unit| {
            let building = self.buildings.iter().find(|b| b.code == unit.building);
            building.is_some_and(|building| {
                lacks(&unit.phase, &building.phase)
                    || lacks(&unit.precinct, &building.precinct)
                    || lacks(&unit.product_type, &building.product_type)
            })
        };
        if !self.units.iter().any(inherits) {
            return Cow::Borrowed(self);
        }
        let mut filled = self.clone();
        filled.inherit();
        Cow::Owned(filled)
    }
}
