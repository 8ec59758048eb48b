//! Bodies that no type of the library has.

use kaipan::deal::DealEvent;
use kaipan::fee::FeeSheet;
use kaipan::kpi::PeriodKind;
use kaipan::number::{Money, UnitPrice};
use kaipan::{Date, Label, Text};
use kaipan_derive::boundary;

/// A project begins. What else stands there is how the record was made.
pub(super) struct Year {
    /// Its name.
    pub(super) name: Option<Label>,
}

impl kaipan::json::Read for Year {
    fn read(node: &kaipan::json::Node<'_>, misfit: &kaipan::json::Misfit) -> Year {
        let name = node.get("name").map(|name| Label::read(name, misfit));
        Year { name }
    }
}

/// Fees and taxes of a deal that its buyer pays through the house.
#[boundary(read)]
pub(super) struct DealFees {
    /// The deal.
    pub(super) deal: Text,
    /// What they are, as `fee.compute` answers it.
    pub(super) sheet: FeeSheet,
}

/// Another list price of a unit.
#[boundary(read)]
pub(super) struct ListPrice {
    /// Yuan per m².
    pub(super) list_price: UnitPrice,
}

/// Money that was spent on marketing.
#[allow(dead_code, reason = "a line has fields that no figure needs")]
#[boundary(read)]
pub(super) struct Spend {
    /// 媒体.
    pub(super) medium: Text,
    /// 推广活动.
    pub(super) campaign: Option<Text>,
    /// 部门.
    pub(super) department: Option<Text>,
    /// Who spent it.
    pub(super) person: Option<Text>,
    /// Yuan.
    pub(super) amount: Money,
}

/// What is to be reached in a period.
#[boundary(read)]
pub(super) struct Target {
    /// The node of the organisation.
    pub(super) node: Text,
    /// The agent, if it is his.
    pub(super) agent: Option<Text>,
    /// The measure.
    pub(super) metric: Text,
    /// What the period is.
    pub(super) period: PeriodKind,
    /// Its first day.
    pub(super) first_day: Date,
    /// Its last day.
    pub(super) last_day: Date,
    /// How many.
    pub(super) count: Option<u32>,
    /// How much, yuan.
    pub(super) amount: Option<Money>,
}

/// An event of a deal, and the line that it stands in.
pub(super) struct EventAt {
    pub(super) line: u64,
    pub(super) event: DealEvent,
}
