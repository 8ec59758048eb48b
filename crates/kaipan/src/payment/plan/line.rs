//! The lines of a plan.

use crate::error::{Code, Error};
use crate::number::{Money, Rate, Rounding};
use crate::payment::due::Anchor;
use crate::{Label, Text};
use kaipan_derive::boundary;

/// A line of a plan.
#[boundary]
pub struct PlanLine {
    /// Name to show: 首期款, 第二期.
    pub name: Label,
    /// Name in English; made from the item if absent.
    pub name_en: Option<Label>,
    /// How much.
    pub amount: LineAmount,
    /// What the due date hangs on.
    pub anchor: Anchor,
    /// Whole months after (before, if negative) that; the day is clamped to the month's end.
    #[boundary(default)]
    pub months: i32,
    /// Whole days after (before, if negative) that.
    #[boundary(default)]
    pub days: i32,
    /// The deposit is taken off this line (定金计入首期).
    pub deduct_deposit: bool,
    /// Rounding of a share; half up to the yuan if absent.
    pub rounding: Option<Rounding>,
}

impl PlanLine {
    /// The code of the fee that it is, if it is one.
    pub(crate) fn fee(&self) -> Option<&str> {
        match &self.amount {
            LineAmount::Fee { item } => Some(item),
            _ => None,
        }
    }

    /// The error that nothing says how much its fee is.
    pub(crate) fn fee_missing(&self, item: &Text) -> Error {
        let error = Error::new(Code::PaymentFeeMissing).with("item", item);
        let name: &str = if self.name.is_empty() { item } else { &self.name };
        error.with("name", name).with("name_en", self.name_en.as_deref().unwrap_or(item))
    }
}

/// How much a line is.
#[boundary]
pub enum LineAmount {
    /// A share of the contract total.
    Ratio {
        /// Share in (0, 1]: 0.3 is 30 %. 0.5 % to 100 % is usual.
        ratio: Rate,
    },
    /// A fixed amount.
    Fixed {
        /// Yuan.
        amount: Money,
    },
    /// Whatever is left.
    Remainder {},
    /// The commercial loan.
    CommercialLoan {},
    /// The provident fund loan.
    FundLoan {},
    /// A fee or tax, outside the contract total; its amount is given with the request.
    Fee {
        /// Code of the fee.
        item: Text,
    },
}
