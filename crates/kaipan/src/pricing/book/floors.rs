//! Generated floor tables: from a rule and the floors that exist to one value a floor.

use crate::error::{Code, Error, Result};
use crate::number::{Figure, overflow};
use crate::pricing::scheme::{FloorAxis, FloorJump, FloorRule, FloorSegment, JumpMode, TopOf};
use crate::project::Unit;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The floors that exist: per building, and the top floor of every line.
pub(crate) struct FloorIndex<'a> {
    buildings: HashMap<&'a str, BTreeSet<i32>>,
    line_tops: HashMap<(&'a str, &'a str, &'a str), i32>,
}

impl<'a> FloorIndex<'a> {
    pub(crate) fn new(units: &'a [Unit]) -> FloorIndex<'a> {
        let mut buildings: HashMap<&str, BTreeSet<i32>> = HashMap::new();
        let mut line_tops = HashMap::new();
        for unit in units {
            buildings.entry(&unit.building).or_default().insert(unit.floor);
            let top = line_tops.entry(line_of(unit)).or_insert(unit.floor);
            *top = unit.floor.max(*top);
        }
        FloorIndex { buildings, line_tops }
    }

    /// Whether the building has the floor.
    pub(crate) fn exists(&self, building: &str, floor: i32) -> bool {
        self.buildings.get(building).is_some_and(|floors| floors.contains(&floor))
    }

    /// The value of every floor of the building, for the unit's line.
    ///
    /// Floors are those of the building and the reference floor; a number axis counts the numbers
    /// between them too.
    pub(crate) fn values(
        &self,
        rule: &FloorRule,
        neutral: Figure,
        unit: &Unit,
    ) -> Result<BTreeMap<i32, Figure>> {
        let mut floors = self.buildings.get(unit.building.as_str()).cloned().unwrap_or_default();
        let building_top = floors.last().copied();
        floors.insert(rule.reference);
        if rule.axis == FloorAxis::Number
            && let (Some(first), Some(last)) = (floors.first().copied(), floors.last().copied())
        {
            floors = (first..=last).collect();
        }
        let top = match rule.top.as_ref().map(|top| top.of) {
            None => None,
            Some(TopOf::Building) => building_top,
            Some(TopOf::Line) => self.line_tops.get(&line_of(unit)).copied(),
        };
        let steps = Steps { rule, line: &unit.line, top };
        let start = rule.start.unwrap_or(neutral);
        // In order, so that the codes of columns are the same in every run.
        let mut values = BTreeMap::new();
        values.insert(rule.reference, start);
        let mut value = start;
        for floor in floors.range(rule.reference.saturating_add(1)..) {
            value = value.checked_add(steps.onto(*floor)?).ok_or_else(overflow)?;
            values.insert(*floor, value);
        }
        let mut value = start;
        let mut above = rule.reference;
        for floor in floors.range(..rule.reference).rev() {
            value = value.checked_sub(steps.onto(above)?).ok_or_else(overflow)?;
            values.insert(*floor, value);
            above = *floor;
        }
        for (floor, value) in &mut values {
            *value = value.checked_add(steps.on_this_floor(*floor)?).ok_or_else(overflow)?;
        }
        Ok(values)
    }
}

fn line_of(unit: &Unit) -> (&str, &str, &str) {
    (&unit.building, unit.stair.as_deref().unwrap_or(""), &unit.line)
}

struct Steps<'a> {
    rule: &'a FloorRule,
    line: &'a str,
    top: Option<i32>,
}

impl Steps<'_> {
    fn onto(&self, floor: i32) -> Result<Figure> {
        let rule = self.rule;
        let in_segment = |segment: &&FloorSegment| (segment.from..=segment.to).contains(&floor);
        let mut step = rule
            .lines
            .iter()
            .find(|own| own.line == self.line)
            .map(|own| own.step)
            .or_else(|| rule.segments.iter().find(in_segment).map(|segment| segment.step))
            .unwrap_or(rule.step);
        if let Some(top) = rule.top.as_ref().filter(|_| self.top == Some(floor)) {
            step = join(step, top.step, top.mode)?;
        }
        let moves_others = |jump: &&FloorJump| jump.mode != JumpMode::ThisFloor;
        let mut jumps = rule.jumps.iter().filter(moves_others);
        if let Some(jump) = jumps.find(|jump| jump.onto == floor) {
            step = join(step, jump.step, jump.mode)?;
        }
        Ok(step)
    }

    /// What is for this floor only: it moves no other.
    fn on_this_floor(&self, floor: i32) -> Result<Figure> {
        let top = self.rule.top.iter().filter(|_| self.top == Some(floor));
        let top = top.map(|top| (top.step, top.mode));
        let jumps = self.rule.jumps.iter().filter(|jump| jump.onto == floor);
        let all = top.chain(jumps.map(|jump| (jump.step, jump.mode)));
        let own = all.filter(|(_, mode)| *mode == JumpMode::ThisFloor);
        own.map(|(amount, _)| amount)
            .try_fold(Figure::ZERO, Figure::checked_add)
            .ok_or_else(|| Error::new(Code::NumberOverflow))
    }
}

fn join(ordinary: Figure, special: Figure, mode: JumpMode) -> Result<Figure> {
    match mode {
        JumpMode::Replace => Ok(special),
        JumpMode::Add => {
            ordinary.checked_add(special).ok_or_else(|| Error::new(Code::NumberOverflow))
        }
        JumpMode::ThisFloor => Ok(ordinary),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pricing::scheme::{LineStep, TopStep};

    fn units(floors: &[(i32, &str)]) -> Vec<Unit> {
        let unit = |(floor, line): &(i32, &str)| Unit {
            building: "1".into(),
            floor: *floor,
            line: (*line).into(),
            ..Unit::default()
        };
        floors.iter().map(unit).collect()
    }

    fn figure(text: &str) -> Figure {
        text.parse().unwrap()
    }

    fn rule(reference: i32, step: &str) -> FloorRule {
        FloorRule {
            reference,
            start: None,
            step: figure(step),
            axis: FloorAxis::Ordinal,
            segments: vec![],
            jumps: vec![],
            top: None,
            lines: vec![],
        }
    }

    fn at(units: &[Unit], rule: &FloorRule, unit: usize, floor: i32) -> String {
        let index = FloorIndex::new(units);
        index.values(rule, Figure::ZERO, &units[unit]).unwrap()[&floor].to_string()
    }

    #[test]
    fn handbook_2_c_jumps() {
        let all: Vec<(i32, &str)> = (1..=18).map(|floor| (floor, "01")).collect();
        let units = units(&all);
        let jump =
            |onto, step: &str| FloorJump { onto, step: figure(step), mode: JumpMode::Replace };
        let rule = FloorRule { jumps: vec![jump(11, "120"), jump(18, "-200")], ..rule(6, "50") };
        for (floor, value) in [
            (1, "-250"),
            (5, "-50"),
            (6, "0"),
            (7, "50"),
            (10, "200"),
            (11, "320"),
            (12, "370"),
            (17, "620"),
            (18, "420"),
        ] {
            assert_eq!(at(&units, &rule, 0, floor), value, "floor {floor}");
        }
    }

    #[test]
    fn a_jump_for_this_floor_only_moves_no_other_floor() {
        let units = units(&[(1, "01"), (2, "01"), (3, "01"), (4, "01"), (5, "01")]);
        let jump = |onto, step, mode| FloorJump { onto, step: figure(step), mode };
        let mut rule = rule(3, "50");
        rule.jumps = vec![jump(4, "-200", JumpMode::ThisFloor)];
        let all = |rule: &FloorRule| (1..=5).map(|f| at(&units, rule, 0, f)).collect::<Vec<_>>();
        assert_eq!(all(&rule), ["-100", "-50", "0", "-150", "100"]);
        // The two kinds of jumps stand side by side, and an own floor below the reference is alike.
        rule.jumps.push(jump(4, "120", JumpMode::Replace));
        rule.jumps.push(jump(1, "-30", JumpMode::ThisFloor));
        assert_eq!(all(&rule), ["-130", "-50", "0", "-80", "170"]);
        // With the reference at the top, a step onto the top floor would raise all others.
        rule.reference = 5;
        rule.jumps.clear();
        rule.top =
            Some(TopStep { step: figure("-80"), of: TopOf::Building, mode: JumpMode::ThisFloor });
        assert_eq!(all(&rule), ["-200", "-150", "-100", "-50", "-80"]);
    }

    #[test]
    fn absent_floors_count_on_a_number_axis_only() {
        let units = units(&[(3, "01"), (5, "01"), (-1, "01"), (1, "01")]);
        let ordinal = rule(1, "10");
        assert_eq!(at(&units, &ordinal, 0, 5), "20");
        assert_eq!(at(&units, &ordinal, 0, -1), "-10");
        let number = FloorRule { axis: FloorAxis::Number, ..rule(1, "10") };
        assert_eq!(at(&units, &number, 0, 5), "40");
        assert_eq!(at(&units, &number, 0, -1), "-20");
        let absent = rule(4, "10");
        assert_eq!(at(&units, &absent, 0, 5), "10", "an absent reference floor still counts");
        assert_eq!(at(&units, &absent, 0, 3), "-10");
    }

    #[test]
    fn precedence_of_steps() {
        let units = units(&[(1, "01"), (2, "01"), (3, "01"), (1, "02"), (2, "02")]);
        let mut rule = rule(1, "10");
        rule.segments = vec![FloorSegment { from: 2, to: 2, step: figure("20") }];
        rule.lines = vec![LineStep { line: "02".into(), step: figure("7") }];
        assert_eq!(at(&units, &rule, 0, 2), "20");
        assert_eq!(at(&units, &rule, 0, 3), "30");
        assert_eq!(at(&units, &rule, 3, 2), "7");
        let top = |of, mode| Some(TopStep { step: figure("-5"), of, mode });
        rule.top = top(TopOf::Line, JumpMode::Replace);
        assert_eq!(at(&units, &rule, 3, 2), "-5", "line 02 ends on floor 2");
        assert_eq!(at(&units, &rule, 0, 3), "15");
        rule.top = top(TopOf::Building, JumpMode::Add);
        assert_eq!(at(&units, &rule, 0, 3), "25");
        rule.jumps = vec![FloorJump { onto: 3, step: figure("1"), mode: JumpMode::Add }];
        assert_eq!(at(&units, &rule, 0, 3), "26");
    }
}
