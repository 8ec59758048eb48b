//! 房源查询: homes found by any combination of what is known of them.

use super::{Names, Selection, Unit, UnitState};
use crate::Text;
use crate::error::{Code, Finding, Input, InputPlace, Result, finding};
use crate::number::{Area, overflow};
use kaipan_derive::boundary;

/// Looks for homes (handbook §1.1).
///
/// ```
/// use kaipan::project::{Clause, Searching, Selection, Unit};
/// let units = [
///     Unit::new("1-101", "1", 1, "01", "89.50".parse()?),
///     Unit::new("1-1801", "1", 18, "01", "89.50".parse()?),
/// ];
/// let high = Clause { unit_no: vec!["1-1801".into()], ..Clause::default() };
/// let found = Searching::new(&units, &Selection::of(high)).find()?;
/// assert_eq!(found.count, 1);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug)]
pub struct Searching<'a> {
    units: &'a [Unit],
    select: &'a Selection,
}

/// The homes that were found.
#[boundary(answer)]
pub struct FoundUnits {
    /// Their numbers, in the order of the units.
    #[boundary(required)]
    pub unit_nos: Vec<Text>,
    /// How many they are.
    pub count: u32,
    /// Σ building area, m².
    pub building_area: Area,
    /// How many they are in each state, in the order in which the states come.
    #[boundary(required)]
    pub states: Vec<FoundState>,
    /// Names that no unit has, and conditions that no unit meets.
    pub findings: Vec<Finding>,
}

/// How many of the homes are in a state.
#[boundary(answer)]
pub struct FoundState {
    /// 销控状态.
    pub state: UnitState,
    /// How many.
    pub count: u32,
}

impl<'a> Searching<'a> {
    /// Looks among units.
    pub const fn new(units: &'a [Unit], select: &'a Selection) -> Searching<'a> {
        Searching { units, select }
    }

    /// The homes that meet the conditions; none is an answer too.
    ///
    /// # Errors
    /// [`Code::ProjectRange`] for a range that starts after its end, [`Code::NumberOverflow`] for
    /// areas that come to too much.
    pub fn find(&self) -> Result<FoundUnits> {
        self.select.validate().map_err(|error| error.within(Input::Select))?;
        let mut found = FoundUnits {
            unit_nos: Vec::new(),
            count: 0,
            building_area: Area::ZERO,
            states: Vec::new(),
            findings: self.findings(),
        };
        for unit in self.units.iter().filter(|unit| self.select.matches(unit)) {
            found.unit_nos.push(unit.unit_no.clone());
            found.count = found.count.checked_add(1).ok_or_else(overflow)?;
            let area = found.building_area.checked_add(unit.building_area);
            found.building_area = area.ok_or_else(overflow)?;
            match found.states.iter_mut().find(|one| one.state == unit.state) {
                Some(one) => one.count = one.count.checked_add(1).ok_or_else(overflow)?,
                None => found.states.push(FoundState { state: unit.state, count: 1 }),
            }
        }
        Ok(found)
    }

    fn findings(&self) -> Vec<Finding> {
        let mut told = Vec::new();
        if self.units.is_empty() {
            told.push(finding!(Code::ProjectSelectionEmpty).within(Input::Units));
            return told;
        }
        let place = InputPlace::of(Input::Select);
        told.extend(Names::new(self.units).of_selection(self.select, place));
        told
    }
}
