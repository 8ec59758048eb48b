//! The price bill and its lines.

use super::change::mode::AverageMove;
use super::life::state::BillState;
use crate::error::Finding;
use crate::number::{Area, Figure, Money, Rate, UnitPrice};
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// What a bill does.
#[boundary]
pub enum BillKind {
    /// 定价: first prices.
    Set,
    /// 调价: changed prices.
    #[default]
    Adjust,
}

/// How a bill came to its prices (调价方式): the mode of `pricing.adjust` with its figures.
#[boundary]
pub enum BillMethod {
    /// 每平米加减: ± yuan per m² of building area.
    AmountPerM2 {
        /// The change, yuan per m².
        amount: UnitPrice,
    },
    /// 按百分比.
    Percent {
        /// The change, percent: `-3` is 3 % less.
        percent: Figure,
    },
    /// 每套加减: ± yuan per unit, on the total.
    TotalAmount {
        /// The change, yuan.
        amount: Money,
    },
    /// 调到均价.
    ToAverage {
        /// Yuan per m² of building area.
        average: UnitPrice,
        /// How prices move.
        #[boundary(default)]
        by: AverageMove,
    },
    /// 按定价方案重新定价.
    Reprice {
        /// Codes of the schemes.
        #[boundary(required)]
        schemes: Vec<Text>,
    },
    /// 按价格表.
    Explicit {},
}

/// A price bill with its lines.
///
/// [`Adjusting`](super::Adjusting) makes one. A host that keeps bills in tables of its own makes it
/// again from their rows:
///
/// ```
/// use kaipan::pricing::{BillCommand, BillLine, BillState, BillStep, PriceBill};
/// let line = BillLine::new("1-101", "100".parse()?, "10500".parse()?, "1050000".parse()?)
///     .with_old_list_price("10000".parse()?)
///     .with_old_list_total("1000000".parse()?);
/// let bill = PriceBill::new("A-1", "2026-06-01".parse()?, vec![line])
///     .with_state(BillState::PendingApproval)
///     .with_locks_units(true);
/// let step = BillStep::new(BillCommand::Approve, "2026-05-20".parse()?);
/// let approved = bill.advance(&step)?;
/// assert_eq!(approved.bill.state, BillState::Approved);
/// assert_eq!(approved.locked_units, ["1-101"]);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[boundary]
pub struct PriceBill {
    /// Code.
    pub code: Text,
    /// What it does.
    #[boundary(default)]
    pub kind: BillKind,
    /// How its prices were found; filled by `pricing.adjust`.
    pub method: Option<BillMethod>,
    /// How the prices of further parts were found, in their order.
    pub further_methods: Vec<BillMethod>,
    /// Reason, for the work log.
    pub reason: Option<Label>,
    /// First day of the new prices.
    pub effective_date: Date,
    /// State.
    #[boundary(default)]
    pub state: BillState,
    /// Units of the bill are locked against new deals until it is executed or ended.
    #[boundary(written)]
    pub locks_units: bool,
    /// One line a unit.
    #[boundary(required)]
    pub lines: Vec<BillLine>,
    /// Rules that the new prices break; warnings do not count.
    #[boundary(default)]
    pub violations: u32,
}

/// Before and after for one unit. Unit prices are per m² of building area.
#[boundary]
pub struct BillLine {
    /// 房号.
    pub unit_no: Text,
    /// 建筑面积, m².
    pub building_area: Area,
    /// 原表价 (单价).
    pub old_list_price: Option<UnitPrice>,
    /// 原表价 (总价).
    pub old_list_total: Option<Money>,
    /// 新表价 (单价).
    pub new_list_price: UnitPrice,
    /// 新表价 (总价).
    pub new_list_total: Money,
    /// 原底价 (单价).
    pub old_floor_price: Option<UnitPrice>,
    /// 新底价 (单价), if the bill changes it.
    pub new_floor_price: Option<UnitPrice>,
    /// 新底价 (总价) that goes with it; the floor price × the area, half up to the fen, if absent.
    pub new_floor_total: Option<Money>,
    /// Change of the total, yuan.
    pub change: Option<Money>,
    /// Change of the total, share: 0.0123 is 1.23 %; half up to 4 decimals.
    pub change_rate: Option<Rate>,
    /// Codes of the findings about the new price: of the rules that it breaks, and of warnings.
    pub flags: Vec<Text>,
}

/// A unit that a bill leaves out, and why.
#[boundary(answer)]
pub struct SkippedUnit {
    /// 房号.
    pub unit_no: Text,
    /// Why, as a finding.
    pub reason: Finding,
}

/// One entry of a unit's price history.
#[boundary(answer)]
pub struct PriceChange {
    /// 房号.
    pub unit_no: Text,
    /// The bill that set it.
    pub bill: Text,
    /// First day of the price.
    pub effective_date: Date,
    /// 表价 (单价), per m² of building area.
    pub list_price: UnitPrice,
    /// 表价 (总价).
    pub list_total: Money,
    /// 底价 (单价), per m² of building area, if the bill changes it.
    pub floor_price: Option<UnitPrice>,
    /// 底价 (总价) that goes with it; replaces the unit's.
    pub floor_total: Option<Money>,
}
