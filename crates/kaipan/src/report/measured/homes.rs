//! 总货量: all homes that are known, whether they are offered or not.

use super::places::{is_below, is_in};
use crate::Text;
use crate::error::Result;
use crate::kpi::{DimensionValue, FactDimension, FactUnit};
use crate::number::{Area, Money, overflow};
use crate::report::cell::ReportCell;
use crate::report::scene::Scene;

/// What is said of all homes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::report) enum HomesFigure {
    /// 总套数.
    Units,
    /// 总面积, m².
    Area,
    /// 总货值, yuan of list totals.
    Value,
}

/// All homes in scope. Nodes lie where they do on the day looked at.
pub(super) struct Homes<'s> {
    scene: &'s Scene<'s>,
    all: Vec<&'s FactUnit>,
}

impl<'s> Homes<'s> {
    pub(super) fn new(scene: &'s Scene<'s>) -> Homes<'s> {
        let all = scene.records.units.iter().filter(|unit| {
            let node = Some(&unit.node);
            scene.is_inside(node, scene.as_of) && scene.sight(node, None).reports
        });
        Homes { scene, all: all.collect() }
    }

    /// Of the homes of a group; nothing where no home is known, where one lacks what is asked, and of
    /// groups by what is not said of homes.
    pub(super) fn cell(
        &self,
        values: &[DimensionValue],
        groups: &[Vec<DimensionValue>],
        figure: HomesFigure,
    ) -> Result<ReportCell> {
        let is_said = |value: &DimensionValue| {
            matches!(
                value.dimension,
                FactDimension::Node
                    | FactDimension::Unit
                    | FactDimension::Product
                    | FactDimension::Layout
            )
        };
        if self.scene.records.units.is_empty() || !values.iter().all(is_said) {
            return Ok(ReportCell::Absent {});
        }
        let own = self.all.iter().copied();
        let own: Vec<&FactUnit> =
            own.filter(|unit| values.iter().all(|one| self.is_of(unit, one, groups))).collect();
        Ok(match figure {
            HomesFigure::Units => {
                ReportCell::Count { count: i32::try_from(own.len()).map_err(|_| overflow())? }
            }
            HomesFigure::Area => {
                let mut area = Some(Area::ZERO);
                for unit in &own {
                    let next = |(sum, one): (Area, Area)| sum.checked_add(one).ok_or_else(overflow);
                    area = area.zip(unit.area).map(next).transpose()?;
                }
                area.map_or(ReportCell::Absent {}, |area| ReportCell::Area { area })
            }
            HomesFigure::Value => {
                let totals: Option<Vec<Money>> = own.iter().map(|unit| unit.list_total).collect();
                match totals {
                    Some(totals) => ReportCell::Money { money: Money::sum(totals)? },
                    None => ReportCell::Absent {},
                }
            }
        })
    }

    fn is_of(
        &self,
        unit: &FactUnit,
        value: &DimensionValue,
        groups: &[Vec<DimensionValue>],
    ) -> bool {
        let asked = value.value.as_ref();
        let same = |own: Option<&Text>| own == asked;
        match value.dimension {
            FactDimension::Node => match asked {
                Some(node) => is_below(self.scene, Some(&unit.node), node),
                None => !is_in(self.scene, Some(&unit.node), groups),
            },
            FactDimension::Unit => same(Some(&unit.unit_no)),
            FactDimension::Product => same(unit.product.as_ref()),
            FactDimension::Layout => same(unit.layout.as_ref()),
            _ => false,
        }
    }
}
