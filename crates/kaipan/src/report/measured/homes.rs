//! 总货量: all homes that are known, whether they are offered or not.

use super::places::is_in;
use crate::Text;
use crate::error::Result;
use crate::kpi::{DimensionValue, FactDimension, FactUnit};
use crate::number::{Area, Money, overflow};
use crate::report::cell::ReportCell;
use crate::report::scene::Scene;
use crate::report::spec::{Col, Source};
use std::collections::HashMap;

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

/// Node, product and layout of homes.
type Kind<'s> = (&'s Text, Option<&'s Text>, Option<&'s Text>);

/// What homes come to. Area and value are not known where those of one are not.
#[derive(Debug, Clone, Copy)]
struct Sum {
    units: i32,
    area: Option<Area>,
    value: Option<Money>,
}

/// All homes in scope, where a column asks for them. Nodes lie where they do on the day looked at.
pub(super) struct Homes<'s> {
    scene: &'s Scene<'s>,
    sums: HashMap<Kind<'s>, Sum>,
}

impl Sum {
    const NONE: Sum = Sum { units: 0, area: Some(Area::ZERO), value: Some(Money::ZERO) };

    fn of(unit: &FactUnit) -> Sum {
        Sum { units: 1, area: unit.area, value: unit.list_total }
    }

    fn plus(self, other: Sum) -> Result<Sum> {
        let area = self.area.zip(other.area);
        let area = area.map(|(one, two)| one.checked_add(two).ok_or_else(overflow));
        let value = self.value.zip(other.value);
        let value = value.map(|(one, two)| one.checked_add(two).ok_or_else(overflow));
        Ok(Sum {
            units: self.units.checked_add(other.units).ok_or_else(overflow)?,
            area: area.transpose()?,
            value: value.transpose()?,
        })
    }

    fn cell(self, figure: HomesFigure) -> ReportCell {
        let cell = match figure {
            HomesFigure::Units => Some(ReportCell::Count { count: self.units }),
            HomesFigure::Area => self.area.map(|area| ReportCell::Area { area }),
            HomesFigure::Value => self.value.map(|money| ReportCell::Money { money }),
        };
        cell.unwrap_or(ReportCell::Absent {})
    }
}

impl<'s> Homes<'s> {
    pub(super) fn new(scene: &'s Scene<'s>, columns: &[Col]) -> Result<Homes<'s>> {
        let is_asked = columns.iter().any(|column| matches!(column.source, Source::Homes(_)));
        let mut sums: HashMap<Kind<'s>, Sum> = HashMap::new();
        for unit in scene.records.units.iter().filter(|_| is_asked) {
            let kind = (&unit.node, unit.product.as_ref(), unit.layout.as_ref());
            let sum = sums.entry(kind).or_insert(Sum::NONE);
            *sum = sum.plus(Sum::of(unit))?;
        }
        sums.retain(|(node, ..), _| {
            scene.is_inside(Some(node), scene.as_of) && scene.sight(Some(node), None).reports
        });
        Ok(Homes { scene, sums })
    }

    /// Of the homes of a group; nothing where no home is given, where one lacks what is asked, and of
    /// groups by anything but node, product and layout.
    pub(super) fn cell(
        &self,
        values: &[DimensionValue],
        groups: &[Vec<DimensionValue>],
        figure: HomesFigure,
    ) -> Result<ReportCell> {
        use FactDimension::{Layout, Node, Product};
        let is_said = |value: &DimensionValue| matches!(value.dimension, Node | Product | Layout);
        if self.scene.records.units.is_empty() || !values.iter().all(is_said) {
            return Ok(ReportCell::Absent {});
        }
        let own = self.sums.iter();
        let mut own =
            own.filter(|(kind, _)| values.iter().all(|one| self.is_of(kind, one, groups)));
        Ok(own.try_fold(Sum::NONE, |sum, (_, one)| sum.plus(*one))?.cell(figure))
    }

    fn is_of(
        &self,
        (node, product, layout): &Kind<'_>,
        value: &DimensionValue,
        groups: &[Vec<DimensionValue>],
    ) -> bool {
        let asked = value.value.as_ref();
        match value.dimension {
            FactDimension::Product => *product == asked,
            FactDimension::Layout => *layout == asked,
            _ if asked.is_some() => self.scene.is_under(Some(node), asked, self.scene.as_of),
            _ => !is_in(self.scene, Some(node), groups),
        }
    }
}
