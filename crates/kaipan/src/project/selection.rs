use super::{Dimension, Unit, UnitState};
use crate::Text;
use crate::check::Span;
use crate::error::{At, Code, Error, Result};
use crate::number::{Area, UnitPrice};
use kaipan_derive::boundary;
use std::fmt::Display;

/// A choice of units by any combination of their attributes.
///
/// A unit is chosen when it satisfies at least one clause of `any` (or `any` is empty) and no
/// clause of `except`. Since a clause joins its conditions by *and*, every combination of *and*,
/// *or* and *not* can be written.
#[boundary]
#[derive(Default)]
pub struct Selection {
    /// The unit must satisfy one of these; empty = every unit.
    pub any: Vec<Clause>,
    /// The unit must satisfy none of these.
    pub except: Vec<Clause>,
}

/// Conditions that must all hold. A list is satisfied by any of its values; an empty list or an
/// absent range asks nothing.
#[boundary]
#[derive(Default)]
pub struct Clause {
    /// 房号.
    pub unit_no: Vec<Text>,
    /// 楼栋.
    pub building: Vec<Text>,
    /// 单元.
    pub stair: Vec<Text>,
    /// 楼层.
    pub floor: Vec<FloorRange>,
    /// 户位.
    pub line: Vec<Text>,
    /// Any other attribute, by its name.
    pub attributes: Vec<AttributeMatch>,
    /// 建筑面积.
    pub building_area: Option<AreaRange>,
    /// 套内面积; units without one do not match.
    pub inside_area: Option<AreaRange>,
    /// 表价 (单价) in force; units without one do not match.
    pub list_price: Option<PriceRange>,
    /// 销控状态.
    pub state: Vec<UnitState>,
    /// 推盘批次.
    pub batch: Vec<Text>,
    /// 预售许可证号.
    pub permit: Vec<Text>,
}

/// Floors from one to another, both included; an absent end is open.
#[boundary]
#[derive(Copy, Default)]
pub struct FloorRange {
    /// Lowest floor.
    pub from: Option<i32>,
    /// Highest floor.
    pub to: Option<i32>,
}

/// Areas from one (included) to another (excluded); an absent end is open.
#[boundary]
#[derive(Copy, Default)]
pub struct AreaRange {
    /// Least area, included.
    pub from: Option<Area>,
    /// Greatest area, excluded.
    pub to: Option<Area>,
}

/// Unit prices from one (included) to another (excluded); an absent end is open.
#[boundary]
#[derive(Copy, Default)]
pub struct PriceRange {
    /// Least unit price, included.
    pub from: Option<UnitPrice>,
    /// Greatest unit price, excluded.
    pub to: Option<UnitPrice>,
}

/// An attribute that must have one of these values; no values = the unit must not have it.
#[boundary]
pub struct AttributeMatch {
    /// The attribute.
    pub attribute: Dimension,
    /// Its accepted values.
    #[boundary(required)]
    pub values: Vec<Text>,
}

impl Selection {
    /// Every unit.
    pub const fn all() -> Selection {
        Selection { any: Vec::new(), except: Vec::new() }
    }

    /// The units that satisfy one clause.
    pub fn of(clause: Clause) -> Selection {
        Selection { any: vec![clause], except: Vec::new() }
    }

    /// Whether every unit is chosen.
    pub fn is_all(&self) -> bool {
        self.any.is_empty() && self.except.is_empty()
    }

    /// Whether the unit is chosen.
    pub fn matches(&self, unit: &Unit) -> bool {
        (self.any.is_empty() || self.any.iter().any(|clause| clause.matches(unit)))
            && !self.except.iter().any(|clause| clause.matches(unit))
    }

    /// Refuses ranges that start after their end.
    ///
    /// # Errors
    /// [`Code::ProjectRange`], once for every such range.
    pub fn validate(&self) -> Result<()> {
        let mut errors = Vec::new();
        for (list, clauses) in [("any", &self.any), ("except", &self.except)] {
            for (at, clause) in clauses.iter().enumerate() {
                if let Err(error) = clause.validate() {
                    errors.push(error.at(at).at(list));
                }
            }
        }
        Error::collect(errors)
    }
}

impl Clause {
    /// Whether all conditions hold.
    pub fn matches(&self, unit: &Unit) -> bool {
        let one_of = |list: &[Text], value: Option<&str>| {
            list.is_empty() || value.is_some_and(|value| list.iter().any(|one| one == value))
        };
        one_of(&self.building, Some(&unit.building))
            && (self.floor.is_empty() || self.floor.iter().any(|range| range.contains(unit.floor)))
            && one_of(&self.line, Some(&unit.line))
            && one_of(&self.stair, unit.stair.as_deref())
            && one_of(&self.unit_no, Some(&unit.unit_no))
            && (self.state.is_empty() || self.state.contains(&unit.state))
            && one_of(&self.batch, unit.batch.as_deref())
            && one_of(&self.permit, unit.permit.as_deref())
            && self.attributes.iter().all(|condition| condition.matches(unit))
            && self.building_area.is_none_or(|range| range.contains(unit.building_area))
            && self
                .inside_area
                .is_none_or(|range| unit.inside_area.is_some_and(|area| range.contains(area)))
            && self
                .list_price
                .is_none_or(|range| unit.list_price.is_some_and(|price| range.contains(price)))
    }

    fn validate(&self) -> Result<()> {
        let mut errors = Vec::new();
        for (at, range) in self.floor.iter().enumerate() {
            errors.extend(ordered(range.from, range.to).at(at).at("floor").err());
        }
        let area = |range: Option<AreaRange>| range.map_or((None, None), |r| (r.from, r.to));
        let (from, to) = area(self.building_area);
        errors.extend(ordered(from, to).at("building_area").err());
        let (from, to) = area(self.inside_area);
        errors.extend(ordered(from, to).at("inside_area").err());
        if let Some(range) = self.list_price {
            errors.extend(ordered(range.from, range.to).at("list_price").err());
        }
        Error::collect(errors)
    }
}

fn ordered<T: Copy + Ord + Display>(from: Option<T>, to: Option<T>) -> Result<()> {
    let Some((from, to)) = Span::new(from, to).turned() else { return Ok(()) };
    Err(Error::new(Code::ProjectRange).with("from", from).with("to", to))
}

impl FloorRange {
    /// Whether the floor lies in the range.
    pub fn contains(&self, floor: i32) -> bool {
        Span::new(self.from, self.to).contains(floor)
    }
}

impl AreaRange {
    /// Whether the area lies in the range.
    pub fn contains(&self, area: Area) -> bool {
        self.from.is_none_or(|from| from <= area) && self.to.is_none_or(|to| area < to)
    }
}

impl PriceRange {
    /// Whether the unit price lies in the range.
    pub fn contains(&self, price: UnitPrice) -> bool {
        self.from.is_none_or(|from| from <= price) && self.to.is_none_or(|to| price < to)
    }
}

impl AttributeMatch {
    fn matches(&self, unit: &Unit) -> bool {
        match unit.attribute(&self.attribute) {
            Some(value) => self.values.iter().any(|one| *one == *value),
            None => self.values.is_empty(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit() -> Unit {
        Unit {
            unit_no: "1-101".into(),
            building: "1".into(),
            floor: 18,
            line: "01".into(),
            view: Some("garden".into()),
            building_area: "89.50".parse().unwrap(),
            state: UnitState::OnSale,
            ..Unit::default()
        }
    }

    fn chosen(json: &str) -> bool {
        serde_json::from_str::<Selection>(json).unwrap().matches(&unit())
    }

    #[test]
    fn any_combination_of_conditions() {
        assert!(chosen("{}"));
        assert!(chosen(r#"{"any":[{"building":["2","1"],"floor":[{"from":15}]}]}"#));
        assert!(!chosen(r#"{"any":[{"building":["2"],"floor":[{"from":15}]}]}"#));
        assert!(chosen(r#"{"any":[{"building":["2"]},{"line":["01"]}]}"#));
        assert!(!chosen(r#"{"except":[{"floor":[{"from":18,"to":18}]}]}"#));
        assert!(chosen(r#"{"any":[{"attributes":[{"attribute":"view","values":["garden"]}]}]}"#));
        assert!(chosen(r#"{"any":[{"attributes":[{"attribute":"noise","values":[]}]}]}"#));
        assert!(!chosen(r#"{"any":[{"stair":["1"]}]}"#));
        assert!(chosen(r#"{"any":[{"state":["on_sale"]}]}"#));
        assert!(chosen(r#"{"any":[{"building_area":{"from":"89.50","to":"90"}}]}"#));
        assert!(!chosen(r#"{"any":[{"building_area":{"to":"89.50"}}]}"#));
        assert!(!chosen(r#"{"any":[{"inside_area":{"from":"1"}}]}"#));
        assert!(!chosen(r#"{"any":[{"list_price":{"from":"1"}}]}"#));
    }

    #[test]
    fn turned_ranges_are_refused_with_their_place() {
        let selection: Selection = serde_json::from_str(
            r#"{"any":[{},{"floor":[{"from":3,"to":2}],"building_area":{"from":"9","to":"1"}}]}"#,
        )
        .unwrap();
        let error = selection.validate().unwrap_err();
        assert_eq!(error.path(), "/any/1/floor/0");
        assert_eq!(error.others()[0].path(), "/any/1/building_area");
    }
}
