//! Groups of stock: by what facts are grouped by, and by list price.

use super::units::StockUnits;
use crate::error::Result;
use crate::kpi::fact::{DimensionValue, Fact, FactDimension};
use crate::number::{UnitPrice, overflow};
use crate::{Date, Text};
use std::collections::BTreeMap;

/// The key of a group: its values (those without one come last), and the number of bounds that its
/// list prices reach; none of a unit without a price.
pub(super) type GroupKey = (Vec<(bool, Option<Text>)>, Option<usize>);

/// What units are grouped by.
pub(super) struct StockGrouping<'a> {
    pub(super) by: &'a [FactDimension],
    pub(super) price_bounds: &'a [UnitPrice],
}

impl StockGrouping<'_> {
    /// The group of a unit, by its release.
    pub(super) fn of(&self, fact: &Fact) -> Result<GroupKey> {
        let value = |dimension: &FactDimension| {
            let value = dimension.of(fact).cloned();
            (value.is_none(), value)
        };
        let reached = if self.price_bounds.is_empty() { None } else { self.reached(fact)? };
        Ok((self.by.iter().map(value).collect(), reached))
    }

    /// How many bounds the list price of a unit reaches. It is held against them unrounded:
    /// 10^-2 yuan ÷ 10^-4 m² and 10^-6 yuan a step.
    fn reached(&self, fact: &Fact) -> Result<Option<usize>> {
        let Some((value, area)) = fact.list_amount.zip(fact.area) else { return Ok(None) };
        let steps = i128::from(value.fen()).checked_mul(100_000_000).ok_or_else(overflow)?;
        let mut reached = 0_usize;
        for bound in self.price_bounds {
            let least = i128::from(bound.micros()).checked_mul(area.ten_thousandths().into());
            reached = reached.saturating_add(usize::from(steps >= least.ok_or_else(overflow)?));
        }
        Ok((area.is_positive()).then_some(reached))
    }

    /// The values as they are answered.
    pub(super) fn answered(&self, key: &GroupKey) -> Vec<DimensionValue> {
        let values = self.by.iter().zip(&key.0);
        let value = |(dimension, (_, value)): (&FactDimension, &(bool, Option<Text>))| {
            DimensionValue { dimension: *dimension, value: value.clone() }
        };
        values.map(value).collect()
    }

    /// From which price on, and below which one.
    pub(super) fn prices(&self, key: &GroupKey) -> (Option<UnitPrice>, Option<UnitPrice>) {
        let Some(reached) = key.1 else { return (None, None) };
        let low = reached.checked_sub(1).and_then(|at| self.price_bounds.get(at)).copied();
        (low, self.price_bounds.get(reached).copied())
    }

    /// Net sales of each group after a day. A unit belongs to the group of its release.
    pub(super) fn sold(
        &self,
        units: &StockUnits<'_>,
        after: Date,
    ) -> Result<BTreeMap<GroupKey, i32>> {
        let mut sold: BTreeMap<GroupKey, i32> = BTreeMap::new();
        for (fact, unit, count) in units.moves.iter().filter(|(fact, ..)| fact.date > after) {
            let release = units.released.get(unit).map_or(*fact, |(release, _)| *release);
            let slot = sold.entry(self.of(release)?).or_default();
            *slot = slot.checked_add(*count).ok_or_else(overflow)?;
        }
        Ok(sold)
    }
}
