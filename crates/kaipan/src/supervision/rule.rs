//! What supervised accounts must keep: rules as data.

use crate::check::in_force;
use crate::number::{Money, Rate};
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// How supervised accounts are looked after.
#[boundary]
pub struct SupervisionRule {
    /// Its code.
    pub code: Text,
    /// Its name in Chinese.
    pub name: Label,
    /// Its name in English.
    pub name_en: Option<Label>,
    /// The first day of planning permits that it holds for; the row without one holds before all
    /// others. Projects without a planning permit have the latest row.
    pub from: Option<Date>,
    /// House money must go into a supervised account, until supervision has ended.
    #[boundary(required)]
    pub house_money: bool,
    /// What accounts for purchase money must keep, stage by stage.
    #[boundary(required)]
    pub presale: Vec<SupervisionStage>,
    /// What accounts for deposits of deposit contracts must keep; none may be taken if absent.
    pub deposit: Vec<SupervisionStage>,
    /// What sets it.
    pub source: Option<Label>,
}

/// A stage: what must be kept once all its nodes are reached. Of the stages that are, the last counts.
#[boundary]
pub struct SupervisionStage {
    /// The nodes; the first stage has none.
    pub nodes: Vec<Text>,
    /// What must be kept.
    pub required: RequiredBalance,
}

/// What must be kept.
#[boundary]
pub enum RequiredBalance {
    /// 全部: all that is there.
    All {},
    /// A fixed amount.
    Amount {
        /// Yuan.
        amount: Money,
    },
    /// A share of the contract value, rounded half up to the fen.
    ShareOfContracts {
        /// The share; 40 % is `"0.4"`.
        share: Rate,
    },
    /// A share of the supervised sum, rounded half up to the fen.
    ShareOfSupervised {
        /// The share; 40 % is `"0.4"`.
        share: Rate,
    },
    /// 解除监管: supervision has ended.
    Ended {},
}

/// A node that was reached.
#[boundary]
pub struct SupervisionNode {
    /// Name of the node, as stages have it.
    pub node: Text,
    /// The day.
    pub on: Date,
    /// The building; all buildings if absent.
    pub building: Option<Text>,
}

impl SupervisionRule {
    /// The rule for a project by the day of its planning permit.
    pub fn in_force(
        rules: &[SupervisionRule],
        planning_permit: Option<Date>,
    ) -> Option<&SupervisionRule> {
        in_force(rules.iter(), planning_permit, |rule| rule.from, |_| ())
    }
}
