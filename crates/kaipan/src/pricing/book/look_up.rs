//! Looking up the value that a factor has for a unit.

use super::codes::{MISSING, code_at};
use super::floors::FloorIndex;
use crate::Text;
use crate::error::Result;
use crate::number::{Figure, overflow};
use crate::pricing::scheme::{BandArea, Factor, FactorValues, TopOf};
use crate::project::{Dimension, Unit, written_floor};
use std::collections::BTreeMap;

enum Index {
    Text(BTreeMap<String, u32>),
    Floor(BTreeMap<i32, u32>),
    /// Floor codes by building and, where the rule asks for it, stair and line.
    Generated(BTreeMap<(Text, String), BTreeMap<i32, u32>>),
    Bands,
}

/// The values of a factor, with the way to them.
pub(super) struct LookUp {
    pub(super) values: Vec<Figure>,
    /// Codes of generated values, which are met unit by unit.
    interned: BTreeMap<Figure, u32>,
    index: Index,
}

impl LookUp {
    pub(super) fn new(factor: &Factor) -> Result<LookUp> {
        let rows: Vec<(&str, Figure)> = match &factor.values {
            FactorValues::Table { rows } => {
                rows.iter().map(|row| (row.key.as_str(), row.value)).collect()
            }
            FactorValues::Steps { order, steps } => cumulate(factor, order, steps)?,
            FactorValues::Floors { .. } => {
                return Ok(LookUp {
                    values: vec![],
                    interned: BTreeMap::new(),
                    index: Index::Generated(BTreeMap::new()),
                });
            }
            FactorValues::Bands { bands, .. } => {
                let values = bands.iter().map(|band| band.value).collect();
                return Ok(LookUp { values, interned: BTreeMap::new(), index: Index::Bands });
            }
        };
        let values = rows.iter().map(|(_, value)| *value).collect();
        let index = if factor.dimension == Dimension::Floor {
            let mut floors = BTreeMap::new();
            for (at, (key, _)) in rows.iter().enumerate() {
                // Validation has read every key as a floor already.
                if let Some((floor, _)) = written_floor(key) {
                    floors.insert(floor, code_at(at)?);
                }
            }
            Index::Floor(floors)
        } else {
            let mut texts = BTreeMap::new();
            for (at, (key, _)) in rows.iter().enumerate() {
                texts.insert((*key).to_owned(), code_at(at)?);
            }
            Index::Text(texts)
        };
        Ok(LookUp { values, interned: BTreeMap::new(), index })
    }

    pub(super) fn code(
        &mut self,
        factor: &Factor,
        neutral: Figure,
        unit: &Unit,
        floors: &FloorIndex<'_>,
    ) -> Result<u32> {
        let found = match &mut self.index {
            Index::Text(texts) => {
                unit.attribute(&factor.dimension).and_then(|value| texts.get(&*value).copied())
            }
            Index::Floor(numbers) => numbers.get(&unit.floor).copied(),
            Index::Bands => {
                let FactorValues::Bands { area, bands } = &factor.values else {
                    return Ok(MISSING);
                };
                let area = match area {
                    BandArea::Building => Some(unit.building_area),
                    BandArea::Inside => unit.inside_area,
                };
                let holds = |area| {
                    bands.iter().position(|band| {
                        band.from.is_none_or(|from| from <= area)
                            && band.to.is_none_or(|to| area < to)
                    })
                };
                area.and_then(holds).map(code_at).transpose()?
            }
            Index::Generated(known) => {
                let FactorValues::Floors { rule } = &factor.values else { return Ok(MISSING) };
                let own_line = !rule.lines.is_empty()
                    || rule.top.as_ref().is_some_and(|top| top.of == TopOf::Line);
                let line = if own_line {
                    format!("{}/{}", unit.stair.as_deref().unwrap_or(""), unit.line)
                } else {
                    String::new()
                };
                let key = (unit.building.clone(), line);
                let table = match known.entry(key) {
                    std::collections::btree_map::Entry::Occupied(table) => table.into_mut(),
                    std::collections::btree_map::Entry::Vacant(free) => {
                        let mut table = BTreeMap::new();
                        for (floor, value) in floors.values(rule, neutral, unit)? {
                            table.insert(
                                floor,
                                intern(&mut self.values, &mut self.interned, value)?,
                            );
                        }
                        free.insert(table)
                    }
                };
                table.get(&unit.floor).copied()
            }
        };
        Ok(found.unwrap_or(MISSING))
    }
}

fn intern(
    values: &mut Vec<Figure>,
    known: &mut BTreeMap<Figure, u32>,
    value: Figure,
) -> Result<u32> {
    if let Some(code) = known.get(&value) {
        return Ok(*code);
    }
    let code = code_at(values.len())?;
    values.push(value);
    known.insert(value, code);
    Ok(code)
}

/// Successive steps to values, anchored at the reference (the first key by default).
fn cumulate<'a>(
    factor: &Factor,
    order: &'a [Text],
    steps: &[Figure],
) -> Result<Vec<(&'a str, Figure)>> {
    let mut sums = Vec::with_capacity(order.len());
    let mut sum = Figure::ZERO;
    for (at, key) in order.iter().enumerate() {
        if let Some(step) = at.checked_sub(1).and_then(|before| steps.get(before)) {
            sum = sum.checked_add(*step).ok_or_else(overflow)?;
        }
        sums.push((key.as_str(), sum));
    }
    let anchor = factor
        .reference
        .as_ref()
        .and_then(|reference| sums.iter().find(|(key, _)| *key == reference.as_str()))
        .map_or(Figure::ZERO, |(_, sum)| *sum);
    let neutral = factor.method.neutral();
    for (_, sum) in &mut sums {
        *sum = sum
            .checked_sub(anchor)
            .and_then(|from_anchor| from_anchor.checked_add(neutral))
            .ok_or_else(overflow)?;
    }
    Ok(sums)
}
