//! Factors: what makes one unit dearer than another.

use crate::number::{Area, Figure, Rate};
use crate::project::{Dimension, Selection};
use crate::{Label, Text};
use kaipan_derive::boundary;

/// How the values of a factor enter the price.
#[boundary]
pub enum Method {
    /// 系数: a coefficient; 1 is neutral.
    Coefficient,
    /// 系数 written as a change in percent: `3` is the coefficient 1.03; 0 is neutral.
    Percent,
    /// 差价: yuan per m² added after all coefficients; 0 is neutral.
    Difference,
}

impl Method {
    /// The value that changes nothing.
    pub const fn neutral(self) -> Figure {
        match self {
            Method::Coefficient => Figure::from_millionths(1_000_000),
            Method::Percent | Method::Difference => Figure::ZERO,
        }
    }
}

/// One factor of a pricing scheme (handbook §2.2).
///
/// A unit without a value for the factor is left neutral and reported
/// ([`crate::error::Code::PricingFactorMissing`]); a unit outside `scope` is left neutral in
/// silence, so a floor table can belong to one line or one building.
#[boundary]
pub struct Factor {
    /// Name to show; the dimension's own name by default.
    pub name: Option<Label>,
    /// The unit attribute that decides the value.
    pub dimension: Dimension,
    /// How values enter the price.
    pub method: Method,
    /// The values.
    pub values: FactorValues,
    /// 基点: the attribute value that must be neutral.
    pub reference: Option<Text>,
    /// The units it applies to.
    #[boundary(empty = Selection::is_all)]
    pub scope: Selection,
    /// Weight in the score variant (打分法), share: 0.3 is 30 %; the weights of a scheme add up to 1.
    pub weight: Option<Rate>,
}

impl Factor {
    /// A factor with one value for each attribute value: what [`FactorValues::Table`] holds.
    ///
    /// ```
    /// use kaipan::pricing::{Factor, Method};
    /// use kaipan::project::Dimension;
    /// let views = [("garden", "1.02".parse()?), ("road", "0.98".parse()?)];
    /// let view = Factor::table(Dimension::View, Method::Coefficient, views);
    /// # Ok::<(), kaipan::Error>(())
    /// ```
    pub fn table<K: Into<Text>>(
        dimension: Dimension,
        method: Method,
        rows: impl IntoIterator<Item = (K, Figure)>,
    ) -> Factor {
        let rows = rows.into_iter().map(|(key, value)| FactorRow::new(key, value));
        Factor::new(dimension, method, FactorValues::table(rows.collect()))
    }

    /// A floor table (楼层差): a value for each floor by its number.
    ///
    /// ```
    /// use kaipan::pricing::{Factor, Method};
    /// let floors = Factor::by_floor(Method::Difference, [(1, "0".parse()?), (2, "120".parse()?)]);
    /// # Ok::<(), kaipan::Error>(())
    /// ```
    pub fn by_floor(method: Method, floors: impl IntoIterator<Item = (i32, Figure)>) -> Factor {
        let rows = floors.into_iter().map(|(floor, value)| (Text::of(floor), value));
        Factor::table(Dimension::Floor, method, rows)
    }

    /// The name to show.
    pub fn label(&self) -> Label {
        self.name.clone().unwrap_or_else(|| Label::of(&self.dimension))
    }
}

/// The Chinese for what [`Factor::label`] and its like have: what has no name of its own goes by
/// what it is.
pub(crate) fn chinese_label(label: &str) -> &str {
    match label {
        "spot" => "干扰",
        "override" => "手工定价",
        _ => Dimension::chinese_of(label)
            .unwrap_or_else(|| label.strip_prefix("custom:").unwrap_or(label)),
    }
}

/// Where the values of a factor come from.
#[boundary]
pub enum FactorValues {
    /// One value for each attribute value.
    Table {
        /// The rows.
        #[boundary(required)]
        rows: Vec<FactorRow>,
    },
    /// Successive steps along an order of attribute values, anchored at the factor's reference.
    Steps {
        /// Attribute values from the worst to the best.
        #[boundary(required)]
        order: Vec<Text>,
        /// Change from each to the next, as the method says: a factor's change (0.01 is 1 %),
        /// percent (1 is 1 %), or yuan per m²; one fewer than `order`.
        #[boundary(required)]
        steps: Vec<Figure>,
    },
    /// Generated floor values: a level step with jumps, segments and own steps of lines.
    Floors {
        /// The rule.
        rule: FloorRule,
    },
    /// One value for each band of areas.
    Bands {
        /// Which area is looked at.
        #[boundary(default)]
        area: BandArea,
        /// The bands; they must not overlap.
        #[boundary(required)]
        bands: Vec<ValueBand>,
    },
}

/// A row of a factor table.
#[boundary]
pub struct FactorRow {
    /// Attribute value. A floor may be written `18`, `18层`, `18F`, `-1` or `B1`.
    pub key: Text,
    /// Its number, as the method says: a factor (1.02 is 2 % more; 0.1 to 10 is usual), a percent
    /// (2 is 2 %; up to 50 % is usual), or yuan per m².
    pub value: Figure,
}

/// Which area a band looks at.
#[boundary]
pub enum BandArea {
    /// 建筑面积.
    #[default]
    Building,
    /// 套内面积.
    Inside,
}

/// Areas from one (included) to another (excluded) that share a value; an absent end is open.
#[boundary]
pub struct ValueBand {
    /// Least area, included.
    pub from: Option<Area>,
    /// Greatest area, excluded.
    pub to: Option<Area>,
    /// The number for these areas, as the method says: a factor, a percent (2 is 2 %), or yuan per
    /// m².
    pub value: Figure,
}

impl ValueBand {
    /// The band as text, `[90, 120)`.
    pub fn label(&self) -> Text {
        let end = |area: Option<Area>| area.map_or_else(|| "∞".to_owned(), |a| a.to_string());
        match self.from {
            Some(from) => Text::of(format_args!("[{from}, {})", end(self.to))),
            None => Text::of(format_args!("[0, {})", end(self.to))),
        }
    }
}

/// A generated floor table (handbook §2.3 and §2.4).
///
/// The value of floor `f` is `start` plus the sum of the steps from the reference floor up to `f`,
/// or minus the sum of the steps from `f` up to the reference floor when `f` lies below. The step
/// onto a floor is, in this order of precedence: the jump onto it, the step onto the top floor,
/// the line's own step, the segment's step, the level step. A jump for this floor only is no step:
/// it is added to the value of its floor at the end.
#[boundary]
pub struct FloorRule {
    /// Reference floor.
    pub reference: i32,
    /// Value at the reference floor, as the method says; neutral by default.
    pub start: Option<Figure>,
    /// 层差: change from one floor to the next, as the method says: a factor's change (0.01 is 1 %),
    /// percent (1 is 1 %), or yuan per m².
    pub step: Figure,
    /// Whether absent floors count.
    #[boundary(default)]
    pub axis: FloorAxis,
    /// Steps of their own for ranges of floors.
    pub segments: Vec<FloorSegment>,
    /// 跳差: bigger or smaller steps onto single floors, or an amount for single floors only.
    pub jumps: Vec<FloorJump>,
    /// Step onto the top floor, wherever that is.
    pub top: Option<TopStep>,
    /// Steps of their own for lines.
    pub lines: Vec<LineStep>,
}

/// How floors are counted.
#[boundary]
pub enum FloorAxis {
    /// Only floors that exist in the building count: with no 4th floor, 3 → 5 is one step.
    #[default]
    Ordinal,
    /// Floor numbers count: 3 → 5 is two steps even without a 4th floor.
    Number,
}

/// Floors with a step of their own, both ends included.
#[boundary]
pub struct FloorSegment {
    /// Lowest floor stepped onto.
    pub from: i32,
    /// Highest floor stepped onto.
    pub to: i32,
    /// The step, as that of the rule.
    pub step: Figure,
}

/// A special step onto one floor (跳差). A floor may have one that moves the floors beyond it too
/// and one for itself only.
#[boundary]
pub struct FloorJump {
    /// The floor stepped onto.
    pub onto: i32,
    /// The step, as that of the rule.
    pub step: Figure,
    /// Whether it replaces the ordinary step, is added to it, or is for this floor only.
    #[boundary(default)]
    pub mode: JumpMode,
}

/// What a jump does with the ordinary step, and how far it reaches: the first two move the floors
/// beyond it too.
#[boundary]
pub enum JumpMode {
    /// Takes its place.
    #[default]
    Replace,
    /// Comes on top of it.
    Add,
    /// 只在本层: comes on top of what the floor has, and no other floor is moved by it.
    ThisFloor,
}

/// The step onto the top floor.
#[boundary]
pub struct TopStep {
    /// The step, as that of the rule.
    pub step: Figure,
    /// Whose top floor.
    #[boundary(default)]
    pub of: TopOf,
    /// Whether it replaces the ordinary step, is added to it, or is for the top floor only.
    #[boundary(default)]
    pub mode: JumpMode,
}

/// Whose top floor is meant: lines of one building may end on different floors.
#[boundary]
pub enum TopOf {
    /// The building's.
    #[default]
    Building,
    /// The line's (in its building and stair).
    Line,
}

/// A line with a level step of its own.
#[boundary]
pub struct LineStep {
    /// The line.
    pub line: Text,
    /// Its step, as that of the rule.
    pub step: Figure,
}
